// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Body.h"

#include <zstd.h>

#include <memory>

namespace yizhan {
namespace {

constexpr int level = 3;
constexpr qsizetype worthPacking = 256;
constexpr const char *zstdName = "zstd";

Error damaged() { return Error(ErrorKind::Protocol, protocolErrors::body); }

} // namespace

QByteArray pack(const QByteArray &plain, QByteArray &encoding)
{
    encoding.clear();
    if (plain.size() < worthPacking)
        return plain;
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(plain.size()))), Qt::Uninitialized);
    const std::size_t size = ZSTD_compress(packed.data(), static_cast<std::size_t>(packed.size()), plain.constData(),
                                           static_cast<std::size_t>(plain.size()), level);
    if (ZSTD_isError(size) != 0 || static_cast<qsizetype>(size) >= plain.size())
        return plain;
    packed.truncate(static_cast<qsizetype>(size));
    encoding = zstdName;
    return packed;
}

// By stream, in steps: the size that a frame declares is only a claim.
Result<QByteArray> unpack(const QByteArray &body, const QByteArray &encoding, qint64 limit)
{
    if (encoding.isEmpty() || encoding == "identity")
        return body.size() <= limit ? Result<QByteArray>(body) : Result<QByteArray>(damaged());
    if (encoding != zstdName)
        return damaged();
    const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(), &ZSTD_freeDStream);
    if (!stream)
        return damaged();
    QByteArray plain;
    QByteArray step(static_cast<qsizetype>(ZSTD_DStreamOutSize()), Qt::Uninitialized);
    ZSTD_inBuffer in{body.constData(), static_cast<std::size_t>(body.size()), 0};
    for (;;) {
        ZSTD_outBuffer out{step.data(), static_cast<std::size_t>(step.size()), 0};
        const std::size_t left = ZSTD_decompressStream(stream.get(), &out, &in);
        if (ZSTD_isError(left) != 0)
            return damaged();
        plain.append(step.constData(), static_cast<qsizetype>(out.pos));
        if (plain.size() > limit)
            return damaged();
        if (left == 0)
            return in.pos == in.size ? Result<QByteArray>(std::move(plain)) : Result<QByteArray>(damaged());
        if (in.pos == in.size && out.pos < out.size)
            return damaged(); // cut off
    }
}

Result<QJsonObject> jsonObject(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return damaged();
    return document.object();
}

} // namespace yizhan
