// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/BenchDistrict.h"

#include "bench/BenchData.h"
#include "bench/BenchTable.h"
#include "records/Codec.h"
#include "server/core/Meta.h"
#include "server/core/OfficeBook.h"
#include "server/core/RowBook.h"
#include "server/core/ServerErrors.h"
#include "server/core/SqliteDatabase.h"
#include "server/http/CertificateFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <cstdio>

namespace yizhan {

namespace {

constexpr std::size_t recordsAtOnce = 4'000;
constexpr int startMs = 30'000;
constexpr int mostStations = 4'000;
const QByteArray passPhrase = "bench"; // of certificates that live as long as the run's folder

QByteArray masterKey() { return QByteArray(DistrictKeys::masterBytes, 'b'); } // the cases are made up, so no secret is needed
QString tlsFolder(const QString &folder) { return folder + QStringLiteral("/tls"); }

DistrictOptions optionsOf()
{
    DistrictOptions options;
    options.passwordOperations = 1; // logging in is not what is measured
    options.passwordMemory = 8192;
    options.tokenMs = options.refreshMs;
    return options;
}

HttpLimits limitsOf()
{
    HttpLimits limits;
    limits.admission.connections = mostStations;
    limits.admission.connectionsPerAddress = mostStations; // all workstations of the district sit on this one address
    limits.admission.memoryPerAddress = limits.admission.memoryBytes;
    limits.admission.requestsPerSecond = 1e6;
    limits.admission.burst = 1e6;
    return limits;
}

} // namespace

QStringList benchOffices(int count)
{
    QStringList codes;
    for (int i = 1; i <= count; ++i)
        codes.push_back(QStringLiteral("JO%1").arg(i, 2, 10, QLatin1Char('0')));
    return codes;
}

Result<QByteArray> benchAuthority(const QString &folder)
{
    Result<CertificateFolder> certificates = CertificateFolder::open(tlsFolder(folder), passPhrase);
    return certificates ? Result<QByteArray>(certificates->trusted()) : Result<QByteArray>(certificates.error());
}

Outcome BenchDistrict::openStorage(const QString &folder)
{
    Result<DistrictKeys> keys = DistrictKeys::fromMaster(masterKey());
    if (!keys)
        return keys.error();
    Result<CertificateFolder> certificates = CertificateFolder::open(tlsFolder(folder), passPhrase);
    if (!certificates)
        return certificates.error();
    m_authorityKeyHash = certificates->authorityKeyHash();
    Result<std::unique_ptr<SqliteDatabase>> database = SqliteDatabase::open(folder + QStringLiteral("/district.db"),
                                                                            keys->database);
    if (!database)
        return database.error();
    m_database = std::move(*database);
    DistrictSetup setup;
    setup.database = m_database;
    setup.clock = &m_clock;
    setup.random = &m_random;
    setup.rules = m_rules;
    setup.keys = std::move(*keys);
    setup.folder = folder;
    setup.certificates = certificates->trusted();
    setup.options = optionsOf();
    Result<std::unique_ptr<District>> district = District::open(std::move(setup));
    if (!district)
        return district.error();
    m_district = std::move(*district);
    return {};
}

Result<std::unique_ptr<BenchDistrict>> BenchDistrict::open(const QString &folder, std::shared_ptr<const RuleBook> rules)
{
    std::unique_ptr<BenchDistrict> opened(new BenchDistrict);
    opened->m_rules = std::move(rules);
    if (Outcome done = opened->openStorage(folder); !done)
        return done.error();
    const Result<std::vector<UserInfo>> users = opened->m_district->administration().listUsers();
    if (!users)
        return users.error();
    for (const UserInfo &user : *users) {
        if (user.login == QLatin1String(login))
            opened->m_user = user.id;
    }
    return opened;
}

Outcome BenchDistrict::make(const QString &folder, int offices, std::shared_ptr<const RuleBook> rules)
{
    if (QFile::exists(folder))
        return {};
    const QString coming = folder + QStringLiteral(".new"); // what was cut short is begun anew
    QDir(coming).removeRecursively();
    QDir().mkpath(coming);
    if (Outcome made = CertificateFolder::create(tlsFolder(coming), passPhrase, QStringLiteral("Bench"),
                                                 {QStringLiteral("127.0.0.1")}, SystemClock().now());
        !made)
        return made;
    {
        BenchDistrict fresh;
        fresh.m_rules = rules;
        if (Outcome opened = fresh.openStorage(coming); !opened)
            return opened;
        Administration &administration = fresh.m_district->administration();
        if (Outcome begun = administration.init(QStringLiteral("Bench")); !begun)
            return begun;
        const QStringList roles{QStringLiteral("OFFICE_HEAD"), QStringLiteral("OFFICE_STAFF"), QStringLiteral("MEDIATOR"),
                                QStringLiteral("AID_CLERK"), QStringLiteral("NOTARY_CLERK")};
        const Result<RecordId> user = administration.addUser(
            {QLatin1String(login), QLatin1String(login), benchPassword, roles, {QStringLiteral("*")}});
        if (!user)
            return user.error();
        std::fprintf(stderr, "making a district of %d offices in %s\n", offices, qPrintable(folder));
        if (Outcome filled = fresh.fill(offices); !filled)
            return filled;
    }
    QDir().rename(coming, folder);
    return {};
}

Outcome BenchDistrict::fill(int offices)
{
    BenchData data(m_rules);
    for (const QString &office : benchOffices(offices)) {
        std::int64_t count = 0;
        std::vector<Record> records;
        while (count < recordsAnOffice) {
            CaseFile file = data.next();
            file.root.office = office;
            records.push_back(std::move(file.root));
            for (Record &child : file.children) {
                child.office = office;
                records.push_back(std::move(child));
            }
            if (records.size() < recordsAtOnce && count + static_cast<std::int64_t>(records.size()) < recordsAnOffice)
                continue;
            count += static_cast<std::int64_t>(records.size());
            if (Outcome written = write(std::exchange(records, {})); !written)
                return written;
        }
    }
    return {};
}

// Rows with logs and digests as a push leaves them, without its judgement and its history.
Outcome BenchDistrict::write(std::vector<Record> records)
{
    const Instant now = m_clock.now();
    return m_database->write([&](SqlSession &session) -> Outcome {
        const Result<Epoch> epoch = meta::epochOf(session);
        if (!epoch)
            return epoch.error();
        RowBook rows(session, *epoch);
        for (const Record &record : records)
            rows.add(record);
        OfficeBook offices;
        if (Outcome written = rows.write(offices); !written)
            return written;
        return offices.finish(session, RecordId(), now);
    });
}

Result<QString> BenchDistrict::makeCode(const QStringList &offices)
{
    NewCode wanted;
    wanted.office = offices.front();
    wanted.moreOffices = offices.mid(1);
    wanted.authorityKeyHash = m_authorityKeyHash;
    return m_district->administration().makeCode(wanted);
}

Result<BenchOffice> BenchDistrict::office(const QString &code, int roots)
{
    BenchOffice office;
    office.code = code;
    const Outcome read = m_database->read([&](SqlSession &session) {
        return session.each("SELECT body FROM record WHERE office = ? AND id = root LIMIT ?", {code, roots},
                            [&office](const SqlRow &row) -> Outcome {
                                Result<Record> record = decodeRecord(row.bytes(0));
                                if (!record)
                                    return record.error();
                                office.roots.push_back(std::move(*record));
                                return {};
                            });
    });
    return read ? Result<BenchOffice>(std::move(office)) : Result<BenchOffice>(read.error());
}

int BenchDistrict::serve(const QString &folder)
{
    const auto rules = RuleBook::load();
    const auto failed = [](const Error &error) {
        std::fprintf(stderr, "%s\n", qPrintable(error.toLog()));
        return 1;
    };
    if (!rules)
        return failed(rules.error());
    const auto district = open(folder, *rules);
    const auto certificates = CertificateFolder::open(tlsFolder(folder), passPhrase);
    if (!district || !certificates)
        return failed(district ? certificates.error() : district.error());
    const Result<TlsIdentity> identity = certificates->identity();
    if (!identity)
        return failed(identity.error());
    HttpListen listen;
    listen.address = QStringLiteral("127.0.0.1");
    listen.port = 0;
    const auto server = HttpServer::start((*district)->district(), listen, *identity, limitsOf());
    if (!server)
        return failed(server.error());
    std::printf("%d\n", int{(*server)->port()});
    std::fflush(stdout);
    while (std::getchar() != EOF) {}
    return 0;
}

Result<std::unique_ptr<BenchServer>> BenchServer::start(const QString &folder)
{
    std::unique_ptr<BenchServer> server(new BenchServer);
    server->m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    server->m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--serve"), folder});
    QByteArray line;
    while (!line.endsWith('\n') && server->m_process.waitForReadyRead(startMs))
        line += server->m_process.readLine();
    server->m_port = line.trimmed().toUShort();
    if (server->m_port == 0)
        return Error(ErrorKind::Offline, servererrors::storage, {folder});
    return server;
}

BenchServer::~BenchServer()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(startMs))
        m_process.kill();
    m_process.waitForFinished();
}

std::int64_t BenchServer::bytes() const { return residentBytes(m_process.processId()); }

} // namespace yizhan
