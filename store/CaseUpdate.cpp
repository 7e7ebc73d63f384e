// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CaseUpdate.h"

#include "base/Planted.h"
#include "records/kinds/Attachment.h"
#include "store/Derivation.h"
#include "store/DerivedIndexes.h"
#include "store/OpenCases.h"
#include "store/RowMapper.h"
#include "store/SearchIndex.h"
#include "store/SetAside.h"
#include "store/SyncOffices.h"

#include <algorithm>
#include <limits>

namespace yizhan {
namespace {

constexpr std::size_t mostCounted = 20'000;

bool isSearched(const Record &row, const std::vector<int> &positions)
{
    return std::any_of(positions.begin(), positions.end(), [&](int position) {
        return derived::isSearched(row.spec(), *row.spec().fields[static_cast<std::size_t>(position)]);
    });
}

// Derived columns are not on the server; until the case is derived anew they stay as they were.
void keepDerived(const Record &from, Record &into)
{
    for (std::size_t i = 0; i < into.spec().fields.size(); ++i) {
        if (into.spec().fields[i]->derived)
            into.setValue(*into.spec().fields[i], from.values()[i]);
    }
}

// Somebody with this row in an open form has looked at the moment of its last change: what came over the line meanwhile counts
// as changed after that, whatever the other clock said.
void noteMoments(const StandingRow &before, Record &after, FieldVersions &versions)
{
    const RowDifference difference = differenceOf(before.typed, after);
    after.updatedAt = std::max(after.updatedAt, before.typed.updatedAt);
    for (const FieldVersions::Entry &entry : before.versions.entries()) {
        if (entry.changedHere.ms != 0)
            versions.setChangedHere(entry.group, entry.changedHere);
    }
    if (difference.own.empty() && !difference.withdrawn && !difference.office)
        return;
    after.updatedAt = std::max(after.updatedAt, Instant{before.typed.updatedAt.ms + 1});
    for (const int position : difference.own)
        versions.setChangedHere(groupKeyOf(*after.spec().fields[static_cast<std::size_t>(position)]), after.updatedAt);
}

} // namespace

Outcome CaseUpdate::begin(const RecordId &root)
{
    m_root = root;
    m_seats.clear();
    return m_copies.lookFor(root); // a hand-over is an operation on the root
}

Result<CaseUpdate::Seat *> CaseUpdate::seatOf(const RecordId &id, const RecordSpec *spec)
{
    const auto known = m_seats.find(id);
    if (known != m_seats.end())
        return &known->second;
    Result<StandingRow> standing = m_copies.find(id, spec);
    if (!standing)
        return standing.error();
    Seat &seat = m_seats[id];
    seat.before = std::move(*standing);
    seat.after = seat.before.typed;
    seat.versions = seat.before.versions;
    return &seat;
}

void CaseUpdate::count(const ServerCopy &before, const ServerCopy &after)
{
    const bool isElsewhere = (!before.row.isNull() && logOf(before.row) != m_log)
                             || (!after.row.isNull() && logOf(after.row) != m_log);
    m_applied.recount = m_applied.recount || isElsewhere || m_applied.come.size() > mostCounted;
    if (m_applied.recount)
        return;
    if (!before.row.isNull())
        m_applied.gone.push_back(digestRowOf(before.row));
    if (!after.row.isNull())
        m_applied.come.push_back(digestRowOf(after.row));
}

// Makes the seat show the server's copy with open operations on top, and keeps the copy where it would be lost otherwise.
Outcome CaseUpdate::settleView(Seat &seat, const RecordId &id, ServerCopy copy)
{
    Record view = m_copies.viewOf(copy, id);
    seat.touched = true;
    if (view.isNull()) {
        seat.after = {};
        return {};
    }
    seat.versions = copy.versions;
    if (!seat.before.typed.isNull()) {
        view.localRow = seat.before.typed.localRow;
        keepDerived(seat.before.typed, view);
        noteMoments(seat.before, view, seat.versions);
    }
    seat.after = std::move(view);
    if (copy.row.isNull())
        return seat.before.hasShadow ? m_copies.dropShadow(id) : Outcome();
    const bool isAhead = m_copies.isOpen(id) || !m_copies.transferOf(copy.row.root).isEmpty();
    if (isAhead)
        return m_copies.writeShadow(copy);
    return seat.before.hasShadow ? m_copies.dropShadow(id) : Outcome();
}

// Whether the copy here is of the server's present life, so that an older word is overtaken by it. A copy that came by another
// office's log is, if that log is not being read anew or has shown the row again already.
Result<bool> CaseUpdate::isOvertaken(const ServerWord &word, const Record &held)
{
    const QString log = logOf(held);
    if (log == m_log)
        return !word.regardless;
    if (m_steady.count(log) > 0)
        return true;
    return syncoffices::wasSeen(m_connection, log, held.id);
}

Outcome CaseUpdate::put(ServerWord &word)
{
    const Result<Seat *> found = seatOf(word.id, &word.copy.row.spec());
    if (!found)
        return found.error();
    Seat &seat = **found;
    const Record &held = seat.before.server.row;
    const bool isOlder = !held.isNull() && held.version > word.version && !planted(Plant::OldPage);
    const Result<bool> overtaken = isOlder ? isOvertaken(word, held) : Result<bool>(false);
    if (!overtaken || *overtaken)
        return overtaken ? Outcome() : Outcome(overtaken.error());
    for (std::size_t i = 0; planted(Plant::PutMerges) && !held.isNull() && i < held.values().size(); ++i) {
        if (word.copy.row.values()[i].isNull())
            word.copy.row.setValue(*held.spec().fields[i], held.values()[i]);
    }
    if (Outcome done = m_copies.settle(word.id, word.version); !done)
        return done;
    ++m_applied.written;
    count(seat.before.server, word.copy);
    return settleView(seat, word.id, std::move(word.copy));
}

// A row that came from another office meanwhile stays: compared is the office by which the server's copy came.
Outcome CaseUpdate::leave(const ServerWord &word)
{
    const Result<Seat *> found = seatOf(word.id, nullptr);
    if (!found)
        return found.error();
    Seat &seat = **found;
    const Record &held = seat.before.server.row;
    const bool isPurge = word.what == PageEntry::What::Purge;
    if (planted(Plant::LeaveByHighest) && !held.isNull() && logOf(held) != m_log && held.version < word.version) {
        ServerCopy noted = seat.before.server;
        noted.row.version = word.version;
        return settleView(seat, word.id, std::move(noted));
    }
    if (!held.isNull() && (held.version > word.version || (!isPurge && logOf(held) != m_log)))
        return {};
    if (Outcome done = m_copies.settle(word.id, word.version); !done)
        return done;
    if (seat.before.typed.isNull())
        return {};
    ++m_applied.removed;
    count(seat.before.server, {});
    return settleView(seat, word.id, {});
}

// Rows of the case that the words did not name and that stood where the hand-over had put them.
Outcome CaseUpdate::viewOthers(const RecordId &root)
{
    std::set<RecordId> rows;
    if (Outcome done = m_copies.addShadowed(root, rows); !done)
        return done;
    for (const RecordId &id : rows) {
        const Result<Seat *> seat = seatOf(id, nullptr);
        if (!seat)
            return seat.error();
        if ((*seat)->touched)
            continue;
        if (Outcome done = settleView(**seat, id, (*seat)->before.server); !done)
            return done;
    }
    return {};
}

Outcome CaseUpdate::apply(const RecordId &root, std::vector<ServerWord> &words)
{
    if (Outcome begun = begin(root); !begun)
        return begun;
    // The root first: if its word contains an own hand-over, that is not ahead of the server any more, on no row of the case.
    std::stable_partition(words.begin(), words.end(), [&root](const ServerWord &word) { return word.id == root; });
    const QString ahead = m_copies.transferOf(root);
    for (ServerWord &word : words) {
        if (Outcome done = word.what == PageEntry::What::Put ? put(word) : leave(word); !done)
            return done;
    }
    if (m_copies.transferOf(root) != ahead) {
        if (Outcome done = viewOthers(root); !done)
            return done;
    }
    return write();
}

Outcome CaseUpdate::review(const RecordId &root, const std::set<RecordId> &rows)
{
    if (Outcome begun = begin(root); !begun)
        return begun;
    for (const RecordId &id : rows) {
        const Result<Seat *> seat = seatOf(id, nullptr);
        if (!seat)
            return seat.error();
        const Result<bool> stays = mayBeHere(**seat, id);
        if (!stays)
            return stays.error();
        if (Outcome done = *stays ? settleView(**seat, id, (*seat)->before.server) : Outcome(); !done)
            return done;
    }
    return write();
}

// A row that went with the grant of its office, while an own operation on it was under way, does not come back by the answer.
Result<bool> CaseUpdate::mayBeHere(const Seat &seat, const RecordId &id)
{
    if (!seat.before.typed.isNull() || !seat.before.server.row.isNull())
        return true;
    const Record view = m_copies.viewOf({}, id);
    if (view.isNull())
        return true;
    const Result<std::optional<OfficeCursor>> granted = syncoffices::find(m_connection, logOf(view));
    return granted ? Result<bool>(granted->has_value()) : Result<bool>(granted.error());
}

Outcome CaseUpdate::forget(const RecordId &root, const std::vector<RecordId> &rows)
{
    if (Outcome begun = begin(root); !begun)
        return begun;
    for (const RecordId &id : rows) {
        const Result<Seat *> seat = seatOf(id, nullptr);
        if (!seat)
            return seat.error();
        if (Outcome done = m_copies.settle(id, std::numeric_limits<std::int64_t>::max()); !done)
            return done;
        ++m_applied.removed;
        count((*seat)->before.server, {});
        if (Outcome done = settleView(**seat, id, {}); !done)
            return done;
    }
    return write();
}

Outcome CaseUpdate::removeAll(const RecordId &root, const std::vector<RecordId> &rows)
{
    if (Outcome begun = begin(root); !begun)
        return begun;
    for (const RecordId &id : rows) {
        const Result<Seat *> seat = seatOf(id, nullptr);
        if (!seat)
            return seat.error();
        if (Outcome done = m_copies.settle(id, std::numeric_limits<std::int64_t>::max()); !done)
            return done;
        if (Outcome done = m_copies.dropShadow(id); !done)
            return done;
        (*seat)->after = {};
        (*seat)->touched = true;
        ++m_applied.removed;
    }
    return write();
}

// The rows of the case that stay, changed ones in their new form; derived anew if the root is here.
Result<CaseFile> CaseUpdate::compose(bool &isNew)
{
    CaseFile file;
    const auto rootSeat = m_seats.find(m_root);
    const bool rootIsSeated = rootSeat != m_seats.end();
    isNew = rootIsSeated && rootSeat->second.before.typed.isNull() && !rootSeat->second.after.isNull();
    const bool hasOthers = std::any_of(m_seats.begin(), m_seats.end(),
                                       [](const auto &seat) { return !seat.second.before.typed.isNull(); });
    if (isNew && !hasOthers) {
        file.root = rootSeat->second.after;
    } else {
        Result<CaseFile> standing = isNew ? readCaseOf(m_connection, rootSeat->second.after) : readCase(m_connection, m_root);
        if (!standing && standing.error().kind != ErrorKind::NotFound)
            return standing.error();
        if (standing)
            file = std::move(*standing);
        m_standing = file;
        if (rootIsSeated)
            file.root = rootSeat->second.after;
        std::erase_if(file.children, [this](const Record &child) { return m_seats.count(child.id) > 0; });
    }
    for (const auto &[id, seat] : m_seats) {
        if (id != m_root && !seat.after.isNull() && !seat.after.withdrawn)
            file.children.push_back(seat.after);
    }
    if (!file.root.isNull())
        deriveWhole(file, m_context, m_context.clock->now());
    return file;
}

Outcome CaseUpdate::write()
{
    if (std::none_of(m_seats.begin(), m_seats.end(), [](const auto &seat) { return seat.second.touched; }))
        return {};
    m_standing = {};
    m_searchChanged = false;
    bool isNew = false;
    Result<CaseFile> file = compose(isNew);
    if (!file)
        return file.error();
    if (!file->root.isNull()) {
        if (Outcome done = writeRow(file->root); !done)
            return done;
    }
    for (Record &child : file->children) {
        if (Outcome done = writeRow(child); !done)
            return done;
    }
    for (auto &[id, seat] : m_seats) {
        const bool isInFile = id == m_root || !seat.after.withdrawn;
        if (Outcome done = seat.after.isNull() ? removeRow(seat) : isInFile ? Outcome() : writeRow(seat.after); !done)
            return done;
    }
    if (file->root.isNull() || (!isNew && !m_searchChanged))
        return {};
    return derived::putCase(m_connection, *file, isNew);
}

Outcome CaseUpdate::removeRow(const Seat &seat)
{
    const Record &row = seat.before.typed;
    if (row.isNull())
        return {};
    if (m_keepsAside && !seat.before.server.row.isNull()) {
        if (Outcome done = setaside::keep(m_connection, seat.before.server.row, m_context.clock->now()); !done)
            return done;
    }
    if (Outcome done = m_copies.remove(row); !done)
        return done;
    m_changed.push_back({row.kind(), row.id, row.root, row.localRow, ChangeSet::Row::What::Withdrawn});
    if (row.spec().isRoot())
        return SearchIndex::remove(m_connection, row.kind(), row.localRow);
    m_searchChanged = m_searchChanged || derived::hasSearchedFields(row.spec());
    return {};
}

Outcome CaseUpdate::writeRow(Record &row)
{
    using What = ChangeSet::Row::What;
    const auto place = m_seats.find(row.id);
    if (place == m_seats.end() || !place->second.touched) { // nothing new of it: only what is computed from the others
        const Record *before = place != m_seats.end() ? &place->second.before.typed
                               : row.id == m_root     ? &m_standing.root
                                                      : m_standing.find(row.id);
        const RowDifference difference = differenceOf(*before, row);
        if (difference.derived.empty())
            return {};
        m_searchChanged = m_searchChanged || isSearched(row, difference.derived);
        m_changed.push_back({row.kind(), row.id, row.root, row.localRow, What::Changed});
        return updateDerived(m_connection, row, difference.derived);
    }
    Seat &seat = place->second;
    const Record &before = seat.before.typed;
    if (before.isNull()) {
        m_searchChanged = m_searchChanged || derived::hasSearchedFields(row.spec());
        if (Outcome done = m_copies.write(row, seat.versions, m_copies.unsentOf(row.id)); !done)
            return done;
        m_changed.push_back({row.kind(), row.id, row.root, row.localRow, What::Created});
        return row.kind() == Kind::Attachment ? wantBlob(row) : Outcome();
    }
    const RowDifference difference = differenceOf(before, row);
    m_searchChanged = m_searchChanged || difference.withdrawn || isSearched(row, difference.own)
                      || isSearched(row, difference.derived);
    m_changed.push_back({row.kind(), row.id, row.root, row.localRow, row.withdrawn ? What::Withdrawn : What::Changed});
    return m_copies.write(row, seat.versions, m_copies.unsentOf(row.id));
}

// A content that lies on another workstation: it is fetched when its record is here.
Outcome CaseUpdate::wantBlob(const Record &row)
{
    const QByteArray sha256 = row.get(attachment::sha256);
    if (sha256.size() != 32)
        return {};
    Result<CachedStatement> statement = m_connection.cached(
        "INSERT INTO blob_state VALUES (?, ?, 0, 3, ?, ?) ON CONFLICT (sha256) DO NOTHING");
    if (!statement)
        return statement.error();
    const Instant now = m_context.clock->now();
    (*statement)->bindAll(sha256, std::int64_t{row.get(attachment::size).value_or(0)}, now, now);
    return (*statement)->run();
}

} // namespace yizhan
