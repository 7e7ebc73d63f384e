// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/Docket.h"

#include "base/Deliver.h"

namespace yizhan {

namespace {
constexpr int rememberAfterMs = 1000;
constexpr int countAfterMs = 250;

QString keyOf(const RecordSpec &spec) { return QStringLiteral("docket.") + QLatin1String(spec.name); }
} // namespace

Docket::Docket(Workspace &workspace, const RecordSpec &spec, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_spec(spec), m_rows(workspace, spec), m_view(DocketView::standard(spec))
{
    m_rememberSoon.setSingleShot(true);
    m_countSoon.setSingleShot(true);
    connect(&m_rememberSoon, &QTimer::timeout, this, &Docket::remember);
    connect(&m_countSoon, &QTimer::timeout, this, &Docket::count);
    connect(&workspace.store(), &Store::changed, this, [this](const ChangeSet &changes) {
        const bool concerns = std::any_of(changes.rows.begin(), changes.rows.end(),
                                          [this](const ChangeSet::Row &row) { return row.kind == m_spec.kind; });
        if (m_started && (concerns || changes.everything))
            m_countSoon.start(countAfterMs);
    });
    // never count before the rows are there
    connect(&m_rows, &RecordTableModel::stateChanged, this, [this] {
        if (m_rows.state() == RecordTableModel::State::Ready)
            m_countSoon.start(0);
    });
}

void Docket::start()
{
    if (m_started)
        return;
    m_started = true;
    deliver(m_workspace.store().setting(keyOf(m_spec)), this, [this](const Result<QByteArray> &body) {
        if (body && !m_rememberSoon.isActive()) // unless something was chosen meanwhile
            m_view = DocketView::fromBytes(m_spec, *body);
        emit viewChanged();
        ask();
    });
}

Query Docket::query() const
{
    Query query;
    query.spec = &m_spec;
    query.where = m_view.filter.predicate(m_workspace);
    query.sort = m_view.sort;
    return query;
}

void Docket::ask()
{
    std::vector<const FieldSpec *> columns;
    for (const DocketView::Column &column : m_view.columns)
        columns.push_back(column.field);
    m_rows.setColumns(std::move(columns));
    const Query wanted = query();
    if (m_rows.state() != RecordTableModel::State::Idle && wanted.where == m_rows.query().where
        && wanted.sort == m_rows.query().sort)
        return;
    m_countCancel.cancel();
    m_filtered = -1;
    m_culprit = {};
    m_rows.setQuery(wanted);
    emit countsChanged();
}

void Docket::changed()
{
    m_rememberSoon.start(rememberAfterMs);
    emit viewChanged();
    if (m_started)
        ask();
}

void Docket::setFilterCell(const FieldSpec &field, const QString &typed)
{
    if (m_view.filter.typed(field) == typed)
        return;
    m_view.filter.setTyped(field, typed);
    changed();
}

void Docket::setSearch(const QString &text)
{
    if (m_view.filter.search() == text.trimmed())
        return;
    m_view.filter.setSearch(text);
    changed();
}

void Docket::dropCondition(const FieldSpec *field)
{
    m_view.filter = m_view.filter.without(field);
    changed();
}

void Docket::clearFilter()
{
    m_view.filter.clear();
    changed();
}

void Docket::sortBy(const FieldSpec &field, bool add)
{
    auto &keys = m_view.sort;
    const auto standing = std::find_if(keys.begin(), keys.end(), [&](const SortKey &key) { return key.field == &field; });
    if (standing != keys.end() && (add || keys.size() == 1)) {
        if (!standing->descending)
            standing->descending = true;
        else
            keys.erase(standing); // third click: back to the docket's own order
    } else if (add) {
        keys.push_back({&field, false});
    } else {
        keys = {{&field, false}};
    }
    changed();
}

void Docket::showColumn(const FieldSpec &field, bool shown)
{
    auto &columns = m_view.columns;
    const auto standing = std::find_if(columns.begin(), columns.end(),
                                       [&](const auto &column) { return column.field == &field; });
    if (shown == (standing != columns.end()))
        return;
    if (shown)
        columns.push_back({&field, 0});
    else if (columns.size() > 1)
        columns.erase(standing);
    changed();
}

void Docket::moveColumn(int from, int to)
{
    auto &columns = m_view.columns;
    if (from == to || from < 0 || to < 0 || from >= int(columns.size()) || to >= int(columns.size()))
        return;
    const DocketView::Column column = columns[std::size_t(from)];
    columns.erase(columns.begin() + from);
    columns.insert(columns.begin() + to, column);
    changed();
}

void Docket::setColumnWidth(const FieldSpec &field, int tenths)
{
    for (DocketView::Column &column : m_view.columns) {
        if (column.field == &field && column.width != tenths) {
            column.width = tenths;
            m_rememberSoon.start(rememberAfterMs);
        }
    }
}

void Docket::setFrozen(int columns)
{
    m_view.frozen = std::clamp(columns, 0, int(m_view.columns.size()) - 1);
    changed();
}

void Docket::setFilterRowShown(bool shown)
{
    if (m_view.filterRowShown == shown)
        return;
    m_view.filterRowShown = shown;
    changed();
}

void Docket::setTopRow(std::int64_t localRow)
{
    if (m_view.topRow == localRow)
        return;
    m_view.topRow = localRow;
    m_rememberSoon.start(rememberAfterMs);
}

void Docket::standardView()
{
    const DocketFilter filter = m_view.filter;
    m_view = DocketView::standard(m_spec);
    m_view.filter = filter;
    changed();
}

void Docket::remember()
{
    m_rememberSoon.stop();
    if (m_started)
        deliver(m_workspace.store().saveSetting(keyOf(m_spec), m_view.toBytes()), this, [](const Outcome &) {
            // a view that could not be remembered is not worth a message; the disk error shows at the next save
        });
}

void Docket::count()
{
    m_countCancel.cancel();
    m_countCancel = CancelToken();
    Query all;
    all.spec = &m_spec;
    deliver(m_workspace.store().count(all, m_countCancel), this, [this](const Result<std::int64_t> &total) {
        if (!total)
            return;
        m_total = *total;
        if (m_view.filter.isEmpty())
            m_filtered = m_total;
        emit countsChanged();
    });
    if (m_rows.state() != RecordTableModel::State::Ready)
        return;
    m_filtered = m_rows.loadedRows(); // the order is the count
    emit countsChanged();
    if (m_filtered == 0 && !m_view.filter.isEmpty())
        findCulprit();
}

void Docket::findCulprit()
{
    m_culprit = {};
    for (const DocketFilter::Chip &chip : m_view.filter.chips(m_workspace)) {
        Query without = query();
        without.where = m_view.filter.without(chip.field).predicate(m_workspace);
        deliver(m_workspace.store().count(without, m_countCancel), this, [this, chip](const Result<std::int64_t> &rows) {
            if (!rows || *rows <= m_culprit.rowsWithout)
                return;
            m_culprit = {true, chip.field, chip.text, *rows};
            emit culpritFound();
        });
    }
}

} // namespace yizhan
