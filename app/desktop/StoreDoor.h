// SPDX-License-Identifier: GPL-3.0-or-later
// Opens, makes and closes the store for the window; the slow parts (key derivation) run beside it.
#pragma once

#include "store/Store.h"

#include <QFuture>

namespace yizhan {

// GUI thread. Holds the store while it is unlocked; closing wipes the keys.
class StoreDoor final : public QObject
{
    Q_OBJECT
public:
    explicit StoreDoor(StoreOptions options, QObject *parent = nullptr);

    const StoreOptions &options() const { return m_options; }
    Store *store() { return m_store.get(); } // null while locked
    bool isBusy() const { return m_busy; }

    // `toExchange`: although the time without the district has ended; nothing may be shown before the district has let the
    // person in.
    void open(const QString &login, const QString &password, bool toExchange = false);
    void recover(const QString &recoveryKey, const QString &login, const QString &newPassword);
    void create(const NewStore &wish); // created() follows, then open() is called with the same password
    void close();

signals:
    void opened();
    void created(const QString &recoveryKey);
    void failed(const yizhan::Error &error);
    void busyChanged(bool busy);

private:
    using Opened = std::shared_ptr<Result<std::unique_ptr<Store>>>;
    void openWith(std::function<Result<std::unique_ptr<Store>>()> way);
    void setBusy(bool busy);

    StoreOptions m_options;
    std::unique_ptr<Store> m_store;
    bool m_busy = false;
};

} // namespace yizhan
