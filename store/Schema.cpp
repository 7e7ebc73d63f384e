// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Schema.h"

#include "records/Declaration.h"
#include "sql/Connection.h"
#include "sql/SqlText.h"

#include <sqlcipher/sqlite3.h>

#include <cstring>
#include <map>
#include <set>

namespace yizhan {
namespace {

// Words that SQL keeps for itself are quoted, all others stay readable.
QByteArray asSqlName(const char *name)
{
    const auto length = static_cast<int>(std::strlen(name));
    return sqlite3_keyword_check(name, length) != 0 ? quoteIdentifierUtf8(QString::fromLatin1(name)) : QByteArray(name, length);
}

TableLayout makeLayout(const RecordSpec &spec)
{
    TableLayout layout;
    layout.spec = &spec;
    layout.table = asSqlName(spec.table);
    layout.hasRoot = !spec.isRoot();
    layout.systemColumns = {"rowid", "id"};
    if (layout.hasRoot) {
        layout.systemColumns.push_back("root");
        layout.systemColumns.push_back("parent");
    }
    for (const char *name : {"office", "version", "created_at", "created_by", "updated_at", "updated_by", "withdrawn", "unsent",
                             "field_versions", "ext"})
        layout.systemColumns.push_back(name);
    for (const FieldSpec *field : spec.fields)
        layout.fieldColumns.push_back(asSqlName(field->name));
    return layout;
}

std::map<Kind, TableLayout> makeLayouts()
{
    std::map<Kind, TableLayout> layouts;
    for (const RecordSpec *spec : allSpecs())
        layouts.emplace(spec->kind, makeLayout(*spec));
    return layouts;
}

// What the store keeps beside the rows. Times are milliseconds since 1970 UTC, ids are 16 bytes, flags 0 or 1.
constexpr const char *ownTables =
    R"(-- What is not sent: identity of the workstation, state of derived tables, highest number of the outbox.
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Operations still to send, or sent and not yet durable on the server; n is dense per workstation.
-- act: 1 create, 2 set, 3 withdraw, 4 restore, 5 append, 6 transfer; state: 0 unsent, then the verdict of the server, while it is
-- not yet durable there: 1 taken, 2 a conflict, 3 refused. awaited: the version that a taken one has on the server while the
-- server's copy here is older, else 0; verdict and conflict: why it was not taken, and the record that keeps it.
CREATE TABLE outbox (
  n INTEGER PRIMARY KEY,
  txn INTEGER NOT NULL,
  act INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  record BLOB NOT NULL,
  root BLOB NOT NULL,
  parent BLOB,
  office TEXT NOT NULL,
  grp INTEGER NOT NULL,
  fields BLOB,
  base INTEGER NOT NULL,
  prev INTEGER NOT NULL,
  transition TEXT,
  reason TEXT,
  client_time INTEGER NOT NULL,
  user BLOB NOT NULL,
  format INTEGER NOT NULL,
  state INTEGER NOT NULL,
  awaited INTEGER NOT NULL,
  verdict TEXT,
  conflict BLOB,
  answered_at INTEGER
) STRICT;
CREATE INDEX outbox_record ON outbox (record, n);
CREATE INDEX outbox_open ON outbox (n) WHERE state = 0 OR awaited > 0;
-- What people are told of the queue after each answer of the server, however long it is: covers its questions.
CREATE INDEX outbox_unsent ON outbox (office, client_time) WHERE state = 0;
CREATE INDEX outbox_refused ON outbox (verdict) WHERE state IN (2, 3);

-- The server's copy of a row, kept only while the row here is ahead of it; otherwise the row itself is that copy (version > 0).
CREATE TABLE shadow (
  id BLOB PRIMARY KEY,
  kind INTEGER NOT NULL,
  version INTEGER NOT NULL,
  field_versions BLOB,
  body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Rows of kinds that this release does not know, as they came; read again after an update. log: the office, or * for the district.
CREATE TABLE raw_row (
  id BLOB PRIMARY KEY,
  log TEXT NOT NULL,
  version INTEGER NOT NULL,
  body BLOB NOT NULL,
  field_versions BLOB
) STRICT, WITHOUT ROWID;

-- How far the log of each granted office has been read. anew: it is read from its beginning, see baseline.
CREATE TABLE cursor (
  office TEXT PRIMARY KEY,
  grant_gen INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  oseq INTEGER NOT NULL,
  may_write INTEGER NOT NULL,
  anew INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Offices whose grant was taken away and whose rows are still being removed.
CREATE TABLE leaving (
  office TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Rows seen again while the copy of an office is read anew from its beginning; what is not in it at the end has gone.
CREATE TABLE baseline (
  office TEXT NOT NULL,
  id BLOB NOT NULL,
  PRIMARY KEY (office, id)
) STRICT, WITHOUT ROWID;

-- Rows that a page took away in an unusual number, as the server had them; they can be read for a week.
CREATE TABLE set_aside (
  id BLOB PRIMARY KEY,
  root BLOB NOT NULL,
  office TEXT NOT NULL,
  removed_at INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX set_aside_root ON set_aside (root);
CREATE INDEX set_aside_removed ON set_aside (removed_at);

-- Counters of the series of numbers.
CREATE TABLE counter (
  key TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Blocks of numbers that the server lent to this workstation.
CREATE TABLE lease (
  key TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  next INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (key, first)
) STRICT, WITHOUT ROWID;

-- Every number that was taken here. state: 0 provisional, 1 final, 2 void.
CREATE TABLE number (
  key TEXT NOT NULL,
  serial INTEGER NOT NULL,
  number TEXT NOT NULL,
  series TEXT NOT NULL,
  kind INTEGER NOT NULL,
  record BLOB NOT NULL,
  field INTEGER NOT NULL,
  state INTEGER NOT NULL,
  taken_at INTEGER NOT NULL,
  void_at INTEGER,
  void_reason TEXT,
  PRIMARY KEY (key, serial)
) STRICT, WITHOUT ROWID;
CREATE INDEX number_record ON number (record);

-- Who did and saw what: a hash chain; the payload may be erased, its hash stays.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  user BLOB NOT NULL,
  device BLOB NOT NULL,
  event TEXT NOT NULL,
  change INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  root BLOB,
  record BLOB,
  office TEXT NOT NULL,
  transition TEXT NOT NULL,
  payload_hash BLOB NOT NULL,
  prev BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_root ON audit (root, seq) WHERE root IS NOT NULL;
CREATE TABLE audit_payload (
  seq INTEGER PRIMARY KEY,
  payload BLOB NOT NULL
) STRICT;

-- Unsaved work, sealed with the draft key of its user.
CREATE TABLE draft (
  key BLOB PRIMARY KEY,
  user BLOB NOT NULL,
  saved_at INTEGER NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
CREATE INDEX draft_user ON draft (user, saved_at);

CREATE TABLE setting (
  user BLOB NOT NULL,
  key TEXT NOT NULL,
  value BLOB NOT NULL,
  PRIMARY KEY (user, key)
) STRICT, WITHOUT ROWID;

-- Attachments: contents lie outside as encrypted files. state: 0 here only, 1 sent, 2 durable on the server, 3 to be fetched.
CREATE TABLE blob_state (
  sha256 BLOB PRIMARY KEY,
  bytes INTEGER NOT NULL,
  chunks INTEGER NOT NULL,
  state INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)";

const char *typeOfSystemColumn(const QByteArray &name)
{
    if (name == "id")
        return "BLOB NOT NULL UNIQUE";
    if (name == "root" || name == "created_by" || name == "updated_by")
        return "BLOB NOT NULL";
    if (name == "parent" || name == "field_versions" || name == "ext")
        return "BLOB";
    if (name == "office")
        return "TEXT NOT NULL";
    if (name == "rowid")
        return "INTEGER PRIMARY KEY";
    return "INTEGER NOT NULL";
}

// "party.name" of every column of every table but the search tables, which can be made anew.
Result<std::set<QString>> columnsOf(Connection &connection)
{
    Result<Statement> statement = connection.prepare(
        "SELECT t.name || '.' || c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table' "
        "AND t.name NOT LIKE 'search\\_%' ESCAPE '\\'");
    if (!statement)
        return statement.error();
    std::set<QString> columns;
    const Outcome read = statement->each([&columns](const Statement &row) { columns.insert(row.text(0)); });
    if (!read)
        return read.error();
    return columns;
}

} // namespace

QByteArray TableLayout::columnOf(const FieldSpec &field) const
{
    for (const FieldSpec *own : system::fields) {
        if (own == &field)
            return QByteArray(field.name);
    }
    const int position = spec->indexOf(field);
    return position < 0 ? QByteArray() : fieldColumns[static_cast<std::size_t>(position)];
}

const TableLayout &layoutOf(const RecordSpec &spec)
{
    static const PerDeclaration<std::map<Kind, TableLayout>> layouts(&makeLayouts);
    return layouts.get().at(spec.kind);
}

bool isLookedUpWhole(const FieldSpec &field)
{
    const bool ownNumber = field.search == SearchAs::CaseNumber && field.byTransition;
    const bool linksRows = field.type == FieldType::Blob && field.indexed;
    return ownNumber || linksRows;
}

QByteArray sqlTypeOf(const FieldSpec &field)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Code:
    case FieldType::CodeSet: return "TEXT";
    case FieldType::Ref:
    case FieldType::Blob: return "BLOB";
    case FieldType::Bool:
    case FieldType::Integer:
    case FieldType::Money:
    case FieldType::Day:
    case FieldType::Instant: break;
    }
    return "INTEGER";
}

QByteArray createStatementsOf(const RecordSpec &spec)
{
    const TableLayout &layout = layoutOf(spec);
    QByteArray sql = "CREATE TABLE " + layout.table + " (\n";
    for (const QByteArray &column : layout.systemColumns)
        sql += "  " + column + ' ' + typeOfSystemColumn(column) + ",\n";
    for (std::size_t i = 0; i < layout.fieldColumns.size(); ++i)
        sql += "  " + layout.fieldColumns[i] + ' ' + sqlTypeOf(*spec.fields[i]) + ",\n";
    sql.chop(2);
    sql += "\n) STRICT;\n";
    const QByteArray prefix = "CREATE INDEX " + QByteArray(spec.table) + '_';
    if (layout.hasRoot)
        sql += prefix + "root ON " + layout.table + " (root);\n";
    for (std::size_t i = 0; i < layout.fieldColumns.size(); ++i) {
        if (isLookedUpWhole(*spec.fields[i]))
            sql += prefix + spec.fields[i]->name + " ON " + layout.table + " (" + layout.fieldColumns[i] + ") WHERE "
                   + layout.fieldColumns[i] + " IS NOT NULL;\n";
    }
    return sql;
}

QByteArray createStatements()
{
    QByteArray sql = "-- SPDX-License-Identifier: GPL-3.0-or-later\n"
                     "-- The first schema. Made from the declarations of records; a test compares the two.\n\n";
    for (const RecordSpec *spec : allSpecs())
        sql += createStatementsOf(*spec) + '\n';
    return sql + ownTables;
}

Result<QStringList> missingFrom(Connection &connection)
{
    OpenOptions blank;
    blank.file = OpenOptions::inMemory();
    blank.access = OpenOptions::Access::Create;
    const Result<std::unique_ptr<Connection>> pattern = Connection::open(blank);
    if (!pattern)
        return pattern.error();
    if (Outcome made = (*pattern)->execute(createStatements()); !made)
        return made.error();
    const Result<std::set<QString>> declared = columnsOf(**pattern);
    const Result<std::set<QString>> there = columnsOf(connection);
    if (!declared || !there)
        return declared ? there.error() : declared.error();
    QStringList missing;
    for (const QString &column : *declared) {
        if (there->count(column) == 0)
            missing += column;
    }
    return missing;
}

} // namespace yizhan
