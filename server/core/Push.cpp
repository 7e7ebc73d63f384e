// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Push.h"

#include "base/Planted.h"
#include "server/core/Attachments.h"
#include "server/core/Meta.h"
#include "server/core/NumberDesk.h"
#include "server/core/PushJudge.h"
#include "server/core/ServerErrors.h"

namespace yizhan::push {
namespace {

using wire::Operation;

struct Push {
    const DistrictContext &context;
    SqlSession &session;
    const wire::PushRequest &message;
    Caller caller;
    wire::PushResponse response;
    std::vector<QString> grown;
};

// What was judged before is answered as it was, whatever stands now.
Outcome repeatVerdicts(Push &push, std::int64_t lastN)
{
    const auto known = [lastN](const Operation &operation) { return operation.n <= lastN; };
    const auto &operations = push.message.operations;
    const auto first = std::find_if(operations.begin(), operations.end(), known);
    if (first == operations.end())
        return {};
    return push.session.each(
        "SELECT n, verdict, version, conflict, reason FROM operation WHERE device = ? AND n >= ? AND n <= ? ORDER BY n",
        {push.caller.device, first->n, std::min(lastN, operations.back().n)}, [&push](const SqlRow &row) {
            wire::Verdict verdict;
            verdict.n = row.int64(0);
            verdict.code = static_cast<wire::VerdictCode>(row.int64(1));
            verdict.version = row.int64(2);
            verdict.conflict = row.id(3);
            verdict.reason = row.text(4);
            push.response.verdicts.push_back(std::move(verdict));
            return Outcome();
        });
}

// Whole transactions after lastN without a gap; at least one, however large.
std::vector<std::vector<Operation>> newTransactions(const wire::PushRequest &message, std::int64_t lastN, std::size_t most)
{
    std::vector<std::vector<Operation>> transactions;
    std::size_t count = 0;
    std::int64_t next = lastN + 1;
    for (const Operation &operation : message.operations) {
        if (operation.n < next)
            continue;
        if (operation.n > next)
            break; // a gap: what lies beyond it waits
        if (transactions.empty() || transactions.back().back().txn != operation.txn) {
            if (count >= most)
                break;
            transactions.emplace_back();
        }
        transactions.back().push_back(operation);
        ++count;
        ++next;
    }
    return transactions;
}

std::vector<RecordId> casesOf(const std::vector<std::vector<Operation>> &transactions)
{
    std::vector<RecordId> roots;
    for (const auto &transaction : transactions) {
        for (const Operation &operation : transaction) {
            roots.push_back(operation.root);
            roots.push_back(operation.record);
        }
    }
    return roots;
}

Outcome judgeAll(Push &push, const std::vector<std::vector<Operation>> &transactions)
{
    const Result<GrantList> grants = GrantList::of(push.session, push.caller.device);
    if (!grants)
        return grants.error();
    const Instant now = push.context.clock.now();
    const PushContext context{push.session, *push.context.rules, push.context, push.caller.device, push.caller.office,
                              *grants,      push.response.epoch, now};
    RowBook rows(push.session, push.response.epoch);
    if (Outcome locked = rows.lockCases(casesOf(transactions)); !locked)
        return locked;
    PeopleBook people(push.session);
    NumberDesk numbers(push.session, *push.context.rules, push.caller.device, now);
    PushJudge judge(context, rows, people, numbers);
    for (const auto &transaction : transactions) {
        if (Outcome judged = judge.judgeTransaction(transaction); !judged)
            return judged;
    }
    if (Outcome settled = numbers.settle(rows); !settled)
        return settled;
    if (Outcome announced = attachments::announce(push.session, rows); !announced)
        return announced;
    OfficeBook offices;
    if (Outcome written = rows.write(offices); !written)
        return written;
    for (JudgedOperation &judged : judge.judged()) {
        push.response.verdicts.push_back(judged.verdict);
        push.response.upto = judged.operation.n;
        offices.remember(std::move(judged));
    }
    if (Outcome counted = push.session.done("UPDATE device SET last_n = ?, seen_at = ? WHERE id = ?",
                                            {push.response.upto, now, push.caller.device});
        !counted)
        return counted;
    push.grown = offices.grown();
    return offices.finish(push.session, push.caller.device, now);
}

Outcome run(Push &push, const Sender &sender)
{
    // The row of the workstation first: two sendings of the same operations never run side by side.
    const auto lastN = push.session.number("SELECT last_n FROM device WHERE id = ? FOR UPDATE", {sender.device});
    if (!lastN)
        return lastN.error();
    Result<Caller> caller = sender.identify(push.session);
    if (!caller)
        return caller.error();
    push.caller = std::move(*caller);
    const Result<Epoch> epoch = meta::epochOf(push.session);
    if (!epoch)
        return epoch.error();
    if (push.message.epoch != *epoch)
        return Error(ErrorKind::Conflict, servererrors::otherEpoch);
    push.response = {};
    push.response.epoch = *epoch;
    push.response.upto = lastN->value_or(0);
    push.response.durableUpto = push.caller.durableN;
    if (push.message.operations.empty())
        return {};
    if (planted(Plant::NoIdempotency))
        push.response.upto = push.message.operations.front().n - 1;
    if (Outcome repeated = repeatVerdicts(push, push.response.upto); !repeated)
        return repeated;
    const auto transactions = newTransactions(push.message, push.response.upto, push.context.options.pushAtOnce);
    return transactions.empty() ? Outcome() : judgeAll(push, transactions);
}

} // namespace

Result<wire::PushResponse> take(const DistrictContext &context, const Sender &sender, const wire::PushRequest &message)
{
    if (message.operations.size() > mostOperations)
        return Error(ErrorKind::Rejected, servererrors::tooLarge);
    const auto falls = [](const Operation &a, const Operation &b) { return a.n >= b.n; };
    if (std::adjacent_find(message.operations.begin(), message.operations.end(), falls) != message.operations.end())
        return Error(ErrorKind::Protocol, servererrors::malformed);
    wire::PushResponse response;
    std::vector<QString> grown;
    const Outcome written = context.database.write([&](SqlSession &session) {
        Push push{context, session, message, {}, {}, {}};
        const Outcome done = run(push, sender);
        response = std::move(push.response);
        grown = std::move(push.grown);
        return done;
    });
    if (!written)
        return written.error();
    if (!grown.empty())
        context.hints.tell(grown);
    return response;
}

} // namespace yizhan::push
