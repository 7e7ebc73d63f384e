# SPDX-License-Identifier: GPL-3.0-or-later
# The three dockets: their state tables against a transcript, and cases told from beginning to end.
yizhan_test(records tst_life_cycles SOURCES LifeCycleTest.cpp RuleFixtures.h USES records base PATHS)
yizhan_test(records tst_mediation_stories SOURCES MediationStoryTest.cpp CaseStory.cpp CaseStory.h RuleFixtures.h USES records base)
yizhan_test(records tst_legal_aid_stories SOURCES LegalAidStoryTest.cpp LegalAidStory.h CaseStory.cpp CaseStory.h RuleFixtures.h USES records base)
yizhan_test(records tst_notary_stories SOURCES NotaryStoryTest.cpp CaseStory.cpp CaseStory.h RuleFixtures.h USES records base)
yizhan_test(records tst_legal_aid_reviews SOURCES LegalAidReviewStoryTest.cpp LegalAidStory.h CaseStory.cpp CaseStory.h RuleFixtures.h USES records base)
