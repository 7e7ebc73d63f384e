// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sql/SqlFixture.h"

#include "base/Random.h"
#include "sql/SqlErrors.h"

#include <limits>
#include <vector>

using namespace yizhan;

class StatementTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Connection> m_connection;

    static Error refusal() { return Error(ErrorKind::Constraint, sqlerrors::constraint); }
    Statement prepared(const char *sql) { return TestDatabase::must(m_connection->prepare(sql)); }

    // Through a table and back, not just through an expression.
    template <class T>
    Statement stored(const T &value)
    {
        TestDatabase::must(m_connection->execute("DELETE FROM one"));
        TestDatabase::must(prepared("INSERT INTO one VALUES(?1)").bind(1, value).run());
        Statement read = prepared("SELECT v FROM one");
        if (!TestDatabase::must(read.step()))
            qFatal("the row is not there");
        return read;
    }

private slots:
    void init()
    {
        OpenOptions options;
        options.file = OpenOptions::inMemory();
        m_connection = TestDatabase::must(Connection::open(options));
        TestDatabase::must(m_connection->execute("CREATE TABLE one(v)"));
    }

    void integersComeBackAtTheirLimits()
    {
        for (const qint64 value : {std::numeric_limits<qint64>::min(), qint64(-1), qint64(0), qint64(1) << 53,
                                   (qint64(1) << 53) + 1, std::numeric_limits<qint64>::max()}) {
            const Statement row = stored(value);
            QCOMPARE(row.int64(0), value);
            QCOMPARE(row.type(0), ColumnType::Integer);
        }
        QCOMPARE(stored(std::numeric_limits<int>::min()).int32(0), std::numeric_limits<int>::min());
        QCOMPARE(stored(std::numeric_limits<quint32>::max()).int64(0), qint64(4294967295));
        QCOMPARE(stored(true).boolean(0), true);
        QCOMPARE(stored(false).boolean(0), false);
    }

    void realNumbersKeepEveryBit()
    {
        for (const double value : {0.1, -1e308, 5e-324, std::numeric_limits<double>::infinity()}) {
            const Statement row = stored(value);
            QCOMPARE(row.type(0), ColumnType::Real);
            QVERIFY(row.real(0) == value);
        }
        QVERIFY(stored(std::numeric_limits<double>::quiet_NaN()).isNull(0)); // SQLite has no NaN
    }

    void textsComeBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QStringLiteral("");
        QTest::newRow("ascii") << QStringLiteral("it's \"quoted\" %_\\");
        QTest::newRow("latin") << QStringLiteral("Grüße ÿ");
        QTest::newRow("chinese") << QStringLiteral("一站式调解，单雄信");
        QTest::newRow("rare character outside the first plane") << QStringLiteral("𠮷野家 😀");
        QTest::newRow("NUL inside") << QString::fromUtf16(u"before\0after", 12);
        QTest::newRow("100 000 characters") << QString(100'000, u'法');
        QTest::newRow("noncharacter") << QString(QChar(0xffff));
    }
    void textsComeBackAsTheyWere()
    {
        QFETCH(QString, text);
        const Statement row = stored(text);
        QCOMPARE(row.type(0), ColumnType::Text);
        QCOMPARE(row.text(0), text);
        QVERIFY(!row.text(0).isNull());
        QCOMPARE(row.utf8(0).toByteArray(), text.toUtf8());
    }

    void everyCharacterOfUnicodeIsEncodedAsQtWouldDoIt()
    {
        QString all;
        for (char32_t c = 1; c <= 0x10ffff; c += c < 0x3000 ? 1 : 7) {
            if (!QChar::isSurrogate(c))
                all += QString::fromUcs4(&c, 1);
        }
        QCOMPARE(stored(all).utf8(0).toByteArray(), all.toUtf8());
    }

    void aLoneSurrogateBecomesTheReplacementCharacter()
    {
        const QChar high(0xd842);
        const QChar low(0xdfb7);
        const QChar mark(QChar::ReplacementCharacter);
        QCOMPARE(stored(QString(u'a') + high + u'b').text(0), QString(u'a') + mark + u'b');
        QCOMPARE(stored(QString(low) + high).text(0), QString(mark) + mark);
        QCOMPARE(stored(QString(high) + high + low).text(0), QString(mark) + high + low);
    }

    void bytesComeBackAsTheyWere()
    {
        QByteArray all;
        for (int i = 0; i < 256; ++i)
            all += char(i);
        QCOMPARE(stored(all).blob(0), all);
        QCOMPARE(stored(QByteArray()).type(0), ColumnType::Blob);
        QCOMPARE(stored(QByteArray()).blob(0).size(), 0);
        QCOMPARE(stored(QByteArray(1'000'000, '\0')).blobView(0).size(), 1'000'000);
    }

    void nullIsNeitherEmptyNorZero()
    {
        QVERIFY(stored(std::nullopt).isNull(0));
        QVERIFY(stored(std::nullopt).text(0).isNull());
        QVERIFY(!stored(std::nullopt).optionalInt64(0));
        QVERIFY(stored(std::optional<qint64>()).isNull(0));
        QCOMPARE(*stored(std::optional<qint64>(7)).optionalInt64(0), 7);
        QVERIFY(!stored(QString()).isNull(0)); // a text without characters is a text
    }

    void idsDaysAndInstantsHaveOneForm()
    {
        SeededRandom random(1);
        const RecordId id = RecordId::make(Instant{1'700'000'000'000}, random);
        QCOMPARE(stored(id).recordId(0), id);
        QCOMPARE(stored(id).blob(0), id.toBytes());
        QVERIFY(stored(QStringLiteral("short")).recordId(0).isNull());
        const Day first = *Day::fromYmd(1, 1, 1);
        const Day last = *Day::fromYmd(9999, 12, 31);
        QCOMPARE(stored(first).day(0), first);
        QCOMPARE(stored(last).day(0), last);
        QCOMPARE(stored(Instant{-62'135'596'800'000}).instant(0), Instant{-62'135'596'800'000});
    }

    void namedAndNumberedParametersReachTheirPlaces()
    {
        Statement named = prepared("SELECT :b || :a || :b");
        named.bindName(":a", QStringLiteral("1")).bindName(":b", QStringLiteral("2"));
        QVERIFY(*named.step());
        QCOMPARE(named.text(0), QStringLiteral("212"));
        QCOMPARE(named.parameterCount(), 2);
        QCOMPARE(named.indexOf(":nobody"), 0);

        Statement numbered = prepared("SELECT ?2, ?1");
        numbered.bindAll(1, QStringLiteral("two"));
        QVERIFY(*numbered.step());
        QCOMPARE(numbered.text(0), QStringLiteral("two"));
        QCOMPARE(numbered.int64(1), 1);
    }

    void aWrongParameterIsTheErrorOfTheNextStepAndThenForgotten()
    {
        Statement statement = prepared("SELECT ?1");
        statement.bind(2, 5);
        YZ_VERIFY_FAILS(statement.step(), ErrorKind::Usage);
        statement.bind(1, 5);
        QVERIFY(*statement.step());
        QCOMPARE(statement.int64(0), 5);
        statement.reset();
        YZ_VERIFY_FAILS(statement.bindName(":nobody", 1).run(), ErrorKind::Usage);
    }

    void bindingsSurviveAResetUntilTheyAreCleared()
    {
        Statement statement = prepared("SELECT ?1");
        QVERIFY(*statement.bind(1, 5).step());
        statement.reset();
        QVERIFY(*statement.step());
        QCOMPARE(statement.int64(0), 5);
        statement.reset();
        statement.clearBindings();
        QVERIFY(*statement.step());
        QVERIFY(statement.isNull(0));
    }

    void columnsAreCountedAndNamed()
    {
        const Statement statement = prepared("SELECT 1 AS one, 2 AS \"二\"");
        QCOMPARE(statement.columnCount(), 2);
        QCOMPARE(statement.columnName(1), QStringLiteral("二"));
        QVERIFY(statement.isReadOnly());
        QVERIFY(!prepared("DELETE FROM one").isReadOnly());
    }

    void aFinishedStatementCanRunAgain()
    {
        Statement insert = prepared("INSERT INTO one VALUES(?1)");
        for (int i = 0; i < 10; ++i)
            YZ_VERIFY_OK(insert.bind(1, i).run());
        QCOMPARE(*m_connection->scalarInt("SELECT sum(v) FROM one"), 45);
    }

    void eachTakesTheRowsInTheirOrderAndCanBeAskedAgain()
    {
        Statement upTo = prepared("SELECT value FROM json_each('[3,1,2,5]') WHERE value < ?1");
        std::vector<qint64> seen;
        const auto take = [&seen](const Statement &row) { seen.push_back(row.int64(0)); };
        YZ_VERIFY_OK(upTo.bind(1, 3).each(take));
        QCOMPARE(seen, (std::vector<qint64>{1, 2}));
        YZ_VERIFY_OK(upTo.bind(1, 9).each(take));
        QCOMPARE(seen, (std::vector<qint64>{1, 2, 3, 1, 2, 5}));
        YZ_VERIFY_OK(upTo.bind(1, 0).each(take)); // no row at all
        QCOMPARE(seen.size(), std::size_t{6});
    }

    void anErrorOfTakeEndsEachAndIsItsAnswer()
    {
        YZ_VERIFY_OK(m_connection->execute("INSERT INTO one VALUES(1), (2), (3)"));
        Statement all = prepared("SELECT v FROM one ORDER BY v");
        std::vector<qint64> seen;
        const auto untilTwo = [&seen](const Statement &row) -> Outcome {
            seen.push_back(row.int64(0));
            return row.int64(0) < 2 ? Outcome() : Outcome(refusal());
        };
        YZ_VERIFY_FAILS(all.each(untilTwo), ErrorKind::Constraint);
        QCOMPARE(seen, (std::vector<qint64>{1, 2}));
        YZ_VERIFY_OK(m_connection->execute("DROP TABLE one")); // refused while a statement reads
        YZ_VERIFY_OK(m_connection->execute("CREATE TABLE one(v); INSERT INTO one VALUES(7)"));
        YZ_VERIFY_FAILS(all.each(untilTwo), ErrorKind::Constraint); // from its first row again
        QCOMPARE(seen, (std::vector<qint64>{1, 2, 7}));
    }

    void falseEndsEachWithoutAnError()
    {
        YZ_VERIFY_OK(m_connection->execute("INSERT INTO one VALUES(1), (2), (3)"));
        Statement all = prepared("SELECT v FROM one ORDER BY v");
        qint64 sum = 0;
        const auto untilTwo = [&sum](const Statement &row) {
            sum += row.int64(0);
            return row.int64(0) < 2;
        };
        YZ_VERIFY_OK(all.each(untilTwo));
        QCOMPARE(sum, 3);
        const auto orFail = [&](const Statement &row) -> Result<bool> {
            if (sum > 5)
                return refusal();
            return untilTwo(row);
        };
        YZ_VERIFY_OK(all.each(orFail)); // begins at the first row
        QCOMPARE(sum, 6);
        YZ_VERIFY_FAILS(all.each(orFail), ErrorKind::Constraint);
        YZ_VERIFY_OK(m_connection->execute("DROP TABLE one"));
    }

    void anErrorBetweenTwoRowsIsTheAnswerOfEach()
    {
        Statement broken = prepared("SELECT json_extract(value, '$') FROM json_each('[\"1\",\"{\"]')");
        int rows = 0;
        YZ_VERIFY_FAILS(broken.each([&rows](const Statement &) { ++rows; }), ErrorKind::Usage);
        QCOMPARE(rows, 1);
    }

    void aMovedStatementTakesItsPlaceAlong()
    {
        Statement first = prepared("SELECT 1 UNION ALL SELECT 2");
        QVERIFY(*first.step());
        Statement second = std::move(first);
        QVERIFY(*second.step());
        QCOMPARE(second.int64(0), 2);
        first = prepared("SELECT 3");
        QVERIFY(*first.step());
        QCOMPARE(first.int64(0), 3);
    }
};

QTEST_GUILESS_MAIN(StatementTest)
#include "StatementTest.moc"
