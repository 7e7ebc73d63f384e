// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/District.h"

#include "records/Resources.h"
#include "server/core/Answers.h"
#include "server/core/Attachments.h"
#include "server/core/Enrolment.h"
#include "server/core/Epochs.h"
#include "server/core/Hello.h"
#include "server/core/Leases.h"
#include "server/core/Login.h"
#include "server/core/Meta.h"
#include "server/core/Pull.h"
#include "server/core/Push.h"
#include "server/core/Repair.h"
#include "server/core/ServerErrors.h"
#include "server/core/Snapshots.h"

#include <algorithm>

namespace yizhan {
namespace {

constexpr qint64 largestEnrolment = 64 * 1024;
constexpr const char *zstdMagic = "\x28\xB5\x2F\xFD"; // RFC 8878 part 3.1.1; a part too small to pack is plain CBOR

template <class Message, class Answer>
Result<WireResponse> with(const WireRequest &request, Answer &&judge)
{
    const Result<Message> message = readBody<Message>(request);
    if (!message)
        return message.error();
    auto answered = judge(*message);
    if (!answered)
        return answered.error();
    return answer(request, *answered);
}

Result<wire::Empty> emptyOr(const Outcome &outcome)
{
    return outcome ? Result<wire::Empty>(wire::Empty()) : Result<wire::Empty>(outcome.error());
}

} // namespace

District::District(DistrictSetup setup)
    : m_database(std::move(setup.database)),
      m_context{*m_database,
                *setup.clock,
                *setup.random,
                std::move(setup.rules),
                std::move(setup.keys),
                setup.folder,
                setup.certificates,
                setup.options,
                {},
                {}},
      m_administration(m_context)
{}

District::~District() { static_cast<void>(epochs::noteMark(m_context)); }

Result<std::unique_ptr<District>> District::open(DistrictSetup setup)
{
    if (!setup.database || !setup.clock || !setup.random || !setup.rules)
        return Error(ErrorKind::Usage, servererrors::notInitialised);
    if (Outcome prepared = setup.database->prepareSchema(); !prepared)
        return prepared.error();
    std::unique_ptr<District> district(new District(std::move(setup)));
    if (Outcome looked = district->lookBack(); !looked)
        return looked.error();
    return district;
}

// At the start: is the storage what it was when it was seen last?
Outcome District::lookBack()
{
    const Result<std::optional<epochs::Mark>> remembered = epochs::readMark(m_context.folder);
    if (!remembered)
        return remembered.error();
    if (!*remembered)
        return {};
    return m_context.database.write([&](SqlSession &session) -> Outcome {
        const Result<epochs::Mark> mark = epochs::markOf(session);
        if (!mark)
            return mark.error();
        if (mark->epoch == 0 || !epochs::isBehind(*mark, **remembered))
            return {};
        return epochs::declareRestored(session, std::max(mark->epoch, (*remembered)->epoch), m_context.clock.now(),
                                       QStringLiteral("start"));
    });
}

Outcome District::poll()
{
    std::vector<wire::OfficeMark> heads;
    const Outcome read = m_context.database.read([&](SqlSession &session) -> Outcome {
        Result<epochs::Mark> mark = epochs::markOf(session);
        if (!mark)
            return mark.error();
        heads = std::move(mark->heads);
        return {};
    });
    if (!read)
        return read;
    m_context.hints.tellOfHeads(heads);
    return epochs::noteMark(m_context);
}

WireResponse District::refuse(const WireRequest &request, const Error &error)
{
    const answers::Status status = answers::statusOf(error);
    wire::Refusal refusal;
    refusal.code = QString::fromLatin1(error.text->code);
    refusal.detail = status.code == 503 ? QString() : error.details.join(u' ');
    if (status.code != 503) { // a storage that does not answer is not asked again
        static_cast<void>(m_context.database.read([&refusal](SqlSession &session) -> Outcome {
            refusal.epoch = meta::epochOf(session).value_or(0);
            return {};
        }));
    }
    WireResponse response = answer(request, refusal, status.code);
    response.retryAfter = status.retryAfter;
    return response;
}

// Before anything is unpacked or the writer is asked: a stranger costs one look-up.
Outcome District::mayBeHeard(const WireRequest &request)
{
    if (request.path == "/v1/enrol")
        return {}; // brings its own key
    return m_context.database.read([&](SqlSession &session) -> Outcome {
        const Result<Caller> caller = identify(session, m_context, request, Needs::Device);
        return caller ? Outcome() : Outcome(caller.error());
    });
}

WireResponse District::handle(const WireRequest &request, const Peer &peer)
{
    if (request.body.size() > std::max<qint64>(maxRequestBytes, attachments::chunkBytes + 1024))
        return refuse(request, Error(ErrorKind::Rejected, servererrors::tooLarge));
    if (Outcome known = mayBeHeard(request); !known)
        return refuse(request, known.error());
    // What a stranger sends is small, also when it is unpacked.
    if (request.path == "/v1/enrol" && !unpack(request.body, request.contentEncoding, largestEnrolment))
        return refuse(request, Error(ErrorKind::Protocol, servererrors::malformed));
    Result<WireResponse> response = route(request, peer);
    return response ? std::move(*response) : refuse(request, response.error());
}

Result<WireResponse> District::route(const WireRequest &request, const Peer &peer)
{
    const DistrictContext &c = m_context;
    const Sender device = senderOf(c, request, Needs::Device);
    const Sender person = senderOf(c, request, Needs::Person);
    if (request.method != "POST")
        return routeParts(request);
    if (request.path == "/v1/push")
        return with<wire::PushRequest>(request, [&](const auto &m) { return push::take(c, person, m); });
    if (request.path == "/v1/pull")
        return with<wire::PullRequest>(request, [&](const auto &m) { return pull::read(c, person, m); });
    if (request.path == "/v1/hello")
        return with<wire::HelloRequest>(request, [&](const auto &m) { return hello::answer(c, device, m); });
    if (request.path == "/v1/snapshot")
        return with<wire::SnapshotRequest>(request, [&](const auto &m) { return snapshots::manifest(c, request, m); });
    if (request.path == "/v1/digest")
        return with<wire::DigestRequest>(request, [&](const auto &m) { return repair::digest(c, request, m); });
    if (request.path == "/v1/fetch")
        return with<wire::FetchRequest>(request, [&](const auto &m) { return repair::fetch(c, request, m); });
    if (request.path == "/v1/lease")
        return with<wire::LeaseRequest>(request, [&](const auto &m) { return leases::take(c, request, m); });
    if (request.path == "/v1/lease/return")
        return with<wire::LeaseReturn>(request, [&](const auto &m) { return emptyOr(leases::giveBack(c, request, m)); });
    if (request.path == "/v1/number")
        return with<wire::NumberRequest>(request, [&](const auto &m) { return leases::number(c, request, m); });
    if (request.path == "/v1/blob/state")
        return with<wire::BlobQuery>(request, [&](const auto &m) { return attachments::states(c, request, m); });
    if (request.path == "/v1/enrol")
        return with<wire::EnrolRequest>(request, [&](const auto &m) { return enrolment::enrol(c, request, m, peer); });
    if (request.path == "/v1/login")
        return with<wire::LoginRequest>(request, [&](const auto &m) { return login::logIn(c, request, m, peer); });
    if (request.path == "/v1/token")
        return with<wire::TokenRequest>(request, [&](const auto &m) { return login::renew(c, request, m); });
    if (request.path == "/v1/salvage")
        return with<wire::PushRequest>(request, [&](const auto &m) { return enrolment::salvage(c, request, m); });
    if (request.path == "/v1/receipt")
        return with<wire::Receipt>(request, [&](const auto &m) { return emptyOr(enrolment::receipt(c, request, m)); });
    if (request.path == "/v1/wait") {
        const Waiting waiting = beginWait(request, peer);
        return waiting.answer ? *waiting.answer : endWait(waiting);
    }
    return Error(ErrorKind::NotFound, servererrors::noSuchThing);
}

// GET /v1/snapshot/{id}/{part}, GET and PUT /v1/blob/{address}/{chunk}: names in hexadecimal.
Result<WireResponse> District::routeParts(const WireRequest &request)
{
    const Error missing(ErrorKind::NotFound, servererrors::noSuchThing);
    const QList<QByteArray> steps = request.path.split('/');
    if (steps.size() != 5 || steps[1] != "v1")
        return missing;
    const QByteArray name = QByteArray::fromHex(steps[3]);
    bool good = !name.isEmpty() && name.toHex() == steps[3];
    const int number = good ? steps[4].toInt(&good) : -1;
    if (!good || number < 0)
        return missing;
    if (steps[2] == "snapshot" && request.method == "GET") {
        const Result<QByteArray> body = snapshots::part(m_context, request, name, number);
        if (!body)
            return body.error();
        WireResponse response = answers::part(request, *body);
        response.contentEncoding = body->startsWith(zstdMagic) ? QByteArray("zstd") : QByteArray();
        return response;
    }
    if (steps[2] != "blob")
        return missing;
    if (request.method == "GET") {
        const Result<QByteArray> body = attachments::get(m_context, request, name, number);
        return body ? Result<WireResponse>(answers::part(request, *body)) : Result<WireResponse>(body.error());
    }
    if (request.method != "PUT")
        return missing;
    const Outcome kept = attachments::put(m_context, request, name, number);
    if (!kept)
        return kept.error();
    return answer(request, wire::Empty());
}

Result<std::vector<QString>> District::newsFor(const std::vector<wire::OfficeMark> &marks)
{
    std::vector<QString> changed;
    const Outcome read = m_context.database.read([&](SqlSession &session) -> Outcome {
        for (const wire::OfficeMark &mark : marks) {
            const auto oseq = session.number("SELECT oseq FROM office_head WHERE office = ?", {mark.office});
            if (!oseq)
                return oseq.error();
            if (oseq->value_or(mark.oseq) != mark.oseq)
                changed.push_back(mark.office);
        }
        return {};
    });
    return read ? Result<std::vector<QString>>(std::move(changed)) : Result<std::vector<QString>>(read.error());
}

RequestHandler::Waiting District::beginWait(const WireRequest &request, const Peer &)
{
    Waiting waiting;
    waiting.request = request;
    const Result<wire::WaitRequest> message = readBody<wire::WaitRequest>(request);
    if (!message) {
        waiting.answer = refuse(request, message.error());
        return waiting;
    }
    const Outcome judged = m_context.database.read([&](SqlSession &session) -> Outcome {
        const Result<Caller> caller = identify(session, m_context, request, Needs::Person);
        if (!caller)
            return caller.error();
        const Result<GrantList> grants = GrantList::of(session, caller->device);
        if (!grants)
            return grants.error();
        for (const wire::OfficeMark &mark : message->marks) {
            if (pull::mayRead(*caller, *grants, mark.office))
                waiting.marks.push_back(mark);
        }
        return {};
    });
    if (!judged) {
        waiting.answer = refuse(request, judged.error());
        return waiting;
    }
    const Result<std::vector<QString>> news = newsFor(waiting.marks);
    if (!news)
        waiting.answer = refuse(request, news.error());
    else if (!news->empty())
        waiting.answer = endWait(waiting);
    return waiting;
}

WireResponse District::endWait(const Waiting &waiting)
{
    Result<std::vector<QString>> news = newsFor(waiting.marks);
    if (!news)
        return refuse(waiting.request, news.error());
    wire::WaitResponse response;
    response.changed = std::move(*news);
    return answer(waiting.request, response);
}

std::unique_ptr<RequestHandler::Subscription> District::subscribe(std::vector<QString> offices, std::function<void()> wake)
{
    return m_context.hints.subscribe(std::move(offices), std::move(wake));
}

} // namespace yizhan
