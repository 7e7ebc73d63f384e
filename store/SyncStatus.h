// SPDX-License-Identifier: GPL-3.0-or-later
// What people are told about synchronisation: a value, always equal to the queue in the store. The engine fills it, the window
// shows it.
#pragma once

#include "base/Error.h"
#include "store/SyncTypes.h"

#include <QMetaType>
#include <optional>

namespace yizhan {

enum class SyncStage : std::uint8_t {
    Connecting, // hello, login
    Sending,
    Receiving,
    Checking, // digests and repair
    Files,    // attachments and stocks of numbers
    Idle,     // everything is done; news are waited for
    Waiting,  // something failed; tried again at `nextTry`
    NeedsLogin,
    Stopped // revoked, or too old
};

struct SyncStatus {
    SyncStage stage = SyncStage::Connecting;
    OutboxSummary outbox;
    Instant lastComplete; // everything sent and everything read; ms 0 = never
    bool online = false;
    QString district;
    std::optional<std::int64_t> clockDifferenceMs; // this computer's clock minus the server's; about the time of one answer
    std::int64_t rowsDone = 0;                     // of a first synchronisation; total 0 = none runs
    std::int64_t rowsTotal = 0;
    Instant nextTry;              // Waiting
    std::optional<Error> error;   // why nothing goes on
    std::optional<Error> sending; // why sending alone does not go on
    bool held = false;            // unsent work needs a newer server: it waits and is kept
    bool tooOldToRead = false;    // this release may only hand in its work
    struct Removal {              // a page wants to take away an unusual number of rows: a person decides
        QString office;
        std::int64_t rows = 0;
        std::int64_t held = 0;
        bool operator==(const Removal &) const = default;
    };
    std::vector<Removal> removals;
    std::int64_t differences = 0; // times that a digest did not fit, since synchronisation began to run; a weekly look is none
    QStringList beyondRepair;     // offices whose copy here differs from the server's although everything was tried today
};

bool operator==(const SyncStatus &a, const SyncStatus &b);

} // namespace yizhan

Q_DECLARE_METATYPE(yizhan::SyncStatus)
