// SPDX-License-Identifier: GPL-3.0-or-later
// Small habits shared by all forms: labels with a role for the style sheet, marks that change, flat buttons.
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QString>
#include <QVariant>
#include <QWidget>

namespace yizhan {

// Sets a property that the style sheet looks at and has the widget drawn anew if it changed.
void setMark(QWidget *widget, const char *property, const QVariant &value);
QLabel *makeLabel(const QString &text, const QString &role, QWidget *parent); // role: "heading", "faint", "error", ""
QPushButton *makeButton(const QString &text, QWidget *parent, bool primary = false);
// Width of n Chinese characters in the widget's font.
int widthOf(const QWidget *widget, double characters);
// Removes every widget and item of a layout at once.
void emptyLayout(QLayout *layout);

} // namespace yizhan
