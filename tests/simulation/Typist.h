// SPDX-License-Identifier: GPL-3.0-or-later
// The people at the workstations: what they open, type, hand over, withdraw and settle, drawn by chance.
#pragma once

#include "records/Declaration.h"
#include "records/RuleBook.h"
#include "store/Store.h"
#include "tests/simulation/Chance.h"
#include "tests/simulation/Inspector.h"
#include "tests/simulation/Ledger.h"

namespace yizhan::simulation {

// What somebody has in front of them.
struct Desk {
    int workstation = 0;
    Store &store;
    const Inspector &rows;
    const Clock &clock;
    const Declaration &program; // what it knows of records
    const RuleBook &rules;      // ... and its code lists
};

class Typist
{
public:
    Typist(Chance &chance, Ledger &ledger, Trace &trace, std::vector<QString> offices)
        : m_chance(chance), m_ledger(ledger), m_trace(trace), m_offices(std::move(offices))
    {}

    // One thing somebody does. Most are saved, some are refused by the store as they would be in life.
    void act(const Desk &desk);
    // A whole case goes to another office. False: the store refused.
    bool handOver(const Desk &desk, const RecordId &root, const QString &office);
    // A dispute comes to the desk and is registered at once, with its number.
    bool registerCase(const Desk &desk);
    // The machine went down and is up again: whether the last saving was in time shows only now.
    void lookAgain(const Desk &desk);
    int savings() const { return m_savings; }
    int refusals() const { return m_refusals; }

private:
    using Row = Inspector::Row;
    void create(const Desk &desk, const std::vector<Row> &rows);
    void createUnder(const Desk &desk, const Row &row, Change &change);
    void set(const Desk &desk, const std::vector<Row> &rows, int cells);
    void setSeveral(const Desk &desk, const std::vector<Row> &rows);
    void copy(const Desk &desk, const std::vector<Row> &rows);
    void transfer(const Desk &desk, const std::vector<Row> &rows);
    void withdraw(const Desk &desk, const std::vector<Row> &rows);
    void settle(const Desk &desk, const std::vector<Row> &rows);
    void step(const Desk &desk, const std::vector<Row> &rows);

    const Row *anyRow(const std::vector<Row> &rows);
    Inputs anyValues(const Desk &desk, const RecordSpec &spec, int cells);
    Value anyValue(const Desk &desk, const FieldSpec &field);
    Record newRecord(const Desk &desk, const RecordSpec &spec);
    // Hands the change to the store and tells the ledger what the screen showed before and after.
    bool save(const Desk &desk, const QString &what, Change change, const std::vector<RecordId> &roots);
    std::map<RecordId, Record> shown(const Desk &desk, const std::vector<RecordId> &roots);

    void enter(const Desk &desk, QString line, const std::vector<RecordId> &roots, const std::map<RecordId, Record> &before);

    struct Unsure {
        QString line;
        std::vector<RecordId> roots;
        std::map<RecordId, Record> before;
    };
    std::map<int, Unsure> m_unsure; // by workstation: the store answered with an error of its file

    Chance &m_chance;
    Ledger &m_ledger;
    Trace &m_trace;
    std::vector<QString> m_offices;
    std::map<const RecordSpec *, std::vector<const FieldSpec *>> m_typable;
    int m_savings = 0;
    int m_refusals = 0;
};

} // namespace yizhan::simulation
