// SPDX-License-Identifier: GPL-3.0-or-later
// Gives out numbers so that each stands once and none is missing without a word: counters, blocks, the register.
#pragma once

#include "records/NumberTable.h"
#include "records/Validate.h"
#include "server/core/RowBook.h"
#include "sync/protocol/Messages.h"

#include <map>
#include <set>

namespace yizhan {

class RuleBook;

class NumberDesk
{
public:
    NumberDesk(SqlSession &session, const RuleBook &rules, const RecordId &device, Instant now)
        : m_session(session), m_rules(rules), m_device(device), m_now(now)
    {}

    enum class State : std::uint8_t { Used = 1, Void = 2, Returned = 3 };

    // What stands against the numbers that a row brings along: one of another row or of another workstation's block, one that
    // only the server gives, a final one that was changed. Rows whose numbers are to be settled are remembered.
    Result<std::vector<Finding>> judge(const Record &after, const Record *before, RowBook &rows);
    // Once all operations are judged: final numbers take the place of provisional ones and of none where a row waits for one,
    // numbers of blocks enter the register, those of withdrawn rows are void.
    Outcome settle(RowBook &rows);
    // A final number for a row that waits for one; the same again if it has it. NotFound: no series for the field.
    // Constraint: a word of the number is missing, the year is closed, or the step that takes the number was not taken.
    Result<QString> give(ServerRow &row, const FieldSpec &field, RowBook &rows);
    // A row was withdrawn or put back: settle() looks how it stands and marks its numbers as void or used.
    void noteMark(const RecordId &record, const QString &reason) { m_marked[record] = reason; }

    // Blocks. NotFound: the series gives none. Constraint: the year is closed, or the key is not one of the office.
    Result<wire::LeaseBlock> lease(const wire::LeaseRequest &request, qint64 generation);
    Outcome giveBack(const wire::LeaseReturn &request);

    // The series whose numbers stand in this field; null if none.
    static const NumberSeries *seriesOf(const RuleBook &rules, Kind kind, std::uint16_t field);

private:
    struct Place {
        RecordId record;
        std::uint16_t field = 0;
        auto operator<=>(const Place &) const = default;
    };
    Result<QString> wordFor(const NumberSeries &series, const Record &record, RowBook &rows) const;
    Result<NumberFacts> factsFor(const NumberSeries &series, const Record &record, RowBook &rows) const;
    Result<QString> whyNot(const NumberSeries &series, const Record &record, const QString &number, RowBook &rows);
    Result<bool> isAnothers(const Record &record, const QString &number);
    Result<qint64> nextSerial(const QString &key);
    Result<std::optional<qint64>> takeReturned(const QString &key);
    Outcome enter(const QString &key, qint64 serial, const QString &number, const Record &record, std::uint16_t field);
    Outcome markVoid(RowBook &rows);
    Outcome settleOne(const Place &place, RowBook &rows);
    Outcome enterOwn(const NumberSeries &series, const Record &record, const FieldSpec &field, RowBook &rows);
    Outcome write(ServerRow &row, const FieldSpec &field, const QString &number, RowBook &rows);
    Result<bool> isClosed(const QString &key);

    SqlSession &m_session;
    const RuleBook &m_rules;
    RecordId m_device;
    Instant m_now;
    std::set<Place> m_open;
    std::map<RecordId, QString> m_marked; // by withdrawal or its opposite; why
};

} // namespace yizhan
