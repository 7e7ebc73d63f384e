// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/LockController.h"

#include <QEvent>
#include <algorithm>

namespace yizhan {

namespace {
constexpr int tickMs = 10'000;
}

LockController::LockController(QObject *application) : QObject(application)
{
    application->installEventFilter(this);
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &LockController::check);
}

void LockController::setMinutes(int minutes)
{
    m_limitMs = std::clamp(minutes, shortestMinutes, longestMinutes) * 60'000;
    emit ticked();
}

void LockController::start()
{
    m_idle.start();
    m_tick.start();
}

void LockController::stop()
{
    m_tick.stop();
    m_idle.invalidate();
}

int LockController::secondsLeft() const
{
    return m_idle.isValid() ? int(std::max<qint64>(0, m_limitMs - m_idle.elapsed()) / 1000) : -1;
}

void LockController::check()
{
    // after a suspend the clock has run on: the first tick locks
    if (m_idle.isValid() && m_idle.elapsed() >= m_limitMs)
        emit lockDue();
    else
        emit ticked();
}

bool LockController::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::InputMethod:
    case QEvent::TouchBegin:
        if (m_idle.isValid())
            m_idle.restart();
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace yizhan
