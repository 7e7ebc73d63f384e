// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the window, what it remembers before the unlock, and what was open.
#include "app/desktop/Options.h"
#include "app/desktop/DeskState.h"
#include "app/desktop/Preferences.h"
#include "base/Random.h"

#include <QTemporaryDir>
#include <QTest>

using namespace yizhan;

class OptionsTest : public QObject
{
    Q_OBJECT

    static Options read(const char *line) { return readOptions(QString::fromLatin1(line).split(u' ')); }

private slots:
    void theLineIsRead()
    {
        const Options options = read("yizhan --store /srv/one --lang en --theme dark");
        QCOMPARE(options.folder, QStringLiteral("/srv/one"));
        QCOMPARE(options.language, QStringLiteral("en"));
        QCOMPARE(options.theme, QStringLiteral("dark"));
        QVERIFY(options.problem.isEmpty() && options.help.isEmpty());
        QCOMPARE(read("yizhan").folder, usualFolder());
    }

    void aWrongLineIsNamed()
    {
        QVERIFY(!read("yizhan --lang fr").problem.isEmpty());
        QVERIFY(!read("yizhan --theme pink").problem.isEmpty());
        QVERIFY(!read("yizhan --nonsense").problem.isEmpty());
        QVERIFY(read("yizhan --help").help.contains(QStringLiteral("--store")));
        QVERIFY(!read("yizhan --help").help.contains(QStringLiteral("shots-part")));
    }

    void whatIsNeededBeforeTheUnlockIsRemembered()
    {
        const QTemporaryDir folder;
        Preferences kept;
        kept.language = QStringLiteral("en");
        kept.fontSize = 16;
        kept.lastLogin = QStringLiteral("wang");
        kept.summaryShown = false;
        kept.write(folder.path());
        const Preferences again = Preferences::read(folder.path());
        QCOMPARE(again.language, kept.language);
        QCOMPARE(again.fontSize, 16);
        QCOMPARE(again.lastLogin, kept.lastLogin);
        QVERIFY(!again.summaryShown);
        QCOMPARE(Preferences::read(folder.filePath(QStringLiteral("absent"))).language, QStringLiteral("zh"));
    }

    void theOpenTabsSurviveTheirBytes()
    {
        SeededRandom random(7);
        DeskState state;
        state.place = Kind::Notary;
        for (int i = 0; i < 3; ++i)
            state.forms.push_back(RecordId::make(Instant{1'700'000'000'000 + i}, random));
        state.current = 2;
        const DeskState again = DeskState::fromBytes(state.toBytes());
        QCOMPARE(again.place, state.place);
        QVERIFY(again.forms == state.forms);
        QCOMPARE(again.current, 2);
        QVERIFY(DeskState::fromBytes(QByteArray("\xff rubbish", 9)).forms.empty());
    }
};

QTEST_GUILESS_MAIN(OptionsTest)
#include "OptionsTest.moc"
