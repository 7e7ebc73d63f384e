// SPDX-License-Identifier: GPL-3.0-or-later
// The pane at the right: what matters of the selected case, without opening it.
#pragma once

#include "models/CaseSummary.h"

#include <QWidget>

class QPushButton;
class QTextBrowser;

namespace yizhan {

class SummaryPane final : public QWidget
{
    Q_OBJECT
public:
    explicit SummaryPane(Workspace &workspace, QWidget *parent = nullptr);
    void setRecord(const RecordId &root);
    CaseSummary &summary() { return m_summary; }

signals:
    void openWanted(const yizhan::RecordId &id);
    void settleWanted(const yizhan::RecordId &root); // its values that two people changed at once
    void settleOneWanted(const yizhan::RecordId &conflict);

private:
    void show();
    QString page() const;

    CaseSummary m_summary;
    QTextBrowser *m_text;
    QPushButton *m_open;
    QPushButton *m_numbers;
    QPushButton *m_settle;
};

} // namespace yizhan
