// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConflictModel.h"

#include "base/Deliver.h"
#include "models/Words.h"

#include <QFont>

namespace yizhan {

namespace {
constexpr quintptr isCase = 0; // internal id of a case; of a conflict: row of its case + 1
} // namespace

ConflictModel::ConflictModel(Workspace &workspace, QObject *parent)
    : QAbstractItemModel(parent),
      m_workspace(workspace),
      m_door(workspace.store()),
      m_readSoon(
          workspace.store(), [this] { read(); }, {}, [this](const ChangeSet &changes) { return concerns(changes); })
{
    connect(&workspace, &Workspace::titlesArrived, this, [this] {
        for (int row = 0; row < rowCount(); ++row) {
            const QModelIndex of = index(row, 0);
            emit dataChanged(of, index(row, ColumnCount - 1));
            emit dataChanged(index(0, 0, of), index(rowCount(of) - 1, ColumnCount - 1, of));
        }
        if (m_read)
            emit refreshed();
    });
}

bool ConflictModel::concerns(const ChangeSet &changes) const
{
    return changes.everything || m_waiting > 0
           || std::any_of(changes.rows.begin(), changes.rows.end(),
                          [this](const ChangeSet::Row &row) { return row.kind == Kind::Conflict || caseOf(row.root); });
}

void ConflictModel::read()
{
    const int round = ++m_round;
    m_waiting = 1;
    deliver(m_door.conflicts(), this, [this, round](const Result<std::vector<OpenConflict>> &open) {
        if (round == m_round && open)
            take(*open);
    });
}

// Groups them and asks for the cases, whose numbers people know them by.
void ConflictModel::take(const std::vector<OpenConflict> &open)
{
    m_coming.clear();
    for (const OpenConflict &conflict : open) {
        auto place = std::find_if(m_coming.begin(), m_coming.end(), [&](const Case &one) { return one.root == conflict.root; });
        if (place == m_coming.end())
            place = m_coming.insert(m_coming.end(), Case{conflict.root, Record(), {}});
        place->conflicts.push_back(conflict);
    }
    m_waiting = int(m_coming.size());
    if (m_coming.empty())
        return show();
    for (std::size_t i = 0; i < m_coming.size(); ++i) {
        deliver(m_workspace.store().record(m_coming[i].root), this, [this, i, round = m_round](const Result<Record> &record) {
            if (round != m_round)
                return;
            if (record)
                m_coming[i].record = *record;
            if (--m_waiting == 0)
                show();
        });
    }
}

void ConflictModel::show()
{
    beginResetModel();
    m_cases = std::move(m_coming);
    m_coming.clear();
    endResetModel();
    m_read = true;
    m_waiting = 0;
    emit refreshed();
}

int ConflictModel::count() const
{
    int number = 0;
    for (const Case &one : m_cases)
        number += int(one.conflicts.size());
    return number;
}

const ConflictModel::Case *ConflictModel::caseOf(const RecordId &root) const
{
    const auto found = std::find_if(m_cases.begin(), m_cases.end(), [&](const Case &one) { return one.root == root; });
    return found == m_cases.end() ? nullptr : &*found;
}

int ConflictModel::countOf(const RecordId &root) const
{
    const Case *one = caseOf(root);
    return one ? int(one->conflicts.size()) : 0;
}

const OpenConflict *ConflictModel::at(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == isCase)
        return nullptr;
    return &m_cases[index.internalId() - 1].conflicts[std::size_t(index.row())];
}

const OpenConflict *ConflictModel::find(const RecordId &conflict) const { return at(indexOf(conflict)); }

QModelIndex ConflictModel::indexOf(const RecordId &conflict) const
{
    for (int row = 0; row < int(m_cases.size()); ++row) {
        const auto &conflicts = m_cases[std::size_t(row)].conflicts;
        for (int i = 0; i < int(conflicts.size()); ++i) {
            if (conflicts[std::size_t(i)].id == conflict)
                return index(i, 0, index(row, 0));
        }
    }
    return {};
}

RecordId ConflictModel::first() const { return m_cases.empty() ? RecordId() : m_cases.front().conflicts.front().id; }

RecordId ConflictModel::firstOf(const RecordId &root) const
{
    const Case *one = caseOf(root);
    return one ? one->conflicts.front().id : RecordId();
}

RecordId ConflictModel::following(const RecordId &conflict) const
{
    std::vector<RecordId> order;
    for (const Case &one : m_cases) {
        for (const OpenConflict &open : one.conflicts)
            order.push_back(open.id);
    }
    const auto place = std::find(order.begin(), order.end(), conflict);
    if (place == order.end() || order.size() < 2)
        return {};
    return place + 1 == order.end() ? order.front() : *(place + 1);
}

int ConflictModel::placeOf(const RecordId &conflict) const
{
    int place = 0;
    for (const Case &one : m_cases) {
        for (const OpenConflict &open : one.conflicts) {
            ++place;
            if (open.id == conflict)
                return place;
        }
    }
    return 0;
}

QString ConflictModel::caseTitle(const RecordId &root) const
{
    const Case *one = caseOf(root);
    if (!one || one->record.isNull() || one->record.kind() == Kind::Conflict)
        return tr("Belongs to no case that is here");
    const Record &record = one->record;
    const RecordSpec &spec = record.spec();
    QString title;
    for (const FieldSpec *field : {spec.title, spec.field(u"provisional_no")}) {
        if (field && title.isEmpty())
            title = m_workspace.display(*field, record.value(*field), m_workspace.hides(record, *field));
    }
    if (title.isEmpty())
        title = words::kind(spec);
    const FieldSpec *people = spec.field(u"parties");
    const QString names = people ? m_workspace.display(*people, record.value(*people), m_workspace.hides(record, *people))
                                 : QString();
    return names.isEmpty() ? title : QStringLiteral("%1  %2").arg(title, names);
}

QString ConflictModel::text(const OpenConflict &conflict, const FieldSpec &field, const Value &value) const
{
    const Case *one = caseOf(conflict.root);
    const bool known = one && !one->record.isNull();
    const bool hidden = known ? m_workspace.hides(one->record, field) : field.isPersonal();
    const QString text = m_workspace.display(field, value, hidden && m_unmasked.count(conflict.root) == 0);
    return text.isEmpty() ? tr("(empty)") : text;
}

bool ConflictModel::hasMasked(const OpenConflict &conflict) const
{
    const Case *one = caseOf(conflict.root);
    if (!one || one->record.isNull() || m_unmasked.count(conflict.root) > 0)
        return false;
    return std::any_of(conflict.fields.begin(), conflict.fields.end(), [&](const OpenConflict::Field &field) {
        return field.field->mask != Mask::None && m_workspace.hides(one->record, *field.field);
    });
}

void ConflictModel::showFull(const RecordId &root)
{
    deliver(m_workspace.store().noteSeen(root, QStringLiteral("READ_SENS"), tr("To settle a conflict")), this,
            [this, root](const Outcome &noted) {
                if (!noted) // not noted = not shown
                    return;
                m_unmasked.insert(root);
                emit refreshed();
            });
}

QString ConflictModel::author(const RecordId &user) const
{
    if (user.isNull())
        return {};
    if (user == m_workspace.session().actor.user)
        return tr("you");
    const QString name = m_workspace.titleOf(user);
    return name.isEmpty() ? QStringLiteral("…") : name;
}

void ConflictModel::settle(const RecordId &conflict, Settlement settlement, Inputs values)
{
    if (m_busy)
        return;
    if (!m_workspace.session().mayWriteCases()) {
        emit refused(conflict, tr("Your account may look at cases but not write them. Ask the head of your office."));
        return;
    }
    m_busy = true;
    deliver(m_door.settle(conflict, settlement, std::move(values)), this, [this, conflict](const Result<ChangeSet> &answer) {
        m_busy = false;
        if (!answer) {
            if (answer.error().kind != ErrorKind::Cancelled)
                emit refused(conflict, describe(answer.error()));
            return;
        }
        beginResetModel();
        for (auto one = m_cases.begin(); one != m_cases.end();) {
            std::erase_if(one->conflicts, [&](const OpenConflict &open) { return open.id == conflict; });
            one = one->conflicts.empty() ? m_cases.erase(one) : one + 1;
        }
        endResetModel();
        emit settled(conflict);
        emit refreshed();
    });
}

void ConflictModel::bringBack(const RecordId &conflict)
{
    const OpenConflict *open = find(conflict);
    if (m_busy || !open)
        return;
    m_busy = true;
    Change change;
    Operation restore = Operation::withdraw(open->record);
    restore.act = Operation::Act::Restore;
    change.operations.push_back(std::move(restore));
    change.reason = tr("Brought back to settle a conflict");
    deliver(m_workspace.store().submit(std::move(change)), this, [this, conflict](const Result<ChangeSet> &answer) {
        m_busy = false;
        if (answer)
            read();
        else if (answer.error().kind != ErrorKind::Cancelled)
            emit refused(conflict, describe(answer.error()));
    });
}

QModelIndex ConflictModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return parent.isValid() ? createIndex(row, column, quintptr(parent.row()) + 1) : createIndex(row, column, isCase);
}

QModelIndex ConflictModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == isCase)
        return {};
    return createIndex(int(child.internalId() - 1), 0, isCase);
}

int ConflictModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_cases.size());
    if (parent.internalId() != isCase || parent.column() != 0)
        return 0;
    return int(m_cases[std::size_t(parent.row())].conflicts.size());
}

int ConflictModel::columnCount(const QModelIndex &) const { return ColumnCount; }

QString ConflictModel::textOf(const OpenConflict &conflict, int column) const
{
    if (column == What)
        return conflictwords::heading(conflict);
    return QStringLiteral("%1  %2").arg(author(conflict.author),
                                        conflictwords::moment(conflict.declaredAt, m_workspace.today()));
}

QVariant ConflictModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::FontRole && !at(index)) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (const OpenConflict *conflict = at(index))
        return textOf(*conflict, index.column());
    const Case &one = m_cases[std::size_t(index.row())];
    if (index.column() != What)
        return {}; // the title takes the whole row
    return tr("%1 (%2)", "title of a case, number of values to settle").arg(caseTitle(one.root)).arg(one.conflicts.size());
}

QVariant ConflictModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == What ? tr("Case and value") : tr("Late entry by");
}

} // namespace yizhan
