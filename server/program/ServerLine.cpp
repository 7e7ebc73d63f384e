// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/program/ServerLine.h"

#include "server/program/ProgramErrors.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStandardPaths>
#include <QTimeZone>
#include <QUrl>
#include <QUrlQuery>

namespace yizhan {

namespace {
QString standardFolder()
{
    const QString given = qEnvironmentVariable("STATE_DIRECTORY"); // of the service manager
    return given.isEmpty()
               ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/yizhan-server")
               : given;
}
} // namespace

QString words(const char *text) { return QCoreApplication::translate("Server", text); }

QString shown(Instant at)
{
    if (at.ms == 0)
        return QStringLiteral("-");
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.ms, QTimeZone(8 * 3600));
    return local.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

Result<FolderOptions> ServerLine::folderOptions() const
{
    FolderOptions folder;
    folder.folder = option("data", standardFolder());
    folder.keyFile = option("key-file");
    folder.rules = option("rules");
    folder.postgresUrl = option("postgres");
    const QUrl url(folder.postgresUrl);
    if (!url.password().isEmpty() || QUrlQuery(url).hasQueryItem(QStringLiteral("password")))
        return Error(ErrorKind::Usage, programErrors::passwordInUrl);
    return folder;
}

Result<std::unique_ptr<DistrictFolder>> ServerLine::open() const
{
    const Result<FolderOptions> folder = folderOptions();
    return folder ? DistrictFolder::open(*folder) : folder.error();
}

Exit ServerLine::done(const QString &sentence, QJsonObject object)
{
    if (console().format == Format::Json) {
        object.insert(QStringLiteral("done"), true);
        console().printObject(object);
    } else {
        console().print(sentence);
    }
    return Exit::Done;
}

Result<Exit> ServerLine::done(const Outcome &outcome, const QString &sentence)
{
    if (!outcome)
        return outcome.error();
    return done(sentence);
}

} // namespace yizhan
