// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of the store: keys and passwords, who has the store, rights, conflicts, numbers, what a change lacks.
#pragma once

#include "base/Error.h"

#include <QtGlobal>

namespace yizhan::storeerrors {

inline constexpr const char *untouched = QT_TRANSLATE_NOOP("Error", "Nothing was changed; what was saved before is safe.");
inline constexpr const char *inDraft = QT_TRANSLATE_NOOP("Error", "This change was not saved; what you typed is safe in its draft.");

// Keys, passwords, the folder.
inline constexpr ErrorText wrongPassword{"ST-01", QT_TRANSLATE_NOOP("Error", "The name or the password is wrong."), untouched,
    QT_TRANSLATE_NOOP("Error", "Enter both again. If the password is lost, use the recovery key.")};
inline constexpr ErrorText wrongRecoveryKey{"ST-02", QT_TRANSLATE_NOOP("Error", "This is not the recovery key of this store, or a character was misread."), untouched,
    QT_TRANSLATE_NOOP("Error", "Compare it with the paper, group by group. Mistyped groups: %1.")};
inline constexpr ErrorText waitAfterWrong{"ST-03", QT_TRANSLATE_NOOP("Error", "There were too many wrong or interrupted attempts to open the store; it opens again in %1 seconds."), untouched,
    QT_TRANSLATE_NOOP("Error", "Wait, then try again.")};
inline constexpr ErrorText vaultDamaged{"ST-04", QT_TRANSLATE_NOOP("Error", "The file with the keys (%1) is damaged or not ours."),
    QT_TRANSLATE_NOOP("Error", "The file was left as it is."),
    QT_TRANSLATE_NOOP("Error", "Restore the last backup into a new folder, and keep the damaged one.")};
inline constexpr ErrorText vaultTooNew{"ST-05", QT_TRANSLATE_NOOP("Error", "The file with the keys has format %1; this program knows formats up to %2."),
    QT_TRANSLATE_NOOP("Error", "The file was left as it is."), QT_TRANSLATE_NOOP("Error", "Install the newest release of the program.")};
inline constexpr ErrorText noStore{"ST-06", QT_TRANSLATE_NOOP("Error", "The folder %1 holds no store."), untouched,
    QT_TRANSLATE_NOOP("Error", "Choose another folder, or make a store there first.")};
inline constexpr ErrorText storeExists{"ST-07", QT_TRANSLATE_NOOP("Error", "The folder %1 already holds a store."), untouched,
    QT_TRANSLATE_NOOP("Error", "Open it, or choose another folder.")};
inline constexpr ErrorText storeInUse{"ST-08", QT_TRANSLATE_NOOP("Error", "The store is open already: program %1 (process %2) on computer %3, user %4, since %5."), untouched,
    QT_TRANSLATE_NOOP("Error", "Close it there, then try again.")};
inline constexpr ErrorText folderUnusable{"ST-09", QT_TRANSLATE_NOOP("Error", "The folder %1 cannot be written."), untouched,
    QT_TRANSLATE_NOOP("Error", "Check the rights on that folder and whether the disk is there.")};
inline constexpr ErrorText fileTrouble{"ST-10", QT_TRANSLATE_NOOP("Error", "The file %1 cannot be read or written as needed."), untouched,
    QT_TRANSLATE_NOOP("Error", "Check the disk and the rights on that file, then try again.")};
inline constexpr ErrorText noRoom{"ST-11", QT_TRANSLATE_NOOP("Error", "There is no room left in the folder %1."), inDraft,
    QT_TRANSLATE_NOOP("Error", "Make room on the disk and try again.")};
inline constexpr ErrorText weakPassword{"ST-12", QT_TRANSLATE_NOOP("Error", "The password is too weak."), untouched,
    QT_TRANSLATE_NOOP("Error", "Use at least 10 characters of at least three kinds: small letters, capital letters, digits, others.")};
inline constexpr ErrorText loginUnfit{"ST-13", QT_TRANSLATE_NOOP("Error", "This login name cannot be used."), untouched,
    QT_TRANSLATE_NOOP("Error", "Use 1 to 60 letters, digits, dots, dashes or Chinese characters that nobody else here uses.")};
inline constexpr ErrorText officeUnknown{"ST-14", QT_TRANSLATE_NOOP("Error", "The office %1 is not in the directory."), untouched,
    QT_TRANSLATE_NOOP("Error", "Choose an office of the directory.")};
inline constexpr ErrorText rolesUnfit{"ST-15", QT_TRANSLATE_NOOP("Error", "These roles cannot be given to one account: %1."), untouched,
    QT_TRANSLATE_NOOP("Error", "Choose roles of the list; an administrator or auditor holds no other role.")};
inline constexpr ErrorText stationUnfit{"ST-16", QT_TRANSLATE_NOOP("Error", "The number of the workstation must be 01 to 99."), untouched,
    QT_TRANSLATE_NOOP("Error", "Choose another number.")};
inline constexpr ErrorText userGone{"ST-17", QT_TRANSLATE_NOOP("Error", "This account was closed."), untouched,
    QT_TRANSLATE_NOOP("Error", "Ask the administrator of the store.")};
inline constexpr ErrorText slotUnusable{"ST-18", QT_TRANSLATE_NOOP("Error", "The key slot of this account needs more memory than this computer has."), untouched,
    QT_TRANSLATE_NOOP("Error", "Close other programs and try again.")};
inline constexpr ErrorText unfinishedStore{"ST-19", QT_TRANSLATE_NOOP("Error", "The store in %1 was never finished: its database is missing."), untouched,
    QT_TRANSLATE_NOOP("Error", "Restore a backup, or make a new store in an empty folder.")};
inline constexpr ErrorText offlineEnded{"ST-45", QT_TRANSLATE_NOOP("Error", "The time for which this computer may be used without the district server ended on %1."),
    QT_TRANSLATE_NOOP("Error", "Nothing is lost: what was not sent yet is kept here and is sent after you have logged in."),
    QT_TRANSLATE_NOOP("Error", "Connect this computer to the district's network and unlock it again; the server then checks your password.")};
inline constexpr ErrorText clockSetBack{"ST-46", QT_TRANSLATE_NOOP("Error", "The clock of this computer shows an earlier time than on %1, when the district server was last reached."),
    QT_TRANSLATE_NOOP("Error", "Nothing is lost: what was not sent yet is kept here and is sent after you have logged in."),
    QT_TRANSLATE_NOOP("Error", "Set the time of this computer right, or connect to the district's network, and unlock again.")};
inline constexpr ErrorText notSetAside{"ST-47", QT_TRANSLATE_NOOP("Error", "Nothing of this case is kept aside."), untouched,
    QT_TRANSLATE_NOOP("Error", "“yizhan-cli aside” lists what was removed in the last seven days.")};
inline constexpr ErrorText otherShape{"ST-44", QT_TRANSLATE_NOOP("Error", "The store was made by a test release of the program: it lacks %1."),
    QT_TRANSLATE_NOOP("Error", "The file was left as it is."),
    QT_TRANSLATE_NOOP("Error", "Open it with the release that made it, or restore a backup.")};
inline constexpr ErrorText unsentWork{"ST-41", QT_TRANSLATE_NOOP("Error", "A record that was to be replaced has changes that were not sent yet."), untouched,
    QT_TRANSLATE_NOOP("Error", "Synchronise first, then import again.")};
inline constexpr ErrorText administratorWithoutKey{"ST-40", QT_TRANSLATE_NOOP("Error", "An administrator gets no key to a store of case data."), untouched,
    QT_TRANSLATE_NOOP("Error", "Administrators work on the district server; choose the roles of somebody who works on cases.")};

// Changes.
inline constexpr ErrorText givenUp{"ST-20", QT_TRANSLATE_NOOP("Error", "The work was stopped on request."), untouched, ""};
inline constexpr ErrorText notAllowed{"ST-21", QT_TRANSLATE_NOOP("Error", "Your role may not do this."), inDraft,
    QT_TRANSLATE_NOOP("Error", "Ask somebody who may, or the head of the office.")};
inline constexpr ErrorText restrictedCase{"ST-22", QT_TRANSLATE_NOOP("Error", "This is a restricted case: only its handler and the head of the office work on it."), inDraft,
    QT_TRANSLATE_NOOP("Error", "Ask the head of the office.")};
inline constexpr ErrorText noSuchRecord{"ST-23", QT_TRANSLATE_NOOP("Error", "There is no such record."), untouched,
    QT_TRANSLATE_NOOP("Error", "It may have been withdrawn or handed over; refresh the list.")};
inline constexpr ErrorText changedMeanwhile{"ST-24", QT_TRANSLATE_NOOP("Error", "Somebody changed \"%1\" meanwhile."), inDraft,
    QT_TRANSLATE_NOOP("Error", "Look at the new value, then decide which one stands.")};
inline constexpr ErrorText reasonMissing{"ST-25", QT_TRANSLATE_NOOP("Error", "A reason is missing."), inDraft,
    QT_TRANSLATE_NOOP("Error", "Say why, in a few words.")};
inline constexpr ErrorText setByStepsOnly{"ST-26", QT_TRANSLATE_NOOP("Error", "\"%1\" is not typed; it is set by a step of the case or computed."), inDraft,
    QT_TRANSLATE_NOOP("Error", "Take the step instead.")};
inline constexpr ErrorText appendOnly{"ST-27", QT_TRANSLATE_NOOP("Error", "Such entries are added, never changed."), inDraft,
    QT_TRANSLATE_NOOP("Error", "Add a new entry that corrects the old one.")};
inline constexpr ErrorText foreignField{"ST-28", QT_TRANSLATE_NOOP("Error", "\"%1\" is no field of this kind of record."), inDraft,
    QT_TRANSLATE_NOOP("Error", "Check the name of the field.")};
inline constexpr ErrorText wrongPlace{"ST-29", QT_TRANSLATE_NOOP("Error", "A record of the kind \"%1\" cannot hang there."), inDraft,
    QT_TRANSLATE_NOOP("Error", "Open the case it belongs to and add it there.")};
inline constexpr ErrorText existsAlready{"ST-30", QT_TRANSLATE_NOOP("Error", "A record with this identity exists already."), inDraft,
    QT_TRANSLATE_NOOP("Error", "Nothing needs to be done if you saved it before.")};
inline constexpr ErrorText noSuchStep{"ST-31", QT_TRANSLATE_NOOP("Error", "There is no step \"%1\" for this kind of record."), inDraft,
    QT_TRANSLATE_NOOP("Error", "Choose a step from the list.")};
inline constexpr ErrorText withdrawnAlready{"ST-32", QT_TRANSLATE_NOOP("Error", "The record is withdrawn."), inDraft,
    QT_TRANSLATE_NOOP("Error", "Restore it first.")};
inline constexpr ErrorText nothingToDo{"ST-33", QT_TRANSLATE_NOOP("Error", "The change holds nothing to write."), untouched, ""};
inline constexpr ErrorText seriesUnknown{"ST-34", QT_TRANSLATE_NOOP("Error", "The series of numbers \"%1\" is not in the rules."), inDraft,
    QT_TRANSLATE_NOOP("Error", "Ask the administrator to install the current rules.")};
inline constexpr ErrorText wordMissing{"ST-35", QT_TRANSLATE_NOOP("Error", "The number needs a value in \"%1\"."), inDraft,
    QT_TRANSLATE_NOOP("Error", "Fill in that field first.")};
inline constexpr ErrorText severalFound{"ST-36", QT_TRANSLATE_NOOP("Error", "%1 records carry this number."), untouched,
    QT_TRANSLATE_NOOP("Error", "Search for it and choose one from the list.")};
inline constexpr ErrorText draftUnreadable{"ST-37", QT_TRANSLATE_NOOP("Error", "A draft cannot be read."),
    QT_TRANSLATE_NOOP("Error", "The records themselves are not touched."), QT_TRANSLATE_NOOP("Error", "Open the record and type the change again.")};
inline constexpr ErrorText auditUnreadable{"ST-38", QT_TRANSLATE_NOOP("Error", "Entry %1 of the audit trail cannot be read."),
    QT_TRANSLATE_NOOP("Error", "The records themselves are not touched."), QT_TRANSLATE_NOOP("Error", "Run the check of the audit trail and keep its result.")};
inline constexpr ErrorText storeClosed{"ST-39", QT_TRANSLATE_NOOP("Error", "The store is being locked."), inDraft,
    QT_TRANSLATE_NOOP("Error", "Unlock it and save again.")};

} // namespace yizhan::storeerrors
