// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/PlantGate.h"

#include "tests/simulation/World.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

namespace yizhan::simulation {
namespace {

std::optional<Trace::Broken> runWith(const Template &start, Plant fault, const RunWish &wish)
{
    plant(fault);
    World world(start, wish);
    world.run();
    plant(Plant::None);
    return world.trace().verdict();
}

} // namespace

int searchPlanted(const Template &start, const QString &scratch, const PlantSearch &search,
                  const std::function<void(const QString &line)> &say)
{
    const PlantedFault &fault = *search.fault;
    const int steps = search.steps > 0 ? search.steps : fault.steps;
    const int seeds = search.seeds > 0 ? search.seeds : fault.seeds;
    const QString name = QString::fromLatin1(fault.name).leftJustified(22);
    const QStringList expected = QString::fromLatin1(fault.invariants).split(u' ');
    int brokenAnyway = 0;
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < seeds; ++i) {
        const RunWish wish{search.firstSeed + static_cast<std::uint64_t>(i), steps, scratch + QStringLiteral("/run"),
                           fault.mixesReleases};
        const auto broken = runWith(start, fault.plant, wish);
        if (search.verbose)
            say(QStringLiteral("  seed %1: %2")
                    .arg(wish.seed)
                    .arg(broken ? QStringLiteral("step %1, %2: %3").arg(broken->step).arg(broken->invariant, broken->what)
                                : QStringLiteral("whole")));
        if (!broken || !expected.contains(broken->invariant))
            continue;
        // what breaks by itself proves nothing
        if (runWith(start, Plant::None, wish)) {
            ++brokenAnyway;
            continue;
        }
        say(QStringLiteral("%1 run %2 of %3, %4 s: seed %5, step %6, %7: %8")
                .arg(name, QString::number(i + 1), QString::number(seeds), QString::number(clock.elapsed() / 1000),
                     QString::number(wish.seed), QString::number(broken->step), broken->invariant, broken->what));
        return 0;
    }
    say(QStringLiteral("%1 NOT FOUND in %2 runs, %3 s (%4 of them broken without it); expected by %5")
            .arg(name)
            .arg(seeds)
            .arg(clock.elapsed() / 1000)
            .arg(brokenAnyway)
            .arg(QLatin1String(fault.invariants)));
    return 1;
}

int runGate(int jobs, const QStringList &options, const std::function<void(const QString &line)> &say)
{
    const std::vector<PlantedFault> &faults = plantedFaults();
    if (faults.empty()) {
        say(QStringLiteral("this build has no faults planted: cmake --preset planted"));
        return 1;
    }
    std::vector<std::unique_ptr<QProcess>> processes(faults.size());
    std::size_t next = 0;
    std::size_t ended = 0;
    int worst = 0;
    const auto startNext = [&] {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QCoreApplication::applicationFilePath(),
                       options + QStringList{QStringLiteral("--plant"), QString::fromLatin1(faults[next].name)});
        processes[next++] = std::move(process);
    };
    while (ended < faults.size()) {
        while (next < faults.size() && next < ended + static_cast<std::size_t>(jobs))
            startNext();
        QProcess &oldest = *processes[ended];
        oldest.waitForFinished(-1);
        const QString line = QString::fromUtf8(oldest.readAllStandardOutput()).trimmed();
        const bool isFound = oldest.exitStatus() == QProcess::NormalExit && oldest.exitCode() == 0;
        say(isFound || !line.isEmpty()
                ? line
                : QString::fromLatin1(faults[ended].name).leftJustified(22) + QStringLiteral(" CRASHED"));
        worst = isFound ? worst : 1;
        ++ended;
    }
    return worst;
}

} // namespace yizhan::simulation
