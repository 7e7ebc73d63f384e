// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Pull.h"

#include "base/Planted.h"
#include "server/core/Epochs.h"
#include "server/core/Meta.h"
#include "server/core/ServerErrors.h"
#include "sync/protocol/Digest.h"

#include <algorithm>
#include <unordered_set>

namespace yizhan::pull {
namespace {

constexpr qint64 leastPage = 16 * 1024;
constexpr qint64 largestPage = 8 << 20;
constexpr int rowsAtOnce = 500;
constexpr qint64 entryOverhead = 64;

struct Head {
    qint64 oseq = 0;
    qint64 rows = 0;
    QByteArray digest;
    qint64 purgedBefore = 0;
};

struct IdKey {
    std::size_t operator()(const RecordId &id) const noexcept { return qHash(id); }
};

struct LogEntry {
    qint64 oseq = 0;
    RecordId root;
    wire::Entry entry;
};

wire::Entry entryOf(const SqlRow &row)
{
    wire::Entry entry;
    entry.id = row.id(2);
    entry.what = static_cast<wire::EntryKind>(row.int64(3));
    entry.version = row.int64(4);
    entry.row = row.bytes(5);
    entry.versions = row.bytes(6);
    return entry;
}

qint64 sizeOf(const wire::Entry &entry) { return entry.row.size() + entry.versions.size() + entryOverhead; }

class PageReader
{
public:
    PageReader(SqlSession &session, wire::Page &page, qint64 budget) : m_session(session), m_page(page), m_budget(budget) {}

    Outcome read()
    {
        while (m_page.to < m_page.head && m_size < m_budget) {
            const qint64 before = m_page.to;
            if (Outcome some = readSome(); !some)
                return some;
            if (m_page.to == before) {
                m_page.to = m_page.head; // entries that were overtaken left their numbers behind
            }
        }
        return m_page.to < m_page.head ? bringCasesForward() : Outcome();
    }
    qint64 size() const { return m_size; }

private:
    Outcome readSome()
    {
        bool full = false;
        return m_session.each("SELECT l.oseq, l.root, l.record, l.what, l.version, r.body, r.versions FROM office_log l LEFT "
                              "JOIN record r ON r.id = "
                              "l.record AND l.what = 1 WHERE l.office = ? AND l.oseq > ? ORDER BY l.oseq LIMIT ?",
                              {m_page.office, m_page.to, rowsAtOnce}, [&](const SqlRow &row) {
                                  full = full || m_size >= m_budget;
                                  if (full)
                                      return Outcome();
                                  m_page.to = row.int64(0);
                                  add(row);
                                  return Outcome();
                              });
    }

    void add(const SqlRow &row)
    {
        wire::Entry entry = entryOf(row);
        m_size += sizeOf(entry);
        m_roots.insert(row.id(1));
        m_page.entries.push_back(std::move(entry));
    }

    // The rest of every case on the page: what was written together is seen together.
    Outcome bringCasesForward()
    {
        std::vector<RecordId> roots(m_roots.begin(), m_roots.end());
        std::sort(roots.begin(), roots.end());
        for (const RecordId &root : roots) {
            const Outcome read = m_session.each(
                "SELECT l.oseq, l.root, l.record, l.what, l.version, r.body, r.versions FROM office_log l LEFT JOIN record r "
                "ON "
                "r.id = l.record AND l.what = 1 WHERE l.office = ? AND l.root = ? AND l.oseq > ? ORDER BY l.oseq",
                {m_page.office, root, m_page.to}, [&](const SqlRow &row) {
                    add(row);
                    return Outcome();
                });
            if (!read)
                return read;
        }
        return {};
    }

    SqlSession &m_session;
    wire::Page &m_page;
    qint64 m_budget;
    qint64 m_size = 0;
    std::unordered_set<RecordId, IdKey> m_roots;
};

Result<Head> headOf(SqlSession &session, const QString &office)
{
    Head head;
    const Result<bool> found = session.first("SELECT oseq, row_count, digest, purged_before FROM office_head WHERE office = ?",
                                             {office}, [&head](const SqlRow &row) {
                                                 head.oseq = row.int64(0);
                                                 head.rows = row.int64(1);
                                                 head.digest = row.bytes(2);
                                                 head.purgedBefore = row.int64(3);
                                             });
    return found ? Result<Head>(std::move(head)) : Result<Head>(found.error());
}

struct Pull {
    SqlSession &session;
    const wire::PullRequest &message;
    wire::PullResponse &response;
    qint64 budget = 0;
    bool beyondHead = false;
};

Outcome readOffice(Pull &pull, const wire::Cursor &cursor)
{
    const Result<Head> head = headOf(pull.session, cursor.office);
    if (!head)
        return head.error();
    if (cursor.oseq > head->oseq || cursor.oseq < 0) {
        pull.beyondHead = pull.beyondHead || (cursor.oseq > 0 && !planted(Plant::RestoreWithoutEpoch));
        return {};
    }
    if (pull.budget <= 0) {
        pull.response.more = pull.response.more || cursor.oseq < head->oseq;
        return {};
    }
    wire::Page page;
    page.office = cursor.office;
    page.generation = cursor.generation;
    page.from = cursor.oseq;
    page.to = cursor.oseq;
    page.head = head->oseq;
    if (cursor.oseq > 0 && cursor.oseq < head->purgedBefore && !cursor.anew) {
        page.anew = true; // purges that it has not seen are in the log no more
        pull.response.more = true;
        pull.response.pages.push_back(std::move(page));
        return {};
    }
    PageReader reader(pull.session, page, pull.budget);
    if (Outcome read = reader.read(); !read)
        return read;
    pull.budget -= reader.size();
    if (page.to == page.head) {
        page.digest = OfficeDigest::fromBytes(head->digest).total().toBytes();
        page.rows = head->rows;
    } else {
        pull.response.more = true;
    }
    pull.response.pages.push_back(std::move(page));
    return {};
}

} // namespace

bool mayRead(const Caller &caller, const GrantList &grants, const QString &office)
{
    return grants.find(office) && (office == QLatin1String(wire::districtLog) || caller.person.mayReadAt(grants));
}

Result<wire::PullResponse> read(const DistrictContext &context, const Sender &sender, const wire::PullRequest &message)
{
    wire::PullResponse response;
    bool beyondHead = false;
    const Outcome done = context.database.read([&](SqlSession &session) -> Outcome {
        const Result<Caller> caller = sender.identify(session);
        if (!caller)
            return caller.error();
        if (message.schema < context.options.minimumSchema)
            return Error(ErrorKind::TooNew, servererrors::tooOld);
        const Result<Epoch> epoch = meta::epochOf(session);
        const Result<GrantList> grants = GrantList::of(session, caller->device);
        if (!epoch || !grants)
            return epoch ? grants.error() : epoch.error();
        if (message.epoch != *epoch)
            return Error(ErrorKind::Conflict, servererrors::otherEpoch);
        response.requestId = message.requestId;
        response.epoch = *epoch;
        response.serverTime = context.clock.now();
        Pull pull{session, message, response, std::clamp<qint64>(message.maxBytes, leastPage, largestPage)};
        for (const wire::Cursor &cursor : message.cursors) {
            const DeviceGrant *grant = grants->find(cursor.office);
            if (!grant || grant->generation != cursor.generation || !mayRead(*caller, *grants, cursor.office))
                continue;
            if (Outcome read = readOffice(pull, cursor); !read)
                return read;
        }
        beyondHead = pull.beyondHead;
        return {};
    });
    if (!done)
        return done.error();
    if (!beyondHead)
        return response;
    const Outcome declared = context.database.write([&](SqlSession &session) {
        return epochs::declareRestored(session, message.epoch, context.clock.now(),
                                       QStringLiteral("cursor ") + sender.device.toString());
    });
    return declared ? Error(ErrorKind::Conflict, servererrors::otherEpoch) : declared.error();
}

} // namespace yizhan::pull
