// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/PaperDistrict.h"

#include "records/Codec.h"
#include "records/kinds/Conflict.h"
#include "store/ServerCopies.h"
#include "sync/engine/WireMapping.h"
#include "sync/protocol/Body.h"
#include "sync/protocol/Merge.h"
#include "tests/support/StoreFixture.h"

namespace yizhan::tests {
namespace {

template <class T>
T orDie(Result<T> answer)
{
    if (!answer)
        qFatal("%s", qPrintable(answer.error().toLog()));
    return std::move(*answer);
}

void orDie(const Outcome &done)
{
    if (!done)
        qFatal("%s", qPrintable(done.error().toLog()));
}

const QString password = QStringLiteral("Correct-Horse-7");

} // namespace

template <class M>
WireResponse PaperDistrict::reply(const WireRequest &request, const M &message) const
{
    return answer(request, message);
}

WireResponse PaperDistrict::refuse(const WireRequest &request, int status, const QString &code) const
{
    wire::Refusal refusal;
    refusal.code = code;
    refusal.epoch = epoch;
    return answer(request, refusal, status);
}

WireResponse PaperDistrict::handle(const WireRequest &request)
{
    ++asked[request.path];
    if (request.path == "/v1/hello")
        return hello(request);
    if (request.path == "/v1/salvage") {
        const auto message = orDie(readBody<wire::PushRequest>(request));
        salvaged.insert(salvaged.end(), message.operations.begin(), message.operations.end());
        return reply(request, wire::Empty());
    }
    if (request.path == "/v1/receipt") {
        receipt = orDie(readBody<wire::Receipt>(request));
        return reply(request, wire::Empty());
    }
    if (request.path == "/v1/login" || request.path == "/v1/token") {
        wire::LoginResponse login;
        login.token = "token";
        login.expiresAt = Instant{m_clock.now().ms + 15 * 60 * 1000};
        login.refresh = "refresh";
        login.refreshUntil = Instant{m_clock.now().ms + 12LL * 60 * 60 * 1000};
        login.offlineGrant = offlineGrant();
        return reply(request, login);
    }
    if (request.token != "token")
        return refuse(request, 401, QStringLiteral("login"));
    if (request.path == "/v1/push")
        return push(request);
    if (request.path == "/v1/pull")
        return pull(request);
    if (request.path == "/v1/digest")
        return digest(request);
    if (request.path == "/v1/fetch")
        return fetch(request);
    if (request.path == "/v1/lease")
        return lease(request);
    if (request.path == "/v1/wait")
        return reply(request, wire::WaitResponse());
    return refuse(request, 404, QStringLiteral("none"));
}

QByteArray PaperDistrict::offlineGrant() const
{
    if (!signing)
        return {};
    wire::OfflineGrant grant;
    grant.device = grantedDevice;
    grant.user = grantedUser;
    grant.issuedAt = m_clock.now();
    grant.until = Instant{m_clock.now().ms + offlineDays * 24LL * 60 * 60 * 1000};
    const QByteArray text = toCbor(grant);
    return text + sign(text, signing->secretKey);
}

WireResponse PaperDistrict::hello(const WireRequest &request)
{
    wire::HelloResponse hello;
    hello.state = device;
    hello.closing = closing;
    hello.epoch = epoch;
    hello.lastN = state.verdicts.empty() ? 0 : state.verdicts.rbegin()->first;
    hello.durableUpto = durableUpto;
    hello.keepDays = 0;
    hello.serverTime = m_clock.now();
    hello.grants = grants;
    hello.leases = leaseLevels;
    return reply(request, hello);
}

std::int64_t PaperDistrict::nextVersionOf(const RecordId &id)
{
    const auto place = state.rows.find(id);
    return nextVersion(place == state.rows.end() ? 0 : place->second.row.version, epoch);
}

void PaperDistrict::write(State::Row &row, const QString &office)
{
    state.logs[office][row.row.id] = {++state.heads[office], wire::EntryKind::Put, row.row.version};
    state.rows[row.row.id] = row;
}

void PaperDistrict::put(Record record)
{
    State::Row next{std::move(record), {}};
    next.row.version = nextVersionOf(next.row.id);
    const auto standing = state.rows.find(next.row.id);
    if (standing != state.rows.end()) {
        next.versions = standing->second.versions;
        for (std::size_t i = 0; i < next.row.spec().fields.size(); ++i) {
            if (next.row.values()[i] != standing->second.row.values()[i])
                next.versions.setVersion(groupKeyOf(*next.row.spec().fields[i]), next.row.version);
        }
    }
    write(next, logOf(next.row));
}

void PaperDistrict::move(const RecordId &root, const QString &office)
{
    for (auto &[id, row] : state.rows) {
        if (row.row.root != root)
            continue;
        const QString from = row.row.office;
        row.row.version = nextVersionOf(id);
        row.row.office = office;
        row.versions.setVersion(officeGroup, row.row.version);
        state.logs[from][id] = {++state.heads[from], wire::EntryKind::Leave, row.row.version};
        state.logs[office][id] = {++state.heads[office], wire::EntryKind::Put, row.row.version};
    }
}

void PaperDistrict::purge(const RecordId &id)
{
    const State::Row row = state.rows.at(id);
    state.logs[row.row.office][id] = {++state.heads[row.row.office], wire::EntryKind::Purge, row.row.version};
    state.rows.erase(id);
}

void PaperDistrict::restore(const State &from)
{
    state = from;
    ++epoch;
}

const Record *PaperDistrict::row(const RecordId &id) const
{
    const auto place = state.rows.find(id);
    return place == state.rows.end() ? nullptr : &place->second.row;
}

OfficeDigest PaperDistrict::digestOf(const QString &office) const
{
    OfficeDigest sum;
    for (const auto &[id, row] : state.rows) {
        if (logOf(row.row) == office)
            sum.add(id, hashOf(row.row));
    }
    return sum;
}

wire::Verdict PaperDistrict::conflictOf(const wire::Operation &operation, const Record &standing, const QString &origin)
{
    Record late(Kind::Conflict);
    late.id = RecordId::make(m_clock.now(), m_random);
    late.root = standing.isNull() ? operation.root : standing.root;
    late.parent = late.root;
    late.office = standing.isNull() ? operation.office : standing.office;
    late.createdAt = late.updatedAt = m_clock.now();
    late.set(conflict::record, operation.record.toBytes());
    late.set(conflict::recordKind, std::int64_t{operation.kind});
    late.set(conflict::mergeGroup, std::int64_t{operation.group});
    late.set(conflict::origin, origin);
    late.set(conflict::late, operation.values);
    late.set(conflict::operation, operation.n);
    wire::Verdict verdict;
    verdict.code = origin == QLatin1String("LATE") ? wire::VerdictCode::Conflict : wire::VerdictCode::Refused;
    verdict.conflict = late.id;
    verdict.reason = origin;
    verdict.version = standing.isNull() ? 0 : standing.version;
    put(late);
    return verdict;
}

wire::Verdict PaperDistrict::judge(const wire::Operation &operation)
{
    wire::Verdict verdict;
    const auto place = state.rows.find(operation.record);
    const bool makes = operation.act == wire::Act::Create || operation.act == wire::Act::Append;
    if (operation.reason == QLatin1String("refuse me") || operation.kind == static_cast<std::uint16_t>(Kind::User))
        return conflictOf(operation, place == state.rows.end() ? Record() : place->second.row, QStringLiteral("NO_RIGHT"));
    if (makes) {
        Record record(static_cast<Kind>(operation.kind));
        record.id = operation.record;
        record.root = operation.root;
        record.parent = operation.parent;
        record.office = operation.office;
        record.createdAt = record.updatedAt = operation.clientTime;
        orDie(decodeFields(operation.values, record));
        put(record);
        verdict.version = state.rows.at(operation.record).row.version;
        return verdict;
    }
    if (place == state.rows.end())
        return conflictOf(operation, {}, QStringLiteral("GONE"));
    State::Row &row = place->second;
    const auto known = state.verdicts.find(operation.prev);
    const std::int64_t current = row.versions.versionOf(operation.group, row.row.version);
    const bool own = known != state.verdicts.end() && state.written[operation.prev] == operation.record
                     && (known->second.version == current || current <= 1);
    if (operation.base != current && !own)
        return conflictOf(operation, row.row, QStringLiteral("LATE"));
    if (operation.act == wire::Act::Set) {
        for (const auto &[id, value] : orDie(decodeSome(operation.values, row.row.spec())))
            row.row.setValue(*row.row.spec().fields[static_cast<std::size_t>(row.row.spec().indexOfId(id))], value);
    } else if (operation.act == wire::Act::Transfer) {
        move(operation.root, QString::fromUtf8(operation.values));
        verdict.version = row.row.version;
        return verdict;
    } else {
        row.row.withdrawn = operation.act == wire::Act::Withdraw;
    }
    row.row.version = nextVersionOf(operation.record);
    row.versions.setVersion(operation.group, row.row.version);
    verdict.version = row.row.version;
    State::Row copy = row;
    write(copy, logOf(copy.row));
    return verdict;
}

WireResponse PaperDistrict::push(const WireRequest &request)
{
    const auto message = orDie(readBody<wire::PushRequest>(request));
    if (message.epoch != epoch)
        return refuse(request, 409, QStringLiteral("epoch"));
    wire::PushResponse response;
    response.epoch = epoch;
    int taken = 0;
    for (const wire::Operation &operation : message.operations) {
        const std::int64_t last = state.verdicts.empty() ? 0 : state.verdicts.rbegin()->first;
        if (operation.n > last + 1 || taken++ == takesAtOnce)
            break;
        if (operation.n == last + 1) {
            wire::Verdict verdict = judge(operation);
            verdict.n = operation.n;
            state.verdicts[operation.n] = verdict;
            state.written[operation.n] = operation.record;
        }
        response.upto = operation.n;
        response.verdicts.push_back(state.verdicts.at(operation.n));
    }
    return reply(request, response);
}

wire::Entry PaperDistrict::entryOf(const RecordId &id, const State::LogEntry &entry) const
{
    wire::Entry sent;
    sent.what = entry.what;
    sent.id = id;
    sent.version = entry.version;
    if (entry.what == wire::EntryKind::Put) {
        const State::Row &row = state.rows.at(id);
        sent.version = row.row.version;
        sent.row = encodeRecord(row.row);
        sent.versions = row.versions.toBytes(row.row.createdAt);
    }
    return sent;
}

WireResponse PaperDistrict::pull(const WireRequest &request)
{
    const auto message = orDie(readBody<wire::PullRequest>(request));
    if (message.epoch != epoch)
        return refuse(request, 409, QStringLiteral("epoch"));
    wire::PullResponse response;
    response.requestId = message.requestId;
    response.epoch = epoch;
    response.serverTime = m_clock.now();
    for (const wire::Cursor &cursor : message.cursors) {
        wire::Page page;
        page.office = cursor.office;
        page.generation = cursor.generation;
        page.from = cursor.oseq;
        page.head = state.heads[cursor.office];
        if (cursor.oseq == page.head && cursor.oseq != 0)
            continue;
        std::map<std::int64_t, RecordId> order;
        for (const auto &[id, entry] : state.logs[cursor.office]) {
            if (entry.oseq > cursor.oseq)
                order.emplace(entry.oseq, id);
        }
        page.to = page.head;
        for (const auto &[oseq, id] : order) {
            if (static_cast<qint64>(page.entries.size()) == pageRows) {
                page.to = oseq - 1;
                response.more = true;
                break;
            }
            page.entries.push_back(entryOf(id, state.logs[cursor.office].at(id)));
        }
        if (page.to == page.head)
            page.digest = digestOf(cursor.office).total().toBytes();
        response.pages.push_back(std::move(page));
    }
    return reply(request, response);
}

WireResponse PaperDistrict::digest(const WireRequest &request)
{
    const auto message = orDie(readBody<wire::DigestRequest>(request));
    wire::DigestResponse response;
    response.office = message.office;
    response.epoch = epoch;
    response.oseq = state.heads[message.office];
    response.sums = digestOf(message.office).toBytes();
    for (const auto &[id, row] : state.rows) {
        const int bucket = OfficeDigest::bucketOf(id);
        const bool wanted = std::find(message.buckets.begin(), message.buckets.end(), bucket) != message.buckets.end();
        if (wanted && logOf(row.row) == message.office)
            response.rows.push_back({id, row.row.version, hashOf(row.row).toBytes()});
    }
    return reply(request, response);
}

WireResponse PaperDistrict::fetch(const WireRequest &request)
{
    const auto message = orDie(readBody<wire::FetchRequest>(request));
    wire::FetchResponse response;
    response.epoch = epoch;
    response.oseq = state.heads[message.office];
    for (const RecordId &id : message.ids) {
        const Record *known = row(id);
        const bool here = known && logOf(*known) == message.office;
        response.entries.push_back(
            entryOf(id, {0, here ? wire::EntryKind::Put : wire::EntryKind::Purge, std::numeric_limits<std::int64_t>::max()}));
    }
    return reply(request, response);
}

WireResponse PaperDistrict::lease(const WireRequest &request)
{
    const auto message = orDie(readBody<wire::LeaseRequest>(request));
    wire::LeaseBlock block;
    block.key = message.key;
    block.first = m_lent[message.key] + 1;
    block.last = m_lent[message.key] + message.count;
    m_lent[message.key] = block.last;
    block.generation = 1;
    block.expiresAt = Instant{m_clock.now().ms + 60LL * 24 * 60 * 60 * 1000};
    return reply(request, block);
}

Desk::Desk(PaperDistrict &district, const std::function<void(Workstation &)> &prepare)
    : m_district(district),
      m_clock(std::make_shared<ManualClock>(Instant::fromLocal(*Day::fromYmd(2026, 3, 2), 9 * 60))),
      m_random(std::make_shared<SeededRandom>(7)),
      m_coreRandom(8)
{
    NewStore wish;
    wish.office = QStringLiteral("JO01");
    wish.login = QStringLiteral("wang");
    wish.password = password;
    StoreOptions options;
    options.folder = folder();
    options.rules = rules();
    options.clock = m_clock;
    options.random = m_random;
    options.fastKeys = true;
    options.oneThread = true;
    orDie(Store::create(options, wish));
    m_store = orDie(Store::open(options, wish.login, password));
    auto made = std::make_shared<Workstation>();
    made->server = QStringLiteral("https://district.example");
    made->district = QStringLiteral("测试区");
    made->device = RecordId::make(m_clock->now(), *m_random);
    made->office = wish.office;
    made->station = QStringLiteral("02");
    SigningKey key = SigningKey::make(*m_random);
    made->publicKey = key.publicKey;
    made->secretKey = SecureBytes::copyOf(key.secretKey);
    if (prepare)
        prepare(*made);
    m_workstation = made;
    SyncDoor door(*m_store);
    orDie(await(door.enrol(m_workstation)));
    open();
}

Desk::~Desk() = default;

void Desk::open()
{
    m_options = m_store->options();
    close();
    m_store = orDie(Store::open(m_options, QStringLiteral("wang"), password));
    begin();
}

Outcome Desk::reopen(bool toExchange)
{
    close();
    StoreOptions options = m_options;
    options.beyondOfflineGrant = toExchange;
    Result<std::unique_ptr<Store>> opened = Store::open(options, QStringLiteral("wang"), password);
    if (!opened)
        return opened.error();
    m_store = std::move(*opened);
    begin();
    return {};
}

void Desk::begin()
{
    m_door = std::make_unique<SyncDoor>(*m_store);
    m_core = std::make_unique<SyncCore>(m_door.get(), m_workstation, *m_clock, m_coreRandom, QStringLiteral("1.0"));
    m_core->login(QStringLiteral("wang"), password);
}

void Desk::restart() { open(); }

void Desk::close()
{
    m_core.reset();
    m_door.reset();
    m_store.reset();
}

bool Desk::step()
{
    const SyncCore::Step next = m_core->next();
    if (next.kind != SyncCore::Step::Kind::Send || next.interruptible) {
        if (next.interruptible)
            m_core->abandon();
        return false;
    }
    WireResponse response;
    bool arrives = true;
    if (weather)
        arrives = weather(next.request, response);
    else
        response = m_district.handle(next.request);
    if (arrives)
        m_core->take(response);
    else
        m_core->fail({});
    return true;
}

int Desk::run(int most)
{
    m_core->syncNow();
    int count = 0;
    while (count < most && step())
        ++count;
    return count;
}

RecordId Desk::create(Record record, const QString &transition)
{
    const Kind kind = record.kind();
    Change change;
    change.operations.push_back(Operation::create(std::move(record), transition));
    const ChangeSet made = orDie(await(m_store->submit(std::move(change))));
    for (const ChangeSet::Row &row : made.rows) {
        if (row.kind == kind)
            return row.id;
    }
    qFatal("nothing was created");
}

void Desk::set(const RecordId &id, Inputs values)
{
    Change change;
    change.operations.push_back(Operation::set(id, std::move(values)));
    orDie(await(m_store->submit(std::move(change))));
}

Record Desk::record(const RecordId &id) { return orDie(await(m_store->record(id))); }

bool Desk::has(const RecordId &id) { return await(m_store->record(id)).has_value(); }

OfficeDigest Desk::digestOf(const QString &office)
{
    OfficeDigest sum;
    orDie(await(m_door->forEachServerRow(office, [&sum](const DigestRow &row) {
        sum.add(row.id, hashOf(row));
        return true;
    })));
    return sum;
}

OutboxSummary Desk::outbox() { return orDie(await(m_door->outbox())); }

} // namespace yizhan::tests
