// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SyncDoor.h"

#include "store/Meta.h"
#include "store/OfflineGrant.h"
#include "store/PageWriter.h"
#include "store/StoreErrors.h"
#include "store/StorePrivate.h"
#include "store/SyncBlobs.h"
#include "store/SyncNumbers.h"
#include "store/SyncOffices.h"
#include "store/SyncOutbox.h"
#include "store/SyncRemoval.h"

namespace yizhan {
namespace {

// The head of an office: administrators get no case data, and clerks were not asked about the removal.
bool isInCharge(const Session &session) { return session.mayManageUsers() && session.mayReadCases(); }

QByteArray metaKey(const QString &key) { return "sync." + key.toLatin1(); }

// One state for all statements of a read.
template <class Work>
auto steadily(Connection &connection, Work work) -> std::invoke_result_t<Work>
{
    if (Outcome steady = connection.beginRead(); !steady)
        return steady.error();
    auto answer = work();
    connection.rollback();
    return answer;
}

} // namespace

// One transaction on the writer as background work; `work` adds the rows it changes.
template <class Work>
auto SyncDoor::write(Work work) -> QFuture<std::invoke_result_t<Work, Connection &, std::vector<ChangeSet::Row> &>>
{
    using Answer = std::invoke_result_t<Work, Connection &, std::vector<ChangeSet::Row> &>;
    Store::Private *d = m_store.d.get();
    return d->writing->ask(Priority::Background, {},
                           [store = &m_store, d, work = std::move(work)](Connection &connection) -> Answer {
                               std::vector<ChangeSet::Row> changed;
                               std::optional<Answer> answer;
                               const Outcome done = d->writer->transact(connection, [&]() -> Outcome {
                                   answer.emplace(work(connection, changed));
                                   return *answer ? Outcome() : Outcome(answer->error());
                               });
                               if (!done)
                                   return done.error();
                               tell(*store, std::move(changed));
                               d->tend(connection);
                               return std::move(*answer);
                           });
}

void SyncDoor::tell(Store &store, std::vector<ChangeSet::Row> rows)
{
    constexpr std::size_t mostNamed = 500;
    if (rows.empty())
        return;
    Store::Private *d = store.d.get();
    ChangeSet changes;
    changes.sequence = d->writer->nextSequence();
    changes.everything = rows.size() > mostNamed;
    if (!changes.everything)
        changes.rows = std::move(rows);
    Store::Private::announce(&store, changes);
}

QFuture<Outcome> SyncDoor::enrol(std::shared_ptr<const Workstation> as, const RecordId &person)
{
    Store::Private *d = m_store.d.get();
    return d->writing->ask(Priority::Interactive, {}, [d, as = std::move(as), person](Connection &connection) -> Outcome {
        // the key file first: without it the store would belong to somebody who cannot speak
        if (Outcome done = workstation::write(d->context.paths.folder, *as); !done)
            return done;
        const Outcome done = d->writer->transact(connection, [&]() -> Outcome {
            const Result<QByteArray> before = meta::read(connection, meta::device);
            const Result<QByteArray> enrolled = meta::read(connection, meta::enrolled);
            if (!before || !enrolled)
                return before ? enrolled.error() : before.error();
            const bool isSame = *enrolled == "1" && *before == as->device.toBytes();
            if (Outcome fresh = isSame ? Outcome() : syncoutbox::beginAnew(connection); !fresh)
                return fresh;
            if (Outcome known = accounts::knowAs(connection, d->context.session.actor.user, person); !known)
                return known;
            const std::initializer_list<std::pair<const char *, QByteArray>> facts{{meta::device, as->device.toBytes()},
                                                                                   {meta::office, as->office.toUtf8()},
                                                                                   {meta::station, as->station.toUtf8()},
                                                                                   {meta::enrolled, "1"}};
            for (const auto &[key, value] : facts) {
                if (Outcome written = meta::write(connection, key, value); !written)
                    return written;
            }
            return {};
        });
        if (!done)
            return done;
        return d->writer->load(connection);
    });
}

QFuture<Outcome> SyncDoor::trust(const QByteArray &certificates)
{
    const QString folder = m_store.d->context.paths.folder;
    return m_store.d->writing->ask(Priority::Background, {}, [folder, certificates](Connection &) -> Outcome {
        Result<Workstation> known = workstation::read(folder);
        if (!known)
            return known.error();
        if (known->certificates == certificates)
            return {};
        known->certificates = certificates;
        return workstation::write(folder, *known);
    });
}

QFuture<Result<QByteArray>> SyncDoor::sealedDataKey(const QByteArray &escrowKey)
{
    return answered(workstation::sealTo(escrowKey, m_store.d->context.keys.data.view()));
}

QFuture<Outcome> SyncDoor::allowOffline(const RecordId &user, Instant until)
{
    return write([user, until](Connection &connection, auto &) { return offlinegrant::keep(connection, user, until); });
}

QFuture<Outcome> SyncDoor::heardDistrict(Instant at)
{
    return write([at](Connection &connection, auto &) { return offlinegrant::heard(connection, at); });
}

QFuture<Outcome> SyncDoor::keep(const QString &key, const QByteArray &value)
{
    return write(
        [key, value](Connection &connection, auto &) { return meta::write(connection, metaKey(key).constData(), value); });
}

QFuture<Result<QByteArray>> SyncDoor::kept(const QString &key)
{
    return m_store.d->looks->ask(Priority::Background, {},
                                 [key](Connection &connection) { return meta::read(connection, metaKey(key).constData()); });
}

QFuture<Result<OutboxBatch>> SyncDoor::nextBatch(int maxRows, qint64 maxBytes, std::int64_t after)
{
    return m_store.d->looks->ask(Priority::Background, {}, [maxRows, maxBytes, after](Connection &connection) {
        return syncoutbox::nextBatch(connection, maxRows, maxBytes, after);
    });
}

QFuture<Result<OutboxSummary>> SyncDoor::outbox()
{
    return m_store.d->looks->ask(Priority::Background, {}, [](Connection &connection) {
        return steadily(connection, [&] { return syncoutbox::summary(connection); });
    });
}

QFuture<Result<std::int64_t>> SyncDoor::highestOperation()
{
    return m_store.d->looks->ask(Priority::Background, {}, [](Connection &connection) {
        return steadily(connection, [&] { return syncoutbox::highest(connection); });
    });
}

QFuture<Outcome> SyncDoor::applyVerdicts(std::vector<OutboxVerdict> verdicts)
{
    return write([d = m_store.d.get(), verdicts = std::move(verdicts)](Connection &connection, auto &changed) {
        return syncoutbox::applyVerdicts(connection, d->context, verdicts, changed);
    });
}

QFuture<Outcome> SyncDoor::forgetDurable(std::int64_t upto, Instant before)
{
    return write(
        [upto, before](Connection &connection, auto &) { return syncoutbox::forgetDurable(connection, upto, before); });
}

QFuture<Outcome> SyncDoor::reopenAfter(std::int64_t lastN)
{
    return write([lastN](Connection &connection, auto &) { return syncoutbox::reopenAfter(connection, lastN); });
}

QFuture<Outcome> SyncDoor::renumberFrom(std::int64_t first)
{
    Store::Private *d = m_store.d.get();
    return d->writing->ask(Priority::Background, {}, [d, first](Connection &connection) -> Outcome {
        const Outcome done = d->writer->transact(connection, [&] { return syncoutbox::renumber(connection, first); });
        return done ? d->writer->load(connection) : done;
    });
}

QFuture<Result<std::vector<OfficeCursor>>> SyncDoor::offices()
{
    return m_store.d->looks->ask(Priority::Background, {}, [](Connection &connection) { return syncoffices::all(connection); });
}

QFuture<Result<QStringList>> SyncDoor::setGrants(std::vector<OfficeGrant> grants, std::int32_t epoch)
{
    Store::Private *d = m_store.d.get();
    auto promise = std::make_shared<QPromise<Result<QStringList>>>();
    promise->start();
    auto removal = std::make_shared<SyncRemoval>(*d->writer, d->context, *d->blobs, std::move(grants), epoch);
    d->writing->postSlices(
        {},
        [store = &m_store, d, removal](Connection &connection) -> Result<bool> {
            Result<bool> more = removal->slice(connection);
            tell(*store, removal->takeChanged());
            d->tend(connection);
            return more;
        },
        [promise, removal](const Outcome &done) {
            promise->addResult(done ? Result<QStringList>(removal->gone()) : Result<QStringList>(done.error()));
            promise->finish();
        });
    return promise->future();
}

QFuture<Outcome> SyncDoor::readAnew(QStringList offices, std::int32_t epoch)
{
    return write([offices = std::move(offices), epoch](Connection &connection, auto &) -> Outcome {
        for (const QString &office : offices) {
            if (Outcome done = syncoffices::readAnew(connection, office, epoch); !done)
                return done;
        }
        return {};
    });
}

QFuture<Outcome> SyncDoor::jumpTo(OfficeCursor cursor)
{
    return write([cursor = std::move(cursor)](Connection &connection, auto &) -> Outcome {
        const Result<std::optional<OfficeCursor>> standing = syncoffices::find(connection, cursor.office);
        if (!standing)
            return standing.error();
        if (!*standing || (*standing)->generation != cursor.generation || (*standing)->epoch != cursor.epoch)
            return {}; // the grant went meanwhile
        OfficeCursor moved = **standing;
        moved.oseq = cursor.oseq;
        return syncoffices::setCursor(connection, moved);
    });
}

template <class... How>
SyncDoor::Part SyncDoor::partOf(OfficePage page, How... how)
{
    Store::Private *d = m_store.d.get();
    return std::make_shared<PageWriter>(*d->writing, *d->writer, d->context, std::move(page), how...);
}

QFuture<Result<AppliedPage>> SyncDoor::run(const Part &page, CancelToken cancel)
{
    Store::Private *d = m_store.d.get();
    auto promise = std::make_shared<QPromise<Result<AppliedPage>>>();
    promise->start();
    d->writing->postSlices(
        cancel,
        [store = &m_store, d, page](Connection &connection) -> Result<bool> {
            Result<bool> more = page->slice(connection);
            tell(*store, page->takeChanged());
            d->tend(connection);
            return more;
        },
        [promise, page](const Outcome &done) {
            promise->addResult(done ? Result<AppliedPage>(page->takeApplied()) : Result<AppliedPage>(done.error()));
            promise->finish();
        });
    return promise->future();
}

QFuture<Result<AppliedPage>> SyncDoor::applyPage(OfficePage page, bool confirmed, CancelToken cancel)
{
    const PageWriter::Guard guard = confirmed ? PageWriter::Guard::Confirmed : PageWriter::Guard::On;
    return run(partOf(std::move(page), guard, PageWriter::Kind::Page), std::move(cancel));
}

SyncDoor::Part SyncDoor::readPart(OfficePage part)
{
    return partOf(std::move(part), PageWriter::Guard::Confirmed, PageWriter::Kind::Part);
}

QFuture<Result<AppliedPage>> SyncDoor::applyPart(const Part &part, CancelToken cancel) { return run(part, std::move(cancel)); }

QFuture<Result<AppliedPage>> SyncDoor::replaceRows(OfficePage rows)
{
    return run(partOf(std::move(rows), PageWriter::Guard::Confirmed, PageWriter::Kind::Rows), {});
}

QFuture<Outcome> SyncDoor::forEachServerRow(const QString &log, std::function<bool(const DigestRow &row)> take,
                                            CancelToken cancel)
{
    const Result<Worker *> service = m_store.d->serviceWorker();
    if (!service)
        return answered<Outcome>(service.error());
    return (*service)->ask(Priority::Background, std::move(cancel), [log, take = std::move(take)](Connection &connection) {
        return steadily(connection, [&] { return syncoffices::forEachServerRow(connection, log, take); });
    });
}

QFuture<Result<std::int64_t>> SyncDoor::countServerRows(const QString &log)
{
    return m_store.d->looks->ask(Priority::Background, {},
                                 [log](Connection &connection) { return syncoffices::countOf(connection, log); });
}

QFuture<Result<std::vector<LeaseLevelState>>> SyncDoor::leaseLevels(QStringList series, Instant now)
{
    return m_store.d->looks->ask(Priority::Background, {},
                                 [d = m_store.d.get(), series = std::move(series), now](Connection &connection) {
                                     return syncnumbers::levels(connection, d->context, series, now);
                                 });
}

QFuture<Outcome> SyncDoor::addBlock(NumberBlock block)
{
    return write(
        [block = std::move(block)](Connection &connection, auto &) { return syncnumbers::addBlock(connection, block); });
}

QFuture<Result<std::vector<OpenConflict>>> SyncDoor::conflicts()
{
    return m_store.d->looks->ask(Priority::Interactive, {}, [d = m_store.d.get()](Connection &connection) {
        return steadily(connection, [&] { return syncconflicts::open(connection, d->context.device); });
    });
}

QFuture<Result<ChangeSet>> SyncDoor::settle(const RecordId &conflict, Settlement settlement, Inputs values)
{
    Store::Private *d = m_store.d.get();
    return d->writing->ask(
        Priority::Interactive, {},
        [store = &m_store, d, conflict, settlement, values = std::move(values)](Connection &connection) -> Result<ChangeSet> {
            Result<Change> change = syncconflicts::changeFor(connection, d->context.device, conflict, settlement, values,
                                                             d->context.session.actor.user, d->context.clock->now());
            if (!change)
                return change.error();
            Result<ChangeSet> written = d->writer->submit(connection, std::move(*change));
            if (written)
                Store::Private::announce(store, *written);
            return written;
        });
}

QFuture<Result<std::vector<SetAsideCase>>> SyncDoor::setAside()
{
    if (!isInCharge(m_store.session()))
        return answered<Result<std::vector<SetAsideCase>>>(Error(ErrorKind::Forbidden, storeerrors::notAllowed));
    return m_store.d->looks->ask(Priority::Interactive, {}, [](Connection &connection) { return setaside::cases(connection); });
}

// Noted before it is answered: not noted = not shown.
QFuture<Result<CaseFile>> SyncDoor::readSetAside(const RecordId &root, const QString &reason)
{
    Store::Private *d = m_store.d.get();
    if (!isInCharge(m_store.session()))
        return answered<Result<CaseFile>>(Error(ErrorKind::Forbidden, storeerrors::notAllowed));
    return d->writing->ask(Priority::Interactive, {}, [d, root, reason](Connection &connection) -> Result<CaseFile> {
        Result<CaseFile> file = setaside::read(connection, root);
        if (!file)
            return file;
        AuditRow row;
        row.event = QStringLiteral("READ_SENS");
        row.record = row.root = root;
        AuditPayload payload;
        payload.reason = reason;
        if (Outcome noted = d->writer->note(connection, row, payload); !noted)
            return noted.error();
        return file;
    });
}

QFuture<Result<std::vector<ReturnedWork>>> SyncDoor::returned()
{
    return m_store.d->looks->ask(Priority::Interactive, {}, [](Connection &connection) {
        return steadily(connection, [&] { return synctray::returned(connection); });
    });
}

QFuture<Outcome> SyncDoor::dismiss(std::int64_t n)
{
    return write([n](Connection &connection, auto &) { return synctray::dismiss(connection, n); });
}

QFuture<Result<std::vector<BlobTask>>> SyncDoor::blobsToSend(int limit)
{
    return m_store.d->looks->ask(Priority::Background, {}, [d = m_store.d.get(), limit](Connection &connection) {
        return syncblobs::toSend(connection, *d->blobs, limit);
    });
}

QFuture<Result<std::vector<BlobTask>>> SyncDoor::blobsToFetch(int limit)
{
    return m_store.d->looks->ask(Priority::Background, {},
                                 [limit](Connection &connection) { return syncblobs::toFetch(connection, limit); });
}

QFuture<Result<QByteArray>> SyncDoor::readBlob(const QByteArray &sha256)
{
    const Result<Worker *> service = m_store.d->serviceWorker();
    if (!service)
        return answered<Result<QByteArray>>(service.error());
    return (*service)->ask(Priority::Background, {},
                           [d = m_store.d.get(), sha256](Connection &) { return d->blobs->read(sha256); });
}

QFuture<Outcome> SyncDoor::keepBlob(const QByteArray &sha256, QByteArray content)
{
    const Result<Worker *> service = m_store.d->serviceWorker();
    if (!service)
        return answered<Outcome>(service.error());
    return (*service)->ask(Priority::Background, {}, [d = m_store.d.get(), sha256, content = std::move(content)](Connection &) {
        return syncblobs::keep(*d->blobs, sha256, content);
    });
}

QFuture<Outcome> SyncDoor::markBlob(const QByteArray &sha256, std::int64_t bytes, BlobPlace place)
{
    return write([d = m_store.d.get(), sha256, bytes, place](Connection &connection, auto &) {
        return syncblobs::mark(connection, sha256, bytes, place, d->context.clock->now());
    });
}

} // namespace yizhan
