// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SyncStatus.h"

namespace yizhan {
namespace {

bool same(const std::optional<Error> &a, const std::optional<Error> &b)
{
    if (!a || !b)
        return a.has_value() == b.has_value();
    return a->kind == b->kind && a->text == b->text && a->details == b->details;
}

bool same(const OutboxSummary &a, const OutboxSummary &b)
{
    return a.unsent == b.unsent && a.oldestUnsent == b.oldestUnsent && a.firstUnsent == b.firstUnsent
           && a.answeredUpto == b.answeredUpto && a.refused == b.refused && a.refusedByReason == b.refusedByReason
           && a.returned == b.returned && a.unsentElsewhere == b.unsentElsewhere && a.openConflicts == b.openConflicts;
}

} // namespace

bool operator==(const SyncStatus &a, const SyncStatus &b)
{
    return a.stage == b.stage && same(a.outbox, b.outbox) && a.lastComplete == b.lastComplete && a.online == b.online
           && a.district == b.district && a.clockDifferenceMs == b.clockDifferenceMs && a.rowsDone == b.rowsDone
           && a.rowsTotal == b.rowsTotal && a.nextTry == b.nextTry && same(a.error, b.error) && same(a.sending, b.sending)
           && a.held == b.held && a.tooOldToRead == b.tooOldToRead && a.removals == b.removals && a.differences == b.differences
           && a.beyondRepair == b.beyondRepair;
}

} // namespace yizhan
