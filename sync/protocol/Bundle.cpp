// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Bundle.h"

#include "sync/protocol/Body.h"
#include "sync/protocol/Proof.h"

#include <sodium.h>

#include <QCryptographicHash>

namespace yizhan {
namespace {

constexpr char magic[] = "YZbundle";
constexpr qsizetype magicBytes = sizeof magic - 1;
constexpr char form = 1;
constexpr qsizetype headBytes = magicBytes + 2 + 16;
constexpr qsizetype signatureBytes = crypto_sign_BYTES;
constexpr char packedMark = 1; // before the message: packed with zstd, or (0) as it is

const unsigned char *bytesOf(QByteArrayView array) { return reinterpret_cast<const unsigned char *>(array.data()); }
unsigned char *bytesOf(QByteArray &array) { return reinterpret_cast<unsigned char *>(array.data()); }

unsigned long long sizeOf(QByteArrayView array) { return static_cast<unsigned long long>(array.size()); }

Error unfit() { return Error(ErrorKind::Protocol, protocolErrors::body); }

QByteArray headOf(BundleDirection direction, const RecordId &workstation)
{
    QByteArray head(magic, magicBytes);
    head.append(form);
    head.append(static_cast<char>(direction));
    head.append(workstation.toBytes());
    return head;
}

} // namespace

QByteArray hashOfBundle(QByteArrayView file)
{
    return QCryptographicHash::hash(file.toByteArray(), QCryptographicHash::Sha256);
}

Result<RecordId> workstationOfBundle(QByteArrayView file, BundleDirection direction)
{
    const bool isBundle = file.size() > headBytes + signatureBytes && file.size() <= maxBundleBytes
                          && file.first(magicBytes) == QByteArrayView(magic, magicBytes) && file[magicBytes] == form
                          && file[magicBytes + 1] == static_cast<char>(direction);
    if (!isBundle)
        return unfit();
    return RecordId::fromBytes(file.sliced(magicBytes + 2, 16)).value_or(RecordId());
}

Result<QByteArray> sealBundle(QByteArrayView message, BundleDirection direction, const RecordId &workstation,
                              QByteArrayView recipient, QByteArrayView signer)
{
    if (recipient.size() != crypto_box_PUBLICKEYBYTES || signer.size() != crypto_sign_SECRETKEYBYTES)
        return unfit();
    QByteArray encoding;
    QByteArray plain = pack(message.toByteArray(), encoding);
    plain.prepend(encoding.isEmpty() ? '\0' : packedMark);
    QByteArray sealed(plain.size() + static_cast<qsizetype>(crypto_box_SEALBYTES), Qt::Uninitialized);
    if (crypto_box_seal(bytesOf(sealed), bytesOf(QByteArrayView(plain)), sizeOf(plain), bytesOf(recipient)) != 0)
        return unfit();
    QByteArray file = headOf(direction, workstation) + sealed;
    file += sign(file, signer);
    if (file.size() > maxBundleBytes)
        return unfit();
    return file;
}

Result<QByteArray> openBundle(QByteArrayView file, BundleDirection direction, const RecordId &workstation,
                              QByteArrayView recipient, QByteArrayView recipientSecret, QByteArrayView signer)
{
    const Result<RecordId> whose = workstationOfBundle(file, direction);
    if (!whose || *whose != workstation)
        return unfit();
    const bool hasKeys = recipient.size() == crypto_box_PUBLICKEYBYTES && recipientSecret.size() == crypto_box_SECRETKEYBYTES;
    const QByteArrayView covered = file.chopped(signatureBytes);
    if (!hasKeys || !verifySignature(covered, file.last(signatureBytes), signer))
        return unfit();
    const QByteArrayView sealed = covered.sliced(headBytes);
    if (sealed.size() <= static_cast<qsizetype>(crypto_box_SEALBYTES))
        return unfit();
    QByteArray plain(sealed.size() - static_cast<qsizetype>(crypto_box_SEALBYTES), Qt::Uninitialized);
    if (crypto_box_seal_open(bytesOf(plain), bytesOf(sealed), sizeOf(sealed), bytesOf(recipient), bytesOf(recipientSecret))
        != 0)
        return unfit();
    return unpack(plain.sliced(1), plain.front() == packedMark ? QByteArrayLiteral("zstd") : QByteArray());
}

QByteArray boxPublicKeyOf(QByteArrayView signingPublicKey)
{
    QByteArray key(crypto_box_PUBLICKEYBYTES, '\0');
    const bool isKey = signingPublicKey.size() == crypto_sign_PUBLICKEYBYTES
                       && crypto_sign_ed25519_pk_to_curve25519(bytesOf(key), bytesOf(signingPublicKey)) == 0;
    return isKey ? key : QByteArray();
}

QByteArray boxSecretKeyOf(QByteArrayView signingSecretKey)
{
    QByteArray key(crypto_box_SECRETKEYBYTES, '\0');
    const bool isKey = signingSecretKey.size() == crypto_sign_SECRETKEYBYTES
                       && crypto_sign_ed25519_sk_to_curve25519(bytesOf(key), bytesOf(signingSecretKey)) == 0;
    return isKey ? key : QByteArray();
}

} // namespace yizhan
