// SPDX-License-Identifier: GPL-3.0-or-later
// What a confirmed removal took off this computer in the last week: listed for the person in charge, and readable.
#pragma once

#include "models/ReadSoon.h"
#include "models/Workspace.h"
#include "store/SyncDoor.h"

#include <QAbstractTableModel>

namespace yizhan {

// GUI thread. Newest first. Empty for those who may not see it. Reads itself anew when something changed.
class SetAsideModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Case, Office, Rows, Until, ColumnCount };

    explicit SetAsideModel(Workspace &workspace, QObject *parent = nullptr);

    const SetAsideCase *at(int row) const; // null if out of range
    int rowOf(const RecordId &root) const; // -1 if it is not there
    // Everything of the case; that somebody looked, and why, goes to the audit. opened() or refused() follows.
    void look(const RecordId &root, const QString &reason);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void refreshed();
    void opened(const yizhan::RecordId &root, const QStringList &lines);
    void refused(const QString &message);

private:
    void read();
    void addLines(const Record &row, QStringList &lines) const;
    QString textOf(const SetAsideCase &aside, int column) const;

    Workspace &m_workspace;
    SyncDoor m_door;
    std::vector<SetAsideCase> m_rows;
    ReadSoon m_readSoon;
};

} // namespace yizhan
