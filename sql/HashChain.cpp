// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/HashChain.h"

#include "sql/SqlText.h"

#include <QtEndian>
#include <algorithm>
#include <sodium.h>

namespace yizhan {

namespace {
// The purpose comes first, so that no hash of one kind can ever pass for one of the other.
constexpr QByteArrayView payloadPurpose = "yizhan payload 1";
constexpr QByteArrayView rowPurpose = "yizhan audit row 1";

class Hasher
{
public:
    explicit Hasher(QByteArrayView purpose)
    {
        crypto_generichash_init(&m_state, nullptr, 0, crypto_generichash_BYTES);
        part(purpose);
    }
    Hasher &part(QByteArrayView bytes)
    {
        const quint64 length = qToLittleEndian(static_cast<quint64>(bytes.size()));
        crypto_generichash_update(&m_state, reinterpret_cast<const unsigned char *>(&length), sizeof length);
        crypto_generichash_update(&m_state, reinterpret_cast<const unsigned char *>(bytes.data()),
                                  static_cast<unsigned long long>(bytes.size()));
        return *this;
    }
    ChainHash finish()
    {
        ChainHash out;
        crypto_generichash_final(&m_state, out.bytes.data(), out.bytes.size());
        return out;
    }

private:
    crypto_generichash_state m_state;
};
static_assert(crypto_generichash_BYTES == sizeof(ChainHash::bytes));

std::optional<ChainBreak::Reason> faultOf(const ChainRow &row, qint64 previousSeq, const ChainHash &previous)
{
    if (row.seq != previousSeq + 1)
        return ChainBreak::Reason::Gap;
    if (row.previous != previous)
        return ChainBreak::Reason::Previous;
    if (row.hash != hashOfRow(previous, row.meta, row.payloadHash))
        return ChainBreak::Reason::Hash;
    if (row.payload && row.payloadHash != hashOfPayload(*row.payload))
        return ChainBreak::Reason::Payload;
    return std::nullopt;
}
} // namespace

std::optional<ChainHash> ChainHash::fromBytes(QByteArrayView raw)
{
    ChainHash out;
    if (raw.size() != static_cast<qsizetype>(out.bytes.size()))
        return std::nullopt;
    std::copy_n(raw.data(), raw.size(), reinterpret_cast<char *>(out.bytes.data()));
    return out;
}

QByteArray ChainHash::toBytes() const
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

CanonicalWriter &CanonicalWriter::part(char tag, QByteArrayView content)
{
    char length[sizeof(quint64)];
    qToLittleEndian(static_cast<quint64>(content.size()), length);
    m_bytes.append(tag).append(length, sizeof length).append(content);
    return *this;
}

CanonicalWriter &CanonicalWriter::null() { return part('n', {}); }

CanonicalWriter &CanonicalWriter::integer(qint64 value)
{
    char bytes[sizeof value];
    qToLittleEndian(value, bytes);
    return part('i', QByteArrayView(bytes, sizeof bytes));
}

CanonicalWriter &CanonicalWriter::text(QStringView value) { return part('t', toUtf8(value)); }

CanonicalWriter &CanonicalWriter::blob(QByteArrayView value) { return part('b', value); }

ChainHash hashOfPayload(QByteArrayView payload) { return Hasher(payloadPurpose).part(payload).finish(); }

ChainHash hashOfRow(const ChainHash &previous, QByteArrayView meta, const ChainHash &payloadHash)
{
    return Hasher(rowPurpose).part(QByteArrayView(previous.bytes)).part(meta).part(QByteArrayView(payloadHash.bytes)).finish();
}

Result<ChainReport> verifyChain(const std::function<Result<std::optional<ChainRow>>()> &next, const ChainAnchor &from)
{
    ChainReport report;
    report.lastSeq = from.seq;
    report.head = from.hash;
    for (;;) {
        const Result<std::optional<ChainRow>> answer = next();
        if (!answer)
            return answer.error();
        if (!*answer)
            break;
        const ChainRow &row = **answer;
        if (const auto reason = faultOf(row, report.lastSeq, report.head)) {
            report.broken = ChainBreak{row.seq, *reason};
            return report;
        }
        ++report.rows;
        report.lastSeq = row.seq;
        report.head = row.hash;
    }
    if (from.expectedHead && report.head != *from.expectedHead)
        report.broken = ChainBreak{report.lastSeq, ChainBreak::Reason::Head};
    return report;
}

} // namespace yizhan
