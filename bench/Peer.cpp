// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/Peer.h"

#include "bench/BenchStation.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace yizhan {

namespace {

constexpr int installMs = 5 * 60 * 1000;
constexpr int measureMs = 30 * 60 * 1000;
const QString sources = QStringLiteral("bench/peers/pouchdb"); // benchmarks run where the sources are

// What the program printed; nothing if it is not there or failed.
std::optional<QByteArray> run(const QString &program, const QStringList &arguments, const QString &folder, int ms)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForStarted())
        return std::nullopt;
    const bool ended = runUntil([&] { return process.state() == QProcess::NotRunning; }, ms);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return std::nullopt;
    return process.readAllStandardOutput();
}

PeerFigures none(const char *why)
{
    PeerFigures figures;
    figures.missing = QString::fromLatin1(why);
    return figures;
}

} // namespace

PeerFigures measurePeer(const QString &folder, const QString &documents)
{
    const QString place = QFileInfo(folder).absoluteFilePath();
    QDir().mkpath(place);
    for (const char *name : {"measure.js", "package.json"}) {
        const QString file = place + u'/' + QLatin1String(name);
        QFile::remove(file);
        if (!QFile::copy(sources + u'/' + QLatin1String(name), file))
            return none("no peer there");
    }
    if (!QFile::exists(place + QStringLiteral("/node_modules/pouchdb"))
        && !run(QStringLiteral("npm"),
                {QStringLiteral("install"), QStringLiteral("--no-package-lock"), QStringLiteral("--no-audit"),
                 QStringLiteral("--no-fund"), QStringLiteral("--silent")},
                place, installMs))
        return none("npm is missing");
    const QString data = place + QStringLiteral("/data");
    QDir(data).removeRecursively();
    QDir().mkpath(data);
    const auto printed = run(QStringLiteral("node"),
                             {QStringLiteral("measure.js"), QFileInfo(documents).absoluteFilePath(), data}, place, measureMs);
    QDir(data).removeRecursively();
    const QJsonObject object = printed ? QJsonDocument::fromJson(*printed).object() : QJsonObject();
    if (object.isEmpty())
        return none("node is missing");
    const auto number = [&object](const char *name) { return object.value(QLatin1String(name)).toDouble(); };
    PeerFigures figures;
    figures.documents = number("documents");
    figures.push = number("push_per_s");
    figures.pull = number("pull_per_s");
    figures.p50 = number("change_ms_p50");
    figures.p95 = number("change_ms_p95");
    figures.client = number("client_bytes");
    figures.server = number("server_bytes");
    return figures;
}

} // namespace yizhan
