// SPDX-License-Identifier: GPL-3.0-or-later
// What the locked window must know before anybody unlocked: language, colours, letter size, who was here last.
#pragma once

#include <QByteArray>
#include <QString>

namespace yizhan {

// Lies beside the store in window.ini, unencrypted: nothing of a case is in it. GUI thread.
struct Preferences {
    QString language = QStringLiteral("zh");
    QString theme = QStringLiteral("system");
    int fontSize = 11; // points
    int lockMinutes = 5;
    QString lastLogin;
    QByteArray geometry; // of the window
    bool summaryShown = true;

    // What cannot be read keeps its standard.
    static Preferences read(const QString &folder);
    // Only into a folder that exists; a folder that cannot be written is no reason for a message.
    void write(const QString &folder) const;
};

} // namespace yizhan
