// SPDX-License-Identifier: GPL-3.0-or-later
// The list of all kinds, and the small tables that find a field by its number or name.
#include "records/Declaration.h"

#include "records/kinds/Agreement.h"
#include "records/kinds/Assignment.h"
#include "records/kinds/Attachment.h"
#include "records/kinds/Committee.h"
#include "records/kinds/Conflict.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Device.h"
#include "records/kinds/Document.h"
#include "records/kinds/DutyHelp.h"
#include "records/kinds/FollowUp.h"
#include "records/kinds/Handover.h"
#include "records/kinds/Hearing.h"
#include "records/kinds/LegalAid.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Notary.h"
#include "records/kinds/Note.h"
#include "records/kinds/Objection.h"
#include "records/kinds/Office.h"
#include "records/kinds/Party.h"
#include "records/kinds/Project.h"
#include "records/kinds/Recheck.h"
#include "records/kinds/Referral.h"
#include "records/kinds/Session.h"
#include "records/kinds/Staff.h"
#include "records/kinds/Task.h"
#include "records/kinds/Timer.h"
#include "records/kinds/User.h"
#include "records/kinds/Village.h"
#include "records/kinds/WorkLog.h"

#include <algorithm>

namespace yizhan {

namespace {
// Ascending by number.
constexpr const RecordSpec *registered[] = {
    &mediation::spec,      &legalAid::spec,   &dutyHelp::spec,     &notary::spec,        &consultation::spec, &project::spec,
    &party::spec,          &session::spec,    &agreement::spec,    &agreementTerm::spec, &followUp::spec,     &task::spec,
    &note::spec,           &attachment::spec, &referral::spec,     &assignment::spec,    &timer::spec,        &timerPause::spec,
    &timerExtension::spec, &notaryItem::spec, &certificate::spec,  &objection::spec,     &recheck::spec,      &hearing::spec,
    &workLog::spec,        &handover::spec,   &projectEvent::spec, &document::spec,      &conflict::spec,     &office::spec,
    &village::spec,        &staff::spec,      &user::spec,         &device::spec,        &committee::spec};
constexpr std::uint8_t noField = 255;

// For declarations that are not registered (tests make such): the fields ascend by number.
int positionBySearch(const RecordSpec &spec, std::uint16_t fieldId)
{
    const auto at = std::lower_bound(spec.fields.begin(), spec.fields.end(), fieldId,
                                     [](const FieldSpec *field, std::uint16_t id) { return field->id < id; });
    return at != spec.fields.end() && (*at)->id == fieldId ? static_cast<int>(at - spec.fields.begin()) : -1;
}
} // namespace

std::atomic<const Declaration *> Declaration::s_current = nullptr;

Declaration::Declaration(int schema, std::vector<const RecordSpec *> specs) : m_schema(schema), m_specs(std::move(specs))
{
    static std::atomic<std::size_t> places = 0;
    m_place = places++;
    Q_ASSERT(m_place < most);
    for (const RecordSpec *spec : m_specs) {
        const auto number = static_cast<std::size_t>(spec->kind);
        Q_ASSERT(number < kindLimit && !m_byKind[number] && spec->fields.size() < noField);
        m_byKind[number] = spec;
        m_fields[number] = std::make_unique<FieldIndex>();
        m_fields[number]->fill(noField);
        for (std::size_t i = 0; i < spec->fields.size(); ++i)
            (*m_fields[number])[spec->fields[i]->id] = static_cast<std::uint8_t>(i);
    }
}

const Declaration &Declaration::own()
{
    static const Declaration the(schemaVersion, {std::begin(registered), std::end(registered)});
    return the;
}

const Declaration &Declaration::current()
{
    const Declaration *other = s_current.load(std::memory_order_relaxed);
    return other ? *other : own();
}

const RecordSpec *Declaration::specOf(Kind kind) const
{
    const auto number = static_cast<std::size_t>(kind);
    return number < kindLimit ? m_byKind[number] : nullptr;
}

int Declaration::positionOf(const RecordSpec &spec, std::uint16_t fieldId) const
{
    const auto number = static_cast<std::size_t>(spec.kind);
    if (number >= kindLimit || m_byKind[number] != &spec)
        return positionBySearch(spec, fieldId);
    if (fieldId >= system::firstId)
        return -1;
    const std::uint8_t position = (*m_fields[number])[fieldId];
    return position == noField ? -1 : position;
}

int RecordSpec::indexOfId(std::uint16_t fieldId) const { return Declaration::current().positionOf(*this, fieldId); }

int RecordSpec::indexOf(const FieldSpec &field) const
{
    const int position = indexOfId(field.id);
    return position >= 0 && fields[static_cast<std::size_t>(position)] == &field ? position : -1;
}

const FieldSpec *RecordSpec::field(QStringView fieldName) const
{
    for (const std::span<const FieldSpec *const> some : {fields, std::span<const FieldSpec *const>(system::fields)}) {
        for (const FieldSpec *candidate : some) {
            if (fieldName == QLatin1String(candidate->name))
                return candidate;
        }
    }
    return nullptr;
}

std::span<const RecordSpec *const> allSpecs() { return Declaration::current().specs(); }

const RecordSpec *specOf(Kind kind) { return Declaration::current().specOf(kind); }

const RecordSpec *specNamed(QStringView name)
{
    for (const RecordSpec *spec : allSpecs()) {
        if (name == QLatin1String(spec->name))
            return spec;
    }
    return nullptr;
}

} // namespace yizhan
