// SPDX-License-Identifier: GPL-3.0-or-later
// The embedded storage: one SQLCipher file, one writer whose commits are shared by those who wait, readers beside it.
#pragma once

#include "server/core/ServerDatabase.h"

#include <QByteArray>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace yizhan {

class Connection;

class SqliteDatabase final : public ServerDatabase
{
public:
    // The file is made when missing; empty = in memory, for a simulation (then there is one connection for everything). The
    // key has 32 bytes.
    static Result<std::unique_ptr<SqliteDatabase>> open(const QString &file, const QByteArray &key);
    ~SqliteDatabase() override;

    Outcome write(const Work &work) override;
    Outcome read(const Work &work) override;
    Outcome prepareSchema() override;
    const char *engine() const override { return "sqlite"; }
    Outcome copyTo(const QString &file) override;
    Outcome copyFrom(const QString &file) override;

private:
    struct Job {
        const Work *work = nullptr;
        Outcome outcome;
        bool done = false;
    };

    SqliteDatabase(QString file, QByteArray key, std::unique_ptr<Connection> writer);
    void runGroup(const std::vector<Job *> &group);
    Outcome runInSavepoint(Job &job);
    Result<std::unique_ptr<Connection>> takeReader();
    void giveBack(std::unique_ptr<Connection> reader);

    const QString m_file;
    const QByteArray m_key;
    std::unique_ptr<Connection> m_writer;
    std::mutex m_mutex; // queue and leadership
    std::condition_variable m_changed;
    std::deque<Job *> m_queue;
    bool m_leading = false;
    std::mutex m_readersMutex;
    std::vector<std::unique_ptr<Connection>> m_readers; // idle ones
};

} // namespace yizhan
