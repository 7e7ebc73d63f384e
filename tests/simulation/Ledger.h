// SPDX-License-Identifier: GPL-3.0-or-later
// What people typed, in the simulation's own words, and what must have become of it. Knows nothing of outbox, verdicts or
// history: it compares what was on the screens with what the observer sees on the server.
#pragma once

#include "store/Change.h"
#include "store/SyncTypes.h"
#include "tests/simulation/Observer.h"
#include "tests/simulation/Trace.h"

#include <map>
#include <set>

namespace yizhan::simulation {

// One value that somebody typed. Texts and amounts are made so that no two are alike unless somebody copies one on purpose:
// so a value that turns up on the server says by itself whose it is.
struct Typed {
    int workstation = 0;
    int step = 0;
    std::int64_t saving = 0; // number of the saving it belongs to: one user transaction
    RecordId record;
    RecordId root;
    std::uint16_t field = 0;
    MergePolicy policy = MergePolicy::Settle;
    Value value;
    Value seen;        // what stood on the screen before
    bool lost = false; // the workstation was wiped before it could hand it in, and said so
};

class Ledger
{
public:
    explicit Ledger(Trace &trace) : m_trace(trace) {}

    // Programs of several releases are at work: I13 is checked.
    void watchReleases() { m_watchesReleases = true; }

    // Somebody pressed "save" and the store said yes. Checks I5 of the numbers that were given. `before`: the rows as they
    // stood on the screen (none for new ones); `after`: as they stand now.
    void saved(int workstation, const std::vector<std::pair<std::optional<Record>, Record>> &rows);
    // The observer saw a row change on the server. Checks I3 and I4.
    void serverChanged(const RecordId &id, const Observer::Row *before, const Observer::Row *after, bool anew);
    // The observer has finished a look: a state that was committed. Checks I6 on the server.
    void serverLooked(const Observer &observer);
    // The server was restored: what it held is no longer what it holds.
    void serverRestored();
    // The workstation's store was destroyed: what its unsent operations carried need not stand anywhere.
    void workstationWiped(int workstation, const std::vector<OutboxRow> &unsent);

    // After all has been exchanged. Checks I2: each value typed stands, or waits in a conflict, or was replaced by somebody who
    // had seen it.
    void judgeEnd(const Observer &observer);

    // A value in the words of the story.
    static QString text(const Value &value);
    // A text that nobody has typed yet.
    QString newText(int workstation, int step);
    std::int64_t newAmount();
    std::int64_t lastSaving() const { return m_lastSaving; }
    const std::vector<Typed> &typed() const { return m_typed; }
    std::size_t conflicts() const { return m_conflictOf.size(); }

    // The version that a row had on the server right after a saving had arrived there, for each row of it; savings that are
    // not there yet, or not whole because of conflicts, are left out. For I6 on workstations.
    const std::map<std::int64_t, std::map<RecordId, Version>> &arrivals() const { return m_arrivals; }

private:
    using Key = std::tuple<RecordId, std::uint16_t, QString>; // record, field, value
    const Typed *find(const RecordId &record, std::uint16_t field, const Value &value) const;
    // The last time the workstation typed the value there before `index`; null: never.
    const Typed *findBefore(const Typed &late, const Value &value) const;
    bool hadSeen(const Typed &late, const Value &value) const; // on that workstation, when it typed there before
    bool mayReplace(const Observer::Row &before, const FieldSpec &field, const Value &standing, const Value &late) const;
    void noteStanding(const RecordId &record, const FieldSpec &field, const Value &value);
    void noteAll(const Observer::Row &row);
    void checkReplaced(const Observer::Row &before, const Observer::Row &after);
    void takeConflict(const Record &conflict);
    void checkNotOwn(const Record &conflict, const Typed &late, const RecordSpec &spec);
    void takeNumber(const QString &number, const RecordId &record);
    bool isTelling(const Typed &typed) const;
    enum class Doubt : std::uint8_t { Yes, No };
    // Whether it is on the server. Doubt: a value that others may have typed too proves nothing; counts it as arrived or not.
    bool hasArrived(std::size_t index, const Observer &observer, Doubt doubt, int depth = 0) const;
    // Whether what was typed came to stand in the field, maybe only within one push.
    bool tookPlace(std::size_t index, int depth) const;
    bool isAccountedFor(std::size_t index, const Observer &observer, int depth) const;

    void checkRelease(const Record &conflict, const RecordSpec &spec);

    Trace &m_trace;
    bool m_watchesReleases = false;
    std::vector<Typed> m_typed;
    std::map<Key, std::vector<std::size_t>> m_byValue;
    std::map<std::pair<RecordId, std::uint16_t>, std::vector<std::size_t>> m_byCell;
    bool m_wasRestored = false;
    std::map<std::int64_t, std::vector<std::size_t>> m_savings;
    std::map<std::int64_t, std::map<RecordId, Version>> m_arrivals;
    std::map<RecordId, int> m_madeAt; // which workstation opened it
    std::set<Key> m_inConflict;
    std::map<std::pair<RecordId, std::int64_t>, RecordId> m_conflictOf; // (workstation's id, its operation) -> conflict record
    std::map<QString, RecordId> m_numbers;                              // as people saw them given
    std::set<int> m_wiped;                                              // workstations without a store
    std::set<Key> m_stood;                                              // was seen on the server in its present life
    std::set<QString> m_made;                                           // values that say by themselves whose they are
    std::map<std::pair<RecordId, std::uint16_t>, std::vector<Value>> m_stoodIn; // the same by field
    std::set<std::int64_t> m_open;                                              // savings of which nothing is on the server yet
    std::int64_t m_watchFrom = 1;
    std::int64_t m_lastSaving = 0;
    std::int64_t m_texts = 0;
    std::int64_t m_amounts = 100'000;
};

} // namespace yizhan::simulation
