// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Log.h"

#include <QRegularExpression>
#include <cstdio>

namespace yizhan {

namespace {
void writeRedacted(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    const char *level = "info";
    switch (type) {
    case QtDebugMsg: level = "debug"; break;
    case QtInfoMsg: break;
    case QtWarningMsg: level = "warning"; break;
    case QtCriticalMsg: level = "critical"; break;
    case QtFatalMsg: level = "fatal"; break;
    }
    std::fprintf(stderr, "%s: %s\n", level, redact(message).toUtf8().constData());
}
} // namespace

QString redact(const QString &line)
{
    // Han characters of the basic plane and, as surrogate pairs, of the supplementary planes.
    static const QRegularExpression han(QStringLiteral("[\\x{3400}-\\x{4DBF}\\x{4E00}-\\x{9FFF}\\x{F900}-\\x{FAFF}"
                                                       "\\x{20000}-\\x{3FFFF}]+"));
    static const QRegularExpression digits(QStringLiteral("(?<![0-9A-Za-z])[0-9]{7,}[0-9Xx]?(?![0-9A-Za-z])"));
    QString out = line;
    out.replace(digits, QStringLiteral("<number>"));
    out.replace(han, QStringLiteral("<text>"));
    return out;
}

void installRedactingLog() { qInstallMessageHandler(writeRedacted); }

} // namespace yizhan
