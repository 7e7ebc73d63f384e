// SPDX-License-Identifier: GPL-3.0-or-later
// The conditions of the notary life cycle, by name: what a refusal shows, and the function that decides.
#pragma once

#include "records/kinds/Declare.h"
#include "records/kinds/Notary.h"

namespace yizhan::notary {

// Application and acceptance.
bool applicantGivenHolds(const GuardContext &context);
bool mattersGivenHolds(const GuardContext &context);
bool countryGivenHolds(const GuardContext &context);
bool agentGivenHolds(const GuardContext &context);
bool urgencyGroundedHolds(const GuardContext &context);
bool beforeAcceptanceHolds(const GuardContext &context);
bool afterAcceptanceHolds(const GuardContext &context);
bool papersSuppliedHolds(const GuardContext &context);
bool papersNotSuppliedHolds(const GuardContext &context);
bool allConditionsHolds(const GuardContext &context);
bool someConditionMissingHolds(const GuardContext &context);
bool inPersonHolds(const GuardContext &context);
bool placeHolds(const GuardContext &context);
bool recusalHolds(const GuardContext &context);
bool identityHolds(const GuardContext &context);
bool homeServiceStaffedHolds(const GuardContext &context);
inline constexpr Guard applicantGiven{"applicant", QT_TRANSLATE_NOOP("Guard", "The applicant is named, with document and number."), applicantGivenHolds};
inline constexpr Guard mattersGiven{"matters", QT_TRANSLATE_NOOP("Guard", "At least one matter is entered, each with its number of originals and copies."), mattersGivenHolds};
inline constexpr Guard countryGiven{"country", QT_TRANSLATE_NOOP("Guard", "For use abroad the country is given."), countryGivenHolds, declare::asks<destinationCountry>};
inline constexpr Guard agentGiven{"agent", QT_TRANSLATE_NOOP("Guard", "An agent is named; an entrusted one with the power of attorney."), agentGivenHolds, declare::asks<agent, powerOfAttorney>};
inline constexpr Guard urgencyGrounded{"urgent-reason", QT_TRANSLATE_NOOP("Guard", "An urgent request has its reason."), urgencyGroundedHolds, declare::asks<common::urgentReason>};
inline constexpr Guard beforeAcceptance{"before-acceptance", QT_TRANSLATE_NOOP("Guard", "The papers were asked for before acceptance."), beforeAcceptanceHolds};
inline constexpr Guard afterAcceptance{"after-acceptance", QT_TRANSLATE_NOOP("Guard", "The application was accepted."), afterAcceptanceHolds};
inline constexpr Guard papersSupplied{"papers-in", QT_TRANSLATE_NOOP("Guard", "What was asked for is in."), papersSuppliedHolds, declare::asks<papersIn>};
inline constexpr Guard papersNotSupplied{"papers-not-in", QT_TRANSLATE_NOOP("Guard", "What was asked for did not come by its day."), papersNotSuppliedHolds};
inline constexpr Guard allConditions{"accept-checks", QT_TRANSLATE_NOOP("Guard", "All four conditions of acceptance are met."), allConditionsHolds, declare::asks<acceptChecks>};
inline constexpr Guard someConditionMissing{"accept-check-missing", QT_TRANSLATE_NOOP("Guard", "A condition of acceptance is not met."), someConditionMissingHolds};
inline constexpr Guard inPerson{"in-person", QT_TRANSLATE_NOOP("Guard", "Who must come in person is here and has no agent."), inPersonHolds, declare::asks<inPersonOk>};
inline constexpr Guard place{"place", QT_TRANSLATE_NOOP("Guard", "The place rule is met."), placeHolds, declare::asks<placeOk>};
inline constexpr Guard recusal{"recusal", QT_TRANSLATE_NOOP("Guard", "Recusal of the notary was checked."), recusalHolds, declare::asks<recusalChecked>};
inline constexpr Guard identity{"identity", QT_TRANSLATE_NOOP("Guard", "Identity was checked and a photo taken."), identityHolds, declare::asks<idCheckMethod, photoTaken>};
inline constexpr Guard homeServiceStaffed{"home-service", QT_TRANSLATE_NOOP("Guard", "Home service has its time and two persons."), homeServiceStaffedHolds, declare::asks<homeAt, homeStaff1, homeStaff2>};

// Examination, approval and end.
bool questionedHolds(const GuardContext &context);
bool examinedHolds(const GuardContext &context);
bool twoPersonsHolds(const GuardContext &context);
bool draftThereHolds(const GuardContext &context);
bool feeSettledHolds(const GuardContext &context);
bool otherPersonHolds(const GuardContext &context);
bool allPointsHolds(const GuardContext &context);
bool readOutHolds(const GuardContext &context);
bool headAgreesHolds(const GuardContext &context);
bool refundSettledHolds(const GuardContext &context);
bool refusalFitsHolds(const GuardContext &context);
bool terminationFitsHolds(const GuardContext &context);
bool receivedHolds(const GuardContext &context);
bool classFitsHolds(const GuardContext &context);
inline constexpr Guard questioned{"questioning", QT_TRANSLATE_NOOP("Guard", "The record of questioning is signed."), questionedHolds, declare::asks<questioningSigned>};
inline constexpr Guard examined{"checklist", QT_TRANSLATE_NOOP("Guard", "The examination is complete."), examinedHolds, declare::asks<checklistDone>};
inline constexpr Guard twoPersons{"two-persons", QT_TRANSLATE_NOOP("Guard", "Where the kind of matter asks for two persons, two were there."), twoPersonsHolds, declare::asks<verifyTwoPersons>};
inline constexpr Guard draftThere{"certificate-draft", QT_TRANSLATE_NOOP("Guard", "Every matter has the draft of a certificate."), draftThereHolds};
inline constexpr Guard feeSettled{"fee", QT_TRANSLATE_NOOP("Guard", "The fee is paid or relieved."), feeSettledHolds, declare::asks<feePaidOn, feeRelief>};
inline constexpr Guard otherPerson{"other-person", QT_TRANSLATE_NOOP("Guard", "The approver is not the notary of the matter."), otherPersonHolds};
inline constexpr Guard allPoints{"approval-checks", QT_TRANSLATE_NOOP("Guard", "All six points of approval are ticked."), allPointsHolds, declare::asks<approvalChecks>};
inline constexpr Guard readOut{"read-out", QT_TRANSLATE_NOOP("Guard", "On-site supervision has the day on which the certificate was read out."), readOutHolds, declare::asks<readOutOn>};
inline constexpr Guard headAgrees{"head", QT_TRANSLATE_NOOP("Guard", "The head of the office agrees."), headAgreesHolds, declare::asks<headApprovedBy>};
inline constexpr Guard refundSettled{"refund", QT_TRANSLATE_NOOP("Guard", "It is decided what is paid back."), refundSettledHolds, declare::asks<refundDecided>};
inline constexpr Guard refusalFits{"refusal-ground", QT_TRANSLATE_NOOP("Guard", "While papers are missing, only missing or refused proof (31-6) is a ground to refuse."), refusalFitsHolds};
inline constexpr Guard terminationFits{"termination-ground", QT_TRANSLATE_NOOP("Guard", "While papers are missing, the grounds are six months (50-1) and withdrawal (50-2); six months must really be over."), terminationFitsHolds};
inline constexpr Guard received{"receipt", QT_TRANSLATE_NOOP("Guard", "The receipt is signed, or the post number entered."), receivedHolds, declare::asks<receiptSigned, postNo>};
inline constexpr Guard classFits{"archive-class", QT_TRANSLATE_NOOP("Guard", "A matter that is kept sealed goes into a sealed file."), classFitsHolds};

// Recheck.
bool certificateIssuedHolds(const GuardContext &context);
bool recheckEnteredHolds(const GuardContext &context);
bool recheckInTimeHolds(const GuardContext &context);
bool otherNotaryHolds(const GuardContext &context);
bool recheckUpholdsHolds(const GuardContext &context);
bool recheckCorrectsHolds(const GuardContext &context);
bool recheckRevokesHolds(const GuardContext &context);
bool recheckApprovedHolds(const GuardContext &context);
bool recheckCarriedOutHolds(const GuardContext &context);
bool recheckReportedHolds(const GuardContext &context);
inline constexpr Guard certificateIssued{"certificate-issued", QT_TRANSLATE_NOOP("Guard", "The certificate to be rechecked has been issued."), certificateIssuedHolds};
inline constexpr Guard recheckEntered{"recheck-entered", QT_TRANSLATE_NOOP("Guard", "A recheck is entered: asked for in writing, or on the office's own motion."), recheckEnteredHolds};
inline constexpr Guard recheckInTime{"recheck-in-time", QT_TRANSLATE_NOOP("Guard", "It was asked for within a year, and within 20 years from issue."), recheckInTimeHolds};
inline constexpr Guard otherNotary{"other-notary", QT_TRANSLATE_NOOP("Guard", "Another notary rechecks than the one who issued."), otherNotaryHolds};
inline constexpr Guard recheckUpholds{"outcome-keep", QT_TRANSLATE_NOOP("Guard", "The outcome is: upheld, or missing steps made good."), recheckUpholdsHolds};
inline constexpr Guard recheckCorrects{"outcome-correct", QT_TRANSLATE_NOOP("Guard", "The outcome is: corrected or supplemented."), recheckCorrectsHolds};
inline constexpr Guard recheckRevokes{"outcome-revoke", QT_TRANSLATE_NOOP("Guard", "The outcome is: revoked, or missing steps that cannot be made good."), recheckRevokesHolds};
inline constexpr Guard recheckApproved{"recheck-head", QT_TRANSLATE_NOOP("Guard", "The head of the office agrees to the outcome."), recheckApprovedHolds};
inline constexpr Guard recheckCarriedOut{"carried-out", QT_TRANSLATE_NOOP("Guard", "The outcome is carried out and reported, and the papers of the recheck are in the file."), recheckCarriedOutHolds};
inline constexpr Guard recheckReported{"reported", QT_TRANSLATE_NOOP("Guard", "The day of the report to the association is entered."), recheckReportedHolds};

} // namespace yizhan::notary
