// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Answers.h"

#include "server/core/ServerErrors.h"

namespace yizhan::answers {
namespace {

constexpr int laterSeconds = 5;

} // namespace

Status statusOf(const Error &error)
{
    if (error.text == &servererrors::slowDown)
        return {429, error.details.isEmpty() ? laterSeconds : error.details.first().toInt()};
    if (error.text == &servererrors::tooLarge)
        return {413, 0};
    switch (error.kind) {
    case ErrorKind::Protocol:
    case ErrorKind::Constraint:
    case ErrorKind::Usage: return {400, 0};
    case ErrorKind::Auth: return {401, 0};
    case ErrorKind::Forbidden:
    case ErrorKind::Rejected: return {403, 0};
    case ErrorKind::NotFound: return {404, 0};
    case ErrorKind::Conflict: return {409, 0};
    case ErrorKind::TooNew: return {426, 0};
    default: return {503, laterSeconds};
    }
}

WireResponse part(const WireRequest &request, const QByteArray &bytes)
{
    WireResponse response;
    response.contentType = contentTypes::bytes;
    if (request.range.isEmpty()) {
        response.body = bytes;
        return response;
    }
    bool good = request.range.startsWith("bytes=") && request.range.endsWith('-');
    const qint64 from = good ? request.range.mid(6).chopped(1).toLongLong(&good) : 0;
    if (!good || from < 0 || from > bytes.size()) {
        response.status = good && from > 0 ? 404 : 400;
        return response;
    }
    response.status = 206;
    response.body = bytes.sliced(from);
    return response;
}

} // namespace yizhan::answers
