// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RowMapper.h"

#include "base/Planted.h"
#include "records/Codec.h"
#include "records/Declaration.h"
#include "store/Schema.h"
#include "store/StoreErrors.h"

#include <array>
#include <map>

namespace yizhan {
namespace {

// Positions of the fields to read, and the text of the columns.
struct Plan {
    std::vector<int> fields;
    QByteArray columns;
};

// System columns that are read, in the order of readSystem(); children have root and parent besides.
constexpr const char *readColumns[] = {"rowid",      "id",         "office",    "version", "created_at", "created_by",
                                       "updated_at", "updated_by", "withdrawn", "unsent",  "ext"};

bool isListField(const RecordSpec &spec, const FieldSpec &field)
{
    return field.columnWidth > 0 || spec.title == &field || field.mask != Mask::None;
}

QByteArray joinColumns(const TableLayout &layout, Columns columns, const std::vector<int> &fields, const QByteArray &alias)
{
    const QByteArray prefix = alias.isEmpty() ? QByteArray() : alias + '.';
    QByteArray text;
    for (const char *name : readColumns) {
        // in lists `ext` stays unread, its place is kept so that the positions agree
        const bool skipped = columns == Columns::List && qstrcmp(name, "ext") == 0;
        text += skipped ? QByteArray("NULL, ") : prefix + name + ", ";
    }
    text += layout.hasRoot ? prefix + "root, " + prefix + "parent" : QByteArray("NULL, NULL");
    for (const int field : fields)
        text += ", " + prefix + layout.fieldColumns[static_cast<std::size_t>(field)];
    return text;
}

Plan makePlan(const RecordSpec &spec, Columns columns)
{
    Plan plan;
    for (std::size_t i = 0; i < spec.fields.size(); ++i) {
        if (columns == Columns::All || isListField(spec, *spec.fields[i]))
            plan.fields.push_back(static_cast<int>(i));
    }
    plan.columns = joinColumns(layoutOf(spec), columns, plan.fields, {});
    return plan;
}

using Plans = std::map<Kind, std::array<Plan, 2>>;

const Plan &planOf(const RecordSpec &spec, Columns columns)
{
    static const PerDeclaration<Plans> plans([] {
        Plans made;
        for (const RecordSpec *known : allSpecs())
            made[known->kind] = {makePlan(*known, Columns::All), makePlan(*known, Columns::List)};
        return made;
    });
    return plans.get().at(spec.kind)[columns == Columns::All ? 0 : 1];
}

// The statements that write a kind's rows whole.
QByteArray makeInsert(const TableLayout &layout)
{
    QByteArray columns;
    QByteArray places;
    const auto add = [&](const QByteArray &name) {
        columns += (columns.isEmpty() ? "" : ", ") + name;
        places += places.isEmpty() ? "?" : ", ?";
    };
    for (std::size_t i = 1; i < layout.systemColumns.size(); ++i)
        add(layout.systemColumns[i]);
    for (const QByteArray &name : layout.fieldColumns)
        add(name);
    return "INSERT INTO " + layout.table + " (" + columns + ") VALUES (" + places + ')';
}

const QByteArray &insertOf(const RecordSpec &spec)
{
    static const PerDeclaration<std::map<Kind, QByteArray>> statements([] {
        std::map<Kind, QByteArray> made;
        for (const RecordSpec *known : allSpecs())
            made[known->kind] = makeInsert(layoutOf(*known));
        return made;
    });
    return statements.get().at(spec.kind);
}

std::optional<QByteArray> orNull(const QByteArray &bytes)
{
    return bytes.isEmpty() ? std::nullopt : std::optional<QByteArray>(bytes);
}

QByteArray setColumns(const TableLayout &layout, const std::vector<int> &fields)
{
    QByteArray text;
    for (const int field : fields)
        text += ", " + layout.fieldColumns[static_cast<std::size_t>(field)] + " = ?";
    return text;
}

void bindFields(Statement &statement, int index, const Record &record, const std::vector<int> &fields)
{
    for (const int field : fields)
        bindValue(statement, index++, record.values()[static_cast<std::size_t>(field)]);
}

// Kinds of rows that a case with such a root may have: children, their children, and so on.
std::vector<const RecordSpec *> findDescendants(Kind root)
{
    std::vector<Kind> reached{root};
    std::vector<const RecordSpec *> found;
    for (std::size_t i = 0; i < reached.size(); ++i) {
        for (const RecordSpec *spec : allSpecs()) {
            const bool hangsHere = std::find(spec->parents.begin(), spec->parents.end(), reached[i]) != spec->parents.end();
            if (hangsHere && std::find(reached.begin(), reached.end(), spec->kind) == reached.end()) {
                reached.push_back(spec->kind);
                found.push_back(spec);
            }
        }
    }
    return found;
}

} // namespace

const std::vector<const RecordSpec *> &descendantsOf(const RecordSpec &root)
{
    static const PerDeclaration<std::map<Kind, std::vector<const RecordSpec *>>> all([] {
        std::map<Kind, std::vector<const RecordSpec *>> made;
        for (const RecordSpec *spec : allSpecs())
            made[spec->kind] = findDescendants(spec->kind);
        return made;
    });
    return all.get().at(root.kind);
}

QByteArray selectColumns(const RecordSpec &spec, Columns columns, const QByteArray &alias)
{
    const Plan &plan = planOf(spec, columns);
    return alias.isEmpty() ? plan.columns : joinColumns(layoutOf(spec), columns, plan.fields, alias);
}

QByteArray selectFrom(const RecordSpec &spec, Columns columns)
{
    return "SELECT " + planOf(spec, columns).columns + " FROM " + layoutOf(spec).table;
}

int columnCount(const RecordSpec &spec, Columns columns)
{
    return static_cast<int>(std::size(readColumns) + 2 + planOf(spec, columns).fields.size());
}

Record readRow(const Statement &row, const RecordSpec &spec, Columns columns, int first)
{
    Record record(spec);
    int at = first;
    record.localRow = row.int64(at++);
    record.id = row.recordId(at++);
    record.office = row.text(at++);
    record.version = row.int64(at++);
    record.createdAt = row.instant(at++);
    record.createdBy = row.recordId(at++);
    record.updatedAt = row.instant(at++);
    record.updatedBy = row.recordId(at++);
    record.withdrawn = row.boolean(at++);
    record.unsent = row.int64(at++) > 0;
    record.ext = row.blob(at++);
    const RecordId root = row.recordId(at++);
    record.root = root.isNull() ? record.id : root;
    record.parent = row.recordId(at++);
    if (!root.isNull() && record.parent.isNull())
        record.parent = root;
    for (const int field : planOf(spec, columns).fields) {
        const FieldSpec &declared = *spec.fields[static_cast<std::size_t>(field)];
        if (!row.isNull(at))
            record.setValue(declared, readColumn(row, at, declared));
        ++at;
    }
    if (!record.ext.isEmpty())
        adoptKnownFields(record); // what an older release could only keep has a column by now
    return record;
}

Value readColumn(const Statement &row, int column, const FieldSpec &field)
{
    if (row.isNull(column))
        return {};
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Code:
    case FieldType::CodeSet: return Value(row.text(column));
    case FieldType::Ref:
    case FieldType::Blob: return Value(row.blob(column));
    case FieldType::Bool:
    case FieldType::Integer:
    case FieldType::Money:
    case FieldType::Day:
    case FieldType::Instant: break;
    }
    return Value(std::int64_t{row.int64(column)});
}

Statement &bindValue(Statement &statement, int index, const Value &value)
{
    if (value.isNull())
        return statement.bind(index, std::nullopt);
    if (value.isNumber())
        return statement.bind(index, value.number());
    if (value.isText())
        return statement.bind(index, value.text());
    return statement.bind(index, value.bytes());
}

Outcome insertRow(Connection &connection, Record &record, int unsent) { return RowInserter(connection).insert(record, unsent); }

Outcome RowInserter::insert(Record &record, int unsent)
{
    auto place = m_statements.find(&record.spec());
    if (place == m_statements.end()) {
        Result<CachedStatement> statement = m_connection.cached(insertOf(record.spec()));
        if (!statement)
            return statement.error();
        place = m_statements.emplace(&record.spec(), std::move(*statement)).first;
    }
    Statement &insert = *place->second;
    int at = 1;
    insert.bind(at++, record.id);
    if (!record.spec().isRoot()) {
        insert.bind(at++, record.root);
        if (record.parent == record.root)
            insert.bind(at++, std::nullopt);
        else
            insert.bind(at++, record.parent);
    }
    insert.bind(at++, record.office);
    insert.bind(at++, record.version);
    insert.bind(at++, record.createdAt);
    insert.bind(at++, record.createdBy);
    insert.bind(at++, record.updatedAt);
    insert.bind(at++, record.updatedBy);
    insert.bind(at++, record.withdrawn ? 1 : 0);
    insert.bind(at++, unsent);
    insert.bind(at++, std::nullopt);
    insert.bind(at++, orNull(record.ext));
    for (const Value &value : record.values())
        bindValue(insert, at++, value);
    if (Outcome done = insert.run(); !done)
        return done;
    record.localRow = m_connection.lastInsertRowid();
    record.unsent = unsent > 0;
    return {};
}

Outcome updateRow(Connection &connection, const Record &record, const std::vector<int> &fields, int unsent,
                  const FieldVersions &versions)
{
    const TableLayout &layout = layoutOf(record.spec());
    Result<CachedStatement> statement = connection.cached(
        "UPDATE " + layout.table
        + " SET office = ?, version = ?, updated_at = ?, updated_by = ?, withdrawn = ?, unsent = ?, "
          "field_versions = ?, ext = ?"
        + setColumns(layout, fields) + " WHERE rowid = ?");
    if (!statement)
        return statement.error();
    Statement &update = **statement;
    update.bindAll(record.office, record.version, record.updatedAt, record.updatedBy, record.withdrawn ? 1 : 0, unsent,
                   orNull(versions.toBytes(record.createdAt)),
                   planted(Plant::UnknownDropped) ? std::nullopt : orNull(record.ext));
    bindFields(update, 9, record, fields);
    update.bind(9 + static_cast<int>(fields.size()), record.localRow);
    return update.run();
}

Outcome updateDerived(Connection &connection, const Record &record, const std::vector<int> &fields)
{
    if (fields.empty())
        return {};
    const TableLayout &layout = layoutOf(record.spec());
    Result<CachedStatement> statement = connection.cached("UPDATE " + layout.table + " SET "
                                                          + setColumns(layout, fields).sliced(2) + " WHERE rowid = ?");
    if (!statement)
        return statement.error();
    bindFields(**statement, 1, record, fields);
    (*statement)->bind(1 + static_cast<int>(fields.size()), record.localRow);
    return (*statement)->run();
}

Outcome updateAdopted(Connection &connection, const Record &record)
{
    const TableLayout &layout = layoutOf(record.spec());
    std::vector<int> fields;
    for (std::size_t i = 0; i < record.spec().fields.size(); ++i) {
        if (!record.spec().fields[i]->derived)
            fields.push_back(static_cast<int>(i));
    }
    Result<CachedStatement> statement = connection.cached("UPDATE " + layout.table + " SET ext = ?" + setColumns(layout, fields)
                                                          + " WHERE rowid = ?");
    if (!statement)
        return statement.error();
    Statement &update = **statement;
    update.bind(1, orNull(record.ext));
    bindFields(update, 2, record, fields);
    update.bind(2 + static_cast<int>(fields.size()), record.localRow);
    return update.run();
}

Result<RowState> readState(Connection &connection, const Record &record)
{
    Result<CachedStatement> statement = connection.cached("SELECT unsent, field_versions FROM " + layoutOf(record.spec()).table
                                                          + " WHERE rowid = ?");
    if (!statement)
        return statement.error();
    Statement &select = **statement;
    const Result<bool> found = select.bind(1, record.localRow).step();
    if (!found)
        return found.error();
    if (!*found)
        return Error(ErrorKind::NotFound, storeerrors::noSuchRecord);
    return RowState{select.int32(0), FieldVersions::fromBytes(select.blobView(1), record.createdAt)};
}

Result<Record> readById(Connection &connection, const RecordSpec &spec, const RecordId &id, Columns columns)
{
    Result<CachedStatement> statement = connection.cached(selectFrom(spec, columns) + " WHERE id = ?");
    if (!statement)
        return statement.error();
    const Result<bool> found = (*statement)->bind(1, id).step();
    if (!found)
        return found.error();
    if (!*found)
        return Error(ErrorKind::NotFound, storeerrors::noSuchRecord);
    return readRow(**statement, spec, columns);
}

Result<Record> findById(Connection &connection, const RecordId &id, Columns columns)
{
    for (const RecordSpec *spec : allSpecs()) {
        Result<Record> found = readById(connection, *spec, id, columns);
        if (found || found.error().kind != ErrorKind::NotFound)
            return found;
    }
    return Error(ErrorKind::NotFound, storeerrors::noSuchRecord);
}

Result<CaseFile> readCase(Connection &connection, const RecordId &root)
{
    for (const RecordSpec *spec : allSpecs()) {
        if (!spec->isRoot())
            continue;
        Result<Record> found = readById(connection, *spec, root);
        if (found)
            return readCaseOf(connection, std::move(*found));
        if (found.error().kind != ErrorKind::NotFound)
            return found.error();
    }
    return Error(ErrorKind::NotFound, storeerrors::noSuchRecord);
}

Result<CaseFile> readCaseOf(Connection &connection, Record root)
{
    CaseFile file;
    file.root = std::move(root);
    for (const RecordSpec *spec : descendantsOf(file.root.spec())) {
        const QByteArray sql = selectFrom(*spec, Columns::All) + " WHERE root = ? AND withdrawn = 0 ORDER BY rowid";
        const Outcome read = connection.each(
            sql, with(file.root.id), [&](const Statement &row) { file.children.push_back(readRow(row, *spec, Columns::All)); });
        if (!read)
            return read.error();
    }
    return file;
}

} // namespace yizhan
