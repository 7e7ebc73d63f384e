// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoCase.h"
#include "app/demo/DemoTexts.h"
#include "records/kinds/DutyHelp.h"

namespace yizhan {

// Most entries are guilty pleas signed in the lawyer's presence; some are only advice.
Result<DemoCase> demoDutyHelp(DemoWorld &world)
{
    Random &random = world.random();
    const Instant openedAt = world.moment();
    DemoCase one(world, Kind::DutyHelp, world.office(), openedAt);
    Record &root = one.root();
    static constexpr std::pair<const char *, const char *> stations[] = {
        {"POLICE_CENTER", "演示公安分局执法办案中心"},
        {"PROC", "北京市通州区人民检察院"},
        {"PROC", "北京市通州区人民检察院"},
        {"COURT", "北京市通州区人民法院"},
        {"DETENTION", "演示看守所"},
    };
    const auto &[station, authority] = pick(random, stations);
    const bool plea = chance(random, 85);
    Record &suspect = one.add(Kind::Party);
    describePerson(suspect, world.people().person(one.now().localDay(), 18, 66), "SUSPECT");
    root.set(dutyHelp::helpedAt, one.now());
    root.set(common::receivedAt, one.now());
    root.set(dutyHelp::station, QString::fromUtf8(station));
    root.set(dutyHelp::authority, QString::fromUtf8(authority));
    root.set(dutyHelp::charge, demoTexts::charge(random));
    root.set(dutyHelp::stage, chance(random, 60) ? QStringLiteral("SCQS") : QStringLiteral("ZC"));
    QStringList help{QStringLiteral("1"), QStringLiteral("2")};
    if (plea) {
        help += QStringLiteral("5");
        root.set(dutyHelp::pleaCase, true);
        root.set(dutyHelp::pleaSigned, true);
        root.set(dutyHelp::pleaSignedOn, one.now().localDay());
        if (chance(random, 20)) {
            root.set(dutyHelp::opinion, QStringLiteral("建议依法从宽处理，适用速裁程序。"));
            root.set(dutyHelp::adopted, chance(random, 70) ? QStringLiteral("Y") : QStringLiteral("N"));
        }
    }
    if (chance(random, 6)) {
        help += QStringLiteral("6");
        root.set(dutyHelp::forwardedApplication, true);
    }
    root.set(dutyHelp::help, help);
    root.set(dutyHelp::major, chance(random, 2));
    root.set(dutyHelp::minutes, std::int64_t{between(random, 10, 120)});
    root.set(common::handler, world.lawyer(false).id);
    if (auto drafted = one.step("draft"); !drafted)
        return drafted.error();
    if (auto registered = one.step("register"); !registered)
        return registered.error();
    if (chance(random, 1)) {
        if (auto made = one.step("void", {{&common::voidReason, Value(QStringLiteral("重复登记"))}}); !made)
            return made.error();
    }
    return one;
}

} // namespace yizhan
