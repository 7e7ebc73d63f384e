// SPDX-License-Identifier: GPL-3.0-or-later
// Inside sql/ only: one query of the QtSql driver with its rows, scrollable unless it is forward-only.
#pragma once

#include "sql/CipherDriver.h"

#include <QSqlRecord>
#include <QSqlResult>
#include <QVariant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace yizhan {

class CipherResult final : public QSqlResult
{
public:
    explicit CipherResult(const CipherDriver *driver);
    ~CipherResult() override;

    QVariant handle() const override; // "sqlite3_stmt*"
    void abandon();                   // the driver closes: the statement goes, the query is inactive

protected:
    bool savePrepare(const QString &sql) override;
    bool prepare(const QString &text) override;
    bool exec() override;
    bool execBatch(bool arrayBind) override;
    bool reset(const QString &sql) override;
    bool fetch(int row) override;
    bool fetchNext() override;
    bool fetchFirst() override;
    bool fetchLast() override;
    QVariant data(int column) override;
    bool isNull(int column) override;
    int size() override { return -1; } // SQLite does not know before the last row
    int numRowsAffected() override { return m_changes; }
    QVariant lastInsertId() const override;
    QSqlRecord record() const override;
    void detachFromResultSet() override;

private:
    const CipherDriver *cipherDriver() const;
    sqlite3 *database() const;
    bool fail(const QString &what, int code);
    bool failToCompile(int code);
    bool mismatch();

    bool bindValues();
    bool isAskedFor(int value) const;
    QVariant valueOf(int parameter, bool *known) const;
    bool runOnce();
    bool runAll(const QList<QVariant> &columns, qsizetype rows);
    bool stepRow(); // true: a row was added to the cache
    void forgetRows();
    qsizetype cachedRows() const;
    QVariant cell(int column) const; // invalid when there is no such cell
    void describeColumns(bool hasRow);

    sqlite3_stmt *m_statement = nullptr;
    QString m_asWritten;           // during savePrepare()
    std::vector<QVariant> m_cells; // row by row; one row only when rows are not kept
    int m_columns = 0;
    bool m_keepRows = true;
    bool m_rowWaits = false; // a row that is not kept has been read ahead and not been shown
    bool m_atEnd = false;
    int m_changes = -1;
    bool m_isInsert = false;
    QVariant m_insertId;
    QSqlRecord m_record;
};

} // namespace yizhan
