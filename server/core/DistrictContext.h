// SPDX-License-Identifier: GPL-3.0-or-later
// What all parts of the district server share, and who is speaking to it.
#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "server/core/DistrictKeys.h"
#include "server/core/HintBus.h"
#include "server/core/Rights.h"
#include "server/core/ServerDatabase.h"
#include "sync/protocol/Body.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace yizhan {

class RuleBook;

// Bounds of offlineDays.
inline constexpr int leastOfflineDays = 3;
inline constexpr int mostOfflineDays = 30;

struct DistrictOptions {
    // Argon2id of passwords; tests take less.
    unsigned long long passwordOperations = 3;
    std::size_t passwordMemory = 64U << 20;
    qint64 tokenMs = 15 * 60 * 1000;
    qint64 refreshMs = 12LL * 3600 * 1000;
    int offlineDays = 7;
    qint64 codeMs = 24LL * 3600 * 1000;
    int keepDays = 30;
    int purgeEntryDays = 180; // a workstation that was away for longer after a purge reads its offices anew
    int contentDays = 30;     // contents of attachments that no record names any more stay so long
    int leaseSize = 20;
    int leaseLow = 10;
    int leaseDays = 60;
    std::vector<QString> leasedSeries; // series of which workstations are to keep blocks
    int minimumSchema = 1;
    std::size_t pushAtOnce = 500;    // operations taken of one push, whole transactions; the rest is sent again
    qint64 partBytes = 8 << 20;      // of a snapshot, before packing
    qint64 snapshotMs = 3600 * 1000; // how long one serves
};

struct DistrictContext {
    ServerDatabase &database;
    const Clock &clock;
    Random &random;
    std::shared_ptr<const RuleBook> rules;
    DistrictKeys keys;
    QString folder;          // sealed attachments, the mark of the instance
    QByteArray certificates; // DER of the authority that workstations trust
    DistrictOptions options;
    mutable HintBus hints;

    // Random bytes for secrets; one thread at a time, as a seeded generator wants it.
    QByteArray randomBytes(int count) const;
    RecordId newId() const;
    mutable std::mutex randomMutex;
};

// A workstation whose signature was verified, and the person who is logged in there, if that was asked for.
struct Caller {
    RecordId device;
    QString office;
    int station = 0;
    QByteArray publicKey;
    wire::DeviceState state = wire::DeviceState::Good;
    std::int64_t lastN = 0;
    std::int64_t durableN = 0;
    PersonRights person;
};

enum class Needs {
    Device,     // signed by a workstation that is known, in whatever state
    GoodDevice, // ... and admitted
    Person      // ... and somebody is logged in there
};

// Errors: Auth (unknown workstation, wrong proof, no or another's token), Forbidden (revoked).
Result<Caller> identify(SqlSession &session, const DistrictContext &context, const WireRequest &request, Needs needs);

// A workstation as it stands, whoever speaks in its name; nothing if it is not known.
Result<std::optional<Caller>> callerOf(SqlSession &session, const RecordId &device);

// Who sends something, and how that is proven within the transaction that judges it: over the line, or by an exchange file.
struct Sender {
    RecordId device; // as it calls itself
    std::function<Result<Caller>(SqlSession &session)> identify;
};
// Good while both live.
Sender senderOf(const DistrictContext &context, const WireRequest &request, Needs needs);

} // namespace yizhan
