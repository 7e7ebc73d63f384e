// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/FirstStartPage.h"

#include "forms/Widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QFrame>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace yizhan {

namespace {
constexpr int shortestPassword = 10;

int classesIn(const QString &password)
{
    bool lower = false;
    bool upper = false;
    bool digit = false;
    bool other = false;
    for (const QChar c : password) {
        lower = lower || c.isLower();
        upper = upper || c.isUpper();
        digit = digit || c.isDigit();
        other = other || !c.isLetterOrNumber();
    }
    return int(lower) + int(upper) + int(digit) + int(other);
}

QFrame *card(QWidget *parent, QLayout *inside, int width)
{
    auto *frame = new QFrame(parent);
    frame->setProperty("role", QStringLiteral("card"));
    frame->setFixedWidth(width);
    inside->setContentsMargins(28, 24, 28, 24);
    frame->setLayout(inside);
    return frame;
}

QWidget *centred(QFrame *frame)
{
    auto *page = new QWidget;
    auto *across = new QHBoxLayout(page);
    across->addStretch();
    across->addWidget(frame, 0, Qt::AlignVCenter);
    across->addStretch();
    return page;
}
} // namespace

FirstStartPage::FirstStartPage(QWidget *parent) : QWidget(parent), m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("firstStart"));
    m_pages->addWidget(makeQuestions());
    m_pages->addWidget(makeKeyPage());
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_pages);
    judge();
}

QWidget *FirstStartPage::makeQuestions()
{
    m_office = new QComboBox(this);
    m_name = new QLineEdit(this);
    m_login = new QLineEdit(this);
    m_password = new QLineEdit(this);
    m_again = new QLineEdit(this);
    m_office->setObjectName(QStringLiteral("office"));
    m_name->setObjectName(QStringLiteral("name"));
    m_login->setObjectName(QStringLiteral("newLogin"));
    m_password->setObjectName(QStringLiteral("newPassword"));
    m_again->setObjectName(QStringLiteral("newPasswordAgain"));
    m_password->setEchoMode(QLineEdit::Password);
    m_again->setEchoMode(QLineEdit::Password);
    m_folder = makeLabel({}, QStringLiteral("faint"), this);
    m_folder->setWordWrap(true);
    m_advice = makeLabel({}, QStringLiteral("faint"), this);
    m_advice->setWordWrap(true);
    m_problem = makeLabel({}, QStringLiteral("error"), this);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_create = makeButton(tr("Set up this workstation"), this, true);
    m_create->setObjectName(QStringLiteral("create"));

    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(tr("&Office"), m_office);
    form->addRow(tr("Your na&me"), m_name);
    form->addRow(tr("&Account (letters or digits, for signing in)"), m_login);
    form->addRow(tr("&Password"), m_password);
    form->addRow(tr("Password a&gain"), m_again);
    auto *inside = new QVBoxLayout;
    inside->addWidget(makeLabel(tr("Welcome. This workstation has no case store yet."), QStringLiteral("heading"), this));
    inside->addWidget(m_folder);
    inside->addLayout(form);
    inside->addWidget(m_advice);
    inside->addWidget(m_problem);
    inside->addWidget(m_create);
    auto *join = makeButton(tr("The bureau has a district server: join it with a code …"), this);
    join->setObjectName(QStringLiteral("joinInstead"));
    join->setProperty("flat", true);
    inside->addWidget(join, 0, Qt::AlignLeft);
    connect(join, &QPushButton::clicked, this, &FirstStartPage::joinWanted);
    for (QLineEdit *line : {m_name, m_login, m_password, m_again}) {
        connect(line, &QLineEdit::textChanged, this, &FirstStartPage::judge);
        connect(line, &QLineEdit::returnPressed, m_create, &QPushButton::click);
    }
    connect(m_create, &QPushButton::clicked, this, [this] {
        showProblem({});
        emit createWanted(
            {m_office->currentData().toString(), m_login->text().trimmed(), m_name->text().trimmed(), m_password->text()});
    });
    return centred(card(this, inside, widthOf(this, 30)));
}

QWidget *FirstStartPage::makeKeyPage()
{
    m_key = makeLabel({}, QStringLiteral("heading"), this);
    m_key->setObjectName(QStringLiteral("recoveryKey"));
    m_key->setWordWrap(true);
    m_key->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont wide = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    wide.setPointSize(font().pointSize() + 3);
    m_key->setFont(wide);
    m_written = new QCheckBox(tr("I have written the key down and put it in a safe place"), this);
    m_written->setObjectName(QStringLiteral("writtenDown"));
    m_begin = makeButton(tr("Begin"), this, true);
    m_begin->setObjectName(QStringLiteral("begin"));
    m_begin->setEnabled(false);
    auto *text = makeLabel(
        tr("This is the recovery key. It opens the store when a password is forgotten. It is shown only now and kept nowhere: "
           "write it on paper and lock the paper away."),
        {}, this);
    text->setWordWrap(true);
    auto *inside = new QVBoxLayout;
    inside->addWidget(makeLabel(tr("Write this down"), QStringLiteral("heading"), this));
    inside->addWidget(text);
    inside->addWidget(m_key);
    inside->addWidget(m_written);
    inside->addWidget(m_begin);
    connect(m_written, &QCheckBox::toggled, m_begin, &QWidget::setEnabled);
    connect(m_begin, &QPushButton::clicked, this, [this] {
        m_key->clear();
        emit keyWrittenDown();
    });
    return centred(card(this, inside, widthOf(this, 32)));
}

void FirstStartPage::setOffices(const std::vector<std::pair<QString, QString>> &offices)
{
    m_office->clear();
    for (const auto &[id, label] : offices)
        m_office->addItem(label, id);
}

void FirstStartPage::setFolder(const QString &folder)
{
    m_folder->setText(tr("It will be kept, encrypted, in %1").arg(folder));
}

void FirstStartPage::setBusy(bool busy)
{
    m_pages->widget(0)->setEnabled(!busy);
    m_create->setText(busy ? tr("Setting up …") : tr("Set up this workstation"));
}

void FirstStartPage::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void FirstStartPage::showRecoveryKey(const QString &key)
{
    m_password->clear();
    m_again->clear();
    m_key->setText(key);
    m_pages->setCurrentIndex(1);
    m_written->setFocus();
}

void FirstStartPage::judge()
{
    const QString password = m_password->text();
    QString advice;
    if (password.size() < shortestPassword || classesIn(password) < 3)
        advice = tr("At least 10 characters, of three kinds: small letters, capitals, digits, signs.");
    else if (m_again->text() != password)
        advice = tr("Type the password a second time.");
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_create->setEnabled(advice.isEmpty() && !m_login->text().trimmed().isEmpty());
}

} // namespace yizhan
