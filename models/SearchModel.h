// SPDX-License-Identifier: GPL-3.0-or-later
// The hits of a search through everything, best first, with enough words to tell them apart.
#pragma once

#include "models/Workspace.h"

#include <QAbstractListModel>

namespace yizhan {

class SearchModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { RecordIdRole = Qt::UserRole + 1, KindRole };

    explicit SearchModel(Workspace &workspace, QObject *parent = nullptr);

    void setText(const QString &typed); // empty = nothing
    const QString &text() const { return m_text; }
    bool isSearching() const { return m_waiting > 0; }
    RecordId recordAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    void searched();

private:
    void takeHits(const std::vector<SearchHit> &hits);
    QString lineOf(const Record &record) const;

    Workspace &m_workspace;
    QString m_text;
    std::vector<SearchHit> m_hits;
    QHash<RecordId, Record> m_records;
    CancelToken m_cancel;
    int m_waiting = 0;
};

} // namespace yizhan
