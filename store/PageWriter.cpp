// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/PageWriter.h"

#include "base/Planted.h"
#include "records/Codec.h"
#include "store/RowMapper.h"
#include "store/SetAside.h"
#include "store/SyncOffices.h"

#include <algorithm>

namespace yizhan {
namespace {

constexpr std::size_t mostRowsAtOnce = 5000;
constexpr int unseenAtOnce = 500;
constexpr std::int64_t removedWithoutAsking = 50;
constexpr std::int64_t removedShare = 20; // one in twenty

} // namespace

PageWriter::PageWriter(Worker &worker, Writer &writer, const StoreContext &context, OfficePage page, Guard guard, Kind kind)
    : m_worker(worker), m_writer(writer), m_context(context), m_page(std::move(page)), m_guard(guard), m_kind(kind)
{
    m_applied.recount = m_kind == Kind::Part; // the log that follows is compared with what was counted anew
    readRows();
}

Result<bool> PageWriter::slice(Connection &connection)
{
    m_changed.clear();
    Result<bool> goesOn = true;
    const Outcome done = m_writer.transact(connection, [&]() -> Outcome {
        goesOn = begin(connection);
        if (!goesOn)
            return goesOn.error();
        return *goesOn ? applySome(connection) : Outcome();
    });
    if (!done)
        return done.error();
    return *goesOn && !m_done;
}

// Whether the page is the one that follows what is here. Asked before each slice: a grant may be taken away in between.
Result<bool> PageWriter::begin(Connection &connection)
{
    const Result<std::optional<OfficeCursor>> cursor = syncoffices::find(connection, m_page.office);
    if (!cursor)
        return cursor.error();
    if (planted(Plant::PageAfterRevocation) && !*cursor)
        m_kind = Kind::Rows;
    const bool fits = *cursor && (*cursor)->generation == m_page.generation && (*cursor)->epoch == m_page.epoch
                      && (m_kind != Kind::Page || (*cursor)->oseq == m_page.from || planted(Plant::LatePage));
    if (!fits && !(planted(Plant::PageAfterRevocation) && !*cursor)) {
        m_applied.result = AppliedPage::Result::Stale;
        return false;
    }
    m_cursor = cursor->value_or(OfficeCursor());
    if (m_begun)
        return true;
    m_begun = true;
    const Result<std::vector<OfficeCursor>> granted = syncoffices::all(connection);
    if (!granted)
        return granted.error();
    for (const OfficeCursor &other : *granted) {
        if (other.office != m_page.office && !other.anew)
            m_steady.insert(other.office);
    }
    const Result<bool> aside = setaside::isAny(connection);
    if (!aside)
        return aside.error();
    m_anyAside = *aside;
    if (Outcome done = sort(connection); !done)
        return done.error();
    const Result<bool> tooMuch = isMassChange(connection);
    if (!tooMuch)
        return tooMuch.error();
    if (*tooMuch)
        m_applied.result = AppliedPage::Result::MassChange;
    return !*tooMuch;
}

// What needs no store is done here, by whoever brings the page: the one who writes has work enough. Rows that come are sorted
// by case, in the order in which the cases first come; the others wait for sort().
void PageWriter::readRows()
{
    std::vector<PageEntry> others;
    for (PageEntry &entry : m_page.entries) {
        if (entry.what != PageEntry::What::Put) {
            others.push_back(std::move(entry));
            continue;
        }
        Result<Record> row = decodeRecord(entry.row);
        if (!row) {
            m_readable = row.error();
            return;
        }
        if (row->isNull()) {
            m_raw.push_back(std::move(entry));
            continue;
        }
        ServerWord word;
        word.id = entry.id;
        word.version = row->version;
        word.copy.versions = FieldVersions::fromBytes(entry.versions, row->createdAt);
        const RecordId root = row->root.isNull() ? row->id : row->root;
        word.copy.row = std::move(*row);
        add(std::move(word), root);
    }
    m_page.entries = std::move(others);
}

void PageWriter::add(ServerWord word, const RecordId &root)
{
    auto place = m_places.constFind(root);
    if (place == m_places.constEnd()) {
        place = m_places.insert(root, m_groups.size());
        m_groups.push_back({root, {}});
    }
    m_groups[*place].words.push_back(std::move(word));
}

// Rows that go belong to the case in which they stand here.
Outcome PageWriter::sort(Connection &connection)
{
    if (!m_readable)
        return m_readable;
    for (PageEntry &entry : m_page.entries) {
        ServerWord word;
        word.what = entry.what;
        word.id = entry.id;
        word.version = entry.version;
        const Result<RecordId> root = rootOf(connection, entry.id);
        if (!root)
            return root.error();
        m_leaving += root->isNull() ? 0 : 1;
        add(std::move(word), root->isNull() ? entry.id : *root);
        m_raw.push_back(std::move(entry)); // it may be a row of an unknown kind
    }
    m_page.entries.clear();
    m_places.clear();
    return {};
}

Result<RecordId> PageWriter::rootOf(Connection &connection, const RecordId &id)
{
    const Result<Record> row = findById(connection, id, Columns::List);
    if (!row && row.error().kind != ErrorKind::NotFound)
        return row.error();
    return row ? row->root : RecordId();
}

Outcome PageWriter::keepRaw(Connection &connection, const PageEntry &entry)
{
    if (entry.what != PageEntry::What::Put) {
        Result<CachedStatement> statement = connection.cached("DELETE FROM raw_row WHERE id = ? AND log = ? AND version <= ?");
        if (!statement)
            return statement.error();
        return (*statement)->bindAll(entry.id, m_page.office, entry.version).run();
    }
    Result<CachedStatement> statement = connection.cached(
        "INSERT INTO raw_row VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO UPDATE SET log = ?2, version = ?3, body = ?4, "
        "field_versions = ?5 WHERE version <= ?3 OR ?6");
    if (!statement)
        return statement.error();
    (*statement)->bindAll(entry.id, m_page.office, entry.version, entry.row, entry.versions, m_cursor.anew ? 1 : 0);
    if (Outcome done = (*statement)->run(); !done)
        return done;
    return m_cursor.anew ? syncoffices::noteSeen(connection, m_page.office, entry.id) : Outcome();
}

Result<bool> PageWriter::isMassChange(Connection &connection)
{
    if (m_kind != Kind::Page || m_leaving <= removedWithoutAsking)
        return false;
    const Result<std::int64_t> held = syncoffices::countOf(connection, m_page.office);
    if (!held)
        return held.error();
    m_applied.held = *held;
    m_applied.removed = m_leaving;
    m_isMass = m_leaving > std::max(removedWithoutAsking, *held / removedShare);
    const bool asks = m_isMass && m_guard == Guard::On;
    if (!asks)
        m_applied.removed = 0;
    return asks;
}

Outcome PageWriter::applySome(Connection &connection)
{
    ServerCopies copies(connection);
    if (Outcome done = copies.loadOpen(); !done)
        return done;
    CaseUpdate update(connection, m_context, copies, m_page.office, m_steady, m_applied, m_changed);
    if (m_isMass)
        update.keepAside();
    for (const PageEntry &entry : m_raw) {
        if (Outcome done = keepRaw(connection, entry); !done)
            return done;
        m_applied.recount = true;
    }
    m_raw.clear();
    std::size_t rows = 0;
    while (m_next < m_groups.size() && rows < mostRowsAtOnce && (rows == 0 || !m_worker.isWaitedFor())) {
        Group &group = m_groups[m_next];
        rows += group.words.size();
        for (ServerWord &word : group.words) {
            word.regardless = m_kind == Kind::Rows;
            if (m_anyAside && word.what == PageEntry::What::Put) {
                if (Outcome done = setaside::forget(connection, word.id); !done)
                    return done;
            }
            if (!m_cursor.anew || word.what != PageEntry::What::Put)
                continue;
            const Result<bool> seen = syncoffices::wasSeen(connection, m_page.office, word.id);
            if (!seen)
                return seen.error();
            word.regardless = word.regardless || !*seen;
            if (Outcome done = *seen ? Outcome() : syncoffices::noteSeen(connection, m_page.office, word.id); !done)
                return done;
        }
        if (Outcome done = update.apply(group.root, group.words); !done)
            return done;
        group = {};
        ++m_next;
    }
    if (m_next < m_groups.size())
        return {};
    if (m_kind != Kind::Page) {
        m_done = true;
        return {};
    }
    const Result<bool> whole = complete(connection, copies, update);
    if (!whole)
        return whole.error();
    if (!*whole)
        return {};
    m_done = true;
    m_cursor.oseq = m_page.to;
    return syncoffices::setCursor(connection, m_cursor);
}

// At the head: what did not come is not there any more.
Result<bool> PageWriter::complete(Connection &connection, ServerCopies &copies, CaseUpdate &update)
{
    if (!m_page.atHead)
        return true;
    Result<std::vector<syncoffices::HeldRow>> unseen = m_cursor.anew
                                                           ? syncoffices::unseenOf(connection, m_page.office, unseenAtOnce)
                                                           : std::vector<syncoffices::HeldRow>();
    if (unseen && unseen->empty())
        unseen = syncoffices::neverShownOf(connection, copies, m_page.office);
    if (!unseen)
        return unseen.error();
    std::map<RecordId, std::vector<RecordId>> cases;
    for (const syncoffices::HeldRow &row : *unseen)
        cases[row.root].push_back(row.id);
    for (const auto &[root, rows] : cases) {
        if (Outcome done = update.forget(root, rows); !done)
            return done.error();
    }
    if (!m_cursor.anew && unseen->empty())
        return true;
    m_applied.recount = true;
    if (!unseen->empty())
        return false;
    const Outcome raw = [&]() -> Outcome {
        Result<CachedStatement> statement = connection.cached(
            "DELETE FROM raw_row WHERE log = ?1 AND id NOT IN (SELECT id FROM baseline WHERE office = ?1)");
        return statement ? (*statement)->bind(1, m_page.office).run() : Outcome(statement.error());
    }();
    if (!raw)
        return raw.error();
    m_cursor.anew = false;
    m_applied.completed = true;
    if (Outcome done = syncoffices::endBaseline(connection, m_page.office); !done)
        return done.error();
    return true;
}

} // namespace yizhan
