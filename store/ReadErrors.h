// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of the reading side of the store: lists, blobs, backups.
#pragma once

#include "base/Error.h"

#include <QtGlobal>

namespace yizhan::readerrors {

inline constexpr const char *nothingChanged = QT_TRANSLATE_NOOP("Error", "Nothing was changed; what was saved before is safe.");

// Lists.
inline constexpr ErrorText foreignField{"SR-01", QT_TRANSLATE_NOOP("Error", "This list has no field %1."), nothingChanged,
    QT_TRANSLATE_NOOP("Error", "Take the condition out, or choose another list.")};
inline constexpr ErrorText searchInSql{"SR-02", QT_TRANSLATE_NOOP("Error", "The program made a mistake when it searched."), nothingChanged,
    QT_TRANSLATE_NOOP("Error", "Please report the code.")};

// Attachments.
inline constexpr ErrorText blobMissing{"SR-10", QT_TRANSLATE_NOOP("Error", "The content of this attachment is not on this computer."), nothingChanged,
    QT_TRANSLATE_NOOP("Error", "Connect to the server, or restore the last backup.")};
inline constexpr ErrorText blobDamaged{"SR-11", QT_TRANSLATE_NOOP("Error", "The content of this attachment is damaged (%1)."),
    QT_TRANSLATE_NOOP("Error", "The file was left as it is."),
    QT_TRANSLATE_NOOP("Error", "Fetch it from the server again, or restore the last backup.")};
inline constexpr ErrorText sourceUnreadable{"SR-12", QT_TRANSLATE_NOOP("Error", "The file %1 cannot be read, or it changed while it was read."), nothingChanged,
    QT_TRANSLATE_NOOP("Error", "Check that the file is there and that no other program writes it, then add it again.")};

// Backups.
inline constexpr ErrorText backupExists{"SR-20", QT_TRANSLATE_NOOP("Error", "There is a file %1 already."), nothingChanged,
    QT_TRANSLATE_NOOP("Error", "Choose another name.")};
inline constexpr ErrorText backupDamaged{"SR-21", QT_TRANSLATE_NOOP("Error", "This is not a whole backup (%1)."),
    QT_TRANSLATE_NOOP("Error", "The file was left as it is, and nothing was restored from it."),
    QT_TRANSLATE_NOOP("Error", "Use another backup, and keep this file.")};
inline constexpr ErrorText backupTooNew{"SR-22", QT_TRANSLATE_NOOP("Error", "The backup has format %1; this program knows formats up to %2."),
    QT_TRANSLATE_NOOP("Error", "The file was left as it is."), QT_TRANSLATE_NOOP("Error", "Install the newest release of the program.")};
inline constexpr ErrorText backupMissing{"SR-23", QT_TRANSLATE_NOOP("Error", "There is no backup %1."), nothingChanged,
    QT_TRANSLATE_NOOP("Error", "Check the name and whether the disk is there.")};
inline constexpr ErrorText checkFailed{"SR-24", QT_TRANSLATE_NOOP("Error", "The new backup did not pass its check (%1) and was thrown away."),
    QT_TRANSLATE_NOOP("Error", "What was saved before is safe; former backups are untouched."),
    QT_TRANSLATE_NOOP("Error", "Check the store, then make a backup on another disk.")};
inline constexpr ErrorText folderTaken{"SR-25", QT_TRANSLATE_NOOP("Error", "The folder %1 is not empty."), nothingChanged,
    QT_TRANSLATE_NOOP("Error", "Choose an empty folder; an existing store is never overwritten.")};
inline constexpr ErrorText cannotWrite{"SR-26", QT_TRANSLATE_NOOP("Error", "The file %1 cannot be written."), nothingChanged,
    QT_TRANSLATE_NOOP("Error", "Check the disk and the rights on that folder, then try again.")};
inline constexpr ErrorText noRoom{"SR-27", QT_TRANSLATE_NOOP("Error", "There is no room left for the file %1."), nothingChanged,
    QT_TRANSLATE_NOOP("Error", "Make room on the disk and try again.")};
inline constexpr ErrorText stopped{"SR-28", QT_TRANSLATE_NOOP("Error", "The work was stopped on request."), nothingChanged, ""};

// History.
inline constexpr ErrorText payloadDamaged{"SR-30", QT_TRANSLATE_NOOP("Error", "An entry of the history cannot be read (number %1)."), nothingChanged,
    QT_TRANSLATE_NOOP("Error", "Check the store; the entries before and after it are shown.")};

} // namespace yizhan::readerrors
