// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of certificates come from the server alone: a certificate is issued without a line and waits, goes up with the push,
// gets its number for good in that transaction and shows it after the pull.
#include "records/NumberPlaces.h"
#include "records/kinds/Common.h"
#include "records/kinds/Notary.h"
#include "tests/roundtrip/Staffed.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

constexpr const char *seriesKey = "notary-certificate/2026/JO01/外民";

// The counter has a matter in approval; two computers of approvers read it.
struct NotaryOffice : TwoDesks {
    NotaryOffice()
        : TwoDesks(QStringLiteral("qian"), QStringLiteral("sun"), {QStringLiteral("NOTARY_DIRECTOR")},
                   {QStringLiteral("NOTARY_CLERK")})
    {}
    struct Matter {
        RecordId root;
        RecordId paper;
    };
    Matter matterInApproval(int papers = 1)
    {
        using namespace notary;
        Record root(Kind::Notary);
        root.set(common::receivedAt, district.clock().now());
        root.set(category, QStringLiteral("WM"));
        root.set(useArea, QStringLiteral("FOREIGN"));
        root.set(destinationCountry, QStringLiteral("US"));
        root.set(purpose, QStringLiteral("STUDY"));
        root.set(status, QStringLiteral("APPROVING"));
        root.set(notary::notary, counter.user);
        root = counter.prepared(root);
        std::vector<wire::Operation> operations{counter.create(root)};
        Matter matter{root.id, {}};
        for (int i = 0; i < papers; ++i) {
            Record paper(Kind::Certificate);
            paper.set(certificate::status, QStringLiteral("DRAFT"));
            paper.set(certificate::originals, 1);
            paper = counter.prepared(paper, {}, root.id, root.id);
            operations.push_back(counter.create(paper));
            matter.paper = paper.id;
        }
        for (const wire::Verdict &verdict : counter.push(std::move(operations)).verdicts) {
            if (verdict.code != wire::VerdictCode::Applied)
                qFatal("%s", qPrintable(verdict.reason));
        }
        return matter;
    }
    static void issue(Computer &at, const Matter &matter)
    {
        QStringList points;
        for (int i = 1; i <= 6; ++i)
            points += QString::number(i);
        at.submit(Operation::move(
            matter.root, QStringLiteral("issue"),
            {{&notary::approvalOpinion, Value(QStringLiteral("同意"))}, {&notary::approvalChecks, Value(points)}}));
    }
    static QString number(int serial)
    {
        return QStringLiteral("（2026）京潞洲外民证字第%1号").arg(serial, 5, 10, QLatin1Char('0'));
    }
    static bool waits(Computer &at, const RecordId &paper)
    {
        return waitsForNumber(at.record(paper), certificate::number, *at.store().rules());
    }
};

} // namespace

class CertificateTest : public QObject
{
    Q_OBJECT

private slots:
    void aCertificateIssuedWithoutALineWaitsAndGetsItsNumberWithThePush()
    {
        NotaryOffice office;
        const NotaryOffice::Matter matter = office.matterInApproval();
        office.one.run();
        QVERIFY(!NotaryOffice::waits(office.one, matter.paper));
        NotaryOffice::issue(office.one, matter);
        const Record issued = office.one.record(matter.paper);
        QCOMPARE(issued.get(certificate::status), QStringLiteral("ISSUED"));
        QVERIFY(issued.get(certificate::number).isEmpty());
        QVERIFY(NotaryOffice::waits(office.one, matter.paper));

        office.one.run();
        QCOMPARE(office.one.outbox().openConflicts, 0);
        QVERIFY(!NotaryOffice::waits(office.one, matter.paper));
        const QString number = office.one.record(matter.paper).get(certificate::number);
        QVERIFY2(number.endsWith(QStringLiteral("外民证字第00001号")), qPrintable(number));
        office.two.run(); // the copy that was prepared before, and what came since
        QCOMPARE(office.two.record(matter.paper).get(certificate::number), number);
        QCOMPARE(office.district.number("SELECT COUNT(*) FROM number WHERE state = 1"), 1);
    }

    void numbersFollowTheOrderOfArrivalWithoutAGap()
    {
        NotaryOffice office;
        const NotaryOffice::Matter first = office.matterInApproval(2);
        const NotaryOffice::Matter second = office.matterInApproval();
        office.one.run();
        office.two.run();
        NotaryOffice::issue(office.one, first); // issued first, but its line is down for longer
        NotaryOffice::issue(office.two, second);
        office.two.run();
        office.one.run();
        office.two.run();
        QVERIFY(office.two.record(second.paper).get(certificate::number).contains(QStringLiteral("00001")));
        QCOMPARE(office.district.number("SELECT MAX(serial) FROM number"), 3);
        QCOMPARE(office.district.number("SELECT COUNT(DISTINCT serial) FROM number"), 3);
        QVERIFY(office.district.admin().closeYear(QString::fromUtf8(seriesKey)));
    }

    void whatIsDoneBeforeTheNumberCameBackDoesNotTouchIt()
    {
        NotaryOffice office;
        const NotaryOffice::Matter matter = office.matterInApproval();
        office.one.run();
        NotaryOffice::issue(office.one, matter);
        // the push arrives, its answer does not; meanwhile work goes on with a row that has no number yet
        office.one.weather = [&](const WireRequest &request, WireResponse &response) {
            response = office.district.district().handle(request, {"127.0.0.1"});
            return request.path != "/v1/push" && request.path != "/v1/pull";
        };
        office.one.run(6);
        QCOMPARE(office.district.number("SELECT COUNT(*) FROM number"), 1);
        QVERIFY(NotaryOffice::waits(office.one, matter.paper));
        office.one.set(matter.paper, {{&certificate::originals, Value(2)}});
        office.one.weather = nullptr;
        office.one.clock().advanceMs(600'000);
        office.one.run();
        QCOMPARE(office.one.outbox().unsent, 0);
        QVERIFY(office.one.record(matter.paper).get(certificate::number).contains(QStringLiteral("00001")));
        QCOMPARE(office.one.record(matter.paper).get(certificate::originals), std::optional<std::int64_t>(2));
        QCOMPARE(office.district.number("SELECT COUNT(*) FROM number"), 1); // sent twice, numbered once
    }

    void aVoidCertificateStandsInTheRegisterAndItsNumberIsNotGivenAgain()
    {
        NotaryOffice office;
        const NotaryOffice::Matter spoiled = office.matterInApproval();
        const NotaryOffice::Matter good = office.matterInApproval();
        office.one.run();
        NotaryOffice::issue(office.one, spoiled);
        office.one.run();
        office.one.submit(Operation::withdraw(spoiled.paper), QStringLiteral("打印作废"));
        office.one.run();
        NotaryOffice::issue(office.one, good);
        office.one.run();
        QVERIFY(office.one.record(good.paper).get(certificate::number).contains(QStringLiteral("00002")));
        QCOMPARE(office.district.number("SELECT serial FROM number WHERE state = 2"), 1);
        QVERIFY(office.district.admin().closeYear(QString::fromUtf8(seriesKey))); // a void number is an explained one
    }

    void aGapThatNobodyExplainsIsNamedWhenTheYearIsClosed()
    {
        NotaryOffice office;
        const NotaryOffice::Matter matter = office.matterInApproval(3);
        office.one.run();
        NotaryOffice::issue(office.one, matter);
        office.one.run();
        QVERIFY(office.district.database().write([](SqlSession &session) { // as if the storage had lost it
            return session.done("DELETE FROM number WHERE serial = 2", {});
        }));
        const Outcome closed = office.district.admin().closeYear(QString::fromUtf8(seriesKey));
        QVERIFY(!closed);
        QCOMPARE(closed.error().details, (QStringList{QStringLiteral("1"), QString::fromUtf8(seriesKey), QStringLiteral("2")}));
    }

    void aDraftGetsNoNumberHoweverItIsAskedFor()
    {
        NotaryOffice office;
        const NotaryOffice::Matter matter = office.matterInApproval();
        wire::NumberRequest message;
        message.record = matter.paper;
        message.field = certificate::number.id;
        QVERIFY(!office.counter.ask<wire::NumberResponse>("/v1/number", message));
        QCOMPARE(office.counter.lastStatus, 400);
        office.counter.pullAll();
        const Record paper = office.counter.held(matter.paper)->record;
        const wire::Verdict made = office.counter.pushOne(office.counter.set(
            paper, certificate::number, Value(NotaryOffice::number(9)), office.counter.baseOf(paper.id, certificate::number)));
        QCOMPARE(made.reason, QStringLiteral("RULE"));
        QCOMPARE(office.district.number("SELECT COUNT(*) FROM number"), 0);
    }
};

QTEST_GUILESS_MAIN(CertificateTest)
#include "CertificateTest.moc"
