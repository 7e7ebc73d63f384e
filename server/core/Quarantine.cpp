// SPDX-License-Identifier: GPL-3.0-or-later
// Administration: what a revoked workstation handed in is judged like any other work of somebody without a right to write.
#include "server/core/Administration.h"
#include "server/core/Meta.h"
#include "server/core/NumberDesk.h"
#include "server/core/PushJudge.h"
#include "server/core/ServerErrors.h"

namespace yizhan {
namespace {

Result<std::vector<wire::Operation>> quarantined(SqlSession &session, const RecordId &device)
{
    std::vector<wire::Operation> operations;
    const Outcome read = session.each("SELECT payload FROM quarantine WHERE device = ? ORDER BY n", {device},
                                      [&operations](const SqlRow &row) -> Outcome {
                                          Result<wire::Operation> operation = fromCbor<wire::Operation>(row.bytes(0));
                                          if (!operation)
                                              return operation.error();
                                          operations.push_back(std::move(*operation));
                                          return {};
                                      });
    return read ? Result<std::vector<wire::Operation>>(std::move(operations))
                : Result<std::vector<wire::Operation>>(read.error());
}

Outcome judgeAside(const DistrictContext &district, SqlSession &session, const RecordId &device, const QString &office,
                   const std::vector<wire::Operation> &operations, std::vector<QString> &grown)
{
    const Result<Epoch> epoch = meta::epochOf(session);
    if (!epoch)
        return epoch.error();
    const Instant now = district.clock.now();
    const GrantList grants = GrantList::forReading(office);
    const PushContext context{session, *district.rules, district, device, office, grants, *epoch, now};
    RowBook rows(session, *epoch);
    PeopleBook people(session);
    NumberDesk numbers(session, *district.rules, device, now);
    PushJudge judge(context, rows, people, numbers);
    for (const wire::Operation &operation : operations) {
        if (Outcome judged = judge.judgeTransaction({operation}); !judged)
            return judged;
    }
    OfficeBook offices;
    if (Outcome written = rows.write(offices); !written)
        return written;
    for (JudgedOperation &judged : judge.judged())
        offices.remember(std::move(judged));
    grown = offices.grown();
    return offices.finish(session, device, now);
}

} // namespace

Result<qint64> Administration::releaseQuarantine(const RecordId &device)
{
    qint64 count = 0;
    const Outcome released = change(
        QStringLiteral("device quarantine"), {{QStringLiteral("device"), device.toString()}},
        [&](SqlSession &session, std::vector<QString> &grown) -> Outcome {
            const auto office = session.text("SELECT office FROM device WHERE id = ? FOR UPDATE", {device});
            const Result<std::vector<wire::Operation>> operations = quarantined(session, device);
            if (!office || !operations)
                return office ? operations.error() : office.error();
            if (!*office)
                return Error(ErrorKind::NotFound, servererrors::noSuchThing, {device.toString()});
            count = static_cast<qint64>(operations->size());
            if (operations->empty())
                return {};
            if (Outcome judged = judgeAside(m_context, session, device, **office, *operations, grown); !judged)
                return judged;
            if (Outcome counted = session.done("UPDATE device SET last_n = ? WHERE id = ?", {operations->back().n, device});
                !counted)
                return counted;
            return session.done("DELETE FROM quarantine WHERE device = ?", {device});
        });
    return released ? Result<qint64>(count) : Result<qint64>(released.error());
}

} // namespace yizhan
