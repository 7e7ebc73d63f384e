// SPDX-License-Identifier: GPL-3.0-or-later
// The door: hands each call to the thread that answers it.
#include "store/Store.h"

#include "store/Drafts.h"
#include "store/History.h"
#include "store/Judge.h"
#include "store/ListReader.h"
#include "store/Lookup.h"
#include "store/RowMapper.h"
#include "store/SearchIndex.h"
#include "store/StoreErrors.h"
#include "store/StorePrivate.h"

namespace yizhan {

// A read on one of the reader threads, if the session may read cases at all.
template <class Work>
auto Store::Private::read(Worker &worker, CancelToken cancel, Work work) -> QFuture<std::invoke_result_t<Work, Connection &>>
{
    using Answer = std::invoke_result_t<Work, Connection &>;
    if (const Outcome allowed = judge::mayRead(context.session); !allowed)
        return answered<Answer>(allowed.error());
    return worker.ask(Priority::Interactive, std::move(cancel), std::move(work));
}

Operation Operation::create(Record record, const QString &transition)
{
    Operation operation;
    operation.act = Act::Create;
    operation.record = std::move(record);
    operation.transition = transition;
    return operation;
}

Operation Operation::set(const RecordId &target, Inputs values, std::int64_t basedOn)
{
    Operation operation;
    operation.act = Act::Set;
    operation.target = target;
    operation.values = std::move(values);
    operation.basedOn = basedOn;
    return operation;
}

Operation Operation::move(const RecordId &target, const QString &transition, Inputs inputs)
{
    Operation operation;
    operation.act = Act::Move;
    operation.target = target;
    operation.transition = transition;
    operation.values = std::move(inputs);
    return operation;
}

Operation Operation::withdraw(const RecordId &target)
{
    Operation operation;
    operation.act = Act::Withdraw;
    operation.target = target;
    return operation;
}

Store::Store(std::unique_ptr<Private> parts) : d(std::move(parts)) { qRegisterMetaType<ChangeSet>(); }

Store::~Store() { d->close(); }

const Session &Store::session() const { return d->context.session; }

const StoreOptions &Store::options() const { return d->options; }

std::shared_ptr<const RuleBook> Store::rules() const { return d->context.rules(); }

QFuture<Result<ChangeSet>> Store::submit(Change change)
{
    return d->writing->ask(Priority::Interactive, {}, [this, change = std::move(change)](Connection &connection) mutable {
        Result<ChangeSet> written = d->writer->submit(connection, std::move(change));
        if (written)
            Private::announce(this, *written);
        d->tend(connection);
        return written;
    });
}

QFuture<Result<std::vector<Unmet>>> Store::unmet(const RecordId &target, const QString &transition, const Inputs &inputs)
{
    return d->read(*d->looks, {}, [this, target, transition, inputs](Connection &connection) {
        return lookup::unmet(connection, d->context, target, transition, inputs);
    });
}

QFuture<Result<std::vector<Record>>> Store::firstRows(const Query &query, CancelToken cancel)
{
    return d->read(*d->lists, cancel, [this, query, cancel](Connection &connection) {
        return ListReader(connection, &d->listMemory).firstRows(query, cancel);
    });
}

QFuture<Result<RowOrder>> Store::order(const Query &query, CancelToken cancel)
{
    return d->read(*d->lists, cancel, [this, query, cancel](Connection &connection) {
        return ListReader(connection, &d->listMemory).order(query, cancel);
    });
}

QFuture<Result<std::vector<Record>>> Store::rowsAt(Kind kind, std::vector<std::int64_t> localRows, CancelToken cancel)
{
    return d->read(*d->lists, cancel, [kind, rows = std::move(localRows), cancel](Connection &connection) {
        return ListReader(connection).rowsAt(kind, rows, cancel);
    });
}

QFuture<Result<std::int64_t>> Store::count(const Query &query, CancelToken cancel)
{
    return d->read(*d->lists, cancel, [this, query, cancel](Connection &connection) {
        return ListReader(connection, &d->listMemory).count(query, cancel);
    });
}

QFuture<Result<std::vector<Record>>> Store::list(const Query &query, CancelToken cancel)
{
    return d->read(*d->lists, cancel, [this, query, cancel](Connection &connection) {
        return ListReader(connection, &d->listMemory).list(query, cancel);
    });
}

QFuture<Result<Record>> Store::record(const RecordId &id)
{
    return d->read(*d->looks, {}, [id](Connection &connection) { return findById(connection, id); });
}

QFuture<Result<CaseFile>> Store::caseFile(const RecordId &root)
{
    return d->read(*d->looks, {}, [root](Connection &connection) -> Result<CaseFile> {
        if (Outcome steady = connection.beginRead(); !steady) // one state for all its tables
            return steady.error();
        Result<CaseFile> file = readCase(connection, root);
        connection.rollback();
        return file;
    });
}

QFuture<Result<std::vector<SearchHit>>> Store::search(const QString &text, int limit, CancelToken cancel)
{
    return d->read(*d->looks, cancel, [text, limit, cancel](Connection &connection) {
        return SearchIndex::search(connection, text, limit, cancel);
    });
}

QFuture<Result<std::vector<HistoryEntry>>> Store::history(const RecordId &id)
{
    return d->read(*d->looks, {}, [id](Connection &connection) { return History::of(connection, id); });
}

QFuture<Result<StoreStats>> Store::stats()
{
    return d->looks->ask(Priority::Interactive, {}, [this](Connection &connection) {
        return lookup::stats(connection, d->context, d->blobs->totalBytes());
    });
}

QFuture<Result<Record>> Store::byNumber(const QString &number)
{
    return d->read(*d->looks, {}, [number](Connection &connection) { return lookup::byNumber(connection, number); });
}

QFuture<Result<QHash<RecordId, QString>>> Store::titles(std::vector<RecordId> ids)
{
    return d->read(*d->looks, {}, [ids = std::move(ids)](Connection &connection) { return lookup::titles(connection, ids); });
}

QFuture<Outcome> Store::noteSeen(const RecordId &record, const QString &event, const QString &reason)
{
    AuditPayload payload;
    payload.reason = reason;
    return d->note(record, event, payload);
}

QFuture<Result<Draft>> Store::saveDraft(Draft draft)
{
    return d->writing->ask(Priority::Interactive, {},
                           [this, draft = std::move(draft)](Connection &connection) -> Result<Draft> {
                               Result<Draft> saved = draft;
                               const Outcome done = d->writer->transact(connection, [&]() -> Outcome {
                                   saved = drafts::save(connection, d->context, draft);
                                   return saved ? Outcome() : Outcome(saved.error());
                               });
                               if (!done)
                                   return done.error();
                               return saved;
                           });
}

QFuture<Result<std::vector<Draft>>> Store::drafts()
{
    return d->looks->ask(Priority::Interactive, {},
                         [this](Connection &connection) { return drafts::list(connection, d->context); });
}

QFuture<Outcome> Store::dropDraft(const QByteArray &key)
{
    return d->writing->ask(Priority::Interactive, {}, [this, key](Connection &connection) {
        return d->writer->transact(connection, [&] { return drafts::drop(connection, d->context, key); });
    });
}

QFuture<Outcome> Store::saveSetting(const QString &key, const QByteArray &value)
{
    return d->writing->ask(Priority::Interactive, {}, [this, key, value](Connection &connection) {
        return d->writer->transact(connection, [&] { return drafts::saveSetting(connection, d->context, key, value); });
    });
}

QFuture<Result<QByteArray>> Store::setting(const QString &key)
{
    return d->looks->ask(Priority::Interactive, {},
                         [this, key](Connection &connection) { return drafts::setting(connection, d->context, key); });
}

QFuture<Outcome> Store::addUser(const QString &login, const QString &name, const QString &password, const QStringList &roles)
{
    return d->writing->ask(Priority::Interactive, {}, [=, this](Connection &connection) {
        return accounts::add(connection, *d->writer, d->context, d->cost, login, name, password, roles);
    });
}

QFuture<Outcome> Store::changePassword(const QString &oldPassword, const QString &newPassword)
{
    return d->writing->ask(Priority::Interactive, {}, [=, this](Connection &connection) {
        return accounts::changePassword(connection, *d->writer, d->context, d->cost, oldPassword, newPassword);
    });
}

} // namespace yizhan
