// SPDX-License-Identifier: GPL-3.0-or-later
// The conditions a list is filtered by, each with a cross to drop it.
#pragma once

#include "models/DocketFilter.h"

#include <QWidget>

namespace yizhan {

class FlowLayout;

class ChipBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ChipBar(QWidget *parent = nullptr);
    void setChips(const std::vector<DocketFilter::Chip> &chips);

signals:
    void dropped(const yizhan::FieldSpec *field); // null = the search text
    void cleared();

private:
    FlowLayout *m_layout;
};

} // namespace yizhan
