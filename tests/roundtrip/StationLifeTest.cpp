// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a workstation with its real district: joining by snapshot, second clerks, grants that end, a server put back from
// its backup, a release that is too old, a clock that is wrong, and the end.
#include "records/Codec.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Mediation.h"
#include "sync/protocol/Body.h"
#include "tests/roundtrip/Computer.h"
#include "tests/support/Samples.h"

#include <QTest>

#include <set>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

const QString officeA = QString::fromLatin1(DistrictFixture::officeA);
const QString officeB = QString::fromLatin1(DistrictFixture::officeB);
const QStringList clerk{QStringLiteral("OFFICE_HEAD"), QStringLiteral("OFFICE_STAFF"), QStringLiteral("MEDIATOR")};
constexpr std::int64_t tenYearsMs = 3652LL * 86'400'000;

void addClerks(DistrictFixture &district)
{
    district.addUser(QStringLiteral("wang"), clerk, {officeA, officeB});
    district.addUser(QStringLiteral("li"), clerk, {officeA});
}

} // namespace

class StationLifeTest : public QObject
{
    Q_OBJECT

private slots:
    void theFirstSynchronisationGoesOnAfterACutWhereItStood()
    {
        DistrictOptions options = DistrictFixture::cheap();
        options.partBytes = 16 * 1024; // several parts
        DistrictFixture district(options);
        addClerks(district);
        Computer one(district, Computer::of(QStringLiteral("wang"), 1));
        std::vector<RecordId> ids;
        for (int i = 0; i < 60; ++i)
            ids.push_back(
                one.create(sampleConsultation(QStringLiteral("第%1件 ").arg(i) + QString(300 + i, QChar(0x4e00 + i)))));
        one.run();
        QCOMPARE(one.outbox().unsent, 0);

        Computer two(district, Computer::of(QStringLiteral("li"), 2));
        int parts = 0;
        int resumed = 0;
        two.weather = [&](const WireRequest &request, WireResponse &response) {
            if (!request.range.isEmpty())
                ++resumed;
            response = district.district().handle(request, {});
            if (!request.path.startsWith("/v1/snapshot/") || ++parts != 2)
                return true;
            two.failure = {TransportFailure::Kind::NoLine, response.body.left(response.body.size() / 2)};
            return false;
        };
        two.run();
        two.run();
        QVERIFY(parts > 3);
        QVERIFY(resumed > 0);
        for (const RecordId &id : ids)
            QCOMPARE(two.record(id).get(consultation::question), one.record(id).get(consultation::question));
        QVERIFY(two.core().status().beyondRepair.isEmpty());
        QCOMPARE(two.core().status().stage, SyncStage::Idle);
    }

    void afterAFirstCopyTheLogBringsOnlyWhatCameSince()
    {
        DistrictOptions options = DistrictFixture::cheap();
        options.partBytes = 16 * 1024;
        DistrictFixture district(options);
        addClerks(district);
        Computer one(district, Computer::of(QStringLiteral("wang"), 1));
        for (int i = 0; i < 60; ++i)
            one.create(sampleConsultation(QString(300 + i, QChar(0x4e00 + i))));
        one.run();

        Computer two(district, Computer::of(QStringLiteral("li"), 2));
        RecordId late;
        std::set<RecordId> pulled; // cases of the office
        two.weather = [&](const WireRequest &request, WireResponse &response) {
            if (request.path.startsWith("/v1/snapshot/") && late.isNull()) {
                late = one.create(sampleConsultation(QStringLiteral("抄录之后")));
                one.run();
            }
            response = district.district().handle(request, {});
            if (request.path != "/v1/pull" || response.status != 200)
                return true;
            const auto answer = readBody<wire::PullResponse>(response.contentType, response.contentEncoding, response.body);
            for (const wire::Page &page : answer ? answer->pages : std::vector<wire::Page>()) {
                for (const wire::Entry &entry : page.entries) {
                    const Result<Record> row = decodeRecord(entry.row);
                    if (page.office == officeA && row)
                        pulled.insert(row->root);
                }
            }
            return true;
        };
        two.run();
        QVERIFY(two.has(late));
        QCOMPARE(pulled.size(), std::size_t{1});
        QCOMPARE(*pulled.begin(), late);
    }

    void aSecondClerkIsLetInByTheKeyThatTheDistrictKeeps()
    {
        DistrictFixture district;
        addClerks(district);
        Computer one(district, Computer::of(QStringLiteral("wang"), 1));
        const RecordId id = one.create(sampleConsultation());
        one.run(); // the first login leaves the key with the district
        const Result<wire::LoginResponse> let = one.logInElsewhere(QStringLiteral("li"), QString::fromLatin1(password));
        QVERIFY(let);
        const Result<SecureBytes> key = workstation::openSealed(one.workstation(), let->keys);
        QVERIFY(key);
        one.close();
        QVERIFY(Store::admit(one.options(), *key, QStringLiteral("li"), let->person.user, QString::fromLatin1(password)));
        one.restart(QStringLiteral("li"), QString::fromLatin1(password));
        one.set(id, {{&consultation::answer, Value(QStringLiteral("李答复"))}});
        one.run();
        QCOMPARE(one.outbox().unsent, 0);
        QCOMPARE(one.outbox().refused, 0);

        // a forgotten password: the administrator sets another one, by which the district lets the person in again
        const QString fresh = QStringLiteral("New-password-77");
        QVERIFY(district.admin().setPassword(QStringLiteral("li"), fresh));
        QVERIFY(!one.logInElsewhere(QStringLiteral("li"), QString::fromLatin1(password)));
        const Result<wire::LoginResponse> again = one.logInElsewhere(QStringLiteral("li"), fresh);
        QVERIFY(again);
        const Result<SecureBytes> same = workstation::openSealed(one.workstation(), again->keys);
        QVERIFY(same);
        one.close();
        QVERIFY(Store::admit(one.options(), *same, QStringLiteral("li"), again->person.user, fresh));
        one.restart(QStringLiteral("li"), fresh);
        QCOMPARE(one.record(id).get(consultation::answer), QStringLiteral("李答复"));
        one.run();
        QVERIFY(!one.core().status().error);
    }

    void aGrantThatEndsTakesItsRowsAway()
    {
        DistrictFixture district;
        addClerks(district);
        Computer one(district, Computer::of(QStringLiteral("wang"), 1));
        Computer::Setting both = Computer::of(QStringLiteral("wang"), 2);
        both.office = officeB;
        both.moreOffices = {officeA};
        Computer two(district, both);
        const RecordId theirs = one.create(sampleConsultation());
        const RecordId own = two.create(sampleConsultation(QStringLiteral("本所的")));
        one.run();
        two.run();
        QVERIFY(two.has(theirs));
        QVERIFY(district.admin().endGrant(two.workstation().device, officeA));
        two.clock().advanceMs(3'600'000);
        district.clock().advanceMs(3'600'000);
        two.run();
        two.run();
        QVERIFY(!two.has(theirs));
        QVERIFY(two.has(own));
        QVERIFY(one.has(theirs));
    }

    // The district has it in the first office still, and that one is granted.
    void aGrantThatEndsLeavesACaseThatIsHandedOverHereOnly()
    {
        DistrictFixture district;
        addClerks(district);
        Computer one(district, Computer::of(QStringLiteral("wang"), 1));
        const RecordId id = one.create(sampleConsultation());
        one.run();
        bool isHeld = true; // nothing gets through to the district
        one.failure = {TransportFailure::Kind::Timeout, {}};
        one.weather = [&](const WireRequest &request, WireResponse &response) {
            if (isHeld && request.path == "/v1/push")
                return false;
            response = district.handle(request);
            return true;
        };
        Operation handOver;
        handOver.act = Operation::Act::Transfer;
        handOver.target = id;
        handOver.office = officeB;
        one.submit(std::move(handOver), QStringLiteral("管辖调整"));
        const auto later = [&] {
            one.clock().advanceMs(3'600'000);
            district.clock().advanceMs(3'600'000);
            one.run();
        };
        QVERIFY(district.admin().grant(one.workstation().device, officeB, true));
        later();
        QVERIFY(district.admin().endGrant(one.workstation().device, officeB));
        later();
        QVERIFY(one.has(id));
        QCOMPARE(one.core().status().differences, 0);
        isHeld = false;
        later();
        QCOMPARE(one.outbox().unsent, 0);
        QVERIFY(!one.has(id));
        QCOMPARE(one.core().status().differences, 0);
        QCOMPARE(district.number("SELECT COUNT(*) FROM record WHERE id = ? AND office = 'JO02'", {id}), qint64{1});
    }

    // It was taken, the answer was lost, the grant ended: the answer that comes again brings no row back.
    void whatWasTakenOfAnOfficeThatIsNotGrantedAnyMoreDoesNotComeBack()
    {
        DistrictFixture district;
        addClerks(district);
        Computer::Setting both = Computer::of(QStringLiteral("wang"), 1);
        both.office = officeB;
        both.moreOffices = {officeA};
        Computer one(district, both);
        one.run();
        Record theirs = sampleConsultation();
        theirs.office = officeA;
        const RecordId id = one.create(std::move(theirs));
        bool isLost = true;
        one.failure = {TransportFailure::Kind::Timeout, {}};
        one.weather = [&](const WireRequest &request, WireResponse &response) {
            response = district.handle(request);
            return !(isLost && request.path == "/v1/push");
        };
        one.run();
        QCOMPARE(district.number("SELECT COUNT(*) FROM record WHERE id = ?", {id}), qint64{1});
        one.set(id, {{&consultation::answer, Value(QStringLiteral("可以"))}}); // will be refused
        QVERIFY(district.admin().endGrant(one.workstation().device, officeA));
        one.restart();
        one.run();
        QVERIFY(!one.has(id));
        isLost = false;
        one.clock().advanceMs(3'600'000);
        district.clock().advanceMs(3'600'000);
        one.run();
        QCOMPARE(one.outbox().unsent, 0);
        QVERIFY(!one.has(id));
    }

    void aRevokedWorkstationHandsInItsWorkWipesAndSignsOff()
    {
        DistrictFixture district;
        addClerks(district);
        Computer one(district, Computer::of(QStringLiteral("wang"), 1));
        one.create(sampleConsultation());
        one.run();
        one.create(sampleConsultation(QStringLiteral("还没有发出")));
        const std::int64_t unsent = one.outbox().unsent;
        QVERIFY(unsent > 0);
        const RecordId device = one.workstation().device;
        QVERIFY(district.admin().revokeDevice(device));
        one.run();
        one.run();
        QVERIFY(one.isStopped);
        QVERIFY(!Store::exists(one.folder()));
        QVERIFY(!workstation::exists(one.folder()));
        const auto devices = district.admin().listDevices();
        QVERIFY(devices && devices->size() == 1);
        QCOMPARE(devices->front().quarantined, qint64{unsent});
        QVERIFY(devices->front().hasReceipt);
        QVERIFY(district.admin().releaseQuarantine(device).has_value());
        QVERIFY(district.admin().verify()->faults.isEmpty());
    }

    void afterARestoreEverythingIsSentOnceMore()
    {
        DistrictFixture district;
        addClerks(district);
        Computer one(district, Computer::of(QStringLiteral("wang"), 1));
        Computer two(district, Computer::of(QStringLiteral("li"), 2));
        const RecordId kept = one.create(sampleConsultation(QStringLiteral("甲")));
        one.run();
        two.run();
        const QString backup = district.folder() + QStringLiteral("/backup");
        QVERIFY(district.admin().backup(backup));
        const RecordId lost = one.create(sampleConsultation(QStringLiteral("乙")));
        one.set(kept, {{&consultation::question, Value(QStringLiteral("甲改"))}});
        one.run();
        two.run();
        two.set(lost, {{&consultation::answer, Value(QStringLiteral("已答复"))}});
        two.run();
        one.run();
        QVERIFY(district.admin().restore(backup));
        // whoever comes first: work on a row that only the other workstation can bring back
        two.run();
        one.run();
        for (int i = 0; i < 3; ++i) {
            two.run();
            one.run();
        }
        for (Computer *at : {&one, &two}) {
            QCOMPARE(at->outbox().unsent, 0);
            QCOMPARE(at->record(kept).get(consultation::question), QStringLiteral("甲改"));
            QVERIFY(at->has(lost));
            QVERIFY(at->core().status().beyondRepair.isEmpty());
        }
        QCOMPARE(one.record(lost).version, two.record(lost).version);
        QCOMPARE(district.number("SELECT COUNT(*) FROM record WHERE id = ?", {lost}), qint64{1});
        // the answer stands, or a person finds it in the list
        const bool stands = one.record(lost).get(consultation::answer) == QStringLiteral("已答复");
        QVERIFY(stands || !one.conflicts().empty() || two.outbox().returned > 0);
        QVERIFY(district.admin().verify()->faults.isEmpty());
    }

    void aReleaseThatIsTooOldHandsInAndReadsNothing()
    {
        DistrictOptions options = DistrictFixture::cheap();
        options.minimumSchema = schemaVersion + 2;
        DistrictFixture district(options);
        addClerks(district);
        Computer one(district, Computer::of(QStringLiteral("wang"), 1));
        const RecordId id = one.create(sampleConsultation());
        one.run();
        QCOMPARE(one.outbox().unsent, 0);
        QVERIFY(one.core().status().tooOldToRead);
        QCOMPARE(district.number("SELECT COUNT(*) FROM record WHERE id = ?", {id}), qint64{1});
        QVERIFY(one.has(id)); // and goes on working
    }

    void aClockThatIsTenYearsWrongHindersNothing_data()
    {
        QTest::addColumn<qint64>("skewMs");
        QTest::newRow("ahead") << qint64{tenYearsMs};
        QTest::newRow("behind") << qint64{-tenYearsMs};
    }

    void aClockThatIsTenYearsWrongHindersNothing()
    {
        QFETCH(qint64, skewMs);
        DistrictFixture district;
        addClerks(district);
        Computer::Setting wrong = Computer::of(QStringLiteral("wang"), 1);
        wrong.skewMs = skewMs;
        Computer one(district, wrong);
        Computer two(district, Computer::of(QStringLiteral("li"), 2));
        const RecordId theirs = two.create(sampleConsultation());
        two.run();
        one.run();
        QVERIFY(one.has(theirs));
        one.set(theirs, {{&consultation::answer, Value(QStringLiteral("照常"))}});
        one.run();
        two.run();
        QCOMPARE(one.outbox().unsent, 0);
        QCOMPARE(two.record(theirs).get(consultation::answer), QStringLiteral("照常"));
        QVERIFY(std::abs(one.core().status().clockDifferenceMs.value_or(0)) > tenYearsMs / 2);
    }

    void aNewAuthorityReachesThoseWhoJoinedBefore()
    {
        DistrictFixture district;
        addClerks(district);
        Computer one(district, Computer::of(QStringLiteral("wang"), 1));
        one.run();
        one.weather = [&](const WireRequest &request, WireResponse &response) {
            response = district.district().handle(request, {});
            if (request.path == "/v1/hello") {
                wire::HelloResponse hello = *readBody<wire::HelloResponse>(response);
                hello.certificates = "both authorities";
                response = answer(request, hello);
            }
            return true;
        };
        one.restart();
        one.run();
        QCOMPARE(one.core().certificates(), QByteArray("both authorities"));
        QCOMPARE(workstation::read(one.folder())->certificates, QByteArray("both authorities"));
        QCOMPARE(workstation::read(one.folder())->device, one.workstation().device);
    }
};

QTEST_GUILESS_MAIN(StationLifeTest)
#include "StationLifeTest.moc"
