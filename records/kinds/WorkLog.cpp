// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/WorkLog.h"

namespace yizhan::workLog {

namespace {
constexpr const FieldSpec *fields[] = {&doneAt, &kind, &minutes, &note, &person, &attachment, &told};
constexpr Kind parents[] = {Kind::LegalAid};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::WorkLog,
    .name = "work-log",
    .table = "work_log",
    .label = QT_TRANSLATE_NOOP("Kind", "Work entry"),
    .fields = fields,
    .parents = parents,
    .title = &kind,
    .defaultSort = &doneAt,
};

} // namespace yizhan::workLog
