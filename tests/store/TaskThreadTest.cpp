// SPDX-License-Identifier: GPL-3.0-or-later
// One thread, one queue. Standard library only in what is tested, so the thread sanitizer has an opinion on it.
#include "store/TaskThread.h"

#include <QTest>

#include <atomic>
#include <future>
#include <vector>

using yizhan::Priority;
using yizhan::TaskThread;

class TaskThreadTest : public QObject
{
    Q_OBJECT

private slots:
    void tasksOfOnePriorityRunInTheOrderTheyCame()
    {
        TaskThread thread;
        std::vector<int> seen;
        for (int i = 0; i < 100; ++i)
            thread.post(Priority::Interactive, [&seen, i](TaskThread::Call) { seen.push_back(i); });
        thread.drain();
        QCOMPARE(seen.size(), std::size_t{100});
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    }

    void whatSomebodyWaitsForGoesBeforeBackgroundWork()
    {
        TaskThread thread;
        std::promise<void> gate;
        std::vector<int> seen;
        thread.post(Priority::Background, [wait = gate.get_future().share()](TaskThread::Call) { wait.wait(); });
        for (int i = 0; i < 3; ++i)
            thread.post(Priority::Background, [&seen](TaskThread::Call) { seen.push_back(2); });
        thread.post(Priority::Interactive, [&seen](TaskThread::Call) { seen.push_back(1); });
        gate.set_value();
        thread.drain();
        QCOMPARE(seen, (std::vector<int>{1, 2, 2, 2}));
    }

    void closingFinishesWhatPeopleWaitForAndGivesUpTheRest()
    {
        std::atomic<int> run = 0;
        std::atomic<int> abandoned = 0;
        const auto count = [&](TaskThread::Call call) { ++(call == TaskThread::Call::Run ? run : abandoned); };
        TaskThread thread;
        std::promise<void> gate;
        std::promise<void> begun;
        thread.post(Priority::Interactive, [&, wait = gate.get_future().share()](TaskThread::Call) {
            begun.set_value();
            wait.wait();
        });
        begun.get_future().wait();
        for (int i = 0; i < 5; ++i) {
            thread.post(Priority::Interactive, count);
            thread.post(Priority::Background, count);
        }
        std::thread closer([&] { thread.close(true); });
        while (!thread.isClosing())
            std::this_thread::yield();
        gate.set_value();
        closer.join();
        QCOMPARE(run.load(), 5);
        QCOMPARE(abandoned.load(), 5);
    }

    void aReaderThatClosesGivesUpEverythingQueued()
    {
        std::atomic<int> abandoned = 0;
        TaskThread thread;
        std::promise<void> gate;
        std::promise<void> begun;
        thread.post(Priority::Interactive, [&, wait = gate.get_future().share()](TaskThread::Call) {
            begun.set_value();
            wait.wait();
        });
        begun.get_future().wait();
        for (int i = 0; i < 7; ++i)
            thread.post(Priority::Interactive, [&](TaskThread::Call call) { abandoned += call == TaskThread::Call::Abandon; });
        std::thread closer([&] { thread.close(false); });
        while (!thread.isClosing())
            std::this_thread::yield();
        gate.set_value();
        closer.join();
        QCOMPARE(abandoned.load(), 7);
    }

    void aTaskThatComesTooLateIsAbandonedAtOnce()
    {
        TaskThread thread;
        thread.close(true);
        bool abandoned = false;
        thread.post(Priority::Interactive, [&](TaskThread::Call call) { abandoned = call == TaskThread::Call::Abandon; });
        QVERIFY(abandoned);
    }

    void aTaskMayPostTheNextOne()
    {
        TaskThread thread;
        std::atomic<int> rounds = 0;
        std::function<void(TaskThread::Call)> again = [&](TaskThread::Call call) {
            if (call == TaskThread::Call::Run && ++rounds < 50)
                thread.post(Priority::Background, again);
        };
        thread.post(Priority::Background, again);
        thread.drain();
        QCOMPARE(rounds.load(), 50);
    }

    void anIdleTaskWaitsForAQuietMomentAndOnlyTheLastOneRuns()
    {
        using std::chrono::milliseconds;
        TaskThread thread;
        std::atomic<int> dropped = 0;
        std::promise<int> ran;
        std::atomic<int> before = 0;
        thread.postIdle(milliseconds(10), [&](TaskThread::Call call) { dropped += call == TaskThread::Call::Abandon; });
        thread.postIdle(milliseconds(10), [&](TaskThread::Call call) {
            if (call == TaskThread::Call::Run)
                ran.set_value(before.load());
        });
        for (int i = 0; i < 50; ++i)
            thread.post(Priority::Background, [&](TaskThread::Call) { ++before; });
        QVERIFY(ran.get_future().get() <= 50);
        QVERIFY(dropped.load() <= 1);
        thread.drain();
        QCOMPARE(before.load(), 50);
    }

    void closingDropsAnIdleTask()
    {
        TaskThread thread;
        std::atomic<int> dropped = 0;
        thread.postIdle(std::chrono::hours(1), [&](TaskThread::Call call) { dropped += call == TaskThread::Call::Abandon; });
        thread.close(true);
        QCOMPARE(dropped.load(), 1);
        thread.postIdle(std::chrono::milliseconds(1),
                        [&](TaskThread::Call call) { dropped += call == TaskThread::Call::Abandon; });
        QCOMPARE(dropped.load(), 2);
    }

    void eachTaskIsCalledExactlyOnceHoweverManyThreadsPost()
    {
        std::atomic<int> calls = 0;
        constexpr int posters = 8;
        constexpr int each = 500;
        {
            TaskThread thread;
            std::vector<std::thread> threads;
            for (int p = 0; p < posters; ++p) {
                threads.emplace_back([&, p] {
                    for (int i = 0; i < each; ++i)
                        thread.post(i % 2 == p % 2 ? Priority::Interactive : Priority::Background,
                                    [&](TaskThread::Call) { ++calls; });
                });
            }
            for (int i = 0; i < 20; ++i)
                std::this_thread::yield();
            thread.close(true); // while they are still posting
            for (std::thread &poster : threads)
                poster.join();
        }
        QCOMPARE(calls.load(), posters * each);
    }
};

QTEST_APPLESS_MAIN(TaskThreadTest)
#include "TaskThreadTest.moc"
