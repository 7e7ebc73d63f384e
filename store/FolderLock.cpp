// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/FolderLock.h"

#include "store/AtomicFile.h"
#include "store/StoreErrors.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

namespace yizhan {
namespace {

constexpr qint64 largestNote = 4096;
// In the order of the message.
constexpr QLatin1String noted[] = {QLatin1String("program"), QLatin1String("process"), QLatin1String("computer"),
                                   QLatin1String("user"), QLatin1String("since")};

QString systemUser()
{
    const QString user = qEnvironmentVariable("USER");
    return user.isEmpty() ? qEnvironmentVariable("USERNAME", QStringLiteral("?")) : user;
}

QByteArray ownNote(const Clock &clock)
{
    const QStringList values{QCoreApplication::applicationName(), QString::number(QCoreApplication::applicationPid()),
                             QSysInfo::machineHostName(), systemUser(), clock.now().toIso()};
    QJsonObject note;
    for (qsizetype i = 0; i < values.size(); ++i)
        note.insert(noted[i], values[i]);
    return QJsonDocument(note).toJson(QJsonDocument::Compact);
}

Error busy(const QString &noteFile)
{
    QJsonObject note;
    if (const Result<QByteArray> bytes = readWhole(noteFile, largestNote))
        note = QJsonDocument::fromJson(*bytes).object();
    QStringList details;
    for (const QLatin1String key : noted)
        details.push_back(note.value(key).toString(QStringLiteral("?")));
    return Error(ErrorKind::Busy, storeerrors::storeInUse, details);
}

} // namespace

FolderLock::~FolderLock()
{
    if (m_taken)
        QFile::remove(m_note);
}

Result<std::unique_ptr<FolderLock>> FolderLock::take(const QString &file, const Clock &clock)
{
    std::unique_ptr<FolderLock> lock(new FolderLock(noteOf(file)));
    switch (lock->m_lock.tryLock(file)) {
    case FileLock::Answer::HeldByOther: return busy(lock->m_note);
    case FileLock::Answer::NoAccess: return Error(ErrorKind::Io, storeerrors::folderUnusable, {QFileInfo(file).path()});
    case FileLock::Answer::Taken: break;
    }
    lock->m_taken = true;
    if (Outcome written = writeAtomically(lock->m_note, ownNote(clock)); !written)
        return written.error();
    return lock;
}

} // namespace yizhan
