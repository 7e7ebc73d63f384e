// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/DistrictFixture.h"

#include "records/RuleBook.h"
#include "server/core/PostgresDatabase.h"
#include "server/core/SqliteDatabase.h"

#include <libpq-fe.h>

namespace yizhan::tests {
namespace {

QString postgresUrl() { return qEnvironmentVariable("YIZHAN_POSTGRES"); }

template <class T>
T mustBe(Result<T> &&result, const char *what)
{
    if (!result)
        qFatal("%s: %s", what, qPrintable(result.error().toLog()));
    return std::move(*result);
}

void mustDo(const Outcome &outcome, const char *what)
{
    if (!outcome)
        qFatal("%s: %s", what, qPrintable(outcome.error().toLog()));
}

void emptyPostgres()
{
    PGconn *connection = PQconnectdb(postgresUrl().toUtf8().constData());
    PGresult *result = PQexec(connection,
                              "SET client_min_messages = warning; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    if (PQresultStatus(result) != PGRES_COMMAND_OK)
        qFatal("cannot empty the database: %s", PQerrorMessage(connection));
    PQclear(result);
    PQfinish(connection);
}

} // namespace

std::shared_ptr<const RuleBook> sharedRules()
{
    static const std::shared_ptr<const RuleBook> rules = mustBe(RuleBook::load(), "rules");
    return rules;
}

bool DistrictFixture::isPostgres() { return qEnvironmentVariableIsSet("YIZHAN_POSTGRES"); }

DistrictOptions DistrictFixture::cheap()
{
    DistrictOptions options;
    options.passwordOperations = 1;
    options.passwordMemory = 8192;
    return options;
}

DistrictFixture::DistrictFixture(const DistrictOptions &options)
    : m_clock(*Instant::fromIso(u"2026-03-02T09:00:00+08:00")), m_options(options), m_master(DistrictKeys::makeMaster(m_random))
{
    if (isPostgres())
        emptyPostgres();
    openDatabase();
    m_district = mustBe(District::open(setup()), "open");
    mustDo(admin().init(QStringLiteral("通州区")), "init");
}

void DistrictFixture::openDatabase()
{
    const QByteArray key = mustBe(DistrictKeys::fromMaster(m_master), "keys").database;
    if (isPostgres())
        m_database = mustBe(PostgresDatabase::open(postgresUrl(), key), "database");
    else
        m_database = mustBe(SqliteDatabase::open(m_folder.filePath(QStringLiteral("district.db")), key), "database");
}

DistrictSetup DistrictFixture::setup() const
{
    DistrictSetup setup;
    setup.database = m_database;
    setup.clock = &m_clock;
    setup.random = const_cast<SeededRandom *>(&m_random);
    setup.rules = rulesOf(m_release, sharedRules());
    setup.keys = mustBe(DistrictKeys::fromMaster(m_master), "keys");
    setup.folder = m_folder.path();
    setup.certificates = "certificates";
    setup.options = m_options;
    return setup;
}

void DistrictFixture::reopen(const QString &file)
{
    m_district.reset();
    if (!file.isEmpty())
        mustDo(m_database->copyFrom(file), "copy back");
    m_database.reset();
    openDatabase();
    const Declaration::InForce here(declaration());
    m_district = mustBe(District::open(setup()), "open");
}

void DistrictFixture::upgrade(int release)
{
    m_release = release;
    reopen();
}

const Declaration &DistrictFixture::declaration() const { return release(m_release); }

WireResponse DistrictFixture::handle(const WireRequest &request, const Peer &peer)
{
    const Declaration::InForce here(declaration());
    return m_district->handle(request, peer);
}

RecordId DistrictFixture::addUser(const QString &login, const QStringList &roles, const QStringList &offices)
{
    return mustBe(admin().addUser({login, QStringLiteral("某人"), QLatin1String(password), roles, offices}), "user");
}

qint64 DistrictFixture::number(const char *sql, const SqlValues &values)
{
    qint64 answer = -1;
    mustDo(m_database->read([&](SqlSession &session) -> Outcome {
        const auto found = session.number(sql, values);
        if (!found)
            return found.error();
        answer = found->value_or(-1);
        return {};
    }),
           sql);
    return answer;
}

} // namespace yizhan::tests
