// SPDX-License-Identifier: GPL-3.0-or-later
// A C++ source cut into what the rules look at: the code alone, the comments alone, the string literals.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace yizhan::architecture {

struct Literal {
    int line = 0; // of its opening quote, from 1
    QString text; // between the quotes, escapes as written
};

struct SourceText {
    QString code;            // comments and the insides of literals are blanks; length and line breaks as in the source
    QString comments;        // the opposite: only the comments
    QList<Literal> literals; // in order; raw strings too
    QStringList lines;       // as written

    static SourceText read(const QString &source);
    int lineAt(qsizetype offset) const; // from 1
};

// The arguments of the call whose opening bracket stands at `open` in code, trimmed; nothing when it is never closed.
// Commas inside brackets of any kind, and inside <> after an identifier, do not count.
QStringList argumentsOf(const QString &code, qsizetype open);

} // namespace yizhan::architecture
