// SPDX-License-Identifier: GPL-3.0-or-later
// POSIX only: a signal writes a byte into a pipe, and whoever waits reads it there.
#include "server/program/Process.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <limits>
#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

namespace yizhan::process {

namespace {
int stopPipe[2] = {-1, -1};

void onSignal(int)
{
    const int before = errno;
    const char byte = 0;
    // A pipe that is full already says what there is to say.
    [[maybe_unused]] const ssize_t written = ::write(stopPipe[1], &byte, 1);
    errno = before;
}
} // namespace

void prepare()
{
    if (::pipe(stopPipe) != 0)
        return; // without descriptors left nothing else will start either
    for (const int end : stopPipe) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    struct sigaction action {};
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        ::sigaction(signal, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

bool askedToStop(std::chrono::milliseconds within)
{
    pollfd waiting{stopPipe[0], POLLIN, 0};
    return ::poll(&waiting, 1, static_cast<int>(within.count())) > 0;
}

int raiseOpenFiles()
{
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0)
        return 1024;
    files.rlim_cur = files.rlim_max;
    if (::setrlimit(RLIMIT_NOFILE, &files) != 0)
        ::getrlimit(RLIMIT_NOFILE, &files);
    return static_cast<int>(std::min<rlim_t>(files.rlim_cur, std::numeric_limits<int>::max()));
}

} // namespace yizhan::process
