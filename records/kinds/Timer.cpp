// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Timer.h"

#include "records/RecordErrors.h"
#include "records/Validate.h"

#include <QCoreApplication>

namespace yizhan::timer {

namespace {
constexpr const FieldSpec *fields[] = {&ruleId, &startOn, &startAt, &limitOn, &metOn, &metAt, &cancelledAt, &explanation,
                                       &dueOn, &dueAt, &dueUnrolledOn, &statutoryDueOn, &provisional, &paused, &state};
constexpr Kind parents[] = {Kind::Mediation, Kind::LegalAid, Kind::DutyHelp, Kind::Notary, Kind::Consultation, Kind::Project,
                            Kind::Agreement, Kind::Referral, Kind::Assignment, Kind::Certificate, Kind::Objection, Kind::Recheck,
                            Kind::Hearing, Kind::Handover};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Timer,
    .name = "timer",
    .table = "timer",
    .label = QT_TRANSLATE_NOOP("Kind", "Time limit"),
    .fields = fields,
    .parents = parents,
    .title = &ruleId,
    .defaultSort = &dueOn,
};

} // namespace yizhan::timer

namespace yizhan::timerPause {

namespace {
constexpr const FieldSpec *fields[] = {&reason, &fromOn, &fromAt, &toOn, &toAt, &paper, &note};
constexpr Kind parents[] = {Kind::Timer};
void check(const Record &record, const RuleBook &, Day, std::vector<Finding> &findings)
{
    const auto begin = record.get(fromOn);
    const auto end = record.get(toOn);
    if (begin && end && *end < *begin)
        findings.push_back({&toOn, fieldError(text::endBeforeStart, toOn), true});
}
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::TimerPause,
    .name = "timer-pause",
    .table = "timer_pause",
    .label = QT_TRANSLATE_NOOP("Kind", "Pause"),
    .fields = fields,
    .parents = parents,
    .title = &reason,
    .defaultSort = &fromOn,
    .check = check,
};

} // namespace yizhan::timerPause

namespace yizhan::timerExtension {

namespace {
constexpr const FieldSpec *fields[] = {&by, &agreedOn, &persons, &amount, &newDate, &paper};
constexpr Kind parents[] = {Kind::Timer};

void check(const Record &record, const RuleBook &, Day, std::vector<Finding> &findings)
{
    if (record.value(amount).isNull() == record.value(newDate).isNull())
        findings.push_back({&amount, fieldError(text::oneOfTwo, amount, {QCoreApplication::translate("Field", newDate.label)}), true});
}
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::TimerExtension,
    .name = "timer-extension",
    .table = "timer_extension",
    .label = QT_TRANSLATE_NOOP("Kind", "Prolongation"),
    .fields = fields,
    .parents = parents,
    .title = &by,
    .defaultSort = &agreedOn,
    .check = check,
};

} // namespace yizhan::timerExtension
