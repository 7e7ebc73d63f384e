// SPDX-License-Identifier: GPL-3.0-or-later
// A menu of boxes to tick that stays open while they are ticked; arrow keys walk through them, Esc closes it.
#pragma once

#include <QMenu>
#include <vector>

class QCheckBox;
class QScrollArea;
class QVBoxLayout;

namespace yizhan {

// Deletes itself when it is closed.
class CheckMenu final : public QMenu
{
    Q_OBJECT
public:
    explicit CheckMenu(QWidget *parent);

    QCheckBox *addBox(const QString &label, bool checked);
    // Ticked labels, in order.
    QStringList ticked() const;
    // Shows it with its upper left corner there, as high as the boxes need and the screen allows.
    void popUp(const QPoint &globalPosition, int leastWidth);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool step(QObject *from, int by);

    QScrollArea *m_scroll;
    QWidget *m_list;
    QVBoxLayout *m_layout;
    std::vector<QCheckBox *> m_boxes;
};

} // namespace yizhan
