// SPDX-License-Identifier: GPL-3.0-or-later
// How legal-aid stories begin: a worker who claims wages, brought as far as the test wants.
#pragma once

#include "tests/records/CaseStory.h"

#include "records/kinds/Assignment.h"
#include "records/kinds/LegalAid.h"
#include "records/kinds/Objection.h"
#include "records/kinds/Party.h"
#include "records/kinds/WorkLog.h"

namespace yizhan::legalAidStory {

using namespace legalAid;

// A migrant worker claims wages; entered at the counter, not yet received.
inline CaseStory worker(const char *today = "2026-03-02")
{
    CaseStory story(Kind::LegalAid, today);
    story.as("AID_CLERK");
    Record &root = story.root();
    root.set(source, QStringLiteral("APPLY"));
    root.set(aidForm, QStringLiteral("4"));
    root.set(matter, QStringLiteral("31-5"));
    root.set(cause, QStringLiteral("追索劳动报酬纠纷"));
    root.set(facts, QStringLiteral("工程结束后未结清工资。"));
    root.set(requests, QStringLiteral("支付工资"));
    root.set(applicantCategory, {QStringLiteral("NMG")});
    root.set(competenceChecked, true);
    root.set(common::receivedAt, story.now);
    if (!story.move("draft").isEmpty())
        qFatal("a draft can always be made");
    story.add(Kind::Party, [](Record &row) {
        row.set(party::type, QStringLiteral("NATURAL"));
        row.set(party::role, QStringLiteral("APPLICANT"));
        row.set(party::name, QStringLiteral("某甲"));
        row.set(party::idType, QStringLiteral("111"));
        row.set(party::idNo, QStringLiteral("110112198001010019"));
    });
    return story;
}

inline CaseStory received(const char *today = "2026-03-02")
{
    CaseStory story = worker(today);
    if (!story.move("receive").isEmpty())
        qFatal("cannot receive");
    return story;
}

inline CaseStory inReview(const char *today = "2026-03-02")
{
    CaseStory story = received(today);
    story.root().set(papersComplete, true);
    story.root().set(duplicateChecked, true);
    if (!story.as("AID_REVIEWER").move("accept").isEmpty())
        qFatal("cannot accept");
    return story;
}

inline void completeReview(CaseStory &story)
{
    story.root().set(caseKind, QStringLiteral("ZC"));
    story.root().set(civilStage, QStringLiteral("ZC"));
    story.root().set(scopeOk, true);
}

inline void name(CaseStory &story, const char *person = "律师一")
{
    story.add(Kind::Assignment, [person](Record &row) {
        row.set(assignment::firm, QStringLiteral("某律师事务所"));
        row.set(assignment::person, QString::fromUtf8(person));
        row.set(assignment::available, true);
        row.set(assignment::conflictFree, true);
    });
}

inline CaseStory assigned(const char *today = "2026-03-02")
{
    CaseStory story = inReview(today);
    completeReview(story);
    story.as("AID_DIRECTOR");
    if (!story.move("approve").isEmpty())
        qFatal("cannot approve");
    name(story);
    if (!story.move("assign").isEmpty())
        qFatal("cannot assign");
    return story;
}

inline void work(CaseStory &story)
{
    story.add(Kind::WorkLog, [&](Record &row) {
        row.set(workLog::doneAt, story.now);
        row.set(workLog::kind, QStringLiteral("MEETING"));
    });
}

inline void object(CaseStory &story, const char *against, const char *order)
{
    story.as("LEADER");
    const RecordId id = story.add(Kind::Objection, [&](Record &row) {
        row.set(objection::against, QString::fromLatin1(against));
        row.set(objection::receivedOn, story.now.localDay());
    });
    story.row(id).set(objection::reasons, QStringLiteral("理由"));
    if (*order && !story.move(id, order).isEmpty())
        qFatal("cannot decide the objection");
}

} // namespace yizhan::legalAidStory
