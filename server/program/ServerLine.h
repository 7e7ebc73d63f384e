// SPDX-License-Identifier: GPL-3.0-or-later
// One call of yizhan-server: its command, its words and options, and the district it works on.
#pragma once

#include "app/console/Arguments.h"
#include "app/console/Exit.h"
#include "server/program/DistrictFolder.h"

#include <QJsonObject>

namespace yizhan {

class ServerLine;

struct ServerCommand {
    const char *name;  // "user add"
    const char *words; // positional words in the help: "LOGIN"
    const char *help;  // QT_TRANSLATE_NOOP("Server", ...)
    std::span<const ArgumentOption> options;
    Result<Exit> (*run)(ServerLine &line);
};

std::span<const ServerCommand> serverCommands(); // in the order of the help
std::span<const ArgumentOption> serverCommonOptions();

class ServerLine : public Arguments
{
public:
    using Arguments::Arguments;

    // From --data, --key-file, --postgres, --rules. Error: Usage.
    Result<FolderOptions> folderOptions() const;
    Result<std::unique_ptr<DistrictFolder>> open() const;
    // --name when given, one or several.
    QStringList names() const { return options("name"); }

    // A sentence for people, an object for programs.
    Exit done(const QString &sentence, QJsonObject object = {});
    // Done, or the error.
    Result<Exit> done(const Outcome &outcome, const QString &sentence);
};

// A text of the program in the language of the call.
QString words(const char *text);
// Local time of the office, to the minute; "-" for never.
QString shown(Instant at);

Result<Exit> runInit(ServerLine &line);
Result<Exit> runServe(ServerLine &line);
Result<Exit> runUserAdd(ServerLine &line);
Result<Exit> runUserDisable(ServerLine &line);
Result<Exit> runUserEnable(ServerLine &line);
Result<Exit> runUserPassword(ServerLine &line);
Result<Exit> runUserRole(ServerLine &line);
Result<Exit> runUserFactor(ServerLine &line);
Result<Exit> runUserList(ServerLine &line);
Result<Exit> runDeviceCode(ServerLine &line);
Result<Exit> runDeviceList(ServerLine &line);
Result<Exit> runDeviceRevoke(ServerLine &line);
Result<Exit> runDeviceRelease(ServerLine &line);
Result<Exit> runOfficeList(ServerLine &line);
Result<Exit> runOfficeAdd(ServerLine &line);
Result<Exit> runOfficeGrant(ServerLine &line);
Result<Exit> runOfficeEnd(ServerLine &line);
Result<Exit> runCertificateShow(ServerLine &line);
Result<Exit> runCertificateRenew(ServerLine &line);
Result<Exit> runCertificateNext(ServerLine &line);
Result<Exit> runCertificateSwitch(ServerLine &line);
Result<Exit> runAuditList(ServerLine &line);
Result<Exit> runBackup(ServerLine &line);
Result<Exit> runBundle(ServerLine &line);
Result<Exit> runRestore(ServerLine &line);
Result<Exit> runPurge(ServerLine &line);
Result<Exit> runVerify(ServerLine &line);
Result<Exit> runExport(ServerLine &line);
Result<Exit> runExportKey(ServerLine &line);
Result<Exit> runExportOpen(ServerLine &line);
Result<Exit> runYearClose(ServerLine &line);
Result<Exit> runVoidNumbers(ServerLine &line);

} // namespace yizhan
