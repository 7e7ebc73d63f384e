// SPDX-License-Identifier: GPL-3.0-or-later
// How long closed cases are kept. The rules are a file that the administrator brings, each with what it rests on; the program
// has none of its own.
#pragma once

#include "base/Result.h"
#include "records/Record.h"

#include <QByteArray>
#include <vector>

namespace yizhan {

struct RetentionRule {
    const RecordSpec *spec = nullptr;   // of the root of the case
    QString period;                     // code in its field "retention" (Y10 ...); empty = cases in which none was chosen
    const FieldSpec *counted = nullptr; // the day it is counted from: from 1 January of the year after
    int years = 0;
    QString basis; // law, or decision of the archives; goes into the audit
};

class RetentionTable
{
public:
    // {"format": "yizhan-retention/1", "rules": [{"kind": "consultation", "period": "", "counted_from": "closed_on",
    // "years": 5, "basis": "…"}]}. Errors with file, line and reason: DF-...; two rules for the same cases, "PERM".
    static Result<RetentionTable> fromJson(const QString &fileName, const QByteArray &json);

    const std::vector<RetentionRule> &rules() const { return m_rules; }
    // The rule by which the case may be destroyed on this day; null = it is kept.
    const RetentionRule *overFor(const Record &root, Day today) const;

private:
    std::vector<RetentionRule> m_rules;
};

} // namespace yizhan
