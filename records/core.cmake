# SPDX-License-Identifier: GPL-3.0-or-later
# The machinery: values, records, registry, queries, codec, checks, moves; and the kinds that every docket shares.
set(YIZHAN_SPEC_SOURCES ${YIZHAN_SPEC_SOURCES}
  Value.cpp Record.cpp Registry.cpp Cbor.cpp Codec.cpp
  FieldVersions.cpp Query.cpp QueryText.cpp Fold.cpp Validate.cpp FieldText.cpp RecordJson.cpp
  Clocks.cpp Derive.cpp CaseMove.cpp MoveRun.cpp MoveClocks.cpp NumberPlaces.cpp
  kinds/Party.cpp kinds/Session.cpp kinds/FollowUp.cpp kinds/Task.cpp kinds/Note.cpp kinds/Attachment.cpp kinds/Document.cpp
  kinds/Referral.cpp kinds/Assignment.cpp kinds/Timer.cpp kinds/Handover.cpp kinds/Consultation.cpp kinds/Project.cpp
  kinds/Office.cpp kinds/Village.cpp kinds/Staff.cpp kinds/User.cpp kinds/Device.cpp kinds/Conflict.cpp kinds/Committee.cpp)
