// SPDX-License-Identifier: GPL-3.0-or-later
// What people type for a day or a span of days.
#include "models/DayText.h"

#include <QTest>

using namespace yizhan;

namespace {
const Day monday = *Day::fromYmd(2026, 11, 23); // a Monday

QString shown(const std::optional<Day> &day) { return day ? day->toIso() : QStringLiteral("-"); }

QString shown(const std::optional<DaySpan> &span)
{
    return span ? shown(span->from) + QStringLiteral("/") + shown(span->to) : QStringLiteral("not understood");
}
} // namespace

class DayTextTest : public QObject
{
    Q_OBJECT
private slots:
    void aDayIsReadAsPeopleWriteIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("day");
        const std::pair<const char16_t *, const char *> rows[] = {
            {u"2026-11-23", "2026-11-23"}, {u"2026/1/5", "2026-01-05"},     {u"2026.1.5", "2026-01-05"},
            {u"20260228", "2026-02-28"},   {u"2026年3月4日", "2026-03-04"}, {u"11.23", "2026-11-23"},
            {u"3-4", "2026-03-04"},        {u"12月1日", "2026-12-01"},      {u"5号", "2026-11-05"},
            {u"+3d", "2026-11-26"},        {u"+3", "2026-11-26"},           {u"-2天", "2026-11-21"},
            {u"+2周", "2026-12-07"},       {u"+1m", "2026-12-23"},          {u"3天后", "2026-11-26"},
            {u"今天", "2026-11-23"},       {u"明天", "2026-11-24"},         {u"前天", "2026-11-21"},
            {u"today", "2026-11-23"},      {u"周四", "2026-11-26"},         {u"星期一", "2026-11-23"},
            {u"周日", "2026-11-29"},       {u"下周四", "2026-12-03"},       {u"thu", "2026-11-26"},
            {u"１１．２３", "2026-11-23"}, {u"　2026-11-23 ", "2026-11-23"}};
        for (const auto &[typed, day] : rows)
            QTest::newRow(day) << QString::fromUtf16(typed) << QString::fromLatin1(day);
    }
    void aDayIsReadAsPeopleWriteIt()
    {
        QFETCH(QString, typed);
        QFETCH(QString, day);
        QCOMPARE(shown(readDay(typed, monday)), day);
    }

    void whatIsNoDayIsRefused()
    {
        for (const char16_t *typed :
             {u"", u"2026-02-30", u"13.1", u"3.32", u"周八", u"th", u"一些字", u"2026-11", u"99999999", u"+3x", u"11.23.5"})
            QVERIFY2(!readDay(QString::fromUtf16(typed), monday), qPrintable(QString::fromUtf16(typed)));
    }

    void aMomentIsADayAndATime()
    {
        const Instant now = Instant::fromLocal(monday, 9 * 60);
        const auto text = [&](const char16_t *typed) {
            const auto instant = readInstant(QString::fromUtf16(typed), now);
            return instant ? instant->toIso() : QString();
        };
        QCOMPARE(text(u"周四 14:00"), QStringLiteral("2026-11-26T14:00:00+08:00"));
        QCOMPARE(text(u"11.23 9：05"), QStringLiteral("2026-11-23T09:05:00+08:00"));
        QCOMPARE(text(u"14:30"), QStringLiteral("2026-11-23T14:30:00+08:00"));
        QCOMPARE(text(u"明天 9时"), QStringLiteral("2026-11-24T09:00:00+08:00"));
        QCOMPARE(text(u"2026-11-23"), QStringLiteral("2026-11-23T00:00:00+08:00"));
        QCOMPARE(text(u"11.23 25:00"), QString());
        QVERIFY(!readInstant(u"11.23", now, false));
    }

    void aSpanIsReadAsPeopleSayIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("span");
        const std::pair<const char16_t *, const char *> rows[] = {{u"本月", "2026-11-01/2026-11-30"},
                                                                  {u"上月", "2026-10-01/2026-10-31"},
                                                                  {u"下月", "2026-12-01/2026-12-31"},
                                                                  {u"本周", "2026-11-23/2026-11-29"},
                                                                  {u"上周", "2026-11-16/2026-11-22"},
                                                                  {u"今年", "2026-01-01/2026-12-31"},
                                                                  {u"去年", "2025-01-01/2025-12-31"},
                                                                  {u"本季", "2026-10-01/2026-12-31"},
                                                                  {u"近30天", "2026-10-25/2026-11-23"},
                                                                  {u"未来7天", "2026-11-23/2026-11-30"},
                                                                  {u"7日内", "2026-11-23/2026-11-30"},
                                                                  {u"超期", "-/2026-11-22"},
                                                                  {u"this month", "2026-11-01/2026-11-30"},
                                                                  {u"last 30 days", "2026-10-25/2026-11-23"},
                                                                  {u"overdue", "-/2026-11-22"},
                                                                  {u"2026-02", "2026-02-01/2026-02-28"},
                                                                  {u"2024年2月", "2024-02-01/2024-02-29"},
                                                                  {u"2025", "2025-01-01/2025-12-31"},
                                                                  {u"11.1..11.15", "2026-11-01/2026-11-15"},
                                                                  {u"11.1至今天", "2026-11-01/2026-11-23"},
                                                                  {u"2025-12~2026-01", "2025-12-01/2026-01-31"},
                                                                  {u">=11.1", "2026-11-01/-"},
                                                                  {u"<11.1", "-/2026-10-31"},
                                                                  {u">本月", "2026-12-01/-"},
                                                                  {u"11.1..", "2026-11-01/-"},
                                                                  {u"今天", "2026-11-23/2026-11-23"}};
        for (const auto &[typed, span] : rows)
            QTest::newRow(span) << QString::fromUtf16(typed) << QString::fromLatin1(span);
    }
    void aSpanIsReadAsPeopleSayIt()
    {
        QFETCH(QString, typed);
        QFETCH(QString, span);
        QCOMPARE(shown(readDaySpan(typed, monday)), span);
    }

    void whatIsNoSpanIsRefused()
    {
        for (const char16_t *typed : {u"", u"..", u"随便", u"2026-13", u"11.1..abc", u">>", u"<超期"})
            QVERIFY2(!readDaySpan(QString::fromUtf16(typed), monday), qPrintable(QString::fromUtf16(typed)));
    }
};

QTEST_GUILESS_MAIN(DayTextTest)
#include "DayTextTest.moc"
