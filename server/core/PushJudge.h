// SPDX-License-Identifier: GPL-3.0-or-later
// Judges the operations of one push: form, right, place, merge, rules; what cannot be taken becomes a conflict record.
#pragma once

#include "records/Validate.h"
#include "server/core/DistrictContext.h"
#include "server/core/OfficeBook.h"
#include "server/core/Rights.h"
#include "server/core/RowBook.h"
#include "sync/protocol/Merge.h"
#include "sync/protocol/Messages.h"

#include <algorithm>
#include <set>

namespace yizhan {

class NumberDesk;
class RuleBook;

// Who pushes, and what does not change while it is judged.
struct PushContext {
    SqlSession &session;
    const RuleBook &rules;
    const DistrictContext &district;
    RecordId device;
    QString homeOffice;
    const GrantList &grants;
    Epoch epoch = 0;
    Instant now;
};

// When the author says it was, as far as that can be: within a row every moment must be one that clients can read.
inline Instant declaredTime(const wire::Operation &operation, Instant now)
{
    constexpr std::int64_t yearMs = 366LL * 86'400'000;
    return std::clamp(operation.clientTime, Instant{}, Instant{now.ms + yearMs});
}

class PushJudge
{
public:
    PushJudge(const PushContext &context, RowBook &rows, PeopleBook &people, NumberDesk &numbers)
        : m_context(context), m_rows(rows), m_people(people), m_numbers(numbers)
    {}

    // All operations of one user transaction, in order. Their verdicts are added to judged().
    Outcome judgeTransaction(const std::vector<wire::Operation> &operations);
    std::vector<JudgedOperation> &judged() { return m_judged; }

private:
    // Why an operation is not taken: a code of conflict_origin, and what stood against it in words.
    struct Stop {
        const char *origin = nullptr;
        QString refusal;
        bool conflict = false; // the verdict: Conflict (a person decides between two values) or Refused
        explicit operator bool() const { return origin != nullptr; }
    };
    // Where an operation aims at.
    struct Aim {
        ServerRow *row = nullptr;  // the row, if there is one
        ServerRow *root = nullptr; // of its case; the row itself for a root
        const RecordSpec *spec = nullptr;
        GroupValues values;  // Set
        Record created;      // Create, Append
        QString office;      // whose conflict list and history it belongs to
        bool former = false; // the case left one of the offices that the workstation is granted
        bool moved = false;  // ... namely the one in which the author saw it
    };

    Outcome judgeOne(const wire::Operation &operation, const Stop &refused);
    Result<Stop> judge(const wire::Operation &operation, Aim &aim);
    static Stop judgeForm(const wire::Operation &operation, Aim &aim);
    static Stop judgeValues(const wire::Operation &operation, Aim &aim);
    Outcome findPlace(const wire::Operation &operation, Aim &aim);
    Result<bool> hasLeft(const QString &office, const ServerRow &row);
    Result<Stop> judgePlace(const wire::Operation &operation, const Aim &aim);
    Result<Stop> judgeGrowth(const wire::Operation &operation, const Aim &aim);
    Result<Stop> judgeRight(const wire::Operation &operation, const Aim &aim);
    Stop judgeStep(const wire::Operation &operation, const Aim &aim, const PersonRights &person) const;
    static bool isSettlement(const wire::Operation &operation);

    Outcome take(const wire::Operation &operation, Aim &aim);
    Outcome create(const wire::Operation &operation, Aim &aim);
    Outcome set(const wire::Operation &operation, Aim &aim);
    Outcome setWithdrawn(const wire::Operation &operation, Aim &aim);
    Outcome transfer(const wire::Operation &operation, Aim &aim);
    Result<bool> isWrittenByPrev(const wire::Operation &operation, const ServerRow &row);
    Result<bool> wasTakenAs(std::int64_t n, const wire::Operation &operation, Version standing, bool listed);
    void touch(ServerRow &row, const wire::Operation &operation) const;

    Outcome answer(const wire::Operation &operation, const Aim &aim, wire::VerdictCode code, Version version,
                   const char *reason = "");
    Outcome keepAside(const wire::Operation &operation, const Aim &aim, const Stop &stop);
    Result<Record> conflictRecord(const wire::Operation &operation, const Aim &aim, const Stop &stop);
    Outcome describeStanding(const wire::Operation &operation, const Aim &aim, Record &conflict);
    Result<QByteArray> valueBefore(const wire::Operation &operation, const Aim &aim);
    QByteArray valueOf(const ServerRow &row, GroupKey group) const;

    // After all operations of a transaction: those at fault that a row breaks a rule which it did not break before.
    Result<std::map<std::int64_t, QString>> brokenRules(const std::vector<wire::Operation> &operations);
    std::vector<Finding> newFindings(const Record &after, const std::optional<ServerRow> &before, Day today) const;
    static bool isNewTo(const std::vector<const wire::Operation *> &operations, const Finding &finding);
    static bool isAtFault(const wire::Operation &operation, const Finding &finding);

    const PushContext &m_context;
    RowBook &m_rows;
    PeopleBook &m_people;
    NumberDesk &m_numbers;
    std::vector<JudgedOperation> m_judged;
};

} // namespace yizhan
