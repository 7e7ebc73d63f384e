// SPDX-License-Identifier: GPL-3.0-or-later
// The conditions of the legal-aid life cycle, by name: what a refusal shows, and the function that decides.
#pragma once

#include "records/kinds/Declare.h"
#include "records/kinds/LegalAid.h"

namespace yizhan::legalAid {

// Intake and review.
bool applicantIdentifiedHolds(const GuardContext &context);
bool competentHolds(const GuardContext &context);
bool papersAreCompleteHolds(const GuardContext &context);
bool duplicatesCheckedHolds(const GuardContext &context);
bool supplementLateHolds(const GuardContext &context);
bool withinScopeHolds(const GuardContext &context);
bool meansShownHolds(const GuardContext &context);
bool stageGivenHolds(const GuardContext &context);
bool limitationKnownHolds(const GuardContext &context);
bool custodyKnownHolds(const GuardContext &context);

// Assignment and handling.
bool personNamedHolds(const GuardContext &context);
bool threeYearsHolds(const GuardContext &context);
bool familiarWithMinorsHolds(const GuardContext &context);
bool notOnLeaveHolds(const GuardContext &context);
bool conflictFreeHolds(const GuardContext &context);
bool newPersonHolds(const GuardContext &context);
bool engagementSignedHolds(const GuardContext &context);
bool engagementPapersHolds(const GuardContext &context);
bool whyNotSignedHolds(const GuardContext &context);
bool laterSignedHolds(const GuardContext &context);
bool firstActionHolds(const GuardContext &context);
bool resultThereHolds(const GuardContext &context);
bool recoveredEnteredHolds(const GuardContext &context);

// Closing and archive.
bool closingPapersHolds(const GuardContext &context);
bool workWasDoneHolds(const GuardContext &context);
bool noWorkWasDoneHolds(const GuardContext &context);
bool fileCheckedHolds(const GuardContext &context);
bool reviewSettledHolds(const GuardContext &context);
bool samplingDoneHolds(const GuardContext &context);
bool fileCompleteHolds(const GuardContext &context);
bool noObjectionOpenHolds(const GuardContext &context);
bool objectionTermOverHolds(const GuardContext &context);
bool endDocumentedHolds(const GuardContext &context);

// Objections and provisional aid.
bool refusalCorrectedHolds(const GuardContext &context);
bool terminationCorrectedHolds(const GuardContext &context);
bool wasTerminatedHolds(const GuardContext &context);
bool notEndedByReviewHolds(const GuardContext &context);
bool isProvisionalHolds(const GuardContext &context);
bool workKnownHolds(const GuardContext &context);
bool isNotProvisionalHolds(const GuardContext &context);
bool reviewFailedHolds(const GuardContext &context);
bool reviewRunsAgainHolds(const GuardContext &context);

inline constexpr Guard applicantIdentified{"applicant", QT_TRANSLATE_NOOP("Guard", "The applicant is identified by document and number."),
                                           applicantIdentifiedHolds};
inline constexpr Guard competent{"competence", QT_TRANSLATE_NOOP("Guard", "Competence was checked."), competentHolds, declare::asks<competenceChecked>};
inline constexpr Guard papersAreComplete{"papers-complete", QT_TRANSLATE_NOOP("Guard", "The papers are complete and in form."),
                                         papersAreCompleteHolds, declare::asks<papersComplete>};
inline constexpr Guard duplicatesChecked{"duplicates", QT_TRANSLATE_NOOP("Guard", "Conflicts and duplicates were checked: same person, same matter."),
                                         duplicatesCheckedHolds, declare::asks<duplicateChecked>};
inline constexpr Guard supplementLate{"supplement-late", QT_TRANSLATE_NOOP("Guard", "The day to supply what was missing has passed."),
                                      supplementLateHolds};
inline constexpr Guard withinScope{"scope", QT_TRANSLATE_NOOP("Guard", "The matter is within the scope of legal aid."), withinScopeHolds, declare::asks<scopeOk>};
inline constexpr Guard meansShown{"means", QT_TRANSLATE_NOOP("Guard", "Means are exempt from checking or test, or shown by undertaking or data check."),
                                  meansShownHolds, declare::asks<noMeansTest, exemptCheck, meansMethod, meansHousehold, meansIncomeMonth, meansDeclaredOn>};
inline constexpr Guard stageGiven{"stage", QT_TRANSLATE_NOOP("Guard", "The stage of the case is given."), stageGivenHolds, declare::asks<caseKind, criminalStage, civilStage>};
inline constexpr Guard limitationKnown{"limitation", QT_TRANSLATE_NOOP("Guard", "For aid because a period ends, fewer than seven days are left until the day that is entered."),
                                       limitationKnownHolds, declare::asks<limitationDate>};
inline constexpr Guard custodyKnown{"custody", QT_TRANSLATE_NOOP("Guard", "The place of custody is given, or that the person is free."),
                                    custodyKnownHolds, declare::asks<custodyPlace, detained>};
inline constexpr Guard personNamed{"assigned-person", QT_TRANSLATE_NOOP("Guard", "Firm and person are named."), personNamedHolds};
inline constexpr Guard threeYears{"three-years", QT_TRANSLATE_NOOP("Guard", "Where life imprisonment or death is possible, the lawyer has three years of criminal defence."),
                                  threeYearsHolds};
inline constexpr Guard familiarWithMinors{"minors", QT_TRANSLATE_NOOP("Guard", "For a minor, the lawyer is familiar with minors."),
                                          familiarWithMinorsHolds};
inline constexpr Guard notOnLeave{"not-on-leave", QT_TRANSLATE_NOOP("Guard", "The assigned person is not on leave."), notOnLeaveHolds};
inline constexpr Guard conflictFree{"conflict-free", QT_TRANSLATE_NOOP("Guard", "The assigned person has no conflict of interest."),
                                    conflictFreeHolds};
inline constexpr Guard newPerson{"new-person", QT_TRANSLATE_NOOP("Guard", "Another person is assigned than before."), newPersonHolds};
inline constexpr Guard engagementSigned{"engaged-on", QT_TRANSLATE_NOOP("Guard", "The day of the engagement is entered."), engagementSignedHolds};
inline constexpr Guard engagementPapers{"engagement-papers", QT_TRANSLATE_NOOP("Guard", "Agreement and power of attorney are in the file (LA-12)."),
                                        engagementPapersHolds};
inline constexpr Guard whyNotSigned{"not-signed-reason", QT_TRANSLATE_NOOP("Guard", "It is stated why the engagement could not be signed."),
                                    whyNotSignedHolds};
inline constexpr Guard laterSigned{"signed-later", QT_TRANSLATE_NOOP("Guard", "The engagement that could not be signed is signed now."),
                                   laterSignedHolds};
inline constexpr Guard firstAction{"first-action", QT_TRANSLATE_NOOP("Guard", "A first action is entered: meeting, file reading, inquiry."),
                                   firstActionHolds};
inline constexpr Guard resultThere{"result-document", QT_TRANSLATE_NOOP("Guard", "The result is there: its scan or its number."), resultThereHolds, declare::asks<resultDocumentNo>};
inline constexpr Guard recoveredEntered{"recovered", QT_TRANSLATE_NOOP("Guard", "What was obtained or saved is entered, 0 if nothing; not in criminal cases."),
                                        recoveredEnteredHolds, declare::asks<recovered>};
inline constexpr Guard closingPapers{"closing-papers", QT_TRANSLATE_NOOP("Guard", "The closing report (LA-21) is in the file."), closingPapersHolds};
inline constexpr Guard workWasDone{"work-done", QT_TRANSLATE_NOOP("Guard", "Work was done before the termination."), workWasDoneHolds, declare::asks<workDone>};
inline constexpr Guard noWorkWasDone{"no-work-done", QT_TRANSLATE_NOOP("Guard", "No work was done before the termination."), noWorkWasDoneHolds, declare::asks<workDone>};
inline constexpr Guard fileChecked{"file-check", QT_TRANSLATE_NOOP("Guard", "The check of the file is passed."), fileCheckedHolds, declare::asks<fileCheckPassed>};
inline constexpr Guard reviewSettled{"review-settled", QT_TRANSLATE_NOOP("Guard", "The review of provisional aid is neither pending nor waiting for papers."),
                                     reviewSettledHolds};
inline constexpr Guard samplingDone{"quality", QT_TRANSLATE_NOOP("Guard", "If the case was drawn for quality control, follow-up or the authority's opinion is entered."),
                                    samplingDoneHolds, declare::asks<qualityMethod>};
inline constexpr Guard fileComplete{"file-complete", QT_TRANSLATE_NOOP("Guard", "Cover, list of contents and file note (LA-53 to LA-55) are in the file."),
                                    fileCompleteHolds};
inline constexpr Guard noObjectionOpen{"no-objection", QT_TRANSLATE_NOOP("Guard", "No objection is pending."), noObjectionOpenHolds};
inline constexpr Guard objectionTermOver{"objection-term", QT_TRANSLATE_NOOP("Guard", "The time to object is over, or the objection is decided."),
                                         objectionTermOverHolds};
inline constexpr Guard endDocumented{"end-note", QT_TRANSLATE_NOOP("Guard", "A note or letter on the end is in the file."), endDocumentedHolds, declare::asks<endNote>};
inline constexpr Guard refusalCorrected{"refusal-corrected", QT_TRANSLATE_NOOP("Guard", "The bureau has ordered to correct the refusal."),
                                        refusalCorrectedHolds};
inline constexpr Guard terminationCorrected{"termination-corrected", QT_TRANSLATE_NOOP("Guard", "The bureau has ordered to correct the termination."),
                                            terminationCorrectedHolds};
inline constexpr Guard wasTerminated{"was-terminated", QT_TRANSLATE_NOOP("Guard", "The case was terminated."), wasTerminatedHolds};
inline constexpr Guard notEndedByReview{"not-ended-by-review", QT_TRANSLATE_NOOP("Guard", "The aid did not end with its late review; then the review is taken up again first."),
                                        notEndedByReviewHolds};
inline constexpr Guard isProvisional{"provisional", QT_TRANSLATE_NOOP("Guard", "Aid was given before the review."), isProvisionalHolds};
inline constexpr Guard workKnown{"work-known", QT_TRANSLATE_NOOP("Guard", "It is stated whether work was done, because the aid ends with this."), workKnownHolds, declare::asks<workDone>};
inline constexpr Guard isNotProvisional{"not-provisional", QT_TRANSLATE_NOOP("Guard", "Aid was not given before the review."), isNotProvisionalHolds};
inline constexpr Guard reviewFailed{"review-failed", QT_TRANSLATE_NOOP("Guard", "The review of provisional aid ended without a grant."),
                                    reviewFailedHolds};
inline constexpr Guard reviewRunsAgain{"review-again", QT_TRANSLATE_NOOP("Guard", "The review that had ended the aid is taken up again."),
                                       reviewRunsAgainHolds};

} // namespace yizhan::legalAid
