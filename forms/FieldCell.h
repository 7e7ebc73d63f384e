// SPDX-License-Identifier: GPL-3.0-or-later
// One field of a form: label, mark if it is required, editor, and a line that says what is wrong or what was understood.
#pragma once

#include "forms/FieldEditor.h"

class QLabel;
class QPushButton;

namespace yizhan {

class FieldCell final : public QWidget
{
    Q_OBJECT
public:
    FieldCell(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent);

    FieldEditor &editor() { return *m_editor; }
    const FieldSpec &field() const { return m_editor->field(); }
    void refresh();
    QString message() const; // what stands under the editor

signals:
    void settleWanted(const yizhan::RecordId &conflict);

private:
    void showNote();
    void showConflict();

    RecordDraft &m_draft;
    FieldEditor *m_editor;
    QLabel *m_note;
    QPushButton *m_settle; // two people changed the field at once
    RecordId m_conflict;
};

} // namespace yizhan
