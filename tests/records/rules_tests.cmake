# SPDX-License-Identifier: GPL-3.0-or-later
# The rules that are data: calendar, deadlines, code lists, directory, identifiers, money.
yizhan_test(records tst_deadlines SOURCES DeadlineTest.cpp RuleFixtures.h USES records base)
yizhan_test(records tst_clocks SOURCES ClockTest.cpp RuleFixtures.h USES records base)
yizhan_test(records tst_deadline_oracle SOURCES DeadlineOracleTest.cpp DayByDay.h RuleFixtures.h USES records base PATHS)
yizhan_test(records tst_work_calendar SOURCES WorkCalendarTest.cpp RuleFixtures.h USES records base)
yizhan_test(records tst_rule_files SOURCES RuleFilesTest.cpp RuleFixtures.h USES records base PATHS)
yizhan_test(records tst_code_lists SOURCES CodeListTest.cpp RuleFixtures.h USES records base)
yizhan_test(records tst_directory SOURCES DirectoryTest.cpp RuleFixtures.h USES records base)
yizhan_test(records tst_identifiers SOURCES IdentifierTest.cpp RuleFixtures.h USES records base)
yizhan_test(records tst_money SOURCES MoneyTest.cpp USES records base)
yizhan_test(records tst_rules_meet_records SOURCES RulesMeetRecordsTest.cpp RuleFixtures.h USES records base)
