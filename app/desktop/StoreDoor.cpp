// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/StoreDoor.h"

#include "base/Deliver.h"

#include <QPromise>
#include <QThread>
#include <QThreadPool>

namespace yizhan {

namespace {

// Runs a function on the pool; its answer is the future's.
template <class T>
QFuture<T> beside(std::function<T()> work)
{
    auto promise = std::make_shared<QPromise<T>>();
    const QFuture<T> future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace

StoreDoor::StoreDoor(StoreOptions options, QObject *parent) : QObject(parent), m_options(std::move(options)) {}

void StoreDoor::setBusy(bool busy)
{
    m_busy = busy;
    emit busyChanged(busy);
}

void StoreDoor::openWith(std::function<Result<std::unique_ptr<Store>>()> way)
{
    if (m_busy || m_store)
        return;
    setBusy(true);
    QThread *home = thread();
    const QFuture<Opened> future = beside<Opened>([way = std::move(way), home] {
        auto opened = std::make_shared<Result<std::unique_ptr<Store>>>(way());
        if (*opened)
            (**opened)->moveToThread(home);
        return opened;
    });
    deliver(future, this, [this](const Opened &answer) {
        setBusy(false);
        if (*answer) {
            m_store = std::move(**answer);
            emit opened();
        } else {
            emit failed(answer->error());
        }
    });
}

void StoreDoor::open(const QString &login, const QString &password, bool toExchange)
{
    StoreOptions options = m_options;
    options.beyondOfflineGrant = toExchange;
    openWith([options, login, password] { return Store::open(options, login, password); });
}

void StoreDoor::recover(const QString &recoveryKey, const QString &login, const QString &newPassword)
{
    openWith([options = m_options, recoveryKey, login, newPassword] {
        return Store::recover(options, recoveryKey, login, newPassword);
    });
}

void StoreDoor::create(const NewStore &wish)
{
    if (m_busy || m_store)
        return;
    setBusy(true);
    using Created = std::shared_ptr<Result<CreatedStore>>;
    const QFuture<Created> future = beside<Created>(
        [options = m_options, wish] { return std::make_shared<Result<CreatedStore>>(Store::create(options, wish)); });
    deliver(future, this, [this, wish](const Created &answer) {
        setBusy(false);
        if (!*answer) {
            emit failed(answer->error());
            return;
        }
        emit created((*answer)->recoveryKey);
        open(wish.login, wish.password);
    });
}

void StoreDoor::close() { m_store.reset(); }

} // namespace yizhan
