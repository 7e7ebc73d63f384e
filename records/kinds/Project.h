// SPDX-License-Identifier: GPL-3.0-or-later
// A key project of the district (demolition, road, park ...) that needs legal service, with its log.
#pragma once

#include "records/RecordSpec.h"

namespace yizhan::project {

inline constexpr const char *sectionProject = QT_TRANSLATE_NOOP("Section", "Key project");
inline constexpr const char *sectionAlert = QT_TRANSLATE_NOOP("Section", "Alert");
inline constexpr const char *sectionFigures = QT_TRANSLATE_NOOP("Section", "Figures");
inline constexpr std::uint8_t alertGroup = 2;

inline constexpr auto status = codeField(1, "status", QT_TRANSLATE_NOOP("Field", "State"), "project_status").groupedAs(1).setByTransition().column(5).in(sectionProject).titled("状态");
inline constexpr auto name = textField(2, "name", QT_TRANSLATE_NOOP("Field", "Name of the project")).max(120).mandatory().searched(SearchAs::Text).column(12).in(sectionProject).titled("项目名称");
inline constexpr auto kind = codeField(3, "project_kind", QT_TRANSLATE_NOOP("Field", "Kind of project"), "project_kind").mandatory().column(6).in(sectionProject).titled("项目类别");
inline constexpr auto village = refField(4, "village_id", QT_TRANSLATE_NOOP("Field", "Village or community"), Kind::Village).column(6, false).in(sectionProject).titled("村居");
inline constexpr auto place = textField(5, "place", QT_TRANSLATE_NOOP("Field", "Place")).max(120).in(sectionProject).titled("项目地点");
inline constexpr auto households = integerField(6, "households", QT_TRANSLATE_NOOP("Field", "Households")).range(0, 1'000'000).column(4).in(sectionProject).titled("涉及户数");
inline constexpr auto signedCount = integerField(7, "signed", QT_TRANSLATE_NOOP("Field", "Households signed")).range(0, 1'000'000).column(4).in(sectionProject).titled("签约户数");
inline constexpr auto area = textField(8, "area", QT_TRANSLATE_NOOP("Field", "Area")).max(60).in(sectionProject).titled("面积");
inline constexpr auto fromOn = dayField(9, "from_on", QT_TRANSLATE_NOOP("Field", "From")).column(6, false).in(sectionProject).titled("开始日期");
inline constexpr auto toOn = dayField(10, "to_on", QT_TRANSLATE_NOOP("Field", "Until")).column(6, false).in(sectionProject).titled("截止日期");
inline constexpr auto leadUnit = textField(11, "lead_unit", QT_TRANSLATE_NOOP("Field", "Leading unit")).max(120).in(sectionProject).titled("牵头单位");
inline constexpr auto team = longTextField(12, "team", QT_TRANSLATE_NOOP("Field", "Team")).max(1000).in(sectionProject).titled("服务团队");
// The Sunday that closed the last reporting week; the weekly log is due a week later.
inline constexpr auto weekClosedOn = dayField(13, "week_closed_on", QT_TRANSLATE_NOOP("Field", "Last week logged")).setByTransition().in(sectionProject);

inline constexpr auto alertLevel = codeField(20, "alert_level", QT_TRANSLATE_NOOP("Field", "Alert level"), "alert_level").groupedAs(alertGroup).column(4).in(sectionAlert).titled("预警等级");
inline constexpr auto alertSource = codeField(21, "alert_source", QT_TRANSLATE_NOOP("Field", "Alert came from"), "alert_source").groupedAs(alertGroup).in(sectionAlert);
inline constexpr auto alertText = longTextField(22, "alert_text", QT_TRANSLATE_NOOP("Field", "What is the matter")).max(2000).groupedAs(alertGroup).in(sectionAlert);
inline constexpr auto alertRaisedAt = instantField(23, "alert_raised_at", QT_TRANSLATE_NOOP("Field", "Alert raised")).groupedAs(alertGroup).setByTransition().in(sectionAlert);
inline constexpr auto alertSettledAt = instantField(24, "alert_settled_at", QT_TRANSLATE_NOOP("Field", "Alert settled")).groupedAs(alertGroup).setByTransition().in(sectionAlert);
inline constexpr auto alertResult = longTextField(25, "alert_result", QT_TRANSLATE_NOOP("Field", "How it was settled")).max(2000).groupedAs(alertGroup).in(sectionAlert);

// Computed from the log.
inline constexpr auto eventCount = integerField(40, "event_count", QT_TRANSLATE_NOOP("Field", "Log entries")).column(4, false).computed().in(sectionFigures);
inline constexpr auto headCount = integerField(41, "head_count", QT_TRANSLATE_NOOP("Field", "Persons served")).column(4, false).computed().in(sectionFigures);
inline constexpr auto disputeCount = integerField(42, "dispute_count", QT_TRANSLATE_NOOP("Field", "Disputes mediated")).column(4, false).computed().in(sectionFigures);
inline constexpr auto amountTotal = moneyField(43, "amount_total", QT_TRANSLATE_NOOP("Field", "Sum concerned")).column(6, false).computed().in(sectionFigures);

extern const RecordSpec spec;

} // namespace yizhan::project

namespace yizhan::projectEvent {

inline constexpr const char *sectionEvent = QT_TRANSLATE_NOOP("Section", "Log entry");

inline constexpr auto at = instantField(1, "at", QT_TRANSLATE_NOOP("Field", "Time")).mandatory().checked(Check::NotFuture).column(8).in(sectionEvent).titled("时间");
inline constexpr auto kind = codeField(2, "event_kind", QT_TRANSLATE_NOOP("Field", "Kind of entry"), "project_event").mandatory().column(6).in(sectionEvent).titled("服务类别");
inline constexpr auto heads = integerField(3, "heads", QT_TRANSLATE_NOOP("Field", "Persons")).range(0, 1'000'000).column(4).in(sectionEvent).titled("人次");
inline constexpr auto amount = moneyField(4, "amount", QT_TRANSLATE_NOOP("Field", "Sum")).column(6).in(sectionEvent).titled("涉及金额");
inline constexpr auto text = longTextField(5, "text", QT_TRANSLATE_NOOP("Field", "What was done")).max(5000).searched(SearchAs::Text).in(sectionEvent).titled("工作内容");
inline constexpr auto paper = refField(6, "attachment_id", QT_TRANSLATE_NOOP("Field", "Attachment"), Kind::Attachment).in(sectionEvent);

extern const RecordSpec spec;

} // namespace yizhan::projectEvent
