// SPDX-License-Identifier: GPL-3.0-or-later
// One case of the demo district in the making: it walks through its life cycle by the product's own rules, so that every
// state, clock and number in it is one the program itself would have made.
#pragma once

#include "app/demo/DemoWorld.h"
#include "records/CaseMove.h"
#include "records/kinds/Common.h"

namespace yizhan {

namespace demoErrors {
inline constexpr ErrorText noStep{"DM-01", QT_TRANSLATE_NOOP("Error", "The demo district knows no step “%1”."), "", ""};
inline constexpr ErrorText refused{
    "DM-02", QT_TRANSLATE_NOOP("Error", "A made-up case was refused by the rules: %1, step %2: %3"), "",
    QT_TRANSLATE_NOOP("Error", "Delete the half-made demo store and tell the makers of the program.")};
inline constexpr ErrorText notEmpty{"DM-03", QT_TRANSLATE_NOOP("Error", "This store already holds cases."),
                                    QT_TRANSLATE_NOOP("Error", "Nothing was changed."),
                                    QT_TRANSLATE_NOOP("Error", "Name another folder with --store.")};
} // namespace demoErrors

class DemoCase
{
public:
    DemoCase(DemoWorld &world, Kind kind, const QString &office, Instant openedAt);

    Record &root() { return m_file.root; }
    const CaseFile &file() const { return m_file; }
    Record *find(const RecordId &id) { return m_file.find(id); }
    // A new row under the root (or under `parent`), made at the case's present time. The reference holds until the next add.
    Record &add(Kind kind, std::optional<RecordId> parent = std::nullopt);
    // The newest child of a kind; must be there.
    Record &last(Kind kind);

    Instant now() const { return m_now; }
    void advance(int leastDays, int mostDays) { m_now = m_world.later(m_now, leastDays, mostDays); }
    // Whether the case has come to the end of the demo's time: it stays where it is.
    bool outOfTime() const { return m_now >= m_world.end(); }

    // Takes a step of the root, or of `on`; fields the step needs and the caller did not fill get plausible values. A refusal
    // is a fault of the demo or of the rules and is handed on.
    Outcome step(const char *transition, Inputs inputs = {}, std::optional<RecordId> on = std::nullopt);

    // Takes the steps that the program takes by itself up to the end of the year. Call last.
    Outcome settle();
    // Everything as server data, ready for the store.
    std::vector<Operation> operations() &&;

private:
    Outcome take(const char *transition, Inputs inputs, RecordId target, const Actor &actor);
    Outcome fillNeeds(const Transition &transition, const Record &record, Inputs &inputs);
    Value plausible(const FieldSpec &field);
    QString numberWord(const NumberWish &wish, const CaseFile &file) const;

    DemoWorld &m_world;
    CaseFile m_file;
    Instant m_now;
};

// A person or organisation as a party row.
void describePerson(Record &party, const DemoPerson &person, const char *role);
void describeOrganisation(Record &party, const DemoOrganisation &organisation, const char *role);

// One file each; `fate` 0..99 decides how far and which way the case goes.
Result<DemoCase> demoMediation(DemoWorld &world);
Result<DemoCase> demoLegalAid(DemoWorld &world);
Result<DemoCase> demoDutyHelp(DemoWorld &world);
Result<DemoCase> demoNotary(DemoWorld &world);
Result<DemoCase> demoConsultation(DemoWorld &world);

} // namespace yizhan
