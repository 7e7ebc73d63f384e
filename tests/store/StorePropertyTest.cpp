// SPDX-License-Identifier: GPL-3.0-or-later
// Any sequence of changes, good and bad, keeps rows, outbox, server copies, field versions, search and audit in step.
#include "records/Codec.h"
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Note.h"
#include "records/kinds/Party.h"
#include "store/RowMapper.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

// Makes one change after the other without knowing whether it will be accepted.
class Clerk
{
public:
    Clerk(StoreFixture &store, std::uint64_t seed) : m_store(store), m_random(seed) {}

    void act()
    {
        m_store.clock().advanceMs(m_random.below(5'000));
        Change change;
        change.reason = m_random.below(4) == 0 ? QString() : QStringLiteral("更正");
        change.asServer = m_random.below(6) == 0;
        for (std::uint32_t i = 0, n = 1 + m_random.below(3); i < n; ++i)
            change.operations.push_back(anyOperation(change.asServer));
        const Result<ChangeSet> written = await(m_store->submit(change));
        accepted += written.has_value();
        if (!written)
            return;
        for (const ChangeSet::Row &row : written->rows) {
            if (row.what == ChangeSet::Row::What::Created)
                m_rows.push_back({row.id, row.root, row.kind});
        }
    }

    int accepted = 0;

private:
    struct Row {
        RecordId id;
        RecordId root;
        Kind kind;
    };

    QString anyText() { return QStringLiteral("第%1号说明").arg(m_random.below(4)); }

    Operation anyOperation(bool asServer)
    {
        if (m_rows.empty() || m_random.below(4) == 0) {
            Record record = m_random.below(2) == 0 ? sampleConsultation(anyText()) : sampleMediation(anyText());
            record.version = asServer ? 1 + m_random.below(9) : 0;
            return Operation::create(record);
        }
        const Row &row = m_rows[m_random.below(static_cast<std::uint32_t>(m_rows.size()))];
        switch (m_random.below(6)) {
        case 0: return Operation::create(sampleNote(row.root, anyText()));
        case 1: return Operation::withdraw(row.id);
        case 2: {
            Operation restore;
            restore.act = Operation::Act::Restore;
            restore.target = row.id;
            return restore;
        }
        case 3:
            return Operation::move(
                row.id, QStringLiteral("reply"),
                {{&consultation::answer, Value(anyText())}, {&consultation::result, Value(QStringLiteral("ANSWERED"))}});
        default: return anySet(row);
        }
    }

    Operation anySet(const Row &row)
    {
        Inputs values;
        if (row.kind == Kind::Consultation)
            values = {{&consultation::tags, Value(anyText())},
                      {&consultation::duration, Value(std::int64_t{m_random.below(2000)})}};
        else if (row.kind == Kind::Mediation)
            values = {{&mediation::facts, Value(anyText())},
                      {&mediation::referralOrg, m_random.below(2) == 0 ? Value() : Value(anyText())}};
        else if (row.kind == Kind::Note)
            values = {{&note::text, Value(anyText())}};
        else
            values = {{&common::restricted, Value(true)}}; // a field it does not have
        return Operation::set(row.id, values);
    }

    StoreFixture &m_store;
    SeededRandom m_random;
    std::vector<Row> m_rows;
};

} // namespace

class StorePropertyTest : public QObject
{
    Q_OBJECT

private slots:
    void allTablesStayInStep_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    void allTablesStayInStep()
    {
        QFETCH(int, seed);
        StoreFixture store;
        Clerk clerk(store, static_cast<std::uint64_t>(seed));
        for (int i = 0; i < 120; ++i)
            clerk.act();
        QVERIFY(clerk.accepted > 30);

        QCOMPARE(store.scalar("SELECT max(n) - count(*) FROM outbox"), qint64{0});
        for (const char *table : {"consultation", "mediation", "note", "timer"}) {
            const QByteArray rows = QByteArray("SELECT count(*) FROM ") + table + " t WHERE ";
            QCOMPARE(store.scalar(rows + "unsent <> (SELECT count(*) FROM outbox WHERE record = t.id)"), qint64{0});
            // a server's row has its copy exactly while it has something unsent
            QCOMPARE(store.scalar(rows + "(version > 0 AND unsent > 0) <> EXISTS (SELECT 1 FROM shadow WHERE id = t.id)"),
                     qint64{0});
            QCOMPARE(store.scalar(rows + "field_versions IS NOT NULL AND updated_at = created_at"), qint64{0});
            QCOMPARE(
                store.scalar(rows + "version = 0 AND NOT EXISTS (SELECT 1 FROM outbox WHERE record = t.id AND act IN (1, 5))"),
                qint64{0});
        }
        // an operation follows an earlier one of the same row
        QCOMPARE(store.scalar("SELECT count(*) FROM outbox o WHERE prev <> 0 AND NOT EXISTS (SELECT 1 FROM outbox p WHERE p.n "
                              "= o.prev AND p.record = o.record AND p.n < o.n)"),
                 qint64{0});
        QCOMPARE(store.scalar("SELECT count(*) FROM outbox o WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.record = o.record "
                              "AND a.change = o.txn)"),
                 qint64{0});
        QCOMPARE(
            store.scalar("SELECT count(*) FROM audit a WHERE NOT EXISTS (SELECT 1 FROM audit_payload p WHERE p.seq = a.seq)"),
            qint64{0});
        QCOMPARE(await(store->verifyAudit())->firstBroken, -1);
        const Result<std::vector<Store::Check>> checks = await(store->verify());
        QVERIFY(checks);
        for (const Store::Check &check : *checks)
            QVERIFY2(check.good, qPrintable(check.part + u' ' + check.detail));
    }

    void theOutboxReplayedOverTheServersCopiesGivesTheRows()
    {
        StoreFixture store;
        Clerk clerk(store, 99);
        for (int i = 0; i < 150; ++i)
            clerk.act();
        const auto connection = store.database();
        int compared = 0;
        for (const RecordSpec *spec : {&consultation::spec, &mediation::spec, &note::spec}) {
            Query query;
            query.spec = spec;
            query.withWithdrawn = true;
            const Result<std::vector<Record>> rows = await(store->list(query));
            QVERIFY(rows);
            for (const Record &row : *rows) {
                if (!row.unsent)
                    continue;
                QCOMPARE(encodeFields(replayed(*connection, row)), encodeFields(row));
                ++compared;
            }
        }
        QVERIFY(compared > 20);
    }

private:
    static Record replayed(Connection &connection, const Record &row)
    {
        Record record(row.spec());
        Result<Statement> shadow = connection.prepare("SELECT body FROM shadow WHERE id = ?");
        if (shadow->bind(1, row.id).step().value_or(false))
            record = *decodeRecord(shadow->blobView(0));
        Result<Statement> operations = connection.prepare("SELECT act, fields FROM outbox WHERE record = ? ORDER BY n");
        operations->bind(1, row.id);
        while (operations->step().value_or(false)) {
            const int act = operations->int32(0);
            if (act == 1 || act == 2 || act == 5) {
                if (const Outcome done = decodeFields(operations->blobView(1), record); !done)
                    qFatal("%s", qPrintable(done.error().toLog()));
            }
        }
        return record;
    }
};

QTEST_GUILESS_MAIN(StorePropertyTest)
#include "StorePropertyTest.moc"
