// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the cells of lists of cases: due dates in the colour of their band, case numbers cut in the middle where room is short.
#pragma once

#include <QStyledItemDelegate>

namespace yizhan {

class BandDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    // The roles that answer an int of ColourBand, and whether it is the column of case numbers.
    BandDelegate(int bandRole, int numberRole, QObject *parent);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    int m_bandRole;
    int m_numberRole;
};

} // namespace yizhan
