// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/CipherResult.h"

#include "sql/CipherDriverPrivate.h"
#include "sql/CipherValues.h"
#include "sql/SqlText.h"

#include <QRegularExpression>
#include <QSqlField>
#include <sqlcipher/sqlite3.h>

Q_DECLARE_OPAQUE_POINTER(sqlite3_stmt *)
Q_DECLARE_METATYPE(sqlite3_stmt *)

namespace yizhan {

namespace {
const QString unableToExecute = QStringLiteral("Unable to execute statement");

// Whether a statement can have made a new rowid; comments before the first word are skipped.
bool isInsertSql(const QString &sql)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\A(?:\\s|--[^\\n]*(?:\\n|\\z)|/\\*.*?\\*/)*(?:INSERT|REPLACE|WITH)\\b"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return pattern.match(sql).hasMatch();
}

bool isEmptySql(sqlite3 *database, const char *sql)
{
    while (*sql) {
        sqlite3_stmt *statement = nullptr;
        const char *tail = nullptr;
        const int code = sqlite3_prepare_v2(database, sql, -1, &statement, &tail);
        sqlite3_finalize(statement);
        if (statement || code != SQLITE_OK)
            return false;
        sql = tail;
    }
    return true;
}
} // namespace

CipherResult::CipherResult(const CipherDriver *driver) : QSqlResult(driver) { driver->m_private->results.push_back(this); }

CipherResult::~CipherResult()
{
    sqlite3_finalize(m_statement);
    if (const CipherDriver *owner = cipherDriver())
        std::erase(owner->m_private->results, this);
}

const CipherDriver *CipherResult::cipherDriver() const
{
    return static_cast<const CipherDriver *>(driver()); // null when the driver has gone
}

sqlite3 *CipherResult::database() const
{
    const CipherDriver *owner = cipherDriver();
    return owner && owner->m_private->connection ? owner->m_private->connection->handle() : nullptr;
}

QVariant CipherResult::handle() const { return QVariant::fromValue(m_statement); }

void CipherResult::abandon()
{
    sqlite3_finalize(m_statement);
    m_statement = nullptr;
    forgetRows();
    setActive(false);
    setAt(QSql::BeforeFirstRow);
}

bool CipherResult::fail(const QString &what, int code)
{
    const CipherDriver::Private &shared = *cipherDriver()->m_private;
    setLastError(shared.error(what, code, QSqlError::StatementError, CipherDriver::Private::Speaker::Statement));
    return false;
}

bool CipherResult::failToCompile(int code)
{
    const CipherDriver::Private &shared = *cipherDriver()->m_private;
    setLastError(shared.error(unableToExecute, code, QSqlError::StatementError, CipherDriver::Private::Speaker::Compiler));
    return false;
}

bool CipherResult::mismatch()
{
    setLastError(QSqlError(QStringLiteral("Parameter count mismatch"), QString(), QSqlError::StatementError));
    return false;
}

void CipherResult::forgetRows()
{
    m_cells.clear();
    m_rowWaits = false;
    m_atEnd = true;
    m_changes = -1;
    m_insertId.clear();
    m_record.clear();
}

// Qt hands its own rewriting of the placeholders to prepare(), which breaks ?NNN; SQLite wants the text as it was written.
bool CipherResult::savePrepare(const QString &sql)
{
    m_asWritten = sql;
    const bool done = QSqlResult::savePrepare(sql);
    m_asWritten.clear();
    return done;
}

bool CipherResult::prepare(const QString &text)
{
    const QString sql = m_asWritten.isEmpty() ? text : m_asWritten;
    sqlite3 *handle = database();
    if (!handle || !driver()->isOpen() || driver()->isOpenError())
        return false;
    sqlite3_finalize(m_statement);
    m_statement = nullptr;
    forgetRows();
    setSelect(false);
    const QByteArray utf8 = toUtf8(sql);
    const char *tail = nullptr;
    const int code = sqlite3_prepare_v2(handle, utf8.constData(), -1, &m_statement, &tail);
    if (code != SQLITE_OK)
        return failToCompile(code);
    if (!isEmptySql(handle, tail)) {
        sqlite3_finalize(m_statement);
        m_statement = nullptr;
        setLastError(QSqlError(QStringLiteral("Unable to execute multiple statements at a time"), QString(),
                               QSqlError::StatementError, QString::number(SQLITE_MISUSE)));
        return false;
    }
    m_isInsert = isInsertSql(sql);
    return true;
}

bool CipherResult::reset(const QString &sql) { return prepare(sql) && exec(); }

// A name that stands several times in the statement is one parameter of SQLite but several values of QSqlResult, all
// equal; ?NNN is the NNNth value.
QVariant CipherResult::valueOf(int parameter, bool *known) const
{
    *known = true;
    const char *name = sqlite3_bind_parameter_name(m_statement, parameter);
    if (name && *name != '?') {
        const QString placeholder = QString::fromUtf8(name);
        for (int i = 0; i < boundValueCount(); ++i) {
            if (boundValueName(i) == placeholder)
                return boundValue(i);
        }
        *known = false;
        return {};
    }
    *known = parameter <= boundValueCount();
    return *known ? boundValue(parameter - 1) : QVariant();
}

// Qt also counts what merely looks like a placeholder, in a comment for instance: no harm while nothing is bound to it.
bool CipherResult::isAskedFor(int value) const
{
    const char *name = sqlite3_bind_parameter_name(m_statement, value + 1);
    const bool byPosition = value < sqlite3_bind_parameter_count(m_statement) && (!name || *name == '?');
    return byPosition || sqlite3_bind_parameter_index(m_statement, boundValueName(value).toUtf8().constData()) > 0;
}

bool CipherResult::bindValues()
{
    const int parameters = sqlite3_bind_parameter_count(m_statement);
    for (int i = 0; i < boundValueCount(); ++i) {
        if (!isAskedFor(i) && boundValue(i).isValid())
            return mismatch();
    }
    sqlite3_clear_bindings(m_statement);
    for (int parameter = 1; parameter <= parameters; ++parameter) {
        bool known = false;
        const QVariant value = valueOf(parameter, &known);
        if (!known)
            return mismatch();
        const int code = bindVariant(m_statement, parameter, value);
        if (code != SQLITE_OK)
            return fail(QStringLiteral("Unable to bind parameters"), code);
    }
    return true;
}

bool CipherResult::exec()
{
    if (!m_statement) // the driver was closed, or there was nothing but a comment to prepare
        return database() ? fail(unableToExecute, SQLITE_MISUSE) : false;
    sqlite3_reset(m_statement);
    forgetRows();
    setLastError(QSqlError());
    setAt(QSql::BeforeFirstRow);
    setActive(false);
    if (!bindValues() || !runOnce())
        return false;
    setActive(true);
    return true;
}

bool CipherResult::runOnce()
{
    sqlite3 *handle = database();
    setSelect(sqlite3_column_count(m_statement) > 0);
    m_atEnd = false;
    // INSERT ... RETURNING is over only with its last row, so it is read to the end whatever the user does with the rows.
    const bool writes = sqlite3_stmt_readonly(m_statement) == 0;
    m_keepRows = writes || !isForwardOnly();
    const int changesBefore = sqlite3_total_changes(handle);
    const bool hasRow = stepRow();
    m_rowWaits = hasRow && !m_keepRows;
    describeColumns(hasRow);
    while (writes && !m_atEnd)
        stepRow();
    if (lastError().isValid()) {
        setSelect(false);
        return false;
    }
    if (writes || !isSelect()) {
        const bool changed = sqlite3_total_changes(handle) != changesBefore;
        m_changes = changed ? sqlite3_changes(handle) : 0;
        if (m_isInsert && changed)
            m_insertId = qint64(sqlite3_last_insert_rowid(handle));
    }
    return true;
}

bool CipherResult::stepRow()
{
    if (m_atEnd || !m_statement)
        return false;
    const int code = sqlite3_step(m_statement);
    m_columns = sqlite3_column_count(m_statement); // a changed schema is noticed by the first step
    if (code == SQLITE_ROW) {
        if (!m_keepRows)
            m_cells.clear();
        for (int column = 0; column < m_columns; ++column)
            m_cells.push_back(columnVariant(m_statement, column, numericalPrecisionPolicy()));
        return true;
    }
    m_atEnd = true;
    if (code != SQLITE_DONE)
        fail(isSelect() ? QStringLiteral("Unable to fetch row") : unableToExecute, code);
    sqlite3_reset(m_statement); // an unfinished statement would hold its lock
    return false;
}

qsizetype CipherResult::cachedRows() const { return m_columns > 0 ? static_cast<qsizetype>(m_cells.size()) / m_columns : 0; }

bool CipherResult::fetchNext()
{
    if (!isActive())
        return false;
    const int next = at() == QSql::BeforeFirstRow ? 0 : at() + 1;
    if (!m_keepRows) {
        if (!m_rowWaits && !stepRow())
            return false;
        m_rowWaits = false;
    } else if (next >= cachedRows() && !stepRow()) {
        return false;
    }
    setAt(next);
    return true;
}

bool CipherResult::fetch(int row)
{
    if (!isActive() || row < 0)
        return false;
    if (at() == row)
        return true;
    if (!m_keepRows) {
        if (at() > row || at() == QSql::AfterLastRow)
            return false;
        while (at() < row) {
            if (!fetchNext())
                return false;
        }
        return true;
    }
    while (cachedRows() <= row) {
        if (!stepRow())
            return false;
    }
    setAt(row);
    return true;
}

bool CipherResult::fetchFirst()
{
    if (isForwardOnly() && at() != QSql::BeforeFirstRow)
        return false;
    return fetch(0);
}

bool CipherResult::fetchLast()
{
    if (!isActive())
        return false;
    if (m_keepRows) {
        while (stepRow()) {}
        return cachedRows() > 0 && fetch(static_cast<int>(cachedRows() - 1));
    }
    if (at() == QSql::AfterLastRow)
        return false;
    bool any = at() >= 0;
    while (fetchNext())
        any = true;
    return any; // the last row is still the one at hand
}

QVariant CipherResult::cell(int column) const
{
    if (column < 0 || column >= m_columns || at() < 0)
        return {};
    const std::size_t index = static_cast<std::size_t>(m_keepRows ? at() : 0) * m_columns + column;
    return index < m_cells.size() ? m_cells[index] : QVariant();
}

QVariant CipherResult::data(int column) { return cell(column); }

bool CipherResult::isNull(int column) { return cell(column).isNull(); }

QVariant CipherResult::lastInsertId() const { return isActive() ? m_insertId : QVariant(); }

QSqlRecord CipherResult::record() const { return isActive() && isSelect() ? m_record : QSqlRecord(); }

void CipherResult::detachFromResultSet()
{
    sqlite3_reset(m_statement);
    m_cells.clear();
    m_rowWaits = false;
    m_atEnd = true;
}

// A column of a table has the type of its declaration; an expression has that of the first row.
void CipherResult::describeColumns(bool hasRow)
{
    m_record.clear();
    for (int column = 0; column < m_columns; ++column) {
        const int seen = hasRow && m_statement ? sqlite3_column_type(m_statement, column) : -1;
        const QString declared = QString::fromUtf8(sqlite3_column_decltype(m_statement, column));
        QMetaType type;
        if (!declared.isEmpty())
            type = typeOfDeclaration(declared);
        else if (seen == SQLITE_INTEGER)
            type = QMetaType::fromType<int>(); // like a column declared INTEGER; the value is a qint64 all the same
        else if (seen == SQLITE_FLOAT)
            type = QMetaType::fromType<double>();
        else if (seen == SQLITE_BLOB)
            type = QMetaType::fromType<QByteArray>();
        else if (seen == SQLITE_TEXT)
            type = QMetaType::fromType<QString>();
        QSqlField field(QString::fromUtf8(sqlite3_column_name(m_statement, column)), type,
                        QString::fromUtf8(sqlite3_column_table_name(m_statement, column)));
        field.setSqlType(seen);
        m_record.append(field);
    }
}

bool CipherResult::execBatch(bool arrayBind)
{
    if (!m_statement)
        return database() ? fail(unableToExecute, SQLITE_MISUSE) : false;
    if (arrayBind) {
        setLastError(QSqlError(QStringLiteral("ValuesAsColumns is not supported"), QString(), QSqlError::StatementError,
                               QString::number(SQLITE_MISUSE)));
        return false;
    }
    const QList<QVariant> columns = boundValues();
    if (columns.isEmpty())
        return mismatch();
    const qsizetype rows = columns.first().toList().size();
    for (const QVariant &column : columns) {
        if (column.toList().size() != rows)
            return mismatch();
    }
    const bool done = runAll(columns, rows);
    boundValues() = columns;
    return done;
}

// All rows or none: a savepoint serves inside a transaction and without one.
bool CipherResult::runAll(const QList<QVariant> &columns, qsizetype rows)
{
    sqlite3 *handle = database();
    sqlite3_reset(m_statement);
    const char *begin = sqlite3_get_autocommit(handle) ? "BEGIN IMMEDIATE" : "SAVEPOINT yizhan_batch";
    const bool own = sqlite3_get_autocommit(handle) != 0;
    if (const int code = sqlite3_exec(handle, begin, nullptr, nullptr, nullptr); code != SQLITE_OK)
        return fail(unableToExecute, code);
    std::vector<QVariantList> lists;
    for (const QVariant &column : columns)
        lists.push_back(column.toList());
    int changes = 0;
    bool done = true;
    for (qsizetype row = 0; done && row < rows; ++row) {
        for (std::size_t column = 0; column < lists.size(); ++column)
            boundValues()[static_cast<qsizetype>(column)] = lists[column][row];
        done = exec();
        changes += std::max(m_changes, 0);
    }
    if (done) {
        const int code = sqlite3_exec(handle, own ? "COMMIT" : "RELEASE yizhan_batch", nullptr, nullptr, nullptr);
        if (code == SQLITE_OK) {
            m_changes = changes;
            return true;
        }
        fail(unableToExecute, code);
    }
    setActive(false);
    sqlite3_exec(handle, own ? "ROLLBACK" : "ROLLBACK TO yizhan_batch;RELEASE yizhan_batch", nullptr, nullptr, nullptr);
    return false;
}

} // namespace yizhan
