// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into a row comes out of it: every kind, every field, absurd values too.
#include "store/RowMapper.h"

#include "base/Random.h"
#include "records/kinds/Mediation.h"
#include "store/Schema.h"
#include "tests/support/Samples.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

std::unique_ptr<Connection> emptyStore()
{
    OpenOptions options;
    options.file = OpenOptions::inMemory();
    options.access = OpenOptions::Access::Create;
    Result<std::unique_ptr<Connection>> connection = Connection::open(options);
    if (!connection || !(*connection)->execute(createStatements()))
        qFatal("no database");
    return std::move(*connection);
}

QString anyText(Random &random)
{
    switch (random.below(5)) {
    case 0: return QStringLiteral("张三丰");
    case 1: return QString::fromUcs4(U"𠮷野家 𪚥");
    case 2: return QStringLiteral("'; DROP TABLE mediation; --");
    case 3: return QString(QChar(u'a')) + QChar(u'\0') + QChar(u'b'); // a NUL inside
    default: return QString(static_cast<qsizetype>(random.below(100'000)) + 1, QChar(u'长'));
    }
}

Value anyValue(const FieldSpec &field, Random &random)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Code:
    case FieldType::CodeSet: return Value(anyText(random));
    case FieldType::Ref: return Value(RecordId::make(Instant{1}, random));
    case FieldType::Blob: return Value(QByteArray("\0\xff\x80", 3));
    case FieldType::Bool: return Value(random.below(2) == 1);
    default: return Value(static_cast<std::int64_t>(random.next()));
    }
}

Record anyRecord(const RecordSpec &spec, Random &random)
{
    Record record(spec);
    record.id = RecordId::make(Instant{1'700'000'000'000}, random);
    record.root = spec.isRoot() ? record.id : RecordId::make(Instant{1}, random);
    record.parent = spec.isRoot() ? RecordId() : random.below(2) == 0 ? record.root : RecordId::make(Instant{2}, random);
    record.office = QStringLiteral("JO05");
    record.version = random.below(1000);
    record.createdAt = Instant{static_cast<std::int64_t>(random.below(2'000'000'000)) * 1000};
    record.updatedAt = Instant{record.createdAt.ms + random.below(1'000'000)};
    record.createdBy = RecordId::make(Instant{3}, random);
    record.updatedBy = RecordId::make(Instant{4}, random);
    record.withdrawn = random.below(4) == 0;
    record.ext = random.below(2) == 0 ? QByteArray() : QByteArray("\xa1\x19\x03\x20\x01", 5);
    for (const FieldSpec *field : spec.fields) {
        if (random.below(3) != 0)
            record.setValue(*field, anyValue(*field, random));
    }
    return record;
}

void compareRows(const Record &read, const Record &written)
{
    QVERIFY(read.sameContent(written));
    QCOMPARE(read.id, written.id);
    QCOMPARE(read.root, written.root);
    QCOMPARE(read.parent, written.parent);
    QCOMPARE(read.office, written.office);
    QCOMPARE(read.version, written.version);
    QCOMPARE(read.localRow, written.localRow);
    QCOMPARE(read.createdAt, written.createdAt);
    QCOMPARE(read.createdBy, written.createdBy);
    QCOMPARE(read.updatedAt, written.updatedAt);
    QCOMPARE(read.updatedBy, written.updatedBy);
    QCOMPARE(read.withdrawn, written.withdrawn);
    QCOMPARE(read.unsent, written.unsent);
}

} // namespace

class RowMapperTest : public QObject
{
    Q_OBJECT

private slots:
    void everyKindComesBackAsItWasWritten()
    {
        const auto connection = emptyStore();
        SeededRandom random(11);
        for (const RecordSpec *spec : allSpecs()) {
            for (int round = 0; round < 5; ++round) {
                Record record = anyRecord(*spec, random);
                QVERIFY(insertRow(*connection, record, static_cast<int>(random.below(3))));
                const Result<Record> read = readById(*connection, *spec, record.id);
                QVERIFY(read);
                compareRows(*read, record);
                const Result<Record> found = findById(*connection, record.id);
                QVERIFY(found);
                compareRows(*found, record);
            }
        }
    }

    void anUpdateWritesTheFieldsThatWereNamed()
    {
        const auto connection = emptyStore();
        SeededRandom random(12);
        for (const RecordSpec *spec : allSpecs()) {
            Record record = anyRecord(*spec, random);
            QVERIFY(insertRow(*connection, record, 1));
            std::vector<int> changed;
            for (std::size_t i = 0; i < spec->fields.size(); ++i) {
                if (random.below(2) == 0)
                    continue;
                record.setValue(*spec->fields[i], random.below(4) == 0 ? Value() : anyValue(*spec->fields[i], random));
                changed.push_back(static_cast<int>(i));
            }
            record.office = QStringLiteral("JO06");
            record.updatedAt = Instant{record.updatedAt.ms + 5};
            FieldVersions versions;
            versions.setChangedHere(9, record.updatedAt);
            QVERIFY(updateRow(*connection, record, changed, 3, versions));
            record.unsent = true;
            const Result<Record> read = readById(*connection, *spec, record.id);
            QVERIFY(read);
            compareRows(*read, record);
            const Result<RowState> state = readState(*connection, record);
            QVERIFY(state);
            QCOMPARE(state->unsent, 3);
            QCOMPARE(state->versions.changedHere(9), record.updatedAt);
        }
    }

    void aListRowHasWhatAListShows()
    {
        const auto connection = emptyStore();
        SeededRandom random(13);
        Record record = anyRecord(mediation::spec, random);
        QVERIFY(insertRow(*connection, record, 0));
        const Result<Record> read = readById(*connection, mediation::spec, record.id, Columns::List);
        QVERIFY(read);
        QCOMPARE(read->value(mediation::status), record.value(mediation::status));
        QVERIFY(read->ext.isEmpty());
        QCOMPARE(columnCount(mediation::spec, Columns::All) - columnCount(mediation::spec, Columns::List),
                 static_cast<int>(
                     std::count_if(mediation::spec.fields.begin(), mediation::spec.fields.end(), [](const FieldSpec *field) {
                         return field->columnWidth == 0 && mediation::spec.title != field && field->mask == Mask::None;
                     })));
    }

    void aCaseIsReadWholeWithoutWhatWasWithdrawn()
    {
        const auto connection = emptyStore();
        SeededRandom random(14);
        Record root = sampleMediation();
        root.id = root.root = RecordId::make(Instant{1}, random);
        QVERIFY(insertRow(*connection, root, 0));
        for (int i = 0; i < 6; ++i) {
            Record child = sampleParty(root.id, QStringLiteral("李四"));
            child.id = RecordId::make(Instant{2}, random);
            child.withdrawn = i % 3 == 0;
            QVERIFY(insertRow(*connection, child, 0));
        }
        const Result<CaseFile> file = readCase(*connection, root.id);
        QVERIFY(file);
        QCOMPARE(file->children.size(), std::size_t{4});
        QCOMPARE(readCase(*connection, file->children.front().id).error().kind, ErrorKind::NotFound);
    }
};

QTEST_APPLESS_MAIN(RowMapperTest)
#include "RowMapperTest.moc"
