// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Preferences.h"

#include <QDir>
#include <QSettings>

namespace yizhan {

namespace {
QString fileIn(const QString &folder) { return folder + QStringLiteral("/window.ini"); }
} // namespace

Preferences Preferences::read(const QString &folder)
{
    Preferences out;
    if (!QDir(folder).exists())
        return out;
    const QSettings file(fileIn(folder), QSettings::IniFormat);
    out.language = file.value(QStringLiteral("language"), out.language).toString();
    out.theme = file.value(QStringLiteral("theme"), out.theme).toString();
    out.fontSize = file.value(QStringLiteral("fontSize"), out.fontSize).toInt();
    out.lockMinutes = file.value(QStringLiteral("lockMinutes"), out.lockMinutes).toInt();
    out.lastLogin = file.value(QStringLiteral("lastLogin")).toString();
    out.geometry = file.value(QStringLiteral("geometry")).toByteArray();
    out.summaryShown = file.value(QStringLiteral("summaryShown"), true).toBool();
    return out;
}

void Preferences::write(const QString &folder) const
{
    if (!QDir(folder).exists())
        return;
    QSettings file(fileIn(folder), QSettings::IniFormat);
    file.setValue(QStringLiteral("language"), language);
    file.setValue(QStringLiteral("theme"), theme);
    file.setValue(QStringLiteral("fontSize"), fontSize);
    file.setValue(QStringLiteral("lockMinutes"), lockMinutes);
    file.setValue(QStringLiteral("lastLogin"), lastLogin);
    file.setValue(QStringLiteral("geometry"), geometry);
    file.setValue(QStringLiteral("summaryShown"), summaryShown);
}

} // namespace yizhan
