// SPDX-License-Identifier: GPL-3.0-or-later
// The header of a docket: titles with sort marks, and under them a row of fields to filter by.
#pragma once

#include "models/Docket.h"

#include <QHeaderView>

class QLineEdit;

namespace yizhan {

class FilterHeader final : public QHeaderView
{
    Q_OBJECT
public:
    FilterHeader(Docket &docket, QAbstractScrollArea *table);

    // Editors, texts and marks as the docket's view says.
    void refresh();
    QLineEdit *editorOf(const FieldSpec &field) const; // null if the column is not shown
    void focusFilter(int column);
    QSize sizeHint() const override;

signals:
    void chooserWanted(const QPoint &globalPosition);
    void columnEntered(int column); // the caret came into its filter

protected:
    void updateGeometries() override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *makeEditor(const FieldSpec &field);
    void placeEditors();
    void showCodeList(QLineEdit *editor, const FieldSpec &field);
    void applyTyped();
    int filterHeight() const;
    int widthFor(int section) const;

    Docket &m_docket;
    std::vector<std::pair<const FieldSpec *, QLineEdit *>> m_editors;
    QTimer m_debounce;
    bool m_refreshing = false;
};

} // namespace yizhan
