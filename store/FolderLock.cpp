// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/FolderLock.h"

#include "store/AtomicFile.h"
#include "store/StoreErrors.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace yizhan {
namespace {

constexpr qint64 largestNote = 4096;

QString systemUser()
{
    const QString user = qEnvironmentVariable("USER");
    return user.isEmpty() ? qEnvironmentVariable("USERNAME", QStringLiteral("?")) : user;
}

} // namespace

FolderLock::FolderLock(const QString &file) : m_lock(file), m_note(file + QStringLiteral(".who"))
{
    m_lock.setStaleLockTime(0); // only a process that is gone loses its lock, however long it ran
}

FolderLock::~FolderLock()
{
    if (m_lock.isLocked())
        QFile::remove(m_note);
}

Result<std::unique_ptr<FolderLock>> FolderLock::take(const QString &file, const Clock &clock)
{
    std::unique_ptr<FolderLock> lock(new FolderLock(file));
    if (lock->m_lock.tryLock(0)) {
        const QJsonObject note{{QStringLiteral("user"), systemUser()}, {QStringLiteral("since"), clock.now().toIso()}};
        if (Outcome written = writeAtomically(lock->m_note, QJsonDocument(note).toJson(QJsonDocument::Compact)); !written)
            return written.error();
        return lock;
    }
    if (lock->m_lock.error() != QLockFile::LockFailedError)
        return Error(ErrorKind::Io, storeerrors::folderUnusable, {QFileInfo(file).path()});
    qint64 process = 0;
    QString computer;
    QString program;
    lock->m_lock.getLockInfo(&process, &computer, &program);
    QJsonObject note;
    if (const Result<QByteArray> bytes = readWhole(lock->m_note, largestNote))
        note = QJsonDocument::fromJson(*bytes).object();
    return Error(ErrorKind::Busy, storeerrors::storeInUse,
                 {program, QString::number(process), computer, note.value(QLatin1String("user")).toString(QStringLiteral("?")),
                  note.value(QLatin1String("since")).toString(QStringLiteral("?"))});
}

} // namespace yizhan
