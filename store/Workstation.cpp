// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Workstation.h"

#include "records/Cbor.h"
#include "store/AtomicFile.h"
#include "store/SyncErrors.h"

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

} // namespace yizhan::workstation
