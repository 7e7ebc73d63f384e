// SPDX-License-Identifier: GPL-3.0-or-later
// One open record: what is wrong is said as it is typed, nothing typed is lost, everything can be taken back.
#include "models/RecordDraft.h"
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {
const RecordSpec &mediationSpec() { return *specOf(Kind::Mediation); }

std::vector<Draft> draftsOf(StoreFixture &store) { return await(store->drafts()).value(); }
} // namespace

class RecordDraftTest : public QObject
{
    Q_OBJECT

    // The draft of the store, opened again as after an unlock.
    static RecordDraft *resumed(StoreFixture &store, Workspace &workspace, QObject *owner)
    {
        const auto drafts = draftsOf(store);
        if (drafts.size() != 1)
            qFatal("one draft was expected");
        const auto standing = await(store->caseFile(drafts.front().record));
        auto draft = RecordDraft::resume(workspace, drafts.front(), standing ? *standing : CaseFile{}, owner);
        return draft.value();
    }

private slots:
    void aNewMediationBeginsWithTwoEmptyParties()
    {
        StoreFixture store;
        Workspace workspace(store.store(), QStringLiteral("zh"));
        QObject owner;
        RecordDraft *draft = RecordDraft::makeNew(workspace, mediationSpec(), &owner);
        QCOMPARE(draft->rows(Kind::Party).size(), std::size_t(2));
        QVERIFY(!draft->isDirty());
        QVERIFY(draft->obstacles().isEmpty()); // empty parties are no fault
        QCOMPARE(draft->root().get(common::receivedAt), workspace.now());
    }

    void aWrongNumberIsNamedWhileItIsTyped()
    {
        StoreFixture store;
        Workspace workspace(store.store(), QStringLiteral("zh"));
        QObject owner;
        RecordDraft *draft = RecordDraft::makeNew(workspace, mediationSpec(), &owner);
        const RecordId person = draft->rows(Kind::Party).front();
        draft->setTyped(person, party::idNo, QStringLiteral("110112199001011230"));
        const auto note = draft->note(person, party::idNo);
        QVERIFY(!note.text.isEmpty());
        QVERIFY(!note.text.contains(QStringLiteral("110112"))); // never the number itself
        draft->setTyped(draft->root().id, mediation::amountClaimed, QStringLiteral("一些钱"));
        QVERIFY(draft->note(draft->root().id, mediation::amountClaimed).blocks);
        QCOMPARE(draft->typed(draft->root().id, mediation::amountClaimed), QStringLiteral("一些钱"));
        QVERIFY(!draft->obstacles().isEmpty());
        draft->setTyped(draft->root().id, mediation::amountClaimed, QStringLiteral("1.2万"));
        QCOMPARE(draft->note(draft->root().id, mediation::amountClaimed).text, QString());
        QCOMPARE(draft->root().get(mediation::amountClaimed), Money{1'200'000});
    }

    void aValidNumberFillsInBirthAndSex()
    {
        StoreFixture store;
        Workspace workspace(store.store(), QStringLiteral("zh"));
        QObject owner;
        RecordDraft *draft = RecordDraft::makeNew(workspace, mediationSpec(), &owner);
        const RecordId person = draft->rows(Kind::Party).front();
        draft->setTyped(person, party::idNo, QStringLiteral("１１０１０５１９４９１２３１００２ｘ")); // full width
        QCOMPARE(draft->value(person, party::idNo).text(), QStringLiteral("11010519491231002X"));
        QCOMPARE(readValue<Day>(draft->value(person, party::birthDate)), Day::fromYmd(1949, 12, 31));
        QCOMPARE(draft->value(person, party::gender).text(), QStringLiteral("2"));
    }

    void typingInOneFieldIsOneStepOfUndo()
    {
        StoreFixture store;
        Workspace workspace(store.store(), QStringLiteral("zh"));
        QObject owner;
        RecordDraft *draft = RecordDraft::makeNew(workspace, mediationSpec(), &owner);
        const RecordId root = draft->root().id;
        for (const QString &text : {QStringLiteral("楼"), QStringLiteral("楼上"), QStringLiteral("楼上漏水")})
            draft->setTyped(root, mediation::facts, text);
        draft->endTyping();
        draft->setTyped(root, mediation::facts, QStringLiteral("楼上漏水三天"));
        const RecordId third = draft->addChild(Kind::Party);
        QCOMPARE(draft->rows(Kind::Party).size(), std::size_t(3));
        draft->removeChild(draft->rows(Kind::Party).front());
        QCOMPARE(draft->rows(Kind::Party).size(), std::size_t(2));

        draft->undoStack().undo();
        draft->undoStack().undo();
        QVERIFY(!draft->row(third));
        draft->undoStack().undo();
        QCOMPARE(draft->value(root, mediation::facts).text(), QStringLiteral("楼上漏水"));
        draft->undoStack().undo();
        QVERIFY(draft->value(root, mediation::facts).isNull());
        QVERIFY(!draft->isDirty());
        while (draft->undoStack().canRedo())
            draft->undoStack().redo();
        QCOMPARE(draft->value(root, mediation::facts).text(), QStringLiteral("楼上漏水三天"));
        QVERIFY(draft->row(third));
    }

    void whatIsTypedIsADraftWithoutAnybodySaving()
    {
        StoreFixture store;
        Workspace workspace(store.store(), QStringLiteral("zh"));
        QObject owner;
        RecordDraft *draft = RecordDraft::makeNew(workspace, mediationSpec(), &owner);
        draft->setTyped(draft->root().id, mediation::facts, QStringLiteral("楼上漏水"));
        QTRY_VERIFY(draft->draftSavedAt().ms > 0);
        QCOMPARE(draftsOf(store).size(), std::size_t(1));
        draft->setTyped(draft->root().id, mediation::facts, QStringLiteral("楼上漏水三天"));
        draft->flush();
        draft->setTyped(draft->root().id, mediation::facts, QStringLiteral("楼上漏水四天"));
        draft->flush();
        QTRY_COMPARE(draftsOf(store).size(), std::size_t(1)); // the same draft, not another
    }

    void aLockedDraftComesBackWithHalfTypedTextsAndTheCaret()
    {
        StoreFixture store;
        RecordId person;
        {
            Workspace workspace(store.store(), QStringLiteral("zh"));
            QObject owner;
            RecordDraft *draft = RecordDraft::makeNew(workspace, mediationSpec(), &owner);
            person = draft->rows(Kind::Party).back();
            draft->setTyped(person, party::name, QStringLiteral("李四"));
            draft->setTyped(draft->root().id, mediation::occurredOn, QStringLiteral("2026-02-3"));
            draft->setTyped(draft->root().id, mediation::occurredOn, QStringLiteral("2026-02-3o"));
            draft->setCaret({draft->root().id, mediation::occurredOn.id, 7});
            draft->flush();
        }
        store.open(); // closing finished what was queued
        Workspace workspace(store.store(), QStringLiteral("zh"));
        QObject owner;
        RecordDraft *draft = resumed(store, workspace, &owner);
        QCOMPARE(draft->value(person, party::name).text(), QStringLiteral("李四"));
        QCOMPARE(draft->typed(draft->root().id, mediation::occurredOn), QStringLiteral("2026-02-3o"));
        QCOMPARE(draft->caret().field, mediation::occurredOn.id);
        QCOMPARE(draft->caret().position, 7);
        QCOMPARE(draft->rows(Kind::Party).size(), std::size_t(2));
        QVERIFY(draft->isDirty() && draft->isNew());
    }

    void savingWritesCaseAndPartiesAndEndsTheDraft()
    {
        StoreFixture store;
        Workspace workspace(store.store(), QStringLiteral("zh"));
        QObject owner;
        RecordDraft *draft = RecordDraft::makeNew(workspace, mediationSpec(), &owner);
        const RecordId root = draft->root().id;
        draft->setTyped(root, mediation::facts, QStringLiteral("楼上漏水"));
        draft->setTyped(draft->rows(Kind::Party).front(), party::name, QStringLiteral("张伟"));
        draft->flush();
        QSignalSpy saved(draft, &RecordDraft::saved);
        draft->save(); // before the draft was answered
        QVERIFY(saved.wait());
        QVERIFY(draftsOf(store).empty());
        const CaseFile file = store.caseFile(root);
        QCOMPARE(file.root.get(mediation::facts), QStringLiteral("楼上漏水"));
        QCOMPARE(file.of(Kind::Party).size(), std::size_t(1)); // the untouched second party is not written
        QTRY_VERIFY(!draft->isNew() && !draft->isDirty());

        draft->setTyped(root, mediation::facts, QStringLiteral("楼上漏水，已修"));
        draft->save();
        QVERIFY(saved.wait());
        QCOMPARE(store.record(root).get(mediation::facts), QStringLiteral("楼上漏水，已修"));
    }

    void whatIsMissingIsNamedAndNothingIsWritten()
    {
        StoreFixture store;
        Workspace workspace(store.store(), QStringLiteral("zh"));
        QObject owner;
        RecordDraft *draft = RecordDraft::makeNew(workspace, *specOf(Kind::Consultation), &owner);
        draft->setTyped(draft->root().id, consultation::question, QStringLiteral("工资拖欠"));
        QSignalSpy refused(draft, &RecordDraft::refused);
        draft->save();
        QCOMPARE(refused.size(), 1);
        QCOMPARE(draft->obstacles().size(), 2); // channel and subject
        QCOMPARE(draft->firstObstacle().field, consultation::channel.id);
        QVERIFY(!draft->note(draft->root().id, consultation::channel).text.isEmpty());
        QVERIFY(!await(store->caseFile(draft->root().id)));
    }

    void aFieldThatSomebodyElseChangedMeanwhileIsNotOverwritten()
    {
        StoreFixture store;
        const RecordId root = store.create(sampleMediation());
        Workspace workspace(store.store(), QStringLiteral("zh"));
        QObject owner;
        RecordDraft *draft = RecordDraft::forCase(workspace, store.caseFile(root), &owner);
        draft->setTyped(root, mediation::facts, QStringLiteral("我的说法"));
        store.clock().advanceMs(60'000);
        store.submit(Operation::set(root, {{&mediation::facts, Value(QStringLiteral("别人的说法"))}}));
        QSignalSpy refused(draft, &RecordDraft::refused);
        draft->save();
        QVERIFY(refused.wait());
        QCOMPARE(store.record(root).get(mediation::facts), QStringLiteral("别人的说法"));
        QCOMPARE(draft->value(root, mediation::facts).text(), QStringLiteral("我的说法")); // still in the form
    }

    void aCleanFormFollowsWhatHappensToItsCase()
    {
        StoreFixture store;
        const RecordId root = store.create(sampleMediation());
        Workspace workspace(store.store(), QStringLiteral("zh"));
        QObject owner;
        RecordDraft *draft = RecordDraft::forCase(workspace, store.caseFile(root), &owner);
        store.submit(Operation::set(root, {{&mediation::facts, Value(QStringLiteral("补充"))}}));
        QTRY_COMPARE(draft->value(root, mediation::facts).text(), QStringLiteral("补充"));
    }

    void discardedEditsAreGoneAndSoIsTheDraft()
    {
        StoreFixture store;
        const RecordId root = store.create(sampleMediation(QStringLiteral("原样")));
        Workspace workspace(store.store(), QStringLiteral("zh"));
        QObject owner;
        RecordDraft *draft = RecordDraft::forCase(workspace, store.caseFile(root), &owner);
        draft->setTyped(root, mediation::facts, QStringLiteral("改了"));
        draft->addChild(Kind::Party);
        draft->flush();
        QTRY_VERIFY(draft->draftSavedAt().ms > 0);
        draft->discard();
        QCOMPARE(draft->value(root, mediation::facts).text(), QStringLiteral("原样"));
        QVERIFY(draft->rows(Kind::Party).empty() && !draft->isDirty());
        QTRY_VERIFY(draftsOf(store).empty());
    }

    void fieldsAppearWithTheAnswerTheyDependOn()
    {
        StoreFixture store;
        Workspace workspace(store.store(), QStringLiteral("zh"));
        QObject owner;
        RecordDraft *draft = RecordDraft::makeNew(workspace, mediationSpec(), &owner);
        const RecordId root = draft->root().id;
        QVERIFY(!draft->isShown(root, mediation::referralOrg));
        draft->setValue(root, mediation::source, Value(QStringLiteral("31")));
        QVERIFY(draft->isShown(root, mediation::referralOrg));
        QVERIFY(!draft->isEditable(root, mediation::status)); // changed by steps only
    }

    void rubbishIsNoDraft()
    {
        const auto body = DraftBody::fromBytes(QByteArray("\xa1\xff\x00nonsense", 11), {});
        QVERIFY(!body);
        QCOMPARE(body.error().kind, ErrorKind::Protocol);
        QVERIFY(!DraftBody::fromBytes({}, {}));
    }
};

QTEST_MAIN(RecordDraftTest)
#include "RecordDraftTest.moc"
