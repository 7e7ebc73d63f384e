// SPDX-License-Identifier: GPL-3.0-or-later
// Errors as people and as logs read them.
#include "base/Result.h"

#include <QSet>
#include <QTest>

using namespace yizhan;
using namespace Qt::StringLiterals;

namespace {
constexpr ErrorText diskFull{"XX-07", "The disk with %1 is full.", "Nothing is lost.", "Free %2 MB and try again."};
constexpr ErrorText terse{"XX-08", "Something is off.", "", nullptr};

Result<int> half(int number)
{
    if (number % 2 != 0)
        return Error(ErrorKind::Usage, terse);
    return number / 2;
}
} // namespace

class ErrorTest : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatIsSafeAndWhatToDo()
    {
        const Error error(ErrorKind::DiskFull, diskFull, {u"district.db"_s, u"12"_s});
        QCOMPARE(describe(error),
                 u"The disk with district.db is full. Nothing is lost. Free 12 MB and try again. Code XX-07"_s);
        QCOMPARE(describeBriefly(error), u"The disk with district.db is full."_s);
    }

    void leavesOutPartsThatAreEmpty() { QCOMPARE(describe(Error(ErrorKind::Usage, terse)), u"Something is off. Code XX-08"_s); }

    void chineseSentencesFollowWithoutABlank()
    {
        QCOMPARE(inOneLine({u"磁盘已满。"_s, u"数据无损。"_s, u"代码 XX-07"_s}), u"磁盘已满。数据无损。代码 XX-07"_s);
        QCOMPARE(inOneLine({u"Full."_s, u"Nothing is lost."_s}), u"Full. Nothing is lost."_s);
    }

    // A file may be called anything; its name must not be taken for a place to fill.
    void aDetailThatLooksLikeAPlaceholderIsLeftAlone()
    {
        const Error error(ErrorKind::DiskFull, diskFull, {u"50%2.db"_s, u"12"_s});
        QCOMPARE(describeBriefly(error), u"The disk with 50%2.db is full."_s);
    }

    void aMissingDetailLeavesAGapThatIsSeen()
    {
        QCOMPARE(describeBriefly(Error(ErrorKind::DiskFull, diskFull)), u"The disk with %1 is full."_s);
    }

    void theLogLineHasCodeKindAndDetails()
    {
        QCOMPARE(Error(ErrorKind::DiskFull, diskFull, {u"a"_s, u"b"_s}).toLog(), u"XX-07 DiskFull [a; b]"_s);
    }

    void everyKindHasItsOwnName()
    {
        QSet<QString> names;
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::Usage); ++kind)
            names.insert(QString::fromLatin1(nameOf(static_cast<ErrorKind>(kind))));
        QCOMPARE(names.size(), static_cast<int>(ErrorKind::Usage) + 1);
        QVERIFY(!names.contains(u"?"_s));
    }

    void aResultIsAValueOrAnError()
    {
        QCOMPARE(half(8).value(), 4);
        const Result<int> refused = half(3);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Usage);
        QCOMPARE(refused.value_or(-1), -1);
        QVERIFY(Outcome());
    }
};

QTEST_APPLESS_MAIN(ErrorTest)
#include "ErrorTest.moc"
