// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/FileLock.h"

#include <QDir>

#include <string>
#include <windows.h>

namespace yizhan {

FileLock::~FileLock()
{
    if (m_handle != -1)
        CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

FileLock::Answer FileLock::tryLock(const QString &file)
{
    const std::wstring name = QDir::toNativeSeparators(file).toStdWString();
    const HANDLE handle = CreateFileW(name.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_ALWAYS,
                                      FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return GetLastError() == ERROR_SHARING_VIOLATION ? Answer::HeldByOther : Answer::NoAccess;
    m_handle = reinterpret_cast<qintptr>(handle);
    return Answer::Taken;
}

} // namespace yizhan
