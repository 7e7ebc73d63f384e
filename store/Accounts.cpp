// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Accounts.h"

#include "records/CodeList.h"
#include "records/RoleTable.h"
#include "records/kinds/User.h"
#include "store/Meta.h"
#include "store/Password.h"
#include "store/RowMapper.h"
#include "store/StoreErrors.h"

namespace yizhan::accounts {
namespace {

Outcome noteAccount(Connection &connection, Writer &writer, const QString &event, const RecordId &user)
{
    AuditRow row;
    row.event = event;
    row.kind = static_cast<std::int32_t>(Kind::User);
    row.root = user;
    row.record = user;
    return writer.note(connection, row, {});
}

Result<std::optional<Record>> findByLogin(Connection &connection, const QString &login)
{
    Result<CachedStatement> statement = connection.cached(selectFrom(user::spec, Columns::All)
                                                          + " WHERE login = ? AND withdrawn = 0 ORDER BY rowid LIMIT 1");
    if (!statement)
        return statement.error();
    const Result<bool> found = (*statement)->bind(1, login).step();
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<Record>();
    return std::optional<Record>(readRow(**statement, user::spec, Columns::All));
}

QByteArray districtAccountKey(const RecordId &user) { return "account." + user.toBytes().toHex(); }

} // namespace

QStringList usualRoles()
{
    return {QStringLiteral("OFFICE_HEAD"), QStringLiteral("OFFICE_STAFF"), QStringLiteral("MEDIATOR"),
            QStringLiteral("AID_CLERK"), QStringLiteral("NOTARY_CLERK")};
}

Outcome judgeRoles(const QStringList &roles, const RuleBook &rules)
{
    const Error unfit(ErrorKind::Constraint, storeerrors::rolesUnfit, {roles.join(QStringLiteral(", ")).left(200)});
    if (roles.isEmpty() || !rules.roles().clashIn(roles).isEmpty())
        return unfit;
    for (const QString &role : roles) {
        if (!rules.codes().isValid(QStringLiteral("role"), role))
            return unfit;
        if (role == QLatin1String("SYS_ADMIN") || role == QLatin1String("SEC_ADMIN"))
            return Error(ErrorKind::Constraint, storeerrors::administratorWithoutKey);
    }
    return {};
}

Result<RecordId> addRecord(Connection &connection, Writer &writer, const RecordId &id, const QString &login,
                           const QString &name, const QStringList &roles)
{
    const Result<std::optional<Record>> known = findByLogin(connection, login);
    if (!known)
        return known.error();
    Record account = *known ? **known : Record(user::spec);
    if (!*known)
        account.id = id;
    account.set(user::login, login);
    account.set(user::name, name.isEmpty() ? login : name);
    account.set(user::roles, roles);
    account.set(user::active, true);
    Change change;
    if (*known)
        change.operations.push_back(Operation::set(account.id, {{&user::name, account.value(user::name)},
                                                                {&user::roles, account.value(user::roles)},
                                                                {&user::active, account.value(user::active)}}));
    else
        change.operations.push_back(Operation::create(account));
    const Result<ChangeSet> written = writer.submit(connection, change);
    if (!written)
        return written.error();
    if (*known)
        return account.id;
    return written->rows.front().id;
}

Outcome add(Connection &connection, Writer &writer, const StoreContext &context, VaultCost cost, const QString &login,
            const QString &name, const QString &password, const QStringList &roles)
{
    if (!context.session.mayManageUsers())
        return Error(ErrorKind::Forbidden, storeerrors::notAllowed);
    if (Outcome fine = judgeRoles(roles, *context.rules()); !fine)
        return fine;
    Result<Vault> vault = Vault::read(context.paths.vault());
    if (!vault)
        return vault.error();
    if (Outcome fine = vault->judgeLogin(login); !fine)
        return fine;
    if (Outcome fine = judgePassword(password); !fine)
        return fine;
    const Result<RecordId> user = addRecord(connection, writer, RecordId(), login, name, roles);
    if (!user)
        return user.error();
    if (Outcome done = vault->addSlot(login, *user, password, context.keys.data.view(), cost); !done)
        return done;
    if (Outcome done = vault->write(context.paths.vault()); !done)
        return done;
    return noteAccount(connection, writer, QStringLiteral("GRANT"), *user);
}

Outcome changePassword(Connection &connection, Writer &writer, const StoreContext &context, VaultCost cost,
                       const QString &oldPassword, const QString &newPassword)
{
    if (Outcome fine = judgePassword(newPassword); !fine)
        return fine;
    Result<Vault> vault = Vault::read(context.paths.vault());
    if (!vault)
        return vault.error();
    AttemptLog attempts(context.paths.attempts(), *context.clock);
    if (Outcome allowed = attempts.begin(); !allowed)
        return allowed;
    const Result<VaultKeys> keys = vault->unlock(context.session.login, oldPassword);
    attempts.judge(keys);
    if (!keys)
        return keys.error();
    if (Outcome done = vault->changePassword(context.session.login, *keys, newPassword, cost); !done)
        return done;
    if (Outcome done = vault->write(context.paths.vault()); !done)
        return done;
    return noteAccount(connection, writer, QStringLiteral("PWD"), context.session.actor.user);
}

Outcome knowAs(Connection &connection, const RecordId &user, const RecordId &atDistrict)
{
    if (atDistrict.isNull() || atDistrict == user)
        return {};
    for (const char *sql :
         {"UPDATE outbox SET user = ? WHERE user = ? AND state = 0", "UPDATE draft SET user = ? WHERE user = ?",
          "UPDATE OR REPLACE setting SET user = ? WHERE user = ?"}) {
        Result<CachedStatement> statement = connection.cached(sql);
        if (!statement)
            return statement.error();
        if (Outcome done = (*statement)->bindAll(atDistrict, user).run(); !done)
            return done;
    }
    return meta::write(connection, districtAccountKey(user).constData(), atDistrict.toBytes());
}

Result<Session> sessionOf(Connection &connection, const RecordId &localUser, const Clock &clock)
{
    const Result<QByteArray> known = meta::read(connection, districtAccountKey(localUser).constData());
    if (!known)
        return known.error();
    const RecordId user = RecordId::fromBytes(*known).value_or(localUser);
    Result<Record> account = readById(connection, user::spec, user);
    if (!account && account.error().kind == ErrorKind::NotFound)
        account = readById(connection, user::spec, localUser); // the district's own has not come yet
    if (!account)
        return account.error();
    const Result<QByteArray> office = meta::read(connection, meta::office);
    if (!office)
        return office.error();
    const Instant now = clock.now();
    const std::optional<Day> until = account->get(user::validTo);
    if (account->withdrawn || !account->get(user::active).value_or(true) || (until && *until < now.localDay()))
        return Error(ErrorKind::Auth, storeerrors::userGone);
    Session session;
    session.actor.user = user;
    session.actor.roles = account->get(user::roles);
    // an account of the district belongs to no office: the person works where the workstation stands
    session.actor.office = QString::fromUtf8(*office);
    session.login = account->get(user::login);
    session.name = account->get(user::name);
    session.staff = account->get(user::staff).value_or(RecordId{});
    session.openedAt = now;
    return session;
}

} // namespace yizhan::accounts
