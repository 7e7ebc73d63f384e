// SPDX-License-Identifier: GPL-3.0-or-later
// Brings the answer of a future to its owner's thread, or to nobody when the owner has gone meanwhile.
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace yizhan {

// Calls fn(result) on owner's thread once the future has finished with a result; the watcher is a child of the owner, so
// a closed window simply gets no answer. One consumer a future. QFuture::then(context, ...) of Qt 6.4 must not be used
// instead: it aborts or races when the context dies, and only the last of two continuations runs.
template <class T, class Function>
void deliver(const QFuture<T> &future, QObject *owner, Function fn)
{
    auto *watcher = new QFutureWatcher<T>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, fn = std::move(fn)]() mutable {
        const QFuture<T> done = watcher->future();
        watcher->deleteLater();
        if (done.resultCount() > 0)
            fn(done.result());
    });
    watcher->setFuture(future);
}

} // namespace yizhan
