// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Bundles.h"

#include "server/core/AdminAudit.h"
#include "server/core/Hello.h"
#include "server/core/Login.h"
#include "server/core/Pull.h"
#include "server/core/Push.h"
#include "server/core/ServerErrors.h"
#include "sync/protocol/Proof.h"

#include <algorithm>

namespace yizhan::bundles {
namespace {

constexpr qint64 pageBytes = 1 << 20;
constexpr qint64 answerBytes = 24 << 20; // of pages, before packing: a file must fit into maxBundleBytes
constexpr qsizetype signatureBytes = 64;

Error changedOnItsWay() { return Error(ErrorKind::Corrupt, servererrors::bundleChanged); }

struct Bundle {
    const DistrictContext &context;
    QByteArray hash;
    RecordId device;
    wire::BundleRequest request{};
    std::optional<wire::OfflineGrant> grant{};
    wire::BundleAnswer answer{};
    Taken taken{};
};

// Any grant that was ever made for this workstation proves that its store was opened: it lies nowhere else.
std::optional<wire::OfflineGrant> grantIn(const QByteArray &sealed, const DistrictContext &context, const RecordId &device)
{
    if (sealed.size() <= signatureBytes)
        return std::nullopt;
    const QByteArray text = sealed.chopped(signatureBytes);
    if (!verifySignature(text, sealed.last(signatureBytes), context.keys.signingPublic))
        return std::nullopt;
    const Result<wire::OfflineGrant> grant = fromCbor<wire::OfflineGrant>(text);
    return grant && grant->device == device ? std::optional<wire::OfflineGrant>(*grant) : std::nullopt;
}

Result<Caller> callerOf(const Bundle &bundle, SqlSession &session)
{
    Result<std::optional<Caller>> caller = callerOf(session, bundle.device);
    if (!caller)
        return caller.error();
    if (!*caller)
        return Error(ErrorKind::Rejected, servererrors::bundleForeign);
    if ((*caller)->state != wire::DeviceState::Good)
        return Error(ErrorKind::Forbidden, servererrors::revoked);
    if (bundle.grant) {
        Result<PersonRights> person = PeopleBook(session).find(bundle.grant->user);
        if (!person)
            return person.error();
        (*caller)->person = std::move(*person);
    }
    if (!(*caller)->person.known || (*caller)->person.disabled)
        return Error(ErrorKind::Forbidden, servererrors::bundleNobody);
    return std::move(**caller);
}

Outcome open(Bundle &bundle, const QByteArray &file)
{
    Result<std::optional<Caller>> caller = std::optional<Caller>();
    const Outcome read = bundle.context.database.read([&](SqlSession &session) {
        caller = callerOf(session, bundle.device);
        return caller ? Outcome() : Outcome(caller.error());
    });
    if (!read)
        return read;
    if (!*caller)
        return Error(ErrorKind::Rejected, servererrors::bundleForeign);
    const DistrictKeys &keys = bundle.context.keys;
    const Result<QByteArray> message = openBundle(file, BundleDirection::ToDistrict, bundle.device, keys.escrowPublic,
                                                  keys.escrowSecret, (*caller)->publicKey);
    if (!message)
        return changedOnItsWay();
    Result<wire::BundleRequest> request = fromCbor<wire::BundleRequest>(*message);
    if (!request || request->number < 1)
        return changedOnItsWay();
    bundle.request = std::move(*request);
    bundle.grant = grantIn(bundle.request.grant, bundle.context, bundle.device);
    return {};
}

Outcome judgeNumber(const Bundle &bundle, SqlSession &session)
{
    std::int64_t last = 0;
    QByteArray hash;
    const Result<bool> found = session.first("SELECT number, hash FROM bundle WHERE device = ? FOR UPDATE", {bundle.device},
                                             [&](const SqlRow &row) {
                                                 last = row.int64(0);
                                                 hash = row.bytes(1);
                                             });
    if (!found)
        return found.error();
    const QStringList numbers{QString::number(bundle.request.number), QString::number(last)};
    if (bundle.request.number <= last)
        return Error(ErrorKind::Rejected, servererrors::bundleSeen, numbers);
    // Files may get lost, so numbers may be left out; but what calls itself the next one has to follow the last.
    if (*found && bundle.request.number == last + 1 && bundle.request.previous != hash)
        return Error(ErrorKind::Rejected, servererrors::bundleBroken, numbers);
    return {};
}

Outcome push(Bundle &bundle, const Sender &sender)
{
    const std::vector<wire::Operation> &operations = bundle.request.push.operations;
    wire::PushResponse &all = bundle.answer.push;
    std::size_t done = 0;
    do {
        wire::PushRequest part;
        part.epoch = bundle.request.push.epoch;
        part.schema = bundle.request.push.schema;
        for (; done < operations.size(); ++done) {
            const bool isCut = part.operations.size() >= bundle.context.options.pushAtOnce
                               && part.operations.back().txn != operations[done].txn;
            if (isCut)
                break;
            part.operations.push_back(operations[done]);
        }
        Result<wire::PushResponse> response = push::take(bundle.context, sender, part);
        if (!response)
            return response.error();
        all.epoch = response->epoch;
        all.upto = response->upto;
        all.durableUpto = response->durableUpto;
        all.verdicts.insert(all.verdicts.end(), response->verdicts.begin(), response->verdicts.end());
    } while (done < operations.size());
    for (const wire::Verdict &verdict : all.verdicts) {
        if (verdict.n <= bundle.answer.hello.lastN)
            continue; // judged before: the file before this one, or the line
        ++bundle.taken.operations;
        if (verdict.code == wire::VerdictCode::Conflict || verdict.code == wire::VerdictCode::Refused)
            ++bundle.taken.aside;
    }
    return {};
}

// Every office that is granted, from where the workstation stands; from the beginning where it has not heard of the grant yet.
std::vector<wire::Cursor> cursorsOf(const Bundle &bundle)
{
    std::vector<wire::Cursor> cursors;
    for (const wire::Grant &grant : bundle.answer.hello.grants) {
        wire::Cursor cursor;
        cursor.office = grant.office;
        cursor.generation = grant.generation;
        const auto &told = bundle.request.cursors;
        const auto at = std::find_if(told.begin(), told.end(), [&grant](const wire::Cursor &one) {
            return one.office == grant.office && one.generation == grant.generation;
        });
        cursor.oseq = at == told.end() ? 0 : at->oseq;
        cursor.anew = at != told.end() && at->anew;
        cursors.push_back(std::move(cursor));
    }
    return cursors;
}

qint64 sizeOf(const wire::Page &page)
{
    qint64 bytes = 0;
    for (const wire::Entry &entry : page.entries)
        bytes += entry.row.size() + entry.versions.size();
    return bytes;
}

Outcome pull(Bundle &bundle, const Sender &sender)
{
    wire::PullResponse &all = bundle.answer.pull;
    wire::PullRequest ask;
    ask.epoch = bundle.answer.hello.epoch;
    ask.schema = bundle.request.hello.schema;
    ask.cursors = cursorsOf(bundle);
    ask.maxBytes = pageBytes;
    qint64 bytes = 0;
    do {
        Result<wire::PullResponse> response = pull::read(bundle.context, sender, ask);
        if (!response)
            return response.error();
        all.epoch = response->epoch;
        all.serverTime = response->serverTime;
        all.more = response->more;
        for (wire::Page &page : response->pages) {
            const auto at = std::find_if(ask.cursors.begin(), ask.cursors.end(),
                                         [&page](const wire::Cursor &cursor) { return cursor.office == page.office; });
            const bool isNews = page.to > page.from || page.from == page.head;
            at->oseq = page.to;
            bytes += sizeOf(page);
            bundle.taken.entries += static_cast<qint64>(page.entries.size());
            if (isNews)
                all.pages.push_back(std::move(page));
        }
        // offices that are at their heads need not be read again
        std::erase_if(ask.cursors, [&all](const wire::Cursor &cursor) {
            return std::any_of(all.pages.begin(), all.pages.end(), [&cursor](const wire::Page &page) {
                return page.office == cursor.office && page.to == page.head;
            });
        });
    } while (all.more && bytes < answerBytes && !ask.cursors.empty());
    bundle.taken.more = all.more;
    return {};
}

Outcome exchange(Bundle &bundle, const Sender &sender)
{
    Result<wire::HelloResponse> hello = hello::answer(bundle.context, sender, bundle.request.hello);
    if (!hello)
        return hello.error();
    bundle.answer.hello = std::move(*hello);
    const Epoch epoch = bundle.answer.hello.epoch;
    bundle.taken.otherEpoch = bundle.request.hello.epoch != 0 && bundle.request.hello.epoch != epoch;
    // one that never heard of any life has nothing that was judged in another
    if (bundle.request.hello.epoch == 0)
        bundle.request.push.epoch = epoch;
    if (bundle.taken.otherEpoch)
        return {};
    if (Outcome pushed = push(bundle, sender); !pushed)
        return pushed;
    bundle.taken.grantOver = bundle.grant->until < bundle.context.clock.now();
    const bool isTooOld = bundle.request.hello.schema < bundle.context.options.minimumSchema; // hands in only, as over a line
    return bundle.taken.grantOver || isTooOld ? Outcome() : pull(bundle, sender);
}

Outcome note(Bundle &bundle, SqlSession &session)
{
    const Result<Caller> caller = callerOf(bundle, session);
    if (!caller)
        return caller.error();
    if (Outcome fits = judgeNumber(bundle, session); !fits)
        return fits;
    const Instant now = bundle.context.clock.now();
    Outcome noted = session.done("INSERT INTO bundle (device, number, hash, taken_at) VALUES (?, ?, ?, ?) ON CONFLICT (device) "
                                 "DO UPDATE SET number = excluded.number, hash = excluded.hash, taken_at = excluded.taken_at",
                                 {bundle.device, bundle.request.number, bundle.hash, now});
    if (!noted)
        return noted;
    const Result<GrantList> grants = GrantList::of(session, bundle.device);
    if (!grants)
        return grants.error();
    if (!bundle.taken.grantOver)
        bundle.answer.grant = login::offlineGrant(bundle.context, bundle.device, caller->person, *grants);
    return audit::add(session, now, QStringLiteral("bundle"),
                      {{QStringLiteral("device"), bundle.device.toString()},
                       {QStringLiteral("number"), qint64{bundle.request.number}},
                       {QStringLiteral("operations"), qint64{bundle.taken.operations}}});
}

Outcome seal(Bundle &bundle, const Caller &caller)
{
    bundle.answer.number = bundle.request.number;
    bundle.answer.request = bundle.hash;
    Result<QByteArray> sealed = sealBundle(toCbor(bundle.answer), BundleDirection::FromDistrict, bundle.device,
                                           boxPublicKeyOf(caller.publicKey), bundle.context.keys.signingSecret);
    if (!sealed)
        return sealed.error();
    bundle.taken.answer = std::move(*sealed);
    return {};
}

} // namespace

Result<Taken> take(const DistrictContext &context, const QByteArray &file)
{
    const Result<RecordId> device = workstationOfBundle(file, BundleDirection::ToDistrict);
    if (!device)
        return changedOnItsWay();
    Bundle bundle{context, hashOfBundle(file), *device};
    if (Outcome opened = open(bundle, file); !opened)
        return opened.error();
    const Sender sender{bundle.device, [&bundle](SqlSession &session) { return callerOf(bundle, session); }};
    Caller caller;
    const Outcome fits = context.database.write([&](SqlSession &session) -> Outcome {
        Result<Caller> found = callerOf(bundle, session);
        if (!found)
            return found.error();
        caller = std::move(*found);
        return judgeNumber(bundle, session);
    });
    if (!fits)
        return fits.error();
    if (Outcome exchanged = exchange(bundle, sender); !exchanged)
        return exchanged.error();
    if (Outcome noted = context.database.write([&](SqlSession &session) { return note(bundle, session); }); !noted)
        return noted.error();
    if (Outcome sealed = seal(bundle, caller); !sealed)
        return sealed.error();
    bundle.taken.device = bundle.device;
    bundle.taken.office = caller.office;
    bundle.taken.station = caller.station;
    bundle.taken.number = bundle.request.number;
    return std::move(bundle.taken);
}

} // namespace yizhan::bundles
