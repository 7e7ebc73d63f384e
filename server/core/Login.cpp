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
constexpr const char *byLoginToChange =
    "SELECT id, name, login, password, second_factor, factor_step, disabled FROM account WHERE login = ? FOR UPDATE";
constexpr const char *byId = "SELECT id, name, login, password, second_factor, factor_step, disabled FROM account WHERE id = ?";

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

} // namespace

Claim::Claim(const DistrictContext &context, const wire::LoginRequest &message, const Peer &peer)
    : m_context(context),
      m_message(message),
      m_now(context.clock.now()),
      m_loginScope(attempts::loginScope(message.login)),
      m_addressScope(attempts::addressScope(peer.address, "login-from"))
{}

Outcome Claim::begin(SqlSession &session)
{
    if (Outcome may = attempts::begin(session, m_loginScope, attempts::freeLogins, m_now); !may)
        return may;
    if (Outcome may = attempts::begin(session, m_addressScope, attempts::freeOfAddress, m_now); !may)
        return may;
    Result<std::optional<Account>> account = find(session, byLogin, m_message.login);
    if (!account)
        return account.error();
    m_account = std::move(*account);
    return {};
}

bool Claim::passwordFits() const
{
    const bool good = passwords::fits(m_message.password, m_account ? m_account->password : QString(),
                                      m_context.options.passwordOperations, m_context.options.passwordMemory);
    return good && m_account && !m_account->disabled;
}

// While the hash was computed the account may have got another password or have been closed.
Result<bool> Claim::stillStands(SqlSession &session)
{
    Result<std::optional<Account>> now = find(session, byLoginToChange, m_message.login);
    if (!now)
        return now.error();
    const bool stands = *now && (*now)->id == m_account->id && (*now)->password == m_account->password && !(*now)->disabled;
    if (stands)
        m_account = std::move(*now);
    return stands;
}

Outcome Claim::finish(SqlSession &session, const Caller &caller, wire::LoginResponse &response, bool again)
{
    const Result<bool> stands = stillStands(session);
    if (!stands)
        return stands.error();
    if (!*stands)
        return Error(ErrorKind::Auth, servererrors::badLogin);
    const Result<bool> factor = factorFits(session, again);
    if (!factor)
        return factor.error();
    if (!*factor)
        return Error(ErrorKind::Auth, servererrors::badLogin);
    if (Outcome done = attempts::succeeded(session, m_loginScope, m_now); !done)
        return done;
    if (Outcome done = attempts::succeeded(session, m_addressScope, m_now); !done)
        return done;
    if (Outcome done = exchangeKeys(session, caller, response); !done)
        return done;
    return giveTokens(m_context, session, caller, *m_account, response);
}

Result<bool> Claim::factorFits(SqlSession &session, bool again) const
{
    const Account &account = *m_account;
    if (account.secondFactor.isEmpty())
        return true;
    const Result<QByteArray> secret = openWith(m_context.keys.secrets, account.secondFactor, account.id.toBytes());
    if (!secret)
        return secret.error();
    const auto step = passwords::acceptedStep(*secret, m_message.secondFactor, m_now, account.factorStep - (again ? 1 : 0));
    if (!step)
        return false;
    if (again && *step == account.factorStep)
        return true;
    // only if nobody used this code in the meantime
    const Result<qint64> used = session.run("UPDATE account SET factor_step = ? WHERE id = ? AND factor_step < ?",
                                            {*step, account.id, *step});
    return used ? Result<bool>(*used == 1) : Result<bool>(used.error());
}

// The data key of the workstation's store: kept at the first login, handed back to whoever comes later. Nobody gets it, or puts
// another in its place, who could not read the cases there over the line: administrators, people of other offices.
Outcome Claim::exchangeKeys(SqlSession &session, const Caller &caller, wire::LoginResponse &response) const
{
    const Result<PersonRights> person = PeopleBook(session).find(m_account->id);
    const Result<GrantList> grants = GrantList::of(session, caller.device);
    if (!person || !grants)
        return person ? grants.error() : person.error();
    if (!person->mayReadAt(*grants))
        return {};
    if (!m_message.sealedKeys.isEmpty()) {
        QByteArray sealed;
        {
            const std::lock_guard<std::mutex> lock(m_context.randomMutex);
            sealed = sealWith(m_context.keys.secrets, m_message.sealedKeys, caller.device.toBytes(), m_context.random);
        }
        return session.done("UPDATE device SET sealed_keys = ? WHERE id = ?", {sealed, caller.device});
    }
    const auto kept = session.bytes("SELECT sealed_keys FROM device WHERE id = ?", {caller.device});
    if (!kept)
        return kept.error();
    if (!*kept || (*kept)->isEmpty())
        return {};
    const Result<QByteArray> sealed = openWith(m_context.keys.secrets, **kept, caller.device.toBytes());
    if (!sealed)
        return sealed.error();
    Result<QByteArray> anew = resealForDevice(*sealed, m_context.keys, caller.publicKey);
    if (!anew)
        return anew.error();
    response.keys = std::move(*anew);
    return {};
}

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
    grant.until = Instant{grant.issuedAt.ms
                          + std::clamp(context.options.offlineDays, leastOfflineDays, mostOfflineDays) * 86'400'000LL};
    const QByteArray text = toCbor(grant);
    return text + sign(text, context.keys.signingSecret);
}

Result<wire::LoginResponse> logIn(const DistrictContext &context, const WireRequest &request, const wire::LoginRequest &message,
                                  const Peer &peer)
{
    Claim claim(context, message, peer);
    Caller caller;
    const Outcome begun = context.database.write([&](SqlSession &session) -> Outcome {
        Result<Caller> found = identify(session, context, request, Needs::GoodDevice);
        if (!found)
            return found.error();
        caller = std::move(*found);
        return claim.begin(session);
    });
    if (!begun)
        return begun.error();
    if (!claim.passwordFits())
        return Error(ErrorKind::Auth, servererrors::badLogin);
    wire::LoginResponse response;
    const Outcome done = context.database.write([&](SqlSession &session) {
        response = {};
        return claim.finish(session, caller, response);
    });
    return done ? Result<wire::LoginResponse>(std::move(response)) : Result<wire::LoginResponse>(done.error());
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
