// SPDX-License-Identifier: GPL-3.0-or-later
// The only way by which synchronisation touches the store: what waits to be sent, what the server said, pages, offices,
// numbers, attachments.
#pragma once

#include "store/SetAside.h"
#include "store/Store.h"
#include "store/SyncConflicts.h"
#include "store/SyncTray.h"
#include "store/SyncTypes.h"
#include "store/Workstation.h"

#include <QFuture>
#include <memory>

namespace yizhan {

class PageWriter;

// Every call is answered by a future and may come from any thread while the store is open. Writing calls run on the writer
// thread as background work, one transaction a slice, so that whoever saves meanwhile goes first; store().changed() tells what
// they changed. Errors of all calls: those of the connection, and Cancelled when the store closes.
class SyncDoor
{
public:
    explicit SyncDoor(Store &store) : m_store(store) {}
    Store &store() { return m_store; }

    // Who we are.

    // Makes this store belong to the workstation: identity in the store, key file beside the vault. Work that was done before
    // is sent under the new name, and, if the district knows the person at work by another id (`person`, null = by the same),
    // as that account's. The store has to be opened again afterwards: office, station and account stand in what is written.
    QFuture<Outcome> enrol(std::shared_ptr<const Workstation> as, const RecordId &person = {});
    // The authorities that the district names now (Workstation::certificates), kept in the key file. Errors: as
    // workstation::read() and write().
    QFuture<Outcome> trust(const QByteArray &certificates);
    // The store's data key, sealed to the district's escrow key (X25519, 32 bytes), so that the district can let a second
    // person in or one who forgot the password. Protocol: no such key.
    QFuture<Result<QByteArray>> sealedDataKey(const QByteArray &escrowKey);
    // The district lets this account read without it until then, and was heard now; both by this computer's clock.
    QFuture<Outcome> allowOffline(const RecordId &user, Instant until);
    QFuture<Outcome> heardDistrict(Instant at);
    // Keeps a fact of synchronisation itself (token times, highest server time seen ...): key of letters, any bytes.
    QFuture<Outcome> keep(const QString &key, const QByteArray &value);
    QFuture<Result<QByteArray>> kept(const QString &key); // empty if there is none

    // What is to be sent.

    // Unsent operations after number `after`.
    QFuture<Result<OutboxBatch>> nextBatch(int maxRows = 500, qint64 maxBytes = qint64{256} * 1024, std::int64_t after = 0);
    QFuture<Result<OutboxSummary>> outbox();
    QFuture<Result<std::int64_t>> highestOperation();
    // Marks them; a row whose operation was not taken shows the server's copy again. Verdicts on what was answered before are
    // passed over.
    QFuture<Outcome> applyVerdicts(std::vector<OutboxVerdict> verdicts);
    QFuture<Outcome> forgetDurable(std::int64_t upto, Instant before);
    QFuture<Outcome> reopenAfter(std::int64_t lastN);
    // This file was put back from an older copy of itself: the server knows more operations of ours than we do.
    QFuture<Outcome> renumberFrom(std::int64_t first);

    // Offices and their logs.

    QFuture<Result<std::vector<OfficeCursor>>> offices();
    // Grants as the server has them now. What is no longer granted, or in another generation, is removed: rows, search, blocks
    // of numbers, attachments that nothing else needs; operations stay in the outbox. Answers the offices that went.
    QFuture<Result<QStringList>> setGrants(std::vector<OfficeGrant> grants, std::int32_t epoch);
    QFuture<Outcome> readAnew(QStringList offices, std::int32_t epoch);
    // The cursor after the parts of a snapshot.
    QFuture<Outcome> jumpTo(OfficeCursor cursor);
    // `confirmed`: the mass-change guard was answered. Cancelled between transactions when the token is pulled; the page then
    // has to come again.
    QFuture<Result<AppliedPage>> applyPage(OfficePage page, bool confirmed = false, CancelToken cancel = {});
    // A part of a snapshot: entries of cases that are not cut; the cursor stays where it is. Reading its rows needs nothing of
    // the store: that goes on here and now, while the part before is written.
    using Part = std::shared_ptr<PageWriter>;
    Part readPart(OfficePage part);
    QFuture<Result<AppliedPage>> applyPart(const Part &part, CancelToken cancel = {}); // once
    // Single rows as the server has them now, whatever version stands here: repair.
    QFuture<Result<AppliedPage>> replaceRows(OfficePage rows);

    // Every row of a log as the server has it, on a reader; `take` is called on that thread.
    QFuture<Outcome> forEachServerRow(const QString &log, std::function<bool(const DigestRow &row)> take,
                                      CancelToken cancel = {});
    QFuture<Result<std::int64_t>> countServerRows(const QString &log);

    // Numbers.

    // Numbers
    // left of each key, for the series named; keys of today's year as NumberRegister makes them.
    QFuture<Result<std::vector<LeaseLevelState>>> leaseLevels(QStringList series, Instant now);
    QFuture<Outcome> addBlock(NumberBlock block);

    // Conflicts.

    QFuture<Result<std::vector<OpenConflict>>> conflicts();
    // One ordinary Change: the decision, and the value with the base that was shown. `values` for Settlement::Edited only.
    QFuture<Result<ChangeSet>> settle(const RecordId &conflict, Settlement settlement, Inputs values = {});
    // What was not taken and is not settled: the tray.
    QFuture<Result<std::vector<ReturnedWork>>> returned();
    // A person wants no more of it. Errors: NotFound.
    QFuture<Outcome> dismiss(std::int64_t n);

    // What a confirmed removal took away in the last week, and everything of one case of it: for the person in charge of the
    // office; that somebody looked goes to the audit with the reason. Errors: Forbidden, NotFound.
    QFuture<Result<std::vector<SetAsideCase>>> setAside();
    QFuture<Result<CaseFile>> readSetAside(const RecordId &root, const QString &reason);

    // Attachments.

    QFuture<Result<std::vector<BlobTask>>> blobsToSend(int limit);
    QFuture<Result<std::vector<BlobTask>>> blobsToFetch(int limit);
    QFuture<Result<QByteArray>> readBlob(const QByteArray &sha256);
    QFuture<Outcome> keepBlob(const QByteArray &sha256, QByteArray content); // Corrupt if it is not that content
    QFuture<Outcome> markBlob(const QByteArray &sha256, std::int64_t bytes, BlobPlace place);

private:
    template <class Work>
    auto write(Work work) -> QFuture<std::invoke_result_t<Work, Connection &, std::vector<ChangeSet::Row> &>>;
    template <class... How>
    Part partOf(OfficePage page, How... how); // guard and kind of a PageWriter
    QFuture<Result<AppliedPage>> run(const Part &page, CancelToken cancel);
    static void tell(Store &store, std::vector<ChangeSet::Row> rows);

    Store &m_store;
};

} // namespace yizhan
