// SPDX-License-Identifier: GPL-3.0-or-later
// Synchronisation without a server: a test says what its state is and sees what was asked of it.
#pragma once

#include "store/SyncControl.h"
#include "store/SyncDoor.h"

namespace yizhan::tests {

class FakeSync final : public SyncControl
{
public:
    explicit FakeSync(QObject *parent = nullptr) : SyncControl(parent) {}

    const SyncStatus &status() const override { return m_status; }
    void syncNow() override { ++rounds; }
    void login(const QString &login, const QString &password, const QString &) override { logins += login + u'/' + password; }
    void allowRemoval(const QString &office) override { allowed += office; }

    void tell(const SyncStatus &status)
    {
        m_status = status;
        emit changed();
    }
    // The numbers as the queue has them now.
    void readQueue(Store &store)
    {
        SyncStatus status = m_status;
        if (const Result<OutboxSummary> summary = await(SyncDoor(store).outbox()))
            status.outbox = *summary;
        tell(status);
    }

    int rounds = 0;
    QStringList logins;
    QStringList allowed;

private:
    SyncStatus m_status;
};

} // namespace yizhan::tests
