// SPDX-License-Identifier: GPL-3.0-or-later
// The cases that one change touches, as they stand in memory: loaded once, changed by its operations, then compared and
// written.
#pragma once

#include "records/CaseMove.h"
#include "sql/Connection.h"

#include <QHash>
#include <deque>

namespace yizhan {

struct OpenCase {
    CaseFile file;   // as it will stand
    CaseFile before; // as it stood; empty if the root is new
    bool isNew = false;
    std::vector<Record> withdrawn; // children that the change takes out; not in file
    std::vector<Record> restored;  // children that the change brings back, as they stood; in file
    QString step;                  // last transition taken
    RecordId stepOn;               // on this record
    bool transferred = false;

    const Record *standing(const RecordId &id) const; // the row as it stood, null for a new one
};

// Positions in spec().fields that differ between two versions of a row, and what else does.
struct RowDifference {
    std::vector<int> own;     // typed or set by steps: these are sent and audited
    std::vector<int> derived; // computed here
    bool withdrawn = false;
    bool office = false;
    bool isNothing() const { return own.empty() && derived.empty() && !withdrawn && !office; }
};
RowDifference differenceOf(const Record &before, const Record &after);

class OpenCases
{
public:
    explicit OpenCases(Connection &connection) : m_connection(connection) {}

    // A place in a case; pointers stay good until rows are added to that case.
    struct Place {
        OpenCase *file = nullptr;
        Record *record = nullptr; // null: the row is withdrawn
        const RecordSpec *spec = nullptr;
    };
    Result<Place> find(const RecordId &id); // NotFound
    Result<OpenCase *> findCaseOf(const RecordId &id);
    OpenCase *add(Record root); // a new case
    // Rows were added to the case by a step: they can be found from now on.
    void noteRows(OpenCase &file);
    void noteRow(OpenCase &file, const RecordId &id);
    std::deque<OpenCase> &all() { return m_cases; }

private:
    Result<OpenCase *> open(const RecordId &root);

    Connection &m_connection;
    std::deque<OpenCase> m_cases; // addresses stay
    QHash<RecordId, OpenCase *> m_byRow;
};

} // namespace yizhan
