// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Proof.h"

#include <QCryptographicHash>
#include <sodium.h>

#include <array>

namespace yizhan {
namespace {

const unsigned char *bytesOf(QByteArrayView view) { return reinterpret_cast<const unsigned char *>(view.data()); }

} // namespace

SigningKey SigningKey::make(Random &random)
{
    std::array<std::uint8_t, crypto_sign_SEEDBYTES> seed{};
    random.fill(seed.data(), seed.size());
    SigningKey key;
    key.publicKey.resize(crypto_sign_PUBLICKEYBYTES);
    key.secretKey.resize(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(reinterpret_cast<unsigned char *>(key.publicKey.data()),
                             reinterpret_cast<unsigned char *>(key.secretKey.data()), seed.data());
    sodium_memzero(seed.data(), seed.size());
    return key;
}

QByteArray sign(QByteArrayView message, QByteArrayView secretKey)
{
    if (secretKey.size() != crypto_sign_SECRETKEYBYTES)
        return {};
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()), nullptr, bytesOf(message),
                         static_cast<unsigned long long>(message.size()), bytesOf(secretKey));
    return signature;
}

bool verifySignature(QByteArrayView message, QByteArrayView signature, QByteArrayView publicKey)
{
    return signature.size() == crypto_sign_BYTES && publicKey.size() == crypto_sign_PUBLICKEYBYTES
           && crypto_sign_verify_detached(bytesOf(signature), bytesOf(message), static_cast<unsigned long long>(message.size()),
                                          bytesOf(publicKey))
                  == 0;
}

QByteArray proofText(const WireRequest &request)
{
    const QByteArray bodyHash = QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toHex();
    // One a line: none of them can hold a line feed on the way through HTTP.
    return "yizhan-proof/1\n" + request.method + '\n' + request.path + '\n' + request.device + '\n'
           + QByteArray::number(request.sentAt) + '\n' + request.token + '\n' + request.range + '\n' + request.contentType
           + '\n' + request.contentEncoding + '\n' + bodyHash;
}

void signRequest(WireRequest &request, const QByteArray &device, qint64 now, QByteArrayView secretKey)
{
    request.device = device;
    request.sentAt = now;
    request.proof = sign(proofText(request), secretKey).toBase64();
}

bool proves(const WireRequest &request, QByteArrayView publicKey)
{
    const auto signature = QByteArray::fromBase64Encoding(request.proof, QByteArray::AbortOnBase64DecodingErrors);
    return signature && verifySignature(proofText(request), *signature, publicKey);
}

} // namespace yizhan
