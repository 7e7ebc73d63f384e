// SPDX-License-Identifier: GPL-3.0-or-later
// Questions that the guards of several dockets ask about a case: who is named, which papers are there, which clocks are over.
#pragma once

#include "records/LifeCycle.h"

#include <initializer_list>

namespace yizhan::caseFacts {

// Any thread; nothing here changes the case.
bool isTicked(const Record &record, const Field<bool> &field);
// The one made last; null if the case has none. Under `parent` only, where one is given.
const Record *newest(const CaseFile &file, Kind kind);
const Record *newestUnder(const CaseFile &file, const RecordId &parent, Kind kind);
bool hasParty(const CaseFile &file, std::initializer_list<const char *> roles);
bool hasMinor(const CaseFile &file);

// A final paper of that form, a signed copy of it, or its tick in the list of papers.
bool hasPaper(const CaseFile &file, const Field<QStringList> &ticked, const char *form);
bool hasAttachment(const CaseFile &file, const char *fileClass);
bool hasAnyPaper(const CaseFile &file, const Field<QStringList> &ticked);

Day today(const GuardContext &context);
// The newest timer of the rule under `owner`; null if it never started there.
const Record *timerOf(const CaseFile &file, const RecordId &owner, const char *rule);
// The timer has a due day and that lies before today. A paused clock is never over.
bool isOver(const GuardContext &context, const RecordId &owner, const char *rule);
// The top of return_state; empty if nothing was put there.
QString returnsTo(const Record &record);

// The answer to the body that sent the case goes into the referral, unless somebody has written one already.
void answerReferral(CaseFile &file, const GuardContext &context, const char *result);

// Whether the condition of the rule in the data holds for the case; a rule that is gone bars nothing.
bool ruleHolds(const GuardContext &context, const char *rule);

} // namespace yizhan::caseFacts
