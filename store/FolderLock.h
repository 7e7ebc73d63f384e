// SPDX-License-Identifier: GPL-3.0-or-later
// Only one process has a store open; the second is told who.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "store/FileLock.h"

#include <QString>
#include <memory>

namespace yizhan {

class FolderLock
{
public:
    // What a crashed process left is free. Errors: Busy (program, process, computer, user and since are named), Io.
    static Result<std::unique_ptr<FolderLock>> take(const QString &file, const Clock &clock);
    // The file beside the lock that says who has it.
    static QString noteOf(const QString &file) { return file + QStringLiteral(".who"); }
    ~FolderLock();
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;

private:
    explicit FolderLock(QString note) : m_note(std::move(note)) {}

    FileLock m_lock;
    QString m_note;
    bool m_taken = false;
};

} // namespace yizhan
