// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/DistrictContext.h"

#include "server/core/ServerErrors.h"
#include "server/core/Tokens.h"
#include "sync/protocol/Proof.h"

namespace yizhan {

QByteArray DistrictContext::randomBytes(int count) const
{
    QByteArray bytes(count, '\0');
    const std::lock_guard<std::mutex> lock(randomMutex);
    random.fill(reinterpret_cast<std::uint8_t *>(bytes.data()), static_cast<std::size_t>(count));
    return bytes;
}

RecordId DistrictContext::newId() const
{
    const std::lock_guard<std::mutex> lock(randomMutex);
    return RecordId::make(clock.now(), random);
}

Result<Caller> identify(SqlSession &session, const DistrictContext &context, const WireRequest &request, Needs needs)
{
    const Error unknown(ErrorKind::Auth, servererrors::unknownDevice);
    Caller caller;
    caller.device = RecordId::fromString(QString::fromLatin1(request.device)).value_or(RecordId());
    const Result<bool> found = session.first("SELECT office, public_key, state, last_n, durable_n FROM device WHERE id = ?",
                                             {caller.device}, [&](const SqlRow &row) {
                                                 caller.office = row.text(0);
                                                 caller.publicKey = row.bytes(1);
                                                 caller.state = static_cast<wire::DeviceState>(row.int64(2));
                                                 caller.lastN = row.int64(3);
                                                 caller.durableN = row.int64(4);
                                             });
    if (!found)
        return found.error();
    if (!*found || !proves(request, caller.publicKey))
        return unknown;
    if (needs == Needs::Device)
        return caller;
    if (caller.state != wire::DeviceState::Good)
        return Error(ErrorKind::Forbidden, servererrors::revoked);
    if (needs == Needs::GoodDevice)
        return caller;
    const Result<std::optional<RecordId>> user = tokens::holderOf(session, request.token, caller.device, context.clock.now());
    if (!user)
        return user.error();
    if (!*user)
        return Error(ErrorKind::Auth, servererrors::logIn);
    Result<PersonRights> person = PeopleBook(session).find(**user);
    if (!person)
        return person.error();
    if (!person->known || person->disabled)
        return Error(ErrorKind::Auth, servererrors::logIn);
    caller.person = std::move(*person);
    return caller;
}

} // namespace yizhan
