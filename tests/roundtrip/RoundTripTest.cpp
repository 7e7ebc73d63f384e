// SPDX-License-Identifier: GPL-3.0-or-later
// Two workstations and their district, all of it real but the line: what one enters the other reads, whoever came first stands,
// cases go from office to office, attachments and numbers follow.
#include "records/kinds/Attachment.h"
#include "records/kinds/Common.h"
#include "records/kinds/Conflict.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Mediation.h"
#include "tests/roundtrip/Computer.h"
#include "tests/support/Samples.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

const QString officeA = QString::fromLatin1(DistrictFixture::officeA);
const QString officeB = QString::fromLatin1(DistrictFixture::officeB);
const QStringList clerk{QStringLiteral("OFFICE_HEAD"), QStringLiteral("OFFICE_STAFF"), QStringLiteral("MEDIATOR")};

// Wang and Li work in the first office, Zhao in the second.
struct Town {
    explicit Town(const DistrictOptions &options = DistrictFixture::cheap()) : district(options)
    {
        district.addUser(QStringLiteral("wang"), clerk, {officeA});
        district.addUser(QStringLiteral("li"), clerk, {officeA});
        district.addUser(QStringLiteral("zhao"), clerk, {officeB});
    }
    Computer::Setting of(const QString &login, std::uint64_t seed)
    {
        Computer::Setting setting = Computer::of(login, seed);
        setting.office = login == QStringLiteral("zhao") ? officeB : officeA;
        return setting;
    }
    DistrictFixture district;
};

// Entered at one computer and read at the other.
RecordId knownToBoth(Computer &one, Computer &two, Record record)
{
    const RecordId id = one.create(std::move(record));
    one.run();
    two.run();
    return id;
}

// Another district's clerk did it: a hand-over as the window asks for it.
Operation handOver(const RecordId &root, const QString &office)
{
    Operation operation;
    operation.act = Operation::Act::Transfer;
    operation.target = root;
    operation.office = office;
    return operation;
}

QString writtenFile(const QString &folder, const QByteArray &content)
{
    QFile file(folder + QStringLiteral("/scan.pdf"));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no file");
    return file.fileName();
}

RecordId attach(Computer &at, const RecordId &root, const QByteArray &content)
{
    const Result<Inputs> blob = await(at.store().addBlob(writtenFile(at.folder(), content)));
    if (!blob)
        qFatal("%s", qPrintable(blob.error().toLog()));
    Record row(Kind::Attachment);
    row.root = root;
    row.parent = root;
    row.set(attachment::name, QStringLiteral("扫描件.pdf"));
    row.set(attachment::fileClass, QStringLiteral("EVIDENCE"));
    for (const auto &[field, value] : *blob)
        row.setValue(*field, value);
    return at.create(row);
}

} // namespace

class RoundTripTest : public QObject
{
    Q_OBJECT

private slots:
    void whatOneEntersTheOtherReadsAndTheDistrictsOwnRecordsArrive()
    {
        Town town;
        Computer one(town.district, town.of(QStringLiteral("wang"), 1));
        Computer two(town.district, town.of(QStringLiteral("li"), 2));
        one.run();
        QCOMPARE(one.core().status().stage, SyncStage::Idle);
        QVERIFY(!one.core().status().error);
        const RecordId id = one.create(sampleMediation());
        const RecordId note = one.create(sampleNote(id, QStringLiteral("当事人要求尽快")));
        one.run();
        QCOMPARE(one.outbox().unsent, 0);
        QCOMPARE(one.outbox().openConflicts, 0);
        QVERIFY(!one.record(id).unsent);

        two.run();
        QCOMPARE(two.record(id).get(mediation::facts), one.record(id).get(mediation::facts));
        QVERIFY(two.has(note));
        QCOMPARE(two.record(id).version, one.record(id).version);
        const auto found = await(two.store().search(QStringLiteral("楼上漏水"), 10));
        QVERIFY(found && found->size() == 1);
        QVERIFY(await(two.door().countServerRows(QString::fromLatin1(districtLogName))).value_or(0) > 3);
        QVERIFY(town.district.admin().verify()->faults.isEmpty());
    }

    // The second edit is made on the first, which hides what came; so it says that it was made on what was there before.
    void whatCameBehindAnUnsentEditIsNotReplacedByTheNextOne()
    {
        Town town;
        Computer one(town.district, town.of(QStringLiteral("wang"), 1));
        Computer two(town.district, town.of(QStringLiteral("li"), 2));
        const RecordId id = knownToBoth(one, two, sampleConsultation());
        one.set(id, {{&consultation::question, Value(QStringLiteral("先到"))}});
        one.run();
        two.set(id, {{&consultation::question, Value(QStringLiteral("后到"))}});
        two.weather = [&](const WireRequest &request, WireResponse &response) {
            response = request.path == "/v1/push" ? WireResponse() : town.district.district().handle(request, {});
            return request.path != "/v1/push";
        };
        two.run();
        QCOMPARE(two.record(id).get(consultation::question), QStringLiteral("后到"));
        two.set(id, {{&consultation::question, Value(QStringLiteral("再到"))}});
        two.weather = {};
        two.run();
        one.run();
        QCOMPARE(one.record(id).get(consultation::question), QStringLiteral("先到"));
        QCOMPARE(two.record(id).get(consultation::question), QStringLiteral("先到"));
        QCOMPARE(one.conflicts().size(), std::size_t{2});
    }

    void differentFieldsMergeAndTheSameFieldIsSettledByAPerson_data()
    {
        QTest::addColumn<int>("settlement");
        QTest::addColumn<QString>("stands");
        QTest::newRow("standing") << int(Settlement::Standing) << QStringLiteral("先到");
        QTest::newRow("late") << int(Settlement::Late) << QStringLiteral("后到");
        QTest::newRow("edited") << int(Settlement::Edited) << QStringLiteral("两者合并");
    }

    void differentFieldsMergeAndTheSameFieldIsSettledByAPerson()
    {
        QFETCH(int, settlement);
        QFETCH(QString, stands);
        Town town;
        Computer one(town.district, town.of(QStringLiteral("wang"), 1));
        Computer two(town.district, town.of(QStringLiteral("li"), 2));
        const RecordId id = knownToBoth(one, two, sampleConsultation());
        one.set(id, {{&consultation::question, Value(QStringLiteral("先到"))}});
        two.set(id, {{&consultation::answer, Value(QStringLiteral("已答复"))}});
        two.set(id, {{&consultation::question, Value(QStringLiteral("后到"))}});
        one.run();
        two.run();
        one.run();
        for (Computer *at : {&one, &two}) {
            QCOMPARE(at->record(id).get(consultation::question), QStringLiteral("先到"));
            QCOMPARE(at->record(id).get(consultation::answer), QStringLiteral("已答复"));
            const auto open = at->conflicts();
            QCOMPARE(open.size(), std::size_t{1});
            QCOMPARE(open.front().record, id);
            QCOMPARE(open.front().ours, at == &two);
            QCOMPARE(open.front().fields.front().late.text(), QStringLiteral("后到"));
            QCOMPARE(open.front().fields.front().standing.text(), QStringLiteral("先到"));
        }
        const Inputs edited{{&consultation::question, Value(stands)}};
        const auto done = await(one.door().settle(one.conflicts().front().id, Settlement(settlement),
                                                  Settlement(settlement) == Settlement::Edited ? edited : Inputs{}));
        QVERIFY2(done, done ? "" : qPrintable(done.error().toLog()));
        one.run();
        two.run();
        for (Computer *at : {&one, &two}) {
            QCOMPARE(at->record(id).get(consultation::question), stands);
            QVERIFY(at->conflicts().empty());
            QCOMPARE(at->outbox().returned, 0);
            QCOMPARE(at->outbox().refused, 0);
        }
        QVERIFY(town.district.admin().verify()->faults.isEmpty());
    }

    // The place and its words are one group: whoever takes the late words takes nothing else away.
    void takingALateValueLeavesWhatItDidNotSay()
    {
        Town town;
        Computer one(town.district, town.of(QStringLiteral("wang"), 1));
        Computer two(town.district, town.of(QStringLiteral("li"), 2));
        const RecordId id = knownToBoth(one, two, sampleMediation());
        const Value village(RecordId::make(one.clock().now(), town.district.random()).toBytes());
        one.set(id, {{&mediation::village, village}});
        one.run();
        two.set(id, {{&mediation::placeText, Value(QStringLiteral("东街1号"))}});
        two.run();
        one.run();
        QCOMPARE(one.conflicts().size(), std::size_t{1});
        QVERIFY(await(one.door().settle(one.conflicts().front().id, Settlement::Late)));
        one.run();
        two.run();
        for (Computer *at : {&one, &two}) {
            QCOMPARE(at->record(id).get(mediation::placeText), QStringLiteral("东街1号"));
            QCOMPARE(at->record(id).value(mediation::village), village);
        }
    }

    void aCaseGoesToAnotherOfficeAndLateWorkIsSettledThere()
    {
        Town town;
        Computer one(town.district, town.of(QStringLiteral("wang"), 1));
        Computer two(town.district, town.of(QStringLiteral("li"), 2));
        Computer other(town.district, town.of(QStringLiteral("zhao"), 3));
        const RecordId id = knownToBoth(one, two, sampleConsultation());
        other.run();
        QVERIFY(!other.has(id));
        one.submit(handOver(id, officeB), QStringLiteral("管辖调整"));
        two.set(id, {{&consultation::answer, Value(QStringLiteral("迟到的答复"))}}); // does not know yet
        one.run();
        QVERIFY(!one.has(id));
        other.run();
        QVERIFY(other.has(id));
        QCOMPARE(other.record(id).office, officeB);
        two.run();
        QVERIFY(!two.has(id));
        QCOMPARE(two.outbox().unsent, 0);
        const auto returned = await(two.door().returned());
        QVERIFY(returned && returned->size() == 1);
        QVERIFY(!returned->front().isHere);

        other.run();
        const auto open = other.conflicts();
        QCOMPARE(open.size(), std::size_t{1});
        QCOMPARE(open.front().fields.front().late.text(), QStringLiteral("迟到的答复"));
        QVERIFY(await(other.door().settle(open.front().id, Settlement::Late)));
        other.run();
        QCOMPARE(other.record(id).get(consultation::answer), QStringLiteral("迟到的答复"));
        QVERIFY(other.conflicts().empty());
        QVERIFY(town.district.admin().verify()->faults.isEmpty());
    }

    void attachmentsSurviveACutLineAndAreCheckedOnBothSides()
    {
        Town town;
        Computer one(town.district, town.of(QStringLiteral("wang"), 1));
        Computer two(town.district, town.of(QStringLiteral("li"), 2));
        QByteArray content(9 << 20, '\0'); // three chunks
        SeededRandom random(3);
        random.fill(reinterpret_cast<std::uint8_t *>(content.data()), static_cast<std::size_t>(content.size()));
        const QByteArray sha256 = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
        const RecordId id = one.create(sampleMediation());
        attach(one, id, content);
        int chunks = 0;
        one.weather = [&](const WireRequest &request, WireResponse &response) {
            const bool isChunk = request.path.startsWith("/v1/blobs/") && ++chunks == 2;
            if (!isChunk)
                response = town.district.district().handle(request, {});
            return !isChunk;
        };
        one.run();
        QVERIFY(!await(one.door().blobsToSend(5))->empty());
        one.weather = {};
        one.run();
        QVERIFY(await(one.door().blobsToSend(5))->empty());

        // the same content once more: nothing is sent again
        const RecordId second = one.create(sampleMediation(QStringLiteral("另一件")));
        attach(one, second, content);
        int sentAgain = 0;
        one.weather = [&](const WireRequest &request, WireResponse &response) {
            sentAgain += request.body.size() > (1 << 20) ? 1 : 0;
            response = town.district.district().handle(request, {});
            return true;
        };
        one.run();
        QCOMPARE(sentAgain, 0);

        // what comes damaged is not kept
        bool isDamaged = false;
        two.weather = [&](const WireRequest &request, WireResponse &response) {
            response = town.district.district().handle(request, {});
            if (!isDamaged && response.body.size() > (1 << 20)) {
                response.body[1000] = static_cast<char>(response.body[1000] ^ 1);
                isDamaged = true;
            }
            return true;
        };
        two.run();
        two.weather = {};
        two.clock().advanceMs(3'600'000);
        town.district.clock().advanceMs(3'600'000);
        two.run();
        QVERIFY(isDamaged);
        const Result<QByteArray> came = await(two.store().readBlob(sha256));
        QVERIFY2(came, came ? "" : qPrintable(came.error().toLog()));
        QVERIFY(*came == content);
        QVERIFY(town.district.admin().verify()->faults.isEmpty());
    }

    void blocksOfNumbersAreKeptInStock()
    {
        DistrictOptions options = DistrictFixture::cheap();
        options.leasedSeries = {QStringLiteral("mediation")};
        Town town(options);
        Computer one(town.district, town.of(QStringLiteral("wang"), 1));
        Computer two(town.district, town.of(QStringLiteral("li"), 2));
        one.run();
        two.run();
        for (Computer *at : {&one, &two}) {
            const auto stock = await(at->door().leaseLevels({QStringLiteral("mediation")}, at->clock().now()));
            QVERIFY(stock && stock->size() == 1);
            QCOMPARE(stock->front().left, qint64{20});
        }
        QCOMPARE(town.district.number("SELECT SUM(last - first + 1) FROM (SELECT DISTINCT first, last FROM lease) AS block"),
                 qint64{40}); // no number in both
    }

    void aClockThatIsAheadDoesNotDrainTheDistrictsNumbers()
    {
        DistrictOptions options = DistrictFixture::cheap();
        options.leasedSeries = {QStringLiteral("mediation")};
        Town town(options);
        Computer::Setting wrong = town.of(QStringLiteral("wang"), 1);
        wrong.skewMs = 100LL * 24 * 3'600'000; // every block is over by this clock
        Computer one(town.district, wrong);
        for (int day = 0; day < 3; ++day) {
            one.run();
            one.clock().advanceMs(3'600'000);
            town.district.clock().advanceMs(3'600'000);
        }
        QCOMPARE(town.district.number("SELECT count(*) FROM lease"), qint64{1});
    }

    // What it forgot with the office may stand on papers already.
    void anOfficeThatIsGrantedAgainBringsNumbersThatWereNotThereBefore()
    {
        DistrictOptions options = DistrictFixture::cheap();
        options.leasedSeries = {QStringLiteral("mediation")};
        Town town(options);
        Computer one(town.district, town.of(QStringLiteral("wang"), 1));
        one.run();
        const RecordId device = one.workstation().device;
        const auto stock = [&one] {
            const auto levels = await(one.door().leaseLevels({QStringLiteral("mediation")}, one.clock().now()));
            return levels && levels->size() == 1 ? levels->front().left : qint64{-1};
        };
        QCOMPARE(stock(), qint64{20});
        const auto later = [&] {
            one.clock().advanceMs(3'600'000);
            town.district.clock().advanceMs(3'600'000);
            one.run();
        };
        QVERIFY(town.district.admin().endGrant(device, officeA));
        later();
        QCOMPARE(stock(), qint64{0});
        QVERIFY(town.district.admin().grant(device, officeA, true));
        later();
        QCOMPARE(stock(), qint64{20});
        QCOMPARE(town.district.number("SELECT count(*) FROM lease"), qint64{2});
    }

    void aClockThatIsSetBackPutsNothingOff()
    {
        Town town;
        Computer one(town.district, town.of(QStringLiteral("wang"), 1));
        one.run();
        const int before = one.asked["/v1/hello"];
        one.clock().advanceMs(-3000LL * 24 * 3'600'000);
        one.run();
        one.clock().advanceMs(20 * 60'000);
        town.district.clock().advanceMs(20 * 60'000);
        one.run();
        QCOMPARE(one.asked["/v1/hello"], before + 1);
    }

    // Whoever begins by a copy of the office reads nothing of what had left it before.
    void whatWasMadeAndHandedOverBeforeTheFirstContactDoesNotStay()
    {
        Town town;
        Computer two(town.district, town.of(QStringLiteral("li"), 2));
        two.create(sampleMediation());
        two.run();
        Computer one(town.district, town.of(QStringLiteral("wang"), 1));
        const RecordId id = one.create(sampleMediation());
        one.submit(handOver(id, officeB), QStringLiteral("管辖"));
        one.run();
        QVERIFY(!one.has(id));
        QCOMPARE(one.outbox().unsent, 0);
    }
};

QTEST_GUILESS_MAIN(RoundTripTest)
#include "RoundTripTest.moc"
