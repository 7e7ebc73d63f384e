// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Certificates.h"

#include "server/http/HttpErrors.h"

#include <QCryptographicHash>
#include <memory>
#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <string>

namespace yizhan {

namespace {

template <auto release>
struct Release {
    template <class T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using CertificatePtr = std::unique_ptr<X509, Release<X509_free>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION_free>>;
using BioPtr = std::unique_ptr<BIO, Release<BIO_free_all>>;
using NumberPtr = std::unique_ptr<BIGNUM, Release<BN_free>>;
using NamesPtr = std::unique_ptr<GENERAL_NAMES, Release<GENERAL_NAMES_free>>;
using Pkcs8Ptr = std::unique_ptr<PKCS8_PRIV_KEY_INFO, Release<PKCS8_PRIV_KEY_INFO_free>>;

constexpr std::int64_t secondsOfYear = 31'557'600; // a mean one

Error failed(const char *step)
{
    ERR_clear_error();
    return Error(ErrorKind::Io, httpErrors::cannotCertify, {QString::fromLatin1(step)});
}

const unsigned char *bytesOf(const QByteArray &bytes) { return reinterpret_cast<const unsigned char *>(bytes.constData()); }

template <class T, class Encode>
QByteArray derOf(T *object, Encode encode)
{
    const int size = encode(object, nullptr);
    if (size <= 0)
        return {};
    QByteArray der(size, Qt::Uninitialized);
    auto *to = reinterpret_cast<unsigned char *>(der.data());
    encode(object, &to);
    return der;
}

CertificatePtr certificateFrom(const QByteArray &der)
{
    const unsigned char *at = bytesOf(der);
    CertificatePtr certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    ERR_clear_error();
    return certificate;
}

KeyPtr keyFrom(const QByteArray &der)
{
    const unsigned char *at = bytesOf(der);
    const Pkcs8Ptr info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &at, static_cast<long>(der.size())));
    KeyPtr key(info ? EVP_PKCS82PKEY(info.get()) : nullptr);
    ERR_clear_error();
    return key;
}

QByteArray derOfKey(EVP_PKEY *key)
{
    const Pkcs8Ptr info(EVP_PKEY2PKCS8(key));
    return info ? derOf(info.get(), i2d_PKCS8_PRIV_KEY_INFO) : QByteArray();
}

// 127 random bits: never negative, never the same twice.
bool setSerial(X509 *certificate)
{
    unsigned char bytes[16];
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        return false;
    bytes[0] &= 0x7f;
    const NumberPtr number(BN_bin2bn(bytes, sizeof bytes, nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool setCommonName(X509_NAME *name, const QString &text)
{
    constexpr qsizetype longest = 64; // characters, RFC 5280 appendix A
    const QByteArray utf8 = text.left(longest).toUtf8();
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, bytesOf(utf8), static_cast<int>(utf8.size()), -1, 0) == 1;
}

bool setValidity(X509 *certificate, Instant now, int years)
{
    const std::int64_t seconds = now.ms / 1000;
    return ASN1_TIME_set(X509_getm_notBefore(certificate), static_cast<time_t>(seconds - secondsOfYear))
           && ASN1_TIME_set(X509_getm_notAfter(certificate), static_cast<time_t>(seconds + years * secondsOfYear));
}

bool extend(X509 *certificate, X509 *issuer, int what, const std::string &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, what, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

CertificatePtr begun(const QString &name, EVP_PKEY *key, Instant now, int years)
{
    CertificatePtr certificate(X509_new());
    const bool good = certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1 && setSerial(certificate.get())
                      && setCommonName(X509_get_subject_name(certificate.get()), name)
                      && setValidity(certificate.get(), now, years) && X509_set_pubkey(certificate.get(), key) == 1;
    return good ? std::move(certificate) : nullptr;
}

bool isHostName(const QString &name)
{
    if (name.isEmpty() || name.size() > 253)
        return false;
    for (const QString &label : name.split(u'.')) {
        if (label.isEmpty() || label.size() > 63 || label.startsWith(u'-') || label.endsWith(u'-'))
            return false;
        for (const QChar c : label) {
            if (!(c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-')))
                return false;
        }
    }
    return true;
}

bool isAddress(const QString &name)
{
    ASN1_OCTET_STRING *octets = a2i_IPADDRESS(name.toLatin1().constData());
    ASN1_OCTET_STRING_free(octets);
    ERR_clear_error();
    return octets != nullptr;
}

Result<std::string> alternativeNames(const QStringList &names)
{
    std::string list;
    for (const QString &name : names) {
        const bool address = isAddress(name);
        if (!address && !isHostName(name))
            return Error(ErrorKind::Usage, httpErrors::cannotCertify, {name});
        list.append(list.empty() ? "" : ",").append(address ? "IP:" : "DNS:").append(name.toStdString());
    }
    if (list.empty())
        return Error(ErrorKind::Usage, httpErrors::cannotCertify, {QStringLiteral("--name")});
    return list;
}

QString nameOf(const GENERAL_NAME *name)
{
    if (name->type == GEN_DNS)
        return QString::fromLatin1(reinterpret_cast<const char *>(ASN1_STRING_get0_data(name->d.dNSName)),
                                   ASN1_STRING_length(name->d.dNSName));
    if (name->type != GEN_IPADD)
        return {};
    const unsigned char *octets = ASN1_STRING_get0_data(name->d.iPAddress);
    const int size = ASN1_STRING_length(name->d.iPAddress);
    QStringList parts;
    if (size == 4) {
        for (int i = 0; i < 4; ++i)
            parts += QString::number(octets[i]);
        return parts.join(u'.');
    }
    for (int i = 0; i + 1 < size; i += 2)
        parts += QString::number(octets[i] << 8 | octets[i + 1], 16);
    return parts.join(u':');
}

Instant instantOf(const ASN1_TIME *time)
{
    int days = 0;
    int seconds = 0;
    const std::unique_ptr<ASN1_TIME, Release<ASN1_TIME_free>> epoch(ASN1_TIME_set(nullptr, 0));
    ASN1_TIME_diff(&days, &seconds, epoch.get(), time);
    return Instant{(static_cast<std::int64_t>(days) * 86'400 + seconds) * 1000};
}

QByteArray taken(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, size};
}

// The library would ask on the terminal if there were no callback.
int givePassPhrase(char *to, int room, int, void *passPhrase)
{
    const auto *given = static_cast<const QByteArray *>(passPhrase);
    if (given->size() > room)
        return -1;
    std::copy(given->begin(), given->end(), to);
    return static_cast<int>(given->size());
}

// Not EVP_EC_gen(): that macro casts const away, which the second compiler refuses.
KeyPtr newKey() { return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")); }

} // namespace

Certified::~Certified()
{
    if (key.isDetached())
        OPENSSL_cleanse(key.data(), static_cast<std::size_t>(key.size()));
}

Result<Certified> makeAuthority(const QString &district, Instant now)
{
    if (district.trimmed().isEmpty())
        return Error(ErrorKind::Usage, httpErrors::cannotCertify, {QStringLiteral("--district")});
    const KeyPtr key(newKey());
    const CertificatePtr made = key ? begun(district.trimmed(), key.get(), now, authorityYears) : nullptr;
    X509 *x = made.get();
    const bool good = x && X509_set_issuer_name(x, X509_get_subject_name(x)) == 1
                      && extend(x, x, NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
                      && extend(x, x, NID_key_usage, "critical,keyCertSign,cRLSign")
                      && extend(x, x, NID_subject_key_identifier, "hash") && X509_sign(x, key.get(), EVP_sha256()) > 0;
    if (!good)
        return failed("authority");
    return Certified{derOf(x, i2d_X509), derOfKey(key.get())};
}

Result<Certified> makeServerCertificate(const Certified &authority, const QStringList &names, Instant now)
{
    const Result<std::string> alternatives = alternativeNames(names);
    if (!alternatives)
        return alternatives.error();
    const CertificatePtr issuer = certificateFrom(authority.certificate);
    const KeyPtr issuerKey = keyFrom(authority.key);
    if (!issuer || !issuerKey)
        return failed("authority");
    const KeyPtr key(newKey());
    const CertificatePtr made = key ? begun(names.first(), key.get(), now, serverYears) : nullptr;
    X509 *x = made.get();
    const bool good = x && X509_set_issuer_name(x, X509_get_subject_name(issuer.get())) == 1
                      && extend(x, issuer.get(), NID_basic_constraints, "critical,CA:FALSE")
                      && extend(x, issuer.get(), NID_key_usage, "critical,digitalSignature")
                      && extend(x, issuer.get(), NID_ext_key_usage, "serverAuth")
                      && extend(x, issuer.get(), NID_subject_key_identifier, "hash")
                      && extend(x, issuer.get(), NID_authority_key_identifier, "keyid:always")
                      && extend(x, issuer.get(), NID_subject_alt_name, *alternatives)
                      && X509_sign(x, issuerKey.get(), EVP_sha256()) > 0;
    if (!good)
        return failed("server");
    return Certified{derOf(x, i2d_X509), derOfKey(key.get())};
}

Result<CertificateFacts> inspectCertificate(const QByteArray &der)
{
    const CertificatePtr certificate = certificateFrom(der);
    if (!certificate)
        return Error(ErrorKind::Corrupt, httpErrors::certificateFile, {QStringLiteral("certificate")});
    CertificateFacts facts;
    facts.keyHash = QCryptographicHash::hash(derOf(X509_get_X509_PUBKEY(certificate.get()), i2d_X509_PUBKEY),
                                             QCryptographicHash::Sha256);
    facts.from = instantOf(X509_get0_notBefore(certificate.get()));
    facts.until = instantOf(X509_get0_notAfter(certificate.get()));
    facts.authority = X509_check_ca(certificate.get()) == 1;
    const NamesPtr names(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate.get(), NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i)
        facts.names += nameOf(sk_GENERAL_NAME_value(names.get(), i));
    return facts;
}

bool isIssuedBy(const QByteArray &der, const QByteArray &authorityDer)
{
    const CertificatePtr certificate = certificateFrom(der);
    const CertificatePtr authority = certificateFrom(authorityDer);
    if (!certificate || !authority || X509_check_issued(authority.get(), certificate.get()) != X509_V_OK)
        return false;
    const bool good = X509_verify(certificate.get(), X509_get0_pubkey(authority.get())) == 1;
    ERR_clear_error();
    return good;
}

Result<QByteArray> toPem(const Certified &certified, const QByteArray &passPhrase)
{
    const CertificatePtr certificate = certificateFrom(certified.certificate);
    const KeyPtr key = keyFrom(certified.key);
    const BioPtr bio(BIO_new(BIO_s_mem()));
    const bool good = certificate && key && bio && PEM_write_bio_X509(bio.get(), certificate.get()) == 1
                      && PEM_write_bio_PKCS8PrivateKey(bio.get(), key.get(), EVP_aes_256_cbc(), passPhrase.constData(),
                                                       static_cast<int>(passPhrase.size()), nullptr, nullptr)
                             == 1;
    if (!good)
        return failed("PEM");
    return taken(bio.get());
}

Result<Certified> fromPem(const QByteArray &pem, const QByteArray &passPhrase, const QString &fileName)
{
    const BioPtr bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    const CertificatePtr certificate(bio ? PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!certificate || !pem.contains("-----END ENCRYPTED PRIVATE KEY-----")) {
        ERR_clear_error();
        return Error(ErrorKind::Corrupt, httpErrors::certificateFile, {fileName});
    }
    QByteArray phrase = passPhrase;
    const KeyPtr key(PEM_read_bio_PrivateKey(bio.get(), nullptr, givePassPhrase, &phrase));
    ERR_clear_error();
    if (!key)
        return Error(ErrorKind::WrongKey, httpErrors::certificateKey, {fileName});
    if (X509_check_private_key(certificate.get(), key.get()) != 1) {
        ERR_clear_error();
        return Error(ErrorKind::Corrupt, httpErrors::certificateFile, {fileName});
    }
    return Certified{derOf(certificate.get(), i2d_X509), derOfKey(key.get())};
}

} // namespace yizhan
