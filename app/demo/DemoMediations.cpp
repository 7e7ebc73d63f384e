// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoCase.h"
#include "app/demo/DemoTexts.h"
#include "records/kinds/Agreement.h"
#include "records/kinds/FollowUp.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "records/kinds/Referral.h"
#include "records/kinds/Session.h"

namespace yizhan {

namespace {

QString text(const char *words) { return QString::fromUtf8(words); }

// Where disputes come from: nine of ten from the court before filing, then police, labour, traffic, petitions and the rest.
struct Route {
    int perMille;
    const char *source;
    const char *channel;
    const char *mode; // of the court
    const char *sender;
};
constexpr Route routes[] = {
    {840, "31", "SD", "WP", "北京市通州区人民法院"},
    {50, "31", "SD", "YQ", "北京市通州区人民法院"},
    {8, "31", "SD", "WT_P", "北京市通州区人民法院"},
    {8, "31", "SD", "WT_J", "北京市通州区人民法院"},
    {58, "33", "GD", "", "演示派出所"},
    {10, "39", "LD", "", "演示劳动监察队"},
    {6, "33", "TD", "", "演示交通支队"},
    {5, "34", "XD", "", "演示信访办公室"},
    {2, "32", "JD", "", "北京市通州区人民检察院"},
    {9, "10", "", "", ""},
    {4, "20", "", "", ""},
};
constexpr const char *disputeTypes[] = {
    "01", "01", "01", "02", "02", "02", "03", "04", "04", "04", "04", "05", "06", "06", "07",
    "08", "09", "10", "11", "12", "13", "14", "15", "16", "16", "17", "17", "99", "E1", "E4",
};

const Route &anyRoute(Random &random)
{
    int at = static_cast<int>(random.below(1000));
    for (const Route &route : routes) {
        if (at < route.perMille)
            return route;
        at -= route.perMille;
    }
    return routes[0];
}

struct Sides {
    RecordId applicant;
    RecordId respondent;
    QString a;
    QString b;
};

Sides nameSides(DemoWorld &world, DemoCase &one, const QString &villageName, const QString &type)
{
    Random &random = world.random();
    const Day today = one.now().localDay();
    Sides sides;
    Record &applicant = one.add(Kind::Party);
    describePerson(applicant, world.people().person(today, 20, 88, villageName), "APPLICANT");
    sides.applicant = applicant.id;
    sides.a = applicant.get(party::name);
    Record &respondent = one.add(Kind::Party);
    const bool company = type == QLatin1String("10") || type == QLatin1String("11") || type == QLatin1String("14")
                         || type == QLatin1String("17") || chance(random, 6);
    if (company)
        describeOrganisation(respondent, world.people().organisation(today), "RESPONDENT");
    else
        describePerson(respondent, world.people().person(today, 18, 90, villageName), "RESPONDENT");
    sides.respondent = respondent.id;
    sides.b = respondent.get(party::name);
    if (chance(random, 12)) {
        const bool minor = chance(random, 10);
        Record &third = one.add(Kind::Party);
        describePerson(third, world.people().person(today, minor ? 8 : 20, minor ? 17 : 80, villageName), "THIRD");
        if (minor) { // who signs for the minor
            Record &guardian = one.add(Kind::Party);
            describePerson(guardian, world.people().person(today, 30, 60, villageName), "GUARDIAN");
        }
    }
    return sides;
}

void refer(DemoWorld &world, DemoCase &one, const Route &route)
{
    Record &root = one.root();
    const Day today = one.now().localDay();
    root.set(mediation::channel, text(route.channel));
    root.set(mediation::referralOrg, text(route.sender));
    root.set(mediation::referralNo, QStringLiteral("演示移〔%1〕%2号").arg(today.year()).arg(between(world.random(), 1, 9999)));
    root.set(mediation::referralSignedOn, today);
    if (*route.mode)
        root.set(mediation::courtReferralMode, text(route.mode));
    if (text(route.channel) == QLatin1String("XD")) {
        root.set(mediation::petitionNo, QStringLiteral("XF%1").arg(between(world.random(), 100'000, 999'999)));
        root.set(mediation::petitionRoute, chance(world.random(), 50) ? QStringLiteral("DIRECT") : QStringLiteral("ROUTED"));
        root.set(mediation::petitionReceivedOn, today);
        root.set(mediation::petitionOutsideRemit, chance(world.random(), 10));
    }
    Record &letter = one.add(Kind::Referral);
    letter.set(referral::direction, QStringLiteral("IN"));
    letter.set(referral::channel, text(route.channel));
    letter.set(referral::sender, text(route.sender));
    letter.set(referral::letterNo, root.get(mediation::referralNo));
    letter.set(referral::receivedAt, one.now());
    letter.set(referral::signedOn, today);
}

void meet(DemoWorld &world, DemoCase &one, const Sides &sides, int number, const char *result)
{
    Random &random = world.random();
    Record &session = one.add(Kind::Session);
    const bool remote = chance(random, 12);
    session.set(session::kind, remote ? QStringLiteral("REMOTE_MEDIATION") : QStringLiteral("MEDIATION"));
    session.set(session::number, std::int64_t{number});
    session.set(session::startedAt, one.now());
    session.set(session::endedAt, Instant{one.now().ms + between(random, 30, 180) * 60'000LL});
    session.set(session::mode, remote               ? QStringLiteral("VIDEO")
                               : chance(random, 15) ? QStringLiteral("HOME")
                                                    : QStringLiteral("ON_SITE"));
    session.set(session::place, remote ? QStringLiteral("远程调解室") : QStringLiteral("司法所调解室"));
    session.set(session::host, world.mediatorOf(one.root().office));
    session.set(session::present, sides.a + QStringLiteral("、") + sides.b);
    session.set(session::rightsTold, true);
    session.set(session::content, demoTexts::sessionRecord(random, sides.a, sides.b));
    session.set(session::result, text(result));
}

// The agreement with its terms; what is agreed is less than what was asked for, as a rule.
void writeAgreement(DemoWorld &world, DemoCase &one, const Sides &sides, bool oral, bool atOnce)
{
    Random &random = world.random();
    const Day today = one.now().localDay();
    const auto claimed = one.root().get(mediation::amountClaimed);
    const std::int64_t agreed = claimed && claimed->fen > 0 ? claimed->fen * between(random, 55, 100) / 100 / 100 * 100 : 0;
    Record &version = one.add(Kind::Agreement);
    const RecordId id = version.id;
    version.set(agreement::form, oral ? QStringLiteral("ORAL") : QStringLiteral("WRITTEN"));
    version.set(agreement::factsAgreed, one.root().get(mediation::facts));
    if (oral) {
        version.set(agreement::oralOn, today);
    } else {
        version.set(agreement::partiesSignedOn, today);
        version.set(agreement::mediatorSignedOn, today);
        version.set(agreement::sealedOn, today);
        version.set(agreement::allSigned, true);
        version.set(agreement::copies, std::int64_t{3});
    }
    if (agreed > 0)
        version.set(agreement::amount, Money{agreed});
    if (atOnce) {
        version.set(agreement::performedAtOnce, true);
        version.set(agreement::performanceProof, QStringLiteral("当场履行，收条附卷"));
    }
    const int terms = agreed > 50'000'00 ? between(random, 2, 3) : 1;
    for (int i = 0; i < terms; ++i) {
        Record &term = one.add(Kind::AgreementTerm, id);
        term.set(agreementTerm::position, std::int64_t{i + 1});
        term.set(agreementTerm::obligor, sides.respondent);
        term.set(agreementTerm::obligee, sides.applicant);
        term.set(agreementTerm::mode, agreed > 0 ? QStringLiteral("TRANSFER") : QStringLiteral("ACT"));
        term.set(agreementTerm::content,
                 agreed > 0 ? QStringLiteral("%1向%2支付第%3期款项。").arg(sides.b, sides.a).arg(i + 1)
                            : QStringLiteral("%1自协议生效之日起停止影响，恢复原状，双方互不再究。").arg(sides.b));
        if (agreed > 0)
            term.set(agreementTerm::amount,
                     Money{i + 1 < terms ? agreed / terms / 100 * 100 : agreed - (agreed / terms / 100 * 100) * (terms - 1)});
        term.set(agreementTerm::dueOn, atOnce ? today : today.plus(between(random, 5, 30) + 30 * i));
    }
}

Outcome confirm(DemoWorld &world, DemoCase &one, const RecordId &version)
{
    Random &random = world.random();
    if (one.file().find(version)->get(agreement::confirmStatus) != QLatin1String("ELIGIBLE") || !chance(random, 14))
        return {};
    Inputs application{
        {&agreement::jointApplication, Value(true)},
        {&agreement::confirmGroundsChecked, Value(true)},
        {&agreement::court, Value(text(routes[0].sender))},
        {&agreement::confirmAppliedOn, Value(one.now().localDay())},
        {&agreement::venueMode, Value(chance(random, 30) ? QStringLiteral("MOBILE_TRIBUNAL") : QStringLiteral("COURT"))}};
    if (auto applied = one.step("apply-confirmation", application, version); !applied)
        return applied;
    one.advance(0, 3);
    if (one.outOfTime() || chance(random, 3))
        return {};
    const QString number =
        QStringLiteral("（%1）京0112诉前调确%2号").arg(one.now().localDay().year()).arg(between(random, 1, 3000));
    if (chance(random, 2))
        return one.step("court-refuse",
                        {{&agreement::confirmRefusal, Value(QStringLiteral("2"))},
                         {&agreement::confirmDecidedOn, Value(one.now().localDay())}},
                        version);
    if (auto taken = one.step(
            "court-accept",
            {{&agreement::courtNo, Value(number)}, {&agreement::confirmAcceptedOn, Value(one.now().localDay())}}, version);
        !taken)
        return taken;
    one.advance(0, 9);
    if (one.outOfTime())
        return {};
    return one.step(chance(random, 97) ? "court-confirm" : "court-dismiss",
                    {{&agreement::confirmDecidedOn, Value(one.now().localDay())},
                     {&agreement::confirmRefusalNote, Value(QStringLiteral("协议内容不明确"))}},
                    version);
}

Outcome perform(DemoWorld &world, DemoCase &one, const RecordId &version)
{
    Random &random = world.random();
    const QString state = one.file().find(version)->get(agreement::performStatus);
    if (state != QLatin1String("PENDING"))
        return {};
    one.advance(3, 22);
    if (one.outOfTime() || chance(random, 4))
        return {};
    if (chance(random, 3))
        return one.step("repudiate",
                        {{&agreement::repudiatedOn, Value(one.now().localDay())},
                         {&agreement::repudiationNote, Value(QStringLiteral("义务人表示无力履行，拒绝按协议支付。"))},
                         {&agreement::remediesTold, Value(true)}},
                        version);
    for (const Record *term : one.file().under(version, Kind::AgreementTerm)) {
        Record *done = one.find(term->id);
        done->set(agreementTerm::performedOn, one.now().localDay());
        done->set(agreementTerm::proof, QStringLiteral("银行转账凭证"));
        if (const auto amount = done->get(agreementTerm::amount))
            done->set(agreementTerm::performedAmount, *amount);
    }
    return one.step("perform-all", {{&agreement::performanceProof, Value(QStringLiteral("履行凭证附卷"))}}, version);
}

Outcome finish(DemoWorld &world, DemoCase &one, bool agreed)
{
    Random &random = world.random();
    Record &root = one.root();
    if (agreed) {
        Record &visit = one.add(Kind::FollowUp);
        visit.set(followUp::at, one.now());
        visit.set(followUp::by, world.mediatorOf(root.office));
        visit.set(followUp::mode, QStringLiteral("PHONE"));
        visit.set(followUp::satisfaction, chance(random, 90) ? QStringLiteral("5") : QStringLiteral("3"));
        visit.set(followUp::note, QStringLiteral("双方关系缓和，协议履行情况已核实。"));
        if (auto visited = one.step("follow-up"); !visited)
            return visited;
        static constexpr const char *levels[] = {"SIMPLE",  "SIMPLE",  "SIMPLE",    "GENERAL",   "GENERAL",
                                                 "GENERAL", "GENERAL", "DIFFICULT", "DIFFICULT", "MAJOR"};
        Inputs closing{{&mediation::difficulty, Value(text(pick(random, levels)))},
                       {&mediation::closingApprovedBy, Value(world.clerk(root.office))},
                       {&mediation::closingNote, Value(QStringLiteral("已回访，未履行部分告知当事人救济途径"))}};
        if (auto closed = one.step("close", closing); !closed)
            return closed;
    } else if (auto closed = one.step("close-unsettled"); !closed) {
        return closed;
    }
    if (chance(random, 12))
        return {};
    one.advance(2, 25);
    if (one.outOfTime())
        return {};
    root.set(mediation::papers,
             QStringList{QStringLiteral("MT-01"), QStringLiteral("MT-02"), QStringLiteral("MT-03"), QStringLiteral("MT-04"),
                         QStringLiteral("MT-05"), QStringLiteral("MT-09"), QStringLiteral("MT-10"), QStringLiteral("MT-11"),
                         QStringLiteral("MT-16"), QStringLiteral("MT-17"), QStringLiteral("MT-18"), QStringLiteral("MT-25")});
    root.set(mediation::identityCopies, true);
    return one.step("archive");
}

// From registration to acceptance; `open` stays true while there is something to mediate.
Outcome takeOn(DemoWorld &world, DemoCase &one, bool referred, bool &open)
{
    Random &random = world.random();
    open = false;
    if (auto registered = one.step("register"); !registered)
        return registered;
    one.advance(0, 2);
    if (one.outOfTime() || chance(random, 1))
        return {};
    if (chance(random, 2)) {
        if (auto rejected = one.step("reject", {{&mediation::rejectReason, Value(QStringLiteral("01"))}}); !rejected)
            return rejected;
        one.advance(1, 5);
        return one.outOfTime() ? Outcome{} : finish(world, one, false);
    }
    if (chance(random, 1))
        return one.step("take-back");
    if (referred && chance(random, 35)) {
        if (auto asked = one.step("ask-consent"); !asked)
            return asked;
        one.advance(0, 3);
        if (one.outOfTime() || chance(random, 1))
            return {};
        if (chance(random, 4)) {
            if (auto refused = one.step("refuse"); !refused)
                return refused;
            one.advance(1, 5);
            return one.outOfTime() ? Outcome{} : finish(world, one, false);
        }
    }
    Record &root = one.root();
    root.set(mediation::consentObtained, true);
    root.set(mediation::consentHow, chance(random, 70) ? QStringLiteral("SIGNATURE") : QStringLiteral("PHONE"));
    root.set(mediation::consentOn, one.now().localDay());
    root.set(mediation::exclusionsChecked, true);
    root.set(mediation::recusalChecked, true);
    open = true;
    return one.step("accept", {{&common::handler, Value(world.mediatorOf(root.office))},
                               {&mediation::peopleInvolved, Value(between(random, 2, 5))}});
}

Outcome talk(DemoWorld &world, DemoCase &one, const Sides &sides, bool &open)
{
    Random &random = world.random();
    open = false;
    one.advance(0, 4);
    if (one.outOfTime())
        return {};
    meet(world, one, sides, 1, "CONTINUE");
    if (auto started = one.step("start"); !started)
        return started;
    if (auto recorded = one.step("record-session"); !recorded)
        return recorded;
    if (one.root().get(mediation::courtReferralMode) == QLatin1String("WP") && chance(random, 3)) {
        one.advance(1, 3);
        if (auto begun = one.step("begin-appraisal"); !begun)
            return begun;
        if (chance(random, 25))
            return {}; // still being appraised: the clock stands
        one.advance(5, 15);
        if (auto ended = one.step("end-appraisal"); !ended)
            return ended;
    }
    if (chance(random, 2)) {
        if (auto suspended = one.step("suspend"); !suspended)
            return suspended;
        if (chance(random, 40))
            return {};
        one.advance(3, 10);
        if (auto resumed = one.step("resume"); !resumed)
            return resumed;
    }
    for (int number = 2; number < 4 && chance(random, 35); ++number) {
        one.advance(2, 7);
        if (one.outOfTime())
            return {};
        meet(world, one, sides, number, "CONTINUE");
        if (auto recorded = one.step("record-session"); !recorded)
            return recorded;
    }
    one.advance(0, 6);
    open = !one.outOfTime();
    return {};
}

Outcome conclude(DemoWorld &world, DemoCase &one, const Sides &sides)
{
    Random &random = world.random();
    const int fate = static_cast<int>(random.below(100));
    if (fate >= 90 && fate < 98) {
        one.root().set(mediation::remediesTold, true);
        if (auto failed = one.step(
                "fail", {{&mediation::endReason, Value(chance(random, 60) ? QStringLiteral("01") : QStringLiteral("02"))}});
            !failed)
            return failed;
    } else if (fate >= 98) {
        if (auto withdrawn = one.step("withdraw"); !withdrawn)
            return withdrawn;
    } else {
        const bool oral = one.root().get(mediation::amountClaimed).value_or(Money{}).fen == 0 && chance(random, 60);
        writeAgreement(world, one, sides, oral, chance(random, 30));
        const RecordId version = one.last(Kind::Agreement).id;
        if (auto agreed = one.step("agree"); !agreed)
            return agreed;
        one.advance(0, 5);
        if (one.outOfTime())
            return {};
        if (auto confirmed = confirm(world, one, version); !confirmed)
            return confirmed;
        if (auto performed = perform(world, one, version); !performed)
            return performed;
    }
    one.advance(0, 4);
    if (one.outOfTime() || chance(random, 2))
        return {};
    return finish(world, one, fate < 90);
}

} // namespace

Result<DemoCase> demoMediation(DemoWorld &world)
{
    Random &random = world.random();
    const Instant openedAt = world.moment();
    DemoCase one(world, Kind::Mediation, world.office(), openedAt);
    Record &root = one.root();
    const Route &route = anyRoute(random);
    const QString type = text(route.channel) == QLatin1String("LD")   ? QStringLiteral("10")
                         : text(route.channel) == QLatin1String("TD") ? QStringLiteral("16")
                                                                      : text(pick(random, disputeTypes));
    const RecordId village = world.villageOf(root.office);
    const Sides sides = nameSides(world, one, world.villageName(village), type);
    const demoTexts::Dispute dispute = demoTexts::dispute(random, type, sides.a, sides.b, world.villageName(village));
    root.set(mediation::committee, world.committeeOf(root.office));
    root.set(mediation::source, text(route.source));
    root.set(mediation::disputeType, type);
    root.set(mediation::disputeSubtype, dispute.subtype);
    root.set(mediation::occurredOn, one.now().localDay().plus(-between(random, 0, 200)));
    root.set(mediation::village, village);
    root.set(mediation::facts, dispute.facts);
    root.set(mediation::claims, dispute.claims);
    if (dispute.fen > 0)
        root.set(mediation::amountClaimed, Money{dispute.fen});
    static constexpr const char *risks[] = {"GREEN", "GREEN", "GREEN",  "GREEN",  "GREEN",
                                            "GREEN", "GREEN", "YELLOW", "YELLOW", "ORANGE"};
    root.set(mediation::escalationRisk, chance(random, 1) ? QStringLiteral("RED") : text(pick(random, risks)));
    root.set(common::receivedAt, one.now());
    const bool referred = *route.channel != '\0';
    if (referred)
        refer(world, one, route);
    if (auto drafted = one.step("draft"); !drafted)
        return drafted.error();
    if (chance(random, 1))
        return one;
    bool open = false;
    if (auto taken = takeOn(world, one, referred || root.get(mediation::source) == QLatin1String("20"), open); !taken)
        return taken.error();
    if (!open)
        return one;
    if (auto talked = talk(world, one, sides, open); !talked)
        return talked.error();
    if (!open)
        return one;
    if (auto concluded = conclude(world, one, sides); !concluded)
        return concluded.error();
    return one;
}

} // namespace yizhan
