// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/CliProcess.h"

#include <QFile>
#include <QJsonDocument>

namespace yizhan {

namespace {
const QString program = QStringLiteral(YIZHAN_CLI);
}

QList<QJsonObject> CliAnswer::objects() const
{
    QList<QJsonObject> all;
    for (const QString &line : out.split(u'\n', Qt::SkipEmptyParts)) {
        const QJsonDocument document = QJsonDocument::fromJson(line.toUtf8());
        if (document.isObject())
            all += document.object();
    }
    return all;
}

QJsonObject CliAnswer::object() const { return objects().value(0); }

CliProcess::CliProcess() { m_passwordFile = write(QStringLiteral("password"), password.toUtf8() + '\n'); }

QString CliProcess::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
    return file.fileName();
}

CliAnswer CliProcess::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.start(program, arguments + QStringList{QStringLiteral("--lang"), QStringLiteral("en")});
    process.write(input);
    process.closeWriteChannel();
    CliAnswer answer;
    if (process.waitForFinished(240'000) && process.exitStatus() == QProcess::NormalExit)
        answer.exit = process.exitCode();
    answer.out = QString::fromUtf8(process.readAllStandardOutput());
    answer.error = QString::fromUtf8(process.readAllStandardError());
    return answer;
}

QStringList CliProcess::withStore(QStringList arguments) const
{
    arguments += {QStringLiteral("--store"), folder(), QStringLiteral("--user"), QStringLiteral("clerk")};
    if (!arguments.contains(QStringLiteral("--password-file")))
        arguments += {QStringLiteral("--password-file"), m_passwordFile};
    if (!arguments.contains(QStringLiteral("--format")))
        arguments += {QStringLiteral("--format"), QStringLiteral("json")};
    return arguments;
}

CliAnswer CliProcess::inStore(const QStringList &arguments, const QByteArray &input) const
{
    return run(withStore(arguments), input);
}

CliAnswer CliProcess::init() const
{
    return inStore({QStringLiteral("init"), QStringLiteral("--office"), QStringLiteral("JO01"), QStringLiteral("--name"),
                    QStringLiteral("Clerk One")});
}

std::unique_ptr<QProcess> CliProcess::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->start(program, withStore(arguments) + QStringList{QStringLiteral("--lang"), QStringLiteral("en")});
    process->waitForStarted();
    return process;
}

std::unique_ptr<QProcess> CliProcess::holdStore() const
{
    auto process = start({QStringLiteral("add"), QStringLiteral("consultation")});
    // its answer to the first line tells that it has the store; then it waits for the next one
    process->write(R"({"received_at":"2026-03-02T09:00:00+08:00","channel":"WEB","category":"01","heads":1,"question":"?"})"
                   "\n");
    process->waitForReadyRead();
    return process;
}

QByteArray sampleDispute()
{
    return R"({"source":"10","dispute_type":"02","place_text":"演示福安村","facts":"院墙排水堵塞，双方多次争执，要求疏通并赔偿。","claims":"疏通排水","occurred_on":"2026-01-05","people_involved":2,"children":[)"
           R"({"kind":"party","type":"NATURAL","role":"APPLICANT","name":"单雨欣","id_type":"111","id_no":"11010519491231002X","phone":"13800138000"},)"
           R"({"kind":"party","type":"NATURAL","role":"RESPONDENT","name":"欧阳建国","id_type":"111","id_no":"440524188001010014"}]})";
}

} // namespace yizhan
