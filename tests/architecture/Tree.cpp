// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/Rules.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace yizhan::architecture {

namespace {
QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// What people write; pictures, archives and the like are not text.
bool isText(const QString &path)
{
    static const QSet<QString> endings{QStringLiteral("h"),     QStringLiteral("cpp"),  QStringLiteral("txt"),
                                       QStringLiteral("cmake"), QStringLiteral("md"),   QStringLiteral("sql"),
                                       QStringLiteral("ui"),    QStringLiteral("qrc"),  QStringLiteral("py"),
                                       QStringLiteral("sh"),    QStringLiteral("json"), QStringLiteral("in")};
    const QFileInfo info(path);
    return endings.contains(info.suffix()) || path == QLatin1String("dev") || path == QLatin1String(".ci/run")
           || path.startsWith(QLatin1String(".clang"));
}

bool isSkipped(const QString &path)
{
    const bool hidden = path.startsWith(u'.') && !path.startsWith(QLatin1String(".ci/"))
                        && !path.startsWith(QLatin1String(".clang"));
    return hidden || path.startsWith(QLatin1String("build/")) || path.startsWith(QLatin1String("tests/architecture/trees/"));
}
} // namespace

bool Tree::has(const QString &path) const
{
    const QString folder = path.endsWith(u'/') ? path : path + u'/';
    const auto inFolder = files.lowerBound(folder);
    return files.contains(path) || others.contains(path) || (inFolder != files.end() && inFolder.key().startsWith(folder));
}

Tree readTree(const QString &root, const QString &buildFolder)
{
    Tree tree;
    const QDir dir(root);
    QDirIterator walk(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = dir.relativeFilePath(walk.next());
        if (isSkipped(path))
            continue;
        if (isText(path))
            tree.files.insert(path, textOf(walk.filePath()));
        else
            tree.others.insert(path);
    }
    tree.edges = textOf(buildFolder + QStringLiteral("/architecture-edges.txt"));
    for (const QString &line : tree.files.value(QStringLiteral("tests/architecture/long-files.txt")).split(u'\n')) {
        const QString path = line.section(u' ', 0, 0);
        if (!path.isEmpty() && !path.startsWith(u'#') && !line.section(u' ', 1).trimmed().isEmpty()) // no reason, no exception
            tree.mayBeLong.insert(path);
    }
    return tree;
}

} // namespace yizhan::architecture
