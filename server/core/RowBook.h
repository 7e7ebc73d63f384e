// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that one transaction of the server reads and changes: each is read once and written once.
#pragma once

#include "records/FieldVersions.h"
#include "records/Record.h"
#include "server/core/ServerDatabase.h"
#include "sync/protocol/Digest.h"
#include "sync/protocol/Version.h"

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace yizhan {

class OfficeBook;

struct IdHash {
    std::size_t operator()(const RecordId &id) const noexcept { return qHash(id); }
};

struct ServerRow {
    Record record;
    FieldVersions versions;
    QString storedOffice;      // where it stood when it was read; empty = a new row
    std::vector<QString> left; // offices that it stood in and was handed on from, in this transaction
    RowHash storedHash;
    bool changed = false;

    bool isNew() const { return storedOffice.isEmpty(); }
    Version versionOf(GroupKey group) const { return versions.versionOf(group, record.version); }
};

class RowBook
{
public:
    RowBook(SqlSession &session, Epoch epoch) : m_session(session), m_epoch(epoch) {}

    // Keeps other transactions off these cases until this one ends. Ascending, so that two transactions never wait for each
    // other.
    Outcome lockCases(std::vector<RecordId> roots);
    // Null when there is none. The pointer is good until the book goes.
    Result<ServerRow *> find(const RecordId &id);
    // A row that must not be there yet, under its first version.
    ServerRow &add(Record record);
    // To be called before each change of a row; gives it its next version.
    Version change(ServerRow &row);
    // A change too: the office that the row stands in hears that it goes.
    Version moveTo(ServerRow &row, const QString &office);
    // All rows of a case, withdrawn ones too, by id.
    Result<std::vector<ServerRow *>> ofCase(const RecordId &root);

    // From here on changes can be taken back together.
    void mark() { m_before.clear(); }
    void backToMark();
    // Rows changed or added since the mark, by id, each with what it was (nothing = new).
    const std::map<RecordId, std::optional<ServerRow>> &sinceMark() const { return m_before; }

    std::vector<const ServerRow *> changed() const; // by id

    // Writes all changed rows and tells the offices' logs.
    Outcome write(OfficeBook &offices);

private:
    void keep(const RecordId &id, const ServerRow *row);
    Result<ServerRow *> load(const RecordId &id);
    Outcome writeRow(ServerRow &row, OfficeBook &offices);

    SqlSession &m_session;
    Epoch m_epoch;
    std::unordered_map<RecordId, std::optional<ServerRow>, IdHash> m_rows; // nothing = known not to be there
    std::map<RecordId, std::optional<ServerRow>> m_before;
};

} // namespace yizhan
