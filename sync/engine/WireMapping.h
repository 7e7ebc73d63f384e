// SPDX-License-Identifier: GPL-3.0-or-later
// Between what the store hands out and takes in, and the messages on the wire.
#pragma once

#include "store/SyncTypes.h"
#include "sync/protocol/Digest.h"
#include "sync/protocol/Messages.h"

namespace yizhan {

wire::Operation operationOf(const OutboxRow &row);
// How many of these, from the first, a server of that schema knows: whole savings, and none behind one that it does not know,
// for the numbers have no gaps.
std::size_t knownTo(int schema, const std::vector<OutboxRow> &rows);
OutboxVerdict verdictOf(const wire::Verdict &verdict);
PageEntry entryOf(wire::Entry &&entry);
std::vector<PageEntry> entriesOf(std::vector<wire::Entry> &&entries);
OfficeGrant grantOf(const wire::Grant &grant);
RowHash hashOf(const DigestRow &row);

} // namespace yizhan
