// SPDX-License-Identifier: GPL-3.0-or-later
// Runs yizhan-server as an administrator would: a district in a temporary folder, or on PostgreSQL, served on the loopback.
#pragma once

#include "tests/cli/CliProcess.h"

namespace yizhan {

class ServerProcess
{
public:
    // `storage`: options of every call, such as --postgres URL; none for the embedded storage.
    explicit ServerProcess(QStringList storage = {});
    ~ServerProcess(); // kill()

    bool init();
    // Takes connections when it answers true; on the same port as before. What it says on standard error is kept.
    bool start(const QStringList &more = {});
    bool stop(); // asked to; true if it ended by itself with exit 0
    void kill(); // in the middle of whatever it does
    bool isRunning() const { return m_process && m_process->state() == QProcess::Running; }
    quint16 port() const { return m_port; }
    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    QString said() const { return m_said; }

    // A command of the administration; JSON. The server may be running meanwhile.
    CliAnswer run(const QStringList &arguments) const;
    bool addUser(const QString &login, const QStringList &roles, const QStringList &offices) const; // password as CliProcess
    QString code(const QString &office, const QStringList &also = {}) const;
    QString path(const QString &name) const { return m_dir.filePath(name); }

private:
    QStringList withData(QStringList arguments) const;

    QTemporaryDir m_dir;
    QStringList m_storage;
    QString m_passwordFile;
    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
    QString m_said;
};

} // namespace yizhan
