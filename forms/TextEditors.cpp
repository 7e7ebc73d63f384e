// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/TextEditors.h"

#include "forms/Theme.h"
#include "forms/Widgets.h"
#include "models/DayText.h"
#include "models/DueText.h"
#include "records/Money.h"
#include "records/NumberPlaces.h"

#include <QAction>
#include <QCalendarWidget>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QWidgetAction>

namespace yizhan {

namespace {

QHBoxLayout *tightLayout(QWidget *owner)
{
    auto *layout = new QHBoxLayout(owner);
    layout->setContentsMargins(0, 0, 0, 0);
    return layout;
}

QDate toDate(Day day) { return QDate(day.year(), day.month(), day.dayOfMonth()); }

} // namespace

LineEditor::LineEditor(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent)
    : FieldEditor(draft, row, field, parent), m_line(new QLineEdit(this))
{
    tightLayout(this)->addWidget(m_line);
    adopt(m_line);
    // far longer texts are refused by the check in words; this only keeps a pasted book out of the line
    m_line->setMaxLength(10'000);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &typed) {
        m_writing = true;
        take(typed);
        m_writing = false;
        emit echoChanged();
    });
    connect(m_line, &QLineEdit::cursorPositionChanged, this, &FieldEditor::caretMoved);
    connect(m_line, &QLineEdit::editingFinished, this, &LineEditor::refresh);
}

void LineEditor::take(const QString &typed) { m_draft.setTyped(m_row, m_field, typed); }

void LineEditor::refresh()
{
    if (m_writing)
        return;
    const QString text = m_draft.typed(m_row, m_field);
    if (m_line->text() != text) {
        const int caretBefore = m_line->cursorPosition();
        m_line->setText(text);
        m_line->setCursorPosition(std::min(caretBefore, int(text.size())));
    }
    m_line->setReadOnly(!m_draft.isEditable(m_row, m_field));
    if (m_field.type == FieldType::Text) {
        const Record *row = m_draft.row(m_row);
        const bool waits = row && waitsForNumber(*row, m_field, *m_draft.workspace().rules());
        m_line->setPlaceholderText(waits ? tr("waiting for number") : QString());
    }
    emit echoChanged();
}

QWidget *LineEditor::input() const { return m_line; }

int LineEditor::caret() const { return m_line->cursorPosition(); }

void LineEditor::setCaret(int position) { m_line->setCursorPosition(position); }

LongTextEditor::LongTextEditor(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent)
    : FieldEditor(draft, row, field, parent), m_text(new QPlainTextEdit(this))
{
    tightLayout(this)->addWidget(m_text);
    adopt(m_text);
    m_text->setTabChangesFocus(true);
    m_text->setUndoRedoEnabled(false); // the draft undoes
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * 4 + 16);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_writing)
            return;
        m_writing = true;
        m_draft.setTyped(m_row, m_field, m_text->toPlainText());
        m_writing = false;
        emit echoChanged();
    });
    connect(m_text, &QPlainTextEdit::cursorPositionChanged, this, &FieldEditor::caretMoved);
}

void LongTextEditor::refresh()
{
    if (m_writing)
        return;
    const QString text = m_draft.typed(m_row, m_field);
    if (m_text->toPlainText() != text) {
        m_writing = true;
        const int caretBefore = caret();
        m_text->setPlainText(text);
        setCaret(caretBefore);
        m_writing = false;
    }
    m_text->setReadOnly(!m_draft.isEditable(m_row, m_field));
    emit echoChanged();
}

QWidget *LongTextEditor::input() const { return m_text; }

int LongTextEditor::caret() const { return m_text->textCursor().position(); }

void LongTextEditor::setCaret(int position)
{
    QTextCursor cursor = m_text->textCursor();
    cursor.setPosition(std::min(position, int(m_text->toPlainText().size())));
    m_text->setTextCursor(cursor);
}

QString LongTextEditor::echo() const
{
    const int length = int(m_text->toPlainText().size());
    const int most = m_field.maxLength ? int(m_field.maxLength) : 20000;
    return length * 2 > most ? tr("%1 of %2 characters").arg(length).arg(most) : QString();
}

DateEditor::DateEditor(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent)
    : LineEditor(draft, row, field, parent)
{
    m_line->setPlaceholderText(field.type == FieldType::Day ? tr("e.g. 11.23, +3d, Thu") : tr("e.g. 11.23 14:00"));
    QAction *pick = m_line->addAction(Theme::instance().icon(QStringLiteral("calendar")), QLineEdit::TrailingPosition);
    pick->setToolTip(tr("Pick from a calendar (Alt+Down)"));
    connect(pick, &QAction::triggered, this, &DateEditor::showCalendar);
}

void DateEditor::take(const QString &typed)
{
    Workspace &workspace = m_draft.workspace();
    if (m_field.type == FieldType::Day) {
        if (const auto day = readDay(typed, workspace.today()))
            return m_draft.setValue(m_row, m_field, Value(*day));
    } else if (const auto instant = readInstant(typed, workspace.now())) {
        return m_draft.setValue(m_row, m_field, Value(*instant));
    }
    m_draft.setTyped(m_row, m_field, typed);
}

QString DateEditor::echo() const
{
    const Value value = m_draft.value(m_row, m_field);
    if (value.isNull() || m_draft.note(m_row, m_field).blocks)
        return {};
    if (m_field.type == FieldType::Day)
        return dayWithWeekday(Day{static_cast<std::int32_t>(value.number())});
    return dayWithWeekday(Instant{value.number()}.localDay());
}

bool DateEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && key->modifiers() & Qt::AltModifier) {
            showCalendar();
            return true;
        }
    }
    return LineEditor::eventFilter(watched, event);
}

void DateEditor::showCalendar()
{
    if (m_line->isReadOnly())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *calendar = new QCalendarWidget(menu);
    const Value value = m_draft.value(m_row, m_field);
    const Day shown = value.isNull()                   ? m_draft.workspace().today()
                      : m_field.type == FieldType::Day ? Day{static_cast<std::int32_t>(value.number())}
                                                       : Instant{value.number()}.localDay();
    calendar->setSelectedDate(toDate(shown));
    calendar->setFirstDayOfWeek(Qt::Monday);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    const int minute = value.isNull() || m_field.type == FieldType::Day ? 0 : Instant{value.number()}.localMinuteOfDay();
    connect(calendar, &QCalendarWidget::activated, this, [this, menu, minute](const QDate &date) {
        if (const auto day = Day::fromYmd(date.year(), date.month(), date.day())) {
            m_draft.setValue(m_row, m_field,
                             m_field.type == FieldType::Day ? Value(*day) : Value(Instant::fromLocal(*day, minute)));
            refresh();
        }
        menu->close();
    });
    connect(calendar, &QCalendarWidget::clicked, calendar, &QCalendarWidget::activated);
    menu->popup(m_line->mapToGlobal(QPoint(0, m_line->height())));
    calendar->setFocus();
}

MoneyEditor::MoneyEditor(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent)
    : LineEditor(draft, row, field, parent)
{
    m_line->setPlaceholderText(tr("yuan, e.g. 12000 or 1.2万"));
}

QString MoneyEditor::echo() const
{
    const Value value = m_draft.value(m_row, m_field);
    if (value.isNull() || m_draft.note(m_row, m_field).blocks)
        return {};
    const auto capitals = moneyInCapitals(Money{value.number()});
    return capitals ? QStringLiteral("¥%1  %2").arg(formatMoney(Money{value.number()}), *capitals) : QString();
}

} // namespace yizhan
