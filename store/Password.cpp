// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Password.h"

#include "store/AtomicFile.h"
#include "store/StoreErrors.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace yizhan {
namespace {

constexpr qsizetype shortest = 10;
constexpr qsizetype longest = 200;
constexpr qint64 largestLog = 4096;

} // namespace

SecureBytes normalisedPassword(const QString &password)
{
    QByteArray utf8 = password.normalized(QString::NormalizationForm_C).toUtf8();
    SecureBytes secure = SecureBytes::copyOf(utf8);
    wipe(utf8);
    return secure;
}

Outcome judgePassword(const QString &password)
{
    const QList<uint> characters = password.normalized(QString::NormalizationForm_C).toUcs4();
    bool small = false;
    bool capital = false;
    bool digit = false;
    bool other = false;
    for (const uint character : characters) {
        if (QChar::isLower(character))
            small = true;
        else if (QChar::isUpper(character))
            capital = true;
        else if (QChar::isDigit(character))
            digit = true;
        else
            other = true;
    }
    if (characters.size() < shortest || characters.size() > longest || small + capital + digit + other < 3)
        return Error(ErrorKind::Constraint, storeerrors::weakPassword);
    return {};
}

Outcome AttemptLog::begin()
{
    int wrong = 0;
    std::int64_t last = 0;
    if (const Result<QByteArray> bytes = readWhole(m_file, largestLog)) {
        const QJsonObject seen = QJsonDocument::fromJson(*bytes).object();
        wrong = qBound(0, seen.value(QLatin1String("wrong")).toInt(), 1'000'000);
        last = static_cast<std::int64_t>(seen.value(QLatin1String("last")).toDouble());
    }
    m_wrongBefore = wrong;
    const std::int64_t now = m_clock.now().ms;
    // a clock that was set back makes nobody wait longer than once
    const std::int64_t passed = now < last ? 0 : now - last;
    const bool mustWait = wrong >= freeAttempts && passed < waitMs;
    const std::int64_t since = mustWait && now >= last ? last : now;
    const QJsonObject written{{QStringLiteral("wrong"), mustWait ? wrong : wrong + 1},
                              {QStringLiteral("last"), static_cast<double>(since)}};
    if (Outcome done = writeAtomically(m_file, QJsonDocument(written).toJson(QJsonDocument::Compact)); !done)
        return done;
    if (mustWait)
        return Error(ErrorKind::Auth, storeerrors::waitAfterWrong, {QString::number((waitMs - passed + 999) / 1000)});
    return {};
}

void AttemptLog::succeeded() { QFile::remove(m_file); }

} // namespace yizhan
