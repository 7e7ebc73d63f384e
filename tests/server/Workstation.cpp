// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/Workstation.h"

#include "sync/protocol/Digest.h"
#include "sync/protocol/EnrolmentCode.h"

#include <QTest>

namespace yizhan::tests {

Workstation::Workstation(DistrictFixture &fixture, const QString &where, const QStringList &moreOffices)
    : device(RecordId::make(fixture.clock().now(), fixture.random())),
      key(SigningKey::make(fixture.random())),
      office(where),
      m_fixture(fixture)
{
    NewCode wanted;
    wanted.office = where;
    wanted.moreOffices = moreOffices;
    wanted.authorityKeyHash = QByteArray(32, 'a');
    const Result<QString> text = fixture.admin().makeCode(wanted);
    if (!text)
        qFatal("code: %s", qPrintable(text.error().toLog()));
    wire::EnrolRequest message;
    message.secret = EnrolmentCode::fromText(*text)->secret;
    message.publicKey = key.publicKey;
    message.device = device;
    message.name = QStringLiteral("PC");
    const Result<wire::EnrolResponse> response = ask<wire::EnrolResponse>("/v1/enrol", message);
    if (!response)
        qFatal("enrol: %s", qPrintable(response.error().toLog()));
    station = response->station;
    epoch = response->epoch;
    hello();
}

WireResponse Workstation::send(WireRequest request)
{
    request.token = token;
    signRequest(request, device.toString().toLatin1(), m_fixture.clock().now().ms, key.secretKey);
    return m_fixture.district().handle(request, Peer{});
}

QString Workstation::refusalOf(const WireResponse &response)
{
    const Result<wire::Refusal> refusal = readBody<wire::Refusal>(response);
    return refusal ? refusal->code : QStringLiteral("no refusal");
}

RecordId Workstation::logInAs(const QString &login, const QStringList &roles, const QStringList &offices)
{
    const RecordId id = m_fixture.addUser(login, roles, offices);
    logIn(login);
    return id;
}

wire::LoginResponse Workstation::logIn(const QString &login)
{
    wire::LoginRequest message;
    message.login = login;
    message.password = QLatin1String(password);
    const Result<wire::LoginResponse> response = ask<wire::LoginResponse>("/v1/login", message);
    if (!response)
        qFatal("login: %s", qPrintable(response.error().toLog()));
    token = response->token;
    refresh = response->refresh;
    user = response->person.user;
    return *response;
}

Record Workstation::prepared(Record record, const QString &where, const RecordId &root, const RecordId &parent)
{
    record.id = RecordId::make(m_fixture.clock().now(), m_fixture.random());
    record.root = root.isNull() ? record.id : root;
    record.parent = root.isNull() ? RecordId() : (parent.isNull() ? root : parent);
    record.office = where.isEmpty() ? office : where;
    return record;
}

wire::Operation Workstation::create(const Record &record, std::int64_t transaction)
{
    wire::Operation operation = act(record.spec().appendOnly ? wire::Act::Append : wire::Act::Create, record, 0);
    operation.parent = record.parent;
    operation.values = encodeFields(record);
    operation.group = 0;
    if (transaction > 0)
        operation.txn = transaction;
    return operation;
}

wire::Operation Workstation::act(wire::Act what, const Record &record, Version base, std::int64_t prev)
{
    wire::Operation operation;
    operation.n = ++n;
    operation.txn = ++txn;
    operation.act = what;
    operation.kind = static_cast<std::uint16_t>(record.kind());
    operation.record = record.id;
    operation.root = record.root;
    operation.office = record.office;
    operation.group = withdrawnGroup;
    operation.base = base;
    operation.prev = prev;
    operation.clientTime = m_fixture.clock().now();
    operation.user = user;
    return operation;
}

wire::Operation Workstation::set(const Record &record, const FieldSpec &field, const Value &value, Version base,
                                 std::int64_t prev)
{
    wire::Operation operation = act(wire::Act::Set, record, base, prev);
    operation.group = groupKeyOf(field);
    operation.values = encodeSome({{field.id, value}}, record.spec());
    return operation;
}

wire::Operation Workstation::transfer(const Record &root, const QString &where, Version base)
{
    wire::Operation operation = act(wire::Act::Transfer, root, base);
    operation.group = officeGroup;
    operation.office = where; // as the store writes it: the row already says where it goes
    operation.values = where.toUtf8();
    return operation;
}

Version Workstation::baseOf(const RecordId &id, const FieldSpec &field) const
{
    const HeldRow *row = held(id);
    return row ? row->versions.versionOf(groupKeyOf(field), row->record.version) : 0;
}

wire::PushResponse Workstation::push(std::vector<wire::Operation> operations)
{
    wire::PushRequest message;
    message.epoch = epoch;
    message.operations = std::move(operations);
    const Result<wire::PushResponse> response = ask<wire::PushResponse>("/v1/push", message);
    if (!response)
        qFatal("push: %s", qPrintable(response.error().toLog()));
    return *response;
}

void Workstation::hello()
{
    wire::HelloRequest message;
    message.epoch = epoch;
    message.answeredUpto = 0;
    for (const auto &[name, oseq] : cursors) {
        wire::OfficeMark mark;
        mark.office = name;
        mark.oseq = oseq;
        message.marks.push_back(std::move(mark));
    }
    const Result<wire::HelloResponse> response = ask<wire::HelloResponse>("/v1/hello", message);
    if (!response)
        qFatal("hello: %s", qPrintable(response.error().toLog()));
    greeting = *response;
    if (greeting.epoch != epoch) {
        cursors.clear();
        rows.clear();
    }
    epoch = greeting.epoch;
}

void Workstation::pullAll(qint64 maxBytes)
{
    for (int round = 0; round < 10'000; ++round) {
        wire::PullRequest message;
        message.requestId = QByteArray(16, 'r');
        message.epoch = epoch;
        message.maxBytes = maxBytes;
        for (const wire::Grant &grant : greeting.grants) {
            wire::Cursor cursor;
            cursor.office = grant.office;
            cursor.generation = grant.generation;
            cursor.oseq = cursors[grant.office];
            message.cursors.push_back(std::move(cursor));
        }
        const Result<wire::PullResponse> response = ask<wire::PullResponse>("/v1/pull", message);
        if (!response)
            qFatal("pull: %s", qPrintable(response.error().toLog()));
        for (const wire::Page &page : response->pages)
            apply(page);
        if (!response->more)
            return;
    }
    qFatal("pull never ends");
}

void Workstation::apply(const wire::Page &page)
{
    for (const wire::Entry &entry : page.entries) {
        const auto known = rows.find(entry.id);
        if (entry.what == wire::EntryKind::Put) {
            Result<Record> record = decodeRecord(entry.row);
            if (!record)
                qFatal("row: %s", qPrintable(record.error().toLog()));
            if (known != rows.end() && entry.version < known->second.record.version)
                continue;
            HeldRow row{std::move(*record), {}, page.office};
            row.versions = FieldVersions::fromBytes(entry.versions, row.record.createdAt);
            rows[entry.id] = std::move(row);
        } else if (known != rows.end() && known->second.record.office == page.office
                   && entry.version >= known->second.record.version) {
            rows.erase(known);
        }
    }
    cursors[page.office] = page.to;
    for (const auto &[id, row] : rows)
        tornCase = tornCase || !rows.contains(row.record.root);
    if (page.to != page.head)
        return;
    OfficeDigest digest;
    qint64 count = 0;
    for (const auto &[id, row] : rows) {
        if (row.record.office == page.office) {
            digest.add(id, hashOf(row.record));
            ++count;
        }
    }
    if (digest.total().toBytes() != page.digest || count != page.rows)
        qFatal("the digest of %s differs: %lld rows here, %lld there", qPrintable(page.office), count,
               static_cast<long long>(page.rows));
}

const HeldRow *Workstation::held(const RecordId &id) const
{
    const auto at = rows.find(id);
    return at == rows.end() ? nullptr : &at->second;
}

std::vector<const HeldRow *> Workstation::heldOf(Kind kind) const
{
    std::vector<const HeldRow *> found;
    for (const auto &[id, row] : rows) {
        if (row.record.kind() == kind)
            found.push_back(&row);
    }
    return found;
}

} // namespace yizhan::tests
