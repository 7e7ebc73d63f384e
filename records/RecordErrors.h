// SPDX-License-Identifier: GPL-3.0-or-later
// Messages about values, questions, forms outside memory, and steps of the life cycles.
#pragma once

#include "base/Error.h"

#include <QtGlobal>

namespace yizhan::text {

// Values. Details: name of the field for programs, its label for people, then figures. Never the value itself.
inline constexpr const char *valueStays = QT_TRANSLATE_NOOP("Error", "Nothing was saved; what you typed is still there.");
inline constexpr const char *correctValue = QT_TRANSLATE_NOOP("Error", "Correct the value.");
inline constexpr ErrorText valueMissing{"RC-01", QT_TRANSLATE_NOOP("Error", "\"%2\" must be filled in."), valueStays, QT_TRANSLATE_NOOP("Error", "Fill it in.")};
inline constexpr ErrorText valueOfWrongType{"RC-02", QT_TRANSLATE_NOOP("Error", "\"%2\" holds a value of the wrong kind."), valueStays, correctValue};
inline constexpr ErrorText textTooLong{"RC-03", QT_TRANSLATE_NOOP("Error", "\"%2\" has %3 characters; at most %4 are possible."), valueStays,
    QT_TRANSLATE_NOOP("Error", "Shorten the text, or add the whole of it as an attachment.")};
inline constexpr ErrorText textUnprintable{"RC-04", QT_TRANSLATE_NOOP("Error", "\"%2\" has a character at position %3 that cannot be stored."), valueStays,
    QT_TRANSLATE_NOOP("Error", "Remove the character; it often comes with copied text.")};
inline constexpr ErrorText numberOutOfRange{"RC-05", QT_TRANSLATE_NOOP("Error", "\"%2\" must lie between %3 and %4."), valueStays, correctValue};
inline constexpr ErrorText codeUnknown{"RC-06", QT_TRANSLATE_NOOP("Error", "\"%2\" holds a code that is not in the list."), valueStays,
    QT_TRANSLATE_NOOP("Error", "Choose a value from the list.")};
inline constexpr ErrorText codeNotInForce{"RC-07", QT_TRANSLATE_NOOP("Error", "\"%2\" holds a code that is not in force today."), valueStays,
    QT_TRANSLATE_NOOP("Error", "Choose the present one unless the case is an old one.")};
inline constexpr ErrorText dayInFuture{"RC-08", QT_TRANSLATE_NOOP("Error", "\"%2\" cannot lie in the future."), valueStays, QT_TRANSLATE_NOOP("Error", "Check the date.")};
inline constexpr ErrorText bytesTooLong{"RC-09", QT_TRANSLATE_NOOP("Error", "\"%2\" has %3 bytes; at most %4 are possible."), valueStays, correctValue};
inline constexpr ErrorText numberWithoutKind{"RC-10", QT_TRANSLATE_NOOP("Error", "\"%2\" is filled in, but not of which kind it is."), valueStays,
    QT_TRANSLATE_NOOP("Error", "Choose the kind of document.")};
inline constexpr ErrorText notReadable{"RC-11", QT_TRANSLATE_NOOP("Error", "\"%2\" cannot be read: %3 is expected."), valueStays, correctValue};
inline constexpr ErrorText differsFromNumber{"RC-12", QT_TRANSLATE_NOOP("Error", "\"%2\" differs from what the document number says."), valueStays,
    QT_TRANSLATE_NOOP("Error", "Compare with the document; if both are right, state the reason.")};
inline constexpr ErrorText endBeforeStart{"RC-13", QT_TRANSLATE_NOOP("Error", "\"%2\" lies before the beginning."), valueStays, QT_TRANSLATE_NOOP("Error", "Check both dates.")};
inline constexpr ErrorText oneOfTwo{"RC-14", QT_TRANSLATE_NOOP("Error", "Either \"%2\" or \"%3\" must be filled in, and not both."), valueStays, correctValue};

// Questions as text: %1 position from 1, %2 what was expected or named.
inline constexpr const char *questionSafe = QT_TRANSLATE_NOOP("Error", "Nothing was searched.");
inline constexpr ErrorText whereSyntax{"RC-20", QT_TRANSLATE_NOOP("Error", "The condition cannot be read at position %1: expected is %2."), questionSafe,
    QT_TRANSLATE_NOOP("Error", "Write it like: status = OPEN and received_at >= 2026-01-01.")};
inline constexpr ErrorText whereField{"RC-21", QT_TRANSLATE_NOOP("Error", "There is no field \"%2\" (position %1)."), questionSafe,
    QT_TRANSLATE_NOOP("Error", "Use the name of a field of this kind of record.")};
inline constexpr ErrorText whereOperator{"RC-22", QT_TRANSLATE_NOOP("Error", "The operator at position %1 does not fit the field \"%2\"."), questionSafe,
    QT_TRANSLATE_NOOP("Error", "Use an operator for this kind of value.")};
inline constexpr ErrorText whereValue{"RC-23", QT_TRANSLATE_NOOP("Error", "The value at position %1 does not fit: expected is %2."), questionSafe,
    QT_TRANSLATE_NOOP("Error", "Write dates as 2026-01-31, sums as 1200.50, codes as they are.")};

// Outside memory.
inline constexpr const char *notTaken = QT_TRANSLATE_NOOP("Error", "The data was not taken over; what is stored stays as it is.");
inline constexpr const char *tellAdministrator = QT_TRANSLATE_NOOP("Error", "Tell the administrator; the code below helps to find the cause.");
inline constexpr ErrorText cborBroken{"RC-30", QT_TRANSLATE_NOOP("Error", "A record does not have the agreed form (byte %1)."), notTaken, tellAdministrator};
inline constexpr ErrorText cborValue{"RC-31", QT_TRANSLATE_NOOP("Error", "A record has a value of the wrong kind in \"%1\"."), notTaken, tellAdministrator};
inline constexpr ErrorText jsonName{"RC-32", QT_TRANSLATE_NOOP("Error", "There is no field \"%1\" in this kind of record."), notTaken,
    QT_TRANSLATE_NOOP("Error", "Use the names that an export uses.")};
inline constexpr ErrorText jsonValue{"RC-33", QT_TRANSLATE_NOOP("Error", "\"%1\" has a value that cannot stand there."), notTaken,
    QT_TRANSLATE_NOOP("Error", "Write dates as \"2026-01-31\", sums as \"1200.50\", several codes as a list.")};

// Steps.
inline constexpr const char *stepNotTaken = QT_TRANSLATE_NOOP("Error", "The step was not taken; the case stays as it is.");
inline constexpr ErrorText stepRefused{"RC-40", QT_TRANSLATE_NOOP("Error", "The step is not open."), stepNotTaken,
    QT_TRANSLATE_NOOP("Error", "See what is still missing and complete it first.")};
inline constexpr ErrorText stepForbidden{"RC-41", QT_TRANSLATE_NOOP("Error", "Your role may not take this step."), stepNotTaken,
    QT_TRANSLATE_NOOP("Error", "Ask somebody whose role may.")};
inline constexpr ErrorText stepInput{"RC-42", QT_TRANSLATE_NOOP("Error", "\"%1\" cannot be given with this step."), stepNotTaken, QT_TRANSLATE_NOOP("Error", "Leave it out.")};
inline constexpr ErrorText stepRecord{"RC-43", QT_TRANSLATE_NOOP("Error", "The record does not belong to this case."), stepNotTaken,
    QT_TRANSLATE_NOOP("Error", "Open the case again.")};
inline constexpr ErrorText stepRule{"RC-44", QT_TRANSLATE_NOOP("Error", "The time limit \"%1\" is not among the rules."), stepNotTaken, tellAdministrator};
inline constexpr ErrorText stepCircle{"RC-45", QT_TRANSLATE_NOOP("Error", "The step \"%1\" leads back to itself."), stepNotTaken, tellAdministrator};
inline constexpr ErrorText pauseNotAllowed{"RC-46", QT_TRANSLATE_NOOP("Error", "The time limit %1 does not stop for this ground."), stepNotTaken,
    QT_TRANSLATE_NOOP("Error", "Choose a ground that the rule names, or record the reason for the delay instead.")};

} // namespace yizhan::text
