// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/FlowLayout.h"

#include <QStyle>
#include <QWidget>

namespace yizhan {

FlowLayout::~FlowLayout()
{
    for (QLayoutItem *item : m_items)
        delete item;
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)] : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    QLayoutItem *item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    place(area, true);
}

int FlowLayout::place(const QRect &area, bool move) const
{
    const QMargins margins = contentsMargins();
    const QRect inside = area.marginsRemoved(margins);
    const int gap = spacing() >= 0 ? spacing() : 6;
    int x = inside.x();
    int y = inside.y();
    int lineHeight = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize wanted = item->sizeHint().boundedTo(
            QSize(std::max(inside.width(), item->minimumSize().width()), QWIDGETSIZE_MAX));
        if (x > inside.x() && x + wanted.width() > inside.right() + 1) {
            x = inside.x();
            y += lineHeight + gap;
            lineHeight = 0;
        }
        if (move)
            item->setGeometry(QRect(QPoint(x, y), wanted));
        x += wanted.width() + gap;
        lineHeight = std::max(lineHeight, wanted.height());
    }
    return y + lineHeight - area.y() + margins.bottom();
}

} // namespace yizhan
