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

Result<std::optional<Caller>> callerOf(SqlSession &session, const RecordId &device)
{
    Caller caller;
    caller.device = device;
    const Result<bool> found = session.first(
        "SELECT office, station, public_key, state, last_n, durable_n FROM device WHERE id = ?", {device},
        [&](const SqlRow &row) {
            caller.office = row.text(0);
            caller.station = row.int32(1);
            caller.publicKey = row.bytes(2);
            caller.state = static_cast<wire::DeviceState>(row.int64(3));
            caller.lastN = row.int64(4);
            caller.durableN = row.int64(5);
        });
    if (!found)
        return found.error();
    return *found ? std::optional<Caller>(std::move(caller)) : std::optional<Caller>();
}

Result<Caller> identify(SqlSession &session, const DistrictContext &context, const WireRequest &request, Needs needs)
{
    const RecordId device = RecordId::fromString(QString::fromLatin1(request.device)).value_or(RecordId());
    Result<std::optional<Caller>> found = callerOf(session, device);
    if (!found)
        return found.error();
    if (!*found || !proves(request, (*found)->publicKey))
        return Error(ErrorKind::Auth, servererrors::unknownDevice);
    Caller caller = std::move(**found);
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

Sender senderOf(const DistrictContext &context, const WireRequest &request, Needs needs)
{
    return {RecordId::fromString(QString::fromLatin1(request.device)).value_or(RecordId()),
            [&context, &request, needs](SqlSession &session) { return identify(session, context, request, needs); }};
}

} // namespace yizhan
