// SPDX-License-Identifier: GPL-3.0-or-later
// The laws of merging, tried on thousands of generated triples: nothing is overwritten unseen, and nothing is asked needlessly.
#include "sync/protocol/Merge.h"
#include "base/Random.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Note.h"
#include "records/kinds/Party.h"

#include <QTest>

using namespace yizhan;

namespace {

// A few fields of each type and policy of the kind, with few values, so that equal ones meet often.
Value smallValue(const FieldSpec &field, SeededRandom &random)
{
    const std::uint32_t which = random.below(4);
    if (which == 0)
        return {};
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Code: return Value(QString(QChar(u'a' + static_cast<char16_t>(which))));
    case FieldType::CodeSet: return Value(QStringList{QString(QChar(u'A' + static_cast<char16_t>(which)))});
    case FieldType::Ref:
    case FieldType::Blob: return Value(QByteArray(16, static_cast<char>(which)));
    default: return Value(std::int64_t{which});
    }
}

} // namespace

class MergeTest : public QObject
{
    Q_OBJECT
private slots:
    void whatWasMadeOnWhatStandsIsTaken();
    void equalIsNoConflict();
    void onesOwnSecondEditIsTaken();
    void aLateValueNeverOverwrites();
    void theSameOperationTwiceChangesNothing();
    void setsAreUnitedAndTextsJoined();
    void aGroupIsTakenWholeOrNotAtAll();
};

void MergeTest::whatWasMadeOnWhatStandsIsTaken()
{
    const auto field = mediation::facts.id;
    const Merged merged = mergeGroup(mediation::spec, {7, {{field, Value(QStringLiteral("old"))}}, false},
                                     {7, {{field, Value(QStringLiteral("new"))}}});
    QCOMPARE(merged.verdict, Merged::Verdict::Applied);
    QCOMPARE(merged.values.at(field).text(), QStringLiteral("new"));
}

void MergeTest::equalIsNoConflict()
{
    const auto field = mediation::facts.id;
    const GroupValues values{{field, Value(QStringLiteral("agreed"))}};
    QCOMPARE(mergeGroup(mediation::spec, {9, values, false}, {3, values}).verdict, Merged::Verdict::Same);
    QCOMPARE(mergeGroup(mediation::spec, {9, {}, false}, {3, {{field, Value()}}}).verdict, Merged::Verdict::Same);
}

void MergeTest::onesOwnSecondEditIsTaken()
{
    const auto field = mediation::facts.id;
    const Merged merged = mergeGroup(mediation::spec, {8, {{field, Value(QStringLiteral("first"))}}, true},
                                     {3, {{field, Value(QStringLiteral("second"))}}});
    QCOMPARE(merged.verdict, Merged::Verdict::Applied);
}

void MergeTest::aLateValueNeverOverwrites()
{
    SeededRandom random(1);
    int conflicts = 0;
    for (int round = 0; round < 20000; ++round) {
        const RecordSpec *spec = round % 2 == 0 ? &mediation::spec : &party::spec;
        const FieldSpec &field = *spec->fields[random.below(static_cast<std::uint32_t>(spec->fields.size()))];
        const Value stands = smallValue(field, random);
        const Value late = smallValue(field, random);
        const Merged merged = mergeGroup(*spec, {5, {{field.id, stands}}, false}, {4, {{field.id, late}}});
        if (stands == late)
            QCOMPARE(merged.verdict, Merged::Verdict::Same);
        else if (field.merge == MergePolicy::Settle || stands.isNull() || late.isNull())
            QCOMPARE(merged.verdict, Merged::Verdict::Conflict);
        if (merged.verdict == Merged::Verdict::Conflict) {
            ++conflicts;
            QVERIFY(merged.values.empty());
        }
    }
    QVERIFY(conflicts > 1000);
}

void MergeTest::theSameOperationTwiceChangesNothing()
{
    SeededRandom random(2);
    for (int round = 0; round < 20000; ++round) {
        const RecordSpec &spec = note::spec;
        const FieldSpec &field = *spec.fields[random.below(static_cast<std::uint32_t>(spec.fields.size()))];
        const StandingGroup standing{5, {{field.id, smallValue(field, random)}}, false};
        const LateGroup late{static_cast<Version>(random.below(2) == 0 ? 5 : 4), {{field.id, smallValue(field, random)}}};
        const Merged once = mergeGroup(spec, standing, late);
        if (once.verdict != Merged::Verdict::Applied)
            continue;
        StandingGroup after{6, standing.values, false};
        for (const auto &[id, value] : once.values)
            after.values[id] = value;
        QCOMPARE(mergeGroup(spec, after, late).verdict, Merged::Verdict::Same);
    }
}

void MergeTest::setsAreUnitedAndTextsJoined()
{
    const FieldSpec *set = nullptr;
    for (const FieldSpec *field : mediation::spec.fields) {
        if (field->type == FieldType::CodeSet && field->merge == MergePolicy::Union)
            set = field;
    }
    QVERIFY(set);
    const Merged united = mergeGroup(mediation::spec, {5, {{set->id, Value(QStringList{QStringLiteral("B")})}}, false},
                                     {4, {{set->id, Value(QStringList{QStringLiteral("A")})}}});
    QCOMPARE(united.verdict, Merged::Verdict::Applied);
    QCOMPARE(united.values.at(set->id).codes(), (QStringList{QStringLiteral("A"), QStringLiteral("B")}));

    const auto text = note::text.id;
    const Merged joined = mergeGroup(note::spec, {5, {{text, Value(QStringLiteral("one"))}}, false},
                                     {4, {{text, Value(QStringLiteral("two"))}}});
    QCOMPARE(joined.verdict, Merged::Verdict::Applied);
    QCOMPARE(joined.values.at(text).text(), QStringLiteral("one\ntwo"));
}

void MergeTest::aGroupIsTakenWholeOrNotAtAll()
{
    const FieldSpec *set = nullptr;
    for (const FieldSpec *field : mediation::spec.fields) {
        if (field->merge == MergePolicy::Union)
            set = field;
    }
    QVERIFY(set);
    const auto text = mediation::facts.id;
    const GroupValues standing{{set->id, Value(QStringList{QStringLiteral("B")})}, {text, Value(QStringLiteral("x"))}};
    const GroupValues late{{set->id, Value(QStringList{QStringLiteral("A")})}, {text, Value(QStringLiteral("y"))}};
    const Merged merged = mergeGroup(mediation::spec, {5, standing, false}, {4, late});
    QCOMPARE(merged.verdict, Merged::Verdict::Conflict);
    QVERIFY(merged.values.empty());
}

QTEST_GUILESS_MAIN(MergeTest)
#include "MergeTest.moc"
