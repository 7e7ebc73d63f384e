// SPDX-License-Identifier: GPL-3.0-or-later
// Answers come to the owner's thread, once, and to nobody when the owner has gone.
#include "base/Deliver.h"

#include <QPromise>
#include <QTest>
#include <QThread>
#include <thread>

using namespace yizhan;
using namespace Qt::StringLiterals;

class DeliverTest : public QObject
{
    Q_OBJECT

private slots:
    void bringsTheAnswerOfAnotherThreadToTheOwnersThread()
    {
        QPromise<int> promise;
        const QFuture<int> future = promise.future();
        QObject owner;
        int answer = 0;
        QThread *thread = nullptr;
        deliver(future, &owner, [&](int value) {
            answer = value;
            thread = QThread::currentThread();
        });
        std::thread worker([&promise] {
            promise.start();
            promise.addResult(42);
            promise.finish();
        });
        worker.join();
        QCOMPARE(answer, 0); // not before the owner's event loop turns
        QTRY_COMPARE(answer, 42);
        QCOMPARE(thread, owner.thread());
        QTRY_VERIFY(owner.children().isEmpty()); // the watcher has gone too
    }

    void anAnswerThatIsAlreadyThereStillComesLater()
    {
        QPromise<int> promise;
        const QFuture<int> future = promise.future();
        promise.start();
        promise.addResult(1);
        promise.finish();
        QObject owner;
        int calls = 0;
        deliver(future, &owner, [&](int) { ++calls; });
        QCOMPARE(calls, 0);
        QTRY_COMPARE(calls, 1);
    }

    void nobodyIsCalledWhenTheOwnerHasGone()
    {
        QPromise<int> promise;
        const QFuture<int> future = promise.future();
        auto owner = std::make_unique<QObject>();
        int calls = 0;
        deliver(future, owner.get(), [&](int) { ++calls; });
        promise.start();
        owner.reset();
        promise.addResult(1);
        promise.finish();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(calls, 0);
    }

    // The dangerous moment: the answer is under way in the event queue when the owner dies.
    void nobodyIsCalledWhenTheOwnerGoesWhileTheAnswerIsInTheQueue()
    {
        QPromise<int> promise;
        const QFuture<int> future = promise.future();
        auto owner = std::make_unique<QObject>();
        int calls = 0;
        deliver(future, owner.get(), [&](int) { ++calls; });
        promise.start();
        promise.addResult(1);
        promise.finish();
        owner.reset();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(calls, 0);
    }

    void theOwnerMayDieInsideTheAnswer()
    {
        QPromise<int> promise;
        const QFuture<int> future = promise.future();
        auto owner = std::make_unique<QObject>();
        int calls = 0;
        deliver(future, owner.get(), [&](int) {
            ++calls;
            owner.reset();
        });
        promise.start();
        promise.addResult(1);
        promise.finish();
        QTRY_COMPARE(calls, 1);
        QVERIFY(!owner);
    }

    void aFutureThatIsGivenUpDeliversNothing()
    {
        QObject owner;
        int calls = 0;
        {
            QPromise<int> promise;
            deliver(promise.future(), &owner, [&](int) { ++calls; });
            promise.start();
        } // a promise that is destroyed unkept cancels and finishes its future
        QTRY_VERIFY(owner.children().isEmpty());
        QCOMPARE(calls, 0);
    }
};

QTEST_GUILESS_MAIN(DeliverTest)
#include "DeliverTest.moc"
