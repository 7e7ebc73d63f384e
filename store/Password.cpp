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
constexpr int mostCounted = 1'000'000;
constexpr const char *wrongKey = "wrong";
constexpr const char *interruptedKey = "interrupted";
constexpr const char *lastKey = "last";

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

AttemptLog::Seen AttemptLog::read() const
{
    Seen seen;
    if (const Result<QByteArray> bytes = readWhole(m_file, largestLog)) {
        const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
        seen.wrong = qBound(0, object.value(QLatin1String(wrongKey)).toInt(), mostCounted);
        seen.interrupted = qBound(0, object.value(QLatin1String(interruptedKey)).toInt(), mostCounted);
        seen.last = static_cast<std::int64_t>(object.value(QLatin1String(lastKey)).toDouble());
    }
    return seen;
}

Outcome AttemptLog::write(const Seen &seen) const
{
    const QJsonObject object{{QLatin1String(wrongKey), seen.wrong},
                             {QLatin1String(interruptedKey), seen.interrupted},
                             {QLatin1String(lastKey), static_cast<double>(seen.last)}};
    return writeAtomically(m_file, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Outcome AttemptLog::begin()
{
    m_before = read();
    m_begun = m_clock.now().ms;
    const bool isClockSetBack = m_begun < m_before.last; // it makes nobody wait longer than once
    const std::int64_t passed = isClockSetBack ? 0 : m_begun - m_before.last;
    const bool mustWait = m_before.wrong * interruptedPerWrong + m_before.interrupted >= freeAttempts * interruptedPerWrong
                          && passed < waitMs;
    Seen now = m_before;
    now.interrupted += mustWait ? 0 : 1; // until it is judged
    now.last = mustWait && !isClockSetBack ? m_before.last : m_begun;
    if (Outcome done = write(now); !done)
        return done;
    if (mustWait)
        return Error(ErrorKind::Auth, storeerrors::waitAfterWrong, {QString::number((waitMs - passed + 999) / 1000)});
    return {};
}

void AttemptLog::right() const { QFile::remove(m_file); }

// If this cannot be written the attempt stays one without a verdict.
void AttemptLog::failed(bool isWrong) const
{
    Seen now = m_before;
    now.wrong += isWrong ? 1 : 0;
    now.last = m_begun;
    (void)write(now);
}

} // namespace yizhan
