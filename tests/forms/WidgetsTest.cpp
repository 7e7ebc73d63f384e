// SPDX-License-Identifier: GPL-3.0-or-later
// The small parts of the window: colours that can be read, keys that belong to the input method, pages before the unlock.
#include "forms/FirstStartPage.h"
#include "forms/FlowLayout.h"
#include "forms/ImeGuard.h"
#include "forms/LockController.h"
#include "forms/MessageBar.h"
#include "forms/Theme.h"
#include "forms/UnlockPage.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace yizhan;

namespace {

double luminance(const QColor &colour)
{
    const auto part = [](double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

// WCAG 2: 4.5 is asked of text.
double contrast(const QColor &a, const QColor &b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

void compose(QWidget *widget, const QString &preedit)
{
    QInputMethodEvent event(preedit, {});
    QApplication::sendEvent(widget, &event);
}

} // namespace

class WidgetsTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<Theme> m_theme;

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void aBoxToTickIsSeenInBothThemes()
    {
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_theme->setChoice(choice);
            QCheckBox box(QStringLiteral("x"));
            box.resize(box.sizeHint());
            const auto pixels = [&box](const QColor &colour) {
                const QImage image = box.grab().toImage();
                int found = 0;
                for (int y = 0; y < image.height(); ++y) {
                    for (int x = 0; x < image.width(); ++x)
                        found += image.pixelColor(x, y).rgb() == colour.rgb() ? 1 : 0;
                }
                return found;
            };
            QVERIFY(pixels(m_theme->colour(QStringLiteral("faint"))) > 30); // its frame
            QCOMPARE(pixels(m_theme->colour(QStringLiteral("accent"))), 0);
            box.setChecked(true);
            QVERIFY(pixels(m_theme->colour(QStringLiteral("accent"))) > 30);
        }
        m_theme->setChoice(ThemeChoice::Light);
    }

    void everyTextCanBeReadInBothThemes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ground");
        for (const char *pair :
             {"text window",  "text base",     "text alternate",  "faint window", "faint base",         "on_accent accent",
              "error base",   "error window",  "text error_fill", "text chip",    "text hover",         "text wanted",
              "green base",   "yellow base",   "orange base",     "red base",     "yellow yellow_fill", "orange orange_fill",
              "red red_fill", "orange window", "accent window"}) {
            const QStringList names = QString::fromLatin1(pair).split(u' ');
            QTest::newRow(pair) << names[0] << names[1];
        }
    }
    void everyTextCanBeReadInBothThemes()
    {
        QFETCH(QString, text);
        QFETCH(QString, ground);
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_theme->setChoice(choice);
            const double ratio = contrast(m_theme->colour(text), m_theme->colour(ground));
            QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1: %2").arg(nameOf(choice)).arg(ratio)));
        }
    }

    void theSizeOfLettersStaysInItsLimits()
    {
        m_theme->setFontSize(4);
        QCOMPARE(m_theme->fontSize(), Theme::smallestFont);
        m_theme->setFontSize(99);
        QCOMPARE(QApplication::font().pointSize(), Theme::largestFont);
        m_theme->setFontSize(11);
    }

    void noKeyFiresWhileAWordIsComposed()
    {
        const ImeGuard guard(qApp);
        QWidget window;
        QLineEdit line(&window);
        QShortcut shortcut(QKeySequence(Qt::CTRL | Qt::Key_K), &window);
        QSignalSpy fired(&shortcut, &QShortcut::activated);
        QSignalSpy entered(&line, &QLineEdit::returnPressed);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        line.setFocus();
        compose(&line, QStringLiteral("zhang"));
        QVERIFY(guard.isComposing());
        QTest::keyClick(&line, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(&line, Qt::Key_Return);
        QCOMPARE(fired.size(), 0);
        QCOMPARE(entered.size(), 0);
        compose(&line, {});
        QVERIFY(!guard.isComposing());
        QTest::keyClick(&line, Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
    }

    void aFlowGoesToTheNextLineWhenTheLineIsFull()
    {
        QWidget box;
        auto *flow = new FlowLayout(&box);
        for (int i = 0; i < 6; ++i) {
            auto *button = new QPushButton(QStringLiteral("一二三四五"), &box);
            flow->addWidget(button);
        }
        const int one = flow->heightForWidth(10'000);
        QVERIFY(flow->heightForWidth(flow->itemAt(0)->sizeHint().width() * 2 + 30) >= one * 2);
    }

    void aMessageStaysUntilItIsClosedAndOffersAWay()
    {
        MessageBar bar;
        QCOMPARE(bar.text(), QString());
        bool acted = false;
        bar.showProblem(QStringLiteral("Something happened."));
        bar.offer(QStringLiteral("Again"), [&] { acted = true; });
        QCOMPARE(bar.text(), QStringLiteral("Something happened."));
        QTest::mouseClick(bar.findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(acted && bar.text().isEmpty());
    }

    void theUnlockPageSaysWhatIsMissingAndWarnsOfCapitals()
    {
        UnlockPage page;
        page.setLogins({QStringLiteral("li"), QStringLiteral("wang")}, QStringLiteral("wang"));
        page.show();
        auto *password = page.findChild<QLineEdit *>(QStringLiteral("password"));
        QSignalSpy wanted(&page, &UnlockPage::unlockWanted);
        QTest::keyClick(password, Qt::Key_Return);
        QVERIFY(page.findChild<QLabel *>(QStringLiteral("unlockProblem"))->isVisible());
        QCOMPARE(wanted.size(), 0);
        QTest::keyClick(password, Qt::Key_A, Qt::NoModifier);         // an 'a': fine
        QTest::keyEvent(QTest::Click, password, 'Q', Qt::NoModifier); // a capital without Shift
        bool warned = false;
        for (const QLabel *label : page.findChildren<QLabel *>())
            warned = warned || (label->isVisible() && label->text().contains(QStringLiteral("Caps Lock")));
        QVERIFY(warned);
        QTest::keyClick(password, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().at(0).toString(), QStringLiteral("wang"));
        QCOMPARE(wanted.front().at(1).toString(), QStringLiteral("aQ"));
        page.reset();
        QVERIFY(password->text().isEmpty());
    }

    void aWorkstationIsSetUpOnlyWithAGoodPasswordTypedTwice()
    {
        FirstStartPage page;
        page.setOffices({{QStringLiteral("JO01"), QStringLiteral("中仓司法所")}});
        page.show();
        auto *create = page.findChild<QPushButton *>(QStringLiteral("create"));
        page.findChild<QLineEdit *>(QStringLiteral("newLogin"))->setText(QStringLiteral("wang"));
        auto *password = page.findChild<QLineEdit *>(QStringLiteral("newPassword"));
        auto *again = page.findChild<QLineEdit *>(QStringLiteral("newPasswordAgain"));
        password->setText(QStringLiteral("short"));
        again->setText(QStringLiteral("short"));
        QVERIFY(!create->isEnabled());
        password->setText(QStringLiteral("Correct-Horse-7"));
        QVERIFY(!create->isEnabled());
        again->setText(QStringLiteral("Correct-Horse-7"));
        QVERIFY(create->isEnabled());
        QString office;
        connect(&page, &FirstStartPage::createWanted, this, [&](const FirstStartPage::Wish &wish) { office = wish.office; });
        QTest::mouseClick(create, Qt::LeftButton);
        QCOMPARE(office, QStringLiteral("JO01"));

        page.showRecoveryKey(QStringLiteral("ABCD-EFGH"));
        QSignalSpy done(&page, &FirstStartPage::keyWrittenDown);
        auto *begin = page.findChild<QPushButton *>(QStringLiteral("begin"));
        QVERIFY(!begin->isEnabled()); // not before it was written down
        page.findChild<QCheckBox *>(QStringLiteral("writtenDown"))->setChecked(true);
        QTest::mouseClick(begin, Qt::LeftButton);
        QCOMPARE(done.size(), 1);
        QVERIFY(page.findChild<QLabel *>(QStringLiteral("recoveryKey"))->text().isEmpty());
    }

    void theLockKeepsItsLimits()
    {
        LockController lock(qApp);
        QCOMPARE(lock.minutes(), 5);
        lock.setMinutes(0);
        QCOMPARE(lock.minutes(), LockController::shortestMinutes);
        lock.setMinutes(600);
        QCOMPARE(lock.minutes(), LockController::longestMinutes);
        QCOMPARE(lock.secondsLeft(), -1);
        lock.start();
        QVERIFY(lock.secondsLeft() > 0);
        lock.stop();
        QCOMPARE(lock.secondsLeft(), -1);
    }
};

QTEST_MAIN(WidgetsTest)
#include "WidgetsTest.moc"
