// SPDX-License-Identifier: GPL-3.0-or-later
// The half of PushJudge that takes what may be taken: merging, the mark "withdrawn", new rows, cases that change their office.
#include "server/core/PushJudge.h"

#include "records/Codec.h"
#include "server/core/NumberDesk.h"

#include <algorithm>

namespace yizhan {
namespace {

using wire::Act;
using wire::VerdictCode;

constexpr const char *late = "LATE";
constexpr const char *noRight = "NO_RIGHT";

bool isListed(const ServerRow &row, GroupKey group)
{
    const auto &entries = row.versions.entries();
    return std::any_of(entries.begin(), entries.end(), [group](const auto &entry) { return entry.group == group; });
}

GroupKey groupOf(const wire::Operation &operation)
{
    switch (operation.act) {
    case Act::Withdraw:
    case Act::Restore: return withdrawnGroup;
    case Act::Transfer: return officeGroup;
    default: return operation.group;
    }
}

} // namespace

Outcome PushJudge::take(const wire::Operation &operation, Aim &aim)
{
    switch (operation.act) {
    case Act::Create:
    case Act::Append: return create(operation, aim);
    case Act::Set: return set(operation, aim);
    case Act::Withdraw:
    case Act::Restore: return setWithdrawn(operation, aim);
    case Act::Transfer: return transfer(operation, aim);
    }
    return {};
}

Outcome PushJudge::answer(const wire::Operation &operation, const Aim &aim, VerdictCode code, Version version,
                          const char *reason)
{
    JudgedOperation judged;
    judged.operation = operation;
    judged.verdict.n = operation.n;
    judged.verdict.code = code;
    judged.verdict.version = version;
    judged.verdict.reason = QLatin1String(reason);
    judged.office = aim.office;
    judged.payload = toCbor(operation);
    m_judged.push_back(std::move(judged));
    return {};
}

// Told, not decided: the author's clock, but never ahead of the server's.
void PushJudge::touch(ServerRow &row, const wire::Operation &operation) const
{
    row.record.updatedAt = std::clamp(operation.clientTime, std::min(row.record.createdAt, m_context.now), m_context.now);
    row.record.updatedBy = operation.user;
}

Outcome PushJudge::create(const wire::Operation &operation, Aim &aim)
{
    if (aim.row) {
        if (encodeFields(aim.row->record) == operation.values)
            return answer(operation, aim, VerdictCode::Same, aim.row->record.version);
        return keepAside(operation, aim, {late, QString(), true});
    }
    Record record = std::move(aim.created);
    record.id = operation.record;
    record.root = operation.root;
    record.parent = operation.parent;
    record.office = aim.spec->district ? QLatin1String(wire::districtLog)
                                       : (aim.root ? aim.root->record.office : operation.office);
    record.createdAt = std::clamp(operation.clientTime, Instant{}, m_context.now);
    record.updatedAt = record.createdAt;
    record.createdBy = operation.user;
    record.updatedBy = operation.user;
    aim.office = record.office;
    const ServerRow &row = m_rows.add(std::move(record));
    return answer(operation, aim, VerdictCode::Applied, row.record.version);
}

Outcome PushJudge::set(const wire::Operation &operation, Aim &aim)
{
    ServerRow &row = *aim.row;
    StandingGroup standing;
    standing.version = row.versionOf(operation.group);
    for (const FieldSpec *field : aim.spec->fields) {
        if (groupKeyOf(*field) == operation.group && !row.record.value(*field).isNull())
            standing.values.emplace(field->id, row.record.value(*field));
    }
    if (operation.base != standing.version && operation.prev > 0) {
        const Result<bool> own = isWrittenByPrev(operation, row);
        if (!own)
            return own.error();
        standing.writtenByPrev = *own;
    }
    Merged merged = mergeGroup(*aim.spec, standing, {operation.base, aim.values});
    switch (merged.verdict) {
    case Merged::Verdict::Conflict: return keepAside(operation, aim, {late, QString(), true});
    case Merged::Verdict::Same:
        return answer(operation, aim, VerdictCode::Same, standing.version, merged.combined ? wire::combined : "");
    case Merged::Verdict::Applied: break;
    }
    const Version version = m_rows.change(row);
    for (auto &[id, value] : merged.values)
        row.record.setValue(*aim.spec->fields[static_cast<std::size_t>(aim.spec->indexOfId(id))], std::move(value));
    row.versions.setVersion(operation.group, version);
    touch(row, operation);
    return answer(operation, aim, VerdictCode::Applied, version, merged.combined ? wire::combined : "");
}

Outcome PushJudge::setWithdrawn(const wire::Operation &operation, Aim &aim)
{
    ServerRow &row = *aim.row;
    const bool wanted = operation.act == Act::Withdraw;
    const Version standing = row.versionOf(withdrawnGroup);
    if (row.record.withdrawn == wanted)
        return answer(operation, aim, VerdictCode::Same, standing);
    if (operation.base != standing) {
        const Result<bool> own = isWrittenByPrev(operation, row);
        if (!own)
            return own.error();
        if (!*own)
            return keepAside(operation, aim, {late, QString(), true});
    }
    const Version version = m_rows.change(row);
    row.record.withdrawn = wanted;
    row.versions.setVersion(withdrawnGroup, version);
    touch(row, operation);
    m_numbers.noteMark(operation.record, operation.reason);
    return answer(operation, aim, VerdictCode::Applied, version);
}

Outcome PushJudge::transfer(const wire::Operation &operation, Aim &aim)
{
    ServerRow &root = *aim.row;
    const QString target = QString::fromUtf8(operation.values);
    const Version standing = root.versionOf(officeGroup);
    if (target == root.record.office)
        return answer(operation, aim, VerdictCode::Same, standing);
    const auto head = m_context.session.number("SELECT 1 FROM office_head WHERE office = ?", {target});
    if (!head)
        return head.error();
    if (!*head || target == QLatin1String(wire::districtLog))
        return keepAside(operation, aim, {noRight, target.left(60), false});
    if (operation.base != standing) {
        const Result<bool> own = isWrittenByPrev(operation, root);
        if (!own)
            return own.error();
        if (!*own)
            return keepAside(operation, aim, {late, QString(), true});
    }
    Result<std::vector<ServerRow *>> rows = m_rows.ofCase(root.record.id);
    if (!rows)
        return rows.error();
    for (ServerRow *row : *rows) {
        const Version version = m_rows.moveTo(*row, target);
        row->versions.setVersion(officeGroup, version);
    }
    touch(root, operation);
    return answer(operation, aim, VerdictCode::Applied, root.record.version);
}

// What stands was written by the workstation's own operation `prev` exactly if that one was taken, on this row and group, and
// the group has had its version since; but not if it was combined with what others had written and the author has not seen.
Result<bool> PushJudge::isWrittenByPrev(const wire::Operation &operation, const ServerRow &row)
{
    if (operation.prev <= 0 || operation.prev >= operation.n)
        return false;
    return wasTakenAs(operation.prev, operation, row.versionOf(groupOf(operation)), isListed(row, groupOf(operation)));
}

Result<bool> PushJudge::wasTakenAs(std::int64_t n, const wire::Operation &operation, Version standing, bool listed)
{
    const auto fits = [&](const wire::Operation &before, const wire::Verdict &verdict) {
        const bool taken = verdict.code == VerdictCode::Applied || verdict.code == VerdictCode::Same;
        if (!taken || verdict.reason == QLatin1String(wire::combined) || before.record != operation.record)
            return false;
        const bool made = before.act == Act::Create || before.act == Act::Append;
        return made ? !listed : groupOf(before) == groupOf(operation) && verdict.version == standing;
    };
    const auto here = std::find_if(m_judged.begin(), m_judged.end(),
                                   [n](const JudgedOperation &judged) { return judged.operation.n == n; });
    if (here != m_judged.end())
        return fits(here->operation, here->verdict);
    bool own = false;
    const Result<bool> found = m_context.session.first(
        "SELECT act, record, grp, verdict, version, reason FROM operation WHERE device = ? AND n = ?", {m_context.device, n},
        [&](const SqlRow &row) {
            wire::Operation before;
            before.act = static_cast<Act>(row.int64(0));
            before.record = row.id(1);
            before.group = static_cast<GroupKey>(row.int64(2));
            wire::Verdict verdict;
            verdict.code = static_cast<VerdictCode>(row.int64(3));
            verdict.version = row.int64(4);
            verdict.reason = row.text(5);
            own = fits(before, verdict);
        });
    return found ? Result<bool>(own) : Result<bool>(found.error());
}

} // namespace yizhan
