// SPDX-License-Identifier: GPL-3.0-or-later
// The window when there is no store yet: choose the office, a name and a password; then the recovery key, once.
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace yizhan {

class FirstStartPage final : public QWidget
{
    Q_OBJECT
public:
    struct Wish {
        QString office;
        QString login;
        QString name;
        QString password;
    };

    explicit FirstStartPage(QWidget *parent = nullptr);
    void setOffices(const std::vector<std::pair<QString, QString>> &offices); // id, label
    void setFolder(const QString &folder);
    void setBusy(bool busy);
    void showProblem(const QString &text);
    void showRecoveryKey(const QString &key);

signals:
    void createWanted(const yizhan::FirstStartPage::Wish &wish);
    void keyWrittenDown();
    void joinWanted(); // the bureau has a district server

private:
    QWidget *makeQuestions();
    QWidget *makeKeyPage();
    void judge();

    QStackedWidget *m_pages;
    QLabel *m_folder;
    QComboBox *m_office;
    QLineEdit *m_name;
    QLineEdit *m_login;
    QLineEdit *m_password;
    QLineEdit *m_again;
    QLabel *m_advice;
    QLabel *m_problem;
    QPushButton *m_create;
    QLabel *m_key;
    QCheckBox *m_written;
    QPushButton *m_begin;
};

} // namespace yizhan
