// SPDX-License-Identifier: GPL-3.0-or-later
// Broken data files: each is refused with file, line and reason, and what was in force before stays in force.
#include "tests/records/RuleFixtures.h"

#include "records/DataFile.h"

#include <QDir>
#include <QFile>
#include <QObject>
#include <QTemporaryDir>

namespace yizhan {

class RuleFilesTest : public QObject
{
    Q_OBJECT

    static void write(const QString &path, const QByteArray &bytes)
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    static QByteArray shippedFile(const char *name)
    {
        QFile file(QStringLiteral(YIZHAN_SOURCE_DIR "/resources/") + QString::fromLatin1(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // The shipped file with one piece of text changed.
    static QByteArray spoilt(const char *name, const char *from, const char *to)
    {
        QByteArray bytes = shippedFile(name);
        const qsizetype at = bytes.indexOf(from);
        return at < 0 ? QByteArray() : bytes.replace(at, static_cast<qsizetype>(qstrlen(from)), to);
    }

    static int lineOf(const char *name, const char *piece)
    {
        const QByteArray bytes = shippedFile(name);
        return 1 + static_cast<int>(bytes.left(bytes.indexOf(piece)).count('\n'));
    }

    static void row(const char *title, const char *name, const QByteArray &bytes, const char *code, int line)
    {
        QTest::newRow(title) << QString::fromLatin1(name) << bytes << QString::fromLatin1(code) << line;
    }

    // The shipped file with one piece of text changed; the line is that of another piece.
    static void change(const char *title, const char *name, const char *from, const char *to, const char *code,
                       const char *where)
    {
        row(title, name, spoilt(name, from, to), code, lineOf(name, where));
    }

    static void brokenShapes()
    {
        row("empty", "codes/people.json", QByteArray(), "DF-02", 1);
        row("not JSON", "codes/people.json", "{\n\"lists\": {\n  oops\n}}", "DF-02", 3);
        row("cut off", "calendar/holidays.json", shippedFile("calendar/holidays.json").left(5000), "DF-02",
            1 + static_cast<int>(shippedFile("calendar/holidays.json").left(5000).count('\n')));
        row("an array at the top", "roles.json", "[]", "DF-02", 1);
        row("not UTF-8", "roles.json", "{\"actors\": \"\xC3\x28\"}", "DF-03", 1);
        row("too large", "numbers.json", QByteArray(17 * 1024 * 1024, ' '), "DF-03", 1);
        row("a key twice", "numbers.json", "{\"series\": [],\n\"series\": []}", "DF-04", 2);
        row("no lists", "codes/people.json", "{}", "DF-05", 1);
        row("lists of the wrong kind", "codes/people.json", "{\n\"lists\": 5}", "DF-06", 2);
        row("a value that is no object", "codes/people.json",
            "{\"lists\": {\"gender\": {\"zh\": \"a\", \"en\": \"b\", \"values\": [\n7]}}}", "DF-06", 2);
    }

    static void brokenCodes()
    {
        change("a label missing", "codes/people.json", "\"zh\": \"自然人\", ", "", "DF-05", "\"NATURAL\"");
        change("a code with a blank", "codes/people.json", "\"NATURAL\"", "\"NAT URAL\"", "DF-06", "\"NATURAL\"");
        change("a code twice", "codes/people.json", "\"code\": \"LEGAL\"", "\"code\": \"NATURAL\"", "DF-08", "\"LEGAL\"");
        change("a code dropped", "codes/people.json", "\"code\": \"LEGAL\"", "\"code\": \"LEGAL2\"", "DF-10", "\"party_type\"");
        change("a broken pattern", "codes/people.json", "\"regex\": \"^[1-9]", "\"regex\": \"^[1-9", "DF-12", "\"regex\"");
        change("a day that does not exist", "codes/people.json", "\"code\": \"NATURAL\"",
               "\"code\": \"NATURAL\", \"from\": \"2026-02-30\"", "DF-20", "\"NATURAL\"");
        change("it ends before it begins", "codes/people.json", "\"code\": \"NATURAL\"",
               "\"code\": \"NATURAL\", \"from\": \"2026-02-03\", \"to\": \"2026-02-02\"", "DF-13", "\"NATURAL\"");
        change("a successor that is not there", "codes/people.json", "\"code\": \"NATURAL\"",
               "\"code\": \"NATURAL\", \"replaced_by\": \"X\"", "DF-09", "\"NATURAL\"");
        change("a successor of itself", "codes/people.json", "\"code\": \"NATURAL\"",
               "\"code\": \"NATURAL\", \"replaced_by\": \"NATURAL\"", "DF-14", "\"NATURAL\"");
        change(
            "a new state", "codes/mediation.json", "\"code\": \"DRAFT\", \"zh\": \"草稿\", \"en\": \"Draft\"}",
            "\"code\": \"DRAFT\", \"zh\": \"草稿\", \"en\": \"Draft\"}, {\"code\": \"NEW\", \"zh\": \"新\", \"en\": \"New\"}",
            "DF-11", "\"DRAFT\"");
    }

    static void brokenCalendars()
    {
        const char *calendar = "calendar/holidays.json";
        change("a holiday that does not exist", calendar, "\"2026-02-17\"", "\"2026-02-29\"", "DF-20", "\"2026-02-17\"");
        change("a holiday of another year", calendar, "{\"date\": \"2026-02-17\", \"weekday\": \"二\"",
               "{\"date\": \"2027-02-17\", \"weekday\": \"三\"", "DF-22", "\"2026-02-17\"");
        change("a weekday that is not", calendar, "\"2026-02-17\", \"weekday\": \"二\"", "\"2026-02-17\", \"weekday\": \"三\"",
               "DF-23", "\"2026-02-17\"");
        change("a holiday twice", calendar, "{\"date\": \"2026-02-17\", \"weekday\": \"二\"",
               "{\"date\": \"2026-02-16\", \"weekday\": \"一\"", "DF-21", "\"2026-02-17\"");
        change("a made-up Tuesday", calendar, "\"2026-02-17\", \"weekday\": \"二\", \"type\": \"HOLIDAY\"",
               "\"2026-02-17\", \"weekday\": \"二\", \"type\": \"MAKEUP\"", "DF-24", "\"2026-02-17\"");
        change("an unknown type", calendar, "\"type\": \"MAKEUP\"", "\"type\": \"REST\"", "DF-07", "\"type\": \"MAKEUP\"");
        change("counts that do not add up", calendar, "\"working_days_total\": 251", "\"working_days_total\": 250", "DF-25",
               "\"working_days_total\": 251");
        row("a published year without days", calendar, "{\"years\": {\n\"2027\": {\"status\": \"published\", \"days\": []}}}",
            "DF-27", 2);
        row("a year that is no number", calendar, "{\"years\": {\n\"next\": {\"status\": \"published\", \"days\": []}}}",
            "DF-06", 2);
        row("a table with a wrong line", "calendar/2027.csv", "date,type,name\n2027-13-01,HOLIDAY,x\n", "DF-20", 2);
    }

    static void brokenDeadlines()
    {
        const char *settings = "deadlines/settings.json";
        change("a setting missing", settings, "\"roll_forward\": true,", "", "DF-05", "{");
        change("a setting of the wrong kind", settings, "\"roll_forward\": true", "\"roll_forward\": 1", "DF-06",
               "\"roll_forward\"");
        change("hours that overlap", settings, "\"09:00-12:00\"", "\"09:00-15:00\"", "DF-06", "\"office_hours\": [");
        change("hours that are none", settings, "\"09:00-12:00\"", "\"9-12\"", "DF-06", "\"office_hours\": [");
        change("no hours", settings, "[\"09:00-12:00\", \"14:00-18:00\"]", "[]", "DF-06", "\"office_hours\": [");
        const char *rules = "deadlines/rules.json";
        row("a rule without its law", rules,
            spoilt(rules, "\"basis\": \"人民调解工作若干规定（2002）第33条（一般一个月内）\", ", ""), "DF-05",
            lineOf(rules, "\"MED-TERM\"") - 1);
        change("an unknown mode", rules, "\"mode\": \"MONTH_ROLL\"", "\"mode\": \"MOON\"", "DF-07", "\"mode\": \"MONTH_ROLL\"");
        change("a negative amount", rules, "\"amount\": 30", "\"amount\": -30", "DF-06", "\"amount\": 30");
        change("half a day", rules, "\"amount\": 30", "\"amount\": 30.5", "DF-06", "\"amount\": 30");
        change("a rule twice", rules, "\"id\": \"MED-COURT-ACK\"", "\"id\": \"MED-TERM\"", "DF-08", "\"MED-COURT-ACK\"");
        change("a warning in moons", rules, "[\"7d\", \"3d\", \"1d\"]", "[\"7d\", \"3moons\"]", "DF-07", "\"7d\"");
        change("a cap of another ground", rules, "\"codes\": [\"SUPP\", \"VERIFY\"]", "\"codes\": [\"CAUSE\"]", "DF-09",
               "\"pause_cap\"");
        change("an earlier of nothing", rules, "\"earlier_of\": \"AID-REVIEW-BJ\"", "\"earlier_of\": \"AID-NONE\"", "DF-09",
               "\"earlier_of\"");
        change("a guard without values", rules, "\"op\": \"in\"", "\"op\": \"like\"", "DF-07", "\"guard\"");
    }

    static void brokenPlacesAndNumbers()
    {
        change("an office twice", "places/offices.json", "\"id\": \"JO02\"", "\"id\": \"JO01\"", "DF-08", "\"JO02\"");
        change("two offices of one short name", "places/offices.json", "\"short\": \"新华\"", "\"short\": \"中仓\"", "DF-08",
               "\"JO02\"");
        change("an office of no division", "places/offices.json", "\"division\": \"110112002\"", "\"division\": \"110112999\"",
               "DF-09", "\"JO02\"");
        change("a division of another district", "places/offices.json", "\"code9\": \"110112002\"", "\"code9\": \"110113002\"",
               "DF-06", "\"code9\": \"110112002\"");
        change("a role that does not exist", "roles.json", "\"MEDIATOR\"", "\"WIZARD\"", "DF-09", "\"MEDIATOR\"");
        change("a place that no number has", "numbers.json", "{office}人调字", "{moon}人调字", "DF-07", "人调字");
        change("a number without a number", "numbers.json", "人调字第{n}号", "人调字", "DF-12", "人调字");
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void theShippedFilesHaveNoFault()
    {
        QVERIFY(shippedRules()->faults().empty());
        QVERIFY(!shippedRules()->fingerprint().isEmpty());
    }

    void aBrokenFileIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("line");
        brokenShapes();
        brokenCodes();
        brokenCalendars();
        brokenDeadlines();
        brokenPlacesAndNumbers();
    }

    void aBrokenFileIsRefusedWithItsLine()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const auto refused = shippedRules()->withFile(name, bytes);
        QVERIFY(!refused);
        QTEST(codeOf(refused.error()), "code");
        QCOMPARE(refused.error().kind, ErrorKind::Corrupt);
        QCOMPARE(refused.error().details.at(0), name);
        QTEST(refused.error().details.at(1).toInt(), "line");
        QVERIFY(!describe(refused.error()).contains(QLatin1Char('%')));
    }

    void aBrokenReplacementLeavesThePreviousInForce()
    {
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("calendar/2027.csv")),
              "date,type,name\n2027-01-01,HOLIDAY,x\n2027-01-04,MAKEUP,x\n");
        write(folder.filePath(QStringLiteral("codes/people.json")), "{ nonsense");
        write(folder.filePath(QStringLiteral("codes/own.json")),
              R"({"lists": {"own_list": {"zh": "自", "en": "Own", "values": [{"code": "A", "zh": "甲", "en": "A"}]}}})");
        write(folder.filePath(QStringLiteral("unknown.json")), "whatever");
        const auto book = RuleBook::load(folder.path());
        QVERIFY(book.has_value());
        QCOMPARE((*book)->faults().size(), std::size_t{2});
        QCOMPARE(codeOf((*book)->faults().at(0)), QStringLiteral("DF-02"));
        QCOMPARE((*book)->faults().at(1).details.mid(0, 2),
                 (QStringList{QStringLiteral("calendar/2027.csv"), QStringLiteral("3")}));
        QVERIFY(!(*book)->calendar().isPublished(2027)); // no half of a broken notice
        QVERIFY((*book)->calendar().isPublished(2026));
        QVERIFY((*book)->codes().isValid(QStringLiteral("party_type"), u"NATURAL"));
        QVERIFY((*book)->codes().isValid(QStringLiteral("own_list"), u"A")); // the sound file beside it counts
        QVERIFY((*book)->fingerprint() != shippedRules()->fingerprint());
    }

    void aSoundReplacementTakesEffectWithoutANewRelease()
    {
        const auto book = shippedRules()->withFile(QStringLiteral("deadlines/rules.json"),
                                                   spoilt("deadlines/rules.json", "\"amount\": 30", "\"amount\": 31"));
        QVERIFY(book.has_value());
        QCOMPARE((*book)->deadlines().find(u"MED-COURT-WP")->amount, 31);
        QCOMPARE(shippedRules()->deadlines().find(u"MED-COURT-WP")->amount, 30);
        const auto one = shippedRules()->withFile(QStringLiteral("deadlines/rules.json"), R"({"rules": []})");
        QVERIFY(one.has_value());
        QCOMPARE((*one)->deadlines().all().size(), std::size_t{61}); // a rule is never dropped
    }

    void whatABureauDecidesForItselfIsAFileToo()
    {
        QCOMPARE(shippedRules()->deadlines().find(u"AID-REVIEW")->mode, PeriodMode::CalRoll);
        const QString name = QStringLiteral("deadlines/settings.json");
        const auto working = shippedRules()->withFile(
            name,
            spoilt("deadlines/settings.json", "\"aid_days_are_working_days\": false", "\"aid_days_are_working_days\": true"));
        QVERIFY(working.has_value());
        QCOMPARE((*working)->deadlines().find(u"AID-REVIEW")->mode, PeriodMode::Work);
        QCOMPARE((*working)->deadlines().find(u"MED-TERM")->mode, PeriodMode::MonthRoll); // legal aid only
        QVERIFY((*working)->fingerprint() != shippedRules()->fingerprint());

        const auto still = (*working)->withFile(
            name, spoilt("deadlines/settings.json", "\"roll_forward\": true", "\"roll_forward\": false"));
        QVERIFY(still.has_value());
        QCOMPARE((*still)->deadlines().find(u"MED-TERM")->mode, PeriodMode::MonthStrict);
        QCOMPARE((*still)->deadlines().find(u"AID-REVIEW")->mode, PeriodMode::CalStrict); // the first choice was taken back
        const auto back = (*still)->withFile(name, shippedFile("deadlines/settings.json"));
        QVERIFY(back.has_value());
        QCOMPARE((*back)->fingerprint(), shippedRules()->fingerprint());
    }

    void aReplacedRuleIsReadAsTheBureauReadsAllOfThem()
    {
        const auto working = shippedRules()->withFile(
            QStringLiteral("deadlines/settings.json"),
            spoilt("deadlines/settings.json", "\"aid_days_are_working_days\": false", "\"aid_days_are_working_days\": true"));
        QVERIFY(working.has_value());
        const auto replaced = (*working)->withFile(QStringLiteral("deadlines/rules.json"), shippedFile("deadlines/rules.json"));
        QVERIFY(replaced.has_value());
        QCOMPARE((*replaced)->deadlines().find(u"AID-REVIEW")->mode, PeriodMode::Work);
    }

    void officeHoursAreThoseOfTheBureau()
    {
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("deadlines/settings.json")),
              spoilt("deadlines/settings.json", "\"09:00-12:00\", \"14:00-18:00\"", "\"08:30-11:30\", \"13:00-17:30\""));
        const auto book = RuleBook::load(folder.path());
        QVERIFY(book.has_value());
        QVERIFY((*book)->faults().empty());
        QCOMPARE((*book)->calendar().officeHours(), (std::vector<OfficeHours>{{510, 690}, {780, 1050}}));
        const auto later = (*book)->withFile(QStringLiteral("calendar/2027.csv"), "date,type,name\n2027-01-01,HOLIDAY,x\n");
        QVERIFY(later.has_value());
        QCOMPARE((*later)->calendar().officeHours(), (*book)->calendar().officeHours()); // another calendar, the same hours
    }

    void findsTheLineOfAnyPlace()
    {
        const auto file = DataFile::parse(QStringLiteral("x.json"),
                                          "{\"a\": [1,\n {\"b~/\": 2,\n\"c\\\"\": \"}{\\\\\"},\n[]],\n\"d\": null}");
        QVERIFY(file.has_value());
        QCOMPARE(file->lineOf(QStringLiteral("/a/0")), 1);
        QCOMPARE(file->lineOf(QStringLiteral("/a/1")), 2);
        QCOMPARE(file->lineOf(QStringLiteral("/a/1/b~0~1")), 2);
        QCOMPARE(file->lineOf(QStringLiteral("/a/1/c\"")), 3);
        QCOMPARE(file->lineOf(QStringLiteral("/a/2")), 4);
        QCOMPARE(file->lineOf(QStringLiteral("/a/2/7")), 4); // not there: the nearest thing around it
        QCOMPARE(file->lineOf(QStringLiteral("/d")), 5);
        QCOMPARE(file->lineOf(QString()), 1);
    }

    void readsDeepAndOddFilesWithoutHarm()
    {
        for (const QByteArray &odd :
             {QByteArray(5000, '['), QByteArray(3000, '[') + QByteArray(3000, ']'), QByteArray("{\"lists\": {\"\\ud800\": 1}}"),
              QByteArray("\0\0\0", 3),
              QByteArray("{\"lists\": {\"a\": ") + QByteArray(900, '[') + QByteArray(900, ']') + "}}"}) {
            const auto refused = shippedRules()->withFile(QStringLiteral("codes/odd.json"), odd);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Corrupt);
        }
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::RuleFilesTest)
#include "RuleFilesTest.moc"
