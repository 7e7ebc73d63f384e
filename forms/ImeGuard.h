// SPDX-License-Identifier: GPL-3.0-or-later
// While an input method is composing, no shortcut, no Enter and no Esc of ours fires: the keys belong to the composition.
#pragma once

#include <QObject>
#include <QPointer>

namespace yizhan {

// Install once on the application.
class ImeGuard final : public QObject
{
    Q_OBJECT
public:
    explicit ImeGuard(QObject *application);
    bool isComposing() const { return m_composing && m_composing == m_focus; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QObject> m_composing; // the widget that holds pre-edit text
    QPointer<QObject> m_focus;
};

} // namespace yizhan
