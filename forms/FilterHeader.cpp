// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/FilterHeader.h"

#include "forms/CheckMenu.h"
#include "forms/Theme.h"
#include "forms/Widgets.h"
#include "models/CodeChoiceModel.h"
#include "models/Words.h"

#include <QAction>
#include <QCheckBox>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>

namespace yizhan {

namespace {
constexpr int debounceMs = 150;
}

FilterHeader::FilterHeader(Docket &docket, QAbstractScrollArea *table) : QHeaderView(Qt::Horizontal, table), m_docket(docket)
{
    // after the table itself, which moves the titles
    connect(table->horizontalScrollBar(), &QScrollBar::valueChanged, this, &FilterHeader::placeEditors);
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setStretchLastSection(true);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_debounce.setSingleShot(true);
    connect(&m_debounce, &QTimer::timeout, this, &FilterHeader::applyTyped);
    connect(this, &QHeaderView::sectionResized, this, [this](int section, int, int size) {
        placeEditors();
        const auto &columns = m_docket.view().columns;
        const bool last = section == count() - 1; // stretched, not chosen
        if (!m_refreshing && !last && section >= 0 && std::size_t(section) < columns.size())
            m_docket.setColumnWidth(*columns[std::size_t(section)].field, size * 10 / std::max(1, widthOf(this, 1)));
    });
    connect(this, &QHeaderView::sectionClicked, this, [this](int section) {
        const auto &columns = m_docket.view().columns;
        if (section >= 0 && std::size_t(section) < columns.size())
            m_docket.sortBy(*columns[std::size_t(section)].field, QGuiApplication::keyboardModifiers() & Qt::ShiftModifier);
    });
    connect(this, &QHeaderView::sectionMoved, this, [this](int, int from, int to) {
        if (m_refreshing)
            return;
        m_refreshing = true;
        moveSection(to, from); // the columns of the model move instead
        m_refreshing = false;
        m_docket.moveColumn(from, to);
    });
}

int FilterHeader::filterHeight() const
{
    return m_docket.view().filterRowShown && !m_editors.empty() ? m_editors.front().second->sizeHint().height() + 4 : 0;
}

QSize FilterHeader::sizeHint() const
{
    QSize size = QHeaderView::sizeHint();
    size.rheight() += filterHeight();
    return size;
}

void FilterHeader::updateGeometries()
{
    setViewportMargins(0, 0, 0, filterHeight());
    QHeaderView::updateGeometries();
    placeEditors();
}

void FilterHeader::placeEditors()
{
    const int top = QHeaderView::sizeHint().height() + 2;
    for (std::size_t i = 0; i < m_editors.size() && int(i) < count(); ++i) {
        QLineEdit *editor = m_editors[i].second;
        editor->setGeometry(sectionViewportPosition(int(i)) + 1, top, sectionSize(int(i)) - 2, editor->sizeHint().height());
        editor->setVisible(m_docket.view().filterRowShown);
    }
}

QLineEdit *FilterHeader::makeEditor(const FieldSpec &field)
{
    auto *editor = new QLineEdit(this);
    editor->setObjectName(QStringLiteral("filter.") + QLatin1String(field.name));
    editor->setClearButtonEnabled(true);
    editor->setAccessibleName(tr("Filter: %1").arg(words::field(field)));
    editor->setToolTip(cellHelp(field));
    editor->setProperty("flat", true);
    editor->installEventFilter(this);
    connect(editor, &QLineEdit::textEdited, this, [this] { m_debounce.start(debounceMs); });
    connect(editor, &QLineEdit::returnPressed, this, &FilterHeader::applyTyped);
    if (*field.codeList != '\0') {
        QAction *list = editor->addAction(Theme::instance().icon(QStringLiteral("down")), QLineEdit::TrailingPosition);
        list->setToolTip(tr("Choose from the list (Alt+Down)"));
        connect(list, &QAction::triggered, this, [this, editor, &field] { showCodeList(editor, field); });
    }
    return editor;
}

void FilterHeader::refresh()
{
    m_refreshing = true;
    std::vector<std::pair<const FieldSpec *, QLineEdit *>> editors;
    for (const DocketView::Column &column : m_docket.view().columns) {
        QLineEdit *editor = editorOf(*column.field);
        std::erase_if(m_editors, [&](const auto &entry) { return entry.first == column.field; });
        editors.emplace_back(column.field, editor ? editor : makeEditor(*column.field));
    }
    for (const auto &[field, editor] : m_editors)
        editor->deleteLater();
    m_editors = std::move(editors);
    QWidget *before = nullptr;
    for (std::size_t i = 0; i < m_editors.size(); ++i) {
        const auto &[field, editor] = m_editors[i];
        const QString typed = m_docket.view().filter.typed(*field);
        if (!m_debounce.isActive() && editor->text() != typed)
            editor->setText(typed);
        const bool understood = typed.isEmpty() || cellPredicate(*field, typed, m_docket.workspace()).has_value();
        setMark(editor, "wrong", understood ? QStringLiteral("false") : QStringLiteral("true"));
        if (before)
            setTabOrder(before, editor);
        before = editor;
        if (int(i) < count())
            resizeSection(int(i), widthFor(int(i)));
    }
    m_refreshing = false;
    updateGeometries();
    emit geometriesChanged();
    viewport()->update();
}

int FilterHeader::widthFor(int section) const
{
    const DocketView::Column &column = m_docket.view().columns[std::size_t(section)];
    if (column.width > 0)
        return std::max(30, column.width * widthOf(this, 1) / 10);
    const bool due = column.field == m_docket.spec().field(u"next_due");
    const bool number = column.field == m_docket.spec().title; // by which a case is known
    const int content = widthOf(this, std::max(int(column.field->columnWidth), number ? 14 : due ? 8 : 4)) + 14;
    return std::max(content, sectionSizeFromContents(section).width() + widthOf(this, 1.5)); // with room for the sort mark
}

QLineEdit *FilterHeader::editorOf(const FieldSpec &field) const
{
    const auto found = std::find_if(m_editors.begin(), m_editors.end(),
                                    [&](const auto &entry) { return entry.first == &field; });
    return found == m_editors.end() ? nullptr : found->second;
}

void FilterHeader::focusFilter(int column)
{
    if (m_editors.empty())
        return;
    QLineEdit *editor = m_editors[std::size_t(std::clamp(column, 0, int(m_editors.size()) - 1))].second;
    editor->setFocus(Qt::ShortcutFocusReason);
    editor->selectAll();
}

void FilterHeader::applyTyped()
{
    m_debounce.stop();
    std::vector<std::pair<const FieldSpec *, QString>> typed;
    for (const auto &[field, editor] : m_editors)
        typed.emplace_back(field, editor->text());
    for (const auto &[field, text] : typed)
        m_docket.setFilterCell(*field, text);
}

void FilterHeader::showCodeList(QLineEdit *editor, const FieldSpec &field)
{
    const CodeChoiceModel choices(m_docket.workspace(), QLatin1String(field.codeList));
    std::vector<QString> chosen;
    if (const auto meaning = cellPredicate(field, editor->text(), m_docket.workspace())) {
        for (const Value &code : meaning->values)
            chosen.push_back(code.text());
    }
    auto *menu = new CheckMenu(this);
    for (const auto &choice : choices.all()) {
        const bool ticked = !editor->text().isEmpty() && std::find(chosen.begin(), chosen.end(), choice.code) != chosen.end();
        connect(menu->addBox(choice.label, ticked), &QCheckBox::toggled, editor, [this, editor, menu] {
            editor->setText(menu->ticked().join(QStringLiteral("、")));
            m_debounce.start(debounceMs);
        });
    }
    menu->popUp(editor->mapToGlobal(QPoint(0, editor->height())), std::max(editor->width(), widthOf(this, 14)));
}

bool FilterHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        for (std::size_t i = 0; i < m_editors.size(); ++i) {
            if (m_editors[i].second == watched)
                emit columnEntered(int(i));
        }
    }
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        for (const auto &[field, editor] : m_editors) {
            if (editor != watched)
                continue;
            if (key->key() == Qt::Key_Down && key->modifiers() & Qt::AltModifier && *field->codeList != '\0') {
                showCodeList(editor, *field);
                return true;
            }
            if (key->key() == Qt::Key_Down && key->modifiers() == Qt::NoModifier) {
                parentWidget()->setFocus();
                return true;
            }
        }
    }
    return QHeaderView::eventFilter(watched, event);
}

void FilterHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    QHeaderView::paintSection(painter, rect, section);
    const auto &view = m_docket.view();
    if (section < 0 || std::size_t(section) >= view.columns.size())
        return;
    for (std::size_t i = 0; i < view.sort.size(); ++i) {
        if (view.sort[i].field != view.columns[std::size_t(section)].field)
            continue;
        const QString place = view.sort.size() > 1 ? QString::number(i + 1) : QString();
        const int side = fontMetrics().height() / 2;
        const int width = side + fontMetrics().horizontalAdvance(place) + 8;
        const QRect room(rect.right() - width, rect.top() + 1, width, rect.height() - 3);
        const qreal left = room.left() + 3;
        const qreal top = room.center().y() - side / 2;
        const bool down = view.sort[i].descending;
        painter->save();
        painter->setClipRect(room); // the style leaves an empty clip behind
        painter->fillRect(room, palette().color(QPalette::Window));
        painter->setPen(Theme::instance().colour(QStringLiteral("accent")));
        painter->setBrush(Theme::instance().colour(QStringLiteral("accent")));
        painter->drawPolygon(QPolygonF({{left, down ? top : top + side},
                                        {left + side, down ? top : top + side},
                                        {left + side / 2.0, down ? top + side : top}})); // drawn: not every font has a triangle
        painter->drawText(room.adjusted(side + 5, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, place);
        painter->restore();
    }
}

void FilterHeader::contextMenuEvent(QContextMenuEvent *event) { emit chooserWanted(event->globalPos()); }

} // namespace yizhan
