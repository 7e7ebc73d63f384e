// SPDX-License-Identifier: GPL-3.0-or-later
// Lists to choose from while typing: codes and people.
#include "models/CodeChoiceModel.h"
#include "models/RefChoiceModel.h"
#include "records/CodeList.h"
#include "records/kinds/Staff.h"
#include "tests/support/StoreFixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

class ChoicesTest : public QObject
{
    Q_OBJECT
    StoreFixture m_store;
    Workspace m_workspace{m_store.store(), QStringLiteral("zh")};

private slots:
    void aCodeIsFoundByItsInitials()
    {
        CodeChoiceModel choices(m_workspace, QStringLiteral("dispute_type"));
        const QAbstractItemModelTester tester(&choices, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const int all = choices.rowCount();
        QVERIFY(all > 10);
        choices.setFilter(QStringLiteral("ll"));
        QVERIFY(choices.rowCount() >= 1 && choices.rowCount() < all);
        QCOMPARE(choices.index(0, 0).data().toString(), QStringLiteral("邻里纠纷"));
        QCOMPARE(choices.labelOf(choices.valueAt(0)), QStringLiteral("邻里纠纷"));
        choices.setFilter(QStringLiteral("没有这样的"));
        QCOMPARE(choices.rowCount(), 0);
        QVERIFY(choices.valueAt(0).isNull());
        choices.setFilter({});
        QCOMPARE(choices.rowCount(), all);
    }

    void anOfficeIsChosenFromTheDirectory()
    {
        CodeChoiceModel choices(m_workspace, QStringLiteral("@office"));
        choices.setFilter(QStringLiteral("中仓"));
        QCOMPARE(choices.valueAt(0).text(), QStringLiteral("JO01"));
        QCOMPARE(choices.codesFor(QStringLiteral("中仓司法所")), QStringList{QStringLiteral("JO01")});
    }

    void aPersonIsFoundByPartOfTheName()
    {
        Record staff(Kind::Staff);
        staff.set(staff::name, QStringLiteral("赵秀英"));
        for (const FieldSpec *field : staff.spec().fields) { // whatever else the declaration wants
            if (field->required && staff.value(*field).isNull() && field->type == FieldType::Code)
                staff.setValue(*field,
                               Value(m_workspace.rules()->codes().values(QLatin1String(field->codeList)).front()->code));
        }
        const RecordId id = m_store.create(staff);
        RefChoiceModel choices(m_workspace, Kind::Staff);
        const QAbstractItemModelTester tester(&choices, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy searched(&choices, &RefChoiceModel::searched);
        choices.setFilter(QStringLiteral("秀"));
        QVERIFY(searched.wait());
        QCOMPARE(choices.rowCount(), 1);
        QCOMPARE(choices.valueAt(0), Value(id));
        QCOMPARE(choices.labelOf(Value(id)), QStringLiteral("赵秀英"));
        choices.setFilter(QStringLiteral("无此人"));
        QVERIFY(searched.wait());
        QCOMPARE(choices.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(ChoicesTest)
#include "ChoicesTest.moc"
