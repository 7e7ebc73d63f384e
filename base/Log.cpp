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

QString marked(const QString &line, const QRegularExpression &what, QLatin1String kind)
{
    QString out;
    qsizetype done = 0;
    for (auto it = what.globalMatch(line); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += QStringView(line).sliced(done, match.capturedStart() - done);
        out += QStringLiteral("<%1:%2>").arg(kind).arg(match.capturedView().toUcs4().size());
        done = match.capturedEnd();
    }
    out += QStringView(line).sliced(done);
    return out;
}
} // namespace

QString redact(const QString &line)
{
    QString out = line;
    for (QChar &c : out) // full-width digits hide nothing
        if (c >= u'\uFF10' && c <= u'\uFF19')
            c = QChar(c.unicode() - 0xFF10 + u'0');
    // Eleven digits are too many for a count wherever they stand; seven are when nothing but a permit's letters touches them.
    // Groups with spaces or dashes count only in the shape of a mobile number, so that dates and ids of records stay readable.
    static const QRegularExpression numbers(
        QStringLiteral("(?<![0-9A-Za-z-])1[0-9]{2}[ -][0-9]{4}[ -][0-9]{4}(?![0-9A-Za-z-])"
                       "|[0-9]{11,}[Xx]?|(?<![0-9A-Za-z])[A-Za-z]{0,2}[0-9]{7,}[Xx]?(?![0-9A-Za-z])"));
    // Han characters of the basic plane and of the supplementary planes.
    static const QRegularExpression han(QStringLiteral("[\\x{3400}-\\x{4DBF}\\x{4E00}-\\x{9FFF}\\x{F900}-\\x{FAFF}"
                                                       "\\x{20000}-\\x{3FFFF}]+"));
    return marked(marked(out, numbers, QLatin1String("number")), han, QLatin1String("text"));
}

void installRedactingLog() { qInstallMessageHandler(writeRedacted); }

} // namespace yizhan
