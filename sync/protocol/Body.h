// SPDX-License-Identifier: GPL-3.0-or-later
// How a message becomes the body of a request or answer and back: CBOR or JSON, compressed where that pays, within limits.
#pragma once

#include "sync/protocol/Message.h"
#include "sync/protocol/Wire.h"

#include <QJsonDocument>

namespace yizhan {

inline constexpr qint64 maxRequestBytes = 4 << 20;  // as transferred
inline constexpr qint64 maxMessageBytes = 64 << 20; // unpacked; beyond it a body is refused before it is unpacked

// zstd at level 3 when the body has at least 256 bytes. Any thread.
QByteArray pack(const QByteArray &plain, QByteArray &encoding);
// Errors: Protocol for an unknown encoding, damaged data, or more than `limit` bytes.
Result<QByteArray> unpack(const QByteArray &body, const QByteArray &encoding, qint64 limit = maxMessageBytes);
// Protocol unless it is one JSON object.
Result<QJsonObject> jsonObject(const QByteArray &text);

template <class M>
void setBody(WireRequest &request, const M &message)
{
    request.contentType = contentTypes::cbor;
    request.body = pack(toCbor(message), request.contentEncoding);
}

// In the form that the request asked for.
template <class M>
WireResponse answer(const WireRequest &request, const M &message, int status = 200)
{
    WireResponse response;
    response.status = status;
    const QByteArray wanted = request.accept.isEmpty() || request.accept == "*/*" ? request.contentType : request.accept;
    const bool json = wanted == contentTypes::json;
    response.contentType = json ? contentTypes::json : contentTypes::cbor;
    response.body = pack(json ? QJsonDocument(toJson(message)).toJson(QJsonDocument::Compact) : toCbor(message),
                         response.contentEncoding);
    return response;
}

template <class M>
Result<M> readBody(const QByteArray &contentType, const QByteArray &encoding, const QByteArray &body)
{
    const Result<QByteArray> plain = unpack(body, encoding);
    if (!plain)
        return plain.error();
    if (contentType != contentTypes::json)
        return fromCbor<M>(*plain);
    const Result<QJsonObject> object = jsonObject(*plain);
    return object ? fromJson<M>(*object) : Result<M>(object.error());
}

template <class M>
Result<M> readBody(const WireRequest &request)
{
    return readBody<M>(request.contentType, request.contentEncoding, request.body);
}

template <class M>
Result<M> readBody(const WireResponse &response)
{
    return readBody<M>(response.contentType, response.contentEncoding, response.body);
}

} // namespace yizhan
