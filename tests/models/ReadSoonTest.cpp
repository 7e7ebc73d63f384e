// SPDX-License-Identifier: GPL-3.0-or-later
// A model reads soon after a change, once for many, and not for what does not concern it.
#include "models/ReadSoon.h"
#include "tests/support/StoreFixture.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

class ReadSoonTest : public QObject
{
    Q_OBJECT
private slots:
    void manyChangesAreReadOnce()
    {
        StoreFixture fixture;
        int readings = 0;
        const ReadSoon soon(fixture.store(), [&readings] { ++readings; }, {0, 50});
        QCOMPARE(readings, 0); // its owner is still being made
        QTRY_COMPARE(readings, 1);
        for (int i = 0; i < 5; ++i)
            emit fixture.store().changed(ChangeSet());
        QCOMPARE(readings, 1);
        QTRY_COMPARE(readings, 2);
        QTest::qWait(150);
        QCOMPARE(readings, 2);
    }

    void whatDoesNotConcernItIsNotRead()
    {
        StoreFixture fixture;
        int readings = 0;
        const ReadSoon soon(
            fixture.store(), [&readings] { ++readings; }, {0, 20}, [](const ChangeSet &changes) { return changes.everything; });
        QTRY_COMPARE(readings, 1);
        ChangeSet changes;
        emit fixture.store().changed(changes);
        QTest::qWait(80);
        QCOMPARE(readings, 1);
        changes.everything = true;
        emit fixture.store().changed(changes);
        QTRY_COMPARE(readings, 2);
    }
};

QTEST_GUILESS_MAIN(ReadSoonTest)
#include "ReadSoonTest.moc"
