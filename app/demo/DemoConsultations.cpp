// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoCase.h"
#include "app/demo/DemoTexts.h"
#include "records/CodeList.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Handover.h"

namespace yizhan {

namespace {

QString text(const char *words) { return QString::fromUtf8(words); }

// How people come: most to a counter, many by telephone, some in writing.
QString channelOf(Random &random)
{
    static constexpr const char *channels[] = {
        "WINDOW_D", "WINDOW_D", "WINDOW_T", "WINDOW_T", "WINDOW_T", "WINDOW_T", "WINDOW_V", "WINDOW_V", "HOTLINE", "HOTLINE",
        "HOTLINE",  "HOTLINE",  "HOTLINE",  "HOTLINE",  "WEB",      "APP",      "VIDEO",    "ROBOT",    "KIOSK",   "OUTREACH",
    };
    return chance(random, 2) ? QStringLiteral("LETTER") : text(pick(random, channels));
}

QString anyCode(DemoWorld &world, const char *list)
{
    return pick(world.random(), world.rules().codes().values(QString::fromLatin1(list)))->code;
}

QString anyCategory(DemoWorld &world)
{
    return chance(world.random(), 85) ? anyCode(world, "consult_category") : QStringLiteral("02");
}

Inputs answerOf(DemoWorld &world, const QString &answer)
{
    static constexpr const char *results[] = {"ANSWERED",     "ANSWERED", "ANSWERED",  "ANSWERED",    "ANSWERED", "APPOINT",
                                              "TO_MEDIATION", "TO_AID",   "TO_NOTARY", "TO_PETITION", "TO_OTHER", "GUIDE"};
    Inputs inputs{{&consultation::answer, Value(answer)}, {&consultation::result, Value(text(pick(world.random(), results)))}};
    if (inputs.back().second.text() == QLatin1String("TO_OTHER") || inputs.back().second.text() == QLatin1String("GUIDE"))
        inputs.emplace_back(&consultation::guidedTo, Value(QStringLiteral("告知主管单位、地址和电话")));
    return inputs;
}

// Sent to another unit, and the consultation with the slip; some slips come back, some lie there still.
Outcome handOver(DemoWorld &world, DemoCase &one, const QString &answer, bool &answered)
{
    Random &random = world.random();
    const RecordId slip = one.add(Kind::Handover).id;
    if (auto noted = one.step("note-own", {}, slip); !noted)
        return noted;
    const Inputs sending{{&handover::toUnit, Value(pick(random, world.offices()))},
                         {&handover::matter, Value(QStringLiteral("咨询事项属其他单位职责，请接待答复"))},
                         {&handover::contact, Value(one.root().get(consultation::phone))}};
    if (auto sent = one.step("send", sending, slip); !sent)
        return sent;
    if (chance(random, 8))
        return {}; // nobody has signed for it yet
    one.advance(0, 1);
    if (chance(random, 15)) {
        return one.step("return", {{&handover::returnReason, Value(QStringLiteral("不属本单位职责"))}}, slip);
    }
    if (auto accepted = one.step("accept", {}, slip); !accepted)
        return accepted;
    if (chance(random, 10))
        return {};
    one.advance(0, 3);
    answered = true;
    return one.step("finish", {{&handover::feedback, Value(answer)}, {&handover::result, Value(QStringLiteral("ANSWERED"))}},
                    slip);
}

// Eight of ten are content; the others are called back.
Outcome rate(DemoWorld &world, DemoCase &one)
{
    Random &random = world.random();
    const int mood = static_cast<int>(random.below(100));
    const char *rating = mood < 55 ? "5" : mood < 80 ? "4" : mood < 90 ? "3" : mood < 93 ? "2" : mood < 95 ? "1" : "0";
    const Inputs inputs{{&consultation::satisfaction, Value(text(rating))},
                        {&consultation::duration, Value(between(random, 2, 45))}};
    if (auto closed = one.step("close", inputs); !closed)
        return closed;
    if (mood >= 90 && mood < 95 && chance(random, 80)) {
        one.advance(1, 3);
        return one.step("call-back",
                        {{&consultation::callbackResult, Value(QStringLiteral("已电话回访并补充说明，来访人表示理解"))}});
    }
    return {};
}

// What somebody asks at the counter or on the telephone, and who it is.
demoTexts::Question enter(DemoWorld &world, DemoCase &one)
{
    Random &random = world.random();
    Record &root = one.root();
    const QString drawn = anyCategory(world);
    const DemoWorld::Caller *again = world.comesBack(one.now());
    const QString category = again ? again->category : drawn;
    demoTexts::Question question = demoTexts::question(random, category);
    root.set(consultation::channel, channelOf(random));
    root.set(consultation::category, category);
    root.set(consultation::question, question.question);
    root.set(consultation::heads, std::int64_t{chance(random, 90) ? 1 : between(random, 2, 6)});
    root.set(common::receivedAt, one.now());
    root.set(consultation::village, world.villageOf(root.office));
    root.set(common::handler, world.clerk(root.office));
    if (!chance(random, 6)) { // some give no name
        const DemoPerson stranger = world.people().person(one.now().localDay());
        const DemoPerson &person = again ? again->person : stranger;
        if (again)
            root.set(consultation::repeatOf, again->consultation);
        else
            world.remember({root.id, person, category, one.now()});
        root.set(consultation::name, person.name);
        root.set(consultation::gender, person.gender);
        root.set(consultation::phone, person.phone);
        if (chance(random, 40))
            root.set(consultation::personCategory, QStringList{anyCode(world, "applicant_category")});
    }
    if (root.get(consultation::channel) == QLatin1String("HOTLINE")) {
        root.set(consultation::callerNo, root.get(consultation::phone));
        root.set(consultation::offeredAt, Instant{one.now().ms - between(random, 5, 90) * 1000LL});
        root.set(consultation::answeredAt, one.now());
        root.set(consultation::endedAt, Instant{one.now().ms + between(random, 60, 1500) * 1000LL});
    }
    return question;
}

} // namespace

Result<DemoCase> demoConsultation(DemoWorld &world)
{
    Random &random = world.random();
    const Instant openedAt = world.moment();
    DemoCase one(world, Kind::Consultation, world.office(), openedAt);
    const demoTexts::Question question = enter(world, one);
    const Record &root = one.root();
    if (auto opened = one.step("open"); !opened)
        return opened.error();
    bool answered = false;
    if (chance(random, 7)) {
        one.advance(0, 0);
        if (auto handed = handOver(world, one, question.answer, answered); !handed)
            return handed.error();
        if (!answered && root.get(consultation::status) != QLatin1String("OPEN"))
            return one;
    } else if (root.get(consultation::channel) != QLatin1String("LETTER") && chance(random, 6)) {
        if (auto appointed = one.step("appoint"); !appointed)
            return appointed.error();
        one.advance(1, 5);
    } else if (root.get(consultation::channel) == QLatin1String("LETTER")) {
        one.advance(2, 9);
    } else {
        one.advance(0, 0);
    }
    if (one.outOfTime() || (!answered && chance(random, 1)))
        return one;
    if (!answered) {
        if (auto replied = one.step("reply", answerOf(world, question.answer)); !replied)
            return replied.error();
    }
    if (chance(random, 3)) {
        one.advance(2, 12);
        if (auto reopened = one.step("reopen"); !reopened)
            return reopened.error();
        if (chance(random, 50) || one.outOfTime())
            return one;
        one.advance(0, 1);
        if (auto replied = one.step("reply", answerOf(world, question.answer)); !replied)
            return replied.error();
    }
    if (chance(random, 4))
        return one;
    if (auto rated = rate(world, one); !rated)
        return rated.error();
    return one;
}

} // namespace yizhan
