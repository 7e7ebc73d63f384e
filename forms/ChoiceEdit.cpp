// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/ChoiceEdit.h"

#include "forms/Theme.h"
#include "models/RefChoiceModel.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>

namespace yizhan {

ChoiceEdit::ChoiceEdit(ChoiceModel *choices, QWidget *parent)
    : QLineEdit(parent), m_choices(choices), m_completer(new QCompleter(choices, this))
{
    choices->setParent(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // the model narrows itself
    m_completer->setMaxVisibleItems(14);
    setCompleter(m_completer);
    auto *arrow = addAction(Theme::instance().icon(QStringLiteral("down")), QLineEdit::TrailingPosition);
    arrow->setToolTip(tr("Show the list (Alt+Down)"));
    connect(arrow, &QAction::triggered, this, &ChoiceEdit::showAll);
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_edited = true;
        m_choices->setFilter(text);
    });
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_choices, &ChoiceModel::labelsChanged, this, [this] {
        if (!m_edited)
            showLabel(m_choices->labelOf(m_value));
    });
    if (auto *asked = qobject_cast<RefChoiceModel *>(choices)) {
        connect(asked, &RefChoiceModel::searched, this, [this] {
            if (hasFocus() && m_edited)
                m_completer->complete();
        });
    }
}

void ChoiceEdit::setValue(const Value &value)
{
    m_value = value;
    m_edited = false;
    showLabel(m_choices->labelOf(value));
}

// A label longer than the field is read from its beginning, unless somebody is just writing in it.
void ChoiceEdit::showLabel(const QString &label)
{
    setText(label);
    if (!hasFocus())
        setCursorPosition(0);
}

void ChoiceEdit::showAll()
{
    m_choices->setFilter({});
    setFocus();
    selectAll();
    m_edited = true;
    m_completer->complete();
}

void ChoiceEdit::choose(int row)
{
    const Value picked = m_choices->valueAt(row);
    if (picked.isNull())
        return;
    const QString label = m_choices->index(row, 0).data().toString();
    m_value = picked;
    m_edited = false;
    setText(label);
    emit chosen(picked);
}

void ChoiceEdit::settle()
{
    if (!m_edited)
        return;
    m_edited = false;
    const QString typed = text().trimmed();
    if (typed.isEmpty()) {
        if (!m_value.isNull()) {
            m_value = {};
            emit chosen(m_value);
        }
        return;
    }
    if (typed == m_choices->labelOf(m_value)) {
        setText(typed);
        return;
    }
    m_choices->setFilter(typed);
    if (m_choices->rowCount() > 0 && (m_choices->rowCount() == 1 || m_choices->index(0, 0).data().toString() == typed))
        choose(0);
    else
        emit unknownTyped(typed);
}

void ChoiceEdit::keyPressEvent(QKeyEvent *event)
{
    const bool listOpen = m_completer->popup()->isVisible();
    if (event->key() == Qt::Key_Down && (event->modifiers() & Qt::AltModifier || !listOpen)) {
        showAll();
        return;
    }
    const bool plainEnter = (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
                            && event->modifiers() == Qt::NoModifier;
    if (plainEnter && m_edited && !listOpen) {
        m_choices->setFilter(text());
        if (m_choices->rowCount() > 0)
            choose(0);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void ChoiceEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason)
        return;
    settle();
    setCursorPosition(0);
}

} // namespace yizhan
