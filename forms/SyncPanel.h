// SPDX-License-Identifier: GPL-3.0-or-later
// The state of the exchange with the district, line by line: what waits, what came back, what stands in the way, what to do.
#pragma once

#include "models/SyncWords.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace yizhan {

// GUI thread.
class SyncPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit SyncPanel(Workspace &workspace, QWidget *parent = nullptr);
    // Null: this workstation belongs to no district server.
    void setControl(SyncControl *control);
    void syncNow();

signals:
    void conflictsWanted();
    void trayWanted();
    void enrolWanted();

private:
    QWidget *makeNumbers();
    QWidget *makeProgress();
    QWidget *makeLogin();
    void show();
    void showProgress(const SyncStatus &status);
    void showTroubles(const SyncStatus &status);
    void addTrouble(const QString &text, const QString &office = {});
    void logIn();

    Workspace &m_workspace;
    QPointer<SyncControl> m_control;
    syncwords::TimeLeft m_timeLeft;
    QTimer m_eachMinute;
    QStringList m_shownTroubles;

    QWidget *m_joined;
    QWidget *m_alone;
    QLabel *m_stage;
    QLabel *m_district;
    QLabel *m_unsent = nullptr;
    QPushButton *m_conflicts = nullptr;
    QPushButton *m_returned = nullptr;
    QLabel *m_last = nullptr;
    QLabel *m_clock = nullptr;
    QWidget *m_progress = nullptr;
    QProgressBar *m_bar = nullptr;
    QLabel *m_timeText = nullptr;
    QWidget *m_login = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_secondFactor = nullptr;
    QVBoxLayout *m_troubles = nullptr;
    QPushButton *m_now;
};

} // namespace yizhan
