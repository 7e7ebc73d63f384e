// SPDX-License-Identifier: GPL-3.0-or-later
// Carries out the operations of a change on cases in memory: rights, rules, steps, numbers; nothing is written but numbers.
#pragma once

#include "store/Change.h"
#include "store/NumberRegister.h"
#include "store/OpenCases.h"
#include "store/StoreContext.h"

#include <QHash>
#include <QStringList>

namespace yizhan {

class ChangePlanner
{
public:
    // `actor` is the session's, or the program itself. Records to be created are taken out of `change`.
    ChangePlanner(Connection &connection, const StoreContext &context, NumberRegister &numbers, Change &change,
                  const Actor &actor, Instant now);

    // All operations in their order, steps that the program then takes by itself, derived columns and validation of every
    // case. Errors: as Store::submit().
    Outcome run();
    // Only the steps of one case that the program takes by itself.
    Outcome runDue(const RecordId &root);
    std::deque<OpenCase> &cases() { return m_cases.all(); }
    const QHash<QString, QString> &takenNumbers() const { return m_takenNumbers; }
    const QStringList &documents() const { return m_documents; }

private:
    Outcome apply(Operation &operation);
    Outcome create(Operation &operation);
    Outcome createRoot(Record record, const Operation &operation);
    Outcome createChild(Record record, const Operation &operation);
    Outcome set(const Operation &operation);
    Outcome move(const Operation &operation);
    Outcome withdraw(const Operation &operation);
    Outcome restore(const Operation &operation);
    void takeOut(OpenCase &file, const RecordId &id);
    Outcome bringBack(OpenCase &file, Record row);
    Outcome transfer(const Operation &operation);
    Outcome begin(OpenCase &file, const RecordId &record, const QString &transition);
    Outcome step(OpenCase &file, const RecordId &record, const Transition &transition, const Inputs &inputs,
                 const Actor &actor);
    Result<bool> takeDueSteps(OpenCase &file); // whether there were any
    Outcome fillIn(Record &record) const;
    Outcome judgeValues(const RecordSpec &spec, const Operation &operation) const;
    Outcome judgeBase(const Record &record, const Operation &operation) const;
    Outcome finish(OpenCase &file);
    Outcome noteRepeat(OpenCase &file);
    Outcome judgeRow(const Record &after, const Record *before) const;

    Connection &m_connection;
    const StoreContext &m_context;
    NumberRegister &m_numbers;
    Change &m_change;
    Actor m_actor;
    Instant m_now;
    std::shared_ptr<const RuleBook> m_rules;
    OpenCases m_cases;
    QHash<QString, QString> m_takenNumbers;
    QStringList m_documents;
};

} // namespace yizhan
