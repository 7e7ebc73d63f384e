// SPDX-License-Identifier: GPL-3.0-or-later
// What quarrels, questions and applications of the demo district are about.
#pragma once

#include "base/Random.h"

#include <QString>

namespace yizhan::demoTexts {

struct Dispute {
    QString facts;
    QString claims;
    QString subtype;
    std::int64_t fen = 0; // claimed; 0 = not about money
};

// By code of "dispute_type" ("01" ...); `a` and `b` are the sides, `place` where it happened.
Dispute dispute(Random &random, const QString &type, const QString &a, const QString &b, const QString &place);
QString sessionRecord(Random &random, const QString &a, const QString &b);

struct Question {
    QString question;
    QString answer;
};
Question question(Random &random, const QString &category); // code of "consult_category"

struct AidCause {
    const char *cause;
    const char *matter; // code of "legal_aid_matter"
    const char *kind;   // code of "legal_aid_case_kind"
    QString facts;
    QString requests;
    std::int64_t fen = 0;
};
AidCause civilCause(Random &random, const QString &applicant, const QString &opponent);
QString charge(Random &random);

// Amounts as they come in life: many round ones, some to the cent.
std::int64_t amountFen(Random &random, int leastYuan, int mostYuan);

} // namespace yizhan::demoTexts
