// SPDX-License-Identifier: GPL-3.0-or-later
// A disk of a few megabytes or one that cannot be written, for tests of what happens then; only where mounting is allowed.
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace yizhan {

class SmallDisk
{
public:
    explicit SmallDisk(int megabytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_mounted; } // false: this user or container may not mount
    QString path() const { return m_folder.path(); }
    bool makeReadOnly();
    bool makeWritable();

private:
    bool mount(const QString &options);

    QTemporaryDir m_folder;
    bool m_mounted = false;
};

} // namespace yizhan
