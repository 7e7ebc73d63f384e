// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the QtSql driver share: an encrypted database opened through QSqlDatabase.
#pragma once

#include "sql/CipherDriver.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTemporaryDir>
#include <QTest>

namespace yizhan {

#define YZ_EXEC(query, ...)                                                                                                    \
    QVERIFY2((query).exec(__VA_ARGS__), qPrintable((query).lastError().text() + QLatin1Char(' ') + (query).lastQuery()))

// Removes its connection at the end, after the queries of the test are gone.
class DriverDatabase
{
public:
    static QString password() { return QStringLiteral("x'%1'").arg(QString(64, u'a')); }

    explicit DriverDatabase(const QString &connection = QStringLiteral("test")) : m_connection(connection)
    {
        registerCipherDriver();
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLCIPHER"), m_connection);
        database.setDatabaseName(path());
        database.setPassword(password());
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
    }
    ~DriverDatabase() { QSqlDatabase::removeDatabase(m_connection); }
    DriverDatabase(const DriverDatabase &) = delete;
    DriverDatabase &operator=(const DriverDatabase &) = delete;

    QString path() const { return m_folder.filePath(QStringLiteral("test.db")); }
    QSqlDatabase database() const { return QSqlDatabase::database(m_connection, false); }
    QSqlQuery query() const { return QSqlQuery(database()); }

    void run(const QString &sql) const
    {
        QSqlQuery query(database());
        if (!query.exec(sql))
            qFatal("%s", qPrintable(query.lastError().text()));
    }
    QVariant value(const QString &sql) const
    {
        QSqlQuery query(database());
        if (!query.exec(sql) || !query.next())
            qFatal("%s", qPrintable(query.lastError().text()));
        return query.value(0);
    }

private:
    QTemporaryDir m_folder;
    QString m_connection;
};

} // namespace yizhan
