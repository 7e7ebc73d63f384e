// SPDX-License-Identifier: GPL-3.0-or-later
// Aid before the review, terminations and objections, told as stories.
#include "tests/records/LegalAidStory.h"

#include <QObject>

namespace yizhan {

using namespace legalAidStory;

class LegalAidReviewStoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void aidBeforeTheReviewEndsWhenTheReviewRefuses()
    {
        CaseStory story = worker();
        story.root().set(limitationDate, day("2026-03-05"));
        QCOMPARE(story.move("receive"), QString());
        QCOMPARE(story.clock("AID-PROVISIONAL"), QStringLiteral("RUNNING"));
        story.as("AID_DIRECTOR");
        name(story);
        QCOMPARE(story.move("assign-provisionally"), QStringLiteral("needs:provisional_ground needs:case_kind"));
        story.root().set(provisionalGround, QStringLiteral("44-1"));
        story.root().set(caseKind, QStringLiteral("MS"));
        QCOMPARE(story.move("assign-provisionally"), QString());
        QCOMPARE(story.status(), QStringLiteral("ASSIGNED"));
        QCOMPARE(story.root().get(provisional), std::optional(true));
        QCOMPARE(story.root().get(reviewTrack), QStringLiteral("PENDING"));
        QCOMPARE(story.clock("AID-REVIEW"), QStringLiteral("RUNNING")); // the review goes on beside the case
        QCOMPARE(story.clock("AID-REVIEW-BJ"), QStringLiteral("none"));
        QCOMPARE(story.due("AID-ENGAGE"), QStringLiteral("2026-03-09")); // 7 March is a Saturday

        story.as("AID_CLERK").on("2026-03-03");
        story.root().set(supplementList, QStringLiteral("收入说明"));
        story.root().set(supplementDue, day("2026-03-10"));
        QCOMPARE(story.move("track-ask-supplement"), QString());
        QCOMPARE(story.clock("AID-REVIEW"), QStringLiteral("PAUSED"));
        story.root().set(papersComplete, true);
        QCOMPARE(story.on("2026-03-05").move("track-complete-papers"), QString());
        QCOMPARE(story.clock("AID-REVIEW-BJ"), QStringLiteral("RUNNING"));
        QCOMPARE(story.status(), QStringLiteral("ASSIGNED"));

        story.as("AID_DIRECTOR").on("2026-03-06");
        QCOMPARE(story.move("track-refuse"), QStringLiteral("needs:refuse_reason work-known"));
        story.root().set(refuseReason, QStringLiteral("02"));
        story.root().set(workDone, true);
        QCOMPARE(story.move("track-refuse"), QString());
        QCOMPARE(story.root().get(reviewTrack), QStringLiteral("REFUSED"));
        QCOMPARE(story.status(), QStringLiteral("TERMINATED"));
        QCOMPARE(story.root().get(terminationGround), QStringLiteral("48-8"));
        QCOMPARE(story.root().get(common::returnState), QStringLiteral("ASSIGNED"));
        QCOMPARE(story.clock("AID-REVIEW"), QStringLiteral("MET"));
        QCOMPARE(story.clock("AID-REVIEW-BJ"), QStringLiteral("MET"));
        QCOMPARE(story.due("AID-FILE"), QStringLiteral("2026-04-07")); // 5 April is a Sunday, 6 April the festival

        // the bureau orders to correct: the review runs again and the aid goes on where it stood
        story.on("2026-03-09");
        object(story, "REFUSAL", "order-correction");
        QCOMPARE(story.as("AID_DIRECTOR").move("correct-termination"),
                 QStringLiteral("termination-corrected not-ended-by-review"));
        QCOMPARE(story.move("track-again"), QString());
        QCOMPARE(story.root().get(reviewTrack), QStringLiteral("PENDING"));
        QCOMPARE(story.status(), QStringLiteral("ASSIGNED"));
        QCOMPARE(story.clock("AID-FILE"), QStringLiteral("CANCELLED"));
        QVERIFY(!story.root().get(terminatedOn));
        QVERIFY(!story.newest(Kind::Assignment)->get(assignment::endedOn));

        completeReview(story);
        QCOMPARE(story.move("track-grant"), QString());
        QCOMPARE(story.root().get(reviewTrack), QStringLiteral("GRANTED"));
        QCOMPARE(story.status(), QStringLiteral("ASSIGNED"));
    }

    void papersThatNeverComeEndProvisionalAid()
    {
        CaseStory story = received();
        story.root().set(supplementList, QStringLiteral("收入说明"));
        story.root().set(supplementDue, day("2026-03-10"));
        QCOMPARE(story.move("ask-supplement"), QString());
        story.as("AID_DIRECTOR");
        name(story);
        story.root().set(provisionalGround, QStringLiteral("44-2"));
        story.root().set(caseKind, QStringLiteral("MS"));
        QCOMPARE(story.move("assign-before-papers"), QString());
        QCOMPARE(story.root().get(reviewTrack), QStringLiteral("SUPPLEMENT"));
        QCOMPARE(story.clock("AID-REVIEW"), QStringLiteral("PAUSED"));
        story.root().set(changeAskedBy, QStringLiteral("AIDED"));
        story.root().set(changeReason, QStringLiteral("沟通不畅"));
        QCOMPARE(story.move("ask-change"), QString());
        story.root().set(workDone, false);
        story.as("AID_REVIEWER").on("2026-03-11");
        QCOMPARE(story.move("track-lapse"), QString());
        QCOMPARE(story.root().get(reviewTrack), QStringLiteral("LAPSED"));
        QCOMPARE(story.status(), QStringLiteral("TERMINATED"));
        QCOMPARE(story.root().get(common::returnState), QStringLiteral("ASSIGNED"));
        QCOMPARE(story.clock("AID-FILE"), QStringLiteral("none")); // no work, no file
        QCOMPARE(story.as("ARCHIVIST").move("archive-terminated"), QString());
    }

    void aidIsNotGivenEarlyForAPeriodThatIsStillLong()
    {
        CaseStory story = received();
        story.as("AID_DIRECTOR");
        name(story);
        story.root().set(provisionalGround, QStringLiteral("44-1"));
        story.root().set(caseKind, QStringLiteral("MS"));
        story.root().set(limitationDate, day("2026-03-09"));
        QCOMPARE(story.move("assign-provisionally"), QStringLiteral("limitation"));
        story.root().set(limitationDate, day("2026-03-08"));
        QCOMPARE(story.move("assign-provisionally"), QString());
    }

    void aRefusalIsArchivedOnlyWhenNobodyCanObjectAnyMore()
    {
        CaseStory story = inReview();
        story.as("AID_DIRECTOR");
        story.root().set(refuseReason, QStringLiteral("01"));
        QCOMPARE(story.move("refuse"), QString());
        QCOMPARE(story.clock("AID-OBJECT-FILE"), QStringLiteral("none")); // not served yet
        QCOMPARE(story.as("ARCHIVIST").move("archive-refused"), QStringLiteral("objection-term"));
        story.root().set(decisionServedOn, day("2026-03-04"));
        QCOMPARE(story.as("AID_CLERK").on("2026-03-04").move("serve-decision"), QString());
        QCOMPARE(story.due("AID-OBJECT-FILE"), QStringLiteral("2026-03-19"));
        QCOMPARE(story.as("ARCHIVIST").on("2026-03-19").move("archive-refused"), QStringLiteral("objection-term"));
        QCOMPARE(story.on("2026-03-20").move("archive-refused"), QString());
    }

    void anObjectionThatIsPendingBarsTheArchiveAndAnOrderLeadsBack()
    {
        CaseStory story = inReview();
        story.as("AID_DIRECTOR");
        story.root().set(refuseReason, QStringLiteral("02"));
        QCOMPARE(story.move("refuse"), QString());
        QCOMPARE(story.move("correct-refusal"), QStringLiteral("refusal-corrected"));
        story.on("2026-03-06");
        object(story, "REFUSAL", "");
        QCOMPARE(story.due("AID-OBJECT"), QStringLiteral("2026-03-11"));
        QCOMPARE(story.as("ARCHIVIST").on("2026-05-06").move("archive-refused"), QStringLiteral("objection-term no-objection"));
        const RecordId objectionId = story.newest(Kind::Objection)->id;
        QCOMPARE(story.as("LEADER").on("2026-03-10").move(objectionId, "order-correction"), QString());
        QCOMPARE(story.clock("AID-OBJECT"), QStringLiteral("MET"));
        QCOMPARE(story.as("AID_DIRECTOR").move("correct-refusal"), QString());
        QCOMPARE(story.status(), QStringLiteral("REVIEWING"));
        QVERIFY(story.root().get(decision).isEmpty());
        QCOMPARE(story.due("AID-REVIEW"), QStringLiteral("2026-03-17"));
        // refused once more: the old order does not open the new decision
        story.on("2026-03-12");
        story.root().set(refuseReason, QStringLiteral("02"));
        QCOMPARE(story.move("refuse"), QString());
        QCOMPARE(story.move("correct-refusal"), QStringLiteral("refusal-corrected"));
    }

    void anUpheldDecisionTellsOfReconsiderationAndSuit()
    {
        CaseStory story = inReview();
        story.as("AID_DIRECTOR");
        story.root().set(refuseReason, QStringLiteral("02"));
        QCOMPARE(story.move("refuse"), QString());
        story.on("2026-03-06");
        object(story, "REFUSAL", "uphold");
        const RecordId id = story.newest(Kind::Objection)->id;
        QCOMPARE(story.clock("AID-SUIT"), QStringLiteral("none"));
        story.row(id).set(objection::servedOn, day("2026-03-09"));
        QCOMPARE(story.on("2026-03-09").move(id, "serve"), QString());
        QCOMPARE(story.due("AID-RECONSIDER"), QStringLiteral("2026-05-08"));
        QCOMPARE(story.due("AID-SUIT"), QStringLiteral("2026-09-09"));
        QCOMPARE(story.status(), QStringLiteral("REFUSED"));
        QCOMPARE(story.as("ARCHIVIST").move("archive-refused"), QString());
    }

    void aTerminatedCaseGoesOnAsOrderedEvenFromTheArchive()
    {
        CaseStory story = assigned();
        QCOMPARE(story.move("terminate"), QStringLiteral("needs:termination_ground needs:work_done"));
        story.root().set(terminationGround, QStringLiteral("48-4"));
        story.root().set(workDone, false);
        QCOMPARE(story.move("terminate"), QString());
        QCOMPARE(story.clock("AID-ENGAGE"), QStringLiteral("CANCELLED"));
        story.on("2026-03-04");
        object(story, "TERMINATION", "order-correction");
        QCOMPARE(story.as("AID_DIRECTOR").move("correct-termination"), QString());
        QCOMPARE(story.status(), QStringLiteral("ASSIGNED"));

        story.on("2026-03-05");
        story.root().set(terminationGround, QStringLiteral("48-7"));
        story.root().set(workDone, false);
        QCOMPARE(story.move("terminate"), QString());
        QCOMPARE(story.as("ARCHIVIST").move("archive-terminated"), QString());
        QCOMPARE(story.as("AID_DIRECTOR").move("correct-closed-termination"), QStringLiteral("termination-corrected"));
        story.on("2026-04-01");
        object(story, "TERMINATION", "order-correction");
        QCOMPARE(story.as("AID_DIRECTOR").move("correct-closed-termination"), QString());
        QCOMPARE(story.status(), QStringLiteral("IN_PROGRESS"));
        QVERIFY(!story.root().get(common::archivedOn));
    }

    void aTerminatedCaseInWhichWorkWasDoneHasAFileToo()
    {
        CaseStory story = assigned();
        story.root().set(terminationGround, QStringLiteral("48-6"));
        story.root().set(workDone, true);
        QCOMPARE(story.on("2026-03-04").move("terminate"), QString());
        QCOMPARE(story.due("AID-FILE"), QStringLiteral("2026-04-03"));
        QCOMPARE(story.as("ARCHIVIST").move("archive-terminated"), QStringLiteral("no-work-done"));
        QCOMPARE(story.as("AID_CLERK").move("hand-in-terminated"), QString());
        QCOMPARE(story.root().get(common::returnState), QStringLiteral("ASSIGNED TERMINATED"));
        story.root().set(fileMissing, QStringLiteral("缺记录"));
        QCOMPARE(story.move("return-file"), QString());
        QCOMPARE(story.status(), QStringLiteral("TERMINATED"));
        QCOMPARE(story.root().get(common::returnState), QStringLiteral("ASSIGNED"));
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::LegalAidReviewStoryTest)
#include "LegalAidReviewStoryTest.moc"
