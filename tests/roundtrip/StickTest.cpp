// SPDX-License-Identifier: GPL-3.0-or-later
// An office whose line is down for days: files to the district and back on a stick, between the real client and the real
// server; and every file that must not be taken.
#include "records/kinds/Mediation.h"
#include "server/core/Bundles.h"
#include "server/core/ServerErrors.h"
#include "tests/roundtrip/Staffed.h"
#include "tests/support/Samples.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

const QString officeA = QString::fromLatin1(DistrictFixture::officeA);

struct Outpost {
    Result<bundles::Taken> take(const QByteArray &file) { return bundles::take(district.district().context(), file); }
    // There and back; fails the test unless both ends take their file.
    bundles::Taken trip(Computer &computer)
    {
        const Result<QByteArray> file = computer.core().writeBundle();
        const Result<bundles::Taken> taken = file ? take(*file) : Result<bundles::Taken>(file.error());
        const Outcome read = taken ? computer.core().takeBundle(taken->answer) : Outcome(taken.error());
        if (!read)
            qFatal("%s", qPrintable(read.error().toLog()));
        return *taken;
    }
    qint64 rowsOf(Kind kind) { return district.number("SELECT COUNT(*) FROM record WHERE kind = ?", {kind}); }

    Staffed district{{QStringLiteral("wang"), QStringLiteral("li")},
                     {QStringLiteral("OFFICE_HEAD"), QStringLiteral("MEDIATOR")}};
    Computer away{district, Computer::of(QStringLiteral("wang"), 1)}; // it joined over a line and never saw one again
    Computer town{district, Computer::of(QStringLiteral("li"), 2)};
};

#define REFUSED_AS(result, wanted)                                                                                             \
    do {                                                                                                                       \
        const auto &judged = (result);                                                                                         \
        QVERIFY(!judged);                                                                                                      \
        QCOMPARE(QLatin1String(judged.error().text->code), QLatin1String((wanted).code));                                      \
    } while (false)

} // namespace

class StickTest : public QObject
{
    Q_OBJECT

private slots:
    void workGoesThereAndNewsComeBack()
    {
        Outpost post;
        const RecordId mine = post.away.create(sampleMediation());
        post.town.run();
        const RecordId theirs = post.town.create(sampleMediation());
        post.town.run();

        const bundles::Taken taken = post.trip(post.away);
        QVERIFY(taken.operations > 0);
        QCOMPARE(taken.aside, 0);
        QCOMPARE(taken.number, 1);
        QCOMPARE(taken.office, officeA);
        QVERIFY(!taken.more);
        QCOMPARE(post.away.outbox().unsent, 0);
        QVERIFY(post.away.has(theirs));
        post.town.run();
        QVERIFY(post.town.has(mine));
        QCOMPARE(post.trip(post.away).operations, 0);
        QCOMPARE(post.district.number("SELECT COUNT(*) FROM admin_audit WHERE act = 'bundle'"), 2);
    }

    void aLateValueComesBackAsAConflict()
    {
        Outpost post;
        const RecordId id = post.away.create(sampleMediation());
        post.trip(post.away);
        post.town.run();
        post.town.set(id, {{&mediation::facts, Value(QStringLiteral("先到的"))}});
        post.town.run();
        post.away.set(id, {{&mediation::facts, Value(QStringLiteral("后到的"))}});
        QCOMPARE(post.trip(post.away).aside, 1);
        QCOMPARE(post.away.record(id).get(mediation::facts), QStringLiteral("先到的"));
        QCOMPARE(post.away.conflicts().size(), 1U);
    }

    void aFileIsTakenOnceAndNeverAfterANewerOne()
    {
        Outpost post;
        post.away.create(sampleMediation());
        const QByteArray first = *post.away.core().writeBundle();
        const QByteArray second = *post.away.core().writeBundle();
        QVERIFY(post.take(second)); // the first one is on its way still
        const qint64 rows = post.rowsOf(Kind::Mediation);
        REFUSED_AS(post.take(first), servererrors::bundleSeen);
        REFUSED_AS(post.take(second), servererrors::bundleSeen);
        QCOMPARE(post.rowsOf(Kind::Mediation), rows);
        // the answer was lost on the way: a new file gets the same verdicts
        const bundles::Taken again = post.trip(post.away);
        QCOMPARE(again.operations, 0);
        QCOMPARE(post.away.outbox().unsent, 0);
        QCOMPARE(post.rowsOf(Kind::Mediation), rows);
    }

    // The line is slow: what the district said of itself before it had the file comes after the file's answer.
    void anAnswerOverTheLineThatIsOlderThanTheFileIsNotTaken()
    {
        Outpost post;
        post.trip(post.away);
        RecordId later;
        const RecordId first = post.away.create(sampleMediation());
        post.away.weather = [&](const WireRequest &request, WireResponse &response) {
            response = post.district.handle(request);
            if (request.path == "/v1/hello" && later.isNull()) {
                post.trip(post.away);
                later = post.away.create(sampleMediation());
            }
            return true;
        };
        post.away.restart();
        post.away.run();
        QVERIFY(!later.isNull());
        QCOMPARE(post.away.outbox().unsent, 0);
        for (const RecordId &id : {first, later})
            QCOMPARE(post.district.number("SELECT COUNT(*) FROM record WHERE id = ?", {id}), 1);
    }

    // And the other way round: the line came back while the stick was on its way.
    void anAnswerThatIsOlderThanWhatTheLineBroughtGivesNoNumberTwice()
    {
        Outpost post;
        post.trip(post.away);
        std::vector<RecordId> ids{post.away.create(sampleMediation())};
        const Result<bundles::Taken> taken = post.take(*post.away.core().writeBundle());
        QVERIFY(taken);
        post.away.run();
        ids.push_back(post.away.create(sampleMediation()));
        post.away.run();
        ids.push_back(post.away.create(sampleMediation()));
        QVERIFY(post.away.core().takeBundle(taken->answer));
        post.away.run();
        QCOMPARE(post.away.outbox().unsent, 0);
        for (const RecordId &id : ids)
            QCOMPARE(post.district.number("SELECT COUNT(*) FROM record WHERE id = ?", {id}), 1);
    }

    void twoStoresThatWriteUnderOneNumberAreNoticed()
    {
        Outpost post;
        post.trip(post.away);
        // what a copy of the store would write after a file of its own that the district never saw
        const QByteArray next = *post.away.core().writeBundle();
        QVERIFY(post.district.database().write(
            [](SqlSession &session) { return session.done("UPDATE bundle SET hash = ?", {QByteArray(32, 'h')}); }));
        REFUSED_AS(post.take(next), servererrors::bundleBroken);
        QVERIFY(post.take(*post.away.core().writeBundle())); // the way out
    }

    void whatWasChangedOrIsForSomebodyElseIsRefused()
    {
        Outpost post;
        post.away.create(sampleMediation());
        const QByteArray file = *post.away.core().writeBundle();
        for (const qsizetype at : {qsizetype{0}, qsizetype{9}, qsizetype{40}, file.size() / 2, file.size() - 1}) {
            QByteArray changed = file;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            REFUSED_AS(post.take(changed), servererrors::bundleChanged);
        }
        REFUSED_AS(post.take(file.first(file.size() - 10)), servererrors::bundleChanged);
        REFUSED_AS(post.take({}), servererrors::bundleChanged);
        QByteArray unknown = file;
        unknown[15] = static_cast<char>(unknown[15] ^ 1); // the id of another workstation
        REFUSED_AS(post.take(unknown), servererrors::bundleForeign);
        // signed by a workstation that is known here, sealed to the key of another district
        const Result<QByteArray> elsewhere = sealBundle("x", BundleDirection::ToDistrict, post.away.workstation().device,
                                                        boxPublicKeyOf(post.town.workstation().publicKey),
                                                        post.away.workstation().secretKey.view());
        REFUSED_AS(post.take(*elsewhere), servererrors::bundleChanged);
        // an answer of the district is no file to it
        QVERIFY(post.take(file));
        const QByteArray answer = post.take(*post.away.core().writeBundle())->answer;
        REFUSED_AS(post.take(answer), servererrors::bundleChanged);
        QVERIFY(!post.town.core().takeBundle(answer)); // nor one to another workstation
    }

    void withoutAPersonOrAWorkstationInGoodStandingNothingIsTaken()
    {
        Outpost post;
        post.away.create(sampleMediation());
        const QByteArray file = *post.away.core().writeBundle();
        QVERIFY(post.district.admin().disableUser(QStringLiteral("wang")));
        REFUSED_AS(post.take(file), servererrors::bundleNobody);
        QVERIFY(post.district.admin().disableUser(QStringLiteral("wang"), false));
        QVERIFY(await(post.away.door().keep(offlineGrantKey(), QByteArray(200, 'x')))); // made up
        REFUSED_AS(post.take(*post.away.core().writeBundle()), servererrors::bundleNobody);
        QVERIFY(post.district.admin().revokeDevice(post.away.workstation().device));
        REFUSED_AS(post.take(file), servererrors::revoked);
        QCOMPARE(post.rowsOf(Kind::Mediation), 0);
    }

    void afterTheOfflineTimeWorkIsTakenAndNothingGivenOut()
    {
        Outpost post;
        post.town.run();
        post.trip(post.away); // the answer brings a new grant: from here on another seven days
        post.district.clock().advanceMs(6LL * 86'400'000);
        post.away.create(sampleMediation());
        post.trip(post.away);
        post.district.clock().advanceMs(6LL * 86'400'000);
        QVERIFY(!post.trip(post.away).grantOver);
        post.district.clock().advanceMs(8LL * 86'400'000);
        post.away.create(sampleMediation());
        const bundles::Taken late = post.trip(post.away);
        QVERIFY(late.grantOver);
        QVERIFY(late.operations > 0);
        QCOMPARE(late.entries, 0);
        QCOMPARE(post.away.outbox().unsent, 0);
        QCOMPARE(post.rowsOf(Kind::Mediation), 2);
        post.away.clock().advanceMs(20LL * 86'400'000);
        post.away.run(); // a line at last, and a login
        QVERIFY(!post.trip(post.away).grantOver);
    }

    void aFileFromBeforeARestoreIsNotJudgedAndTheAnswerTells()
    {
        Outpost post;
        post.trip(post.away);
        const QString copy = post.district.folder() + QStringLiteral("/copied");
        QVERIFY(post.district.database().copyTo(copy));
        const RecordId lost = post.away.create(sampleMediation());
        post.trip(post.away);
        QCOMPARE(post.rowsOf(Kind::Mediation), 1);
        QVERIFY(post.district.district().poll());
        post.district.reopen(copy);
        QCOMPARE(post.rowsOf(Kind::Mediation), 0);

        const RecordId fresh = post.away.create(sampleMediation());
        const Result<bundles::Taken> old = post.take(*post.away.core().writeBundle());
        QVERIFY(old && old->otherEpoch);
        QCOMPARE(old->operations, 0);
        QCOMPARE(post.rowsOf(Kind::Mediation), 0);
        QVERIFY(post.away.core().takeBundle(old->answer));
        QVERIFY(post.away.outbox().unsent > 0);
        QVERIFY(post.trip(post.away).operations > 0);
        QCOMPARE(post.rowsOf(Kind::Mediation), 2); // what the backup lacked came again
        QVERIFY(post.away.has(lost) && post.away.has(fresh));
        QCOMPARE(post.away.outbox().unsent, 0);
    }
};

QTEST_GUILESS_MAIN(StickTest)
#include "StickTest.moc"
