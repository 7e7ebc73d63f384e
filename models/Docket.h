// SPDX-License-Identifier: GPL-3.0-or-later
// One docket as one user sees it: the view (columns, sorting, filter), its rows, the totals, and the memory of it all.
#pragma once

#include "models/DocketView.h"
#include "models/RecordTableModel.h"

namespace yizhan {

// GUI thread.
class Docket final : public QObject
{
    Q_OBJECT
public:
    Docket(Workspace &workspace, const RecordSpec &spec, QObject *parent = nullptr);

    Workspace &workspace() { return m_workspace; }
    const RecordSpec &spec() const { return m_spec; }
    RecordTableModel &rows() { return m_rows; }
    const RecordTableModel &rows() const { return m_rows; }
    const DocketView &view() const { return m_view; }

    // Reads the remembered view from the store, then asks for the first rows. viewChanged() follows.
    void start();

    void setFilterCell(const FieldSpec &field, const QString &typed);
    void setSearch(const QString &text);
    void dropCondition(const FieldSpec *field); // null = the search text
    void clearFilter();
    // Plain = this column alone, a second time turns the direction; `add` = as the next key (Shift+click).
    void sortBy(const FieldSpec &field, bool add);
    void showColumn(const FieldSpec &field, bool shown);
    void moveColumn(int from, int to);
    void setColumnWidth(const FieldSpec &field, int tenths);
    void setFrozen(int columns);
    void setFilterRowShown(bool shown);
    void setTopRow(std::int64_t localRow);
    void standardView();
    // Writes the view now instead of a second later; the lock calls it.
    void remember();

    // Rows in the whole docket and rows that the filter leaves; -1 while unknown.
    std::int64_t totalRows() const { return m_total; }
    std::int64_t filteredRows() const { return m_filtered; }
    // The condition without which the list would have the most rows, when the list is empty; null and false if none helps.
    struct Culprit {
        bool known = false;
        const FieldSpec *field = nullptr; // null = the search text
        QString text;
        std::int64_t rowsWithout = 0;
    };
    const Culprit &culprit() const { return m_culprit; }

signals:
    void viewChanged(); // columns, sort or filter: headers and chips draw themselves anew
    void countsChanged();
    void culpritFound();

private:
    void ask();
    void count();
    void findCulprit();
    void changed();
    Query query() const;

    Workspace &m_workspace;
    const RecordSpec &m_spec;
    RecordTableModel m_rows;
    DocketView m_view;
    QTimer m_rememberSoon;
    QTimer m_countSoon;
    CancelToken m_countCancel;
    std::int64_t m_total = -1;
    std::int64_t m_filtered = -1;
    Culprit m_culprit;
    bool m_started = false;
};

} // namespace yizhan
