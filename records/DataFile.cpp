// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/DataFile.h"

#include "base/JsonFault.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>
#include <QStringDecoder>
#include <cmath>
#include <cstring>

namespace yizhan {

namespace {
constexpr qsizetype largestFile = qsizetype{16} * 1024 * 1024;

int lineAt(const QByteArray &bytes, qsizetype offset)
{
    return 1 + static_cast<int>(QByteArrayView(bytes).first(qBound(qsizetype{0}, offset, bytes.size())).count('\n'));
}

QString step(const QString &pointer, const QString &key)
{
    QString escaped = key;
    escaped.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
    return pointer + QLatin1Char('/') + escaped;
}

// Walks text that QJsonDocument has already accepted and tells where each value begins; so it need not judge syntax again.
class Walker
{
public:
    Walker(const QByteArray &bytes, const QString &wanted) : m_bytes(bytes), m_wanted(wanted) {}

    void run() { value(QString(), -1); }
    qsizetype bestOffset() const { return m_best; }
    // The first key that stands twice in one object, and where.
    const QString &doubledKey() const { return m_doubledKey; }
    qsizetype doubledOffset() const { return m_doubledOffset; }

private:
    void blanks()
    {
        while (m_at < m_bytes.size()
               && (m_bytes[m_at] == ' ' || m_bytes[m_at] == '\n' || m_bytes[m_at] == '\r' || m_bytes[m_at] == '\t'))
            ++m_at;
    }

    QByteArray quoted()
    {
        const qsizetype begin = m_at++;
        while (m_at < m_bytes.size() && m_bytes[m_at] != '"')
            m_at += m_bytes[m_at] == '\\' ? 2 : 1;
        ++m_at;
        return m_bytes.mid(begin, m_at - begin);
    }

    QString keyText()
    {
        const QByteArray raw = quoted();
        if (!raw.contains('\\'))
            return QString::fromUtf8(raw.sliced(1).chopped(1));
        // Through the real parser, so that escapes mean what they mean.
        return QJsonDocument::fromJson('[' + raw + ']').array().first().toString();
    }

    void value(const QString &pointer, qsizetype keyOffset)
    {
        blanks();
        const qsizetype begin = keyOffset >= 0 ? keyOffset : m_at;
        if (pointer.size() >= m_bestLength
            && (m_wanted == pointer || (m_wanted.startsWith(pointer) && m_wanted[pointer.size()] == QLatin1Char('/')))) {
            m_best = begin;
            m_bestLength = pointer.size();
        }
        const char c = m_at < m_bytes.size() ? m_bytes[m_at] : '\0';
        if (c == '{')
            object(pointer);
        else if (c == '[')
            array(pointer);
        else if (c == '"')
            quoted();
        else
            while (m_at < m_bytes.size() && !std::strchr(",]} \n\r\t", m_bytes[m_at]))
                ++m_at;
    }

    void object(const QString &pointer)
    {
        QSet<QString> keys;
        ++m_at;
        blanks();
        while (m_at < m_bytes.size() && m_bytes[m_at] != '}') {
            const qsizetype offset = m_at;
            const QString key = keyText();
            if (keys.contains(key) && m_doubledOffset < 0) {
                m_doubledKey = key;
                m_doubledOffset = offset;
            }
            keys.insert(key);
            blanks();
            ++m_at; // the colon
            value(step(pointer, key), offset);
            separator();
        }
        ++m_at;
    }

    void array(const QString &pointer)
    {
        ++m_at;
        blanks();
        for (int i = 0; m_at < m_bytes.size() && m_bytes[m_at] != ']'; ++i) {
            value(step(pointer, QString::number(i)), -1);
            separator();
        }
        ++m_at;
    }

    void separator()
    {
        blanks();
        if (m_at < m_bytes.size() && m_bytes[m_at] == ',')
            ++m_at;
        blanks();
    }

    const QByteArray &m_bytes;
    const QString &m_wanted;
    qsizetype m_at = 0;
    qsizetype m_best = 0;
    qsizetype m_bestLength = 0;
    QString m_doubledKey;
    qsizetype m_doubledOffset = -1;
};
} // namespace

Result<DataFile> DataFile::parse(const QString &fileName, const QByteArray &bytes)
{
    DataFile file;
    file.m_fileName = fileName;
    file.m_bytes = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder.decode(file.m_bytes.first(qMin(file.m_bytes.size(), largestFile)));
    Q_UNUSED(decoded)
    if (bytes.size() > largestFile || decoder.hasError())
        return Error(ErrorKind::Corrupt, text::fileTooLarge, {fileName, QStringLiteral("1")});
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(file.m_bytes, &parseError);
    if (parseError.error != QJsonParseError::NoError || !document.isObject()) {
        const QString reason = parseError.error == QJsonParseError::NoError
                                   ? QCoreApplication::translate("Json", "an object is expected")
                                   : jsonFaultText(parseError);
        const int line = lineAt(file.m_bytes, parseError.error == QJsonParseError::NoError ? 0 : parseError.offset);
        return Error(ErrorKind::Corrupt, text::fileNotJson, {fileName, QString::number(line), reason});
    }
    const QString nowhere;
    Walker walker(file.m_bytes, nowhere);
    walker.run();
    if (walker.doubledOffset() >= 0) {
        return Error(ErrorKind::Corrupt, text::keyTwice,
                     {fileName, QString::number(lineAt(file.m_bytes, walker.doubledOffset())), walker.doubledKey()});
    }
    file.m_root = document.object();
    return file;
}

int DataFile::lineOf(const QString &pointer) const
{
    Walker walker(m_bytes, pointer);
    walker.run();
    return lineAt(m_bytes, walker.bestOffset());
}

Error DataFile::fault(const QString &pointer, const ErrorText &text, const QStringList &more) const
{
    return Error(ErrorKind::Corrupt, text, QStringList{m_fileName, QString::number(lineOf(pointer))} + more);
}

ObjectReader::ObjectReader(const DataFile &file, QString pointer, const QJsonValue &value)
    : m_file(file), m_pointer(std::move(pointer)), m_object(value.toObject())
{
    if (!value.isObject())
        m_fault = m_file.fault(m_pointer, text::memberWrong, {m_pointer.section(QLatin1Char('/'), -1)});
}

QString ObjectReader::pointerTo(const QString &key) const { return key.isEmpty() ? m_pointer : step(m_pointer, key); }

void ObjectReader::refuse(const QString &key, const ErrorText &text, const QStringList &more)
{
    if (!m_fault)
        m_fault = m_file.fault(pointerTo(key), text, more);
}

bool ObjectReader::expect(const QString &key, bool fits)
{
    if (!has(key))
        refuse(key, text::memberMissing, {key});
    else if (!fits)
        refuse(key, text::memberWrong, {key});
    return has(key) && fits;
}

QString ObjectReader::text(const QString &key)
{
    QString words = m_object.value(key).toString();
    expect(key, !words.isEmpty());
    return words;
}

QString ObjectReader::optionalText(const QString &key)
{
    if (has(key) && !m_object.value(key).isString())
        refuse(key, text::memberWrong, {key});
    return m_object.value(key).toString();
}

int ObjectReader::number(const QString &key, int low, int high)
{
    const double read = m_object.value(key).toDouble(std::nan(""));
    const bool fits = read >= low && read <= high && std::floor(read) >= read;
    return expect(key, fits) ? static_cast<int>(read) : low;
}

int ObjectReader::optionalNumber(const QString &key, int low, int high, int otherwise)
{
    return has(key) ? number(key, low, high) : otherwise;
}

bool ObjectReader::flag(const QString &key)
{
    if (has(key) && !m_object.value(key).isBool())
        refuse(key, text::memberWrong, {key});
    return m_object.value(key).toBool();
}

std::optional<Day> ObjectReader::optionalDay(const QString &key)
{
    if (!has(key))
        return std::nullopt;
    const auto day = Day::fromIso(m_object.value(key).toString());
    if (!day)
        refuse(key, text::dayImpossible, {m_object.value(key).toString().left(20)});
    return day;
}

QStringList ObjectReader::texts(const QString &key)
{
    QStringList out;
    const QJsonArray list = optionalArray(key);
    for (const auto &entry : list) {
        if (!entry.isString() || entry.toString().isEmpty())
            refuse(key, text::memberWrong, {key});
        out += entry.toString();
    }
    return out;
}

QJsonArray ObjectReader::array(const QString &key)
{
    expect(key, m_object.value(key).isArray());
    return m_object.value(key).toArray();
}

QJsonArray ObjectReader::optionalArray(const QString &key) { return has(key) ? array(key) : QJsonArray(); }

QJsonObject ObjectReader::optionalObject(const QString &key)
{
    if (has(key))
        expect(key, m_object.value(key).isObject());
    return m_object.value(key).toObject();
}

int ObjectReader::word(const QString &key, const QStringList &words)
{
    const QString found = text(key);
    const qsizetype at = words.indexOf(found);
    if (at < 0 && !found.isEmpty())
        refuse(key, text::wordUnknown, {key, found.left(40)});
    return static_cast<int>(qMax(at, qsizetype{0}));
}

} // namespace yizhan
