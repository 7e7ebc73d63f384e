// SPDX-License-Identifier: GPL-3.0-or-later
// Records leave memory and come back unchanged; what is malformed is refused before anything is allocated for it.
#include "tests/records/RandomRecords.h"

#include "records/Cbor.h"
#include "records/Codec.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Note.h"
#include "records/kinds/Party.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QObject>

namespace yizhan {

class CodecTest : public QObject
{
    Q_OBJECT

    static QByteArray hex(const char *digits) { return QByteArray::fromHex(digits); }
    // {1: "NATURAL", 3: "x", <number of a field to come>: item}
    static QByteArray fromNewerRelease(const QByteArray &item)
    {
        cbor::Writer out;
        out.map(4);
        out.number(1);
        out.text(QStringLiteral("NATURAL"));
        out.number(3);
        out.text(QStringLiteral("x"));
        out.number(700);
        out.raw(item);
        out.number(899);
        out.null();
        return out.result();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void aRowOfAnyKindSurvivesTheRoundTrip()
    {
        SeededRandom random(20260101);
        for (int round = 0; round < 30; ++round) {
            for (const RecordSpec *spec : allSpecs()) {
                const Record before = randomRecord(random, *spec);
                const QByteArray bytes = encodeRecord(before);
                const auto after = decodeRecord(bytes);
                QVERIFY2(after.has_value(), spec->name);
                QVERIFY2(after->sameContent(before), spec->name);
                QCOMPARE(after->id, before.id);
                QCOMPARE(after->root, before.root);
                QCOMPARE(after->parent, before.parent);
                QCOMPARE(after->office, before.office);
                QCOMPARE(after->version, before.version);
                QCOMPARE(after->createdAt, before.createdAt);
                QCOMPARE(after->updatedAt, before.updatedAt);
                QCOMPARE(after->createdBy, before.createdBy);
                QCOMPARE(after->withdrawn, before.withdrawn);
                QCOMPARE(encodeRecord(*after), bytes);
                QCOMPARE(*kindOfEncoded(bytes), static_cast<std::uint16_t>(spec->kind));
            }
        }
    }

    void equalContentHasEqualBytesWhateverTheWayThere()
    {
        Record a(Kind::Party);
        a.set(party::name, QStringLiteral("李四"));
        a.set(party::phone, QStringLiteral("1"));
        a.set(party::applicantCategory, {QStringLiteral("NMG"), QStringLiteral("DB")});
        Record b(Kind::Party);
        b.set(party::applicantCategory, {QStringLiteral("DB"), QStringLiteral("NMG"), QStringLiteral("DB")});
        b.set(party::phone2, QStringLiteral("2"));
        b.set(party::name, QStringLiteral("李四"));
        b.clear(party::phone2);
        b.set(party::phone, QStringLiteral("1"));
        QCOMPARE(encodeFields(a), encodeFields(b));
        QCOMPARE(encodeFields(Record(Kind::Party)), hex("a0"));
    }

    void computedFieldsAreNeverSentNorTakenOver()
    {
        Record record(Kind::Party);
        record.set(party::isMinor, true);
        record.set(party::personKey, QByteArray("key"));
        QCOMPARE(encodeFields(record), hex("a0"));
        cbor::Writer out;
        out.map(1);
        out.number(party::isMinor.id);
        out.number(1);
        Record other(Kind::Party);
        QVERIFY(decodeFields(out.result(), other));
        QVERIFY(other.value(party::isMinor).isNull());
        QVERIFY(other.ext.isEmpty());
    }

    void fieldsOfANewerReleaseSurviveDecodingAndEncoding()
    {
        for (const QByteArray &item : {hex("00"), hex("a201616102820102"), hex("1bffffffffffffffff"), hex("8301a102f6f5"),
                                       hex("c11a514b67b0"), hex("fb3ff199999999999a"), hex("40")}) {
            const QByteArray sent = fromNewerRelease(item);
            Record record(Kind::Party);
            QVERIFY(decodeFields(sent, record));
            QCOMPARE(record.get(party::name), QStringLiteral("x"));
            QCOMPARE(encodeFields(record), sent);
            record.set(party::phone, QStringLiteral("12348")); // this release changes what it knows
            Record again(Kind::Party);
            QVERIFY(decodeFields(encodeFields(record), again));
            QVERIFY(again.sameContent(record));
            QCOMPARE(again.ext, record.ext);
        }
    }

    void aLaterMessageReplacesOnlyWhatItNames()
    {
        Record record(Kind::Party);
        QVERIFY(decodeFields(fromNewerRelease(hex("01")), record));
        cbor::Writer out;
        out.map(2);
        out.number(3);
        out.null();
        out.number(700);
        out.number(2);
        QVERIFY(decodeFields(out.result(), record));
        QVERIFY(record.value(party::name).isNull());
        QCOMPARE(record.get(party::type), QStringLiteral("NATURAL"));
        QVERIFY(encodeFields(record).contains(hex("1902bc02"))); // 700: 2
    }

    void afterAnUpdateTheProgramKnowsFieldsItOnlyKept()
    {
        Record record(Kind::Party);
        cbor::Writer out; // as an older release kept them: a text, a value of the wrong kind, a number nobody knows
        out.map(3);
        out.number(party::phone.id);
        out.text(QStringLiteral("12348"));
        out.number(party::contactOk.id);
        out.text(QStringLiteral("no flag"));
        out.number(700);
        out.number(1);
        record.ext = out.result();
        QCOMPARE(encodeFields(record), out.result()); // nothing is lost even before
        adoptKnownFields(record);
        QCOMPARE(record.get(party::phone), QStringLiteral("12348"));
        QVERIFY(record.value(party::contactOk).isNull());
        QVERIFY(record.ext.contains("no flag"));
        QVERIFY(!record.ext.contains("12348"));
    }

    void everyTruncationIsRefused()
    {
        SeededRandom random(3);
        for (const RecordSpec *spec : {&party::spec, &consultation::spec}) {
            Record record = randomRecord(random, *spec);
            while (encodeRecord(record).size() > 4000)
                record = randomRecord(random, *spec);
            const QByteArray whole = encodeRecord(record);
            for (qsizetype length = 0; length < whole.size(); ++length) {
                const auto read = decodeRecord(QByteArrayView(whole).first(length));
                QVERIFY(!read.has_value());
                QCOMPARE(read.error().kind, ErrorKind::Protocol);
            }
            QVERIFY(!decodeRecord(whole + '\0').has_value());
        }
    }

    void everyFlippedByteIsRefusedOrReadButNeverWorse()
    {
        SeededRandom random(4);
        const QByteArray whole = encodeRecord(randomRecord(random, note::spec));
        for (qsizetype at = 0; at < std::min<qsizetype>(whole.size(), 3000); ++at) {
            for (const int bit : {0, 3, 5, 6, 7}) {
                QByteArray changed = whole;
                changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
                const auto read = decodeRecord(changed);
                if (read.has_value() && !read->isNull())
                    QVERIFY(!encodeRecord(*read).isEmpty());
                else if (!read.has_value())
                    QCOMPARE(read.error().kind, ErrorKind::Protocol);
            }
        }
    }

    void malformedFormsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no map") << hex("01");
        QTest::newRow("indefinite map") << hex("bfff");
        QTest::newRow("indefinite text") << hex("a1037f6161ff");
        QTest::newRow("reserved length") << hex("a1031c");
        QTest::newRow("number not in shortest form") << hex("a11803f6");
        QTest::newRow("text length not in shortest form") << hex("a103780161");
        QTest::newRow("keys not ascending") << hex("a203616101614e");
        QTest::newRow("key twice") << hex("a2036161036162");
        QTest::newRow("negative key") << hex("a12001");
        QTest::newRow("key beyond 65535") << hex("a11a0001000001");
        QTest::newRow("text as key") << hex("a1616101");
        QTest::newRow("four billion pairs") << hex("bb7fffffffffffffff");
        QTest::newRow("a text of 2^63 bytes") << hex("a1037b7fffffffffffffff61");
        QTest::newRow("a text of 2^64-1 bytes") << hex("a1037bffffffffffffffff61");
        QTest::newRow("bytes of 2^62 bytes") << hex("a118285b4000000000000000");
        QTest::newRow("an unknown array of 2^60 items") << hex("a11902bc9b100000000000000001");
        QTest::newRow("not UTF-8") << hex("a10362c328");
        QTest::newRow("a surrogate in UTF-8") << hex("a10363eda080");
        QTest::newRow("overlong UTF-8") << hex("a10362c0af");
        QTest::newRow("number for a text") << hex("a10301");
        QTest::newRow("text for a day") << hex("a1056131");
        QTest::newRow("a day beyond the calendar") << hex("a1051b7fffffffffffffff");
        QTest::newRow("a flag of two") << hex("a1181e02");
        QTest::newRow("an id of three bytes") << hex("a1181943010203");
        QTest::newRow("a number beyond 64 bits") << hex("a1051bffffffffffffffff");
        QTest::newRow("a float for a number") << hex("a105f93c00");
        QTest::newRow("a list for a text") << hex("a10381616a");
        QTest::newRow("something after the end") << hex("a000");
        QTest::newRow("twenty levels") << hex("a11902bc") + QByteArray(20, '\x81') + hex("01");
        QTest::newRow("a million levels") << hex("a11902bc") + QByteArray(1'000'000, '\x81') + hex("01");
        QTest::newRow("tags without end") << hex("a11902bc") + QByteArray(100'000, '\xc1') + hex("01");
    }
    void malformedFormsAreRefused()
    {
        QFETCH(QByteArray, bytes);
        Record record(Kind::Party);
        record.set(party::remark, QStringLiteral("stays"));
        const Record before = record;
        const auto read = decodeFields(bytes, record);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind, ErrorKind::Protocol);
        QVERIFY(record.sameContent(before));
    }

    void randomBytesNeverDoHarm()
    {
        SeededRandom random(5);
        for (int i = 0; i < 20'000; ++i) {
            const QByteArray bytes = randomBytes(random, random.below(60));
            Record record(Kind::Party);
            if (decodeFields(bytes, record).has_value())
                QVERIFY(decodeFields(encodeFields(record), record).has_value());
        }
    }

    void someFieldsCarryTheirEmptiness()
    {
        const std::map<std::uint16_t, Value> values{{party::name.id, Value(QStringLiteral("王五"))},
                                                    {party::phone.id, Value()},
                                                    {party::birthDate.id, Value(day("1999-01-01"))}};
        const QByteArray bytes = encodeSome(values, party::spec);
        const auto read = decodeSome(bytes, party::spec);
        QVERIFY(read.has_value());
        QVERIFY(*read == values);
        QVERIFY(!decodeSome(hex("a10301"), party::spec).has_value());
    }

    void aKindOfANewerReleaseKeepsItsBookkeepingAndFields()
    {
        SeededRandom random(6);
        Record record = randomRecord(random, note::spec);
        QByteArray bytes = encodeRecord(record);
        QCOMPARE(bytes.left(4), hex("aa01181a"));
        bytes.replace(2, 2, hex("1903e7")); // kind 999
        const auto read = decodeRecord(bytes);
        QVERIFY(read.has_value());
        QVERIFY(read->isNull());
        QCOMPARE(read->id, record.id);
        QCOMPARE(read->office, record.office);
        QCOMPARE(read->ext, encodeFields(record));
        QCOMPARE(*kindOfEncoded(bytes), std::uint16_t{999});
    }

    void jsonIsReadBackExactly()
    {
        SeededRandom random(8);
        for (int round = 0; round < 20; ++round) {
            for (const RecordSpec *spec : allSpecs()) {
                Record before = randomRecord(random, *spec);
                for (const FieldSpec *field : spec->fields) {
                    if (field->type == FieldType::Code) // read as people type them, so only those that exist come back
                        before.clear(*field);
                    else if (before.value(*field).isText()) // Qt's JSON reader drops a byte order mark; no form lets one in
                        before.setValue(*field, Value(QString(before.value(*field).text()).remove(QChar(0xFEFF))));
                }
                const QByteArray text = QJsonDocument(toJson(before, false)).toJson();
                const auto after = fromJson(QJsonDocument::fromJson(text).object(), *spec, *shippedRules());
                QVERIFY2(after.has_value(),
                         after.has_value() ? "" : qPrintable(QLatin1String(spec->name) + u' ' + after.error().toLog()));
                for (const FieldSpec *field : spec->fields)
                    QVERIFY2(after->value(*field) == before.value(*field),
                             qPrintable(QLatin1String(spec->name) + u' ' + QLatin1String(field->name)));
                QCOMPARE(after->id, before.id);
            }
        }
    }

    void jsonIsWrittenForPeople()
    {
        Record record(Kind::Consultation);
        record.office = QStringLiteral("JO05");
        record.set(consultation::channel, QStringLiteral("HOTLINE"));
        record.set(consultation::name, QStringLiteral("欧阳修"));
        record.set(consultation::phone, QStringLiteral("13800138000"));
        record.set(consultation::personCategory, {QStringLiteral("NMG"), QStringLiteral("LNR")});
        record.set(consultation::ratedOn, day("2026-02-17"));
        record.set(consultation::repliedAt, *moment("2026-02-17 15:00").at);
        record.set(consultation::heads, 3);
        const QJsonObject plain = toJson(record, false);
        QCOMPARE(plain[QStringLiteral("kind")].toString(), QStringLiteral("consultation"));
        QCOMPARE(plain[QStringLiteral("office")].toString(), QStringLiteral("JO05"));
        QCOMPARE(plain[QStringLiteral("rated_on")].toString(), QStringLiteral("2026-02-17"));
        QCOMPARE(plain[QStringLiteral("replied_at")].toString(), QStringLiteral("2026-02-17T15:00:00+08:00"));
        QCOMPARE(plain[QStringLiteral("person_category")].toArray(),
                 (QJsonArray{QStringLiteral("LNR"), QStringLiteral("NMG")}));
        QCOMPARE(plain[QStringLiteral("heads")].toInt(), 3);
        QCOMPARE(plain[QStringLiteral("phone")].toString(), QStringLiteral("13800138000"));
        const QJsonObject hidden = toJson(record, true);
        QCOMPARE(hidden[QStringLiteral("name")].toString(), QStringLiteral("欧**"));
        QCOMPARE(hidden[QStringLiteral("phone")].toString(), QStringLiteral("138****8000"));
    }

    void scriptsMayWriteAsPeopleType()
    {
        const QJsonObject object{
            {QStringLiteral("channel"), QStringLiteral("hotline")},       {QStringLiteral("category"), QStringLiteral("99")},
            {QStringLiteral("rated_on"), QStringLiteral("2026年2月7日")}, {QStringLiteral("heads"), QStringLiteral("１２")},
            {QStringLiteral("restricted"), QStringLiteral("是")},         {QStringLiteral("question"), QJsonValue::Null}};
        const auto read = fromJson(object, consultation::spec, *shippedRules());
        QVERIFY2(read.has_value(), read.has_value() ? "" : qPrintable(read.error().toLog()));
        QCOMPARE(read->get(consultation::channel), QStringLiteral("HOTLINE"));
        QCOMPARE(read->get(consultation::ratedOn)->toIso(), QStringLiteral("2026-02-07"));
        QCOMPARE(read->get(consultation::heads).value_or(0), 12);
    }

    void wrongJsonIsRefusedWithTheName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *title, const char *name, const char *value) {
            QTest::newRow(title) << QString::fromLatin1(name) << QByteArray(value);
        };
        row("unknown field", "colour", "\"red\"");
        row("a word for a number", "heads", "\"many\"");
        row("half a person", "heads", "1.5");
        row("beyond exactness", "heads", "1e300");
        row("no such day", "rated_on", "\"2026-02-30\"");
        row("year 0", "rated_on", "\"0000-01-01\"");
        row("a number for a day", "rated_on", "20260101");
        row("no such code", "channel", "\"PIGEON\"");
        row("a list for a code", "channel", "[\"HOTLINE\"]");
        row("a text for a set", "person_category", "{\"a\":1}");
        row("no flag", "restricted", "\"perhaps\"");
        row("no id", "project_id", "\"12\"");
        row("no office", "office", "\"MOON\"");
        row("no own id", "id", "\"xyz\"");
    }
    void wrongJsonIsRefusedWithTheName()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, value);
        const QJsonObject object{{name, QJsonDocument::fromJson("[" + value + "]").array().at(0)}};
        const auto read = fromJson(object, consultation::spec, *shippedRules());
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind, ErrorKind::Constraint);
        QCOMPARE(read.error().details.front(), name);
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::CodecTest)
#include "CodecTest.moc"
