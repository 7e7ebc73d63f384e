// SPDX-License-Identifier: GPL-3.0-or-later
// yizhan-simulate: many runs, each from one seed; tells which invariant a seed breaks, and how it came to that.
#include "tests/simulation/PlantGate.h"
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
    QString postgres;     // address of the district's storage; empty: a file
    bool twice = false;   // each seed a second time: the traces must be equal
    bool verbose = false; // the whole trace
    bool mixesReleases = false;
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

std::shared_ptr<const RuleBook> loadRules()
{
    Result<std::shared_ptr<const RuleBook>> rules = RuleBook::load();
    if (!rules)
        qFatal("%s", qPrintable(rules.error().toLog()));
    return std::move(*rules);
}

struct Sum {
    int runs = 0;
    int brokenRuns = 0;
    qint64 steps = 0;
    RunCounts counts;
};

std::uint64_t runOne(const Template &start, const Task &task, const QString &scratch, const Wish &wish, Sum &sum)
{
    World world(start, {task.seed, task.steps, scratch + QStringLiteral("/run"), wish.mixesReleases});
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
        say(QStringLiteral("seed %1 (--steps %2%3), step %4: %5 is broken: %6")
                .arg(task.seed)
                .arg(task.steps)
                .arg(wish.mixesReleases ? QStringLiteral(" --mix-releases") : QString())
                .arg(broken->step)
                .arg(broken->invariant, broken->what));
        if (!wish.verbose) {
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
    const std::shared_ptr<const RuleBook> rules = loadRules();
    Sum sum;
    QElapsedTimer clock;
    clock.start();
    {
        const Template start(scratch + QStringLiteral("/template"), wish.postgres, rules);
        const qint64 made = clock.restart();
        for (const Task &task : wish.tasks) {
            const std::uint64_t hash = runOne(start, task, scratch, wish, sum);
            if (wish.twice && runOne(start, task, scratch, wish, sum) != hash) {
                ++sum.brokenRuns;
                say(QStringLiteral("seed %1 does not replay: its second trace differs").arg(task.seed));
            }
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
    return sum.brokenRuns > 0 ? 1 : 0;
}

int searchHere(const PlantSearch &search)
{
    const QString scratch = scratchFolder();
    QDir(scratch).removeRecursively();
    int answer = 0;
    {
        const Template start(scratch + QStringLiteral("/template"), {}, loadRules());
        answer = searchPlanted(start, scratch, search, &say);
    }
    QDir(scratch).removeRecursively();
    return answer;
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
std::vector<Task> readSeeds(const QString &fileName)
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

struct Options {
    int seeds = 0;
    bool namesSeeds = false;
    std::uint64_t first = 1;
    int steps = 0;
    bool namesSteps = false;
    int jobs = 1;
    QString list;
    QString plant;
    bool planted = false;
    bool postgres = false;
    bool twice = false;
    bool verbose = false;
    bool mixesReleases = false;
};

QCommandLineOption option(const char *name, const char *about, const char *value = "", const char *usual = "")
{
    return {QLatin1String(name), QLatin1String(about), QLatin1String(value), QLatin1String(usual)};
}

Options optionsOf(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Runs the district and six workstations in one process, with everything going "
                       "wrong that can, and checks the invariants of synchronisation."));
    parser.addHelpOption();
    parser.addOptions(
        {option("seeds", "How many runs.", "n", "12"), option("first-seed", "Seed of the first.", "k", "1"),
         option("steps", "Steps of a run.", "n", "300"), option("jobs", "Processes side by side; 0 = one a core.", "n", "0"),
         option("list", "Runs the seeds of a file instead.", "file"),
         option("storage", "Of the server: sqlite, or postgres (the database that YIZHAN_POSTGRES names is emptied).", "engine",
                "sqlite"),
         option("mix-releases", "Workstations and server of different releases, which get newer ones on the way."),
         option("twice", "Each seed twice: the traces must be equal."), option("verbose", "Shows everything that happens."),
         option("plant", "Plants a fault and searches a seed that finds it (preset planted).", "name"),
         option("planted", "Searches all that can be planted.")});
    parser.process(application);
    const auto text = [&parser](const char *name) { return parser.value(QLatin1String(name)); };
    const auto isSet = [&parser](const char *name) { return parser.isSet(QLatin1String(name)); };
    Options options;
    options.seeds = text("seeds").toInt();
    options.namesSeeds = isSet("seeds");
    options.first = text("first-seed").toULongLong();
    options.steps = text("steps").toInt();
    options.namesSteps = isSet("steps");
    options.jobs = text("jobs").toInt() > 0 ? text("jobs").toInt() : QThread::idealThreadCount();
    options.list = text("list");
    options.plant = text("plant");
    options.planted = isSet("planted");
    options.postgres = text("storage") == QLatin1String("postgres");
    options.twice = isSet("twice");
    options.verbose = isSet("verbose");
    options.mixesReleases = isSet("mix-releases");
    const bool knowsStorage = options.postgres || text("storage") == QLatin1String("sqlite");
    if (options.seeds <= 0 || options.steps <= 0 || !knowsStorage || (isSet("plant") && !findPlanted(options.plant)))
        parser.showHelp(2);
    return options;
}

int work(const Options &options)
{
    if (options.planted)
        return runGate(options.jobs, {QStringLiteral("--first-seed"), QString::number(options.first)}, &say);
    if (!options.plant.isEmpty())
        return searchHere({findPlanted(options.plant), options.first, options.namesSeeds ? options.seeds : 0,
                           options.namesSteps ? options.steps : 0, options.verbose});
    Wish wish;
    wish.twice = options.twice;
    wish.verbose = options.verbose;
    wish.mixesReleases = options.mixesReleases;
    if (options.postgres) {
        wish.postgres = qEnvironmentVariable("YIZHAN_POSTGRES");
        if (wish.postgres.isEmpty()) {
            say(QStringLiteral("YIZHAN_POSTGRES names no database"));
            return 2;
        }
    }
    if (!options.list.isEmpty()) {
        wish.tasks = readSeeds(options.list);
        return wish.tasks.empty() ? 0 : runHere(wish);
    }
    if (options.jobs > 1 && options.seeds > 1 && !options.postgres) { // there is one database only
        QStringList shared{QStringLiteral("--steps"), QString::number(options.steps)};
        if (wish.twice)
            shared.append(QStringLiteral("--twice"));
        if (wish.mixesReleases)
            shared.append(QStringLiteral("--mix-releases"));
        return runBeside(shared, options.first, options.seeds, options.jobs);
    }
    for (int i = 0; i < options.seeds; ++i)
        wish.tasks.push_back({options.first + static_cast<std::uint64_t>(i), options.steps});
    return runHere(wish);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    return sodium_init() < 0 ? 1 : work(optionsOf(application));
}
