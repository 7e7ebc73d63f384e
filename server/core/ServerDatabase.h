// SPDX-License-Identifier: GPL-3.0-or-later
// The storage of the server behind one small interface: the same SQL on a SQLCipher file and on PostgreSQL.
#pragma once

#include "base/Id.h"
#include "base/Result.h"
#include "base/Time.h"

#include <QByteArray>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <variant>
#include <vector>

namespace yizhan {

// What is bound to a placeholder: nothing, a whole number, a text or bytes. A null id is nothing.
class SqlValue
{
public:
    SqlValue(std::nullopt_t) {}
    template <class T>
    requires(std::is_integral_v<T> || std::is_enum_v<T>) SqlValue(T number) : m_data(static_cast<qint64>(number)) {}
    SqlValue(const QString &text) : m_data(text) {}
    SqlValue(const QByteArray &bytes) : m_data(bytes.isNull() ? QByteArray("") : bytes) {} // never NULL
    SqlValue(const RecordId &id);
    SqlValue(Instant at) : m_data(qint64{at.ms}) {}
    SqlValue(const char *) = delete; // text or bytes? say which

    using Data = std::variant<std::monostate, qint64, QString, QByteArray>;
    const Data &data() const { return m_data; }

private:
    Data m_data;
};

using SqlValues = std::vector<SqlValue>;

// The present row; columns count from 0. NULL reads as 0, "" or no bytes.
class SqlRow
{
public:
    virtual ~SqlRow() = default;
    virtual bool isNull(int column) const = 0;
    virtual qint64 int64(int column) const = 0;
    virtual QString text(int column) const = 0;
    virtual QByteArray bytes(int column) const = 0;

    int int32(int column) const { return static_cast<int>(int64(column)); }
    bool boolean(int column) const { return int64(column) != 0; }
    RecordId id(int column) const { return RecordId::fromBytes(bytes(column)).value_or(RecordId()); }
    Instant instant(int column) const { return Instant{int64(column)}; }
};

// One transaction that is open, on the thread that got it. SQL is the part that both engines share: placeholders "?", bound
// in their order; " FOR UPDATE" at the end of a SELECT where rows are about to be written (a single writer passes over it);
// whole numbers only. Statements are prepared once a connection.
class SqlSession
{
public:
    using Take = std::function<Outcome(const SqlRow &row)>;

    virtual ~SqlSession() = default;
    // An error of `take` ends the reading and is answered.
    virtual Outcome each(const char *sql, const SqlValues &values, const Take &take) = 0;
    virtual Result<qint64> run(const char *sql, const SqlValues &values) = 0; // rows changed
    // Nobody else writes while this one is open: rows need no locks.
    virtual bool isOnlyWriter() const { return false; }

    // The first column of the first row.
    Result<std::optional<qint64>> number(const char *sql, const SqlValues &values);
    Result<std::optional<QString>> text(const char *sql, const SqlValues &values);
    Result<std::optional<QByteArray>> bytes(const char *sql, const SqlValues &values);
    // Whether there is a row; `take` gets the first one.
    Result<bool> first(const char *sql, const SqlValues &values, const std::function<void(const SqlRow &row)> &take);
    Outcome done(const char *sql, const SqlValues &values); // run() without the number
};

// Any thread, several at once. Errors: Offline (the engine does not answer), Busy (given up after conflicts), DiskFull, Io,
// Constraint, and whatever the work answers.
class ServerDatabase
{
public:
    using Work = std::function<Outcome(SqlSession &session)>;

    virtual ~ServerDatabase() = default;

    // All or nothing, durable when it answers. The work may run more than once (after a conflict with another one), maybe on
    // another thread while the caller waits; what it leaves behind outside the database must be set anew on each run.
    virtual Outcome write(const Work &work) = 0;
    // One steady snapshot.
    virtual Outcome read(const Work &work) = 0;
    // Makes or updates the tables. TooNew when a newer release has been here.
    virtual Outcome prepareSchema() = 0;
    virtual const char *engine() const = 0; // "sqlite", "postgresql"
    // A consistent copy of everything, in a form of the engine, as one file; and its opposite into an empty or old storage.
    virtual Outcome copyTo(const QString &file) = 0;
    virtual Outcome copyFrom(const QString &file) = 0;
};

} // namespace yizhan
