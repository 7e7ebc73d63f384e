// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/CodeList.h"

#include "records/DataFile.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <algorithm>

namespace yizhan {

namespace {
// What every value has; the rest of its members are attributes of the list.
const QStringList &ownMembers()
{
    static const QStringList members{QStringLiteral("code"),        QStringLiteral("zh"),   QStringLiteral("en"),
                                     QStringLiteral("group"),       QStringLiteral("from"), QStringLiteral("to"),
                                     QStringLiteral("replaced_by"), QStringLiteral("basis")};
    return members;
}

// Codes stand in file names, on the command line and between commas.
bool isCode(const QString &code)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$"));
    return form.match(code).hasMatch();
}

Result<CodeValue> readValue(const DataFile &file, const QString &pointer, const QJsonValue &json)
{
    ObjectReader reader(file, pointer, json);
    CodeValue value;
    value.code = reader.text(QStringLiteral("code"));
    value.zh = reader.text(QStringLiteral("zh"));
    value.en = reader.text(QStringLiteral("en"));
    value.group = reader.optionalText(QStringLiteral("group"));
    value.from = reader.optionalDay(QStringLiteral("from"));
    value.to = reader.optionalDay(QStringLiteral("to"));
    value.replacedBy = reader.optionalText(QStringLiteral("replaced_by"));
    value.basis = reader.optionalText(QStringLiteral("basis"));
    if (!value.code.isEmpty() && !isCode(value.code))
        reader.refuse(QStringLiteral("code"), text::memberWrong, {QStringLiteral("code")});
    if (value.from && value.to && *value.to < *value.from)
        reader.refuse(QStringLiteral("to"), text::spanBackwards, {value.code});
    const QString pattern = QStringLiteral("regex");
    if (reader.has(pattern) && !QRegularExpression(reader.text(pattern)).isValid())
        reader.refuse(pattern, text::patternBroken, {value.code});
    value.attributes = reader.object();
    for (const QString &member : ownMembers())
        value.attributes.remove(member);
    if (reader.fault())
        return *reader.fault();
    return value;
}

// The fault of a successor that is not in the list or leads back to where it began.
std::optional<Error> checkSuccessors(const DataFile &file, const QString &pointer, const CodeList &list)
{
    for (std::size_t i = 0; i < list.values.size(); ++i) {
        const QString place = QStringLiteral("%1/values/%2/replaced_by").arg(pointer).arg(i);
        const CodeValue *at = &list.values[i];
        for (std::size_t steps = 0; !at->replacedBy.isEmpty(); ++steps) {
            const CodeValue *next = list.find(at->replacedBy);
            if (!next)
                return file.fault(place, text::referenceUnknown, {QStringLiteral("replaced_by"), at->replacedBy.left(40)});
            if (steps > list.values.size())
                return file.fault(place, text::replacedInCircle, {list.values[i].code});
            at = next;
        }
    }
    return std::nullopt;
}

Result<CodeList> readList(const DataFile &file, const QString &id, const QJsonValue &json)
{
    const QString pointer = QStringLiteral("/lists/") + id;
    ObjectReader reader(file, pointer, json);
    CodeList list;
    list.id = id;
    list.zh = reader.text(QStringLiteral("zh"));
    list.en = reader.text(QStringLiteral("en"));
    list.basis = reader.optionalText(QStringLiteral("basis"));
    list.certainty = reader.optionalText(QStringLiteral("certainty"));
    list.closed = reader.flag(QStringLiteral("closed"));
    const QJsonArray values = reader.array(QStringLiteral("values"));
    if (!isCode(id))
        reader.refuse(QString(), text::memberWrong, {id.left(40)});
    if (reader.fault())
        return *reader.fault();
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QString place = QStringLiteral("%1/values/%2").arg(pointer).arg(i);
        auto value = readValue(file, place, values[i]);
        if (!value)
            return value.error();
        if (list.byCode.contains(value->code))
            return file.fault(place, text::idTwice, {value->code});
        list.byCode.insert(value->code, list.values.size());
        list.values.push_back(std::move(*value));
    }
    if (const auto fault = checkSuccessors(file, pointer, list))
        return *fault;
    return list;
}
} // namespace

const CodeValue *CodeList::find(QStringView code) const
{
    constexpr std::size_t shortList = 24; // up to here looking at each is quicker than making a key for the table
    if (values.size() <= shortList) {
        const auto at = std::find_if(values.begin(), values.end(),
                                     [code](const CodeValue &value) { return value.code == code; });
        return at == values.end() ? nullptr : &*at;
    }
    const auto found = byCode.constFind(code.toString());
    return found == byCode.cend() ? nullptr : &values[found.value()];
}

Result<CodeCatalog> CodeCatalog::fromJson(const QString &fileName, const QByteArray &json)
{
    const auto file = DataFile::parse(fileName, json);
    if (!file)
        return file.error();
    return fromFile(*file, json);
}

Result<CodeCatalog> CodeCatalog::fromFile(const DataFile &file, const QByteArray &json)
{
    ObjectReader top(file, QString(), file.root());
    const QString key = QStringLiteral("lists");
    if (!top.has(key))
        top.refuse(QString(), text::memberMissing, {key});
    const QJsonObject lists = top.optionalObject(key);
    if (top.fault())
        return *top.fault();
    CodeCatalog out;
    for (auto entry = lists.begin(); entry != lists.end(); ++entry) {
        auto list = readList(file, entry.key(), entry.value());
        if (!list)
            return list.error();
        out.m_lists.insert(entry.key(), std::move(*list));
    }
    out.m_fingerprint = QCryptographicHash::hash(json, QCryptographicHash::Sha256);
    return out;
}

Result<CodeCatalog> CodeCatalog::withListsOf(const CodeCatalog &other, const DataFile &otherFile) const
{
    CodeCatalog out = *this;
    for (auto entry = other.m_lists.cbegin(); entry != other.m_lists.cend(); ++entry) {
        CodeList replacement = entry.value();
        const auto known = m_lists.constFind(entry.key());
        const QString pointer = QStringLiteral("/lists/") + entry.key();
        if (known != m_lists.cend()) {
            for (const CodeValue &value : known->values) {
                if (!replacement.find(value.code))
                    return otherFile.fault(pointer, text::codeDropped, {entry.key(), value.code});
            }
            for (std::size_t i = 0; known->closed && i < replacement.values.size(); ++i) {
                const QString &code = replacement.values[i].code;
                if (!known->find(code))
                    return otherFile.fault(QStringLiteral("%1/values/%2").arg(pointer).arg(i), text::listClosed,
                                           {entry.key(), code});
            }
            replacement.closed = known->closed;
        }
        out.m_lists.insert(entry.key(), replacement);
    }
    out.m_fingerprint = QCryptographicHash::hash(m_fingerprint + other.m_fingerprint, QCryptographicHash::Sha256);
    return out;
}

Result<CodeCatalog> CodeCatalog::withJson(const QString &fileName, const QByteArray &json) const
{
    const auto file = DataFile::parse(fileName, json);
    if (!file)
        return file.error();
    const auto read = fromFile(*file, json);
    if (!read)
        return read.error();
    return withListsOf(*read, *file);
}

const CodeList *CodeCatalog::list(const QString &listId) const
{
    const auto found = m_lists.constFind(listId);
    return found == m_lists.cend() ? nullptr : &found.value();
}

QStringList CodeCatalog::listIds() const
{
    QStringList ids = m_lists.keys();
    ids.sort();
    return ids;
}

const CodeValue *CodeCatalog::value(const QString &listId, QStringView code) const
{
    const CodeList *found = list(listId);
    return found ? found->find(code) : nullptr;
}

QString CodeCatalog::label(const QString &listId, const QString &code, const QString &language) const
{
    const CodeValue *found = value(listId, code);
    return found ? found->label(language) : code;
}

std::vector<const CodeValue *> CodeCatalog::values(const QString &listId, std::optional<Day> onDay) const
{
    std::vector<const CodeValue *> out;
    if (const CodeList *found = list(listId)) {
        for (const CodeValue &value : found->values) {
            if (value.inForce(onDay))
                out.push_back(&value);
        }
    }
    return out;
}

bool CodeCatalog::isValid(const QString &listId, QStringView code, std::optional<Day> onDay) const
{
    const CodeValue *found = value(listId, code);
    return found && found->inForce(onDay);
}

QJsonValue CodeCatalog::attribute(const QString &listId, QStringView code, const QString &key) const
{
    const CodeValue *found = value(listId, code);
    return found ? found->attributes.value(key) : QJsonValue();
}

QString CodeCatalog::current(const QString &listId, const QString &code) const
{
    const CodeValue *at = value(listId, code);
    while (at && !at->replacedBy.isEmpty())
        at = value(listId, at->replacedBy);
    return at ? at->code : code;
}

QStringList CodeCatalog::codesWith(const QString &listId, const QString &key, const QString &text) const
{
    QStringList out;
    for (const CodeValue *value : values(listId)) {
        if (value->attributes.value(key).toString() == text)
            out += value->code;
    }
    return out;
}

} // namespace yizhan
