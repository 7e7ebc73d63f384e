// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/NumberTable.h"

#include "records/DataFile.h"
#include "records/Identifier.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSet>

namespace yizhan {

namespace {
const QStringList &places()
{
    static const QStringList names{QStringLiteral("yyyy"),   QStringLiteral("mm"),        QStringLiteral("dd"),
                                   QStringLiteral("n"),      QStringLiteral("city"),      QStringLiteral("district"),
                                   QStringLiteral("office"), QStringLiteral("office_id"), QStringLiteral("station"),
                                   QStringLiteral("word")};
    return names;
}

const QRegularExpression &placeForm()
{
    static const QRegularExpression form(QStringLiteral("\\{([a-z_]+)\\}"));
    return form;
}

void checkPattern(ObjectReader &reader, const QString &key, const QString &pattern)
{
    for (auto match = placeForm().globalMatch(pattern); match.hasNext();) {
        const QString place = match.next().captured(1);
        if (!places().contains(place))
            reader.refuse(key, text::wordUnknown, {key, place.left(40)});
    }
    if (!pattern.isEmpty() && !pattern.contains(QLatin1String("{n}")))
        reader.refuse(key, text::patternBroken, {key});
}

QString padded(qint64 number, int width) { return QStringLiteral("%1").arg(number, width, 10, QLatin1Char('0')); }

QString filled(const QString &pattern, const NumberSeries &series, const NumberFacts &facts)
{
    QString out = pattern;
    const std::pair<const char *, QString> values[] = {
        {"{yyyy}", padded(facts.day.year(), 4)},
        {"{mm}", padded(facts.day.month(), 2)},
        {"{dd}", padded(facts.day.dayOfMonth(), 2)},
        {"{n}", padded(facts.serial, series.width)},
        {"{city}", facts.city},
        {"{district}", facts.district},
        {"{office}", facts.office},
        {"{office_id}", facts.officeId},
        {"{station}", padded(facts.station, 2)},
        {"{word}", facts.word},
    };
    for (const auto &[place, value] : values)
        out.replace(QLatin1String(place), value);
    return out;
}
} // namespace

Result<NumberTable> NumberTable::fromJson(const QString &fileName, const QByteArray &json)
{
    const auto file = DataFile::parse(fileName, json);
    if (!file)
        return file.error();
    ObjectReader top(*file, QString(), file->root());
    const QJsonArray list = top.array(QStringLiteral("series"));
    if (top.fault())
        return *top.fault();
    NumberTable out;
    for (qsizetype i = 0; i < list.size(); ++i) {
        ObjectReader reader(*file, QStringLiteral("/series/%1").arg(i), list[i]);
        NumberSeries series;
        series.id = reader.text(QStringLiteral("id"));
        series.nameZh = reader.text(QStringLiteral("zh"));
        series.nameEn = reader.text(QStringLiteral("en"));
        series.pattern = reader.text(QStringLiteral("pattern"));
        series.provisional = reader.optionalText(QStringLiteral("provisional"));
        const QStringList sources{QStringLiteral("server"), QStringLiteral("lease"), QStringLiteral("local")};
        series.source = static_cast<NumberSource>(reader.word(QStringLiteral("source"), sources));
        series.reset = static_cast<NumberReset>(
            reader.word(QStringLiteral("reset"), {QStringLiteral("year"), QStringLiteral("day")}));
        series.width = reader.optionalNumber(QStringLiteral("width"), 0, 12, 0);
        series.scope = reader.texts(QStringLiteral("scope"));
        series.wordList = reader.optionalText(QStringLiteral("word_list"));
        checkPattern(reader, QStringLiteral("pattern"), series.pattern);
        checkPattern(reader, QStringLiteral("provisional"), series.provisional);
        for (const QString &part : std::as_const(series.scope)) {
            if (!QStringList{QStringLiteral("office"), QStringLiteral("station"), QStringLiteral("word")}.contains(part))
                reader.refuse(QStringLiteral("scope"), text::wordUnknown, {QStringLiteral("scope"), part.left(40)});
        }
        if (out.m_byId.contains(series.id))
            reader.refuse(QStringLiteral("id"), text::idTwice, {series.id});
        if (reader.fault())
            return *reader.fault();
        out.m_byId.insert(series.id, out.m_series.size());
        out.m_series.push_back(std::move(series));
    }
    out.m_fingerprint = QCryptographicHash::hash(json, QCryptographicHash::Sha256);
    return out;
}

const NumberSeries *NumberTable::find(QStringView id) const
{
    const auto found = m_byId.constFind(id.toString());
    return found == m_byId.cend() ? nullptr : &m_series[found.value()];
}

QString formatNumber(const NumberSeries &series, const NumberFacts &facts) { return filled(series.pattern, series, facts); }

QString formatProvisionalNumber(const NumberSeries &series, const NumberFacts &facts)
{
    return filled(series.provisional, series, facts);
}

QString counterKey(const NumberSeries &series, const NumberFacts &facts)
{
    QString key = series.id + QLatin1Char('/')
                  + (series.reset == NumberReset::Day ? facts.day.toIso() : QString::number(facts.day.year()));
    for (const QString &part : series.scope) {
        key += QLatin1Char('/');
        if (part == QLatin1String("office"))
            key += facts.officeId;
        else if (part == QLatin1String("station"))
            key += QString::number(facts.station);
        else
            key += facts.word;
    }
    return key;
}

bool isProvisionalNumber(QStringView number) { return number.startsWith(QLatin1String("P-")); }

NumberParts partsOfNumber(QStringView number)
{
    static const QRegularExpression digits(QStringLiteral("[0-9]+"));
    const QString plain = normaliseIdentifier(number.left(200));
    NumberParts parts;
    for (auto match = digits.globalMatch(plain); match.hasNext();) {
        const QString run = match.next().captured();
        if (parts.year == 0 && run.size() >= 4) {
            const int year = run.left(4).toInt();
            if (year >= 1900 && year <= 2200) {
                parts.year = year;
                if (run.size() == 4)
                    continue;
            }
        }
        parts.serial = run.size() <= 18 ? run.toLongLong() : 0;
    }
    return parts;
}

} // namespace yizhan
