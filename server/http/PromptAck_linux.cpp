// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/PromptAck.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace yizhan {

void acknowledgeAtOnce(int socket)
{
    const int on = 1;
    static_cast<void>(::setsockopt(socket, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on)); // a wish: slower without it
}

} // namespace yizhan
