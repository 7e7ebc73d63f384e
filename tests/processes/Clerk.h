// SPDX-License-Identifier: GPL-3.0-or-later
// One workstation as its clerk drives it: yizhan-cli in a loop, killed at random, and a note of everything that was reported as
// saved.
#pragma once

#include "base/Random.h"
#include "tests/cli/CliProcess.h"

#include <QMap>
#include <QObject>
#include <functional>

namespace yizhan {

class Clerk : public QObject
{
    Q_OBJECT
public:
    Clerk(int number, const QString &office, std::uint64_t seed);

    QString office() const { return m_office; }
    QString name() const { return QStringLiteral("clerk %1 of %2").arg(m_number).arg(m_office); }
    CliProcess &cli() { return m_cli; }
    bool enrol(const QString &server, const QString &code);

    // Works through so many actions: adding, changing, registering, exchanging; and goes on until `mayRest` or ten times as
    // many. `shared`: a record that all clerks of the office change.
    void work(int actions, const QString &shared, std::function<bool()> mayRest);
    bool isIdle() const { return m_rests && !m_process; }
    bool isExchanging() const { return m_process && m_call == QStringLiteral("sync"); }
    // The process that works now, in the middle of whatever it does. False: there is none that is not as good as dead.
    bool kill();
    // One exchange, without kills; its exit code.
    CliAnswer exchange() const { return m_cli.inStore({QStringLiteral("sync")}); }

    struct Note {
        QStringList attempted; // values that were given, in their order
        int saved = -1;        // index of the last one that was reported as saved
    };
    QMap<QString, Note> own;                 // consultations of this clerk by id: what their question was set to
    Note sharedNote;                         // the same for the shared record
    QStringList cases;                       // mediations that were reported as saved
    QMap<QString, QString> registeredNumber; // of these: the number that was reported
    QStringList faults;                      // what no line, kill or restart excuses
    int kills = 0;
    int exchanges = 0; // that were complete

signals:
    void saving();    // one line was reported as saved, and the process has the next one before it
    void exchanged(); // a complete exchange was reported

private:
    void next();
    void exchangeOnce();
    void add();
    void change(const QString &id, Note &note);
    void addCase();
    void registerCase();
    void begin(const QStringList &call, QByteArrayList input, std::function<void(const QJsonObject &)> each,
               const QList<int> &exits);
    void giveLine();
    void readLines();
    void ended();
    QString freshText();

    const int m_number;
    const QString m_office;
    SeededRandom m_random;
    CliProcess m_cli;
    int m_actions = 0; // that are wanted
    int m_done = 0;
    bool m_rests = true;
    std::function<bool()> m_mayRest;
    int m_texts = 0;
    QString m_shared;
    QStringList m_unregistered;
    std::unique_ptr<QProcess> m_process;
    QByteArrayList m_input; // not given to the process yet
    std::function<void(const QJsonObject &)> m_each;
    QList<int> m_exits;
    QString m_call;
    bool m_killed = false;
};

} // namespace yizhan
