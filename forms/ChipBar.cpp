// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/ChipBar.h"

#include "forms/FlowLayout.h"
#include "forms/Widgets.h"
#include "models/Words.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QToolButton>

namespace yizhan {

ChipBar::ChipBar(QWidget *parent) : QWidget(parent), m_layout(new FlowLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void ChipBar::setChips(const std::vector<DocketFilter::Chip> &chips)
{
    emptyLayout(m_layout);
    for (const DocketFilter::Chip &chip : chips) {
        auto *frame = new QFrame(this);
        frame->setProperty("role", QStringLiteral("chip"));
        frame->setProperty("understood", chip.understood ? QStringLiteral("true") : QStringLiteral("false"));
        auto *layout = new QHBoxLayout(frame);
        layout->setContentsMargins(8, 1, 2, 1);
        layout->setSpacing(2);
        layout->addWidget(new QLabel(chip.understood ? chip.text : tr("%1 (not understood)").arg(chip.text), frame));
        auto *cross = new QToolButton(frame);
        cross->setText(QStringLiteral("×"));
        cross->setProperty("flat", true);
        cross->setObjectName(QStringLiteral("dropChip"));
        cross->setAccessibleName(tr("Drop the condition %1").arg(chip.text));
        cross->setToolTip(chip.understood || !chip.field ? cross->accessibleName() : cellHelp(*chip.field));
        layout->addWidget(cross);
        connect(cross, &QToolButton::clicked, this, [this, field = chip.field] { emit dropped(field); });
        m_layout->addWidget(frame);
        frame->show();
    }
    if (chips.size() > 1) {
        auto *clear = makeButton(tr("Clear all"), this);
        clear->setProperty("flat", true);
        connect(clear, &QPushButton::clicked, this, &ChipBar::cleared);
        m_layout->addWidget(clear);
        clear->show();
    }
    setVisible(!chips.empty());
    m_layout->invalidate();
    updateGeometry();
}

} // namespace yizhan
