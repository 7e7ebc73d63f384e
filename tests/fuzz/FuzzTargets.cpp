// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/FuzzTargets.h"

#include "records/Codec.h"
#include "records/FieldVersions.h"
#include "records/Record.h"
#include "sync/protocol/Body.h"
#include "sync/protocol/Digest.h"
#include "sync/protocol/EnrolmentCode.h"
#include "tests/fuzz/AllMessages.h"

#include <cstdio>
#include <cstdlib>

namespace yizhan {
namespace {

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

template <class M>
void readMessage(QByteArrayView input)
{
    if (const Result<M> read = fromCbor<M>(input)) {
        const QByteArray written = toCbor(*read);
        const Result<M> again = fromCbor<M>(written);
        require(again.has_value() && toCbor(*again) == written, "CBOR comes back as it went");
        const Result<QJsonObject> text = jsonObject(QJsonDocument(toJson(*read)).toJson()); // as it goes over the wire
        require(text.has_value(), "JSON can be read");
        const Result<M> fromText = fromJson<M>(*text);
        require(fromText.has_value() && toCbor(*fromText) == written, "JSON says the same as CBOR");
    }
    if (const Result<QJsonObject> object = jsonObject(input.toByteArray())) {
        if (const Result<M> read = fromJson<M>(*object)) {
            const QByteArray written = toCbor(*read);
            const Result<M> again = fromCbor<M>(written);
            require(again.has_value() && toCbor(*again) == written, "CBOR says the same as JSON");
        }
    }
}

template <class... M>
void readAny(QByteArrayView input, std::tuple<M...> *)
{
    if (input.isEmpty())
        return;
    const auto which = static_cast<std::size_t>(static_cast<std::uint8_t>(input.front())) % sizeof...(M);
    std::size_t at = 0;
    ((at++ == which ? readMessage<M>(input.sliced(1)) : void()), ...);
}

// The first byte chooses the message.
void messages(QByteArrayView input) { readAny(input, static_cast<wire::AllMessages *>(nullptr)); }

void rows(QByteArrayView input)
{
    if (const Result<Record> row = decodeRecord(input); row && !row->isNull()) {
        const QByteArray written = encodeRecord(*row);
        const Result<Record> again = decodeRecord(written);
        require(again.has_value() && encodeRecord(*again) == written, "a row comes back as it went");
        require(hashOf(*again) == hashOf(*row), "equal rows have equal hashes");
    }
    for (const RecordSpec *spec : allSpecs()) {
        if (const auto values = decodeSome(input, *spec)) {
            const auto again = decodeSome(encodeSome(*values, *spec), *spec);
            require(again.has_value() && *again == *values, "values come back as they went");
        }
    }
    const FieldVersions versions = FieldVersions::fromBytes(input, Instant{});
    const QByteArray packed = versions.toBytes(Instant{});
    require(FieldVersions::fromBytes(packed, Instant{}).toBytes(Instant{}) == packed, "versions come back as they went");
}

void bodies(QByteArrayView input)
{
    constexpr qint64 limit = 1 << 20;
    const Result<QByteArray> plain = unpack(input.toByteArray(), "zstd", limit);
    require(!plain || plain->size() <= limit, "nothing unpacks beyond its limit");
    QByteArray encoding;
    const QByteArray packed = pack(input.toByteArray(), encoding);
    const Result<QByteArray> back = unpack(packed, encoding);
    require(back.has_value() && *back == input, "a body comes back as it went");
    if (const auto code = EnrolmentCode::fromText(QString::fromUtf8(input))) {
        const auto again = EnrolmentCode::fromText(code->toText());
        require(again.has_value() && again->secret == code->secret && again->authority == code->authority,
                "a code comes back as it was written");
    }
}

constexpr FuzzTarget targets[] = {{"messages", messages}, {"rows", rows}, {"bodies", bodies}};

} // namespace

std::span<const FuzzTarget> fuzzTargets() { return targets; }

} // namespace yizhan
