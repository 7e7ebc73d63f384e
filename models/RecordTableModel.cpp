// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RecordTableModel.h"

#include "base/Deliver.h"
#include "models/DueText.h"
#include "models/Words.h"

namespace yizhan {

namespace {
constexpr int pageRows = 128;
constexpr int firstScreen = 200;
constexpr std::size_t mostLoaded = 8192;   // rows with their values; about 10 MB
constexpr std::size_t mostPagesComing = 2; // more would stand before what the user looks at now
constexpr std::size_t smallChange = 2000;  // rows that are taken out and put in one by one; beyond, the whole table is reset
constexpr int reorderAfterMs = 120;        // a burst of changes is one new order
} // namespace

RecordTableModel::RecordTableModel(Workspace &workspace, const RecordSpec &spec, QObject *parent)
    : QAbstractTableModel(parent), m_workspace(workspace), m_spec(spec)
{
    m_fetchSoon.setSingleShot(true);
    m_reorderSoon.setSingleShot(true);
    connect(&m_fetchSoon, &QTimer::timeout, this, &RecordTableModel::fetchNext);
    connect(&m_reorderSoon, &QTimer::timeout, this, &RecordTableModel::askForOrder);
    connect(&workspace.store(), &Store::changed, this, &RecordTableModel::takeChanges);
    connect(&workspace, &Workspace::titlesArrived, this, [this] {
        if (!m_order.empty() && !m_columns.empty())
            emit dataChanged(index(std::min(m_viewFirst, rowCount() - 1), 0),
                             index(std::min(m_viewLast, rowCount() - 1), columnCount() - 1), {Qt::DisplayRole});
    });
}

RecordTableModel::~RecordTableModel() { m_cancel.cancel(); }

void RecordTableModel::setColumns(std::vector<const FieldSpec *> columns)
{
    if (columns == m_columns)
        return;
    emit reorderBegins();
    beginResetModel();
    m_columns = std::move(columns);
    endResetModel();
    emit reorderEnded();
}

void RecordTableModel::setQuery(const Query &query)
{
    m_query = query;
    m_query.spec = &m_spec;
    m_query.limit = firstScreen;
    reload();
}

void RecordTableModel::reload()
{
    m_cancel.cancel();
    m_cancel = CancelToken();
    m_reorderSoon.stop();
    m_wantedPages.clear();
    m_comingPages.clear();
    m_error.reset();
    setState(State::Loading);
    deliver(m_workspace.store().firstRows(m_query, m_cancel), this,
            [this, token = m_cancel](const Result<std::vector<Record>> &rows) {
                if (token.isCancelled())
                    return;
                if (!rows)
                    return fail(rows.error());
                showFirstRows(*rows);
            });
}

void RecordTableModel::showFirstRows(const std::vector<Record> &records)
{
    emit reorderBegins();
    beginResetModel();
    m_order.clear();
    for (const Record &record : records) {
        m_order.push_back(record.localRow);
        keep(record);
    }
    endResetModel();
    if (records.size() < std::size_t(firstScreen)) {
        setState(State::Ready);
    } else {
        setState(State::Ordering);
        askForOrder();
    }
    emit reorderEnded();
}

void RecordTableModel::askForOrder()
{
    Query whole = m_query;
    whole.limit = -1;
    if (m_state == State::Ready)
        setState(State::Ordering);
    deliver(m_workspace.store().order(whole, m_cancel), this, [this, token = m_cancel](const Result<RowOrder> &order) {
        if (token.isCancelled())
            return;
        if (!order)
            return fail(order.error());
        takeOrder(*order);
    });
}

// The new order usually differs little: the first screen grows to the whole list, a row comes, goes or moves.
void RecordTableModel::takeOrder(const RowOrder &order)
{
    const auto [oldFront, newFront] = std::mismatch(m_order.begin(), m_order.end(), order.begin(), order.end());
    const auto front = std::size_t(oldFront - m_order.begin());
    const std::size_t shorter = std::min(m_order.size(), order.size()) - front;
    std::size_t back = 0;
    while (back < shorter && m_order[m_order.size() - 1 - back] == order[order.size() - 1 - back])
        ++back;
    const std::size_t gone = m_order.size() - front - back;
    const std::size_t come = order.size() - front - back;

    if (gone == 0 && come > 0) { // rows come, none moves: selection and place stay as they are
        beginInsertRows({}, int(front), int(front + come) - 1);
        m_order = order;
        endInsertRows();
    } else if (gone > 0) {
        emit reorderBegins();
        if (gone + come <= smallChange) {
            beginRemoveRows({}, int(front), int(front + gone) - 1);
            m_order.erase(m_order.begin() + std::ptrdiff_t(front), m_order.begin() + std::ptrdiff_t(front + gone));
            endRemoveRows();
            if (come > 0) {
                beginInsertRows({}, int(front), int(front + come) - 1);
                m_order = order;
                endInsertRows();
            }
        } else {
            beginResetModel();
            m_order = order;
            endResetModel();
        }
        emit reorderEnded();
    }
    m_wantedPages.clear(); // their numbers mean other rows now; the view asks again
    setState(State::Ready);
    setViewport(m_viewFirst, m_viewLast);
}

void RecordTableModel::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged();
}

void RecordTableModel::fail(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    m_error = error;
    m_state = State::Failed;
    emit stateChanged();
}

std::int64_t RecordTableModel::loadedRows() const { return std::int64_t(m_order.size()); }

std::int64_t RecordTableModel::localRowAt(int row) const
{
    return row >= 0 && std::size_t(row) < m_order.size() ? m_order[std::size_t(row)] : 0;
}

Record RecordTableModel::recordAt(int row) const
{
    const auto found = m_loaded.find(localRowAt(row));
    return found == m_loaded.end() ? Record() : found->second.record;
}

std::vector<int> RecordTableModel::rowsOf(const std::vector<std::int64_t> &localRows) const
{
    std::unordered_map<std::int64_t, int> places;
    for (const std::int64_t localRow : localRows)
        places.emplace(localRow, -1);
    std::size_t missing = places.size();
    for (std::size_t row = 0; row < m_order.size() && missing > 0; ++row) {
        const auto found = places.find(m_order[row]);
        if (found != places.end()) {
            found->second = int(row);
            --missing;
        }
    }
    std::vector<int> out;
    out.reserve(localRows.size());
    for (const std::int64_t localRow : localRows) // the same row may be asked for twice
        out.push_back(places.at(localRow));
    return out;
}

void RecordTableModel::setViewport(int firstRow, int lastRow)
{
    m_viewFirst = std::max(0, firstRow);
    m_viewLast = std::max(m_viewFirst, lastRow);
    const int lastPage = (rowCount() - 1) / pageRows;
    const int from = std::max(0, m_viewFirst / pageRows - 1);
    const int to = std::min(lastPage, m_viewLast / pageRows + 1);
    std::erase_if(m_wantedPages, [&](int page) { return page < from || page > to; });
    if (rowCount() == 0)
        return;
    // in the viewport first; the neighbours wait behind
    for (const int page : {from, to, m_viewLast / pageRows, m_viewFirst / pageRows}) {
        for (int row = page * pageRows; row < std::min(rowCount(), (page + 1) * pageRows); ++row) {
            if (isMissing(row)) {
                want(row);
                break;
            }
        }
    }
}

void RecordTableModel::keep(const Record &record)
{
    m_loaded[record.localRow] = Loaded{record, ++m_clock, false};
    if (m_loaded.size() > mostLoaded)
        forgetOldest();
}

void RecordTableModel::forgetOldest()
{
    std::vector<std::uint64_t> ages;
    ages.reserve(m_loaded.size());
    for (const auto &[row, loaded] : m_loaded)
        ages.push_back(loaded.usedAt);
    const auto middle = ages.begin() + std::ptrdiff_t(ages.size() / 2);
    std::nth_element(ages.begin(), middle, ages.end());
    const std::uint64_t limit = *middle;
    std::erase_if(m_loaded, [limit](const auto &entry) { return entry.second.usedAt < limit; });
}

bool RecordTableModel::isMissing(int row) const
{
    const auto found = m_loaded.find(localRowAt(row));
    return found == m_loaded.end() || found->second.stale;
}

void RecordTableModel::want(int row) const
{
    const int page = row / pageRows;
    std::erase(m_wantedPages, page);
    m_wantedPages.push_back(page);
    if (!m_fetchSoon.isActive())
        m_fetchSoon.start(0);
}

void RecordTableModel::fetchNext()
{
    while (!m_wantedPages.empty() && m_comingPages.size() < mostPagesComing) {
        const int page = m_wantedPages.back();
        m_wantedPages.pop_back();
        if (!m_comingPages.contains(page))
            fetchPage(page);
    }
}

void RecordTableModel::fetchPage(int page)
{
    std::vector<std::int64_t> missing;
    for (int row = page * pageRows; row < std::min(rowCount(), (page + 1) * pageRows); ++row) {
        if (isMissing(row))
            missing.push_back(localRowAt(row));
    }
    if (missing.empty())
        return;
    m_comingPages.insert(page);
    deliver(m_workspace.store().rowsAt(m_spec.kind, missing, m_cancel), this,
            [this, page, missing, token = m_cancel](const Result<std::vector<Record>> &rows) {
                if (token.isCancelled())
                    return;
                m_comingPages.erase(page);
                if (rows)
                    takePage(page, missing, *rows);
                else
                    fail(rows.error());
                fetchNext();
            });
}

void RecordTableModel::takePage(int page, const std::vector<std::int64_t> &asked, const std::vector<Record> &records)
{
    for (std::size_t i = 0; i < records.size() && i < asked.size(); ++i) {
        if (!records[i].isNull())
            keep(records[i]);
    }
    std::vector<int> rows;
    for (int row = page * pageRows; row < std::min(rowCount(), (page + 1) * pageRows); ++row)
        rows.push_back(row);
    announce(rows);
}

void RecordTableModel::announce(const std::vector<int> &rows)
{
    if (rows.empty() || m_columns.empty())
        return;
    const auto [low, high] = std::minmax_element(rows.begin(), rows.end());
    emit dataChanged(index(*low, 0), index(*high, columnCount() - 1));
}

void RecordTableModel::takeChanges(const ChangeSet &changes)
{
    if (m_state == State::Idle)
        return;
    bool concerns = changes.everything;
    std::unordered_set<std::int64_t> stale;
    for (const ChangeSet::Row &row : changes.rows) {
        if (row.kind == m_spec.kind) {
            concerns = true;
            stale.insert(row.localRow);
        }
    }
    // a child may have changed what its case shows (parties, due date)
    for (const auto &[localRow, loaded] : m_loaded) {
        const RecordId &id = loaded.record.id;
        if (std::any_of(changes.rows.begin(), changes.rows.end(), [&](const ChangeSet::Row &row) { return row.root == id; })) {
            stale.insert(localRow);
            concerns = true;
        }
    }
    if (!concerns)
        return;
    for (auto &[localRow, loaded] : m_loaded)
        loaded.stale = loaded.stale || changes.everything || stale.contains(localRow);
    if (m_state == State::Ready || m_state == State::Ordering) {
        setViewport(m_viewFirst, m_viewLast);
        m_reorderSoon.start(reorderAfterMs);
    }
}

int RecordTableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_order.size()); }

int RecordTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_columns.size()); }

bool RecordTableModel::isDue(const FieldSpec &field) const { return &field == m_spec.field(u"next_due"); }

QString RecordTableModel::textOf(const FieldSpec &field, const Record &record) const
{
    if (isDue(field))
        return dueText(record, m_workspace.today()).text;
    QString text = m_workspace.display(field, record.value(field), m_workspace.hides(record, field));
    if (field.type == FieldType::LongText)
        text.replace(u'\n', u' ');
    if (text.isEmpty() && &field == m_spec.title && m_spec.field(u"provisional_no"))
        text = m_workspace.display(*m_spec.field(u"provisional_no"), record.value(*m_spec.field(u"provisional_no")));
    return text;
}

QVariant RecordTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::int64_t localRow = localRowAt(index.row());
    if (role == LocalRowRole)
        return qint64(localRow);
    const auto found = m_loaded.find(localRow);
    if (role == LoadedRole)
        return found != m_loaded.end();
    if (found == m_loaded.end()) {
        if (role != Qt::DisplayRole)
            return {};
        want(index.row());
        return QStringLiteral("…");
    }
    found->second.usedAt = ++m_clock;
    if (found->second.stale)
        want(index.row());
    const Record &record = found->second.record;
    const FieldSpec &field = *m_columns[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole: return textOf(field, record);
    case Qt::ToolTipRole: return isDue(field) ? dueText(record, m_workspace.today()).longText : textOf(field, record);
    case Qt::AccessibleTextRole: return QStringLiteral("%1: %2").arg(words::field(field), textOf(field, record));
    case Qt::TextAlignmentRole: {
        const bool number = field.type == FieldType::Integer || field.type == FieldType::Money;
        return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    case RecordIdRole: return record.id.toBytes();
    case NumberRole: return &field == m_spec.title;
    case BandRole: return isDue(field) ? int(dueText(record, m_workspace.today()).band) : int(ColourBand::Plain);
    default: return {};
    }
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const FieldSpec &field = *m_columns[std::size_t(section)];
    if (role == Qt::DisplayRole)
        return words::field(field);
    if (role == Qt::ToolTipRole)
        return words::hint(field).isEmpty() ? words::field(field) : words::hint(field);
    return {};
}

} // namespace yizhan
