// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/BenchTable.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSysInfo>
#include <QThread>
#include <algorithm>
#include <cstdio>

namespace yizhan {

namespace {
void printRow(const QString &a, const QString &b, const QString &c, const QString &d, const QString &e, const QString &f)
{
    std::printf("%s\n", (a.leftJustified(58) + u' ' + b.leftJustified(14) + u' ' + c.rightJustified(14) + u' '
                         + d.rightJustified(14) + u' ' + e.rightJustified(12) + u' ' + f)
                            .toUtf8()
                            .constData());
    std::fflush(stdout);
}
} // namespace

double Sample::percentile(int percent) const
{
    if (m_values.empty())
        return 0;
    std::vector<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    const std::size_t at = std::min(sorted.size() - 1, sorted.size() * static_cast<std::size_t>(percent) / 100);
    return sorted[at];
}

void printHead()
{
    std::printf("%s\n", machineName().toUtf8().constData());
    printRow(QStringLiteral("what"), QStringLiteral("on"), QStringLiteral("measured"), QStringLiteral("target"),
             QStringLiteral("ratio"), QString());
}

void BenchTable::add(Figure figure)
{
    figure.group = m_group;
    printRow(figure.group + QStringLiteral(": ") + figure.what, figure.on, figure.measured, figure.target, figure.ratio,
             figure.good ? (*figure.good ? QStringLiteral("ok") : QStringLiteral("MISS")) : QString());
    m_figures.push_back(std::move(figure));
}

void BenchTable::addMs(const QString &what, const QString &on, double ms, std::optional<double> targetMs, const QString &ratio)
{
    Figure figure;
    figure.what = what;
    figure.on = on;
    figure.measured = QStringLiteral("%1 ms").arg(ms, 0, 'f', ms < 10 ? 2 : 0);
    figure.ratio = ratio;
    if (targetMs) {
        figure.target = QStringLiteral("<= %1 ms").arg(*targetMs);
        figure.good = ms <= *targetMs;
    }
    add(std::move(figure));
}

bool writeJson(const QString &file, const std::vector<Figure> &figures)
{
    QJsonArray rows;
    for (const Figure &figure : figures) {
        rows.append(QJsonObject{{QStringLiteral("group"), figure.group},
                                {QStringLiteral("what"), figure.what},
                                {QStringLiteral("on"), figure.on},
                                {QStringLiteral("measured"), figure.measured},
                                {QStringLiteral("target"), figure.target},
                                {QStringLiteral("ratio"), figure.ratio},
                                {QStringLiteral("good"), figure.good ? QJsonValue(*figure.good) : QJsonValue()}});
    }
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return false;
    const QJsonObject all{{QStringLiteral("machine"), machineName()}, {QStringLiteral("figures"), rows}};
    return out.write(QJsonDocument(all).toJson()) > 0;
}

QString machineName()
{
    QString processor = QSysInfo::currentCpuArchitecture();
    QFile cpu(QStringLiteral("/proc/cpuinfo"));
    if (cpu.open(QIODevice::ReadOnly)) {
        static const QRegularExpression model(QStringLiteral("model name\\s*:\\s*(.+)"));
        const auto match = model.match(QString::fromUtf8(cpu.readAll()));
        if (match.hasMatch())
            processor = match.captured(1).trimmed();
    }
    return QStringLiteral("%1, %2 cores, %3, Qt %4")
        .arg(QSysInfo::prettyProductName())
        .arg(QThread::idealThreadCount())
        .arg(processor, QLatin1String(qVersion()));
}

std::int64_t residentBytes(std::int64_t process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process == 0 ? QStringLiteral("self") : QString::number(process)));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    static const QRegularExpression rss(QStringLiteral("VmRSS:\\s*(\\d+) kB"));
    const auto match = rss.match(QString::fromLatin1(status.readAll()));
    return match.hasMatch() ? match.captured(1).toLongLong() * 1024 : 0;
}

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace yizhan
