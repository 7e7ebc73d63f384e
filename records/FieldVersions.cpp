// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/FieldVersions.h"

#include <algorithm>

namespace yizhan {
namespace {

void putVarint(QByteArray &out, std::uint64_t value)
{
    while (value >= 0x80) {
        out.append(static_cast<char>(value | 0x80));
        value >>= 7;
    }
    out.append(static_cast<char>(value));
}

// False at the end of the bytes, or when the number would not fit.
bool takeVarint(QByteArrayView &in, std::uint64_t &value)
{
    value = 0;
    for (unsigned shift = 0; shift < 64 && !in.isEmpty(); shift += 7) {
        const auto byte = static_cast<std::uint8_t>(in.front());
        in = in.sliced(1);
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80)
            return true;
    }
    return false;
}

} // namespace

GroupKey groupKeyOf(const FieldSpec &field) { return field.group != 0 ? field.group : static_cast<GroupKey>(256 + field.id); }

FieldVersions FieldVersions::fromBytes(QByteArrayView packed, Instant createdAt)
{
    FieldVersions result;
    std::uint64_t count = 0;
    if (packed.isEmpty() || !takeVarint(packed, count))
        return result;
    for (std::uint64_t i = 0; i < count; ++i) {
        std::uint64_t group = 0;
        std::uint64_t version = 0;
        std::uint64_t moment = 0;
        if (!takeVarint(packed, group) || !takeVarint(packed, version) || !takeVarint(packed, moment) || group > 0xFFFF)
            return {};
        Entry entry;
        entry.group = static_cast<GroupKey>(group);
        entry.version = static_cast<std::int64_t>(version);
        if (moment != 0)
            entry.changedHere = Instant{createdAt.ms + static_cast<std::int64_t>(moment)};
        result.m_entries.push_back(entry);
    }
    return result;
}

QByteArray FieldVersions::toBytes(Instant createdAt) const
{
    QByteArray packed;
    if (m_entries.empty())
        return packed;
    putVarint(packed, m_entries.size());
    for (const Entry &entry : m_entries) {
        putVarint(packed, entry.group);
        putVarint(packed, static_cast<std::uint64_t>(entry.version));
        // a clock that was set back must not turn "changed" into "not changed"
        const std::int64_t moment = entry.changedHere.ms == 0 ? 0
                                                              : std::max<std::int64_t>(1, entry.changedHere.ms - createdAt.ms);
        putVarint(packed, static_cast<std::uint64_t>(moment));
    }
    return packed;
}

std::int64_t FieldVersions::versionOf(GroupKey group, std::int64_t recordVersion) const
{
    for (const Entry &entry : m_entries) {
        if (entry.group == group && entry.version != 0)
            return entry.version;
    }
    return std::min<std::int64_t>(recordVersion, 1);
}

Instant FieldVersions::changedHere(GroupKey group) const
{
    for (const Entry &entry : m_entries) {
        if (entry.group == group)
            return entry.changedHere;
    }
    return {};
}

void FieldVersions::setVersion(GroupKey group, std::int64_t version) { entry(group).version = version; }

void FieldVersions::setChangedHere(GroupKey group, Instant at) { entry(group).changedHere = at; }

FieldVersions::Entry &FieldVersions::entry(GroupKey group)
{
    const auto place = std::lower_bound(m_entries.begin(), m_entries.end(), group,
                                        [](const Entry &e, GroupKey key) { return e.group < key; });
    if (place != m_entries.end() && place->group == group)
        return *place;
    return *m_entries.insert(place, Entry{group, 0, {}});
}

} // namespace yizhan
