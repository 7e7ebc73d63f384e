// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/CipherSchema.h"

#include "sql/CipherValues.h"
#include "sql/Connection.h"
#include "sql/SqlText.h"

#include <QSqlField>
#include <algorithm>

namespace yizhan {

namespace {
struct Column {
    QSqlField field;
    int keyPosition = 0; // in the primary key, from 1; 0: not in it
};

struct TableName {
    QString table;
    std::optional<QString> schema;
};

bool isHidden(int hidden)
{
    return hidden == 1; // of a virtual table; 2 and 3 are generated columns, which every SELECT * shows
}

// The text of a default: what stands between the quotes, or the expression as it is. Nothing for none and for NULL.
QVariant defaultOf(const Statement &row, int column)
{
    const QString text = row.text(column);
    if (text.isNull() || text.compare(QLatin1String("NULL"), Qt::CaseInsensitive) == 0)
        return {};
    if (text.size() >= 2 && text.startsWith(u'\'') && text.endsWith(u'\''))
        return text.mid(1, text.size() - 2).replace(QLatin1String("''"), QLatin1String("'"));
    return text;
}

bool hasRowid(Connection &connection, const TableName &name)
{
    Result<Statement> query = connection.prepare(
        "SELECT wr FROM pragma_table_list WHERE name=?1 COLLATE NOCASE AND (?2 IS NULL OR schema=?2)");
    if (!query)
        return false;
    query->bindAll(name.table, name.schema);
    const Result<bool> row = query->step();
    return row && *row && !query->boolean(0);
}

std::vector<Column> readColumns(Connection &connection, const TableName &name, const QString &shownAs)
{
    std::vector<Column> out;
    Result<Statement> query = connection.prepare(
        "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?1, ?2) ORDER BY cid");
    if (!query)
        return out;
    query->bindAll(name.table, name.schema);
    int keys = 0;
    bool isInteger = false; // the last key
    std::size_t keyAt = 0;
    static_cast<void>(query->each([&](const Statement &row) { // columns that cannot be read are not there
        const int hidden = row.int32(5);
        if (isHidden(hidden))
            return;
        const QString type = row.text(1);
        Column column{QSqlField(row.text(0), typeOfDeclaration(type), shownAs), row.int32(4)};
        column.field.setRequired(row.boolean(2));
        column.field.setDefaultValue(defaultOf(row, 3));
        column.field.setReadOnly(hidden != 0);
        out.push_back(column);
        if (column.keyPosition > 0) {
            ++keys;
            keyAt = out.size() - 1;
            isInteger = type.compare(QLatin1String("INTEGER"), Qt::CaseInsensitive) == 0;
        }
    }));
    // Only a sole INTEGER PRIMARY KEY (not INT) is the rowid that SQLite fills in.
    if (keys == 1 && isInteger && hasRowid(connection, name))
        out[keyAt].field.setAutoValue(true);
    return out;
}

std::vector<Column> columnsOf(Connection &connection, const QString &name)
{
    std::vector<Column> out = readColumns(connection, {name, std::nullopt}, name);
    const qsizetype point = name.indexOf(u'.');
    if (out.empty() && point > 0)
        out = readColumns(connection, {name.mid(point + 1), name.left(point)}, name);
    return out;
}

// What stands between the first character and its counterpart is one escaped name.
bool isOneQuoted(const QString &name)
{
    if (name.size() < 3)
        return false;
    const QChar first = name.front();
    const QChar last = first == u'[' ? QChar(u']') : first;
    if ((first != u'"' && first != u'`' && first != u'[') || name.back() != last)
        return false;
    for (qsizetype i = 1; i < name.size() - 1; ++i) {
        if (name[i] != last)
            continue;
        if (first == u'[' || i + 1 >= name.size() - 1 || name[i + 1] != last)
            return false;
        ++i; // doubled inside
    }
    return true;
}

QString unquoted(const QString &name)
{
    if (!isOneQuoted(name))
        return name;
    const QString quote(name.front());
    return name.mid(1, name.size() - 2).replace(quote + quote, quote);
}

// Where "schema"."table" falls apart; -1 when it does not.
qsizetype pointBetween(const QString &name)
{
    for (qsizetype point = name.indexOf(u'.'); point > 0; point = name.indexOf(u'.', point + 1)) {
        if (isOneQuoted(name.left(point)) && isOneQuoted(name.mid(point + 1)))
            return point;
    }
    return -1;
}
} // namespace

QStringList tableNames(Connection &connection, QSql::TableType type)
{
    QStringList out;
    Result<Statement> query = connection.prepare(
        "SELECT name, type, name LIKE 'sqlite\\_%' ESCAPE '\\' FROM pragma_table_list WHERE schema IN ('main', 'temp')"
        " AND name NOT IN ('sqlite_schema', 'sqlite_temp_schema') ORDER BY name");
    if (!query)
        return out;
    static_cast<void>(query->each([&out, type](const Statement &row) { // tables that cannot be read are not there
        const QByteArrayView sort = row.utf8(1);
        QSql::TableType is = QSql::Tables;
        if (sort == QByteArrayView("view"))
            is = QSql::Views;
        else if (row.boolean(2) || sort == QByteArrayView("shadow"))
            is = QSql::SystemTables;
        if (type & is)
            out += row.text(0);
    }));
    if (type & QSql::SystemTables)
        out += QStringLiteral("sqlite_master");
    return out;
}

QSqlRecord tableRecord(Connection &connection, const QString &name)
{
    QSqlRecord out;
    for (const Column &column : columnsOf(connection, name))
        out.append(column.field);
    return out;
}

QSqlIndex primaryKey(Connection &connection, const QString &name)
{
    std::vector<Column> columns = columnsOf(connection, name);
    std::erase_if(columns, [](const Column &column) { return column.keyPosition == 0; });
    std::sort(columns.begin(), columns.end(), [](const Column &a, const Column &b) { return a.keyPosition < b.keyPosition; });
    QSqlIndex out(name);
    for (const Column &column : columns)
        out.append(column.field);
    return out;
}

QString escapedName(const QString &name, bool mayHaveSchema)
{
    if (name.isEmpty() || isEscapedName(name))
        return name;
    QString out = quoteIdentifier(name);
    // Qt's models hand over "schema.table" in one piece; a table with a point in its name comes escaped already.
    return mayHaveSchema ? out.replace(QLatin1String("."), QLatin1String("\".\"")) : out;
}

bool isEscapedName(const QString &name) { return isOneQuoted(name) || pointBetween(name) > 0; }

QString unescapedName(const QString &name, bool mayHaveSchema)
{
    const qsizetype point = mayHaveSchema ? pointBetween(name) : -1;
    return point > 0 ? unquoted(name.left(point)) + u'.' + unquoted(name.mid(point + 1)) : unquoted(name);
}

} // namespace yizhan
