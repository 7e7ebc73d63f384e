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

    // Blanks separate parts of which every one must match (at most 8, of at most 64 characters each). What matches of a part:
    //  * anything with a Chinese character in it: anywhere, from one character on;
    //  * three Latin letters or digits and more: anywhere in a word; digits also as the tail of an identity or phone number;
    //  * one or two with a letter among them: the beginning of a word (and letters as initials and pinyin of names);
    //  * one or two digits: a whole number only (12 is case 12, neither 112 nor 120).
    static SearchQuery parse(const QString &typed);

    // Whole identity and telephone numbers that end like this one; empty for a text without letters or digits.
    static QByteArray endingLike(QStringView number);

    bool isEmpty() const { return part.isEmpty(); }
};

} // namespace yizhan
