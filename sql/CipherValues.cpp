// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/CipherValues.h"

#include "sql/SqlText.h"
#include "sql/SqliteValue.h"

#include <QDateTime>
#include <QUuid>
#include <limits>
#include <sqlcipher/sqlite3.h>

namespace yizhan {

namespace {
QString timeText(QTime time) { return time.toString(u"hh:mm:ss.zzz"); }

// ISO 8601 where the type has a form of its own, otherwise Qt's text for it.
QString textOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QDateTime: return value.toDateTime().toString(Qt::ISODateWithMs);
    case QMetaType::QDate: return value.toDate().toString(Qt::ISODate);
    case QMetaType::QTime: return timeText(value.toTime());
    default: return value.toString();
    }
}

enum class Storage { Integer, Real, Text, Blob, None };

Storage storageOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::SChar:
    case QMetaType::UChar:
    case QMetaType::Short:
    case QMetaType::UShort:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::LongLong: return Storage::Integer;
    case QMetaType::ULong:
    case QMetaType::ULongLong: // beyond SQLite's integers only a text keeps every digit
        return value.toULongLong() <= quint64(std::numeric_limits<qint64>::max()) ? Storage::Integer : Storage::Text;
    case QMetaType::Float:
    case QMetaType::Double: return Storage::Real;
    case QMetaType::QByteArray: return Storage::Blob;
    default: return value.canConvert<QString>() ? Storage::Text : Storage::None;
    }
}
} // namespace

bool isNullVariant(const QVariant &value)
{
    if (value.isNull())
        return true;
    switch (value.typeId()) {
    case QMetaType::QString: return value.toString().isNull();
    case QMetaType::QByteArray: return value.toByteArray().isNull();
    case QMetaType::QDateTime: return value.toDateTime().isNull();
    case QMetaType::QDate: return value.toDate().isNull();
    case QMetaType::QTime: return value.toTime().isNull();
    case QMetaType::QUuid: return value.toUuid().isNull();
    default: return false;
    }
}

int bindVariant(sqlite3_stmt *statement, int index, const QVariant &value)
{
    if (isNullVariant(value))
        return sqlite3_bind_null(statement, index);
    switch (storageOf(value)) {
    case Storage::Integer: return sqlite3_bind_int64(statement, index, value.toLongLong());
    case Storage::Real: return sqlite3_bind_double(statement, index, value.toDouble());
    case Storage::Blob: return bindBlob(statement, index, value.toByteArray());
    case Storage::Text: return bindText(statement, index, textOf(value));
    case Storage::None: break;
    }
    return SQLITE_MISMATCH;
}

QVariant columnVariant(sqlite3_stmt *statement, int column, QSql::NumericalPrecisionPolicy policy)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER: return qint64(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
        if (policy == QSql::LowPrecisionInt32)
            return sqlite3_column_int(statement, column);
        if (policy == QSql::LowPrecisionInt64)
            return qint64(sqlite3_column_int64(statement, column));
        return sqlite3_column_double(statement, column);
    case SQLITE_BLOB: return columnBlob(statement, column).toByteArray();
    case SQLITE_NULL: return QVariant(QMetaType::fromType<QString>());
    default: return columnText(statement, column);
    }
}

QString literalOf(const QVariant &value, bool trimStrings)
{
    if (isNullVariant(value))
        return QStringLiteral("NULL");
    switch (storageOf(value)) {
    case Storage::Integer: return QString::number(value.toLongLong());
    case Storage::Real: return QString::number(value.toDouble(), 'g', 17);
    case Storage::Blob: return QLatin1String("x'") + QLatin1String(value.toByteArray().toHex()) + QLatin1Char('\'');
    case Storage::Text: break;
    case Storage::None: return QStringLiteral("NULL");
    }
    QString text = textOf(value);
    while (trimStrings && !text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return quoteLiteral(text);
}

QMetaType typeOfDeclaration(const QString &declaration)
{
    const qsizetype bracket = declaration.indexOf(u'(');
    const QString name = declaration.left(bracket).trimmed().toLower();
    const auto isOneOf = [&name](std::initializer_list<const char *> names) {
        return std::any_of(names.begin(), names.end(), [&](const char *one) { return name == QLatin1String(one); });
    };
    if (isOneOf({"integer", "int", "tinyint", "smallint", "mediumint", "int2"}))
        return QMetaType::fromType<int>();
    if (isOneOf({"bigint", "int8", "unsigned big int"}))
        return QMetaType::fromType<qint64>();
    if (isOneOf({"double", "double precision", "float", "real", "numeric", "decimal"}))
        return QMetaType::fromType<double>();
    if (isOneOf({"blob"}))
        return QMetaType::fromType<QByteArray>();
    if (isOneOf({"boolean", "bool"}))
        return QMetaType::fromType<bool>();
    return QMetaType::fromType<QString>();
}

} // namespace yizhan
