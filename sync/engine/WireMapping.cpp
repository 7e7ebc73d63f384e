// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/WireMapping.h"

#include "base/Planted.h"
#include "store/Outbox.h"

#include <algorithm>

namespace yizhan {

static_assert(static_cast<int>(OutboxAct::Transfer) == static_cast<int>(wire::Act::Transfer));

wire::Operation operationOf(const OutboxRow &row)
{
    wire::Operation operation;
    operation.n = row.n;
    operation.txn = row.txn;
    operation.act = static_cast<wire::Act>(row.act);
    operation.kind = row.kind;
    operation.record = row.record;
    operation.root = row.root;
    operation.parent = row.parent;
    operation.office = row.office;
    operation.group = row.group;
    operation.values = row.fields;
    operation.base = row.base;
    operation.prev = row.prev;
    operation.transition = row.transition;
    operation.reason = row.reason;
    operation.clientTime = row.clientTime;
    operation.user = row.user;
    operation.format = row.format;
    return operation;
}

std::size_t knownTo(int schema, const std::vector<OutboxRow> &rows)
{
    const auto isNewer = [schema](const OutboxRow &row) { return row.format > schema && !planted(Plant::SentTooEarly); };
    const auto newer = std::find_if(rows.begin(), rows.end(), isNewer);
    if (newer == rows.end())
        return rows.size();
    const auto begin = std::find_if(rows.begin(), newer, [newer](const OutboxRow &row) { return row.txn == newer->txn; });
    return static_cast<std::size_t>(begin - rows.begin());
}

OutboxVerdict verdictOf(const wire::Verdict &verdict)
{
    OutboxVerdict known;
    known.n = verdict.n;
    switch (verdict.code) {
    case wire::VerdictCode::Applied:
    case wire::VerdictCode::Same: known.state = static_cast<int>(OutboxState::Taken); break;
    case wire::VerdictCode::Conflict: known.state = static_cast<int>(OutboxState::Conflict); break;
    case wire::VerdictCode::Refused: known.state = static_cast<int>(OutboxState::Refused); break;
    }
    known.version = verdict.version;
    known.conflict = verdict.conflict;
    known.reason = verdict.reason;
    return known;
}

PageEntry entryOf(wire::Entry &&entry)
{
    PageEntry known;
    known.what = static_cast<PageEntry::What>(entry.what);
    known.id = entry.id;
    known.version = entry.version;
    known.row = std::move(entry.row);
    known.versions = std::move(entry.versions);
    return known;
}

std::vector<PageEntry> entriesOf(std::vector<wire::Entry> &&entries)
{
    std::vector<PageEntry> known;
    known.reserve(entries.size());
    for (wire::Entry &entry : entries)
        known.push_back(entryOf(std::move(entry)));
    return known;
}

OfficeGrant grantOf(const wire::Grant &grant) { return {grant.office, grant.generation, grant.write}; }

RowHash hashOf(const DigestRow &row) { return hashOf(row.id, row.version, row.office, row.root, row.withdrawn, row.fields); }

} // namespace yizhan
