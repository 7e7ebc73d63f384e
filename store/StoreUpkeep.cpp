// SPDX-License-Identifier: GPL-3.0-or-later
// The long tasks: attachments, copies, checks, computing anew.
#include "store/Backup.h"
#include "store/Derivation.h"
#include "store/Meta.h"
#include "store/Rebuild.h"
#include "store/StoreErrors.h"
#include "store/StorePrivate.h"
#include "store/Verify.h"

#include "records/kinds/Attachment.h"

#include <QFileInfo>

namespace yizhan {
namespace {

StoreFiles filesOf(const StorePaths &paths) { return {paths.vault(), paths.database(), paths.blobs()}; }

std::shared_ptr<QPromise<Outcome>> startedPromise()
{
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    return promise;
}

void answer(const std::shared_ptr<QPromise<Outcome>> &promise, const Outcome &outcome)
{
    promise->addResult(outcome);
    promise->finish();
}

} // namespace

template <class Work>
auto Store::Private::serve(CancelToken cancel, Work work) -> QFuture<std::invoke_result_t<Work, Connection &>>
{
    using Answer = std::invoke_result_t<Work, Connection &>;
    const Result<Worker *> worker = serviceWorker();
    if (!worker)
        return answered<Answer>(worker.error());
    return (*worker)->ask(Priority::Interactive, std::move(cancel), std::move(work));
}

QFuture<Result<Inputs>> Store::addBlob(const QString &file, Progress progress)
{
    return d->serve({}, [this, file, progress](Connection &) -> Result<Inputs> {
        const Result<BlobInfo> info = d->blobs->add(file, progress);
        if (!info)
            return info.error();
        return Inputs{{&attachment::sha256, Value(info->sha256)},
                      {&attachment::size, Value(info->size)},
                      {&attachment::name, Value(QFileInfo(file).fileName())}};
    });
}

QFuture<Result<QByteArray>> Store::readBlob(const QByteArray &sha256)
{
    if (!d->context.session.mayReadCases())
        return answered<Result<QByteArray>>(Error(ErrorKind::Forbidden, storeerrors::notAllowed));
    return d->serve({}, [this, sha256](Connection &) { return d->blobs->read(sha256); });
}

QFuture<Outcome> Store::backup(const QString &file, Progress progress, CancelToken cancel)
{
    return d->serve(cancel, [this, file, progress, cancel](Connection &connection) -> Outcome {
        Backup::Source source;
        source.connection = &connection;
        source.key = d->context.keys.database.view().toByteArray();
        source.files = filesOf(d->context.paths);
        source.blobs = d->blobs.get();
        source.now = d->context.clock->now();
        const Outcome done = Backup::write(source, file, progress, cancel);
        yizhan::wipe(source.key);
        if (!done)
            return done;
        // the writer notes it when it comes to it; the backup stands without
        d->writing->post(
            Priority::Interactive, {},
            [this, now = source.now](Connection &writing) {
                AuditRow row;
                row.event = QStringLiteral("BACKUP");
                Outcome noted = d->writer->note(writing, row, {});
                if (noted)
                    noted = d->writer->transact(
                        writing, [&] { return meta::write(writing, meta::lastBackup, QByteArray::number(qlonglong{now.ms})); });
                if (!noted)
                    qWarning("%s", qPrintable(noted.error().toLog()));
            },
            [](const Error &) {});
        return {};
    });
}

Outcome Store::restore(const QString &file, const StoreOptions &into, const QString &login, const QString &password,
                       Progress progress)
{
    const auto unlock = [&](const QString &vaultFile) -> Result<QByteArray> {
        const Result<Vault> vault = Vault::read(vaultFile);
        if (!vault)
            return vault.error();
        const Result<VaultKeys> keys = vault->unlock(login, password);
        if (!keys)
            return keys.error();
        return deriveKey(keys->data, KeyPurpose::Database).view().toByteArray();
    };
    StorePaths names; // without a folder: names inside it
    StoreFiles files = filesOf(names);
    for (QString *name : {&files.vault, &files.database, &files.blobs})
        *name = QFileInfo(*name).fileName();
    return Backup::restore(file, into.folder, files, unlock, progress, {});
}

QFuture<Result<std::vector<Store::Check>>> Store::verify(Progress progress, CancelToken cancel)
{
    return d->serve(cancel, [this, progress, cancel](Connection &connection) {
        const auto derive = [this](CaseFile &file) { deriveWhole(file, d->context, d->context.clock->now()); };
        return Verify::everything(connection, *d->blobs, derive, progress, cancel);
    });
}

QFuture<Result<Store::AuditCheck>> Store::verifyAudit(Progress progress, CancelToken cancel)
{
    return d->serve(cancel, [progress, cancel](Connection &connection) { return Verify::audit(connection, progress, cancel); });
}

QFuture<Outcome> Store::Private::rebuild(Store *store, Progress progress, CancelToken cancel, Rebuild::Begins begins)
{
    const auto promise = startedPromise();
    const auto rebuild = std::make_shared<Rebuild>(*writing, *writer, progress, begins);
    const auto slice = [this, rebuild](Connection &connection) {
        Result<bool> more = rebuild->slice(connection);
        tend(connection);
        return more;
    };
    const auto tellAll = [this, store, promise](const Outcome &outcome) {
        ChangeSet all;
        all.everything = true;
        all.sequence = writer->nextSequence();
        announce(store, all);
        answer(promise, outcome);
    };
    const auto done = [this, store, progress, promise, begins, tellAll](const Outcome &rebuilt) {
        if (!rebuilt)
            return answer(promise, rebuilt);
        if (begins == Rebuild::Begins::WhereItStopped)
            return tellAll({}); // what the day brings may be under way
        startUpkeep(store, Upkeep::Job::Recompute, progress, tellAll);
    };
    writing->postSlices(cancel, slice, done);
    return promise->future();
}

QFuture<Outcome> Store::rebuild(Progress progress, CancelToken cancel)
{
    return d->rebuild(this, std::move(progress), std::move(cancel), Rebuild::Begins::Anew);
}

QFuture<Outcome> Store::setRules(std::shared_ptr<const RuleBook> rules)
{
    const auto promise = startedPromise();
    d->context.setRules(std::move(rules));
    d->startUpkeep(this, Upkeep::Job::Recompute, {}, [promise](const Outcome &outcome) { answer(promise, outcome); });
    return promise->future();
}

QFuture<Outcome> Store::runDueWork(Progress progress)
{
    const auto promise = startedPromise();
    d->startUpkeep(this, Upkeep::Job::Day, std::move(progress),
                   [promise](const Outcome &outcome) { answer(promise, outcome); });
    return promise->future();
}

} // namespace yizhan
