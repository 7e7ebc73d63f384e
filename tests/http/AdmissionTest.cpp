// SPDX-License-Identifier: GPL-3.0-or-later
// What one address may use of the server.
#include "server/http/Admission.h"

#include <QTest>

using namespace yizhan;

class AdmissionTest : public QObject
{
    Q_OBJECT

private slots:
    void oneAddressCannotTakeAllConnections()
    {
        Admission admission({.connections = 10, .connectionsPerAddress = 3});
        for (int i = 0; i < 3; ++i)
            QVERIFY(admission.enter("one"));
        QVERIFY(!admission.enter("one"));
        QVERIFY(admission.enter("two"));
        admission.leave("one");
        QVERIFY(admission.enter("one"));
        QCOMPARE(admission.connections(), 4);
    }

    void thereIsAnEndToAllAddressesTogether()
    {
        Admission admission({.connections = 5, .connectionsPerAddress = 3});
        int entered = 0;
        for (int i = 0; i < 50; ++i)
            entered += admission.enter(QByteArray::number(i)) ? 1 : 0;
        QCOMPARE(entered, 5);
        admission.leave("0");
        QVERIFY(admission.enter("one more"));
    }

    void bodiesOfOneAddressLeaveRoomForOthers()
    {
        Admission admission({.memoryBytes = 100, .memoryPerAddress = 60});
        QVERIFY(admission.reserve("one", 60));
        QVERIFY(!admission.reserve("one", 1));
        QVERIFY(admission.reserve("two", 40));
        QVERIFY(!admission.reserve("three", 1));
        admission.release("one", 60);
        QVERIFY(admission.reserve("three", 60));
        QCOMPARE(admission.memory(), 100);
    }

    void whoAsksTooOftenWaitsAndIsServedAgain()
    {
        Admission admission({.requestsPerSecond = 2, .burst = 6});
        for (int i = 0; i < 6; ++i)
            QCOMPARE(admission.secondsUntilRequest("one", {}, 1000), 0);
        QCOMPARE(admission.secondsUntilRequest("one", {}, 1000), 1);
        QCOMPARE(admission.secondsUntilRequest("two", {}, 1000), 0);
        QCOMPARE(admission.secondsUntilRequest("one", {}, 2000), 0); // two more after a second
        QCOMPARE(admission.secondsUntilRequest("one", {}, 2000), 0);
        QCOMPARE(admission.secondsUntilRequest("one", {}, 2000), 1);
    }

    void oneWorkstationDoesNotUseUpTheShareOfItsOffice()
    {
        Admission admission({.requestsPerSecond = 3, .burst = 9});
        for (int i = 0; i < 3; ++i)
            QCOMPARE(admission.secondsUntilRequest("office", "busy", 0), 0);
        QCOMPARE(admission.secondsUntilRequest("office", "busy", 0), 1);
        QCOMPARE(admission.secondsUntilRequest("office", "calm", 0), 0);
    }

    void nobodyUsesUpAWorkstationsShareFromElsewhere()
    {
        Admission admission({.requestsPerSecond = 3, .burst = 9});
        while (admission.secondsUntilRequest("stranger", "stolen-name", 0) == 0) {}
        QCOMPARE(admission.secondsUntilRequest("office", "stolen-name", 0), 0);
    }

    void inventedNamesCrowdOutNobody()
    {
        Admission admission({.requestsPerSecond = 3, .burst = 300, .buckets = 100});
        int served = 0;
        for (int i = 0; i < 1'000; ++i)
            served += admission.secondsUntilRequest("stranger", QByteArray::number(i), 0) == 0 ? 1 : 0;
        QCOMPARE(served, 300); // under a thousand names, still the share of one address
        QCOMPARE(admission.secondsUntilRequest("office", "desk", 0), 0);
    }

    void aHouseIsOneOriginHoweverManyAddressesItHas()
    {
        const QByteArray net = QByteArray::fromHex("20010db800000001");
        QCOMPARE(originOf(net + QByteArray(8, '\1')), originOf(net + QByteArray(8, '\2')));
        QVERIFY(originOf(net + QByteArray(8, '\1')) != originOf(QByteArray::fromHex("20010db800000002") + QByteArray(8, '\1')));
        QCOMPARE(originOf(QByteArray::fromHex("00000000000000000000ffff0a000001")), QByteArray::fromHex("0a000001"));
    }
};

QTEST_APPLESS_MAIN(AdmissionTest)
#include "AdmissionTest.moc"
