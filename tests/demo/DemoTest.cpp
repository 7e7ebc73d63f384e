// SPDX-License-Identifier: GPL-3.0-or-later
// The invented district: always the same, never anybody's, and as varied as the real one.
#include "app/demo/DemoDistrict.h"
#include "records/CodeList.h"
#include "records/Codec.h"
#include "records/Identifier.h"
#include "records/OfficeDirectory.h"
#include "records/Validate.h"
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Party.h"
#include "records/kinds/Village.h"
#include "tests/support/StoreFixture.h"

#include <QCryptographicHash>
#include <QSet>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

DemoWish wishOf(std::int64_t cases, std::uint64_t seed = 1)
{
    DemoWish wish;
    wish.until = *Day::fromYmd(2025, 12, 31);
    wish.cases = cases;
    wish.seed = seed;
    return wish;
}

std::vector<Record> all(Store &store, const RecordSpec &spec)
{
    Query query;
    query.spec = &spec;
    const auto records = await(store.list(query));
    if (!records)
        qFatal("%s", qPrintable(records.error().toLog()));
    return *records;
}

// Everything but who made it: two stores have different first users.
QByteArray digest(Store &store)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    for (const RecordSpec *spec : allSpecs()) {
        if (spec->kind == Kind::User)
            continue;
        std::vector<Record> records = all(store, *spec);
        std::sort(records.begin(), records.end(), [](const Record &a, const Record &b) { return a.id < b.id; });
        for (const Record &record : records) {
            hash.addData(record.id.toBytes());
            for (const FieldSpec *field : spec->fields) {
                if (field->target != Kind::User && field->type != FieldType::Blob)
                    hash.addData(QByteArray::number(record.value(*field).number()) + record.value(*field).text().toUtf8());
            }
        }
    }
    return hash.result();
}

} // namespace

class DemoTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreFixture> m_district;

private slots:
    void initTestCase()
    {
        m_district = std::make_unique<StoreFixture>();
        const auto counts = makeDemo(m_district->store(), wishOf(4000));
        QVERIFY2(counts.has_value(), counts ? "" : qPrintable(counts.error().toLog()));
        QVERIFY(counts->mediations > 600);
        QVERIFY(counts->legalAid > 90);
        QVERIFY(counts->notary > 500);
        QVERIFY(counts->consultations > 2000);
        QVERIFY(counts->dutyHelp > 80);
    }

    void theSameWishMakesTheSameDistrictAndAnotherSeedAnother()
    {
        StoreFixture first;
        StoreFixture second;
        StoreFixture other;
        QVERIFY(makeDemo(first.store(), wishOf(120)).has_value());
        QVERIFY(makeDemo(second.store(), wishOf(120)).has_value());
        QVERIFY(makeDemo(other.store(), wishOf(120, 2)).has_value());
        QCOMPARE(digest(first.store()), digest(second.store()));
        // Of any compiler and on any machine. What changes the demo district or the rules it follows on purpose changes this.
        QCOMPARE(digest(first.store()).left(8).toHex(), QByteArrayLiteral("552e6008d290e326"));
        QVERIFY(digest(first.store()) != digest(other.store()));
    }

    void aStoreWithCasesIsNotMixedWithInventedOnes()
    {
        const auto again = makeDemo(m_district->store(), wishOf(10));
        QVERIFY(!again.has_value());
        QCOMPARE(again.error().kind, ErrorKind::Rejected);
    }

    void nothingWaitsToBeSentExceptTheUserOfTheStore()
    {
        const auto stats = await((*m_district)->stats());
        QVERIFY(stats.has_value());
        QVERIFY2(stats->unsent <= 1, qPrintable(QString::number(stats->unsent)));
    }

    void someComeBackWithTheSameQuestionWithinThirtyDays()
    {
        QHash<RecordId, Record> consultations;
        for (Record &record : all(m_district->store(), *specOf(Kind::Consultation))) {
            const RecordId id = record.id;
            consultations.insert(id, record);
        }
        int repeats = 0;
        for (const Record &again : std::as_const(consultations)) {
            const auto first = consultations.constFind(again.get(consultation::repeatOf).value_or(RecordId()));
            if (first == consultations.cend())
                continue;
            ++repeats;
            QCOMPARE(again.get(consultation::phone), first->get(consultation::phone));
            QCOMPARE(again.get(consultation::category), first->get(consultation::category));
            const Day then = first->get(common::receivedAt)->localDay();
            const Day now = again.get(common::receivedAt)->localDay();
            QVERIFY(then <= now && now <= then.plus(30));
        }
        QVERIFY2(repeats > 20, qPrintable(QString::number(repeats)));
    }

    void everyRootIsMarkedAsDemoAndCarriesAFinalNumber()
    {
        for (const Kind kind : {Kind::Mediation, Kind::LegalAid, Kind::Notary, Kind::Consultation, Kind::DutyHelp}) {
            QSet<QString> numbers;
            for (const Record &record : all(m_district->store(), *specOf(kind))) {
                QVERIFY(record.get(common::sandbox).value_or(false));
                const QString number = record.get(common::caseNo);
                QVERIFY2(!number.startsWith(QStringLiteral("P-")), qPrintable(number));
                QVERIFY2(number.isEmpty() || !numbers.contains(number), qPrintable(number));
                numbers.insert(number);
            }
            QVERIFY(numbers.size() > 50);
        }
    }

    // States that last only minutes in practice, or need years, are the exception.
    void nearlyEveryStateOccurs()
    {
        QStringList missing;
        for (const auto &[kind, rare] :
             {std::pair{Kind::Mediation, QStringList{}},
              {Kind::Consultation, QStringList{}},
              {Kind::LegalAid,
               QStringList{QStringLiteral("TERMINATED"), QStringLiteral("ENGAGED"), QStringLiteral("APPROVED")}},
              {Kind::Notary, QStringList{QStringLiteral("REVOKED"), QStringLiteral("CORRECTED"), QStringLiteral("RECHECK")}}}) {
            const RecordSpec &spec = *specOf(kind);
            const FieldSpec *status = spec.field(u"status");
            QSet<QString> seen;
            for (const Record &record : all(m_district->store(), spec))
                seen.insert(record.value(*status).text());
            for (const CodeValue *value : rules()->codes().values(QString::fromLatin1(status->codeList))) {
                if (!seen.contains(value->code) && !rare.contains(value->code))
                    missing += QString::fromLatin1(spec.name) + u' ' + value->code;
            }
        }
        QVERIFY2(missing.size() <= 3, qPrintable(missing.join(QStringLiteral(", "))));
    }

    void everyPersonCanExistAndIsNobody()
    {
        QSet<QString> kinds;
        bool supplementary = false;
        bool dotted = false;
        bool compound = false;
        const Day today = *Day::fromYmd(2025, 12, 31);
        for (const Record &record : all(m_district->store(), *specOf(Kind::Party))) {
            const auto findings = validate(record, *rules(), today);
            QVERIFY2(findings.empty(), findings.empty() ? "" : qPrintable(findings.front().error.toLog()));
            kinds.insert(record.get(party::idType));
            const QString number = record.get(party::idNo);
            if (record.get(party::idType) == QLatin1String("111"))
                QVERIFY2(number.startsWith(QStringLiteral("991234")), "a demo number must not lie in a real region");
            const QString name = record.get(party::name);
            for (const QChar c : name)
                supplementary = supplementary || c.isSurrogate();
            dotted = dotted || name.contains(u'·');
            compound = compound || name.startsWith(QStringLiteral("欧阳"));
        }
        QVERIFY(kinds.size() >= 5);
        QVERIFY(supplementary);
        QVERIFY(dotted);
        QVERIFY(compound);
    }

    void inventedVillagesNeverMeetTheDirectory()
    {
        const std::vector<Record> villages = all(m_district->store(), *specOf(Kind::Village));
        QCOMPARE(villages.size(), std::size_t{535});
        QSet<QString> offices;
        for (const Record &village : villages) {
            QVERIFY(village.get(village::name).startsWith(QStringLiteral("演示")));
            QVERIFY(!rules()->offices().division(village.get(village::code12).left(9)));
            offices.insert(village.office);
        }
        QCOMPARE(offices.size(), 16);
    }

    void theBooksHold()
    {
        const auto checks = await((*m_district)->verify());
        QVERIFY(checks.has_value());
        for (const Store::Check &check : *checks)
            QVERIFY2(check.good, qPrintable(check.part + u' ' + check.detail));
        const auto audit = await((*m_district)->verifyAudit());
        QVERIFY(audit.has_value());
        QCOMPARE(audit->firstBroken, std::int64_t{-1});
    }
};

QTEST_GUILESS_MAIN(DemoTest)
#include "DemoTest.moc"
