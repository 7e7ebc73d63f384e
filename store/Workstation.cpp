// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Workstation.h"

#include "records/Cbor.h"
#include "store/AtomicFile.h"
#include "store/SyncErrors.h"

#include <sodium.h>

#include <QDir>
#include <QFile>

namespace yizhan::workstation {
namespace {

constexpr int fileVersion = 1;
constexpr std::uint64_t fileItems = 11;
constexpr qint64 largestFile = 64 * 1024;
constexpr qsizetype secretBytes = 64;

QString fileIn(const QString &folder) { return QDir(folder).absoluteFilePath(QStringLiteral("workstation.key")); }

Error damaged() { return Error(ErrorKind::Corrupt, storesyncerrors::workstationDamaged, {QStringLiteral("workstation.key")}); }

Error unfitKey() { return Error(ErrorKind::Protocol, storesyncerrors::keyUnfit); }

const unsigned char *bytesOf(QByteArrayView array) { return reinterpret_cast<const unsigned char *>(array.data()); }
unsigned char *bytesOf(QByteArray &array) { return reinterpret_cast<unsigned char *>(array.data()); }

// An array in a fixed order; each text and byte string in turn.
class Fields
{
public:
    explicit Fields(QByteArrayView raw) : m_in(raw) {}
    bool begin()
    {
        const auto count = m_in.array();
        const auto version = count && *count == fileItems ? m_in.number() : Result<std::int64_t>(m_in.broken());
        return version && *version == fileVersion;
    }
    void take(QString &into)
    {
        Result<QString> text = m_in.text();
        m_good = m_good && text;
        into = text ? *text : QString();
    }
    void take(QByteArray &into)
    {
        Result<QByteArray> bytes = m_in.bytes();
        m_good = m_good && bytes;
        into = bytes ? *bytes : QByteArray();
    }
    bool end() const { return m_good && m_in.atEnd(); }

private:
    cbor::Reader m_in;
    bool m_good = true;
};

} // namespace

bool exists(const QString &folder) { return QFile::exists(fileIn(folder)); }

Result<Workstation> read(const QString &folder)
{
    if (!exists(folder))
        return Error(ErrorKind::NotFound, storesyncerrors::notEnrolled);
    Result<QByteArray> raw = readWhole(fileIn(folder), largestFile);
    if (!raw)
        return raw.error();
    Workstation known;
    QByteArray device;
    QByteArray secret;
    Fields fields(*raw);
    if (!fields.begin())
        return damaged();
    for (QString *text : {&known.server, &known.district, &known.office, &known.station})
        fields.take(*text);
    for (QByteArray *bytes : {&device, &known.certificates, &known.escrowKey, &known.districtKey, &known.publicKey, &secret})
        fields.take(*bytes);
    const std::optional<RecordId> id = RecordId::fromBytes(device);
    const bool isGood = fields.end() && id && secret.size() == secretBytes;
    known.device = id.value_or(RecordId());
    known.secretKey = SecureBytes::copyOf(secret);
    wipe(secret);
    wipe(*raw);
    if (!isGood)
        return damaged();
    return known;
}

Outcome write(const QString &folder, const Workstation &workstation)
{
    cbor::Writer out;
    out.array(fileItems);
    out.number(fileVersion);
    for (const QString *text : {&workstation.server, &workstation.district, &workstation.office, &workstation.station})
        out.text(*text);
    out.bytes(workstation.device.toBytes());
    for (const QByteArray *bytes :
         {&workstation.certificates, &workstation.escrowKey, &workstation.districtKey, &workstation.publicKey})
        out.bytes(*bytes);
    out.bytes(workstation.secretKey.view());
    QByteArray raw = out.result();
    if (!makeFolder(folder))
        return Error(ErrorKind::Io, storesyncerrors::workstationDamaged, {QStringLiteral("workstation.key")});
    Outcome done = writeAtomically(fileIn(folder), raw);
    wipe(raw);
    return done;
}

Outcome destroy(const QString &folder) { return shred(fileIn(folder)); }

Result<QByteArray> sealTo(QByteArrayView boxKey, QByteArrayView secret)
{
    requireSodium();
    if (boxKey.size() != crypto_box_PUBLICKEYBYTES)
        return unfitKey();
    QByteArray sealed(secret.size() + static_cast<qsizetype>(crypto_box_SEALBYTES), Qt::Uninitialized);
    if (crypto_box_seal(bytesOf(sealed), bytesOf(secret), static_cast<unsigned long long>(secret.size()), bytesOf(boxKey)) != 0)
        return unfitKey();
    return sealed;
}

Result<SecureBytes> openSealed(const Workstation &workstation, QByteArrayView sealed)
{
    requireSodium();
    QByteArray boxPublic(crypto_box_PUBLICKEYBYTES, '\0');
    SecureBytes boxSecret(crypto_box_SECRETKEYBYTES);
    const bool hasKeys = workstation.publicKey.size() == crypto_sign_PUBLICKEYBYTES
                         && workstation.secretKey.size() == crypto_sign_SECRETKEYBYTES
                         && sealed.size() > static_cast<qsizetype>(crypto_box_SEALBYTES)
                         && crypto_sign_ed25519_pk_to_curve25519(bytesOf(boxPublic), bytesOf(workstation.publicKey)) == 0
                         && crypto_sign_ed25519_sk_to_curve25519(boxSecret.data(), workstation.secretKey.data()) == 0;
    if (!hasKeys)
        return unfitKey();
    SecureBytes secret(static_cast<std::size_t>(sealed.size()) - crypto_box_SEALBYTES);
    if (crypto_box_seal_open(secret.data(), bytesOf(sealed), static_cast<unsigned long long>(sealed.size()),
                             bytesOf(QByteArrayView(boxPublic)), boxSecret.data())
        != 0)
        return unfitKey();
    return secret;
}

} // namespace yizhan::workstation
