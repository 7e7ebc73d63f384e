// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a catalogue: each check returns one line a fault, none if all is well.
#pragma once

#include "tests/translations/Catalogue.h"

namespace yizhan::translations {

// Unfinished, empty, or with the wrong number of plural forms.
QStringList unfinished(const Catalogue &catalogue, int pluralForms);
// %1, %L2 and %n must be the same on both sides; a key after & stands as (&X) at the end.
QStringList placeholders(const Catalogue &catalogue);
// Latin words in Chinese that are neither codes, options nor names of keys, or that the source does not have.
QStringList latinWords(const Catalogue &catalogue);
// Half-width marks in Chinese, straight quotes, a sentence without its full stop (or a label with one), 你 for 您.
QStringList punctuation(const Catalogue &catalogue);
// One word for one thing: key terms of the trade must be put the same way everywhere.
QStringList terms(const Catalogue &catalogue);
// Wanted, but not in the catalogue.
QStringList missing(const Catalogue &catalogue, const QList<Text> &wanted);

} // namespace yizhan::translations
