// SPDX-License-Identifier: GPL-3.0-or-later
// What one transaction adds to the logs, digests and histories of offices; the counters are taken last, offices in order.
#pragma once

#include "records/Record.h"
#include "server/core/ServerDatabase.h"
#include "sql/HashChain.h"
#include "sync/protocol/Digest.h"
#include "sync/protocol/Messages.h"

#include <map>
#include <vector>

namespace yizhan {

// An operation with its verdict, as it goes into the history for ever.
struct JudgedOperation {
    wire::Operation operation;
    wire::Verdict verdict;
    QString office;     // whose history it belongs to
    QByteArray payload; // as it came
};

class OfficeBook
{
public:
    void put(const Record &row, const RowHash &hash);
    void leave(const QString &office, const Record &row);
    void purge(const QString &office, const Record &row);
    void without(const QString &office, const RecordId &id, const RowHash &hash); // takes it out of the digest
    void remember(JudgedOperation operation);

    // The last statements of the transaction. NotFound for an office that has no head.
    Outcome finish(SqlSession &session, const RecordId &device, Instant now);
    std::vector<QString> grown() const; // offices whose log grows

    // What a row of the history chain covers besides the payload; also for verify.
    static QByteArray historyMeta(const RecordId &device, const JudgedOperation &operation, Instant receivedAt);

private:
    struct LogEntry {
        wire::EntryKind what = wire::EntryKind::Put;
        RecordId root;
        Version version = 0;
    };
    struct Additions {
        std::map<RecordId, LogEntry> log; // one a row: the last one counts
        OfficeDigest plus;
        OfficeDigest minus;
        qint64 rows = 0;
        std::vector<JudgedOperation> history;
    };
    struct Head {
        qint64 oseq = 0;
        qint64 hseq = 0;
        ChainHash chain;
        OfficeDigest digest;
        qint64 rows = 0;
    };
    static Result<Head> lockHead(SqlSession &session, const QString &office);
    static Outcome writeHead(SqlSession &session, const QString &office, const Head &head);
    static Outcome addHistory(SqlSession &session, const RecordId &device, Instant now, const Additions &additions, Head &head);

    std::map<QString, Additions> m_offices; // ascending by code, as the counters are taken
};

} // namespace yizhan
