// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Error.h"

#include <QCoreApplication>

namespace yizhan {

namespace {
QString filled(const char *text, const QStringList &details)
{
    if (!text || !*text)
        return {};
    QString out = QCoreApplication::translate("Error", text);
    for (qsizetype i = 0; i < details.size(); ++i)
        out.replace(QLatin1Char('%') + QString::number(i + 1), details[i]);
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
    return QStringLiteral("%1 %2 [%3]").arg(QLatin1String(text ? text->code : "?"), QLatin1String(nameOf(kind)),
                                            details.join(QStringLiteral("; ")));
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
    return parts.join(QLatin1Char(' '));
}

QString describeBriefly(const Error &error)
{
    return error.text ? filled(error.text->what, error.details) : QLatin1String(nameOf(error.kind));
}

} // namespace yizhan
