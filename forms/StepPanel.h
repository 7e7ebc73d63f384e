// SPDX-License-Identifier: GPL-3.0-or-later
// The next steps of a case as buttons; a step that is not open says what is missing and asks for it on the spot.
#pragma once

#include "models/NextSteps.h"
#include "models/RecordDraft.h"

#include <QFrame>

class QVBoxLayout;

namespace yizhan {

class FlowLayout;
class RowPanel;

class StepPanel final : public QFrame
{
    Q_OBJECT
public:
    StepPanel(Workspace &workspace, QWidget *parent);

    void setRecord(const Record &record); // null = nothing to do
    // While the form has unsaved edits, steps are not offered: they would be taken on what is not there yet.
    void setUnsaved(bool unsaved);
    // Tab goes from this widget to the steps, which are made anew with every change.
    void setTabsAfter(QWidget *before) { m_before = before; }

signals:
    void taken();
    void refused(const QString &message);

private:
    void rebuild();
    void choose(const NextSteps::Step &step);
    void closeDetails();
    void orderTabs();
    void takeChosen();

    Workspace &m_workspace;
    NextSteps m_steps;
    Record m_record;
    bool m_unsaved = false;
    FlowLayout *m_buttons;
    QWidget *m_details = nullptr;
    QWidget *m_before = nullptr;
    QVBoxLayout *m_layout;
    std::optional<NextSteps::Step> m_chosen;
    RecordDraft *m_inputs = nullptr;
};

} // namespace yizhan
