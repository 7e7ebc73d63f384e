// SPDX-License-Identifier: GPL-3.0-or-later
// The tray of what the server did not take: the reason in words, what was entered, and a way out of each entry.
#pragma once

#include "models/TrayModel.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace yizhan {

class FlowLayout;
class MessageBar;

// GUI thread.
class TrayPane final : public QWidget
{
    Q_OBJECT
public:
    TrayPane(TrayModel &model, QWidget *parent = nullptr);
    QTableView *table() { return m_table; }
    // Now, or as soon as there are rows.
    void takeFocus();

signals:
    void settleWanted(const yizhan::RecordId &conflict);
    void enterAnewWanted(const yizhan::EntryAnew &entry);
    void openWanted(const yizhan::RecordId &root);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refreshed();
    void show();
    void go(TrayModel::Way way);
    static QString labelOf(TrayModel::Way way);

    TrayModel &m_model;
    std::int64_t m_current = 0;
    bool m_wantsFocus = false;
    MessageBar *m_bar;
    QTableView *m_table;
    QLabel *m_nothing;
    QWidget *m_details;
    QLabel *m_story;
    QLabel *m_values;
    FlowLayout *m_ways;
};

} // namespace yizhan
