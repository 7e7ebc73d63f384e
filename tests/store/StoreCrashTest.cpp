// SPDX-License-Identifier: GPL-3.0-or-later
// A process that saves is killed at random moments, hundreds of times: what it reported as saved is there, and all tables
// agree.
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QMap>
#include <QProcess>
#include <QTest>
#include <QThread>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

StoreOptions optionsIn(const QString &folder)
{
    StoreOptions options;
    options.folder = folder;
    options.rules = rules();
    options.fastKeys = true;
    return options;
}

// The life of the other process: saves until somebody kills it, and says so after each save.
int saveForEver(const QString &folder)
{
    Result<std::unique_ptr<Store>> store = Store::open(optionsIn(folder), QStringLiteral("wang"), StoreFixture::password());
    if (!store) {
        std::puts(qPrintable(QStringLiteral("E ") + store.error().toLog()));
        return 1;
    }
    std::puts("O");
    std::fflush(stdout);
    SystemRandom random;
    std::vector<RecordId> mine;
    for (int round = 0;; ++round) {
        Change change;
        const QString text = QStringLiteral("第%1次").arg(round);
        const bool isNew = mine.empty() || random.below(3) == 0;
        const RecordId target = isNew ? RecordId::make(SystemClock().now(), random)
                                      : mine[random.below(static_cast<std::uint32_t>(mine.size()))];
        if (isNew) {
            Record record = sampleConsultation(text);
            record.id = target;
            change.operations.push_back(Operation::create(record));
        } else {
            change.operations.push_back(Operation::set(target, {{&consultation::question, Value(text)}}));
        }
        const Result<ChangeSet> saved = await((*store)->submit(change));
        if (!saved) {
            std::puts(qPrintable(QStringLiteral("E ") + saved.error().toLog()));
            return 1;
        }
        if (isNew)
            mine.push_back(target);
        std::puts(qPrintable(QStringLiteral("S %1 %2").arg(target.toString()).arg(round)));
        std::fflush(stdout);
    }
}

} // namespace

class StoreCrashTest : public QObject
{
    Q_OBJECT

private slots:
    void whatWasReportedAsSavedSurvivesEveryKill()
    {
        const int kills = qEnvironmentVariableIsSet("YIZHAN_KILLS") ? qEnvironmentVariableIntValue("YIZHAN_KILLS") : 200;
        StoreFixture store;
        store.close();
        SeededRandom random(static_cast<std::uint64_t>(kills));
        QMap<QString, int> reported; // id -> highest round that was reported
        int opened = 0;
        for (int i = 0; i < kills; ++i) {
            QProcess other;
            other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--save"), store.folder()});
            QVERIFY(other.waitForStarted());
            // every second time while it opens, otherwise while it saves, however slow the machine is
            if (i % 2 == 0)
                QVERIFY(other.waitForReadyRead());
            QThread::msleep(random.below(60));
            other.kill();
            QVERIFY(other.waitForFinished());
            for (const QByteArray &line : other.readAllStandardOutput().split('\n')) {
                QVERIFY2(!line.startsWith("E "), line.constData());
                opened += line == "O";
                const QList<QByteArray> words = line.split(' ');
                if (words.size() == 3 && words[0] == "S" && line.endsWith(words[2]))
                    reported[QString::fromLatin1(words[1])] = words[2].toInt();
            }
        }
        QVERIFY2(opened > kills / 10, "the other process never got as far as saving");
        QVERIFY(reported.size() > 5);
        everythingReportedIsThere(store, reported);
        tablesAgree(store);
    }

private:
    static void everythingReportedIsThere(StoreFixture &store, const QMap<QString, int> &reported)
    {
        // a process that was killed under load is seen by the lock for a moment longer than by its parent
        for (int i = 0; i < 100 && !store.tryOpen(); ++i)
            QThread::msleep(50);
        store.open();
        for (auto it = reported.begin(); it != reported.end(); ++it) {
            const Result<Record> record = await(store->record(*RecordId::fromString(it.key())));
            QVERIFY2(record.has_value(), qPrintable(it.key()));
            // a save whose report was cut off may stand as well, an older one may not
            const QString question = record->get(consultation::question);
            QVERIFY2(question.mid(1, question.size() - 2).toInt() >= it.value(), qPrintable(question));
        }
    }

    static void tablesAgree(StoreFixture &store)
    {
        QCOMPARE(await(store->verifyAudit())->firstBroken, -1);
        const Result<std::vector<Store::Check>> checks = await(store->verify());
        QVERIFY(checks);
        for (const Store::Check &check : *checks)
            QVERIFY2(check.good, qPrintable(check.part + u' ' + check.detail));
        // each saved row has its audit row and its operation, in numbers without a gap
        QCOMPARE(store.scalar("SELECT max(n) - count(*) FROM outbox"), qint64{0});
        QCOMPARE(
            store.scalar(
                "SELECT count(*) FROM consultation c WHERE unsent <> (SELECT count(*) FROM outbox o WHERE o.record = c.id)"),
            qint64{0});
        QCOMPARE(store.scalar("SELECT count(*) FROM consultation c WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.record = "
                              "c.id AND a.event = 'CREATE')"),
                 qint64{0});
        QCOMPARE(store.scalar("SELECT (SELECT count(*) FROM audit WHERE event IN ('CREATE', 'UPDATE') AND kind = 5) - (SELECT "
                              "count(*) FROM outbox WHERE kind = 5)"),
                 qint64{0});
        QCOMPARE(store.scalar("SELECT count(*) - count(DISTINCT case_no) FROM consultation"), qint64{0});
        QCOMPARE(store.scalar("SELECT count(*) FROM consultation") - store.scalar("SELECT count(*) FROM number"), qint64{0});
    }
};

// The test program starts itself as the process that saves.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == QStringLiteral("--save"))
        return saveForEver(app.arguments().value(2));
    StoreCrashTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "StoreCrashTest.moc"
