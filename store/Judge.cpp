// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Judge.h"

#include "store/StoreErrors.h"

namespace yizhan::judge {
namespace {

// Who works here, on which machine, in which office: set up by those who manage users.
bool isSetUp(Kind kind) { return kind == Kind::User || kind == Kind::Device || kind == Kind::Office; }

bool isIntakeOnly(const Session &session) { return session.actor.roles == QStringList{QStringLiteral("KIOSK")}; }

} // namespace

Outcome mayWrite(const Session &session, Operation::Act act, const RecordSpec &spec, const Record &root)
{
    const Error refused(ErrorKind::Forbidden, storeerrors::notAllowed);
    if (isSetUp(spec.kind))
        return session.mayManageUsers() ? Outcome() : Outcome(refused);
    if (!session.mayWriteCases())
        return refused;
    if (isIntakeOnly(session) && act != Operation::Act::Create)
        return refused;
    if (!root.isNull() && !isIntakeOnly(session) && !session.seesUnmasked(root))
        return Error(ErrorKind::Forbidden, storeerrors::restrictedCase);
    return {};
}

Outcome mayRead(const Session &session)
{
    if (session.mayReadCases())
        return {};
    return Error(ErrorKind::Forbidden, storeerrors::notAllowed);
}

} // namespace yizhan::judge
