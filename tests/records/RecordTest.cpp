// SPDX-License-Identifier: GPL-3.0-or-later
// A record holds typed values by declaration; values order as the store orders them.
#include "tests/records/RandomRecords.h"

#include "records/kinds/Consultation.h"
#include "records/kinds/Party.h"
#include "records/kinds/Timer.h"

#include <QObject>

namespace yizhan {

class RecordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewRecordIsEmptyInEveryField()
    {
        for (const RecordSpec *spec : allSpecs()) {
            const Record record(*spec);
            for (const FieldSpec *field : spec->fields)
                QVERIFY2(record.value(*field).isNull(), field->name);
        }
    }

    void whatIsSetIsReadBackWithItsType()
    {
        Record record(Kind::Party);
        record.set(party::name, QStringLiteral("张三"));
        record.set(party::birthDate, day("1980-02-29"));
        record.set(party::contactOk, true);
        record.set(party::applicantCategory, QStringList{QStringLiteral("NMG"), QStringLiteral("CJR"), QStringLiteral("NMG")});
        QCOMPARE(record.get(party::name), QStringLiteral("张三"));
        QCOMPARE(record.get(party::birthDate)->toIso(), QStringLiteral("1980-02-29"));
        QCOMPARE(record.get(party::contactOk).value_or(false), true);
        QCOMPARE(record.get(party::applicantCategory), (QStringList{QStringLiteral("CJR"), QStringLiteral("NMG")}));
        QVERIFY(!record.get(party::consentAt));
        QVERIFY(!record.get(party::agentOf));
    }

    void emptyTextsSetsAndBytesAreNoValue()
    {
        QVERIFY(Value(QString()).isNull());
        QVERIFY(Value(QStringLiteral("")).isNull());
        QVERIFY(Value(QStringList{QString()}).isNull());
        QVERIFY(Value(QByteArray()).isNull());
        QVERIFY(!Value(false).isNull());
        QVERIFY(!Value(std::int64_t{0}).isNull());
    }

    void systemFieldsReadTheBookkeeping()
    {
        Record record(Kind::Party);
        QVERIFY(record.value(system::createdBy).isNull());
        record.office = QStringLiteral("JO01");
        record.createdAt = Instant{1234};
        record.withdrawn = true;
        QCOMPARE(record.value(system::office).text(), QStringLiteral("JO01"));
        QCOMPARE(record.value(system::createdAt).number(), 1234);
        QCOMPARE(record.value(system::withdrawn).number(), 1);
        QCOMPARE(party::spec.field(u"office"), &system::office);
        QCOMPARE(party::spec.indexOf(system::office), -1);
    }

    void aFieldOfAnotherKindHasNoPlace()
    {
        QCOMPARE(party::spec.indexOf(consultation::channel), -1);
        QVERIFY(!party::spec.field(u"channel"));
        QCOMPARE(party::spec.indexOfId(899), -1);
        QCOMPARE(party::spec.indexOfId(65535), -1);
    }

    void aDeclarationThatIsNotRegisteredWorksAlike()
    {
        static constexpr auto first = textField(3, "first", "First");
        static constexpr auto second = dayField(700, "second", "Second");
        static constexpr const FieldSpec *fields[] = {&first, &second};
        static constexpr RecordSpec spec{.kind = Kind::Party, .name = "own", .fields = fields};
        QCOMPARE(spec.indexOf(first), 0);
        QCOMPARE(spec.indexOf(second), 1);
        QCOMPARE(spec.indexOf(party::name), -1); // the same number, but another field
        QCOMPARE(spec.indexOfId(4), -1);
        Record record(spec);
        record.set(second, day("2026-01-01"));
        QCOMPARE(*record.get(second), day("2026-01-01"));
    }

    void valuesOrderLikeTheStore()
    {
        const std::vector<Value> ascending{Value(),
                                           Value(std::int64_t{-5}),
                                           Value(false),
                                           Value(std::int64_t{7}),
                                           Value(QStringLiteral("A")),
                                           Value(QStringLiteral("Z")),
                                           Value(QStringLiteral("a")),
                                           Value(QStringLiteral("张")),
                                           Value(QStringLiteral("\uFB01")),
                                           Value(QStringLiteral("𠮷")),
                                           Value(QByteArray("\x01", 1)),
                                           Value(QByteArray("\x01\x02", 2)),
                                           Value(QByteArray("\xFF", 1))};
        for (std::size_t i = 0; i < ascending.size(); ++i) {
            for (std::size_t j = 0; j < ascending.size(); ++j) {
                const int expected = i < j ? -1 : (i > j ? 1 : 0);
                QCOMPARE(Value::compare(ascending[i], ascending[j]), expected);
            }
        }
    }

    void textsOrderByCodePointAsUtf8Does()
    {
        SeededRandom random(7);
        for (int i = 0; i < 2000; ++i) {
            const QString a = randomText(random).left(40);
            const QString b = randomText(random).left(40);
            if (a.back().isHighSurrogate() || b.back().isHighSurrogate())
                continue;
            const QByteArray left = a.toUtf8();
            const QByteArray right = b.toUtf8();
            const int bytes = left == right ? 0 : (left < right ? -1 : 1);
            QCOMPARE(Value::compare(Value(a), Value(b)), bytes);
        }
    }

    void childrenAreListedOldestFirst()
    {
        SeededRandom random(1);
        CaseFile file{Record(Kind::Consultation), {}};
        file.root.id = randomId(random);
        for (const int ms : {300, 100, 200}) {
            Record child(Kind::Timer);
            child.id = randomId(random);
            child.parent = ms == 200 ? randomId(random) : file.root.id;
            child.createdAt = Instant{ms};
            file.children.push_back(child);
        }
        file.children.emplace_back(Kind::Party);
        const auto timers = file.of(Kind::Timer);
        QCOMPARE(timers.size(), std::size_t{3});
        QCOMPARE(timers[0]->createdAt.ms, 100);
        QCOMPARE(timers[2]->createdAt.ms, 300);
        QCOMPARE(file.under(file.root.id, Kind::Timer).size(), std::size_t{2});
        QCOMPARE(file.find(file.root.id), &file.root);
        QCOMPARE(file.find(timers[1]->id), timers[1]);
        QVERIFY(!file.find(randomId(random)));
    }

    void contentIsTheSameWhateverTheBookkeeping()
    {
        SeededRandom random(2);
        const Record a = randomRecord(random, party::spec);
        Record b = a;
        b.version = 99;
        b.updatedAt = Instant{5};
        b.unsent = true;
        QVERIFY(a.sameContent(b));
        b.set(party::remark, QStringLiteral("something else"));
        QVERIFY(!a.sameContent(b));
        Record c = a;
        c.ext = QByteArray("\xA1\x19\x02\xBC\x01", 5);
        QVERIFY(!a.sameContent(c));
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::RecordTest)
#include "RecordTest.moc"
