// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/StepPanel.h"

#include "forms/FlowLayout.h"
#include "forms/RowPanel.h"
#include "forms/Widgets.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace yizhan {

StepPanel::StepPanel(Workspace &workspace, QWidget *parent)
    : QFrame(parent), m_workspace(workspace), m_steps(workspace), m_layout(new QVBoxLayout(this))
{
    setProperty("role", QStringLiteral("card"));
    auto *line = new QWidget(this);
    m_buttons = new FlowLayout(line);
    m_buttons->setContentsMargins(0, 0, 0, 0);
    m_layout->addWidget(makeLabel(tr("Next step"), QStringLiteral("heading"), this));
    m_layout->addWidget(line);
    connect(&m_steps, &NextSteps::changed, this, &StepPanel::rebuild);
    connect(&m_steps, &NextSteps::refused, this, &StepPanel::refused);
    connect(&m_steps, &NextSteps::taken, this, [this] {
        closeDetails();
        emit taken();
    });
    hide();
}

void StepPanel::setRecord(const Record &record)
{
    m_record = record;
    closeDetails();
    m_steps.setRecord(record);
}

void StepPanel::setUnsaved(bool unsaved)
{
    if (m_unsaved == unsaved)
        return;
    m_unsaved = unsaved;
    rebuild();
}

void StepPanel::rebuild()
{
    emptyLayout(m_buttons);
    for (const NextSteps::Step &step : m_steps.steps()) {
        if (!step.checked)
            continue;
        auto *button = makeButton(step.isOpen() ? step.label : step.label + QStringLiteral(" …"), this, step.isOpen());
        button->setObjectName(QStringLiteral("step.") + QLatin1String(step.transition->name));
        button->setEnabled(!m_unsaved);
        button->setToolTip(m_unsaved       ? tr("Save first (Ctrl+S)")
                           : step.isOpen() ? QString()
                                           : tr("Something is still missing; press to see what"));
        m_buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, step] {
            if (step.isOpen())
                m_steps.take(step, {});
            else
                choose(step);
        });
        button->show();
    }
    setVisible(m_buttons->count() > 0);
    m_buttons->invalidate();
    orderTabs();
}

void StepPanel::orderTabs()
{
    QWidget *last = m_before;
    const auto goOn = [&last](QWidget *next) {
        if (last && next->focusPolicy() & Qt::TabFocus) {
            setTabOrder(last, next);
            last = next;
        }
    };
    for (int i = 0; i < m_buttons->count(); ++i)
        goOn(m_buttons->itemAt(i)->widget());
    if (m_details) {
        for (QWidget *widget : m_details->findChildren<QWidget *>())
            goOn(widget);
    }
}

void StepPanel::choose(const NextSteps::Step &step)
{
    closeDetails();
    m_chosen = step;
    m_details = new QWidget(this);
    auto *layout = new QVBoxLayout(m_details);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(makeLabel(tr("Before “%1”:").arg(step.label), QStringLiteral("heading"), m_details));
    for (const QString &obstacle : step.obstacles) {
        QLabel *label = makeLabel(QStringLiteral("• ") + obstacle, QStringLiteral("error"), m_details);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    for (const QString &condition : step.conditions) {
        QLabel *label = makeLabel(QStringLiteral("• ") + condition, QStringLiteral("faint"), m_details);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    RowPanel *panel = nullptr;
    if (!step.needs.empty()) {
        m_inputs = RecordDraft::forInputs(m_workspace, m_record, m_details);
        panel = new RowPanel(*m_inputs, m_record.id, m_details, step.needs);
        connect(m_inputs, &RecordDraft::cellChanged, panel,
                [panel](const RecordId &, const FieldSpec *field) { panel->refreshField(*field); });
        layout->addWidget(panel);
    }
    auto *buttons = new QHBoxLayout;
    auto *go = makeButton(step.label, m_details, true);
    go->setObjectName(QStringLiteral("takeStep"));
    go->setEnabled(step.obstacles.isEmpty());
    auto *cancel = makeButton(tr("Not now"), m_details);
    buttons->addWidget(go);
    buttons->addWidget(cancel);
    buttons->addStretch();
    layout->addLayout(buttons);
    connect(go, &QPushButton::clicked, this, &StepPanel::takeChosen);
    connect(cancel, &QPushButton::clicked, this, &StepPanel::closeDetails);
    m_layout->addWidget(m_details);
    orderTabs();
    m_details->show();
    if (panel)
        panel->focusFirst();
    else
        cancel->setFocus();
}

void StepPanel::takeChosen()
{
    if (!m_chosen)
        return;
    if (QWidget *focus = m_details->focusWidget())
        focus->clearFocus(); // a line that is left settles its text
    Inputs inputs;
    for (const FieldSpec *field : m_chosen->needs) {
        const Value value = m_inputs->value(m_record.id, *field);
        if (!value.isNull() || !m_record.value(*field).isNull()) // what was taken out is an answer too
            inputs.emplace_back(field, value);
    }
    m_steps.take(*m_chosen, inputs);
}

void StepPanel::closeDetails()
{
    m_chosen.reset();
    m_inputs = nullptr;
    if (m_details) {
        m_details->hide();
        m_details->deleteLater();
        m_details = nullptr;
    }
}

} // namespace yizhan
