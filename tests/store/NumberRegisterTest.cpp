// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers: final where this workstation may give them, provisional where only the server may, each one remembered.
#include "store/NumberRegister.h"

#include "records/OfficeDirectory.h"
#include "records/kinds/Common.h"
#include "records/kinds/LegalAid.h"
#include "store/RowMapper.h"
#include "store/Schema.h"
#include "store/StoreContext.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

QString officeName() { return rules()->offices().find(QStringLiteral("JO01"))->shortName; }

// An empty database of workstation 03 in office JO01, on 2 March 2026.
struct Desk {
    std::unique_ptr<Connection> connection;
    StoreContext context;
    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>(Instant::fromLocal(*Day::fromYmd(2026, 3, 2), 600));
    SeededRandom random{4};

    Desk()
    {
        OpenOptions options;
        options.file = OpenOptions::inMemory();
        options.access = OpenOptions::Access::Create;
        connection = std::move(*Connection::open(options));
        if (!connection->execute(createStatements()))
            qFatal("no schema");
        context.clock = clock;
        context.office = QStringLiteral("JO01");
        context.station = 3;
        context.setRules(rules());
    }

    Record row(Record record, const QString &office = QStringLiteral("JO01"))
    {
        record.id = record.root = RecordId::make(clock->now(), random);
        record.office = office;
        return record;
    }

    QString take(Record &record, const QString &series, const FieldSpec &field, bool enrolled = false)
    {
        NumberRegister numbers(*connection, context, enrolled);
        const CaseFile file{record, {}};
        const Result<QString> number = numbers.take({record.id, &field, series}, file, record, clock->now());
        return number ? *number : QString::fromLatin1(nameOf(number.error().kind));
    }

    QString takeNew(Record record, const QString &series, bool enrolled = false, const QString &office = QStringLiteral("JO01"))
    {
        Record fresh = row(std::move(record), office);
        return take(fresh, series, common::caseNo, enrolled);
    }
};

} // namespace

class NumberRegisterTest : public QObject
{
    Q_OBJECT

private slots:
    void aLocalSeriesIsFinalAndBeginsAnewEachDay()
    {
        Desk desk;
        QCOMPARE(desk.takeNew(sampleConsultation(), QStringLiteral("consultation")), QStringLiteral("ZX20260302JO01030001"));
        QCOMPARE(desk.takeNew(sampleConsultation(), QStringLiteral("consultation")), QStringLiteral("ZX20260302JO01030002"));
        // 16:00 UTC is midnight in Shanghai
        desk.clock->set(Instant::fromLocal(*Day::fromYmd(2026, 3, 3), 0));
        QCOMPARE(desk.takeNew(sampleConsultation(), QStringLiteral("consultation")), QStringLiteral("ZX20260303JO01030001"));
        QCOMPARE(desk.takeNew(sampleConsultation(), QStringLiteral("consultation"), false, QStringLiteral("JO02")),
                 QStringLiteral("ZX20260303JO02030001"));
    }

    void aSeriesOfTheServerIsProvisionalHereAndNeverTwice()
    {
        Desk desk;
        Record mediation = desk.row(sampleMediation());
        QCOMPARE(desk.take(mediation, QStringLiteral("mediation"), common::caseNo), QStringLiteral("P-JO01-03-1"));
        QCOMPARE(mediation.get(common::caseNo), QStringLiteral("P-JO01-03-1"));
        QCOMPARE(mediation.get(common::provisionalNo), QStringLiteral("P-JO01-03-1"));
        // another series shares the run: the text does not name the series
        QCOMPARE(desk.takeNew(Record(Kind::DutyHelp), QStringLiteral("duty-help")), QStringLiteral("P-JO01-03-2"));
        desk.clock->set(Instant::fromLocal(*Day::fromYmd(2027, 1, 4), 600));
        QCOMPARE(desk.takeNew(sampleMediation(), QStringLiteral("mediation")), QStringLiteral("P-JO01-03-3"));
    }

    void aLeasedBlockGivesFinalNumbersUntilItIsUsedUpOrOver()
    {
        Desk desk;
        QVERIFY(desk.connection->execute("INSERT INTO lease VALUES ('mediation/2026/JO01', 41, 42, 41, 1, 1800000000000)"));
        const QString first = desk.takeNew(sampleMediation(), QStringLiteral("mediation"), true);
        const QString second = desk.takeNew(sampleMediation(), QStringLiteral("mediation"), true);
        QVERIFY2(first.endsWith(QStringLiteral("41号")) && second.endsWith(QStringLiteral("42号")), qPrintable(first + second));
        QVERIFY(desk.takeNew(sampleMediation(), QStringLiteral("mediation"), true).startsWith(QStringLiteral("P-")));
        QVERIFY(
            desk.connection->execute("INSERT INTO lease VALUES ('mediation/2026/JO01', 51, 60, 51, 1, 1)")); // over since 1970
        QVERIFY(desk.takeNew(sampleMediation(), QStringLiteral("mediation"), true).startsWith(QStringLiteral("P-")));
    }

    void aLeasedNumberThatARowCarriesAlreadyIsSteppedOver()
    {
        Desk desk;
        QVERIFY(desk.connection->execute("INSERT INTO lease VALUES ('mediation/2026/JO01', 1, 2, 1, 1, 1800000000000)"));
        Record old = desk.row(sampleMediation());
        old.set(common::caseNo, QStringLiteral("（2026）京通%1人调字第1号").arg(officeName()));
        QVERIFY(insertRow(*desk.connection, old, 0));
        QVERIFY(desk.takeNew(sampleMediation(), QStringLiteral("mediation"), true).endsWith(QStringLiteral("第2号")));
    }

    void aCertificateWaitsForTheServerOnceThereIsOne()
    {
        Desk desk;
        Record certificate(Kind::Certificate);
        Record notary(Kind::Notary);
        notary.setValue(*notary.spec().field(u"category"), Value(QStringLiteral("NM")));
        notary = desk.row(notary);
        certificate = desk.row(certificate);
        certificate.root = certificate.parent = notary.id;
        const FieldSpec *field = nullptr;
        for (const FieldSpec *candidate : certificate.spec().fields) {
            if (candidate->search == SearchAs::CaseNumber && candidate->byTransition)
                field = candidate;
        }
        QVERIFY(field);
        NumberRegister enrolled(*desk.connection, desk.context, true);
        const CaseFile file{notary, {certificate}};
        const NumberWish wish{certificate.id, field, QStringLiteral("notary-certificate")};
        const Result<QString> waiting = enrolled.take(wish, file, certificate, desk.clock->now());
        QVERIFY(waiting && waiting->isEmpty());
        QVERIFY(certificate.value(*field).isNull());
        // a store that was never enrolled has nobody to wait for
        NumberRegister alone(*desk.connection, desk.context, false);
        const Result<QString> provisional = alone.take(wish, file, certificate, desk.clock->now());
        QVERIFY(provisional);
        QCOMPARE(*provisional, QStringLiteral("P-JO01-03-1"));
    }

    void theWordOfANumberComesFromTheCase()
    {
        Desk desk;
        QVERIFY(desk.connection->execute("INSERT INTO lease VALUES ('legal-aid/2026/民', 35, 40, 35, 1, 1800000000000)"));
        Record aid(Kind::LegalAid);
        aid.set(legalAid::caseKind, QStringLiteral("MS"));
        QCOMPARE(desk.takeNew(aid, QStringLiteral("legal-aid"), true), QStringLiteral("（2026）京通援民字第35号"));
        QCOMPARE(desk.takeNew(Record(Kind::LegalAid), QStringLiteral("legal-aid"), true), QStringLiteral("Constraint"));
    }

    void everyNumberIsRememberedAndAVoidOneNeverComesBack()
    {
        Desk desk;
        Record record = desk.row(sampleConsultation());
        desk.take(record, QStringLiteral("consultation"), common::caseNo);
        NumberRegister numbers(*desk.connection, desk.context, false);
        QVERIFY(numbers.setVoid(record.id, true, QStringLiteral("重复"), desk.clock->now()));
        QCOMPARE(*desk.connection->scalarInt("SELECT state FROM number"), qint64{2});
        QCOMPARE(desk.takeNew(sampleConsultation(), QStringLiteral("consultation")), QStringLiteral("ZX20260302JO01030002"));
        QVERIFY(numbers.setVoid(record.id, false, {}, desk.clock->now()));
        QCOMPARE(*desk.connection->scalarInt("SELECT state FROM number WHERE serial = 1"), qint64{1});
        QCOMPARE(*desk.connection->scalarInt("SELECT count(*) FROM number WHERE void_reason IS NOT NULL"), qint64{0});
    }

    void anUnknownSeriesIsAnError()
    {
        Desk desk;
        QCOMPARE(desk.takeNew(sampleConsultation(), QStringLiteral("lottery")), QStringLiteral("NotFound"));
    }
};

QTEST_GUILESS_MAIN(NumberRegisterTest)
#include "NumberRegisterTest.moc"
