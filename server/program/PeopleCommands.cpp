// SPDX-License-Identifier: GPL-3.0-or-later
// user ..., device ..., office ...: who may work, where, on which workstation.
#include "app/console/ConsoleErrors.h"
#include "server/program/ServerLine.h"

#include <QJsonArray>

namespace yizhan {

namespace {

QString joined(const QStringList &list) { return list.join(QStringLiteral(", ")); }
QString yes(bool is) { return is ? words(QT_TRANSLATE_NOOP("Server", "yes")) : words(QT_TRANSLATE_NOOP("Server", "no")); }

Result<QString> askPassword(ServerLine &line)
{
    return line.newPassword(words(QT_TRANSLATE_NOOP("Server", "New password:")),
                            words(QT_TRANSLATE_NOOP("Server", "New password once more:")));
}

// Runs one act of the administration on the login in the first word.
Result<Exit> onLogin(ServerLine &line, const char *sentence,
                     const std::function<Outcome(Administration &administration, const QString &login)> &act)
{
    const Result<QString> login = line.word(0, "LOGIN");
    if (!login)
        return login.error();
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    return line.done(act((*folder)->administration(), *login), words(sentence).arg(*login));
}

Result<RecordId> deviceWord(ServerLine &line)
{
    const Result<QString> text = line.word(0, "ID");
    if (!text)
        return text.error();
    const std::optional<RecordId> id = RecordId::fromString(*text);
    if (!id)
        return Error(ErrorKind::Usage, consoleErrors::badValue,
                     {*text, QStringLiteral("ID"), words(QT_TRANSLATE_NOOP("Server", "an id as “device list” shows it"))});
    return *id;
}

Result<Exit> onDevice(ServerLine &line, const char *sentence,
                      const std::function<Outcome(Administration &administration, const RecordId &device)> &act)
{
    const Result<RecordId> device = deviceWord(line);
    if (!device)
        return device.error();
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    return line.done(act((*folder)->administration(), *device), words(sentence).arg(device->toString()));
}

QString stateOf(const DeviceInfo &device)
{
    if (device.hasReceipt)
        return words(QT_TRANSLATE_NOOP("Server", "wiped"));
    switch (device.state) {
    case wire::DeviceState::Good: return words(QT_TRANSLATE_NOOP("Server", "admitted"));
    case wire::DeviceState::Revoked: return words(QT_TRANSLATE_NOOP("Server", "revoked"));
    case wire::DeviceState::Wipe: return words(QT_TRANSLATE_NOOP("Server", "to wipe itself"));
    }
    return {};
}

} // namespace

Result<Exit> runUserAdd(ServerLine &line)
{
    const Result<QString> login = line.word(0, "LOGIN");
    if (!login)
        return login.error();
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    const Result<QString> password = askPassword(line);
    if (!password)
        return password.error();
    NewUser user;
    user.login = *login;
    user.name = line.option("name", *login);
    user.password = *password;
    user.roles = line.options("role");
    user.offices = line.options("office");
    const Result<RecordId> added = (*folder)->administration().addUser(user);
    if (!added)
        return added.error();
    return line.done(words(QT_TRANSLATE_NOOP("Server", "The account %1 is open.")).arg(*login),
                     {{QStringLiteral("user"), added->toString()}, {QStringLiteral("login"), *login}});
}

Result<Exit> runUserDisable(ServerLine &line)
{
    return onLogin(line, QT_TRANSLATE_NOOP("Server", "The account %1 is closed."),
                   [](Administration &people, const QString &login) { return people.disableUser(login, true); });
}

Result<Exit> runUserEnable(ServerLine &line)
{
    return onLogin(line, QT_TRANSLATE_NOOP("Server", "The account %1 is open."),
                   [](Administration &people, const QString &login) { return people.disableUser(login, false); });
}

Result<Exit> runUserPassword(ServerLine &line)
{
    return onLogin(line, QT_TRANSLATE_NOOP("Server", "The account %1 has a new password."),
                   [&line](Administration &people, const QString &login) -> Outcome {
                       const Result<QString> password = askPassword(line);
                       return password ? people.setPassword(login, *password) : Outcome(password.error());
                   });
}

Result<Exit> runUserRole(ServerLine &line)
{
    return onLogin(line, QT_TRANSLATE_NOOP("Server", "The account %1 has the new roles and offices."),
                   [&line](Administration &people, const QString &login) {
                       return people.setRoles(login, line.options("role"), line.options("office"));
                   });
}

Result<Exit> runUserFactor(ServerLine &line)
{
    const Result<QString> login = line.word(0, "LOGIN");
    const Result<QString> state = line.word(1, "on|off");
    if (!login || !state)
        return login ? state.error() : login.error();
    if (*state != QLatin1String("on") && *state != QLatin1String("off"))
        return Error(ErrorKind::Usage, consoleErrors::badValue,
                     {*state, QStringLiteral("user factor"), QStringLiteral("on, off")});
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    const bool on = *state == QLatin1String("on");
    const Result<QString> secret = (*folder)->administration().setSecondFactor(*login, on);
    if (!secret)
        return secret.error();
    if (!on)
        return line.done(words(QT_TRANSLATE_NOOP("Server", "The account %1 has no second factor any more.")).arg(*login));
    return line.done(words(QT_TRANSLATE_NOOP("Server", "To be typed into the authenticator of %1; shown only now:\n\n    %2\n"))
                         .arg(*login, *secret),
                     {{QStringLiteral("login"), *login}, {QStringLiteral("secret"), *secret}});
}

Result<Exit> runUserList(ServerLine &line)
{
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    const Result<std::vector<UserInfo>> users = (*folder)->administration().listUsers();
    if (!users)
        return users.error();
    QList<QStringList> rows;
    for (const UserInfo &user : *users)
        rows += {user.login,           user.name,           joined(user.roles),
                 joined(user.offices), yes(!user.disabled), yes(user.hasSecondFactor)};
    line.console().printTable({QStringLiteral("login"), QStringLiteral("name"), QStringLiteral("roles"),
                               QStringLiteral("offices"), QStringLiteral("open"), QStringLiteral("second_factor")},
                              {words(QT_TRANSLATE_NOOP("Server", "Login")), words(QT_TRANSLATE_NOOP("Server", "Name")),
                               words(QT_TRANSLATE_NOOP("Server", "Roles")), words(QT_TRANSLATE_NOOP("Server", "Offices")),
                               words(QT_TRANSLATE_NOOP("Server", "Open")), words(QT_TRANSLATE_NOOP("Server", "Second factor"))},
                              rows);
    return Exit::Done;
}

Result<Exit> runDeviceCode(ServerLine &line)
{
    const Result<QString> office = line.needed("office");
    if (!office)
        return office.error();
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    NewCode wanted;
    wanted.office = *office;
    wanted.moreOffices = line.options("also");
    wanted.mayWrite = !line.has("read-only");
    wanted.authorityKeyHash = (*folder)->certificates().authorityKeyHash();
    const Result<QString> code = (*folder)->administration().makeCode(wanted);
    if (!code)
        return code.error();
    return line.done(
        words(QT_TRANSLATE_NOOP("Server", "Code for one workstation of %1, good for 24 hours and once:\n\n    %2\n"))
            .arg(*office, *code),
        {{QStringLiteral("office"), *office}, {QStringLiteral("code"), *code}});
}

Result<Exit> runDeviceList(ServerLine &line)
{
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    const Result<std::vector<DeviceInfo>> devices = (*folder)->administration().listDevices();
    if (!devices)
        return devices.error();
    QList<QStringList> rows;
    for (const DeviceInfo &device : *devices) {
        QStringList offices;
        for (const DeviceGrant &grant : device.grants)
            offices += grant.mayWrite ? grant.office : grant.office + QStringLiteral(" (r)");
        rows += {device.id.toString(), device.office,   QString::number(device.station),    device.name, stateOf(device),
                 shown(device.seenAt), joined(offices), QString::number(device.quarantined)};
    }
    line.console().printTable(
        {QStringLiteral("id"), QStringLiteral("office"), QStringLiteral("station"), QStringLiteral("name"),
         QStringLiteral("state"), QStringLiteral("seen"), QStringLiteral("offices"), QStringLiteral("quarantined")},
        {QStringLiteral("ID"), words(QT_TRANSLATE_NOOP("Server", "Office")), words(QT_TRANSLATE_NOOP("Server", "Station")),
         words(QT_TRANSLATE_NOOP("Server", "Name")), words(QT_TRANSLATE_NOOP("Server", "State")),
         words(QT_TRANSLATE_NOOP("Server", "Seen last")), words(QT_TRANSLATE_NOOP("Server", "Offices")),
         words(QT_TRANSLATE_NOOP("Server", "In quarantine"))},
        rows);
    return Exit::Done;
}

Result<Exit> runDeviceRevoke(ServerLine &line)
{
    return onDevice(
        line, QT_TRANSLATE_NOOP("Server", "The workstation %1 is refused from now on and wipes itself when it next connects."),
        [](Administration &people, const RecordId &device) { return people.revokeDevice(device); });
}

Result<Exit> runDeviceRelease(ServerLine &line)
{
    const Result<RecordId> device = deviceWord(line);
    if (!device)
        return device.error();
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    const Result<qint64> released = (*folder)->administration().releaseQuarantine(*device);
    if (!released)
        return released.error();
    return line.done(words(QT_TRANSLATE_NOOP("Server", "%1 operations wait for a decision in their office.")).arg(*released),
                     {{QStringLiteral("operations"), *released}});
}

Result<Exit> runOfficeList(ServerLine &line)
{
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    const Result<std::vector<OfficeInfo>> offices = (*folder)->administration().offices();
    if (!offices)
        return offices.error();
    QList<QStringList> rows;
    for (const OfficeInfo &office : *offices)
        rows += {office.code, office.name, QString::number(office.rows), QString::number(office.oseq)};
    line.console().printTable(
        {QStringLiteral("code"), QStringLiteral("name"), QStringLiteral("records"), QStringLiteral("log")},
        {words(QT_TRANSLATE_NOOP("Server", "Code")), words(QT_TRANSLATE_NOOP("Server", "Name")),
         words(QT_TRANSLATE_NOOP("Server", "Records")), words(QT_TRANSLATE_NOOP("Server", "Log"))},
        rows);
    return Exit::Done;
}

Result<Exit> runOfficeAdd(ServerLine &line)
{
    const Result<QString> code = line.word(0, "CODE");
    if (!code)
        return code.error();
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    return line.done((*folder)->administration().addOffice(*code),
                     words(QT_TRANSLATE_NOOP("Server", "The office %1 was taken up.")).arg(*code));
}

Result<Exit> runOfficeGrant(ServerLine &line)
{
    const Result<QString> office = line.word(1, "CODE");
    if (!office)
        return office.error();
    return onDevice(
        line, QT_TRANSLATE_NOOP("Server", "The workstation %1 sees the office from its next connection on."),
        [&](Administration &people, const RecordId &device) { return people.grant(device, *office, !line.has("read-only")); });
}

Result<Exit> runOfficeEnd(ServerLine &line)
{
    const Result<QString> office = line.word(1, "CODE");
    if (!office)
        return office.error();
    return onDevice(line, QT_TRANSLATE_NOOP("Server", "The workstation %1 removes the office at its next connection."),
                    [&](Administration &people, const RecordId &device) { return people.endGrant(device, *office); });
}

} // namespace yizhan
