// SPDX-License-Identifier: GPL-3.0-or-later
// Two workstations of one office and one of another, with a person at each: where most stories begin.
#pragma once

#include "tests/server/Workstation.h"
#include "tests/support/Samples.h"

namespace yizhan::tests {

struct Stage {
    explicit Stage(const DistrictOptions &options = DistrictFixture::cheap()) : fixture(options)
    {
        one.logInAs(QStringLiteral("wang"), {QStringLiteral("OFFICE_HEAD")}, {officeA});
        two.logInAs(QStringLiteral("li"), {QStringLiteral("MEDIATOR")}, {officeA});
        other.logInAs(QStringLiteral("zhao"), {QStringLiteral("MEDIATOR")}, {officeB});
    }

    // A case of office A that is on the server.
    Record withCase()
    {
        const Record root = one.prepared(sampleMediation());
        one.pushOne(one.create(root));
        return root;
    }
    Record withChild(const Record &root, const QString &text)
    {
        const Record note = one.prepared(sampleNote(root.id, text), {}, root.id);
        one.pushOne(one.create(note));
        return note;
    }

    const QString officeA = QLatin1String(DistrictFixture::officeA);
    const QString officeB = QLatin1String(DistrictFixture::officeB);
    DistrictFixture fixture;
    Workstation one{fixture, officeA};
    Workstation two{fixture, officeA};
    Workstation other{fixture, officeB};
};

} // namespace yizhan::tests
