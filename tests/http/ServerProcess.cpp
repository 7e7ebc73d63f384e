// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/ServerProcess.h"

#include <QFile>
#include <QJsonDocument>

namespace yizhan::test {

namespace {
constexpr int patienceMs = 60'000;
const QString program = QStringLiteral(YIZHAN_SERVER);
} // namespace

QList<QJsonObject> ProgramAnswer::objects() const
{
    QList<QJsonObject> objects;
    for (const QString &line : out.split(u'\n', Qt::SkipEmptyParts))
        objects += QJsonDocument::fromJson(line.toUtf8()).object();
    return objects;
}

ProgramAnswer ServerProcess::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.start(program, arguments + QStringList{QStringLiteral("--lang"), QStringLiteral("en")});
    process.write(input);
    process.closeWriteChannel();
    ProgramAnswer answer;
    if (!process.waitForFinished(patienceMs) || process.exitStatus() != QProcess::NormalExit)
        return answer;
    answer.exit = process.exitCode();
    answer.out = QString::fromUtf8(process.readAllStandardOutput());
    answer.error = QString::fromUtf8(process.readAllStandardError());
    return answer;
}

ProgramAnswer ServerProcess::onDistrict(const QStringList &arguments, const QByteArray &input) const
{
    return run(arguments + QStringList{QStringLiteral("--data"), folder(), QStringLiteral("--format"), QStringLiteral("json")},
               input);
}

ProgramAnswer ServerProcess::init() const
{
    return onDistrict({QStringLiteral("init"), QStringLiteral("--district"), QStringLiteral("示范区"), QStringLiteral("--name"),
                       QStringLiteral("127.0.0.1")});
}

std::unique_ptr<QProcess> ServerProcess::serve(const QStringList &more) const
{
    QFile::remove(path(QStringLiteral("port")));
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->start(program, QStringList{QStringLiteral("serve"), QStringLiteral("--data"), folder(), QStringLiteral("--listen"),
                                        QStringLiteral("127.0.0.1:0"), QStringLiteral("--port-file"),
                                        path(QStringLiteral("port")), QStringLiteral("--lang"), QStringLiteral("en")}
                                + more);
    while (process->waitForReadyRead(patienceMs)) {
        if (process->peek(4096).contains("listening on"))
            return process;
    }
    qWarning("%s", process->readAll().constData());
    return nullptr;
}

quint16 ServerProcess::port() const
{
    QFile file(path(QStringLiteral("port")));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toUShort() : quint16(0);
}

} // namespace yizhan::test
