// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Digest.h"

#include "records/Codec.h"
#include "records/Record.h"

#include <QtEndian>
#include <sodium.h>

namespace yizhan {
namespace {

constexpr qsizetype hashBytes = 16;

// Every part has a fixed length or is preceded by it, so that two rows never give the same bytes.
void addPart(crypto_generichash_state &state, QByteArrayView part)
{
    const quint64 length = qToLittleEndian(static_cast<quint64>(part.size()));
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(&length), sizeof length);
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(part.data()),
                              static_cast<unsigned long long>(part.size()));
}

} // namespace

RowHash &RowHash::operator+=(const RowHash &other)
{
    const std::uint64_t sum = low + other.low;
    high += other.high + (sum < low ? 1U : 0U);
    low = sum;
    return *this;
}

RowHash &RowHash::operator-=(const RowHash &other)
{
    high -= other.high + (low < other.low ? 1U : 0U);
    low -= other.low;
    return *this;
}

QByteArray RowHash::toBytes() const
{
    QByteArray raw(hashBytes, Qt::Uninitialized);
    qToLittleEndian(low, raw.data());
    qToLittleEndian(high, raw.data() + 8);
    return raw;
}

RowHash RowHash::fromBytes(QByteArrayView raw)
{
    if (raw.size() != hashBytes)
        return {};
    return {qFromLittleEndian<quint64>(raw.data()), qFromLittleEndian<quint64>(raw.data() + 8)};
}

RowHash hashOf(const Record &row)
{
    return hashOf(row.id, row.version, row.office, row.root, row.withdrawn, encodeFields(row));
}

RowHash hashOf(const RecordId &id, Version version, QStringView office, const RecordId &root, bool withdrawn,
               QByteArrayView fields)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, hashBytes);
    addPart(state, id.toBytes());
    const qint64 number = qToLittleEndian(qint64{version});
    addPart(state, QByteArrayView(reinterpret_cast<const char *>(&number), sizeof number));
    addPart(state, office.toUtf8());
    addPart(state, root.toBytes());
    addPart(state, withdrawn ? "1" : "0");
    addPart(state, fields);
    QByteArray raw(hashBytes, Qt::Uninitialized);
    crypto_generichash_final(&state, reinterpret_cast<unsigned char *>(raw.data()), hashBytes);
    return RowHash::fromBytes(raw);
}

void OfficeDigest::add(const RecordId &id, const RowHash &hash) { m_sums[static_cast<std::size_t>(bucketOf(id))] += hash; }

void OfficeDigest::remove(const RecordId &id, const RowHash &hash) { m_sums[static_cast<std::size_t>(bucketOf(id))] -= hash; }

RowHash OfficeDigest::total() const
{
    RowHash sum;
    for (const RowHash &bucket : m_sums)
        sum += bucket;
    return sum;
}

QByteArray OfficeDigest::toBytes() const
{
    QByteArray raw;
    raw.reserve(buckets * hashBytes);
    for (const RowHash &bucket : m_sums)
        raw.append(bucket.toBytes());
    return raw;
}

OfficeDigest OfficeDigest::fromBytes(QByteArrayView raw)
{
    OfficeDigest digest;
    if (raw.size() != buckets * hashBytes)
        return digest;
    for (int i = 0; i < buckets; ++i)
        digest.m_sums[static_cast<std::size_t>(i)] = RowHash::fromBytes(raw.sliced(i * hashBytes, hashBytes));
    return digest;
}

} // namespace yizhan
