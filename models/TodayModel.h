// SPDX-License-Identifier: GPL-3.0-or-later
// What is due: overdue cases first, then those of the next seven days, over all dockets.
#pragma once

#include "models/Workspace.h"

#include <QAbstractTableModel>

namespace yizhan {

class TodayModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { RecordIdRole = Qt::UserRole + 1, BandRole, NumberRole };
    enum Column { Due, Docket, Number, Parties, ColumnCount };

    explicit TodayModel(Workspace &workspace, QObject *parent = nullptr);

    bool isLoading() const { return m_waiting > 0; }
    int overdue() const; // rows that are late
    // Overdue and due today: the number at the place in the navigation.
    int pressing() const;
    RecordId recordAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void refreshed();

private:
    void refresh();
    void show();
    QString textOf(const Record &record, int column) const;

    Workspace &m_workspace;
    std::vector<Record> m_coming;
    std::vector<Record> m_rows;
    QTimer m_refreshSoon;
    CancelToken m_cancel;
    int m_waiting = 0;
};

} // namespace yizhan
