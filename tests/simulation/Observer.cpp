// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Observer.h"

#include "records/Codec.h"
#include "sync/protocol/Body.h"

#include <set>

namespace yizhan::simulation {
namespace {

constexpr int mostPages = 500; // of one look: a log that never ends is a fault of its own

} // namespace

Observer::Observer(std::function<RequestHandler *()> server, Identity identity, const Clock &clock, Random &random)
    : m_server(std::move(server)), m_identity(std::move(identity)), m_clock(clock), m_random(random)
{}

WireResponse Observer::send(const QByteArray &path, const QByteArray &body)
{
    WireRequest request;
    request.path = path;
    request.token = m_token;
    request.contentType = contentTypes::cbor;
    request.body = body;
    signRequest(request, m_identity.device.toString().toLatin1(), m_clock.now().ms, m_identity.key.secretKey);
    return m_server()->handle(request, {});
}

bool Observer::refuse(const QString &what, const WireResponse &answer)
{
    const Result<wire::Refusal> refusal = readBody<wire::Refusal>(answer);
    trouble = QStringLiteral("%1: status %2 %3").arg(what).arg(answer.status).arg(refusal ? refusal->code : QString());
    return false;
}

void Observer::startAnew(Epoch epoch)
{
    m_newEpoch = m_newEpoch || m_epoch != 0;
    m_epoch = epoch;
    for (auto &[office, log] : m_logs)
        log.cursor = 0;
    m_rows.clear();
}

bool Observer::hello()
{
    wire::HelloRequest request;
    request.epoch = m_epoch;
    for (const auto &[office, log] : m_logs)
        request.marks.push_back({office, log.cursor});
    const WireResponse answer = send("/v1/hello", toCbor(request));
    const Result<wire::HelloResponse> hello = readBody<wire::HelloResponse>(answer);
    if (answer.status != 200 || !hello)
        return refuse(QStringLiteral("hello"), answer);
    if (hello->epoch != m_epoch)
        startAnew(hello->epoch);
    std::map<QString, Log> logs;
    for (const wire::Grant &grant : hello->grants) {
        const auto known = m_logs.find(grant.office);
        const bool same = known != m_logs.end() && known->second.generation == grant.generation;
        logs[grant.office] = same ? known->second : Log{grant.generation, 0, {}};
    }
    m_logs = std::move(logs);
    return true;
}

bool Observer::logIn()
{
    wire::LoginRequest request;
    request.login = m_identity.login;
    request.password = m_identity.password;
    m_token.clear();
    const WireResponse answer = send("/v1/login", toCbor(request));
    const Result<wire::LoginResponse> login = readBody<wire::LoginResponse>(answer);
    if (answer.status != 200 || !login)
        return refuse(QStringLiteral("login"), answer);
    m_token = login->token;
    return true;
}

void Observer::take(const wire::Page &page, const wire::Entry &entry, std::map<RecordId, Row> &changed)
{
    if (entry.what != wire::EntryKind::Put) {
        const auto held = m_rows.find(entry.id);
        const bool here = held != m_rows.end() && held->second.office == page.office;
        if (here && (entry.what == wire::EntryKind::Purge || entry.version >= held->second.version))
            changed.emplace(entry.id, Row{});
        return;
    }
    const Result<Record> record = decodeRecord(entry.row);
    if (!record) {
        trouble = QStringLiteral("a row in the log of %1 cannot be read").arg(page.office);
        return;
    }
    Row row;
    row.office = record->office;
    row.record = *record;
    row.version = entry.version;
    row.versions = FieldVersions::fromBytes(entry.versions, record->createdAt);
    changed[entry.id] = std::move(row);
}

bool Observer::readOn(const Seen &seen)
{
    // All pages of one look are gathered before anybody is told: only the state at the heads counts as seen.
    std::map<RecordId, Row> changed;
    for (int i = 0; i < mostPages; ++i) {
        wire::PullRequest request;
        request.requestId.resize(16);
        m_random.fill(reinterpret_cast<std::uint8_t *>(request.requestId.data()), 16);
        request.epoch = m_epoch;
        for (const auto &[office, log] : m_logs)
            request.cursors.push_back({office, log.generation, log.cursor});
        const WireResponse answer = send("/v1/pull", toCbor(request));
        const Result<wire::PullResponse> pull = readBody<wire::PullResponse>(answer);
        if (answer.status != 200 || !pull)
            return refuse(QStringLiteral("pull"), answer);
        // A case that moved comes as "leave" in one log and as "put" in another: what is there holds.
        for (const wire::Page &page : pull->pages) {
            for (const wire::Entry &entry : page.entries) {
                if (entry.what != wire::EntryKind::Put)
                    take(page, entry, changed);
            }
        }
        for (const wire::Page &page : pull->pages) {
            for (const wire::Entry &entry : page.entries) {
                if (entry.what == wire::EntryKind::Put)
                    take(page, entry, changed);
            }
            Log &log = m_logs[page.office];
            log.cursor = page.to;
            if (page.to == page.head)
                log.digest = page.digest;
        }
        if (!trouble.isEmpty())
            return false;
        if (!pull->more)
            break;
    }
    for (auto &[id, row] : changed) {
        std::optional<Row> before;
        if (const auto held = m_rows.find(id); held != m_rows.end())
            before = held->second;
        const bool gone = row.office.isEmpty();
        if (gone)
            m_rows.erase(id);
        else
            m_rows[id] = row;
        if (before || !gone)
            seen(id, before ? &*before : nullptr, gone ? nullptr : &row);
    }
    return true;
}

bool Observer::look(const Seen &seen)
{
    m_newEpoch = false;
    trouble.clear();
    for (int attempt = 0; attempt < 3; ++attempt) {
        const QString before = std::exchange(trouble, QString());
        if (m_epoch == 0 && !hello())
            return false;
        if (m_token.isEmpty() && !logIn())
            return false;
        if (readOn(seen))
            return true;
        if (trouble == before)
            return false;
        if (trouble.contains(QLatin1String("status 401")))
            m_token.clear();
        else if (trouble.contains(QLatin1String("status 409"))) {
            if (!hello())
                return false;
        } else
            return false;
    }
    return false;
}

const Observer::Row *Observer::find(const RecordId &id) const
{
    const auto found = m_rows.find(id);
    return found == m_rows.end() ? nullptr : &found->second;
}

std::int64_t Observer::headOf(const QString &office) const
{
    const auto found = m_logs.find(office);
    return found == m_logs.end() ? 0 : found->second.cursor;
}

QByteArray Observer::digestOf(const QString &office) const
{
    const auto found = m_logs.find(office);
    return found == m_logs.end() ? QByteArray() : found->second.digest;
}

std::vector<QString> Observer::offices() const
{
    std::vector<QString> names;
    for (const auto &[office, log] : m_logs)
        names.push_back(office);
    return names;
}

} // namespace yizhan::simulation
