// SPDX-License-Identifier: GPL-3.0-or-later
// A condition means the same in memory, as text, and in every place that shows one.
#include "tests/records/RandomRecords.h"

#include "records/Query.h"
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Project.h"

#include <QObject>

namespace yizhan {

class QueryTest : public QObject
{
    Q_OBJECT
    using Op = Predicate::Op;

    static Record sample()
    {
        Record r(Kind::Consultation);
        r.office = QStringLiteral("JO05");
        r.set(consultation::status, QStringLiteral("OPEN"));
        r.set(consultation::heads, 3);
        r.set(consultation::name, QStringLiteral("Zhang 三"));
        r.set(consultation::ratedOn, day("2026-02-17"));
        r.set(consultation::personCategory, {QStringLiteral("NMG"), QStringLiteral("DB")});
        r.set(consultation::transferred, false);
        r.set(common::receivedAt, *moment("2026-02-17 23:30").at);
        r.set(common::caseNo, QStringLiteral("ＺＸ２０２６"));
        return r;
    }
    static bool holds(const char *condition)
    {
        const auto parsed = parseWhere(consultation::spec, QString::fromUtf8(condition));
        if (!parsed.has_value())
            qWarning("%s: %s", condition, qPrintable(parsed.error().toLog()));
        return parsed.has_value() && matches(*parsed, sample());
    }
    static Predicate randomLeaf(Random &random, const RecordSpec &spec)
    {
        const FieldSpec &field = *spec.fields[random.below(static_cast<std::uint32_t>(spec.fields.size()))];
        const auto value = [&] {
            Value v = randomValue(random, field);
            while (v.isNull())
                v = randomValue(random, field);
            return v;
        };
        const bool textual = field.type == FieldType::Text || field.type == FieldType::LongText
                             || field.type == FieldType::Code;
        switch (random.below(7)) {
        case 0: return Predicate::empty(field);
        case 1: return {random.below(2) == 0 ? Op::In : Op::NotIn, &field, {value(), value()}, {}};
        case 2:
            return textual ? Predicate::compare(field, random.below(2) == 0 ? Op::Contains : Op::StartsWith, value())
                           : Predicate::empty(field);
        case 3: return Predicate::search(randomText(random));
        case 4:
            if (field.type == FieldType::CodeSet)
                return {random.below(2) == 0 ? Op::HasAny : Op::HasAll,
                        &field,
                        {Value(QStringLiteral("A'B")), Value(QStringLiteral("C"))},
                        {}};
            return {Op::NotEmpty, &field, {}, {}};
        default: {
            static constexpr Op ops[] = {Op::Equal, Op::NotEqual, Op::Less, Op::LessEqual, Op::Greater, Op::GreaterEqual};
            return Predicate::compare(field, ops[random.below(6)], value());
        }
        }
    }
    static Predicate randomTree(Random &random, const RecordSpec &spec, int depth)
    {
        const auto choice = depth == 0 ? 9 : random.below(10);
        if (choice > 4)
            return randomLeaf(random, spec);
        Predicate p;
        p.op = choice < 2 ? Op::And : (choice < 4 ? Op::Or : Op::Not);
        const std::uint32_t count = p.op == Op::Not ? 1 : 2 + random.below(3);
        for (std::uint32_t i = 0; i < count; ++i)
            p.children.push_back(random.below(20) == 0 ? Predicate::all() : randomTree(random, spec, depth - 1));
        return p;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void conditionsHoldAsTheyRead_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<bool>("expected");
        const auto yes = [](const char *c) { QTest::newRow(c) << QByteArray(c) << true; };
        const auto no = [](const char *c) { QTest::newRow(c) << QByteArray(c) << false; };
        yes("");
        yes("all");
        yes("status = OPEN");
        no("status = CLOSED");
        yes("status != CLOSED");
        yes("status in (CLOSED, OPEN)");
        no("status not in (CLOSED, OPEN)");
        yes("heads >= 3 and heads < 4");
        no("heads > 3");
        yes("heads = 7 or heads <= 3");
        no("not heads = 3");
        yes("not not heads = 3");
        yes("not (heads = 4 or heads = 5)");
        yes("heads = 4 or heads = 3 and status = OPEN"); // "and" binds closer
        no("(heads = 4 or heads = 3) and status = CLOSED");
        yes("rated_on = 2026-02-17");
        yes("rated_on < 2026-02-18");
        yes("received_at = 2026-02-17"); // the whole local day, though UTC says otherwise before eight
        no("received_at = 2026-02-18");
        yes("received_at <= 2026-02-17");
        no("received_at > 2026-02-17");
        yes("received_at >= 2026-02-17 and received_at < 2026-02-18");
        yes("received_at != 2026-02-16");
        no("received_at != 2026-02-17");
        yes("received_at > 2026-02-17T23:29:59+08:00");
        yes("received_at < '2026-02-17T15:30:01Z'");
        yes("name ~ zhang");
        yes("name ~ 'ZHANG 三'");
        no("name ~ 李");
        yes("name starts 'zh'");
        no("name starts 三");
        yes("person_category has NMG");
        no("person_category has CJR");
        yes("person_category has (CJR, DB)");
        yes("person_category has all (NMG, DB)");
        no("person_category has all (NMG, CJR)");
        yes("transferred = no");
        no("transferred = yes");
        yes("office = JO05");
        yes("withdrawn = no");
        yes("search 'zx2026'");
        yes("search 'ｚｈａｎｇ'");
        no("search 'nobody'");
        yes("answer is empty");
        no("answer is not empty");
        yes("NOT answer IS NOT EMPTY AND heads = 3");
    }
    void conditionsHoldAsTheyRead()
    {
        QFETCH(QByteArray, condition);
        QFETCH(bool, expected);
        QCOMPARE(holds(condition.constData()), expected);
    }

    void anEmptyFieldOnlyFulfilsWhatDeniesSomething()
    {
        QVERIFY(holds("phone != 1"));
        QVERIFY(holds("phone not in (1, 2)"));
        for (const char *condition :
             {"phone = 1", "phone < 1", "phone <= 1", "phone > 1", "phone >= 1", "phone ~ 1", "phone starts 1", "phone in (1)",
              "duration_min < 5", "duration_min >= 0", "callback_at > 2000-01-01", "tags ~ x"}) {
            QVERIFY2(!holds(condition), condition);
            QVERIFY2(holds((QByteArray("not ") + condition).constData()), condition);
        }
        Predicate none = Predicate::compare(consultation::phone, Op::Equal, Value(QStringLiteral("1")));
        none.values.clear();
        QVERIFY(!matches(none, sample()));
    }

    void joiningKeepsTheTreeFlat()
    {
        const Predicate a = Predicate::empty(consultation::tags);
        const Predicate b = Predicate::empty(consultation::phone);
        QCOMPARE(Predicate::both(Predicate::all(), a), a);
        QCOMPARE(Predicate::both(a, Predicate::all()), a);
        QCOMPARE(Predicate::both(Predicate::both(a, b), Predicate::both(a, b)).children.size(), std::size_t{4});
        QVERIFY(Predicate::both(Predicate::all(), Predicate::all()).isAll());
    }

    void whatIsWrittenIsReadBack()
    {
        SeededRandom random(11);
        for (int i = 0; i < 3000; ++i) {
            const RecordSpec &spec = i % 2 == 0 ? consultation::spec : project::spec;
            const Predicate before = randomTree(random, spec, 4);
            const QString text = toText(before);
            const auto after = parseWhere(spec, text);
            QVERIFY2(after.has_value(),
                     qPrintable(text.left(300) + u' ' + (after.has_value() ? QString() : after.error().toLog())));
            QVERIFY2(*after == before, qPrintable(text.left(300)));
        }
    }

    void whatIsWrittenMeansTheSame()
    {
        SeededRandom random(12);
        for (int i = 0; i < 300; ++i) {
            const Predicate p = randomTree(random, consultation::spec, 3);
            const auto again = parseWhere(consultation::spec, toText(p));
            QVERIFY(again.has_value());
            const Record record = randomRecord(random, consultation::spec);
            QCOMPARE(matches(*again, record), matches(p, record));
        }
    }

    void aConditionThatLacksAPartIsWrittenAsWhatItAnswers()
    {
        const Record empty(consultation::spec);
        Record filled(consultation::spec);
        filled.set(consultation::name, QStringLiteral("张伟"));
        std::vector<Predicate> halves;
        for (int op = 0; op <= static_cast<int>(Predicate::Op::Search); ++op) {
            Predicate half;
            half.op = static_cast<Predicate::Op>(op);
            halves.push_back(half);
            half.field = &consultation::name;
            halves.push_back(half);
        }
        for (const Predicate &half : halves) {
            const auto again = parseWhere(consultation::spec, toText(half));
            QVERIFY2(again, qPrintable(toText(half)));
            QCOMPARE(matches(*again, empty), matches(half, empty));
            QCOMPARE(matches(*again, filled), matches(half, filled));
        }
    }

    void faultsAreNamedWithTheirPosition_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("position");
        const auto row = [](const char *condition, const char *code, int position) {
            QTest::newRow(condition) << QString::fromUtf8(condition) << QString::fromLatin1(code) << position;
        };
        row("colour = red", "RC-21", 1);
        row("heads = 3 and colour = red", "RC-21", 15);
        row("heads", "RC-20", 6);
        row("heads 3", "RC-20", 7);
        row("heads =", "RC-20", 8);
        row("heads = three", "RC-23", 9);
        row("heads = 3 heads", "RC-20", 11);
        row("heads = 3 and", "RC-20", 14);
        row("(heads = 3", "RC-20", 11);
        row("heads = 3)", "RC-20", 10);
        row("heads ~ 3", "RC-22", 7);
        row("heads has 3", "RC-22", 11);
        row("rated_on = yesterday", "RC-23", 12);
        row("rated_on = 2026-02-30", "RC-23", 12);
        row("rated_on = 0000-01-01", "RC-23", 12);
        row("transferred = maybe", "RC-23", 15);
        row("status in OPEN", "RC-20", 11);
        row("status in (OPEN", "RC-20", 16);
        row("status in ()", "RC-20", 12);
        row("status not OPEN", "RC-20", 12);
        row("status is full", "RC-20", 11);
        row("name = 'open end", "RC-20", 8);
        row("name = ''", "RC-23", 8);
        row("search", "RC-20", 7);
        row("= 3", "RC-20", 1);
        row("project_id = 12", "RC-23", 14);
        row("and", "RC-21", 1);
        row("heads = 99999999999999999999", "RC-23", 9);
    }
    void faultsAreNamedWithTheirPosition()
    {
        QFETCH(QString, condition);
        QFETCH(QString, code);
        QFETCH(int, position);
        const auto parsed = parseWhere(consultation::spec, condition);
        QVERIFY(!parsed.has_value());
        QCOMPARE(parsed.error().kind, ErrorKind::Usage);
        QCOMPARE(codeOf(parsed.error()), code);
        QCOMPARE(parsed.error().details.front(), QString::number(position));
    }

    void bracketsWithoutEndAreRefusedNotFollowed()
    {
        for (const QString &opening : {QStringLiteral("("), QStringLiteral("not ")}) {
            const auto parsed = parseWhere(consultation::spec, opening.repeated(200'000) + QStringLiteral("heads = 3"));
            QVERIFY(!parsed.has_value());
            QCOMPARE(parsed.error().kind, ErrorKind::Usage);
        }
    }

    void anyTextIsReadOrRefused()
    {
        SeededRandom random(13);
        static const QStringList pieces{QStringLiteral("heads"),  QStringLiteral("name"), QStringLiteral("="),
                                        QStringLiteral("3"),      QStringLiteral("("),    QStringLiteral(")"),
                                        QStringLiteral("and"),    QStringLiteral("or"),   QStringLiteral("not"),
                                        QStringLiteral("in"),     QStringLiteral("is"),   QStringLiteral("empty"),
                                        QStringLiteral("'x'"),    QStringLiteral("'"),    QStringLiteral(","),
                                        QStringLiteral("~"),      QStringLiteral("<="),   QStringLiteral("!"),
                                        QStringLiteral("search"), QStringLiteral("张"),   QString(QChar(0xD800))};
        int read = 0;
        for (int i = 0; i < 20'000; ++i) {
            QString text;
            for (auto count = random.below(9); count > 0; --count)
                text += pieces[random.below(static_cast<std::uint32_t>(pieces.size()))] + u' ';
            const auto parsed = parseWhere(consultation::spec, text);
            if (parsed.has_value()) {
                ++read;
                QVERIFY(*parseWhere(consultation::spec, toText(*parsed)) == *parsed);
            }
        }
        QVERIFY(read > 100);
    }

    void sortingIsReadAndApplied()
    {
        const auto sort = parseSort(consultation::spec, QStringLiteral("rated_on desc, heads asc ,created_at"));
        QVERIFY(sort.has_value());
        QCOMPARE(sort->size(), std::size_t{3});
        QCOMPARE((*sort)[0], (SortKey{&consultation::ratedOn, true}));
        QCOMPARE((*sort)[2], (SortKey{&system::createdAt, false}));
        Record early = sample();
        Record late = sample();
        late.set(consultation::ratedOn, day("2026-03-01"));
        QVERIFY(lessThan(*sort, late, early));
        QVERIFY(!lessThan(*sort, early, late));
        Record few = sample();
        few.set(consultation::heads, 1);
        QVERIFY(lessThan(*sort, few, early));
        Record unrated = sample();
        unrated.clear(consultation::ratedOn);
        QVERIFY(lessThan(*sort, early, unrated)); // nothing comes first when ascending, so last when descending
        Record twin = sample();
        twin.localRow = 5;
        early.localRow = 4;
        QVERIFY(lessThan(*sort, early, twin));
        QVERIFY(!lessThan(*sort, early, early));
    }

    void sortingByNothingOrNonsense()
    {
        QVERIFY(parseSort(consultation::spec, QString())->empty());
        for (const char *text : {"colour", "heads,", "heads desc status", "heads up", ",", "heads desc desc"}) {
            const auto sort = parseSort(consultation::spec, QString::fromLatin1(text));
            QVERIFY2(!sort.has_value(), text);
            QCOMPARE(sort.error().kind, ErrorKind::Usage);
        }
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::QueryTest)
#include "QueryTest.moc"
