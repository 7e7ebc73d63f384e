// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/program/Handover.h"

#include "app/console/ConsoleErrors.h"
#include "server/core/SealedStream.h"
#include "server/program/ProgramErrors.h"

#include <QFile>
#include <QSaveFile>

namespace yizhan::handover {

namespace {
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Error exists(const QString &file) { return Error(ErrorKind::Rejected, programErrors::exists, {file}); }

const unsigned char *raw(const QByteArray &bytes) { return reinterpret_cast<const unsigned char *>(bytes.constData()); }
unsigned char *raw(QByteArray &bytes) { return reinterpret_cast<unsigned char *>(bytes.data()); }

Result<QByteArray> contentOf(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Io, consoleErrors::unreadableFile, {path, file.errorString()});
    return file.read(most);
}

// The key of the file, which travels beside it, sealed to the recipient.
Result<QByteArray> keyOf(const QString &sealedFile, const QString &secretFile)
{
    const Result<QByteArray> text = contentOf(secretFile, 200);
    const Result<QByteArray> sealed = contentOf(sealedFile + QStringLiteral(".key"), 1000);
    if (!text || !sealed)
        return text ? sealed.error() : text.error();
    const QByteArray secret = QByteArray::fromHex(text->trimmed());
    const Error wrong(ErrorKind::WrongKey, programErrors::noKey, {secretFile});
    if (secret.size() != crypto_box_SECRETKEYBYTES || sealed->size() <= static_cast<qsizetype>(crypto_box_SEALBYTES))
        return wrong;
    QByteArray publicKey(crypto_box_PUBLICKEYBYTES, '\0');
    crypto_scalarmult_base(raw(publicKey), raw(secret));
    QByteArray key(sealed->size() - static_cast<qsizetype>(crypto_box_SEALBYTES), '\0');
    const int opened = crypto_box_seal_open(raw(key), raw(*sealed), static_cast<unsigned long long>(sealed->size()),
                                            raw(publicKey), raw(secret));
    return opened == 0 ? Result<QByteArray>(key) : wrong;
}
} // namespace

Result<QString> makeKey(const QString &secretFile)
{
    if (QFile::exists(secretFile))
        return exists(secretFile);
    QByteArray publicKey(crypto_box_PUBLICKEYBYTES, '\0');
    QByteArray secret(crypto_box_SECRETKEYBYTES, '\0');
    crypto_box_keypair(raw(publicKey), raw(secret));
    QSaveFile file(secretFile);
    const bool good = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly)
                      && file.write(secret.toHex() + '\n') == secret.size() * 2 + 1 && file.commit();
    sodium_memzero(secret.data(), static_cast<std::size_t>(secret.size()));
    if (!good)
        return Error(ErrorKind::Io, programErrors::cannotWrite, {secretFile, file.errorString()});
    return QString::fromLatin1(publicKey.toHex());
}

Result<QByteArray> publicKeyFrom(const QString &text)
{
    const QByteArray key = QByteArray::fromHex(text.toLatin1());
    if (key.size() != crypto_box_PUBLICKEYBYTES || text.size() != 2 * key.size())
        return Error(ErrorKind::Usage, consoleErrors::badValue,
                     {text, QStringLiteral("--recipient"), QStringLiteral("64 x 0-9 a-f")});
    return key;
}

Result<qint64> open(const QString &sealedFile, const QString &secretFile, const QString &to)
{
    if (QFile::exists(to))
        return exists(to);
    const Result<QByteArray> key = keyOf(sealedFile, secretFile);
    if (!key)
        return key.error();
    Result<std::unique_ptr<SealedReader>> in = SealedReader::open(sealedFile, *key);
    if (!in)
        return in.error();
    QSaveFile out(to);
    bool good = out.open(QIODevice::WriteOnly) && out.setPermissions(ownerOnly);
    qint64 lines = 0;
    for (;;) {
        const Result<std::optional<QByteArray>> piece = (*in)->next();
        if (!piece)
            return piece.error();
        if (!*piece)
            break;
        lines += (*piece)->count('\n');
        good = good && out.write(**piece) == (*piece)->size();
    }
    if (!good || !out.commit())
        return Error(ErrorKind::Io, programErrors::cannotWrite, {to, out.errorString()});
    return lines;
}

} // namespace yizhan::handover
