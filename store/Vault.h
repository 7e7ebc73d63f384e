// SPDX-License-Identifier: GPL-3.0-or-later
// The file with the keys: one random data key, sealed once for each user's password and once for the recovery key.
#pragma once

#include "base/Id.h"
#include "base/Result.h"
#include "store/SecureBytes.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace yizhan {

// What Argon2id costs (libsodium's units: passes, bytes).
struct VaultCost {
    std::uint64_t passes = 3;
    std::uint64_t memory = 128ULL * 1024 * 1024; // with 3 passes about half a second
    static VaultCost smallest();                 // for tests
};

// What a slot holds.
struct VaultKeys {
    SecureBytes data;  // 32 bytes: everything else is derived from it
    SecureBytes draft; // 32 bytes: this user's drafts
    RecordId user;
};

// The file: magic, length, CBOR, BLAKE2b over all of it; so damage is told from a wrong password. A slot's key is Argon2id of
// the password; the slot is sealed with XChaCha20-Poly1305 and bound to vault, login, user and cost. The draft key is sealed
// once more to the recovery key, so that a forgotten password does not cost the drafts. Values; one thread at a time.
class Vault
{
public:
    struct Made;
    // A new data key and a recovery key, no user yet.
    static Made make();
    // Errors: Corrupt (damaged or not ours), TooNew, NotFound, Io.
    static Result<Vault> read(const QString &file);
    Outcome write(const QString &file) const; // atomically

    QStringList logins() const; // sorted

    Outcome judgeLogin(const QString &login) const; // Constraint: taken or unfit
    // A slot for a new login with a fresh draft key. Errors: Constraint (taken or unfit login, weak password), Io (no memory).
    Outcome addSlot(const QString &login, const RecordId &user, const QString &password, QByteArrayView dataKey,
                    VaultCost cost);
    // Errors: WrongKey, also for an unknown login, after the same time.
    Result<VaultKeys> unlock(const QString &login, const QString &password) const;
    // Seals the slot anew. Errors: NotFound, Constraint (weak password).
    Outcome changePassword(const QString &login, const VaultKeys &keys, const QString &password, VaultCost cost);
    // By recovery key: opens the data key, and the slot's draft key, so that changePassword() can follow. Errors: WrongKey,
    // NotFound (no such login).
    Result<VaultKeys> recover(const QString &recoveryKey, const QString &login) const;
    void removeSlot(const QString &login);
    VaultCost cost() const; // of the newest slot

    QByteArray toBytes() const;
    static Result<Vault> fromBytes(const QByteArray &bytes, const QString &fileName);

private:
    struct Slot {
        QString login;
        RecordId user;
        QByteArray salt;
        VaultCost cost;
        QByteArray nonce;
        QByteArray sealed;      // data key and draft key
        QByteArray draftEscrow; // draft key, sealed to the recovery key
    };
    const Slot *slotOf(const QString &login) const;
    QByteArray boundTo(const Slot &slot) const;
    Outcome seal(Slot &slot, const QString &password, QByteArrayView dataKey, QByteArrayView draftKey) const;
    static Result<SecureBytes> slotKey(const Slot &slot, const QString &password);

    QByteArray m_id;             // 16 bytes
    QByteArray m_recoveryPublic; // key of a sealed box
    QByteArray m_recoveryNonce;
    QByteArray m_recoverySealed; // data key
    std::vector<Slot> m_slots;
};

struct Vault::Made {
    Vault vault;
    SecureBytes dataKey;
    QString recoveryKey;
};

// 32 bytes derived from the data key for one purpose.
enum class KeyPurpose : std::uint8_t { Database = 1, Blob = 2, Person = 3, Backup = 4 };
SecureBytes deriveKey(const SecureBytes &dataKey, KeyPurpose purpose);

} // namespace yizhan
