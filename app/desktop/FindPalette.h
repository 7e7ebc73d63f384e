// SPDX-License-Identifier: GPL-3.0-or-later
// Search everything: one line over the window, hits below it, Enter opens.
#pragma once

#include "models/SearchModel.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;

namespace yizhan {

class FindPalette final : public QFrame
{
    Q_OBJECT
public:
    FindPalette(Workspace &workspace, QWidget *parent);
    void popUp();

signals:
    void openWanted(const yizhan::RecordId &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showState();
    void openCurrent();

    SearchModel m_model;
    QLineEdit *m_line;
    QListView *m_list;
    QLabel *m_state;
    QTimer m_debounce;
};

} // namespace yizhan
