// SPDX-License-Identifier: GPL-3.0-or-later
// Districts with people in their first office: where the stories of this folder begin.
#pragma once

#include "tests/roundtrip/Computer.h"
#include "tests/server/Workstation.h"

namespace yizhan::tests {

struct Staffed : DistrictFixture {
    Staffed(const QStringList &logins, const QStringList &roles, const DistrictOptions &options = cheap())
        : DistrictFixture(options)
    {
        for (const QString &login : logins)
            addUser(login, roles, {QString::fromLatin1(officeA)});
    }
};

// The office at work: two of its people at computers, and a counter, which speaks to the server without the client's code.
struct TwoDesks {
    TwoDesks(const QString &first, const QString &second, const QStringList &roles, const QStringList &rolesOfCounter)
        : district({first, second}, roles), one(district, Computer::of(first, 1)), two(district, Computer::of(second, 2))
    {
        counter.logInAs(QStringLiteral("zhou"), rolesOfCounter, {counter.office});
    }

    Staffed district;
    yizhan::tests::Workstation counter{district, QString::fromLatin1(DistrictFixture::officeA)};
    Computer one;
    Computer two;
};

} // namespace yizhan::tests
