// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the minutes nobody touched the program and says when to lock; lock always wins over whatever is open.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace yizhan {

class LockController final : public QObject
{
    Q_OBJECT
public:
    static constexpr int shortestMinutes = 1;
    static constexpr int longestMinutes = 15;

    // Watches keys and mouse of the whole application.
    explicit LockController(QObject *application);

    void setMinutes(int minutes); // brought into the limits
    int minutes() const { return m_limitMs / 60'000; }
    void start(); // unlocked now
    void stop();
    int secondsLeft() const; // until the lock; -1 while stopped

signals:
    void lockDue();
    void ticked(); // every ten seconds while running

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void check();

    QElapsedTimer m_idle;
    QTimer m_tick;
    int m_limitMs = 5 * 60'000;
};

} // namespace yizhan
