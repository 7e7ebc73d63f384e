// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Vault.h"

#include "sql/SqlText.h"
#include "store/AtomicFile.h"
#include "store/Password.h"
#include "store/RecoveryKey.h"
#include "store/StoreErrors.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace yizhan {
namespace {

constexpr std::size_t keyBytes = 32;
constexpr std::size_t nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t sealBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype longestLogin = 60;
static_assert(crypto_kdf_KEYBYTES == keyBytes && crypto_aead_xchacha20poly1305_ietf_KEYBYTES == keyBytes);
static_assert(crypto_box_SEEDBYTES == keyBytes);

std::uint8_t *bytesOf(QByteArray &array) { return reinterpret_cast<std::uint8_t *>(array.data()); }

const std::uint8_t *bytesOf(QByteArrayView array) { return reinterpret_cast<const std::uint8_t *>(array.data()); }

QByteArray randomBytes(std::size_t count)
{
    QByteArray bytes(static_cast<qsizetype>(count), '\0');
    randombytes_buf(bytes.data(), count);
    return bytes;
}

QByteArray sealWith(const SecureBytes &key, QByteArrayView nonce, const SecureBytes &plain, QByteArrayView boundTo)
{
    QByteArray sealed(static_cast<qsizetype>(plain.size() + sealBytes), '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(sealed), nullptr, plain.data(), plain.size(), bytesOf(boundTo),
                                               static_cast<unsigned long long>(boundTo.size()), nullptr, bytesOf(nonce),
                                               key.data());
    return sealed;
}

Result<SecureBytes> openWith(const SecureBytes &key, QByteArrayView nonce, QByteArrayView sealed, QByteArrayView boundTo)
{
    SecureBytes plain(static_cast<std::size_t>(sealed.size()) - sealBytes);
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        plain.data(), nullptr, nullptr, bytesOf(sealed), static_cast<unsigned long long>(sealed.size()), bytesOf(boundTo),
        static_cast<unsigned long long>(boundTo.size()), bytesOf(nonce), key.data());
    if (failed != 0)
        return Error(ErrorKind::WrongKey, storeerrors::wrongPassword);
    return plain;
}

SecureBytes partOf(const SecureBytes &bytes, std::size_t from)
{
    return SecureBytes::copyOf(bytes.view().sliced(static_cast<qsizetype>(from), static_cast<qsizetype>(keyBytes)));
}

// The recovery key is random, so a fast hash is enough; it yields a key to open the data key and the seed of a sealed box.
struct RecoverySecrets {
    SecureBytes wrap{keyBytes};
    SecureBytes boxSecret{crypto_box_SECRETKEYBYTES};
    QByteArray boxPublic = QByteArray(crypto_box_PUBLICKEYBYTES, '\0');
};

RecoverySecrets secretsOf(const SecureBytes &recoverySecret, QByteArrayView vaultId)
{
    RecoverySecrets secrets;
    SecureBytes main(keyBytes);
    crypto_generichash(main.data(), main.size(), recoverySecret.data(), recoverySecret.size(), bytesOf(vaultId),
                       static_cast<std::size_t>(vaultId.size()));
    SecureBytes seed(keyBytes);
    crypto_kdf_derive_from_key(secrets.wrap.data(), keyBytes, 1, "yzrecovr", main.data());
    crypto_kdf_derive_from_key(seed.data(), keyBytes, 2, "yzrecovr", main.data());
    crypto_box_seed_keypair(bytesOf(secrets.boxPublic), secrets.boxSecret.data(), seed.data());
    return secrets;
}

bool isFitLogin(const QString &login)
{
    const auto fits = [](QChar c) {
        return c.isLetterOrNumber() || c.isSurrogate() || c == u'.' || c == u'-' || c == u'_' || c == u'@';
    };
    return !login.isEmpty() && login.size() <= longestLogin && std::all_of(login.begin(), login.end(), fits);
}

} // namespace

VaultCost VaultCost::smallest() { return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN}; }

Vault::Made Vault::make()
{
    requireSodium();
    Made made;
    made.vault.m_id = randomBytes(16);
    made.dataKey = SecureBytes(keyBytes);
    crypto_kdf_keygen(made.dataKey.data());
    SecureBytes secret(recoverySecretBytes);
    randombytes_buf(secret.data(), secret.size());
    const RecoverySecrets secrets = secretsOf(secret, made.vault.m_id);
    made.vault.m_recoveryPublic = secrets.boxPublic;
    made.vault.m_recoveryNonce = randomBytes(nonceBytes);
    made.vault.m_recoverySealed = sealWith(secrets.wrap, made.vault.m_recoveryNonce, made.dataKey, made.vault.m_id);
    made.recoveryKey = recoveryKeyText(secret);
    return made;
}

QStringList Vault::logins() const
{
    QStringList logins;
    for (const Slot &slot : m_slots)
        logins.push_back(slot.login);
    logins.sort();
    return logins;
}

Outcome Vault::judgeLogin(const QString &login) const
{
    const QString name = login.normalized(QString::NormalizationForm_C);
    if (!isFitLogin(name) || slotOf(name))
        return Error(ErrorKind::Constraint, storeerrors::loginUnfit);
    return {};
}

Outcome Vault::addSlot(const QString &login, const RecordId &user, const QString &password, QByteArrayView dataKey,
                       VaultCost cost)
{
    if (Outcome fine = judgeLogin(login); !fine)
        return fine;
    const QString name = login.normalized(QString::NormalizationForm_C);
    if (Outcome strong = judgePassword(password); !strong)
        return strong;
    Slot slot;
    slot.login = name;
    slot.user = user;
    slot.cost = cost;
    SecureBytes draftKey(keyBytes);
    randombytes_buf(draftKey.data(), keyBytes);
    slot.draftEscrow = QByteArray(static_cast<qsizetype>(keyBytes + crypto_box_SEALBYTES), '\0');
    crypto_box_seal(bytesOf(slot.draftEscrow), draftKey.data(), keyBytes, bytesOf(QByteArrayView(m_recoveryPublic)));
    if (Outcome sealed = seal(slot, password, dataKey, draftKey.view()); !sealed)
        return sealed;
    m_slots.push_back(std::move(slot));
    return {};
}

Result<VaultKeys> Vault::unlock(const QString &login, const QString &password) const
{
    const Slot *slot = slotOf(login.normalized(QString::NormalizationForm_C));
    // an unknown login takes as long as a wrong password
    Slot decoy;
    decoy.cost = cost();
    decoy.salt = QByteArray(crypto_pwhash_SALTBYTES, '\1');
    const Result<SecureBytes> key = slotKey(slot ? *slot : decoy, password);
    if (!key)
        return key.error();
    if (!slot)
        return Error(ErrorKind::WrongKey, storeerrors::wrongPassword);
    const Result<SecureBytes> plain = openWith(*key, slot->nonce, slot->sealed, boundTo(*slot));
    if (!plain)
        return plain.error();
    VaultKeys keys;
    keys.data = partOf(*plain, 0);
    keys.draft = partOf(*plain, keyBytes);
    keys.user = slot->user;
    return keys;
}

Outcome Vault::changePassword(const QString &login, const VaultKeys &keys, const QString &password, VaultCost cost)
{
    if (Outcome strong = judgePassword(password); !strong)
        return strong;
    const QString name = login.normalized(QString::NormalizationForm_C);
    for (Slot &slot : m_slots) {
        if (slot.login != name)
            continue;
        Slot fresh = slot;
        fresh.cost = cost;
        if (Outcome sealed = seal(fresh, password, keys.data.view(), keys.draft.view()); !sealed)
            return sealed;
        slot = std::move(fresh);
        return {};
    }
    return Error(ErrorKind::NotFound, storeerrors::wrongPassword);
}

Result<VaultKeys> Vault::recover(const QString &recoveryKey, const QString &login) const
{
    const Result<SecureBytes> secret = parseRecoveryKey(recoveryKey);
    if (!secret)
        return secret.error();
    const RecoverySecrets secrets = secretsOf(*secret, m_id);
    Result<SecureBytes> data = openWith(secrets.wrap, m_recoveryNonce, m_recoverySealed, m_id);
    if (!data)
        return Error(ErrorKind::WrongKey, storeerrors::wrongRecoveryKey, {QStringLiteral("0")});
    const Slot *slot = slotOf(login.normalized(QString::NormalizationForm_C));
    if (!slot)
        return Error(ErrorKind::NotFound, storeerrors::loginUnfit);
    VaultKeys keys;
    keys.data = std::move(*data);
    keys.user = slot->user;
    keys.draft = SecureBytes(keyBytes);
    if (crypto_box_seal_open(keys.draft.data(), bytesOf(QByteArrayView(slot->draftEscrow)),
                             static_cast<unsigned long long>(slot->draftEscrow.size()),
                             bytesOf(QByteArrayView(secrets.boxPublic)), secrets.boxSecret.data())
        != 0)
        return Error(ErrorKind::Corrupt, storeerrors::vaultDamaged, {QString()});
    return keys;
}

void Vault::removeSlot(const QString &login)
{
    const auto gone = std::remove_if(m_slots.begin(), m_slots.end(), [&](const Slot &slot) { return slot.login == login; });
    m_slots.erase(gone, m_slots.end());
}

VaultCost Vault::cost() const { return m_slots.empty() ? VaultCost() : m_slots.back().cost; }

const Vault::Slot *Vault::slotOf(const QString &login) const
{
    const auto found = std::find_if(m_slots.begin(), m_slots.end(), [&](const Slot &slot) { return slot.login == login; });
    return found == m_slots.end() ? nullptr : &*found;
}

// Whoever moves a slot to another vault, login or user, or makes it cheaper, makes it useless.
QByteArray Vault::boundTo(const Slot &slot) const
{
    QByteArray bound = "yizhan slot 1|" + m_id + slot.user.toBytes() + slot.salt;
    bound += QByteArray::number(qulonglong{slot.cost.passes}) + '|' + QByteArray::number(qulonglong{slot.cost.memory}) + '|';
    return bound + slot.login.toUtf8();
}

Outcome Vault::seal(Slot &slot, const QString &password, QByteArrayView dataKey, QByteArrayView draftKey) const
{
    slot.salt = randomBytes(crypto_pwhash_SALTBYTES);
    slot.nonce = randomBytes(nonceBytes);
    const Result<SecureBytes> key = slotKey(slot, password);
    if (!key)
        return key.error();
    SecureBytes plain(2 * keyBytes);
    std::memcpy(plain.data(), dataKey.data(), keyBytes);
    std::memcpy(plain.data() + keyBytes, draftKey.data(), keyBytes);
    slot.sealed = sealWith(*key, slot.nonce, plain, boundTo(slot));
    return {};
}

Result<SecureBytes> Vault::slotKey(const Slot &slot, const QString &password)
{
    requireSodium();
    const SecureBytes typed = normalisedPassword(password);
    SecureBytes key(keyBytes);
    const int failed = crypto_pwhash(key.data(), key.size(), reinterpret_cast<const char *>(typed.data()), typed.size(),
                                     bytesOf(QByteArrayView(slot.salt)), slot.cost.passes,
                                     static_cast<std::size_t>(slot.cost.memory), crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0)
        return Error(ErrorKind::Io, storeerrors::slotUnusable);
    return key;
}

SecureBytes deriveKey(const SecureBytes &dataKey, KeyPurpose purpose)
{
    SecureBytes key(keyBytes);
    crypto_kdf_derive_from_key(key.data(), key.size(), static_cast<std::uint64_t>(purpose), "yz-store", dataKey.data());
    return key;
}

} // namespace yizhan
