// SPDX-License-Identifier: GPL-3.0-or-later
// One save and one page of synchronisation, again and again: each time another access to the disk goes wrong, until none is
// left that has not. What was reported as saved is there, of everything else the whole or nothing, and work goes on.
#include "records/kinds/Consultation.h"
#include "tests/simulation/ServerSide.h"
#include "tests/simulation/Template.h"
#include "tests/support/Samples.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace yizhan;
using namespace yizhan::simulation;

namespace {

constexpr int consultationsOfThePage = 12;
constexpr int requestsAtMost = 200;

enum class Wrong { ProgramDies, MachineDies, HalfAWrite, NoRoom, OneError };

void setWrong(SimDisk &disk, Wrong wrong, int access)
{
    switch (wrong) {
    case Wrong::ProgramDies:
    case Wrong::MachineDies: disk.crashAfter(access); break;
    case Wrong::HalfAWrite: disk.troubleAfter(access, SimDisk::Trouble::TornDown); break;
    case Wrong::NoRoom: disk.fillUpAfter(access + 1); break;
    case Wrong::OneError: disk.troubleAfter(access, SimDisk::Trouble::FailsOnce); break;
    }
}

Operation anotherConsultation(const QString &question) { return Operation::create(tests::sampleConsultation(question)); }

void copyFiles(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QDir().mkpath(to);
    for (const QFileInfo &entry : QDir(from).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (entry.isDir())
            copyFiles(entry.filePath(), to + u'/' + entry.fileName());
        else if (!QFile::copy(entry.filePath(), to + u'/' + entry.fileName()))
            qFatal("copying");
    }
}

// Memory if there is such a file system: what a simulated disk keeps is decided by the simulation alone.
QString scratchTemplate()
{
    const QString memory = QStringLiteral("/dev/shm");
    const QString base = QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
    return base + QStringLiteral("/yizhan-every-access-XXXXXX");
}

} // namespace

class EveryAccessTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_scratch{scratchTemplate()};
    std::unique_ptr<Template> m_template;
    ManualClock m_clock{Template::firstMorning()};
    Trace m_trace;
    Chance m_chance{1};
    std::unique_ptr<ServerSide> m_server;
    int m_digestsAsked = 0;
    SimNetwork m_network{m_chance, m_trace, [this](const WireRequest &request) {
                             m_digestsAsked += request.path == "/v1/digest" ? 1 : 0; // a copy that differs from the district's
                             return m_server->handle(request);
                         }};

    // How far a workstation has read, and what it holds; a page moves both or neither.
    struct Reading {
        std::int64_t cursor = 0;
        std::int64_t rows = 0;
        bool operator==(const Reading &) const = default;
    };
    Reading m_before;
    Reading m_after;

    QString place(const char *name) const { return m_scratch.filePath(QString::fromLatin1(name)); }
    std::unique_ptr<Station> station(int number, const QString &folder)
    {
        Station::Setting setting = m_template->members()[static_cast<std::size_t>(number)].setting;
        setting.folder = folder;
        auto station = std::make_unique<Station>(setting, m_template->rules(), m_clock, m_chance.branch());
        if (!station->switchOn())
            qFatal("%s", qPrintable(station->trouble));
        return station;
    }
    // The first workstation as it was before the page.
    std::unique_ptr<Station> fresh()
    {
        copyFiles(place("ready"), place("run"));
        return station(0, place("run"));
    }
    void exchange(Station &station)
    {
        station.syncNow();
        station.exchange(m_network, m_trace, requestsAtMost);
    }
    static Reading readingOf(const Station &station)
    {
        return {station.inspector().number("SELECT ifnull(max(oseq), 0) FROM cursor WHERE office = 'JO01'"),
                station.inspector().number("SELECT count(*) FROM consultation WHERE unsent = 0")};
    }
    // What was under way is over, however it ended.
    bool startsAgain(Station &station, Wrong wrong)
    {
        if (wrong == Wrong::MachineDies)
            return station.restart(m_chance);
        station.switchOff();
        station.disk().startAgain();
        return station.switchOn();
    }
    static bool isSound(Station &station)
    {
        const auto audit = await(station.store().verifyAudit());
        const auto checks = await(station.store().verify());
        return audit && audit->firstBroken == -1 && checks
               && std::all_of(checks->begin(), checks->end(), [](const Store::Check &check) { return check.good; });
    }
    static std::optional<RecordId> save(Station &station, const QString &question)
    {
        Change change;
        change.operations.push_back(anotherConsultation(question));
        const Result<ChangeSet> saved = await(station.store().submit(std::move(change)));
        return saved ? std::optional(saved->rows.front().id) : std::nullopt;
    }
    static std::int64_t savedAs(const Station &station, const QByteArray &question)
    {
        const QByteArray these = "(SELECT id FROM consultation WHERE question = '" + question + "')";
        const std::int64_t rows = station.inspector().number("SELECT count(*) FROM " + these);
        const std::int64_t operations = station.inspector().number("SELECT count(*) FROM outbox WHERE record IN " + these);
        const std::int64_t unsent = station.inspector().number("SELECT ifnull(sum(unsent), 0) FROM consultation WHERE id IN "
                                                               + these);
        const std::int64_t audited = station.inspector().number(
            "SELECT count(*) FROM audit WHERE event = 'CREATE' AND record IN " + these);
        return operations == rows && unsent == rows && audited == rows ? rows : -1;
    }
    static void chooseWrong()
    {
        QTest::addColumn<int>("wrong");
        QTest::newRow("the program dies") << static_cast<int>(Wrong::ProgramDies);
        QTest::newRow("the machine dies") << static_cast<int>(Wrong::MachineDies);
        QTest::newRow("half a write") << static_cast<int>(Wrong::HalfAWrite);
        QTest::newRow("no room") << static_cast<int>(Wrong::NoRoom);
        QTest::newRow("one error") << static_cast<int>(Wrong::OneError);
    }

private slots:
    void initTestCase()
    {
        const Result<std::shared_ptr<const RuleBook>> rules = RuleBook::load();
        QVERIFY(rules);
        m_template = std::make_unique<Template>(place("template"), QString(), *rules);
        m_template->copyTo(place("base"));
        m_server = std::make_unique<ServerSide>(Template::serverFolder(place("base")), QString(), *rules, m_clock, m_trace, 1);
        QVERIFY2(m_server->start(), qPrintable(m_server->trouble));
        {
            const auto reader = station(0, Template::stationFolder(place("base"), 0));
            exchange(*reader);
            m_before = readingOf(*reader);
        }
        {
            const auto writer = station(1, Template::stationFolder(place("base"), 1));
            exchange(*writer);
            for (int i = 0; i < consultationsOfThePage; ++i)
                QVERIFY(save(*writer, QStringLiteral("第%1件").arg(i)));
            exchange(*writer);
            QCOMPARE(writer->status()->outbox.unsent, 0);
        }
        copyFiles(Template::stationFolder(place("base"), 0), place("ready"));
        const auto reader = fresh();
        exchange(*reader);
        m_after = readingOf(*reader);
        QCOMPARE(m_after.rows, m_before.rows + consultationsOfThePage);
        QVERIFY(m_after.cursor > m_before.cursor);
    }

    void aSave_data() { chooseWrong(); }
    void aSave()
    {
        QFETCH(int, wrong);
        int access = 0;
        for (bool isReached = true; isReached; ++access) {
            const auto clerk = fresh();
            const std::int64_t before = clerk->disk().accesses();
            setWrong(clerk->disk(), static_cast<Wrong>(wrong), access);
            const bool isSaved = save(*clerk, QStringLiteral("one")).has_value();
            isReached = clerk->disk().accesses() - before > access;
            QVERIFY(isSaved || isReached);
            if (!clerk->disk().isDown()) { // the program lives, and with room and a sound disk it goes on
                clerk->disk().startAgain();
                QVERIFY(save(*clerk, QStringLiteral("two")));
            }
            QVERIFY2(startsAgain(*clerk, static_cast<Wrong>(wrong)), qPrintable(clerk->trouble));
            const std::int64_t one = savedAs(*clerk, "one");
            QVERIFY2(one == 1 || (one == 0 && !isSaved), qPrintable(QString::number(access)));
            QVERIFY(isSound(*clerk));
            QVERIFY(save(*clerk, QStringLiteral("three")));
            QCOMPARE(savedAs(*clerk, "three"), 1);
        }
        qInfo("%d accesses", access - 1);
        QVERIFY(access > 5);
    }

    void aPage_data() { chooseWrong(); }
    void aPage()
    {
        QFETCH(int, wrong);
        int access = 0;
        m_digestsAsked = 0;
        for (bool isReached = true; isReached; ++access) {
            const auto clerk = fresh();
            const std::int64_t before = clerk->disk().accesses();
            setWrong(clerk->disk(), static_cast<Wrong>(wrong), access);
            exchange(*clerk);
            isReached = clerk->disk().accesses() - before > access;
            if (!clerk->disk().isDown()) {
                clerk->disk().startAgain();
                exchange(*clerk);
                QCOMPARE(readingOf(*clerk), m_after);
            }
            QVERIFY2(startsAgain(*clerk, static_cast<Wrong>(wrong)), qPrintable(clerk->trouble));
            const Reading reading = readingOf(*clerk);
            QVERIFY2(reading == m_before || reading == m_after, qPrintable(QString::number(access)));
            exchange(*clerk);
            QCOMPARE(readingOf(*clerk), m_after);
            QVERIFY(!clerk->status()->error);
            QVERIFY(isSound(*clerk));
        }
        qInfo("%d accesses", access - 1);
        QVERIFY(access > 5);
        QCOMPARE(m_digestsAsked, 0);
    }
};

QTEST_GUILESS_MAIN(EveryAccessTest)
#include "EveryAccessTest.moc"
