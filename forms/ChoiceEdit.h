// SPDX-License-Identifier: GPL-3.0-or-later
// A line that completes from a short list while one types: label, pinyin initials or code; Alt+Down shows everything.
#pragma once

#include "models/ChoiceModel.h"

#include <QLineEdit>

class QCompleter;

namespace yizhan {

class ChoiceEdit final : public QLineEdit
{
    Q_OBJECT
public:
    // `choices` becomes a child.
    ChoiceEdit(ChoiceModel *choices, QWidget *parent = nullptr);

    void setValue(const Value &value);
    const Value &value() const { return m_value; }
    void showAll();

signals:
    void chosen(const yizhan::Value &value); // a value of the list, or null when the line was emptied
    void unknownTyped(const QString &text);  // the line was left with a text that is none of the list

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void choose(int row);
    void settle();
    void showLabel(const QString &label);

    ChoiceModel *m_choices;
    QCompleter *m_completer;
    Value m_value;
    bool m_edited = false;
};

} // namespace yizhan
