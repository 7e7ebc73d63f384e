// SPDX-License-Identifier: GPL-3.0-or-later
// The district server that synchronisation is measured against: a folder full of cases, and a process of its own that serves
// it.
#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "records/RuleBook.h"
#include "server/core/District.h"

#include <QProcess>
#include <memory>

namespace yizhan {

struct BenchOffice {
    QString code;
    std::vector<Record> roots; // of its cases, with their bookkeeping
};

// The district's storage opened in this process: to fill it, and to prepare workstations before the server's process starts.
class BenchDistrict
{
public:
    static constexpr const char *login = "clerk"; // may write in all offices
    static constexpr std::int64_t recordsAnOffice = 62'500;

    // Makes the folder when it is missing, with at least that many records in each of the offices JO01, JO02 ...
    static Outcome make(const QString &folder, int offices, std::shared_ptr<const RuleBook> rules);
    static Result<std::unique_ptr<BenchDistrict>> open(const QString &folder, std::shared_ptr<const RuleBook> rules);

    District &district() { return *m_district; }
    RecordId user() const { return m_user; }
    const RuleBook &rules() const { return *m_rules; }
    Clock &clock() { return m_clock; }
    Random &random() { return m_random; }
    // For a workstation of the first of the offices that may see them all.
    Result<QString> makeCode(const QStringList &offices);
    // So many roots of cases of an office.
    Result<BenchOffice> office(const QString &code, int roots);

    // Serves the folder over TLS on loopback until standard input ends; prints the port first. The exit code of the process.
    static int serve(const QString &folder);

private:
    BenchDistrict() = default;
    Outcome openStorage(const QString &folder);
    Outcome fill(int offices);
    Outcome write(std::vector<Record> records);

    SystemClock m_clock;
    SystemRandom m_random;
    std::shared_ptr<const RuleBook> m_rules;
    std::shared_ptr<ServerDatabase> m_database;
    std::unique_ptr<District> m_district;
    QByteArray m_authorityKeyHash;
    RecordId m_user;
};

// The process that serves; ends with this.
class BenchServer
{
public:
    static Result<std::unique_ptr<BenchServer>> start(const QString &folder);
    ~BenchServer();

    quint16 port() const { return m_port; }
    QString address() const { return QStringLiteral("https://127.0.0.1:%1").arg(m_port); }
    std::int64_t bytes() const; // of memory that it holds now

private:
    QProcess m_process;
    quint16 m_port = 0;
};

// DER of the authority that the folder's server is certified by.
Result<QByteArray> benchAuthority(const QString &folder);
QStringList benchOffices(int count); // "JO01" ...

} // namespace yizhan
