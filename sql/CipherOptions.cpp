// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/CipherOptions.h"

#include "sql/RawKey.h"

#include <QCache>
#include <QRegularExpression>
#include <QStringList>
#include <sqlcipher/sqlite3.h>

namespace yizhan {

namespace {
constexpr int patternsKept = 25;

using Patterns = QCache<QString, QRegularExpression>;

QString textOf(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return QString::fromUtf8(text, sqlite3_value_bytes(value));
}

// SQLite calls regexp(pattern, text) for "text REGEXP pattern".
void regexp(sqlite3_context *context, int count, sqlite3_value **values)
{
    Q_UNUSED(count);
    if (sqlite3_value_type(values[0]) == SQLITE_NULL || sqlite3_value_type(values[1]) == SQLITE_NULL) {
        sqlite3_result_null(context);
        return;
    }
    auto *patterns = static_cast<Patterns *>(sqlite3_user_data(context));
    const QString pattern = textOf(values[0]);
    QRegularExpression *compiled = patterns->object(pattern);
    if (!compiled) {
        compiled = new QRegularExpression(pattern, QRegularExpression::DontCaptureOption);
        patterns->insert(pattern, compiled);
    }
    if (!compiled->isValid()) {
        sqlite3_result_error(context, "not a regular expression", -1);
        return;
    }
    sqlite3_result_int(context, compiled->match(textOf(values[1])).hasMatch() ? 1 : 0);
}

void forgetPatterns(void *patterns) { delete static_cast<Patterns *>(patterns); }
} // namespace

QString CipherOptions::read(const QString &options)
{
    const QStringList parts = options.split(u';', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString option = part.section(u'=', 0, 0).trimmed();
        const QString value = part.section(u'=', 1).trimmed();
        QString name = option;
        if (name.startsWith(QLatin1String("QSQLCIPHER_")))
            name = name.mid(11);
        else if (name.startsWith(QLatin1String("QSQLITE_")))
            name = name.mid(8);
        else if (!name.isEmpty())
            name = QStringLiteral("?");
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        if (name == QLatin1String("BUSY_TIMEOUT") && isNumber && number >= 0)
            busyTimeoutMs = number;
        else if (name == QLatin1String("OPEN_READONLY") && value.isEmpty())
            readOnly = true;
        else if (name == QLatin1String("NO_USE_EXTENDED_RESULT_CODES") && value.isEmpty())
            extendedCodes = false;
        else if (name == QLatin1String("ENABLE_REGEXP") && (value.isEmpty() || (isNumber && number > 0)))
            regexpCacheSize = value.isEmpty() ? patternsKept : number;
        else if (!name.isEmpty())
            return QStringLiteral("unsupported option or value: %1").arg(option); // the value might be a key
    }
    return {};
}

std::optional<QByteArray> keyFromPassword(const QString &password)
{
    QString digits = password;
    if (digits.size() == 2 * RawKey::size + 3 && digits.startsWith(QLatin1String("x'"), Qt::CaseInsensitive)
        && digits.endsWith(u'\''))
        digits = digits.mid(2, 2 * RawKey::size);
    if (digits.isEmpty())
        return QByteArray();
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'); };
    if (digits.size() != 2 * RawKey::size || !std::all_of(digits.begin(), digits.end(), isHex))
        return std::nullopt;
    return QByteArray::fromHex(digits.toLatin1());
}

void addRegexp(sqlite3 *handle, int cacheSize)
{
    sqlite3_create_function_v2(handle, "regexp", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, new Patterns(cacheSize), &regexp,
                               nullptr, nullptr, &forgetPatterns);
}

} // namespace yizhan
