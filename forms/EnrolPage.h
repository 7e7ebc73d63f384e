// SPDX-License-Identifier: GPL-3.0-or-later
// How a workstation joins the district server: address, one-time code, a name for the computer, and who is at the keyboard.
#pragma once

#include <QWidget>
#include <functional>

class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;

namespace yizhan {

class EnrolPage final : public QWidget
{
    Q_OBJECT
public:
    struct Wish {
        QString server;
        QString code; // 25 characters in groups joined by "-"
        QString name; // of the workstation
        QString login;
        QString password;
        QString secondFactor; // may be empty
    };
    static constexpr int groups = 5;
    static constexpr int groupLength = 5;

    explicit EnrolPage(QWidget *parent = nullptr);

    // Says whether a whole code can be one: its check character fits. Without it every complete code passes.
    void setCodeCheck(std::function<bool(const QString &code)> check);
    // The account is known already: a store that joins later.
    void setLogin(const QString &login);
    void setBusy(bool busy);
    void showProblem(const QString &text);
    void reset(); // empties code and passwords
    QString code() const;
    bool isComplete() const; // everything is there and the code can be one

signals:
    void enrolWanted(const yizhan::EnrolPage::Wish &wish);
    void backWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLayout *makeForm();
    QWidget *makeCode();
    void connectAll();
    void spread(const QString &text, int from);
    void groupEdited(int group);
    void judge();
    static QString readable(const QString &typed);

    std::function<bool(const QString &code)> m_check;
    QLineEdit *m_server;
    std::vector<QLineEdit *> m_groups;
    QLabel *m_codeNote;
    QLineEdit *m_name;
    QLineEdit *m_login;
    QLineEdit *m_password;
    QLineEdit *m_secondFactor;
    QLabel *m_problem;
    QPushButton *m_join;
    QPushButton *m_back;
    bool m_busy = false;
};

} // namespace yizhan
