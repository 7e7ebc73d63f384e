// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/DocketPane.h"

#include "forms/BandDelegate.h"
#include "forms/CheckMenu.h"
#include "forms/ChipBar.h"
#include "forms/DocketTable.h"
#include "forms/EmptyState.h"
#include "forms/FilterHeader.h"
#include "forms/MessageBar.h"
#include "forms/Theme.h"
#include "forms/Widgets.h"
#include "models/Words.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace yizhan {

namespace {
constexpr int debounceMs = 150;
constexpr std::int64_t mostRemembered = 2000; // selected rows that are found again after a new order
constexpr std::int64_t mostCopied = 5000;
} // namespace

DocketPane::DocketPane(Workspace &workspace, const RecordSpec &spec, QWidget *parent)
    : QWidget(parent),
      m_docket(workspace, spec),
      m_chips(new ChipBar(this)),
      m_bar(new MessageBar(this)),
      m_stack(new QStackedWidget(this)),
      m_table(new DocketTable(this)),
      m_empty(new EmptyState(this)),
      m_footer(makeLabel({}, QStringLiteral("faint"), this))
{
    setObjectName(QStringLiteral("docket.") + QLatin1String(spec.name));
    m_footer->setObjectName(QStringLiteral("footer"));
    m_header = new FilterHeader(m_docket, m_table);
    m_table->setHorizontalHeader(m_header);
    m_table->setModel(&m_docket.rows());
    m_table->setItemDelegate(new BandDelegate(RecordTableModel::BandRole, RecordTableModel::NumberRole, m_table));
    m_table->setAccessibleName(words::docket(spec));
    m_table->installEventFilter(this);
    m_stack->addWidget(m_table);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 4);
    layout->addWidget(makeTools());
    layout->addWidget(m_chips);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_footer);
    m_empty->hide();
    connectDocket();
}

// The title row asks the docket how high it is, even while the window closes: it goes before the docket does.
DocketPane::~DocketPane() { delete m_stack; }

QWidget *DocketPane::makeTools()
{
    auto *tools = new QWidget(this);
    m_search = new QLineEdit(tools);
    m_search->setObjectName(QStringLiteral("searchBox"));
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("Search this docket: name, pinyin initials, number, phone"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->addAction(Theme::instance().icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_filterToggle = new QToolButton(tools);
    m_filterToggle->setText(tr("Filter row"));
    m_filterToggle->setToolTip(QStringLiteral("Ctrl+Shift+L"));
    m_filterToggle->setCheckable(true);
    m_columnsButton = new QToolButton(tools);
    m_columnsButton->setText(tr("Columns ▾"));
    m_columnsButton->setObjectName(QStringLiteral("columnsButton"));
    m_columnsButton->setToolTip(tr("Choose columns (also with a right click on the titles)"));
    auto *create = makeButton(tr("New: %1").arg(words::kind(m_docket.spec())), tools, true);
    create->setObjectName(QStringLiteral("newRecord"));
    create->setToolTip(QStringLiteral("Ctrl+N"));
    auto *layout = new QHBoxLayout(tools);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_filterToggle);
    layout->addWidget(m_columnsButton);
    layout->addWidget(create);
    connect(create, &QPushButton::clicked, this, [this] { emit newWanted(m_docket.spec().kind); });
    connect(m_filterToggle, &QToolButton::clicked, this, &DocketPane::toggleFilterRow);
    connect(m_columnsButton, &QToolButton::clicked, this,
            [this] { showColumnChooser(m_columnsButton->mapToGlobal(QPoint(0, m_columnsButton->height()))); });
    m_searchDebounce.setSingleShot(true);
    connect(m_search, &QLineEdit::textEdited, this, [this] { m_searchDebounce.start(debounceMs); });
    connect(m_search, &QLineEdit::returnPressed, &m_searchDebounce, [this] { m_searchDebounce.start(0); });
    connect(&m_searchDebounce, &QTimer::timeout, this, [this] { m_docket.setSearch(m_search->text()); });
    return tools;
}

void DocketPane::connectDocket()
{
    RecordTableModel &rows = m_docket.rows();
    connect(&m_docket, &Docket::viewChanged, this, &DocketPane::refreshView);
    connect(&m_docket, &Docket::countsChanged, this, &DocketPane::refreshState);
    connect(&m_docket, &Docket::culpritFound, this, &DocketPane::refreshState);
    connect(&rows, &RecordTableModel::stateChanged, this, &DocketPane::refreshState);
    connect(&rows, &RecordTableModel::reorderBegins, this, &DocketPane::notePlace);
    connect(&rows, &RecordTableModel::reorderEnded, this, &DocketPane::findPlace);
    connect(&rows, &RecordTableModel::stateChanged, this, [this] {
        if (m_sought && !m_reordering && m_docket.rows().state() == RecordTableModel::State::Ready)
            findPlace();
    });
    connect(&rows, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_table->currentIndex().isValid())
            emit currentChanged(currentRecord());
    });
    connect(m_header, &FilterHeader::chooserWanted, this, &DocketPane::showColumnChooser);
    connect(m_header, &FilterHeader::columnEntered, this, &DocketPane::bringIntoView);
    connect(m_chips, &ChipBar::dropped, &m_docket, &Docket::dropCondition);
    connect(m_chips, &ChipBar::cleared, &m_docket, &Docket::clearFilter);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        tellViewport();
        if (m_reordering)
            return;
        m_sought.reset(); // the user scrolls on
        if (m_placeRestored)
            m_docket.setTopRow(rowsTop());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_reordering)
            m_sought.reset(); // the user chose anew
        refreshFooter();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { emit currentChanged(currentRecord()); });
    connect(m_table, &QTableView::doubleClicked, this, [this] {
        if (!currentRecord().isNull())
            emit openWanted(currentRecord());
    });
}

void DocketPane::start() { m_docket.start(); }

std::int64_t DocketPane::rowsTop() const { return m_docket.rows().localRowAt(m_table->rowAt(1)); }

RecordId DocketPane::currentRecord() const
{
    const QModelIndex index = m_table->currentIndex();
    return RecordId::fromBytes(index.data(RecordTableModel::RecordIdRole).toByteArray()).value_or(RecordId());
}

void DocketPane::focusFilter()
{
    if (!m_docket.view().filterRowShown)
        m_docket.setFilterRowShown(true);
    m_header->focusFilter(std::max(0, m_table->currentIndex().column()));
}

void DocketPane::toggleFilterRow() { m_docket.setFilterRowShown(!m_docket.view().filterRowShown); }

void DocketPane::sortByCaret(bool add)
{
    const auto &columns = m_docket.view().columns;
    auto column = std::size_t(std::max(0, m_table->currentIndex().column()));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const QLineEdit *filter = m_header->editorOf(*columns[i].field);
        if (filter && filter->hasFocus())
            column = i;
    }
    if (column < columns.size())
        m_docket.sortBy(*columns[column].field, add);
}

void DocketPane::showColumnChooser(const QPoint &globalPosition)
{
    auto *menu = new CheckMenu(this);
    menu->setObjectName(QStringLiteral("columnChooser"));
    const auto &columns = m_docket.view().columns;
    for (const FieldSpec *field : DocketView::offered(m_docket.spec())) {
        const bool shown = std::any_of(columns.begin(), columns.end(),
                                       [&](const auto &column) { return column.field == field; });
        connect(menu->addBox(words::field(*field), shown), &QCheckBox::toggled, &m_docket,
                [this, field](bool on) { m_docket.showColumn(*field, on); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Standard columns")), &QAction::triggered, &m_docket, &Docket::standardView);
    menu->popUp(globalPosition, 0);
}

void DocketPane::refreshView()
{
    const DocketView &view = m_docket.view();
    m_header->refresh();
    m_filterToggle->setChecked(view.filterRowShown);
    if (!m_searchDebounce.isActive() && m_search->text() != view.filter.search())
        m_search->setText(view.filter.search());
    m_chips->setChips(view.filter.chips(m_docket.workspace()));
    refreshState();
}

void DocketPane::refreshState()
{
    const RecordTableModel &rows = m_docket.rows();
    if (rows.state() == RecordTableModel::State::Failed)
        m_bar->showProblem(describe(*rows.error()));
    else
        m_bar->dismiss();
    const bool empty = rows.state() == RecordTableModel::State::Ready && rows.loadedRows() == 0;
    if (empty)
        refreshEmpty();
    m_empty->setVisible(empty);
    if (empty) { // over the table: the filter row stays in reach
        const int top = m_header->height() + 2;
        m_empty->setParent(m_table);
        m_empty->setGeometry(0, top, m_table->width(), std::max(0, m_table->height() - top));
        m_empty->raise();
        m_empty->QWidget::show();
    }
    refreshFooter();
}

void DocketPane::refreshEmpty()
{
    if (m_docket.view().filter.isEmpty()) {
        std::vector<EmptyState::Way> ways;
        ways.push_back({tr("New: %1").arg(words::kind(m_docket.spec())), [this] { emit newWanted(m_docket.spec().kind); }});
        if (m_docket.spec().kind != Kind::Consultation)
            ways.push_back({tr("Register a consultation"), [this] { emit newWanted(Kind::Consultation); }});
        m_empty->show(tr("Nothing here yet. You can begin with:"), ways);
        return;
    }
    const Docket::Culprit &culprit = m_docket.culprit();
    if (culprit.known) {
        m_empty->show(tr("Nothing fits. Without “%1” there would be %L2.").arg(culprit.text).arg(culprit.rowsWithout),
                      {{tr("Drop “%1”").arg(culprit.text), [this, field = culprit.field] { m_docket.dropCondition(field); }},
                       {tr("Clear all conditions"), [this] { m_docket.clearFilter(); }}});
    } else {
        m_empty->show(tr("Nothing fits these conditions."), {{tr("Clear all conditions"), [this] { m_docket.clearFilter(); }}});
    }
}

std::int64_t DocketPane::selectedRows() const
{
    std::int64_t rows = 0;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        rows += range.height();
    return rows;
}

void DocketPane::refreshFooter()
{
    const RecordTableModel &rows = m_docket.rows();
    QStringList parts;
    switch (rows.state()) {
    case RecordTableModel::State::Idle:
    case RecordTableModel::State::Loading: parts += tr("loading …"); break;
    case RecordTableModel::State::Ordering: parts += tr("%L1 shown, sorting the rest …").arg(rows.loadedRows()); break;
    case RecordTableModel::State::Ready:
        parts += m_docket.totalRows() < 0 || m_docket.totalRows() == rows.loadedRows()
                     ? tr("%L1 in all").arg(rows.loadedRows())
                     : tr("%L1 of %L2").arg(rows.loadedRows()).arg(m_docket.totalRows());
        break;
    case RecordTableModel::State::Failed: parts += tr("not loaded"); break;
    }
    if (const std::int64_t selected = selectedRows(); selected > 0)
        parts += tr("%L1 selected").arg(selected);
    m_footer->setText(parts.join(QStringLiteral("  ·  ")));
}

void DocketPane::bringIntoView(int column)
{
    QScrollBar *bar = m_table->horizontalScrollBar();
    const int left = m_header->sectionPosition(column);
    const int right = left + m_header->sectionSize(column) - m_header->viewport()->width();
    bar->setValue(std::min(left, std::max(bar->value(), right)));
}

void DocketPane::tellViewport()
{
    const int first = std::max(0, m_table->rowAt(0));
    int last = m_table->rowAt(m_table->viewport()->height() - 1);
    if (last < 0)
        last = m_docket.rows().rowCount() - 1;
    m_docket.rows().setViewport(first, std::min(last, first + 400));
}

void DocketPane::notePlace()
{
    m_reordering = true;
    if (m_sought)
        return; // still looking for the former one
    m_sought.emplace();
    if (m_table->verticalScrollBar()->value() > 0)
        m_sought->top = rowsTop();
    m_sought->current = m_docket.rows().localRowAt(m_table->currentIndex().row());
    m_sought->column = std::max(0, m_table->currentIndex().column());
    if (selectedRows() > mostRemembered)
        return;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            m_sought->selected.push_back(m_docket.rows().localRowAt(row));
    }
}

void DocketPane::findPlace()
{
    const RecordTableModel &model = m_docket.rows();
    m_reordering = true;
    if (!m_sought)
        m_sought.emplace();
    if (!m_placeRestored && model.rowCount() > 0) {
        m_placeRestored = true;
        m_sought->top = m_docket.view().topRow;
    }
    std::vector<std::int64_t> wanted = m_sought->selected;
    wanted.push_back(m_sought->current);
    wanted.push_back(m_sought->top);
    const std::vector<int> rows = model.rowsOf(wanted);
    const bool isWhole = model.state() == RecordTableModel::State::Ready;
    const int lastColumn = std::max(0, model.columnCount() - 1);
    QItemSelection selection;
    for (std::size_t i = 0; i + 2 < rows.size(); ++i) {
        if (rows[i] >= 0)
            selection.select(model.index(rows[i], 0), model.index(rows[i], lastColumn));
    }
    const int current = rows[rows.size() - 2];
    if (current >= 0)
        m_table->selectionModel()->setCurrentIndex(model.index(current, std::min(m_sought->column, lastColumn)),
                                                   QItemSelectionModel::NoUpdate);
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (current < 0 && isWhole)
        emit currentChanged({});
    if (m_sought->top == 0)
        m_table->scrollToTop();
    else if (rows.back() >= 0)
        m_table->scrollTo(model.index(rows.back(), 0), QAbstractItemView::PositionAtTop);
    m_reordering = false;
    if (isWhole)
        m_sought.reset();
    m_header->refresh();
    tellViewport();
}

void DocketPane::copySelection(bool withTitles)
{
    const RecordTableModel &rows = m_docket.rows();
    QStringList lines;
    const int columns = rows.columnCount();
    const auto line = [&](auto textOf) {
        QStringList cells;
        for (int column = 0; column < columns; ++column)
            cells += textOf(column).toString().replace(u'\t', u' ').replace(u'\n', u' ');
        lines += cells.join(u'\t');
    };
    if (withTitles)
        line([&](int column) { return rows.headerData(column, Qt::Horizontal); });
    std::int64_t copied = 0;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && copied < mostCopied; ++row, ++copied) {
            if (rows.index(row, 0).data(RecordTableModel::LoadedRole).toBool())
                line([&](int column) { return rows.index(row, column).data(); });
        }
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

void DocketPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    tellViewport();
    refreshState();
}

bool DocketPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier) {
            if (!currentRecord().isNull())
                emit openWanted(currentRecord());
            return true;
        }
        if (key->matches(QKeySequence::Copy)
            || (key->key() == Qt::Key_C && key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))) {
            copySelection(key->modifiers() & Qt::ShiftModifier);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace yizhan
