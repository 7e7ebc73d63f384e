// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/FinalChecks.h"

#include "records/Codec.h"
#include "server/core/AdminAudit.h"

#include <algorithm>
#include <set>

namespace yizhan::simulation {
namespace {

constexpr int replays = 60;

} // namespace

void FinalChecks::broken(const char *invariant, const QString &what, const RecordId &record)
{
    m_trace.broken(QLatin1String(invariant), what, record);
}

void FinalChecks::run()
{
    using Check = void (FinalChecks::*)();
    for (const Check check :
         {&FinalChecks::copiesAreEqual, &FinalChecks::everyOperationCounts, &FinalChecks::everyNumberIsExplained,
          &FinalChecks::auditHolds, &FinalChecks::revokedAreGone, &FinalChecks::replayChangesNothing}) {
        if (!m_trace.isBroken())
            (this->*check)();
    }
}

std::vector<qint64> FinalChecks::numbers(const char *sql, const SqlValues &values)
{
    std::vector<qint64> all;
    const Outcome read = m_world.m_server->query(sql, values, [&all](const SqlRow &row) {
        all.push_back(row.int64(0));
        return Outcome();
    });
    if (!read)
        qFatal("%s", qPrintable(read.error().toLog()));
    return all;
}

void FinalChecks::copiesAreEqual()
{
    for (const auto &station : m_world.m_stations) {
        if (!station->isOn() || station->isRevoked())
            continue;
        const RecordId device = m_world.m_start.members()[static_cast<std::size_t>(station->number())].device;
        std::vector<Inspector::Row> rows = station->inspector().rows();
        const std::vector<Inspector::Row> raw = station->inspector().rawRows();
        rows.insert(rows.end(), raw.begin(), raw.end());
        for (const QString &office : officesInUse()) {
            const bool granted = !numbers(
                                      "SELECT generation FROM device_grant WHERE device = ? AND office = ? AND in_force = 1",
                                      {device, office})
                                      .empty();
            if (granted)
                copyIsEqual(*station, office, rows);
            else if (const auto held = std::find_if(
                         rows.begin(), rows.end(),
                         [&](const Inspector::Row &row) { return row.office == office && row.kind < Kind::Office; });
                     held != rows.end())
                broken("I7",
                       QStringLiteral("w%1 still holds %2 of %3").arg(station->number()).arg(m_trace.nameOf(held->id), office),
                       held->id);
        }
    }
}

void FinalChecks::copyIsEqual(Station &station, const QString &office, const std::vector<Inspector::Row> &rows)
{
    std::map<RecordId, const Inspector::Row *> here;
    for (const Inspector::Row &row : rows) {
        if (row.office == office && row.kind < Kind::Office)
            here.emplace(row.id, &row);
    }
    for (const auto &[id, row] : m_world.m_observer->rows()) {
        if (row.office != office || row.record.kind() >= Kind::Office)
            continue;
        const auto held = here.find(id);
        if (held == here.end())
            return broken("I1", QStringLiteral("w%1 lacks %2 of %3").arg(station.number()).arg(m_trace.nameOf(id), office), id);
        if (held->second->version != row.version)
            return broken("I1",
                          QStringLiteral("w%1 holds %2 in version %3 instead of %4")
                              .arg(station.number())
                              .arg(m_trace.nameOf(id))
                              .arg(held->second->version)
                              .arg(row.version),
                          id);
        if (!station.declaration().specOf(row.record.kind())) { // kept as it came: FieldWatch compares it
            here.erase(held);
            continue;
        }
        const Result<Record> record = recordAt(station, id);
        if (!record || encodeFields(*record) != encodeFields(row.record) || record->withdrawn != row.record.withdrawn
            || record->root != row.record.root)
            return broken("I1", QStringLiteral("w%1 holds %2 with other values").arg(station.number()).arg(m_trace.nameOf(id)),
                          id);
        here.erase(held);
    }
    if (!here.empty())
        broken("I1",
               QStringLiteral("w%1 holds %2, which %3 does not have")
                   .arg(station.number())
                   .arg(m_trace.nameOf(here.begin()->first), office),
               here.begin()->first);
}

Result<Record> FinalChecks::recordAt(Station &station, const RecordId &id)
{
    const Declaration::InForce here(station.declaration());
    return await(station.store().record(id));
}

// Each operation that a workstation numbered is in the history once, and what was not taken has its conflict record.
void FinalChecks::everyOperationCounts()
{
    for (const auto &station : m_world.m_stations) {
        if (!station->isOn() || station->isRevoked())
            continue;
        const RecordId device = m_world.m_start.members()[static_cast<std::size_t>(station->number())].device;
        const std::int64_t given = station->inspector().number(
            "SELECT max(ifnull((SELECT max(n) FROM outbox), 0), ifnull((SELECT CAST(CAST(value AS TEXT) AS INTEGER) FROM meta "
            "WHERE "
            "key = 'last_operation'), 0))");
        const std::vector<qint64> taken = numbers("SELECT n FROM operation WHERE device = ? ORDER BY n", {device});
        for (std::size_t i = 0; i < taken.size(); ++i) {
            if (taken[i] != static_cast<qint64>(i) + 1)
                return broken("I2",
                              QStringLiteral("operation %1 of w%2 is not in the history").arg(i + 1).arg(station->number()));
        }
        if (static_cast<std::int64_t>(taken.size()) != given)
            return broken("I2", QStringLiteral("w%1 numbered %2 operations, the server has %3")
                                    .arg(station->number())
                                    .arg(given)
                                    .arg(taken.size()));
    }
    const std::vector<qint64> unkept = numbers(
        "SELECT o.n FROM operation o WHERE o.verdict IN (3, 4) AND NOT EXISTS (SELECT 1 FROM "
        "record r WHERE r.id = o.conflict AND r.kind = ?)",
        {Kind::Conflict});
    if (!unkept.empty())
        return broken("I4", QStringLiteral("%1 operations that were not taken have no conflict record").arg(unkept.size()));
    m_world.m_ledger.judgeEnd(*m_world.m_observer);
}

void FinalChecks::everyNumberIsExplained()
{
    std::map<QString, RecordId> taken;
    for (const auto &[id, row] : m_world.m_observer->rows()) {
        if (row.record.isNull())
            continue;
        for (const FieldSpec *field : row.record.spec().fields) {
            const QString number = row.record.value(*field).text();
            if (field->search != SearchAs::CaseNumber || !field->byTransition || number.isEmpty())
                continue;
            const auto [other, isNew] = taken.emplace(number, id);
            if (!isNew && other->second != id)
                return broken(
                    "I5",
                    QStringLiteral("%1 and %2 both carry %3").arg(m_trace.nameOf(other->second), m_trace.nameOf(id), number),
                    id);
        }
    }
    if (!numbers("SELECT a.first FROM lease a JOIN lease b ON a.series_key = b.series_key AND a.first < b.first AND a.last >= "
                 "b.first")
             .empty())
        return broken("I5", QStringLiteral("two blocks of numbers overlap"));
    const std::vector<qint64> beyond = numbers(
        "SELECT n.serial FROM number n LEFT JOIN number_counter c ON c.series_key = n.series_key WHERE "
        "c.last IS NULL OR n.serial > c.last");
    if (!beyond.empty())
        return broken("I5", QStringLiteral("number %1 was used beyond the counter").arg(beyond.front()));
    const std::vector<qint64> again = numbers(
        "SELECT count(*) FROM number WHERE state = 1 GROUP BY number HAVING count(*) > 1");
    if (!again.empty())
        broken("I5", QStringLiteral("the register holds a number %1 times").arg(again.front()));
}

void FinalChecks::auditHolds()
{
    for (const auto &station : m_world.m_stations) {
        if (!station->isOn())
            continue;
        const auto check = await(station->store().verifyAudit());
        if (!check || check->firstBroken != -1)
            return broken("I8", QStringLiteral("the audit of w%1 does not verify").arg(station->number()));
    }
    Result<ChainReport> report = ChainReport();
    const Outcome read = m_world.m_server->database().read([&](SqlSession &session) -> Outcome {
        report = audit::verify(session);
        return report ? Outcome() : Outcome(report.error());
    });
    if (!read || report->broken)
        broken("I8", QStringLiteral("the audit of the administration does not verify"));
}

// Any of what was ever carried, in any order.
void FinalChecks::replayChangesNothing()
{
    std::map<QString, std::int64_t> heads;
    for (const QString &office : m_world.m_observer->offices())
        heads[office] = m_world.m_observer->headOf(office);
    const std::vector<qint64> before = numbers("SELECT count(*) FROM operation");
    for (int i = 0; i < replays; ++i)
        m_world.m_network.replay("/v1/push");
    m_world.lookAtServer();
    for (const auto &[office, head] : heads) {
        if (m_world.m_observer->headOf(office) != head)
            return broken("I10", QStringLiteral("old requests changed %1").arg(office));
    }
    if (numbers("SELECT count(*) FROM operation") != before)
        broken("I10", QStringLiteral("old requests added to the history"));
}

void FinalChecks::revokedAreGone()
{
    for (const auto &station : m_world.m_stations) {
        if (!m_world.m_revoked[static_cast<std::size_t>(station->number())])
            continue;
        const RecordId device = m_world.m_start.members()[static_cast<std::size_t>(station->number())].device;
        if (!station->isWiped())
            return broken("I12", QStringLiteral("w%1 was revoked and still has its store").arg(station->number()));
        const auto givenUp = m_world.m_givenUp.find(station->number());
        if (givenUp == m_world.m_givenUp.end() || givenUp->second.restores != m_world.m_counts.restores)
            continue;
        if (numbers("SELECT salvaged FROM receipt WHERE device = ?", {device}).size() != 1)
            return broken("I12", QStringLiteral("w%1 sent no receipt").arg(station->number()));
        std::vector<qint64> kept = numbers("SELECT n FROM quarantine WHERE device = ?", {device});
        const std::vector<qint64> judged = numbers("SELECT n FROM operation WHERE device = ?", {device});
        kept.insert(kept.end(), judged.begin(), judged.end());
        const auto isMissing = [&](qint64 n) { return std::find(kept.begin(), kept.end(), n) == kept.end(); };
        const auto missing = std::count_if(givenUp->second.operations.begin(), givenUp->second.operations.end(), isMissing);
        const qint64 said = numbers("SELECT lost FROM receipt WHERE device = ?", {device}).front();
        if (missing > said)
            return broken("I12", QStringLiteral("w%1 kept quiet about work that went with it: %2 of %3, it said %4")
                                     .arg(station->number())
                                     .arg(missing)
                                     .arg(givenUp->second.operations.size())
                                     .arg(said));
    }
}

} // namespace yizhan::simulation
