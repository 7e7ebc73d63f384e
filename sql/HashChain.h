// SPDX-License-Identifier: GPL-3.0-or-later
// The hash chain of an audit log: each row's hash covers the row before it, so that a change or a gap shows.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>
#include <array>
#include <functional>
#include <optional>

namespace yizhan {

// BLAKE2b with 32 bytes (RFC 7693).
struct ChainHash {
    std::array<std::uint8_t, 32> bytes{};

    static std::optional<ChainHash> fromBytes(QByteArrayView raw); // exactly 32 bytes
    QByteArray toBytes() const;
    bool operator==(const ChainHash &) const = default;
};

// Bytes that can be read in one way only: each part is its tag, its length (8 bytes, little-endian) and its content, so
// "ab","c" and "a","bc" differ, and so do the text "1" and the number 1. Never change: hashes of old rows depend on it.
class CanonicalWriter
{
public:
    CanonicalWriter &null();
    CanonicalWriter &integer(qint64 value);
    CanonicalWriter &text(QStringView value); // UTF-8, lone surrogates as U+FFFD like sql/Statement.h
    CanonicalWriter &blob(QByteArrayView value);
    const QByteArray &bytes() const { return m_bytes; }

private:
    CanonicalWriter &part(char tag, QByteArrayView content);
    QByteArray m_bytes;
};

// The hash of a payload, which stands apart from its row and may be erased while its hash stays.
ChainHash hashOfPayload(QByteArrayView payload);
// hash = H(prev, meta, payload_hash). The row before the first has the hash of 32 zero bytes (ChainHash{}).
ChainHash hashOfRow(const ChainHash &previous, QByteArrayView meta, const ChainHash &payloadHash);

struct ChainRow {
    qint64 seq = 0;
    QByteArray meta;
    ChainHash payloadHash;
    std::optional<QByteArray> payload; // nothing: erased, or not to be checked
    ChainHash previous;
    ChainHash hash;
};

struct ChainBreak {
    enum class Reason {
        Gap,      // seq is not the number after the row before
        Previous, // does not point to the row before
        Hash,     // the row was changed
        Payload,  // the payload was changed
        Head      // rows are missing at the end, or another end was expected
    };
    qint64 seq = 0; // the first row that is wrong; for Head the last row there is
    Reason reason = Reason::Gap;
};

struct ChainReport {
    qint64 rows = 0; // rows that hold
    qint64 lastSeq = 0;
    ChainHash head;                   // the hash of the last row that holds
    std::optional<ChainBreak> broken; // nothing: the chain is whole
};

// Where checking begins (seq and hash of the row before) and, when it is known from elsewhere, where it must end.
struct ChainAnchor {
    qint64 seq = 0;
    ChainHash hash;
    std::optional<ChainHash> expectedHead;
};

// Asks for row after row in the order of seq until nothing comes; stops at the first broken one. An error of next() is
// handed on. Any thread; memory for one row.
Result<ChainReport> verifyChain(const std::function<Result<std::optional<ChainRow>>()> &next, const ChainAnchor &from = {});

} // namespace yizhan
