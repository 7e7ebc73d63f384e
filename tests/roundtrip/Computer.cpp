// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/roundtrip/Computer.h"

#include "server/http/Certificates.h"
#include "sync/protocol/Body.h"
#include "sync/protocol/Proof.h"

#include <QFile>

namespace yizhan::tests {
namespace {

template <class T>
T orDie(Result<T> answer)
{
    if (!answer)
        qFatal("%s", qPrintable(answer.error().toLog()));
    return std::move(*answer);
}

void orDie(const Outcome &outcome)
{
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().toLog()));
}

// One authority for all districts of a test program: making keys takes long.
const Certified &authority()
{
    static const Certified made = orDie(makeAuthority(QStringLiteral("通州区"), Instant{1'770'000'000'000}));
    return made;
}

class InnerLine final : public EnrolmentLine
{
public:
    explicit InnerLine(DistrictFixture &district) : m_district(district) {}

    Result<QList<QByteArray>> shownAuthorities(const QString &) override { return QList<QByteArray>{authority().certificate}; }
    Transport::Answer send(const QString &, const QByteArray &, const WireRequest &request) override
    {
        Transport::Answer answer;
        answer.response = m_district.handle(request);
        return answer;
    }

private:
    DistrictFixture &m_district;
};

} // namespace

Computer::Setting Computer::of(const QString &login, std::uint64_t seed)
{
    Setting setting;
    setting.login = login;
    setting.seed = seed;
    return setting;
}

Computer::Computer(DistrictFixture &district, Setting setting)
    : m_district(district),
      m_setting(std::move(setting)),
      m_clock(std::make_shared<ManualClock>(Instant{district.clock().now().ms + m_setting.skewMs})),
      m_random(std::make_shared<SeededRandom>(m_setting.seed))
{
    const Declaration::InForce here(declaration());
    EnrolWish wish;
    wish.server = QStringLiteral("district.example:8443");
    const QByteArray keyHash = orDie(inspectCertificate(authority().certificate)).keyHash;
    wish.code = orDie(district.admin().makeCode({m_setting.office, m_setting.moreOffices, true, keyHash}));
    wish.name = QStringLiteral("窗口");
    wish.login = m_setting.login;
    wish.password = m_password;
    wish.release = m_setting.release;
    InnerLine line(district);
    Enrolled joined = orDie(enrolBy(line, wish, *m_clock, *m_random));
    m_workstation = joined.workstation;

    NewStore made;
    made.office = joined.workstation->office;
    made.station = joined.workstation->station;
    made.login = wish.login;
    made.name = joined.person.name;
    made.password = wish.password;
    made.user = joined.person.user;
    made.roles = QStringList(joined.person.roles.begin(), joined.person.roles.end());
    orDie(Store::create(options(), made));
    m_store = orDie(Store::open(options(), wish.login, wish.password));
    orDie(await(SyncDoor(*m_store).enrol(m_workstation)));
    orDie(await(SyncDoor(*m_store).keep(offlineGrantKey(), joined.login.offlineGrant)));
    restart();
}

Computer::~Computer() { close(); }

StoreOptions Computer::options() const
{
    StoreOptions options;
    options.folder = folder();
    options.rules = rulesOf(m_setting.schema, sharedRules());
    if (m_setting.schema > 0) {
        options.migrations = m_folder.path() + QStringLiteral("/release-%1").arg(m_setting.schema);
        if (!QFile::exists(options.migrations))
            writeMigrations(options.migrations, m_setting.schema);
    }
    options.clock = m_clock;
    options.random = m_random;
    options.fastKeys = true;
    options.oneThread = true;
    options.beyondOfflineGrant = true; // logs in before anybody looks
    return options;
}

void Computer::close()
{
    const Declaration::InForce here(declaration());
    m_core.reset();
    m_door.reset();
    m_store.reset();
}

void Computer::restart(const QString &login, const QString &secret)
{
    close();
    const Declaration::InForce here(declaration());
    if (!login.isEmpty()) {
        m_setting.login = login;
        m_password = secret;
    }
    m_workstation = std::make_shared<const Workstation>(orDie(workstation::read(folder())));
    m_store = orDie(Store::open(options(), m_setting.login, m_password));
    m_door = std::make_unique<SyncDoor>(*m_store);
    openCore();
}

void Computer::upgrade(int schema)
{
    close();
    m_setting.schema = schema;
    restart();
}

void Computer::openCore()
{
    m_core = std::make_unique<SyncCore>(m_door.get(), m_workstation, *m_clock, *m_random, m_setting.release);
    m_core->login(m_setting.login, m_password);
}

Result<wire::LoginResponse> Computer::logInElsewhere(const QString &login, const QString &secret)
{
    wire::LoginRequest message;
    message.login = login;
    message.password = secret;
    WireRequest request;
    request.path = "/v1/login";
    request.accept = contentTypes::cbor;
    setBody(request, message);
    signRequest(request, m_workstation->device.toString().toLatin1(), m_clock->now().ms, m_workstation->secretKey.view());
    const WireResponse answer = m_district.handle(request);
    if (answer.status != 200)
        return Error(ErrorKind::Auth, {"TEST", "", "", ""});
    return readBody<wire::LoginResponse>(answer);
}

bool Computer::step()
{
    const Declaration::InForce here(declaration());
    if (m_core->status().stage == SyncStage::NeedsLogin) // somebody types the password again
        m_core->login(m_setting.login, m_password);
    const SyncCore::Step next = m_core->next();
    isStopped = next.kind == SyncCore::Step::Kind::Stop;
    wantsWipe = next.kind == SyncCore::Step::Kind::Wipe;
    if (wantsWipe) {
        m_store.reset();
        orDie(Store::wipe(folder()));
        orDie(workstation::destroy(folder()));
        m_core->wiped();
        return true;
    }
    if (next.kind != SyncCore::Step::Kind::Send)
        return false;
    if (next.interruptible) {
        m_core->abandon();
        return false;
    }
    ++asked[next.request.path];
    WireResponse response;
    bool arrives = true;
    if (weather)
        arrives = weather(next.request, response);
    else
        response = m_district.handle(next.request);
    if (arrives)
        m_core->take(response);
    else
        m_core->fail(failure);
    return true;
}

int Computer::run(int most)
{
    const Declaration::InForce here(declaration());
    if (m_core->status().stage != SyncStage::Stopped)
        m_core->syncNow();
    int count = 0;
    while (count < most && step())
        ++count;
    return count;
}

RecordId Computer::create(Record record, const QString &transition)
{
    const Kind kind = record.kind();
    const ChangeSet made = submit(Operation::create(std::move(record), transition));
    for (const ChangeSet::Row &row : made.rows) {
        if (row.kind == kind && row.what == ChangeSet::Row::What::Created)
            return row.id;
    }
    qFatal("nothing was created");
}

ChangeSet Computer::submit(Operation operation, const QString &reason)
{
    Change change;
    change.operations.push_back(std::move(operation));
    change.reason = reason;
    return submit(std::move(change));
}

ChangeSet Computer::submit(Change change)
{
    const Declaration::InForce here(declaration());
    return orDie(await(m_store->submit(std::move(change))));
}

void Computer::set(const RecordId &id, Inputs values) { submit(Operation::set(id, std::move(values))); }

Record Computer::record(const RecordId &id)
{
    const Declaration::InForce here(declaration());
    return orDie(await(m_store->record(id)));
}

bool Computer::has(const RecordId &id)
{
    const Declaration::InForce here(declaration());
    return await(m_store->record(id)).has_value();
}

OutboxSummary Computer::outbox()
{
    const Declaration::InForce here(declaration());
    return orDie(await(m_door->outbox()));
}

std::vector<OpenConflict> Computer::conflicts()
{
    const Declaration::InForce here(declaration());
    return orDie(await(m_door->conflicts()));
}

} // namespace yizhan::tests
