// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/QuerySql.h"

#include "records/Fold.h"
#include "sql/Statement.h"
#include "store/ListIndex.h"
#include "store/ReadErrors.h"
#include "store/RowMapper.h"
#include "store/Schema.h"

#include <algorithm>

namespace yizhan {
namespace {

using Op = Predicate::Op;

// What a column holds, in the order in which values of different kinds compare.
enum class Held { Nothing, Number, Text, Bytes };

Held heldBy(const FieldSpec &field)
{
    const QByteArray type = sqlTypeOf(field);
    return type == "INTEGER" ? Held::Number : type == "TEXT" ? Held::Text : Held::Bytes;
}

Held heldBy(const Value &value)
{
    return value.isNull() ? Held::Nothing : value.isNumber() ? Held::Number : value.isText() ? Held::Text : Held::Bytes;
}

class Writer
{
public:
    explicit Writer(const RecordSpec &spec) : m_spec(spec) {}

    Outcome write(const Predicate &predicate)
    {
        switch (predicate.op) {
        case Op::All: return put("1");
        case Op::And: return list(predicate.children, " AND ", "1");
        case Op::Or: return list(predicate.children, " OR ", "0");
        case Op::Not:
            if (predicate.children.empty())
                return put("0");
            m_piece.text += '(';
            if (Outcome inner = write(predicate.children.front()); !inner)
                return inner;
            return put(") IS NOT TRUE");
        case Op::Search: return Error(ErrorKind::Usage, readerrors::searchInSql);
        default: return predicate.field ? onField(predicate) : put("0");
        }
    }
    SqlPiece take() { return std::move(m_piece); }

private:
    Outcome put(const QByteArray &text)
    {
        m_piece.text += text;
        return {};
    }
    QByteArray placeFor(const Value &value)
    {
        m_piece.values.push_back(value);
        return "?";
    }

    Outcome list(const std::vector<Predicate> &children, const char *with, const char *none)
    {
        if (children.empty())
            return put(none);
        m_piece.text += '(';
        for (const Predicate &child : children) {
            if (&child != &children.front())
                m_piece.text += with;
            if (Outcome inner = write(child); !inner)
                return inner;
        }
        return put(")");
    }

    Outcome onField(const Predicate &predicate)
    {
        const FieldSpec &field = *predicate.field;
        m_column = expressionOf(field);
        m_held = heldBy(field);
        if (m_column.isEmpty())
            return Error(ErrorKind::Usage, readerrors::foreignField, {QString::fromLatin1(field.name)});
        switch (predicate.op) {
        case Op::Empty: return put(m_column + " IS NULL");
        case Op::NotEmpty: return put(m_column + " IS NOT NULL");
        case Op::NotEqual: return put('(' + comparison(Op::Equal, predicate.values) + ") IS NOT TRUE");
        case Op::NotIn: return put('(' + comparison(Op::In, predicate.values) + ") IS NOT TRUE");
        default: return put(comparison(predicate.op, predicate.values));
        }
    }

    // A system column never holds NULL; in a Record its zero is nothing.
    QByteArray expressionOf(const FieldSpec &field) const
    {
        if (&field == &system::unsent)
            return "(unsent > 0)";
        const QByteArray column = layoutOf(m_spec).columnOf(field);
        if (&field == &system::office)
            return "NULLIF(" + column + ", '')";
        if (&field == &system::createdBy || &field == &system::updatedBy)
            return "NULLIF(" + column + ", zeroblob(16))";
        return column;
    }

    // Not true for an empty field, as compares() in records/Query.cpp.
    QByteArray comparison(Op op, const std::vector<Value> &values)
    {
        if (values.empty())
            return "0";
        switch (op) {
        case Op::In: return oneOf(values);
        case Op::Contains:
        case Op::StartsWith: return partOf(op, values.front().text());
        case Op::HasAny: return codes(values, " OR ");
        case Op::HasAll: return codes(values, " AND ");
        default: return order(op, values.front());
        }
    }

    QByteArray order(Op op, const Value &value)
    {
        const char *sign = op == Op::Equal       ? " = "
                           : op == Op::Less      ? " < "
                           : op == Op::LessEqual ? " <= "
                           : op == Op::Greater   ? " > "
                                                 : " >= ";
        if (heldBy(value) == m_held)
            return m_column + sign + placeFor(value);
        // values of different kinds have an order too, the same for every row
        const bool less = m_held < heldBy(value);
        const bool holds = less ? op == Op::Less || op == Op::LessEqual : op == Op::Greater || op == Op::GreaterEqual;
        return holds ? m_column + " IS NOT NULL" : QByteArray("0");
    }

    QByteArray oneOf(const std::vector<Value> &values)
    {
        QByteArray places;
        for (const Value &value : values) {
            if (heldBy(value) != m_held)
                continue;
            // numbers stand in the text: lists of ids may be longer than the number of parameters allowed
            places += (places.isEmpty() ? "" : ", ")
                      + (value.isNumber() ? QByteArray::number(qint64{value.number()}) : placeFor(value));
        }
        return places.isEmpty() ? QByteArray("0") : m_column + " IN (" + places + ')';
    }

    QByteArray partOf(Op op, const QString &text)
    {
        if (text.isEmpty())
            return m_column + " IS NOT NULL";
        if (m_held != Held::Text)
            return "0";
        // lower() knows ASCII only, like foldCase()
        return "instr(lower(" + m_column + "), " + placeFor(Value(foldCase(text))) + ')'
               + (op == Op::Contains ? " > 0" : " = 1");
    }

    // Sets are stored as sorted codes joined by commas.
    QByteArray codes(const std::vector<Value> &values, const char *with)
    {
        QByteArray text;
        for (const Value &value : values) {
            const QString code = value.text();
            const bool possible = m_held == Held::Text && !code.isEmpty() && !code.contains(u',');
            text += text.isEmpty() ? "(" : with;
            text += possible ? "instr(',' || " + m_column + " || ',', " + placeFor(Value(u',' + code + u',')) + ") > 0"
                             : QByteArray("0");
        }
        return text + ')';
    }

    const RecordSpec &m_spec;
    SqlPiece m_piece;
    QByteArray m_column;
    Held m_held = Held::Nothing;
};

Result<QByteArray> orderBy(const Query &query)
{
    std::vector<SortKey> keys = query.sort;
    if (keys.empty())
        keys.push_back({query.spec->defaultSort ? query.spec->defaultSort : &system::createdAt, true});
    QByteArray terms;
    for (const SortKey &key : keys) {
        const QByteArray column = key.field ? layoutOf(*query.spec).columnOf(*key.field) : QByteArray();
        if (column.isEmpty())
            return Error(ErrorKind::Usage, readerrors::foreignField,
                         {key.field ? QString::fromLatin1(key.field->name) : QString()});
        terms += (key.field == &system::unsent ? "(unsent > 0)" : column) + (key.descending ? " DESC, " : ", ");
    }
    return terms + "rowid";
}

Result<SqlPiece> wherePiece(const Query &query)
{
    Result<SqlPiece> piece = QuerySql::condition(*query.spec, query.where);
    if (piece && !query.withWithdrawn)
        piece->text = "withdrawn = 0 AND " + piece->text;
    return piece;
}

QByteArray source(const RecordSpec &spec, const ListIndexLayout *index)
{
    const QByteArray table = " FROM " + layoutOf(spec).table;
    return index ? table + " INDEXED BY " + index->name : table;
}

Result<SqlPiece> inOrder(const Query &query, const QByteArray &from, SqlPiece where, std::int64_t limit)
{
    const Result<QByteArray> order = orderBy(query);
    if (!order)
        return order.error();
    where.text = "SELECT rowid" + from + " WHERE " + where.text + " ORDER BY " + *order;
    if (limit >= 0)
        where.text += " LIMIT " + QByteArray::number(qint64{limit});
    return where;
}

} // namespace

bool QuerySql::hasSearch(const Predicate &predicate)
{
    return predicate.op == Op::Search || std::any_of(predicate.children.begin(), predicate.children.end(), hasSearch);
}

Result<SqlPiece> QuerySql::condition(const RecordSpec &spec, const Predicate &predicate)
{
    Writer writer(spec);
    if (Outcome written = writer.write(predicate); !written)
        return written.error();
    return writer.take();
}

Result<SqlPiece> QuerySql::selectRows(const Query &query, std::int64_t limit)
{
    Result<SqlPiece> where = wherePiece(query);
    if (!where)
        return where;
    return inOrder(query, source(*query.spec, ListIndex::bestForOrder(query)), std::move(*where), limit);
}

Result<SqlPiece> QuerySql::selectSet(const Query &query)
{
    Result<SqlPiece> piece = wherePiece(query);
    if (piece)
        piece->text = "SELECT rowid" + source(*query.spec, ListIndex::bestForCount(query)) + " WHERE " + piece->text;
    return piece;
}

Result<SqlPiece> QuerySql::selectCount(const Query &query)
{
    Result<SqlPiece> piece = wherePiece(query);
    if (piece)
        piece->text = "SELECT count(*)" + source(*query.spec, ListIndex::bestForCount(query)) + " WHERE " + piece->text;
    return piece;
}

Result<SqlPiece> QuerySql::selectAmong(const Query &query, const std::vector<std::int64_t> &rows, std::int64_t limit)
{
    Result<SqlPiece> where = wherePiece(query);
    if (!where)
        return where;
    QByteArray list;
    for (const std::int64_t row : rows)
        list += (list.isEmpty() ? "" : ", ") + QByteArray::number(qint64{row});
    where->text += " AND rowid IN (" + list + ')';
    return inOrder(query, source(*query.spec, nullptr) + " NOT INDEXED", std::move(*where), limit);
}

void QuerySql::bind(Statement &statement, const std::vector<Value> &values)
{
    int index = 1;
    for (const Value &value : values)
        bindValue(statement, index++, value);
}

} // namespace yizhan
