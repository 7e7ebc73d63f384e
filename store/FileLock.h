// SPDX-License-Identifier: GPL-3.0-or-later
// A lock on a file that the operating system lets go when the process ends, however it ends.
#pragma once

#include <QString>

namespace yizhan {

// A file that merely exists would lock people out for good when a process is killed at the wrong moment.
class FileLock
{
public:
    enum class Answer { Taken, HeldByOther, NoAccess };

    FileLock() = default;
    ~FileLock(); // lets go; the file stays, for removing it would race with the next one who locks it
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    // Makes the file if need be. Two locks within one process exclude each other too.
    Answer tryLock(const QString &file);

private:
    qintptr m_handle = -1;
};

} // namespace yizhan
