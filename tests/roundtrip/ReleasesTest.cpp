// SPDX-License-Identifier: GPL-3.0-or-later
// Releases meet: the real client with what an older or newer one knows of records, and the real server. What a program does not
// know it keeps, hands on and adopts; what the server does not know waits for it; work can always be handed in.
#include "records/CodeList.h"
#include "records/Codec.h"
#include "records/RuleBook.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "server/core/Bundles.h"
#include "sync/engine/EngineErrors.h"
#include "tests/roundtrip/Staffed.h"
#include "tests/support/Samples.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

constexpr int first = 0;
constexpr int third = 2;
constexpr int fourth = 3;
constexpr std::int64_t hourMs = 3'600'000;

struct Town : Staffed {
    explicit Town(int release, const DistrictOptions &options = cheap())
        : Staffed({QStringLiteral("wang"), QStringLiteral("li")}, {QStringLiteral("OFFICE_HEAD"), QStringLiteral("MEDIATOR")},
                  options)
    {
        upgrade(release);
    }
    bundles::Taken takeFile(const QByteArray &file)
    {
        const Declaration::InForce here(declaration());
        const Result<bundles::Taken> taken = bundles::take(district().context(), file);
        if (!taken)
            qFatal("%s", qPrintable(taken.error().toLog()));
        return *taken;
    }
    qint64 refusals() { return number("SELECT COUNT(*) FROM operation WHERE verdict IN (3, 4)"); }
};

Computer::Setting clerk(const char *login, int schema)
{
    Computer::Setting setting = Computer::of(QString::fromLatin1(login), qstrcmp(login, "wang") == 0 ? 1 : 2);
    setting.schema = schema;
    return setting;
}

// A record as it is typed into a form of that computer's program.
template <class Fill>
RecordId add(Computer &at, Kind kind, const RecordId &root, const RecordId &parent, const Fill &fill)
{
    const Declaration::InForce here(at.declaration());
    Record record(kind);
    record.root = root;
    record.parent = parent;
    fill(record);
    return at.create(std::move(record));
}

RecordId addParty(Computer &at, const RecordId &root, const QString &name)
{
    const Declaration::InForce here(at.declaration());
    return at.create(sampleParty(root, name));
}

RecordId addCase(Computer &at)
{
    const Declaration::InForce here(at.declaration());
    return at.create(sampleMediation());
}

void isInOrder(Computer &at)
{
    QCOMPARE(at.outbox().unsent, 0);
    QVERIFY(!at.core().status().error);
    QCOMPARE(at.core().status().differences, 0);
    QVERIFY(at.core().status().beyondRepair.isEmpty());
}

// A case of the third release with all that the first one does not know, entered at one computer and read at the other.
struct Rich {
    Rich(Computer &at, Computer &reader)
    {
        root = addCase(at);
        at.set(root, {{&later::remark, Value(QStringLiteral("带方言"))}, {&later::sum, Value(Money{5000})}});
        side = add(at, Kind::Party, root, root, [](Record &party) {
            party = sampleParty(party.root, QStringLiteral("马六"));
            party.set(later::language, QStringLiteral("方言"));
            party.set(later::alias, QStringLiteral("小马"));
            party.set(party::addressLive, QStringLiteral("东街1号"));
        });
        measure = add(at, later::measureKind, root, root,
                      [](Record &one) { one.set(later::measureText, QStringLiteral("上门")); });
        visit = add(at, later::visitKind, {}, {},
                    [](Record &one) { one.setValue(*one.spec().field(u"text"), Value(QStringLiteral("走访"))); });
        at.run();
        reader.run();
    }
    void stands(Computer &at) const
    {
        QCOMPARE(at.record(root).get(later::remark), QStringLiteral("带方言"));
        QCOMPARE(at.record(root).get(later::sum).value_or(Money{}).fen, 5000);
        QCOMPARE(at.record(side).get(later::language), QStringLiteral("方言"));
        QCOMPARE(at.record(side).get(later::alias), QStringLiteral("小马"));
        QCOMPARE(at.record(measure).get(later::measureText), QStringLiteral("上门"));
        QVERIFY(at.has(visit));
    }
    RecordId root;
    RecordId side;
    RecordId measure;
    RecordId visit;
};

} // namespace

class ReleasesTest : public QObject
{
    Q_OBJECT

private slots:
    void aProgramTwoVersionsBehindHandsInADaysWork()
    {
        Town town(third);
        Computer young(town, clerk("wang", third));
        Computer old(town, clerk("li", first));
        const Rich rich(young, old);
        isInOrder(old);
        QVERIFY(old.has(rich.root));
        QVERIFY(!old.has(rich.measure)); // kept as it came

        // the day: values beside the unknown ones, one in the same merge group; new rows; a withdrawal; a hand-over and back
        old.set(rich.root, {{&mediation::facts, Value(QStringLiteral("漏水三天"))}});
        old.set(rich.side, {{&party::phone, Value(QStringLiteral("13800138000"))}});
        old.set(rich.side, {{&party::addressLive, Value(QStringLiteral("西街2号"))}});
        const RecordId other = addParty(old, rich.root, QStringLiteral("牛七"));
        const RecordId own = addCase(old);
        addParty(old, own, QStringLiteral("羊八"));
        old.submit(Operation::withdraw(other), QStringLiteral("录错"));
        old.run();
        isInOrder(old);
        QCOMPARE(town.refusals(), 0);

        young.run();
        isInOrder(young);
        rich.stands(young);
        QCOMPARE(young.record(rich.root).get(mediation::facts), QStringLiteral("漏水三天"));
        QCOMPARE(young.record(rich.side).get(party::phone), QStringLiteral("13800138000"));
        QCOMPARE(young.record(rich.side).get(party::addressLive), QStringLiteral("西街2号"));
        QVERIFY(young.has(own));

        // the update: nothing is asked of the server again, and what was only kept has its place
        old.upgrade(third);
        rich.stands(old);
        old.run();
        isInOrder(old);
        const Declaration::InForce here(old.declaration());
        Query query;
        query.spec = specOf(Kind::Mediation);
        query.where = Predicate::contains(later::remark, QStringLiteral("方言"));
        QCOMPARE(await(old.store().list(query))->size(), std::size_t{1});
        QCOMPARE(await(old.store().search(QStringLiteral("带方言")))->size(), std::size_t{1});
        // the new docket, with all that a docket has, and what is typed there now
        QCOMPARE(await(old.store().search(QStringLiteral("走访")))->size(), std::size_t{1});
        Record next(later::visitKind);
        next.setValue(*next.spec().field(u"text"), Value(QStringLiteral("回访")));
        old.create(std::move(next));
        query.spec = specOf(later::visitKind);
        query.where = {};
        query.sort = {{query.spec->field(u"text"), true}};
        QCOMPARE(await(old.store().list(query))->size(), std::size_t{2});
        QCOMPARE(await(old.store().search(QStringLiteral("回访")))->size(), std::size_t{1});
    }

    // Both changed the same group, one of them without seeing all of it.
    void aLateValueOfAnOldProgramLeavesTheUnknownOneOfItsGroup()
    {
        Town town(third);
        Computer young(town, clerk("wang", third));
        Computer old(town, clerk("li", first));
        const Rich rich(young, old);
        young.set(rich.side, {{&later::alias, Value(QStringLiteral("老马"))}});
        young.run();
        old.set(rich.side, {{&party::addressLive, Value(QStringLiteral("西街2号"))}});
        old.run();
        young.run();
        QCOMPARE(young.record(rich.side).get(later::alias), QStringLiteral("老马"));
        QCOMPARE(young.record(rich.side).get(party::addressLive), QStringLiteral("东街1号"));
        const std::vector<OpenConflict> open = young.conflicts();
        QCOMPARE(open.size(), std::size_t{1});
        const Declaration::InForce here(young.declaration());
        QVERIFY(await(young.door().settle(open.front().id, Settlement::Late)));
        young.run();
        old.run();
        QCOMPARE(young.record(rich.side).get(later::alias), QStringLiteral("老马"));
        QCOMPARE(young.record(rich.side).get(party::addressLive), QStringLiteral("西街2号"));
        isInOrder(old);
        QCOMPARE(old.record(rich.side).get(party::addressLive), QStringLiteral("西街2号"));
    }

    void aCodeThatTheProgramDoesNotKnowIsShownAndKept()
    {
        Town town(third);
        Computer young(town, clerk("wang", third));
        Computer old(town, clerk("li", first));
        RecordId id;
        {
            const Declaration::InForce here(young.declaration());
            Record asked = sampleConsultation();
            asked.set(consultation::category, QString::fromLatin1(newCategory));
            id = young.create(std::move(asked));
        }
        young.run();
        old.run();
        QCOMPARE(old.record(id).get(consultation::category), QString::fromLatin1(newCategory));
        QCOMPARE(old.options().rules->codes().label(QStringLiteral("consult_category"), QString::fromLatin1(newCategory),
                                                    QStringLiteral("zh")),
                 QString::fromLatin1(newCategory));
        old.set(id, {{&consultation::answer, Value(QStringLiteral("可以"))}});
        old.run();
        isInOrder(old);
        young.run();
        QCOMPARE(young.record(id).get(consultation::category), QString::fromLatin1(newCategory));
        QCOMPARE(young.record(id).get(consultation::answer), QStringLiteral("可以"));
    }

    void whatTheServerDoesNotKnowYetWaitsWholeAndGoesByItself()
    {
        Town town(third);
        Computer newest(town, clerk("wang", fourth));
        Computer other(town, clerk("li", third));
        RecordId id;
        {
            const Declaration::InForce here(newest.declaration());
            id = newest.create(sampleConsultation());
        }
        newest.run();
        isInOrder(newest); // it names nothing new
        // one saving of which a part is new to the server
        newest.set(id,
                   {{&consultation::question, Value(QStringLiteral("改过"))}, {&later::source, Value(QStringLiteral("WEB"))}});
        newest.run();
        QCOMPARE(newest.outbox().refused, 0);
        QVERIFY(newest.core().status().held);
        QVERIFY(newest.core().status().sending);
        QCOMPARE(QLatin1String(newest.core().status().sending->text->code),
                 QLatin1String(engineerrors::newerServerNeeded.code));
        other.run();
        QVERIFY(other.record(id).get(consultation::question) != QStringLiteral("改过"));

        town.upgrade(fourth);
        newest.clock().advanceMs(hourMs);
        town.clock().advanceMs(hourMs);
        newest.run();
        isInOrder(newest);
        QVERIFY(!newest.core().status().held);
        QCOMPARE(town.refusals(), 0);
        other.run();
        isInOrder(other);
        QCOMPARE(other.record(id).get(consultation::question), QStringLiteral("改过"));
        other.set(id, {{&consultation::answer, Value(QStringLiteral("可以"))}});
        other.run();
        newest.run();
        QCOMPARE(newest.record(id).get(later::source), QStringLiteral("WEB"));
        QCOMPARE(newest.record(id).get(consultation::answer), QStringLiteral("可以"));
    }

    void onAStickNothingGoesThatTheServerDoesNotKnow()
    {
        Town town(third);
        Computer newest(town, clerk("wang", fourth));
        newest.run();
        RecordId id;
        {
            const Declaration::InForce here(newest.declaration());
            id = newest.create(sampleConsultation());
        }
        newest.set(id, {{&later::source, Value(QStringLiteral("WEB"))}});
        const auto trip = [&] {
            const Declaration::InForce here(newest.declaration());
            const Result<QByteArray> file = newest.core().writeBundle();
            QVERIFY(file);
            const QByteArray answer = town.takeFile(*file).answer;
            QVERIFY(newest.core().takeBundle(answer));
        };
        trip();
        QCOMPARE(town.refusals(), 0);
        QCOMPARE(town.number("SELECT COUNT(*) FROM record WHERE id = ?", {id}), 1);
        QCOMPARE(newest.outbox().unsent, 1);
        town.upgrade(fourth);
        trip(); // tells of the new release; if it was known, the work is in it already
        trip();
        QCOMPARE(newest.outbox().unsent, 0);
        QCOMPARE(town.refusals(), 0);
    }

    void aReleaseThatIsTooOldIsToldSoAndItsWorkIsTaken()
    {
        DistrictOptions options = DistrictFixture::cheap();
        options.minimumSchema = schemaVersion + 1;
        Town town(third, options);
        Computer young(town, clerk("wang", third));
        Computer old(town, clerk("li", first));
        const RecordId theirs = addCase(young);
        young.run();
        const RecordId own = addCase(old);
        old.run();
        QCOMPARE(old.outbox().unsent, 0);
        QCOMPARE(town.refusals(), 0);
        QVERIFY(!old.has(theirs));
        QVERIFY(old.core().status().tooOldToRead);
        const Error words(ErrorKind::TooNew, engineerrors::tooOld);
        QCOMPARE(QLatin1String(words.text->what),
                 QLatin1String("This release of the program is too old for the district server."));
        QCOMPARE(QLatin1String(words.text->safe),
                 QLatin1String("Your work is still sent; what others write does not come in."));
        QCOMPARE(QLatin1String(words.text->todo), QLatin1String("Install the newest release."));
        young.run();
        QVERIFY(young.has(own));

        // without a line it is no different
        const RecordId next = addCase(old);
        const Result<QByteArray> file = old.core().writeBundle();
        QVERIFY(file);
        const bundles::Taken taken = town.takeFile(*file);
        QVERIFY(taken.operations > 0);
        QCOMPARE(taken.entries, 0);
        QVERIFY(old.core().takeBundle(taken.answer));
        QCOMPARE(old.outbox().unsent, 0);
        QVERIFY(old.core().status().tooOldToRead);
        QCOMPARE(town.number("SELECT COUNT(*) FROM record WHERE id = ?", {next}), 1);

        old.upgrade(third);
        old.run();
        isInOrder(old);
        QVERIFY(old.has(theirs));
    }
};

QTEST_GUILESS_MAIN(ReleasesTest)
#include "ReleasesTest.moc"
