// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RowWriter.h"

#include "records/Codec.h"
#include "store/DerivedIndexes.h"
#include "store/RowMapper.h"
#include "store/Schema.h"
#include "store/StoreErrors.h"

#include <algorithm>
#include <map>

namespace yizhan {
namespace {

using Values = std::map<std::uint16_t, Value>;

Values valuesAt(const Record &record, const std::vector<int> &positions)
{
    Values values;
    for (const int position : positions) {
        const auto i = static_cast<std::size_t>(position);
        values.emplace(record.spec().fields[i]->id, record.values()[i]);
    }
    return values;
}

bool changesState(const Record &record, const std::vector<int> &positions)
{
    return std::any_of(positions.begin(), positions.end(), [&](int position) {
        const FieldSpec *field = record.spec().fields[static_cast<std::size_t>(position)];
        return std::any_of(record.spec().lifeCycles.begin(), record.spec().lifeCycles.end(),
                           [&](const LifeCycle *lifeCycle) { return lifeCycle->status == field; });
    });
}

ChangeSet::Row rowOf(const Record &record, ChangeSet::Row::What what)
{
    return {record.kind(), record.id, record.root, record.localRow, what};
}

} // namespace

Outcome RowWriter::writeCase(OpenCase &file, std::vector<ChangeSet::Row> &written)
{
    m_searchChanged = false;
    if (Outcome done = writeRow(file, file.file.root, written); !done)
        return done;
    for (Record &child : file.file.children) {
        if (Outcome done = writeRow(file, child, written); !done)
            return done;
    }
    for (Record &gone : file.withdrawn) {
        if (Outcome done = writeRow(file, gone, written); !done)
            return done;
    }
    if (file.transferred) {
        if (Outcome done = moveWithdrawn(file); !done)
            return done;
    }
    if (file.isNew || m_searchChanged)
        return derived::putCase(m_connection, file.file, file.isNew);
    return {};
}

Outcome RowWriter::writeRow(OpenCase &file, Record &record, std::vector<ChangeSet::Row> &written)
{
    using What = ChangeSet::Row::What;
    const Record *before = file.standing(record.id);
    if (!before) {
        if (Outcome done = writeNew(file, record); !done)
            return done;
        m_searchChanged = m_searchChanged || derived::hasSearchedFields(record.spec());
        written.push_back(rowOf(record, What::Created));
        return {};
    }
    const RowDifference difference = differenceOf(*before, record);
    if (difference.isNothing())
        return {};
    const auto isSearched = [&](int position) {
        return derived::isSearched(record.spec(), *record.spec().fields[static_cast<std::size_t>(position)]);
    };
    m_searchChanged = m_searchChanged || difference.withdrawn
                      || std::any_of(difference.own.begin(), difference.own.end(), isSearched)
                      || std::any_of(difference.derived.begin(), difference.derived.end(), isSearched);
    written.push_back(rowOf(record, record.withdrawn ? What::Withdrawn : What::Changed));
    if (difference.own.empty() && !difference.withdrawn && !difference.office)
        return updateDerived(m_connection, record, difference.derived);
    return writeChanged(file, *before, record, difference);
}

Outcome RowWriter::writeNew(const OpenCase &file, Record &record)
{
    if (m_change.asServer) {
        ++m_given;
        return m_inserter.insert(record, 0);
    }
    if (Outcome done = m_inserter.insert(record, 1); !done)
        return done;
    AuditPayload payload;
    payload.reason = m_change.reason;
    payload.after = encodeFields(record);
    if (Outcome done = auditRow(file, record, QStringLiteral("CREATE"), payload); !done)
        return done;
    OutboxEntry entry;
    entry.act = record.spec().appendOnly ? OutboxAct::Append : OutboxAct::Create;
    entry.fields = payload.after;
    entry.transition = file.step;
    return m_outbox.append(m_connection, m_user, record, entry, m_audit.change(), m_now);
}

Outcome RowWriter::writeChanged(const OpenCase &file, const Record &before, Record &after, const RowDifference &difference)
{
    Result<RowState> state = readState(m_connection, after);
    if (!state)
        return state.error();
    if (m_change.asServer && state->unsent > 0)
        return Error(ErrorKind::Conflict, storeerrors::unsentWork);
    // later than what stood, even if the clock was set back: "changed since you looked" is decided by it
    after.updatedAt = std::max(m_now, Instant{before.updatedAt.ms + 1});
    after.updatedBy = m_user;
    const bool isAudited = !difference.own.empty() || difference.withdrawn || after.id == after.root;
    if (isAudited) {
        AuditPayload payload;
        payload.reason = m_change.reason;
        if (!difference.own.empty()) {
            payload.before = encodeSome(valuesAt(before, difference.own), after.spec());
            payload.after = encodeSome(valuesAt(after, difference.own), after.spec());
        }
        const QString event = difference.withdrawn && after.withdrawn                       ? QStringLiteral("DELETE")
                              : changesState(after, difference.own) && !file.step.isEmpty() ? QStringLiteral("STATE")
                                                                                            : QStringLiteral("UPDATE");
        if (Outcome done = auditRow(file, after, event, payload); !done)
            return done;
    }
    if (!m_change.asServer) {
        if (state->unsent == 0 && before.version > 0) {
            if (Outcome done = Outbox::keepShadow(m_connection, before, state->versions); !done)
                return done;
        }
        if (Outcome done = sendChanges(file, before, after, difference, state->versions, state->unsent); !done)
            return done;
    }
    std::vector<int> changed = difference.own;
    changed.insert(changed.end(), difference.derived.begin(), difference.derived.end());
    after.unsent = state->unsent > 0;
    return updateRow(m_connection, after, changed, state->unsent, state->versions);
}

// One operation for each merge group; children follow the root to another office without operations of their own.
Outcome RowWriter::sendChanges(const OpenCase &file, const Record &before, const Record &after, const RowDifference &difference,
                               FieldVersions &versions, int &unsent)
{
    const auto send = [&](OutboxAct act, GroupKey group, const QByteArray &fields) {
        OutboxEntry entry;
        entry.act = act;
        entry.group = group;
        entry.fields = fields;
        entry.base = versions.versionOf(group, before.version);
        entry.transition = file.step;
        entry.reason = m_change.reason;
        versions.setChangedHere(group, after.updatedAt);
        ++unsent;
        return m_outbox.append(m_connection, m_user, after, entry, m_audit.change(), m_now);
    };
    std::map<GroupKey, Values> groups;
    for (const auto &[id, value] : valuesAt(after, difference.own)) {
        const FieldSpec *field = after.spec().fields[static_cast<std::size_t>(after.spec().indexOfId(id))];
        groups[groupKeyOf(*field)].emplace(id, value);
    }
    for (const auto &[group, values] : groups) {
        if (Outcome done = send(OutboxAct::Set, group, encodeSome(values, after.spec())); !done)
            return done;
    }
    if (difference.withdrawn) {
        const OutboxAct act = after.withdrawn ? OutboxAct::Withdraw : OutboxAct::Restore;
        if (Outcome done = send(act, withdrawnGroup, {}); !done)
            return done;
    }
    if (difference.office && after.id == after.root)
        return send(OutboxAct::Transfer, officeGroup, after.office.toUtf8());
    return {};
}

Outcome RowWriter::auditRow(const OpenCase &file, const Record &record, const QString &event, const AuditPayload &payload)
{
    AuditRow row;
    row.at = m_now;
    row.user = m_user;
    row.device = m_context.device;
    row.event = event;
    row.kind = static_cast<std::int32_t>(record.kind());
    row.root = record.root;
    row.record = record.id;
    row.office = record.office;
    row.transition = file.step;
    return m_audit.append(m_connection, std::move(row), payload);
}

// The server has them under the old office until it has moved them, too.
Outcome RowWriter::keepShadowsOfWithdrawn(const RecordSpec &spec, const RecordId &root)
{
    const QByteArray sql = selectFrom(spec, Columns::All) + " WHERE root = ? AND withdrawn = 1 AND version > 0";
    return m_connection.each(sql, with(root), [&](const Statement &found) -> Outcome {
        const Record row = readRow(found, spec, Columns::All);
        const Result<RowState> state = readState(m_connection, row);
        if (!state)
            return state.error();
        return Outbox::keepShadow(m_connection, row, state->versions);
    });
}

// Withdrawn rows are not in the case, but they belong to its office too.
Outcome RowWriter::moveWithdrawn(const OpenCase &file)
{
    for (const RecordSpec *spec : descendantsOf(file.file.root.spec())) {
        if (Outcome done = m_change.asServer ? Outcome() : keepShadowsOfWithdrawn(*spec, file.file.root.id); !done)
            return done;
        Result<CachedStatement> statement = m_connection.cached("UPDATE " + layoutOf(*spec).table
                                                                + " SET office = ? WHERE root = ? AND withdrawn = 1");
        if (!statement)
            return statement.error();
        if (Outcome done = (*statement)->bindAll(file.file.root.office, file.file.root.id).run(); !done)
            return done;
    }
    return {};
}

Outcome RowWriter::finish()
{
    if (m_given == 0)
        return {};
    AuditRow row;
    row.at = m_now;
    row.user = m_user;
    row.device = m_context.device;
    row.event = QStringLiteral("IMPORT");
    row.office = m_context.office;
    AuditPayload payload;
    payload.reason = m_change.reason;
    payload.count = m_given;
    return m_audit.append(m_connection, std::move(row), payload);
}

} // namespace yizhan
