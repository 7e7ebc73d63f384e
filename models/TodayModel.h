// SPDX-License-Identifier: GPL-3.0-or-later
// What is due: overdue cases first, then those of the next seven days, over all dockets.
#pragma once

#include "models/ReadSoon.h"
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
    // Of all dockets as they stand, also where the list shows only the most urgent rows of a docket.
    std::int64_t overdue() const { return m_counts.overdue; }
    std::int64_t soon() const { return m_counts.listed - m_counts.overdue; } // today and in the next seven days
    // Overdue and due today: the number at the place in the navigation.
    std::int64_t pressing() const { return m_counts.pressing; }
    RecordId recordAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void refreshed();

private:
    void refresh();
    struct Counts {
        std::int64_t overdue = 0;
        std::int64_t pressing = 0;
        std::int64_t listed = 0;
    };
    void count(const RecordSpec &spec, int daysFromToday, std::int64_t Counts::*which);
    void show();
    QString textOf(const Record &record, int column) const;

    Workspace &m_workspace;
    std::vector<Record> m_coming;
    std::vector<Record> m_rows;
    Counts m_comingCounts;
    Counts m_counts;
    ReadSoon m_refreshSoon;
    CancelToken m_cancel;
    int m_waiting = 0;
};

} // namespace yizhan
