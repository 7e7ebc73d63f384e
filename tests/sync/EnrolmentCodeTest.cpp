// SPDX-License-Identifier: GPL-3.0-or-later
// A code can be read out over the telephone, a mistyped one is noticed, and it names one district's authority only.
#include "sync/protocol/EnrolmentCode.h"

#include <QCryptographicHash>
#include <QTest>

using namespace yizhan;

namespace {

QByteArray authority(const char *name) { return QCryptographicHash::hash(name, QCryptographicHash::Sha256); }

} // namespace

class EnrolmentCodeTest : public QObject
{
    Q_OBJECT
private slots:
    void itComesBackAsItWasWritten();
    void peopleWriteItTheirWay();
    void mistypedOnesAreNoticed();
    void itNamesOneAuthority();
};

void EnrolmentCodeTest::itComesBackAsItWasWritten()
{
    SeededRandom random(1);
    for (int i = 0; i < 200; ++i) {
        const EnrolmentCode code = EnrolmentCode::make(authority("Tongzhou"), random);
        const QString text = code.toText();
        QCOMPARE(text.size(), 29);
        const auto back = EnrolmentCode::fromText(text);
        QVERIFY(back);
        QCOMPARE(back->secret, code.secret);
        QCOMPARE(back->authority, code.authority);
    }
}

void EnrolmentCodeTest::peopleWriteItTheirWay()
{
    SeededRandom random(2);
    const EnrolmentCode code = EnrolmentCode::make(authority("Tongzhou"), random);
    QString text = code.toText();
    QCOMPARE(EnrolmentCode::fromText(text.toLower().remove(u'-'))->secret, code.secret);
    QCOMPARE(EnrolmentCode::fromText(u' ' + text.replace(u'-', u' ') + u'\n')->secret, code.secret);
    QString wide;
    for (const QChar c : code.toText())
        wide.append(c == u'-' ? c : QChar(c.unicode() + 0xFEE0));
    QCOMPARE(EnrolmentCode::fromText(wide)->secret, code.secret);
    QCOMPARE(EnrolmentCode::fromText(code.toText().replace(u'0', u'O').replace(u'1', u'l'))->secret, code.secret);
}

void EnrolmentCodeTest::mistypedOnesAreNoticed()
{
    SeededRandom random(3);
    int noticed = 0;
    constexpr int rounds = 1000;
    for (int i = 0; i < rounds; ++i) {
        QString text = EnrolmentCode::make(authority("Tongzhou"), random).toText();
        const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint32_t>(text.size())));
        if (text[at] == u'-')
            continue;
        const QChar before = text[at];
        text[at] = before == u'7' ? u'8' : u'7';
        noticed += EnrolmentCode::fromText(text) ? 0 : 1;
    }
    QVERIFY2(noticed > rounds * 7 / 10, qPrintable(QString::number(noticed))); // 31 of 32 of those that hit a symbol
    QVERIFY(!EnrolmentCode::fromText(QString()));
    QVERIFY(!EnrolmentCode::fromText(QStringLiteral("7777-7777")));
    QVERIFY(!EnrolmentCode::fromText(QString(100000, u'7')));
    QVERIFY(!EnrolmentCode::fromText(QStringLiteral("UUUUU-UUUUU-UUUUU-UUUUU-UUUUU")));
}

void EnrolmentCodeTest::itNamesOneAuthority()
{
    SeededRandom random(4);
    const EnrolmentCode code = EnrolmentCode::make(authority("Tongzhou"), random);
    const EnrolmentCode read = EnrolmentCode::fromText(code.toText()).value();
    QVERIFY(read.names(authority("Tongzhou")));
    QVERIFY(!read.names(authority("somebody in between")));
    QVERIFY(!read.names({}));
}

QTEST_GUILESS_MAIN(EnrolmentCodeTest)
#include "EnrolmentCodeTest.moc"
