// SPDX-License-Identifier: GPL-3.0-or-later
// Draws cells that carry a colour band (due dates): the words in the band's colour, the pressing ones on a fill.
#pragma once

#include <QStyledItemDelegate>

namespace yizhan {

class BandDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    // `bandRole`: the role that answers an int of ColourBand.
    BandDelegate(int bandRole, QObject *parent);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    int m_bandRole;
};

} // namespace yizhan
