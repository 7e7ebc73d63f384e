// SPDX-License-Identifier: GPL-3.0-or-later
// Notary applications told from the counter to the archive, with pauses, approval by another person and rechecks.
#include "tests/records/CaseStory.h"

#include "records/kinds/Notary.h"
#include "records/kinds/Party.h"
#include "records/kinds/Recheck.h"
#include "records/kinds/Session.h"

#include <QObject>

namespace yizhan {

using namespace notary;

class NotaryStoryTest : public QObject
{
    Q_OBJECT

    static void addItem(CaseStory &story, const char *matter)
    {
        story.add(Kind::NotaryItem, [matter](Record &row) {
            row.set(notaryItem::matter, QString::fromLatin1(matter));
            row.set(notaryItem::originals, 1);
            row.set(notaryItem::copies, 2);
        });
    }

    // One person asks for the certificate of a degree (no need to come in person), for use abroad.
    static CaseStory graduate(const char *today = "2026-03-02", const char *matter = "D16")
    {
        CaseStory story(Kind::Notary, today);
        story.as("NOTARY_CLERK");
        Record &root = story.root();
        root.set(category, QStringLiteral("WM"));
        root.set(useArea, QStringLiteral("FOREIGN"));
        root.set(destinationCountry, QStringLiteral("US"));
        root.set(purpose, QStringLiteral("STUDY"));
        root.set(translationLanguage, QStringLiteral("EN"));
        root.set(common::receivedAt, story.now);
        if (!story.move("draft").isEmpty())
            qFatal("a draft can always be made");
        story.add(Kind::Party, [](Record &row) {
            row.set(party::type, QStringLiteral("NATURAL"));
            row.set(party::role, QStringLiteral("APPLICANT"));
            row.set(party::name, QStringLiteral("某甲"));
            row.set(party::idType, QStringLiteral("111"));
            row.set(party::idNo, QStringLiteral("110112195001010017"));
            row.set(party::birthDate, day("1950-01-01"));
        });
        addItem(story, matter);
        return story;
    }

    static void fillAcceptance(CaseStory &story)
    {
        Record &root = story.root();
        root.set(interestStatement, QStringLiteral("本人学位"));
        root.set(toldOn, story.now.localDay());
        root.set(acceptChecks, {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")});
        root.set(placeOk, true);
        root.set(recusalChecked, true);
        root.set(idCheckMethod, QStringLiteral("READER"));
        root.set(photoTaken, true);
    }

    static CaseStory accepted(CaseStory story)
    {
        if (!story.move("apply").isEmpty())
            qFatal("cannot apply");
        fillAcceptance(story);
        if (!story.as("NOTARY").move("accept").isEmpty())
            qFatal("cannot accept");
        return story;
    }

    static CaseStory examined(CaseStory story)
    {
        story.root().set(questioningSigned, true);
        if (!story.move("examine").isEmpty())
            qFatal("cannot examine");
        return story;
    }

    static CaseStory inApproval(CaseStory story)
    {
        story = examined(std::move(story));
        story.root().set(checklistDone, true);
        if (!story.move("begin-drafting").isEmpty())
            qFatal("cannot draft");
        std::vector<RecordId> items;
        for (const Record *item : story.file.of(Kind::NotaryItem))
            items.push_back(item->id);
        for (const RecordId &about : items) {
            story.add(Kind::Certificate, [&](Record &row) {
                row.set(certificate::item, about);
                row.set(certificate::originals, 1);
            });
        }
        story.root().set(examinationOpinion, QStringLiteral("符合条件"));
        story.root().set(feePaidOn, story.now.localDay());
        if (!story.move("submit").isEmpty())
            qFatal("cannot submit");
        return story;
    }

    static void approveAll(CaseStory &story)
    {
        story.root().set(approvalOpinion, QStringLiteral("同意"));
        story.root().set(approvalChecks, {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4"),
                                          QStringLiteral("5"), QStringLiteral("6")});
    }

    static CaseStory issued(CaseStory story)
    {
        story = inApproval(std::move(story));
        approveAll(story);
        if (!story.as("NOTARY_APPROVER").move("issue").isEmpty())
            qFatal("cannot issue");
        return story;
    }

    static CaseStory delivered(CaseStory story)
    {
        story = issued(std::move(story));
        story.root().set(deliveryMode, QStringLiteral("SELF"));
        story.root().set(deliveredTo, QStringLiteral("某甲"));
        story.root().set(receiptSigned, true);
        if (!story.as("NOTARY_CLERK").move("deliver").isEmpty())
            qFatal("cannot deliver");
        return story;
    }

    static CaseStory archived(CaseStory story)
    {
        story = delivered(std::move(story));
        story.root().set(common::archiveClass, QStringLiteral("NORMAL"));
        story.root().set(common::retention, QStringLiteral("Y30"));
        if (!story.as("NOTARY").move("archive").isEmpty())
            qFatal("cannot archive");
        return story;
    }

    static RecordId askRecheck(CaseStory &story)
    {
        const RecordId paper = story.newest(Kind::Certificate)->id;
        return story.add(Kind::Recheck, [&](Record &row) {
            row.set(recheck::certificate, paper);
            row.set(recheck::receivedOn, story.now.localDay());
            row.set(recheck::writtenRequest, true);
            row.set(recheck::officer, CaseStory::personOf("other notary"));
        });
    }

    static CaseStory &asOther(CaseStory &story) { return story.asPerson(CaseStory::personOf("other notary"), "NOTARY"); }

    // The parts of the long story.
    static void isAcceptedAndExamined(CaseStory &story)
    {
        QCOMPARE(story.move("apply"), QString());
        QCOMPARE(story.root().get(legalisation), QStringLiteral("APOSTILLE")); // the country's default
        QCOMPARE(story.root().get(conformityCertificate), std::optional(true));
        QVERIFY(story.root().get(common::greenChannel).contains(QLatin1String("WEAK"))); // 60 and over
        QCOMPARE(story.root().get(matters), QStringList{QStringLiteral("D16")});
        QVERIFY(story.root().get(common::caseNo).isEmpty());

        QCOMPARE(story.move("accept"), QStringLiteral("forbidden"));
        story.as("NOTARY").on("2026-03-03");
        QCOMPARE(story.move("accept"),
                 QStringLiteral("needs:interest_statement needs:told_on accept-checks place recusal identity"));
        fillAcceptance(story);
        QCOMPARE(story.move("accept"), QString());
        QVERIFY(story.root().get(common::caseNo).startsWith(QLatin1String("notary-acceptance")));
        QCOMPARE(*story.root().get(notary::notary), CaseStory::personOf("NOTARY"));
        QCOMPARE(story.due("NOT-ISSUE"), QStringLiteral("2026-03-24"));
        QCOMPARE(story.clock("NOT-URGENT"), QStringLiteral("none"));
        QCOMPARE(story.due("NOT-TERMINATE-6M"), QStringLiteral("2026-09-03"));

        QCOMPARE(story.move("examine"), QStringLiteral("questioning"));
        story.add(Kind::Session, [&](Record &row) {
            row.set(session::kind, QStringLiteral("QUESTIONING"));
            row.set(session::mode, QStringLiteral("ON_SITE"));
            row.set(session::startedAt, story.now);
            row.set(session::signedOn, story.now.localDay());
        });
        QCOMPARE(story.move("examine"), QString());
        QCOMPARE(story.move("begin-drafting"), QStringLiteral("checklist"));
        story.root().set(checklistDone, true);
        QCOMPARE(story.move("begin-drafting"), QString());
        QCOMPARE(story.move("submit"), QStringLiteral("needs:examination_opinion certificate-draft fee"));
        story.add(Kind::Certificate, [](Record &row) { row.set(certificate::originals, 1); });
        story.root().set(examinationOpinion, QStringLiteral("符合条件"));
        story.root().set(feeRelief, QStringLiteral("ELD"));
        QCOMPARE(story.move("submit"), QString());
    }

    static void isIssuedDeliveredAndArchived(CaseStory &story)
    {
        approveAll(story);
        QCOMPARE(story.asPerson(CaseStory::personOf("NOTARY"), "NOTARY_APPROVER").move("issue"),
                 QStringLiteral("other-person"));
        story.as("NOTARY_APPROVER").on("2026-03-10");
        story.root().set(approvalChecks, {QStringLiteral("1"), QStringLiteral("2")});
        QCOMPARE(story.move("issue"), QStringLiteral("approval-checks"));
        approveAll(story);
        QCOMPARE(story.move("issue"), QString());
        const RecordId paper = story.newest(Kind::Certificate)->id;
        QCOMPARE(story.status(paper), QStringLiteral("ISSUED"));
        QVERIFY(story.row(paper).get(certificate::number).startsWith(QLatin1String("notary-certificate")));
        QCOMPARE(*story.row(paper).get(certificate::approver), CaseStory::personOf("NOTARY_APPROVER"));
        QCOMPARE(*story.row(paper).get(certificate::notary), CaseStory::personOf("NOTARY"));
        QCOMPARE(story.clock("NOT-ISSUE"), QStringLiteral("MET"));
        QCOMPARE(story.clock("NOT-TERMINATE-6M"), QStringLiteral("CANCELLED"));
        QCOMPARE(story.due("NOT-ARCHIVE"), QStringLiteral("2026-06-10"));

        story.as("NOTARY_CLERK").on("2026-03-12");
        story.root().set(deliveryMode, QStringLiteral("POST"));
        QCOMPARE(story.move("deliver"), QStringLiteral("receipt"));
        story.root().set(postNo, QStringLiteral("EMS1"));
        QCOMPARE(story.move("deliver"), QString());
        QCOMPARE(story.status(paper), QStringLiteral("DELIVERED"));
        QCOMPARE(iso(story.row(paper).get(certificate::handedOn)), QStringLiteral("2026-03-12"));
        QCOMPARE(story.due("NOT-RECHECK-APPLY"), QStringLiteral("2027-03-12"));

        story.as("NOTARY");
        QCOMPARE(story.move("archive"), QStringLiteral("needs:archive_class needs:retention"));
        story.root().set(common::archiveClass, QStringLiteral("NORMAL"));
        story.root().set(common::retention, QStringLiteral("Y30"));
        QCOMPARE(story.move("archive"), QString());
        QCOMPARE(story.clock("NOT-ARCHIVE"), QStringLiteral("MET"));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void anApplicationGoesToTheArchive()
    {
        CaseStory story = graduate();
        isAcceptedAndExamined(story);
        if (QTest::currentTestFailed())
            return;
        isIssuedDeliveredAndArchived(story);
    }

    void everyCertificateOfAMatterGetsItsOwnNumber()
    {
        CaseStory story = graduate();
        addItem(story, "D15");
        addItem(story, "D09");
        story = issued(accepted(std::move(story)));
        QSet<QString> numbers;
        for (const Record *row : story.file.of(Kind::Certificate)) {
            QCOMPARE(row->get(certificate::status), QStringLiteral("ISSUED"));
            numbers += row->get(certificate::number);
        }
        QCOMPARE(numbers.size(), 3);
        // a draft made after the issue waits for an approver
        story.as("NOTARY").add(Kind::Certificate, [](Record &row) { row.set(certificate::originals, 1); });
        story.letTheProgramWork();
        QCOMPARE(story.newest(Kind::Certificate)->get(certificate::status), QStringLiteral("DRAFT"));
    }

    void aMatterWithoutADraftIsNotSubmitted()
    {
        CaseStory story = graduate();
        addItem(story, "D15");
        story = examined(accepted(std::move(story)));
        story.root().set(checklistDone, true);
        QCOMPARE(story.move("begin-drafting"), QString());
        const RecordId first = story.file.of(Kind::NotaryItem).front()->id;
        story.add(Kind::Certificate, [&](Record &row) { row.set(certificate::item, first); });
        story.root().set(examinationOpinion, QStringLiteral("符合条件"));
        story.root().set(feePaidOn, story.now.localDay());
        QCOMPARE(story.move("submit"), QStringLiteral("certificate-draft"));
    }

    void aWillIsMadeInPersonAndFiledSealed()
    {
        CaseStory story = graduate("2026-03-02", "D05");
        story.root().set(agentKind, QStringLiteral("ENTRUSTED"));
        QCOMPARE(story.move("apply"), QStringLiteral("agent"));
        story.root().set(agentKind, QStringLiteral("NONE"));
        QCOMPARE(story.move("apply"), QString());
        fillAcceptance(story);
        QCOMPARE(story.as("NOTARY").move("accept"), QStringLiteral("in-person"));
        story.root().set(inPersonOk, true);
        QCOMPARE(story.move("accept"), QString());
        story = issued(std::move(story));
        story.root().set(deliveryMode, QStringLiteral("SELF"));
        story.root().set(receiptSigned, true);
        QCOMPARE(story.as("NOTARY_CLERK").move("deliver"), QString());
        story.root().set(common::archiveClass, QStringLiteral("NORMAL"));
        story.root().set(common::retention, QStringLiteral("PERM"));
        QCOMPARE(story.as("NOTARY").move("archive"), QStringLiteral("archive-class"));
        story.root().set(common::archiveClass, QStringLiteral("SEALED"));
        QCOMPARE(story.move("archive"), QString());
    }

    void preservedEvidenceAndHomeServiceTakeTwoPersons()
    {
        CaseStory story = graduate("2026-03-02", "Y4");
        QCOMPARE(story.move("apply"), QString());
        fillAcceptance(story);
        story.root().set(homeAddress, QStringLiteral("某村1号"));
        story.root().set(homeAt, story.now);
        story.root().set(homeStaff1, CaseStory::personOf("one"));
        story.root().set(homeStaff2, CaseStory::personOf("one"));
        QCOMPARE(story.as("NOTARY").move("accept"), QStringLiteral("home-service"));
        story.root().set(homeStaff2, CaseStory::personOf("two"));
        QCOMPARE(story.move("accept"), QString());
        story = examined(std::move(story));
        story.root().set(checklistDone, true);
        QCOMPARE(story.move("begin-drafting"), QStringLiteral("two-persons"));
        story.root().set(verifyTwoPersons, true);
        QCOMPARE(story.move("begin-drafting"), QString());
    }

    void aPowerOfAttorneyIsPersonalForPeopleNotForCompanies()
    {
        CaseStory story = graduate("2026-03-02", "D01");
        QCOMPARE(story.move("apply"), QString());
        fillAcceptance(story);
        story.as("NOTARY");
        QCOMPARE(story.move("accept"), QStringLiteral("in-person"));
        story.newest(Kind::Party)->set(party::type, QStringLiteral("LEGAL"));
        QCOMPARE(story.move("accept"), QString());
    }

    void papersAskedForBeforeAcceptanceTouchNoClock()
    {
        CaseStory story = graduate();
        QCOMPARE(story.move("apply"), QString());
        story.root().set(supplementList, QStringLiteral("学位证原件"));
        story.root().set(supplementDue, day("2026-03-10"));
        QCOMPARE(story.move("ask-papers"), QString());
        QCOMPARE(story.root().get(common::returnState), QStringLiteral("APPLIED"));
        story.as("NOTARY");
        story.root().set(papersIn, true);
        QCOMPARE(story.move("proof-in"), QStringLiteral("after-acceptance"));
        story.root().set(refuseReason, QStringLiteral("31-6"));
        story.root().set(headApprovedBy, CaseStory::personOf("head"));
        story.root().set(refundDecided, true);
        QCOMPARE(story.move("refuse"), QStringLiteral("after-acceptance"));
        QCOMPARE(story.as("NOTARY_CLERK").move("papers-in"), QString());
        QCOMPARE(story.status(), QStringLiteral("APPLIED"));
        QVERIFY(story.root().get(common::returnState).isEmpty());

        QCOMPARE(story.move("ask-papers"), QString());
        story.as("NOTARY");
        story.root().set(guidance, QStringLiteral("材料不齐"));
        QCOMPARE(story.on("2026-03-10").move("not-accept-incomplete"), QStringLiteral("papers-not-in"));
        QCOMPARE(story.on("2026-03-11").move("not-accept-incomplete"), QString());
        QCOMPARE(story.status(), QStringLiteral("NOT_ACCEPTED"));
    }

    void missingProofStopsTheTermAndTheWayBackIsKnown()
    {
        CaseStory story = graduate();
        story.root().set(urgent, true);
        QCOMPARE(story.move("apply"), QStringLiteral("urgent-reason"));
        story.root().set(common::urgentReason, QStringLiteral("DEADLINE"));
        story = examined(accepted(std::move(story)));
        QCOMPARE(story.due("NOT-URGENT"), QStringLiteral("2026-03-05"));
        story.root().set(supplementList, QStringLiteral("成绩单"));
        story.root().set(supplementDue, day("2026-03-20"));
        QCOMPARE(story.on("2026-03-04").move("ask-proof"), QString());
        QCOMPARE(story.clock("NOT-ISSUE"), QStringLiteral("PAUSED"));
        QCOMPARE(story.clock("NOT-URGENT"), QStringLiteral("PAUSED"));
        story.root().set(refuseReason, QStringLiteral("31-4"));
        story.root().set(headApprovedBy, CaseStory::personOf("head"));
        story.root().set(refundDecided, true);
        QCOMPARE(story.move("refuse"), QStringLiteral("refusal-ground")); // while papers are missing only 31-6
        story.root().set(papersIn, true);
        QCOMPARE(story.on("2026-03-11").move("proof-in"), QString());
        QCOMPARE(story.status(), QStringLiteral("REVIEWING"));
        QCOMPARE(story.due("NOT-ISSUE"), QStringLiteral("2026-03-30")); // five working days were not counted
        QCOMPARE(story.due("NOT-URGENT"), QStringLiteral("2026-03-12"));
    }

    void verificationStopsTheTermToo()
    {
        CaseStory story = examined(accepted(graduate()));
        QCOMPARE(story.move("pause-verification"), QStringLiteral("needs:pause_evidence needs:verify_method"));
        story.root().set(pauseEvidence, QStringLiteral("核实函"));
        story.root().set(verifyMethod, QStringLiteral("LETTER"));
        QCOMPARE(story.on("2026-03-05").move("pause-verification"), QString());
        QCOMPARE(story.status(), QStringLiteral("REVIEWING"));
        QCOMPARE(story.clock("NOT-ISSUE"), QStringLiteral("PAUSED"));
        story.root().set(verifyResult, QStringLiteral("属实"));
        QCOMPARE(story.on("2026-03-09").move("resume-verification"), QString());
        QCOMPARE(story.due("NOT-ISSUE"), QStringLiteral("2026-03-25"));
    }

    void sixMonthsMustReallyBeOver()
    {
        CaseStory story = accepted(graduate());
        story.root().set(headApprovedBy, CaseStory::personOf("head"));
        story.root().set(refundDecided, true);
        story.root().set(terminateReason, QStringLiteral("50-1"));
        QCOMPARE(story.on("2026-09-02").move("terminate"), QStringLiteral("termination-ground"));
        QCOMPARE(story.on("2026-09-03").move("terminate"), QString());
        QCOMPARE(story.clock("NOT-ISSUE"), QStringLiteral("CANCELLED"));
        QCOMPARE(story.due("NOT-ARCHIVE"), QStringLiteral("2026-12-03"));
    }

    void aRefusedMatterDropsItsDrafts()
    {
        CaseStory story = inApproval(accepted(graduate()));
        story.as("NOTARY");
        story.root().set(refuseReason, QStringLiteral("31-7"));
        QCOMPARE(story.move("refuse"), QStringLiteral("head refund"));
        story.root().set(headApprovedBy, CaseStory::personOf("head"));
        story.root().set(refundDecided, true);
        QCOMPARE(story.move("refuse"), QString());
        QCOMPARE(story.newest(Kind::Certificate)->get(certificate::status), QStringLiteral("DROPPED"));
        QVERIFY(story.newest(Kind::Certificate)->get(certificate::number).isEmpty());
    }

    void theApproverReturnsFactsOrWording()
    {
        CaseStory story = inApproval(accepted(graduate()));
        story.as("NOTARY_APPROVER");
        QCOMPARE(story.move("return-wording"), QStringLiteral("needs:return_reason"));
        story.root().set(returnReason, QStringLiteral("格式"));
        QCOMPARE(story.move("return-wording"), QString());
        QCOMPARE(story.status(), QStringLiteral("DRAFTING"));
        QCOMPARE(story.as("NOTARY").move("submit"), QString());
        QVERIFY(story.root().get(returnReason).isEmpty());
        story.root().set(returnReason, QStringLiteral("事实不清"));
        QCOMPARE(story.as("NOTARY_APPROVER").move("return-facts"), QString());
        QCOMPARE(story.status(), QStringLiteral("REVIEWING"));
    }

    void onSiteSupervisionIsReadOutAndSentInAWeek()
    {
        CaseStory story = inApproval(accepted(graduate("2026-03-02", "Y3")));
        approveAll(story);
        story.as("NOTARY_APPROVER");
        QCOMPARE(story.move("issue"), QStringLiteral("read-out"));
        story.root().set(readOutOn, day("2026-03-02"));
        QCOMPARE(story.move("issue"), QString());
        QCOMPARE(story.due("NOT-SITE"), QStringLiteral("2026-03-09"));
    }

    void whatNobodyCollectsIsArchivedAndHandedOverLater()
    {
        CaseStory story = issued(accepted(graduate()));
        story.root().set(common::archiveClass, QStringLiteral("NORMAL"));
        story.root().set(common::retention, QStringLiteral("Y30"));
        story.as("ARCHIVIST").on("2026-05-06");
        QCOMPARE(story.move("archive-uncollected"), QStringLiteral("needs:reminded_on"));
        story.root().set(remindedOn, QStringLiteral("2026-03-20 2026-04-20"));
        QCOMPARE(story.move("archive-uncollected"), QString());
        const RecordId paper = story.newest(Kind::Certificate)->id;
        story.row(paper).set(certificate::mode, QStringLiteral("SELF"));
        QCOMPARE(story.as("NOTARY_CLERK").on("2026-08-03").move(paper, "deliver"), QString());
        QCOMPARE(story.status(), QStringLiteral("ARCHIVED"));
        QCOMPARE(story.due("NOT-RECHECK-APPLY"), QStringLiteral("2027-08-03"));
    }

    void anArchivedFileIsTakenBackForARecheckAndUpheld()
    {
        CaseStory story = archived(accepted(graduate()));
        story.on("2026-09-01");
        asOther(story);
        QCOMPARE(story.move("recheck"), QStringLiteral("recheck-entered certificate-issued recheck-in-time other-notary"));
        const RecordId request = askRecheck(story);
        QCOMPARE(story.as("NOTARY").move("recheck"), QStringLiteral("other-notary")); // the notary of the matter
        asOther(story);
        QCOMPARE(story.move("recheck"), QString());
        QCOMPARE(story.root().get(common::returnState), QStringLiteral("ARCHIVED"));
        QCOMPARE(story.due("NOT-RECHECK"), QStringLiteral("2026-10-08")); // 1 October is inside the holiday
        story.row(request).set(recheck::outcome, QStringLiteral("KEEP"));
        QCOMPARE(story.move("revoke"), QStringLiteral("outcome-revoke recheck-head"));
        story.row(request).set(recheck::headApprovedBy, CaseStory::personOf("head"));
        QCOMPARE(story.on("2026-09-10").move("uphold"), QString());
        QCOMPARE(story.status(), QStringLiteral("ARCHIVED"));
        QCOMPARE(story.clock("NOT-RECHECK"), QStringLiteral("MET"));
        QCOMPARE(story.clock("NOT-RECHECK-ACT"), QStringLiteral("none"));
        QCOMPARE(iso(story.row(request).get(recheck::decidedOn)), QStringLiteral("2026-09-10"));
    }

    void aYearAfterReceiptItIsTooLateForAParty()
    {
        CaseStory story = archived(accepted(graduate()));
        story.on("2027-03-03"); // handed over on 2 March 2026
        askRecheck(story);
        asOther(story);
        QCOMPARE(story.move("recheck"), QStringLiteral("recheck-in-time"));
        story.newest(Kind::Recheck)->set(recheck::ownMotion, true);
        QCOMPARE(story.move("recheck"), QString());
    }

    void aStrangerHasAYearFromKnowingButNeverMoreThanTwenty()
    {
        CaseStory story = archived(accepted(graduate()));
        story.on("2030-03-01");
        const RecordId request = askRecheck(story);
        story.row(request).set(recheck::interested, true);
        asOther(story);
        QCOMPARE(story.move("recheck"), QStringLiteral("recheck-in-time")); // nobody says since when
        story.row(request).set(recheck::knownOn, day("2029-06-01"));
        QCOMPARE(story.move("recheck"), QString());

        CaseStory late = archived(accepted(graduate()));
        late.on("2046-03-03");
        const RecordId lateRequest = askRecheck(late);
        late.row(lateRequest).set(recheck::interested, true);
        late.row(lateRequest).set(recheck::knownOn, day("2046-03-01"));
        asOther(late);
        QCOMPARE(late.move("recheck"), QStringLiteral("recheck-in-time"));
    }

    void aWrongCertificateIsRevokedAnnouncedAndReportedTheSameDay()
    {
        CaseStory story = delivered(accepted(graduate()));
        story.on("2026-04-01");
        const RecordId request = askRecheck(story);
        asOther(story);
        QCOMPARE(story.move("recheck"), QString());
        story.row(request).set(recheck::outcome, QStringLiteral("REVOKE"));
        story.row(request).set(recheck::headApprovedBy, CaseStory::personOf("head"));
        QCOMPARE(story.on("2026-04-20").move("revoke"), QString());
        QCOMPARE(story.newest(Kind::Certificate)->get(certificate::status), QStringLiteral("REVOKED"));
        QCOMPARE(story.due("NOT-RECHECK-ACT"), QStringLiteral("2026-04-30"));
        QCOMPARE(story.due("NOT-REVOKE-REPORT"), QStringLiteral("2026-04-20"));
        QCOMPARE(story.due("NOT-ARCHIVE"), QStringLiteral("2026-07-20"));
        QCOMPARE(story.move("report-recheck"), QStringLiteral("reported"));
        story.row(request).set(recheck::reportedOn, day("2026-04-20"));
        QCOMPARE(story.move("report-recheck"), QString());
        QCOMPARE(story.clock("NOT-REVOKE-REPORT"), QStringLiteral("MET"));
        story.root().set(common::archiveClass, QStringLiteral("NORMAL"));
        story.root().set(common::retention, QStringLiteral("Y30"));
        QCOMPARE(story.move("archive-rechecked"), QStringLiteral("carried-out"));
        story.row(request).set(recheck::carriedOutOn, day("2026-04-24"));
        story.row(request).set(recheck::papersInFile, true);
        QCOMPARE(story.move("archive-rechecked"), QString());
        QCOMPARE(story.clock("NOT-RECHECK-ACT"), QStringLiteral("MET"));
        QCOMPARE(story.clock("NOT-ARCHIVE"), QStringLiteral("MET"));
    }

    void aCorrectedCertificateIsHandedOverAgain()
    {
        CaseStory story = delivered(accepted(graduate()));
        story.on("2026-04-01");
        const RecordId request = askRecheck(story);
        asOther(story);
        QCOMPARE(story.move("recheck"), QString());
        story.row(request).set(recheck::outcome, QStringLiteral("CORRECT"));
        story.row(request).set(recheck::headApprovedBy, CaseStory::personOf("head"));
        QCOMPARE(story.on("2026-04-02").move("correct"), QString());
        QCOMPARE(story.newest(Kind::Certificate)->get(certificate::status), QStringLiteral("CORRECTED"));
        QCOMPARE(story.clock("NOT-REVOKE-REPORT"), QStringLiteral("none"));
        QCOMPARE(story.on("2026-04-07").as("NOTARY_CLERK").move("deliver-corrected"), QString());
        QCOMPARE(story.status(), QStringLiteral("DELIVERED"));
        QCOMPARE(story.clock("NOT-RECHECK-ACT"), QStringLiteral("MET"));
        QCOMPARE(iso(story.row(request).get(recheck::carriedOutOn)), QStringLiteral("2026-04-07"));
    }

    void theFeeIsTheSumWithoutTheRelief()
    {
        CaseStory story = graduate();
        story.root().set(feeStandard, Money{8000});
        story.root().set(feeCopies, Money{4000});
        story.root().set(feeTranslation, Money{10000});
        story.root().set(feeReliefAmount, Money{2000});
        QCOMPARE(story.move("apply"), QString());
        QCOMPARE(story.root().get(feeTotal)->fen, 20000);
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::NotaryStoryTest)
#include "NotaryStoryTest.moc"
