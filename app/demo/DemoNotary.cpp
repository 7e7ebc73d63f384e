// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoCase.h"
#include "app/demo/DemoTexts.h"
#include "records/CodeList.h"
#include "records/kinds/Notary.h"
#include "records/kinds/Party.h"
#include "records/kinds/Recheck.h"

namespace yizhan {

namespace {

QString text(const char *words) { return QString::fromUtf8(words); }

struct Wish {
    const char *matter;
    const char *category; // class
    const char *area;
    const char *country;
    const char *purpose;
};
constexpr Wish wishes[] = {
    {"D01", "NM", "CN", "", "PROPERTY"},     {"D01", "NM", "CN", "", "PROPERTY"},     {"D02", "NM", "CN", "", "PROPERTY"},
    {"D03", "NM", "CN", "", "PROPERTY"},     {"D05", "NM", "CN", "", "INHERIT"},      {"Y1", "NM", "CN", "", "INHERIT"},
    {"Y1", "NM", "CN", "", "INHERIT"},       {"Y2", "NJ", "CN", "", "BIZ"},           {"Y5", "NJ", "CN", "", "BANK"},
    {"Y4", "NM", "CN", "", "LITIGATION"},    {"Y3", "NJ", "CN", "", "BIZ"},           {"D09", "WM", "FOREIGN", "US", "STUDY"},
    {"D09", "WM", "FOREIGN", "GB", "STUDY"}, {"D15", "WM", "FOREIGN", "AU", "STUDY"}, {"D20", "WM", "FOREIGN", "CA", "MIGRATE"},
    {"D20", "WM", "FOREIGN", "JP", "WORK"},  {"D22", "WM", "FOREIGN", "KR", "VISIT"}, {"D21", "WM", "FOREIGN", "DE", "MARRY"},
    {"D33", "WJ", "FOREIGN", "AE", "BIZ"},   {"D22", "GM", "HK", "", "VISIT"},        {"D22", "TM", "TW", "", "INHERIT"},
    {"D35", "WM", "FOREIGN", "RU", "WORK"},  {"S1", "NJ", "CN", "", "OTHER"},
};

QStringList allOf(DemoWorld &world, const char *list)
{
    QStringList codes;
    for (const CodeValue *value : world.rules().codes().values(QString::fromLatin1(list)))
        codes += value->code;
    return codes;
}

void describe(DemoWorld &world, DemoCase &one, const Wish &wish)
{
    Random &random = world.random();
    Record &root = one.root();
    Record &applicant = one.add(Kind::Party);
    describePerson(applicant,
                   world.people().person(one.now().localDay(), text(wish.purpose) == QLatin1String("STUDY") ? 18 : 25, 86),
                   "APPLICANT");
    if (applicant.get(party::idNo).isEmpty()) {
        applicant.set(party::idType, QStringLiteral("999"));
        applicant.set(party::idNo, QStringLiteral("DEMO-%1").arg(between(random, 100'000, 999'999)));
    }
    Record &item = one.add(Kind::NotaryItem);
    item.set(notaryItem::matter, text(wish.matter));
    item.set(notaryItem::originals, std::int64_t{1});
    item.set(notaryItem::copies, std::int64_t{between(random, 0, 4)});
    root.set(notary::category, text(wish.category));
    root.set(notary::useArea, text(wish.area));
    if (*wish.country) {
        root.set(notary::destinationCountry, text(wish.country));
        root.set(notary::translationLanguage, QStringLiteral("EN"));
        const QString usual = world.rules()
                                  .codes()
                                  .attribute(QStringLiteral("destination_country"), text(wish.country),
                                             QStringLiteral("legalisation_default"))
                                  .toString();
        root.set(notary::legalisation, usual.isEmpty() ? QStringLiteral("UNKNOWN") : usual);
    } else {
        root.set(notary::translationLanguage, QStringLiteral("NONE"));
        root.set(notary::legalisation, QStringLiteral("NONE"));
    }
    root.set(notary::purpose, text(wish.purpose));
    root.set(common::receivedAt, one.now());
    root.set(common::handler, world.notary());
    if (chance(random, 9)) {
        root.set(notary::urgent, true);
        root.set(common::urgentReason, chance(random, 60) ? QStringLiteral("DEADLINE") : QStringLiteral("ELDERLY"));
    }
    if (chance(random, 7))
        root.set(common::greenChannel, QStringList{QStringLiteral("WEAK")});
    root.set(notary::facts,
             QStringLiteral("申请人办理%1公证，用途已说明，材料见清单。")
                 .arg(world.rules().codes().label(QStringLiteral("notary_matter"), text(wish.matter), QStringLiteral("zh"))));
    root.set(notary::proofs, QStringLiteral("身份证\n户口簿\n相关证明"));
}

// From handing in to acceptance; `open` = it was accepted.
Outcome takeOn(DemoWorld &world, DemoCase &one, bool &open)
{
    Random &random = world.random();
    Record &root = one.root();
    open = false;
    if (auto applied = one.step("apply"); !applied)
        return applied;
    one.advance(0, 1);
    if (one.outOfTime() || chance(random, 1))
        return {};
    const int fate = static_cast<int>(random.below(100));
    if (fate < 1)
        return one.step("withdraw");
    if (fate < 2)
        return one.step("not-accept");
    if (fate < 8) {
        const Inputs missing{{&notary::supplementList, Value(QStringLiteral("结婚证原件；不动产权证书"))},
                             {&notary::supplementDue, Value(one.now().localDay().plus(15))}};
        if (auto asked = one.step("ask-papers", missing); !asked)
            return asked;
        if (chance(random, 12))
            return {};
        one.advance(1, 8);
        if (one.outOfTime())
            return {};
        root.set(notary::papersIn, true);
        if (auto in = one.step("papers-in"); !in)
            return in;
    }
    root.set(notary::notary, world.notaryUser());
    root.set(notary::acceptChecks, allOf(world, "notary_accept_check"));
    root.set(notary::inPersonOk, true);
    root.set(notary::placeOk, true);
    root.set(notary::recusalChecked, true);
    root.set(notary::idCheckMethod, QStringLiteral("READER"));
    root.set(notary::photoTaken, true);
    root.set(notary::feeStandard, Money{between(random, 1, 12) * std::int64_t{8'000}});
    root.set(notary::feeCopies, Money{between(random, 0, 4) * std::int64_t{2'000}});
    open = true;
    return one.step("accept");
}

// A few wait for a proof or for an answer from elsewhere; false: they still do at the end of the year.
Result<bool> pause(DemoWorld &world, DemoCase &one)
{
    Random &random = world.random();
    if (chance(random, 9)) {
        if (auto paused = one.step("ask-proof", {{&notary::supplementList, Value(QStringLiteral("亲属关系证明"))},
                                                 {&notary::supplementDue, Value(one.now().localDay().plus(20))}});
            !paused)
            return paused.error();
        if (chance(random, 15))
            return false; // the clock stands
        one.advance(2, 12);
        if (one.outOfTime())
            return false;
        one.root().set(notary::papersIn, true);
        if (auto in = one.step("proof-in"); !in)
            return in.error();
    } else if (chance(random, 6)) {
        if (auto paused = one.step("pause-verification", {{&notary::pauseEvidence, Value(QStringLiteral("核实函回执"))}});
            !paused)
            return paused.error();
        if (chance(random, 10))
            return false;
        one.advance(3, 15);
        if (one.outOfTime())
            return false;
        if (auto resumed = one.step("resume-verification"); !resumed)
            return resumed.error();
    }
    return true;
}

// Questioning, pauses, draft; `ready` = submitted for approval.
Outcome examine(DemoWorld &world, DemoCase &one, bool &ready)
{
    Random &random = world.random();
    Record &root = one.root();
    ready = false;
    one.advance(0, 2);
    if (one.outOfTime())
        return {};
    root.set(notary::questioningSigned, true);
    if (auto examined = one.step("examine"); !examined)
        return examined;
    const Result<bool> goesOn = pause(world, one);
    if (!goesOn || !*goesOn)
        return goesOn ? Outcome() : Outcome(goesOn.error());
    const int fate = static_cast<int>(random.below(100));
    root.set(notary::refundDecided, fate < 2);
    if (fate < 2) {
        root.set(notary::headApprovedBy, world.actor().user);
        return fate < 1 ? one.step("refuse", {{&notary::refuseReason, Value(QStringLiteral("31-6"))}})
                        : one.step("terminate", {{&notary::terminateReason, Value(QStringLiteral("50-2"))}});
    }
    one.advance(1, 6);
    if (one.outOfTime())
        return {};
    root.set(notary::checklistDone, true);
    if (one.file().of(Kind::NotaryItem).front()->get(notaryItem::matter) == QLatin1String("Y4"))
        root.set(notary::verifyTwoPersons, true);
    if (auto drafting = one.step("begin-drafting"); !drafting)
        return drafting;
    Record &draft = one.add(Kind::Certificate);
    const RecordId certificateId = draft.id;
    draft.set(certificate::item, one.file().of(Kind::NotaryItem).front()->id);
    draft.set(certificate::originals, std::int64_t{1});
    draft.set(certificate::copies, std::int64_t{between(random, 0, 4)});
    draft.set(certificate::draftText, QStringLiteral("兹证明申请人在本公证员面前签名，表示知悉内容及法律后果。"));
    if (auto drafted = one.step("draft", {}, certificateId); !drafted)
        return drafted;
    one.advance(0, 2);
    if (one.outOfTime())
        return {};
    if (root.get(common::greenChannel).isEmpty())
        root.set(notary::feePaidOn, one.now().localDay());
    else
        root.set(notary::feeRelief, QStringLiteral("ELD"));
    if (one.file().of(Kind::NotaryItem).front()->get(notaryItem::matter) == QLatin1String("Y3"))
        root.set(notary::readOutOn, one.now().localDay());
    ready = true;
    return one.step("submit");
}

Outcome archive(DemoWorld &world, DemoCase &one, const char *step, const QString &matter)
{
    const QString wanted =
        world.rules().codes().attribute(QStringLiteral("notary_matter"), matter, QStringLiteral("archive_class")).toString();
    one.root().set(common::archiveClass, wanted.isEmpty() ? QStringLiteral("NORMAL") : wanted);
    one.root().set(common::retention, QStringLiteral("LONG"));
    return one.step(step);
}

Outcome recheckOne(DemoWorld &world, DemoCase &one, const QString &matter)
{
    Random &random = world.random();
    Record &row = one.add(Kind::Recheck);
    const RecordId id = row.id;
    row.set(recheck::certificate, one.file().of(Kind::Certificate).front()->id);
    row.set(recheck::receivedOn, one.now().localDay());
    row.set(recheck::writtenRequest, true);
    row.set(recheck::claims, QStringLiteral("申请人认为证词中出生日期有误。"));
    row.set(recheck::officer, world.actor().user);
    if (auto taken = one.step("recheck"); !taken)
        return taken;
    one.advance(3, 15);
    if (one.outOfTime() || chance(random, 25))
        return {};
    const bool keep = chance(random, 50);
    Record *standing = one.find(id);
    standing->set(recheck::outcome, keep ? QStringLiteral("KEEP") : QStringLiteral("CORRECT"));
    standing->set(recheck::headApprovedBy, world.actor().user);
    standing->set(recheck::reasons, QStringLiteral("经调阅卷宗并核对原件，作出如下处理。"));
    if (keep)
        return one.step("uphold");
    if (auto corrected = one.step("correct"); !corrected)
        return corrected;
    one.find(id)->set(recheck::carriedOutOn, one.now().localDay());
    one.find(id)->set(recheck::papersInFile, true);
    one.advance(1, 4);
    return one.outOfTime() ? Outcome{} : archive(world, one, "archive-rechecked", matter);
}

Outcome approve(DemoWorld &world, DemoCase &one, const QString &matter)
{
    Random &random = world.random();
    Record &root = one.root();
    one.advance(0, 2);
    if (one.outOfTime() || chance(random, 1))
        return {};
    if (chance(random, 4)) {
        if (auto returned = one.step("return-wording"); !returned)
            return returned;
        one.advance(0, 2);
        if (one.outOfTime())
            return {};
        if (auto again = one.step("submit"); !again)
            return again;
    }
    root.set(notary::approvalChecks, allOf(world, "notary_approval_check"));
    if (auto issued = one.step("issue"); !issued)
        return issued;
    one.advance(0, 6);
    if (one.outOfTime() || chance(random, 4))
        return {};
    root.set(notary::receiptSigned, true);
    root.set(notary::deliveredTo, one.file().of(Kind::Party).front()->get(party::name));
    if (auto delivered = one.step("deliver", {{&notary::deliveryMode, Value(QStringLiteral("SELF"))}}); !delivered)
        return delivered;
    one.advance(5, 50);
    if (one.outOfTime() || chance(random, 10))
        return {};
    if (auto archived = archive(world, one, "archive", matter); !archived)
        return archived;
    if (!chance(random, 1))
        return {};
    one.advance(5, 40);
    return one.outOfTime() ? Outcome{} : recheckOne(world, one, matter);
}

} // namespace

Result<DemoCase> demoNotary(DemoWorld &world)
{
    Random &random = world.random();
    DemoCase one(world, Kind::Notary, world.offices().first(), world.moment());
    const Wish &wish = pick(random, wishes);
    describe(world, one, wish);
    if (auto drafted = one.step("draft"); !drafted)
        return drafted.error();
    if (chance(random, 1))
        return one;
    bool open = false;
    if (auto taken = takeOn(world, one, open); !taken)
        return taken.error();
    if (!open)
        return one;
    bool ready = false;
    if (auto examined = examine(world, one, ready); !examined)
        return examined.error();
    if (!ready)
        return one;
    if (auto approved = approve(world, one, text(wish.matter)); !approved)
        return approved.error();
    return one;
}

} // namespace yizhan
