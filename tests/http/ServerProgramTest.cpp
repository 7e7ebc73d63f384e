// SPDX-License-Identifier: GPL-3.0-or-later
// yizhan-server as a process: from an empty folder to a workstation that has joined, and what scripts may rely on.
#include "base/Clock.h"
#include "server/http/Certificates.h"
#include "sync/protocol/Body.h"
#include "sync/protocol/EnrolmentCode.h"
#include "sync/protocol/HttpNames.h"
#include "sync/protocol/Messages.h"
#include "sync/protocol/Proof.h"
#include "tests/http/Door.h"
#include "tests/http/ServerProcess.h"

#include <QDateTime>
#include <QFile>
#include <QSslCertificate>
#include <QTcpServer>
#include <QTest>

using namespace yizhan;
using namespace yizhan::test;

namespace {

enum Code { Done = 0, Refused = 1, Usage = 2, WrongKey = 3, InUse = 4, Damaged = 5, Disk = 6 };

QStringList args(const char *text) { return QString::fromUtf8(text).split(u' '); }

// A workstation as the protocol has it, without a store.
class Workstation
{
public:
    Workstation() : key(SigningKey::make(m_random)), id(newId()) {}

    Reply send(Client &client, WireRequest request)
    {
        signRequest(request, id.toString().toLatin1(), SystemClock().now().ms, key.secretKey);
        QByteArray bytes = "POST " + request.path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: "
                           + QByteArray::number(request.body.size()) + "\r\n";
        for (const auto &[name, value] : headersOf(request))
            bytes += name + ": " + value + "\r\n";
        return client.write(bytes + "\r\n" + request.body) ? client.read() : Reply();
    }

    template <class M>
    Reply ask(Client &client, const char *path, const M &message)
    {
        WireRequest request;
        request.path = path;
        setBody(request, message);
        return send(client, request);
    }

    wire::EnrolRequest joining(const QByteArray &secret) const
    {
        wire::EnrolRequest message;
        message.secret = secret;
        message.publicKey = key.publicKey;
        message.device = id;
        message.name = QStringLiteral("front desk");
        return message;
    }

private:
    RecordId newId()
    {
        RecordId made;
        m_random.fill(made.bytes.data(), made.bytes.size());
        made.bytes[6] = static_cast<std::uint8_t>((made.bytes[6] & 0x0f) | 0x70); // version 7, as ids are
        made.bytes[8] = static_cast<std::uint8_t>((made.bytes[8] & 0x3f) | 0x80);
        return made;
    }
    SystemRandom m_random;

public:
    SigningKey key;
    RecordId id;
};

} // namespace

class ServerProgramTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServerProcess> m_server;

    // The authority as it lies in the folder: what a workstation would be given.
    QByteArray authority() const
    {
        QFile file(m_server->folder() + QStringLiteral("/tls/authority.pem"));
        return file.open(QIODevice::ReadOnly) ? QSslCertificate(file.readAll(), QSsl::Pem).toDer() : QByteArray();
    }

    EnrolmentCode newCode(const char *office) const
    {
        const ProgramAnswer answer = m_server->onDistrict(
            {QStringLiteral("device"), QStringLiteral("code"), QStringLiteral("--office"), QString::fromLatin1(office)});
        const auto objects = answer.objects();
        return *EnrolmentCode::fromText(objects.value(0).value(QLatin1String("code")).toString());
    }

    QString someOffice() const
    {
        return m_server->onDistrict(args("office list")).objects().value(0).value(QLatin1String("code")).toString();
    }

    static int stop(QProcess &process)
    {
        process.terminate(); // SIGTERM
        return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

private slots:
    void init() { m_server = std::make_unique<ServerProcess>(); }

    void helpTellsTheCommands()
    {
        const ProgramAnswer help = m_server->run(args("help"));
        QCOMPARE(help.exit, Done);
        for (const char *command : {"init", "serve", "user add", "device code", "backup", "year close"})
            QVERIFY2(help.out.contains(QLatin1String(command)), command);
        QVERIFY(m_server->run(args("help serve")).out.contains(QLatin1String("--listen")));
        QCOMPARE(m_server->run(args("dance")).exit, Usage);
        QCOMPARE(m_server->run(args("serve --no-such-thing")).exit, Usage);
    }

    void servingAnEmptyFolderSaysWhatToDo()
    {
        const ProgramAnswer answer = m_server->onDistrict(args("serve"));
        QCOMPARE(answer.exit, Refused);
        QVERIFY(answer.error.contains(QLatin1String("yizhan-server init --data")));
    }

    void initNeedsANameAndMakesADistrictOnce()
    {
        QCOMPARE(m_server->onDistrict(args("init --district D")).exit, Usage);
        QCOMPARE(m_server->onDistrict(args("init --district D --name a,b")).exit, Usage);
        QVERIFY(!QFile::exists(m_server->folder() + QStringLiteral("/tls")));
        QCOMPARE(m_server->init().exit, Done); // what failed before does not stand in the way
        QCOMPARE(m_server->init().exit, Refused);
        QVERIFY(m_server->onDistrict(args("office list")).objects().size() > 1);
    }

    void aPasswordIsNeverAnArgumentAndNeverWeak()
    {
        QCOMPARE(m_server->init().exit, Done);
        const QStringList add = args("user add admin --role SYS_ADMIN");
        QCOMPARE(m_server->onDistrict(add, "short\n").exit, Refused);
        QCOMPARE(m_server->onDistrict(add).exit, Usage);
        QCOMPARE(m_server->onDistrict(add, ServerProcess::password + '\n').exit, Done);
        QCOMPARE(m_server->onDistrict(add, ServerProcess::password + '\n').exit, Refused); // the login is taken
        QCOMPARE(m_server->onDistrict(args("user password admin"), "Another-Horse-8\n").exit, Done);
        QCOMPARE(m_server->onDistrict(args("user disable nobody")).exit, Refused);
        QCOMPARE(m_server->onDistrict(args("user disable admin")).exit, Done);
        const auto users = m_server->onDistrict(args("user list")).objects();
        QCOMPARE(users.size(), 1);
        QCOMPARE(users[0].value(QLatin1String("login")).toString(), QStringLiteral("admin"));
        QCOMPARE(users[0].value(QLatin1String("open")).toString(), QStringLiteral("no"));
        const ProgramAnswer url = m_server->onDistrict(args("user list --postgres postgresql://a:secret@localhost/b"));
        QCOMPARE(url.exit, Usage);
        QVERIFY(!url.error.contains(QLatin1String("secret")));
    }

    void whatTheDistrictDecidesIsCheckedBeforeTheServerStarts()
    {
        QCOMPARE(m_server->init().exit, Done);
        QCOMPARE(m_server->onDistrict(args("serve --offline-days 2")).exit, Usage);
        QCOMPARE(m_server->onDistrict(args("serve --offline-days 31")).exit, Usage);
        QCOMPARE(m_server->onDistrict(args("serve --leased nothing-like-it")).exit, Usage);
        QCOMPARE(m_server->onDistrict(args("serve --leased notary-certificate")).exit, Usage); // only from the server
    }

    void aWorkstationJoinsAndIsListedAndRevoked()
    {
        QCOMPARE(m_server->init().exit, Done);
        const QByteArray office = someOffice().toLatin1();
        const auto serving = m_server->serve();
        QVERIFY(serving);
        const EnrolmentCode code = newCode(office.constData()); // while the server runs
        QVERIFY(code.names(inspectCertificate(authority())->keyHash));
        Client client(m_server->port(), authority());
        QVERIFY(client.connect());
        Workstation desk;
        QVERIFY(desk.ask(client, "/v1/hello", wire::HelloRequest()).status >= 400);
        const Reply joined = desk.ask(client, "/v1/enrol", desk.joining(code.secret));
        QCOMPARE(joined.status, 200);
        const auto response = readBody<wire::EnrolResponse>(joined.response());
        QVERIFY(response.has_value());
        QCOMPARE(response->office.toLatin1(), office);
        QCOMPARE(response->certificates, authority());
        QCOMPARE(desk.ask(client, "/v1/hello", wire::HelloRequest()).status, 200);
        Workstation thief;
        QCOMPARE(thief.ask(client, "/v1/enrol", thief.joining(code.secret)).status, 403); // a code is good once

        const auto devices = m_server->onDistrict(args("device list")).objects();
        QCOMPARE(devices.size(), 1);
        QCOMPARE(devices[0].value(QLatin1String("id")).toString(), desk.id.toString());
        QCOMPARE(m_server->onDistrict({QStringLiteral("device"), QStringLiteral("revoke"), desk.id.toString()}).exit, Done);
        const auto hello = readBody<wire::HelloResponse>(desk.ask(client, "/v1/hello", wire::HelloRequest()).response());
        QVERIFY(hello.has_value());
        QCOMPARE(hello->state, wire::DeviceState::Wipe);
        QCOMPARE(stop(*serving), Done);
        QVERIFY(serving->readAll().contains("stopped"));

        QStringList acts;
        for (const QJsonObject &entry : m_server->onDistrict(args("audit list")).objects())
            acts += entry.value(QLatin1String("act")).toString();
        QVERIFY2(acts.size() >= 3 && acts.first() == QLatin1String("init"), qPrintable(acts.join(u' ')));
    }

    void oneServerAtATimeAndOnePortAtATime()
    {
        QCOMPARE(m_server->init().exit, Done);
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const QString taken = QStringLiteral("127.0.0.1:%1").arg(other.serverPort());
        QCOMPARE(m_server->onDistrict({QStringLiteral("serve"), QStringLiteral("--listen"), taken}).exit, InUse);
        const auto serving = m_server->serve();
        QVERIFY(serving);
        QCOMPARE(m_server->onDistrict(args("serve --listen 127.0.0.1:0")).exit, InUse);
        QCOMPARE(m_server->onDistrict({QStringLiteral("restore"), m_server->path(QStringLiteral("any"))}).exit, InUse);
        serving->kill(); // no farewell
        serving->waitForFinished();
        const auto again = m_server->serve();
        QVERIFY(again);
        QCOMPARE(stop(*again), Done);
    }

    void withoutItsKeyTheFolderStaysShut()
    {
        QCOMPARE(m_server->init().exit, Done);
        const QString key = m_server->folder() + QStringLiteral("/server.key");
        const QString kept = m_server->path(QStringLiteral("kept.key"));
        QVERIFY(QFile::setPermissions(key, QFile::permissions(key) | QFileDevice::ReadOther));
        QCOMPARE(m_server->onDistrict(args("office list")).exit, Refused);
        QVERIFY(QFile::setPermissions(key, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        QVERIFY(QFile::rename(key, kept));
        QCOMPARE(m_server->onDistrict(args("office list")).exit, WrongKey);
        QCOMPARE(
            m_server->onDistrict({QStringLiteral("office"), QStringLiteral("list"), QStringLiteral("--key-file"), kept}).exit,
            Done);
        QFile wrong(key);
        QVERIFY(wrong.open(QIODevice::WriteOnly));
        wrong.write(QByteArray(64, 'a'));
        wrong.close();
        QVERIFY(QFile::setPermissions(key, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        QCOMPARE(m_server->onDistrict(args("office list")).exit, WrongKey);
    }

    void aDamagedFolderIsNotServed()
    {
        QCOMPARE(m_server->init().exit, Done);
        QFile file(m_server->folder() + QStringLiteral("/tls/server.pem"));
        QVERIFY(file.resize(40));
        QCOMPARE(m_server->onDistrict(args("serve --listen 127.0.0.1:0")).exit, Damaged);
    }

    void aBackupStandsTheDrillAndComesBack()
    {
        QCOMPARE(m_server->init().exit, Done);
        QCOMPARE(m_server->onDistrict(args("user add first --role SYS_ADMIN"), ServerProcess::password + '\n').exit, Done);
        const QString copy = m_server->path(QStringLiteral("copy"));
        QCOMPARE(m_server->onDistrict({QStringLiteral("backup"), copy}).exit, Done);
        QVERIFY(!QFile::exists(copy + QStringLiteral("/server.key")));
        QCOMPARE(m_server->onDistrict({QStringLiteral("verify"), copy}).exit, Done);
        QCOMPARE(m_server->onDistrict(args("verify")).exit, Done);
        QCOMPARE(m_server->onDistrict(args("user add second --role SYS_ADMIN"), ServerProcess::password + '\n').exit, Done);

        // On a new computer: the key and the backup are all there is.
        const QString key = m_server->folder() + QStringLiteral("/server.key");
        const QString fresh = m_server->path(QStringLiteral("fresh"));
        const QStringList there{QStringLiteral("--data"), fresh, QStringLiteral("--key-file"), key, QStringLiteral("--format"),
                                QStringLiteral("json")};
        QCOMPARE(m_server->run(QStringList{QStringLiteral("restore"), copy} + there).exit, Done);
        QCOMPARE(m_server->run(args("user list") + there).objects().size(), 1);
        QStringList acts;
        for (const QJsonObject &entry : m_server->run(args("audit list") + there).objects())
            acts += entry.value(QLatin1String("act")).toString();
        QVERIFY2(acts.contains(QLatin1String("restored")), qPrintable(acts.join(u' ')));

        QFile storage(copy + QStringLiteral("/district.copy"));
        QVERIFY(storage.open(QIODevice::ReadWrite) && storage.seek(5000));
        storage.write("damage");
        storage.close();
        QCOMPARE(m_server->onDistrict({QStringLiteral("verify"), copy}).exit, Damaged);
        QCOMPARE(m_server->onDistrict({QStringLiteral("restore"), copy}).exit, Damaged);
        QCOMPARE(m_server->onDistrict(args("user list")).objects().size(), 2); // nothing was touched
    }

    void aYearClosesWhenEachNumberIsExplained()
    {
        QCOMPARE(m_server->init().exit, Done);
        const QString office = someOffice();
        QCOMPARE(
            m_server
                ->onDistrict({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("wang"), QStringLiteral("--role"),
                              QStringLiteral("OFFICE_STAFF"), QStringLiteral("--office"), office},
                             ServerProcess::password + '\n')
                .exit,
            Done);
        const auto serving = m_server->serve();
        QVERIFY(serving);
        const EnrolmentCode code = newCode(office.toLatin1().constData());
        Client client(m_server->port(), authority());
        QVERIFY(client.connect());
        Workstation desk;
        QCOMPARE(desk.ask(client, "/v1/enrol", desk.joining(code.secret)).status, 200);
        wire::LoginRequest login;
        login.login = QStringLiteral("wang");
        login.password = QString::fromLatin1(ServerProcess::password);
        const auto person = readBody<wire::LoginResponse>(desk.ask(client, "/v1/login", login).response());
        QVERIFY(person.has_value());
        WireRequest request;
        request.path = "/v1/lease";
        request.token = person->token;
        wire::LeaseRequest lease;
        const int year = QDateTime::currentDateTimeUtc().toOffsetFromUtc(8 * 3600).date().year();
        lease.key = QStringLiteral("mediation/%1/%2").arg(year).arg(office);
        lease.series = QStringLiteral("mediation");
        lease.office = office;
        lease.requestN = 1;
        setBody(request, lease);
        const auto block = readBody<wire::LeaseBlock>(desk.send(client, request).response());
        QVERIFY(block.has_value());
        QCOMPARE(block->first, 1);
        QVERIFY(block->last > 1);

        const QStringList close{QStringLiteral("year"), QStringLiteral("close"), lease.key};
        const QStringList enter{QStringLiteral("void-numbers"), lease.key, QStringLiteral("1"), QString::number(block->last)};
        const QStringList why{QStringLiteral("--reason"), QStringLiteral("workstation stolen")};
        QCOMPARE(m_server->onDistrict(close).exit, Refused);
        QCOMPARE(m_server->onDistrict(enter).exit, Usage);         // no reason
        QCOMPARE(m_server->onDistrict(enter + why).exit, Refused); // the workstation may still use them
        QCOMPARE(m_server->onDistrict({QStringLiteral("device"), QStringLiteral("revoke"), desk.id.toString()}).exit, Done);
        QCOMPARE(m_server->onDistrict(enter + why).exit, Done);
        QCOMPARE(m_server->onDistrict(enter + why).exit, Refused); // they are void already
        QCOMPARE(m_server->onDistrict({QStringLiteral("void-numbers"), lease.key}).objects().size(), block->last);
        QCOMPARE(m_server->onDistrict(close).exit, Done);
        QCOMPARE(stop(*serving), Done);
    }

    void anExportIsForItsRecipientOnly()
    {
        QCOMPARE(m_server->init().exit, Done);
        const QString secret = m_server->path(QStringLiteral("secret"));
        const QString other = m_server->path(QStringLiteral("other"));
        const ProgramAnswer key = m_server->onDistrict({QStringLiteral("export"), QStringLiteral("key"), secret});
        QCOMPARE(key.exit, Done);
        QCOMPARE(m_server->onDistrict({QStringLiteral("export"), QStringLiteral("key"), other}).exit, Done);
        const QString recipient = key.objects().value(0).value(QLatin1String("recipient")).toString();
        const QString file = m_server->path(QStringLiteral("export"));
        QCOMPARE(m_server->onDistrict({QStringLiteral("export"), file}).exit, Usage);
        QCOMPARE(m_server->onDistrict({QStringLiteral("export"), file, QStringLiteral("--recipient"), recipient}).exit, Done);
        const QString to = m_server->path(QStringLiteral("opened"));
        QCOMPARE(m_server->onDistrict({QStringLiteral("export"), QStringLiteral("open"), file, other, to}).exit, WrongKey);
        const ProgramAnswer opened = m_server->onDistrict({QStringLiteral("export"), QStringLiteral("open"), file, secret, to});
        QCOMPARE(opened.exit, Done);
        QFile lines(to);
        QVERIFY(lines.open(QIODevice::ReadOnly));
        const QByteArray text = lines.readAll();
        QCOMPARE(text.count('\n'), opened.objects().value(0).value(QLatin1String("lines")).toInt());
        QVERIFY(text.contains("office")); // the directory of the district is in it
    }

    void certificatesAreShownAndChangedOver()
    {
        QCOMPARE(m_server->init().exit, Done);
        const QByteArray before = authority();
        QCOMPARE(m_server->onDistrict(args("certificate switch")).exit, Refused);
        QCOMPARE(m_server->onDistrict(args("certificate next")).exit, Done);
        QCOMPARE(m_server->onDistrict(args("certificate switch")).exit, Done);
        QVERIFY(authority() != before);
        QCOMPARE(m_server->onDistrict(args("certificate renew --name other.example.invalid")).exit, Done);
        const auto rows = m_server->onDistrict(args("certificate show")).objects();
        QCOMPARE(rows.value(1).value(QLatin1String("names")).toString(), QStringLiteral("other.example.invalid"));
    }
};

QTEST_GUILESS_MAIN(ServerProgramTest)
#include "ServerProgramTest.moc"
