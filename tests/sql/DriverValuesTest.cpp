// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sql/DriverFixture.h"

#include <QDateTime>
#include <QSqlDriver>
#include <QSqlField>
#include <QTimeZone>
#include <QUuid>
#include <limits>

using namespace yizhan;

// Values on their way into the database and back, and the same values written into SQL text.
class DriverValuesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DriverDatabase> m_db;

    QVariant throughATable(const QVariant &value)
    {
        m_db->run(QStringLiteral("DELETE FROM one"));
        QSqlQuery query = m_db->query();
        if (!query.prepare(QStringLiteral("INSERT INTO one VALUES(?)")))
            return QStringLiteral("not prepared");
        query.addBindValue(value);
        if (!query.exec())
            return query.lastError().text();
        return m_db->value(QStringLiteral("SELECT v FROM one"));
    }

private slots:
    void init()
    {
        m_db = std::make_unique<DriverDatabase>();
        m_db->run(QStringLiteral("CREATE TABLE one(v)"));
    }
    void cleanup() { m_db.reset(); }

    void valuesKeepTheirTypeAndContent_data()
    {
        QTest::addColumn<QVariant>("in");
        QTest::addColumn<QVariant>("out");
        const auto row = [](const char *name, const QVariant &in, const QVariant &out) { QTest::newRow(name) << in << out; };
        row("int", 42, qint64(42));
        row("negative", -1, qint64(-1));
        row("unsigned", 4294967295u, qint64(4294967295));
        row("largest", std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max());
        row("smallest", std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::min());
        row("unsigned 64 bits that fit", quint64(5), qint64(5));
        row("unsigned 64 bits that do not", std::numeric_limits<quint64>::max(), QStringLiteral("18446744073709551615"));
        row("short", QVariant::fromValue(short(-7)), qint64(-7));
        row("true", true, qint64(1));
        row("false", false, qint64(0));
        row("double", 0.1, 0.1);
        row("whole double", 2.0, 2.0);
        row("float", QVariant::fromValue(0.5f), 0.5);
        row("text", QStringLiteral("it's 单雄信 \"x\""), QStringLiteral("it's 单雄信 \"x\""));
        row("empty text", QStringLiteral(""), QStringLiteral(""));
        row("text like a number", QStringLiteral("007"), QStringLiteral("007"));
        row("text with NUL", QString::fromUtf16(u"a\0b", 3), QString::fromUtf16(u"a\0b", 3));
        row("lone surrogate", QString(QChar(0xd800)), QString(QChar(QChar::ReplacementCharacter)));
        row("bytes", QByteArray("\0\xff\x80", 3), QByteArray("\0\xff\x80", 3));
        row("no bytes", QByteArray(""), QByteArray(""));
        row("date", QDate(2026, 2, 17), QStringLiteral("2026-02-17"));
        row("time", QTime(13, 5, 7, 9), QStringLiteral("13:05:07.009"));
        row("local date and time", QDateTime(QDate(2026, 2, 17), QTime(1, 2, 3, 4)), QStringLiteral("2026-02-17T01:02:03.004"));
        row("date and time in UTC", QDateTime(QDate(2026, 2, 17), QTime(1, 2, 3), Qt::UTC),
            QStringLiteral("2026-02-17T01:02:03.000Z"));
        row("date and time with offset", QDateTime(QDate(2026, 2, 17), QTime(1, 2, 3), Qt::OffsetFromUTC, 8 * 3600),
            QStringLiteral("2026-02-17T01:02:03.000+08:00"));
        row("uuid", QUuid(QStringLiteral("{01234567-89ab-cdef-0123-456789abcdef}")),
            QStringLiteral("{01234567-89ab-cdef-0123-456789abcdef}"));
        row("character", QChar(u'法'), QStringLiteral("法"));
    }
    void valuesKeepTheirTypeAndContent()
    {
        QFETCH(QVariant, in);
        QFETCH(QVariant, out);
        const QVariant back = throughATable(in);
        QCOMPARE(back.typeId(), out.typeId());
        QCOMPARE(back, out);
    }

    void nothingIsNull_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::newRow("invalid") << QVariant();
        QTest::newRow("typed") << QVariant(QMetaType::fromType<int>());
        QTest::newRow("null text") << QVariant(QString());
        QTest::newRow("null bytes") << QVariant(QByteArray());
        QTest::newRow("null date") << QVariant(QDate());
        QTest::newRow("null time") << QVariant(QTime());
        QTest::newRow("null date and time") << QVariant(QDateTime());
        QTest::newRow("null uuid") << QVariant(QUuid());
    }
    void nothingIsNull()
    {
        QFETCH(QVariant, value);
        const QVariant back = throughATable(value);
        QVERIFY(back.isNull());
        QCOMPARE(back.typeId(), int(QMetaType::QString));
        QCOMPARE(m_db->value(QStringLiteral("SELECT typeof(v) FROM one")).toString(), QStringLiteral("null"));
        QSqlQuery query = m_db->query();
        YZ_EXEC(query, QStringLiteral("SELECT v FROM one"));
        QVERIFY(query.next());
        QVERIFY(query.isNull(0));
    }

    void aTypeWithoutAFormInTheDatabaseIsRefused()
    {
        QSqlQuery query = m_db->query();
        QVERIFY(query.prepare(QStringLiteral("INSERT INTO one VALUES(?)")));
        query.addBindValue(QVariantMap{{QStringLiteral("a"), 1}});
        QVERIFY(!query.exec());
        QCOMPARE(kindOf(query.lastError()), std::optional(ErrorKind::Constraint));
    }

    void longValuesComeBackWhole()
    {
        const QString text(100'000, u'文');
        QCOMPARE(throughATable(text).toString(), text);
        QByteArray bytes(3'000'000, 'b');
        bytes[1'500'000] = '\0';
        QCOMPARE(throughATable(bytes).toByteArray(), bytes);
    }

    void realNumbersFollowThePrecisionPolicy()
    {
        const QString sql = QStringLiteral("SELECT 3.7, 9007199254740993, 1e15");
        const auto read = [&](QSql::NumericalPrecisionPolicy policy) {
            QSqlQuery query = m_db->query();
            query.setNumericalPrecisionPolicy(policy);
            if (!query.exec(sql) || !query.next())
                return QVariantList();
            return QVariantList{query.value(0), query.value(1), query.value(2)};
        };
        QCOMPARE(read(QSql::LowPrecisionDouble), (QVariantList{3.7, qint64(9007199254740993), 1e15}));
        QCOMPARE(read(QSql::HighPrecision), (QVariantList{3.7, qint64(9007199254740993), 1e15}));
        QCOMPARE(read(QSql::LowPrecisionInt64),
                 (QVariantList{qint64(3), qint64(9007199254740993), qint64(1'000'000'000'000'000)}));
        QCOMPARE(read(QSql::LowPrecisionInt32).first(), QVariant(3));
    }

    void thePolicyOfTheDatabaseIsThatOfItsQueries()
    {
        QSqlDatabase database = m_db->database();
        database.setNumericalPrecisionPolicy(QSql::LowPrecisionInt64);
        QCOMPARE(m_db->value(QStringLiteral("SELECT 3.7")), QVariant(qint64(3)));
    }

    void aFormattedValueIsTheValueItself_data() { valuesKeepTheirTypeAndContent_data(); }
    void aFormattedValueIsTheValueItself()
    {
        QFETCH(QVariant, in);
        QFETCH(QVariant, out);
        if (out.toString().contains(QChar(u'\0')) || in.toString() == QString(QChar(0xd800)))
            return; // SQL text ends at a NUL and has no lone surrogates: such values are only ever bound
        QSqlField field(QStringLiteral("f"), in.metaType());
        field.setValue(in);
        const QVariant back = m_db->value(QStringLiteral("SELECT ") + m_db->database().driver()->formatValue(field));
        QCOMPARE(back, out);
    }

    void aFormattedNullIsNullAndBlanksAreTrimmedOnRequest()
    {
        const QSqlDriver *driver = m_db->database().driver();
        QSqlField field(QStringLiteral("f"), QMetaType::fromType<QString>());
        QCOMPARE(driver->formatValue(field), QStringLiteral("NULL"));
        field.setValue(QStringLiteral(" it's  "));
        QCOMPARE(driver->formatValue(field), QStringLiteral("' it''s  '"));
        QCOMPARE(driver->formatValue(field, true), QStringLiteral("' it''s'"));
    }
};

QTEST_GUILESS_MAIN(DriverValuesTest)
#include "DriverValuesTest.moc"
