// SPDX-License-Identifier: GPL-3.0-or-later
// The tray: work of this computer that the server did not take or passed on to another office, each with a way out.
#pragma once

#include "models/ReadSoon.h"
#include "models/RecordDraft.h"
#include "store/SyncDoor.h"

#include <QAbstractTableModel>
#include <functional>

namespace yizhan {

// Lays the values into an open form as if they had just been typed: into new rows of the kind, or into the row itself. What
// only steps may set is left out. GUI thread. Answers false if the form has no place for one of them.
bool enterAnew(RecordDraft &draft, const EntryAnew &entry);
// GUI thread. Oldest first. Reads itself anew when something changed.
class TrayModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { What, Reason, Office, Entered, ColumnCount };
    enum class Way : std::uint8_t {
        Settle,         // it is in the list of conflicts here
        EnterAnew,      // change and send again
        EnterElsewhere, // the same, in another case
        OpenCase,
        TakeBack, // do without it
        Noted     // others decide about it
    };

    explicit TrayModel(Workspace &workspace, QObject *parent = nullptr);

    bool isRead() const { return m_read; }
    const ReturnedWork *at(int row) const; // null if out of range
    int rowOf(std::int64_t n) const;       // -1 if it is not there
    std::vector<Way> ways(const ReturnedWork &work) const;
    // What happened, whether it is lost, what to do.
    QString story(const ReturnedWork &work) const;
    // "Facts: …", one line a value.
    QStringList values(const ReturnedWork &work) const;
    // With everything that came back of the same new case.
    EntryAnew entry(const ReturnedWork &work) const;
    const ReturnedWork *ofConflict(const RecordId &conflict) const; // null if none in the tray
    // What was entered anew is saved: it leaves the tray. refused() may follow.
    void finish(const EntryAnew &entry);
    // takenBack() or refused() follows.
    void takeBack(std::int64_t n);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void refreshed();
    void takenBack(qint64 n);
    void refused(const QString &message);

private:
    void read();
    void leave(const EntryAnew::Settles &which, std::function<void()> then);
    static bool isElsewhere(const ReturnedWork &work);
    QString textOf(const ReturnedWork &work, int column) const;
    QString heading(const ReturnedWork &work) const;
    QString officeName(const QString &office) const;

    Workspace &m_workspace;
    SyncDoor m_door;
    std::vector<ReturnedWork> m_rows;
    ReadSoon m_readSoon;
    bool m_read = false;
};

} // namespace yizhan
