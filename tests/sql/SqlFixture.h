// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of sql/ share: a folder of their own with an encrypted database in it, and checks of outcomes.
#pragma once

#include "sql/Connection.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace yizhan {

// The log form of an error, for the message of a failed check.
template <class T>
QByteArray failureOf(const Result<T> &result)
{
    return result ? QByteArray("no error") : result.error().toLog().toUtf8();
}

#define YZ_VERIFY_OK(expression)                                                                                               \
    do {                                                                                                                       \
        const auto &outcomeOfIt = (expression);                                                                                \
        QVERIFY2(outcomeOfIt.has_value(), failureOf(outcomeOfIt).constData());                                                 \
    } while (false)

#define YZ_VERIFY_FAILS(expression, expectedKind)                                                                              \
    do {                                                                                                                       \
        const auto &outcomeOfIt = (expression);                                                                                \
        QVERIFY2(!outcomeOfIt.has_value(), "it worked");                                                                       \
        QCOMPARE(nameOf(outcomeOfIt.error().kind), nameOf(expectedKind));                                                      \
        QVERIFY(outcomeOfIt.error().text);                                                                                     \
    } while (false)

class TestDatabase
{
public:
    static QByteArray key() { return QByteArray(32, 'k'); }

    QString path(const QString &name = QStringLiteral("store.db")) const { return m_folder.filePath(name); }
    QString folder() const { return m_folder.path(); }

    OpenOptions options(OpenOptions::Access access = OpenOptions::Access::Create) const
    {
        OpenOptions out;
        out.file = path();
        out.key = key();
        out.access = access;
        out.busyTimeoutMs = 50;
        return out;
    }

    // Ends the test program when it cannot be opened: nothing else could be said then.
    std::unique_ptr<Connection> open(OpenOptions::Access access = OpenOptions::Access::Create) const
    {
        return must(Connection::open(options(access)));
    }

    template <class T>
    static T must(Result<T> result)
    {
        if (!result)
            qFatal("%s", failureOf(result).constData());
        return std::move(*result);
    }

    static void must(const Outcome &outcome)
    {
        if (!outcome)
            qFatal("%s", failureOf(outcome).constData());
    }

    // A table of so many rows with some bulk, checkpointed, so that the main file holds everything.
    void fill(int rows) const
    {
        const auto connection = open();
        must(connection->execute("CREATE TABLE item(id INTEGER PRIMARY KEY, name TEXT, bulk BLOB)"));
        Statement insert = must(
            connection->prepare("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)"
                                " INSERT INTO item SELECT i, 'name ' || i, randomblob(300) FROM n"));
        must(insert.bind(1, rows).run());
        must(connection->checkpoint(CheckpointMode::Truncate));
    }

    QByteArray bytes() const
    {
        QFile file(path());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return file.readAll();
    }

    void overwrite(const QByteArray &content) const
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the test file");
    }

private:
    QTemporaryDir m_folder;
};

} // namespace yizhan
