// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/FieldCell.h"

#include "forms/Widgets.h"
#include "models/Words.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace yizhan {

FieldCell::FieldCell(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent)
    : QWidget(parent),
      m_draft(draft),
      m_editor(FieldEditor::make(draft, row, field, this)),
      m_note(makeLabel({}, QStringLiteral("faint"), this)),
      m_settle(makeButton(tr("◆ Settle"), this))
{
    auto *label = makeLabel(words::field(field), {}, this);
    label->setBuddy(m_editor);
    label->setToolTip(words::hint(field));
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(label);
    if (draft.isRequired(row, field) && !field.byTransition)
        head->addWidget(makeLabel(tr("required"), QStringLiteral("required"), this));
    head->addStretch();
    m_settle->setObjectName(QLatin1String(field.name) + QStringLiteral(".settle"));
    m_settle->setProperty("flat", true);
    m_settle->setProperty("role", QStringLiteral("conflict"));
    m_settle->setToolTip(tr("Two people changed this at once. See both values and say which is right."));
    m_settle->setAccessibleName(tr("%1: two people changed this at once; settle it").arg(words::field(field)));
    head->addWidget(m_settle);
    connect(m_settle, &QPushButton::clicked, this, [this] { emit settleWanted(m_conflict); });
    m_note->setWordWrap(true);
    m_note->setObjectName(QLatin1String(field.name) + QStringLiteral(".note"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(m_editor);
    layout->addWidget(m_note);
    layout->addStretch();
    connect(m_editor, &FieldEditor::echoChanged, this, &FieldCell::showNote);
    refresh();
}

void FieldCell::refresh()
{
    m_editor->refresh();
    showNote();
    showConflict();
}

void FieldCell::showConflict()
{
    m_conflict = m_draft.conflictOf(m_editor->row(), field());
    m_settle->setVisible(!m_conflict.isNull());
    setMark(m_editor->input(), "conflict", m_conflict.isNull() ? QStringLiteral("false") : QStringLiteral("true"));
}

void FieldCell::showNote()
{
    const RecordDraft::Note note = m_draft.note(m_editor->row(), field());
    const QString hint = m_editor->input()->hasFocus() ? words::hint(field()) : QString();
    const QString text = !note.text.isEmpty() ? note.text : !m_editor->echo().isEmpty() ? m_editor->echo() : hint;
    setMark(m_note, "role", note.text.isEmpty() ? QStringLiteral("faint") : QStringLiteral("error"));
    m_note->setText(note.text.isEmpty() ? text : QStringLiteral("⚠ ") + text);
    m_note->setVisible(!text.isEmpty());
    const bool empty = m_draft.value(m_editor->row(), field()).isNull();
    setMark(m_editor->input(), "wrong", note.blocks && !note.text.isEmpty() ? QStringLiteral("true") : QStringLiteral("false"));
    setMark(m_editor->input(), "wanted",
            m_draft.isRequired(m_editor->row(), field()) && empty && m_draft.isEditable(m_editor->row(), field())
                ? QStringLiteral("true")
                : QStringLiteral("false"));
}

QString FieldCell::message() const { return m_note->text(); }

} // namespace yizhan
