// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, as a value: a kind that programs branch on and a text that people read.
#pragma once

#include <QString>
#include <QStringList>

namespace yizhan {

enum class ErrorKind {
    WrongKey,   // wrong password or key
    Busy,       // somebody else has the store or the row
    Corrupt,    // a file is damaged or not what it claims to be
    TooNew,     // written by a newer release
    DiskFull,   // no room left
    Io,         // any other trouble with a file
    Constraint, // a value or a rule of the declaration is broken
    NotFound,   // no such record, rule, code or file
    Conflict,   // somebody changed the same field meanwhile
    Offline,    // no line to the server
    Auth,       // not logged in, locked out
    Forbidden,  // the role may not do this
    Rejected,   // a guard of the life cycle is not met
    Protocol,   // the other side speaks nonsense
    Cancelled,  // given up on request
    Usage       // the call itself makes no sense
};

// One row of the catalogue of messages: what happened, is my work safe, what to do. Rows are constexpr objects beside the
// code that raises them (store/StoreErrors.h ...), marked with QT_TRANSLATE_NOOP("Error", ...); %1, %2 take the details.
struct ErrorText {
    const char *code; // stable, shown to people, e.g. "ST-07"
    const char *what;
    const char *safe;
    const char *todo;
};

struct Error {
    ErrorKind kind = ErrorKind::Usage;
    const ErrorText *text = nullptr; // static storage, never null in an error that leaves a library
    QStringList details;             // field names, rule ids, file names, numbers; never personal data

    Error(ErrorKind errorKind, const ErrorText &errorText, QStringList errorDetails = {})
        : kind(errorKind), text(&errorText), details(std::move(errorDetails))
    {}

    // "ST-07 DiskFull [details]": for logs and test output; safe to write anywhere.
    QString toLog() const;
};

// The whole message in the language of the program: what · safe · what to do · code. Any thread.
QString describe(const Error &error);
// Only the first part ("what happened"), for a list of several errors.
QString describeBriefly(const Error &error);
// Sentences one after the other: with a blank between them, except after a full-width stop.
QString inOneLine(const QStringList &sentences);
// The kind's English name ("DiskFull"), for logs and JSON.
const char *nameOf(ErrorKind kind);

} // namespace yizhan
