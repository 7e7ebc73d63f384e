// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/CodeEditors.h"

#include "forms/FlowLayout.h"
#include "forms/Widgets.h"
#include "models/CodeChoiceModel.h"
#include "models/RefChoiceModel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QToolButton>
#include <QWidgetAction>

namespace yizhan {

namespace {
constexpr std::size_t mostBoxes = 8; // more are easier found in a list than read in a row

ChoiceModel *choicesFor(RecordDraft &draft, const FieldSpec &field)
{
    if (field.type == FieldType::Ref)
        return new RefChoiceModel(draft.workspace(), field.target);
    return new CodeChoiceModel(draft.workspace(), QLatin1String(field.codeList));
}
} // namespace

ChoiceEditor::ChoiceEditor(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent)
    : FieldEditor(draft, row, field, parent), m_edit(new ChoiceEdit(choicesFor(draft, field), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);
    adopt(m_edit);
    m_edit->setPlaceholderText(tr("type or Alt+Down"));
    connect(m_edit, &ChoiceEdit::chosen, this, [this](const Value &value) {
        m_writing = true;
        m_draft.setValue(m_row, m_field, value);
        m_writing = false;
    });
    connect(m_edit, &ChoiceEdit::unknownTyped, this, [this](const QString &text) {
        m_writing = true;
        m_draft.setTyped(m_row, m_field, text);
        m_writing = false;
    });
    connect(m_edit, &QLineEdit::cursorPositionChanged, this, &FieldEditor::caretMoved);
}

void ChoiceEditor::refresh()
{
    if (m_writing)
        return;
    const Value value = m_draft.value(m_row, m_field);
    if (m_edit->value() != value || m_edit->text().isEmpty())
        m_edit->setValue(value);
    m_edit->setReadOnly(!m_draft.isEditable(m_row, m_field));
}

CodeSetEditor::CodeSetEditor(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent)
    : FieldEditor(draft, row, field, parent)
{
    const CodeChoiceModel choices(draft.workspace(), QLatin1String(field.codeList));
    const bool many = choices.all().size() > mostBoxes;
    auto *boxes = new QWidget;
    QLayout *list = many ? static_cast<QLayout *>(new QVBoxLayout(boxes)) : new FlowLayout(boxes);
    for (const auto &choice : choices.all()) {
        auto *box = new QCheckBox(choice.label, boxes);
        box->setToolTip(choice.other);
        list->addWidget(box);
        m_boxes.emplace_back(choice.code, box);
        connect(box, &QCheckBox::toggled, this, [this, code = choice.code](bool on) { toggle(code, on); });
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    if (!many) {
        list->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(boxes);
        for (const auto &[code, box] : m_boxes)
            box->installEventFilter(this);
        if (!m_boxes.empty())
            setFocusProxy(m_boxes.front().second);
        return;
    }
    m_button = new QToolButton(this);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // what is chosen may be longer than the form is wide
    auto *menu = new QMenu(m_button);
    auto *scroll = new QScrollArea(menu);
    scroll->setWidget(boxes);
    scroll->setWidgetResizable(true);
    scroll->setMinimumSize(widthOf(this, 18), widthOf(this, 16));
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(scroll);
    menu->addAction(action);
    m_button->setMenu(menu);
    layout->addWidget(m_button);
    adopt(m_button);
}

QWidget *CodeSetEditor::input() const
{
    if (m_button)
        return m_button;
    return m_boxes.empty() ? const_cast<CodeSetEditor *>(this) : static_cast<QWidget *>(m_boxes.front().second);
}

void CodeSetEditor::toggle(const QString &code, bool on)
{
    if (m_writing)
        return;
    QStringList codes = m_draft.value(m_row, m_field).codes();
    codes.removeAll(code);
    if (on)
        codes += code;
    codes.sort();
    m_draft.endTyping();
    m_draft.setValue(m_row, m_field, Value(codes));
    refresh();
}

void CodeSetEditor::refresh()
{
    m_writing = true;
    const QStringList codes = m_draft.value(m_row, m_field).codes();
    const bool editable = m_draft.isEditable(m_row, m_field);
    for (const auto &[code, box] : m_boxes) {
        box->setChecked(codes.contains(code));
        box->setEnabled(editable);
    }
    if (m_button) {
        const QString text = m_draft.workspace().display(m_field, m_draft.value(m_row, m_field), false);
        m_button->setToolTip(text);
        showChosen();
    }
    m_writing = false;
}

void CodeSetEditor::showChosen()
{
    const QString text = m_button->toolTip().isEmpty() ? tr("Choose …") : m_button->toolTip();
    m_button->setText(
        m_button->fontMetrics().elidedText(text, Qt::ElideRight, std::max(0, m_button->width() - widthOf(this, 2))));
}

void CodeSetEditor::resizeEvent(QResizeEvent *event)
{
    FieldEditor::resizeEvent(event);
    if (m_button)
        showChosen();
}

YesNoEditor::YesNoEditor(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent)
    : FieldEditor(draft, row, field, parent), m_box(new QCheckBox(tr("Yes"), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    adopt(m_box);
    connect(m_box, &QCheckBox::toggled, this, [this](bool on) {
        if (m_writing)
            return;
        m_draft.endTyping();
        m_draft.setValue(m_row, m_field, on ? Value(true) : Value());
    });
}

void YesNoEditor::refresh()
{
    m_writing = true;
    m_box->setChecked(m_draft.value(m_row, m_field).number() != 0);
    m_box->setEnabled(m_draft.isEditable(m_row, m_field));
    m_writing = false;
}

QWidget *YesNoEditor::input() const { return m_box; }

} // namespace yizhan
