// SPDX-License-Identifier: GPL-3.0-or-later
// One prepared SQL statement: bind values, step through rows, read columns without needless copies.
#pragma once

#include "base/Id.h"
#include "base/Result.h"
#include "base/Time.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QLatin1String>
#include <QString>
#include <QStringView>
#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>

struct sqlite3_stmt;

namespace yizhan {

class Connection;

enum class ColumnType { Null, Integer, Real, Text, Blob };

// Thread: that of its connection, which must outlive it.
//
// Parameters count from 1, columns from 0. bind() never fails on the spot: the first trouble (wrong index, no memory) is
// kept and comes out of the next step() or run(), so calls can be chained. Bindings survive reset().
//
// Text is stored as UTF-8. A NUL inside is kept and comes back; a lone surrogate, which UTF-8 cannot hold, is stored as
// U+FFFD. A null QString is the empty text; SQL NULL is std::nullopt or an empty std::optional.
class Statement
{
public:
    Statement() = default; // empty: only to be assigned to
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    template <std::integral T>
    Statement &bind(int index, T value)
    {
        static_assert(sizeof(T) < 8 || std::is_signed_v<T>, "SQLite has no unsigned 64-bit integers");
        return bindInt64(index, static_cast<qint64>(value));
    }
    Statement &bind(int index, double value);
    Statement &bind(int index, QStringView text);
    Statement &bind(int index, const QString &text) { return bind(index, QStringView(text)); }
    Statement &bind(int index, QLatin1String text);
    Statement &bind(int index, QByteArrayView blob);
    Statement &bind(int index, const QByteArray &blob) { return bind(index, QByteArrayView(blob)); }
    Statement &bind(int index, std::nullopt_t);
    Statement &bind(int index, const RecordId &id);    // a blob of 16 bytes
    Statement &bind(int index, Day day);               // days since 1970-01-01
    Statement &bind(int index, Instant instant);       // milliseconds since 1970-01-01T00:00:00Z
    Statement &bind(int index, const char *) = delete; // text or blob? say which
    template <class T>
    Statement &bind(int index, const std::optional<T> &value)
    {
        return value ? bind(index, *value) : bind(index, std::nullopt);
    }
    Statement &bindUtf8(int index, QByteArrayView text); // text that is UTF-8 already

    // Binds parameters 1, 2, 3 ... in turn.
    template <class... Values>
    Statement &bindAll(const Values &...values)
    {
        [[maybe_unused]] int index = 0;
        (bind(++index, values), ...);
        return *this;
    }
    // By name with its prefix, e.g. ":office"; a name the statement does not have is the error of the next step().
    template <class T>
    Statement &bindName(const char *name, const T &value)
    {
        return bind(indexOf(name), value);
    }
    int indexOf(const char *name) const; // 0: no such parameter
    int parameterCount() const;
    void clearBindings();

    // True: a row is there. False: no more rows, and the statement is reset. After an error it is reset too.
    Result<bool> step();
    // Steps to the end, throwing rows away, and resets.
    Outcome run();
    // The rows in their order, each as take(const Statement &row). An Outcome of take is the end and the answer when it is an
    // error; of a bool or a Result<bool> false ends the walk well; nothing (void) goes on to the last row. The statement is
    // reset afterwards, however it ended.
    template <class Take>
    Outcome each(Take &&take);
    // Gives back the read lock; needed (or the end of a CachedStatement) when rows are left unread.
    void reset();

    // Columns of the present row. Views stay good until the next step(), reset() or another accessor of that column.
    int columnCount() const;
    QString columnName(int column) const;
    ColumnType type(int column) const;
    bool isNull(int column) const;
    qint64 int64(int column) const; // 0 for NULL
    int int32(int column) const;
    bool boolean(int column) const;
    double real(int column) const;
    QString text(int column) const; // null QString for NULL, empty but not null for ''
    QByteArrayView utf8(int column) const;
    QByteArray blob(int column) const;
    QByteArrayView blobView(int column) const;
    RecordId recordId(int column) const; // the null id when the value is not a blob of 16 bytes
    Day day(int column) const;
    Instant instant(int column) const;
    std::optional<qint64> optionalInt64(int column) const;

    bool isReadOnly() const;
    explicit operator bool() const { return m_statement != nullptr; }
    sqlite3_stmt *handle() const { return m_statement; }

private:
    friend class Connection;
    Statement(Connection *connection, sqlite3_stmt *statement) : m_connection(connection), m_statement(statement) {}
    Statement &bindInt64(int index, qint64 value);
    void note(int code);
    static Result<bool> goesOn(bool answer) { return answer; }
    static Result<bool> goesOn(Result<bool> answer) { return answer; }
    static Result<bool> goesOn(const Outcome &answer) { return answer ? Result<bool>(true) : answer.error(); }

    Connection *m_connection = nullptr;
    sqlite3_stmt *m_statement = nullptr;
    int m_bindError = 0;
};

template <class Take>
Outcome Statement::each(Take &&take)
{
    const Statement &row = *this;
    for (;;) {
        const Result<bool> more = step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        if constexpr (std::is_void_v<std::invoke_result_t<Take &, const Statement &>>) {
            take(row);
        } else if (const Result<bool> on = goesOn(take(row)); !on || !*on) {
            reset();
            return on ? Outcome() : Outcome(on.error());
        }
    }
}

// A statement lent from its connection's cache: reset and cleared, it goes back when this goes out of scope. A statement
// that is asked for while it is lent is prepared a second time, so nested use is safe.
class CachedStatement
{
public:
    CachedStatement(CachedStatement &&other) noexcept;
    CachedStatement &operator=(CachedStatement &&) = delete;
    CachedStatement(const CachedStatement &) = delete;
    CachedStatement &operator=(const CachedStatement &) = delete;
    ~CachedStatement();

    Statement &operator*() { return m_statement; }
    Statement *operator->() { return &m_statement; }

private:
    friend class Connection;
    CachedStatement(Connection *connection, QByteArray sql, Statement statement);

    Connection *m_connection;
    QByteArray m_sql;
    Statement m_statement;
};

} // namespace yizhan
