// SPDX-License-Identifier: GPL-3.0-or-later
// The clocks of the law and of the office as data: what starts one, how it counts, what may stop or prolong it, and why.
#pragma once

#include "base/Result.h"
#include "records/WorkCalendar.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

namespace yizhan {

// How a period is counted. Days: the day of the event is not counted (民法典 art 201, 民诉法 art 85).
enum class PeriodMode {
    CalRoll,     // natural days; a last day that is a rest day moves to the next working day (民法典 art 203)
    CalStrict,   // natural days, the last day stays
    Work,        // working days, make-up days among them (公证法 art 30)
    MonthRoll,   // to the corresponding date or the month's last day (民法典 art 202), moved off rest days
    MonthStrict, // to the corresponding date, which stays
    Week,        // seven days each, moved off rest days
    Hour,        // every hour from the minute of the event
    HourOffice   // office hours of working days only
};

QString nameOf(PeriodMode mode);                                // "CAL_ROLL", as in the data and on the command line
std::optional<PeriodMode> periodModeFromName(QStringView name); // upper or lower case
bool countsHours(PeriodMode mode);

enum class RuleKind {
    Hard,   // fixed by law or rule
    Soft,   // a default of this product
    Info,   // somebody else's clock, shown only
    Trigger // not a duty: the day on which a step is offered
};

// One condition of a guard: the field holds one of the values (In; an empty field fails) or none of them (NotIn; an empty
// field passes).
struct GuardCondition {
    QString field;
    QString codeList;
    bool negated = false;
    QStringList values;
};

// When a clock may start. All conditions must hold, or with `any` at least one. No condition = always.
struct RuleGuard {
    QString text; // for people, English
    bool any = false;
    std::vector<GuardCondition> conditions;

    // `codesOf(field)` answers the codes the field holds, none for an empty field.
    bool holds(const std::function<QStringList(const QString &field)> &codesOf) const;
};

enum class ExtensionBy { Nobody, Agreement, Decision };

// Who may prolong the period, and by how much. A rule in hours is prolonged by hours, one in working days by working days, all
// others by days.
struct ExtensionRule {
    ExtensionBy by = ExtensionBy::Nobody;
    QString who;
    int maxAmount = 0; // in the unit the rule counts in; 0 = the text sets no cap
    QString document;  // code of form_id that must be in the file; empty = none named
};

// At most `months` of the time left out for the named grounds; days beyond count again (公证程序规则 art 64).
struct PauseCap {
    int months = 0; // 0 = no cap
    QStringList reasons;
};

// An outer limit counted from an event of its own: the earlier of the two dates holds.
struct AbsoluteLimit {
    int amount = 0; // 0 = none
    PeriodMode mode = PeriodMode::MonthStrict;
    QString startEvent;
    QString basis;
};

// A reminder before the due date: either days or minutes, the other is 0.
struct Warning {
    int days = 0;
    int minutes = 0;
};

struct DeadlineRule {
    QString id;     // "MED-TERM"
    QString docket; // "mediation", "legal-aid", "notary", ...
    QString nameZh;
    QString nameEn;
    QString startEvent; // "mediation.accepted_on": kind and field, or kind and event, that the clock runs from
    QString startText;  // the legal event in words, English
    int amount = 0;
    PeriodMode mode = PeriodMode::CalRoll;
    std::optional<PeriodMode> statutoryMode; // of the law's own date where `mode` is a stricter target of this product
    bool showUnrolled = false;               // the bare last day is always shown beside the rolled one
    bool daysMayBeWorking = false;           // a bureau may read these days as working days (settings)
    RuleKind kind = RuleKind::Hard;
    QString actor; // who has to act, English
    RuleGuard guard;
    QStringList pauseReasons; // codes of timer_pause_reason; empty = nothing stops this clock
    PauseCap pauseCap;
    ExtensionRule extension;
    AbsoluteLimit absoluteLimit;
    QString earlierOf;               // id of another clock: of the two the earlier date is the working target
    std::vector<Warning> warnBefore; // furthest first
    QString onExpiry;                // what happens then, English; may be empty
    QString basis;                   // law and article
    QString certainty;               // "verified" or "knowledge"

    QString name(const QString &language) const { return language == QLatin1String("zh") ? nameZh : nameEn; }
};

// What a bureau may decide for itself.
struct DeadlineSettings {
    bool aidDaysAreWorkingDays = false; // the law says days; some bureaus read working days
    bool rollForward = true;            // last days on rest days move
    std::vector<OfficeHours> officeHours;
    QByteArray fingerprint;

    // resources/deadlines/settings.json or a file of the same form: every member must be there; errors with file, line, reason.
    static Result<DeadlineSettings> fromJson(const QString &fileName, const QByteArray &json);
};
DeadlineRule withSettings(DeadlineRule rule, const DeadlineSettings &settings);

// All rules by id. A value; reading from any thread.
class DeadlineRules
{
public:
    // resources/deadlines/rules.json or a file of the same form; errors with file, line and reason.
    static Result<DeadlineRules> fromJson(const QString &fileName, const QByteArray &json);
    // These rules with those of `other` added or taking their place. A rule is never dropped.
    DeadlineRules withRulesOf(const DeadlineRules &other) const;
    // These rules as the bureau reads them.
    DeadlineRules withSettings(const DeadlineSettings &settings) const;

    const DeadlineRule *find(QStringView id) const;                  // null if unknown
    const std::vector<DeadlineRule> &all() const { return m_rules; } // in the order of the file
    const QByteArray &fingerprint() const { return m_fingerprint; }

private:
    std::vector<DeadlineRule> m_rules;
    QHash<QString, std::size_t> m_byId;
    QByteArray m_fingerprint;
};

} // namespace yizhan
