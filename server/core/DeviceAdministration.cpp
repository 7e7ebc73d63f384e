// SPDX-License-Identifier: GPL-3.0-or-later
// The half of Administration that is about workstations: codes, grants, revocation.
#include "server/core/Administration.h"

#include "server/core/Directory.h"
#include "server/core/ServerErrors.h"
#include "server/core/Tokens.h"
#include "sync/protocol/EnrolmentCode.h"

#include <QCryptographicHash>

namespace yizhan {
namespace {

Outcome mustBeDevice(SqlSession &session, const RecordId &device)
{
    const auto state = session.number("SELECT state FROM device WHERE id = ?", {device});
    if (!state)
        return state.error();
    return *state ? Outcome() : Outcome(Error(ErrorKind::NotFound, servererrors::noSuchThing, {device.toString()}));
}

Outcome mustBeOffice(SqlSession &session, const QString &office)
{
    const Result<bool> known = directory::isOffice(session, office);
    if (!known)
        return known.error();
    return *known ? Outcome() : Outcome(Error(ErrorKind::NotFound, servererrors::unknownOffice, {office}));
}

} // namespace

Result<QString> Administration::makeCode(const NewCode &wanted)
{
    EnrolmentCode code;
    {
        const std::lock_guard<std::mutex> lock(m_context.randomMutex);
        code = EnrolmentCode::make(wanted.authorityKeyHash, m_context.random);
    }
    const Outcome made = change(
        QStringLiteral("device code"),
        {{QStringLiteral("office"), wanted.office}, {QStringLiteral("more"), wanted.moreOffices.join(u',')}},
        [&](SqlSession &session, std::vector<QString> &) -> Outcome {
            for (const QString &office : QStringList{wanted.office} + wanted.moreOffices) {
                if (Outcome known = mustBeOffice(session, office); !known)
                    return known;
            }
            return session.done(
                "INSERT INTO enrolment_code (hash, office, offices, may_write, expires_at) VALUES (?, ?, ?, ?, ?)",
                {QCryptographicHash::hash(code.secret, QCryptographicHash::Sha256), wanted.office,
                 wanted.moreOffices.join(u','), wanted.mayWrite, Instant{m_context.clock.now().ms + m_context.options.codeMs}});
        });
    return made ? Result<QString>(code.toText()) : Result<QString>(made.error());
}

Result<std::vector<DeviceInfo>> Administration::listDevices()
{
    std::vector<DeviceInfo> devices;
    const Outcome read = m_context.database.read([&](SqlSession &session) -> Outcome {
        const Outcome all = session.each(
            "SELECT id, office, station, name, platform, program, state, enrolled_at, seen_at, last_n, (SELECT COUNT(*) FROM "
            "quarantine WHERE quarantine.device = device.id), (SELECT COUNT(*) FROM receipt WHERE receipt.device = device.id) "
            "FROM "
            "device ORDER BY office, station",
            {}, [&devices](const SqlRow &row) {
                devices.push_back({row.id(0),
                                   row.text(1),
                                   row.int32(2),
                                   row.text(3),
                                   row.text(4),
                                   row.text(5),
                                   static_cast<wire::DeviceState>(row.int64(6)),
                                   row.instant(7),
                                   row.instant(8),
                                   row.int64(9),
                                   {},
                                   row.int64(10),
                                   row.boolean(11)});
                return Outcome();
            });
        if (!all)
            return all;
        for (DeviceInfo &device : devices) {
            const Result<GrantList> grants = GrantList::of(session, device.id);
            if (!grants)
                return grants.error();
            device.grants = grants->all();
        }
        return {};
    });
    return read ? Result<std::vector<DeviceInfo>>(std::move(devices)) : Result<std::vector<DeviceInfo>>(read.error());
}

// What the blocks still hold comes back; what the workstation used of them and never sent shows as returned, until it is handed
// out anew, which a later look at the salvaged work can tell.
Outcome Administration::takeBackNumbers(SqlSession &session, const RecordId &device) const
{
    return session.done("UPDATE lease SET expires_at = ? WHERE device = ? AND expires_at > ?",
                        {m_context.clock.now(), device, m_context.clock.now()});
}

Outcome Administration::revokeDevice(const RecordId &device)
{
    return change(QStringLiteral("device revoke"), {{QStringLiteral("device"), device.toString()}},
                  [&](SqlSession &session, std::vector<QString> &grown) -> Outcome {
                      if (Outcome known = mustBeDevice(session, device); !known)
                          return known;
                      Outcome done = session.done(
                          "UPDATE device SET state = ?, revoked_at = ?, sealed_keys = NULL WHERE id = ?",
                          {wire::DeviceState::Wipe, m_context.clock.now(), device});
                      if (done)
                          done = directory::endAllGrants(session, device);
                      if (done)
                          done = tokens::endAllOn(session, device);
                      if (done)
                          done = takeBackNumbers(session, device);
                      return done ? directory::publishDevice(session, m_context, device, grown) : done;
                  });
}

Outcome Administration::grant(const RecordId &device, const QString &office, bool mayWrite)
{
    return change(QStringLiteral("device grant"),
                  {{QStringLiteral("device"), device.toString()},
                   {QStringLiteral("office"), office},
                   {QStringLiteral("write"), mayWrite}},
                  [&](SqlSession &session, std::vector<QString> &) -> Outcome {
                      if (Outcome known = mustBeDevice(session, device); !known)
                          return known;
                      if (Outcome known = mustBeOffice(session, office); !known)
                          return known;
                      return directory::grant(session, device, office, mayWrite);
                  });
}

Outcome Administration::endGrant(const RecordId &device, const QString &office)
{
    return change(QStringLiteral("device grant end"),
                  {{QStringLiteral("device"), device.toString()}, {QStringLiteral("office"), office}},
                  [&](SqlSession &session, std::vector<QString> &) -> Outcome {
                      if (Outcome known = mustBeDevice(session, device); !known)
                          return known;
                      return directory::endGrant(session, device, office);
                  });
}

} // namespace yizhan
