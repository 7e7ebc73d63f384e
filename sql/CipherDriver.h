// SPDX-License-Identifier: GPL-3.0-or-later
// The QtSql driver "QSQLCIPHER": encrypted databases for QSqlQuery and the table models, on Qt's public headers only.
#pragma once

#include "base/Error.h"

#include <QSqlDriver>
#include <QSqlError>
#include <memory>
#include <optional>

namespace yizhan {

// Makes QSqlDatabase::addDatabase("QSQLCIPHER") work in this process; calling it again does nothing. Any thread.
void registerCipherDriver();

// The kind of a database error of this driver, from its native code; nothing for an error without one.
std::optional<ErrorKind> kindOf(const QSqlError &error);

class CipherResult;

// The database name is the file, or ":memory:"; it is made when missing. The password is the key: 64 hexadecimal digits,
// bare or as x'...'. Without one only ":memory:" opens. Host, port and user mean nothing.
//
// Connect options, separated by semicolons, each also with the prefix QSQLITE_ :
//   QSQLCIPHER_BUSY_TIMEOUT=milliseconds      QSQLCIPHER_OPEN_READONLY
//   QSQLCIPHER_ENABLE_REGEXP                  QSQLCIPHER_NO_USE_EXTENDED_RESULT_CODES
// An unknown option, shared cache and URI names (which could carry a key) are refused: open() fails.
//
// Transactions begin with BEGIN IMMEDIATE. Values come as qint64, double, QString, QByteArray or a null QString; dates
// and times are stored as ISO 8601 text. execBatch() takes ValuesAsRows and is all or nothing. cancelQuery() may be
// called from any thread. dbmsType() stays UnknownDbms: only Qt's private headers could set it.
class CipherDriver final : public QSqlDriver
{
    Q_OBJECT

public:
    explicit CipherDriver(QObject *parent = nullptr);
    ~CipherDriver() override;

    bool hasFeature(DriverFeature feature) const override;
    bool open(const QString &database, const QString &user, const QString &password, const QString &host, int port,
              const QString &options) override;
    void close() override;
    QSqlResult *createResult() const override;
    QVariant handle() const override; // "sqlite3*"

    bool beginTransaction() override;
    bool commitTransaction() override;
    bool rollbackTransaction() override;

    QStringList tables(QSql::TableType type) const override;
    QSqlRecord record(const QString &table) const override;
    QSqlIndex primaryIndex(const QString &table) const override;
    QString formatValue(const QSqlField &field, bool trimStrings = false) const override;
    QString escapeIdentifier(const QString &identifier, IdentifierType type) const override;
    bool isIdentifierEscaped(const QString &identifier, IdentifierType type) const override;
    QString stripDelimiters(const QString &identifier, IdentifierType type) const override;

    // notification(table, SelfSource, rowid) for each row that this connection inserts, changes or deletes.
    bool subscribeToNotification(const QString &table) override;
    bool unsubscribeFromNotification(const QString &table) override;
    QStringList subscribedToNotifications() const override;
    bool cancelQuery() override;

private:
    friend class CipherResult;
    struct Private;
    bool runControl(const char *sql, const QString &complaint);
    static void rowChanged(void *driver, int operation, const char *schema, const char *table, long long rowid);

    std::unique_ptr<Private> m_private;
};

} // namespace yizhan
