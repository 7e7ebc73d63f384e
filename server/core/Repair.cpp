// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Repair.h"

#include "server/core/Meta.h"
#include "server/core/Pull.h"
#include "server/core/ServerErrors.h"
#include "sync/protocol/Digest.h"

#include <array>

namespace yizhan::repair {
namespace {

// One read of an office that the caller may see.
template <class Response>
Result<Response> readOffice(const DistrictContext &context, const WireRequest &request, const QString &office,
                            const std::function<Outcome(SqlSession &session, Response &response)> &fill)
{
    Response response;
    const Outcome done = context.database.read([&](SqlSession &session) -> Outcome {
        const Result<Caller> caller = identify(session, context, request, Needs::Person);
        if (!caller)
            return caller.error();
        const Result<GrantList> grants = GrantList::of(session, caller->device);
        const Result<Epoch> epoch = meta::epochOf(session);
        if (!grants || !epoch)
            return grants ? epoch.error() : grants.error();
        if (!pull::mayRead(*caller, *grants, office))
            return Error(ErrorKind::Forbidden, servererrors::notGranted);
        response.epoch = *epoch;
        const auto oseq = session.number("SELECT oseq FROM office_head WHERE office = ?", {office});
        if (!oseq)
            return oseq.error();
        response.oseq = oseq->value_or(0);
        return fill(session, response);
    });
    return done ? Result<Response>(std::move(response)) : Result<Response>(done.error());
}

} // namespace

Result<wire::DigestResponse> digest(const DistrictContext &context, const WireRequest &request,
                                    const wire::DigestRequest &message)
{
    std::array<bool, OfficeDigest::buckets> wanted{};
    for (const int bucket : message.buckets) {
        if (bucket < 0 || bucket >= OfficeDigest::buckets)
            return Error(ErrorKind::Protocol, servererrors::malformed);
        wanted[static_cast<std::size_t>(bucket)] = true;
    }
    return readOffice<wire::DigestResponse>(
        context, request, message.office, [&](SqlSession &session, wire::DigestResponse &response) -> Outcome {
            response.office = message.office;
            if (message.buckets.empty()) {
                Result<std::optional<QByteArray>> sums = session.bytes("SELECT digest FROM office_head WHERE office = ?",
                                                                       {message.office});
                if (!sums)
                    return sums.error();
                response.sums = OfficeDigest::fromBytes(sums->value_or(QByteArray())).toBytes();
                return {};
            }
            return session.each("SELECT r.id, r.version, r.hash FROM office_log l JOIN record r ON r.id = l.record WHERE "
                                "l.office = ? AND l.what = 1",
                                {message.office}, [&](const SqlRow &row) {
                                    wire::RowMark mark;
                                    mark.id = row.id(0);
                                    if (!wanted[static_cast<std::size_t>(OfficeDigest::bucketOf(mark.id))])
                                        return Outcome();
                                    mark.version = row.int64(1);
                                    mark.hash = row.bytes(2);
                                    response.rows.push_back(std::move(mark));
                                    return Outcome();
                                });
        });
}

Result<wire::FetchResponse> fetch(const DistrictContext &context, const WireRequest &request, const wire::FetchRequest &message)
{
    if (message.ids.size() > mostIds)
        return Error(ErrorKind::Rejected, servererrors::tooLarge);
    return readOffice<wire::FetchResponse>(context, request, message.office,
                                           [&](SqlSession &session, wire::FetchResponse &response) -> Outcome {
                                               for (const RecordId &id : message.ids) {
                                                   wire::Entry entry;
                                                   entry.id = id;
                                                   entry.what = wire::EntryKind::Purge;
                                                   const Result<bool> found = session.first(
                                                       "SELECT version, body, versions FROM record WHERE id = ? AND office = ?",
                                                       {id, message.office}, [&entry](const SqlRow &row) {
                                                           entry.what = wire::EntryKind::Put;
                                                           entry.version = row.int64(0);
                                                           entry.row = row.bytes(1);
                                                           entry.versions = row.bytes(2);
                                                       });
                                                   if (!found)
                                                       return found.error();
                                                   response.entries.push_back(std::move(entry));
                                               }
                                               return {};
                                           });
}

} // namespace yizhan::repair
