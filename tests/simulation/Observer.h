// SPDX-License-Identifier: GPL-3.0-or-later
// A client of its own, written from docs/protocol.md alone and without faults on its line: what it sees after each step is
// what the district holds. It shares no code with the product's engine but the forms of the messages.
#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "records/FieldVersions.h"
#include "records/Record.h"
#include "server/core/RequestHandler.h"
#include "sync/protocol/Messages.h"
#include "sync/protocol/Proof.h"

#include <QString>
#include <functional>
#include <map>

namespace yizhan::simulation {

// What a workstation needs to be known to the district.
struct Identity {
    RecordId device;
    SigningKey key;
    QString login;
    QString password;
};

class Observer
{
public:
    // The handler is asked for at each request: the server may have been started anew.
    Observer(std::function<RequestHandler *()> server, Identity identity, const Clock &clock, Random &random);

    struct Row {
        QString office;
        Record record;
        Version version = 0;
        FieldVersions versions;
    };
    // before: nothing = new here; after: nothing = gone.
    using Seen = std::function<void(const RecordId &id, const Row *before, const Row *after)>;

    // Reads everything that is new. False: the server did not answer as the protocol says; `trouble` tells.
    bool look(const Seen &seen);
    // True once after a look that found another epoch: everything was read from the beginning.
    bool sawNewEpoch() const { return m_newEpoch; }
    const std::map<RecordId, Row> &rows() const { return m_rows; }
    const Row *find(const RecordId &id) const;
    Epoch epoch() const { return m_epoch; }
    std::int64_t headOf(const QString &office) const;
    // Of the last page at the head of an office's log; empty if none came yet.
    QByteArray digestOf(const QString &office) const;
    std::vector<QString> offices() const;
    QString trouble;

private:
    struct Log {
        std::int64_t generation = 0;
        std::int64_t cursor = 0;
        QByteArray digest;
    };
    WireResponse send(const QByteArray &path, const QByteArray &body);
    bool hello();
    bool logIn();
    bool readOn(const Seen &seen);
    void startAnew(Epoch epoch);
    bool refuse(const QString &what, const WireResponse &answer);
    void take(const wire::Page &page, const wire::Entry &entry, std::map<RecordId, Row> &changed);

    std::function<RequestHandler *()> m_server;
    Identity m_identity;
    const Clock &m_clock;
    Random &m_random;
    QByteArray m_token;
    Epoch m_epoch = 0;
    bool m_newEpoch = false;
    std::map<QString, Log> m_logs;
    std::map<RecordId, Row> m_rows;
};

} // namespace yizhan::simulation
