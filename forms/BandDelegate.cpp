// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/BandDelegate.h"

#include "forms/Theme.h"

namespace yizhan {

BandDelegate::BandDelegate(int bandRole, int numberRole, QObject *parent)
    : QStyledItemDelegate(parent), m_bandRole(bandRole), m_numberRole(numberRole)
{}

void BandDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(m_numberRole).toBool())
        option->textElideMode = Qt::ElideMiddle; // the end of a case number tells one case from the next
    const auto band = ColourBand(index.data(m_bandRole).toInt());
    if (band == ColourBand::Plain || option->state & QStyle::State_Selected)
        return;
    option->palette.setColor(QPalette::Text, Theme::instance().textOf(band));
    if (const QColor fill = Theme::instance().fillOf(band); fill.isValid())
        option->backgroundBrush = fill;
    if (band == ColourBand::Red || band == ColourBand::Orange)
        option->font.setBold(true);
}

} // namespace yizhan
