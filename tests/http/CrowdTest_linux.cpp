// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of connections at once to the real program, from as many addresses as an attacker may have: its memory stays
// bounded, it turns away what is too much, and the workstation that comes meanwhile is answered. YIZHAN_CROWD: how many.
#include "tests/http/Door.h"
#include "tests/http/ServerProcess.h"

#include <QFile>
#include <QSslCertificate>
#include <QTest>

#include <algorithm>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using namespace yizhan::test;

namespace {

constexpr int ofOneAddress = 100; // fewer than the server allows
constexpr int admitted = 4'000;   // the server's limit for all addresses together
#ifdef YIZHAN_SANITIZED
constexpr qint64 bytesOfAConnection = 384 << 10; // an address sanitizer keeps what was freed for a while
#else
constexpr qint64 bytesOfAConnection = 128 << 10; // half of them hold the buffers of a handshake; 89 KB were measured
#endif
constexpr qint64 otherGrowth = 32LL << 20;
constexpr int descriptorsOfOurOwn = 200;

// Sockets without a library around them; each comes from one of 127.0.0.2, 127.0.0.3 and so on.
class Crowd
{
public:
    ~Crowd() { clear(); }
    Crowd() = default;
    Crowd(const Crowd &) = delete;
    Crowd &operator=(const Crowd &) = delete;

    // False: there is no way in.
    bool join(quint16 port, const QByteArray &says)
    {
        const int one = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (one < 0)
            return false;
        sockaddr_in from{};
        from.sin_family = AF_INET;
        from.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1 + static_cast<quint32>(m_all.size() / ofOneAddress));
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_all.push_back(one);
        const auto *there = reinterpret_cast<const sockaddr *>(&to);
        const bool isIn = ::bind(one, reinterpret_cast<const sockaddr *>(&from), sizeof from) == 0
                          && ::connect(one, there, sizeof to) == 0;
        if (isIn) // the server may have ended it already
            (void)::send(one, says.constData(), static_cast<std::size_t>(says.size()), MSG_NOSIGNAL);
        return isIn;
    }
    int size() const { return static_cast<int>(m_all.size()); }
    // Connections that the server has ended.
    int ended() const
    {
        return static_cast<int>(std::count_if(m_all.begin(), m_all.end(), [](int one) {
            pollfd seen{one, POLLIN | POLLRDHUP, 0};
            return ::poll(&seen, 1, 0) > 0 && (seen.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
        }));
    }
    void clear()
    {
        for (const int one : m_all)
            ::close(one);
        m_all.clear();
    }

private:
    std::vector<int> m_all;
};

// As many as are wished, or as this process may have.
int crowdOf(int wished)
{
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    return static_cast<int>(std::min<rlim_t>(static_cast<rlim_t>(wished), files.rlim_cur - descriptorsOfOurOwn));
}

qint64 residentBytes(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/statm").arg(process));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE) : -1;
}

} // namespace

class CrowdTest : public QObject
{
    Q_OBJECT

private slots:
    void thousandsAtTheDoorLeaveRoomForTheOneWhoKnocksProperly()
    {
        const bool isSet = qEnvironmentVariableIsSet("YIZHAN_CROWD");
        const int size = crowdOf(isSet ? qEnvironmentVariableIntValue("YIZHAN_CROWD") : 2'000);
        ServerProcess program;
        QCOMPARE(program.init().exit, 0);
        const auto server = program.serve();
        QVERIFY(server);
        QFile authority(program.folder() + QStringLiteral("/tls/authority.pem"));
        QVERIFY(authority.open(QIODevice::ReadOnly));
        const QByteArray trusted = QSslCertificate(authority.readAll(), QSsl::Pem).toDer();
        Client early(program.port(), trusted);
        QVERIFY(early.connect());
        const int status = early.ask("/v1/hello").status; // 4xx: it does not know us, but it answers
        QVERIFY(status >= 400 && status < 500);
        const qint64 before = residentBytes(server->processId());
        QVERIFY(before > 0);

        Crowd crowd;
        qint64 most = before;
        const QByteArray halfAHandshake = QByteArray::fromHex("1603010200010001fc0303");
        for (int i = 0; i < size; ++i) {
            QVERIFY2(crowd.join(program.port(), i % 2 == 0 ? halfAHandshake : QByteArray()), qPrintable(QString::number(i)));
            if (i % 500 != 499)
                continue;
            most = std::max(most, residentBytes(server->processId()));
            QCOMPARE(early.ask("/v1/hello").status, status); // the one that was there
        }
        Client late(program.port(), trusted);
        if (size < admitted) { // and one that comes now
            QVERIFY(late.connect());
            QCOMPARE(late.ask("/v1/hello").status, status);
        }
        most = std::max(most, residentBytes(server->processId()));
        qInfo("%d connections, %d of them ended by the server; %lld KB before, at most %lld KB meanwhile", size, crowd.ended(),
              static_cast<long long>(before >> 10), static_cast<long long>(most >> 10));
        QVERIFY(most - before < std::min(size, admitted) * bytesOfAConnection + otherGrowth);
        // those that never finish their handshake are ended by and by, those beyond the limit at once
        QTRY_COMPARE_WITH_TIMEOUT(crowd.ended(), size, 120'000);

        crowd.clear();
        Client afterwards(program.port(), trusted);
        QVERIFY(afterwards.connect());
        QCOMPARE(afterwards.ask("/v1/hello").status, status);
        server->terminate();
        QVERIFY(server->waitForFinished(60'000));
        QCOMPARE(server->exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(CrowdTest)
#include "CrowdTest_linux.moc"
