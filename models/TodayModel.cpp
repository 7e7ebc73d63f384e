// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/TodayModel.h"

#include "base/Deliver.h"
#include "models/DueText.h"
#include "models/NavigationModel.h"
#include "models/Words.h"
#include "records/kinds/Common.h"

namespace yizhan {

namespace {
constexpr int refreshAfterMs = 600;
constexpr int daysAhead = 7;
constexpr int mostPerDocket = 200;

Day dueOf(const Record &record) { return record.get(common::nextDue).value_or(Day{}); }

Query dueUntil(const RecordSpec &spec, Day last)
{
    Query query;
    query.spec = &spec;
    query.where = Predicate::both(openOnly(spec), Predicate::compare(common::nextDue, Predicate::Op::LessEqual, Value(last)));
    return query;
}
} // namespace

TodayModel::TodayModel(Workspace &workspace, QObject *parent)
    : QAbstractTableModel(parent),
      m_workspace(workspace),
      m_refreshSoon(workspace.store(), [this] { refresh(); }, {0, refreshAfterMs})
{}

void TodayModel::refresh()
{
    m_cancel.cancel();
    m_cancel = CancelToken();
    m_coming.clear();
    m_comingCounts = {};
    m_waiting = 0;
    for (const RecordSpec *spec : allSpecs()) {
        if (!spec->docket || spec->indexOf(common::nextDue) < 0)
            continue;
        count(*spec, -1, &Counts::overdue);
        count(*spec, 0, &Counts::pressing);
        count(*spec, daysAhead, &Counts::listed);
        Query query = dueUntil(*spec, m_workspace.today().plus(daysAhead));
        query.sort = {{&common::nextDue, false}};
        query.limit = mostPerDocket;
        ++m_waiting;
        deliver(m_workspace.store().firstRows(query, m_cancel), this,
                [this, token = m_cancel](const Result<std::vector<Record>> &rows) {
                    if (token.isCancelled())
                        return;
                    if (rows)
                        m_coming.insert(m_coming.end(), rows->begin(), rows->end());
                    if (--m_waiting == 0)
                        show();
                });
    }
}

void TodayModel::count(const RecordSpec &spec, int daysFromToday, std::int64_t Counts::*which)
{
    ++m_waiting;
    deliver(m_workspace.store().count(dueUntil(spec, m_workspace.today().plus(daysFromToday)), m_cancel), this,
            [this, which, token = m_cancel](const Result<std::int64_t> &rows) {
                if (token.isCancelled())
                    return;
                if (rows)
                    m_comingCounts.*which += *rows;
                if (--m_waiting == 0)
                    show();
            });
}

void TodayModel::show()
{
    std::stable_sort(m_coming.begin(), m_coming.end(), [](const Record &a, const Record &b) { return dueOf(a) < dueOf(b); });
    beginResetModel();
    m_rows.swap(m_coming);
    m_counts = m_comingCounts;
    endResetModel();
    m_coming.clear();
    emit refreshed();
}

RecordId TodayModel::recordAt(int row) const { return row >= 0 && row < rowCount() ? m_rows[std::size_t(row)].id : RecordId(); }

int TodayModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int TodayModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString TodayModel::textOf(const Record &record, int column) const
{
    switch (column) {
    case Due: return dueText(record, m_workspace.today()).text;
    case Docket: return words::docket(record.spec());
    case Number: {
        if (record.spec().title && !record.value(*record.spec().title).isNull())
            return m_workspace.display(*record.spec().title, record.value(*record.spec().title), false);
        const FieldSpec *provisional = record.spec().field(u"provisional_no");
        const QString number = provisional ? record.value(*provisional).text() : QString();
        return number.isEmpty() ? tr("no number yet") : number;
    }
    case Parties: {
        const FieldSpec *parties = record.spec().field(record.kind() == Kind::Consultation ? u"name" : u"parties");
        return parties ? m_workspace.display(*parties, record.value(*parties), m_workspace.hides(record, *parties)) : QString();
    }
    default: return {};
    }
}

QVariant TodayModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Record &record = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return textOf(record, index.column());
    case Qt::ToolTipRole:
        return index.column() == Due ? dueText(record, m_workspace.today()).longText : textOf(record, index.column());
    case RecordIdRole: return record.id.toBytes();
    case NumberRole: return index.column() == Number;
    case BandRole: return index.column() == Due ? int(dueText(record, m_workspace.today()).band) : int(ColourBand::Plain);
    default: return {};
    }
}

QVariant TodayModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Due: return tr("Due");
    case Docket: return tr("Docket");
    case Number: return tr("Number");
    case Parties: return tr("Parties");
    default: return {};
    }
}

} // namespace yizhan
