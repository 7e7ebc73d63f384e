// SPDX-License-Identifier: GPL-3.0-or-later
// POST /v1/login and /v1/token: who a person is, for a while, on one workstation.
#pragma once

#include "server/core/DistrictContext.h"

namespace yizhan::login {

struct Account {
    RecordId id;
    QString name;
    QString login;
    QString password;
    QByteArray secondFactor; // sealed
    qint64 factorStep = 0;
    bool disabled = false;
};

// Somebody who names himself and shows a password: two short transactions, and the slow hash between them outside of both.
class Claim
{
public:
    Claim(const DistrictContext &context, const wire::LoginRequest &message, const Peer &peer);

    // Counts the attempt and looks the account up. Auth with slowDown.
    Outcome begin(SqlSession &session);
    bool passwordFits() const; // takes as long for an account that is not there
    // Factor, keys of the store, tokens. Auth with badLogin. `again`: the same request came before and its answer was lost, so
    // that the code of the second factor may be the one that was used last.
    Outcome finish(SqlSession &session, const Caller &caller, wire::LoginResponse &response, bool again = false);

private:
    Result<bool> stillStands(SqlSession &session);
    Result<bool> factorFits(SqlSession &session, bool again) const;
    Outcome exchangeKeys(SqlSession &session, const Caller &caller, wire::LoginResponse &response) const;

    const DistrictContext &m_context;
    const wire::LoginRequest &m_message;
    Instant m_now;
    QString m_loginScope;
    QString m_addressScope;
    std::optional<Account> m_account;
};

// Errors: Auth with servererrors::badLogin (whatever was wrong), or slowDown with the seconds to wait.
Result<wire::LoginResponse> logIn(const DistrictContext &context, const WireRequest &request, const wire::LoginRequest &message,
                                  const Peer &peer);
// A new access token (and refresh) for a refresh that still holds; the old refresh ends soon.
Result<wire::LoginResponse> renew(const DistrictContext &context, const WireRequest &request,
                                  const wire::TokenRequest &message);

// Signed by the district: OfflineGrant in CBOR, then 64 bytes.
QByteArray offlineGrant(const DistrictContext &context, const RecordId &device, const PersonRights &person,
                        const GrantList &grants);

} // namespace yizhan::login
