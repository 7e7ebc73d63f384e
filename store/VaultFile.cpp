// SPDX-License-Identifier: GPL-3.0-or-later
// The form of the vault on the disk: magic, length, CBOR, hash.
#include "store/AtomicFile.h"
#include "store/StoreErrors.h"
#include "store/Vault.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QFileInfo>
#include <QtEndian>
#include <sodium.h>

namespace yizhan {
namespace {

constexpr QByteArrayView magic = "YZVAULT\n";
constexpr int newestFormat = 1;
constexpr qsizetype hashBytes = 32;
constexpr qint64 largestVault = 1024 * 1024;
constexpr int mostSlots = 1000;
constexpr std::uint64_t mostPasses = 64;
constexpr std::uint64_t mostMemory = 2ULL * 1024 * 1024 * 1024;

enum Key : int { formatKey = 1, idKey, publicKey, recoveryNonceKey, recoverySealedKey, slotsKey };
enum SlotKey : int { loginKey = 1, userKey, saltKey, passesKey, memoryKey, nonceKey, sealedKey, escrowKey };

QByteArray hashOf(QByteArrayView bytes)
{
    QByteArray hash(hashBytes, '\0');
    crypto_generichash(reinterpret_cast<std::uint8_t *>(hash.data()), hashBytes,
                       reinterpret_cast<const std::uint8_t *>(bytes.data()), static_cast<unsigned long long>(bytes.size()),
                       nullptr, 0);
    return hash;
}

QByteArray withLength(const QByteArray &body)
{
    QByteArray length(4, '\0');
    qToLittleEndian(static_cast<quint32>(body.size()), length.data());
    return magic.toByteArray() + length + body;
}

} // namespace

QByteArray Vault::toBytes() const
{
    QCborArray slotList;
    for (const Slot &slot : m_slots) {
        slotList.append(QCborMap{{loginKey, slot.login},
                                 {userKey, slot.user.toBytes()},
                                 {saltKey, slot.salt},
                                 {passesKey, static_cast<qint64>(slot.cost.passes)},
                                 {memoryKey, static_cast<qint64>(slot.cost.memory)},
                                 {nonceKey, slot.nonce},
                                 {sealedKey, slot.sealed},
                                 {escrowKey, slot.draftEscrow}});
    }
    const QCborMap body{{formatKey, newestFormat},
                        {idKey, m_id},
                        {publicKey, m_recoveryPublic},
                        {recoveryNonceKey, m_recoveryNonce},
                        {recoverySealedKey, m_recoverySealed},
                        {slotsKey, slotList}};
    const QByteArray framed = withLength(body.toCborValue().toCbor());
    return framed + hashOf(framed);
}

Result<Vault> Vault::fromBytes(const QByteArray &bytes, const QString &fileName)
{
    requireSodium();
    const Error damaged(ErrorKind::Corrupt, storeerrors::vaultDamaged, {fileName});
    const qsizetype frame = magic.size() + 4;
    if (bytes.size() < frame + hashBytes || !bytes.startsWith(magic.toByteArray()))
        return damaged;
    const auto length = static_cast<qsizetype>(qFromLittleEndian<quint32>(bytes.constData() + magic.size()));
    if (length != bytes.size() - frame - hashBytes)
        return damaged;
    if (hashOf(QByteArrayView(bytes).first(frame + length)) != bytes.last(hashBytes))
        return damaged;

    const QCborMap body = QCborValue::fromCbor(bytes.sliced(frame, length)).toMap();
    const qint64 format = body.value(formatKey).toInteger();
    if (format > newestFormat)
        return Error(ErrorKind::TooNew, storeerrors::vaultTooNew, {QString::number(format), QString::number(newestFormat)});
    Vault vault;
    vault.m_id = body.value(idKey).toByteArray();
    vault.m_recoveryPublic = body.value(publicKey).toByteArray();
    vault.m_recoveryNonce = body.value(recoveryNonceKey).toByteArray();
    vault.m_recoverySealed = body.value(recoverySealedKey).toByteArray();
    const QCborArray slotList = body.value(slotsKey).toArray();
    bool fits = format == newestFormat && vault.m_id.size() == 16 && slotList.size() <= mostSlots
                && vault.m_recoveryPublic.size() == crypto_box_PUBLICKEYBYTES
                && vault.m_recoveryNonce.size() == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
                && vault.m_recoverySealed.size() == 32 + crypto_aead_xchacha20poly1305_ietf_ABYTES;
    for (const QCborValue &value : slotList) {
        const QCborMap map = value.toMap();
        Slot slot;
        slot.login = map.value(loginKey).toString();
        const std::optional<RecordId> user = RecordId::fromBytes(map.value(userKey).toByteArray());
        slot.user = user.value_or(RecordId{});
        slot.salt = map.value(saltKey).toByteArray();
        slot.cost = {static_cast<std::uint64_t>(map.value(passesKey).toInteger()),
                     static_cast<std::uint64_t>(map.value(memoryKey).toInteger())};
        slot.nonce = map.value(nonceKey).toByteArray();
        slot.sealed = map.value(sealedKey).toByteArray();
        slot.draftEscrow = map.value(escrowKey).toByteArray();
        // a forged cost must neither hang the program nor eat the machine's memory
        fits = fits && user && slot.salt.size() == crypto_pwhash_SALTBYTES && slot.cost.passes >= crypto_pwhash_OPSLIMIT_MIN
               && slot.cost.passes <= mostPasses && slot.cost.memory >= crypto_pwhash_MEMLIMIT_MIN
               && slot.cost.memory <= mostMemory && slot.nonce.size() == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
               && slot.sealed.size() == 64 + crypto_aead_xchacha20poly1305_ietf_ABYTES
               && slot.draftEscrow.size() == static_cast<qsizetype>(32 + crypto_box_SEALBYTES);
        vault.m_slots.push_back(std::move(slot));
    }
    if (!fits)
        return damaged;
    return vault;
}

Result<Vault> Vault::read(const QString &file)
{
    const Result<QByteArray> bytes = readWhole(file, largestVault);
    if (!bytes)
        return bytes.error();
    return fromBytes(*bytes, QFileInfo(file).fileName());
}

Outcome Vault::write(const QString &file) const { return writeAtomically(file, toBytes()); }

} // namespace yizhan
