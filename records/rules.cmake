# SPDX-License-Identifier: GPL-3.0-or-later
# What reads the data files of resources/: code lists, calendar, deadlines, offices, roles, numbers; identifiers and money.
set(YIZHAN_RULES_SOURCES
  CalendarFiles.cpp
  CodeList.cpp
  DataFile.cpp
  Deadline.cpp
  DeadlineRule.cpp
  Identifier.cpp
  Money.cpp
  NumberTable.cpp
  OfficeDirectory.cpp
  PeriodCount.cpp
  Resources.cpp
  RoleTable.cpp
  RuleBook.cpp
  TimerState.cpp
  WorkCalendar.cpp
  ${CMAKE_SOURCE_DIR}/resources/rules.qrc)
