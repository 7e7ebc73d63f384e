// SPDX-License-Identifier: GPL-3.0-or-later
// The table of commands: names, words, options and help in one place.
#include "server/program/ServerLine.h"

namespace yizhan {

namespace {

constexpr ArgumentOption commonOptions[] = {
    {"data", "DIR", QT_TRANSLATE_NOOP("Server", "folder of the district")},
    {"key-file", "FILE", QT_TRANSLATE_NOOP("Server", "the server's key, if it lies outside the folder")},
    {"postgres", "URL",
     QT_TRANSLATE_NOOP("Server", "storage on PostgreSQL instead of a file in the folder; without a password")},
    {"rules", "DIR", QT_TRANSLATE_NOOP("Server", "folder with replacements of the data files (offices, code lists, numbers)")},
    {"format", "table|json|csv", QT_TRANSLATE_NOOP("Server", "form of the answer; json is one object a line")},
    {"lang", "zh|en", QT_TRANSLATE_NOOP("Server", "language of labels and messages")},
};
constexpr ArgumentOption initOptions[] = {
    {"district", "NAME", QT_TRANSLATE_NOOP("Server", "name of the district, shown on certificates and workstations")},
    {"name", "HOST", QT_TRANSLATE_NOOP("Server", "name or address by which workstations reach this computer; may be repeated")},
};
constexpr ArgumentOption serveOptions[] = {
    {"listen", "ADDR:PORT",
     QT_TRANSLATE_NOOP("Server", "where to take connections; default 0.0.0.0:8443, port 0 is any free one")},
    {"port-file", "FILE", QT_TRANSLATE_NOOP("Server", "file that gets the port once connections are taken")},
    {"name", "HOST", QT_TRANSLATE_NOOP("Server", "other names for the certificate than those of init; may be repeated")},
    {"proxied", "", QT_TRANSLATE_NOOP("Server", "a proxy in front tells where each connection comes from (PROXY protocol)")},
    {"per-address", "N", QT_TRANSLATE_NOOP("Server", "connections that one address may have; default 128")},
    {"workers", "N", QT_TRANSLATE_NOOP("Server", "requests that are answered at the same time; default 8")},
    {"leased", "SERIES",
     QT_TRANSLATE_NOOP("Server", "official numbers of which workstations keep a block, so that papers get their final number "
                                 "without a line, such as mediation; may be repeated")},
    {"offline-days", "N",
     QT_TRANSLATE_NOOP("Server", "days that people may work on without having reached this server; 3 to 30, default 7")},
};
constexpr ArgumentOption passwordOption[] = {
    {"password-file", "FILE",
     QT_TRANSLATE_NOOP("Server", "file whose first line is the password; otherwise standard input or a prompt")},
};
constexpr ArgumentOption userAddOptions[] = {
    {"name", "NAME", QT_TRANSLATE_NOOP("Server", "the person's name as shown")},
    {"role", "CODE", QT_TRANSLATE_NOOP("Server", "role, such as OFFICE_STAFF; may be repeated")},
    {"office", "CODE", QT_TRANSLATE_NOOP("Server", "office, such as JO01, or * for all; may be repeated")},
    {"password-file", "FILE",
     QT_TRANSLATE_NOOP("Server", "file whose first line is the password; otherwise standard input or a prompt")},
};
constexpr ArgumentOption userRoleOptions[] = {
    {"role", "CODE", QT_TRANSLATE_NOOP("Server", "role, such as OFFICE_STAFF; may be repeated")},
    {"office", "CODE", QT_TRANSLATE_NOOP("Server", "office, such as JO01, or * for all; may be repeated")},
};
constexpr ArgumentOption codeOptions[] = {
    {"office", "CODE", QT_TRANSLATE_NOOP("Server", "office of the workstation")},
    {"also", "CODE", QT_TRANSLATE_NOOP("Server", "further office that it may see; may be repeated")},
    {"read-only", "", QT_TRANSLATE_NOOP("Server", "it may read but not write")},
};
constexpr ArgumentOption grantOptions[] = {
    {"read-only", "", QT_TRANSLATE_NOOP("Server", "it may read but not write")},
};
constexpr ArgumentOption nameOptions[] = {
    {"name", "HOST", QT_TRANSLATE_NOOP("Server", "name or address by which workstations reach this computer; may be repeated")},
};
constexpr ArgumentOption auditOptions[] = {
    {"after", "N", QT_TRANSLATE_NOOP("Server", "only entries after this number")},
    {"limit", "N", QT_TRANSLATE_NOOP("Server", "at most so many; default 200")},
};

constexpr ArgumentOption exportOptions[] = {
    {"recipient", "KEY", QT_TRANSLATE_NOOP("Server", "public key that “export key” showed")},
};

constexpr ArgumentOption voidOptions[] = {
    {"reason", "TEXT", QT_TRANSLATE_NOOP("Server", "why nobody will carry these numbers; stands in the register")},
};

constexpr ArgumentOption purgeOptions[] = {
    {"retention", "FILE",
     QT_TRANSLATE_NOOP("Server", "file with the rules how long cases are kept; without it no case is over")},
    {"yes", "", QT_TRANSLATE_NOOP("Server", "do it; without this it is only counted")},
    {"approved-by", "TEXT", QT_TRANSLATE_NOOP("Server", "the approval it rests on; stands in the audit")},
};

constexpr ServerCommand commands[] = {
    {"init", "", QT_TRANSLATE_NOOP("Server", "make a district: key, storage, certificates"), initOptions, runInit},
    {"serve", "", QT_TRANSLATE_NOOP("Server", "serve the workstations until the program is told to stop"), serveOptions,
     runServe},
    {"user add", "LOGIN", QT_TRANSLATE_NOOP("Server", "make an account"), userAddOptions, runUserAdd},
    {"user disable", "LOGIN", QT_TRANSLATE_NOOP("Server", "close an account"), {}, runUserDisable},
    {"user enable", "LOGIN", QT_TRANSLATE_NOOP("Server", "open a closed account"), {}, runUserEnable},
    {"user password", "LOGIN", QT_TRANSLATE_NOOP("Server", "give an account a new password"), passwordOption, runUserPassword},
    {"user role", "LOGIN", QT_TRANSLATE_NOOP("Server", "give an account these roles and offices instead of the former"),
     userRoleOptions, runUserRole},
    {"user factor",
     "LOGIN on|off",
     QT_TRANSLATE_NOOP("Server", "switch an account's second factor on (a new one) or off"),
     {},
     runUserFactor},
    {"user list", "", QT_TRANSLATE_NOOP("Server", "list the accounts"), {}, runUserList},
    {"device code", "", QT_TRANSLATE_NOOP("Server", "make a code with which one workstation joins within 24 hours"),
     codeOptions, runDeviceCode},
    {"device list", "", QT_TRANSLATE_NOOP("Server", "list the workstations"), {}, runDeviceList},
    {"device revoke",
     "ID",
     QT_TRANSLATE_NOOP("Server", "refuse a workstation from now on and have it wipe itself"),
     {},
     runDeviceRevoke},
    {"device release",
     "ID",
     QT_TRANSLATE_NOOP("Server", "put the unsent work that a revoked workstation handed in before the people of its office"),
     {},
     runDeviceRelease},
    {"office list", "", QT_TRANSLATE_NOOP("Server", "list the offices with the number of their records"), {}, runOfficeList},
    {"office add", "CODE", QT_TRANSLATE_NOOP("Server", "take up an office of the directory"), {}, runOfficeAdd},
    {"office grant", "ID CODE", QT_TRANSLATE_NOOP("Server", "let a workstation see an office"), grantOptions, runOfficeGrant},
    {"office end", "ID CODE", QT_TRANSLATE_NOOP("Server", "take an office away from a workstation"), {}, runOfficeEnd},
    {"certificate show",
     "",
     QT_TRANSLATE_NOOP("Server", "show the certificates and until when they hold"),
     {},
     runCertificateShow},
    {"certificate renew", "", QT_TRANSLATE_NOOP("Server", "renew the server's certificate if its names or its time ask for it"),
     nameOptions, runCertificateRenew},
    {"certificate next",
     "",
     QT_TRANSLATE_NOOP("Server", "make the authority that workstations are to trust next"),
     {},
     runCertificateNext},
    {"certificate switch",
     "",
     QT_TRANSLATE_NOOP("Server", "put the next authority in the place of the present one"),
     {},
     runCertificateSwitch},
    {"audit list", "", QT_TRANSLATE_NOOP("Server", "list what administrators did"), auditOptions, runAuditList},
    {"bundle",
     "FILE ANSWER",
     QT_TRANSLATE_NOOP("Server", "take what a workstation without a line wrote into a file, and write its answer"),
     {},
     runBundle},
    {"backup", "DIR", QT_TRANSLATE_NOOP("Server", "write a backup of the district into a folder and check it"), {}, runBackup},
    {"restore", "DIR", QT_TRANSLATE_NOOP("Server", "put a backup in the place of the district"), {}, runRestore},
    {"verify", "[DIR]", QT_TRANSLATE_NOOP("Server", "check the district, or a backup of it"), {}, runVerify},
    {"purge", "", QT_TRANSLATE_NOOP("Server", "count the closed cases whose retention is over, or remove them for good"),
     purgeOptions, runPurge},
    {"export key",
     "SECRET",
     QT_TRANSLATE_NOOP("Server", "make the pair of keys of somebody who is to get an export"),
     {},
     runExportKey},
    {"export open",
     "FILE SECRET TO",
     QT_TRANSLATE_NOOP("Server", "open an export with the recipient's secret key"),
     {},
     runExportOpen},
    {"export", "FILE", QT_TRANSLATE_NOOP("Server", "write all records and their history, to be read by the recipient only"),
     exportOptions, runExport},
    {"year close",
     "KEY",
     QT_TRANSLATE_NOOP("Server", "close a year of a series of numbers; refused while numbers are unexplained"),
     {},
     runYearClose},
    {"void-numbers", "KEY [FIRST LAST]",
     QT_TRANSLATE_NOOP("Server", "list the void numbers of a year of a series, or enter some as void"), voidOptions,
     runVoidNumbers},
};

} // namespace

std::span<const ServerCommand> serverCommands() { return commands; }
std::span<const ArgumentOption> serverCommonOptions() { return commonOptions; }

} // namespace yizhan
