// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/World.h"

#include "records/kinds/Conflict.h"
#include "sync/protocol/Body.h"
#include "tests/simulation/FinalChecks.h"
#include "tests/support/Releases.h"

#include <QDir>
#include <algorithm>

namespace yizhan::simulation {
namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t hour = 3600 * second;
constexpr std::int64_t day = 24 * hour;
constexpr int mostHealRounds = 80;
constexpr int fewestHealRounds = 4; // a quarter of an hour: of a new grant one hears when saying hello

} // namespace

World::World(const Template &start, RunWish wish)
    : m_wish(std::move(wish)),
      m_start(start),
      m_chance(m_wish.seed),
      m_rare(~m_wish.seed),
      m_chains(m_wish.seed ^ 0x5eed'c4a1'0000'0000),
      m_mix(m_wish.seed ^ 0x5eed'3e1e'0000'0000),
      m_ledger(m_trace),
      m_watch(m_trace),
      m_clock(Instant{Template::firstMorning().ms + hour}),
      m_typist(m_chance, m_ledger, m_trace, officesInUse()),
      m_network(m_chance, m_trace, [this](const WireRequest &request) { return serve(request); }),
      m_revoked(stationCount, false)
{}

World::~World()
{
    m_stations.clear();
    m_observer.reset();
    m_server.reset();
    QDir(m_wish.folder).removeRecursively();
}

void World::open()
{
    m_start.copyTo(m_wish.folder);
    m_server = std::make_unique<ServerSide>(Template::serverFolder(m_wish.folder), m_start.postgres(), m_start.rules(), m_clock,
                                            m_trace, m_chance.branch());
    if (m_rare.percent(40)) // takes a part of what is sent
        m_server->options().pushAtOnce = static_cast<std::size_t>(m_rare.between(1, 8));
    if (m_rare.percent(40)) { // numbers are soon used up
        m_server->options().leaseSize = m_rare.between(1, 3);
        m_server->options().leaseLow = m_server->options().leaseSize;
        m_arrivals = m_rare.between(20, 120);
    }
    if (m_wish.mixesReleases)
        drawReleases();
    if (!m_server->beginAtFirstDay() || !m_server->start())
        qFatal("the district's storage: %s", qPrintable(m_server->trouble));
    m_observerRandom = std::make_unique<SeededRandom>(m_chance.branch());
    m_observer = std::make_unique<Observer>([this]() -> RequestHandler * { return &m_server->district(); }, m_start.observer(),
                                            m_clock, *m_observerRandom);
    for (const Template::Member &member : m_start.members()) {
        Station::Setting setting = member.setting;
        setting.folder = Template::stationFolder(m_wish.folder, setting.number);
        m_stations.push_back(std::make_unique<Station>(std::move(setting), m_start.rules(), m_clock, m_chance.branch()));
        if (m_wish.mixesReleases)
            installOn(*m_stations.back(), m_releases[m_stations.size() - 1], -1);
        else if (!m_stations.back()->switchOn())
            qFatal("store: %s", qPrintable(m_stations.back()->trouble));
        // some clocks are wrong from the beginning
        if (m_chance.percent(30))
            m_stations.back()->clock().setWrongBy(m_chance.between(-600, 600) * second);
        // some look after further offices
        for (const QString &office : officesInUse()) {
            if (office != member.setting.office && m_chance.percent(30))
                static_cast<void>(m_server->district().administration().grant(member.device, office, m_chance.percent(80)));
        }
    }
    m_network.faults = LineFaults::drawn(m_chance);
    m_serverCrashes = m_chance.percent(50) ? m_chance.between(0, 40) : 0;
    m_stationCrashes = m_chance.percent(50) ? m_chance.between(0, 40) : 0;
    m_locks = m_rare.percent(30) ? m_rare.between(10, 60) : 0;
    m_loans = m_rare.percent(30) ? m_rare.between(5, 25) : 0;
    m_confusion = m_rare.percent(40);
    m_tours = m_rare.percent(30) ? m_rare.between(10, 80) : 0;
    m_lostNumbers = m_chains.percent(12) ? m_chains.between(5, 25) : 0;
    m_takenAway = m_chains.percent(12) ? m_chains.between(5, 25) : 0;
    m_oldCopies = m_chains.percent(12) ? m_chains.between(5, 25) : 0;
}

const Declaration &World::knowing() const { return m_wish.mixesReleases ? tests::newestRelease() : Declaration::own(); }

void World::run()
{
    const Declaration::InForce here(knowing());
    open();
    lookAtServer();
    m_firstEpoch = m_observer->epoch();
    for (int i = 1; i <= m_wish.steps && !m_trace.isBroken(); ++i) {
        m_trace.beginStep(i);
        step();
    }
    if (!m_trace.isBroken())
        heal();
    if (!m_trace.isBroken())
        FinalChecks(*this).run();
    if (!m_wish.mixesReleases || m_trace.isBroken())
        return;
    bringUpToDate();
    heal();
    if (!m_trace.isBroken())
        FinalChecks(*this).run();
}

Station *World::anyStation()
{
    std::vector<Station *> on;
    for (const auto &station : m_stations) {
        if (station->isOn() && !station->isRevoked())
            on.push_back(station.get());
    }
    return on.empty() ? nullptr : m_chance.any(on);
}

void World::step()
{
    m_clock.advanceMs(m_chance.percent(4) ? m_chance.between(1, 20) * hour / 4 : m_chance.between(1, 120) * second);
    Station *station = anyStation();
    if (!station)
        return;
    const int dice = m_chance.between(0, 999);
    if (dice < 450)
        type(*station);
    else if (dice < 910)
        synchronise(*station);
    else if (dice < 940)
        m_network.replay("/v1/push");
    else if (dice < 965) {
        station->confuseNext("/v1/pull");
        synchronise(*station);
    } else if (dice < 975)
        m_network.deliverLate();
    else if (dice < 985)
        changeGrants();
    else if (dice < 994)
        lookAfterBackups();
    else if (dice < 997)
        jumpClock(*station);
    else if (dice < 999)
        fillDisk(*station);
    else
        revoke();
    rareThings(*station);
    reviveServer();
    if (m_mustLook)
        lookAtServer();
    for (const auto &other : m_stations) {
        revive(*other);
        noteWiped(*other);
    }
    if (station->isOn())
        lookAtStation(*station);
}

void World::type(Station &station)
{
    if (m_chance.below(1000) < static_cast<std::uint32_t>(m_stationCrashes))
        station.disk().crashAfter(m_chance.between(0, 12));
    m_typist.act(station.desk());
    station.disk().keepRunning();
}

void World::synchronise(Station &station)
{
    if (m_chance.below(1000) < static_cast<std::uint32_t>(m_stationCrashes))
        station.disk().crashAfter(m_chance.between(0, 40));
    if (m_chance.percent(70))
        station.syncNow();
    station.exchange(m_network, m_trace, m_chance.between(1, 12));
    station.disk().keepRunning();
}

// What waited in its queue is in the quarantine now (see FinalChecks) or lost; either way it may stand nowhere.
void World::noteWiped(Station &station)
{
    if (!m_revoked[static_cast<std::size_t>(station.number())] || !station.isWiped())
        return;
    const auto [givenUp, isNew] = m_givenUp.try_emplace(station.number());
    if (!isNew)
        return;
    givenUp->second.restores = m_counts.restores;
    const std::vector<OutboxRow> unsent = station.takeGivenUp();
    m_ledger.workstationWiped(station.number(), unsent);
    for (const OutboxRow &operation : unsent)
        givenUp->second.operations.push_back(operation.n);
}

void World::changeGrants()
{
    const Template::Member &member = m_start.members()[m_chance.below(m_start.members().size())];
    const QString &office = m_chance.any(officesInUse());
    Administration &administration = m_server->district().administration();
    const bool given = m_chance.percent(55);
    const Outcome done = given ? administration.grant(member.device, office, m_chance.percent(80))
                               : administration.endGrant(member.device, office);
    m_trace.note(QStringLiteral("w%1: %2 %3 (%4)")
                     .arg(member.setting.number)
                     .arg(given ? QStringLiteral("is granted") : QStringLiteral("loses"), office,
                          done ? QStringLiteral("done") : QLatin1String(done.error().text->code)));
    m_mustLook = true;
    if (m_confusion && done && !given)
        confuse(*m_stations[static_cast<std::size_t>(member.setting.number)]);
}

void World::lookAfterBackups()
{
    if (m_server->backups() == 0 || m_chance.percent(60)) {
        m_server->backUp();
        m_trace.note(QStringLiteral("the server is backed up"));
        return;
    }
    restoreServer();
}

void World::restoreServer()
{
    m_trace.note(QStringLiteral("the server is put back from its backup"));
    ++m_counts.restores;
    m_server->putBack();
    m_mustLook = true;
    // The backup may be older than a revocation; nothing but the administrator knows of it then, who is told to do it again.
    for (std::size_t which = 0; which < m_revoked.size(); ++which) {
        if (m_revoked[which] && !m_server->district().administration().revokeDevice(m_start.members()[which].device))
            m_trace.broken(QStringLiteral("I0"), QStringLiteral("w%1 cannot be revoked again").arg(which));
    }
}

void World::revoke()
{
    const std::size_t which = m_chance.below(m_stations.size());
    if (m_revoked[which])
        return;
    m_trace.note(QStringLiteral("w%1 is revoked").arg(which));
    if (m_server->district().administration().revokeDevice(m_start.members()[which].device)) {
        m_revoked[which] = true;
        ++m_counts.revocations;
    }
    m_mustLook = true;
}

void World::jumpClock(Station &station)
{
    constexpr int tenYears = 3652;
    station.clock().setWrongBy(m_chance.percent(30) ? 0 : m_chance.between(-tenYears, tenYears) * day);
    m_trace.note(
        QStringLiteral("the clock of w%1 is wrong by %2 days").arg(station.number()).arg(station.clock().wrongBy() / day));
}

void World::fillDisk(Station &station)
{
    m_trace.note(QStringLiteral("the disk of w%1 fills up").arg(station.number()));
    station.disk().fillUpAfter(m_chance.between(0, 10));
    type(station);
    synchronise(station);
    station.disk().makeRoom();
}

std::optional<WireResponse> World::serve(const WireRequest &request)
{
    const Declaration::InForce here(knowing()); // called out of a workstation's program
    ++m_counts.requests;
    reviveServer();
    // A saving arrives in the version that its push made, not in that of a later push between two looks.
    const bool isPush = request.path == "/v1/push";
    if (isPush && m_pushed)
        lookAtServer();
    m_pushed = m_pushed || isPush;
    m_mustLook = true;
    if (!m_healing && m_chance.below(1000) < static_cast<std::uint32_t>(m_serverCrashes)) {
        if (m_chance.percent(70))
            m_server->database().crashAfter(m_chance.between(0, 60));
        else
            m_server->disk().crashAfter(m_chance.between(0, 20));
    }
    std::optional<WireResponse> answer = m_server->handle(request);
    m_server->database().keepRunning();
    m_server->disk().keepRunning();
    if (answer)
        m_trace.note(QStringLiteral("  %1").arg(answer->status));
    if (request.path == "/v1/fetch")
        tellDifferences(request);
    if (answer && answer->status == 200 && request.path == "/v1/push")
        tellVerdicts(request, *answer);
    return answer;
}

void World::tellRow(const Observer::Row &row)
{
    const Record &record = row.record;
    QString line = QStringLiteral("  server: %1 v%2 in %3").arg(m_trace.nameOf(record.id)).arg(row.version).arg(row.office);
    std::vector<RecordId> on{record.id};
    if (record.kind() == Kind::Conflict) {
        const RecordId about = RecordId::fromBytes(record.get(conflict::record)).value_or(RecordId());
        line += QStringLiteral(", a conflict (%1) about group %2 of %3, operation %4")
                    .arg(record.get(conflict::origin))
                    .arg(record.get(conflict::mergeGroup).value_or(0))
                    .arg(m_trace.nameOf(about))
                    .arg(record.get(conflict::operation).value_or(0));
        on.push_back(about);
    }
    m_trace.note(line, on);
}

// For the story only: which rows a workstation found to differ.
void World::tellDifferences(const WireRequest &request)
{
    const Result<wire::FetchRequest> fetch = readBody<wire::FetchRequest>(request);
    for (const RecordId &id : fetch ? fetch->ids : std::vector<RecordId>())
        m_trace.note(QStringLiteral("    %1 differs").arg(m_trace.nameOf(id)), {id});
}

// For the story only.
void World::tellVerdicts(const WireRequest &request, const WireResponse &answer)
{
    const Result<wire::PushRequest> push = readBody<wire::PushRequest>(request);
    const Result<wire::PushResponse> response = readBody<wire::PushResponse>(answer);
    if (!push || !response)
        return;
    static constexpr const char *words[] = {"?", "applied", "same", "conflict", "refused"};
    for (const wire::Verdict &verdict : response->verdicts) {
        const auto operation = std::find_if(push->operations.begin(), push->operations.end(),
                                            [&](const wire::Operation &one) { return one.n == verdict.n; });
        if (operation == push->operations.end())
            continue;
        const int word = std::min(static_cast<int>(verdict.code), 4);
        m_trace.note(QStringLiteral("    %1: act %2 group %3 of %4, base %5, prev %6: %7 %8 v%9")
                         .arg(verdict.n)
                         .arg(static_cast<int>(operation->act))
                         .arg(operation->group)
                         .arg(m_trace.nameOf(operation->record))
                         .arg(operation->base)
                         .arg(operation->prev)
                         .arg(QLatin1String(words[word]), verdict.reason)
                         .arg(verdict.version),
                     {operation->record});
    }
}

void World::reviveServer()
{
    if (!m_server->hasDied())
        return;
    m_trace.note(QStringLiteral("the server dies and comes back"));
    ++m_counts.serverDeaths;
    if (!m_server->restart(m_chance))
        m_trace.broken(QStringLiteral("I0"), QStringLiteral("the server does not start again: ") + m_server->trouble);
    m_mustLook = true;
}

void World::revive(Station &station)
{
    if (!station.disk().isDown())
        return;
    m_trace.note(QStringLiteral("w%1 goes down and comes back").arg(station.number()));
    ++m_counts.stationDeaths;
    if (!station.restart(m_chance)) {
        m_trace.broken(QStringLiteral("I0"),
                       QStringLiteral("w%1 does not start again: %2").arg(station.number()).arg(station.trouble));
        return;
    }
    m_typist.lookAgain(station.desk());
}

void World::lookAtServer()
{
    m_mustLook = false;
    m_pushed = false;
    if (m_trace.isBroken())
        return;
    std::vector<std::tuple<RecordId, std::optional<Observer::Row>, std::optional<Observer::Row>>> changes;
    const bool good = m_observer->look([&](const RecordId &id, const Observer::Row *before, const Observer::Row *after) {
        changes.emplace_back(id, before ? std::optional(*before) : std::nullopt, after ? std::optional(*after) : std::nullopt);
    });
    if (!good) {
        m_trace.broken(QStringLiteral("I9"), QStringLiteral("the observer cannot read on: ") + m_observer->trouble);
        return;
    }
    const bool anew = m_observer->sawNewEpoch();
    if (anew) {
        m_trace.note(QStringLiteral("the server lives in epoch %1").arg(m_observer->epoch()));
        m_ledger.serverRestored();
        if (m_observer->epoch() - m_firstEpoch > m_counts.restores) // what heals by itself hides a fault
            m_trace.broken(QStringLiteral("I11"), QStringLiteral("a restore was declared that did not happen"));
    }
    for (const auto &[id, before, after] : changes) {
        if (after) {
            tellRow(*after);
            m_watch.served(*after);
        }
        m_ledger.serverChanged(id, before ? &*before : nullptr, after ? &*after : nullptr, anew);
    }
    m_ledger.serverLooked(*m_observer);
}

void World::lookAtStation(Station &station)
{
    if (m_trace.isBroken() || station.disk().isDown())
        return;
    // asking for sums is none: workstations compare them once a week although nothing came
    if (const SyncStatus *status = station.status(); status && status->differences > 0)
        m_trace.broken(QStringLiteral("I11"), QStringLiteral("a digest of w%1 did not fit").arg(station.number()));
    std::vector<Inspector::Row> rows = station.inspector().rows();
    if (m_wish.mixesReleases) {
        m_watch.look(station.number(), station.declaration(), station.inspector().held());
        const std::vector<Inspector::Row> raw = station.inspector().rawRows();
        rows.insert(rows.end(), raw.begin(), raw.end());
    }
    checkScope(station, rows);
    checkWholeSavings(station, rows);
}

// I7: nothing of an office that is not granted. What was typed here and has not been answered yet is the workstation's own.
void World::checkScope(Station &station, const std::vector<Inspector::Row> &rows)
{
    std::vector<QString> offices;
    for (const QString &office : officesInUse()) {
        const QByteArray code = "'" + office.toLatin1() + "'";
        const QByteArray known = "SELECT (SELECT count(*) FROM cursor WHERE office = " + code
                                 + ") + (SELECT count(*) FROM leaving WHERE office = " + code + ")";
        if (station.inspector().number(known) > 0)
            offices.push_back(office);
    }
    if (offices.empty() && station.inspector().number("SELECT count(*) FROM cursor") == 0)
        return; // never said hello
    std::vector<RecordId> underWay = station.inspector().ids("SELECT DISTINCT root FROM outbox WHERE state = 0 OR awaited > 0");
    for (const Inspector::Row &row : rows) {
        if (row.kind >= Kind::Office || std::find(offices.begin(), offices.end(), row.office) != offices.end())
            continue;
        if (row.unsent > 0 || std::find(underWay.begin(), underWay.end(), row.root) != underWay.end())
            continue;
        m_trace.broken(QStringLiteral("I7"),
                       QStringLiteral("w%1 holds %2 of %3, which it is not granted")
                           .arg(station.number())
                           .arg(m_trace.nameOf(row.id), row.office),
                       row.id);
        return;
    }
}

// I6: of one case a workstation shows a saving that arrived on the server whole or not at all.
void World::checkWholeSavings(Station &station, const std::vector<Inspector::Row> &rows)
{
    std::map<RecordId, const Inspector::Row *> held;
    for (const Inspector::Row &row : rows)
        held.emplace(row.id, &row);
    for (const auto &[saving, versions] : m_ledger.arrivals()) {
        std::map<RecordId, std::pair<bool, RecordId>> ofCase; // root -> whether its first row shows it, that row
        for (const auto &[id, version] : versions) {
            const Observer::Row *known = m_observer->find(id);
            if (!known)
                continue;
            const auto here = held.find(id);
            const bool shows = here != held.end() && here->second->version >= version;
            const auto [first, isNew] = ofCase.emplace(known->record.root, std::pair(shows, id));
            if (isNew || first->second.first == shows)
                continue;
            m_trace.broken(QStringLiteral("I6"),
                           QStringLiteral("w%1 shows saving %2 in part: on %3 %4, on %5 %6")
                               .arg(station.number())
                               .arg(saving)
                               .arg(m_trace.nameOf(id), shows ? QStringLiteral("yes") : QStringLiteral("no"),
                                    m_trace.nameOf(first->second.second),
                                    first->second.first ? QStringLiteral("yes") : QStringLiteral("no")),
                           id);
            return;
        }
    }
}

bool World::isQuiet(Station &station)
{
    if (!station.isOn() || station.isRevoked())
        return true;
    if (station.inspector().number("SELECT count(*) FROM outbox WHERE state = 0") > 0)
        return false;
    for (const QString &office : m_observer->offices()) {
        const QByteArray known = "SELECT count(*) FROM cursor WHERE office = '" + office.toLatin1() + "'";
        if (station.inspector().number(known) == 0)
            continue;
        const QByteArray behind = "SELECT count(*) FROM cursor WHERE office = '" + office.toLatin1()
                                  + "' AND (anew = 1 OR oseq < "
                                  + QByteArray::number(static_cast<qlonglong>(m_observer->headOf(office))) + ")";
        if (station.inspector().number(behind) > 0)
            return false;
    }
    return station.inspector().number("SELECT count(*) FROM leaving") == 0;
}

// The line is whole again, nobody types any more. Nobody presses a button either: it has to come to rest by itself.
void World::heal()
{
    m_trace.beginStep(m_wish.steps + 1);
    m_trace.note(QStringLiteral("the line is whole again"));
    m_healing = true;
    m_network.faults = LineFaults::none();
    if (m_wish.mixesReleases)
        bringUpToWork();
    for (int round = 0; round < mostHealRounds && !m_trace.isBroken(); ++round) {
        bool quiet = true;
        for (const auto &station : m_stations) {
            if (station->isRevoked())
                continue;
            station->exchange(m_network, m_trace, requestsOfARound);
            noteWiped(*station);
            // after each: the version in which a saving arrived must not be that of somebody's who came after it
            if (m_mustLook)
                lookAtServer();
            if (station->disk().isDown() && !station->restart(m_chance))
                m_trace.broken(QStringLiteral("I0"), station->trouble);
        }
        for (const auto &station : m_stations) {
            if (m_trace.isBroken())
                return;
            if (station->isOn())
                lookAtStation(*station);
            const bool revoked = m_revoked[static_cast<std::size_t>(station->number())];
            quiet = quiet && (revoked ? station->isRevoked() : isQuiet(*station));
        }
        if (quiet && round + 1 >= fewestHealRounds)
            return;
        m_clock.advanceMs(5 * 60 * second);
    }
    if (m_trace.isBroken())
        return;
    for (const auto &station : m_stations) {
        const bool revoked = m_revoked[static_cast<std::size_t>(station->number())];
        if (revoked ? !station->isRevoked() : !isQuiet(*station)) {
            const SyncStatus *status = station->status();
            m_trace.broken(QStringLiteral("I9"), QStringLiteral("w%1 does not come to rest: stage %2, %3 unsent, %4")
                                                     .arg(station->number())
                                                     .arg(status ? static_cast<int>(status->stage) : -1)
                                                     .arg(status ? status->outbox.unsent : 0)
                                                     .arg(status && status->error ? status->error->toLog() : QString()));
            return;
        }
    }
}

RunCounts World::counts() const
{
    RunCounts counts = m_counts;
    counts.savings = m_typist.savings();
    counts.refusals = m_typist.refusals();
    counts.conflicts = m_ledger.conflicts();
    return counts;
}

} // namespace yizhan::simulation
