// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/SealedStream.h"

#include "server/core/ServerErrors.h"

#include <QFileInfo>
#include <QtEndian>

namespace yizhan {
namespace {

constexpr const char *magic = "yizhan-sealed/1\n";
constexpr qsizetype magicBytes = 16;
constexpr qsizetype lengthBytes = 4;
constexpr quint32 largestMessage = 64U << 20;

unsigned char *bytesOf(QByteArray &bytes) { return reinterpret_cast<unsigned char *>(bytes.data()); }
const unsigned char *bytesOf(const QByteArray &bytes) { return reinterpret_cast<const unsigned char *>(bytes.constData()); }

Error noFile(const QString &file) { return Error(ErrorKind::Io, servererrors::files, {QFileInfo(file).fileName()}); }

} // namespace

Result<std::unique_ptr<SealedWriter>> SealedWriter::open(const QString &file, const QByteArray &key)
{
    std::unique_ptr<SealedWriter> writer(new SealedWriter(file));
    if (!writer->m_file.open(QIODevice::WriteOnly))
        return noFile(file);
    writer->m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QByteArray header(crypto_secretstream_xchacha20poly1305_HEADERBYTES, '\0');
    crypto_secretstream_xchacha20poly1305_init_push(&writer->m_state, bytesOf(header), bytesOf(key));
    const QByteArray start = QByteArray(magic, magicBytes) + header;
    if (writer->m_file.write(start) != start.size())
        return noFile(file);
    return writer;
}

Outcome SealedWriter::write(const QByteArray &message, unsigned char tag)
{
    QByteArray frame(lengthBytes + message.size() + static_cast<qsizetype>(crypto_secretstream_xchacha20poly1305_ABYTES), '\0');
    qToLittleEndian(static_cast<quint32>(frame.size() - lengthBytes), frame.data());
    crypto_secretstream_xchacha20poly1305_push(&m_state, bytesOf(frame) + lengthBytes, nullptr, bytesOf(message),
                                               static_cast<unsigned long long>(message.size()), nullptr, 0, tag);
    return m_file.write(frame) == frame.size() ? Outcome() : Outcome(noFile(m_file.fileName()));
}

Outcome SealedWriter::finish()
{
    if (Outcome end = write({}, crypto_secretstream_xchacha20poly1305_TAG_FINAL); !end)
        return end;
    return m_file.commit() ? Outcome() : Outcome(noFile(m_file.fileName()));
}

Error SealedReader::damaged() const
{
    return Error(ErrorKind::Corrupt, servererrors::notABackup, {QFileInfo(m_file.fileName()).fileName()});
}

Result<std::unique_ptr<SealedReader>> SealedReader::open(const QString &file, const QByteArray &key)
{
    std::unique_ptr<SealedReader> reader(new SealedReader(file));
    if (!reader->m_file.open(QIODevice::ReadOnly))
        return noFile(file);
    const QByteArray start = reader->m_file.read(magicBytes);
    const QByteArray header = reader->m_file.read(crypto_secretstream_xchacha20poly1305_HEADERBYTES);
    if (start != QByteArray(magic, magicBytes) || header.size() != crypto_secretstream_xchacha20poly1305_HEADERBYTES
        || crypto_secretstream_xchacha20poly1305_init_pull(&reader->m_state, bytesOf(header), bytesOf(key)) != 0)
        return reader->damaged();
    return reader;
}

Result<std::optional<QByteArray>> SealedReader::next()
{
    if (m_ended)
        return std::optional<QByteArray>();
    const QByteArray length = m_file.read(lengthBytes);
    if (length.size() != lengthBytes)
        return damaged();
    const auto size = qFromLittleEndian<quint32>(length.constData());
    if (size < crypto_secretstream_xchacha20poly1305_ABYTES || size > largestMessage)
        return damaged();
    const QByteArray sealed = m_file.read(size);
    if (sealed.size() != static_cast<qsizetype>(size))
        return damaged();
    QByteArray message(sealed.size() - static_cast<qsizetype>(crypto_secretstream_xchacha20poly1305_ABYTES), '\0');
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&m_state, bytesOf(message), nullptr, &tag, bytesOf(sealed),
                                                   static_cast<unsigned long long>(sealed.size()), nullptr, 0)
        != 0)
        return damaged();
    if (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL)
        return std::optional<QByteArray>(std::move(message));
    m_ended = true;
    return m_file.atEnd() ? Result<std::optional<QByteArray>>(std::optional<QByteArray>())
                          : Result<std::optional<QByteArray>>(damaged());
}

} // namespace yizhan
