// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Error.h"

#include <QCoreApplication>

namespace yizhan {

namespace {
// One pass over the text: a detail that itself contains "%2" (a file may be called so) stays what it is.
QString filled(const char *text, const QStringList &details)
{
    if (!text || !*text)
        return {};
    const QString words = QCoreApplication::translate("Error", text);
    QString out;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const int place = words[i] == u'%' && i + 1 < words.size() ? words[i + 1].unicode() - u'1' : -1;
        if (place >= 0 && place < 9 && place < details.size()) {
            out += details[place];
            ++i;
        } else {
            out += words[i];
        }
    }
    return out;
}
} // namespace

const char *nameOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::WrongKey: return "WrongKey";
    case ErrorKind::Busy: return "Busy";
    case ErrorKind::Corrupt: return "Corrupt";
    case ErrorKind::TooNew: return "TooNew";
    case ErrorKind::DiskFull: return "DiskFull";
    case ErrorKind::Io: return "Io";
    case ErrorKind::Constraint: return "Constraint";
    case ErrorKind::NotFound: return "NotFound";
    case ErrorKind::Conflict: return "Conflict";
    case ErrorKind::Offline: return "Offline";
    case ErrorKind::Auth: return "Auth";
    case ErrorKind::Forbidden: return "Forbidden";
    case ErrorKind::Rejected: return "Rejected";
    case ErrorKind::Protocol: return "Protocol";
    case ErrorKind::Cancelled: return "Cancelled";
    case ErrorKind::Usage: return "Usage";
    }
    return "?";
}

QString Error::toLog() const
{
    return QStringLiteral("%1 %2 [%3]")
        .arg(QLatin1String(text ? text->code : "?"), QLatin1String(nameOf(kind)), details.join(QStringLiteral("; ")));
}

QString inOneLine(const QStringList &sentences)
{
    QString out;
    for (const QString &sentence : sentences) {
        if (!out.isEmpty() && !QStringLiteral("。！？；").contains(out.back())) // these bring their own room
            out += u' ';
        out += sentence;
    }
    return out;
}

QString describe(const Error &error)
{
    if (!error.text)
        return QLatin1String(nameOf(error.kind));
    QStringList parts;
    for (const char *part : {error.text->what, error.text->safe, error.text->todo}) {
        const QString words = filled(part, error.details);
        if (!words.isEmpty())
            parts += words;
    }
    parts += QCoreApplication::translate("Error", "Code %1").arg(QLatin1String(error.text->code));
    return inOneLine(parts);
}

QString describeBriefly(const Error &error)
{
    return error.text ? filled(error.text->what, error.details) : QLatin1String(nameOf(error.kind));
}

} // namespace yizhan
