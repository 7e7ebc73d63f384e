// SPDX-License-Identifier: GPL-3.0-or-later
// Digests: whether the copy of an office is the server's, and the ladder that mends it, each rung at most once a day and
// office.
#include "sync/engine/CoreParts.h"

#include <algorithm>

namespace yizhan {
namespace {

constexpr int mostPulls = 3; // until cursor and digest are of one moment
constexpr std::size_t rowsAtOnce = 2000;
const QChar rungRows(u'r');
const QChar rungAnew(u'a');

constexpr qint64 weekMs = 7LL * 24 * 60 * 60 * 1000;
const QString verifiedKey = QStringLiteral("verified");

QString rungKey(const QString &office) { return QStringLiteral("repair.") + office; }

} // namespace

// Keeps the digest up with what was applied; at the head it is compared. False: the store failed.
bool SyncCore::verify(const QString &office, const AppliedPage &applied, const QByteArray &digest)
{
    const auto known = m_digests.find(office);
    if (applied.recount) {
        m_digests.clear(); // rows went from one office to another
    } else if (known != m_digests.end()) {
        for (const DigestRow &row : applied.gone)
            known->second.remove(row.id, hashOf(row));
        for (const DigestRow &row : applied.come)
            known->second.add(row.id, hashOf(row));
    }
    if (digest.isEmpty())
        return true;
    const bool wasKeptUp = m_digests.count(office) > 0;
    if (!wasKeptUp && !countAnew(office))
        return false;
    if (m_digests[office].total().toBytes() == digest)
        return true;
    if (wasKeptUp) { // rather our book-keeping than the rows
        if (!countAnew(office))
            return false;
        if (m_digests[office].total().toBytes() == digest)
            return true;
    }
    ++m_status.differences;
    beginRepair(office);
    return true;
}

bool SyncCore::countAnew(const QString &office)
{
    OfficeDigest digest;
    const Outcome done = await(m_door->forEachServerRow(
        office,
        [&digest](const DigestRow &row) {
            digest.add(row.id, hashOf(row));
            return true;
        },
        m_cancel));
    if (!stored(done))
        return false;
    m_digests[office] = digest;
    return true;
}

bool SyncCore::hasSpentRung(const QString &office, QChar rung, bool spend)
{
    const QString today = m_clock.today().toIso();
    QString spent = keptText(rungKey(office));
    if (!spent.startsWith(today))
        spent = today;
    const bool isSpent = spent.mid(today.size()).contains(rung);
    if (!isSpent && spend)
        keep(rungKey(office), (spent + rung).toLatin1());
    return isSpent;
}

void SyncCore::beginRepair(const QString &office)
{
    const bool runs = std::any_of(m_repairs.begin(), m_repairs.end(), [&](const Repair &r) { return r.office == office; });
    if (runs || m_status.beyondRepair.contains(office))
        return;
    Repair repair;
    repair.office = office;
    m_repairs.push_back(repair);
}

// Now and then the sums are compared although nothing came: what went wrong in the file itself is found, too.
bool SyncCore::lookWeekly()
{
    const Instant now = m_clock.now();
    const qint64 last = keptText(verifiedKey).toLongLong();
    if (last != 0 && now.ms >= last && now.ms - last < weekMs) // a look that lies ahead: the clock was set back since
        return true;
    const auto offices = await(m_door->offices());
    if (!stored(offices))
        return false;
    for (const OfficeCursor &cursor : *offices) {
        m_digests.erase(cursor.office);
        if (last != 0 && !cursor.anew && cursor.oseq > 0)
            beginRepair(cursor.office);
    }
    return keep(verifiedKey, QByteArray::number(qlonglong{now.ms}));
}

// An office that may not be looked at any more needs no repair: the others must not wait for it.
bool SyncCore::leaveRepair(Ask what)
{
    if (what == Ask::Confirm && !m_confirming.empty()) {
        m_confirming.pop_front();
        return true;
    }
    const bool isRung = what == Ask::Sums || what == Ask::Marks || what == Ask::Fetch;
    if (!isRung || m_repairs.empty())
        return false;
    m_repairs.pop_front();
    return true;
}

// From single rows to reading everything anew to giving up.
void SyncCore::nextRung(const QString &office)
{
    m_repairs.erase(std::remove_if(m_repairs.begin(), m_repairs.end(), [&](const Repair &r) { return r.office == office; }),
                    m_repairs.end());
    if (hasSpentRung(office, rungAnew, true)) {
        m_status.beyondRepair.push_back(office);
        m_status.error = Error(ErrorKind::Corrupt, engineerrors::differs, {office});
        return;
    }
    m_digests.erase(office);
    if (stored(await(m_door->readAnew({office}, m_server.epoch))))
        m_wantPull = true;
}

std::optional<SyncCore::Step> SyncCore::repairStep()
{
    if (m_repairs.empty())
        return std::nullopt;
    tell(SyncStage::Checking);
    Repair &repair = m_repairs.front();
    if (!repair.rows.empty()) {
        wire::FetchRequest request;
        request.office = repair.office;
        const std::size_t count = std::min(rowsAtOnce, repair.rows.size());
        request.ids.assign(repair.rows.end() - static_cast<std::ptrdiff_t>(count), repair.rows.end());
        return ask(Ask::Fetch, "/v1/fetch", request);
    }
    wire::DigestRequest request;
    request.office = repair.office;
    request.buckets = repair.buckets;
    return ask(repair.buckets.empty() ? Ask::Sums : Ask::Marks, "/v1/digest", request);
}

void SyncCore::tookSums(const WireResponse &response)
{
    const std::optional<wire::DigestResponse> sums = read<wire::DigestResponse>(response);
    if (!sums || m_repairs.empty())
        return;
    Repair &repair = m_repairs.front();
    const auto offices = await(m_door->offices());
    if (!stored(offices) || !countAnew(repair.office))
        return;
    const auto cursor = std::find_if(offices->begin(), offices->end(),
                                     [&](const OfficeCursor &c) { return c.office == repair.office; });
    if (cursor == offices->end() || sums->epoch != cursor->epoch) {
        m_repairs.pop_front();
        m_wantHello = true;
        return;
    }
    if (cursor->oseq != sums->oseq) { // another moment: read on first
        m_wantPull = ++repair.pulls <= mostPulls;
        if (!m_wantPull)
            m_repairs.pop_front(); // the next page with a digest begins again
        return;
    }
    const OfficeDigest &ours = m_digests[repair.office];
    const OfficeDigest theirs = OfficeDigest::fromBytes(sums->sums);
    for (int bucket = 0; bucket < OfficeDigest::buckets; ++bucket) {
        if (!(ours.bucket(bucket) == theirs.bucket(bucket)))
            repair.buckets.push_back(bucket);
    }
    const QString office = repair.office;
    m_status.differences += repair.buckets.empty() ? 0 : 1;
    if (repair.buckets.empty())
        m_repairs.pop_front();
    else if (hasSpentRung(office, rungRows, true))
        nextRung(office);
}

void SyncCore::tookMarks(const WireResponse &response)
{
    const std::optional<wire::DigestResponse> marks = read<wire::DigestResponse>(response);
    if (!marks || m_repairs.empty())
        return;
    Repair &repair = m_repairs.front();
    std::map<RecordId, QByteArray> theirs;
    for (const wire::RowMark &mark : marks->rows)
        theirs.emplace(mark.id, mark.hash);
    std::vector<RecordId> different;
    const Outcome done = await(m_door->forEachServerRow(
        repair.office,
        [&](const DigestRow &row) {
            const int bucket = OfficeDigest::bucketOf(row.id);
            if (!std::binary_search(repair.buckets.begin(), repair.buckets.end(), bucket))
                return true;
            const auto mark = theirs.find(row.id);
            const bool isSame = mark != theirs.end() && mark->second == hashOf(row).toBytes();
            if (!isSame)
                different.push_back(row.id);
            if (mark != theirs.end())
                theirs.erase(mark);
            return true;
        },
        m_cancel));
    if (!stored(done))
        return;
    for (const auto &[id, hash] : theirs)
        different.push_back(id);
    repair.rows = std::move(different);
    if (repair.rows.empty())
        m_repairs.pop_front();
}

void SyncCore::tookFetch(const WireResponse &response)
{
    std::optional<wire::FetchResponse> fetched = read<wire::FetchResponse>(response);
    if (!fetched || m_repairs.empty())
        return;
    Repair &repair = m_repairs.front();
    const auto offices = await(m_door->offices());
    if (!stored(offices))
        return;
    const auto cursor = std::find_if(offices->begin(), offices->end(),
                                     [&](const OfficeCursor &c) { return c.office == repair.office; });
    if (cursor == offices->end() || fetched->epoch != cursor->epoch) {
        m_repairs.pop_front();
        m_wantHello = true;
        return;
    }
    OfficePage rows;
    rows.office = repair.office;
    rows.generation = cursor->generation;
    rows.epoch = cursor->epoch;
    rows.entries = entriesOf(std::move(fetched->entries));
    if (!stored(await(m_door->replaceRows(std::move(rows)))))
        return;
    m_digests.clear();
    repair.rows.resize(repair.rows.size() - std::min(rowsAtOnce, repair.rows.size()));
    if (!repair.rows.empty())
        return;
    // the next look decides whether that was enough
    const QString office = repair.office;
    m_repairs.pop_front();
    m_confirming.push_back(office);
}

// The sums of an office once more: after a repair, or before a person is asked about a removal.
std::optional<SyncCore::Step> SyncCore::confirmStep()
{
    if (m_confirming.empty())
        return std::nullopt;
    tell(SyncStage::Checking);
    wire::DigestRequest request;
    request.office = m_confirming.front();
    return ask(Ask::Confirm, "/v1/digest", request);
}

void SyncCore::tookConfirm(const WireResponse &response)
{
    const std::optional<wire::DigestResponse> sums = read<wire::DigestResponse>(response);
    if (!sums || m_confirming.empty())
        return;
    const QString office = m_confirming.front();
    m_confirming.pop_front();
    const auto asked = m_allowed.find(office);
    if (asked != m_allowed.end()) {
        if (!countAnew(office))
            return;
        if (m_digests[office] == OfficeDigest::fromBytes(sums->sums)) { // the page was nonsense: the server has what is here
            allowRemoval(office);
            m_allowed.erase(office);
            return;
        }
        // the server stands by it: the question is for a person now
        const auto removal = std::find_if(m_status.removals.begin(), m_status.removals.end(),
                                          [&](const SyncStatus::Removal &r) { return r.office == office; });
        if (removal != m_status.removals.end())
            m_status.error = Error(ErrorKind::Rejected, engineerrors::askPerson,
                                   {QString::number(removal->rows), QString::number(removal->held), office});
        return;
    }
    const auto offices = await(m_door->offices());
    if (!stored(offices) || !countAnew(office))
        return;
    const auto cursor = std::find_if(offices->begin(), offices->end(),
                                     [&](const OfficeCursor &c) { return c.office == office; });
    const bool isComparable = cursor != offices->end() && cursor->epoch == sums->epoch && cursor->oseq == sums->oseq;
    if (!isComparable || m_digests[office] == OfficeDigest::fromBytes(sums->sums))
        return; // equal, or news came in between: the next page with a digest tells
    nextRung(office);
}

} // namespace yizhan
