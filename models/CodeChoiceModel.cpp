// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CodeChoiceModel.h"

#include "models/Initials.h"
#include "records/CodeList.h"
#include "records/OfficeDirectory.h"

namespace yizhan {

namespace {

// 0 = the label begins so, 1 = its initials do, 2 = code, 3 = somewhere inside; -1 = not at all.
int rankOf(const CodeChoiceModel::Choice &choice, const QString &typed)
{
    if (choice.label.startsWith(typed, Qt::CaseInsensitive))
        return 0;
    if (choice.initials.startsWith(typed, Qt::CaseInsensitive))
        return 1;
    if (choice.code.startsWith(typed, Qt::CaseInsensitive))
        return 2;
    if (choice.label.contains(typed, Qt::CaseInsensitive) || choice.other.contains(typed, Qt::CaseInsensitive)
        || choice.initials.contains(typed, Qt::CaseInsensitive))
        return 3;
    return -1;
}

std::vector<int> fitting(const std::vector<CodeChoiceModel::Choice> &all, const QString &typed)
{
    std::vector<std::pair<int, int>> ranked;
    for (int i = 0; i < int(all.size()); ++i) {
        const int rank = typed.isEmpty() ? 0 : rankOf(all[std::size_t(i)], typed);
        if (rank >= 0)
            ranked.emplace_back(rank, i);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<int> out;
    out.reserve(ranked.size());
    for (const auto &[rank, position] : ranked)
        out.push_back(position);
    return out;
}

} // namespace

CodeChoiceModel::CodeChoiceModel(Workspace &workspace, const QString &listId, QObject *parent)
    : ChoiceModel(parent), m_workspace(workspace), m_listId(listId)
{
    const QString &language = workspace.language();
    if (listId == QLatin1String("@office")) {
        for (const OfficeEntry &office : workspace.rules()->offices().all()) {
            if (office.active)
                m_all.push_back({office.id, office.label(language), office.name, initialsOf(office.name), {}});
        }
    } else {
        for (const CodeValue *value : workspace.rules()->codes().values(listId, workspace.today())) {
            const QString other = language == QLatin1String("zh") ? value->en : value->zh;
            m_all.push_back({value->code, value->label(language), other, initialsOf(value->zh), value->group});
        }
    }
    m_shown = fitting(m_all, {});
}

void CodeChoiceModel::setFilter(const QString &typed)
{
    beginResetModel();
    m_shown = fitting(m_all, typed.trimmed());
    endResetModel();
}

Value CodeChoiceModel::valueAt(int row) const
{
    if (row < 0 || row >= int(m_shown.size()))
        return {};
    return Value(m_all[std::size_t(m_shown[std::size_t(row)])].code);
}

QString CodeChoiceModel::labelOf(const Value &value) const
{
    if (value.isNull())
        return {};
    if (m_listId == QLatin1String("@office"))
        return m_workspace.rules()->offices().label(value.text(), m_workspace.language());
    return m_workspace.rules()->codes().label(m_listId, value.text(), m_workspace.language());
}

int CodeChoiceModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_shown.size()); }

QVariant CodeChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_shown.size()))
        return {};
    const Choice &choice = m_all[std::size_t(m_shown[std::size_t(index.row())])];
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return choice.label;
    if (role == Qt::ToolTipRole)
        return choice.other;
    return {};
}

QStringList CodeChoiceModel::codesFor(const QString &typed) const
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    for (const Choice &choice : m_all) {
        if (text == choice.label || text == choice.code || text == choice.other)
            return {choice.code};
    }
    QStringList out;
    for (const int position : fitting(m_all, text))
        out += m_all[std::size_t(position)].code;
    return out;
}

} // namespace yizhan
