// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Administration.h"

#include "records/CodeList.h"
#include "records/OfficeDirectory.h"
#include "records/RoleTable.h"
#include "records/RuleBook.h"
#include "server/core/Directory.h"
#include "server/core/Meta.h"
#include "server/core/Passwords.h"
#include "server/core/ServerErrors.h"
#include "server/core/Tokens.h"

#include <QJsonArray>

namespace yizhan {
namespace {

constexpr int factorBytes = 20; // the length of the hash, RFC 4226 part 4
constexpr qsizetype loginLength = 60;

Error noSuchUser(const QString &login) { return Error(ErrorKind::NotFound, servererrors::noSuchThing, {login}); }

} // namespace

Outcome Administration::change(const QString &act, const QJsonObject &details,
                               const std::function<Outcome(SqlSession &session, std::vector<QString> &grown)> &work)
{
    std::vector<QString> grown;
    const Outcome written = m_context.database.write([&](SqlSession &session) -> Outcome {
        grown.clear();
        const Result<Epoch> epoch = meta::epochOf(session);
        if (!epoch)
            return epoch.error();
        if (*epoch == 0 && act != QLatin1String("init"))
            return Error(ErrorKind::Usage, servererrors::notInitialised);
        if (Outcome done = work(session, grown); !done)
            return done;
        return audit::add(session, m_context.clock.now(), act, details);
    });
    if (written)
        m_context.hints.tell(grown);
    return written;
}

Outcome Administration::init(const QString &districtName)
{
    if (Outcome prepared = m_context.database.prepareSchema(); !prepared)
        return prepared;
    return change(QStringLiteral("init"), {{QStringLiteral("district"), districtName}},
                  [&](SqlSession &session, std::vector<QString> &grown) -> Outcome {
                      const Result<Epoch> epoch = meta::epochOf(session);
                      if (!epoch)
                          return epoch.error();
                      if (*epoch != 0)
                          return Error(ErrorKind::Usage, servererrors::initialised);
                      if (Outcome set = meta::setNumber(session, meta::epoch, 1); !set)
                          return set;
                      if (Outcome set = meta::setText(session, meta::district, districtName); !set)
                          return set;
                      if (Outcome set = meta::setText(session, meta::instance, m_context.newId().toString()); !set)
                          return set;
                      if (Outcome log = directory::addDistrictLog(session, m_context); !log)
                          return log;
                      for (const OfficeEntry &office : m_context.rules->offices().all()) {
                          if (!office.active)
                              continue;
                          if (Outcome added = directory::addOffice(session, m_context, office.id, grown); !added)
                              return added;
                      }
                      return {};
                  });
}

Result<std::vector<OfficeInfo>> Administration::offices()
{
    std::vector<OfficeInfo> offices;
    const Outcome read = m_context.database.read([&](SqlSession &session) {
        return session.each("SELECT office, name, row_count, oseq FROM office_head WHERE office <> '*' ORDER BY office", {},
                            [&offices](const SqlRow &row) {
                                offices.push_back({row.text(0), row.text(1), row.int64(2), row.int64(3)});
                                return Outcome();
                            });
    });
    return read ? Result<std::vector<OfficeInfo>>(std::move(offices)) : Result<std::vector<OfficeInfo>>(read.error());
}

Outcome Administration::addOffice(const QString &code)
{
    return change(QStringLiteral("office"), {{QStringLiteral("office"), code}},
                  [&](SqlSession &session, std::vector<QString> &grown) {
                      return directory::addOffice(session, m_context, code, grown);
                  });
}

Result<RecordId> Administration::userOf(SqlSession &session, const QString &login) const
{
    RecordId id;
    const Result<bool> found = session.first("SELECT id FROM account WHERE login = ?", {login},
                                             [&id](const SqlRow &row) { id = row.id(0); });
    if (!found)
        return found.error();
    return *found ? Result<RecordId>(id) : Result<RecordId>(noSuchUser(login));
}

Outcome Administration::judgeRoles(const QStringList &roles) const
{
    for (const QString &role : roles) {
        if (!m_context.rules->codes().isValid(QStringLiteral("role"), role))
            return Error(ErrorKind::Constraint, servererrors::roles, {role});
    }
    const QStringList clash = m_context.rules->roles().clashIn(roles);
    if (roles.isEmpty() || !clash.isEmpty())
        return Error(ErrorKind::Constraint, servererrors::roles, {clash.join(QLatin1String(" + "))});
    return {};
}

Outcome Administration::setOffices(SqlSession &session, const RecordId &user, const QStringList &offices) const
{
    if (Outcome gone = session.done("DELETE FROM account_office WHERE account = ?", {user}); !gone)
        return gone;
    QStringList each = offices;
    each.removeDuplicates();
    for (const QString &office : std::as_const(each)) {
        const Result<bool> known = directory::isOffice(session, office);
        if (!known)
            return known.error();
        if (!*known && office != QLatin1String(wire::districtLog))
            return Error(ErrorKind::NotFound, servererrors::unknownOffice, {office});
        if (Outcome added = session.done("INSERT INTO account_office (account, office) VALUES (?, ?)", {user, office}); !added)
            return added;
    }
    return {};
}

Result<RecordId> Administration::addUser(const NewUser &user)
{
    if (Outcome good = judgeRoles(user.roles); !good)
        return good.error();
    if (Outcome good = passwords::judge(user.password, user.login); !good)
        return good.error();
    if (user.login.trimmed().isEmpty() || user.login.size() > loginLength)
        return Error(ErrorKind::Constraint, servererrors::loginTaken);
    const Result<QString> hash = passwords::hash(user.password, m_context.options.passwordOperations,
                                                 m_context.options.passwordMemory);
    if (!hash)
        return hash.error();
    const RecordId id = m_context.newId();
    const Outcome added = change(
        QStringLiteral("user add"), {{QStringLiteral("login"), user.login}, {QStringLiteral("roles"), user.roles.join(u',')}},
        [&](SqlSession &session, std::vector<QString> &grown) -> Outcome {
            const auto taken = session.number("SELECT disabled FROM account WHERE login = ?", {user.login});
            if (!taken)
                return taken.error();
            if (*taken)
                return Error(ErrorKind::Constraint, servererrors::loginTaken);
            Outcome made = session.done(
                "INSERT INTO account (id, login, name, password, factor_step, roles, disabled, changed_at) "
                "VALUES (?, ?, ?, ?, 0, ?, 0, ?)",
                {id, user.login, user.name, *hash, user.roles.join(u','), m_context.clock.now()});
            if (!made)
                return made;
            if (Outcome set = setOffices(session, id, user.offices); !set)
                return set;
            return directory::publishUser(session, m_context, id, grown);
        });
    return added ? Result<RecordId>(id) : Result<RecordId>(added.error());
}

Result<std::vector<UserInfo>> Administration::listUsers()
{
    std::vector<UserInfo> users;
    const Outcome read = m_context.database.read([&](SqlSession &session) -> Outcome {
        const Outcome all = session.each("SELECT id, login, name, roles, disabled, second_factor FROM account ORDER BY login",
                                         {}, [&users](const SqlRow &row) {
                                             users.push_back({row.id(0),
                                                              row.text(1),
                                                              row.text(2),
                                                              row.text(3).split(u',', Qt::SkipEmptyParts),
                                                              {},
                                                              row.boolean(4),
                                                              !row.bytes(5).isEmpty()});
                                             return Outcome();
                                         });
        if (!all)
            return all;
        for (UserInfo &user : users) {
            const Outcome of = session.each("SELECT office FROM account_office WHERE account = ? ORDER BY office", {user.id},
                                            [&user](const SqlRow &row) {
                                                user.offices.append(row.text(0));
                                                return Outcome();
                                            });
            if (!of)
                return of;
        }
        return {};
    });
    return read ? Result<std::vector<UserInfo>>(std::move(users)) : Result<std::vector<UserInfo>>(read.error());
}

Outcome Administration::disableUser(const QString &login, bool disabled)
{
    return change(disabled ? QStringLiteral("user disable") : QStringLiteral("user enable"), {{QStringLiteral("login"), login}},
                  [&](SqlSession &session, std::vector<QString> &grown) -> Outcome {
                      const Result<RecordId> user = userOf(session, login);
                      if (!user)
                          return user.error();
                      if (Outcome set = session.done("UPDATE account SET disabled = ? WHERE id = ?", {disabled, *user}); !set)
                          return set;
                      if (Outcome ended = tokens::endAllOf(session, *user); !ended)
                          return ended;
                      return directory::publishUser(session, m_context, *user, grown);
                  });
}

Outcome Administration::setPassword(const QString &login, const QString &password)
{
    if (Outcome good = passwords::judge(password, login); !good)
        return good;
    const Result<QString> hash = passwords::hash(password, m_context.options.passwordOperations,
                                                 m_context.options.passwordMemory);
    if (!hash)
        return hash.error();
    return change(QStringLiteral("user password"), {{QStringLiteral("login"), login}},
                  [&](SqlSession &session, std::vector<QString> &) -> Outcome {
                      const Result<RecordId> user = userOf(session, login);
                      if (!user)
                          return user.error();
                      Outcome set = session.done("UPDATE account SET password = ?, changed_at = ? WHERE id = ?",
                                                 {*hash, m_context.clock.now(), *user});
                      return set ? tokens::endAllOf(session, *user) : set;
                  });
}

Outcome Administration::setRoles(const QString &login, const QStringList &roles, const QStringList &offices)
{
    if (Outcome good = judgeRoles(roles); !good)
        return good;
    return change(QStringLiteral("user role"),
                  {{QStringLiteral("login"), login},
                   {QStringLiteral("roles"), roles.join(u',')},
                   {QStringLiteral("offices"), offices.join(u',')}},
                  [&](SqlSession &session, std::vector<QString> &grown) -> Outcome {
                      const Result<RecordId> user = userOf(session, login);
                      if (!user)
                          return user.error();
                      Outcome set = session.done("UPDATE account SET roles = ? WHERE id = ?", {roles.join(u','), *user});
                      if (set)
                          set = setOffices(session, *user, offices);
                      return set ? directory::publishUser(session, m_context, *user, grown) : set;
                  });
}

Result<QString> Administration::setSecondFactor(const QString &login, bool on)
{
    const QByteArray secret = on ? m_context.randomBytes(factorBytes) : QByteArray();
    const Outcome set = change(
        on ? QStringLiteral("user factor on") : QStringLiteral("user factor off"), {{QStringLiteral("login"), login}},
        [&](SqlSession &session, std::vector<QString> &) -> Outcome {
            const Result<RecordId> user = userOf(session, login);
            if (!user)
                return user.error();
            SqlValue sealed(std::nullopt);
            if (on) {
                const std::lock_guard<std::mutex> lock(m_context.randomMutex);
                sealed = sealWith(m_context.keys.secrets, secret, user->toBytes(), m_context.random);
            }
            return session.done("UPDATE account SET second_factor = ?, factor_step = 0 WHERE id = ?", {sealed, *user});
        });
    return set ? Result<QString>(passwords::base32(secret)) : Result<QString>(set.error());
}

Result<std::vector<audit::Entry>> Administration::auditEntries(qint64 after, int limit)
{
    std::vector<audit::Entry> entries;
    const Outcome read = m_context.database.read([&](SqlSession &session) -> Outcome {
        Result<std::vector<audit::Entry>> found = audit::read(session, after, limit);
        if (!found)
            return found.error();
        entries = std::move(*found);
        return {};
    });
    return read ? Result<std::vector<audit::Entry>>(std::move(entries)) : Result<std::vector<audit::Entry>>(read.error());
}

} // namespace yizhan
