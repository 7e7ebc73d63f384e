// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Enrolment.h"

#include "server/core/Attempts.h"
#include "server/core/Directory.h"
#include "server/core/Login.h"
#include "server/core/Meta.h"
#include "server/core/ServerErrors.h"
#include "server/core/Tokens.h"
#include "sync/protocol/Proof.h"

#include <QCryptographicHash>

namespace yizhan::enrolment {
namespace {

constexpr int mostStations = 99;
constexpr std::size_t mostSalvaged = 100'000;

struct Code {
    QString office;
    QStringList offices;
    bool mayWrite = false;
    Instant expiresAt;
    RecordId usedBy;
};

Result<std::optional<Code>> find(SqlSession &session, const QByteArray &hash)
{
    std::optional<Code> code;
    const Result<bool> found = session.first(
        "SELECT office, offices, may_write, expires_at, device FROM enrolment_code WHERE hash = ? FOR UPDATE", {hash},
        [&code](const SqlRow &row) {
            code = Code{row.text(0), row.text(1).split(u',', Qt::SkipEmptyParts), row.boolean(2), row.instant(3), row.id(4)};
        });
    return found ? Result<std::optional<Code>>(std::move(code)) : Result<std::optional<Code>>(found.error());
}

// The smallest number that no workstation of the office ever had: provisional numbers carry it for ever.
Result<int> nextStation(SqlSession &session, const QString &office)
{
    const auto last = session.number("SELECT MAX(station) FROM device WHERE office = ?", {office});
    if (!last)
        return last.error();
    const auto next = static_cast<int>(last->value_or(0)) + 1;
    return next <= mostStations ? Result<int>(next)
                                : Result<int>(Error(ErrorKind::Rejected, servererrors::notGranted, {office}));
}

struct Joining {
    const DistrictContext &context;
    const wire::EnrolRequest &message;
    QByteArray codeHash;
    Instant now;
    std::optional<login::Claim> claim; // if somebody logs in at once
    wire::EnrolResponse response{};
    std::vector<QString> grown{};
};

Outcome addDevice(Joining &joining, SqlSession &session, const Code &code)
{
    const Result<int> station = nextStation(session, code.office);
    if (!station)
        return station.error();
    const wire::EnrolRequest &message = joining.message;
    Outcome added = session.done("INSERT INTO device (id, office, station, name, platform, program, public_key, state, "
                                 "enrolled_at, seen_at, revoked_at, "
                                 "last_n, durable_n) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 0, 0, 0)",
                                 {message.device, code.office, *station, message.name.left(60), message.platform.left(100),
                                  message.release.left(30), message.publicKey, joining.now, joining.now});
    if (!added)
        return added;
    QStringList offices = code.offices;
    offices.prepend(code.office);
    offices.removeDuplicates();
    for (const QString &office : std::as_const(offices)) {
        if (Outcome granted = directory::grant(session, message.device, office, code.mayWrite); !granted)
            return granted;
    }
    if (Outcome granted = directory::grant(session, message.device, QLatin1String(wire::districtLog), false); !granted)
        return granted;
    if (Outcome used = session.done("UPDATE enrolment_code SET device = ? WHERE hash = ?", {message.device, joining.codeHash});
        !used)
        return used;
    return directory::publishDevice(session, joining.context, message.device, joining.grown);
}

Outcome describe(Joining &joining, SqlSession &session)
{
    const DistrictContext &context = joining.context;
    const Result<Epoch> epoch = meta::epochOf(session);
    Result<QString> district = meta::text(session, meta::district);
    if (!epoch || !district)
        return epoch ? district.error() : epoch.error();
    joining.response.device = joining.message.device;
    const Result<bool> found = session.first(
        "SELECT office, station FROM device WHERE id = ?", {joining.message.device}, [&joining](const SqlRow &row) {
            joining.response.office = row.text(0);
            joining.response.station = QString::number(row.int64(1)).rightJustified(2, u'0');
        });
    joining.response.district = std::move(*district);
    joining.response.epoch = *epoch;
    joining.response.escrowKey = context.keys.escrowPublic;
    joining.response.districtKey = context.keys.signingPublic;
    joining.response.certificates = context.certificates;
    joining.response.serverTime = joining.now;
    return found ? Outcome() : Outcome(found.error());
}

// The code, if this workstation may join by it; `usedBy` names it when it did and the answer was lost on the way.
Result<Code> openCode(const Joining &joining, SqlSession &session)
{
    const Error refused(ErrorKind::Forbidden, servererrors::code);
    const Result<std::optional<Code>> code = find(session, joining.codeHash);
    if (!code)
        return code.error();
    if (!*code)
        return refused;
    if (!(*code)->usedBy.isNull()) {
        const auto key = session.bytes("SELECT public_key FROM device WHERE id = ?", {(*code)->usedBy});
        if (!key)
            return key.error();
        const bool again = (*code)->usedBy == joining.message.device && *key == joining.message.publicKey;
        return again ? Result<Code>(**code) : Result<Code>(refused);
    }
    const auto known = session.number("SELECT state FROM device WHERE id = ?", {joining.message.device});
    if (!known)
        return known.error();
    return *known || (*code)->expiresAt <= joining.now ? Result<Code>(refused) : Result<Code>(**code);
}

// Passwords that are tried with one code are counted like those that are tried for one account. Nobody without a code that
// holds gets so far as to be asked for a password, or can hold up an account.
Outcome beginClaim(Joining &joining, SqlSession &session)
{
    if (const Result<Code> code = openCode(joining, session); !code)
        return code.error();
    if (Outcome may = attempts::begin(session, attempts::codeScope(joining.codeHash), attempts::freeLogins, joining.now); !may)
        return may;
    return joining.claim->begin(session);
}

Outcome join(Joining &joining, SqlSession &session)
{
    joining.response = {};
    joining.grown.clear();
    const Result<Code> code = openCode(joining, session);
    if (!code)
        return code.error();
    const bool again = !code->usedBy.isNull();
    if (Outcome added = again ? Outcome() : addDevice(joining, session, *code); !added)
        return added;
    if (Outcome described = describe(joining, session); !described || !joining.claim)
        return described;
    Caller caller;
    caller.device = joining.message.device;
    caller.publicKey = joining.message.publicKey;
    if (Outcome logged = joining.claim->finish(session, caller, joining.response.person, again); !logged)
        return logged; // and nothing of the workstation stays
    return attempts::succeeded(session, attempts::codeScope(joining.codeHash), joining.now);
}

// What a workstation that nobody answers for may leave behind is bounded, and over when it says that it has wiped itself.
Outcome hasRoom(SqlSession &session, const Caller &caller, std::size_t more)
{
    const auto kept = session.number("SELECT COUNT(*) FROM quarantine WHERE device = ?", {caller.device});
    const auto wiped = session.number("SELECT 1 FROM receipt WHERE device = ?", {caller.device});
    if (!kept || !wiped)
        return kept ? wiped.error() : kept.error();
    if (*wiped)
        return Error(ErrorKind::Forbidden, servererrors::revoked);
    return static_cast<std::size_t>(kept->value_or(0)) + more > 2 * mostSalvaged
               ? Outcome(Error(ErrorKind::Rejected, servererrors::tooLarge))
               : Outcome();
}

} // namespace

Result<wire::EnrolResponse> enrol(const DistrictContext &context, const WireRequest &request, const wire::EnrolRequest &message,
                                  const Peer &peer)
{
    if (message.device.isNull() || request.device != message.device.toString().toLatin1()
        || !proves(request, message.publicKey))
        return Error(ErrorKind::Auth, servererrors::unknownDevice);
    Joining joining{
        context, message, QCryptographicHash::hash(message.secret, QCryptographicHash::Sha256), context.clock.now(), {}};
    const QString scope = attempts::addressScope(peer.address, "enrol");
    const Outcome waited = context.database.write(
        [&](SqlSession &session) { return attempts::begin(session, scope, attempts::freeCodes, joining.now); });
    if (!waited)
        return waited.error();
    if (!message.login.login.isEmpty()) {
        joining.claim.emplace(context, message.login, peer);
        const Outcome begun = context.database.write([&](SqlSession &session) { return beginClaim(joining, session); });
        if (!begun)
            return begun.error();
        if (!joining.claim->passwordFits())
            return Error(ErrorKind::Auth, servererrors::badLogin);
    }
    const Outcome joined = context.database.write([&](SqlSession &session) {
        const Outcome done = join(joining, session);
        return done ? attempts::succeeded(session, scope, joining.now) : done;
    });
    if (!joined)
        return joined.error();
    context.hints.tell(joining.grown);
    return std::move(joining.response);
}

Result<wire::PushResponse> salvage(const DistrictContext &context, const WireRequest &request, const wire::PushRequest &message)
{
    if (message.operations.size() > mostSalvaged)
        return Error(ErrorKind::Rejected, servererrors::tooLarge);
    wire::PushResponse response;
    const Outcome kept = context.database.write([&](SqlSession &session) -> Outcome {
        response = {};
        const Result<Caller> caller = identify(session, context, request, Needs::Device);
        if (!caller)
            return caller.error();
        if (caller->state == wire::DeviceState::Good)
            return Error(ErrorKind::Forbidden, servererrors::notGranted); // an admitted workstation pushes
        if (Outcome room = hasRoom(session, *caller, message.operations.size()); !room)
            return room;
        const Result<Epoch> epoch = meta::epochOf(session);
        if (!epoch)
            return epoch.error();
        response.epoch = *epoch;
        response.upto = caller->lastN;
        for (const wire::Operation &operation : message.operations) {
            response.upto = std::max(response.upto, operation.n);
            if (operation.n <= caller->lastN)
                continue;
            Outcome one = session.done(
                "INSERT INTO quarantine (device, n, payload, received_at) VALUES (?, ?, ?, ?) ON CONFLICT "
                "(device, n) DO NOTHING",
                {caller->device, operation.n, toCbor(operation), context.clock.now()});
            if (!one)
                return one;
        }
        return {};
    });
    return kept ? Result<wire::PushResponse>(std::move(response)) : Result<wire::PushResponse>(kept.error());
}

Outcome receipt(const DistrictContext &context, const WireRequest &request, const wire::Receipt &message)
{
    return context.database.write([&](SqlSession &session) -> Outcome {
        const Result<Caller> caller = identify(session, context, request, Needs::Device);
        if (!caller)
            return caller.error();
        if (caller->state == wire::DeviceState::Good)
            return Error(ErrorKind::Forbidden, servererrors::notGranted); // nobody told it to
        return session.done(
            "INSERT INTO receipt (device, salvaged, lost, received_at) VALUES (?, ?, ?, ?) ON CONFLICT (device) DO "
            "UPDATE SET salvaged = excluded.salvaged, lost = excluded.lost, received_at = excluded.received_at",
            {caller->device, message.salvaged, message.lost, context.clock.now()});
    });
}

} // namespace yizhan::enrolment
