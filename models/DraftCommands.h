// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of undo in a form: a cell was changed, a row came, a row went.
#pragma once

#include "models/RecordDraft.h"

#include <QUndoCommand>

namespace yizhan {

// Typing in one cell is one step until the caret leaves it.
class CellCommand final : public QUndoCommand
{
public:
    CellCommand(RecordDraft &draft, const RecordId &row, const FieldSpec &field, RecordDraft::Cell before,
                RecordDraft::Cell after, int typing)
        : m_draft(draft), m_row(row), m_field(field), m_before(std::move(before)), m_after(std::move(after)), m_typing(typing)
    {}

    void undo() override { m_draft.putCell(m_row, m_field, m_before); }
    void redo() override { m_draft.putCell(m_row, m_field, m_after); }
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const CellCommand *>(other);
        if (next->m_row != m_row || &next->m_field != &m_field || next->m_typing != m_typing)
            return false;
        m_after = next->m_after;
        return true;
    }

private:
    RecordDraft &m_draft;
    RecordId m_row;
    const FieldSpec &m_field;
    RecordDraft::Cell m_before;
    RecordDraft::Cell m_after;
    int m_typing;
};

class RowCommand final : public QUndoCommand
{
public:
    RowCommand(RecordDraft &draft, DraftRow added) : m_draft(draft), m_row(added.record.id), m_added(std::move(added)) {}
    RowCommand(RecordDraft &draft, const RecordId &removed) : m_draft(draft), m_row(removed) {}

    void undo() override { set(m_added.has_value()); }
    void redo() override { set(!m_added.has_value()); }

private:
    void set(bool removed)
    {
        DraftRow *row = m_draft.find(m_row);
        if (!row && m_added) {
            m_draft.m_body.rows.push_back(*m_added);
            row = &m_draft.m_body.rows.back();
        }
        if (row)
            row->removed = removed;
        m_draft.touched();
        emit m_draft.rowsChanged();
    }

    RecordDraft &m_draft;
    RecordId m_row;
    std::optional<DraftRow> m_added;
};

} // namespace yizhan
