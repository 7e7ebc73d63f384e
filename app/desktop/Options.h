// SPDX-License-Identifier: GPL-3.0-or-later
// What the window program is told on its command line.
#pragma once

#include <QString>
#include <QStringList>

namespace yizhan {

struct Options {
    QString folder;       // of the store
    QString language;     // "zh", "en"; empty = as last time, Chinese at first
    QString theme;        // "light", "dark", "system"; empty = as last time
    QString shots;        // folder for pictures of the windows; empty = run
    QString shotsPart;    // one language, theme and scale of the pictures: "zh-light-100"
    QString user;         // for the pictures
    QString passwordFile; // for the pictures
    QString problem;      // why the line was not understood; empty = fine
    QString help;         // to print and leave; empty = go on
};

// `arguments` as QCoreApplication::arguments(). Never ends the program.
Options readOptions(const QStringList &arguments);
// Where the store is kept unless --store says otherwise.
QString usualFolder();

} // namespace yizhan
