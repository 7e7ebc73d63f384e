// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/CheckMenu.h"

#include "forms/Widgets.h"

#include <QCheckBox>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace yizhan {

CheckMenu::CheckMenu(QWidget *parent)
    : QMenu(parent), m_scroll(new QScrollArea(this)), m_list(new QWidget), m_layout(new QVBoxLayout(m_list))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_scroll->setWidget(m_list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *action = new QWidgetAction(this);
    action->setDefaultWidget(m_scroll);
    addAction(action);
}

QCheckBox *CheckMenu::addBox(const QString &label, bool checked)
{
    auto *box = new QCheckBox(label, m_list);
    box->setChecked(checked);
    m_layout->addWidget(box);
    return box;
}

QStringList CheckMenu::ticked() const
{
    QStringList out;
    for (const QCheckBox *box : m_list->findChildren<QCheckBox *>()) {
        if (box->isChecked())
            out += box->text();
    }
    return out;
}

void CheckMenu::popUp(const QPoint &globalPosition, int leastWidth)
{
    const QSize boxes = m_list->sizeHint();
    const int below = screen()->availableGeometry().bottom() - globalPosition.y() - 60;
    const int wanted = boxes.width() + m_scroll->verticalScrollBar()->sizeHint().width() + 4;
    m_scroll->setMinimumSize(std::max(leastWidth, wanted), std::min(boxes.height() + 4, std::max(widthOf(this, 12), below)));
    popup(globalPosition);
    if (auto *first = m_list->findChild<QCheckBox *>())
        first->setFocus();
}

} // namespace yizhan
