// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/NavigationModel.h"

#include "base/Deliver.h"
#include "models/Words.h"
#include "records/kinds/Conflict.h"

namespace yizhan {

namespace {
constexpr int refreshAfterMs = 400; // the first time, too: the first docket's rows come before any count
}

Predicate openOnly(const RecordSpec &spec)
{
    if (spec.lifeCycles.empty())
        return Predicate::all();
    const LifeCycle &life = *spec.lifeCycles.front();
    Predicate out;
    out.op = Predicate::Op::NotIn;
    out.field = life.status;
    for (const QString &state : QString::fromLatin1(life.ends).split(u' ', Qt::SkipEmptyParts))
        out.values.emplace_back(state);
    return out.values.empty() ? Predicate::all() : out;
}

NavigationModel::NavigationModel(Workspace &workspace, QObject *parent)
    : QAbstractListModel(parent),
      m_workspace(workspace),
      m_refreshSoon(workspace.store(), [this] { refresh(); }, {refreshAfterMs, refreshAfterMs})
{
    m_places.push_back({Kind::None, tr("Today"), -1});
    for (const Kind kind : {Kind::Consultation, Kind::Mediation, Kind::LegalAid, Kind::Notary, Kind::DutyHelp, Kind::Project}) {
        const RecordSpec *spec = specOf(kind);
        if (spec && spec->docket)
            m_places.push_back({kind, words::docket(*spec), -1});
    }
    m_places.push_back({Kind::Conflict, tr("Exchange and conflicts"), -1});
}

int NavigationModel::rowOf(Kind kind) const
{
    for (int row = 0; row < int(m_places.size()); ++row) {
        if (m_places[std::size_t(row)].kind == kind)
            return row;
    }
    return -1;
}

void NavigationModel::refresh()
{
    m_cancel.cancel();
    m_cancel = CancelToken();
    for (int row = 1; row < int(m_places.size()); ++row) {
        Query query;
        query.spec = specOf(m_places[std::size_t(row)].kind);
        query.where = query.spec == &conflict::spec ? Predicate::empty(conflict::decision) : openOnly(*query.spec);
        deliver(m_workspace.store().count(query, m_cancel), this, [this, row](const Result<std::int64_t> &count) {
            if (count)
                setCount(row, *count);
        });
    }
}

void NavigationModel::setTodayCount(std::int64_t count) { setCount(0, count); }

void NavigationModel::setCount(int row, std::int64_t count)
{
    if (m_places[std::size_t(row)].count == count)
        return;
    m_places[std::size_t(row)].count = count;
    emit dataChanged(index(row), index(row));
}

int NavigationModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_places.size()); }

QVariant NavigationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Place &place = m_places[std::size_t(index.row())];
    const bool counted = place.count >= 0;
    switch (role) {
    case Qt::DisplayRole: return counted ? QStringLiteral("%1  %L2").arg(place.name).arg(place.count) : place.name;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return counted ? tr("%1: %n open (Ctrl+%2)", nullptr, int(place.count)).arg(place.name).arg(index.row() + 1)
                       : place.name;
    case KindRole: return int(place.kind);
    case CountRole: return qint64(place.count);
    case NameRole: return place.name;
    default: return {};
    }
}

} // namespace yizhan
