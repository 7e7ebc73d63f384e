// SPDX-License-Identifier: GPL-3.0-or-later
// The editor of one field of an open record; which widget it is follows from the field's type.
#pragma once

#include "models/RecordDraft.h"

#include <QWidget>

namespace yizhan {

// Reads from and writes to the draft; the draft tells when something else changed the value (undo, another editor).
class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    static FieldEditor *make(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent);

    const FieldSpec &field() const { return m_field; }
    const RecordId &row() const { return m_row; }
    // Shows what the draft holds now.
    virtual void refresh() = 0;
    // The widget that takes the keyboard.
    virtual QWidget *input() const = 0;
    virtual int caret() const { return 0; }
    virtual void setCaret(int) {}
    // One line under the editor that explains what was typed ("2026-11-26 (Thu)", capitals of a sum); may be empty.
    virtual QString echo() const { return {}; }
    virtual bool isWide() const { return false; } // takes a whole line of the form

signals:
    void caretEntered();
    void caretMoved();
    void echoChanged();

protected:
    FieldEditor(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent);
    // Installs what all inputs share: undo of the draft instead of the line's own, notice of the caret.
    void adopt(QWidget *input);
    bool eventFilter(QObject *watched, QEvent *event) override;

    RecordDraft &m_draft;
    RecordId m_row;
    const FieldSpec &m_field;
    bool m_writing = false; // the change that comes back is our own
};

} // namespace yizhan
