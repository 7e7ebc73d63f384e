// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/UnlockPage.h"

#include "forms/Theme.h"
#include "forms/Widgets.h"

#include <QComboBox>
#include <QFormLayout>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace yizhan {

namespace {
QLineEdit *passwordLine(QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setEchoMode(QLineEdit::Password);
    line->setAttribute(Qt::WA_InputMethodEnabled, false); // a password typed into an input method arrives wrong
    return line;
}
} // namespace

UnlockPage::UnlockPage(QWidget *parent)
    : QWidget(parent),
      m_office(makeLabel({}, QStringLiteral("faint"), this)),
      m_login(new QComboBox(this)),
      m_password(passwordLine(this)),
      m_caps(makeLabel(tr("⚠ Capital letters are on (Caps Lock)"), QStringLiteral("required"), this)),
      m_problem(makeLabel({}, QStringLiteral("error"), this)),
      m_unlock(makeButton(tr("Unlock"), this, true)),
      m_forgotten(makeButton(tr("Password forgotten?"), this)),
      m_recovery(new QWidget(this)),
      m_recoveryKey(new QLineEdit(m_recovery)),
      m_newPassword(passwordLine(m_recovery)),
      m_district(new QWidget(this)),
      m_districtPassword(passwordLine(m_district)),
      m_secondFactor(new QLineEdit(m_district))
{
    setObjectName(QStringLiteral("unlockPage"));
    m_login->setObjectName(QStringLiteral("login"));
    m_password->setObjectName(QStringLiteral("password"));
    m_unlock->setObjectName(QStringLiteral("unlock"));
    m_problem->setObjectName(QStringLiteral("unlockProblem"));
    m_forgotten->setObjectName(QStringLiteral("forgotten"));
    m_login->setEditable(true);
    m_forgotten->setProperty("flat", true);
    m_problem->setWordWrap(true);

    auto *title = makeLabel(tr("Yizhan"), QStringLiteral("heading"), this);
    QFont large = title->font();
    large.setPointSize(large.pointSize() * 2);
    title->setFont(large);
    auto *picture = new QLabel(this);
    picture->setPixmap(Theme::instance().icon(QStringLiteral("yizhan")).pixmap(48, 48));

    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(tr("&Account"), m_login);
    form->addRow(tr("&Password"), m_password);

    auto *box = new QFrame(this);
    box->setProperty("role", QStringLiteral("card"));
    box->setFixedWidth(widthOf(this, 26));
    auto *inside = new QVBoxLayout(box);
    inside->setContentsMargins(28, 24, 28, 24);
    auto *head = new QHBoxLayout;
    head->addWidget(picture);
    head->addWidget(title);
    head->addStretch();
    inside->addLayout(head);
    inside->addWidget(m_office);
    inside->addLayout(form);
    inside->addWidget(m_caps);
    inside->addWidget(makeRecovery());
    inside->addWidget(makeDistrict());
    inside->addWidget(m_problem);
    inside->addWidget(m_unlock);
    inside->addWidget(m_forgotten, 0, Qt::AlignLeft);
    auto *across = new QHBoxLayout;
    across->addStretch();
    across->addWidget(box);
    across->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(across);
    layout->addStretch(3);
    m_caps->hide();
    m_problem->hide();
    m_password->installEventFilter(this);
    connect(m_unlock, &QPushButton::clicked, this, &UnlockPage::press);
    connect(m_password, &QLineEdit::returnPressed, this, &UnlockPage::press);
    connect(m_newPassword, &QLineEdit::returnPressed, this, &UnlockPage::press);
    connect(m_login->lineEdit(), &QLineEdit::returnPressed, m_password, qOverload<>(&QWidget::setFocus));
    connect(m_forgotten, &QPushButton::clicked, this, [this] { showRecovery(m_recovery->isHidden()); });
    setFocusProxy(m_password);
}

QWidget *UnlockPage::makeRecovery()
{
    auto *form = new QFormLayout(m_recovery);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    auto *advice = makeLabel(
        tr("Nobody can read your password back. With the recovery key that was written down when this store was made, you "
           "give yourself a new one. Without it, ask the administrator of your bureau."),
        QStringLiteral("faint"), m_recovery);
    advice->setWordWrap(true);
    form->addRow(advice);
    form->addRow(tr("Recovery &key"), m_recoveryKey);
    form->addRow(tr("Ne&w password (10 characters or more)"), m_newPassword);
    m_recovery->hide();
    return m_recovery;
}

QWidget *UnlockPage::makeDistrict()
{
    m_districtPassword->setObjectName(QStringLiteral("districtPassword"));
    m_secondFactor->setObjectName(QStringLiteral("secondFactor"));
    auto *notNow = makeButton(tr("Not now"), m_district);
    notNow->setObjectName(QStringLiteral("notNow"));
    notNow->setProperty("flat", true);
    auto *form = new QFormLayout(m_district);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(tr("Password at the &district server"), m_districtPassword);
    form->addRow(tr("&Second factor (six digits), if your account has one"), m_secondFactor);
    form->addRow(notNow);
    m_district->hide();
    connect(m_districtPassword, &QLineEdit::returnPressed, this, &UnlockPage::press);
    connect(m_secondFactor, &QLineEdit::returnPressed, this, &UnlockPage::press);
    connect(notNow, &QPushButton::clicked, this, &UnlockPage::districtGivenUp);
    return m_district;
}

void UnlockPage::setAsking()
{
    setBusy(true);
    m_problem->hide();
    m_district->setEnabled(false);
    m_unlock->setText(tr("Asking the district server …"));
}

void UnlockPage::askDistrict(const QString &problem)
{
    showProblem(problem);
    m_forgotten->hide();
    m_district->setEnabled(true);
    m_district->show();
    m_unlock->setEnabled(true);
    m_unlock->setText(tr("Log in to the district"));
    m_districtPassword->selectAll();
    m_districtPassword->setFocus();
}

void UnlockPage::setLogins(const QStringList &logins, const QString &last)
{
    m_login->clear();
    m_login->addItems(logins);
    m_login->setCurrentText(last.isEmpty() && !logins.isEmpty() ? logins.front() : last);
}

void UnlockPage::setOffice(const QString &text)
{
    m_office->setText(text);
    m_office->setVisible(!text.isEmpty());
}

void UnlockPage::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        m_password->selectAll();
        m_password->setFocus();
    }
}

void UnlockPage::setBusy(bool busy)
{
    for (QWidget *widget :
         {static_cast<QWidget *>(m_login), static_cast<QWidget *>(m_password), static_cast<QWidget *>(m_unlock), m_recovery})
        widget->setEnabled(!busy);
    m_unlock->setText(busy ? tr("Opening …") : m_recovery->isHidden() ? tr("Unlock") : tr("Set the new password and open"));
}

void UnlockPage::reset()
{
    m_password->clear();
    m_recoveryKey->clear();
    m_newPassword->clear();
    m_districtPassword->clear();
    m_secondFactor->clear();
    m_district->hide();
    m_forgotten->show();
    showProblem({});
    showRecovery(false);
    setBusy(false);
    m_password->setFocus();
}

void UnlockPage::showRecovery(bool shown)
{
    m_recovery->setVisible(shown);
    m_password->setEnabled(!shown);
    setBusy(false);
    m_password->setEnabled(!shown);
    if (shown)
        m_recoveryKey->setFocus();
}

void UnlockPage::press()
{
    showProblem({});
    const QString login = m_login->currentText().trimmed();
    if (!m_district->isHidden())
        emit districtWanted(m_districtPassword->text(), m_secondFactor->text().trimmed());
    else if (!m_recovery->isHidden())
        emit recoverWanted(login, m_recoveryKey->text(), m_newPassword->text());
    else if (m_password->text().isEmpty())
        showProblem(tr("Please type your password."));
    else
        emit unlockWanted(login, m_password->text());
}

// There is no portable way to ask for the lock itself: a capital letter without Shift gives it away.
void UnlockPage::noteCapsLock(QKeyEvent *event)
{
    const QString text = event->text();
    if (text.size() != 1 || !text.front().isLetter())
        return;
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    m_caps->setVisible(text.front().isUpper() != shift);
}

bool UnlockPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress)
        noteCapsLock(static_cast<QKeyEvent *>(event));
    return QWidget::eventFilter(watched, event);
}

} // namespace yizhan
