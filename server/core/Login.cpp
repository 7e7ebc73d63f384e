// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Login.h"

#include "server/core/Attempts.h"
#include "server/core/Passwords.h"
#include "server/core/ServerErrors.h"
#include "server/core/Tokens.h"
#include "sync/protocol/Proof.h"

#include <algorithm>

namespace yizhan::login {
namespace {

constexpr qint64 overlapMs = 120'000;

struct Account {
    RecordId id;
    QString name;
    QString login;
    QString password;
    QByteArray secondFactor; // sealed
    qint64 factorStep = 0;
    bool disabled = false;
};

Result<std::optional<Account>> find(SqlSession &session, const char *sql, const SqlValue &key)
{
    std::optional<Account> account;
    const Result<bool> found = session.first(sql, {key}, [&account](const SqlRow &row) {
        account = Account{row.id(0), row.text(1), row.text(2), row.text(3), row.bytes(4), row.int64(5), row.boolean(6)};
    });
    return found ? Result<std::optional<Account>>(std::move(account)) : Result<std::optional<Account>>(found.error());
}

constexpr const char *byLogin =
    "SELECT id, name, login, password, second_factor, factor_step, disabled FROM account WHERE login = ?";
constexpr const char *byId = "SELECT id, name, login, password, second_factor, factor_step, disabled FROM account WHERE id = ?";

struct Login {
    const DistrictContext &context;
    const wire::LoginRequest &message;
    Instant now;
    QString loginScope;
    QString addressScope;
    std::optional<Account> account;
    Caller caller;
    wire::LoginResponse response;
};

// First transaction: count the attempt, look the account up. The slow hash is computed outside of any transaction.
Outcome begin(Login &login, SqlSession &session, const WireRequest &request)
{
    Result<Caller> caller = identify(session, login.context, request, Needs::GoodDevice);
    if (!caller)
        return caller.error();
    login.caller = std::move(*caller);
    if (Outcome may = attempts::begin(session, login.loginScope, attempts::freeLogins, login.now); !may)
        return may;
    if (Outcome may = attempts::begin(session, login.addressScope, attempts::freeOfAddress, login.now); !may)
        return may;
    Result<std::optional<Account>> account = find(session, byLogin, login.message.login);
    if (!account)
        return account.error();
    login.account = std::move(*account);
    return {};
}

Result<bool> factorFits(Login &login, SqlSession &session)
{
    const Account &account = *login.account;
    if (account.secondFactor.isEmpty())
        return true;
    const Result<QByteArray> secret = openWith(login.context.keys.secrets, account.secondFactor, account.id.toBytes());
    if (!secret)
        return secret.error();
    const auto step = passwords::acceptedStep(*secret, login.message.secondFactor, login.now, account.factorStep);
    if (!step)
        return false;
    // only if nobody used this code in the meantime
    const Result<qint64> used = session.run("UPDATE account SET factor_step = ? WHERE id = ? AND factor_step < ?",
                                            {*step, account.id, *step});
    return used ? Result<bool>(*used == 1) : Result<bool>(used.error());
}

// The data key of the workstation's store: kept at the first login, handed back to whoever comes later.
Outcome exchangeKeys(Login &login, SqlSession &session)
{
    if (!login.message.sealedKeys.isEmpty()) {
        QByteArray sealed;
        {
            const std::lock_guard<std::mutex> lock(login.context.randomMutex);
            sealed = sealWith(login.context.keys.secrets, login.message.sealedKeys, login.caller.device.toBytes(),
                              login.context.random);
        }
        return session.done("UPDATE device SET sealed_keys = ? WHERE id = ?", {sealed, login.caller.device});
    }
    const auto kept = session.bytes("SELECT sealed_keys FROM device WHERE id = ?", {login.caller.device});
    if (!kept)
        return kept.error();
    if (!*kept || (*kept)->isEmpty())
        return {};
    const Result<QByteArray> sealed = openWith(login.context.keys.secrets, **kept, login.caller.device.toBytes());
    if (!sealed)
        return sealed.error();
    Result<QByteArray> anew = resealForDevice(*sealed, login.context.keys, login.caller.publicKey);
    if (!anew)
        return anew.error();
    login.response.keys = std::move(*anew);
    return {};
}

Outcome giveTokens(const DistrictContext &context, SqlSession &session, const Caller &caller, const Account &account,
                   wire::LoginResponse &response)
{
    const Instant now = context.clock.now();
    Result<PersonRights> person = PeopleBook(session).find(account.id);
    const Result<GrantList> grants = GrantList::of(session, caller.device);
    if (!person || !grants)
        return person ? grants.error() : person.error();
    constexpr int tokenBytes = 32;
    response.token = context.randomBytes(tokenBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    response.refresh = context.randomBytes(tokenBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    response.expiresAt = Instant{now.ms + context.options.tokenMs};
    response.refreshUntil = Instant{now.ms + context.options.refreshMs};
    response.person.user = account.id;
    response.person.login = account.login;
    response.person.name = account.name;
    response.person.roles.assign(person->roles.begin(), person->roles.end());
    response.person.offices.assign(person->offices.begin(), person->offices.end());
    response.offlineGrant = offlineGrant(context, caller.device, *person, *grants);
    if (Outcome old = tokens::forgetOld(session, now); !old)
        return old;
    if (Outcome kept = tokens::keep(session, response.token, tokens::Use::Access, account.id, caller.device,
                                    response.expiresAt);
        !kept)
        return kept;
    return tokens::keep(session, response.refresh, tokens::Use::Refresh, account.id, caller.device, response.refreshUntil);
}

Outcome finish(Login &login, SqlSession &session)
{
    const Result<bool> factor = factorFits(login, session);
    if (!factor)
        return factor.error();
    if (!*factor)
        return Error(ErrorKind::Auth, servererrors::badLogin);
    if (Outcome done = attempts::succeeded(session, login.loginScope); !done)
        return done;
    if (Outcome done = attempts::succeeded(session, login.addressScope); !done)
        return done;
    if (Outcome done = exchangeKeys(login, session); !done)
        return done;
    return giveTokens(login.context, session, login.caller, *login.account, login.response);
}

} // namespace

QByteArray offlineGrant(const DistrictContext &context, const RecordId &device, const PersonRights &person,
                        const GrantList &grants)
{
    wire::OfflineGrant grant;
    grant.device = device;
    grant.user = person.user;
    for (const DeviceGrant &one : grants.all()) {
        if (person.belongsTo(one.office))
            grant.offices.push_back(one.office);
    }
    grant.issuedAt = context.clock.now();
    grant.until = Instant{grant.issuedAt.ms + std::clamp(context.options.offlineDays, 3, 30) * 86'400'000LL};
    const QByteArray text = toCbor(grant);
    return text + sign(text, context.keys.signingSecret);
}

Result<wire::LoginResponse> logIn(const DistrictContext &context, const WireRequest &request, const wire::LoginRequest &message,
                                  const Peer &peer)
{
    const Error wrong(ErrorKind::Auth, servererrors::badLogin);
    Login login{context,
                message,
                context.clock.now(),
                attempts::loginScope(message.login),
                attempts::addressScope(peer.address, "login-from"),
                {},
                {},
                {}};
    const Outcome begun = context.database.write([&](SqlSession &session) { return begin(login, session, request); });
    if (!begun)
        return begun.error();
    const bool good = passwords::fits(message.password, login.account ? login.account->password : QString(),
                                      context.options.passwordOperations, context.options.passwordMemory);
    if (!good || !login.account || login.account->disabled)
        return wrong;
    const Outcome done = context.database.write([&](SqlSession &session) {
        login.response = {};
        return finish(login, session);
    });
    return done ? Result<wire::LoginResponse>(std::move(login.response)) : Result<wire::LoginResponse>(done.error());
}

Result<wire::LoginResponse> renew(const DistrictContext &context, const WireRequest &request, const wire::TokenRequest &message)
{
    wire::LoginResponse response;
    const Outcome done = context.database.write([&](SqlSession &session) -> Outcome {
        response = {};
        const Result<Caller> caller = identify(session, context, request, Needs::GoodDevice);
        if (!caller)
            return caller.error();
        const auto user = tokens::holderOf(session, message.refresh, caller->device, context.clock.now(), tokens::Use::Refresh);
        if (!user)
            return user.error();
        const Result<std::optional<Account>> account = find(session, byId, user->value_or(RecordId()));
        if (!account)
            return account.error();
        if (!*account || (*account)->disabled)
            return Error(ErrorKind::Auth, servererrors::logIn);
        // The answer may be lost on the way: the old one is good for a moment more.
        const Instant end{context.clock.now().ms + overlapMs};
        Outcome ended = session.done("UPDATE token SET expires_at = ? WHERE hash = ? AND expires_at > ?",
                                     {end, tokens::hashOf(message.refresh), end});
        return ended ? giveTokens(context, session, *caller, **account, response) : ended;
    });
    return done ? Result<wire::LoginResponse>(std::move(response)) : Result<wire::LoginResponse>(done.error());
}

} // namespace yizhan::login
