// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Purge.h"

#include "records/Codec.h"
#include "records/kinds/Conflict.h"
#include "server/core/AdminAudit.h"
#include "server/core/Attachments.h"
#include "server/core/Meta.h"
#include "server/core/OfficeBook.h"
#include "server/core/RowBook.h"
#include "sql/HashChain.h"

#include <QJsonArray>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace yizhan::purge {
namespace {

constexpr std::size_t casesAtOnce = 50;
constexpr qint64 dayMs = 86'400'000;

using LineKey = std::tuple<QString, Kind, QString>;

struct Work {
    const DistrictContext &context;
    const RetentionTable &table;
    QString approvedBy{};
    std::map<LineKey, Line> lines{};

    Day today() const { return context.clock.now().localDay(); }
    Line &lineOf(const Record &root, const RetentionRule &rule)
    {
        Line &line = lines[{root.office, root.kind(), rule.period}];
        line.office = root.office;
        line.kind = root.kind();
        line.period = rule.period;
        return line;
    }
    Report report() const
    {
        Report report;
        for (const auto &[key, line] : lines)
            report.lines.push_back(line);
        return report;
    }
};

// Cases that are over, by kind; the few of them that a person still has to look at are counted and left out.
Result<std::vector<RecordId>> overCases(const Work &work, SqlSession &session)
{
    std::vector<RecordId> roots;
    std::set<Kind> kinds;
    for (const RetentionRule &rule : work.table.rules())
        kinds.insert(rule.spec->kind);
    for (const Kind kind : kinds) {
        const Outcome read = session.each("SELECT body FROM record WHERE kind = ? AND id = root ORDER BY id", {kind},
                                          [&](const SqlRow &row) -> Outcome {
                                              const Result<Record> root = decodeRecord(row.bytes(0));
                                              if (!root)
                                                  return root.error();
                                              if (!root->isNull() && work.table.overFor(*root, work.today()))
                                                  roots.push_back(root->id);
                                              return {};
                                          });
        if (!read)
            return read.error();
    }
    return roots;
}

bool isOpenConflict(const ServerRow &row)
{
    return row.record.kind() == Kind::Conflict && !row.record.withdrawn && row.record.get(conflict::decision).isEmpty();
}

// The rows of a case that goes; none if it is to stay.
Result<std::vector<ServerRow *>> judgeCase(Work &work, RowBook &rows, const RecordId &id)
{
    const Result<ServerRow *> root = rows.find(id);
    if (!root)
        return root.error();
    const RetentionRule *rule = *root ? work.table.overFor((*root)->record, work.today()) : nullptr;
    if (!rule)
        return std::vector<ServerRow *>();
    Result<std::vector<ServerRow *>> all = rows.ofCase(id);
    if (!all)
        return all;
    Line &line = work.lineOf((*root)->record, *rule);
    if (std::any_of(all->begin(), all->end(), [](const ServerRow *row) { return isOpenConflict(*row); })) {
        ++line.held;
        return std::vector<ServerRow *>();
    }
    ++line.cases;
    line.rows += static_cast<qint64>(all->size());
    return all;
}

struct Payload {
    RecordId device;
    qint64 n = 0;
    QByteArray hash;
};

// What was said about the row, taken or not: the values go, their hash stays in the chain.
Outcome eraseHistory(SqlSession &session, const RecordId &record)
{
    std::vector<Payload> payloads;
    const Outcome read = session.each(
        "SELECT device, n, payload FROM operation WHERE (record = ? OR conflict = ?) AND payload_hash IS NULL",
        {record, record}, [&payloads](const SqlRow &row) {
            payloads.push_back({row.id(0), row.int64(1), hashOfPayload(row.bytes(2)).toBytes()});
            return Outcome();
        });
    if (!read)
        return read;
    for (const Payload &payload : payloads) {
        Outcome erased = session.done("UPDATE operation SET payload = ?, payload_hash = ? WHERE device = ? AND n = ?",
                                      {QByteArray(), payload.hash, payload.device, payload.n});
        if (!erased)
            return erased;
    }
    return {};
}

Outcome removeRow(const Work &work, SqlSession &session, const ServerRow &row, OfficeBook &offices)
{
    const Record &record = row.record;
    offices.without(row.storedOffice, record.id, row.storedHash);
    offices.purge(row.storedOffice, record);
    if (Outcome gone = session.done("DELETE FROM record WHERE id = ?", {record.id}); !gone)
        return gone;
    Outcome noted = session.done(
        "INSERT INTO purged (record, root, office, kind, purged_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (record) DO NOTHING",
        {record.id, record.root, row.storedOffice, record.kind(), work.context.clock.now()});
    return noted ? eraseHistory(session, record.id) : noted;
}

Outcome purgeSome(Work &work, SqlSession &session, const std::vector<RecordId> &roots, Epoch epoch, std::vector<QString> &grown)
{
    RowBook rows(session, epoch);
    if (Outcome locked = rows.lockCases(roots); !locked)
        return locked;
    OfficeBook offices;
    QJsonArray ids;
    std::map<QString, qint64> bases;
    for (const RecordId &id : roots) {
        const Result<std::vector<ServerRow *>> all = judgeCase(work, rows, id);
        if (!all)
            return all.error();
        if (all->empty())
            continue;
        const Result<ServerRow *> root = rows.find(id);
        ++bases[work.table.overFor((*root)->record, work.today())->basis];
        ids.append(id.toString());
        for (const ServerRow *row : *all) {
            if (Outcome removed = removeRow(work, session, *row, offices); !removed)
                return removed;
        }
    }
    if (ids.isEmpty())
        return {};
    QJsonObject rules;
    for (const auto &[basis, count] : bases)
        rules.insert(basis, count);
    for (const char *sql : {"DELETE FROM snapshot_part", "DELETE FROM snapshot"}) { // they hold what is to be gone
        if (Outcome gone = session.done(sql, {}); !gone)
            return gone;
    }
    const Instant now = work.context.clock.now();
    Outcome audited = audit::add(
        session, now, QStringLiteral("purge"),
        {{QStringLiteral("cases"), ids}, {QStringLiteral("rules"), rules}, {QStringLiteral("approved_by"), work.approvedBy}});
    if (!audited)
        return audited;
    grown = offices.grown();
    return offices.finish(session, RecordId(), now);
}

struct Marker {
    QString office;
    RecordId record;
    qint64 oseq = 0;
};

// Entries of purges that every workstation in use has long read. The newest entry of a log stays: it proves its last number.
Result<std::vector<Marker>> oldMarkers(const DistrictContext &context, SqlSession &session)
{
    std::vector<Marker> markers;
    const Instant before{context.clock.now().ms - context.options.purgeEntryDays * dayMs};
    const Outcome read = session.each(
        "SELECT l.office, l.record, l.oseq FROM purged p JOIN office_log l ON l.office = p.office AND l.record = p.record JOIN "
        "office_head h ON h.office = l.office WHERE p.purged_at < ? AND l.what = 3 AND l.oseq < h.oseq ORDER BY l.office, "
        "l.oseq",
        {before}, [&markers](const SqlRow &row) {
            markers.push_back({row.text(0), row.id(1), row.int64(2)});
            return Outcome();
        });
    return read ? Result<std::vector<Marker>>(std::move(markers)) : Result<std::vector<Marker>>(read.error());
}

Outcome forgetMarkers(const DistrictContext &context, SqlSession &session, qint64 &count)
{
    const Result<std::vector<Marker>> markers = oldMarkers(context, session);
    if (!markers)
        return markers.error();
    std::map<QString, qint64> fences; // ascending by office, as the heads are taken everywhere
    for (const Marker &marker : *markers)
        fences[marker.office] = std::max(fences[marker.office], marker.oseq);
    for (const auto &[office, fence] : fences) {
        Outcome set = session.done("UPDATE office_head SET purged_before = ? WHERE office = ? AND purged_before < ?",
                                   {fence, office, fence});
        if (!set)
            return set;
    }
    for (const Marker &marker : *markers) {
        Outcome gone = session.done("DELETE FROM office_log WHERE office = ? AND record = ? AND oseq = ?",
                                    {marker.office, marker.record, marker.oseq});
        if (!gone)
            return gone;
    }
    count = static_cast<qint64>(markers->size());
    if (count == 0)
        return {};
    return audit::add(session, context.clock.now(), QStringLiteral("purge log"), {{QStringLiteral("entries"), count}});
}

} // namespace

qint64 Report::cases() const
{
    qint64 sum = 0;
    for (const Line &line : lines)
        sum += line.cases;
    return sum;
}

Result<bool> hasGone(SqlSession &session, const RecordId &record)
{
    const auto gone = session.number("SELECT 1 FROM purged WHERE record = ?", {record});
    return gone ? Result<bool>(gone->has_value()) : Result<bool>(gone.error());
}

Result<Report> plan(const DistrictContext &context, const RetentionTable &table)
{
    Report report;
    const Outcome read = context.database.read([&](SqlSession &session) -> Outcome {
        Work work{context, table};
        const Result<std::vector<RecordId>> roots = overCases(work, session);
        if (!roots)
            return roots.error();
        for (const RecordId &id : *roots) {
            RowBook rows(session, 0); // one case at a time: nothing is held on to
            if (const auto all = judgeCase(work, rows, id); !all)
                return all.error();
        }
        const Result<std::vector<Marker>> markers = oldMarkers(context, session);
        const Result<attachments::Unnamed> unnamed = attachments::unnamed(context, session);
        if (!markers || !unnamed)
            return markers ? unnamed.error() : markers.error();
        report = work.report();
        report.forgotten = static_cast<qint64>(markers->size());
        report.contents = unnamed->contents;
        report.bytes = unnamed->bytes;
        return {};
    });
    return read ? Result<Report>(std::move(report)) : Result<Report>(read.error());
}

Result<Report> carryOut(const DistrictContext &context, const RetentionTable &table, const QString &approvedBy)
{
    Work done{context, table, approvedBy};
    std::vector<RecordId> roots;
    const Outcome looked = context.database.read([&](SqlSession &session) -> Outcome {
        Result<std::vector<RecordId>> found = overCases(done, session);
        if (!found)
            return found.error();
        roots = std::move(*found);
        return {};
    });
    if (!looked)
        return looked.error();
    for (std::size_t at = 0; at < roots.size(); at += casesAtOnce) {
        const auto begin = roots.begin() + static_cast<std::ptrdiff_t>(at);
        const std::vector<RecordId> some(begin, begin + static_cast<std::ptrdiff_t>(std::min(casesAtOnce, roots.size() - at)));
        std::vector<QString> grown;
        std::map<LineKey, Line> lines;
        const Outcome purged = context.database.write([&](SqlSession &session) -> Outcome {
            Work work{context, table, approvedBy, done.lines};
            grown.clear();
            const Result<Epoch> epoch = meta::epochOf(session);
            if (!epoch)
                return epoch.error();
            Outcome gone = purgeSome(work, session, some, *epoch, grown);
            lines = std::move(work.lines);
            return gone;
        });
        if (!purged)
            return purged.error();
        done.lines = std::move(lines);
        context.hints.tell(grown);
    }
    Report report = done.report();
    const Outcome forgotten = context.database.write(
        [&](SqlSession &session) { return forgetMarkers(context, session, report.forgotten); });
    if (!forgotten)
        return forgotten.error();
    const Result<attachments::Unnamed> removed = attachments::removeUnnamed(context);
    if (!removed)
        return removed.error();
    report.contents = removed->contents;
    report.bytes = removed->bytes;
    return report;
}

} // namespace yizhan::purge
