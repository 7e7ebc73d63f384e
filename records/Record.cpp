// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Record.h"

#include <algorithm>

namespace yizhan {

namespace {
Value idOrNothing(const RecordId &id) { return id.isNull() ? Value() : Value(id); }

Value systemValue(const Record &record, const FieldSpec &field)
{
    if (&field == &system::office)
        return Value(record.office);
    if (&field == &system::createdAt)
        return Value(record.createdAt);
    if (&field == &system::createdBy)
        return idOrNothing(record.createdBy);
    if (&field == &system::updatedAt)
        return Value(record.updatedAt);
    if (&field == &system::updatedBy)
        return idOrNothing(record.updatedBy);
    if (&field == &system::withdrawn)
        return Value(record.withdrawn);
    if (&field == &system::unsent)
        return Value(record.unsent);
    return {};
}

bool isOlder(const Record *a, const Record *b)
{
    return a->createdAt != b->createdAt ? a->createdAt < b->createdAt : a->id < b->id;
}
} // namespace

Value Record::value(const FieldSpec &field) const
{
    if (field.id >= system::firstId)
        return systemValue(*this, field);
    const int position = m_spec ? m_spec->indexOf(field) : -1;
    Q_ASSERT_X(position >= 0, "Record::value", field.name);
    return position >= 0 ? m_values[static_cast<std::size_t>(position)] : Value();
}

void Record::setValue(const FieldSpec &field, Value value)
{
    const int position = m_spec ? m_spec->indexOf(field) : -1;
    Q_ASSERT_X(position >= 0, "Record::setValue", field.name);
    if (position >= 0)
        m_values[static_cast<std::size_t>(position)] = std::move(value);
}

bool Record::sameContent(const Record &other) const
{
    return m_spec == other.m_spec && m_values == other.m_values && ext == other.ext;
}

std::vector<const Record *> CaseFile::of(Kind kind) const
{
    std::vector<const Record *> found;
    for (const Record &child : children) {
        if (child.kind() == kind)
            found.push_back(&child);
    }
    std::sort(found.begin(), found.end(), isOlder);
    return found;
}

std::vector<const Record *> CaseFile::under(const RecordId &parent, Kind kind) const
{
    std::vector<const Record *> found;
    for (const Record &child : children) {
        if (child.kind() == kind && child.parent == parent)
            found.push_back(&child);
    }
    std::sort(found.begin(), found.end(), isOlder);
    return found;
}

const Record *CaseFile::find(const RecordId &id) const
{
    if (root.id == id)
        return &root;
    const auto found = std::find_if(children.begin(), children.end(), [&](const Record &child) { return child.id == id; });
    return found == children.end() ? nullptr : &*found;
}

Record *CaseFile::find(const RecordId &id) { return const_cast<Record *>(std::as_const(*this).find(id)); }

} // namespace yizhan
