// SPDX-License-Identifier: GPL-3.0-or-later
// Hello and login: who may still work here, which offices, which life of the server; and how a workstation is closed.
#include "base/Planted.h"
#include "sync/engine/CoreParts.h"
#include "sync/engine/Enrolment.h"

#include <algorithm>
#include <limits>

namespace yizhan {
namespace {

constexpr std::int64_t dayMs = 24LL * 60 * 60 * 1000;
const QString epochKey = QStringLiteral("epoch");
const QString serverSchemaKey = QStringLiteral("server_schema");
const QString keysSentKey = QStringLiteral("keys_sent"); // the district holds our data key, sealed

} // namespace

int SyncCore::serverSchema()
{
    const QString noted = m_knowsServer ? QString() : keptText(serverSchemaKey);
    return m_knowsServer ? m_server.schema : noted.isEmpty() ? wire::ownSchema() : noted.toInt();
}

Result<wire::HelloRequest> SyncCore::helloRequest()
{
    wire::HelloRequest hello;
    hello.release = m_release;
    if (!m_door || m_wiped)
        return hello;
    hello.epoch = keptText(epochKey).toInt();
    hello.answeredUpto = m_status.outbox.answeredUpto;
    const auto offices = await(m_door->offices());
    if (!offices)
        return offices.error();
    for (const OfficeCursor &cursor : *offices) {
        if (cursor.epoch == hello.epoch && cursor.oseq > 0)
            hello.marks.push_back({cursor.office, cursor.oseq});
    }
    return hello;
}

SyncCore::Step SyncCore::helloStep()
{
    tell(SyncStage::Connecting);
    const Result<wire::HelloRequest> hello = helloRequest();
    if (!stored(hello))
        return waitStep(m_notBefore);
    return ask(Ask::Hello, "/v1/hello", *hello);
}

void SyncCore::tookHello(const WireResponse &response)
{
    const std::optional<wire::HelloResponse> hello = read<wire::HelloResponse>(response);
    if (!hello)
        return;
    const Instant now = m_clock.now();
    m_status.clockDifferenceMs = (m_askedAt.ms + now.ms) / 2 - hello->serverTime.ms;
    m_status.district = hello->district.isEmpty() ? m_status.district : hello->district;
    if (!learn(*hello))
        return;
    m_withoutBlock.clear();
    m_knowsServer = true;
    if (hello->state == wire::DeviceState::Good && m_door && !(stored(await(m_door->heardDistrict(now))) && follow(*hello)))
        return; // the store failed on the way: the whole answer again
    if (hello->closing && m_door && !m_wiped && !reopenLost(*hello))
        return;
    m_wantHello = false;
    m_helloDue = Instant{now.ms + helloEveryMs};
}

// What the district's program is. Which schema it knows is noted where that is not ours: a file that is written before it is
// heard again must not hold what it does not know.
bool SyncCore::learn(const wire::HelloResponse &hello)
{
    if (hello.epoch != m_server.epoch) // what a revoked workstation has handed in may be gone: all of it once more
        m_salvaged = m_salvagedUpto = 0;
    m_server = hello;
    m_status.tooOldToRead = wire::ownSchema() < hello.minimumSchema;
    if (!m_door)
        return true;
    const QString noted = keptText(serverSchemaKey);
    const bool isToNote = noted.isEmpty() ? hello.schema < wire::ownSchema() : noted.toInt() != hello.schema;
    return !isToNote || keep(serverSchemaKey, QByteArray::number(hello.schema));
}

// Each part is harmless when it is done again, and the epoch is noted last.
bool SyncCore::follow(const wire::HelloResponse &hello)
{
    std::vector<OfficeGrant> grants;
    for (const wire::Grant &grant : hello.grants)
        grants.push_back(grantOf(grant));
    const bool hasOwnLog = std::any_of(grants.begin(), grants.end(), [](const OfficeGrant &grant) {
        return grant.office == QLatin1String(wire::districtLog);
    });
    if (!hasOwnLog)
        grants.push_back({QString::fromLatin1(wire::districtLog), 0, false});
    const Result<QStringList> gone = await(m_door->setGrants(std::move(grants), hello.epoch));
    if (!stored(gone))
        return false;
    for (const QString &office : *gone) {
        m_digests.erase(office);
        m_copies.erase(office);
        m_allowed.erase(office);
    }
    if (!gone->isEmpty())
        m_digests.clear();
    if (!followEpoch(hello) || !followOutbox(hello))
        return false;
    if (!lookWeekly() || !followCertificates(hello))
        return false;
    const Instant oldEnough{m_clock.now().ms - std::int64_t{hello.keepDays} * dayMs};
    return stored(await(m_door->forgetDurable(hello.durableUpto, oldEnough)));
}

// Before the district's authority is replaced, its successor is named: who heard of it believes both.
bool SyncCore::followCertificates(const wire::HelloResponse &hello)
{
    if (hello.certificates.isEmpty() || hello.certificates == m_certificates)
        return true;
    if (!stored(await(m_door->trust(hello.certificates))))
        return false;
    m_certificates = hello.certificates;
    return true;
}

// What a restored district has lost is unsent again: to be pushed, or to be handed in by a workstation that is revoked.
bool SyncCore::reopenLost(const wire::HelloResponse &hello)
{
    const QString known = keptText(epochKey);
    if (known.isEmpty() || known.toInt() == hello.epoch || planted(Plant::NotSentAgain))
        return true;
    return stored(await(m_door->reopenAfter(hello.lastN)));
}

bool SyncCore::followEpoch(const wire::HelloResponse &hello)
{
    const auto offices = await(m_door->offices());
    if (!stored(offices))
        return false;
    if (!reopenLost(hello))
        return false;
    const bool isOther = keptText(epochKey).toInt() != hello.epoch;
    QStringList behind;
    for (const OfficeCursor &cursor : *offices) {
        if (cursor.epoch != hello.epoch)
            behind.push_back(cursor.office);
    }
    if (!behind.isEmpty()) {
        m_digests.clear();
        m_copies.clear();
        m_repairs.clear();
        for (const QString &office : behind) {
            if (!keep(QStringLiteral("copy.") + office, {}))
                return false;
        }
        if (!stored(await(m_door->readAnew(behind, hello.epoch))))
            return false;
        m_wantPull = true;
    }
    if (!isOther)
        return true;
    m_wantPush = m_wantPull = true;
    return keep(epochKey, QByteArray::number(hello.epoch));
}

// The server knows operations of ours that we do not (this file was put back from a copy), or waits for one that is not here
// any more: what is unsent gets new numbers after those that it knows.
bool SyncCore::followOutbox(const wire::HelloResponse &hello)
{
    const Result<std::int64_t> highest = await(m_door->highestOperation());
    const Result<OutboxSummary> outbox = await(m_door->outbox());
    if (!stored(highest) || !stored(outbox))
        return false;
    // It may be older than an answer that has come (a file was on its way). What another life of the server answered and this
    // one does not know is unsent again by now.
    const std::int64_t lastN = std::max(hello.lastN, outbox->answeredHere);
    const bool isBehind = lastN > *highest;
    const bool hasGap = outbox->unsent > 0 && outbox->firstUnsent > lastN + 1;
    if (!isBehind && !hasGap)
        return true;
    return stored(await(m_door->renumberFrom(lastN + 1)));
}

SyncCore::Step SyncCore::loginStep()
{
    const Instant now = m_clock.now();
    if (!m_refresh.isEmpty() && now < m_refreshUntil) {
        tell(SyncStage::Connecting);
        wire::TokenRequest request;
        request.refresh = m_refresh;
        return ask(Ask::Token, "/v1/token", request);
    }
    if (m_password.isEmpty()) {
        tell(SyncStage::NeedsLogin);
        if (!m_status.error || m_status.error->kind != ErrorKind::Auth)
            m_status.error = Error(ErrorKind::Auth, engineerrors::loginNeeded);
        return waitStep(m_helloDue);
    }
    tell(SyncStage::Connecting);
    wire::LoginRequest request;
    request.login = m_login;
    request.password = m_password;
    request.secondFactor = m_secondFactor;
    if (m_workstation->escrowKey.size() > 0 && keptText(keysSentKey).isEmpty()) {
        const Result<QByteArray> sealed = await(m_door->sealedDataKey(m_workstation->escrowKey));
        if (!stored(sealed))
            return waitStep(m_notBefore);
        request.sealedKeys = *sealed;
    }
    m_sendsKeys = !request.sealedKeys.isEmpty();
    return ask(Ask::Login, "/v1/login", request);
}

void SyncCore::tookLogin(const WireResponse &response)
{
    const std::optional<wire::LoginResponse> login = read<wire::LoginResponse>(response);
    if (!login)
        return;
    m_token = login->token;
    m_tokenUntil = Instant{m_askedAt.ms + (login->expiresAt.ms - m_askedAt.ms)};
    m_refresh = login->refresh;
    m_refreshUntil = login->refreshUntil;
    // by our clock: both moments are the server's
    const std::int64_t difference = m_status.clockDifferenceMs.value_or(0);
    m_tokenUntil.ms += difference;
    m_refreshUntil.ms += difference;
    m_tokenRefusals = 0;
    if (m_sendsKeys && m_outstanding == Ask::Login)
        keep(keysSentKey, "1");
    m_password.fill(u'\0');
    m_password.clear();
    m_secondFactor.clear();
    m_status.error.reset();
    if (m_door && !login->offlineGrant.isEmpty())
        stored(keepOfflineGrant(*m_door, *m_workstation, login->offlineGrant, difference));
}

void SyncCore::tookToken(const WireResponse &response) { tookLogin(response); }

// Unsent work is handed in first, if the store is open and the server still takes it; then everything goes.
SyncCore::Step SyncCore::closingStep()
{
    m_status.error = Error(ErrorKind::Forbidden, engineerrors::revoked);
    if (m_server.closing && m_door && !m_wiped && m_salvagedUpto != std::numeric_limits<std::int64_t>::max()) {
        const Result<OutboxBatch> batch = await(m_door->nextBatch(m_pushRows, m_pushBytes, m_salvagedUpto));
        if (batch && !batch->rows.empty()) {
            tell(SyncStage::Sending);
            wire::PushRequest request;
            request.epoch = m_server.epoch;
            m_pushed.clear();
            for (const OutboxRow &row : batch->rows) {
                request.operations.push_back(operationOf(row));
                m_pushed.push_back(row.n);
            }
            return ask(Ask::Salvage, "/v1/salvage", request);
        }
    }
    if (m_server.state == wire::DeviceState::Wipe && !m_wiped) {
        m_lost = std::max<std::int64_t>(0, m_status.outbox.unsent - m_salvaged);
        tell(SyncStage::Stopped);
        Step wipe;
        wipe.kind = Step::Kind::Wipe;
        return wipe;
    }
    if (m_wiped) { // even if a restored district does not remember that it told so
        wire::Receipt receipt;
        receipt.salvaged = m_salvaged;
        receipt.lost = m_lost;
        return ask(Ask::Receipt, "/v1/receipt", receipt);
    }
    m_stopped = true;
    tell(SyncStage::Stopped);
    Step stop;
    stop.kind = Step::Kind::Stop;
    return stop;
}

void SyncCore::tookSalvage(const WireResponse &)
{
    m_salvaged += static_cast<std::int64_t>(m_pushed.size());
    m_salvagedUpto = m_pushed.empty() ? std::numeric_limits<std::int64_t>::max() : m_pushed.back();
}

void SyncCore::wiped()
{
    m_wiped = true;
    m_door = nullptr;
    m_notBefore = {};
}

} // namespace yizhan
