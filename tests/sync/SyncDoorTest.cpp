// SPDX-License-Identifier: GPL-3.0-or-later
// The store's door against pages that are made by hand: which are taken, what they change, what they never touch.
#include "store/SyncDoor.h"
#include "records/Codec.h"
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

const QString here = QStringLiteral("JO01");
const QString there = QStringLiteral("JO02");
constexpr std::int32_t epoch = 1;
constexpr std::int64_t first = (std::int64_t{1} << 40) + 1;
constexpr std::int32_t secondLife = 2; // the epoch of a restored server
constexpr std::int64_t inSecondLife = std::int64_t{2} << 40;

SeededRandom &random()
{
    static SeededRandom seeded(42);
    return seeded;
}

Record served(Record record, std::int64_t version = first, const QString &office = here)
{
    record.id = record.id.isNull() ? RecordId::make(Instant{1'772'400'000'000}, random()) : record.id;
    record.root = record.root.isNull() ? record.id : record.root;
    record.office = office;
    record.version = version;
    record.createdAt = record.updatedAt = Instant{1'772'400'000'000};
    return record;
}

PageEntry put(const Record &record) { return {PageEntry::What::Put, record.id, record.version, encodeRecord(record), {}}; }

// A store that is granted two offices, and its door.
class Workplace
{
public:
    Workplace() : m_door(fixture.store())
    {
        grant({{QString::fromLatin1(districtLogName), 1, false}, {here, 1, true}, {there, 1, true}});
    }
    QStringList grant(std::vector<OfficeGrant> grants) { return *await(m_door.setGrants(std::move(grants), epoch)); }

    OfficeCursor cursor(const QString &office = here)
    {
        const auto offices = await(m_door.offices());
        for (const OfficeCursor &known : *offices) {
            if (known.office == office)
                return known;
        }
        return {};
    }
    OfficePage page(std::vector<PageEntry> entries, const QString &office = here)
    {
        const OfficeCursor known = cursor(office);
        OfficePage next;
        next.office = office;
        next.generation = known.generation;
        next.epoch = known.epoch;
        next.from = known.oseq;
        next.to = known.oseq + static_cast<std::int64_t>(entries.size());
        next.atHead = true;
        next.entries = std::move(entries);
        return next;
    }
    AppliedPage take(std::vector<PageEntry> entries, const QString &office = here)
    {
        return apply(page(std::move(entries), office));
    }
    AppliedPage apply(OfficePage next, bool confirmed = false)
    {
        const Result<AppliedPage> applied = await(m_door.applyPage(std::move(next), confirmed));
        if (!applied)
            qFatal("%s", qPrintable(applied.error().toLog()));
        return *applied;
    }
    bool has(const RecordId &id) { return await(fixture->record(id)).has_value(); }
    std::vector<DigestRow> serverRows(const QString &office = here)
    {
        std::vector<DigestRow> rows;
        const Outcome done = await(m_door.forEachServerRow(office, [&](const DigestRow &row) {
            rows.push_back(row);
            return true;
        }));
        return done ? rows : std::vector<DigestRow>();
    }

    StoreFixture fixture;
    SyncDoor &door() { return m_door; }

private:
    SyncDoor m_door;
};

} // namespace

class SyncDoorTest : public QObject
{
    Q_OBJECT

private slots:
    void aPageThatDoesNotFollowIsNotTaken()
    {
        Workplace work;
        const Record row = served(sampleConsultation());
        for (const int wrong : {0, 1, 2}) {
            OfficePage page = work.page({put(row)});
            page.from += wrong == 0 ? 1 : 0;
            page.generation += wrong == 1 ? 1 : 0;
            page.epoch += wrong == 2 ? 1 : 0;
            QCOMPARE(work.apply(page).result, AppliedPage::Result::Stale);
        }
        QVERIFY(!work.has(row.id));
        QCOMPARE(work.take({put(row)}).result, AppliedPage::Result::Applied);
        QVERIFY(work.has(row.id));
        QCOMPARE(work.cursor().oseq, 1);
    }

    void anOlderVersionIsIgnoredAndANewerOneReplacesTheWholeRow()
    {
        Workplace work;
        Record row = served(sampleConsultation(QStringLiteral("新")), first + 5);
        row.set(consultation::answer, QStringLiteral("有"));
        work.take({put(row)});
        Record older = served(row, first + 1);
        older.set(consultation::question, QStringLiteral("旧"));
        work.take({put(older)});
        QCOMPARE(work.fixture.record(row.id).get(consultation::question), QStringLiteral("新"));
        Record newer = served(row, first + 9);
        newer.clear(consultation::answer);
        work.take({put(newer)});
        QVERIFY(work.fixture.record(row.id).get(consultation::answer).isEmpty());
    }

    void whatAConfirmedRemovalTakesAwayCanBeReadForAWeek()
    {
        Workplace work;
        std::vector<PageEntry> come;
        std::vector<PageEntry> go;
        for (int i = 0; i < 60; ++i) {
            const Record row = served(sampleConsultation(QStringLiteral("第%1号").arg(i)));
            come.push_back(put(row));
            go.push_back({PageEntry::What::Purge, row.id, row.version, {}, {}});
        }
        work.take(come);
        QCOMPARE(work.take(go).result, AppliedPage::Result::MassChange);
        QVERIFY(await(work.door().setAside())->empty());
        QCOMPARE(work.apply(work.page(go), true).removed, 60);
        QVERIFY(!work.has(go.front().id));

        const auto cases = await(work.door().setAside());
        QVERIFY(cases);
        QCOMPARE(cases->size(), std::size_t{60});
        QCOMPARE(cases->front().kind, Kind::Consultation);
        QCOMPARE(cases->front().until, Instant{work.fixture.clock().now().ms + 7 * 24 * 3'600'000LL});
        const qint64 looked = work.fixture.scalar("SELECT count(*) FROM audit WHERE event = 'READ_SENS'");
        const auto file = await(work.door().readSetAside(go.front().id, QStringLiteral("核对")));
        QVERIFY(file);
        QCOMPARE(file->root.get(consultation::question), QStringLiteral("第0号"));
        QCOMPARE(work.fixture.scalar("SELECT count(*) FROM audit WHERE event = 'READ_SENS'"), looked + 1);

        work.take({come.front()}); // it was a mistake: the district brings it back
        QVERIFY(work.has(come.front().id));
        QCOMPARE(await(work.door().setAside())->size(), std::size_t{59});

        work.fixture.clock().advanceMs(6 * 24 * 3'600'000LL);
        QVERIFY(await(work.fixture->runDueWork()));
        QCOMPARE(await(work.door().setAside())->size(), std::size_t{59});
        work.fixture.clock().advanceMs(25 * 3'600'000LL);
        QVERIFY(await(work.fixture->runDueWork()));
        QVERIFY(await(work.door().setAside())->empty());
        QCOMPARE(errorOf(await(work.door().readSetAside(go.back().id, {}))).kind, ErrorKind::NotFound);
        QCOMPARE(work.fixture.scalar("SELECT count(*) FROM set_aside"), qint64{0});
    }

    void ofAnOfficeWhoseGrantIsTakenAwayNothingIsKeptAside()
    {
        Workplace work;
        std::vector<PageEntry> come;
        std::vector<PageEntry> go;
        for (int i = 0; i < 60; ++i) {
            const Record row = served(sampleConsultation(), first, there);
            come.push_back(put(row));
            go.push_back({PageEntry::What::Leave, row.id, row.version, {}, {}});
        }
        work.take(come, there);
        work.apply(work.page(go, there), true);
        work.take(come, there);
        QVERIFY(await(work.door().setAside())->empty()); // all of it came back
        work.apply(work.page(go, there), true);
        QCOMPARE(await(work.door().setAside())->size(), std::size_t{60});
        work.grant({{QString::fromLatin1(districtLogName), 1, false}, {here, 1, true}});
        QVERIFY(await(work.door().setAside())->empty());
    }

    void whatIsKeptAsideIsForThePersonInCharge()
    {
        StoreFixture store({QStringLiteral("OFFICE_STAFF")});
        SyncDoor door(store.store());
        QCOMPARE(errorOf(await(door.setAside())).kind, ErrorKind::Forbidden);
        QCOMPARE(errorOf(await(door.readSetAside(store.user(), QStringLiteral("x")))).kind, ErrorKind::Forbidden);
    }

    void aRowLeavesOnlyTheOfficeItIsIn()
    {
        Workplace work;
        const Record row = served(sampleConsultation(), first + 3, there);
        work.take({put(row)}, there);
        // the leave of the office where it was before comes after the put of the one where it is
        work.take({{PageEntry::What::Leave, row.id, first + 3, {}, {}}});
        QVERIFY(work.has(row.id));
        work.take({{PageEntry::What::Leave, row.id, first + 1, {}, {}}}, there); // older than its last put
        QVERIFY(work.has(row.id));
        const AppliedPage gone = work.take({{PageEntry::What::Leave, row.id, first + 4, {}, {}}}, there);
        QCOMPARE(gone.removed, 1);
        QVERIFY(!work.has(row.id));
    }

    void whileAllIsReadAnewWhatTheOtherOfficeHasShownIsNotOvertakenByAnOlderCopy()
    {
        Workplace work;
        const Record row = served(sampleConsultation());
        work.take({put(row)});
        QVERIFY(await(work.door().readAnew({here, there}, secondLife)));
        // it went to the other office after the first one's copy was made, and the other one's was made later
        QVERIFY(
            await(work.door().applyPart(work.door().readPart(work.page({put(served(row, inSecondLife + 5, there))}, there)))));
        QVERIFY(await(work.door().applyPart(work.door().readPart(work.page({put(served(row, inSecondLife + 2))})))));
        QVERIFY(work.take({{PageEntry::What::Leave, row.id, inSecondLife + 5, {}, {}}}).completed);
        QVERIFY(work.take({}, there).completed);
        QCOMPARE(work.fixture.record(row.id).office, there);
    }

    void aCopyOfALifeThatWasCutOffGivesWayToAnOfficeThatIsReadForTheFirstTime()
    {
        Workplace work;
        work.grant({{there, 1, true}});
        const Record row = served(sampleConsultation(), first + 1, there);
        work.take({put(row)}, there);
        // the backup is of before the hand-over, and the workstation is now granted the office where the case is again
        QVERIFY(await(work.door().readAnew({there}, secondLife)));
        QVERIFY(await(work.door().setGrants({{here, 1, true}, {there, 1, true}}, secondLife)));
        work.take({put(served(row, first))});
        QCOMPARE(work.fixture.record(row.id).office, here);
        QVERIFY(work.take({}, there).completed);
        QVERIFY(work.has(row.id));
    }

    void derivedColumnsAndSearchFollowWhatComes()
    {
        Workplace work;
        const Record root = served(sampleMediation());
        Record party = sampleParty(root.id, QStringLiteral("欧阳明"));
        party.parent = root.id;
        party = served(party);
        work.take({put(party), put(root)});
        QVERIFY(work.fixture.record(root.id).get(common::parties).contains(QStringLiteral("欧阳明")));
        const auto hits = await(work.fixture->search(QStringLiteral("ouyang"), 10));
        QVERIFY(hits && hits->size() == 1);
        Record renamed = served(party, first + 1);
        renamed.set(party::name, QStringLiteral("司马光"));
        work.take({put(renamed)});
        QVERIFY(await(work.fixture->search(QStringLiteral("ouyang"), 10))->empty());
        QCOMPARE(await(work.fixture->search(QStringLiteral("simaguang"), 10))->size(), std::size_t{1});
        const auto checks = await(work.fixture->verify());
        QVERIFY(checks);
        for (const Store::Check &check : *checks)
            QVERIFY2(check.good, qPrintable(check.part + check.detail));
    }

    void aPageThatCameBeforeTheVerdictHoldsTheOperationAlready()
    {
        Workplace work;
        const RecordId id = work.fixture.create(sampleMediation());
        const auto batch = await(work.door().nextBatch());
        QVERIFY(batch && !batch->rows.empty());
        Record row = served(work.fixture.record(id), first + 5);
        row.set(mediation::facts, QStringLiteral("他人补充"));
        work.take({put(row)});
        QVERIFY(work.fixture.record(id).unsent);
        std::vector<OutboxVerdict> verdicts;
        for (const OutboxRow &operation : batch->rows)
            verdicts.push_back({operation.n, 1, first, {}, {}});
        QVERIFY(await(work.door().applyVerdicts(verdicts)));
        QVERIFY(!work.fixture.record(id).unsent);
        QCOMPARE(work.fixture.record(id).version, first + 5);
        QCOMPARE(work.fixture.record(id).get(mediation::facts), QStringLiteral("他人补充"));
        QVERIFY(await(work.door().applyVerdicts(verdicts))); // a second time nothing happens
        QCOMPARE(work.fixture.record(id).version, first + 5);
    }

    void theQueueIsCountedByOfficeAndKnowsHowFarItIsAnswered()
    {
        Workplace work;
        work.fixture.create(sampleMediation());
        const auto answered = await(work.door().nextBatch());
        QVERIFY(answered && !answered->rows.empty());
        const std::int64_t upto = answered->rows.back().n;
        work.fixture.create(sampleMediation());
        const auto all = await(work.door().nextBatch());
        QVERIFY(all && all->rows.back().n > upto);
        const auto whole = await(work.door().outbox());
        QVERIFY(whole);
        QCOMPARE(whole->unsent, static_cast<std::int64_t>(all->rows.size()));
        QCOMPARE(whole->firstUnsent, answered->rows.front().n);
        QCOMPARE(whole->oldestUnsent, answered->rows.front().clientTime);
        QCOMPARE(whole->answeredUpto, 0);
        std::vector<OutboxVerdict> verdicts;
        for (const OutboxRow &operation : answered->rows)
            verdicts.push_back({operation.n, 1, first, {}, {}});
        QVERIFY(await(work.door().applyVerdicts(verdicts)));
        const auto rest = await(work.door().outbox());
        QVERIFY(rest);
        QCOMPARE(rest->unsent, static_cast<std::int64_t>(all->rows.size() - answered->rows.size()));
        QCOMPARE(rest->firstUnsent, upto + 1);
        QCOMPARE(rest->answeredUpto, upto);
        QVERIFY(rest->unsentElsewhere.empty());
        work.grant({{QString::fromLatin1(districtLogName), 1, false}, {there, 1, true}});
        const auto elsewhere = await(work.door().outbox());
        QVERIFY(elsewhere);
        QCOMPARE(elsewhere->unsentElsewhere.at(here), rest->unsent);
    }

    void aFinalNumberTakesTheProvisionalOnesPlace()
    {
        Workplace work;
        const RecordId id = work.fixture.create(sampleMediation());
        const auto batch = await(work.door().nextBatch());
        QVERIFY(batch && !batch->rows.empty());
        Record row = work.fixture.record(id);
        row = served(row);
        row.set(common::caseNo, QStringLiteral("（2026）京测人调字第7号"));
        std::vector<OutboxVerdict> verdicts;
        for (const OutboxRow &operation : batch->rows)
            verdicts.push_back({operation.n, 1, first, {}, {}});
        QVERIFY(await(work.door().applyVerdicts(verdicts)));
        QVERIFY(!work.fixture.record(id).unsent);
        work.take({put(row)});
        QCOMPARE(work.fixture.record(id).get(common::caseNo), QStringLiteral("（2026）京测人调字第7号"));
        const auto found = await(work.fixture->byNumber(QStringLiteral("（2026）京测人调字第7号")));
        QVERIFY(found);
    }

    void whatIsOpenInAFormCountsAsChangedByWhatComes()
    {
        Workplace work;
        const Record row = served(sampleConsultation());
        work.take({put(row)});
        const Record seen = work.fixture.record(row.id);
        Record theirs = served(row, first + 1);
        theirs.set(consultation::question, QStringLiteral("他人改的"));
        theirs.updatedAt = Instant{1}; // their clock is years behind
        work.take({put(theirs)});
        const Error refused = work.fixture.refused(
            Operation::set(row.id, {{&consultation::question, Value(QStringLiteral("我的"))}}, seen.updatedAt.ms));
        QCOMPARE(refused.kind, ErrorKind::Conflict);
    }

    void rowsOfUnknownKindsAreKeptCountedAndReadAgainAfterAnUpdate()
    {
        Workplace work;
        // {1: kind 60000, 2: id, ...}: made from a known row by changing the number of its kind
        const Record known = served(sampleConsultation());
        QByteArray body = encodeRecord(known);
        const QByteArray kindBytes = body.mid(2, 1);
        body.replace(2, kindBytes.size(), QByteArray::fromHex("19ea60"));
        work.take({{PageEntry::What::Put, known.id, first, body, {}}});
        QVERIFY(!work.has(known.id));
        QCOMPARE(work.serverRows().size(), std::size_t{1});
        QCOMPARE(work.serverRows().front().fields, encodeFields(known));

        // a release that knows the kind
        auto database = work.fixture.database();
        auto statement = database->prepare("UPDATE raw_row SET body = ?");
        QVERIFY(statement && statement->bind(1, encodeRecord(known)).run());
        database.reset();
        work.fixture.close();
        work.fixture.open();
        QVERIFY(work.fixture.record(known.id).get(consultation::question) == known.get(consultation::question));
        QCOMPARE(work.fixture.scalar("SELECT count(*) FROM raw_row"), 0);
    }

    void aFirstCopyOfAnOfficeIsWrittenInBulk()
    {
        Workplace work;
        const int cases = qEnvironmentVariableIsSet("YIZHAN_BULK_CASES") ? qEnvironmentVariableIntValue("YIZHAN_BULK_CASES")
                                                                         : 300;
        OfficePage part = work.page({});
        for (int i = 0; i < cases; ++i) {
            const Record root = served(sampleMediation(QStringLiteral("第%1件纠纷，楼上漏水").arg(i)));
            part.entries.push_back(put(root));
            for (const char16_t *name : {u"张三", u"李四", u"王五"}) {
                Record party = sampleParty(root.id, QString::fromUtf16(name) + QString::number(i));
                party.parent = root.id;
                part.entries.push_back(put(served(party)));
            }
        }
        const std::size_t rows = part.entries.size();
        QElapsedTimer passed;
        passed.start();
        const Result<AppliedPage> applied = await(work.door().applyPart(work.door().readPart(part)));
        qInfo("%zu rows in %lld ms", rows, passed.restart());
        QVERIFY(applied);
        QCOMPARE(applied->written, static_cast<std::int64_t>(rows));
        QCOMPARE(work.serverRows().size(), rows);
        qInfo("read for the digest in %lld ms", passed.restart());
        QCOMPARE(work.cursor().oseq, 0);
        QCOMPARE(await(work.fixture->search(QStringLiteral("张三7"), 10))->size() > 0, true);
    }
};

QTEST_GUILESS_MAIN(SyncDoorTest)
#include "SyncDoorTest.moc"
