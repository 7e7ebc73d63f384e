# SPDX-License-Identifier: GPL-3.0-or-later
# The declarations and what reads them: values, codec, questions, checks, steps, derived fields.
yizhan_test(records tst_declarations SOURCES DeclarationTest.cpp DeclarationText.h RuleFixtures.h USES records base PATHS)
yizhan_test(records tst_record SOURCES RecordTest.cpp RandomRecords.h RuleFixtures.h USES records base)
yizhan_test(records tst_codec SOURCES CodecTest.cpp RandomRecords.h RuleFixtures.h USES records base)
yizhan_test(records tst_query SOURCES QueryTest.cpp RandomRecords.h RuleFixtures.h USES records base)
yizhan_test(records tst_validate SOURCES ValidateTest.cpp RandomRecords.h RuleFixtures.h USES records base)
yizhan_test(records tst_field_text SOURCES FieldTextTest.cpp RuleFixtures.h USES records base)
yizhan_test(records tst_case_move SOURCES CaseMoveTest.cpp SampleKind.h RuleFixtures.h USES records base)
yizhan_test(records tst_consultation SOURCES ConsultationTest.cpp RuleFixtures.h USES records base)
yizhan_test(records tst_derive SOURCES DeriveTest.cpp RuleFixtures.h USES records base)
yizhan_test(records tst_field_versions SOURCES FieldVersionsTest.cpp USES records base)
