// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Drafts.h"

#include "store/StoreErrors.h"

#include <QCborMap>
#include <QCborValue>
#include <sodium.h>

namespace yizhan::drafts {
namespace {

constexpr std::size_t keyBytes = 16;
constexpr std::size_t nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t sealBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

enum Key : int { kindKey = 1, recordKey, parentKey, basedOnKey, bodyKey };

std::uint8_t *bytesOf(QByteArray &array) { return reinterpret_cast<std::uint8_t *>(array.data()); }

const std::uint8_t *bytesOf(QByteArrayView array) { return reinterpret_cast<const std::uint8_t *>(array.data()); }

QByteArray newKey(const Draft &draft, const RecordId &user)
{
    QByteArray key(static_cast<qsizetype>(keyBytes), '\0');
    if (draft.record.isNull()) {
        randombytes_buf(key.data(), keyBytes);
        return key;
    }
    const QByteArray text = user.toBytes() + draft.record.toBytes() + QByteArray::number(qlonglong{draft.basedOn});
    crypto_generichash(bytesOf(key), keyBytes, bytesOf(QByteArrayView(text)), static_cast<unsigned long long>(text.size()),
                       nullptr, 0);
    return key;
}

QByteArray seal(const Draft &draft, const SecureBytes &draftKey)
{
    const QCborMap map{{kindKey, static_cast<int>(draft.kind)},
                       {recordKey, draft.record.toBytes()},
                       {parentKey, draft.parent.toBytes()},
                       {basedOnKey, qint64{draft.basedOn}},
                       {bodyKey, draft.body}};
    QByteArray plain = map.toCborValue().toCbor();
    QByteArray sealed(plain.size() + static_cast<qsizetype>(nonceBytes + sealBytes), '\0');
    randombytes_buf(sealed.data(), nonceBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytesOf(sealed) + nonceBytes, nullptr, bytesOf(QByteArrayView(plain)), static_cast<unsigned long long>(plain.size()),
        bytesOf(QByteArrayView(draft.key)), static_cast<unsigned long long>(draft.key.size()), nullptr,
        bytesOf(QByteArrayView(sealed)), draftKey.data());
    wipe(plain);
    return sealed;
}

bool unseal(QByteArrayView sealed, const SecureBytes &draftKey, Draft &draft)
{
    if (sealed.size() < static_cast<qsizetype>(nonceBytes + sealBytes))
        return false;
    QByteArray plain(sealed.size() - static_cast<qsizetype>(nonceBytes + sealBytes), '\0');
    const QByteArrayView content = sealed.sliced(static_cast<qsizetype>(nonceBytes));
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            bytesOf(plain), nullptr, nullptr, bytesOf(content), static_cast<unsigned long long>(content.size()),
            bytesOf(QByteArrayView(draft.key)), static_cast<unsigned long long>(draft.key.size()), bytesOf(sealed),
            draftKey.data())
        != 0)
        return false;
    const QCborMap map = QCborValue::fromCbor(plain).toMap();
    draft.kind = static_cast<Kind>(map.value(kindKey).toInteger());
    draft.record = RecordId::fromBytes(map.value(recordKey).toByteArray()).value_or(RecordId{});
    draft.parent = RecordId::fromBytes(map.value(parentKey).toByteArray()).value_or(RecordId{});
    draft.basedOn = map.value(basedOnKey).toInteger();
    draft.body = map.value(bodyKey).toByteArray();
    return true;
}

} // namespace

Result<Draft> save(Connection &connection, const StoreContext &context, Draft draft)
{
    const RecordId &user = context.session.actor.user;
    if (draft.key.isEmpty())
        draft.key = newKey(draft, user);
    draft.savedAt = context.clock->now();
    Result<CachedStatement> statement = connection.cached(
        "INSERT INTO draft VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET "
        "saved_at = excluded.saved_at, sealed = excluded.sealed WHERE user = excluded.user");
    if (!statement)
        return statement.error();
    if (Outcome done = (*statement)->bindAll(draft.key, user, draft.savedAt, seal(draft, context.keys.draft)).run(); !done)
        return done.error();
    return draft;
}

Outcome drop(Connection &connection, const StoreContext &context, const QByteArray &key)
{
    Result<CachedStatement> statement = connection.cached("DELETE FROM draft WHERE key = ? AND user = ?");
    if (!statement)
        return statement.error();
    return (*statement)->bindAll(key, context.session.actor.user).run();
}

Result<std::vector<Draft>> list(Connection &connection, const StoreContext &context)
{
    constexpr QByteArrayView sql = "SELECT key, saved_at, sealed FROM draft WHERE user = ? ORDER BY saved_at DESC, key";
    std::vector<Draft> found;
    const Outcome read = connection.each(sql, with(context.session.actor.user), [&](const Statement &row) {
        Draft draft;
        draft.key = row.blob(0);
        draft.savedAt = row.instant(1);
        if (unseal(row.blobView(2), context.keys.draft, draft))
            found.push_back(std::move(draft));
        else
            qWarning("%s", storeerrors::draftUnreadable.code);
    });
    if (!read)
        return read.error();
    return found;
}

Outcome saveSetting(Connection &connection, const StoreContext &context, const QString &key, const QByteArray &value)
{
    Result<CachedStatement> statement = connection.cached(
        "INSERT INTO setting VALUES (?, ?, ?) ON CONFLICT (user, key) DO UPDATE SET value = excluded.value");
    if (!statement)
        return statement.error();
    const QByteArray bytes = value.isNull() ? QByteArray("") : value;
    return (*statement)->bindAll(context.session.actor.user, key, bytes).run();
}

Result<QByteArray> setting(Connection &connection, const StoreContext &context, const QString &key)
{
    Result<CachedStatement> statement = connection.cached("SELECT value FROM setting WHERE user = ? AND key = ?");
    if (!statement)
        return statement.error();
    const Result<bool> found = (*statement)->bindAll(context.session.actor.user, key).step();
    if (!found)
        return found.error();
    return *found ? (*statement)->blob(0) : QByteArray();
}

} // namespace yizhan::drafts
