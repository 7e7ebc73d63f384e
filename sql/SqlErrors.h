// SPDX-License-Identifier: GPL-3.0-or-later
// The messages of sql/: what people read when a database file or a statement fails.
#pragma once

#include "base/Error.h"

#include <QtGlobal>

namespace yizhan::sqlerrors {

inline constexpr ErrorText wrongKey{
    "SQ-01", QT_TRANSLATE_NOOP("Error", "The password or key does not open this file."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Enter the password again, or use the recovery key.")};
inline constexpr ErrorText busy{
    "SQ-02", QT_TRANSLATE_NOOP("Error", "Another program is using the data file."),
    QT_TRANSLATE_NOOP("Error", "This change was not made; what was saved before is safe."),
    QT_TRANSLATE_NOOP("Error", "Wait a moment and try again, or close the other program.")};
inline constexpr ErrorText damaged{
    "SQ-03", QT_TRANSLATE_NOOP("Error", "The data file is damaged (%1)."),
    QT_TRANSLATE_NOOP("Error", "The file was left as it is."),
    QT_TRANSLATE_NOOP("Error", "Do not go on working; restore the last backup, and keep the damaged file.")};
inline constexpr ErrorText notEncrypted{
    "SQ-04", QT_TRANSLATE_NOOP("Error", "This is an unencrypted database and not a data file of this program."),
    QT_TRANSLATE_NOOP("Error", "The file was left as it is."),
    QT_TRANSLATE_NOOP("Error", "Choose another file, or restore the last backup.")};
inline constexpr ErrorText cutOff{
    "SQ-05", QT_TRANSLATE_NOOP("Error", "The data file is cut off: it has only %1 bytes."),
    QT_TRANSLATE_NOOP("Error", "The file was left as it is."),
    QT_TRANSLATE_NOOP("Error", "Restore the last backup, and keep the damaged file.")};
inline constexpr ErrorText diskFull{
    "SQ-06", QT_TRANSLATE_NOOP("Error", "There is no room left in the folder %1."),
    QT_TRANSLATE_NOOP("Error", "This change was not made; what was saved before is safe."),
    QT_TRANSLATE_NOOP("Error", "Make room on the disk and try again.")};
inline constexpr ErrorText io{
    "SQ-07", QT_TRANSLATE_NOOP("Error", "The folder %1 cannot be read or written as needed (%2)."),
    QT_TRANSLATE_NOOP("Error", "This change was not made; what was saved before is safe."),
    QT_TRANSLATE_NOOP("Error", "Check the disk and the rights on that folder, then try again.")};
inline constexpr ErrorText constraint{
    "SQ-08", QT_TRANSLATE_NOOP("Error", "A value breaks a rule of the data file (%1)."),
    QT_TRANSLATE_NOOP("Error", "This change was not made; what was saved before is safe."),
    QT_TRANSLATE_NOOP("Error", "Correct the value; if it looks right to you, report the code.")};
inline constexpr ErrorText cancelled{
    "SQ-09", QT_TRANSLATE_NOOP("Error", "The work was stopped on request."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."), ""};
inline constexpr ErrorText library{
    "SQ-10", QT_TRANSLATE_NOOP("Error", "This program was built with an unsuitable database library: SQLCipher 4.6 or newer "
                                        "with FTS5 is needed, this one is SQLCipher %1, FTS5 %2."),
    QT_TRANSLATE_NOOP("Error", "The file was left as it is."),
    QT_TRANSLATE_NOOP("Error", "Install the program again from the official package.")};
inline constexpr ErrorText faulty{
    "SQ-11", QT_TRANSLATE_NOOP("Error", "The program made a mistake when it asked the data file (%1)."),
    QT_TRANSLATE_NOOP("Error", "This change was not made; what was saved before is safe."),
    QT_TRANSLATE_NOOP("Error", "Please report the code.")};
inline constexpr ErrorText foreignFile{
    "SQ-12", QT_TRANSLATE_NOOP("Error", "This is a data file of another program (its mark is %1, ours is %2)."),
    QT_TRANSLATE_NOOP("Error", "The file was left as it is."),
    QT_TRANSLATE_NOOP("Error", "Choose another file, or restore the last backup.")};
inline constexpr ErrorText tooNew{
    "SQ-13", QT_TRANSLATE_NOOP("Error", "The data file has format %1; this program knows formats up to %2."),
    QT_TRANSLATE_NOOP("Error", "The file was left as it is."),
    QT_TRANSLATE_NOOP("Error", "Install the newer release of the program on this machine.")};
inline constexpr ErrorText noRow{
    "SQ-14", QT_TRANSLATE_NOOP("Error", "What was looked for is not in the data file."), "", ""};
inline constexpr ErrorText badKey{
    "SQ-15", QT_TRANSLATE_NOOP("Error", "A key of 32 bytes is needed to open a data file; %1 were given."),
    QT_TRANSLATE_NOOP("Error", "The file was left as it is."),
    QT_TRANSLATE_NOOP("Error", "Please report the code.")};
inline constexpr ErrorText missing{
    "SQ-16", QT_TRANSLATE_NOOP("Error", "There is no data file %1."),
    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "Check the folder, or restore the last backup.")};
inline constexpr ErrorText badMigration{
    "SQ-17", QT_TRANSLATE_NOOP("Error", "The list of formats inside the program is not in order (%1)."),
    QT_TRANSLATE_NOOP("Error", "The file was left as it is."),
    QT_TRANSLATE_NOOP("Error", "Please report the code.")};
inline constexpr ErrorText badReference{
    "SQ-18", QT_TRANSLATE_NOOP("Error", "Bringing the data file to format %1 would leave rows without what they refer to (%2)."),
    QT_TRANSLATE_NOOP("Error", "The file stays in its former format."),
    QT_TRANSLATE_NOOP("Error", "Please report the code.")};
inline constexpr ErrorText memory{
    "SQ-19", QT_TRANSLATE_NOOP("Error", "The machine has run out of memory."),
    QT_TRANSLATE_NOOP("Error", "This change was not made; what was saved before is safe."),
    QT_TRANSLATE_NOOP("Error", "Close other programs and try again.")};

} // namespace yizhan::sqlerrors
