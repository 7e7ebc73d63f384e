// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoCase.h"
#include "app/demo/DemoTexts.h"
#include "records/CodeList.h"
#include "records/kinds/Assignment.h"
#include "records/kinds/Hearing.h"
#include "records/kinds/LegalAid.h"
#include "records/kinds/Objection.h"
#include "records/kinds/Party.h"
#include "records/kinds/Referral.h"
#include "records/kinds/WorkLog.h"

namespace yizhan {

namespace {

QString text(const char *words) { return QString::fromUtf8(words); }

QStringList allClosingPapers()
{
    return {QStringLiteral("LA-12"), QStringLiteral("LA-14"), QStringLiteral("LA-21"),
            QStringLiteral("LA-53"), QStringLiteral("LA-54"), QStringLiteral("LA-55")};
}

// Who comes: four of ten are migrant workers after their wages.
QString categoryOf(Random &random)
{
    static constexpr const char *categories[] = {"NMG", "NMG",  "NMG",  "NMG",  "LNR", "LNR",  "CJR",   "FN",
                                                 "FN",  "WCNR", "JRJS", "TYJR", "DB",  "SSMZ", "JBSHZ", "OTHER"};
    return text(pick(random, categories));
}

void assign(DemoWorld &world, DemoCase &one, bool seasoned)
{
    Random &random = world.random();
    const DemoWorld::Lawyer &lawyer = world.lawyer(seasoned || chance(random, 30));
    Record &row = one.add(Kind::Assignment);
    row.set(assignment::firm, lawyer.firm);
    row.set(assignment::staff, lawyer.id);
    row.set(assignment::person, lawyer.name);
    row.set(assignment::licenceNo, lawyer.licence);
    row.set(assignment::years, std::int64_t{lawyer.years});
    row.set(assignment::minorsOk, lawyer.minors);
    row.set(assignment::phone, lawyer.phone);
    row.set(assignment::available, true);
    row.set(assignment::conflictFree, true);
}

Outcome handIn(DemoWorld &world, DemoCase &one, const char *step)
{
    Random &random = world.random();
    one.advance(3, 22);
    if (one.outOfTime())
        return {};
    Record &root = one.root();
    root.set(legalAid::papers, allClosingPapers());
    if (auto handed = one.step(step, {{&legalAid::fileReceivedOn, Value(one.now().localDay())}}); !handed)
        return handed;
    one.advance(2, 15);
    if (one.outOfTime())
        return {};
    if (chance(random, 4)) {
        if (auto returned = one.step("return-file", {{&legalAid::fileMissing, Value(QStringLiteral("缺少裁判文书复印件"))}});
            !returned)
            return returned;
        return {};
    }
    root.set(legalAid::fileCheckPassed, true);
    root.set(legalAid::sampled, chance(random, 15));
    root.set(legalAid::qualityMethod,
             QStringList{world.rules().codes().values(QStringLiteral("quality_method")).front()->code});
    root.set(legalAid::qualityScore, std::int64_t{between(random, 70, 99)});
    root.set(legalAid::subsidyAmount, Money{between(random, 12, 32) * std::int64_t{10'000}});
    root.set(legalAid::satisfaction, chance(random, 92) ? QStringLiteral("5") : QStringLiteral("3"));
    if (auto closed = one.step("close"); !closed)
        return closed;
    one.advance(3, 20);
    if (one.outOfTime() || chance(random, 10))
        return {};
    return one.step("archive");
}

Outcome conclude(DemoWorld &world, DemoCase &one)
{
    Random &random = world.random();
    const Record &root = one.root();
    static constexpr const char *civil[] = {"WIN", "WIN", "PART", "PART", "MEDIATE", "MEDIATE", "SETTLE", "LOSE", "WITHDRAW"};
    static constexpr const char *criminal[] = {"ADOPT", "PARTADOPT", "PARTADOPT", "NOTADOPT", "NOPROSEC"};
    const bool isCriminal = root.get(legalAid::caseKind) == QLatin1String("XS");
    Inputs result{{&legalAid::outcome, Value(text(isCriminal ? pick(random, criminal) : pick(random, civil)))},
                  {&legalAid::concludedOn, Value(one.now().localDay())},
                  {&legalAid::resultDocumentNo, Value(QStringLiteral("（%1）京0112%2初%3号")
                                                          .arg(one.now().localDay().year())
                                                          .arg(isCriminal ? QStringLiteral("刑") : QStringLiteral("民"))
                                                          .arg(between(random, 100, 29'000)))}};
    if (!isCriminal)
        result.emplace_back(&legalAid::recovered, Value(Money{root.get(legalAid::claimAmount).value_or(Money{}).fen
                                                              * between(random, 0, 100) / 100}));
    if (auto concluded = one.step("conclude", result); !concluded)
        return concluded;
    return handIn(world, one, "hand-in-file");
}

// From the assignment to the archive, or as far as the year reaches.
Outcome handle(DemoWorld &world, DemoCase &one)
{
    Random &random = world.random();
    Record &root = one.root();
    one.advance(0, 4);
    if (one.outOfTime())
        return {};
    root.set(legalAid::papers, QStringList{QStringLiteral("LA-12")});
    if (chance(random, 5)) {
        one.last(Kind::Assignment).set(assignment::notSignedReason, QStringLiteral("受援人在外地，暂不能签字"));
        if (auto engaged = one.step("engage-unsigned"); !engaged)
            return engaged;
    } else {
        one.last(Kind::Assignment).set(assignment::engagedOn, one.now().localDay());
        if (auto engaged = one.step("engage"); !engaged)
            return engaged;
    }
    one.advance(0, 4);
    if (one.outOfTime())
        return {};
    static constexpr const char *works[] = {"MEETING", "FILES", "INQUIRY", "DOCUMENT", "HEARING", "MEDIATION"};
    const auto work = [&](const char *kind) {
        Record &row = one.add(Kind::WorkLog);
        row.set(workLog::doneAt, one.now());
        row.set(workLog::kind, text(kind));
        row.set(workLog::minutes, std::int64_t{between(random, 20, 240)});
        row.set(workLog::note, QStringLiteral("已按要求办理，情况记入卷宗。"));
    };
    work("MEETING");
    if (auto begun = one.step("begin-work"); !begun)
        return begun;
    if (chance(random, 3)) {
        const QString asker = pick(random, world.rules().codes().values(QStringLiteral("change_asked_by")))->code;
        if (auto change = one.step("ask-change", {{&legalAid::changeAskedBy, Value(asker)}}); !change)
            return change;
        if (chance(random, 40))
            return {};
        one.advance(1, 3);
        return one.step("refuse-change",
                        {{&legalAid::changeAnswer, Value(QStringLiteral("承办人员依法履职，更换理由不充分"))}});
    }
    for (int i = 0; i < 3 && chance(random, 60); ++i) {
        one.advance(3, 15);
        if (one.outOfTime())
            return {};
        work(pick(random, works));
    }
    one.advance(8, 45);
    if (one.outOfTime())
        return {};
    if (chance(random, 4)) {
        if (auto ended = one.step("terminate", {{&legalAid::terminationGround, Value(QStringLiteral("48-7"))},
                                                {&legalAid::workDone, Value(true)}});
            !ended)
            return ended;
        return handIn(world, one, "hand-in-terminated");
    }
    return conclude(world, one);
}

Outcome refuse(DemoWorld &world, DemoCase &one)
{
    Random &random = world.random();
    if (auto refused = one.step("refuse", {{&legalAid::refuseReason, Value(QStringLiteral("01"))}}); !refused)
        return refused;
    one.advance(0, 2);
    if (auto served = one.step("serve-decision", {{&legalAid::decisionServedOn, Value(one.now().localDay())}}); !served)
        return served;
    if (!chance(random, 40) || one.outOfTime())
        return {};
    one.advance(1, 9);
    if (one.outOfTime())
        return {};
    Record &row = one.add(Kind::Objection);
    const RecordId objectionId = row.id;
    row.set(objection::against, QStringLiteral("REFUSAL"));
    row.set(objection::receivedOn, one.now().localDay());
    row.set(objection::grounds, QStringLiteral("申请人认为其家庭收入计算有误。"));
    if (auto received = one.step("receive", {}, objectionId); !received)
        return received;
    one.advance(1, 4);
    if (one.outOfTime() || chance(random, 20))
        return {};
    return one.step("uphold", {{&objection::reasons, Value(QStringLiteral("经审查，原决定认定事实清楚，适用依据正确。"))}},
                    objectionId);
}

// Before the review is done, because a limitation runs out.
Outcome helpAtOnce(DemoWorld &world, DemoCase &one)
{
    one.root().set(legalAid::limitationDate, one.now().localDay().plus(5));
    assign(world, one, true);
    if (auto given = one.step("assign-provisionally", {{&legalAid::provisionalGround, Value(QStringLiteral("44-1"))}}); !given)
        return given;
    one.advance(1, 3);
    if (one.outOfTime() || chance(world.random(), 30))
        return {};
    if (auto granted = one.step("track-grant"); !granted)
        return granted;
    return handle(world, one);
}

Outcome review(DemoWorld &world, DemoCase &one)
{
    Random &random = world.random();
    Record &root = one.root();
    one.advance(0, 1);
    if (one.outOfTime() || chance(random, 1))
        return {};
    root.set(legalAid::duplicateChecked, true);
    root.set(legalAid::scopeOk, true);
    const int fate = static_cast<int>(random.below(100));
    if (fate < 2)
        return one.step("pass-on", {{&legalAid::transferredTo, Value(QStringLiteral("演示区法律援助中心"))}});
    if (fate < 4)
        return one.step("withdraw");
    if (fate < 7)
        return helpAtOnce(world, one);
    if (fate < 20) {
        if (auto asked = one.step("ask-supplement",
                                  {{&legalAid::supplementList, Value(QStringLiteral("身份证复印件；工资条或考勤记录"))},
                                   {&legalAid::supplementDue, Value(one.now().localDay().plus(10))}});
            !asked)
            return asked;
        if (chance(random, 15))
            return {}; // the clock stands while the applicant looks for the papers
        if (chance(random, 12)) {
            one.advance(10, 14);
            return one.outOfTime() ? Outcome{} : one.step("deem-withdrawn");
        }
        one.advance(1, 6);
        if (one.outOfTime())
            return {};
        root.set(legalAid::papersComplete, true);
        if (auto complete = one.step("complete-papers"); !complete)
            return complete;
    } else {
        root.set(legalAid::papersComplete, true);
        if (auto accepted = one.step("accept"); !accepted)
            return accepted;
    }
    one.advance(0, 4);
    if (one.outOfTime() || chance(random, 2))
        return {};
    if (chance(random, 6))
        return refuse(world, one);
    if (auto approved = one.step("approve"); !approved)
        return approved;
    one.advance(0, 2);
    if (one.outOfTime() || chance(random, 2))
        return {};
    assign(world, one, root.get(legalAid::applicantCategory).contains(QLatin1String("WCNR")));
    if (auto assigned = one.step("assign"); !assigned)
        return assigned;
    return handle(world, one);
}

Outcome onApplication(DemoWorld &world, DemoCase &one)
{
    Random &random = world.random();
    Record &root = one.root();
    const QString category = categoryOf(random);
    const bool minor = category == QLatin1String("WCNR");
    const DemoPerson person = world.people().person(one.now().localDay(),
                                                    minor                              ? 9
                                                    : category == QLatin1String("LNR") ? 61
                                                                                       : 20,
                                                    minor                              ? 17
                                                    : category == QLatin1String("LNR") ? 90
                                                                                       : 59);
    Record &applicant = one.add(Kind::Party);
    describePerson(applicant, person, "APPLICANT");
    if (applicant.get(party::idNo).isEmpty()) { // aid needs a document
        applicant.set(party::idType, QStringLiteral("999"));
        applicant.set(party::idNo, QStringLiteral("DEMO-%1").arg(between(random, 100'000, 999'999)));
    }
    const DemoOrganisation other = world.people().organisation(one.now().localDay());
    const demoTexts::AidCause cause = demoTexts::civilCause(random, person.name, other.name);
    describeOrganisation(one.add(Kind::Party), other, "OPPONENT");
    root.set(legalAid::source, QStringLiteral("APPLY"));
    root.set(legalAid::aidForm, QStringLiteral("4"));
    root.set(legalAid::caseKind, text(cause.kind));
    root.set(legalAid::civilStage, text(cause.kind) == QLatin1String("ZC") ? QStringLiteral("ZC") : QStringLiteral("YS"));
    root.set(legalAid::matter, text(cause.matter));
    root.set(legalAid::cause, text(cause.cause));
    root.set(legalAid::applicantCategory, QStringList{category});
    root.set(legalAid::facts, cause.facts);
    root.set(legalAid::requests, cause.requests);
    if (cause.fen > 0)
        root.set(legalAid::claimAmount, Money{cause.fen});
    root.set(legalAid::competenceChecked, true);
    root.set(legalAid::meansMethod, QStringLiteral("UNDERTAKING"));
    root.set(legalAid::meansHousehold, std::int64_t{between(random, 1, 6)});
    root.set(legalAid::meansIncomeMonth, Money{between(random, 8, 60) * std::int64_t{10'000}});
    root.set(legalAid::meansDeclaredOn, one.now().localDay());
    if (auto drafted = one.step("draft"); !drafted)
        return drafted;
    if (chance(random, 1))
        return {};
    if (auto received = one.step("receive"); !received)
        return received;
    return review(world, one);
}

// A notice of police, procuratorate or court: a suspect who must have a lawyer.
Outcome onNotice(DemoWorld &world, DemoCase &one)
{
    Random &random = world.random();
    Record &root = one.root();
    static constexpr std::pair<const char *, const char *> sources[] = {
        {"NOTICE_POLICE", "演示公安分局"}, {"NOTICE_PROC", "北京市通州区人民检察院"}, {"NOTICE_COURT", "北京市通州区人民法院"}};
    static constexpr const char *grounds[] = {"25-1", "25-2", "25-3", "25-4", "25-6", "25-7", "25-P2", "25-P2", "25-P2"};
    static constexpr const char *stages[] = {"ZC", "SCQS", "YS", "YS", "ES"};
    const auto &[source, authority] = pick(random, sources);
    const QString ground = text(pick(random, grounds));
    const bool minor = ground == QLatin1String("25-1");
    Record &suspect = one.add(Kind::Party);
    describePerson(suspect, world.people().person(one.now().localDay(), minor ? 14 : 18, minor ? 17 : 65), "SUSPECT");
    root.set(legalAid::source, text(source));
    root.set(legalAid::authorityName, text(authority));
    root.set(legalAid::noticeNo,
             QStringLiteral("演示通援〔%1〕%2号").arg(one.now().localDay().year()).arg(between(random, 1, 3000)));
    root.set(legalAid::noticeGround, ground);
    root.set(legalAid::criminalStage, text(pick(random, stages)));
    root.set(legalAid::noticeReceivedAt, one.now());
    root.set(legalAid::charge, demoTexts::charge(random));
    root.set(legalAid::detained, true);
    root.set(legalAid::custodyPlace, QStringLiteral("演示看守所"));
    root.set(legalAid::cause, root.get(legalAid::charge));
    root.set(legalAid::caseKind, QStringLiteral("XS"));
    if (auto received = one.step("receive-notice"); !received)
        return received;
    one.advance(0, 3);
    if (one.outOfTime() || chance(random, 2))
        return {};
    if (chance(random, 3)) {
        const QString reason = pick(random, world.rules().codes().values(QStringLiteral("notice_return_reason")))->code;
        return one.step("return-notice", {{&legalAid::noticeReturnReason, Value(reason)}});
    }
    assign(world, one, true);
    if (auto assigned = one.step("assign"); !assigned)
        return assigned;
    return handle(world, one);
}

} // namespace

Result<DemoCase> demoLegalAid(DemoWorld &world)
{
    const Instant openedAt = world.moment();
    DemoCase one(world, Kind::LegalAid, world.office(), openedAt);
    one.root().set(common::receivedAt, one.now());
    one.root().set(common::handler, world.clerk(one.root().office));
    const Outcome made = chance(world.random(), 62) ? onApplication(world, one) : onNotice(world, one);
    if (!made)
        return made.error();
    return one;
}

} // namespace yizhan
