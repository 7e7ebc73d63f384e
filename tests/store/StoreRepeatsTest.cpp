// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody asks the same thing again within thirty days: the consultation says which one it repeats.
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

const QString mobile = QStringLiteral("13800138000");

Record asked(int daysBefore, const QString &phone = mobile, const QString &category = QStringLiteral("01"))
{
    Record record = sampleConsultation();
    record.set(consultation::phone, phone);
    record.set(consultation::category, category);
    record.set(common::receivedAt, Instant{record.get(common::receivedAt)->ms - daysBefore * 86'400'000LL});
    return record;
}

RecordId repeated(StoreFixture &store, const RecordId &id)
{
    return store.record(id).get(consultation::repeatOf).value_or(RecordId());
}

} // namespace

class StoreRepeatsTest : public QObject
{
    Q_OBJECT

private slots:
    void theSamePhoneAndSubjectWithinThirtyDaysIsARepeat()
    {
        StoreFixture store;
        const RecordId first = store.create(asked(30));
        QVERIFY(repeated(store, first).isNull());
        const RecordId second = store.create(asked(12));
        QCOMPARE(repeated(store, second), first);
        const RecordId third = store.create(asked(0)); // of the newest one
        QCOMPARE(repeated(store, third), second);
    }

    void whatIsNotTheSameIsNoRepeat_data()
    {
        QTest::addColumn<int>("daysBefore");
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("category");
        QTest::newRow("31 days ago") << 31 << mobile << QStringLiteral("01");
        QTest::newRow("another phone") << 5 << QStringLiteral("13900138000") << QStringLiteral("01");
        QTest::newRow("another subject") << 5 << mobile << QStringLiteral("02");
        QTest::newRow("no phone") << 5 << QString() << QStringLiteral("01");
        QTest::newRow("later") << -1 << mobile << QStringLiteral("01");
    }
    void whatIsNotTheSameIsNoRepeat()
    {
        QFETCH(int, daysBefore);
        QFETCH(QString, phone);
        QFETCH(QString, category);
        StoreFixture store;
        store.clock().advanceMs(2 * 86'400'000LL); // "later" is not in the future
        store.create(asked(daysBefore, phone, category));
        QVERIFY(repeated(store, store.create(asked(0))).isNull());
    }

    void howThePhoneIsWrittenDoesNotMatter_data()
    {
        QTest::addColumn<QString>("phone");
        for (const char16_t *typed : {u"138 0013 8000", u"+86 138-0013-8000", u"１３８００１３８０００", u"008613800138000"})
            QTest::newRow(qPrintable(QString::fromUtf16(typed))) << QString::fromUtf16(typed);
    }
    void howThePhoneIsWrittenDoesNotMatter()
    {
        QFETCH(QString, phone);
        StoreFixture store;
        const RecordId written = store.create(asked(9, phone));
        QCOMPARE(repeated(store, store.create(asked(6))), written);
        const RecordId plain = store.create(asked(3));
        QCOMPARE(repeated(store, store.create(asked(0, phone))), plain);
    }

    void aPhoneThatIsTypedLaterIsLookedAtThen()
    {
        StoreFixture store;
        const RecordId first = store.create(asked(3));
        const RecordId second = store.create(asked(0, QString()));
        QVERIFY(repeated(store, second).isNull());
        store.submit(Operation::set(second, {{&consultation::phone, Value(mobile)}}));
        QCOMPARE(repeated(store, second), first);
    }

    void whoKnowsBetterHasTheLastWord()
    {
        StoreFixture store;
        const RecordId other = store.create(asked(200));
        store.create(asked(3));
        Record told = asked(0);
        told.set(consultation::repeatOf, other);
        const RecordId second = store.create(std::move(told));
        QCOMPARE(repeated(store, second), other);
        store.submit(Operation::set(second, {{&consultation::repeatOf, Value()}}));
        QVERIFY(repeated(store, second).isNull());
        store.submit(Operation::set(second, {{&consultation::tags, Value(QStringLiteral("欠薪"))}}));
        QVERIFY(repeated(store, second).isNull()); // cleared is cleared
    }

    void aWithdrawnConsultationIsNotRepeated()
    {
        StoreFixture store;
        const RecordId first = store.create(asked(3));
        store.submit(Operation::withdraw(first), QStringLiteral("登记有误"));
        QVERIFY(repeated(store, store.create(asked(0))).isNull());
    }
};

QTEST_GUILESS_MAIN(StoreRepeatsTest)
#include "StoreRepeatsTest.moc"
