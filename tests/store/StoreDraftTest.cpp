// SPDX-License-Identifier: GPL-3.0-or-later
// Unsaved work and small settings: the user's own, sealed, and gone when the change is saved.
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

const QString otherPassword = QStringLiteral("Another-Horse-8");

Draft draftOf(const RecordId &record, const QByteArray &body, std::int64_t basedOn = 0)
{
    Draft draft;
    draft.kind = Kind::Consultation;
    draft.record = record;
    draft.basedOn = basedOn;
    draft.body = body;
    return draft;
}

} // namespace

class StoreDraftTest : public QObject
{
    Q_OBJECT

private slots:
    void aDraftComesBackAfterLocking()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleConsultation());
        const Draft saved = *await(store->saveDraft(draftOf(id, "half a word", 77)));
        QVERIFY(!saved.key.isEmpty());
        store.open();
        const std::vector<Draft> drafts = *await(store->drafts());
        QCOMPARE(drafts.size(), std::size_t{1});
        QCOMPARE(drafts.front().body, QByteArray("half a word"));
        QCOMPARE(drafts.front().record, id);
        QCOMPARE(drafts.front().basedOn, 77);
        QCOMPARE(drafts.front().key, saved.key);
        QCOMPARE(drafts.front().savedAt, saved.savedAt);
    }

    void theSameFormOverwritesItsDraftNewFormsHaveTheirOwn()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleConsultation());
        const Draft first = *await(store->saveDraft(draftOf(id, "one")));
        store.clock().advanceMs(1000);
        QCOMPARE(await(store->saveDraft(draftOf(id, "two")))->key, first.key);
        const Draft newForm = *await(store->saveDraft(draftOf({}, "new")));
        const Draft anotherForm = *await(store->saveDraft(draftOf({}, "another")));
        QVERIFY(newForm.key != anotherForm.key);
        Draft again = newForm;
        again.body = "newer";
        store.clock().advanceMs(1000);
        QCOMPARE(await(store->saveDraft(again))->key, newForm.key);
        const std::vector<Draft> drafts = *await(store->drafts());
        QCOMPARE(drafts.size(), std::size_t{3});
        QCOMPARE(drafts.front().body, QByteArray("newer")); // newest first
    }

    void savingEndsTheDraftInTheSameTransaction()
    {
        StoreFixture store;
        const RecordId id = store.create(sampleConsultation());
        const Draft draft = *await(store->saveDraft(draftOf(id, "text")));
        Change bad;
        bad.endsDraft = draft.key;
        bad.operations.push_back(Operation::set(id, {{&consultation::heads, Value(std::int64_t{-1})}}));
        store.refused(bad);
        QCOMPARE(await(store->drafts())->size(), std::size_t{1});
        Change good;
        good.endsDraft = draft.key;
        good.operations.push_back(Operation::set(id, {{&consultation::heads, Value(std::int64_t{2})}}));
        store.submit(good);
        QVERIFY(await(store->drafts())->empty());
        // also when what was typed is what stands already
        const Draft same = *await(store->saveDraft(draftOf(id, "text")));
        good.endsDraft = same.key;
        store.submit(good);
        QVERIFY(await(store->drafts())->empty());
    }

    void aDraftCanBeDropped()
    {
        StoreFixture store;
        const Draft draft = *await(store->saveDraft(draftOf({}, "never mind")));
        QVERIFY(await(store->dropDraft(draft.key)));
        QVERIFY(await(store->drafts())->empty());
    }

    void draftsAreNeitherAuditedNorSent()
    {
        StoreFixture store;
        const qint64 audit = store.scalar("SELECT count(*) FROM audit");
        const qint64 outbox = store.scalar("SELECT count(*) FROM outbox");
        QVERIFY(await(store->saveDraft(draftOf({}, "text"))));
        QVERIFY(await(store->saveSetting(QStringLiteral("columns"), "abc")));
        QCOMPARE(store.scalar("SELECT count(*) FROM audit"), audit);
        QCOMPARE(store.scalar("SELECT count(*) FROM outbox"), outbox);
    }

    void nobodyElseSeesOrEndsADraft()
    {
        StoreFixture store;
        const Draft draft = *await(store->saveDraft(draftOf({}, "mine")));
        QVERIFY(await(store->saveSetting(QStringLiteral("columns"), "mine")));
        QVERIFY(await(store->addUser(QStringLiteral("li"), {}, otherPassword, {QStringLiteral("MEDIATOR")})));
        store.open(QStringLiteral("li"), otherPassword);
        QVERIFY(await(store->drafts())->empty());
        QVERIFY(await(store->dropDraft(draft.key)));
        Draft forged = draft;
        forged.body = "not mine";
        QVERIFY(await(store->saveDraft(forged)));
        QVERIFY(await(store->setting(QStringLiteral("columns")))->isEmpty());
        store.open();
        QCOMPARE(await(store->drafts())->front().body, QByteArray("mine"));
    }

    void aSettingIsRememberedAndMayBeEmptied()
    {
        StoreFixture store;
        QVERIFY(await(store->setting(QStringLiteral("filter")))->isEmpty());
        QVERIFY(await(store->saveSetting(QStringLiteral("filter"), QByteArray("\0x", 2))));
        store.open();
        QCOMPARE(*await(store->setting(QStringLiteral("filter"))), QByteArray("\0x", 2));
        QVERIFY(await(store->saveSetting(QStringLiteral("filter"), {})));
        QVERIFY(await(store->setting(QStringLiteral("filter")))->isEmpty());
    }
};

QTEST_GUILESS_MAIN(StoreDraftTest)
#include "StoreDraftTest.moc"
