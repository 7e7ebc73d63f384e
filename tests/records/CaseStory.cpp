// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/records/CaseStory.h"

#include "records/Derive.h"
#include "records/kinds/Timer.h"

namespace yizhan {

CaseStory &CaseStory::on(const char *isoDay)
{
    now = Instant::fromLocal(day(isoDay), 10 * 60);
    return *this;
}

CaseStory &CaseStory::as(const char *role) { return asPerson(personOf(role), role); }

CaseStory &CaseStory::asPerson(const RecordId &user, const char *role)
{
    m_actor = Actor();
    m_actor.user = user;
    m_actor.roles = QStringList{QString::fromLatin1(role)};
    m_actor.office = QStringLiteral("JO01");
    return *this;
}

RecordId CaseStory::personOf(const char *role)
{
    RecordId id;
    for (std::size_t i = 0; role[i] != '\0' && i < id.bytes.size(); ++i)
        id.bytes[i] = static_cast<std::uint8_t>(role[i]);
    return id;
}

Record CaseStory::makeChild(Kind kind, const RecordId &parent)
{
    Record child(kind);
    child.id = RecordId::make(now, m_random);
    child.root = file.root.id;
    child.parent = parent;
    child.office = file.root.office;
    // rows made in the same minute of a story still have an order
    child.createdAt = Instant{now.ms + ++m_serial};
    return child;
}

void CaseStory::begin(const RecordId &id)
{
    deriveCase(file, *shippedRules(), now);
    const RecordSpec &spec = row(id).spec();
    if (spec.lifeCycles.empty() || spec.kind == Kind::Agreement)
        return; // an agreement's tracks begin when the case is agreed
    for (const Transition &step : spec.lifeCycles.front()->transitions) {
        if (*step.from == '\0') {
            const QString refused = move(id, step.name);
            QVERIFY2(refused.isEmpty(), qPrintable(refused));
            return;
        }
    }
}

Record *CaseStory::newest(Kind kind)
{
    const auto rows = file.of(kind);
    return rows.empty() ? nullptr : file.find(rows.back()->id);
}

QString CaseStory::move(const RecordId &record, const char *transition, const Inputs &inputs)
{
    const Transition *step = findTransition(row(record).spec(), QString::fromLatin1(transition));
    if (!step)
        return QStringLiteral("no such step");
    auto plan = planMove(file, record, *step, inputs, m_actor, now, *shippedRules(), m_random);
    if (!plan) {
        const Error &error = plan.error();
        return error.kind == ErrorKind::Forbidden ? QStringLiteral("forbidden") : error.details.join(u' ');
    }
    file = std::move(plan->after);
    documents = plan->documents;
    for (const NumberWish &wish : plan->numbers)
        row(wish.record).setValue(*wish.field, Value(wish.series + u'-' + QString::number(++m_serial)));
    return {};
}

void CaseStory::letTheProgramWork()
{
    for (int guard = 0; guard < 20; ++guard) {
        const auto due = dueSystemMoves(file, *shippedRules(), now);
        if (due.empty())
            return;
        auto plan = planMove(file, due.front().first, *due.front().second, {}, programActor(), now, *shippedRules(), m_random);
        QVERIFY(plan.has_value());
        file = std::move(plan->after);
    }
    QFAIL("the program goes round in circles");
}

QString CaseStory::status() const { return file.root.value(*file.root.spec().lifeCycles.front()->status).text(); }

QString CaseStory::status(const RecordId &record, std::size_t lifeCycle) const
{
    const Record &found = *file.find(record);
    return found.value(*found.spec().lifeCycles[lifeCycle]->status).text();
}

const Record *CaseStory::newestTimer(const char *rule) const
{
    const Record *found = nullptr;
    for (const Record *row : file.of(Kind::Timer)) {
        if (row->get(timer::ruleId) == QLatin1String(rule))
            found = row;
    }
    return found;
}

QString CaseStory::due(const char *rule) const
{
    const Record *found = newestTimer(rule);
    return found ? iso(found->get(timer::dueOn)) : QStringLiteral("none");
}

QString CaseStory::clock(const char *rule) const
{
    const Record *found = newestTimer(rule);
    return found ? found->get(timer::state) : QStringLiteral("none");
}

} // namespace yizhan
