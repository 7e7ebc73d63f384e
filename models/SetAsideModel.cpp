// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/SetAsideModel.h"

#include "base/Deliver.h"
#include "models/ConflictWords.h"
#include "models/Words.h"
#include "records/OfficeDirectory.h"

#include <QCollator>

#include <algorithm>

namespace yizhan {

namespace {

// What went last comes first; what went within a minute in the order of its numbers.
void sortForReading(std::vector<SetAsideCase> &rows)
{
    QCollator byNumber{QLocale(QLocale::Chinese)}; // of the "C" locale it does not know numbers
    byNumber.setNumericMode(true);
    const auto minute = [](const SetAsideCase &one) { return one.removedAt.ms / 60'000; };
    std::sort(rows.begin(), rows.end(), [&](const SetAsideCase &a, const SetAsideCase &b) {
        if (minute(a) != minute(b))
            return minute(a) > minute(b);
        const int order = byNumber.compare(a.number, b.number);
        return order != 0 ? order < 0 : a.root < b.root;
    });
}

} // namespace

SetAsideModel::SetAsideModel(Workspace &workspace, QObject *parent)
    : QAbstractTableModel(parent),
      m_workspace(workspace),
      m_door(workspace.store()),
      m_readSoon(workspace.store(), [this] { read(); })
{}

void SetAsideModel::read()
{
    deliver(m_door.setAside(), this, [this](const Result<std::vector<SetAsideCase>> &answer) {
        if (!answer)
            return; // not for this person
        std::vector<SetAsideCase> rows = *answer;
        sortForReading(rows);
        const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), [](const auto &a, const auto &b) {
            return a.root == b.root && a.rows == b.rows && a.until == b.until;
        });
        if (same)
            return; // whoever reads there keeps the place
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        emit refreshed();
    });
}

const SetAsideCase *SetAsideModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[std::size_t(row)] : nullptr;
}

int SetAsideModel::rowOf(const RecordId &root) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&root](const SetAsideCase &each) { return each.root == root; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void SetAsideModel::look(const RecordId &root, const QString &reason)
{
    deliver(m_door.readSetAside(root, reason), this, [this, root](const Result<CaseFile> &file) {
        if (!file) {
            emit refused(describe(file.error()));
            return;
        }
        QStringList lines;
        if (!file->root.isNull())
            addLines(file->root, lines);
        for (const Record &child : file->children)
            addLines(child, lines);
        emit opened(root, lines);
    });
}

void SetAsideModel::addLines(const Record &row, QStringList &lines) const
{
    if (!lines.isEmpty())
        lines += QString();
    lines += words::kind(row.spec());
    for (const FieldSpec *field : row.spec().fields) {
        const bool isMasked = field->mask == Mask::Identity || field->mask == Mask::Phone;
        const QString text = field->derived ? QString() : m_workspace.display(*field, row.value(*field), isMasked);
        if (!text.isEmpty())
            lines += tr("%1: %2").arg(words::field(*field), text);
    }
}

QString SetAsideModel::textOf(const SetAsideCase &aside, int column) const
{
    switch (column) {
    case Case: {
        const RecordSpec *spec = specOf(aside.kind);
        if (!spec)
            return tr("Parts of a case that is still here");
        return aside.number.isEmpty() ? words::kind(*spec) : tr("%1 %2").arg(words::kind(*spec), aside.number);
    }
    case Office: return m_workspace.rules()->offices().label(aside.office, m_workspace.language());
    case Rows: return QStringLiteral("%L1").arg(aside.rows);
    case Until: return conflictwords::moment(aside.until, m_workspace.today());
    default: return {};
    }
}

int SetAsideModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int SetAsideModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant SetAsideModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return textOf(m_rows[std::size_t(index.row())], index.column());
}

QVariant SetAsideModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Case: return tr("Case");
    case Office: return tr("Office");
    case Rows: return tr("Records");
    case Until: return tr("Kept until");
    default: return {};
    }
}

} // namespace yizhan
