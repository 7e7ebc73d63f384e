// SPDX-License-Identifier: GPL-3.0-or-later
// The locked window: who, password, and what to do when it was forgotten. No case data is near it.
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace yizhan {

class UnlockPage final : public QWidget
{
    Q_OBJECT
public:
    explicit UnlockPage(QWidget *parent = nullptr);

    void setLogins(const QStringList &logins, const QString &last);
    void setOffice(const QString &text);   // device and office, as far as it may be known without a key
    void showProblem(const QString &text); // wrong password and the like; empty = none
    void setBusy(bool busy);
    // The district server is asked before anything is shown; then, if it did not accept the password: what it wants.
    void setAsking();
    void askDistrict(const QString &problem);
    void reset(); // empties the password

signals:
    void unlockWanted(const QString &login, const QString &password);
    void districtWanted(const QString &password, const QString &secondFactor);
    void districtGivenUp();
    void recoverWanted(const QString &login, const QString &recoveryKey, const QString &newPassword);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void press();
    QWidget *makeRecovery();
    QWidget *makeDistrict();
    void showRecovery(bool shown);
    void noteCapsLock(QKeyEvent *event);

    QLabel *m_office;
    QComboBox *m_login;
    QLineEdit *m_password;
    QLabel *m_caps;
    QLabel *m_problem;
    QPushButton *m_unlock;
    QPushButton *m_forgotten;
    QWidget *m_recovery;
    QLineEdit *m_recoveryKey;
    QLineEdit *m_newPassword;
    QWidget *m_district;
    QLineEdit *m_districtPassword;
    QLineEdit *m_secondFactor;
};

} // namespace yizhan
