// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/DistrictKeys.h"

#include "server/core/ServerErrors.h"
#include "sync/protocol/Proof.h"

#include <sodium.h>

#include <array>

namespace yizhan {
namespace {

constexpr const char *context = "yizhanSV"; // 8 characters, for ever
enum Purpose : std::uint64_t { Database = 1, Content = 2, Secrets = 3, Signing = 4, Escrow = 5 };

unsigned char *bytesOf(QByteArray &bytes) { return reinterpret_cast<unsigned char *>(bytes.data()); }
const unsigned char *bytesOf(const QByteArray &bytes) { return reinterpret_cast<const unsigned char *>(bytes.constData()); }
auto lengthOf(const QByteArray &bytes) { return static_cast<unsigned long long>(bytes.size()); }

QByteArray derived(const QByteArray &master, Purpose purpose)
{
    QByteArray key(32, '\0');
    crypto_kdf_derive_from_key(bytesOf(key), 32, purpose, context, bytesOf(master));
    return key;
}

void wipe(QByteArray &secret)
{
    if (!secret.isEmpty())
        sodium_memzero(secret.data(), static_cast<std::size_t>(secret.size()));
}

Error doesNotOpen() { return Error(ErrorKind::Corrupt, servererrors::damaged, {QStringLiteral("sealed")}); }

} // namespace

QByteArray DistrictKeys::makeMaster(Random &random)
{
    QByteArray master(masterBytes, '\0');
    random.fill(bytesOf(master), masterBytes);
    return master;
}

Result<DistrictKeys> DistrictKeys::fromMaster(const QByteArray &master)
{
    if (master.size() != masterBytes || sodium_init() < 0)
        return Error(ErrorKind::WrongKey, servererrors::files, {QStringLiteral("key")});
    DistrictKeys keys;
    keys.database = derived(master, Database);
    keys.content = derived(master, Content);
    keys.secrets = derived(master, Secrets);
    QByteArray seed = derived(master, Signing);
    keys.signingPublic = QByteArray(crypto_sign_PUBLICKEYBYTES, '\0');
    keys.signingSecret = QByteArray(crypto_sign_SECRETKEYBYTES, '\0');
    crypto_sign_seed_keypair(bytesOf(keys.signingPublic), bytesOf(keys.signingSecret), bytesOf(seed));
    wipe(seed);
    seed = derived(master, Escrow);
    keys.escrowPublic = QByteArray(crypto_box_PUBLICKEYBYTES, '\0');
    keys.escrowSecret = QByteArray(crypto_box_SECRETKEYBYTES, '\0');
    crypto_box_seed_keypair(bytesOf(keys.escrowPublic), bytesOf(keys.escrowSecret), bytesOf(seed));
    wipe(seed);
    return keys;
}

DistrictKeys::~DistrictKeys()
{
    for (QByteArray *secret : {&database, &content, &secrets, &signingSecret, &escrowSecret}) {
        if (secret->isDetached())
            wipe(*secret);
    }
}

QByteArray sealWith(const QByteArray &key, const QByteArray &plain, const QByteArray &belongsTo, Random &random)
{
    constexpr int nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    QByteArray nonce(nonceBytes, '\0');
    random.fill(bytesOf(nonce), static_cast<std::size_t>(nonceBytes));
    QByteArray sealed(plain.size() + static_cast<qsizetype>(crypto_aead_xchacha20poly1305_ietf_ABYTES), '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(sealed), nullptr, bytesOf(plain), lengthOf(plain), bytesOf(belongsTo),
                                               lengthOf(belongsTo), nullptr, bytesOf(std::as_const(nonce)), bytesOf(key));
    return nonce + sealed;
}

Result<QByteArray> openWith(const QByteArray &key, const QByteArray &sealed, const QByteArray &belongsTo)
{
    constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
    if (sealed.size() < nonceBytes + tagBytes)
        return doesNotOpen();
    const QByteArray nonce = sealed.first(nonceBytes);
    const QByteArray body = sealed.sliced(nonceBytes);
    QByteArray plain(body.size() - tagBytes, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytesOf(plain), nullptr, nullptr, bytesOf(body), lengthOf(body),
                                                   bytesOf(belongsTo), lengthOf(belongsTo), bytesOf(nonce), bytesOf(key))
        != 0)
        return doesNotOpen();
    return plain;
}

Result<QByteArray> resealForDevice(const QByteArray &sealed, const DistrictKeys &keys, const QByteArray &devicePublicKey)
{
    constexpr qsizetype overhead = crypto_box_SEALBYTES;
    if (sealed.size() < overhead || devicePublicKey.size() != crypto_sign_PUBLICKEYBYTES)
        return doesNotOpen();
    QByteArray plain(sealed.size() - overhead, '\0');
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> target{};
    const bool good = crypto_box_seal_open(bytesOf(plain), bytesOf(sealed), lengthOf(sealed), bytesOf(keys.escrowPublic),
                                           bytesOf(keys.escrowSecret))
                          == 0
                      && crypto_sign_ed25519_pk_to_curve25519(target.data(), bytesOf(devicePublicKey)) == 0;
    QByteArray anew(plain.size() + overhead, '\0');
    const bool done = good
                      && crypto_box_seal(bytesOf(anew), bytesOf(std::as_const(plain)), lengthOf(plain), target.data()) == 0;
    wipe(plain);
    return done ? Result<QByteArray>(anew) : Result<QByteArray>(doesNotOpen());
}

} // namespace yizhan
