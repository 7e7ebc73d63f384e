// SPDX-License-Identifier: GPL-3.0-or-later
// Many workstations at one server: all of them after an outage, and a thousand that wait while a few work.
#include "bench/BenchErrors.h"
#include "bench/SyncRun.h"
#include "records/FieldVersions.h"
#include "records/kinds/Mediation.h"
#include "sync/engine/HttpTransport.h"

#include <QTimer>
#include <algorithm>

namespace yizhan {

namespace {

constexpr std::size_t operationsAStation = 500;
constexpr int longestMs = 5 * 60 * 1000;
constexpr int changeEveryMs = 100;
constexpr std::size_t changes = 300;
constexpr std::size_t writers = 10;
constexpr int opensAtOnce = 50;

QSslConfiguration tlsOf(const QByteArray &authority)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates(authoritiesIn(authority));
    return tls;
}

Error wrong(const char *what, int status)
{
    return Error(ErrorKind::Corrupt, bencherrors::wrongOutcome,
                 {QStringLiteral("%1: %2").arg(QLatin1String(what)).arg(status)});
}

// Of the facts of a case that nobody has changed since it was made.
Version standingVersion(const Record &one) { return FieldVersions().versionOf(groupKeyOf(mediation::facts), one.version); }

// The cases of each office, given out one after the other: no two workstations change the same, and the last are left for those
// who change some later.
class Cases
{
public:
    explicit Cases(SyncRun &run) : m_stage(run) {}
    const Record *next(const QString &office)
    {
        const std::vector<Record> &cases = m_stage.cases[office];
        std::size_t &at = m_at[office];
        return at + changes < cases.size() ? &cases[at++] : nullptr;
    }

private:
    SyncRun &m_stage;
    std::map<QString, std::size_t> m_at;
};

bool isAllApplied(const WireResponse &response, std::size_t operations)
{
    const Result<wire::PushResponse> push = readBody<wire::PushResponse>(response);
    return push && push->verdicts.size() == operations
           && std::all_of(push->verdicts.begin(), push->verdicts.end(),
                          [](const wire::Verdict &verdict) { return verdict.code == wire::VerdictCode::Applied; });
}

// One of the thousand: waits, reads what is new, waits again.
class Waiting
{
public:
    Waiting(const LightStation &station, LightLine &line, std::int64_t oseq,
            std::function<void(const wire::PullResponse &)> take)
        : m_station(station), m_line(line), m_oseq(oseq), m_take(std::move(take))
    {}

    void wait()
    {
        m_line.send(m_station.request("/v1/wait", m_station.wait(m_oseq)), [this](const WireResponse &response) {
            const Result<wire::WaitResponse> news = readBody<wire::WaitResponse>(response);
            m_broken = m_broken || !news || response.status != 200;
            if (m_broken || m_ended)
                return;
            if (news->changed.empty())
                wait();
            else
                pull();
        });
    }
    void end() { m_ended = true; }
    bool isBroken() const { return m_broken; }

private:
    void pull()
    {
        m_line.send(m_station.request("/v1/pull", m_station.pull(m_oseq)), [this](const WireResponse &response) {
            const Result<wire::PullResponse> page = readBody<wire::PullResponse>(response);
            m_broken = m_broken || !page || response.status != 200;
            if (m_broken || m_ended)
                return;
            for (const wire::Page &one : page->pages)
                m_oseq = one.to;
            m_take(*page);
            wait();
        });
    }

    const LightStation &m_station;
    LightLine &m_line;
    std::int64_t m_oseq;
    std::function<void(const wire::PullResponse &)> m_take;
    bool m_broken = false;
    bool m_ended = false;
};

struct Crowd {
    std::vector<std::unique_ptr<LightLine>> lines;
    std::vector<std::unique_ptr<Waiting>> waiting;
    std::map<QString, std::int64_t> heads;
    std::map<RecordId, QElapsedTimer> sent;
    Sample answered;
    Sample arrived;
    int pushed = 0;
    int failed = 0;
};

Outcome openLines(SyncRun &run, Crowd &crowd, std::size_t count)
{
    const QSslConfiguration tls = tlsOf(run.authority);
    for (std::size_t i = 0; i < count; ++i) {
        crowd.lines.push_back(std::make_unique<LightLine>(run.server->port(), tls));
        crowd.lines.back()->open();
        if (i % opensAtOnce != opensAtOnce - 1 && i + 1 < count)
            continue;
        const auto isOpen = [](const auto &line) { return line->isOpen(); };
        if (!runUntil([&] { return std::all_of(crowd.lines.begin(), crowd.lines.end(), isOpen); }, longestMs))
            return wrong("connections", static_cast<int>(i));
    }
    return {};
}

// How far each office's log has grown.
Outcome findHeads(SyncRun &run, Crowd &crowd)
{
    for (std::size_t i = 0; i < run.light.size(); ++i) {
        const QString office = run.light[i].office();
        if (crowd.heads.contains(office))
            continue;
        std::optional<WireResponse> answer;
        wire::DigestRequest request;
        request.office = office;
        crowd.lines[i]->send(run.light[i].request("/v1/digest", request),
                             [&answer](WireResponse response) { answer = std::move(response); });
        if (!runUntil([&] { return answer.has_value(); }, longestMs))
            return wrong("digest", 0);
        const auto digest = readBody<wire::DigestResponse>(*answer);
        if (!digest)
            return digest.error();
        crowd.heads[office] = digest->oseq;
    }
    return {};
}

} // namespace

Outcome benchOutage(SyncRun &run)
{
    Cases cases(run);
    struct Station {
        std::unique_ptr<LightLine> line;
        wire::PushRequest push;
        double ms = 0;
    };
    std::vector<Station> stations;
    const QSslConfiguration tls = tlsOf(run.authority);
    for (LightStation &light : run.light) {
        std::vector<wire::Operation> operations;
        while (operations.size() < operationsAStation) {
            const Record *one = cases.next(light.office());
            if (!one)
                break;
            operations.push_back(light.change(*one, QStringLiteral("停电期间补记"), standingVersion(*one)));
        }
        if (operations.size() < operationsAStation || stations.size() >= stationsAfterOutage)
            break;
        stations.push_back({std::make_unique<LightLine>(run.server->port(), tls), light.push(std::move(operations)), 0});
    }
    QElapsedTimer since;
    since.start();
    std::size_t answered = 0;
    int failed = 0;
    for (std::size_t i = 0; i < stations.size(); ++i) {
        Station &station = stations[i];
        station.line->open();
        station.line->send(run.light[i].request("/v1/push", station.push), [&, i](const WireResponse &response) {
            stations[i].ms = static_cast<double>(since.nsecsElapsed()) / 1e6;
            failed += isAllApplied(response, operationsAStation) ? 0 : 1;
            ++answered;
        });
    }
    if (!runUntil([&] { return answered == stations.size(); }, longestMs) || failed > 0)
        return wrong("after an outage", failed);
    double longest = 0;
    for (const Station &station : stations)
        longest = std::max(longest, station.ms);
    const QString on = QStringLiteral("%1 x %2").arg(stations.size()).arg(operationsAStation);
    run.table.addMs(QStringLiteral("after an outage: all acknowledged, longest request"), on, longest, 30'000);
    run.table.add({{},
                   QStringLiteral("... operations/s at the server"),
                   on,
                   rateText(static_cast<double>(stations.size() * operationsAStation) / (longest / 1000)),
                   QStringLiteral(">= 5000"),
                   {},
                   static_cast<double>(stations.size() * operationsAStation) / (longest / 1000) >= 5000});
    run.table.add({{},
                   QStringLiteral("... memory of the server"),
                   on,
                   megabytes(static_cast<double>(run.server->bytes())),
                   QStringLiteral("<= 1000 MB"),
                   {},
                   run.server->bytes() <= 1'000'000'000});
    return {};
}

Outcome benchConnected(SyncRun &run)
{
    Crowd crowd;
    if (Outcome opened = openLines(run, crowd, run.light.size() + writers); !opened)
        return opened;
    if (Outcome found = findHeads(run, crowd); !found)
        return found;
    for (std::size_t i = 0; i < run.light.size(); ++i) {
        const LightStation &station = run.light[i];
        crowd.waiting.push_back(std::make_unique<Waiting>(
            station, *crowd.lines[i], crowd.heads[station.office()], [&crowd](const wire::PullResponse &pull) {
                for (const wire::Page &page : pull.pages) {
                    for (const wire::Entry &entry : page.entries) {
                        const auto sent = crowd.sent.find(entry.id);
                        if (sent != crowd.sent.end())
                            crowd.arrived.add(static_cast<double>(sent->second.nsecsElapsed()) / 1e6);
                    }
                }
            }));
        crowd.waiting.back()->wait();
    }
    QElapsedTimer calm; // until they all wait
    calm.start();
    runUntil([&] { return calm.elapsed() > 2'000; }, longestMs);

    QTimer clock;
    int next = 0;
    QObject::connect(&clock, &QTimer::timeout, &clock, [&] {
        if (next == changes)
            return;
        const std::size_t writer = static_cast<std::size_t>(next) % writers;
        LightStation &station = run.light[run.light.size() - 1 - writer]; // not one of those that had an outage
        std::vector<Record> &cases = run.cases[station.office()];
        const Record one = std::move(cases.back()); // from the other end than the outage took them
        cases.pop_back();
        ++next;
        crowd.sent[one.id].start();
        std::vector<wire::Operation> operations{station.change(one, QStringLiteral("补记%1").arg(next), standingVersion(one))};
        crowd.lines[run.light.size() + writer]->send(
            station.request("/v1/push", station.push(std::move(operations))), [&, id = one.id](const WireResponse &response) {
                crowd.failed += isAllApplied(response, 1) ? 0 : 1;
                crowd.answered.add(static_cast<double>(crowd.sent[id].nsecsElapsed()) / 1e6);
                ++crowd.pushed;
            });
    });
    clock.start(changeEveryMs);
    std::int64_t memory = 0;
    const bool done = runUntil(
        [&] {
            memory = std::max(memory, run.server->bytes());
            return crowd.pushed == changes;
        },
        longestMs);
    clock.stop();
    calm.restart();
    runUntil([&] { return calm.elapsed() > 1'000; }, longestMs);
    const bool isBroken = std::any_of(crowd.waiting.begin(), crowd.waiting.end(),
                                      [](const auto &one) { return one->isBroken(); });
    for (const auto &one : crowd.waiting)
        one->end();
    if (!done || isBroken || crowd.failed > 0)
        return wrong("workstations that wait", crowd.failed);
    const QString on = QStringLiteral("%1, 10 changes/s").arg(run.light.size());
    run.table.addMs(QStringLiteral("connected workstations: a change acknowledged, p99"), on, crowd.answered.percentile(99),
                    200);
    run.table.addMs(QStringLiteral("... a change at those who wait, p50"), on, crowd.arrived.percentile(50), std::nullopt);
    run.table.addMs(QStringLiteral("... a change at those who wait, p99"), on, crowd.arrived.percentile(99), 200);
    run.table.add(
        {{}, QStringLiteral("... copies of changes delivered"), on, QString::number(crowd.arrived.size()), {}, {}, {}});
    run.table.add({{},
                   QStringLiteral("... memory of the server"),
                   on,
                   megabytes(static_cast<double>(memory)),
                   QStringLiteral("<= 1000 MB"),
                   {},
                   memory <= 1'000'000'000});
    return {};
}

} // namespace yizhan
