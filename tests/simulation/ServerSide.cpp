// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/ServerSide.h"

#include "server/core/PostgresDatabase.h"
#include "server/core/SqliteDatabase.h"

#include <QFile>

namespace yizhan::simulation {

DistrictKeys districtKeys()
{
    const Result<DistrictKeys> keys = DistrictKeys::fromMaster(QByteArray(DistrictKeys::masterBytes, 'k'));
    if (!keys)
        qFatal("%s", qPrintable(keys.error().toLog()));
    return *keys;
}

ServerSide::ServerSide(QString folder, QString postgres, std::shared_ptr<const RuleBook> rules, const Clock &clock,
                       Trace &trace, std::uint64_t seed)
    : m_folder(std::move(folder)),
      m_postgres(std::move(postgres)),
      m_rules(std::move(rules)),
      m_clock(clock),
      m_trace(trace),
      m_random(seed),
      m_disk(m_folder.toLocal8Bit())
{
    m_options.passwordOperations = 1;
    m_options.passwordMemory = 8192;
    m_options.leasedSeries = {QStringLiteral("mediation"), QStringLiteral("legal-aid-application")};
}

ServerSide::~ServerSide() { stop(); }

Result<std::unique_ptr<ServerDatabase>> ServerSide::openStorage() const
{
    const QByteArray key = districtKeys().database;
    if (m_postgres.isEmpty())
        return SqliteDatabase::open(m_folder + QStringLiteral("/district.db"), key);
    return PostgresDatabase::open(m_postgres, key);
}

bool ServerSide::empty()
{
    if (m_postgres.isEmpty())
        return true;
    const Result<std::unique_ptr<ServerDatabase>> real = openStorage();
    return real && (*real)->write([](SqlSession &session) -> Outcome {
        for (const char *sql :
             {"SET LOCAL client_min_messages = warning", "DROP SCHEMA public CASCADE", "CREATE SCHEMA public"}) {
            if (Outcome done = session.done(sql, {}); !done)
                return done;
        }
        return {};
    });
}

bool ServerSide::keepFirstDay() { return m_postgres.isEmpty() || m_database->copyTo(firstDay()); }

bool ServerSide::beginAtFirstDay()
{
    if (m_postgres.isEmpty())
        return true;
    const Result<std::unique_ptr<ServerDatabase>> real = openStorage();
    return real && (*real)->copyFrom(firstDay());
}

bool ServerSide::start()
{
    const Declaration::InForce here(declaration());
    DistrictSetup setup;
    setup.keys = districtKeys();
    Result<std::unique_ptr<ServerDatabase>> real = openStorage();
    if (!real) {
        trouble = real.error().toLog();
        return false;
    }
    m_database = std::make_shared<FaultyDatabase>(std::move(*real));
    setup.database = m_database;
    setup.clock = &m_clock;
    setup.random = &m_random;
    setup.rules = m_rules;
    setup.folder = m_folder;
    setup.certificates = "authority";
    setup.options = m_options;
    Result<std::unique_ptr<District>> district = District::open(std::move(setup));
    if (!district) {
        trouble = district.error().toLog();
        m_database.reset();
        return false;
    }
    m_district = std::move(*district);
    return true;
}

void ServerSide::stop()
{
    m_district.reset();
    m_database.reset();
}

bool ServerSide::restart(Chance &chance)
{
    stop();
    m_disk.restart(chance);
    return start();
}

std::optional<WireResponse> ServerSide::handle(const WireRequest &request)
{
    if (!m_district || hasDied())
        return std::nullopt;
    const Declaration::InForce here(declaration());
    WireResponse answer = m_district->handle(request, {});
    if (hasDied())
        return std::nullopt;
    return answer;
}

bool ServerSide::backUp()
{
    const QString next = m_folder + QStringLiteral("/backup.new");
    QFile::remove(next);
    const Outcome done = m_database->copyTo(next);
    if (!done) {
        m_trace.note(QStringLiteral("the backup fails"));
        return false;
    }
    QFile::remove(m_folder + QStringLiteral("/backup"));
    QFile::rename(next, m_folder + QStringLiteral("/backup"));
    ++m_backups;
    return true;
}

bool ServerSide::putBack()
{
    if (m_backups == 0)
        return false;
    if (const Outcome done = m_database->copyFrom(m_folder + QStringLiteral("/backup")); !done) {
        trouble = done.error().toLog();
        m_trace.note(QStringLiteral("the backup cannot be put back"));
        return false;
    }
    stop();
    return start();
}

Outcome ServerSide::query(const char *sql, const SqlValues &values, const SqlSession::Take &take)
{
    return m_database->read([&](SqlSession &session) { return session.each(sql, values, take); });
}

} // namespace yizhan::simulation
