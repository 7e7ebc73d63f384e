// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sql/SqlFixture.h"

#include "sql/SqlText.h"

using namespace yizhan;

class SqlTextTest : public QObject
{
    Q_OBJECT

private slots:
    void anyNameCanBeATable()
    {
        const TestDatabase database;
        const auto connection = database.open();
        for (const QString &name : {QStringLiteral("plain"), QStringLiteral("say \"hello\""), QStringLiteral("案件"),
                                    QStringLiteral("a.b"), QStringLiteral("select"), QStringLiteral("semi;colon'")}) {
            YZ_VERIFY_OK(connection->execute("CREATE TABLE " + quoteIdentifierUtf8(name) + "(v)"));
            Statement find = TestDatabase::must(connection->prepare("SELECT count(*) FROM sqlite_master WHERE name=?1"));
            QVERIFY(*find.bind(1, name).step());
            QCOMPARE(find.int64(0), 1);
        }
    }

    void aLiteralIsTheTextItself()
    {
        const TestDatabase database;
        const auto connection = database.open();
        const QString text = QStringLiteral("it's 'all' \"one\" -- text");
        QCOMPARE(*connection->scalarText("SELECT " + toUtf8(quoteLiteral(text))), text);
    }

    void anEscapedPatternFindsOnlyItself()
    {
        const TestDatabase database;
        const auto connection = database.open();
        const QStringList texts{QStringLiteral("100%"), QStringLiteral("100x"), QStringLiteral("a_b"), QStringLiteral("axb"),
                                QStringLiteral("c\\d")};
        for (const QString &pattern : texts) {
            int hits = 0;
            for (const QString &text : texts) {
                Statement like = TestDatabase::must(connection->prepare("SELECT ?1 LIKE ?2 ESCAPE '\\'"));
                QVERIFY(*like.bindAll(text, escapeLike(pattern)).step());
                hits += like.int32(0);
            }
            QCOMPARE(hits, 1);
        }
    }

    void utf8IsThatOfTheDatabase()
    {
        QCOMPARE(toUtf8(u"改"), QByteArray("\xe6\x94\xb9"));
        QCOMPARE(toUtf8(QString(QChar(0xd800))), QByteArray("\xef\xbf\xbd"));
        QCOMPARE(toUtf8(u""), QByteArray());
    }
};

QTEST_GUILESS_MAIN(SqlTextTest)
#include "SqlTextTest.moc"
