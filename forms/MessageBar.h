// SPDX-License-Identifier: GPL-3.0-or-later
// A line of words inside the window instead of a message box: what happened, and perhaps one thing to do about it.
#pragma once

#include <QFrame>
#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace yizhan {

class MessageBar final : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    // Stays until it is closed or replaced; nothing vanishes before it can be read.
    void showProblem(const QString &text);
    void showNews(const QString &text);
    // One button beside the text; pressing it calls `act` and closes the bar.
    void offer(const QString &label, std::function<void()> act);
    void dismiss();
    QString text() const;

private:
    void show(const QString &text, const char *tone);

    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    std::function<void()> m_act;
};

} // namespace yizhan
