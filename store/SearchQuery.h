// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody typed into a search box, as questions to the search tables.
#pragma once

#include <QByteArray>
#include <QString>

namespace yizhan {

// Three questions in the language of FTS5, each a superset of the one before; empty = nothing can match.
struct SearchQuery {
    QByteArray exact;    // a whole name or number
    QByteArray initials; // the above, or initials and pinyin
    QByteArray part;     // everything that matches

    // Blanks separate parts of which every one must match (at most 8, of at most 64 characters each). Of a part, any run of
    // Chinese characters matches anywhere; letters match as initials, pinyin, or any three neighbours in a word; three digits
    // and more match inside any number and as the tail of an identity or phone number; one or two only a whole number.
    static SearchQuery parse(const QString &typed);

    bool isEmpty() const { return part.isEmpty(); }
};

} // namespace yizhan
