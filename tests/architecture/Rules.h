// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of this code base that no compiler knows, over a tree of texts: the real one or a small bad one made by a test.
#pragma once

#include "tests/architecture/Arrows.h"

#include <QList>
#include <QMap>
#include <QString>

namespace yizhan::architecture {

struct Breach {
    QString file;
    int line = 0; // from 1; 0 = the whole file
    QString rule; // a stable short name, see Rules.cpp
    QString detail;

    QString toString() const; // file:line rule: detail
};

struct Tree {
    QMap<QString, QString> files; // path from the root with / -> text
    QSet<QString> others;         // paths of files that are no text: pictures, archives
    QString edges;                // what CMake recorded: "store -> records" a line
    QSet<QString> mayBeLong;      // paths of long-files.txt

    bool has(const QString &path) const; // a file, or a folder with one in it
};

// Every text file below root but build output and the bad trees of these tests; edges from a build folder.
Tree readTree(const QString &root, const QString &buildFolder);

// All breaches, in the order of the files.
QList<Breach> inspect(const Tree &tree, const Arrows &arrows);

} // namespace yizhan::architecture
