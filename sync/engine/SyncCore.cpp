// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/CoreParts.h"

#include <algorithm>
#include <limits>

namespace yizhan {
namespace {

constexpr int mostPushRows = 500;
constexpr qint64 mostPushBytes = 256 * 1024;
constexpr qint64 mostPullBytes = 1 << 20;
constexpr std::int64_t firstPauseMs = 5'000;
constexpr std::int64_t longestPauseMs = 5 * 60 * 1000;
constexpr int mostReceipts = 12; // about three quarters of an hour
constexpr std::int64_t completeKeptEveryMs = 10 * 60 * 1000;
constexpr std::int64_t countedEveryMs = 250; // people look at it
const QString lastCompleteKey = QStringLiteral("last_complete");

// 5, 10, 20 ... seconds, each a quarter more or less, so that a district's workstations do not all come at once.
std::int64_t pauseAfter(int failures, Random &random)
{
    const std::int64_t pause = std::min(longestPauseMs, firstPauseMs << std::min(failures - 1, 10));
    return pause - pause / 4 + random.below(static_cast<std::uint32_t>(pause / 2 + 1));
}

Instant later(Instant from, std::int64_t ms) { return Instant{from.ms + ms}; }

} // namespace

SyncCore::SyncCore(SyncDoor *door, std::shared_ptr<const Workstation> workstation, Clock &clock, Random &random,
                   QString release, CancelToken cancel)
    : m_door(door),
      m_workstation(std::move(workstation)),
      m_clock(clock),
      m_random(random),
      m_release(std::move(release)),
      m_cancel(std::move(cancel)),
      m_pushRows(mostPushRows),
      m_pushBytes(mostPushBytes),
      m_pullBytes(mostPullBytes)
{
    m_status.district = m_workstation->district;
    m_certificates = m_workstation->certificates;
    m_status.lastComplete = m_completeKept = Instant{keptText(lastCompleteKey).toLongLong()};
    refreshStatus();
}

SyncCore::~SyncCore()
{
    if (m_writingVerdicts)
        static_cast<void>(await(std::move(m_writingVerdicts->done)));
    if (m_writingPart)
        static_cast<void>(await(std::move(m_writingPart->done)));
}

// A clock that was set back must not put off for years what was due in minutes: what is waited for moves with it.
void SyncCore::followClock()
{
    const Instant now = m_clock.now();
    const std::int64_t back = m_lastSeen.ms - now.ms;
    m_lastSeen = now;
    if (back <= 0)
        return;
    for (Instant *moment :
         {&m_helloDue, &m_notBefore, &m_pushNotBefore, &m_tokenUntil, &m_refreshUntil, &m_askedAt, &m_status.nextTry}) {
        if (moment->ms != 0)
            moment->ms -= back;
    }
    if (m_status.clockDifferenceMs)
        *m_status.clockDifferenceMs -= back;
}

SyncCore::Step SyncCore::next()
{
    followClock();
    for (;;) {
        if (m_stopped) {
            tell(SyncStage::Stopped);
            Step stop;
            stop.kind = Step::Kind::Stop;
            return stop;
        }
        const Instant now = m_clock.now();
        if (now < m_notBefore) {
            tell(SyncStage::Waiting);
            return waitStep(m_notBefore);
        }
        if (std::optional<Step> found = step())
            return std::move(*found);
    }
}

// Nothing: something in the store has changed the plan; to be asked again.
std::optional<SyncCore::Step> SyncCore::step()
{
    const Instant now = m_clock.now();
    const bool mayGoOn = !m_wantHello && now < m_helloDue && !m_token.isEmpty() && now < m_tokenUntil;
    if (!mayGoOn && !writtenDown())
        return std::nullopt;
    if (m_wantHello || now >= m_helloDue)
        return helloStep();
    if (m_wiped || m_server.state != wire::DeviceState::Good)
        return closingStep();
    if (!m_door)
        return waitStep(m_helloDue);
    if (m_token.isEmpty() || now >= m_tokenUntil)
        return loginStep();
    using Work = std::optional<Step> (SyncCore::*)();
    for (const Work work : {&SyncCore::pushStep, &SyncCore::pullStep, &SyncCore::confirmStep, &SyncCore::repairStep,
                            &SyncCore::leaseStep, &SyncCore::blobStep}) {
        std::optional<Step> found = (this->*work)();
        if (found || m_notBefore > now || m_wantHello)
            return found;
    }
    return finishRound();
}

SyncCore::Step SyncCore::waitStep(Instant until) const
{
    Step wait;
    wait.kind = Step::Kind::Wait;
    wait.until = until;
    return wait;
}

SyncCore::Step SyncCore::sendNow(Ask what, WireRequest request, int timeoutMs)
{
    m_outstanding = what;
    m_askedAt = m_clock.now();
    m_nextBatch.reset();
    const bool isPersonal = what != Ask::Hello && what != Ask::Login && what != Ask::Token && what != Ask::Salvage
                            && what != Ask::Receipt;
    if (isPersonal)
        request.token = m_token;
    request.accept = contentTypes::cbor;
    signRequest(request, m_workstation->device.toString().toLatin1(), m_askedAt.ms, m_workstation->secretKey.view());
    Step send;
    send.kind = Step::Kind::Send;
    send.request = std::move(request);
    send.timeoutMs = timeoutMs;
    send.interruptible = what == Ask::Wait;
    return send;
}

void SyncCore::take(const WireResponse &response)
{
    const Ask what = m_outstanding;
    if (what == Ask::Nothing)
        return; // an answer to what was given up
    followClock();
    m_status.online = true;
    if (what == Ask::Part && response.status < 400)
        readPart(response);
    if (!writtenDown()) {
        m_readPart.reset();
        // The store failed: this answer is not kept either, and what it was about will be asked for again.
        m_wantPush = m_wantPull = true;
    } else if (response.status >= 400) {
        refused(what, response);
    } else {
        if (what != Ask::Hello) { // whatever went wrong before, this one went through
            m_failures = 0;
            m_status.error.reset();
        }
        takeAnswer(what, response);
    }
    m_outstanding = Ask::Nothing;
    // A long queue is not counted after each batch that went well: its end is, see pushStep().
    const std::int64_t sinceCounted = m_clock.now().ms - m_countedAt.ms;
    const bool isCounted = what == Ask::Push && response.status < 400 && sinceCounted >= 0 && sinceCounted < countedEveryMs;
    if (!isCounted)
        refreshStatus();
}

void SyncCore::takeAnswer(Ask what, const WireResponse &response)
{
    switch (what) {
    case Ask::Nothing: break;
    case Ask::Hello: tookHello(response); break;
    case Ask::Login: tookLogin(response); break;
    case Ask::Token: tookToken(response); break;
    case Ask::Push: tookPush(response); break;
    case Ask::Pull: tookPull(response); break;
    case Ask::Manifest: tookManifest(response); break;
    case Ask::Part: tookPart(); break;
    case Ask::Sums: tookSums(response); break;
    case Ask::Marks: tookMarks(response); break;
    case Ask::Fetch: tookFetch(response); break;
    case Ask::Confirm: tookConfirm(response); break;
    case Ask::Lease: tookLease(response); break;
    case Ask::BlobStates: tookBlobStates(response); break;
    case Ask::BlobPut: tookBlobPut(response); break;
    case Ask::BlobGet: tookBlobGet(response); break;
    case Ask::Wait: tookWait(response); break;
    case Ask::Salvage: tookSalvage(response); break;
    case Ask::Receipt: m_stopped = true; break;
    }
}

Error SyncCore::errorOf(const WireResponse &response) const
{
    const Result<wire::Refusal> refusal = readBody<wire::Refusal>(response);
    const QString code = refusal && !refusal->code.isEmpty() ? refusal->code : QString::number(response.status);
    switch (response.status) {
    case 401: return Error(ErrorKind::Auth, engineerrors::refusedLogin);
    case 403: return Error(ErrorKind::Forbidden, engineerrors::notAllowed, {code});
    case 426: return Error(ErrorKind::TooNew, engineerrors::tooOld);
    case 429:
    case 503: return Error(ErrorKind::Busy, engineerrors::busy);
    default: return Error(ErrorKind::Protocol, engineerrors::strangeAnswer, {code});
    }
}

void SyncCore::notLoggedIn(Ask what, const Error &error, std::int64_t atLeast)
{
    m_token.clear();
    if (what == Ask::Token)
        m_refresh.clear();
    if (what == Ask::Login) {
        m_password.clear();
        m_status.error = error;
    } else if (++m_tokenRefusals > 2) {
        fallBack(what, error, atLeast);
    }
}

void SyncCore::refused(Ask what, const WireResponse &response)
{
    const Error error = errorOf(response);
    const std::int64_t atLeast = std::int64_t{response.retryAfter} * 1000;
    if (what == Ask::Salvage || what == Ask::Receipt) {
        // what cannot be handed in is lost: the wish to wipe does not wait for it
        m_stopped = what == Ask::Receipt || m_stopped;
        m_salvagedUpto = std::numeric_limits<std::int64_t>::max();
        return;
    }
    const bool isForGood = response.status == 400 || response.status == 403 || response.status == 404;
    if (what == Ask::Lease && isForGood) {
        leaveLease();
        return;
    }
    if (isForGood && leaveRepair(what)) {
        m_wantHello = true;
        return;
    }
    switch (response.status) {
    case 401: notLoggedIn(what, error, atLeast); return;
    case 409: // another epoch, or the server has forgotten who we are: hello tells
        m_wantHello = true;
        if (++m_tokenRefusals > 2)
            fallBack(what, error, atLeast);
        return;
    case 426:
        m_status.tooOldToRead = true;
        m_status.error = error;
        m_wantPull = false;
        return;
    case 404:
        if (what == Ask::Manifest || what == Ask::Part) {
            m_copies.clear();
            m_noCopies = what == Ask::Manifest;
            keep(QStringLiteral("copy.") + m_copying, {});
            return;
        }
        if (what == Ask::BlobGet || what == Ask::BlobPut || what == Ask::BlobStates) {
            m_blobs.pop_front(); // the record has gone meanwhile; asked again in the next round
            return;
        }
        break;
    case 413:
        if (what == Ask::Push && m_pushRows > 1) {
            m_pushRows = std::max(1, m_pushRows / 2);
            m_pushBytes = std::max<qint64>(16 * 1024, m_pushBytes / 2);
            return;
        }
        break;
    case 403: m_wantHello = true; break;
    default: break;
    }
    const bool passes = response.status == 429 || response.status == 503 || response.status == 401 || response.status == 409;
    fallBack(what, error, passes ? atLeast : std::max(atLeast, longAgoMs / 12));
}

void SyncCore::fail(const TransportFailure &failure)
{
    const Ask what = m_outstanding;
    if (what == Ask::Nothing)
        return;
    followClock();
    m_status.online = false;
    static_cast<void>(writtenDown()); // a failure has been noted, and there is a pause anyway
    const bool isSlow = failure.kind == TransportFailure::Kind::Timeout;
    if (what == Ask::Push && isSlow) {
        m_pushRows = std::max(1, m_pushRows / 2);
        m_pushBytes = std::max<qint64>(8 * 1024, m_pushBytes / 2);
    }
    if (what == Ask::Pull && isSlow)
        m_pullBytes = std::max<qint64>(16 * 1024, m_pullBytes / 2);
    if (what == Ask::Part)
        m_copies[m_copying].received += failure.received;
    if (what == Ask::Receipt) // the key is gone with the program: until then the administrator is told
        m_stopped = m_failures >= mostReceipts;
    if (what == Ask::Wait)
        m_wantPush = m_wantPull = true; // a hint may have been lost with it
    const Error error = failure.kind == TransportFailure::Kind::WrongServer
                            ? Error(ErrorKind::Offline, engineerrors::wrongServer)
                            : Error(ErrorKind::Offline, isSlow ? engineerrors::tooSlow : engineerrors::noLine);
    fallBack(what, error);
    m_outstanding = Ask::Nothing;
    refreshStatus();
}

// A push that fails does not keep the reading back: it has its own pause.
void SyncCore::fallBack(Ask what, const Error &error, std::int64_t atLeastMs)
{
    const Instant now = m_clock.now();
    if (what == Ask::Push) {
        m_status.sending = error;
        m_pushNotBefore = later(now, std::max(atLeastMs, pauseAfter(++m_pushFailures, m_random)));
        return;
    }
    m_status.error = error;
    m_notBefore = later(now, std::max(atLeastMs, pauseAfter(++m_failures, m_random)));
    m_status.nextTry = m_notBefore;
}

void SyncCore::storeFailed(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        m_stopped = m_stopped || m_cancel.isCancelled();
    fallBack(Ask::Nothing, error);
}

void SyncCore::abandon()
{
    static_cast<void>(writtenDown());
    m_outstanding = Ask::Nothing;
    m_wantPush = m_wantPull = true;
}

void SyncCore::login(const QString &login, const QString &password, const QString &secondFactor)
{
    m_login = login;
    m_password = password;
    m_secondFactor = secondFactor;
    m_refresh.clear();
    m_token.clear();
    syncNow();
}

void SyncCore::syncNow()
{
    m_wantPush = m_wantPull = m_wantFiles = true;
    m_notBefore = {};
    m_pushNotBefore = {};
}

void SyncCore::allowRemoval(const QString &office)
{
    m_allowed[office] = true;
    m_status.removals.erase(std::remove_if(m_status.removals.begin(), m_status.removals.end(),
                                           [&](const SyncStatus::Removal &removal) { return removal.office == office; }),
                            m_status.removals.end());
    syncNow();
}

// A round is whole when nothing is unsent and nothing unread, whatever began it; an answer "no news" is one, too.
SyncCore::Step SyncCore::finishRound()
{
    const Instant now = m_clock.now();
    refreshStatus();
    const bool isWhole = m_status.outbox.unsent == 0 && !m_status.tooOldToRead && m_status.removals.empty();
    if (isWhole) {
        m_status.lastComplete = now;
        // a quiet line has a round each minute: not each of them is worth a transaction
        if (m_wantFiles || now.ms - m_completeKept.ms >= completeKeptEveryMs || now < m_completeKept) {
            if (keep(lastCompleteKey, QByteArray::number(qlonglong{now.ms})))
                m_completeKept = now;
        }
    }
    m_wantFiles = false;
    if (m_pushNotBefore > now && m_status.outbox.unsent > 0 && !m_status.held)
        m_wantPush = true;
    tell(SyncStage::Idle);
    return waitForNews();
}

QString SyncCore::keptText(const QString &key)
{
    if (!m_door)
        return {};
    const Result<QByteArray> value = await(m_door->kept(key));
    return value ? QString::fromUtf8(*value) : QString();
}

bool SyncCore::keep(const QString &key, const QByteArray &value) { return stored(await(m_door->keep(key, value))); }

void SyncCore::refreshStatus()
{
    if (!m_door || m_wiped)
        return;
    if (Result<OutboxSummary> outbox = await(m_door->outbox()))
        m_status.outbox = std::move(*outbox);
    m_countedAt = m_clock.now();
    if (m_status.outbox.unsent == 0)
        m_status.sending.reset();
}

} // namespace yizhan
