// SPDX-License-Identifier: GPL-3.0-or-later
// Only one process has a store open; the second is told who.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"

#include <QLockFile>
#include <QString>
#include <memory>

namespace yizhan {

class FolderLock
{
public:
    // Takes over what a crashed process left. Errors: Busy (program, process, computer, user and since are named), Io.
    static Result<std::unique_ptr<FolderLock>> take(const QString &file, const Clock &clock);
    ~FolderLock();
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;

private:
    explicit FolderLock(const QString &file);

    QLockFile m_lock;
    QString m_note; // file beside the lock with user and time, which the lock itself does not hold
};

} // namespace yizhan
