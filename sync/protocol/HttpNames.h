// SPDX-License-Identifier: GPL-3.0-or-later
// How requests and answers are written into HTTP headers and read from them, for both ends alike; docs/protocol.md section 2.
#pragma once

#include "sync/protocol/Wire.h"

#include <QByteArrayView>
#include <QList>
#include <utility>

namespace yizhan {

namespace httpNames {
inline constexpr const char *authorization = "Authorization"; // "Yizhan <token>"
inline constexpr const char *device = "Yizhan-Device";        // id of the workstation, text form
inline constexpr const char *sentAt = "Yizhan-Sent-At";       // milliseconds, decimal
inline constexpr const char *proof = "Yizhan-Proof";          // as in WireRequest, already base64
inline constexpr const char *contentType = "Content-Type";
inline constexpr const char *contentEncoding = "Content-Encoding";
inline constexpr const char *accept = "Accept";
inline constexpr const char *range = "Range";
inline constexpr const char *retryAfter = "Retry-After"; // whole seconds, never a date
// Sent with every request: bodies are unpacked by Body.h, and naming an encoding keeps Qt from doing it on the way.
inline constexpr const char *acceptEncoding = "Accept-Encoding";
inline constexpr const char *zstd = "zstd";
inline constexpr const char *scheme = "Yizhan";
} // namespace httpNames

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

// The headers that carry a request; method, path and body go their own way. The token is written in base64, because it may
// hold any bytes.
inline HttpHeaders headersOf(const WireRequest &request)
{
    HttpHeaders headers;
    const auto add = [&headers](const char *name, const QByteArray &value) {
        if (!value.isEmpty())
            headers.emplaceBack(name, value);
    };
    if (!request.token.isEmpty())
        add(httpNames::authorization, QByteArray(httpNames::scheme) + ' ' + request.token.toBase64());
    add(httpNames::device, request.device);
    if (request.sentAt != 0)
        add(httpNames::sentAt, QByteArray::number(request.sentAt));
    add(httpNames::proof, request.proof);
    add(httpNames::contentType, request.contentType);
    add(httpNames::contentEncoding, request.contentEncoding);
    add(httpNames::accept, request.accept);
    add(httpNames::range, request.range);
    add(httpNames::acceptEncoding, httpNames::zstd);
    return headers;
}

inline HttpHeaders headersOf(const WireResponse &response)
{
    HttpHeaders headers;
    if (!response.contentType.isEmpty())
        headers.emplaceBack(httpNames::contentType, response.contentType);
    if (!response.contentEncoding.isEmpty())
        headers.emplaceBack(httpNames::contentEncoding, response.contentEncoding);
    if (response.retryAfter > 0)
        headers.emplaceBack(httpNames::retryAfter, QByteArray::number(response.retryAfter));
    return headers;
}

namespace http_detail {
inline bool isNamed(QByteArrayView name, const char *wanted) { return name.compare(wanted, Qt::CaseInsensitive) == 0; }

inline bool fromBase64(QByteArrayView text, QByteArray &into)
{
    auto decoded = QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return false;
    into = std::move(decoded.decoded);
    return true;
}
} // namespace http_detail

// Takes one header into the request; a header that is not ours is passed over. False: ours, but malformed.
inline bool takeHeader(WireRequest &request, QByteArrayView name, QByteArrayView value)
{
    using http_detail::isNamed;
    if (isNamed(name, httpNames::authorization)) {
        const QByteArray start = QByteArray(httpNames::scheme) + ' ';
        return value.startsWith(start) && http_detail::fromBase64(value.sliced(start.size()), request.token);
    }
    if (isNamed(name, httpNames::sentAt)) {
        bool good = false;
        request.sentAt = value.toByteArray().toLongLong(&good);
        return good;
    }
    const std::pair<const char *, QByteArray *> texts[] = {
        {httpNames::device, &request.device},           {httpNames::proof, &request.proof},
        {httpNames::contentType, &request.contentType}, {httpNames::contentEncoding, &request.contentEncoding},
        {httpNames::accept, &request.accept},           {httpNames::range, &request.range},
    };
    for (const auto &[wanted, into] : texts) {
        if (isNamed(name, wanted))
            *into = value.toByteArray();
    }
    return true;
}

inline bool takeHeader(WireResponse &response, QByteArrayView name, QByteArrayView value)
{
    using http_detail::isNamed;
    bool good = true;
    if (isNamed(name, httpNames::contentType))
        response.contentType = value.toByteArray();
    else if (isNamed(name, httpNames::contentEncoding))
        response.contentEncoding = value.toByteArray();
    else if (isNamed(name, httpNames::retryAfter)) {
        response.retryAfter = value.toByteArray().toInt(&good);
        good = good && response.retryAfter >= 0;
    }
    return good;
}

} // namespace yizhan
