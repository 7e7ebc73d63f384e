// SPDX-License-Identifier: GPL-3.0-or-later
// What passes between the store and synchronisation, as the store sees it; the engine turns it into messages and back.
#pragma once

#include "base/Id.h"
#include "base/Time.h"
#include "records/Kind.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <cstdint>
#include <map>
#include <vector>

namespace yizhan {

// The log that holds the district's own rows (offices, people, workstations), granted to every workstation.
inline constexpr const char *districtLogName = "*";

// One operation as it waits in the outbox (store/Outbox.h has the numbers and the form of `fields`).
struct OutboxRow {
    std::int64_t n = 0;
    std::int64_t txn = 0;
    int act = 0; // OutboxAct
    std::uint16_t kind = 0;
    RecordId record;
    RecordId root;
    RecordId parent;
    QString office;
    std::uint16_t group = 0;
    QByteArray fields;
    std::int64_t base = 0;
    std::int64_t prev = 0;
    QString transition;
    QString reason;
    Instant clientTime;
    RecordId user;
    int format = 1;
};

struct OutboxBatch {
    std::vector<OutboxRow> rows; // ascending without gaps, whole transactions
    bool more = false;           // further unsent ones follow
};

// The server's word on one operation.
struct OutboxVerdict {
    std::int64_t n = 0;
    int state = 0;            // OutboxState: Taken, Conflict, Refused
    std::int64_t version = 0; // Taken: of the row on the server after it
    RecordId conflict;
    QString reason; // code of conflict_origin
};

// What of the outbox people are told. One consistent read.
struct OutboxSummary {
    std::int64_t unsent = 0;
    Instant oldestUnsent;         // meaningful if unsent > 0
    std::int64_t firstUnsent = 0; // its n
    std::int64_t answeredUpto = 0;
    std::int64_t answeredHere = 0;                   // the same of those that are kept still
    std::int64_t refused = 0;                        // refused or conflicting, and not yet settled: see openConflicts
    std::map<QString, std::int64_t> refusedByReason; // code of conflict_origin
    std::int64_t returned = 0; // of these: what is in the tray (store/SyncTray.h); the others wait in the list of conflicts
    std::map<QString, std::int64_t> unsentElsewhere; // unsent work for offices that are no longer granted, by office
    std::int64_t openConflicts = 0;
};

struct OfficeGrant {
    QString office; // "JO01", or districtLogName
    std::int64_t generation = 0;
    bool write = true;
};

struct OfficeCursor {
    QString office;
    std::int64_t generation = 0;
    std::int32_t epoch = 0;
    std::int64_t oseq = 0;
    bool write = true;
    bool anew = false; // is being read from its beginning: rows that do not come are removed at its head
};

struct PageEntry {
    enum class What : std::uint8_t { Put = 1, Leave = 2, Purge = 3 };
    What what = What::Put;
    RecordId id;
    std::int64_t version = 0;
    QByteArray row;      // Put: encodeRecord()
    QByteArray versions; // Put: FieldVersions
};

struct OfficePage {
    QString office;
    std::int64_t generation = 0;
    std::int32_t epoch = 0;
    std::int64_t from = 0;
    std::int64_t to = 0;
    bool atHead = false; // `to` is the head of the log: an office that is read anew is complete
    std::vector<PageEntry> entries;
};

// What a digest is made of: one row as the server has it.
struct DigestRow {
    RecordId id;
    RecordId root;
    QString office;
    std::int64_t version = 0;
    bool withdrawn = false;
    QByteArray fields; // encodeFields()
};

struct AppliedPage {
    enum class Result : std::uint8_t {
        Applied,
        Stale,     // not the page that follows what is here (cursor, generation, epoch): nothing was done
        MassChange // would remove more than the guard allows: nothing was done
    };
    Result result = Result::Applied;
    std::int64_t removed = 0; // MassChange: how many it would; Applied: how many it did
    std::int64_t held = 0;    // MassChange: rows of the office here
    std::int64_t written = 0;
    bool completed = false; // the office was read anew and is complete now
    // Copies of the server's rows of this log that went and came, for a digest that is kept up; empty if `recount`.
    std::vector<DigestRow> gone;
    std::vector<DigestRow> come;
    bool recount = false; // too many, or of several logs: compute the digest anew
};

// The stock of numbers under one key of a series (counterKey()).
struct LeaseLevelState {
    QString series;
    QString key;
    QString office;    // of the workstation
    qint64 left = 0;   // numbers that can still be taken
    qint64 blocks = 0; // blocks ever given under this key
};

struct NumberBlock {
    QString key;
    qint64 first = 0;
    qint64 last = 0;
    std::int64_t generation = 0;
    Instant expiresAt;
};

enum class BlobPlace : std::uint8_t { HereOnly = 0, Sent = 1, Durable = 2, ToFetch = 3 };

struct BlobTask {
    QByteArray sha256;
    QString office; // of a case that needs it
    std::int64_t bytes = 0;
    BlobPlace place = BlobPlace::HereOnly;
};

} // namespace yizhan
