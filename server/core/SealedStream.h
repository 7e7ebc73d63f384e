// SPDX-License-Identifier: GPL-3.0-or-later
// A file of sealed messages in a row (libsodium's secretstream): order, end and every byte are proven when it is read.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QFile>
#include <QSaveFile>
#include <array>
#include <optional>

#include <sodium.h>

namespace yizhan {

// Written beside the file and renamed by finish(); without it nothing is left behind.
class SealedWriter
{
public:
    static Result<std::unique_ptr<SealedWriter>> open(const QString &file, const QByteArray &key);
    Outcome add(const QByteArray &message) { return write(message, 0); }
    Outcome finish();

private:
    explicit SealedWriter(const QString &file) : m_file(file) {}
    Outcome write(const QByteArray &message, unsigned char tag);

    QSaveFile m_file;
    crypto_secretstream_xchacha20poly1305_state m_state{};
};

class SealedReader
{
public:
    // Corrupt unless it begins like such a file.
    static Result<std::unique_ptr<SealedReader>> open(const QString &file, const QByteArray &key);
    // Nothing at the proven end; Corrupt for anything that was changed or cut off.
    Result<std::optional<QByteArray>> next();

private:
    explicit SealedReader(const QString &file) : m_file(file) {}
    Error damaged() const;

    QFile m_file;
    crypto_secretstream_xchacha20poly1305_state m_state{};
    bool m_ended = false;
};

} // namespace yizhan
