// SPDX-License-Identifier: GPL-3.0-or-later
// Tells a client's machine at once that what it sent has arrived.
#pragma once

namespace yizhan {

// Qt writes the head of a request and its body apart, and a client's machine holds the second back until the first is
// acknowledged (Nagle, RFC 896). A server that has nothing to say yet puts that off, Linux by 40 ms, and each request would
// take so much longer. The wish does not last (tcp(7), TCP_QUICKACK): it is said again before each piece that is waited for.
// `socket`: a native handle. Any thread. Where the system knows no such wish, nothing is done.
void acknowledgeAtOnce(int socket);

} // namespace yizhan
