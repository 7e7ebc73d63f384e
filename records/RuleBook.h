// SPDX-License-Identifier: GPL-3.0-or-later
// Everything about law and office that is data, not code: code lists, calendar, deadline rules, offices, roles, number series.
#pragma once

#include "base/Result.h"
#include "records/LifeCycle.h"

#include <QString>
#include <memory>

namespace yizhan {

class CodeCatalog;
class WorkCalendar;
class DeadlineRules;
class OfficeDirectory;
class RoleTable;
class NumberTable;

// An immutable snapshot; a replacement makes a new one. Shared between threads without locks.
class RuleBook
{
public:
    // The shipped floor, then the replacement files found in `overrides` (empty = none). A broken replacement does not stop
    // the load: the floor stays in force for that file and the fault (file, line, reason) is in `faults()`.
    static Result<std::shared_ptr<const RuleBook>> load(const QString &overrides = {});
    ~RuleBook();

    const CodeCatalog &codes() const;
    const WorkCalendar &calendar() const;
    const DeadlineRules &deadlines() const;
    const OfficeDirectory &offices() const;
    const RoleTable &roles() const;
    const NumberTable &numbers() const;
    const std::vector<Error> &faults() const;
    // Hash of everything above: derived dates are computed anew when it changes.
    QByteArray fingerprint() const;

    // A snapshot in which the data file `name` ("codes/notary.json", "calendar/2027.csv", "deadlines/rules.json",
    // "deadlines/settings.json", "places/offices.json", "roles.json", "numbers.json") replaces or adds to what is in force. A
    // broken file is refused with file, line and reason, and this snapshot stays as it is.
    Result<std::shared_ptr<const RuleBook>> withFile(const QString &name, const QByteArray &bytes) const;

    // A snapshot with another calendar (an imported notice); for the command line, the administrator and tests.
    std::shared_ptr<const RuleBook> withCalendar(WorkCalendar calendar) const;

private:
    friend class RuleBookBuilder;
    struct Parts;
    explicit RuleBook(std::shared_ptr<const Parts> parts);
    std::shared_ptr<const Parts> m_parts;
};

} // namespace yizhan
