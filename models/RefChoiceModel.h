// SPDX-License-Identifier: GPL-3.0-or-later
// Records to refer to, found while typing: staff, projects, villages, consultations.
#pragma once

#include "models/ChoiceModel.h"
#include "models/Workspace.h"

namespace yizhan {

class RefChoiceModel final : public ChoiceModel
{
    Q_OBJECT
public:
    RefChoiceModel(Workspace &workspace, Kind target, QObject *parent = nullptr);

    void setFilter(const QString &typed) override; // asks the store; rows follow
    Value valueAt(int row) const override;
    QString labelOf(const Value &value) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool isSearching() const { return m_searching; }

signals:
    void searched();

private:
    struct Choice {
        RecordId id;
        QString title;
    };

    Workspace &m_workspace;
    Kind m_target;
    std::vector<Choice> m_choices;
    QString m_filter;
    CancelToken m_cancel;
    bool m_searching = false;
};

} // namespace yizhan
