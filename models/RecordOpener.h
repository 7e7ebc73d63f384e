// SPDX-License-Identifier: GPL-3.0-or-later
// Opens records for editing: a new one, a standing one with whatever unfinished edits belong to it, a draft by itself.
#pragma once

#include "models/RecordDraft.h"

namespace yizhan {

// GUI thread.
class RecordOpener final : public QObject
{
    Q_OBJECT
public:
    struct Unfinished {
        Draft draft;
        QString title;
    };

    explicit RecordOpener(Workspace &workspace, QObject *parent = nullptr);

    // The case of this record (a child opens its case), with this user's draft laid over it if there is one.
    void open(const RecordId &id);
    void openDraft(const Draft &draft);
    // This user's unfinished entries, newest first; unfinishedRead() follows.
    void readUnfinished();
    const std::vector<Unfinished> &unfinished() const { return m_unfinished; }
    void dropUnfinished(const Draft &draft);

signals:
    // The receiver owns it.
    void opened(yizhan::RecordDraft *draft);
    void failed(const QString &message);
    void unfinishedRead();

private:
    void openStanding(const RecordId &id);
    void lay(const Draft &draft, const CaseFile &standing);
    QString titleOf(const Draft &draft);

    Workspace &m_workspace;
    std::vector<Unfinished> m_unfinished;
};

} // namespace yizhan
