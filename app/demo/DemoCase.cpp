// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoCase.h"

#include "records/CodeList.h"
#include "records/NumberTable.h"
#include "records/kinds/Party.h"

namespace yizhan {

DemoCase::DemoCase(DemoWorld &world, Kind kind, const QString &office, Instant openedAt) : m_world(world), m_now(openedAt)
{
    m_file.root = Record(kind);
    Record &root = m_file.root;
    root.id = RecordId::make(openedAt, world.random());
    root.root = root.id;
    root.office = office;
    root.createdAt = root.updatedAt = openedAt;
    root.createdBy = root.updatedBy = world.actor().user;
    root.version = 1;
}

Record &DemoCase::add(Kind kind, std::optional<RecordId> parent)
{
    Record child(kind);
    child.id = RecordId::make(m_now, m_world.random());
    child.root = m_file.root.id;
    child.parent = parent.value_or(m_file.root.id);
    child.office = m_file.root.office;
    child.createdAt = child.updatedAt = m_now;
    child.createdBy = child.updatedBy = m_world.actor().user;
    child.version = 1;
    m_file.children.push_back(std::move(child));
    return m_file.children.back();
}

Record &DemoCase::last(Kind kind)
{
    for (auto child = m_file.children.rbegin(); child != m_file.children.rend(); ++child) {
        if (child->kind() == kind)
            return *child;
    }
    return add(kind);
}

Value DemoCase::plausible(const FieldSpec &field)
{
    switch (field.type) {
    case FieldType::Bool: return Value(true);
    case FieldType::Day: return Value(m_now.localDay());
    case FieldType::Instant: return Value(m_now);
    case FieldType::Integer: return Value(std::max<std::int64_t>(field.minimum, 2));
    case FieldType::Money: return Value(Money{100'000});
    case FieldType::Text: return Value(QStringLiteral("见卷内材料"));
    case FieldType::LongText: return Value(QStringLiteral("有关情况已核实并记入笔录，材料附卷。当事人均无异议。"));
    case FieldType::Code:
    case FieldType::CodeSet: {
        const auto values = m_world.rules().codes().values(QString::fromLatin1(field.codeList));
        if (values.empty())
            return {};
        return Value(pick(m_world.random(), values)->code);
    }
    case FieldType::Ref:
        if (field.target == Kind::Staff)
            return Value(m_world.clerk(m_file.root.office));
        if (field.target == Kind::User)
            return Value(m_world.actor().user);
        return {};
    case FieldType::Blob: return {};
    }
    return {};
}

Outcome DemoCase::fillNeeds(const Transition &transition, const Record &record, Inputs &inputs)
{
    for (const FieldSpec *field : transition.needs) {
        const bool given = std::any_of(inputs.begin(), inputs.end(),
                                       [field](const auto &input) { return input.first->id == field->id; });
        if (!given && record.value(*field).isNull())
            inputs.emplace_back(field, plausible(*field));
    }
    return {};
}

Outcome DemoCase::step(const char *name, Inputs inputs, std::optional<RecordId> on)
{
    return take(name, std::move(inputs), on.value_or(m_file.root.id), m_world.actor());
}

Outcome DemoCase::take(const char *name, Inputs inputs, RecordId target, const Actor &actor)
{
    const Record *record = m_file.find(target);
    const Transition *transition = record ? findTransition(record->spec(), QString::fromLatin1(name)) : nullptr;
    if (!transition)
        return Error{ErrorKind::NotFound, demoErrors::noStep, {QString::fromLatin1(name)}};
    if (auto filled = fillNeeds(*transition, *record, inputs); !filled)
        return filled.error();
    const RecordId rootId = m_file.root.id;
    auto plan = planMove(m_file, target, *transition, inputs, actor, m_now, m_world.rules(), m_world.random());
    if (!plan)
        return Error{plan.error().kind,
                     demoErrors::refused,
                     {QString::fromLatin1(m_file.root.spec().name), QString::fromLatin1(name), plan.error().toLog()}};
    m_file = std::move(plan->after);
    for (const RecordId &id : plan->created) {
        if (Record *made = m_file.find(id)) {
            made->createdAt = made->updatedAt = m_now;
            made->version = 1;
        }
    }
    for (const NumberWish &wish : plan->numbers) {
        Record *wanted = m_file.find(wish.record);
        if (wanted && wanted->value(*wish.field).isNull())
            wanted->setValue(*wish.field, Value(m_world.takeNumber(wish.series, *wanted, numberWord(wish, m_file), m_now)));
    }
    if (Record *moved = m_file.find(target))
        moved->updatedAt = m_now;
    m_file.find(rootId)->updatedAt = m_now;
    return {};
}

QString DemoCase::numberWord(const NumberWish &wish, const CaseFile &file) const
{
    const NumberSeries *series = m_world.rules().numbers().find(wish.series);
    if (!series || series->wordList.isEmpty())
        return {};
    // The word follows from the code of that list that the root carries.
    for (const FieldSpec *field : file.root.spec().fields) {
        if (series->wordList == QLatin1String(field->codeList))
            return m_world.rules()
                .codes()
                .attribute(series->wordList, file.root.value(*field).text(), QStringLiteral("number_word"))
                .toString();
    }
    return {};
}

// What nobody has to decide has happened by the end of the year: terms that ran out, promises that were broken.
Outcome DemoCase::settle()
{
    m_now = m_world.end();
    for (int round = 0; round < 10; ++round) {
        const auto due = dueSystemMoves(m_file, m_world.rules(), m_now);
        if (due.empty())
            return {};
        if (auto taken = take(due.front().second->name, {}, due.front().first, programActor()); !taken)
            return taken;
    }
    return {};
}

std::vector<Operation> DemoCase::operations() &&
{
    std::vector<Operation> all;
    all.reserve(m_file.children.size() + 1);
    m_file.root.set(common::sandbox, true);
    all.push_back(Operation::create(std::move(m_file.root)));
    for (Record &child : m_file.children)
        all.push_back(Operation::create(std::move(child)));
    return all;
}

void describePerson(Record &party, const DemoPerson &person, const char *role)
{
    party.set(party::type, QStringLiteral("NATURAL"));
    party.set(party::role, QString::fromLatin1(role));
    party.set(party::name, person.name);
    party.set(party::gender, person.gender);
    party.set(party::birthDate, person.birth);
    party.set(party::ethnicity, person.ethnicity);
    party.set(party::idType, person.idType);
    party.set(party::idNo, person.idNo);
    party.set(party::phone, person.phone);
    party.set(party::addressLive, person.address);
    party.set(party::occupation, person.occupation);
}

void describeOrganisation(Record &party, const DemoOrganisation &organisation, const char *role)
{
    party.set(party::type, QStringLiteral("LEGAL"));
    party.set(party::role, QString::fromLatin1(role));
    party.set(party::name, organisation.name);
    party.set(party::orgIdType, QStringLiteral("201"));
    party.set(party::orgIdNo, organisation.creditCode);
    party.set(party::legalRepName, organisation.representative);
    party.set(party::phone, organisation.phone);
    party.set(party::addressLive, organisation.address);
}

} // namespace yizhan
