// SPDX-License-Identifier: GPL-3.0-or-later
// Legal-aid cases told from the application or the notice to the archive.
#include "tests/records/LegalAidStory.h"

#include "records/kinds/DutyHelp.h"
#include "records/kinds/Hearing.h"

#include <QObject>

namespace yizhan {

using namespace legalAidStory;

class LegalAidStoryTest : public QObject
{
    Q_OBJECT

    // The parts of the long story.
    static void isReceivedAndGranted(CaseStory &story)
    {
        story.newest(Kind::Party)->clear(party::idNo);
        QCOMPARE(story.move("receive"), QStringLiteral("applicant"));
        story.newest(Kind::Party)->set(party::idNo, QStringLiteral("110112198001010019"));
        QCOMPARE(story.move("receive"), QString());
        QVERIFY(story.root().get(applicationNo).startsWith(QLatin1String("legal-aid-application")));
        QVERIFY(story.root().get(common::caseNo).isEmpty());
        QCOMPARE(story.root().get(exemptCheck), QStringLiteral("42-3")); // wages of a migrant worker
        QVERIFY(story.root().get(common::greenChannel).contains(QLatin1String("WAGE")));
        QCOMPARE(story.due("AID-REVIEW"), QStringLiteral("2026-03-09"));
        QCOMPARE(story.clock("AID-REVIEW-BJ"), QStringLiteral("none")); // Beijing counts from acceptance
        QCOMPARE(story.clock("AID-PROVISIONAL"), QStringLiteral("none"));

        story.root().set(papersComplete, true);
        story.root().set(duplicateChecked, true);
        QCOMPARE(story.on("2026-03-03").move("accept"), QStringLiteral("forbidden"));
        QCOMPARE(story.as("AID_REVIEWER").move("accept"), QString());
        QCOMPARE(story.due("AID-REVIEW-BJ"), QStringLiteral("2026-03-10"));

        story.as("AID_DIRECTOR").on("2026-03-05");
        QCOMPARE(story.move("approve"), QStringLiteral("needs:case_kind stage scope"));
        completeReview(story);
        QCOMPARE(story.move("approve"), QString());
        QCOMPARE(story.root().get(decision), QStringLiteral("GRANT"));
        QCOMPARE(*story.root().get(signedBy), CaseStory::personOf("AID_DIRECTOR"));
        QVERIFY(story.root().get(common::caseNo).startsWith(QLatin1String("legal-aid-")));
        QCOMPARE(story.root().get(reviewTrack), QStringLiteral("NA"));
        QCOMPARE(story.clock("AID-REVIEW"), QStringLiteral("MET"));
        QCOMPARE(story.clock("AID-REVIEW-BJ"), QStringLiteral("MET"));
        QCOMPARE(story.due("AID-ASSIGN"), QStringLiteral("2026-03-09")); // 8 March is a Sunday
    }

    static void isAssignedAndHandled(CaseStory &story)
    {
        QCOMPARE(story.move("assign"), QStringLiteral("assigned-person not-on-leave conflict-free"));
        name(story);
        QCOMPARE(story.move("assign"), QString());
        QVERIFY(story.newest(Kind::Assignment)->get(assignment::number).startsWith(QLatin1String("legal-aid-assignment")));
        QCOMPARE(story.clock("AID-ASSIGN"), QStringLiteral("MET"));
        QCOMPARE(story.due("AID-ENGAGE"), QStringLiteral("2026-03-10"));
        QCOMPARE(story.root().get(assignedPerson), QStringLiteral("律师一"));

        story.as("AID_LAWYER").on("2026-03-09");
        QCOMPARE(story.move("engage"), QStringLiteral("engaged-on engagement-papers"));
        story.newest(Kind::Assignment)->set(assignment::engagedOn, story.now.localDay());
        story.root().set(papers, {QStringLiteral("LA-12")});
        QCOMPARE(story.move("engage"), QString());
        QCOMPARE(story.clock("AID-ENGAGE"), QStringLiteral("MET"));
        QCOMPARE(story.move("begin-work"), QStringLiteral("first-action"));
        work(story);
        QCOMPARE(story.move("begin-work"), QString());

        const RecordId hearing = story.add(
            Kind::Hearing, [](Record &row) { row.set(hearing::heldAt, Instant::fromLocal(day("2026-04-10"), 9 * 60)); });
        QCOMPARE(story.due("AID-COURT-DATE"), QStringLiteral("2026-04-10"));
        QCOMPARE(story.on("2026-04-10").move(hearing, "hold", {{&hearing::result, Value(QStringLiteral("休庭"))}}), QString());
        QCOMPARE(story.clock("AID-COURT-DATE"), QStringLiteral("MET"));
    }

    static void isConcludedAndArchived(CaseStory &story)
    {
        story.on("2026-05-06");
        story.root().set(outcome, QStringLiteral("WIN"));
        story.root().set(concludedOn, day("2026-04-30"));
        QCOMPARE(story.move("conclude"), QStringLiteral("result-document recovered"));
        story.root().set(resultDocumentNo, QStringLiteral("裁决1号"));
        story.root().set(recovered, Money{3'000'000});
        QCOMPARE(story.move("conclude"), QString());
        QCOMPARE(story.due("AID-FILE"), QStringLiteral("2026-06-01")); // 30 May is a Saturday

        story.on("2026-05-20");
        QCOMPARE(story.move("hand-in-file"), QStringLiteral("closing-papers"));
        story.root().set(papers, {QStringLiteral("LA-12"), QStringLiteral("LA-21")});
        QCOMPARE(story.move("hand-in-file"), QString());
        QCOMPARE(story.root().get(common::returnState), QStringLiteral("CONCLUDED"));
        QCOMPARE(story.clock("AID-FILE"), QStringLiteral("MET"));
        QCOMPARE(story.due("AID-FILE-REVIEW"), QStringLiteral("2026-06-22")); // 19 June is the festival, then a weekend

        story.as("AID_CLERK");
        story.root().set(fileMissing, QStringLiteral("缺判决书"));
        QCOMPARE(story.move("return-file"), QString());
        QCOMPARE(story.status(), QStringLiteral("CONCLUDED"));
        QCOMPARE(story.clock("AID-FILE"), QStringLiteral("RUNNING"));
        QCOMPARE(story.clock("AID-FILE-REVIEW"), QStringLiteral("CANCELLED"));
        QCOMPARE(story.move("hand-in-file"), QString());
        story.root().set(sampled, true);
        QCOMPARE(story.move("close"), QStringLiteral("file-check quality"));
        story.root().set(fileCheckPassed, true);
        story.root().set(qualityMethod, {QStringLiteral("VISIT")});
        QCOMPARE(story.move("close"), QString());
        QCOMPARE(story.as("ARCHIVIST").move("archive"), QStringLiteral("file-complete"));
        story.root().set(papers, {QStringLiteral("LA-53"), QStringLiteral("LA-54"), QStringLiteral("LA-55")});
        QCOMPARE(story.move("archive"), QString());
        QCOMPARE(story.status(), QStringLiteral("ARCHIVED"));
        QVERIFY(story.root().get(common::returnState).isEmpty());
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void anApplicationGoesToTheArchive()
    {
        CaseStory story = worker();
        isReceivedAndGranted(story);
        if (QTest::currentTestFailed())
            return;
        isAssignedAndHandled(story);
        if (QTest::currentTestFailed())
            return;
        isConcludedAndArchived(story);
    }

    void aSupplementStopsTheSevenDaysAndBeijingBeginsAfresh()
    {
        CaseStory story = inReview("2026-03-02");
        QCOMPARE(story.due("AID-REVIEW-BJ"), QStringLiteral("2026-03-09"));
        story.as("AID_CLERK").on("2026-03-04");
        QCOMPARE(story.move("ask-supplement"), QStringLiteral("needs:supplement_list needs:supplement_due"));
        story.root().set(supplementList, QStringLiteral("身份证复印件"));
        story.root().set(supplementDue, day("2026-03-13"));
        QCOMPARE(story.move("ask-supplement"), QString());
        QCOMPARE(story.clock("AID-REVIEW"), QStringLiteral("PAUSED"));
        QCOMPARE(story.clock("AID-REVIEW-BJ"), QStringLiteral("CANCELLED"));
        QCOMPARE(story.on("2026-03-10").move("complete-papers"), QStringLiteral("papers-complete")); // the tick was taken off
        story.root().set(papersComplete, true);
        QCOMPARE(story.move("complete-papers"), QString());
        QCOMPARE(iso(story.root().get(acceptedOn)), QStringLiteral("2026-03-10"));
        QCOMPARE(story.due("AID-REVIEW"), QStringLiteral("2026-03-16")); // 9 March and six days, 15 March is a Sunday
        QCOMPARE(story.due("AID-REVIEW-BJ"), QStringLiteral("2026-03-17"));
    }

    void whoDoesNotSupplyIsDeemedToWithdrawOnlyAfterTheDay()
    {
        CaseStory story = received();
        story.root().set(supplementList, QStringLiteral("收入说明"));
        story.root().set(supplementDue, day("2026-03-10"));
        QCOMPARE(story.move("ask-supplement"), QString());
        story.as("AID_REVIEWER");
        QCOMPARE(story.on("2026-03-10").move("deem-withdrawn"), QStringLiteral("supplement-late"));
        QCOMPARE(story.on("2026-03-11").move("deem-withdrawn"), QString());
        QCOMPARE(story.clock("AID-REVIEW"), QStringLiteral("CANCELLED"));
        QCOMPARE(story.as("ARCHIVIST").move("archive-ended"), QStringLiteral("end-note"));
        story.root().set(endNote, QStringLiteral("附卷说明"));
        QCOMPARE(story.move("archive-ended"), QString());
    }

    void meansAreShownByUndertakingAndNeverByACertificate()
    {
        CaseStory story = inReview();
        completeReview(story);
        story.root().clear(exemptCheck);
        story.as("AID_DIRECTOR");
        QCOMPARE(story.move("approve"), QStringLiteral("means"));
        story.root().set(meansMethod, QStringLiteral("UNDERTAKING"));
        story.root().set(meansHousehold, 3);
        story.root().set(meansIncomeMonth, Money{500'000});
        QCOMPARE(story.move("approve"), QStringLiteral("means"));
        story.root().set(meansDeclaredOn, story.now.localDay());
        QCOMPARE(story.move("approve"), QString());
        QCOMPARE(story.root().get(meansPerHead)->fen, 166'666);
    }

    void aNoticeSkipsTheReviewAndWantsAnExperiencedLawyer()
    {
        CaseStory story(Kind::LegalAid, "2026-03-06");
        story.as("AID_CLERK");
        QCOMPARE(story.move("receive-notice"),
                 QStringLiteral("needs:source needs:notice_no needs:authority_name needs:notice_ground needs:criminal_stage "
                                "needs:notice_received_at custody"));
        Record &root = story.root();
        root.set(source, QStringLiteral("NOTICE_COURT"));
        root.set(noticeNo, QStringLiteral("通知1号"));
        root.set(authorityName, QStringLiteral("区人民法院"));
        root.set(noticeGround, QStringLiteral("25-4"));
        root.set(criminalStage, QStringLiteral("YS"));
        root.set(custodyPlace, QStringLiteral("区看守所"));
        root.set(noticeReceivedAt, story.now);
        QCOMPARE(story.move("receive-notice"), QString());
        QCOMPARE(story.root().get(caseKind), QStringLiteral("XS"));
        QCOMPARE(story.root().get(reviewTrack), QStringLiteral("NA"));
        QCOMPARE(story.due("AID-NOTICE"), QStringLiteral("2026-03-09"));
        story.as("AID_DIRECTOR");
        name(story);
        QCOMPARE(story.move("assign"), QStringLiteral("three-years"));
        story.newest(Kind::Assignment)->set(assignment::years, 2);
        QCOMPARE(story.move("assign"), QStringLiteral("three-years"));
        story.newest(Kind::Assignment)->set(assignment::years, 3);
        QCOMPARE(story.move("assign"), QString());
        QCOMPARE(story.clock("AID-NOTICE"), QStringLiteral("MET"));
    }

    void aNoticeForAMinorWantsALawyerFamiliarWithMinorsAndIsRestricted()
    {
        CaseStory story(Kind::LegalAid, "2026-03-06", [](Record &root) {
            root.set(source, QStringLiteral("NOTICE_POLICE"));
            root.set(noticeNo, QStringLiteral("通知2号"));
            root.set(authorityName, QStringLiteral("公安分局"));
            root.set(noticeGround, QStringLiteral("25-1"));
            root.set(criminalStage, QStringLiteral("ZC"));
            root.set(detained, false);
            root.set(noticeReceivedAt, Instant::fromLocal(day("2026-03-06"), 540));
        });
        QCOMPARE(story.as("AID_CLERK").move("receive-notice"), QString());
        QCOMPARE(story.root().get(common::restricted), std::optional(true));
        story.as("AID_DIRECTOR");
        name(story);
        QCOMPARE(story.move("assign"), QStringLiteral("minors"));
        story.newest(Kind::Assignment)->set(assignment::minorsOk, true);
        QCOMPARE(story.move("assign"), QString());
    }

    void aNoticeMayBeReturnedWithItsReason()
    {
        CaseStory story(Kind::LegalAid, "2026-03-06", [](Record &root) {
            root.set(source, QStringLiteral("NOTICE_PROC"));
            root.set(noticeNo, QStringLiteral("通知3号"));
            root.set(authorityName, QStringLiteral("区检察院"));
            root.set(noticeGround, QStringLiteral("25-7"));
            root.set(criminalStage, QStringLiteral("SCQS"));
            root.set(detained, false);
            root.set(noticeReceivedAt, Instant::fromLocal(day("2026-03-06"), 540));
        });
        QCOMPARE(story.as("AID_CLERK").move("receive-notice"), QString());
        QCOMPARE(story.as("AID_DIRECTOR").move("return-notice"), QStringLiteral("needs:notice_return_reason"));
        story.root().set(noticeReturnReason, QStringLiteral("COUNSEL"));
        QCOMPARE(story.move("return-notice"), QString());
        QCOMPARE(story.status(), QStringLiteral("RETURNED"));
        QCOMPARE(story.clock("AID-NOTICE"), QStringLiteral("MET"));
    }

    void aChangeOfPersonIsANewRowAndANewClock()
    {
        CaseStory story = assigned();
        story.as("AID_CLERK");
        story.root().set(changeAskedBy, QStringLiteral("AIDED"));
        story.root().set(changeReason, QStringLiteral("沟通不畅"));
        QCOMPARE(story.on("2026-03-04").move("ask-change"), QString());
        QCOMPARE(story.clock("AID-ENGAGE"), QStringLiteral("RUNNING"));
        story.as("AID_DIRECTOR");
        QCOMPARE(story.move("refuse-change"), QStringLiteral("needs:change_answer"));
        story.root().set(changeAnswer, QStringLiteral("无正当理由"));
        QCOMPARE(story.move("refuse-change"), QString());
        QCOMPARE(story.status(), QStringLiteral("ASSIGNED"));
        QCOMPARE(story.root().get(changeResult), QStringLiteral("REFUSED"));
        QCOMPARE(story.move("ask-change"), QString());
        QCOMPARE(story.on("2026-03-05").move("grant-change"), QStringLiteral("new-person"));
        name(story, "律师二");
        QCOMPARE(story.move("grant-change"), QString());
        QCOMPARE(story.status(), QStringLiteral("ASSIGNED"));
        QVERIFY(story.root().get(common::returnState).isEmpty());
        QCOMPARE(story.root().get(assignedPerson), QStringLiteral("律师二"));
        QCOMPARE(iso(story.file.of(Kind::Assignment).front()->get(assignment::endedOn)), QStringLiteral("2026-03-05"));
        QCOMPARE(story.due("AID-ENGAGE"), QStringLiteral("2026-03-10"));
    }

    void anEngagementThatCannotBeSignedStopsItsClock()
    {
        CaseStory story = assigned();
        story.as("AID_LAWYER").on("2026-03-04");
        QCOMPARE(story.move("engage-unsigned"), QStringLiteral("not-signed-reason"));
        story.newest(Kind::Assignment)->set(assignment::notSignedReason, QStringLiteral("受援人住院"));
        QCOMPARE(story.move("engage-unsigned"), QString());
        QCOMPARE(story.status(), QStringLiteral("ENGAGED"));
        QCOMPARE(story.clock("AID-ENGAGE"), QStringLiteral("PAUSED"));
        story.on("2026-03-20");
        story.newest(Kind::Assignment)->set(assignment::engagedOn, story.now.localDay());
        story.root().set(papers, {QStringLiteral("LA-12")});
        QCOMPARE(story.move("sign-later"), QString());
        QCOMPARE(story.clock("AID-ENGAGE"), QStringLiteral("MET"));
    }

    void dutyHelpIsARegisterOfItsOwn()
    {
        CaseStory story(Kind::DutyHelp, "2026-03-02");
        story.as("DUTY_LAWYER");
        QCOMPARE(story.move("draft"), QString());
        Record &root = story.root();
        root.set(dutyHelp::helpedAt, story.now);
        root.set(dutyHelp::station, QStringLiteral("DETENTION"));
        root.set(common::handler, CaseStory::personOf("lawyer"));
        root.set(dutyHelp::charge, QStringLiteral("盗窃罪"));
        root.set(dutyHelp::stage, QStringLiteral("SCQS"));
        root.set(dutyHelp::authority, QStringLiteral("区检察院"));
        root.set(dutyHelp::help, {QStringLiteral("1")});
        root.set(dutyHelp::pleaSigned, true);
        QCOMPARE(story.move("register"), QStringLiteral("person-named plea-consistent"));
        story.add(Kind::Party, [](Record &row) {
            row.set(party::type, QStringLiteral("NATURAL"));
            row.set(party::role, QStringLiteral("SUSPECT"));
            row.set(party::name, QStringLiteral("某乙"));
        });
        story.root().set(dutyHelp::pleaCase, true);
        story.root().set(dutyHelp::help, {QStringLiteral("1"), QStringLiteral("5")});
        QCOMPARE(story.move("register"), QString());
        QVERIFY(story.root().get(common::caseNo).startsWith(QLatin1String("duty-help")));
        QCOMPARE(story.as("AID_DIRECTOR").move("void"), QStringLiteral("needs:void_reason"));
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::LegalAidStoryTest)
#include "LegalAidStoryTest.moc"
