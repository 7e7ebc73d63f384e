// SPDX-License-Identifier: GPL-3.0-or-later
// All derived columns of a case: those the rules give, and the keyed hash that links the appearances of one person.
#pragma once

#include "records/Record.h"

namespace yizhan {

class StoreContext;

// In place. Any thread.
void deriveWhole(CaseFile &file, const StoreContext &context, Instant now);

// 16 bytes that are equal for equal identity numbers and tell nothing without the store's key; empty without a number.
QByteArray personKeyOf(const Record &party, const StoreContext &context);

} // namespace yizhan
