// SPDX-License-Identifier: GPL-3.0-or-later
// Reading calendars: the JSON file of all years and the table of one notice.
#include "records/DataFile.h"
#include "records/WorkCalendar.h"

#include <QStringDecoder>
#include <algorithm>

namespace yizhan {

namespace {
constexpr int firstYear = 1949;
constexpr int lastYear = 2200;

const QString weekdayLetters = QStringLiteral("一二三四五六日");

bool isWeekendDay(Day day) { return day.weekday() >= 6; }

// A notice lists days of its own year; New Year may take in the last days of December before.
bool belongsTo(Day day, int year) { return day.year() == year || (day.year() == year - 1 && day.month() == 12); }
} // namespace

class CalendarReader
{
public:
    std::optional<Error> readYear(const DataFile &file, int year, const QJsonValue &value)
    {
        const QString pointer = QStringLiteral("/years/%1").arg(year);
        ObjectReader reader(file, pointer, value);
        WorkCalendar::Year entry;
        entry.published = reader.text(QStringLiteral("status")) == QLatin1String("published");
        const QString key = entry.published ? QStringLiteral("days") : QStringLiteral("fallback_statutory_only");
        const QJsonArray days = entry.published ? reader.array(key) : reader.optionalArray(key);
        if (reader.fault())
            return reader.fault();
        if (entry.published && days.isEmpty())
            return file.fault(pointer, text::yearWithoutDays, {QString::number(year)});
        for (qsizetype i = 0; i < days.size(); ++i) {
            ObjectReader dayReader(file, QStringLiteral("%1/%2/%3").arg(pointer, key).arg(i), days[i]);
            if (const auto fault = readDay(dayReader, year, entry))
                return fault;
        }
        m_calendar.m_years.insert(year, entry);
        return entry.published ? checkCounts(file, year, reader) : std::nullopt;
    }

    // One row of a table; the year is that of the date.
    std::optional<Error> readRow(const QString &fileName, int line, const QStringList &cells)
    {
        const auto refuse = [&](const ErrorText &text, const QStringList &more) {
            return Error(ErrorKind::Corrupt, text, QStringList{fileName, QString::number(line)} + more);
        };
        const auto day = Day::fromIso(cells[0]);
        if (!day)
            return refuse(text::dayImpossible, {cells[0].left(20)});
        const QString type = cells[1].toUpper();
        if (type == QLatin1String("WORK") || type == QLatin1String("WEEKEND"))
            return isWeekendDay(*day) == (type == QLatin1String("WEEKEND"))
                       ? std::optional<Error>()
                       : refuse(text::wordUnknown, {QStringLiteral("type"), type});
        if (type != QLatin1String("HOLIDAY") && type != QLatin1String("MAKEUP"))
            return refuse(text::wordUnknown, {QStringLiteral("type"), cells[1].left(20)});
        const bool makeUp = type == QLatin1String("MAKEUP");
        if (makeUp && !isWeekendDay(*day))
            return refuse(text::makeUpNotWeekend, {cells[0]});
        WorkCalendar::Year &year = m_calendar.m_years[day->year()];
        year.published = true;
        if (year.days.contains(day->sinceEpoch))
            return refuse(text::dayTwice, {cells[0]});
        year.days.insert(day->sinceEpoch, {makeUp ? DayKind::MakeUp : DayKind::Holiday, cells[2], {}});
        return std::nullopt;
    }

    WorkCalendar finish()
    {
        m_calendar.rebuild();
        return m_calendar;
    }

    // Rows of one December belong to the notice of the year after, if that is in the table too.
    void joinDecembers()
    {
        const QList<int> years = m_calendar.m_years.keys();
        for (const int year : years) {
            const auto &days = m_calendar.m_years[year].days;
            const bool onlyDecember = std::all_of(days.keyBegin(), days.keyEnd(),
                                                  [](std::int32_t day) { return Day{day}.month() == 12; });
            if (onlyDecember && m_calendar.m_years.contains(year + 1)) {
                m_calendar.m_years[year + 1].days.insert(days);
                m_calendar.m_years.remove(year);
            }
        }
    }

    bool isEmpty() const { return m_calendar.m_years.isEmpty(); }

private:
    std::optional<Error> readDay(ObjectReader &reader, int year, WorkCalendar::Year &entry)
    {
        const QString iso = reader.text(QStringLiteral("date"));
        const auto day = reader.optionalDay(QStringLiteral("date"));
        WorkCalendar::NamedDay named;
        named.nameZh = reader.text(QStringLiteral("name"));
        named.nameEn = reader.optionalText(QStringLiteral("name_en"));
        const QStringList types{QStringLiteral("HOLIDAY"), QStringLiteral("MAKEUP")};
        if (entry.published && reader.word(QStringLiteral("type"), types) == 1)
            named.kind = DayKind::MakeUp;
        if (reader.fault())
            return reader.fault();
        const QString weekday = reader.optionalText(QStringLiteral("weekday"));
        if (!belongsTo(*day, year))
            reader.refuse(QStringLiteral("date"), text::dayOfOtherYear, {iso, QString::number(year)});
        if (!weekday.isEmpty() && weekday != weekdayLetters.mid(day->weekday() - 1, 1))
            reader.refuse(QStringLiteral("weekday"), text::weekdayWrong, {iso, weekday.left(10)});
        if (named.kind == DayKind::MakeUp && !isWeekendDay(*day))
            reader.refuse(QStringLiteral("type"), text::makeUpNotWeekend, {iso});
        if (entry.days.contains(day->sinceEpoch))
            reader.refuse(QStringLiteral("date"), text::dayTwice, {iso});
        entry.days.insert(day->sinceEpoch, named);
        return reader.fault();
    }

    // The counts of working days that a file may carry: a slip in the list of days shows here.
    std::optional<Error> checkCounts(const DataFile &file, int year, ObjectReader &reader)
    {
        int months[13] = {};
        for (Day day = *Day::fromYmd(year, 1, 1); day.year() == year; day = day.plus(1)) {
            if (!m_calendar.restByRule(day)) {
                ++months[0];
                ++months[day.month()];
            }
        }
        const QString total = QStringLiteral("working_days_total");
        if (reader.has(total) && reader.number(total, 0, 366) != months[0])
            reader.refuse(total, text::countWrong,
                          {total, QString::number(reader.number(total, 0, 366)), QString::number(months[0])});
        const QString byMonth = QStringLiteral("working_days_by_month");
        ObjectReader monthReader(file, reader.pointerTo(byMonth), reader.optionalObject(byMonth));
        for (int month = 1; month <= 12; ++month) {
            const QString key = QString::number(month);
            const int said = monthReader.optionalNumber(key, 0, 31, months[month]);
            if (said != months[month])
                monthReader.refuse(key, text::countWrong, {key, QString::number(said), QString::number(months[month])});
        }
        return reader.fault() ? reader.fault() : monthReader.fault();
    }

    WorkCalendar m_calendar;
};

Result<WorkCalendar> WorkCalendar::fromJson(const QString &fileName, const QByteArray &json)
{
    const auto file = DataFile::parse(fileName, json);
    if (!file)
        return file.error();
    ObjectReader top(*file, QString(), file->root());
    const QString yearsKey = QStringLiteral("years");
    if (!top.has(yearsKey))
        return file->fault(QString(), text::memberMissing, {yearsKey});
    const QJsonObject years = top.optionalObject(yearsKey);
    if (top.fault())
        return *top.fault();
    CalendarReader reader;
    for (auto entry = years.begin(); entry != years.end(); ++entry) {
        bool isNumber = false;
        const int year = entry.key().toInt(&isNumber);
        if (!isNumber || year < firstYear || year > lastYear)
            return file->fault(QStringLiteral("/years/") + entry.key(), text::memberWrong, {entry.key().left(20)});
        if (const auto fault = reader.readYear(*file, year, entry.value()))
            return *fault;
    }
    return reader.finish();
}

Result<WorkCalendar> WorkCalendar::withCsv(const QString &fileName, const QByteArray &csv) const
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString table = decoder.decode(csv);
    if (decoder.hasError() || csv.size() > 1024 * 1024)
        return Error(ErrorKind::Corrupt, text::fileTooLarge, {fileName, QStringLiteral("1")});
    if (table.startsWith(QChar(0xFEFF)))
        table.remove(0, 1);
    CalendarReader reader;
    const QStringList lines = table.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        if (line.isEmpty() || (i == 0 && line.startsWith(QLatin1String("date"), Qt::CaseInsensitive)))
            continue;
        QStringList cells = line.split(QLatin1Char(','));
        for (QString &cell : cells) {
            cell = cell.trimmed();
            if (cell.size() >= 2 && cell.startsWith(QLatin1Char('"')) && cell.endsWith(QLatin1Char('"')))
                cell = cell.mid(1, cell.size() - 2);
        }
        if (cells.size() != 3)
            return Error(ErrorKind::Corrupt, text::columnsWrong, {fileName, QString::number(i + 1)});
        if (const auto fault = reader.readRow(fileName, static_cast<int>(i) + 1, cells))
            return *fault;
    }
    if (reader.isEmpty())
        return Error(ErrorKind::Corrupt, text::tableEmpty, {fileName, QStringLiteral("1")});
    reader.joinDecembers();
    return withYearsOf(reader.finish());
}

} // namespace yizhan
