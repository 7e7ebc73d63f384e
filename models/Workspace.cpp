// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/Workspace.h"

#include "base/Deliver.h"
#include "records/Validate.h"
#include "records/WorkCalendar.h"

namespace yizhan {

Workspace::Workspace(Store &store, QString language, QObject *parent)
    : QObject(parent), m_store(store), m_language(std::move(language))
{
    m_fetch.setSingleShot(true);
    connect(&m_fetch, &QTimer::timeout, this, &Workspace::fetchTitles);
    connect(&m_store, &Store::changed, this, [this](const ChangeSet &changes) {
        for (const ChangeSet::Row &row : changes.rows)
            m_titles.remove(row.id);
        if (changes.everything)
            m_titles.clear();
    });
}

Instant Workspace::now() const
{
    const auto &clock = m_store.options().clock;
    return clock ? clock->now() : SystemClock().now();
}

Day Workspace::today() const { return now().localDay(); }

RecordId Workspace::newId()
{
    const auto &random = m_store.options().random;
    if (random)
        return RecordId::make(now(), *random);
    SystemRandom system;
    return RecordId::make(now(), system);
}

QString Workspace::display(const FieldSpec &field, const Value &value, bool masked)
{
    if (value.isNull())
        return {};
    if (field.type == FieldType::Ref) {
        const auto id = RecordId::fromBytes(value.bytes());
        if (!id)
            return {};
        const QString title = titleOf(*id);
        return title.isEmpty() ? QStringLiteral("…") : title;
    }
    return displayField(field, value, *rules(), m_language, masked);
}

bool Workspace::hides(const Record &root, const FieldSpec &field) const
{
    if (field.mask == Mask::Identity || field.mask == Mask::Phone)
        return true;
    return field.isPersonal() && !session().seesUnmasked(root);
}

QString Workspace::titleOf(const RecordId &id)
{
    const auto known = m_titles.constFind(id);
    if (known != m_titles.constEnd())
        return *known;
    m_wanted.insert(id);
    if (!m_fetch.isActive())
        m_fetch.start(0);
    return {};
}

void Workspace::noteTitle(const RecordId &id, const QString &title) { m_titles.insert(id, title); }

void Workspace::fetchTitles()
{
    const std::vector<RecordId> ids(m_wanted.cbegin(), m_wanted.cend());
    m_wanted.clear();
    deliver(m_store.titles(ids), this, [this, ids](const Result<QHash<RecordId, QString>> &answer) {
        if (!answer)
            return;
        for (const RecordId &id : ids)
            m_titles.insert(id, answer->value(id, tr("(unknown)"))); // not asked for again and again
        emit titlesArrived();
    });
}

bool Workspace::yearIsProvisional(int year) const { return !rules()->calendar().isPublished(year); }

} // namespace yizhan
