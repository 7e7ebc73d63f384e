// SPDX-License-Identifier: GPL-3.0-or-later
// The engine on its thread against the district behind real TLS on the loopback: what one saves comes to the other by itself,
// and locking stops everything.
#include "records/kinds/Consultation.h"
#include "server/http/Certificates.h"
#include "server/http/HttpServer.h"
#include "sync/engine/Enrolment.h"
#include "sync/engine/SyncEngine.h"
#include "tests/server/DistrictFixture.h"
#include "tests/support/Samples.h"

#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

constexpr int patienceMs = 60'000;
const QString officeA = QString::fromLatin1(DistrictFixture::officeA);

template <class T>
T orDie(Result<T> answer)
{
    if (!answer)
        qFatal("%s", qPrintable(answer.error().toLog()));
    return std::move(*answer);
}

// The fixture's storage behind a door of its own, with certificates that clients can check.
struct Town {
    Town()
    {
        fixture.clock().set(SystemClock().now()); // certificates are judged by the computer's clock
        for (const char *login : {"wang", "li"})
            fixture.addUser(QString::fromLatin1(login), {QStringLiteral("OFFICE_STAFF"), QStringLiteral("MEDIATOR")},
                            {officeA});
        const Instant now = SystemClock().now();
        authority = orDie(makeAuthority(QStringLiteral("通州区"), now));
        const Certified own = orDie(makeServerCertificate(authority, {QStringLiteral("127.0.0.1")}, now));
        DistrictSetup setup = fixture.setup();
        setup.certificates = authority.certificate;
        district = orDie(District::open(std::move(setup)));
        HttpListen listen;
        listen.address = QStringLiteral("127.0.0.1");
        listen.port = 0;
        const auto pem = [](const QByteArray &der) { return QSslCertificate(der, QSsl::Der).toPem(); };
        server = orDie(HttpServer::start(*district, listen, {pem(own.certificate) + pem(authority.certificate), own.key}, {}));
    }

    DistrictFixture fixture;
    Certified authority;
    std::unique_ptr<District> district;
    std::unique_ptr<HttpServer> server;
};

struct Seat {
    Seat(Town &town, const QString &login) : name(login)
    {
        EnrolWish wish;
        wish.server = QStringLiteral("127.0.0.1:%1").arg(town.server->port());
        wish.code = orDie(town.district->administration().makeCode(
            {officeA, {}, true, orDie(inspectCertificate(town.authority.certificate)).keyHash}));
        wish.name = login;
        wish.login = login;
        wish.password = QString::fromLatin1(password);
        wish.release = QStringLiteral("1.0");
        const Enrolled joined = orDie(await(enrol(wish)));
        workstation = joined.workstation;
        NewStore made;
        made.office = workstation->office;
        made.station = workstation->station;
        made.login = login;
        made.password = wish.password;
        made.user = joined.person.user;
        made.roles = QStringList(joined.person.roles.begin(), joined.person.roles.end());
        (void)orDie(Store::create(options(), made));
        unlock();
        if (const Outcome done = await(SyncDoor(*store).enrol(workstation)); !done)
            qFatal("%s", qPrintable(done.error().toLog()));
        lock();
    }
    ~Seat() { lock(); }

    StoreOptions options() const
    {
        StoreOptions options;
        options.folder = folder.path() + QStringLiteral("/store");
        options.rules = sharedRules();
        options.fastKeys = true;
        return options;
    }
    void unlock() { store = orDie(Store::open(options(), name, QString::fromLatin1(password))); }
    void work()
    {
        if (!store)
            unlock();
        engine = std::make_unique<SyncEngine>(*store, workstation, SyncEngineOptions{QStringLiteral("1.0"), {}, {}, {}});
        engine->start();
        engine->login(name, QString::fromLatin1(password), {});
    }
    void lock()
    {
        engine.reset();
        store.reset();
    }
    bool isQuiet() const
    {
        return engine->status().stage == SyncStage::Idle && engine->status().outbox.unsent == 0
               && engine->status().lastComplete.ms > 0;
    }
    RecordId create(const QString &question)
    {
        Change change;
        change.operations.push_back(Operation::create(sampleConsultation(question)));
        for (const ChangeSet::Row &row : orDie(await(store->submit(std::move(change)))).rows) {
            if (row.kind == Kind::Consultation)
                return row.id;
        }
        qFatal("nothing was created");
    }
    bool has(const RecordId &id) const { return await(store->record(id)).has_value(); }

    QString name;
    QTemporaryDir folder;
    std::shared_ptr<const Workstation> workstation;
    std::unique_ptr<Store> store;
    std::unique_ptr<SyncEngine> engine;
};

} // namespace

class HttpsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatOneSavesComesToTheOtherByItselfAndLockingStopsIt()
    {
        Town town;
        Seat one(town, QStringLiteral("wang"));
        Seat two(town, QStringLiteral("li"));
        one.work();
        two.work();
        QVERIFY(QTest::qWaitFor([&] { return one.isQuiet() && two.isQuiet(); }, patienceMs));

        const RecordId id = one.create(QStringLiteral("自己来"));
        QVERIFY(QTest::qWaitFor([&] { return two.has(id); }, patienceMs)); // by the hint: nobody asks
        QVERIFY(QTest::qWaitFor([&] { return one.isQuiet(); }, patienceMs));

        two.lock();
        const RecordId meanwhile = one.create(QStringLiteral("锁屏期间"));
        QVERIFY(QTest::qWaitFor([&] { return one.isQuiet(); }, patienceMs));
        two.unlock();
        QVERIFY(!two.has(meanwhile));
        two.work();
        QVERIFY(QTest::qWaitFor([&] { return two.has(meanwhile); }, patienceMs));
        QVERIFY(town.district->administration().verify()->faults.isEmpty());
    }

    void aWorkstationThatMetTheNextAuthorityBelievesIt()
    {
        Town town;
        Seat one(town, QStringLiteral("wang"));
        const Instant now = SystemClock().now();
        const Certified next = orDie(makeAuthority(QStringLiteral("通州区"), now));
        DistrictSetup setup = town.fixture.setup();
        setup.certificates = town.authority.certificate + next.certificate; // "certificate next" and a restart
        const quint16 port = town.server->port();
        town.server.reset();
        town.district = orDie(District::open(std::move(setup)));
        HttpListen listen;
        listen.address = QStringLiteral("127.0.0.1");
        listen.port = port;
        const auto pem = [](const QByteArray &der) { return QSslCertificate(der, QSsl::Der).toPem(); };
        const Certified own = orDie(makeServerCertificate(town.authority, {listen.address}, now));
        town.server = orDie(
            HttpServer::start(*town.district, listen, {pem(own.certificate) + pem(town.authority.certificate), own.key}, {}));
        one.work();
        QVERIFY(QTest::qWaitFor([&] { return one.isQuiet(); }, patienceMs));
        QCOMPARE(yizhan::workstation::read(one.options().folder)->certificates, town.authority.certificate + next.certificate);

        // "certificate switch" and a restart, while the engine runs
        town.server.reset();
        const Certified switched = orDie(makeServerCertificate(next, {listen.address}, now));
        town.server = orDie(
            HttpServer::start(*town.district, listen, {pem(switched.certificate) + pem(next.certificate), switched.key}, {}));
        const RecordId id = one.create(QStringLiteral("换证之后"));
        one.engine->syncNow();
        const auto arrived = [&] {
            if (!one.isQuiet())
                one.engine->syncNow();
            return town.fixture.number("SELECT COUNT(*) FROM record WHERE id = ?", {id}) == 1;
        };
        QVERIFY(QTest::qWaitFor(arrived, patienceMs));
    }
};

QTEST_GUILESS_MAIN(HttpsTest)
#include "HttpsTest.moc"
