// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RecordOpener.h"

#include "base/Deliver.h"
#include "models/Words.h"

namespace yizhan {

RecordOpener::RecordOpener(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace)
{
    connect(&workspace, &Workspace::titlesArrived, this, [this] {
        for (Unfinished &entry : m_unfinished)
            entry.title = titleOf(entry.draft);
        if (!m_unfinished.empty())
            emit unfinishedRead();
    });
}

void RecordOpener::open(const RecordId &id)
{
    deliver(m_workspace.store().drafts(), this, [this, id](const Result<std::vector<Draft>> &drafts) {
        if (drafts) {
            const auto mine = std::find_if(drafts->begin(), drafts->end(),
                                           [&](const Draft &draft) { return draft.record == id; });
            if (mine != drafts->end())
                return openDraft(*mine); // of a record that may not even exist yet
        }
        openStanding(id);
    });
}

void RecordOpener::openStanding(const RecordId &id)
{
    deliver(m_workspace.store().record(id), this, [this, id](const Result<Record> &record) {
        if (!record) {
            emit failed(describe(record.error()));
            return;
        }
        if (record->root != id)
            return open(record->root); // a child opens its case
        deliver(m_workspace.store().caseFile(id), this, [this](const Result<CaseFile> &file) {
            if (file)
                emit opened(RecordDraft::forCase(m_workspace, *file, nullptr));
            else
                emit failed(describe(file.error()));
        });
    });
}

void RecordOpener::openDraft(const Draft &draft)
{
    deliver(m_workspace.store().caseFile(draft.record), this, [this, draft](const Result<CaseFile> &file) {
        if (!file && file.error().kind != ErrorKind::NotFound)
            emit failed(describe(file.error()));
        else
            lay(draft, file ? *file : CaseFile{}); // not found = a record that was never saved
    });
}

void RecordOpener::lay(const Draft &draft, const CaseFile &standing)
{
    auto resumed = RecordDraft::resume(m_workspace, draft, standing, nullptr);
    if (resumed)
        emit opened(*resumed);
    else
        emit failed(describe(resumed.error()));
}

QString RecordOpener::titleOf(const Draft &draft)
{
    const RecordSpec *spec = specOf(draft.kind);
    const QString kind = spec ? words::kind(*spec) : QString();
    const QString title = draft.basedOn > 0 ? m_workspace.titleOf(draft.record) : tr("new");
    return title.isEmpty() ? kind : QStringLiteral("%1 · %2").arg(kind, title);
}

void RecordOpener::readUnfinished()
{
    deliver(m_workspace.store().drafts(), this, [this](const Result<std::vector<Draft>> &drafts) {
        m_unfinished.clear();
        if (drafts) {
            for (const Draft &draft : *drafts)
                m_unfinished.push_back({draft, titleOf(draft)});
        }
        emit unfinishedRead();
    });
}

void RecordOpener::dropUnfinished(const Draft &draft)
{
    deliver(m_workspace.store().dropDraft(draft.key), this, [this](const Outcome &) { readUnfinished(); });
}

} // namespace yizhan
