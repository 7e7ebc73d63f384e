// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/ReadsFixture.h"

#include "records/kinds/Common.h"
#include "records/kinds/Mediation.h"
#include "store/ListIndex.h"
#include "store/ListReader.h"
#include "store/QuerySql.h"
#include "store/RowMapper.h"

#include <QTest>

#include <algorithm>

using namespace yizhan;
using namespace yizhan::tests;
using namespace Qt::StringLiterals;

namespace {

using Op = Predicate::Op;

// Few different values, so that conditions meet; texts with capital letters, commas, wild cards, rare characters.
Value someValue(const FieldSpec &field, Random &random)
{
    static const QStringList texts = {u"张"_s,   u"a"_s,      u"AB%"_s, u"a_b"_s, u"Straße"_s,
                                      u"𬱖"_s, u"\uF900"_s, u"x,y"_s, u"'"_s};
    static const QStringList codes = {u"A"_s, u"B"_s, u"AB"_s, u"C"_s};
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText: return Value(texts[static_cast<qsizetype>(random.below(9))]);
    case FieldType::Code: return Value(codes[static_cast<qsizetype>(random.below(4))]);
    case FieldType::CodeSet: {
        QStringList some;
        for (const QString &code : codes) {
            if (random.below(2) == 0)
                some += code;
        }
        return Value(some);
    }
    case FieldType::Bool: return Value(random.below(2) == 0);
    case FieldType::Ref: return Value(RecordId{{static_cast<std::uint8_t>(1 + random.below(3))}});
    case FieldType::Blob: return Value(QByteArray(1 + static_cast<qsizetype>(random.below(2)), 'b'));
    default: return Value(std::int64_t{random.below(5)} - 2);
    }
}

std::vector<const FieldSpec *> someFields()
{
    std::vector<const FieldSpec *> fields(mediation::spec.fields.begin(), mediation::spec.fields.end());
    for (const FieldSpec *field : system::fields)
        fields.push_back(field);
    return fields;
}

Record someRecord(ReadsFixture &fixture)
{
    Record record = fixture.rootOf(Kind::Mediation);
    Random &random = fixture.random();
    for (const FieldSpec *field : record.spec().fields) {
        if (random.below(2) == 0)
            record.setValue(*field, someValue(*field, random));
    }
    record.office = random.below(4) == 0 ? QString() : u"JO0%1"_s.arg(1 + random.below(3));
    record.createdAt.ms = random.below(4);
    record.createdBy = random.below(2) == 0 ? RecordId() : RecordId{{static_cast<std::uint8_t>(1 + random.below(3))}};
    record.withdrawn = random.below(5) == 0;
    return record;
}

Predicate somePredicate(Random &random, int depth)
{
    static const std::vector<const FieldSpec *> fields = someFields();
    Predicate predicate;
    if (depth > 0 && random.below(3) == 0) {
        predicate.op = std::array{Op::And, Op::Or, Op::Not}[random.below(3)];
        const std::uint32_t children = predicate.op == Op::Not ? random.below(2) : random.below(4);
        for (std::uint32_t i = 0; i < children; ++i)
            predicate.children.push_back(somePredicate(random, depth - 1));
        return predicate;
    }
    constexpr std::array ops = {Op::All,        Op::Equal,        Op::NotEqual, Op::Less,  Op::LessEqual,
                                Op::Greater,    Op::GreaterEqual, Op::In,       Op::NotIn, Op::Contains,
                                Op::StartsWith, Op::HasAny,       Op::HasAll,   Op::Empty, Op::NotEmpty};
    predicate.op = ops[random.below(ops.size())];
    // mostly the few fields that are in the list indexes
    predicate.field = random.below(2) == 0
                          ? fields[random.below(static_cast<std::uint32_t>(fields.size()))]
                          : std::array<const FieldSpec *, 4>{&mediation::status, &common::receivedAt, &system::office,
                                                             &common::nextDue}[random.below(4)];
    const std::uint32_t count = random.below(8) == 0 ? 0 : 1 + random.below(3);
    for (std::uint32_t i = 0; i < count; ++i) {
        // now and then a value that the field cannot hold, or nothing
        const FieldSpec &like = random.below(6) == 0 ? *fields[random.below(static_cast<std::uint32_t>(fields.size()))]
                                                     : *predicate.field;
        predicate.values.push_back(random.below(12) == 0 ? Value() : someValue(like, random));
    }
    return predicate;
}

Query someQuery(Random &random)
{
    static const std::vector<const FieldSpec *> fields = someFields();
    Query query;
    query.spec = &mediation::spec;
    query.where = somePredicate(random, 3);
    query.withWithdrawn = random.below(2) == 0;
    const std::uint32_t keys = random.below(3);
    for (std::uint32_t i = 0; i < keys; ++i)
        query.sort.push_back(
            {random.below(3) == 0 ? &common::nextDue : fields[random.below(static_cast<std::uint32_t>(fields.size()))],
             random.below(2) == 0});
    if (random.below(4) == 0)
        query.limit = random.below(20);
    return query;
}

// What the query means, without a database.
RowOrder inMemory(const Query &query, const std::vector<Record> &records)
{
    std::vector<const Record *> matching;
    for (const Record &record : records) {
        if ((query.withWithdrawn || !record.withdrawn) && matches(query.where, record))
            matching.push_back(&record);
    }
    const std::vector<SortKey> sort = query.sort.empty() ? std::vector<SortKey>{{&common::receivedAt, true}} : query.sort;
    std::sort(matching.begin(), matching.end(), [&](const Record *a, const Record *b) { return lessThan(sort, *a, *b); });
    RowOrder rows;
    for (const Record *record : matching) {
        if (query.limit < 0 || static_cast<std::int64_t>(rows.size()) < query.limit)
            rows.push_back(record->localRow);
    }
    return rows;
}

RowOrder rowsOf(const std::vector<Record> &records)
{
    RowOrder rows;
    for (const Record &record : records)
        rows.push_back(record.localRow);
    return rows;
}

Query docket()
{
    Query query;
    query.spec = &mediation::spec;
    return query;
}

} // namespace

class QueryTest : public QObject
{
    Q_OBJECT
private slots:
    void sqlAnswersWhatMemoryAnswers();
    void anIndexIsUsedForWhatAListNeeds();
    void theFirstRowsComeWithTheirListColumns();
    void rowsComeInTheOrderAskedForAndGoneOnesAreNull();
    void aSearchInsideAListIsIntersectedWithItsOrder();
    void aSearchInsideAnOrOrANotCountsToo();
    void aLongListIsRememberedUntilSomebodyWrites();
    void aFieldOfAnotherKindIsRefused();
    void aCancelledListSaysSo();
};

void QueryTest::sqlAnswersWhatMemoryAnswers()
{
    ReadsFixture fixture;
    std::vector<Record> records;
    for (int i = 0; i < 120; ++i)
        records.push_back(fixture.add({someRecord(fixture), {}}).root);
    ListReader reader(fixture.connection());
    for (int i = 0; i < 1500; ++i) {
        const Query query = someQuery(fixture.random());
        const RowOrder expected = inMemory(query, records);
        const Result<RowOrder> rows = reader.order(query);
        QVERIFY2(rows.has_value(), qPrintable(u"query %1"_s.arg(i)));
        QVERIFY2(*rows == expected, qPrintable(u"query %1"_s.arg(i)));
        if (query.limit < 0)
            QCOMPARE(must(reader.count(query)), static_cast<std::int64_t>(expected.size()));
    }
}

void QueryTest::anIndexIsUsedForWhatAListNeeds()
{
    const auto indexOf = [](const Predicate &where, std::vector<SortKey> sort) {
        Query query = docket();
        query.where = where;
        query.sort = std::move(sort);
        const ListIndexLayout *layout = ListIndex::bestForOrder(query);
        return layout ? layout->name : QByteArray();
    };
    const Predicate oneStatus = Predicate::compare(mediation::status, Op::Equal, Value(u"ACCEPTED"_s));
    QCOMPARE(indexOf({}, {}), "list_mediation_order");
    QCOMPARE(indexOf(oneStatus, {}), "list_mediation_status");
    const Predicate mine = Predicate::compare(common::handler, Op::Equal, Value(RecordId{{1}}));
    QCOMPARE(indexOf(Predicate::both(mine, oneStatus), {}), "list_mediation_handler");
    QCOMPARE(indexOf(Predicate::compare(system::office, Op::Equal, Value(u"JO03"_s)), {}), "list_mediation_order");
    QCOMPARE(indexOf(oneStatus, {{&common::nextDue, false}}), "list_mediation_due");
    QCOMPARE(indexOf({}, {{&mediation::amountClaimed, true}}), "list_mediation");
    QCOMPARE(indexOf(Predicate::compare(common::caseNo, Op::Equal, Value(u"x"_s)), {}), ""); // has an index of its own
    QCOMPARE(indexOf(Predicate::contains(mediation::facts, u"x"_s), {}), "");                // needs the row
}

void QueryTest::theFirstRowsComeWithTheirListColumns()
{
    ReadsFixture fixture;
    for (int i = 0; i < 250; ++i)
        fixture.addCase({u"张伟"_s}, u"事实"_s, u"（2026）人调字第%1号"_s.arg(i));
    const std::vector<Record> rows = must(ListReader(fixture.connection()).firstRows(docket()));
    QCOMPARE(rows.size(), std::size_t{200});
    QCOMPARE(rows.front().get(common::caseNo), u"（2026）人调字第249号"_s); // newest first
    QVERIFY(rows.front().get(mediation::claims).isEmpty());
    Query few = docket();
    few.limit = 3;
    QCOMPARE(must(ListReader(fixture.connection()).firstRows(few)).size(), std::size_t{3});
    QCOMPARE(must(ListReader(fixture.connection()).list(few)).front().get(mediation::facts), u"事实"_s); // whole rows
}

void QueryTest::rowsComeInTheOrderAskedForAndGoneOnesAreNull()
{
    ReadsFixture fixture;
    const std::int64_t first = fixture.addCase({u"张伟"_s}).root.localRow;
    const std::int64_t second = fixture.addCase({u"李娜"_s}).root.localRow;
    const std::vector<Record> rows = must(
        ListReader(fixture.connection()).rowsAt(Kind::Mediation, {second, 999, first, second}));
    QCOMPARE(rows.size(), std::size_t{4});
    QCOMPARE(rows[0].localRow, second);
    QVERIFY(rows[1].isNull());
    QCOMPARE(rows[2].localRow, first);
    QCOMPARE(rows[3].localRow, second);
}

void QueryTest::aSearchInsideAListIsIntersectedWithItsOrder()
{
    ReadsFixture fixture;
    RowOrder wei;
    for (int i = 0; i < 900; ++i) {
        const bool isWei = i % 3 != 0;
        const std::int64_t row = fixture.addCase({isWei ? u"张伟"_s : u"李娜"_s}).root.localRow;
        if (isWei)
            wei.insert(wei.begin(), row); // newest first
    }
    ListReader reader(fixture.connection());
    Query query = docket();
    query.where = Predicate::both(Predicate::compare(mediation::status, Op::Equal, Value(u"ACCEPTED"_s)),
                                  Predicate::search(u"zw"_s));
    QVERIFY(must(reader.order(query)) == wei); // many: picked out of the whole order
    QCOMPARE(must(reader.count(query)), std::int64_t{600});
    QVERIFY(rowsOf(must(reader.firstRows(query))) == RowOrder(wei.begin(), wei.begin() + 200));
    query.limit = 10;
    QVERIFY(must(reader.order(query)) == RowOrder(wei.begin(), wei.begin() + 10));

    const CaseFile rare = fixture.addCase({u"尉迟恭"_s}); // few: looked up
    query = docket();
    query.where = Predicate::both(Predicate::search(u"yuchi"_s), Predicate::search(u"恭"_s));
    QVERIFY(must(reader.order(query)) == RowOrder{rare.root.localRow});
    query.where = Predicate::search(u"没有"_s);
    QVERIFY(must(reader.order(query)).empty());
    query.where = Predicate::search(QString());
    QVERIFY(must(reader.order(query)).empty());
}

void QueryTest::aSearchInsideAnOrOrANotCountsToo()
{
    ReadsFixture fixture;
    const std::int64_t wei = fixture.addCase({u"张伟"_s}).root.localRow;
    const std::int64_t na = fixture.addCase({u"李娜"_s}).root.localRow;
    const std::int64_t min = fixture.addCase({u"赵敏"_s}).root.localRow;
    ListReader reader(fixture.connection());
    Predicate either;
    either.op = Op::Or;
    either.children = {Predicate::search(u"伟"_s), Predicate::search(u"敏"_s)};
    Predicate neither;
    neither.op = Op::Not;
    neither.children = {either};
    Query query = docket();
    query.where = either;
    QVERIFY(must(reader.order(query)) == (RowOrder{min, wei}));
    query.where = neither;
    QVERIFY(must(reader.order(query)) == RowOrder{na});
    QCOMPARE(must(reader.count(query)), std::int64_t{1});
}

void QueryTest::aLongListIsRememberedUntilSomebodyWrites()
{
    ReadsFixture fixture;
    for (int i = 0; i < 300; ++i)
        fixture.addCase({u"张伟"_s});
    Query query = docket();
    query.where = Predicate::search(u"张"_s);
    const std::unique_ptr<Connection> other = fixture.another();
    ListReader reader(*other);
    QCOMPARE(must(reader.order(query)).size(), std::size_t{300});
    QCOMPARE(must(reader.order(query)).size(), std::size_t{300});
    const std::int64_t newest = fixture.addCase({u"张敏"_s}).root.localRow;
    QCOMPARE(must(reader.order(query)).front(), newest);
    ListReader writing(fixture.connection()); // the connection that writes itself
    QCOMPARE(must(writing.order(query)).size(), std::size_t{301});
    fixture.addCase({u"张静"_s});
    QCOMPARE(must(writing.order(query)).size(), std::size_t{302});
}

void QueryTest::aFieldOfAnotherKindIsRefused()
{
    ReadsFixture fixture;
    Query query;
    query.spec = specOf(Kind::Party);
    query.where = Predicate::empty(mediation::facts);
    QCOMPARE(ListReader(fixture.connection()).order(query).error().kind, ErrorKind::Usage);
    query.where = {};
    query.sort = {{&mediation::facts, false}};
    QCOMPARE(ListReader(fixture.connection()).order(query).error().kind, ErrorKind::Usage);
    QCOMPARE(QuerySql::condition(mediation::spec, Predicate::search(u"x"_s)).error().kind, ErrorKind::Usage);
}

void QueryTest::aCancelledListSaysSo()
{
    ReadsFixture fixture;
    fixture.addCase({u"张伟"_s});
    CancelToken token;
    token.cancel();
    ListReader reader(fixture.connection());
    QCOMPARE(reader.firstRows(docket(), token).error().kind, ErrorKind::Cancelled);
    QCOMPARE(reader.order(docket(), token).error().kind, ErrorKind::Cancelled);
    QCOMPARE(reader.count(docket(), token).error().kind, ErrorKind::Cancelled);
    QCOMPARE(reader.list(docket(), token).error().kind, ErrorKind::Cancelled);
    QCOMPARE(reader.rowsAt(Kind::Mediation, {1}, token).error().kind, ErrorKind::Cancelled);
    QVERIFY(!fixture.connection().inTransaction());
}

QTEST_GUILESS_MAIN(QueryTest)
#include "QueryTest.moc"
