// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed into the filter row becomes a question.
#include "models/DocketFilter.h"
#include "records/kinds/Common.h"
#include "records/kinds/Mediation.h"
#include "tests/support/StoreFixture.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

class DocketFilterTest : public QObject
{
    Q_OBJECT
    StoreFixture m_store; // Monday, 2 March 2026
    Workspace m_workspace{m_store.store(), QStringLiteral("zh")};

    QString question(const FieldSpec &field, const char16_t *typed)
    {
        const auto predicate = cellPredicate(field, QString::fromUtf16(typed), m_workspace);
        return predicate ? toText(*predicate) : QStringLiteral("not understood");
    }

private slots:
    void aTextIsAPartOfTheField()
    {
        QCOMPARE(question(mediation::facts, u" 漏水 "), QStringLiteral("facts ~ '漏水'"));
        QCOMPARE(question(common::parties, u"张伟"), QStringLiteral("parties ~ '张伟'"));
    }

    void lettersInANameFieldArePinyin()
    {
        QCOMPARE(question(common::parties, u"zw"), QStringLiteral("search 'zw'"));
        QCOMPARE(question(common::caseNo, u"2025 123"), QStringLiteral("search '2025 123'"));
    }

    void aCodeIsFoundByLabelPartInitialsOrCode()
    {
        const QString neighbours = question(mediation::disputeType, u"邻里纠纷");
        QVERIFY2(neighbours.startsWith(QStringLiteral("dispute_type in ("))
                     || neighbours.startsWith(QStringLiteral("dispute_type = ")),
                 qPrintable(neighbours));
        QCOMPARE(question(mediation::disputeType, u"邻里"), neighbours);
        QCOMPARE(question(mediation::disputeType, u"lljf"), neighbours);
        QVERIFY(question(mediation::disputeType, u"邻里，婚姻").count(u',') >= 1);
        QCOMPARE(question(mediation::disputeType, u"不存在的类型"), QStringLiteral("not understood"));
    }

    void sumsAndNumbersTakeSpans()
    {
        QCOMPARE(question(mediation::amountClaimed, u">1万"), QStringLiteral("amount_claimed > 10000.00"));
        QCOMPARE(question(mediation::amountClaimed, u"100-200"),
                 QStringLiteral("amount_claimed >= 100.00 and amount_claimed <= 200.00"));
        QCOMPARE(question(mediation::peopleInvolved, u"3"), QStringLiteral("people_involved = 3"));
        QCOMPARE(question(mediation::peopleInvolved, u"三"), QStringLiteral("not understood"));
    }

    void daysAndMomentsTakeWords()
    {
        QCOMPARE(question(common::nextDue, u"超期"), QStringLiteral("next_due <= 2026-03-01"));
        QCOMPARE(question(mediation::occurredOn, u"上月"),
                 QStringLiteral("occurred_on >= 2026-02-01 and occurred_on <= 2026-02-28"));
        const QString received = question(common::receivedAt, u"今天");
        QVERIFY2(received.contains(QStringLiteral("2026-03-02")), qPrintable(received));
    }

    void emptyIsAQuestionToo()
    {
        QCOMPARE(question(mediation::amountAgreed, u"空"), QStringLiteral("amount_agreed is empty"));
        QCOMPARE(question(mediation::disputeType, u"not empty"), QStringLiteral("dispute_type is not empty"));
        QCOMPARE(question(common::handler, u"空"), QStringLiteral("handler_id is empty"));
        QCOMPARE(question(common::handler, u"王"), QStringLiteral("not understood"));
    }

    void chipsNameWhatIsAskedAndWhatIsNotUnderstood()
    {
        DocketFilter filter;
        filter.setSearch(QStringLiteral(" zw "));
        filter.setTyped(mediation::disputeType, QStringLiteral("邻里"));
        filter.setTyped(mediation::occurredOn, QStringLiteral("某天"));
        const auto chips = filter.chips(m_workspace);
        QCOMPARE(chips.size(), std::size_t(3));
        QVERIFY(chips[0].field == nullptr && chips[0].text.contains(QStringLiteral("zw")));
        QVERIFY(chips[1].understood && chips[1].text.contains(QStringLiteral("邻里纠纷")));
        QVERIFY(!chips[2].understood);
        // what is not understood asks nothing, the rest still does
        const QString asked = toText(filter.predicate(m_workspace));
        QVERIFY(asked.contains(QStringLiteral("dispute_type")) && asked.contains(QStringLiteral("search 'zw'")));
        QVERIFY(!asked.contains(QStringLiteral("occurred_on")));
        QVERIFY(filter.without(nullptr).search().isEmpty());
        QVERIFY(filter.without(&mediation::disputeType).typed(mediation::disputeType).isEmpty());
        filter.clear();
        QVERIFY(filter.isEmpty() && filter.predicate(m_workspace).isAll());
    }
};

QTEST_GUILESS_MAIN(DocketFilterTest)
#include "DocketFilterTest.moc"
