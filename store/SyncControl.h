// SPDX-License-Identifier: GPL-3.0-or-later
// What a window may see and ask of synchronisation: the engine's side of it, or a test's. Models and forms know no more.
#pragma once

#include "store/SyncStatus.h"

#include <QObject>

namespace yizhan {

// GUI thread. Lives while the store is open.
class SyncControl : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual const SyncStatus &status() const = 0; // always equal to the queue
    // Begins a round at once, whatever was waited for.
    virtual void syncNow() = 0;
    // Needed after SyncStage::NeedsLogin; `secondFactor` may be empty.
    virtual void login(const QString &login, const QString &password, const QString &secondFactor) = 0;
    // A person says that the removal named in the status is meant.
    virtual void allowRemoval(const QString &office) = 0;

signals:
    void changed();
};

} // namespace yizhan
