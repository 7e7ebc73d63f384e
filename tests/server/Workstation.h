// SPDX-License-Identifier: GPL-3.0-or-later
// A workstation as the server sees one: signs its requests, numbers its operations, keeps what it pulled. No client code.
#pragma once

#include "records/Codec.h"
#include "records/FieldVersions.h"
#include "sync/protocol/Body.h"
#include "sync/protocol/Proof.h"
#include "tests/server/DistrictFixture.h"

#include <map>

namespace yizhan::tests {

struct HeldRow {
    Record record;
    FieldVersions versions;
    QString office; // whose log brought it
};

class Workstation
{
public:
    Workstation(DistrictFixture &fixture, const QString &office, const QStringList &moreOffices = {});

    // Adds an account and logs it in.
    RecordId logInAs(const QString &login, const QStringList &roles, const QStringList &offices);
    wire::LoginResponse logIn(const QString &login);

    // Operations; each gets the next number. Those of one transaction share `txn`.
    wire::Operation create(const Record &record, std::int64_t txn = 0);
    wire::Operation set(const Record &record, const FieldSpec &field, const Value &value, Version base, std::int64_t prev = 0);
    wire::Operation act(wire::Act act, const Record &record, Version base, std::int64_t prev = 0);
    wire::Operation transfer(const Record &root, const QString &office, Version base = 1);
    Version baseOf(const RecordId &id, const FieldSpec &field) const; // in what was pulled
    // A root or a child with its bookkeeping, as this workstation would make it.
    Record prepared(Record record, const QString &office = {}, const RecordId &root = {}, const RecordId &parent = {});

    template <class Answer, class Message>
    Result<Answer> ask(const char *path, const Message &message)
    {
        WireRequest request;
        request.path = path;
        setBody(request, message);
        const WireResponse response = send(std::move(request));
        lastStatus = response.status;
        if (response.status >= 400)
            return Error(ErrorKind::Rejected, protocolErrors::body, {QString::number(response.status), refusalOf(response)});
        return readBody<Answer>(response);
    }
    WireResponse send(WireRequest request);                           // signed, with the token
    wire::PushResponse push(std::vector<wire::Operation> operations); // fails the test unless it is answered with 200
    wire::Verdict pushOne(const wire::Operation &operation) { return push({operation}).verdicts.at(0); }
    void hello();
    // Reads all granted offices to their heads and applies what comes as docs/protocol.md says; checks every digest.
    void pullAll(qint64 maxBytes = 1 << 20);
    const HeldRow *held(const RecordId &id) const;
    std::vector<const HeldRow *> heldOf(Kind kind) const;
    static QString refusalOf(const WireResponse &response);

    RecordId device;
    SigningKey key;
    QString office;
    QString station;
    QByteArray token;
    QByteArray refresh;
    RecordId user;
    Epoch epoch = 0;
    std::int64_t n = 0;
    std::int64_t txn = 0;
    int lastStatus = 0;
    wire::HelloResponse greeting;
    std::map<QString, std::int64_t> cursors;
    std::map<RecordId, HeldRow> rows;
    bool tornCase = false; // a page showed a child without its root

private:
    void apply(const wire::Page &page);

    DistrictFixture &m_fixture;
};

} // namespace yizhan::tests
