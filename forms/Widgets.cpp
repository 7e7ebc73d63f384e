// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/Widgets.h"

#include <QFontMetrics>
#include <QLayout>
#include <QStyle>

namespace yizhan {

void setMark(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

QLabel *makeLabel(const QString &text, const QString &role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    if (!role.isEmpty())
        label->setProperty("role", role);
    return label;
}

QPushButton *makeButton(const QString &text, QWidget *parent, bool primary)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    if (primary)
        button->setProperty("primary", QStringLiteral("true"));
    return button;
}

int widthOf(const QWidget *widget, double characters)
{
    return int(widget->fontMetrics().horizontalAdvance(QChar(0x4E2D)) * characters);
}

void emptyLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget())
            widget->deleteLater();
        if (QLayout *inner = item->layout())
            emptyLayout(inner);
        delete item;
    }
}

} // namespace yizhan
