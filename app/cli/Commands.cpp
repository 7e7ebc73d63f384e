// SPDX-License-Identifier: GPL-3.0-or-later
// The table of commands: names, words, options and help in one place.
#include "app/cli/CommandLine.h"
#include "app/cli/SyncCommands.h"

namespace yizhan {

namespace {

constexpr CommandOption initOptions[] = {
    {"office", QT_TRANSLATE_NOOP("Cli", "ID"), QT_TRANSLATE_NOOP("Cli", "office of this workstation, such as JO01")},
    {"name", QT_TRANSLATE_NOOP("Cli", "NAME"), QT_TRANSLATE_NOOP("Cli", "the first user's name as shown")},
    {"role", QT_TRANSLATE_NOOP("Cli", "CODE"), QT_TRANSLATE_NOOP("Cli", "role of the first user; may be repeated")},
    {"station", QT_TRANSLATE_NOOP("Cli", "NAME"),
     QT_TRANSLATE_NOOP("Cli", "short name of this workstation, part of provisional numbers")},
};
constexpr CommandOption demoOptions[] = {
    {"year", QT_TRANSLATE_NOOP("Cli", "YYYY"), QT_TRANSLATE_NOOP("Cli", "calendar year the cases fall in; default 2025")},
    {"until", QT_TRANSLATE_NOOP("Cli", "DATE"),
     QT_TRANSLATE_NOOP("Cli", "instead of a calendar year: the twelve months up to this day")},
    {"scale", QT_TRANSLATE_NOOP("Cli", "N"),
     QT_TRANSLATE_NOOP("Cli", "cases and consultations in all, 10 to 1000000; default: a district's year")},
    {"seed", QT_TRANSLATE_NOOP("Cli", "N"), QT_TRANSLATE_NOOP("Cli", "another seed makes another district")},
    {"office", QT_TRANSLATE_NOOP("Cli", "ID"), QT_TRANSLATE_NOOP("Cli", "office of this workstation, such as JO01")},
};
constexpr CommandOption inputOptions[] = {
    {"file", QT_TRANSLATE_NOOP("Cli", "FILE"),
     QT_TRANSLATE_NOOP("Cli", "JSON lines; without it and without FIELD=VALUE words standard input")},
};
constexpr CommandOption settleOptions[] = {
    inputOptions[0],
    {"in", QT_TRANSLATE_NOOP("Cli", "CASE"),
     QT_TRANSLATE_NOOP("Cli", "again: the case to enter it in, if its own is not here any more")},
};
constexpr CommandOption moveOptions[] = {
    {"file", QT_TRANSLATE_NOOP("Cli", "FILE"),
     QT_TRANSLATE_NOOP("Cli", "a JSON object with the step's inputs; - is standard input")},
    {"reason", QT_TRANSLATE_NOOP("Cli", "TEXT"), QT_TRANSLATE_NOOP("Cli", "goes to the history")},
    {"dry-run", "", QT_TRANSLATE_NOOP("Cli", "only tell what stands against it")},
};
constexpr CommandOption reasonOption[] = {
    {"reason", QT_TRANSLATE_NOOP("Cli", "TEXT"), QT_TRANSLATE_NOOP("Cli", "why; goes to the history")},
};
constexpr CommandOption showOptions[] = {
    {"unmasked", "", QT_TRANSLATE_NOOP("Cli", "with full personal data; needs --reason")},
    {"reason", QT_TRANSLATE_NOOP("Cli", "TEXT"), QT_TRANSLATE_NOOP("Cli", "why; goes to the audit")},
    {"children", "", QT_TRANSLATE_NOOP("Cli", "with everything that hangs on the record")},
};
constexpr CommandOption listOptions[] = {
    {"where", QT_TRANSLATE_NOOP("Cli", "CONDITION"),
     QT_TRANSLATE_NOOP("Cli", "such as: status in (ACCEPTED, MEDIATING) and received_at >= 2026-01-01")},
    {"sort", QT_TRANSLATE_NOOP("Cli", "FIELDS"), QT_TRANSLATE_NOOP("Cli", "such as: received_at desc, case_no")},
    {"limit", QT_TRANSLATE_NOOP("Cli", "N"), QT_TRANSLATE_NOOP("Cli", "at most so many; default 200, 0 = all")},
    {"fields", QT_TRANSLATE_NOOP("Cli", "NAMES"),
     QT_TRANSLATE_NOOP("Cli", "columns, separated by commas; default: those of the docket")},
    {"count", "", QT_TRANSLATE_NOOP("Cli", "only the number of records")},
    {"unmasked", "", QT_TRANSLATE_NOOP("Cli", "with full personal data; needs --reason")},
    {"reason", QT_TRANSLATE_NOOP("Cli", "TEXT"), QT_TRANSLATE_NOOP("Cli", "why; goes to the audit")},
};
constexpr CommandOption searchOptions[] = {
    {"limit", QT_TRANSLATE_NOOP("Cli", "N"), QT_TRANSLATE_NOOP("Cli", "at most so many; default 200")},
};
constexpr CommandOption dueOptions[] = {
    {"rule", QT_TRANSLATE_NOOP("Cli", "ID"), QT_TRANSLATE_NOOP("Cli", "a rule of the deadline table, such as NOT-ISSUE")},
    {"mode", QT_TRANSLATE_NOOP("Cli", "MODE"),
     QT_TRANSLATE_NOOP("Cli", "CAL_ROLL, CAL_STRICT, WORK, MONTH_ROLL, MONTH_STRICT, WEEK, HOUR or HOUR_OFFICE")},
    {"amount", QT_TRANSLATE_NOOP("Cli", "N"), QT_TRANSLATE_NOOP("Cli", "days, weeks, months or hours of the mode")},
    {"from", QT_TRANSLATE_NOOP("Cli", "DATE"), QT_TRANSLATE_NOOP("Cli", "day of the event, YYYY-MM-DD")},
    {"at", QT_TRANSLATE_NOOP("Cli", "HH:MM"), QT_TRANSLATE_NOOP("Cli", "time of the event; needed by the hour modes")},
    {"pause", QT_TRANSLATE_NOOP("Cli", "A..B"),
     QT_TRANSLATE_NOOP(
         "Cli",
         "time that is not counted, days or instants; B empty = still open; REASON:A..B names the ground; may be repeated")},
    {"extend", QT_TRANSLATE_NOOP("Cli", "DAYS|DATE"), QT_TRANSLATE_NOOP("Cli", "a prolongation; may be repeated")},
    {"limit-from", QT_TRANSLATE_NOOP("Cli", "DATE"), QT_TRANSLATE_NOOP("Cli", "event of the rule's outer limit")},
    {"today", QT_TRANSLATE_NOOP("Cli", "DATE"), QT_TRANSLATE_NOOP("Cli", "judge open pauses as on this day; default: today")},
};
constexpr CommandOption checkOptions[] = {
    {"today", QT_TRANSLATE_NOOP("Cli", "DATE"), QT_TRANSLATE_NOOP("Cli", "judge days of birth as on this day; default: today")},
};
constexpr CommandOption passwordOptions[] = {
    {"new-password-file", QT_TRANSLATE_NOOP("Cli", "FILE"),
     QT_TRANSLATE_NOOP("Cli", "file whose first line is the new password")},
};
constexpr CommandOption recoverOptions[] = {
    {"recovery-key-file", QT_TRANSLATE_NOOP("Cli", "FILE"),
     QT_TRANSLATE_NOOP("Cli", "file whose first line is the recovery key")},
    {"new-password-file", QT_TRANSLATE_NOOP("Cli", "FILE"),
     QT_TRANSLATE_NOOP("Cli", "file whose first line is the new password")},
};
constexpr CommandOption userOptions[] = {
    {"name", QT_TRANSLATE_NOOP("Cli", "NAME"), QT_TRANSLATE_NOOP("Cli", "name as shown")},
    {"role", QT_TRANSLATE_NOOP("Cli", "CODE"), QT_TRANSLATE_NOOP("Cli", "role; may be repeated")},
    {"new-password-file", QT_TRANSLATE_NOOP("Cli", "FILE"),
     QT_TRANSLATE_NOOP("Cli", "file whose first line is the new user's password")},
};

constexpr CommandOption loginOption = {"login", QT_TRANSLATE_NOOP("Cli", "LOGIN"),
                                       QT_TRANSLATE_NOOP("Cli", "account at the district; default: the store's user")};
constexpr CommandOption loginPasswordOption = {
    "login-password-file", QT_TRANSLATE_NOOP("Cli", "FILE"),
    QT_TRANSLATE_NOOP("Cli", "file whose first line is the password at the district; default: that of the store")};
constexpr CommandOption factorOption = {"second-factor", "",
                                        QT_TRANSLATE_NOOP("Cli", "the account has a second factor: it is asked for")};
constexpr CommandOption factorFileOption = {"second-factor-file", QT_TRANSLATE_NOOP("Cli", "FILE"),
                                            QT_TRANSLATE_NOOP("Cli", "file whose first line is the second factor")};
constexpr CommandOption enrolOptions[] = {
    {"server", QT_TRANSLATE_NOOP("Cli", "HOST:PORT"),
     QT_TRANSLATE_NOOP("Cli", "address of the district server; port 8443 if none is named")},
    {"name", QT_TRANSLATE_NOOP("Cli", "NAME"), QT_TRANSLATE_NOOP("Cli", "name of this workstation, as the district lists it")},
    {"code-file", QT_TRANSLATE_NOOP("Cli", "FILE"),
     QT_TRANSLATE_NOOP("Cli", "file whose first line is the enrolment code; otherwise standard input or a prompt")},
    loginOption,
    loginPasswordOption,
    factorOption,
    factorFileOption,
};
constexpr CommandOption syncOptions[] = {
    {"wait", "", QT_TRANSLATE_NOOP("Cli", "go on and exchange whenever the district has news, until the program is stopped")},
    loginOption,
    loginPasswordOption,
    factorOption,
    factorFileOption,
    {"allow-removal", QT_TRANSLATE_NOOP("Cli", "OFFICE"),
     QT_TRANSLATE_NOOP("Cli", "the district may remove an unusual number of this office's records here; may be repeated")},
};
constexpr CommandOption conflictOptions[] = {
    {"unmasked", "", QT_TRANSLATE_NOOP("Cli", "with full personal data; needs --reason")},
    {"reason", QT_TRANSLATE_NOOP("Cli", "TEXT"), QT_TRANSLATE_NOOP("Cli", "why; goes to the audit")},
};

constexpr Command commands[] = {
    {"init", "", QT_TRANSLATE_NOOP("Cli", "make a store, its first user and a recovery key that is shown once"), initOptions,
     runInit},
    {"demo", "", QT_TRANSLATE_NOOP("Cli", "make a store with an invented district at work"), demoOptions, runDemo},
    {"add", QT_TRANSLATE_NOOP("Cli", "KIND [FIELD=VALUE …]"), QT_TRANSLATE_NOOP("Cli", "make records"), inputOptions, runAdd},
    {"set", QT_TRANSLATE_NOOP("Cli", "ID [FIELD=VALUE …]"), QT_TRANSLATE_NOOP("Cli", "change fields of a record"), inputOptions,
     runSet},
    {"move", QT_TRANSLATE_NOOP("Cli", "ID TRANSITION [FIELD=VALUE …]"),
     QT_TRANSLATE_NOOP("Cli", "take a step of the life cycle"), moveOptions, runMove},
    {"withdraw", QT_TRANSLATE_NOOP("Cli", "ID"), QT_TRANSLATE_NOOP("Cli", "take a record out of the lists; its history stays"),
     reasonOption, runWithdraw},
    {"show", QT_TRANSLATE_NOOP("Cli", "ID"), QT_TRANSLATE_NOOP("Cli", "print a record"), showOptions, runShow},
    {"list", QT_TRANSLATE_NOOP("Cli", "KIND"), QT_TRANSLATE_NOOP("Cli", "print records of a kind"), listOptions, runList},
    {"search", QT_TRANSLATE_NOOP("Cli", "TEXT"),
     QT_TRANSLATE_NOOP("Cli", "find cases by names, pinyin, numbers and texts; - reads TEXT from standard input"),
     searchOptions, runSearch},
    {"history", QT_TRANSLATE_NOOP("Cli", "ID"), QT_TRANSLATE_NOOP("Cli", "print who did what"), {}, runHistory},
    {"due", "", QT_TRANSLATE_NOOP("Cli", "compute a due date"), dueOptions, runDue},
    {"check", QT_TRANSLATE_NOOP("Cli", "id-number|uscc|phone VALUE"),
     QT_TRANSLATE_NOOP("Cli", "check a number; - reads VALUE from standard input"), checkOptions, runCheck},
    {"fields",
     QT_TRANSLATE_NOOP("Cli", "KIND"),
     QT_TRANSLATE_NOOP("Cli", "print the fields and steps of a kind"),
     {},
     runFields},
    {"audit verify",
     "",
     QT_TRANSLATE_NOOP("Cli", "check the audit chain from the first entry to the last"),
     {},
     runAuditVerify},
    {"verify",
     "",
     QT_TRANSLATE_NOOP("Cli", "check pages, indexes, search tables, attachments and derived dates"),
     {},
     runVerify},
    {"backup",
     QT_TRANSLATE_NOOP("Cli", "FILE"),
     QT_TRANSLATE_NOOP("Cli", "write a backup that has been opened and checked"),
     {},
     runBackup},
    {"restore",
     QT_TRANSLATE_NOOP("Cli", "FILE"),
     QT_TRANSLATE_NOOP("Cli", "unpack a backup into an empty folder given with --store"),
     {},
     runRestore},
    {"password", "", QT_TRANSLATE_NOOP("Cli", "change the password"), passwordOptions, runPassword},
    {"recover", "", QT_TRANSLATE_NOOP("Cli", "set a new password with the recovery key"), recoverOptions, runRecover},
    {"user add", QT_TRANSLATE_NOOP("Cli", "LOGIN"), QT_TRANSLATE_NOOP("Cli", "let another person open this store"), userOptions,
     runUserAdd},
    {"enrol", "",
     QT_TRANSLATE_NOOP("Cli", "make this computer a workstation of a district, with a code from the administrator"),
     enrolOptions, runEnrol},
    {"sync", "", QT_TRANSLATE_NOOP("Cli", "exchange everything with the district once"), syncOptions, runSync},
    {"bundle write",
     QT_TRANSLATE_NOOP("Cli", "FILE"),
     QT_TRANSLATE_NOOP("Cli", "without a line: write what is unsent into a file for the district"),
     {},
     runBundleWrite},
    {"bundle read",
     QT_TRANSLATE_NOOP("Cli", "FILE"),
     QT_TRANSLATE_NOOP("Cli", "take in the file that the district answered"),
     {},
     runBundleRead},
    {"status",
     "",
     QT_TRANSLATE_NOOP("Cli", "print what is unsent, refused and conflicting, and the last exchange"),
     {},
     runStatus},
    {"conflicts show", QT_TRANSLATE_NOOP("Cli", "ID"), QT_TRANSLATE_NOOP("Cli", "print the values before, standing and late"),
     conflictOptions, runConflictsShow},
    {"conflicts", "", QT_TRANSLATE_NOOP("Cli", "list values that came too late and work that was not taken"), {}, runConflicts},
    {"settle", QT_TRANSLATE_NOOP("Cli", "ID standing|late|edit|again|dismiss [FIELD=VALUE …]"),
     QT_TRANSLATE_NOOP("Cli", "decide a conflict; again: enter once more what came back, with other values where they are "
                              "given; dismiss: it is not wanted any more"),
     settleOptions, runSettle},
    {"aside show", QT_TRANSLATE_NOOP("Cli", "ID"),
     QT_TRANSLATE_NOOP("Cli", "print a case that a confirmed removal took away; that you looked goes to the audit"),
     conflictOptions, runAsideShow},
    {"aside",
     "",
     QT_TRANSLATE_NOOP("Cli", "list the cases that confirmed removals took away in the last seven days"),
     {},
     runAside},
    {"stats", "", QT_TRANSLATE_NOOP("Cli", "print counts, sizes and what is unsent"), {}, runStats},
};

} // namespace

std::span<const Command> allCommands() { return commands; }

} // namespace yizhan
