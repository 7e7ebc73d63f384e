// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/LightStation.h"

#include "bench/BenchData.h"
#include "records/Codec.h"
#include "records/FieldVersions.h"
#include "records/kinds/Mediation.h"
#include "server/core/ServerErrors.h"
#include "sync/protocol/EnrolmentCode.h"
#include "sync/protocol/HttpNames.h"

#include <utility>

namespace yizhan {

LightLine::LightLine(quint16 port, const QSslConfiguration &tls, QObject *parent) : QObject(parent), m_port(port)
{
    m_socket.setSslConfiguration(tls);
    connect(&m_socket, &QSslSocket::readyRead, this, &LightLine::take);
    connect(&m_socket, &QSslSocket::disconnected, this, &LightLine::breakOff);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &LightLine::breakOff);
}

void LightLine::open() { m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_port); }

void LightLine::send(const WireRequest &request, std::function<void(WireResponse)> done)
{
    m_done = std::move(done);
    QByteArray text = request.method + ' ' + request.path
                      + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    for (const auto &[name, value] : headersOf(request))
        text += name + ": " + value + "\r\n";
    m_socket.write(text + "\r\n" + request.body);
}

void LightLine::take()
{
    m_received += m_socket.readAll();
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    if (end < 0 || !m_done)
        return;
    WireResponse response;
    qsizetype length = 0;
    const QList<QByteArray> lines = m_received.first(end).replace('\r', QByteArray()).split('\n');
    response.status = lines.front().mid(9, 3).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon);
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name.compare("Content-Length", Qt::CaseInsensitive) == 0)
            length = value.toLongLong();
        takeHeader(response, name, value);
    }
    if (m_received.size() < end + 4 + length)
        return;
    response.body = m_received.mid(end + 4, length);
    m_received.remove(0, end + 4 + length);
    std::exchange(m_done, nullptr)(std::move(response));
}

void LightLine::breakOff()
{
    if (!m_done)
        return;
    WireResponse none;
    none.status = 0;
    std::exchange(m_done, nullptr)(std::move(none));
}

WireRequest LightStation::signedNow(WireRequest request) const
{
    request.token = m_token;
    signRequest(request, m_device, SystemClock().now().ms, m_secretKey);
    return request;
}

template <class Answer, class M>
Result<Answer> LightStation::ask(BenchDistrict &district, const char *path, const M &message)
{
    const WireResponse response = district.district().handle(request(path, message), {});
    if (response.status >= 400)
        return Error(ErrorKind::Rejected, servererrors::malformed, {QString::number(response.status)});
    return readBody<Answer>(response);
}

Result<LightStation> LightStation::join(BenchDistrict &district, const QString &office)
{
    const Result<QString> text = district.makeCode({office});
    if (!text)
        return text.error();
    const Result<EnrolmentCode> code = EnrolmentCode::fromText(*text);
    if (!code)
        return code.error();
    LightStation station;
    station.m_office = office;
    const SigningKey key = SigningKey::make(district.random());
    station.m_secretKey = key.secretKey;
    wire::EnrolRequest asked;
    asked.secret = code->secret;
    asked.publicKey = key.publicKey;
    asked.device = RecordId::make(district.clock().now(), district.random());
    asked.name = QStringLiteral("light");
    station.m_device = asked.device.toString().toLatin1();
    const auto enrolled = station.ask<wire::EnrolResponse>(district, "/v1/enrol", asked);
    if (!enrolled)
        return enrolled.error();
    station.m_epoch = enrolled->epoch;
    wire::LoginRequest login;
    login.login = QLatin1String(BenchDistrict::login);
    login.password = benchPassword;
    const auto person = station.ask<wire::LoginResponse>(district, "/v1/login", login);
    if (!person)
        return person.error();
    station.m_token = person->token;
    station.m_user = person->person.user;
    const auto hello = station.ask<wire::HelloResponse>(district, "/v1/hello", wire::HelloRequest{});
    if (!hello)
        return hello.error();
    for (const wire::Grant &grant : hello->grants) {
        if (grant.office == office)
            station.m_generation = grant.generation;
    }
    return station;
}

wire::Operation LightStation::change(const Record &root, const QString &facts, Version base)
{
    wire::Operation operation;
    operation.n = ++m_n;
    operation.txn = m_n;
    operation.act = wire::Act::Set;
    operation.kind = static_cast<std::uint16_t>(root.kind());
    operation.record = root.id;
    operation.root = root.root;
    operation.office = root.office;
    operation.group = groupKeyOf(mediation::facts);
    operation.values = encodeSome({{mediation::facts.id, Value(facts)}}, root.spec());
    operation.base = base;
    operation.clientTime = SystemClock().now();
    operation.user = m_user;
    return operation;
}

wire::PushRequest LightStation::push(std::vector<wire::Operation> operations) const
{
    wire::PushRequest request;
    request.epoch = m_epoch;
    request.operations = std::move(operations);
    return request;
}

wire::PullRequest LightStation::pull(std::int64_t oseq) const
{
    wire::PullRequest request;
    request.requestId = QByteArray(16, 'r');
    request.epoch = m_epoch;
    request.cursors = {{m_office, m_generation, oseq}};
    return request;
}

wire::WaitRequest LightStation::wait(std::int64_t oseq) const { return {{{m_office, oseq}}}; }

} // namespace yizhan
