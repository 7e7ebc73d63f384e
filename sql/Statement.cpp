// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/Statement.h"

#include "sql/Connection.h"
#include "sql/SqliteValue.h"

#include <sqlcipher/sqlite3.h>
#include <utility>

namespace yizhan {

int bindText(sqlite3_stmt *statement, int index, QStringView text)
{
    // One encoding into memory that SQLite takes over: no copy after it, no conversion inside.
    auto *buffer = static_cast<char *>(sqlite3_malloc64(static_cast<sqlite3_uint64>(text.size()) * 3 + 1));
    if (!buffer)
        return SQLITE_NOMEM;
    const qsizetype size = encodeUtf8(text, buffer);
    return sqlite3_bind_text64(statement, index, buffer, static_cast<sqlite3_uint64>(size), sqlite3_free, SQLITE_UTF8);
}

int bindBlob(sqlite3_stmt *statement, int index, QByteArrayView blob)
{
    // SQLite takes a null pointer for NULL, but a view of nothing is a blob without bytes.
    const char *data = blob.isNull() ? "" : blob.data();
    return sqlite3_bind_blob64(statement, index, data, static_cast<sqlite3_uint64>(blob.size()), SQLITE_TRANSIENT);
}

QString columnText(sqlite3_stmt *statement, int column)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
    return text ? QString::fromUtf8(text, sqlite3_column_bytes(statement, column)) : QString();
}

QByteArrayView columnBlob(sqlite3_stmt *statement, int column)
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, column));
    return QByteArrayView(bytes ? bytes : "", sqlite3_column_bytes(statement, column));
}

Statement::~Statement() { sqlite3_finalize(m_statement); }

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection),
      m_statement(std::exchange(other.m_statement, nullptr)),
      m_bindError(std::exchange(other.m_bindError, 0))
{}

Statement &Statement::operator=(Statement &&other) noexcept
{
    if (this != &other) {
        sqlite3_finalize(m_statement);
        m_connection = other.m_connection;
        m_statement = std::exchange(other.m_statement, nullptr);
        m_bindError = std::exchange(other.m_bindError, 0);
    }
    return *this;
}

void Statement::note(int code)
{
    if (code != SQLITE_OK && m_bindError == SQLITE_OK)
        m_bindError = code;
}

Statement &Statement::bindInt64(int index, qint64 value)
{
    note(sqlite3_bind_int64(m_statement, index, value));
    return *this;
}

Statement &Statement::bind(int index, double value)
{
    note(sqlite3_bind_double(m_statement, index, value));
    return *this;
}

Statement &Statement::bind(int index, QStringView text)
{
    note(bindText(m_statement, index, text));
    return *this;
}

Statement &Statement::bind(int index, QLatin1String text) { return bind(index, QString(text)); }

Statement &Statement::bind(int index, QByteArrayView blob)
{
    note(bindBlob(m_statement, index, blob));
    return *this;
}

Statement &Statement::bind(int index, std::nullopt_t)
{
    note(sqlite3_bind_null(m_statement, index));
    return *this;
}

Statement &Statement::bind(int index, const RecordId &id) { return bind(index, QByteArrayView(id.bytes)); }

Statement &Statement::bind(int index, Day day) { return bindInt64(index, day.sinceEpoch); }

Statement &Statement::bind(int index, Instant instant) { return bindInt64(index, instant.ms); }

Statement &Statement::bindUtf8(int index, QByteArrayView text)
{
    const char *data = text.isNull() ? "" : text.data();
    note(
        sqlite3_bind_text64(m_statement, index, data, static_cast<sqlite3_uint64>(text.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

int Statement::indexOf(const char *name) const { return sqlite3_bind_parameter_index(m_statement, name); }

int Statement::parameterCount() const { return sqlite3_bind_parameter_count(m_statement); }

void Statement::clearBindings()
{
    sqlite3_clear_bindings(m_statement);
    m_bindError = SQLITE_OK;
}

Result<bool> Statement::step()
{
    if (m_bindError != SQLITE_OK) {
        const Error error = m_connection->errorFor(m_bindError);
        m_bindError = SQLITE_OK;
        reset();
        return error;
    }
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_statement);
        return false;
    }
    const Error error = m_connection->errorFor(code); // before reset() forgets the message
    sqlite3_reset(m_statement);
    return error;
}

Outcome Statement::run()
{
    return each([](const Statement &) {});
}

void Statement::reset() { sqlite3_reset(m_statement); }

int Statement::columnCount() const { return sqlite3_column_count(m_statement); }

QString Statement::columnName(int column) const { return QString::fromUtf8(sqlite3_column_name(m_statement, column)); }

ColumnType Statement::type(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER: return ColumnType::Integer;
    case SQLITE_FLOAT: return ColumnType::Real;
    case SQLITE_TEXT: return ColumnType::Text;
    case SQLITE_BLOB: return ColumnType::Blob;
    default: return ColumnType::Null;
    }
}

bool Statement::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

qint64 Statement::int64(int column) const { return sqlite3_column_int64(m_statement, column); }

int Statement::int32(int column) const { return sqlite3_column_int(m_statement, column); }

bool Statement::boolean(int column) const { return int64(column) != 0; }

double Statement::real(int column) const { return sqlite3_column_double(m_statement, column); }

QString Statement::text(int column) const { return columnText(m_statement, column); }

QByteArrayView Statement::utf8(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QByteArrayView(text ? text : "", sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const
{
    return isNull(column) ? QByteArray() : columnBlob(m_statement, column).toByteArray();
}

QByteArrayView Statement::blobView(int column) const { return columnBlob(m_statement, column); }

RecordId Statement::recordId(int column) const { return RecordId::fromBytes(blobView(column)).value_or(RecordId{}); }

Day Statement::day(int column) const { return Day{int32(column)}; }

Instant Statement::instant(int column) const { return Instant{int64(column)}; }

std::optional<qint64> Statement::optionalInt64(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(int64(column));
}

bool Statement::isReadOnly() const { return sqlite3_stmt_readonly(m_statement) != 0; }

CachedStatement::CachedStatement(Connection *connection, QByteArray sql, Statement statement)
    : m_connection(connection), m_sql(std::move(sql)), m_statement(std::move(statement))
{}

CachedStatement::CachedStatement(CachedStatement &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr)),
      m_sql(std::move(other.m_sql)),
      m_statement(std::move(other.m_statement))
{}

CachedStatement::~CachedStatement()
{
    if (!m_connection)
        return;
    m_statement.reset();
    m_statement.clearBindings();
    m_connection->giveBack(std::move(m_sql), std::move(m_statement));
}

} // namespace yizhan
