// SPDX-License-Identifier: GPL-3.0-or-later
// Records as a clerk would type them, complete enough to be saved.
#pragma once

#include "records/Record.h"

namespace yizhan::tests {

Record sampleConsultation(const QString &question = QStringLiteral("工资拖欠怎么办"));
Record sampleMediation(const QString &facts = QStringLiteral("楼上漏水，协商未果")); // a draft case
Record sampleParty(const RecordId &root, const QString &name, const QString &idNo = {},
                   const QString &role = QStringLiteral("APPLICANT"));
Record sampleNote(const RecordId &root, const QString &text);

} // namespace yizhan::tests
