// SPDX-License-Identifier: GPL-3.0-or-later
// Fields that every case shares, declared once; ids 900..999 belong to them in every kind.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::common {

inline constexpr const char *sectionCase = QT_TRANSLATE_NOOP("Section", "Case");
inline constexpr const char *sectionProgress = QT_TRANSLATE_NOOP("Section", "Progress");
inline constexpr const char *sectionArchive = QT_TRANSLATE_NOOP("Section", "Archive");

// Merge group of what only makes sense together: status, return states and closing.
inline constexpr std::uint8_t statusGroup = 1;

inline constexpr auto caseNo = textField(900, "case_no", QT_TRANSLATE_NOOP("Field", "Case number"))
    .max(60).column(13).searched(SearchAs::CaseNumber).setByTransition().in(sectionCase).titled("案号|编号|卷号");
inline constexpr auto provisionalNo = textField(901, "provisional_no", QT_TRANSLATE_NOOP("Field", "Provisional number"))
    .max(40).searched(SearchAs::CaseNumber).setByTransition().in(sectionCase);
inline constexpr auto receivedAt = instantField(902, "received_at", QT_TRANSLATE_NOOP("Field", "Received"))
    .column(8).checked(Check::NotFuture).in(sectionCase).titled("收到时间|登记时间|受理时间")
    .hinted(QT_TRANSLATE_NOOP("Hint", "The event itself, not the time of typing: it starts the first clock."));
inline constexpr auto firstResponder = refField(903, "first_responder_id", QT_TRANSLATE_NOOP("Field", "First responder"), Kind::User)
    .setByTransition().in(sectionProgress);
inline constexpr auto handler = refField(904, "handler_id", QT_TRANSLATE_NOOP("Field", "Handler"), Kind::Staff)
    .column(5).in(sectionProgress).titled("承办人|经办人");
inline constexpr auto returnState = textField(905, "return_state", QT_TRANSLATE_NOOP("Field", "Returns to"))
    .max(120).groupedAs(statusGroup).setByTransition().in(sectionProgress); // stack, states separated by blanks, top last
inline constexpr auto greenChannel = codeSetField(906, "green_channel", QT_TRANSLATE_NOOP("Field", "Green channel"), "green_channel")
    .column(6, false).in(sectionCase);
inline constexpr auto urgentReason = codeField(907, "urgent_reason", QT_TRANSLATE_NOOP("Field", "Reason of urgency"), "urgent_reason")
    .column(6, false).in(sectionCase).titled("加急事由|加急原因");
inline constexpr auto project = refField(908, "project_id", QT_TRANSLATE_NOOP("Field", "Key project"), Kind::Project).in(sectionCase);
inline constexpr auto restricted = boolField(909, "restricted", QT_TRANSLATE_NOOP("Field", "Restricted case")).in(sectionCase)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Minors, domestic violence, sexual offences, community corrections: only handler, head and auditor see names."));
inline constexpr auto closedOn = dayField(910, "closed_on", QT_TRANSLATE_NOOP("Field", "Closed on"))
    .column(6, false).groupedAs(statusGroup).setByTransition().in(sectionProgress).titled("结案日期|办结日期");
inline constexpr auto archivedOn = dayField(911, "archived_on", QT_TRANSLATE_NOOP("Field", "Archived on"))
    .groupedAs(statusGroup).setByTransition().in(sectionArchive);
inline constexpr auto archiveClass = codeField(912, "archive_class", QT_TRANSLATE_NOOP("Field", "Archive class"), "archive_class").in(sectionArchive);
inline constexpr auto retention = codeField(913, "retention", QT_TRANSLATE_NOOP("Field", "Retention period"), "retention_period").in(sectionArchive);
inline constexpr auto shelf = textField(914, "shelf", QT_TRANSLATE_NOOP("Field", "Shelf")).max(60).in(sectionArchive);
inline constexpr auto voidReason = textField(915, "void_reason", QT_TRANSLATE_NOOP("Field", "Void because")).max(200).in(sectionArchive);
inline constexpr auto sandbox = boolField(916, "sandbox", QT_TRANSLATE_NOOP("Field", "Demo data")).setByTransition(); // never counted in a report
inline constexpr auto originConsultation = refField(917, "consultation_id", QT_TRANSLATE_NOOP("Field", "From consultation"), Kind::Consultation).in(sectionCase);

// Computed from children by deriveCase(), never sent.
inline constexpr auto parties = textField(950, "parties", QT_TRANSLATE_NOOP("Field", "Parties"))
    .max(400).level(Sensitivity::Personal, Mask::Name).column(12).computed();
inline constexpr auto nextDue = dayField(951, "next_due", QT_TRANSLATE_NOOP("Field", "Due")).column(6).computed();
inline constexpr auto nextDueRule = textField(952, "next_due_rule", QT_TRANSLATE_NOOP("Field", "Time limit")).max(40).column(8, false).computed();
inline constexpr auto dueProvisional = boolField(953, "due_provisional", QT_TRANSLATE_NOOP("Field", "Date provisional")).column(4, false).computed();
inline constexpr auto duePaused = boolField(954, "due_paused", QT_TRANSLATE_NOOP("Field", "Clock paused")).column(4, false).computed();

} // namespace yizhan::common
