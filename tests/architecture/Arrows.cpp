// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/Arrows.h"

#include <QStringList>
#include <utility>

namespace yizhan::architecture {

namespace {
const QString everything = QStringLiteral("*");

QSet<QString> words(const QString &text)
{
    const QStringList list = text.simplified().split(u' ', Qt::SkipEmptyParts);
    return QSet<QString>(list.begin(), list.end());
}
} // namespace

Arrows Arrows::read(const QString &text)
{
    Arrows table;
    for (const QString &line : text.split(u'\n')) {
        if (line.trimmed().isEmpty() || line.startsWith(u'#'))
            continue;
        const QStringList sides = line.split(QStringLiteral("->"));
        const QStringList columns = sides.value(1).split(u'|');
        const QString folder = sides.first().trimmed();
        if (sides.size() != 2 || columns.size() != 3 || table.m_rows.contains(folder)) {
            table.m_complaint = line;
            return table;
        }
        table.m_rows.insert(folder, {words(columns[0]), words(columns[1]), words(columns[2])});
    }
    for (const Arrow &row : std::as_const(table.m_rows))
        for (const QString &folder : row.folders)
            if (folder != everything && !table.m_rows.contains(folder))
                table.m_complaint = QStringLiteral("an arrow leads to %1, which has no row").arg(folder);
    return table;
}

QString Arrows::folderOf(const QString &path) const
{
    QString best;
    for (const QString &folder : m_rows.keys())
        if ((path == folder || path.startsWith(folder + u'/')) && folder.size() > best.size())
            best = folder;
    return best;
}

bool Arrows::allows(const QString &from, const QString &to) const
{
    if (from == to)
        return true;
    const QSet<QString> folders = m_rows.value(from).folders;
    const bool testOnly = to == QLatin1String("tests") || to == QLatin1String("bench");
    return folders.contains(to) || (folders.contains(everything) && !testOnly);
}

bool Arrows::allowsQt(const QString &from, const QString &module) const
{
    const QSet<QString> modules = m_rows.value(from).qtModules;
    return modules.contains(module) || modules.contains(everything);
}

bool Arrows::allowsLibrary(const QString &from, const QString &library) const
{
    const QSet<QString> libraries = m_rows.value(from).libraries;
    return libraries.contains(library) || libraries.contains(everything);
}

QString Arrows::cycle() const
{
    for (const QString &folder : m_rows.keys())
        for (const QString &next : m_rows[folder].folders) {
            QSet<QString> seen;
            if (next != folder && reaches(next, folder, seen))
                return folder;
        }
    return {};
}

bool Arrows::reaches(const QString &from, const QString &to, QSet<QString> &seen) const
{
    if (from == to)
        return true;
    if (seen.contains(from))
        return false;
    seen.insert(from);
    for (const QString &next : m_rows.value(from).folders)
        if (next != from && reaches(next, to, seen))
            return true;
    return false;
}

} // namespace yizhan::architecture
