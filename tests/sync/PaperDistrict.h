// SPDX-License-Identifier: GPL-3.0-or-later
// A district server that fits into a test: rows, logs and verdicts in memory, by the rules of docs/protocol.md, and with
// answers that a test can spoil. And a workstation that talks to it.
#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "records/FieldVersions.h"
#include "store/SyncDoor.h"
#include "sync/engine/SyncCore.h"
#include "sync/protocol/Messages.h"
#include "sync/protocol/Proof.h"

#include <QTemporaryDir>
#include <functional>
#include <map>
#include <optional>

namespace yizhan::tests {

class PaperDistrict
{
public:
    explicit PaperDistrict(Clock &clock) : m_clock(clock) {}

    WireResponse handle(const WireRequest &request);
    QByteArray offlineGrant() const; // empty without a key to sign it

    // What somebody else writes: the row as given, under a new version, into its office's log.
    void put(Record row);
    void move(const RecordId &root, const QString &office);
    void purge(const RecordId &id);
    // A life that a restore from a backup begins: `state` as it was copied before.
    struct State {
        struct Row {
            Record row;
            FieldVersions versions;
        };
        struct LogEntry {
            std::int64_t oseq = 0;
            wire::EntryKind what = wire::EntryKind::Put;
            std::int64_t version = 0;
        };
        std::map<RecordId, Row> rows;
        std::map<QString, std::map<RecordId, LogEntry>> logs;
        std::map<QString, std::int64_t> heads;
        std::map<std::int64_t, wire::Verdict> verdicts; // of the one workstation
        std::map<std::int64_t, RecordId> written;       // its operation -> row
        std::int64_t counter = 0;
    };
    State state;
    void restore(const State &from);
    OfficeDigest digestOf(const QString &office) const;
    const Record *row(const RecordId &id) const;

    Epoch epoch = 1;
    std::vector<wire::Grant> grants{{QStringLiteral("*"), 1, false, {}}, {QStringLiteral("JO01"), 1, true, {}}};
    wire::DeviceState device = wire::DeviceState::Good;
    bool closing = false;
    std::vector<wire::LeaseLevel> leaseLevels;
    std::int64_t durableUpto = 0;
    // Signs a grant to work offline with each login, if there is a key.
    std::optional<SigningKey> signing;
    RecordId grantedDevice;
    RecordId grantedUser;
    int offlineDays = 7;
    std::vector<wire::Operation> salvaged;
    std::optional<wire::Receipt> receipt;
    std::map<QByteArray, int> asked; // by path
    int takesAtOnce = 1000;          // operations of a push; the rest waits for the next one
    qint64 pageRows = 1000;

private:
    template <class M>
    WireResponse reply(const WireRequest &request, const M &message) const;
    WireResponse refuse(const WireRequest &request, int status, const QString &code) const;
    WireResponse hello(const WireRequest &request);
    WireResponse push(const WireRequest &request);
    WireResponse pull(const WireRequest &request);
    WireResponse digest(const WireRequest &request);
    WireResponse fetch(const WireRequest &request);
    WireResponse lease(const WireRequest &request);
    wire::Verdict judge(const wire::Operation &operation);
    wire::Verdict conflictOf(const wire::Operation &operation, const Record &standing, const QString &origin);
    void write(State::Row &row, const QString &office);
    wire::Entry entryOf(const RecordId &id, const State::LogEntry &entry) const;
    std::int64_t nextVersionOf(const RecordId &id);

    Clock &m_clock;
    SeededRandom m_random{11};
    std::map<QString, std::int64_t> m_lent;
};

// One workstation: a store on one thread, its door and its core.
class Desk
{
public:
    // `prepare` may change what the district said at enrolment.
    explicit Desk(PaperDistrict &district, const std::function<void(Workstation &)> &prepare = {});
    ~Desk();

    Store &store() { return *m_store; }
    SyncDoor &door() { return *m_door; }
    SyncCore &core() { return *m_core; }
    ManualClock &clock() { return *m_clock; }
    QString folder() const { return m_folder.path() + QStringLiteral("/store"); }
    const Workstation &workstation() const { return *m_workstation; }

    // Requests and answers until the core waits for news, for a time or for a person. Answers how many requests there were.
    int run(int most = 200);
    // One step only: a request is sent and its answer fed back; false when there is nothing to do now.
    bool step();
    // The machine stops and starts again: nothing is left but the store.
    void restart();
    void close(); // until reopen()
    // As the program does: `toExchange` although the time without the district has ended.
    Outcome reopen(bool toExchange = false);
    // What happens to the next requests on their way; empty = nothing. Answers whether the answer arrives.
    std::function<bool(const WireRequest &request, WireResponse &response)> weather;

    RecordId create(Record record, const QString &transition = {});
    void set(const RecordId &id, Inputs values);
    Record record(const RecordId &id);
    bool has(const RecordId &id);
    OfficeDigest digestOf(const QString &office);
    OutboxSummary outbox();

private:
    void open();
    void begin();

    PaperDistrict &m_district;
    QTemporaryDir m_folder;
    std::shared_ptr<ManualClock> m_clock;
    std::shared_ptr<Random> m_random;
    SeededRandom m_coreRandom;
    std::shared_ptr<const Workstation> m_workstation;
    StoreOptions m_options;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SyncDoor> m_door;
    std::unique_ptr<SyncCore> m_core;
};

} // namespace yizhan::tests
