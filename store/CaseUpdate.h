// SPDX-License-Identifier: GPL-3.0-or-later
// Brings one case to what the server says of some of its rows: rows, derived columns, search, all in the caller's transaction.
#pragma once

#include "store/Change.h"
#include "store/ServerCopies.h"
#include "store/StoreContext.h"

#include <set>

namespace yizhan {

// What a page says of a row, decoded.
struct ServerWord {
    PageEntry::What what = PageEntry::What::Put;
    RecordId id;
    std::int64_t version = 0;
    ServerCopy copy;         // Put
    bool regardless = false; // replaces a higher version too: the office is read anew
};

class CaseUpdate
{
public:
    // `log` is the one that the words come by; `steady` are the other granted ones that are not being read anew: what came by
    // them is never replaced by something older.
    CaseUpdate(Connection &connection, const StoreContext &context, ServerCopies &copies, QString log, std::set<QString> steady,
               AppliedPage &applied, std::vector<ChangeSet::Row> &changed)
        : m_connection(connection),
          m_context(context),
          m_copies(copies),
          m_log(std::move(log)),
          m_steady(std::move(steady)),
          m_applied(applied),
          m_changed(changed)
    {}

    // What is removed from here on can be read for a week (store/SetAside.h).
    void keepAside() { m_keepsAside = true; }
    // What the server says of rows of one case.
    Outcome apply(const RecordId &root, std::vector<ServerWord> &words);
    // The rows as they stand, computed again from the server's copies and the open operations: after a verdict.
    Outcome review(const RecordId &root, const std::set<RecordId> &rows);
    // The server's copy of rows is gone: what is left of them is what own operations make.
    Outcome forget(const RecordId &root, const std::vector<RecordId> &rows);
    // The rows may not be held any more, own operations or not.
    Outcome removeAll(const RecordId &root, const std::vector<RecordId> &rows);

private:
    struct Seat { // a row of the case: as it stood, as it will stand
        StandingRow before;
        Record after; // null: goes
        FieldVersions versions;
        bool touched = false;
    };

    Outcome begin(const RecordId &root);
    Result<bool> mayBeHere(const Seat &seat, const RecordId &id);
    Result<bool> isOvertaken(const ServerWord &word, const Record &held);
    Outcome put(ServerWord &word);
    Outcome leave(const ServerWord &word);
    Outcome viewOthers(const RecordId &root);
    Outcome settleView(Seat &seat, const RecordId &id, ServerCopy copy);
    Result<CaseFile> compose(bool &isNew);
    Outcome write();
    Outcome writeRow(Record &row);
    Outcome removeRow(const Seat &seat);
    Outcome wantBlob(const Record &row);
    Result<Seat *> seatOf(const RecordId &id, const RecordSpec *spec);
    void count(const ServerCopy &before, const ServerCopy &after);

    Connection &m_connection;
    const StoreContext &m_context;
    ServerCopies &m_copies;
    QString m_log;
    std::set<QString> m_steady;
    AppliedPage &m_applied;
    std::vector<ChangeSet::Row> &m_changed;
    RecordId m_root;
    std::map<RecordId, Seat> m_seats;
    CaseFile m_standing; // as it stood, unless the case is new
    bool m_searchChanged = false;
    bool m_keepsAside = false;
};

} // namespace yizhan
