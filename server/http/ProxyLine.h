// SPDX-License-Identifier: GPL-3.0-or-later
// The line with which a proxy that passes TLS through tells whose connection it is (PROXY protocol, version 1).
#pragma once

#include <QByteArray>
#include <optional>

namespace yizhan::proxyLine {

inline constexpr std::size_t longest = 107; // with its line end

// "PROXY TCP4 10.1.2.3 10.9.9.9 50000 8443" -> "10.1.2.3"; empty for "PROXY UNKNOWN", nothing for anything else. The address
// is not checked. Without the line end.
std::optional<QByteArray> sourceIn(QByteArrayView line);

} // namespace yizhan::proxyLine
