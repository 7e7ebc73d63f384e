// SPDX-License-Identifier: GPL-3.0-or-later
// The conflicts that wait for a person, grouped by case.
#pragma once

#include "models/ConflictWords.h"
#include "models/ReadSoon.h"
#include "store/SyncDoor.h"

#include <QAbstractItemModel>
#include <set>

namespace yizhan {

// GUI thread. Two levels: cases, and under each its conflicts, oldest first. Reads itself anew when something changed.
class ConflictModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { What, Entered, ColumnCount };

    explicit ConflictModel(Workspace &workspace, QObject *parent = nullptr);

    bool isRead() const { return m_read; } // the first answer is here
    int count() const;                     // open conflicts
    int countOf(const RecordId &root) const;
    // Null for the row of a case, and for what is not open any more.
    const OpenConflict *at(const QModelIndex &index) const;
    const OpenConflict *find(const RecordId &conflict) const;
    QModelIndex indexOf(const RecordId &conflict) const;
    RecordId first() const;                       // null if there is none
    RecordId firstOf(const RecordId &root) const; // of this case
    RecordId following(
        const RecordId &conflict) const; // in the order of the list, from the end to the beginning; null if it is the only one
    int placeOf(const RecordId &conflict) const; // counted from 1; 0 if it is not open

    QString caseTitle(const RecordId &root) const;
    // A value as this person may see it; numbers of people masked until showFull().
    QString text(const OpenConflict &conflict, const FieldSpec &field, const Value &value) const;
    bool hasMasked(const OpenConflict &conflict) const;
    // The store notes who looked; refreshed() follows.
    void showFull(const RecordId &root);
    QString author(const RecordId &user) const; // "…" until known

    // settled() or refused() follows. `values` for an edited one.
    void settle(const RecordId &conflict, Settlement settlement, Inputs values = {});
    // Brings the withdrawn record back; refreshed() or refused() follows.
    void bringBack(const RecordId &conflict);
    bool isBusy() const { return m_busy; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    using QObject::parent;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void refreshed();
    void settled(const yizhan::RecordId &conflict);
    void refused(const yizhan::RecordId &conflict, const QString &message);

private:
    struct Case {
        RecordId root;
        Record record; // null if it is not here
        std::vector<OpenConflict> conflicts;
    };

    bool concerns(const ChangeSet &changes) const;
    void read();
    void take(const std::vector<OpenConflict> &open);
    void show();
    const Case *caseOf(const RecordId &root) const;
    QString textOf(const OpenConflict &conflict, int column) const;

    Workspace &m_workspace;
    SyncDoor m_door;
    std::vector<Case> m_cases;
    std::vector<Case> m_coming;
    std::set<RecordId> m_unmasked;
    int m_round = 0;
    int m_waiting = 0;
    bool m_read = false;
    bool m_busy = false;
    ReadSoon m_readSoon;
};

} // namespace yizhan
