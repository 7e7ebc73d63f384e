// SPDX-License-Identifier: GPL-3.0-or-later
// A real encrypted store in a temporary folder, with a clock and a randomness that tests set, and the cheapest keys.
#pragma once

#include "sql/Connection.h"
#include "store/Store.h"

#include <QTemporaryDir>

namespace yizhan::tests {

// The shipped rules, loaded once a process.
std::shared_ptr<const RuleBook> rules();

// A connection of one's own to a store's file, to look at what is in it; of the login and password of the fixture.
std::unique_ptr<Connection> databaseOf(const QString &folder);

class StoreFixture
{
public:
    // Made and opened; an error ends the process, for nothing could be tested then. It is Monday, 2 March 2026, 9 o'clock.
    explicit StoreFixture(const QStringList &roles = {}, const QString &office = QStringLiteral("JO01"));

    Store &store() { return *m_store; }
    Store *operator->() { return m_store.get(); }
    // Locks; open() unlocks again, for a user that was added too.
    void close() { m_store.reset(); }
    void open(const QString &login = QStringLiteral("wang"), const QString &password = {});
    Result<std::unique_ptr<Store>> tryOpen(const QString &login = QStringLiteral("wang"), const QString &password = {}) const;

    QString folder() const { return m_folder.path() + QStringLiteral("/store"); }
    StoreOptions options() const;
    ManualClock &clock() { return *m_clock; }
    QString recoveryKey() const { return m_made.recoveryKey; }
    RecordId user() const { return m_made.user; }
    static QString password() { return QStringLiteral("Correct-Horse-7"); }

    std::unique_ptr<Connection> database() const { return databaseOf(folder()); }
    qint64 scalar(const QByteArray &sql) const;

    // Waits for the answer; an error ends the process with its text.
    ChangeSet submit(Change change);
    ChangeSet submit(Operation operation, const QString &reason = {});
    Error refused(Change change); // of a change that must be refused
    Error refused(Operation operation, const QString &reason = {});
    RecordId create(Record record, const QString &transition = {}); // its id
    CaseFile caseFile(const RecordId &root);
    Record record(const RecordId &id);

private:
    QTemporaryDir m_folder;
    std::shared_ptr<ManualClock> m_clock;
    std::shared_ptr<Random> m_random;
    CreatedStore m_made;
    std::unique_ptr<Store> m_store;
};

// The error of an answer that must be one.
template <class T>
Error errorOf(const Result<T> &answer)
{
    if (answer)
        qFatal("an error was expected");
    return answer.error();
}

} // namespace yizhan::tests
