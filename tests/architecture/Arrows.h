// SPDX-License-Identifier: GPL-3.0-or-later
// The table of arrows.txt: which folder may use which folders, Qt modules and libraries.
#pragma once

#include <QMap>
#include <QSet>
#include <QString>

namespace yizhan::architecture {

struct Arrow {
    QSet<QString> folders;
    QSet<QString> qtModules;
    QSet<QString> libraries;
};

class Arrows
{
public:
    // An unreadable row makes the table unusable: complaint() then says which.
    static Arrows read(const QString &text);
    QString complaint() const { return m_complaint; }

    // The row that a path ("app/desktop/Main.cpp", "store") belongs to: the longest that fits; empty when none does.
    QString folderOf(const QString &path) const;
    bool allows(const QString &from, const QString &to) const;       // both as folderOf() gives them
    bool allowsQt(const QString &from, const QString &module) const; // module without "Qt::"
    bool allowsLibrary(const QString &from, const QString &library) const;
    // A folder that reaches itself over the arrows, or nothing: the layers must stay layers.
    QString cycle() const;
    QStringList folders() const { return m_rows.keys(); }

private:
    bool reaches(const QString &from, const QString &to, QSet<QString> &seen) const;

    QMap<QString, Arrow> m_rows;
    QString m_complaint;
};

} // namespace yizhan::architecture
