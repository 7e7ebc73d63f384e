// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/ImeGuard.h"

#include <QEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>

namespace yizhan {

ImeGuard::ImeGuard(QObject *application) : QObject(application) { application->installEventFilter(this); }

bool ImeGuard::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::InputMethod:
        if (watched->isWidgetType()) {
            const bool composing = !static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty();
            m_focus = watched;
            m_composing = composing ? watched : nullptr;
        }
        break;
    case QEvent::FocusOut:
        if (watched == m_composing)
            m_composing = nullptr;
        break;
    case QEvent::ShortcutOverride:
        if (isComposing()) {
            event->accept(); // taken: no shortcut is looked for
            return true;
        }
        break;
    case QEvent::KeyPress:
        if (isComposing()) {
            const int key = static_cast<QKeyEvent *>(event)->key();
            if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape)
                return true;
        }
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace yizhan
