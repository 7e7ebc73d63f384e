# SPDX-License-Identifier: GPL-3.0-or-later
# The three dockets: mediation, legal aid, notary, and the kinds that belong to one of them alone.
set(YIZHAN_SPEC_SOURCES ${YIZHAN_SPEC_SOURCES}
  kinds/CaseFacts.cpp
  kinds/Mediation.cpp kinds/MediationLifeCycle.cpp kinds/MediationPapers.cpp
  kinds/Agreement.cpp kinds/AgreementTracks.cpp
  kinds/LegalAid.cpp kinds/LegalAidLifeCycle.cpp kinds/LegalAidGuards.cpp
  kinds/Objection.cpp kinds/Hearing.cpp kinds/WorkLog.cpp
  kinds/DutyHelp.cpp
  kinds/Notary.cpp kinds/NotaryLifeCycle.cpp kinds/NotaryGuards.cpp kinds/Recheck.cpp)
