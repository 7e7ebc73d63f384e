// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of persons, organisations and telephones, right, wrong and absurd.
#include "tests/records/RuleFixtures.h"

#include "base/Random.h"
#include "records/Identifier.h"

#include <QObject>

namespace yizhan {

class IdentifierTest : public QObject
{
    Q_OBJECT

    const Day m_today = day("2026-11-23");

    const CodeCatalog &codes() const { return shippedRules()->codes(); }

    QString verdict(const char *idType, const QString &typed) const
    {
        const auto checked = checkIdentifier(QString::fromLatin1(idType), typed, m_today, codes());
        return checked ? checked->normalised : codeOf(checked.error());
    }

    // Whatever is wrong with it, the number itself must not stand in the message.
    static void tellsNothing(const Error &error, const QString &typed)
    {
        for (const QString &detail : error.details)
            QVERIFY2(detail.size() <= 6 || !typed.contains(detail), qPrintable(detail));
    }

    static QString citizenNumber(SeededRandom &random)
    {
        const Day birth{static_cast<int>(random.below(45000)) - 25000};
        const QString first = QStringLiteral("%1%2%3")
                                  .arg(110000 + random.below(500000))
                                  .arg(birth.toIso().remove(QLatin1Char('-')))
                                  .arg(random.below(1000), 3, 10, QLatin1Char('0'));
        return first + residentCheckCharacter(first);
    }

    static QString creditCode(SeededRandom &random)
    {
        static const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY");
        QString first;
        for (int i = 0; i < 17; ++i)
            first += i >= 2 && i < 8 ? QChar(u'0' + random.below(10)) : alphabet[static_cast<int>(random.below(31))];
        return first + creditCodeCheckCharacter(first);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void readsTheStandardsOwnExamples()
    {
        const auto beijing = checkResidentNumber(u"11010519491231002X", m_today);
        QVERIFY(beijing.has_value());
        QCOMPARE(iso(beijing->birthDate), QStringLiteral("1949-12-31"));
        QCOMPARE(beijing->gender, QStringLiteral("2"));
        QCOMPARE(beijing->region6, QStringLiteral("110105"));
        const auto guangdong = checkResidentNumber(u"440524188001010014", m_today);
        QVERIFY(guangdong.has_value());
        QCOMPARE(guangdong->gender, QStringLiteral("1"));
    }

    void readsNumbersHoweverTheyAreTyped()
    {
        for (const QString &typed :
             {QStringLiteral("11010519491231002x"), QStringLiteral("１１０１０５１９４９１２３１００２Ｘ"),
              QStringLiteral(" 110105 19491231 002X\t"), QStringLiteral("110105-19491231-002X"),
              QStringLiteral("１１０１０５　１９４９１２３１　００２ｘ"), QStringLiteral("\u200B11010519491231002X\uFEFF")})
            QCOMPARE(verdict("111", typed), QStringLiteral("11010519491231002X"));
    }

    void saysWhatIsWrongWithACitizenNumber_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QStringList>("details");
        const auto row = [](const char *typed, const char *code, const QStringList &details) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(code) << details;
        };
        row("110105194912310021", "IN-06", {QStringLiteral("18")});
        row("110105194902310026", "IN-04",
            {QStringLiteral("7"), QStringLiteral("14")}); // 31 February with a right check character
        row("1101051949123100", "IN-02", {QStringLiteral("16"), QStringLiteral("18")});
        row("1101051949123100200", "IN-02", {QStringLiteral("19"), QStringLiteral("18")});
        row("", "IN-01", {});
        row("110105491231002", "IN-08", {});
        row("010105194912310021", "IN-03", {QStringLiteral("1")});
        row("11010519491231O02X", "IN-03", {QStringLiteral("15")});
        row("1101051949123100XX", "IN-03", {QStringLiteral("17")});
        row("11010519491231002Y", "IN-03", {QStringLiteral("18")});
        row("110105170012310021", "IN-04", {QStringLiteral("7"), QStringLiteral("14")});
        row("110105209912310021", "IN-05", {});
    }

    void saysWhatIsWrongWithACitizenNumber()
    {
        QFETCH(QString, typed);
        for (const char *kind : {"111", "112", "113"}) {
            const auto checked = checkIdentifier(QString::fromLatin1(kind), typed, m_today, codes());
            QVERIFY(!checked);
            QTEST(codeOf(checked.error()), "code");
            QTEST(checked.error().details, "details");
            QCOMPARE(checked.error().kind, ErrorKind::Constraint);
        }
    }

    void acceptsABirthdayOfTodayButNotOfTomorrow()
    {
        const auto born = [&](const char *date) {
            const QString first = QStringLiteral("110105") + QString::fromLatin1(date) + QStringLiteral("002");
            return checkResidentNumber(first + residentCheckCharacter(first), m_today).has_value();
        };
        QVERIFY(born("20261123"));
        QVERIFY(!born("20261124"));
        QVERIFY(born("20240229"));
        QVERIFY(!born("20250229"));
    }

    void findsEverySingleWrongCharacter()
    {
        SeededRandom random(42);
        for (int round = 0; round < 300; ++round) {
            const QString good = citizenNumber(random);
            QVERIFY2(checkResidentNumber(good, m_today).has_value(), qPrintable(good));
            for (qsizetype at = 0; at < 18; ++at) {
                for (const QChar other : QStringLiteral("0123456789X")) {
                    QString bad = good;
                    bad[at] = other;
                    QVERIFY2(bad == good || !checkResidentNumber(bad, m_today), qPrintable(bad));
                }
            }
            const QString code = creditCode(random);
            QVERIFY2(checkCreditCode(code).has_value(), qPrintable(code));
            for (qsizetype at = 0; at < 18; ++at) {
                for (const QChar other : QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
                    QString bad = code;
                    bad[at] = other;
                    QVERIFY2(bad == code || !checkCreditCode(bad), qPrintable(bad));
                }
            }
        }
    }

    void findsTwoNeighboursThatChangedPlaces()
    {
        SeededRandom random(43);
        for (int round = 0; round < 300; ++round) {
            const QString good = citizenNumber(random);
            for (qsizetype at = 0; at < 17; ++at) {
                QString bad = good;
                bad[at] = good[at + 1];
                bad[at + 1] = good[at];
                QVERIFY2(bad == good || !checkResidentNumber(bad, m_today), qPrintable(bad));
            }
        }
    }

    void upgradesAnOldNumberForArchives()
    {
        const auto upgraded = upgradeResidentNumber(u"110105491231002", m_today);
        QVERIFY(upgraded.has_value());
        QCOMPARE(upgraded->normalised, QStringLiteral("11010519491231002X"));
        QCOMPARE(codeOf(upgradeResidentNumber(u"110105490231002", m_today).error()), QStringLiteral("IN-04"));
        QCOMPARE(codeOf(upgradeResidentNumber(u"11010549123100", m_today).error()), QStringLiteral("IN-02"));
        QCOMPARE(codeOf(upgradeResidentNumber(u"11010549123100A", m_today).error()), QStringLiteral("IN-03"));
    }

    void knowsEveryKindOfDocument_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *kind, const char *typed, const char *verdict) {
            QTest::addRow("%s %s", kind, typed) << QByteArray(kind) << QString::fromUtf8(typed) << QString::fromUtf8(verdict);
        };
        row("121", "810000198501010010", "810000198501010010");
        row("121", "830000198501010014", "IN-07");
        row("122", "830000198501010014", "830000198501010014");
        row("122", "810000198501010010", "IN-07");
        row("121", "810000198501010011", "IN-06");
        row("123", "h12345678", "H12345678");
        row("123", "M1234567801", "M1234567801");
        row("123", "A12345678", "IN-07");
        row("124", "12345678", "12345678");
        row("124", "1234567890A", "1234567890A");
        row("124", "123456789", "IN-07");
        row("131", "e12345678", "E12345678");
        row("131", "EA1234567", "EA1234567");
        row("131", "EI1234567", "IN-07");
        row("132", "DE1234567", "DE1234567");
        row("141", "p1234567", "P1234567");
        row("141", "P123", "IN-07");
        row("142", "ABC123456789012", "ABC123456789012");
        row("142", "91011119850101001X", "IN-06");
        row("151", "军字第１２３４５６７８号", "军字第12345678号");
        row("161", "A123456789", "A123456789");
        row("171", "11010519491231002X42", "11010519491231002X42");
        row("171", "11010519491231002X42B1", "11010519491231002X42B1");
        row("171", "11010519491231002X82", "IN-07");
        row("171", "11010519491231002142", "IN-06");
        row("990", "", "");
        row("990", "1", "IN-09");
        row("999", "AB", "IN-07");
        row("999", "证 123", "证 123");
        row("201", "91350100M000100Y43", "91350100M000100Y43");
        row("201", "91350100m000100y43", "91350100M000100Y43");
        row("201", "91350100M000100Y44", "IN-06");
        row("201", "9135010OM000100Y43", "IN-03");
        row("202", "M000100Y-4", "M000100Y-4");
        row("202", "M000100Y4", "M000100Y-4");
        row("202", "M000100Y-5", "IN-06");
        row("203", "110105000123456", "110105000123456");
        row("777", "1", "IN-10");
    }

    void knowsEveryKindOfDocument()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QString, typed);
        QTEST(verdict(kind.constData(), typed), "verdict");
    }

    void survivesAbsurdValues()
    {
        const QStringList absurd{QString(),
                                 QStringLiteral(" "),
                                 QString(10000, QLatin1Char('1')),
                                 QString(10000, QLatin1Char(' ')),
                                 QStringLiteral("😀😀😀😀😀😀😀😀😀"),
                                 QString(18, QChar(0)),
                                 QString(18, QChar(0xD800)),
                                 QString(18, QChar(0xDC00)),
                                 QString(18, QChar(0xFFFF)),
                                 QStringLiteral("11010519491231002") + QChar(0xD83D),
                                 QStringLiteral("١١٠١٠٥١٩٤٩١٢٣١٠٠٢٩"),
                                 QStringLiteral("'; DROP TABLE party; --"),
                                 QStringLiteral("%1%2%3"),
                                 QString(40, QLatin1Char('-'))};
        for (const CodeList *list :
             {codes().list(QStringLiteral("id_doc_type")), codes().list(QStringLiteral("org_id_type"))}) {
            for (const CodeValue &kind : list->values) {
                for (const QString &value : absurd) {
                    const auto checked = checkIdentifier(kind.code, value, m_today, codes());
                    if (!checked)
                        tellsNothing(checked.error(), value);
                    else
                        QVERIFY2(checked->normalised.size() <= 64 && !checked->normalised.contains(QChar(0)),
                                 qPrintable(kind.code));
                }
            }
        }
        for (const QString &value : absurd) {
            QVERIFY(!checkPhone(value));
            QVERIFY(!checkResidentNumber(value, m_today));
            QVERIFY(!checkCreditCode(value));
            QVERIFY(!checkOrganisationCode(value));
            QVERIFY(!upgradeResidentNumber(value, m_today));
        }
    }

    void readsTelephones_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *typed, const char *verdict) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromLatin1(verdict);
        };
        row("13800138000", "13800138000");
        row("138-0013-8000", "13800138000");
        row("１３８　００１３　８０００", "13800138000");
        row("+86 13800138000", "13800138000");
        row("008613800138000", "13800138000");
        row("12800138000", "IN-11");
        row("1380013800", "IN-11");
        row("138001380001", "IN-11");
        row("010-69546688", "010-69546688");
        row("01069546688", "010-69546688");
        row("（010）69546688", "010-69546688");
        row("+86-10-69546688", "010-69546688");
        row("69546688", "69546688");
        row("010-69546688-12", "010-69546688-12");
        row("010-69546688转12", "010-69546688-12");
        row("0316-5556666", "0316-5556666");
        row("12348", "12348");
        row("110", "110");
        row("12", "IN-11");
        row("", "IN-01");
        row("tel", "IN-11");
    }

    void readsTelephones()
    {
        QFETCH(QString, typed);
        const auto checked = checkPhone(typed);
        QTEST(checked ? checked->normalised : codeOf(checked.error()), "verdict");
    }

    void hidesTheMiddle()
    {
        QCOMPARE(maskIdentifier(QStringLiteral("111"), QStringLiteral("11010519491231002X"), codes()),
                 QStringLiteral("110***********002X"));
        QCOMPARE(maskIdentifier(QStringLiteral("131"), QStringLiteral("E12345678"), codes()), QStringLiteral("E*****678"));
        QCOMPARE(maskIdentifier(QStringLiteral("?"), QStringLiteral("1234567"), codes()), QStringLiteral("*******"));
        QCOMPARE(maskIdentifier(QStringLiteral("111"), QString(), codes()), QString());
        QCOMPARE(maskPhone(QStringLiteral("13800138000")), QStringLiteral("138****8000"));
        QCOMPARE(maskPhone(QStringLiteral("010-69546688")), QStringLiteral("010-*****688"));
        QCOMPARE(maskPhone(QStringLiteral("110")), QStringLiteral("***"));
    }

    void normalisingTwiceChangesNothing()
    {
        SeededRandom random(44);
        for (int round = 0; round < 2000; ++round) {
            QString typed;
            for (std::uint32_t i = random.below(30); i > 0; --i)
                typed += QChar(
                    static_cast<char16_t>(random.below(3) == 0 ? 0xFF01 + random.below(0x5E) : random.below(0x10000)));
            const QString once = normaliseIdentifier(typed);
            QCOMPARE(normaliseIdentifier(once), once);
        }
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::IdentifierTest)
#include "IdentifierTest.moc"
