// SPDX-License-Identifier: GPL-3.0-or-later
// Sending and receiving: operations, pages, first copies by snapshot, waiting for news.
#include "base/Planted.h"
#include "sync/engine/CoreParts.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

namespace yizhan {
namespace {

constexpr int mostPushRows = 500;
constexpr qint64 mostPushBytes = 256 * 1024;
constexpr qint64 mostPullBytes = 1 << 20;
constexpr int requestIdBytes = 16;
constexpr std::int64_t shortestWaitMs = 10'000;

QString copyKey(const QString &office) { return QStringLiteral("copy.") + office; }

// What of a first copy survives a stop: the manifest, and how many parts are in.
QByteArray packCopy(const wire::SnapshotManifest &manifest, std::size_t part)
{
    return QByteArray::number(qulonglong{part}) + ' ' + toCbor(manifest);
}

} // namespace

std::optional<SyncCore::Step> SyncCore::pushStep()
{
    if (!m_wantPush || m_clock.now() < m_pushNotBefore) {
        verdictsWritten();
        return std::nullopt;
    }
    const std::int64_t answered = m_writingVerdicts ? m_writingVerdicts->upto : 0;
    const Result<OutboxBatch> batch = batchAfter(answered);
    if (!stored(batch))
        return std::nullopt;
    wire::PushRequest request;
    request.epoch = m_server.epoch;
    m_pushed.clear();
    m_status.held = false;
    const std::size_t known = knownTo(m_server.schema, batch->rows);
    if (known < batch->rows.size()) {
        m_status.held = true;
        m_status.sending = Error(ErrorKind::TooNew, engineerrors::newerServerNeeded);
    }
    for (std::size_t i = 0; i < known; ++i) {
        request.operations.push_back(operationOf(batch->rows[i]));
        m_pushed.push_back(batch->rows[i].n);
    }
    if (m_pushed.empty()) {
        m_wantPush = false;
        if (verdictsWritten())
            refreshStatus();
        return std::nullopt;
    }
    tell(SyncStage::Sending);
    Step step = ask(Ask::Push, "/v1/push", request);
    if (batch->more && known == batch->rows.size())
        m_nextBatch = {m_door->nextBatch(std::min(mostPushRows, m_pushRows * 2), std::min(mostPushBytes, m_pushBytes * 2),
                                         m_pushed.back()),
                       m_pushed.back()};
    return step;
}

Result<OutboxBatch> SyncCore::batchAfter(std::int64_t answered)
{
    std::optional<NextBatch> ahead = std::exchange(m_nextBatch, std::nullopt);
    if (ahead && ahead->after == answered)
        return await(std::move(ahead->rows));
    return await(m_door->nextBatch(m_pushRows, m_pushBytes, answered));
}

void SyncCore::tookPush(const WireResponse &response)
{
    const std::optional<wire::PushResponse> push = read<wire::PushResponse>(response);
    if (!push)
        return;
    if (push->epoch != m_server.epoch) {
        m_wantHello = true;
        return;
    }
    std::vector<OutboxVerdict> verdicts;
    for (const wire::Verdict &verdict : push->verdicts) {
        const bool isAsked = std::binary_search(m_pushed.begin(), m_pushed.end(), verdict.n);
        if (isAsked && verdict.n <= push->upto)
            verdicts.push_back(verdictOf(verdict));
    }
    for (const std::int64_t n : m_pushed) {
        if (planted(Plant::WholeBatchAcknowledged) && n > push->upto)
            verdicts.push_back({n, 1, 0, {}, {}});
    }
    if (verdicts.empty()) { // it waits for an operation before ours: hello tells which
        m_wantHello = true;
        fallBack(Ask::Push, Error(ErrorKind::Protocol, engineerrors::strangeAnswer, {QStringLiteral("push")}));
        return;
    }
    m_writingVerdicts = {m_door->applyVerdicts(std::move(verdicts)), push->upto};
    if (push->upto < m_pushed.back() && !verdictsWritten()) // the rest goes again, from where the queue then stands
        return;
    m_pushFailures = 0;
    m_tokenRefusals = 0;
    m_status.sending.reset();
    m_pushRows = std::min(mostPushRows, m_pushRows * 2);
    m_pushBytes = std::min(mostPushBytes, m_pushBytes * 2);
    m_wantPull = true; // what was taken comes back as the server has it
    m_wantFiles = true;
}

std::optional<SyncCore::Step> SyncCore::pullStep()
{
    if (!m_wantPull || m_status.tooOldToRead)
        return std::nullopt;
    auto offices = await(m_door->offices());
    if (!stored(offices))
        return std::nullopt;
    bool anyCopied = false;
    for (const OfficeCursor &cursor : *offices) {
        const bool isFirst = cursor.oseq == 0 && cursor.office != QLatin1String(wire::districtLog) && !m_noCopies;
        if (!isFirst)
            continue;
        if (std::optional<Step> copy = copyStep(cursor))
            return copy;
        anyCopied = true;
    }
    if (anyCopied) // where a copy has ended the log goes on from there
        offices = await(m_door->offices());
    if (!stored(offices))
        return std::nullopt;
    wire::PullRequest request;
    m_requestId.resize(requestIdBytes);
    m_random.fill(reinterpret_cast<std::uint8_t *>(m_requestId.data()), requestIdBytes);
    request.requestId = m_requestId;
    request.epoch = m_server.epoch;
    request.maxBytes = m_pullBytes;
    for (const OfficeCursor &cursor : *offices) {
        const auto allowed = m_allowed.find(cursor.office);
        if (allowed == m_allowed.end() || allowed->second) // a person has not answered yet: the others go on
            request.cursors.push_back({cursor.office, cursor.generation, cursor.oseq, cursor.anew});
    }
    if (request.cursors.empty()) {
        m_wantPull = false;
        return std::nullopt;
    }
    tell(SyncStage::Receiving);
    return ask(Ask::Pull, "/v1/pull", request);
}

void SyncCore::tookPull(const WireResponse &response)
{
    std::optional<wire::PullResponse> pull = read<wire::PullResponse>(response);
    const bool isFooled = planted(Plant::LatePage) || planted(Plant::PageAfterRevocation);
    if (!pull || (pull->requestId != m_requestId && !isFooled))
        return;
    m_requestId.clear();
    if (pull->epoch != m_server.epoch) {
        m_wantHello = true;
        return;
    }
    for (wire::Page &page : pull->pages) {
        if (!takePage(std::move(page), pull->epoch))
            return;
    }
    m_tokenRefusals = 0;
    m_pullBytes = std::min(mostPullBytes, m_pullBytes * 2);
    m_wantPull = pull->more;
}

// Away for so long that the log has forgotten what was purged meanwhile: what is there is read anew, the rest goes. What is
// unsent is not touched.
bool SyncCore::startAnew(const wire::Page &page, Epoch epoch)
{
    const auto offices = await(m_door->offices());
    if (!stored(offices))
        return false;
    const bool follows = std::any_of(offices->begin(), offices->end(), [&](const OfficeCursor &cursor) {
        return cursor.office == page.office && cursor.generation == page.generation && cursor.epoch == epoch
               && cursor.oseq == page.from;
    });
    if (!follows)
        return true;
    m_digests.erase(page.office);
    return stored(await(m_door->readAnew({page.office}, epoch)));
}

bool SyncCore::takePage(wire::Page &&page, Epoch epoch)
{
    if (page.anew)
        return startAnew(page, epoch);
    OfficePage known;
    known.office = page.office;
    known.generation = page.generation;
    known.epoch = epoch;
    known.from = page.from;
    known.to = page.to;
    known.atHead = page.to == page.head;
    known.entries = entriesOf(std::move(page.entries));
    if (planted(Plant::CursorBeforeData)) {
        static_cast<void>(await(m_door->jumpTo({page.office, page.generation, epoch, page.to})));
        known.from = page.to;
    }
    const auto allowed = m_allowed.find(page.office);
    const bool isConfirmed = allowed != m_allowed.end() && allowed->second;
    const Result<AppliedPage> applied = await(m_door->applyPage(std::move(known), isConfirmed, m_cancel));
    if (!stored(applied))
        return false;
    switch (applied->result) {
    case AppliedPage::Result::Stale: return true;
    case AppliedPage::Result::MassChange:
        m_allowed[page.office] = false;
        m_confirming.push_back(page.office);
        m_status.removals.push_back({page.office, applied->removed, applied->held});
        return true;
    case AppliedPage::Result::Applied: break;
    }
    m_allowed.erase(page.office);
    m_status.rowsDone += m_status.rowsTotal > 0 ? applied->written : 0;
    if (page.to == page.head && page.digest.size() > 0)
        return verify(page.office, *applied, page.digest);
    verify(page.office, *applied, {});
    return true;
}

// Manifest, then part after part; nothing when the office goes on by its log.
std::optional<SyncCore::Step> SyncCore::copyStep(const OfficeCursor &cursor)
{
    FirstCopy &copy = m_copies[cursor.office];
    if (copy.manifest.id.isEmpty()) {
        const QByteArray kept = await(m_door->kept(copyKey(cursor.office))).value_or(QByteArray());
        const qsizetype blank = kept.indexOf(' ');
        const Result<wire::SnapshotManifest> known = fromCbor<wire::SnapshotManifest>(kept.mid(blank + 1));
        if (blank > 0 && known && known->generation == cursor.generation && known->epoch == cursor.epoch) {
            copy.manifest = *known;
            copy.part = kept.left(blank).toULongLong();
        }
    }
    m_copying = cursor.office;
    tell(SyncStage::Receiving);
    const std::size_t part = copy.part + (m_writingPart && m_writingPart->office == cursor.office ? 1 : 0);
    // the last one has to be there before the log goes on behind it
    if (part >= copy.manifest.parts.size() && m_writingPart)
        return partWritten() && !m_wantHello ? copyStep(cursor) : waitStep(m_notBefore);
    if (copy.manifest.id.isEmpty()) {
        wire::SnapshotRequest request;
        request.office = cursor.office;
        request.generation = cursor.generation;
        return ask(Ask::Manifest, "/v1/snapshot", request);
    }
    if (part < copy.manifest.parts.size()) {
        copy.asked = part;
        WireRequest request;
        request.method = "GET";
        request.path = "/v1/snapshot/" + copy.manifest.id.toHex() + '/' + QByteArray::number(qulonglong{part});
        if (!copy.received.isEmpty())
            request.range = "bytes=" + QByteArray::number(copy.received.size()) + '-';
        return sendNow(Ask::Part, std::move(request), dataTimeoutMs);
    }
    OfficeCursor moved = cursor;
    moved.oseq = copy.manifest.oseq;
    if (!stored(await(m_door->jumpTo(moved))) || !keep(copyKey(cursor.office), {}))
        return waitStep(m_notBefore);
    m_copies.erase(cursor.office);
    m_digests.erase(cursor.office);
    m_status.rowsTotal = m_copies.empty() ? 0 : m_status.rowsTotal;
    m_status.rowsDone = m_copies.empty() ? 0 : m_status.rowsDone;
    return std::nullopt;
}

void SyncCore::tookManifest(const WireResponse &response)
{
    const std::optional<wire::SnapshotManifest> manifest = read<wire::SnapshotManifest>(response);
    if (!manifest)
        return;
    if (manifest->office != m_copying || manifest->epoch != m_server.epoch) {
        m_wantHello = true;
        return;
    }
    if (manifest->parts.empty() || manifest->id.isEmpty()) { // an office without rows, or nothing prepared: by its log
        m_noCopies = true;
        return;
    }
    FirstCopy &copy = m_copies[m_copying];
    copy = {};
    copy.manifest = *manifest;
    m_status.rowsTotal += manifest->rows;
    keep(copyKey(m_copying), packCopy(*manifest, 0));
}

// Unpacks what has come; meanwhile the part before is being written.
void SyncCore::readPart(const WireResponse &response)
{
    m_readPart.reset();
    const auto found = m_copies.find(m_copying);
    if (found == m_copies.end() || found->second.asked >= found->second.manifest.parts.size())
        return;
    FirstCopy &copy = found->second;
    QByteArray whole = response.status == 206 ? copy.received + response.body : response.body;
    copy.received.clear();
    if (QCryptographicHash::hash(whole, QCryptographicHash::Sha256) != copy.manifest.parts[copy.asked].sha256) {
        m_readPart = ReadPart{Error(ErrorKind::Protocol, engineerrors::strangeAnswer, {QStringLiteral("snapshot")}), 0};
        return;
    }
    Result<wire::SnapshotPart> part = readBody<wire::SnapshotPart>(contentTypes::cbor, response.contentEncoding, whole);
    whole.clear();
    if (!part) {
        m_readPart = ReadPart{part.error(), longAgoMs / 12};
        return;
    }
    OfficePage page;
    page.office = m_copying;
    page.generation = copy.manifest.generation;
    page.epoch = copy.manifest.epoch;
    page.entries = entriesOf(std::move(part->entries));
    m_readPart = ReadPart{m_door->readPart(std::move(page)), 0};
}

void SyncCore::tookPart()
{
    if (!m_readPart)
        return;
    const ReadPart read = *std::exchange(m_readPart, std::nullopt);
    if (!read.rows) {
        fallBack(Ask::Part, read.rows.error(), read.pauseMs);
        return;
    }
    const auto found = m_copies.find(m_copying);
    if (found != m_copies.end() && found->second.part == found->second.asked) // else the copy was given up meanwhile
        m_writingPart = {m_door->applyPart(*read.rows, m_cancel), m_copying};
}

// Writing what an answer said takes about as long as the next answer, so it goes on beside the next request of the same sort
// (operations, parts of a first copy) and is waited for before anything else is begun and before that answer is looked at.
// False: the store failed; the core waits before it tries again.
bool SyncCore::writtenDown()
{
    const bool verdicts = verdictsWritten();
    return partWritten() && verdicts;
}

bool SyncCore::verdictsWritten()
{
    if (!m_writingVerdicts)
        return true;
    QFuture<Outcome> done = std::move(m_writingVerdicts->done);
    m_writingVerdicts.reset();
    return stored(await(std::move(done)));
}

bool SyncCore::partWritten()
{
    if (!m_writingPart)
        return true;
    WritingPart writing = std::move(*m_writingPart);
    m_writingPart.reset();
    const Result<AppliedPage> applied = await(std::move(writing.done));
    if (!stored(applied))
        return false;
    const auto found = m_copies.find(writing.office);
    if (found == m_copies.end())
        return true; // the copy was given up meanwhile
    FirstCopy &copy = found->second;
    if (applied->result == AppliedPage::Result::Stale) { // the grant or the epoch went meanwhile
        m_copies.erase(found);
        m_wantHello = true;
        return true;
    }
    m_status.rowsDone += copy.manifest.parts[copy.part].rows;
    ++copy.part;
    return keep(copyKey(writing.office), packCopy(copy.manifest, copy.part));
}

SyncCore::Step SyncCore::waitForNews()
{
    const auto offices = await(m_door->offices());
    if (!stored(offices))
        return waitStep(m_notBefore);
    wire::WaitRequest request;
    for (const OfficeCursor &cursor : *offices)
        request.marks.push_back({cursor.office, cursor.oseq});
    return ask(Ask::Wait, "/v1/wait", request);
}

void SyncCore::tookWait(const WireResponse &response)
{
    const std::optional<wire::WaitResponse> news = read<wire::WaitResponse>(response);
    if (!news)
        return;
    const Instant now = m_clock.now();
    const bool isHurried = news->changed.empty() && now.ms - m_askedAt.ms < shortestWaitMs;
    if (isHurried) // a server that holds nothing back must not be asked in a circle
        m_notBefore = m_status.nextTry = Instant{now.ms + shortestWaitMs};
    m_wantPull = m_wantFiles = !news->changed.empty();
    m_wantPush = true; // one look at an empty queue costs nothing
}

} // namespace yizhan
