// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/RequestHead.h"

#include <array>
#include <optional>

namespace yizhan {

namespace {

constexpr qsizetype longestTarget = 512;

bool isPathCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || QByteArrayView("/-_.~*").contains(c);
}

// Digits only: no sign, no blanks, no list, which parsers disagree about.
std::optional<qint64> digits(QByteArrayView text)
{
    const bool plain = !text.isEmpty() && text.size() <= 18
                       && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return plain ? std::optional<qint64>(text.toByteArray().toLongLong()) : std::nullopt;
}

std::optional<HeadFault> faultOf(QByteArrayView method, QByteArrayView target)
{
    if (method != "GET" && method != "POST" && method != "PUT")
        return HeadFault{405, "method"};
    if (target.isEmpty() || target.size() > longestTarget || !target.startsWith('/')
        || !std::all_of(target.begin(), target.end(), isPathCharacter) || target.contains("..") || target.contains("//"))
        return HeadFault{400, "path"};
    if (!target.startsWith("/v1/"))
        return HeadFault{404, "path"};
    return std::nullopt;
}

constexpr std::array onlyOnce = {
    "Host",           "Content-Length",       httpNames::authorization,   httpNames::device, httpNames::sentAt,
    httpNames::proof, httpNames::contentType, httpNames::contentEncoding, httpNames::accept, httpNames::range,
};

std::optional<HeadFault> repeated(const HttpHeaders &headers)
{
    for (const char *name : onlyOnce) {
        const auto same = [name](const auto &header) { return http_detail::isNamed(header.first, name); };
        if (std::count_if(headers.begin(), headers.end(), same) > 1)
            return HeadFault{400, name};
    }
    return std::nullopt;
}

} // namespace

tl::expected<RequestHead, HeadFault> judgeHead(QByteArrayView method, QByteArrayView target, const HttpHeaders &headers,
                                               qint64 mostBytes)
{
    if (const auto fault = faultOf(method, target))
        return tl::unexpected(*fault);
    if (const auto fault = repeated(headers))
        return tl::unexpected(*fault);
    RequestHead head;
    head.request.method = method.toByteArray();
    head.request.path = target.toByteArray();
    std::optional<qint64> length;
    for (const auto &[name, value] : headers) {
        if (http_detail::isNamed(name, "Transfer-Encoding") || http_detail::isNamed(name, "Upgrade"))
            return tl::unexpected(HeadFault{400, "transfer encoding"});
        if (http_detail::isNamed(name, "Expect"))
            head.wantsContinue = value.compare("100-continue", Qt::CaseInsensitive) == 0;
        if (http_detail::isNamed(name, "Content-Length")) {
            length = digits(value);
            if (!length)
                return tl::unexpected(HeadFault{400, "Content-Length"});
        }
        if (!takeHeader(head.request, name, value))
            return tl::unexpected(HeadFault{400, "header"});
    }
    if (method != "GET" && !length)
        return tl::unexpected(HeadFault{411, "Content-Length"});
    head.bodyBytes = length.value_or(0);
    if (method == "GET" && head.bodyBytes > 0)
        return tl::unexpected(HeadFault{400, "body"});
    if (head.bodyBytes > mostBytes)
        return tl::unexpected(HeadFault{413, "body"});
    return head;
}

QByteArray contentRangeOf(const QByteArray &range, qint64 bytes)
{
    if (!range.startsWith("bytes=") || !range.endsWith('-') || bytes <= 0)
        return {};
    const std::optional<qint64> first = digits(QByteArrayView(range).sliced(6).chopped(1));
    if (!first)
        return {};
    // "bytes=N-" goes to the end, so the end of the answer is the end of the whole.
    const QByteArray whole = QByteArray::number(*first + bytes);
    return "bytes " + QByteArray::number(*first) + '-' + QByteArray::number(*first + bytes - 1) + '/' + whole;
}

} // namespace yizhan
