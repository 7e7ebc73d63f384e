// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/EmptyState.h"

#include "forms/Widgets.h"

#include <QVBoxLayout>

namespace yizhan {

EmptyState::EmptyState(QWidget *parent) : QWidget(parent), m_text(makeLabel({}, {}, this)), m_ways(new QVBoxLayout)
{
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setObjectName(QStringLiteral("emptyText"));
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(m_text);
    layout->addLayout(m_ways);
    layout->addStretch(2);
}

void EmptyState::show(const QString &text, const std::vector<Way> &ways)
{
    m_text->setText(text);
    emptyLayout(m_ways);
    for (std::size_t i = 0; i < ways.size(); ++i) {
        auto *button = makeButton(ways[i].label, this, i == 0);
        button->setObjectName(QStringLiteral("emptyWay%1").arg(i + 1));
        connect(button, &QPushButton::clicked, this, ways[i].act);
        m_ways->addWidget(button, 0, Qt::AlignHCenter);
    }
}

QString EmptyState::text() const { return m_text->text(); }

} // namespace yizhan
