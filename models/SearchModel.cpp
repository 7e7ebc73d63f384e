// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/SearchModel.h"

#include "base/Deliver.h"
#include "models/Words.h"

#include <map>

namespace yizhan {

namespace {
constexpr int mostHits = 50; // more are not looked through; another letter narrows them
}

SearchModel::SearchModel(Workspace &workspace, QObject *parent) : QAbstractListModel(parent), m_workspace(workspace) {}

void SearchModel::setText(const QString &typed)
{
    m_cancel.cancel();
    m_cancel = CancelToken();
    m_text = typed.trimmed();
    m_waiting = 0;
    if (m_text.isEmpty()) {
        takeHits({});
        return;
    }
    ++m_waiting;
    deliver(m_workspace.store().search(m_text, mostHits, m_cancel), this,
            [this, token = m_cancel](const Result<std::vector<SearchHit>> &hits) {
                if (token.isCancelled())
                    return;
                --m_waiting;
                takeHits(hits ? *hits : std::vector<SearchHit>());
            });
}

void SearchModel::takeHits(const std::vector<SearchHit> &hits)
{
    beginResetModel();
    m_hits = hits;
    m_records.clear();
    endResetModel();
    std::map<Kind, std::vector<std::int64_t>> byKind;
    for (const SearchHit &hit : m_hits)
        byKind[hit.kind].push_back(hit.localRow);
    for (const auto &[kind, rows] : byKind) {
        ++m_waiting;
        deliver(m_workspace.store().rowsAt(kind, rows, m_cancel), this,
                [this, token = m_cancel](const Result<std::vector<Record>> &records) {
                    if (token.isCancelled())
                        return;
                    --m_waiting;
                    if (records) {
                        for (const Record &record : *records)
                            m_records.insert(record.id, record);
                    }
                    if (!m_hits.empty())
                        emit dataChanged(index(0), index(rowCount() - 1));
                    emit searched();
                });
    }
    if (byKind.empty())
        emit searched();
}

QString SearchModel::lineOf(const Record &record) const
{
    QStringList parts{words::docket(record.spec())};
    for (const QStringView name : {QStringView(u"case_no"), QStringView(u"provisional_no"), QStringView(u"name"),
                                   QStringView(u"parties"), QStringView(u"status")}) {
        const FieldSpec *field = record.spec().field(name);
        if (!field)
            continue;
        const QString text = m_workspace.display(*field, record.value(*field), m_workspace.hides(record, *field));
        if (!text.isEmpty() && !(name == u"provisional_no" && parts.size() > 1))
            parts += text;
    }
    return parts.join(QStringLiteral("  ·  "));
}

RecordId SearchModel::recordAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_hits[std::size_t(row)].root : RecordId();
}

int SearchModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_hits.size()); }

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SearchHit &hit = m_hits[std::size_t(index.row())];
    if (role == RecordIdRole)
        return hit.root.toBytes();
    if (role == KindRole)
        return int(hit.kind);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const auto record = m_records.constFind(hit.root);
    return record == m_records.constEnd() ? QStringLiteral("…") : lineOf(*record);
}

} // namespace yizhan
