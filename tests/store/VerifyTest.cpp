// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/ReadsFixture.h"

#include "records/Codec.h"
#include "records/kinds/Attachment.h"
#include "records/kinds/Common.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "store/AuditTrail.h"
#include "store/Blobs.h"
#include "store/History.h"
#include "store/RowMapper.h"
#include "store/SearchIndex.h"
#include "store/Verify.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;
using namespace Qt::StringLiterals;

namespace {

class Scene
{
public:
    Scene() : m_blobs(m_fixture.folder() + u"/blobs"_s, QByteArray(32, 'b')) { must(m_trail.load(m_fixture.connection())); }
    ReadsFixture &fixture() { return m_fixture; }
    Connection &connection() { return m_fixture.connection(); }
    Blobs &blobs() { return m_blobs; }

    // The parts that are not good.
    QStringList faults(const Verify::Derive &derive = {})
    {
        QStringList bad;
        for (const Store::Check &check : must(Verify::everything(connection(), m_blobs, derive, {}, {}))) {
            if (!check.good)
                bad += check.part;
        }
        return bad;
    }
    void note(const Record &record, const QString &event, const AuditPayload &payload, const QString &transition = {})
    {
        AuditRow row;
        row.at = Instant{1'772'413'200'000};
        row.user = m_user;
        row.device = RecordId{{9}};
        row.event = event;
        row.kind = static_cast<std::int32_t>(record.kind());
        row.root = record.root;
        row.record = record.id;
        row.transition = transition;
        m_trail.begin();
        must(m_trail.append(connection(), row, payload));
    }
    void setUser(const RecordId &user) { m_user = user; }

private:
    ReadsFixture m_fixture;
    Blobs m_blobs;
    AuditTrail m_trail;
    RecordId m_user{{5}};
};

std::map<std::uint16_t, Value> fields(const FieldSpec &field, const Value &value) { return {{field.id, value}}; }

} // namespace

class VerifyTest : public QObject
{
    Q_OBJECT
private slots:
    void aSoundStoreHasNoFaults();
    void aSearchTableThatMissesACaseIsNoticed();
    void aSearchTableThatKeepsWhatWasIsNoticed();
    void aDerivedColumnThatIsNotWhatTheRulesGiveIsNoticed();
    void aChildWithoutItsCaseIsNoticed();
    void aMissingListIndexIsNoticed();
    void aMissingOrDamagedAttachmentIsNoticed();
    void checkingCanBeGivenUp();
    void theAuditChainHoldsUntilSomebodyTouchesIt();
    void anErasedPayloadLeavesTheChainWhole();
    void aCaseTellsItsHistoryWithItsChildren();
    void aRecordNobodyKnowsHasNoHistory();
};

void VerifyTest::aSoundStoreHasNoFaults()
{
    Scene scene;
    for (int i = 0; i < 600; ++i)
        scene.fixture().addCase({someName(scene.fixture().random()), u"李娜"_s}, someFacts(scene.fixture().random()));
    CaseFile changed = scene.fixture().addCase({u"张伟"_s});
    changed.children[0].set(party::name, u"赵敏"_s);
    scene.fixture().rewrite(changed);
    changed.root.withdrawn = true;
    scene.fixture().rewrite(changed);
    scene.fixture().addCase({});
    QCOMPARE(scene.faults(), QStringList());
}

void VerifyTest::aSearchTableThatMissesACaseIsNoticed()
{
    Scene scene;
    const CaseFile file = scene.fixture().addCase({u"张伟"_s});
    must(SearchIndex::remove(scene.connection(), Kind::Mediation, file.root.localRow));
    QCOMPARE(scene.faults(), QStringList{u"search"_s});
    must(SearchIndex::rebuild(scene.connection(), {}, {}));
    QCOMPARE(scene.faults(), QStringList());
}

void VerifyTest::aSearchTableThatKeepsWhatWasIsNoticed()
{
    Scene scene;
    scene.fixture().addCase({u"张伟"_s});
    must(scene.connection().execute("UPDATE party SET name = '赵敏'")); // past the writer
    QCOMPARE(scene.faults(), QStringList{u"search"_s});
}

void VerifyTest::aDerivedColumnThatIsNotWhatTheRulesGiveIsNoticed()
{
    Scene scene;
    CaseFile file{scene.fixture().rootOf(Kind::Mediation), {}};
    file.root.set(common::parties, u"张伟"_s);
    scene.fixture().add(file);
    const auto derive = [](const QString &parties) {
        return [parties](CaseFile &anew) {
            if (anew.root.kind() == Kind::Mediation)
                anew.root.set(common::parties, parties);
        };
    };
    QCOMPARE(scene.faults(derive(u"张伟"_s)), QStringList());
    QCOMPARE(scene.faults(derive(u"李娜"_s)), QStringList{u"derived"_s});
}

void VerifyTest::aChildWithoutItsCaseIsNoticed()
{
    Scene scene;
    CaseFile nowhere{scene.fixture().rootOf(Kind::Mediation), {}};
    Record orphan = scene.fixture().childOf(nowhere, Kind::Party);
    orphan.set(party::name, u"张伟"_s);
    must(insertRow(scene.connection(), orphan, 0));
    QCOMPARE(scene.faults(), QStringList{u"references"_s});
}

void VerifyTest::aMissingListIndexIsNoticed()
{
    Scene scene;
    must(scene.connection().execute("DROP INDEX list_mediation_due"));
    QCOMPARE(scene.faults(), QStringList{u"lists"_s});
}

void VerifyTest::aMissingOrDamagedAttachmentIsNoticed()
{
    Scene scene;
    const QByteArray sha = must(scene.blobs().addBytes("scan")).sha256;
    CaseFile file{scene.fixture().rootOf(Kind::Mediation), {}};
    Record scan = scene.fixture().childOf(file, Kind::Attachment);
    scan.set(attachment::sha256, sha);
    scan.set(attachment::name, u"协议.pdf"_s);
    file.children.push_back(scan);
    scene.fixture().add(file);
    QCOMPARE(scene.faults(), QStringList());
    QFile blob(scene.blobs().folder() + u'/' + scene.blobs().nameFor(sha));
    QVERIFY(blob.resize(40));
    QCOMPARE(scene.faults(), QStringList{u"blobs"_s});
    QVERIFY(blob.remove());
    QCOMPARE(scene.faults(), QStringList{u"blobs"_s});
    // content that the server still has to send is not missing
    Statement state = must(scene.connection().prepare("INSERT INTO blob_state VALUES (?, 4, 1, 3, 0, 0)"));
    must(state.bind(1, sha).run());
    QCOMPARE(scene.faults(), QStringList());
}

void VerifyTest::checkingCanBeGivenUp()
{
    Scene scene;
    scene.fixture().addCase({u"张伟"_s});
    CancelToken token;
    token.cancel();
    QCOMPARE(Verify::everything(scene.connection(), scene.blobs(), {}, {}, token).error().kind, ErrorKind::Cancelled);
    scene.note(scene.fixture().rootOf(Kind::Mediation), u"CREATE"_s, {});
    QCOMPARE(Verify::audit(scene.connection(), {}, token).error().kind, ErrorKind::Cancelled);
}

void VerifyTest::theAuditChainHoldsUntilSomebodyTouchesIt()
{
    Scene scene;
    const Record record = scene.fixture().rootOf(Kind::Mediation);
    for (int i = 0; i < 10; ++i)
        scene.note(record, u"UPDATE"_s, {});
    const Store::AuditCheck whole = must(Verify::audit(scene.connection(), {}, {}));
    QCOMPARE(whole.rows, std::int64_t{10});
    QCOMPARE(whole.firstBroken, std::int64_t{-1});
    must(scene.connection().execute("UPDATE audit SET event = 'CREATE' WHERE seq = 4"));
    QCOMPARE(must(Verify::audit(scene.connection(), {}, {})).firstBroken, std::int64_t{4});
    must(scene.connection().execute("DELETE FROM audit WHERE seq = 4"));
    QCOMPARE(must(Verify::audit(scene.connection(), {}, {})).firstBroken, std::int64_t{5});
}

void VerifyTest::anErasedPayloadLeavesTheChainWhole()
{
    Scene scene;
    const Record record = scene.fixture().rootOf(Kind::Mediation);
    AuditPayload payload;
    payload.reason = u"核实"_s;
    scene.note(record, u"READ_SENS"_s, payload);
    must(scene.connection().execute("DELETE FROM audit_payload"));
    QCOMPARE(must(Verify::audit(scene.connection(), {}, {})).firstBroken, std::int64_t{-1});
    const std::vector<HistoryEntry> history = must(History::of(scene.connection(), record.id));
    QCOMPARE(history.size(), std::size_t{1});
    QCOMPARE(history[0].event, u"READ_SENS"_s);
    QVERIFY(history[0].reason.isEmpty());
}

void VerifyTest::aCaseTellsItsHistoryWithItsChildren()
{
    Scene scene;
    CaseFile user{scene.fixture().rootOf(Kind::User), {}};
    user.root.setValue(*user.root.spec().field(u"login"), Value(u"wang"_s));
    user.root.setValue(*user.root.spec().field(u"name"), Value(u"王静"_s));
    scene.setUser(scene.fixture().add(user).root.id);
    const CaseFile file = scene.fixture().addCase({u"张伟"_s});

    AuditPayload created;
    created.after = encodeFields(file.root);
    scene.note(file.root, u"CREATE"_s, created);
    AuditPayload renamed;
    renamed.before = encodeSome(fields(party::name, Value(u"张为"_s)), party::spec);
    renamed.after = encodeSome(fields(party::name, Value(u"张伟"_s)), party::spec);
    renamed.reason = u"笔误"_s;
    scene.note(file.children[0], u"UPDATE"_s, renamed);
    scene.note(file.root, u"STATE"_s, {}, u"accept"_s);
    scene.note(scene.fixture().rootOf(Kind::Mediation), u"CREATE"_s, {}); // of another case

    const std::vector<HistoryEntry> all = must(History::of(scene.connection(), file.root.id));
    QCOMPARE(all.size(), std::size_t{3});
    QCOMPARE(all[0].event, u"CREATE"_s);
    QVERIFY(!all[0].fields.empty());
    QCOMPARE(all[2].transition, u"accept"_s);
    const std::vector<HistoryEntry> ofParty = must(History::of(scene.connection(), file.children[0].id));
    QCOMPARE(ofParty.size(), std::size_t{1});
    QCOMPARE(ofParty[0].userName, u"王静"_s);
    QCOMPARE(ofParty[0].reason, u"笔误"_s);
    QCOMPARE(ofParty[0].fields.size(), std::size_t{1});
    QVERIFY(ofParty[0].fields[0].field == &party::name);
    QCOMPARE(ofParty[0].fields[0].before.text(), u"张为"_s);
    QCOMPARE(ofParty[0].fields[0].after.text(), u"张伟"_s);
}

void VerifyTest::aRecordNobodyKnowsHasNoHistory()
{
    Scene scene;
    QCOMPARE(History::of(scene.connection(), RecordId{{1, 2, 3}}).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(VerifyTest)
#include "VerifyTest.moc"
