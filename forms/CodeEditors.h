// SPDX-License-Identifier: GPL-3.0-or-later
// Editors of what is chosen: a code or a reference, several codes, yes or no.
#pragma once

#include "forms/ChoiceEdit.h"
#include "forms/FieldEditor.h"

class QCheckBox;
class QToolButton;

namespace yizhan {

class ChoiceEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ChoiceEditor(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent);
    void refresh() override;
    QWidget *input() const override { return m_edit; }
    int caret() const override { return m_edit->cursorPosition(); }
    void setCaret(int position) override { m_edit->setCursorPosition(position); }

private:
    ChoiceEdit *m_edit;
};

// Few values: a row of boxes. Many: a button that opens a list of boxes.
class CodeSetEditor final : public FieldEditor
{
    Q_OBJECT
public:
    CodeSetEditor(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent);
    void refresh() override;
    QWidget *input() const override;
    bool isWide() const override { return m_button == nullptr; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showChosen();
    void toggle(const QString &code, bool on);

    std::vector<std::pair<QString, QCheckBox *>> m_boxes;
    QToolButton *m_button = nullptr;
};

class YesNoEditor final : public FieldEditor
{
    Q_OBJECT
public:
    YesNoEditor(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent);
    void refresh() override;
    QWidget *input() const override;

private:
    QCheckBox *m_box;
};

} // namespace yizhan
