// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/FieldEditor.h"

#include "forms/CodeEditors.h"
#include "forms/TextEditors.h"
#include "models/Words.h"

#include <QKeyEvent>

namespace yizhan {

FieldEditor::FieldEditor(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_row(row), m_field(field)
{
    setObjectName(QLatin1String(field.name));
}

FieldEditor *FieldEditor::make(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent)
{
    switch (field.type) {
    case FieldType::LongText: return new LongTextEditor(draft, row, field, parent);
    case FieldType::Code:
    case FieldType::Ref: return new ChoiceEditor(draft, row, field, parent);
    case FieldType::CodeSet: return new CodeSetEditor(draft, row, field, parent);
    case FieldType::Bool: return new YesNoEditor(draft, row, field, parent);
    case FieldType::Day:
    case FieldType::Instant: return new DateEditor(draft, row, field, parent);
    case FieldType::Money: return new MoneyEditor(draft, row, field, parent);
    default: return new LineEditor(draft, row, field, parent);
    }
}

void FieldEditor::adopt(QWidget *input)
{
    input->installEventFilter(this);
    input->setAccessibleName(words::field(m_field));
    input->setAccessibleDescription(words::hint(m_field));
    setFocusProxy(input);
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn: emit caretEntered(); break;
    case QEvent::FocusOut: m_draft.endTyping(); break;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool undo = key->matches(QKeySequence::Undo);
        const bool redo = key->matches(QKeySequence::Redo)
                          || (key->key() == Qt::Key_Y && key->modifiers() == Qt::ControlModifier);
        if (!undo && !redo)
            break;
        if (event->type() == QEvent::KeyPress) {
            m_draft.endTyping();
            undo ? m_draft.undoStack().undo() : m_draft.undoStack().redo();
        }
        event->accept(); // the line's own undo knows nothing of the other fields
        return true;
    }
    case QEvent::Wheel: // scrolling the form must not change what stands in it
        event->ignore();
        return !input()->hasFocus();
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace yizhan
