// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is put into a field is either fine or refused with the right error; doubts about numbers stop nobody.
#include "tests/records/RandomRecords.h"

#include "records/Identifier.h"
#include "records/Validate.h"
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Device.h"
#include "records/kinds/Party.h"
#include "records/kinds/Session.h"
#include "records/kinds/Timer.h"
#include "records/kinds/User.h"

#include <QObject>

namespace yizhan {

class ValidateTest : public QObject
{
    Q_OBJECT

    static constexpr const char *today = "2026-05-20";

    static Record person()
    {
        Record p(Kind::Party);
        p.set(party::type, QStringLiteral("NATURAL"));
        p.set(party::role, QStringLiteral("APPLICANT"));
        p.set(party::name, QStringLiteral("张三"));
        return p;
    }
    static std::vector<Finding> findings(const Record &record) { return validate(record, *shippedRules(), day(today)); }
    // Codes of the errors about one field: "RC-03", with "?" after a mere doubt.
    static QStringList about(const Record &record, const FieldSpec &field)
    {
        QStringList codes;
        for (const Finding &finding : findings(record)) {
            if (finding.field == &field)
                codes += codeOf(finding.error) + (finding.blocks ? QString() : QStringLiteral("?"));
        }
        return codes;
    }
    static QStringList aboutText(const QString &text)
    {
        Record p = person();
        p.set(party::remark, text);
        return about(p, party::remark);
    }
    static QString residentNumber(const char *first17)
    {
        const QString digits = QString::fromLatin1(first17);
        return digits + residentCheckCharacter(digits);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void aPlainRecordIsFine() { QVERIFY(findings(person()).empty()); }

    void whatIsRequiredIsNamedInTheOrderOfTheForm()
    {
        const auto missing = findings(Record(Kind::Party));
        QCOMPARE(missing.size(), std::size_t{3});
        QCOMPARE(missing[0].field, &party::type);
        QCOMPARE(missing[2].field, &party::name);
        QCOMPARE(codeOf(missing[2].error), QStringLiteral("RC-01"));
        QCOMPARE(missing[2].error.kind, ErrorKind::Constraint);
        QCOMPARE(missing[2].error.details, (QStringList{QStringLiteral("name"), QString::fromLatin1(party::name.label)}));
    }

    void lengthCountsCharactersNotBytes()
    {
        QVERIFY(aboutText(QStringLiteral("字").repeated(200)).isEmpty());
        QCOMPARE(aboutText(QStringLiteral("字").repeated(201)), QStringList{QStringLiteral("RC-03")});
        QVERIFY(aboutText(QStringLiteral("𠮷").repeated(200)).isEmpty());
        QCOMPARE(aboutText(QStringLiteral("𠮷").repeated(201)), QStringList{QStringLiteral("RC-03")});
        QCOMPARE(aboutText(QStringLiteral("字").repeated(100'000)), QStringList{QStringLiteral("RC-03")});
    }

    void whatCannotBeStoredIsRefusedWithItsPosition_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        QTest::newRow("NUL") << QString(QStringLiteral("a") + QChar(0)) << 2;
        QTest::newRow("bell") << QString(QChar(7)) << 1;
        QTest::newRow("escape") << QStringLiteral("ab\x1b[0m") << 3;
        QTest::newRow("delete") << QString(QChar(0x7F)) << 1;
        QTest::newRow("C1 control") << QString(QChar(0x85)) << 1;
        QTest::newRow("line break in one line") << QStringLiteral("a\nb") << 2;
        QTest::newRow("line separator") << QString(QStringLiteral("ab") + QChar(0x2028)) << 3;
        QTest::newRow("high surrogate alone") << QString(QStringLiteral("𠮷") + QChar(0xD842)) << 2;
        QTest::newRow("low surrogate alone") << QString(QChar(0xDFB7)) << 1;
        QTest::newRow("surrogates the wrong way round") << QString(QString(QChar(0xDFB7)) + QChar(0xD842)) << 1;
        QTest::newRow("byte order mark") << QString(QStringLiteral("a") + QChar(0xFEFF)) << 2;
        QTest::newRow("non-character") << QString(QChar(0xFFFF)) << 1;
    }
    void whatCannotBeStoredIsRefusedWithItsPosition()
    {
        QFETCH(QString, text);
        QFETCH(int, position);
        Record p = person();
        p.set(party::remark, text);
        const auto found = findings(p);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(codeOf(found[0].error), QStringLiteral("RC-04"));
        QCOMPARE(found[0].error.details.back(), QString::number(position));
        QVERIFY(found[0].blocks);
    }

    void longTextsMayHaveLines()
    {
        Record r(Kind::Session);
        r.set(session::content, QStringLiteral("a\n\tb"));
        QVERIFY(about(r, session::content).isEmpty());
        r.set(session::content, QStringLiteral("a\r\nb"));
        QCOMPARE(about(r, session::content), QStringList{QStringLiteral("RC-04")});
        r.set(session::content, QStringLiteral("字").repeated(100'000));
        QCOMPARE(about(r, session::content), QStringList{QStringLiteral("RC-03")});
    }

    void numbersKeepTheirRange()
    {
        for (const std::int64_t heads : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{10'001},
                                         std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
            Record c(Kind::Consultation);
            c.set(consultation::heads, heads);
            QCOMPARE(about(c, consultation::heads), QStringList{QStringLiteral("RC-05")});
        }
        Record c(Kind::Consultation);
        c.set(consultation::heads, 10'000);
        QVERIFY(about(c, consultation::heads).isEmpty());
        Record d(Kind::Device);
        d.set(device::station, 100);
        QCOMPARE(about(d, device::station), QStringList{QStringLiteral("RC-05")});
    }

    void datesOutsideLivingMemoryAreRefused()
    {
        for (const char *iso : {"0001-01-01", "1849-12-31", "2201-01-01", "9999-12-31"}) {
            Record t(Kind::Timer);
            t.set(timer::startOn, day(iso));
            QCOMPARE(about(t, timer::startOn), QStringList{QStringLiteral("RC-05")});
            t.setValue(timer::startAt, Value(Instant::fromLocal(day(iso), 720)));
            QCOMPARE(about(t, timer::startAt), QStringList{QStringLiteral("RC-05")});
        }
        Record t(Kind::Timer);
        for (const char *iso : {"1850-01-01", "2200-12-31"}) {
            t.set(timer::startOn, day(iso));
            QVERIFY(about(t, timer::startOn).isEmpty());
        }
    }

    void daysAndInstantsBeyondTheCalendarAreOfTheWrongKind()
    {
        for (const std::int64_t number : {std::numeric_limits<std::int64_t>::min(), std::int64_t{-719'163},
                                          std::int64_t{2'932'897}, std::numeric_limits<std::int64_t>::max()}) {
            Record t(Kind::Timer);
            t.setValue(timer::startOn, Value(number));
            QCOMPARE(about(t, timer::startOn), QStringList{QStringLiteral("RC-02")});
        }
        Record t(Kind::Timer);
        t.setValue(timer::startAt, Value(std::numeric_limits<std::int64_t>::max()));
        QCOMPARE(about(t, timer::startAt), QStringList{QStringLiteral("RC-02")});
    }

    void theFutureBeginsTomorrow()
    {
        Record p = person();
        p.set(party::birthDate, day("2026-05-20"));
        QVERIFY(about(p, party::birthDate).isEmpty());
        p.set(party::birthDate, day("2026-05-21"));
        QCOMPARE(about(p, party::birthDate), QStringList{QStringLiteral("RC-08")});
        p.set(party::consentAt, *moment("2026-05-20 23:59").at); // clocks of two machines differ: the day decides
        QVERIFY(about(p, party::consentAt).isEmpty());
        p.set(party::consentAt, *moment("2026-05-21 00:00").at);
        QCOMPARE(about(p, party::consentAt), QStringList{QStringLiteral("RC-08")});
    }

    void codesComeFromTheirList()
    {
        Record p = person();
        p.set(party::type, QStringLiteral("ROBOT"));
        QCOMPARE(about(p, party::type), QStringList{QStringLiteral("RC-06")});
        p = person();
        p.set(party::applicantCategory, {QStringLiteral("NMG"), QStringLiteral("ROBOT")});
        QCOMPARE(about(p, party::applicantCategory), QStringList{QStringLiteral("RC-06")});
        p.setValue(party::applicantCategory, Value(QStringLiteral("NMG,CJR"))); // not in order: two stations would differ
        QCOMPARE(about(p, party::applicantCategory), QStringList{QStringLiteral("RC-02")});
    }

    void officesAreThoseOfTheDirectory()
    {
        static constexpr auto unit = codeField(1, "unit", "Unit", "@office");
        static constexpr const FieldSpec *fields[] = {&unit};
        static constexpr RecordSpec spec{.kind = Kind::Party, .name = "sample", .fields = fields, .title = &unit};
        Record r(spec);
        r.set(unit, QStringLiteral("JO05"));
        QVERIFY(findings(r).empty());
        r.set(unit, QStringLiteral("JO99"));
        QCOMPARE(about(r, unit), QStringList{QStringLiteral("RC-06")});
    }

    void valuesOfAnotherTypeAreFound()
    {
        const std::vector<Value> wrong{Value(std::int64_t{5}), Value(QStringLiteral("text")), Value(QByteArray("bytes"))};
        SeededRandom random(1);
        for (const RecordSpec *spec : allSpecs()) {
            for (const FieldSpec *field : spec->fields) {
                if (field->derived)
                    continue;
                for (const Value &value : wrong) {
                    if (fitsType(*field, value))
                        continue;
                    Record r(*spec);
                    r.setValue(*field, value);
                    QVERIFY2(about(r, *field).contains(QStringLiteral("RC-02")), field->name);
                }
            }
        }
    }

    void noContentWhateverBreaksValidation()
    {
        SeededRandom random(21);
        for (int round = 0; round < 20; ++round) {
            for (const RecordSpec *spec : allSpecs()) {
                const Record record = randomRecord(random, *spec);
                for (const Finding &finding : findings(record)) {
                    QVERIFY(finding.field && finding.error.text);
                    // Errors go to logs: what was typed never stands in them.
                    const QString value = record.value(*finding.field).text();
                    if (value.size() > 12)
                        QVERIFY2(!finding.error.toLog().contains(value), finding.field->name);
                }
            }
        }
    }

    void whatBlocksIsEverythingButTheDoubts()
    {
        SeededRandom random(20);
        int blocking = 0;
        int doubts = 0;
        for (const RecordSpec *spec : allSpecs()) {
            for (int i = 0; i < 20; ++i) {
                const Record record = randomRecord(random, *spec);
                QStringList expected;
                for (const Finding &finding : findings(record)) {
                    doubts += finding.blocks ? 0 : 1;
                    if (finding.blocks)
                        expected += QString::number(finding.field->id) + u' ' + finding.error.toLog();
                }
                QStringList found;
                for (const Finding &finding : whatBlocks(record, *shippedRules(), day(today)))
                    found += QString::number(finding.field->id) + u' ' + finding.error.toLog();
                QCOMPARE(found, expected);
                blocking += static_cast<int>(found.size());
            }
        }
        QVERIFY(blocking > 0 && doubts > 0);
    }

    void identityNumbersAreDoubtedNotRefused()
    {
        Record p = person();
        p.set(party::idType, QStringLiteral("111"));
        p.set(party::idNo, QStringLiteral("110105194912310020"));
        const auto found = findings(p);
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(!found[0].blocks);
        QVERIFY(!found[0].error.toLog().contains(QStringLiteral("1949")));
        p.set(party::idNo, residentNumber("11010519491231002"));
        QVERIFY(findings(p).empty());
        p.clear(party::idType);
        QCOMPARE(about(p, party::idNo), QStringList{QStringLiteral("RC-10?")});
        p.set(party::idType, QStringLiteral("990"));
        QCOMPARE(about(p, party::idNo), QStringList{QStringLiteral("IN-09?")});
        p.set(party::phone, QStringLiteral("123"));
        QVERIFY(about(p, party::phone).isEmpty());
        p.set(party::phone, QStringLiteral("12"));
        QCOMPARE(about(p, party::phone), QStringList{QStringLiteral("IN-11?")});
    }

    void sexAndBirthFollowTheNumberUnlessExplained()
    {
        Record p = person();
        p.set(party::idType, QStringLiteral("111"));
        p.set(party::idNo, residentNumber("11010519491231002"));
        party::fillFromNumber(p, *shippedRules(), day(today));
        QCOMPARE(p.get(party::birthDate)->toIso(), QStringLiteral("1949-12-31"));
        QCOMPARE(p.get(party::gender), QStringLiteral("2"));
        QVERIFY(findings(p).empty());
        p.set(party::birthDate, day("1950-01-01"));
        p.set(party::gender, QStringLiteral("1"));
        QCOMPARE(about(p, party::birthDate), QStringList{QStringLiteral("RC-12?")});
        QCOMPARE(about(p, party::gender), QStringList{QStringLiteral("RC-12?")});
        party::fillFromNumber(p, *shippedRules(), day(today)); // what was typed stays
        QCOMPARE(p.get(party::birthDate)->toIso(), QStringLiteral("1950-01-01"));
        p.set(party::birthReason, QStringLiteral("户口登记有误"));
        QVERIFY(findings(p).empty());
    }

    void anEndLiesNotBeforeItsBeginning()
    {
        Record s(Kind::Session);
        s.set(session::startedAt, *moment("2026-05-01 10:00").at);
        s.set(session::endedAt, *moment("2026-05-01 09:59").at);
        QCOMPARE(about(s, session::endedAt), QStringList{QStringLiteral("RC-13")});
        s.set(session::endedAt, *moment("2026-05-01 10:00").at);
        QVERIFY(about(s, session::endedAt).isEmpty());
    }

    void aProlongationSaysHowLongInOneWay()
    {
        Record e(Kind::TimerExtension);
        QCOMPARE(about(e, timerExtension::amount), QStringList{QStringLiteral("RC-14")});
        e.set(timerExtension::amount, 10);
        QVERIFY(about(e, timerExtension::amount).isEmpty());
        e.set(timerExtension::newDate, day("2026-06-30"));
        QCOMPARE(about(e, timerExtension::amount), QStringList{QStringLiteral("RC-14")});
        e.clear(timerExtension::amount);
        QVERIFY(about(e, timerExtension::amount).isEmpty());
    }

    void aHiddenFieldNeedNotBeFilled()
    {
        static constexpr auto kind = codeField(1, "sort", "Sort", "yes_no");
        static constexpr auto more = textField(2, "more", "More").when(kind, "Y").mandatory();
        static constexpr const FieldSpec *fields[] = {&kind, &more};
        static constexpr RecordSpec spec{.kind = Kind::Party, .name = "sample", .fields = fields, .title = &kind};
        Record r(spec);
        QVERIFY(!isShown(r, more));
        QVERIFY(about(r, more).isEmpty());
        r.set(kind, QStringLiteral("N"));
        QVERIFY(about(r, more).isEmpty());
        r.set(kind, QStringLiteral("Y"));
        QVERIFY(isShown(r, more));
        QCOMPARE(about(r, more), QStringList{QStringLiteral("RC-01")});
    }

    void aReferenceToNothingAndTooManyBytes()
    {
        Record p = person();
        p.setValue(party::agentOf, Value(QByteArray(16, '\0')));
        QCOMPARE(about(p, party::agentOf), QStringList{QStringLiteral("RC-02")});
        p.setValue(party::agentOf, Value(QByteArray(15, 'x')));
        QCOMPARE(about(p, party::agentOf), QStringList{QStringLiteral("RC-02")});
        Record d(Kind::Device);
        d.set(device::publicKey, QByteArray(65, 'x'));
        QCOMPARE(about(d, device::publicKey), QStringList{QStringLiteral("RC-09")});
    }

    void computedFieldsAreNobodysFault()
    {
        Record p = person();
        p.setValue(party::isMinor, Value(QStringLiteral("nonsense")));
        QVERIFY(findings(p).empty());
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::ValidateTest)
#include "ValidateTest.moc"
