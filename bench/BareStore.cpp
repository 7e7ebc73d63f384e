// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/BareStore.h"

#include "sql/Connection.h"
#include "store/ListIndex.h"
#include "store/Schema.h"
#include "store/SearchIndex.h"
#include "store/SearchText.h"

#include <QElapsedTimer>
#include <QFile>
#include <sqlcipher/sqlite3.h>

namespace yizhan {

namespace {

// One prepared statement of the C API and nothing around it.
class Bare
{
public:
    Bare(sqlite3 *db, const QByteArray &sql) { m_result = sqlite3_prepare_v2(db, sql.constData(), -1, &m_statement, nullptr); }
    ~Bare() { sqlite3_finalize(m_statement); }
    Bare(const Bare &) = delete;
    Bare &operator=(const Bare &) = delete;

    void bind(int index, const Value &value)
    {
        if (value.isNumber())
            sqlite3_bind_int64(m_statement, index, value.number());
        else if (value.isText())
            sqlite3_bind_text16(m_statement, index, value.text().constData(), static_cast<int>(value.text().size() * 2),
                                SQLITE_STATIC);
        else if (value.isBytes())
            sqlite3_bind_blob(m_statement, index, value.bytes().constData(), static_cast<int>(value.bytes().size()),
                              SQLITE_STATIC);
        else
            sqlite3_bind_null(m_statement, index);
    }
    void bind(int index, std::int64_t number) { sqlite3_bind_int64(m_statement, index, number); }
    void bind(int index, const QByteArray &bytes)
    {
        sqlite3_bind_text(m_statement, index, bytes.constData(), static_cast<int>(bytes.size()), SQLITE_STATIC);
    }
    void bindBlob(int index, const QByteArray &bytes)
    {
        sqlite3_bind_blob(m_statement, index, bytes.constData(), static_cast<int>(bytes.size()), SQLITE_STATIC);
    }
    int run()
    {
        if (m_result != SQLITE_OK)
            return m_result;
        const int step = sqlite3_step(m_statement);
        const int reset = sqlite3_reset(m_statement);
        return step == SQLITE_DONE || step == SQLITE_ROW ? SQLITE_OK : reset;
    }

private:
    sqlite3_stmt *m_statement = nullptr;
    int m_result = SQLITE_OK;
};

// A row ready to be bound: nothing is computed while the clock runs.
struct BareRow {
    bool isRoot = false;
    QByteArray id, root, office;
    std::int64_t at = 0;
    std::vector<Value> values;
    SearchDocument document; // roots only
};

std::vector<BareRow> prepared(const std::vector<CaseFile> &cases)
{
    std::vector<BareRow> rows;
    for (const CaseFile &file : cases) {
        const auto add = [&](const Record &record) {
            BareRow row;
            row.isRoot = record.spec().isRoot();
            row.id = record.id.toBytes();
            row.root = record.root.toBytes();
            row.office = record.office.toUtf8();
            row.at = record.createdAt.ms;
            row.values = record.values();
            if (row.isRoot)
                row.document = SearchDocument::of(file);
            rows.push_back(std::move(row));
        };
        add(file.root);
        for (const Record &child : file.children)
            add(child);
    }
    return rows;
}

QByteArray insertSql(const RecordSpec &spec)
{
    const TableLayout &layout = layoutOf(spec);
    QByteArray columns =
        layout.hasRoot
            ? QByteArrayLiteral("id, root, office, version, created_at, updated_at, withdrawn, unsent, created_by, updated_by")
            : QByteArrayLiteral("id, office, version, created_at, updated_at, withdrawn, unsent, created_by, updated_by");
    QByteArray marks = layout.hasRoot ? QByteArrayLiteral("?,?,?,1,?,?,0,0,zeroblob(16),zeroblob(16)")
                                      : QByteArrayLiteral("?,?,1,?,?,0,0,zeroblob(16),zeroblob(16)");
    for (const QByteArray &column : layout.fieldColumns) {
        columns += ", " + column;
        marks += ",?";
    }
    return "INSERT INTO " + layout.table + " (" + columns + ") VALUES (" + marks + ")";
}

QByteArray searchSql()
{
    QByteArray columns;
    QByteArray marks;
    for (const char *name : SearchDocument::columnNames) {
        columns += QByteArrayLiteral(", ") + name;
        marks += ",?";
    }
    return "INSERT INTO " + SearchIndex::tableOf(*specOf(Kind::Mediation)) + " (rowid" + columns + ") VALUES (?" + marks + ")";
}

int bindRow(Bare &statement, const BareRow &row)
{
    int index = 1;
    statement.bindBlob(index++, row.id);
    if (!row.isRoot)
        statement.bindBlob(index++, row.root);
    statement.bind(index++, row.office);
    statement.bind(index++, row.at);
    statement.bind(index++, row.at);
    for (const Value &value : row.values)
        statement.bind(index++, value);
    return statement.run();
}

Result<std::unique_ptr<Connection>> emptyDatabase(const QString &file)
{
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(file + QLatin1String(suffix));
    OpenOptions options;
    options.file = file;
    options.key = QByteArray(32, 'k');
    options.access = OpenOptions::Access::Create;
    options.walAutocheckpointPages = 0;
    auto connection = Connection::open(options);
    if (!connection)
        return connection;
    if (auto created = (*connection)->execute(createStatements()); !created)
        return created.error();
    for (const RecordSpec *spec : allSpecs()) {
        for (const QByteArray &statement : ListIndex::createStatements(*spec)) {
            if (auto created = (*connection)->execute(statement); !created)
                return created.error();
        }
    }
    for (const QByteArray &statement : SearchIndex::createStatements()) {
        if (auto created = (*connection)->execute(statement); !created)
            return created.error();
    }
    return connection;
}

} // namespace

Result<BareRun> bareInsert(const QString &file, const std::vector<CaseFile> &cases, std::size_t casesATransaction)
{
    auto connection = emptyDatabase(file);
    if (!connection)
        return connection.error();
    sqlite3 *db = (*connection)->handle();
    const std::vector<BareRow> rows = prepared(cases);
    BareRun run;
    run.rows = static_cast<std::int64_t>(rows.size());
    {
        Bare begin(db, "BEGIN IMMEDIATE");
        Bare commit(db, "COMMIT");
        Bare root(db, insertSql(*specOf(Kind::Mediation)));
        Bare child(db, insertSql(*specOf(Kind::Party)));
        Bare search(db, searchSql());
        QElapsedTimer timer;
        timer.start();
        std::size_t inTransaction = 0;
        int result = begin.run();
        for (std::size_t i = 0; i < rows.size() && result == SQLITE_OK; ++i) {
            const BareRow &row = rows[i];
            if (row.isRoot && inTransaction++ == casesATransaction) {
                result = commit.run() | begin.run();
                inTransaction = 1;
            }
            result |= bindRow(row.isRoot ? root : child, row);
            if (row.isRoot) {
                search.bind(1, static_cast<std::int64_t>(sqlite3_last_insert_rowid(db)));
                for (int column = 0; column < SearchDocument::ColumnCount; ++column)
                    search.bind(2 + column, row.document.columns[column]);
                result |= search.run();
            }
        }
        result |= commit.run();
        run.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        if (result != SQLITE_OK)
            return (*connection)->errorFor(result);
    }
    connection->reset();
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(file + QLatin1String(suffix));
    return run;
}

Result<std::vector<double>> bareSaves(const QString &databaseFile, const QByteArray &key, const std::vector<std::int64_t> &rows)
{
    OpenOptions options;
    options.file = databaseFile;
    options.key = key;
    options.walAutocheckpointPages = 0;
    auto connection = Connection::open(options);
    if (!connection)
        return connection.error();
    sqlite3 *db = (*connection)->handle();
    const QByteArray scratch =
        "CREATE TABLE IF NOT EXISTS bench_audit (seq INTEGER PRIMARY KEY, meta BLOB, payload_hash BLOB, prev BLOB, hash BLOB);"
        "CREATE TABLE IF NOT EXISTS bench_payload (seq INTEGER PRIMARY KEY, payload BLOB);"
        "CREATE TABLE IF NOT EXISTS bench_outbox (n INTEGER PRIMARY KEY, record BLOB, fields BLOB);"
        "CREATE TABLE IF NOT EXISTS bench_shadow (id INTEGER PRIMARY KEY, body BLOB);";
    if (auto made = (*connection)->execute(scratch); !made)
        return made.error();
    std::vector<double> milliseconds;
    const QByteArray blob32(32, 'h');
    const QByteArray blob100(100, 'b');
    const QByteArray blob600(600, 's');
    const QByteArray searchTable = SearchIndex::tableOf(*specOf(Kind::Mediation));
    {
        Bare begin(db, "BEGIN IMMEDIATE");
        Bare commit(db, "COMMIT");
        Bare update(db, "UPDATE mediation SET facts = ?, updated_at = ?, unsent = 1, field_versions = ? WHERE rowid = ?");
        Bare audit(db, "INSERT INTO bench_audit (meta, payload_hash, prev, hash) VALUES (?, ?, ?, ?)");
        Bare payload(db, "INSERT INTO bench_payload (payload) VALUES (?)");
        Bare outbox(db, "INSERT INTO bench_outbox (record, fields) VALUES (?, ?)");
        Bare shadow(db, "INSERT OR REPLACE INTO bench_shadow (id, body) VALUES (?, ?)");
        Bare remove(db, "DELETE FROM " + searchTable + " WHERE rowid = ?");
        Bare search(db, searchSql());
        const QByteArray words = "zhang wei li si wang fang";
        for (const std::int64_t row : rows) {
            QElapsedTimer timer;
            timer.start();
            int result = begin.run();
            update.bind(1, Value(QStringLiteral("补充事实第%1条").arg(row)));
            update.bind(2, row);
            update.bindBlob(3, blob32);
            update.bind(4, row);
            audit.bindBlob(1, blob100);
            for (int i = 2; i <= 4; ++i)
                audit.bindBlob(i, blob32);
            payload.bindBlob(1, blob100);
            outbox.bindBlob(1, blob32);
            outbox.bindBlob(2, blob100);
            shadow.bind(1, row);
            shadow.bindBlob(2, blob600);
            remove.bind(1, row);
            search.bind(1, row);
            for (int column = 0; column < SearchDocument::ColumnCount; ++column)
                search.bind(2 + column, words);
            for (Bare *statement : {&update, &audit, &payload, &outbox, &shadow, &remove, &search, &commit})
                result |= statement->run();
            milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            if (result != SQLITE_OK)
                return (*connection)->errorFor(result);
        }
    }
    const QByteArray drop =
        "DROP TABLE bench_audit; DROP TABLE bench_payload; DROP TABLE bench_outbox; DROP TABLE bench_shadow;";
    if (auto dropped = (*connection)->execute(drop); !dropped)
        return dropped.error();
    return milliseconds;
}

} // namespace yizhan
