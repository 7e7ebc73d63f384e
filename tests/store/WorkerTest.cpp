// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Worker.h"

#include <QTest>

#include <future>

using namespace yizhan;

namespace {

constexpr const char *endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

std::unique_ptr<Connection> memory()
{
    OpenOptions options;
    options.file = OpenOptions::inMemory();
    options.access = OpenOptions::Access::Create;
    Result<std::unique_ptr<Connection>> connection = Connection::open(options);
    if (!connection)
        qFatal("%s", qPrintable(connection.error().toLog()));
    return std::move(*connection);
}

} // namespace

class WorkerTest : public QObject
{
    Q_OBJECT

private slots:
    void itAnswersThroughAFuture()
    {
        Worker worker(memory());
        QFuture<Result<qint64>> answer = worker.ask(Priority::Interactive, {},
                                                    [](Connection &c) { return c.scalarInt("SELECT 6 * 7"); });
        answer.waitForFinished();
        QCOMPARE(*answer.result(), qint64{42});
    }

    void aQuestionThatIsNoLongerWantedIsNotEvenAsked()
    {
        Worker worker(memory());
        CancelToken token;
        token.cancel();
        bool asked = false;
        QFuture<Outcome> answer = worker.ask(Priority::Interactive, token, [&](Connection &) {
            asked = true;
            return Outcome();
        });
        answer.waitForFinished();
        QCOMPARE(answer.result().error().kind, ErrorKind::Cancelled);
        QVERIFY(!asked);
    }

    void aTaskThatGivesWayIsInterruptedBySomebodyWhoWaits()
    {
        Worker worker(memory());
        std::promise<void> begun;
        QFuture<Outcome> task = worker.ask(Priority::Background, {}, [&](Connection &connection) {
            begun.set_value();
            return worker.givingWay([&] { return connection.execute(endless); });
        });
        begun.get_future().wait();
        QFuture<Result<qint64>> answer = worker.ask(Priority::Interactive, {},
                                                    [](Connection &c) { return c.scalarInt("SELECT 6 * 7"); });
        answer.waitForFinished();
        QCOMPARE(*answer.result(), qint64{42});
        QCOMPARE(task.result().error().kind, ErrorKind::Cancelled);
    }

    void aTaskThatGivesWayGoesOnWhileOnlyBackgroundWorkWaits()
    {
        Worker worker(memory());
        std::promise<void> queued;
        const auto count = [&](Connection &connection) {
            queued.get_future().wait();
            return worker.givingWay([&] {
                return connection.scalarInt(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000) SELECT count(*) FROM n");
            });
        };
        QFuture<Result<qint64>> task = worker.ask(Priority::Background, {}, count);
        QFuture<Outcome> next = worker.ask(Priority::Background, {}, [](Connection &) { return Outcome(); });
        queued.set_value();
        next.waitForFinished();
        QCOMPARE(*task.result(), qint64{100000});
    }

    void pullingTheTokenStopsTheStatementThatRuns()
    {
        Worker worker(memory());
        CancelToken token;
        std::promise<void> begun;
        QFuture<Result<qint64>> answer = worker.ask(Priority::Interactive, token, [&begun](Connection &c) {
            begun.set_value();
            return c.scalarInt(endless);
        });
        begun.get_future().wait();
        token.cancel();
        answer.waitForFinished();
        QCOMPARE(answer.result().error().kind, ErrorKind::Cancelled);
        // and the next question is not harmed by it
        QFuture<Result<qint64>> next = worker.ask(Priority::Interactive, {},
                                                  [](Connection &c) { return c.scalarInt("SELECT 1"); });
        next.waitForFinished();
        QVERIFY(next.result().has_value());
    }

    void closingAReaderInterruptsWhatRuns()
    {
        Worker worker(memory());
        std::promise<void> begun;
        QFuture<Result<qint64>> answer = worker.ask(Priority::Interactive, {}, [&begun](Connection &c) {
            begun.set_value();
            return c.scalarInt(endless);
        });
        QFuture<Outcome> queued = worker.ask(Priority::Interactive, {}, [](Connection &) { return Outcome(); });
        begun.get_future().wait();
        worker.abandon();
        QCOMPARE(answer.result().error().kind, ErrorKind::Cancelled);
        QCOMPARE(queued.result().error().kind, ErrorKind::Cancelled);
    }

    void closingAWriterFinishesWhatIsQueued()
    {
        Worker worker(memory());
        std::vector<QFuture<Outcome>> answers;
        for (int i = 0; i < 20; ++i)
            answers.push_back(worker.ask(Priority::Interactive, {}, [](Connection &c) { return c.execute("SELECT 1"); }));
        worker.finish();
        for (const QFuture<Outcome> &answer : answers)
            QVERIFY(answer.result().has_value());
    }

    void slicesLetInteractiveWorkBetween()
    {
        Worker worker(memory());
        std::promise<void> gate;
        std::promise<Outcome> end;
        std::vector<int> order;
        worker.postSlices(
            {},
            [&, wait = gate.get_future().share()](Connection &) -> Result<bool> {
                wait.wait();
                order.push_back(0);
                return order.size() < 4;
            },
            [&](const Outcome &outcome) { end.set_value(outcome); });
        worker.post(
            Priority::Interactive, {}, [&](Connection &) { order.push_back(1); }, [](const Error &) {});
        gate.set_value();
        QVERIFY(end.get_future().get().has_value());
        QCOMPARE(std::count(order.begin(), order.end(), 1), 1);
        QVERIFY(order.back() == 0);
    }

    void aTransactionThatWasLeftOpenDoesNotHoldUpTheNextTask()
    {
        Worker worker(memory());
        worker.post(
            Priority::Interactive, {}, [](Connection &c) { QVERIFY(c.begin().has_value()); }, [](const Error &) {});
        QFuture<Outcome> next = worker.ask(Priority::Interactive, {}, [](Connection &c) { return c.begin(); });
        next.waitForFinished();
        QVERIFY(next.result().has_value());
    }
};

QTEST_APPLESS_MAIN(WorkerTest)
#include "WorkerTest.moc"
