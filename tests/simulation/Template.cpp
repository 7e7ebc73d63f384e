// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Template.h"

#include "sync/protocol/Body.h"
#include "sync/protocol/EnrolmentCode.h"
#include "tests/simulation/ServerSide.h"

#include <QDir>
#include <QFile>

namespace yizhan::simulation {
namespace {

template <class T>
T orDie(Result<T> answer, const char *what)
{
    if (!answer)
        qFatal("%s: %s", what, qPrintable(answer.error().toLog()));
    return std::move(*answer);
}

void orDie(const Outcome &outcome, const char *what)
{
    if (!outcome)
        qFatal("%s: %s", what, qPrintable(outcome.error().toLog()));
}

QString password() { return QStringLiteral("Correct-Horse-7"); }

struct Joined {
    wire::EnrolResponse answer;
    SigningKey key;
};

// As docs/protocol.md section 8 has it, without the transport's part.
Joined enrol(ServerSide &server, const NewCode &wanted, const RecordId &device, const QString &name, Random &random,
             const Clock &clock)
{
    const QString code = orDie(server.district().administration().makeCode(wanted), "code");
    Joined joined;
    joined.key = SigningKey::make(random);
    wire::EnrolRequest message;
    message.secret = orDie(EnrolmentCode::fromText(code), "code").secret;
    message.publicKey = joined.key.publicKey;
    message.device = device;
    message.name = name;
    message.release = QStringLiteral("simulation");
    WireRequest request;
    request.path = "/v1/enrol";
    setBody(request, message);
    signRequest(request, device.toString().toLatin1(), clock.now().ms, joined.key.secretKey);
    const std::optional<WireResponse> answer = server.handle(request);
    if (!answer || answer->status != 200)
        qFatal("enrolment: status %d", answer ? answer->status : 0);
    joined.answer = orDie(readBody<wire::EnrolResponse>(*answer), "enrolment");
    return joined;
}

Workstation workstationOf(const Joined &joined)
{
    Workstation workstation;
    workstation.server = QStringLiteral("https://district.invalid:8443");
    workstation.district = joined.answer.district;
    workstation.device = joined.answer.device;
    workstation.office = joined.answer.office;
    workstation.station = joined.answer.station;
    workstation.certificates = joined.answer.certificates;
    workstation.escrowKey = joined.answer.escrowKey;
    workstation.districtKey = joined.answer.districtKey;
    workstation.publicKey = joined.key.publicKey;
    workstation.secretKey = SecureBytes::copyOf(joined.key.secretKey);
    return workstation;
}

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const QFileInfo &entry : QDir(from).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString target = to + u'/' + entry.fileName();
        if (entry.isDir())
            copyFolder(entry.filePath(), target);
        else if (!entry.fileName().endsWith(QLatin1String("-shm")))
            QFile::copy(entry.filePath(), target);
    }
}

} // namespace

Instant Template::firstMorning() { return Instant::fromLocal(*Day::fromYmd(2026, 3, 2), 8 * 60); }

Template::Template(QString folder, QString postgres, std::shared_ptr<const RuleBook> rules)
    : m_folder(std::move(folder)), m_postgres(std::move(postgres)), m_rules(std::move(rules))
{
    QDir(m_folder).removeRecursively();
    QDir().mkpath(serverFolder(m_folder));
    ManualClock clock(firstMorning());
    SeededRandom random(20260302);
    Trace trace;
    ServerSide server(serverFolder(m_folder), m_postgres, m_rules, clock, trace, 1);
    if (!server.empty() || !server.start())
        qFatal("the district's storage: %s", qPrintable(server.trouble));
    Administration &administration = server.district().administration();
    orDie(administration.init(QStringLiteral("Simulation")), "init");

    for (int number = 0; number < stationCount; ++number) {
        NewUser person;
        person.login = QStringLiteral("clerk%1").arg(number);
        person.name = person.login;
        person.password = password();
        person.roles = {QStringLiteral("OFFICE_HEAD"), QStringLiteral("OFFICE_STAFF"), QStringLiteral("MEDIATOR"),
                        QStringLiteral("AID_CLERK"), QStringLiteral("NOTARY_CLERK")};
        person.offices = {QStringLiteral("*")};
        NewStore wish;
        wish.user = orDie(administration.addUser(person), "user");
        wish.office = officesInUse()[static_cast<std::size_t>(number) / 2];
        wish.login = person.login;
        wish.password = password();
        Member member{{number, stationFolder(m_folder, number), person.login, password(), wish.office},
                      RecordId::make(clock.now(), random)};
        Station station(member.setting, m_rules, clock, random.next());
        orDie(Store::create(station.options(), wish), "store");
        if (!station.switchOn())
            qFatal("store: %s", qPrintable(station.trouble));
        const Joined joined = enrol(server, {wish.office, {}, true, QByteArray(32, 'h')}, member.device, person.login, random,
                                    clock);
        orDie(await(SyncDoor(station.store()).enrol(std::make_shared<const Workstation>(workstationOf(joined)))), "enrolment");
        m_members.push_back(std::move(member));
    }

    NewUser onlooker{
        QStringLiteral("observer"), QStringLiteral("observer"), password(), {QStringLiteral("LEADER")}, {QStringLiteral("*")}};
    orDie(administration.addUser(onlooker), "observer");
    m_observer.device = RecordId::make(clock.now(), random);
    m_observer.login = onlooker.login;
    m_observer.password = onlooker.password;
    m_observer.key = enrol(server, {officesInUse()[0], {officesInUse()[1], officesInUse()[2]}, false, QByteArray(32, 'h')},
                           m_observer.device, onlooker.login, random, clock)
                         .key;
    if (!server.keepFirstDay())
        qFatal("the district's storage cannot be copied");
    server.stop();
}

void Template::copyTo(const QString &folder) const
{
    QDir(folder).removeRecursively();
    copyFolder(m_folder, folder);
}

} // namespace yizhan::simulation
