// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a docket as a table of any length: it holds the order of all rows as numbers and the values only of those
// that somebody looks at.
#pragma once

#include "models/Workspace.h"

#include <QAbstractTableModel>
#include <unordered_map>
#include <unordered_set>

namespace yizhan {

// GUI thread. setQuery() shows the first 200 rows as soon as the store has them, then the whole order (8 bytes a row); the
// values of rows come in pages of 128 when a view asks for them, the pages around the viewport before it does.
class RecordTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        RecordIdRole = Qt::UserRole + 1, // QByteArray; empty while the row is not loaded
        LocalRowRole,                    // qint64
        LoadedRole,                      // bool
        BandRole,                        // int of ColourBand, for the due column
        NumberRole                       // bool: the column of the number by which a case is known
    };
    enum class State {
        Idle,     // no query yet
        Loading,  // nothing of this query is shown yet
        Ordering, // the first rows stand, their order beyond is being worked out
        Ready,
        Failed
    };

    RecordTableModel(Workspace &workspace, const RecordSpec &spec, QObject *parent = nullptr);
    ~RecordTableModel() override;

    const RecordSpec &spec() const { return m_spec; }
    void setColumns(std::vector<const FieldSpec *> columns);
    const std::vector<const FieldSpec *> &columns() const { return m_columns; }

    // Cancels what was going on. Rows of the previous query stay visible until the first rows of this one are there.
    void setQuery(const Query &query);
    const Query &query() const { return m_query; }
    // The same query again, e.g. when the calendar day changed.
    void reload();

    State state() const { return m_state; }
    std::int64_t loadedRows() const; // rows whose place is known and that can be scrolled to
    const std::optional<Error> &error() const { return m_error; }

    Record recordAt(int row) const;         // null if out of range or not loaded
    std::int64_t localRowAt(int row) const; // 0 if out of range
    // Positions of rows, -1 for those that are not in the list; one pass, whatever the number.
    std::vector<int> rowsOf(const std::vector<std::int64_t> &localRows) const;
    // What the view shows: these rows and a page around them are loaded first, others that were asked for are forgotten.
    void setViewport(int firstRow, int lastRow);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void stateChanged();
    // Around everything that takes rows away or moves them: a view notes selection and place, and finds them again after.
    void reorderBegins();
    void reorderEnded();

private:
    struct Loaded {
        Record record;
        std::uint64_t usedAt = 0;
        bool stale = false; // changed meanwhile: shown until the new values are here
    };

    void setState(State state);
    void fail(const Error &error);
    void showFirstRows(const std::vector<Record> &records);
    void takeOrder(const RowOrder &order);
    void askForOrder();
    void keep(const Record &record);
    void forgetOldest();
    bool isMissing(int row) const;
    void want(int row) const;
    void fetchNext();
    void fetchPage(int page);
    void takePage(int page, const std::vector<std::int64_t> &asked, const std::vector<Record> &records);
    void takeChanges(const ChangeSet &changes);
    void announce(const std::vector<int> &rows);
    QString textOf(const FieldSpec &field, const Record &record) const;
    bool isDue(const FieldSpec &field) const;

    Workspace &m_workspace;
    const RecordSpec &m_spec;
    std::vector<const FieldSpec *> m_columns;
    Query m_query;
    State m_state = State::Idle;
    std::optional<Error> m_error;
    RowOrder m_order;
    CancelToken m_cancel;

    mutable std::unordered_map<std::int64_t, Loaded> m_loaded;
    mutable std::uint64_t m_clock = 0;
    mutable std::vector<int> m_wantedPages; // last asked for is first served
    mutable QTimer m_fetchSoon;
    std::unordered_set<int> m_comingPages;
    int m_viewFirst = 0;
    int m_viewLast = 0;
    QTimer m_reorderSoon;
};

} // namespace yizhan
