// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of the rules that are data: broken files, dates that cannot be computed, numbers that cannot exist, sums.
#pragma once

#include "base/Error.h"

#include <QtGlobal>

namespace yizhan::text {

// Data files: %1 file, %2 line, then what the row says.
inline constexpr ErrorText fileUnreadable{"DF-01", QT_TRANSLATE_NOOP("Error", "The data file %1 cannot be read."),
                                          QT_TRANSLATE_NOOP("Error", "The rules in force stay as they are."),
                                          QT_TRANSLATE_NOOP("Error", "Check that the file exists and may be read.")};
inline constexpr const char *dataSafe = QT_TRANSLATE_NOOP("Error",
                                                          "The file was refused; the rules in force stay as they are.");
inline constexpr const char *dataTodo = QT_TRANSLATE_NOOP("Error", "Correct the file at this line and install it again.");
inline constexpr ErrorText fileNotJson{"DF-02", QT_TRANSLATE_NOOP("Error", "%1, line %2: this is not valid JSON (%3)."),
                                       dataSafe, dataTodo};
inline constexpr ErrorText fileTooLarge{
    "DF-03", QT_TRANSLATE_NOOP("Error", "%1, line %2: the file is too large or not UTF-8 text."), dataSafe, dataTodo};
inline constexpr ErrorText keyTwice{"DF-04", QT_TRANSLATE_NOOP("Error", "%1, line %2: \"%3\" stands here twice."), dataSafe,
                                    dataTodo};
inline constexpr ErrorText memberMissing{"DF-05", QT_TRANSLATE_NOOP("Error", "%1, line %2: \"%3\" is missing."), dataSafe,
                                         dataTodo};
inline constexpr ErrorText memberWrong{
    "DF-06", QT_TRANSLATE_NOOP("Error", "%1, line %2: \"%3\" is not of the right kind or out of range."), dataSafe, dataTodo};
inline constexpr ErrorText wordUnknown{"DF-07", QT_TRANSLATE_NOOP("Error", "%1, line %2: \"%3\" cannot be \"%4\"."), dataSafe,
                                       dataTodo};
inline constexpr ErrorText idTwice{"DF-08", QT_TRANSLATE_NOOP("Error", "%1, line %2: \"%3\" is declared a second time."),
                                   dataSafe, dataTodo};
inline constexpr ErrorText referenceUnknown{
    "DF-09", QT_TRANSLATE_NOOP("Error", "%1, line %2: \"%3\" names \"%4\", which does not exist."), dataSafe, dataTodo};
inline constexpr ErrorText codeDropped{
    "DF-10", QT_TRANSLATE_NOOP("Error", "%1, line %2: list \"%3\" no longer has the code \"%4\". Codes are never deleted."),
    dataSafe, QT_TRANSLATE_NOOP("Error", "Keep the code and give it an end date instead.")};
inline constexpr ErrorText listClosed{
    "DF-11",
    QT_TRANSLATE_NOOP("Error", "%1, line %2: list \"%3\" cannot take the new code \"%4\": the program knows all its values."),
    dataSafe, dataTodo};
inline constexpr ErrorText patternBroken{"DF-12", QT_TRANSLATE_NOOP("Error", "%1, line %2: \"%3\" is not a valid pattern."),
                                         dataSafe, dataTodo};
inline constexpr ErrorText spanBackwards{"DF-13", QT_TRANSLATE_NOOP("Error", "%1, line %2: \"%3\" ends before it begins."),
                                         dataSafe, dataTodo};
inline constexpr ErrorText replacedInCircle{
    "DF-14", QT_TRANSLATE_NOOP("Error", "%1, line %2: \"%3\" is replaced by itself, directly or through others."), dataSafe,
    dataTodo};
inline constexpr ErrorText dayImpossible{"DF-20", QT_TRANSLATE_NOOP("Error", "%1, line %2: \"%3\" is no day of the calendar."),
                                         dataSafe, dataTodo};
inline constexpr ErrorText dayTwice{"DF-21", QT_TRANSLATE_NOOP("Error", "%1, line %2: %3 is listed twice."), dataSafe,
                                    dataTodo};
inline constexpr ErrorText dayOfOtherYear{
    "DF-22", QT_TRANSLATE_NOOP("Error", "%1, line %2: %3 does not belong to the notice of %4."), dataSafe, dataTodo};
inline constexpr ErrorText weekdayWrong{"DF-23", QT_TRANSLATE_NOOP("Error", "%1, line %2: %3 is not a \"%4\"."), dataSafe,
                                        dataTodo};
inline constexpr ErrorText makeUpNotWeekend{
    "DF-24", QT_TRANSLATE_NOOP("Error", "%1, line %2: %3 is no Saturday or Sunday and cannot be a make-up working day."),
    dataSafe, dataTodo};
inline constexpr ErrorText countWrong{
    "DF-25", QT_TRANSLATE_NOOP("Error", "%1, line %2: \"%3\" says %4 working days, the list of days gives %5."), dataSafe,
    dataTodo};
inline constexpr ErrorText columnsWrong{
    "DF-26", QT_TRANSLATE_NOOP("Error", "%1, line %2: a line must have a date, a type and a name."), dataSafe, dataTodo};
inline constexpr ErrorText yearWithoutDays{
    "DF-27", QT_TRANSLATE_NOOP("Error", "%1, line %2: the year %3 is marked as published but lists no days off."), dataSafe,
    dataTodo};
inline constexpr ErrorText tableEmpty{"DF-28", QT_TRANSLATE_NOOP("Error", "%1, line %2: the table lists no days."), dataSafe,
                                      dataTodo};
inline constexpr ErrorText hoursWrong{
    "DF-29", QT_TRANSLATE_NOOP("Error", "These office hours overlap, are out of order or outside the day."),
    QT_TRANSLATE_NOOP("Error", "The hours in force stay as they are."),
    QT_TRANSLATE_NOOP("Error", "Enter spans such as 09:00-12:00, one after the other.")};

// Deadlines.
inline constexpr const char *nothingChanged = QT_TRANSLATE_NOOP("Error", "Nothing was changed.");
inline constexpr ErrorText amountOutside{
    "DL-01", QT_TRANSLATE_NOOP("Error", "A period of %1 is outside what can be computed (0 to %2)."), nothingChanged,
    QT_TRANSLATE_NOOP("Error", "Check the amount.")};
inline constexpr ErrorText dateOutside{"DL-02", QT_TRANSLATE_NOOP("Error", "The period leads outside the years 1 to 9999."),
                                       nothingChanged,
                                       QT_TRANSLATE_NOOP("Error", "Check the start date, the amount and the pauses.")};
inline constexpr ErrorText timeNeeded{
    "DL-03", QT_TRANSLATE_NOOP("Error", "This clock counts hours and needs the time of the event, not only its day."),
    nothingChanged, QT_TRANSLATE_NOOP("Error", "Enter the time as well.")};
inline constexpr ErrorText pauseBackwards{"DL-04", QT_TRANSLATE_NOOP("Error", "A pause ends before it begins (%1 to %2)."),
                                          nothingChanged, QT_TRANSLATE_NOOP("Error", "Correct the dates of the pause.")};
inline constexpr ErrorText notExtendable{
    "DL-05", QT_TRANSLATE_NOOP("Error", "The clock %1 cannot be prolonged."), nothingChanged,
    QT_TRANSLATE_NOOP("Error", "No rule allows it; record the reason for the delay instead.")};
inline constexpr const char *shortenIt = QT_TRANSLATE_NOOP("Error", "Shorten the prolongation.");
inline constexpr ErrorText extensionTooLong{
    "DL-06", QT_TRANSLATE_NOOP("Error", "The clock %1 can be prolonged by at most %2 days."), nothingChanged, shortenIt};
inline constexpr ErrorText extensionTooManyWorkingDays{
    "DL-10", QT_TRANSLATE_NOOP("Error", "The clock %1 can be prolonged by at most %2 working days."), nothingChanged, shortenIt};
inline constexpr ErrorText extensionTooManyHours{
    "DL-11", QT_TRANSLATE_NOOP("Error", "The clock %1 can be prolonged by at most %2 hours."), nothingChanged, shortenIt};
inline constexpr ErrorText extensionTooLate{
    "DL-07", QT_TRANSLATE_NOOP("Error", "The clock %1 is over; a prolongation must be entered before the term ends."),
    nothingChanged, QT_TRANSLATE_NOOP("Error", "Record the reason for the delay instead.")};
inline constexpr ErrorText extensionWithoutPaper{
    "DL-08", QT_TRANSLATE_NOOP("Error", "The prolongation of %1 needs its paper (%2)."), nothingChanged,
    QT_TRANSLATE_NOOP("Error", "Add the signed paper to the file first.")};
inline constexpr ErrorText extensionNotLonger{
    "DL-09", QT_TRANSLATE_NOOP("Error", "A prolongation of %1 must lead to a later date."), nothingChanged,
    QT_TRANSLATE_NOOP("Error", "Enter a number of days above zero or a later date.")};

// Identifiers: only lengths and positions, never the number itself.
inline constexpr const char *valueKept = QT_TRANSLATE_NOOP("Error", "What you typed is still there.");
inline constexpr const char *compareCard = QT_TRANSLATE_NOOP("Error", "Compare it with the document.");
inline constexpr ErrorText identifierEmpty{"IN-01", QT_TRANSLATE_NOOP("Error", "The number is empty."), valueKept,
                                           QT_TRANSLATE_NOOP("Error", "Type the number.")};
inline constexpr ErrorText identifierLength{"IN-02", QT_TRANSLATE_NOOP("Error", "The number has %1 characters instead of %2."),
                                            valueKept, compareCard};
inline constexpr ErrorText identifierCharacter{
    "IN-03", QT_TRANSLATE_NOOP("Error", "The character at position %1 cannot stand there."), valueKept, compareCard};
inline constexpr ErrorText identifierNoSuchDay{
    "IN-04", QT_TRANSLATE_NOOP("Error", "The date of birth in the number (positions %1 to %2) does not exist."), valueKept,
    compareCard};
inline constexpr ErrorText identifierFuture{
    "IN-05", QT_TRANSLATE_NOOP("Error", "The date of birth in the number lies in the future."), valueKept, compareCard};
inline constexpr ErrorText identifierCheck{
    "IN-06", QT_TRANSLATE_NOOP("Error", "The check character at position %1 does not fit: at least one character is wrong."),
    valueKept, compareCard};
inline constexpr ErrorText identifierForm{
    "IN-07", QT_TRANSLATE_NOOP("Error", "The number does not have the form of this kind of document."), valueKept, compareCard};
inline constexpr ErrorText identifierOld{
    "IN-08", QT_TRANSLATE_NOOP("Error", "This is an old number of 15 places; it is accepted only when archives are imported."),
    valueKept, QT_TRANSLATE_NOOP("Error", "Ask for the present identity card.")};
inline constexpr ErrorText identifierNotAllowed{
    "IN-09", QT_TRANSLATE_NOOP("Error", "There is a number although \"no document\" is chosen."), valueKept,
    QT_TRANSLATE_NOOP("Error", "Choose the kind of document or empty the number.")};
inline constexpr ErrorText identifierKindUnknown{"IN-10",
                                                 QT_TRANSLATE_NOOP("Error", "The kind of document \"%1\" is not known."),
                                                 valueKept, QT_TRANSLATE_NOOP("Error", "Choose a kind from the list.")};
inline constexpr ErrorText phoneForm{
    "IN-11",
    QT_TRANSLATE_NOOP("Error",
                      "This is no telephone number: a mobile number has 11 digits, a landline 7 or 8 after the area code."),
    valueKept, QT_TRANSLATE_NOOP("Error", "Check the number; write the area code as 010-.")};

// Sums.
inline constexpr ErrorText moneyForm{"IN-20", QT_TRANSLATE_NOOP("Error", "This is not a sum of money."), valueKept,
                                     QT_TRANSLATE_NOOP("Error", "Write it as 12000 or 12,000.00.")};
inline constexpr ErrorText moneyFractions{"IN-21", QT_TRANSLATE_NOOP("Error", "A sum has at most two places after the point."),
                                          valueKept, QT_TRANSLATE_NOOP("Error", "Round it to whole fen.")};
inline constexpr ErrorText moneyTooLarge{"IN-22", QT_TRANSLATE_NOOP("Error", "The sum is too large."), valueKept,
                                         QT_TRANSLATE_NOOP("Error", "Check the number of zeros.")};

} // namespace yizhan::text
