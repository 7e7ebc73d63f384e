// SPDX-License-Identifier: GPL-3.0-or-later
// What a confirmed removal took off this computer: which cases, until when they can be read, and their contents for a reason.
#pragma once

#include "models/SetAsideModel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace yizhan {

class MessageBar;

// GUI thread.
class SetAsidePane final : public QWidget
{
    Q_OBJECT
public:
    explicit SetAsidePane(SetAsideModel &model, QWidget *parent = nullptr);
    void takeFocus();

private:
    void refreshed();
    void currentChanged();
    void refreshButton();
    void look();

    SetAsideModel &m_model;
    RecordId m_current;
    MessageBar *m_bar;
    QTableView *m_table;
    QLineEdit *m_reason;
    QPushButton *m_look;
    QLabel *m_contents;
};

} // namespace yizhan
