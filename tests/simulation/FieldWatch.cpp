// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/FieldWatch.h"

#include "records/Declaration.h"
#include "tests/simulation/Ledger.h"

namespace yizhan::simulation {
namespace {

Value valueIn(const Inspector::Values &values, std::uint16_t field)
{
    const auto at = values.find(field);
    return at == values.end() ? Value() : at->second;
}

} // namespace

void FieldWatch::served(const Observer::Row &row)
{
    if (!row.record.isNull() && !row.record.spec().district)
        m_served[{row.record.id, row.version}] = Inspector::valuesOf(row.record);
}

void FieldWatch::look(int workstation, const Declaration &program, const std::vector<Inspector::Held> &rows)
{
    for (const Inspector::Held &row : rows) {
        if (m_trace.isBroken())
            return;
        if (row.isRaw && program.specOf(row.kind))
            m_trace.broken(
                QStringLiteral("I13"),
                QStringLiteral("w%1 knows what %2 is and has not adopted it").arg(workstation).arg(m_trace.nameOf(row.id)),
                row.id);
        const auto served = m_served.find({row.id, row.version});
        if (served != m_served.end() && !row.isMadeHere)
            compare(workstation, program, row, row.copy ? *row.copy : row.shown, served->second);
        if (row.copy && !row.isMadeHere)
            compare(workstation, program, row, row.shown, *row.copy);
    }
}

void FieldWatch::compare(int workstation, const Declaration &program, const Inspector::Held &row, const Values &found,
                         const Values &wanted)
{
    const bool isView = row.copy && &found == &row.shown;
    std::set<std::uint16_t> fields;
    for (const Values *values : {&found, &wanted}) {
        for (const auto &[field, value] : *values)
            fields.insert(field);
    }
    for (const std::uint16_t field : fields) {
        if ((isView || !row.copy) && row.open.contains(field))
            continue;
        const Value shows = valueIn(found, field);
        const Value stands = valueIn(wanted, field);
        if (shows == stands)
            continue;
        m_trace.broken(QStringLiteral("I13"),
                       QStringLiteral("w%1 (schema %2) holds \"%3\" in field %4 of %5, version %6, where nobody changed \"%7\"")
                           .arg(workstation)
                           .arg(program.schema())
                           .arg(Ledger::text(shows))
                           .arg(field)
                           .arg(m_trace.nameOf(row.id))
                           .arg(row.version)
                           .arg(Ledger::text(stands)),
                       row.id);
        return;
    }
}

} // namespace yizhan::simulation
