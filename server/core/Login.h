// SPDX-License-Identifier: GPL-3.0-or-later
// POST /v1/login and /v1/token: who a person is, for a while, on one workstation.
#pragma once

#include "server/core/DistrictContext.h"

namespace yizhan::login {

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
