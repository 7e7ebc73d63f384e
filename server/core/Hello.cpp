// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Hello.h"

#include "server/core/Epochs.h"
#include "server/core/Meta.h"

namespace yizhan::hello {
namespace {

// Restores in a row that a workstation may have seen and the storage not; a larger number is a lie.
constexpr Epoch mostLostLives = 64;

// A workstation that has read further than the log goes, or was answered more than the storage knows, proves that the storage
// was set back.
Result<bool> provesRestore(SqlSession &session, const Caller &caller, const wire::HelloRequest &message, Epoch epoch)
{
    if (message.epoch > epoch)
        return message.epoch <= epoch + mostLostLives;
    if (message.epoch < epoch)
        return false; // it has not heard of the present life yet
    if (message.answeredUpto > caller.lastN)
        return true;
    const Result<GrantList> grants = GrantList::of(session, caller.device);
    if (!grants)
        return grants.error();
    for (const wire::OfficeMark &mark : message.marks) {
        if (!grants->find(mark.office))
            continue; // an office that it was never given says nothing
        const auto oseq = session.number("SELECT oseq FROM office_head WHERE office = ?", {mark.office});
        if (!oseq)
            return oseq.error();
        if (mark.oseq > oseq->value_or(0))
            return true;
    }
    return false;
}

Outcome fill(const DistrictContext &context, SqlSession &session, const Caller &caller, wire::HelloResponse &response)
{
    const Result<Epoch> epoch = meta::epochOf(session);
    Result<QString> district = meta::text(session, meta::district);
    const Result<GrantList> grants = GrantList::of(session, caller.device);
    if (!epoch || !district || !grants)
        return !epoch ? epoch.error() : (!district ? district.error() : grants.error());
    response.minimumSchema = context.options.minimumSchema;
    response.state = caller.state;
    response.epoch = *epoch;
    response.lastN = caller.lastN;
    response.durableUpto = caller.durableN;
    response.keepDays = context.options.keepDays;
    response.serverTime = context.clock.now();
    response.district = std::move(*district);
    response.closing = caller.state != wire::DeviceState::Good;
    if (response.closing)
        return {};
    response.certificates = context.certificates;
    for (const DeviceGrant &one : grants->all()) {
        wire::Grant grant;
        grant.office = one.office;
        grant.generation = one.generation;
        grant.write = one.mayWrite;
        const auto key = session.bytes("SELECT blob_key FROM office_head WHERE office = ?", {one.office});
        if (!key)
            return key.error();
        grant.key = key->value_or(QByteArray());
        response.grants.push_back(std::move(grant));
    }
    for (const QString &series : context.options.leasedSeries) {
        wire::LeaseLevel level;
        level.series = series;
        level.keep = context.options.leaseSize;
        level.low = context.options.leaseLow;
        response.leases.push_back(std::move(level));
    }
    return {};
}

} // namespace

Result<wire::HelloResponse> answer(const DistrictContext &context, const Sender &sender, const wire::HelloRequest &message)
{
    wire::HelloResponse response;
    bool restored = false;
    const Outcome asked = context.database.read([&](SqlSession &session) -> Outcome {
        const Result<Caller> caller = sender.identify(session);
        if (!caller)
            return caller.error();
        if (Outcome filled = fill(context, session, *caller, response); !filled)
            return filled;
        if (caller->state != wire::DeviceState::Good)
            return {};
        const Result<bool> proven = provesRestore(session, *caller, message, response.epoch);
        restored = proven.value_or(false);
        return proven ? Outcome() : Outcome(proven.error());
    });
    if (!asked)
        return asked.error();
    if (!restored)
        return response;
    const Outcome declared = context.database.write([&](SqlSession &session) -> Outcome {
        response = {};
        if (Outcome done = epochs::declareRestored(session, message.epoch, context.clock.now(),
                                                   QStringLiteral("workstation ") + sender.device.toString());
            !done)
            return done;
        const Result<Caller> caller = sender.identify(session);
        return caller ? fill(context, session, *caller, response) : Outcome(caller.error());
    });
    return declared ? Result<wire::HelloResponse>(std::move(response)) : Result<wire::HelloResponse>(declared.error());
}

} // namespace yizhan::hello
