// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RefChoiceModel.h"

#include "base/Deliver.h"

namespace yizhan {

namespace {
constexpr int largestList = 30; // more cannot be looked over; typing narrows it
}

RefChoiceModel::RefChoiceModel(Workspace &workspace, Kind target, QObject *parent)
    : ChoiceModel(parent), m_workspace(workspace), m_target(target)
{
    connect(&workspace, &Workspace::titlesArrived, this, &ChoiceModel::labelsChanged);
}

void RefChoiceModel::setFilter(const QString &typed)
{
    const RecordSpec *spec = specOf(m_target);
    if (!spec || !spec->title)
        return;
    m_cancel.cancel();
    m_cancel = CancelToken();
    m_filter = typed.trimmed();
    m_searching = true;
    Query query;
    query.spec = spec;
    query.limit = largestList;
    query.sort = {{spec->title, false}};
    if (!m_filter.isEmpty())
        query.where = Predicate::contains(*spec->title, m_filter);
    deliver(m_workspace.store().list(query, m_cancel), this,
            [this, spec, token = m_cancel](const Result<std::vector<Record>> &answer) {
                if (token.isCancelled())
                    return;
                m_searching = false;
                beginResetModel();
                m_choices.clear();
                if (answer) {
                    for (const Record &record : *answer) {
                        m_choices.push_back({record.id, record.value(*spec->title).text()});
                        m_workspace.noteTitle(record.id, m_choices.back().title);
                    }
                }
                endResetModel();
                emit searched();
            });
}

Value RefChoiceModel::valueAt(int row) const
{
    return row >= 0 && row < int(m_choices.size()) ? Value(m_choices[std::size_t(row)].id) : Value();
}

QString RefChoiceModel::labelOf(const Value &value) const
{
    const auto id = RecordId::fromBytes(value.bytes());
    return id ? m_workspace.titleOf(*id) : QString();
}

int RefChoiceModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_choices.size()); }

QVariant RefChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_choices.size()))
        return {};
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return m_choices[std::size_t(index.row())].title;
    return {};
}

} // namespace yizhan
