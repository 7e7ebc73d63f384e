// SPDX-License-Identifier: GPL-3.0-or-later
// All derived columns of a case: those the rules give, and the keyed hash that links the appearances of one person.
#pragma once

#include "records/Record.h"

namespace yizhan {

class RuleBook;
class StoreContext;

// In place. Any thread.
void deriveWhole(CaseFile &file, const StoreContext &context, Instant now);

// 16 bytes that are equal for equal identity numbers and tell nothing without the store's key; empty without a number.
QByteArray personKeyOf(const Record &party, const StoreContext &context);

// Of everything that the derived columns of a store rest on: the rules, and how this program derives from them. When it is not
// the one written in the store, they are computed anew.
QByteArray fingerprintOfDerivation(const RuleBook &rules);

} // namespace yizhan
