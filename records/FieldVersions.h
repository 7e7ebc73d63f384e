// SPDX-License-Identifier: GPL-3.0-or-later
// When each merge group of a row last changed: the server's version of it, and the moment on this workstation.
#pragma once

#include "base/Time.h"
#include "records/FieldSpec.h"

#include <QByteArray>
#include <QByteArrayView>
#include <cstdint>
#include <vector>

namespace yizhan {

// A merge group of a kind as one number: the declared group, or 256 + the field's id for a field that is a group of its own.
using GroupKey = std::uint16_t;
GroupKey groupKeyOf(const FieldSpec &field);
// The "withdrawn" mark is a group too.
inline constexpr GroupKey withdrawnGroup = 255;
// ... and so is the office a case belongs to.
inline constexpr GroupKey officeGroup = 254;

// Packed in the column field_versions: a varint count, then for each group its key, the server's version and the local moment
// (milliseconds since the row's created_at, 0 = not changed here), ascending by key. A group that is not listed still has the
// version of the row's creation.
class FieldVersions
{
public:
    struct Entry {
        GroupKey group = 0;
        std::int64_t version = 0; // the server's record version at which it last changed; 0 = never acknowledged
        Instant changedHere;      // ms 0 = not on this workstation
    };

    // Anything unreadable is answered as an empty list: verify() reports it, writing mends it.
    static FieldVersions fromBytes(QByteArrayView packed, Instant createdAt);
    QByteArray toBytes(Instant createdAt) const; // empty when there is nothing to say

    std::int64_t versionOf(GroupKey group, std::int64_t recordVersion) const;
    Instant changedHere(GroupKey group) const;
    void setVersion(GroupKey group, std::int64_t version);
    void setChangedHere(GroupKey group, Instant at);
    const std::vector<Entry> &entries() const { return m_entries; }

private:
    Entry &entry(GroupKey group);
    std::vector<Entry> m_entries;
};

} // namespace yizhan
