// SPDX-License-Identifier: GPL-3.0-or-later
// The places at the left of the window, each with the number of what is open there.
#pragma once

#include "models/ReadSoon.h"
#include "models/Workspace.h"

#include <QAbstractListModel>

namespace yizhan {

class NavigationModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { KindRole = Qt::UserRole + 1, CountRole, NameRole };
    struct Place {
        Kind kind = Kind::None; // None = today; Conflict = exchange with the district
        QString name;
        std::int64_t count = -1; // unknown
    };

    explicit NavigationModel(Workspace &workspace, QObject *parent = nullptr);

    const std::vector<Place> &places() const { return m_places; }
    int rowOf(Kind kind) const; // -1 if there is no such place
    void setTodayCount(std::int64_t count);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void refresh();
    void setCount(int row, std::int64_t count);

    Workspace &m_workspace;
    std::vector<Place> m_places;
    ReadSoon m_refreshSoon;
    CancelToken m_cancel;
};

// Rows of a docket that somebody still has to do something about: not in a state of rest. All rows for a kind without life
// cycle.
Predicate openOnly(const RecordSpec &spec);

} // namespace yizhan
