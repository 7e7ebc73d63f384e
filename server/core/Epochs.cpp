// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Epochs.h"

#include "base/Planted.h"
#include "server/core/AdminAudit.h"
#include "server/core/Meta.h"
#include "server/core/NumberCounter.h"
#include "server/core/ServerErrors.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace yizhan::epochs {
namespace {

QString markPath(const QString &folder) { return QDir(folder).filePath(QStringLiteral("instance.json")); }

Error markError() { return Error(ErrorKind::Io, servererrors::files, {QStringLiteral("instance.json")}); }

} // namespace

Result<Mark> markOf(SqlSession &session)
{
    Mark mark;
    const Result<QString> instance = meta::text(session, meta::instance);
    const Result<Epoch> epoch = meta::epochOf(session);
    if (!instance || !epoch)
        return instance ? epoch.error() : instance.error();
    mark.instance = *instance;
    mark.epoch = *epoch;
    const Outcome read = session.each("SELECT office, oseq FROM office_head ORDER BY office", {}, [&mark](const SqlRow &row) {
        wire::OfficeMark head;
        head.office = row.text(0);
        head.oseq = row.int64(1);
        mark.heads.push_back(std::move(head));
        return Outcome();
    });
    const auto numbers = session.number("SELECT COALESCE(CAST(SUM(last) AS BIGINT), 0) FROM number_counter", {});
    if (!numbers)
        return numbers.error();
    mark.numbers = numbers->value_or(0);
    return read ? Result<Mark>(std::move(mark)) : Result<Mark>(read.error());
}

Result<std::optional<Mark>> readMark(const QString &folder)
{
    QFile file(markPath(folder));
    if (!file.exists())
        return std::optional<Mark>();
    if (!file.open(QIODevice::ReadOnly))
        return markError();
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    Mark mark;
    mark.instance = object.value(QLatin1String("instance")).toString();
    mark.epoch = static_cast<Epoch>(object.value(QLatin1String("epoch")).toInt());
    const QJsonObject heads = object.value(QLatin1String("heads")).toObject();
    for (auto head = heads.begin(); head != heads.end(); ++head) {
        wire::OfficeMark one;
        one.office = head.key();
        one.oseq = head.value().toInteger();
        mark.heads.push_back(std::move(one));
    }
    mark.numbers = object.value(QLatin1String("numbers")).toInteger();
    if (mark.instance.isEmpty())
        return markError();
    return std::optional<Mark>(std::move(mark));
}

Outcome writeMark(const QString &folder, const Mark &mark)
{
    QJsonObject heads;
    for (const wire::OfficeMark &head : mark.heads)
        heads.insert(head.office, static_cast<qint64>(head.oseq));
    const QJsonObject object{{QStringLiteral("instance"), mark.instance},
                             {QStringLiteral("epoch"), mark.epoch},
                             {QStringLiteral("heads"), heads},
                             {QStringLiteral("numbers"), mark.numbers}};
    QDir().mkpath(folder);
    QSaveFile file(markPath(folder));
    const QByteArray text = QJsonDocument(object).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return markError();
    return {};
}

Outcome noteMark(const DistrictContext &context)
{
    Mark mark;
    const Outcome read = context.database.read([&mark](SqlSession &session) -> Outcome {
        Result<Mark> found = markOf(session);
        if (!found)
            return found.error();
        mark = std::move(*found);
        return {};
    });
    if (!read || mark.epoch == 0)
        return read;
    const Result<std::optional<Mark>> before = readMark(context.folder);
    if (before && *before && isBehind(mark, **before))
        return {};
    return writeMark(context.folder, mark);
}

bool isBehind(const Mark &storage, const Mark &remembered)
{
    if (storage.instance != remembered.instance || storage.epoch < remembered.epoch)
        return true;
    if (storage.epoch > remembered.epoch)
        return false; // another process declared a new life, from which the logs went on
    if (storage.numbers < remembered.numbers)
        return true;
    return std::any_of(remembered.heads.begin(), remembered.heads.end(), [&storage](const wire::OfficeMark &head) {
        const auto here = std::find_if(storage.heads.begin(), storage.heads.end(),
                                       [&head](const wire::OfficeMark &one) { return one.office == head.office; });
        return here == storage.heads.end() ? head.oseq > 0 : here->oseq < head.oseq;
    });
}

Outcome declareRestored(SqlSession &session, Epoch known, Instant now, const QString &why)
{
    if (planted(Plant::RestoreWithoutEpoch))
        return {};
    // Locks the row: two processes that notice at once declare one life, not two.
    const auto standing = session.text("SELECT value FROM meta WHERE key = 'epoch' FOR UPDATE", {});
    if (!standing)
        return standing.error();
    const auto epoch = static_cast<Epoch>(standing->value_or(QString()).toInt());
    if (epoch > known)
        return {};
    const Epoch next = std::max(epoch, known) + 1;
    if (Outcome set = meta::setNumber(session, meta::epoch, next); !set)
        return set;
    if (Outcome jumped = numbercounter::jumpAll(session, next - epoch, now); !jumped)
        return jumped;
    if (Outcome gone = session.done("DELETE FROM snapshot_part", {}); !gone)
        return gone;
    if (Outcome gone = session.done("DELETE FROM snapshot", {}); !gone)
        return gone;
    // what had a second copy may be what was lost
    if (Outcome unsure = session.done("UPDATE device SET durable_n = 0", {}); !unsure)
        return unsure;
    return audit::add(session, now, QStringLiteral("restored"), {{QStringLiteral("why"), why}});
}

} // namespace yizhan::epochs
