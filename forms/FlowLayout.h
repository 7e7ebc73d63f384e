// SPDX-License-Identifier: GPL-3.0-or-later
// Puts widgets side by side and goes to the next line when the line is full.
#pragma once

#include <QLayout>
#include <vector>

namespace yizhan {

class FlowLayout final : public QLayout
{
    Q_OBJECT
public:
    explicit FlowLayout(QWidget *parent = nullptr) : QLayout(parent) {}
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override { m_items.push_back(item); }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), false); }
    QSize minimumSize() const override;
    QSize sizeHint() const override { return minimumSize(); }
    void setGeometry(const QRect &area) override;

private:
    int place(const QRect &area, bool move) const;

    std::vector<QLayoutItem *> m_items;
};

} // namespace yizhan
