// SPDX-License-Identifier: GPL-3.0-or-later
// yizhan-simulate: many runs, each from one seed; tells which invariant a seed breaks, and how it came to that.
#include "tests/simulation/World.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QThread>

#include <cstdio>
#include <sodium.h>

using namespace yizhan;
using namespace yizhan::simulation;

namespace {

struct Task {
    std::uint64_t seed = 1;
    int steps = 300;
};

struct Wish {
    std::vector<Task> tasks;
    bool twice = false;       // each seed a second time: the traces must be equal
    bool verbose = false;     // the whole trace
    bool untilBroken = false; // success means that an invariant breaks
};

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

// Memory if there is such a file system: what a simulated disk keeps is decided by the simulation alone.
QString scratchFolder()
{
    const QString memory = QStringLiteral("/dev/shm");
    const QString base = QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
    return QStringLiteral("%1/yizhan-simulation-%2").arg(base).arg(QCoreApplication::applicationPid());
}

struct Sum {
    int runs = 0;
    int brokenRuns = 0;
    qint64 steps = 0;
    RunCounts counts;
};

std::uint64_t runOne(const Template &start, const Task &task, const QString &scratch, const Wish &wish, Sum &sum)
{
    World world(start, {task.seed, task.steps, scratch + QStringLiteral("/run")});
    world.run();
    const RunCounts counts = world.counts();
    ++sum.runs;
    sum.steps += task.steps;
    sum.counts.savings += counts.savings;
    sum.counts.refusals += counts.refusals;
    sum.counts.requests += counts.requests;
    sum.counts.serverDeaths += counts.serverDeaths;
    sum.counts.stationDeaths += counts.stationDeaths;
    sum.counts.restores += counts.restores;
    sum.counts.revocations += counts.revocations;
    sum.counts.conflicts += counts.conflicts;
    Trace &trace = world.trace();
    if (wish.verbose) {
        for (const QString &line : trace.all())
            say(line);
    }
    if (const auto &broken = trace.verdict()) {
        ++sum.brokenRuns;
        say(QStringLiteral("seed %1 (--steps %2), step %3: %4 is broken: %5")
                .arg(task.seed)
                .arg(task.steps)
                .arg(broken->step)
                .arg(broken->invariant, broken->what));
        if (!wish.verbose && !wish.untilBroken) {
            for (const QString &line : trace.story(broken->record))
                say(line);
        }
    }
    return trace.hash();
}

int runHere(const Wish &wish)
{
    const QString scratch = scratchFolder();
    QDir(scratch).removeRecursively();
    const Result<std::shared_ptr<const RuleBook>> rules = RuleBook::load();
    if (!rules)
        qFatal("%s", qPrintable(rules.error().toLog()));
    Sum sum;
    QElapsedTimer clock;
    clock.start();
    {
        const Template start(scratch + QStringLiteral("/template"), *rules);
        const qint64 made = clock.restart();
        for (const Task &task : wish.tasks) {
            const std::uint64_t hash = runOne(start, task, scratch, wish, sum);
            if (wish.twice && runOne(start, task, scratch, wish, sum) != hash) {
                ++sum.brokenRuns;
                say(QStringLiteral("seed %1 does not replay: its second trace differs").arg(task.seed));
            }
            if (wish.untilBroken && sum.brokenRuns > 0)
                break;
        }
        const double seconds = static_cast<double>(std::max<qint64>(clock.elapsed(), 1)) / 1000.0;
        say(QStringLiteral("%1 runs in %2 s (%3 a second, %4 steps a second; template %5 ms), %6 broken")
                .arg(sum.runs)
                .arg(seconds, 0, 'f', 1)
                .arg(sum.runs / seconds, 0, 'f', 2)
                .arg(static_cast<double>(sum.steps) / seconds, 0, 'f', 0)
                .arg(made)
                .arg(sum.brokenRuns));
        say(QStringLiteral(
                "  %1 savings, %2 refused, %3 requests, %4 conflicts, %5 server deaths, %6 workstation deaths, %7 restores, %8 "
                "revocations")
                .arg(sum.counts.savings)
                .arg(sum.counts.refusals)
                .arg(sum.counts.requests)
                .arg(sum.counts.conflicts)
                .arg(sum.counts.serverDeaths)
                .arg(sum.counts.stationDeaths)
                .arg(sum.counts.restores)
                .arg(sum.counts.revocations));
    }
    QDir(scratch).removeRecursively();
    return (sum.brokenRuns > 0) == wish.untilBroken ? 0 : 1;
}

// One process a core, each with its share of the seeds.
int runBeside(const QStringList &shared, std::uint64_t first, int seeds, int jobs)
{
    std::vector<std::unique_ptr<QProcess>> processes;
    std::uint64_t next = first;
    for (int job = 0; job < jobs; ++job) {
        const int share = seeds / jobs + (job < seeds % jobs ? 1 : 0);
        if (share == 0)
            continue;
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedChannels);
        process->start(QCoreApplication::applicationFilePath(),
                       shared
                           + QStringList{QStringLiteral("--jobs"), QStringLiteral("1"), QStringLiteral("--first-seed"),
                                         QString::number(next), QStringLiteral("--seeds"), QString::number(share)});
        processes.push_back(std::move(process));
        next += static_cast<std::uint64_t>(share);
    }
    int worst = 0;
    for (const auto &process : processes) {
        process->waitForFinished(-1);
        if (process->exitStatus() != QProcess::NormalExit || process->exitCode() != 0)
            worst = 1;
    }
    return worst;
}

// "17 300  why it is here": seed, steps, reason; # begins a remark.
Result<std::vector<Task>> readSeeds(const QString &fileName)
{
    std::vector<Task> tasks;
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        qFatal("%s cannot be read", qPrintable(fileName));
    while (!file.atEnd()) {
        const QList<QByteArray> words = file.readLine().simplified().split(' ');
        if (words.size() >= 2 && !words[0].startsWith('#'))
            tasks.push_back({words[0].toULongLong(), words[1].toInt()});
    }
    return tasks;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (sodium_init() < 0)
        return 1;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Runs the district and six workstations in one process, with everything going "
                       "wrong that can, and checks the invariants of synchronisation."));
    parser.addHelpOption();
    const QCommandLineOption seeds(QStringLiteral("seeds"), QStringLiteral("How many runs."), QStringLiteral("n"),
                                   QStringLiteral("12"));
    const QCommandLineOption first(QStringLiteral("first-seed"), QStringLiteral("Seed of the first."), QStringLiteral("k"),
                                   QStringLiteral("1"));
    const QCommandLineOption steps(QStringLiteral("steps"), QStringLiteral("Steps of a run."), QStringLiteral("n"),
                                   QStringLiteral("300"));
    const QCommandLineOption jobs(QStringLiteral("jobs"), QStringLiteral("Processes side by side; 0 = one a core."),
                                  QStringLiteral("n"), QStringLiteral("0"));
    const QCommandLineOption list(QStringLiteral("list"), QStringLiteral("Runs the seeds of a file instead."),
                                  QStringLiteral("file"));
    const QCommandLineOption twice(QStringLiteral("twice"), QStringLiteral("Each seed twice: the traces must be equal."));
    const QCommandLineOption verbose(QStringLiteral("verbose"), QStringLiteral("Shows everything that happens."));
    parser.addOptions({seeds, first, steps, jobs, list, twice, verbose});
    parser.process(application);

    Wish wish;
    wish.twice = parser.isSet(twice);
    wish.verbose = parser.isSet(verbose);
    const int count = parser.value(seeds).toInt();
    const std::uint64_t from = parser.value(first).toULongLong();
    const int length = parser.value(steps).toInt();
    const int beside = parser.value(jobs).toInt() > 0 ? parser.value(jobs).toInt() : QThread::idealThreadCount();
    if (parser.isSet(list)) {
        wish.tasks = *readSeeds(parser.value(list));
        return wish.tasks.empty() ? 0 : runHere(wish);
    }
    if (count <= 0 || length <= 0)
        parser.showHelp(2);
    if (beside > 1 && count > 1) {
        QStringList shared{QStringLiteral("--steps"), QString::number(length)};
        if (wish.twice)
            shared.append(QStringLiteral("--twice"));
        return runBeside(shared, from, count, beside);
    }
    for (int i = 0; i < count; ++i)
        wish.tasks.push_back({from + static_cast<std::uint64_t>(i), length});
    return runHere(wish);
}
