// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/CheckMenu.h"

#include "forms/Widgets.h"

#include <QCheckBox>
#include <QKeyEvent>
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
    box->installEventFilter(this);
    m_layout->addWidget(box);
    m_boxes.push_back(box);
    return box;
}

QStringList CheckMenu::ticked() const
{
    QStringList out;
    for (const QCheckBox *box : m_boxes) {
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
    if (!m_boxes.empty())
        m_boxes.front()->setFocus();
}

// A menu takes Tab and the arrows for its own lines, of which these boxes are one.
bool CheckMenu::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
        case Qt::Key_Tab: return step(watched, 1);
        case Qt::Key_Up:
        case Qt::Key_Backtab: return step(watched, -1);
        case Qt::Key_Return:
        case Qt::Key_Enter: close(); return true;
        default: break;
        }
    }
    return QMenu::eventFilter(watched, event);
}

// False at the ends: the menu goes on from there.
bool CheckMenu::step(QObject *from, int by)
{
    const auto here = std::find(m_boxes.begin(), m_boxes.end(), from);
    const auto place = here - m_boxes.begin() + by;
    if (here == m_boxes.end() || place < 0 || place >= std::ssize(m_boxes))
        return false;
    QCheckBox *next = m_boxes[std::size_t(place)];
    next->setFocus();
    m_scroll->ensureWidgetVisible(next, 0, 10);
    return true;
}

} // namespace yizhan
