// SPDX-License-Identifier: GPL-3.0-or-later
// The engine on its thread beside people who work: what is saved goes by itself, and locking stops everything.
#include "sync/engine/SyncEngine.h"
#include "records/kinds/Consultation.h"
#include "sync/protocol/Proof.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"
#include "tests/sync/PaperDistrict.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <mutex>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

// Carries requests to the district within the process; news are held back until somebody lets them go.
class PaperLine final : public Transport
{
public:
    PaperLine(PaperDistrict &district, std::mutex &mutex) : m_district(district), m_mutex(mutex) {}

    void send(const WireRequest &request, int, std::function<void(Answer)> done) override
    {
        if (request.path == "/v1/wait") // nothing new, for as long as it takes
            return;
        Answer answer;
        {
            const std::lock_guard guard(m_mutex);
            answer.response = m_district.handle(request);
        }
        m_timer.disconnect();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [done, answer] { done(answer); });
        m_timer.setSingleShot(true);
        m_timer.start(0);
    }
    void abort() override { m_timer.stop(); }

private:
    PaperDistrict &m_district;
    std::mutex &m_mutex;
    QTimer m_timer;
};

} // namespace

class SyncEngineTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSavedGoesByItselfAndTheStatusTellsTheQueue()
    {
        ManualClock time(Instant::fromLocal(*Day::fromYmd(2026, 3, 2), 9 * 60));
        PaperDistrict district(time);
        std::mutex mutex;
        StoreFixture fixture;
        auto made = std::make_shared<Workstation>();
        SeededRandom random(4);
        made->device = RecordId::make(time.now(), random);
        made->office = QStringLiteral("JO01");
        made->station = QStringLiteral("03");
        made->server = QStringLiteral("https://paper.example");
        SigningKey key = SigningKey::make(random);
        made->publicKey = key.publicKey;
        made->secretKey = SecureBytes::copyOf(key.secretKey);
        QVERIFY(await(SyncDoor(fixture.store()).enrol(made)));
        QVERIFY(workstation::exists(fixture.folder()));
        const Result<Workstation> kept = workstation::read(fixture.folder());
        QVERIFY(kept);
        QCOMPARE(kept->device, made->device);
        QCOMPARE(kept->secretKey.view().toByteArray(), key.secretKey);
        fixture.open();

        SyncEngineOptions options;
        options.clock = std::shared_ptr<Clock>(&time, [](Clock *) {});
        options.transport = [&](const Workstation &) { return std::make_unique<PaperLine>(district, mutex); };
        SyncEngine engine(fixture.store(), made, options);
        engine.start();
        QVERIFY(QTest::qWaitFor([&] { return engine.status().stage == SyncStage::NeedsLogin; }, 20'000));
        engine.login(QStringLiteral("wang"), StoreFixture::password(), {});
        QVERIFY(QTest::qWaitFor([&] { return engine.status().stage == SyncStage::Idle; }, 20'000));

        const RecordId id = fixture.create(sampleConsultation(QStringLiteral("自己走")));
        const auto arrived = [&] {
            const std::lock_guard guard(mutex);
            return district.row(id) != nullptr;
        };
        QVERIFY(QTest::qWaitFor(arrived, 20'000));
        // The district has it before its answer is here; the status before both says "nothing unsent" as well.
        QVERIFY(QTest::qWaitFor([&] { return !fixture.record(id).unsent; }, 20'000));
        QVERIFY(QTest::qWaitFor([&] { return engine.status().stage == SyncStage::Idle && engine.status().outbox.unsent == 0; },
                                20'000));
        engine.stop();
        QVERIFY(!engine.isRunning());
        fixture.create(sampleConsultation()); // nobody sends it
        const std::lock_guard guard(mutex);
        QCOMPARE(await(SyncDoor(fixture.store()).outbox())->unsent > 0, true);
    }

    void aLockedWorkstationHearsThatItIsToWipe()
    {
        ManualClock time(Instant::fromLocal(*Day::fromYmd(2026, 3, 2), 9 * 60));
        PaperDistrict district(time);
        district.device = wire::DeviceState::Wipe;
        std::mutex mutex;
        auto made = std::make_shared<Workstation>();
        SeededRandom random(4);
        made->device = RecordId::make(time.now(), random);
        SigningKey key = SigningKey::make(random);
        made->secretKey = SecureBytes::copyOf(key.secretKey);
        SyncEngineOptions options;
        options.clock = std::shared_ptr<Clock>(&time, [](Clock *) {});
        options.transport = [&](const Workstation &) { return std::make_unique<PaperLine>(district, mutex); };
        SyncEngine engine(made, options);
        QSignalSpy wipe(&engine, &SyncEngine::wipeDemanded);
        QSignalSpy off(&engine, &SyncEngine::signedOff);
        engine.start();
        QVERIFY(wipe.wait(20'000));
        engine.wiped();
        QVERIFY(off.count() > 0 || off.wait(20'000));
        engine.stop();
        QVERIFY(district.receipt.has_value());
    }
};

QTEST_GUILESS_MAIN(SyncEngineTest)
#include "SyncEngineTest.moc"
