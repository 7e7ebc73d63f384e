// SPDX-License-Identifier: GPL-3.0-or-later
// The proof that two copies of an office are equal: sums of hashes of their rows, in 256 buckets that find a difference
// quickly.
#pragma once

#include "base/Id.h"
#include "sync/protocol/Version.h"

#include <QByteArray>
#include <QByteArrayView>
#include <array>
#include <cstdint>

namespace yizhan {

class Record;

// 128 bits; sums modulo 2^128. Addition, not exclusive-or: two equal rows must not cancel out.
struct RowHash {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    RowHash &operator+=(const RowHash &other);
    RowHash &operator-=(const RowHash &other);
    bool operator==(const RowHash &) const = default;
    QByteArray toBytes() const;                   // 16 bytes, little-endian
    static RowHash fromBytes(QByteArrayView raw); // of 16 bytes; others give zero
};

// BLAKE2b-128 over id, version, office, root, withdrawn mark and encodeFields() of the row: what a server sends and a client
// keeps. Authors and moments are left out: they are told, not decided.
RowHash hashOf(const Record &row);
// The same from parts, for a server that keeps rows encoded.
RowHash hashOf(const RecordId &id, Version version, QStringView office, const RecordId &root, bool withdrawn,
               QByteArrayView fields);

class OfficeDigest
{
public:
    static constexpr int buckets = 256;
    // The last byte of an id is random in every version of UUID.
    static int bucketOf(const RecordId &id) { return id.bytes[15]; }

    void add(const RecordId &id, const RowHash &hash);
    void remove(const RecordId &id, const RowHash &hash);
    const RowHash &bucket(int index) const { return m_sums[static_cast<std::size_t>(index)]; }
    RowHash total() const;
    QByteArray toBytes() const;                        // 256 x 16
    static OfficeDigest fromBytes(QByteArrayView raw); // of 4096 bytes; others give the empty digest
    bool operator==(const OfficeDigest &) const = default;

private:
    std::array<RowHash, buckets> m_sums{};
};

} // namespace yizhan
