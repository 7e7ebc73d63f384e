// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/ServerProcess.h"

#include <QFile>

namespace yizhan {

namespace {
const QString program = QStringLiteral(YIZHAN_SERVER);
constexpr int patienceMs = 120'000;
} // namespace

ServerProcess::ServerProcess(QStringList storage) : m_storage(std::move(storage))
{
    QFile file(path(QStringLiteral("password")));
    if (file.open(QIODevice::WriteOnly))
        file.write(CliProcess::password.toUtf8() + '\n');
    m_passwordFile = file.fileName();
}

ServerProcess::~ServerProcess() { kill(); }

QStringList ServerProcess::withData(QStringList arguments) const
{
    return arguments + m_storage
           + QStringList{QStringLiteral("--data"), path(QStringLiteral("district")), QStringLiteral("--lang"),
                         QStringLiteral("en")};
}

CliAnswer ServerProcess::run(const QStringList &arguments) const
{
    QProcess process;
    process.start(program, withData(arguments) + QStringList{QStringLiteral("--format"), QStringLiteral("json")});
    process.closeWriteChannel();
    CliAnswer answer;
    if (process.waitForFinished(patienceMs) && process.exitStatus() == QProcess::NormalExit)
        answer.exit = process.exitCode();
    answer.out = QString::fromUtf8(process.readAllStandardOutput());
    answer.error = QString::fromUtf8(process.readAllStandardError());
    return answer;
}

bool ServerProcess::init()
{
    const CliAnswer made = run({QStringLiteral("init"), QStringLiteral("--district"), QStringLiteral("演示区"),
                                QStringLiteral("--name"), QStringLiteral("127.0.0.1"), QStringLiteral("--name"),
                                QStringLiteral("localhost")});
    if (made.exit != 0)
        qWarning("%s", qPrintable(made.error));
    return made.exit == 0;
}

bool ServerProcess::start(const QStringList &more)
{
    const QString portFile = path(QStringLiteral("port"));
    QFile::remove(portFile);
    m_process = std::make_unique<QProcess>();
    m_process->start(program, withData(QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), address(),
                                                   QStringLiteral("--port-file"), portFile}
                                       + more));
    QByteArray out;
    while (!out.contains('\n') && m_process->waitForReadyRead(patienceMs)) // its first line tells that it listens
        out += m_process->readAllStandardOutput();
    QFile file(portFile);
    if (file.open(QIODevice::ReadOnly))
        m_port = file.readAll().trimmed().toUShort();
    if (!out.contains('\n'))
        m_said += QString::fromUtf8(m_process->readAllStandardError());
    return out.contains('\n') && m_port != 0;
}

bool ServerProcess::stop()
{
    if (!m_process)
        return false;
    m_process->terminate();
    const bool ended = m_process->waitForFinished(patienceMs) && m_process->exitStatus() == QProcess::NormalExit
                       && m_process->exitCode() == 0;
    m_said += QString::fromUtf8(m_process->readAllStandardError());
    m_process.reset();
    return ended;
}

void ServerProcess::kill()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished(patienceMs);
    m_said += QString::fromUtf8(m_process->readAllStandardError());
    m_process.reset();
}

bool ServerProcess::addUser(const QString &login, const QStringList &roles, const QStringList &offices) const
{
    QStringList call{QStringLiteral("user"), QStringLiteral("add"),    login, QStringLiteral("--password-file"),
                     m_passwordFile,         QStringLiteral("--name"), login};
    for (const QString &role : roles)
        call += {QStringLiteral("--role"), role};
    for (const QString &office : offices)
        call += {QStringLiteral("--office"), office};
    const CliAnswer added = run(call);
    if (added.exit != 0)
        qWarning("%s", qPrintable(added.error));
    return added.exit == 0;
}

QString ServerProcess::code(const QString &office, const QStringList &also) const
{
    QStringList call{QStringLiteral("device"), QStringLiteral("code"), QStringLiteral("--office"), office};
    for (const QString &each : also)
        call += {QStringLiteral("--also"), each};
    return run(call).object().value(QStringLiteral("code")).toString();
}

} // namespace yizhan
