// SPDX-License-Identifier: GPL-3.0-or-later
// The stock of numbers that the server lent to this workstation.
#pragma once

#include "sql/Connection.h"
#include "store/SyncTypes.h"

namespace yizhan {

class StoreContext;

namespace syncnumbers {

// One entry for each key that numbers of the series are taken from this year: one a word where the series has words. Series
// that take no leases, and unknown ones, have none.
// `now` is the district's time: by a clock that is wrong every block would be over at once, and one after the other be asked
// for.
Result<std::vector<LeaseLevelState>> levels(Connection &connection, const StoreContext &context, const QStringList &series,
                                            Instant now);
// Adding the same block again changes nothing. Errors: Protocol (it overlaps another one).
Outcome addBlock(Connection &connection, const NumberBlock &block);

} // namespace syncnumbers

} // namespace yizhan
