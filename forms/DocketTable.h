// SPDX-License-Identifier: GPL-3.0-or-later
// A table view that stays quick with a million rows.
#pragma once

#include <QTableView>

namespace yizhan {

class DocketTable final : public QTableView
{
    Q_OBJECT
public:
    explicit DocketTable(QWidget *parent);
    // The view's own search would walk through every row, loaded or not; the search box does this better.
    void keyboardSearch(const QString &) override {}

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitRows();
};

} // namespace yizhan
