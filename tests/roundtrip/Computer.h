// SPDX-License-Identifier: GPL-3.0-or-later
// A workstation of a test: the real store and the real core, which speak to the real district within the process; the line
// between them does what the test wants.
#pragma once

#include "store/SyncDoor.h"
#include "sync/engine/Enrolment.h"
#include "sync/engine/SyncCore.h"
#include "tests/server/DistrictFixture.h"

#include <QTemporaryDir>
#include <functional>
#include <map>

namespace yizhan::tests {

class Computer
{
public:
    struct Setting {
        QString login = QStringLiteral("wang"); // of an account of the district
        QString office = QString::fromLatin1(DistrictFixture::officeA);
        QStringList moreOffices;
        std::int64_t skewMs = 0; // of this computer's clock
        std::uint64_t seed = 1;
        QString release = QStringLiteral("1.0");
        int schema = 0; // its program: one of tests/support/Releases.h
    };

    // The usual one, with randomness of its own.
    static Setting of(const QString &login, std::uint64_t seed);

    // Joins by a code of the administrator; whatever fails ends the process.
    Computer(DistrictFixture &district, Setting setting);
    explicit Computer(DistrictFixture &district) : Computer(district, Setting{}) {}
    ~Computer();

    Store &store() { return *m_store; }
    SyncDoor &door() { return *m_door; }
    SyncCore &core() { return *m_core; }
    ManualClock &clock() { return *m_clock; }
    const Workstation &workstation() const { return *m_workstation; }
    std::shared_ptr<const Workstation> shared() const { return m_workstation; }
    QString folder() const { return m_folder.path() + QStringLiteral("/store"); }
    StoreOptions options() const;

    // Requests and answers until the core waits for news, a time or a person. Answers the number of requests.
    int run(int most = 400);
    // What happens to a request on its way; answers whether the answer arrives. Empty = nothing happens.
    std::function<bool(const WireRequest &request, WireResponse &response)> weather;
    TransportFailure failure; // told when an answer does not arrive
    std::map<QByteArray, int> asked;
    bool isStopped = false;
    bool wantsWipe = false;

    // The machine stops and starts again: nothing is left but the store. `login` empty = as before.
    void restart(const QString &login = {}, const QString &secret = {});
    void close();
    // ... and in between another release of the program is installed.
    void upgrade(int schema);
    // What this computer's program knows. Records that are handed to it are made while that is in force.
    const Declaration &declaration() const { return yizhan::tests::release(m_setting.schema); }
    // What the district hands to somebody who is not known here: answered by the line, no store needed.
    Result<wire::LoginResponse> logInElsewhere(const QString &login, const QString &secret);

    RecordId create(Record record, const QString &transition = {});
    ChangeSet submit(Operation operation, const QString &reason = {});
    ChangeSet submit(Change change);
    void set(const RecordId &id, Inputs values);
    Record record(const RecordId &id);
    bool has(const RecordId &id);
    OutboxSummary outbox();
    std::vector<OpenConflict> conflicts();

private:
    bool step();
    void openCore();

    DistrictFixture &m_district;
    Setting m_setting;
    QString m_password = QString::fromLatin1(tests::password);
    QTemporaryDir m_folder;
    std::shared_ptr<ManualClock> m_clock;
    std::shared_ptr<SeededRandom> m_random;
    std::shared_ptr<const Workstation> m_workstation;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SyncDoor> m_door;
    std::unique_ptr<SyncCore> m_core; // goes before the door, and that before the store
};

} // namespace yizhan::tests
