// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/CipherDriver.h"

#include "sql/CipherDriverPrivate.h"
#include "sql/CipherOptions.h"
#include "sql/CipherResult.h"
#include "sql/CipherSchema.h"
#include "sql/CipherValues.h"
#include "sql/SqliteErrors.h"

#include <QSqlDatabase>
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlRecord>
#include <mutex>
#include <sqlcipher/sqlite3.h>

Q_DECLARE_OPAQUE_POINTER(sqlite3 *)
Q_DECLARE_METATYPE(sqlite3 *)

namespace yizhan {

namespace {
// Opening goes through Connection, whose errors have a kind; this is the code that stands for it.
int codeOfOpening(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::WrongKey: return SQLITE_NOTADB;
    case ErrorKind::Busy: return SQLITE_BUSY;
    case ErrorKind::Corrupt: return SQLITE_CORRUPT;
    case ErrorKind::DiskFull: return SQLITE_FULL;
    case ErrorKind::Io:
    case ErrorKind::NotFound: return SQLITE_CANTOPEN;
    default: return SQLITE_MISUSE;
    }
}
} // namespace

void registerCipherDriver()
{
    static std::once_flag once;
    std::call_once(once,
                   [] { QSqlDatabase::registerSqlDriver(QStringLiteral("QSQLCIPHER"), new QSqlDriverCreator<CipherDriver>); });
}

std::optional<ErrorKind> kindOf(const QSqlError &error)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    if (!isNumber || code == SQLITE_OK)
        return std::nullopt;
    if (error.type() == QSqlError::ConnectionError && code == SQLITE_NOTADB)
        return ErrorKind::WrongKey;
    return kindOfSqlite(code);
}

QSqlError CipherDriver::Private::error(const QString &what, int code, QSqlError::ErrorType type, Speaker speaker) const
{
    // What a running statement complains of may quote the values it works on (a full-text query, broken JSON), unless it
    // is a constraint, of which only the names are told.
    const bool withMessage = speaker == Speaker::Compiler || (code & 0xff) == SQLITE_CONSTRAINT;
    const QString text = QString::fromUtf8(withMessage ? sqlite3_errmsg(connection->handle()) : sqlite3_errstr(code));
    if (code == SQLITE_ERROR && connection->errorFor(code).kind == ErrorKind::Corrupt)
        code = SQLITE_CORRUPT;
    return QSqlError(what, text, type, QString::number(extendedCodes ? code : code & 0xff));
}

CipherDriver::CipherDriver(QObject *parent) : QSqlDriver(parent), m_private(std::make_unique<Private>()) {}

CipherDriver::~CipherDriver() { CipherDriver::close(); }

bool CipherDriver::hasFeature(DriverFeature feature) const
{
    switch (feature) {
    case Transactions:
    case BLOB:
    case Unicode:
    case PreparedQueries:
    case NamedPlaceholders:
    case PositionalPlaceholders:
    case LastInsertId:
    case BatchOperations:
    case SimpleLocking: // no table can be dropped while a query still reads
    case LowPrecisionNumbers:
    case EventNotifications:
    case FinishQuery:
    case CancelQuery: return true;
    case QuerySize:
    case MultipleResultSets: return false;
    }
    return false;
}

bool CipherDriver::open(const QString &database, const QString &user, const QString &password, const QString &host, int port,
                        const QString &options)
{
    Q_UNUSED(user);
    Q_UNUSED(host);
    Q_UNUSED(port);
    if (isOpen())
        close();
    const auto refuse = [this](const QString &why, int code) {
        setLastError(
            QSqlError(QStringLiteral("Error opening database"), why, QSqlError::ConnectionError, QString::number(code)));
        setOpenError(true);
        return false;
    };
    CipherOptions parsed;
    if (const QString fault = parsed.read(options); !fault.isEmpty())
        return refuse(fault, SQLITE_MISUSE);
    const std::optional<QByteArray> key = keyFromPassword(password);
    if (!key)
        return refuse(QStringLiteral("the password must be a key of 64 hexadecimal digits"), SQLITE_MISUSE);
    OpenOptions how;
    how.file = database.isEmpty() ? OpenOptions::inMemory() : database;
    how.key = *key;
    how.access = parsed.readOnly ? OpenOptions::Access::ReadOnly : OpenOptions::Access::Create;
    how.busyTimeoutMs = parsed.busyTimeoutMs;
    how.foreignKeys = false; // as everywhere in SQLite unless PRAGMA foreign_keys says otherwise
    Result<std::unique_ptr<Connection>> opened = Connection::open(how);
    if (!opened)
        return refuse(describeBriefly(opened.error()), codeOfOpening(opened.error().kind));
    m_private->connection = std::move(*opened);
    m_private->extendedCodes = parsed.extendedCodes;
    if (parsed.regexpCacheSize > 0)
        addRegexp(m_private->connection->handle(), parsed.regexpCacheSize);
    setOpen(true);
    setOpenError(false);
    return true;
}

void CipherDriver::close()
{
    if (!m_private->connection)
        return;
    for (CipherResult *result : m_private->results)
        result->abandon();
    m_private->subscriptions.clear();
    m_private->connection.reset();
    setOpen(false);
    setOpenError(false);
}

QSqlResult *CipherDriver::createResult() const { return new CipherResult(this); }

QVariant CipherDriver::handle() const
{
    return QVariant::fromValue(m_private->connection ? m_private->connection->handle() : nullptr);
}

bool CipherDriver::beginTransaction()
{
    const bool reading = isOpen() && m_private->connection->isReadOnly();
    return runControl(reading ? "BEGIN" : "BEGIN IMMEDIATE", QStringLiteral("Unable to begin transaction"));
}

bool CipherDriver::commitTransaction() { return runControl("COMMIT", QStringLiteral("Unable to commit transaction")); }

bool CipherDriver::rollbackTransaction() { return runControl("ROLLBACK", QStringLiteral("Unable to rollback transaction")); }

bool CipherDriver::runControl(const char *sql, const QString &complaint)
{
    if (!isOpen() || isOpenError())
        return false;
    const int code = sqlite3_exec(m_private->connection->handle(), sql, nullptr, nullptr, nullptr);
    if (code == SQLITE_OK)
        return true;
    setLastError(m_private->error(complaint, code, QSqlError::TransactionError, Private::Speaker::Compiler));
    return false;
}

QStringList CipherDriver::tables(QSql::TableType type) const
{
    return isOpen() ? tableNames(*m_private->connection, type) : QStringList();
}

QSqlRecord CipherDriver::record(const QString &table) const
{
    return isOpen() ? tableRecord(*m_private->connection, stripDelimiters(table, TableName)) : QSqlRecord();
}

QSqlIndex CipherDriver::primaryIndex(const QString &table) const
{
    return isOpen() ? primaryKey(*m_private->connection, stripDelimiters(table, TableName)) : QSqlIndex();
}

QString CipherDriver::formatValue(const QSqlField &field, bool trimStrings) const
{
    return literalOf(field.value(), trimStrings);
}

QString CipherDriver::escapeIdentifier(const QString &identifier, IdentifierType type) const
{
    return escapedName(identifier, type == TableName);
}

bool CipherDriver::isIdentifierEscaped(const QString &identifier, IdentifierType type) const
{
    Q_UNUSED(type);
    return isEscapedName(identifier);
}

QString CipherDriver::stripDelimiters(const QString &identifier, IdentifierType type) const
{
    return unescapedName(identifier, type == TableName);
}

void CipherDriver::rowChanged(void *driver, int operation, const char *schema, const char *table, long long rowid)
{
    Q_UNUSED(operation);
    Q_UNUSED(schema);
    auto *self = static_cast<CipherDriver *>(driver);
    const QString name = QString::fromUtf8(table);
    if (!self->m_private->subscriptions.contains(name))
        return;
    // Later, because no statement may run inside SQLite's hook, and a slot is likely to run one.
    QMetaObject::invokeMethod(
        self,
        [self, name, rowid] {
            if (self->m_private->subscriptions.contains(name))
                emit self->notification(name, SelfSource, QVariant::fromValue(qint64(rowid)));
        },
        Qt::QueuedConnection);
}

bool CipherDriver::subscribeToNotification(const QString &table)
{
    if (!isOpen() || m_private->subscriptions.contains(table)) {
        qWarning("QSQLCIPHER: a table can be subscribed to once, on an open database");
        return false;
    }
    m_private->subscriptions += table;
    sqlite3_update_hook(m_private->connection->handle(), &CipherDriver::rowChanged, this);
    return true;
}

bool CipherDriver::unsubscribeFromNotification(const QString &table)
{
    if (!isOpen() || !m_private->subscriptions.removeOne(table)) {
        qWarning("QSQLCIPHER: that table is not subscribed to");
        return false;
    }
    if (m_private->subscriptions.isEmpty())
        sqlite3_update_hook(m_private->connection->handle(), nullptr, nullptr);
    return true;
}

QStringList CipherDriver::subscribedToNotifications() const { return m_private->subscriptions; }

bool CipherDriver::cancelQuery()
{
    if (!m_private->connection)
        return false;
    m_private->connection->interrupt();
    return true;
}

} // namespace yizhan
