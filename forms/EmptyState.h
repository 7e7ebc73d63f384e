// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in place of an empty list: why it is empty and what to press.
#pragma once

#include <QWidget>
#include <functional>

class QLabel;
class QVBoxLayout;

namespace yizhan {

class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    struct Way {
        QString label;
        std::function<void()> act;
    };

    explicit EmptyState(QWidget *parent = nullptr);
    void show(const QString &text, const std::vector<Way> &ways);
    QString text() const;

private:
    QLabel *m_text;
    QVBoxLayout *m_ways;
};

} // namespace yizhan
