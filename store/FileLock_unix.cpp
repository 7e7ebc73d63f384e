// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/FileLock.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace yizhan {

FileLock::~FileLock()
{
    if (m_handle >= 0)
        ::close(static_cast<int>(m_handle));
}

FileLock::Answer FileLock::tryLock(const QString &file)
{
    const int handle = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (handle < 0)
        return Answer::NoAccess;
    if (::flock(handle, LOCK_EX | LOCK_NB) != 0) {
        const bool isHeld = errno == EWOULDBLOCK;
        ::close(handle);
        return isHeld ? Answer::HeldByOther : Answer::NoAccess;
    }
    m_handle = handle;
    return Answer::Taken;
}

} // namespace yizhan
