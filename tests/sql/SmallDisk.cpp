// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sql/SmallDisk.h"

#include <QProcess>

namespace yizhan {

namespace {
bool succeeds(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}
} // namespace

SmallDisk::SmallDisk(int megabytes) { m_mounted = mount(QStringLiteral("size=%1m").arg(megabytes)); }

SmallDisk::~SmallDisk()
{
    if (m_mounted)
        succeeds(QStringLiteral("umount"), {path()});
}

bool SmallDisk::mount(const QString &options)
{
    return succeeds(QStringLiteral("mount"), {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"), options,
                                              QStringLiteral("tmpfs"), path()});
}

bool SmallDisk::makeReadOnly()
{
    return succeeds(QStringLiteral("mount"), {QStringLiteral("-o"), QStringLiteral("remount,ro"), path()});
}

bool SmallDisk::makeWritable()
{
    return succeeds(QStringLiteral("mount"), {QStringLiteral("-o"), QStringLiteral("remount,rw"), path()});
}

} // namespace yizhan
