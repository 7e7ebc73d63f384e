// SPDX-License-Identifier: GPL-3.0-or-later
// The first place of the day: what is late, what is due, what was begun and not finished.
#pragma once

#include "models/RecordOpener.h"
#include "models/TodayModel.h"

#include <QWidget>

class QLabel;
class QTableView;
class QVBoxLayout;

namespace yizhan {

class TodayPane final : public QWidget
{
    Q_OBJECT
public:
    TodayPane(Workspace &workspace, RecordOpener &opener, QWidget *parent = nullptr);
    TodayModel &model() { return m_model; }

signals:
    void openWanted(const yizhan::RecordId &id);
    void currentChanged(const yizhan::RecordId &id);
    void newWanted(yizhan::Kind kind);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showDrafts();
    void showHead();
    RecordId current() const;

    RecordOpener &m_opener;
    TodayModel m_model;
    Workspace &m_workspace;
    QLabel *m_head;
    QLabel *m_draftsHead;
    QVBoxLayout *m_drafts;
    QTableView *m_table;
    QLabel *m_nothing;
};

} // namespace yizhan
