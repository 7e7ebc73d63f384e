// SPDX-License-Identifier: GPL-3.0-or-later
// Editors of what is typed: lines, long texts, dates, sums.
#pragma once

#include "forms/FieldEditor.h"

class QLineEdit;
class QPlainTextEdit;

namespace yizhan {

// One line: texts, numbers, identity numbers, telephones.
class LineEditor : public FieldEditor
{
    Q_OBJECT
public:
    LineEditor(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent);
    void refresh() override;
    QWidget *input() const override;
    int caret() const override;
    void setCaret(int position) override;

protected:
    virtual void take(const QString &typed);
    QLineEdit *m_line;
};

class LongTextEditor final : public FieldEditor
{
    Q_OBJECT
public:
    LongTextEditor(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent);
    void refresh() override;
    QWidget *input() const override;
    int caret() const override;
    void setCaret(int position) override;
    QString echo() const override;
    bool isWide() const override { return true; }

private:
    QPlainTextEdit *m_text;
};

// Days and instants, typed as people write them (+3d, 11.23, 周四 14:00) or picked from a calendar.
class DateEditor final : public LineEditor
{
    Q_OBJECT
public:
    DateEditor(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent);
    QString echo() const override;

protected:
    void take(const QString &typed) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showCalendar();
};

// Sums: thousands are set when the line is left, capitals stand below.
class MoneyEditor final : public LineEditor
{
    Q_OBJECT
public:
    MoneyEditor(RecordDraft &draft, const RecordId &row, const FieldSpec &field, QWidget *parent);
    QString echo() const override;
};

} // namespace yizhan
