// SPDX-License-Identifier: GPL-3.0-or-later
// Mediation cases told from the application to the archive.
#include "tests/records/CaseStory.h"

#include "records/kinds/Agreement.h"
#include "records/kinds/FollowUp.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "records/kinds/Referral.h"
#include "records/kinds/Session.h"
#include "records/kinds/Task.h"

#include <QObject>

namespace yizhan {

using namespace mediation;

class MediationStoryTest : public QObject
{
    Q_OBJECT

    static RecordId someone(const char *letters) { return CaseStory::personOf(letters); }

    static void addParty(CaseStory &story, const char *role, const char *name)
    {
        story.add(Kind::Party, [&](Record &row) {
            row.set(party::type, QStringLiteral("NATURAL"));
            row.set(party::role, QString::fromLatin1(role));
            row.set(party::name, QString::fromUtf8(name));
        });
    }

    // Two neighbours and a leaking roof, entered but not yet registered.
    static CaseStory neighbours(const char *today = "2026-03-02")
    {
        CaseStory story(Kind::Mediation, today);
        story.as("MEDIATOR");
        Record &root = story.root();
        root.set(committee, someone("committee"));
        root.set(source, QStringLiteral("10"));
        root.set(disputeType, QStringLiteral("02"));
        root.set(occurredOn, day("2026-02-20"));
        root.set(placeText, QStringLiteral("某小区3号楼"));
        root.set(facts, QStringLiteral("楼上漏水，天花板受损。"));
        root.set(common::receivedAt, story.now);
        if (!story.move("draft").isEmpty())
            qFatal("a draft can always be made");
        addParty(story, "APPLICANT", "甲某");
        addParty(story, "RESPONDENT", "乙某");
        return story;
    }

    static void fillAcceptance(CaseStory &story)
    {
        Record &root = story.root();
        root.set(common::handler, someone("handler"));
        root.set(chosenBy, QStringLiteral("PARTIES"));
        root.set(claims, QStringLiteral("赔偿维修费"));
        root.set(peopleInvolved, 2);
        root.set(rightsToldOn, story.now.localDay());
        root.set(consentObtained, true);
        root.set(consentHow, QStringLiteral("SIGNATURE"));
        root.set(exclusionsChecked, true);
        root.set(recusalChecked, true);
    }

    static void holdSession(CaseStory &story)
    {
        story.add(Kind::Session, [&](Record &row) {
            row.set(session::kind, QStringLiteral("MEDIATION"));
            row.set(session::mode, QStringLiteral("ON_SITE"));
            row.set(session::startedAt, story.now);
            row.set(session::present, QStringLiteral("甲某、乙某"));
            row.set(session::content, QStringLiteral("双方陈述。"));
            row.set(session::result, QStringLiteral("CONTINUE"));
        });
    }

    static CaseStory inMediation(CaseStory story)
    {
        if (!story.move("register").isEmpty())
            qFatal("cannot register");
        fillAcceptance(story);
        if (!story.move("accept").isEmpty())
            qFatal("cannot accept");
        holdSession(story);
        if (!story.move("start").isEmpty())
            qFatal("cannot start");
        return story;
    }

    // A written agreement of one payment, signed and sealed over three days.
    static RecordId addAgreement(CaseStory &story, const char *dueDay)
    {
        const RecordId version = story.add(Kind::Agreement, [&](Record &row) {
            row.set(agreement::form, QStringLiteral("WRITTEN"));
            row.set(agreement::partiesSignedOn, story.now.localDay().plus(-2));
            row.set(agreement::mediatorSignedOn, story.now.localDay().plus(-1));
            row.set(agreement::sealedOn, story.now.localDay());
            row.set(agreement::allSigned, true);
            row.set(agreement::amount, Money{1'200'000});
        });
        story.add(Kind::AgreementTerm, version, [&](Record &row) {
            row.set(agreementTerm::position, 1);
            row.set(agreementTerm::obligor, story.file.of(Kind::Party).back()->id);
            row.set(agreementTerm::content, QStringLiteral("支付维修费"));
            row.set(agreementTerm::amount, Money{1'200'000});
            row.set(agreementTerm::dueOn, day(dueDay));
        });
        return version;
    }

    static void prove(CaseStory &story)
    {
        Record *term = story.newest(Kind::AgreementTerm);
        term->set(agreementTerm::performedOn, story.now.localDay());
        term->set(agreementTerm::proof, QStringLiteral("收条"));
    }

    // The parts of the long story.
    static void isRegisteredAndMediated(CaseStory &story)
    {
        QCOMPARE(story.status(), QStringLiteral("DRAFT"));
        QVERIFY(story.root().get(common::caseNo).isEmpty());
        QCOMPARE(story.move("register"), QString());
        QVERIFY(story.root().get(common::caseNo).startsWith(QLatin1String("mediation-")));
        QCOMPARE(*story.root().get(common::firstResponder), CaseStory::personOf("MEDIATOR"));

        fillAcceptance(story);
        story.on("2026-03-03");
        QCOMPARE(story.move("accept"), QString());
        QCOMPARE(story.due("MED-TERM"), QStringLiteral("2026-04-03"));
        QCOMPARE(story.move("start"), QStringLiteral("first-meeting"));
        holdSession(story);
        QCOMPARE(story.move("start"), QString());
        QCOMPARE(story.move("record-session"), QString());
    }

    static void isAgreedAndConfirmed(CaseStory &story)
    {
        story.on("2026-03-20");
        const RecordId version = addAgreement(story, "2026-04-15");
        QCOMPARE(story.move("agree"), QString());
        QCOMPARE(story.status(), QStringLiteral("AGREED"));
        QCOMPARE(story.root().get(outcome), QStringLiteral("SUCCESS"));
        QCOMPARE(story.root().get(amountAgreed)->fen, 1'200'000);
        QCOMPARE(iso(story.row(version).get(agreement::effectiveOn)), QStringLiteral("2026-03-20"));
        QCOMPARE(*story.row(version).get(agreement::version), 1);
        QCOMPARE(story.clock("MED-TERM"), QStringLiteral("MET"));
        QCOMPARE(story.status(version, 0), QStringLiteral("ELIGIBLE"));
        QCOMPARE(story.status(version, 1), QStringLiteral("PENDING"));
        QCOMPARE(story.due("MED-CONFIRM"), QStringLiteral("2026-04-20")); // 19 April is a Sunday
        QCOMPARE(story.due("MED-VISIT"), QStringLiteral("2026-04-30"));
        QCOMPARE(story.countOf(Kind::Task), 1); // one a term
        QCOMPARE(story.root().get(mediation::performStatus), QStringLiteral("PENDING"));

        Record &row = story.row(version);
        row.set(agreement::court, QStringLiteral("区人民法院"));
        row.set(agreement::confirmGroundsChecked, true);
        QCOMPARE(story.move(version, "apply-confirmation"), QStringLiteral("joint-application"));
        story.row(version).set(agreement::jointApplication, true);
        QCOMPARE(story.on("2026-03-24").move(version, "apply-confirmation"), QString());
        QCOMPARE(story.clock("MED-CONFIRM"), QStringLiteral("MET"));
        QCOMPARE(story.due("MED-CONFIRM-COURT1"), QStringLiteral("2026-03-27"));
        story.row(version).set(agreement::courtNo, QStringLiteral("（2026）京0112诉前调确1号"));
        QCOMPARE(story.on("2026-03-26").move(version, "court-accept"), QString());
        QCOMPARE(story.due("MED-CONFIRM-COURT2"), QStringLiteral("2026-04-10"));
        QCOMPARE(story.on("2026-04-02").move(version, "court-confirm"), QString());
        QCOMPARE(story.clock("MED-CONFIRM-COURT2"), QStringLiteral("MET"));
        QCOMPARE(story.root().get(mediation::confirmStatus), QStringLiteral("CONFIRMED"));
    }

    static void isPerformedClosedAndArchived(CaseStory &story)
    {
        const RecordId version = story.newest(Kind::Agreement)->id;
        story.on("2026-04-14");
        QCOMPARE(story.move(version, "perform-all"), QStringLiteral("all-terms-proved"));
        prove(story);
        QCOMPARE(story.move(version, "perform-all"), QString());
        QCOMPARE(story.newest(Kind::AgreementTerm)->get(agreementTerm::performStatus), QStringLiteral("PERFORMED"));

        QCOMPARE(story.move("close"), QStringLiteral("needs:difficulty needs:closing_approved_by"));
        story.root().set(difficulty, QStringLiteral("GENERAL"));
        story.root().set(closingApprovedBy, someone("head"));
        QCOMPARE(story.move("close"), QString());
        QCOMPARE(story.due("MED-ARCHIVE"), QStringLiteral("2026-05-14"));

        story.as("ARCHIVIST");
        QCOMPARE(story.move("archive"), QStringLiteral("paper-MT-01 paper-MT-02 paper-application paper-MT-05 paper-identity "
                                                       "paper-MT-09 paper-agreement paper-MT-16 paper-MT-25"));
        story.root().set(papers,
                         {QStringLiteral("MT-01"), QStringLiteral("MT-02"), QStringLiteral("MT-03"), QStringLiteral("MT-05"),
                          QStringLiteral("MT-09"), QStringLiteral("MT-10"), QStringLiteral("MT-16")});
        story.root().set(identityCopies, true);
        QCOMPARE(story.move("archive"), QStringLiteral("paper-MT-25"));
        story.root().set(papers, story.root().get(papers) << QStringLiteral("MT-25"));
        QCOMPARE(story.move("archive"), QString());
        QCOMPARE(story.status(), QStringLiteral("ARCHIVED"));
        QCOMPARE(story.clock("MED-ARCHIVE"), QStringLiteral("MET"));

        // the follow-up is still owed after the archive
        story.as("MEDIATOR").on("2026-04-20");
        QCOMPARE(story.move("follow-up"), QStringLiteral("follow-up"));
        story.add(Kind::FollowUp, [&](Record &visit) {
            visit.set(followUp::at, story.now);
            visit.set(followUp::mode, QStringLiteral("PHONE"));
        });
        QCOMPARE(story.move("follow-up"), QString());
        QCOMPARE(story.status(), QStringLiteral("ARCHIVED"));
        QCOMPARE(story.clock("MED-VISIT"), QStringLiteral("MET"));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void aCaseGoesFromTheApplicationToTheArchive()
    {
        CaseStory story = neighbours();
        isRegisteredAndMediated(story);
        if (QTest::currentTestFailed())
            return;
        isAgreedAndConfirmed(story);
        if (QTest::currentTestFailed())
            return;
        isPerformedClosedAndArchived(story);
    }

    void anIncompleteApplicationIsNotRegisteredAndEachGapIsNamed()
    {
        CaseStory story(Kind::Mediation, "2026-03-02");
        story.as("MEDIATOR");
        QCOMPARE(story.move("draft"), QString());
        QCOMPARE(story.move("register"), QStringLiteral("needs:committee_id needs:source needs:dispute_type needs:occurred_on "
                                                        "needs:facts needs:received_at two-sides place"));
        story.root().set(disputeType, QStringLiteral("99"));
        QVERIFY(story.move("register").contains(QLatin1String("type-described")));
        addParty(story, "APPLICANT", "甲某");
        addParty(story, "THIRD", "丙某");
        QVERIFY(story.move("register").contains(QLatin1String("two-sides")));
    }

    void aReferralFromTheCourtIsOnlyRegisteredWithItsModeAndDay()
    {
        CaseStory story = neighbours();
        story.root().set(source, QStringLiteral("31"));
        story.root().set(channel, QStringLiteral("SD"));
        story.root().set(referralOrg, QStringLiteral("区人民法院"));
        QCOMPARE(story.move("register"), QStringLiteral("referral"));
        story.root().set(courtReferralMode, QStringLiteral("WP"));
        story.root().set(referralSignedOn, day("2026-03-02"));
        story.root().set(referralReceivedOn, day("2026-02-27"));
        story.add(Kind::Referral, [&](Record &row) {
            row.set(referral::direction, QStringLiteral("IN"));
            row.set(referral::sender, QStringLiteral("区人民法院"));
        });
        QCOMPARE(story.move("register"), QString());
        QCOMPARE(story.due("MED-COURT-WP"), QStringLiteral("2026-04-01"));
        QCOMPARE(story.clock("MED-COURT-WT-P"), QStringLiteral("none"));
        QCOMPARE(story.clock("MED-COURT-ACK"), QStringLiteral("MET"));
        QCOMPARE(story.clock("MED-LABOUR"), QStringLiteral("none"));
    }

    void anAppraisalBeforeFilingStopsTheCourtsClock()
    {
        CaseStory story = neighbours();
        story.root().set(source, QStringLiteral("31"));
        story.root().set(channel, QStringLiteral("SD"));
        story.root().set(referralOrg, QStringLiteral("区人民法院"));
        story.root().set(courtReferralMode, QStringLiteral("WP"));
        story.root().set(referralSignedOn, day("2026-03-02"));
        story = inMediation(story);
        QCOMPARE(story.on("2026-03-10").move("begin-appraisal"), QString());
        QCOMPARE(story.clock("MED-COURT-WP"), QStringLiteral("PAUSED"));
        QCOMPARE(story.due("MED-COURT-WP"), QStringLiteral("-"));
        QCOMPARE(story.clock("MED-TERM"), QStringLiteral("RUNNING"));
        QCOMPARE(story.on("2026-03-20").move("end-appraisal"), QString());
        QCOMPARE(story.due("MED-COURT-WP"), QStringLiteral("2026-04-13")); // ten days later: 11 April, a Saturday
    }

    void aRefusalEndsTheCaseBeforeItBegins()
    {
        CaseStory story = neighbours();
        story.root().set(source, QStringLiteral("34"));
        story.root().set(channel, QStringLiteral("XD"));
        story.root().set(referralOrg, QStringLiteral("区信访办"));
        QCOMPARE(story.move("register"), QStringLiteral("petition"));
        story.root().set(petitionReceivedOn, day("2026-03-02"));
        const RecordId letter = story.add(Kind::Referral, [&](Record &row) {
            row.set(referral::direction, QStringLiteral("IN"));
            row.set(referral::sender, QStringLiteral("区信访办"));
        });
        QCOMPARE(story.move("register"), QString());
        QCOMPARE(story.due("MED-PETITION-TELL"), QStringLiteral("2026-03-17"));
        QCOMPARE(story.clock("MED-PETITION-OBJECT"), QStringLiteral("none"));
        QCOMPARE(story.move("ask-consent"), QString());
        QCOMPARE(story.countOf(Kind::Task), 1);
        QCOMPARE(iso(story.newest(Kind::Task)->get(task::dueOn)), QStringLiteral("2026-03-05"));
        QCOMPARE(story.move("accept"), QStringLiteral("needs:handler_id needs:chosen_by needs:claims needs:people_involved "
                                                      "needs:rights_told_on consent no-exclusion recusal"));
        story.root().set(petitionToldOn, day("2026-03-04"));
        QCOMPARE(story.on("2026-03-04").move("tell-petitioner"), QString());
        QCOMPARE(story.status(), QStringLiteral("CONSENT_PENDING"));
        QCOMPARE(story.clock("MED-PETITION-TELL"), QStringLiteral("MET"));
        story.root().set(withdrawalNote, QStringLiteral("被申请人电话表示不同意"));
        QCOMPARE(story.move("refuse"), QString());
        QCOMPARE(story.status(), QStringLiteral("WITHDRAWN"));
        QCOMPARE(story.root().get(outcome), QStringLiteral("WITHDRAW"));
        QCOMPARE(story.row(letter).get(referral::result), QStringLiteral("WITHDRAWN"));
        QVERIFY(story.documents.contains(QLatin1String("MT-20")));
        QCOMPARE(story.move("close-unsettled"), QString());
        QCOMPARE(story.as("ARCHIVIST").move("archive"), QStringLiteral("paper-application"));
    }

    void nobodyWhoFoundAnExclusionMayAccept()
    {
        CaseStory story = neighbours();
        QCOMPARE(story.move("register"), QString());
        fillAcceptance(story);
        story.root().set(exclusions, {QStringLiteral("03")});
        QCOMPARE(story.move("accept"), QStringLiteral("no-exclusion"));
        story.root().set(rejectReason, QStringLiteral("03"));
        story.root().set(guidance, QStringLiteral("告知向法院起诉"));
        QCOMPARE(story.move("reject"), QStringLiteral("forbidden"));
        QCOMPARE(story.as("COMMITTEE_HEAD").move("reject"), QString());
        QCOMPARE(story.status(), QStringLiteral("NOT_ACCEPTED"));
    }

    void aWindowToApplyThatWasLetPassIsNotTheDateOfTheCase()
    {
        CaseStory story = inMediation(neighbours());
        const RecordId version = addAgreement(story, "2026-05-15");
        QCOMPARE(story.move("agree"), QString());
        QCOMPARE(story.root().get(common::nextDueRule), QStringLiteral("MED-CONFIRM"));
        story.on("2026-05-10").letTheProgramWork();
        QCOMPARE(story.status(version, 0), QStringLiteral("EXPIRED"));
        QCOMPARE(story.root().get(common::nextDueRule), QStringLiteral("MED-VISIT"));
        QCOMPARE(story.clock("MED-CONFIRM"), QStringLiteral("RUNNING"));
    }

    void aCaseEntrustedAfterFilingOffersNoConfirmation()
    {
        CaseStory story = neighbours();
        story.root().set(source, QStringLiteral("31"));
        story.root().set(channel, QStringLiteral("SD"));
        story.root().set(referralOrg, QStringLiteral("区人民法院"));
        story.root().set(courtReferralMode, QStringLiteral("WT_J"));
        story.root().set(referralSignedOn, day("2026-03-02"));
        story = inMediation(story);
        QCOMPARE(story.due("MED-COURT-WT-J"), QStringLiteral("2026-03-09"));
        story.on("2026-03-06");
        const RecordId version = addAgreement(story, "2026-04-15");
        QCOMPARE(story.move("agree"), QString());
        QCOMPARE(story.status(version, 0), QStringLiteral("NA"));
        QCOMPARE(story.clock("MED-CONFIRM"), QStringLiteral("none"));
        QCOMPARE(story.clock("MED-COURT-WT-J"), QStringLiteral("MET"));
        QCOMPARE(story.move(version, "apply-confirmation"), QStringLiteral("state"));
        QCOMPARE(story.countOf(Kind::Task), 2); // the term, and the agreement to be handed to the court
    }

    void anAgreementPerformedOnTheSpotNeedsItsProof()
    {
        CaseStory story = inMediation(neighbours());
        const RecordId version = addAgreement(story, "2026-03-02");
        story.row(version).set(agreement::performedAtOnce, true);
        QCOMPARE(story.move("agree"), QStringLiteral("something-owed")); // neither proved on the spot nor owed later
        story.row(version).set(agreement::performanceProof, QStringLiteral("当场付清，收条一张"));
        QCOMPARE(story.move("agree"), QString());
        QCOMPARE(story.status(version, 1), QStringLiteral("IMMEDIATE"));
    }

    void anUnsignedAgreementIsNone()
    {
        CaseStory story = inMediation(neighbours());
        QCOMPARE(story.move("agree"), QStringLiteral("agreement agreement-signed terms"));
        const RecordId version = addAgreement(story, "2026-04-01");
        story.row(version).clear(agreement::sealedOn);
        QCOMPARE(story.move("agree"), QStringLiteral("agreement-signed"));
        story.row(version).set(agreement::sealedOn, story.now.localDay());
        story.newest(Kind::AgreementTerm)->clear(agreementTerm::obligor);
        QCOMPARE(story.move("agree"), QStringLiteral("terms"));
        story.newest(Kind::AgreementTerm)->set(agreementTerm::obligor, someone("stranger"));
        QCOMPARE(story.move("agree"), QStringLiteral("terms-bind-parties"));
    }

    void theSumOfTheTermsIsTheAmountOfTheAgreement()
    {
        CaseStory story = inMediation(neighbours());
        const RecordId version = addAgreement(story, "2026-04-01");
        story.row(version).set(agreement::amount, Money{1'200'001});
        QCOMPARE(story.move("agree"), QStringLiteral("sum"));
        story.row(version).clear(agreement::amount);
        QCOMPARE(story.move("agree"), QStringLiteral("sum"));
        story.newest(Kind::AgreementTerm)->clear(agreementTerm::amount);
        QCOMPARE(story.move("agree"), QString());
    }

    void aMinorNeedsAGuardianWhoSignsAndTheNamesAreRestricted()
    {
        CaseStory story = neighbours();
        story.newest(Kind::Party)->set(party::birthDate, day("2012-05-01"));
        addParty(story, "THIRD", "丙某"); // saving works out who is a minor
        story = inMediation(std::move(story));
        QCOMPARE(story.root().get(common::restricted), std::optional(true));
        addAgreement(story, "2026-04-01");
        QCOMPARE(story.move("agree"), QStringLiteral("guardian"));
        addParty(story, "GUARDIAN", "丁某");
        QCOMPARE(story.move("agree"), QString());
    }

    void invitedPersonsNeedTheConsentOfTheParties()
    {
        CaseStory story = inMediation(neighbours());
        addParty(story, "INVITED", "村委会主任");
        QCOMPARE(story.move("record-session"), QStringLiteral("invited"));
        story.root().set(invitedConsent, true);
        QCOMPARE(story.move("record-session"), QString());
    }

    void whatNobodyDecidesHappensByItself()
    {
        CaseStory story = inMediation(neighbours());
        const RecordId version = addAgreement(story, "2026-03-20");
        QCOMPARE(story.move("agree"), QString());
        story.on("2026-03-20").letTheProgramWork();
        QCOMPARE(story.status(version, 1), QStringLiteral("PENDING"));
        story.on("2026-03-21").letTheProgramWork();
        QCOMPARE(story.status(version, 1), QStringLiteral("BREACHED"));
        QCOMPARE(story.newest(Kind::AgreementTerm)->get(agreementTerm::performStatus), QStringLiteral("BREACHED"));
        QCOMPARE(story.status(version, 0), QStringLiteral("ELIGIBLE"));
        story.on("2026-04-01").letTheProgramWork(); // the last of the 30 days
        QCOMPARE(story.status(version, 0), QStringLiteral("ELIGIBLE"));
        story.on("2026-04-02").letTheProgramWork();
        QCOMPARE(story.status(version, 0), QStringLiteral("EXPIRED"));
        prove(story);
        QCOMPARE(story.move(version, "perform-all"), QString());
    }

    void aCourtThatDoesNotAcceptOpensTheOldTermAgain()
    {
        CaseStory story = inMediation(neighbours());
        const RecordId version = addAgreement(story, "2026-05-20");
        QCOMPARE(story.move("agree"), QString());
        Record &row = story.row(version);
        row.set(agreement::court, QStringLiteral("另一法院"));
        row.set(agreement::confirmGroundsChecked, true);
        row.set(agreement::jointApplication, true);
        QCOMPARE(story.on("2026-03-05").move(version, "apply-confirmation"), QString());
        story.row(version).set(agreement::confirmRefusal, QStringLiteral("2"));
        QCOMPARE(story.on("2026-03-09").move(version, "court-refuse"), QString());
        QCOMPARE(story.clock("MED-CONFIRM"), QStringLiteral("RUNNING"));
        QCOMPARE(story.due("MED-CONFIRM"), QStringLiteral("2026-04-01"));
        QCOMPARE(story.on("2026-03-10").move(version, "apply-again"), QString());
        QCOMPARE(story.clock("MED-CONFIRM"), QStringLiteral("MET"));
        QCOMPARE(story.due("MED-CONFIRM-COURT1"), QStringLiteral("2026-03-13"));
        QVERIFY(story.row(version).get(agreement::confirmRefusal).isEmpty());
    }

    void aDismissedConfirmationMayBeMediatedAgain()
    {
        CaseStory story = inMediation(neighbours());
        const RecordId version = addAgreement(story, "2026-05-20");
        QCOMPARE(story.move("agree"), QString());
        story.root().set(reopenReason, QStringLiteral("法院驳回"));
        story.root().set(reopenApprovedBy, someone("head"));
        QCOMPARE(story.move("reopen"), QStringLiteral("confirmation-dismissed all-want-again"));
        Record &row = story.row(version);
        row.set(agreement::court, QStringLiteral("区人民法院"));
        row.set(agreement::courtNo, QStringLiteral("1"));
        row.set(agreement::confirmGroundsChecked, true);
        row.set(agreement::jointApplication, true);
        row.set(agreement::confirmRefusalNote, QStringLiteral("内容不明确"));
        QCOMPARE(story.move(version, "apply-confirmation"), QString());
        QCOMPARE(story.move(version, "court-accept"), QString());
        story.row(version).set(agreement::confirmRefusalNote, QStringLiteral("内容不明确"));
        QCOMPARE(story.move(version, "court-dismiss"), QString());
        story.root().set(closingNote, QStringLiteral("待重新调解"));
        story.root().set(difficulty, QStringLiteral("GENERAL"));
        story.root().set(closingApprovedBy, someone("head"));
        story.add(Kind::FollowUp, [&](Record &visit) {
            visit.set(followUp::at, story.now);
            visit.set(followUp::mode, QStringLiteral("PHONE"));
        });
        QCOMPARE(story.move("close"), QString());
        story.root().set(reopenAgreed, true);
        QCOMPARE(story.on("2026-03-30").move("reopen"), QString());
        QCOMPARE(story.status(), QStringLiteral("MEDIATING"));
        QVERIFY(!story.root().get(common::closedOn));
        QCOMPARE(story.root().get(closedBefore), QStringLiteral("2026-03-02"));
        const RecordId second = addAgreement(story, "2026-06-20");
        QCOMPARE(story.move("agree"), QString());
        QCOMPARE(*story.row(second).get(agreement::version), 2);
        QCOMPARE(story.status(version, 0), QStringLiteral("DISMISSED")); // the old version stays frozen
        QCOMPARE(story.status(second, 0), QStringLiteral("ELIGIBLE"));
        QCOMPARE(story.root().get(mediation::confirmStatus), QStringLiteral("ELIGIBLE"));
    }

    void aFailedTrafficCaseShowsTheWayToThePolice()
    {
        CaseStory story = neighbours();
        story.root().set(source, QStringLiteral("33"));
        story.root().set(channel, QStringLiteral("TD"));
        story.root().set(referralOrg, QStringLiteral("交通支队"));
        story.root().set(disputeType, QStringLiteral("16"));
        story = inMediation(story);
        story.root().set(endReason, QStringLiteral("03"));
        QCOMPARE(story.on("2026-03-06").move("fail"), QStringLiteral("remedies-told"));
        story.root().set(remediesTold, true);
        QCOMPARE(story.move("fail"), QString());
        QCOMPARE(story.root().get(outcome), QStringLiteral("FAIL"));
        QCOMPARE(story.due("MED-TRAFFIC-POLICE"), QStringLiteral("2026-03-11")); // three working days after a Friday
    }

    void aLabourDisputeHasItsFifteenDays()
    {
        CaseStory story = neighbours();
        story.root().set(disputeType, QStringLiteral("10"));
        story = inMediation(story);
        QCOMPARE(story.due("MED-LABOUR"), QStringLiteral("2026-03-17"));
        addAgreement(story, "2026-04-20");
        QCOMPARE(story.move("agree"), QString());
        QCOMPARE(story.clock("MED-LABOUR"), QStringLiteral("MET"));
        QCOMPARE(story.due("MED-LABOUR-REVIEW"), QStringLiteral("2026-03-17"));
    }

    void aDangerousCaseLeavesATaskAndACriminalOneIsRestricted()
    {
        CaseStory story = neighbours();
        story.root().set(source, QStringLiteral("32"));
        story.root().set(channel, QStringLiteral("JD"));
        story.root().set(referralOrg, QStringLiteral("区检察院"));
        story.root().set(escalationRisk, QStringLiteral("RED"));
        QCOMPARE(story.move("register"), QString());
        QCOMPARE(story.root().get(common::restricted), std::optional(true));
        QCOMPARE(story.countOf(Kind::Task), 1);
        QCOMPARE(iso(story.newest(Kind::Task)->get(task::dueOn)), QStringLiteral("2026-03-02"));
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::MediationStoryTest)
#include "MediationStoryTest.moc"
