// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/TrayModel.h"

#include "base/Deliver.h"
#include "models/ConflictWords.h"
#include "models/Words.h"
#include "records/CodeList.h"
#include "records/OfficeDirectory.h"

namespace yizhan {

bool enterAnew(RecordDraft &draft, const EntryAnew &entry)
{
    bool fits = true;
    for (const EntryAnew::Row &each : entry.rows) {
        RecordId row = each.record;
        if (each.isNew)
            row = draft.spec().kind == each.kind ? draft.root().id : draft.freeChild(each.kind);
        if (row.isNull() || !draft.row(row)) {
            fits = false;
            continue;
        }
        for (const auto &[field, value] : each.values) {
            if (!field->derived && !field->byTransition)
                draft.setValue(row, *field, value);
        }
    }
    draft.endTyping();
    return fits;
}

TrayModel::TrayModel(Workspace &workspace, QObject *parent)
    : QAbstractTableModel(parent),
      m_workspace(workspace),
      m_door(workspace.store()),
      m_readSoon(workspace.store(), [this] { read(); })
{
    connect(&workspace, &Workspace::titlesArrived, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void TrayModel::read()
{
    deliver(m_door.returned(), this, [this](const Result<std::vector<ReturnedWork>> &rows) {
        if (!rows)
            return;
        const bool same = m_read && rows->size() == m_rows.size()
                          && std::equal(rows->begin(), rows->end(), m_rows.begin(), [](const auto &a, const auto &b) {
                                 return a.n == b.n && a.isHere == b.isHere && a.reason == b.reason
                                        && a.caseIsHere == b.caseIsHere && a.recordIsHere == b.recordIsHere;
                             });
        if (same)
            return; // whoever reads there keeps the place
        beginResetModel();
        m_rows = *rows;
        endResetModel();
        m_read = true;
        emit refreshed();
    });
}

const ReturnedWork *TrayModel::at(int row) const { return row >= 0 && row < rowCount() ? &m_rows[std::size_t(row)] : nullptr; }

int TrayModel::rowOf(std::int64_t n) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [n](const ReturnedWork &work) { return work.n == n; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

std::vector<TrayModel::Way> TrayModel::ways(const ReturnedWork &work) const
{
    std::vector<Way> ways;
    if (work.isHere)
        ways.push_back(Way::Settle);
    const bool hasValues = std::any_of(work.values.begin(), work.values.end(),
                                       [](const auto &value) { return value.first->id < system::firstId; });
    if (isElsewhere(work))
        return {Way::Noted};
    if (hasValues && m_workspace.session().mayWriteCases())
        ways.push_back(entry(work).place == EntryAnew::Place::Elsewhere ? Way::EnterElsewhere : Way::EnterAnew);
    if (work.caseIsHere)
        ways.push_back(Way::OpenCase);
    ways.push_back(Way::TakeBack);
    return ways;
}

// The office that has the case now decides about it.
bool TrayModel::isElsewhere(const ReturnedWork &work)
{
    const bool isTheirs = work.reason == QLatin1String("FORMER_OFFICE")
                          || (work.reason == QLatin1String("LATE") && !work.caseIsHere);
    return !work.isHere && isTheirs;
}

QString TrayModel::story(const ReturnedWork &work) const
{
    QStringList sentences;
    if (work.reason == QLatin1String("FORMER_OFFICE"))
        sentences << tr("The case had been handed over to another office before this entry arrived.")
                  << tr("The entry was forwarded there; the people of that office decide about it.");
    else if (work.reason == QLatin1String("NO_RIGHT"))
        sentences << tr("Your account, or this computer, may not do that at the district server.")
                  << tr("Ask the head of your office, or take the entry back.");
    else if (work.reason == QLatin1String("RULE"))
        sentences << tr("With what stands in the case by now this entry breaks a rule.")
                  << tr("Change it and send it again, or take it back.");
    else if (work.reason == QLatin1String("WITHDRAWN"))
        sentences << tr("The record had been withdrawn before this entry arrived.")
                  << tr("Settle it: leave the record withdrawn, or bring it back.");
    else if (work.reason == QLatin1String("GONE") && synctray::newCaseOf(m_rows, work))
        sentences << tr("It belongs to a new case that was not taken either.")
                  << tr("Change that case and send it again: this entry goes with it. Or take it back.");
    else if (work.reason == QLatin1String("GONE"))
        sentences << tr("The record that this entry is about is no longer at the server.")
                  << tr("Enter it anew where it belongs, or take it back.");
    else if (work.reason == QLatin1String("UNKNOWN_FORM"))
        sentences << tr("The server has an older release and does not know this entry.")
                  << tr("It is kept at the server as it came. Send it again once the server has been brought up to date.");
    else
        sentences << tr("Somebody else changed the same thing first, and the case is no longer on this computer.")
                  << tr("The office that has the case decides about it.");
    if (!work.isHere && !isElsewhere(work))
        sentences << tr("What you entered is kept here until you take it back.");
    return inOneLine(sentences);
}

QStringList TrayModel::values(const ReturnedWork &work) const
{
    QStringList lines;
    for (const auto &[field, value] : work.values) {
        const QString text = m_workspace.display(*field, value, field->mask == Mask::Identity || field->mask == Mask::Phone);
        if (!field->derived && !text.isEmpty())
            lines += tr("%1: %2").arg(words::field(*field), text);
    }
    return lines;
}

EntryAnew TrayModel::entry(const ReturnedWork &work) const { return synctray::entryOf(m_rows, work); }

const ReturnedWork *TrayModel::ofConflict(const RecordId &conflict) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&conflict](const ReturnedWork &work) { return work.conflict == conflict; });
    return conflict.isNull() || found == m_rows.end() ? nullptr : &*found;
}

void TrayModel::leave(const EntryAnew::Settles &which, std::function<void()> then)
{
    const auto done = [this, then = std::move(then)](const std::optional<Error> &error) {
        if (error && error->kind != ErrorKind::NotFound && error->kind != ErrorKind::Cancelled) {
            emit refused(describe(*error));
            return;
        }
        m_read = false; // also when nothing of the rows changed
        read();
        then();
    };
    const auto errorOf = [](const auto &answer) {
        return answer ? std::optional<Error>() : std::optional<Error>(answer.error());
    };
    if (!which.conflict.isNull())
        deliver(m_door.settle(which.conflict, Settlement::Standing), this,
                [done, errorOf](const Result<ChangeSet> &answer) { done(errorOf(answer)); });
    else
        deliver(m_door.dismiss(which.n), this, [done, errorOf](const Outcome &answer) { done(errorOf(answer)); });
}

void TrayModel::finish(const EntryAnew &entry)
{
    for (const EntryAnew::Settles &each : entry.settles)
        leave(each, [] {});
}

void TrayModel::takeBack(std::int64_t n)
{
    const ReturnedWork *work = at(rowOf(n));
    if (!work)
        return;
    leave({work->isHere ? work->conflict : RecordId(), n}, [this, n] { emit takenBack(n); });
}

QString TrayModel::officeName(const QString &office) const
{
    return m_workspace.rules()->offices().label(office, m_workspace.language());
}

QString TrayModel::heading(const ReturnedWork &work) const
{
    const RecordSpec *spec = specOf(work.kind);
    const QString kind = spec ? words::kind(*spec) : tr("Record of an unknown kind");
    switch (work.act) {
    case OutboxAct::Create:
    case OutboxAct::Append: return tr("New: %1").arg(kind);
    case OutboxAct::Withdraw: return tr("Withdrawal: %1").arg(kind);
    case OutboxAct::Restore: return tr("Bringing back: %1").arg(kind);
    case OutboxAct::Transfer: return tr("Hand-over to another office");
    case OutboxAct::Set: break;
    }
    QStringList names;
    for (const auto &value : work.values)
        names += words::field(*value.first);
    return tr("%1: %2").arg(kind, words::list(names));
}

QString TrayModel::textOf(const ReturnedWork &work, int column) const
{
    switch (column) {
    case What: return heading(work);
    case Reason: {
        const CodeList *reasons = m_workspace.rules()->codes().list(QStringLiteral("conflict_origin"));
        const CodeValue *reason = reasons ? reasons->find(work.reason) : nullptr;
        return reason ? reason->label(m_workspace.language()) : work.reason;
    }
    case Office: return officeName(work.office);
    case Entered: return conflictwords::moment(work.typedAt, m_workspace.today());
    default: return {};
    }
}

int TrayModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int TrayModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant TrayModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return textOf(m_rows[std::size_t(index.row())], index.column());
}

QVariant TrayModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What: return tr("What was entered");
    case Reason: return tr("Why it came back");
    case Office: return tr("Meant for");
    case Entered: return tr("Entered");
    default: return {};
    }
}

} // namespace yizhan
