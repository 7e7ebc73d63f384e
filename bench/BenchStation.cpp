// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/BenchStation.h"

#include "bench/BenchData.h"
#include "sync/engine/Enrolment.h"
#include "sync/engine/HttpTransport.h"
#include "sync/protocol/HttpNames.h"

#include <QCoreApplication>
#include <QDir>
#include <QTimer>

namespace yizhan {

namespace {

constexpr std::int64_t bytesAHeader = 4;   // ": " and the end of the line
constexpr std::int64_t bytesOfQt = 120;    // Host, User-Agent, Connection, Accept-Language, Content-Length
constexpr std::int64_t bytesOfServer = 90; // status line, Content-Length, Date, Connection

std::int64_t bytesOf(const HttpHeaders &headers)
{
    std::int64_t bytes = 0;
    for (const auto &[name, value] : headers)
        bytes += name.size() + value.size() + bytesAHeader;
    return bytes;
}

class CountingTransport final : public Transport
{
public:
    CountingTransport(const Workstation &workstation, std::shared_ptr<Traffic> traffic)
        : m_line(QUrl(workstation.server), authoritiesIn(workstation.certificates)), m_traffic(std::move(traffic))
    {}

    void send(const WireRequest &request, int timeoutMs, std::function<void(Answer)> done) override
    {
        const std::int64_t bytes = bytesOf(request);
        ++m_traffic->requests;
        m_traffic->sent += bytes;
        if (request.path == "/v1/push") {
            ++m_traffic->pushes;
            m_traffic->pushed += bytes;
        }
        m_line.send(request, timeoutMs, [traffic = m_traffic, done = std::move(done)](Answer answer) {
            if (answer.response)
                traffic->received += bytesOf(*answer.response);
            done(std::move(answer));
        });
    }
    void abort() override { m_line.abort(); }

private:
    HttpTransport m_line;
    std::shared_ptr<Traffic> m_traffic;
};

} // namespace

std::int64_t bytesOf(const WireRequest &request)
{
    return request.method.size() + request.path.size() + bytesOf(headersOf(request)) + request.body.size() + bytesOfQt;
}

std::int64_t bytesOf(const WireResponse &response)
{
    return bytesOf(headersOf(response)) + response.body.size() + bytesOfServer;
}

bool runUntil(const std::function<bool()> &condition, int ms)
{
    if (condition())
        return true;
    QTimer look;
    QElapsedTimer since;
    since.start();
    bool good = false;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        good = condition();
        if (good || since.elapsed() > ms)
            QCoreApplication::exit();
    });
    look.start(1);
    QCoreApplication::exec();
    return good;
}

Result<std::unique_ptr<BenchStation>> BenchStation::join(const QString &folder, const BenchServer &server, const QString &code,
                                                         std::shared_ptr<const RuleBook> rules)
{
    QDir(folder).removeRecursively();
    QDir().mkpath(QFileInfo(folder).path());
    EnrolWish wish;
    wish.server = server.address();
    wish.code = code;
    wish.name = QStringLiteral("bench");
    wish.login = QLatin1String(BenchDistrict::login);
    wish.password = benchPassword;
    wish.release = QStringLiteral("bench");
    const Result<Enrolled> enrolled = await(enrol(wish));
    if (!enrolled)
        return enrolled.error();
    StoreOptions options;
    options.folder = folder;
    options.rules = std::move(rules);
    options.fastKeys = true;
    NewStore fresh;
    fresh.office = enrolled->workstation->office;
    fresh.station = enrolled->workstation->station;
    fresh.login = wish.login;
    fresh.password = wish.password;
    fresh.roles = QStringList(enrolled->person.roles.begin(), enrolled->person.roles.end());
    fresh.user = enrolled->person.user;
    if (const auto created = Store::create(options, fresh); !created)
        return created.error();
    {
        auto store = Store::open(options, fresh.login, fresh.password);
        if (!store)
            return store.error();
        if (Outcome joined = await(SyncDoor(**store).enrol(enrolled->workstation)); !joined)
            return joined.error();
    }
    auto store = Store::open(options, fresh.login, fresh.password);
    if (!store)
        return store.error();
    std::unique_ptr<BenchStation> station(new BenchStation);
    station->m_store = std::move(*store);
    SyncEngineOptions engine;
    engine.release = wish.release;
    engine.transport = [traffic = station->m_traffic](const Workstation &workstation) {
        return std::make_unique<CountingTransport>(workstation, traffic);
    };
    station->m_engine = std::make_unique<SyncEngine>(*station->m_store, enrolled->workstation, std::move(engine));
    return station;
}

BenchStation::~BenchStation()
{
    m_engine.reset();
    m_store.reset();
}

void BenchStation::begin()
{
    m_engine->start();
    m_engine->login(QLatin1String(BenchDistrict::login), benchPassword, {});
}

bool BenchStation::isDone() const
{
    const SyncStatus &status = m_engine->status();
    return status.stage == SyncStage::Idle && status.lastComplete.ms > 0 && status.outbox.unsent == 0;
}

} // namespace yizhan
