// SPDX-License-Identifier: GPL-3.0-or-later
// The last things that a workstation does when the district has told it to wipe.
#include "tests/support/Samples.h"
#include "tests/sync/PaperDistrict.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

class RevocationTest : public QObject
{
    Q_OBJECT

private slots:
    void aRevokedWorkstationHandsInItsWorkAndWipes()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Desk desk(district);
        desk.create(sampleConsultation());
        const std::int64_t unsent = desk.outbox().unsent;
        QVERIFY(unsent > 0);
        district.device = wire::DeviceState::Wipe;
        district.closing = true;
        while (desk.step()) {}
        QCOMPARE(desk.core().next().kind, SyncCore::Step::Kind::Wipe);
        QCOMPARE(std::int64_t(district.salvaged.size()), unsent);
        desk.core().wiped();
        const SyncCore::Step receipt = desk.core().next();
        QCOMPARE(receipt.request.path, QByteArray("/v1/receipt"));
        desk.core().take(district.handle(receipt.request));
        QCOMPARE(district.receipt->salvaged, unsent);
        QCOMPARE(district.receipt->lost, 0);
        QCOMPARE(desk.core().next().kind, SyncCore::Step::Kind::Stop);
    }

    void aWorkstationWithoutAStoreSignsOffEvenIfTheDistrictHasForgottenTheRevocation()
    {
        ManualClock clock(Instant{1'772'413'200'000});
        PaperDistrict district(clock);
        Desk desk(district);
        district.device = wire::DeviceState::Wipe;
        district.closing = true;
        while (desk.step()) {}
        QCOMPARE(desk.core().next().kind, SyncCore::Step::Kind::Wipe);
        desk.core().wiped();
        QCOMPARE(desk.core().next().request.path, QByteArray("/v1/receipt"));
        desk.core().fail({TransportFailure::Kind::Timeout, {}});
        district.device = wire::DeviceState::Good; // it was put back from a backup
        district.closing = false;
        SyncCore::Step last;
        for (int i = 0; i < 10 && last.kind != SyncCore::Step::Kind::Stop; ++i) {
            last = desk.core().next();
            if (last.kind == SyncCore::Step::Kind::Wait)
                desk.clock().set(last.until);
            else if (last.kind == SyncCore::Step::Kind::Send)
                desk.core().take(district.handle(last.request));
        }
        QCOMPARE(last.kind, SyncCore::Step::Kind::Stop);
        QVERIFY(district.receipt.has_value());
    }
};

QTEST_GUILESS_MAIN(RevocationTest)
#include "RevocationTest.moc"
