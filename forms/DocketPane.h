// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a docket with everything around it: search, chips, filter row, column chooser, empty states, footer.
#pragma once

#include "models/Docket.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace yizhan {

class ChipBar;
class EmptyState;
class FilterHeader;
class MessageBar;

// Where somebody was in a list: found again after the rows were put into another order. Of a long list the first rows come
// first: what is not among them is looked for again when the whole order is there, and a second new order meanwhile changes
// nothing of it.
struct DocketPlace {
    std::vector<std::int64_t> selected;
    std::int64_t current = 0;
    std::int64_t top = 0; // 0 = the list stood at its top
    int column = 0;
};

class DocketPane final : public QWidget
{
    Q_OBJECT
public:
    DocketPane(Workspace &workspace, const RecordSpec &spec, QWidget *parent = nullptr);
    ~DocketPane() override;

    Docket &docket() { return m_docket; }
    QTableView *table() { return m_table; }
    FilterHeader *header() { return m_header; }
    QLineEdit *searchBox() { return m_search; }
    // Asks for the rows; nothing is read before somebody looks.
    void start();
    void focusFilter();
    void toggleFilterRow();
    // By the column whose filter has the caret, or of the current cell; as a click on its title, `add` as one with Shift.
    void sortByCaret(bool add);
    void showColumnChooser(const QPoint &globalPosition);
    RecordId currentRecord() const; // null if none or not loaded
    // Rows to the clipboard as a spreadsheet takes them, what is loaded of the selection.
    void copySelection(bool withTitles);

signals:
    void openWanted(const yizhan::RecordId &id);
    void currentChanged(const yizhan::RecordId &id);
    void newWanted(yizhan::Kind kind);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeTools();
    void connectDocket();
    void refreshView();
    void refreshState();
    void refreshEmpty();
    void refreshFooter();
    void tellViewport();
    void bringIntoView(int column);
    void notePlace();
    void findPlace();
    std::int64_t selectedRows() const;
    std::int64_t rowsTop() const; // local row at the upper edge

    Docket m_docket;
    QLineEdit *m_search;
    QToolButton *m_filterToggle;
    QToolButton *m_columnsButton;
    ChipBar *m_chips;
    MessageBar *m_bar;
    QStackedWidget *m_stack;
    QTableView *m_table;
    FilterHeader *m_header;
    EmptyState *m_empty;
    QLabel *m_footer;
    QTimer m_searchDebounce;
    std::optional<DocketPlace> m_sought;
    bool m_reordering = false; // rows and selection change by themselves, not by the user
    bool m_placeRestored = false;
};

} // namespace yizhan
