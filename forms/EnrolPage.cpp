// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/EnrolPage.h"

#include "forms/Widgets.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QFormLayout>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace yizhan {

namespace {
// What a code is written in: no I, L, O, U, so that nothing is read for something else.
const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

QLineEdit *line(const QString &name, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(name);
    return edit;
}
} // namespace

EnrolPage::EnrolPage(QWidget *parent)
    : QWidget(parent),
      m_server(line(QStringLiteral("server"), this)),
      m_codeNote(makeLabel({}, QStringLiteral("faint"), this)),
      m_name(line(QStringLiteral("workstationName"), this)),
      m_login(line(QStringLiteral("enrolLogin"), this)),
      m_password(line(QStringLiteral("enrolPassword"), this)),
      m_secondFactor(line(QStringLiteral("enrolSecondFactor"), this)),
      m_problem(makeLabel({}, QStringLiteral("error"), this)),
      m_join(makeButton(tr("Join"), this, true)),
      m_back(makeButton(tr("Not now"), this))
{
    setObjectName(QStringLiteral("enrolPage"));
    m_server->setPlaceholderText(tr("as on the sheet, for example server.example:8443"));
    m_name->setPlaceholderText(tr("for example: counter 1"));
    m_name->setMaxLength(40);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_secondFactor->setMaxLength(8);
    m_secondFactor->setPlaceholderText(tr("only if you have been given one"));
    m_codeNote->setObjectName(QStringLiteral("codeNote"));
    m_codeNote->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("enrolProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_join->setObjectName(QStringLiteral("enrol"));
    m_back->setObjectName(QStringLiteral("enrolBack"));
    m_back->setProperty("flat", true);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_join);
    buttons->addWidget(m_back);
    buttons->addStretch();
    auto *text = makeLabel(
        tr("The administrator of your bureau gives you a sheet with an address and a code. The code is good once and for one "
           "day; it also makes sure that this is the right server. Afterwards the records of your office are fetched; "
           "you can begin to work at once."),
        QStringLiteral("faint"), this);
    text->setWordWrap(true);
    auto *card = new QFrame(this);
    card->setProperty("role", QStringLiteral("card"));
    card->setMaximumWidth(widthOf(this, 48));
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(28, 20, 28, 20);
    inside->addWidget(makeLabel(tr("Join the district server"), QStringLiteral("heading"), this));
    inside->addWidget(text);
    inside->addLayout(makeForm());
    inside->addWidget(m_problem);
    inside->addLayout(buttons);
    auto *content = new QWidget(this);
    auto *across = new QHBoxLayout(content);
    across->addStretch(1);
    across->addWidget(card, 20, Qt::AlignVCenter);
    across->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    connectAll();
    setFocusProxy(m_server);
    judge();
}

QLayout *EnrolPage::makeForm()
{
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setHorizontalSpacing(widthOf(this, 1.5));
    form->addRow(tr("&Address of the district server"), m_server);
    auto *codeLabel = new QLabel(tr("One-time &code"), this);
    form->addRow(codeLabel, makeCode());
    codeLabel->setBuddy(m_groups.front());
    form->addRow(QString(), m_codeNote);
    form->addRow(tr("&Name of this computer"), m_name);
    form->addRow(tr("Your a&ccount at the district"), m_login);
    form->addRow(tr("Your &password there"), m_password);
    form->addRow(tr("Six &digits (second factor)"), m_secondFactor);
    return form;
}

void EnrolPage::connectAll()
{
    for (QLineEdit *edit : {m_server, m_name, m_login, m_password, m_secondFactor}) {
        connect(edit, &QLineEdit::textChanged, this, &EnrolPage::judge);
        connect(edit, &QLineEdit::returnPressed, m_join, &QPushButton::click);
    }
    connect(m_back, &QPushButton::clicked, this, &EnrolPage::backWanted);
    connect(m_join, &QPushButton::clicked, this, [this] {
        showProblem({});
        emit enrolWanted({m_server->text().trimmed(), code(), m_name->text().trimmed(), m_login->text().trimmed(),
                          m_password->text(), m_secondFactor->text().trimmed()});
    });
}

QWidget *EnrolPage::makeCode()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    QFont wide = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    wide.setPointSize(font().pointSize() + 1);
    for (int i = 0; i < groups; ++i) {
        QLineEdit *edit = line(QStringLiteral("code.%1").arg(i + 1), row);
        edit->setFont(wide);
        edit->setAlignment(Qt::AlignHCenter);
        edit->setMinimumWidth(QFontMetrics(wide).horizontalAdvance(QStringLiteral("W")) * (groupLength + 3));
        edit->setAttribute(Qt::WA_InputMethodEnabled, false);
        edit->setAccessibleName(tr("Group %1 of the code").arg(i + 1));
        edit->installEventFilter(this);
        if (i > 0)
            layout->addWidget(new QLabel(QStringLiteral("–"), row));
        layout->addWidget(edit, 1);
        m_groups.push_back(edit);
        connect(edit, &QLineEdit::textEdited, this, [this, i] { groupEdited(i); });
        connect(edit, &QLineEdit::returnPressed, m_join, &QPushButton::click);
    }
    return row;
}

// As the code is read: capitals, and what is often written for something else taken for what it must be.
QString EnrolPage::readable(const QString &typed)
{
    QString out;
    for (QChar c : typed.normalized(QString::NormalizationForm_KC).toUpper()) {
        if (c == u'O')
            c = u'0';
        else if (c == u'I' || c == u'L')
            c = u'1';
        if (!c.isSpace() && c.category() != QChar::Punctuation_Dash)
            out += c;
    }
    return out;
}

void EnrolPage::spread(const QString &text, int from)
{
    QString left = readable(text);
    int group = from;
    for (; group < groups && !left.isEmpty(); ++group) {
        m_groups[std::size_t(group)]->setText(left.left(groupLength));
        left = left.mid(groupLength);
    }
    QLineEdit *last = m_groups[std::size_t(group - 1)];
    (last->text().size() == groupLength && group < groups ? m_groups[std::size_t(group)] : last)->setFocus();
    judge();
}

void EnrolPage::groupEdited(int group)
{
    QLineEdit *edit = m_groups[std::size_t(group)];
    const QString text = readable(edit->text());
    if (text.size() > groupLength) // more than fits: the rest belongs to the next ones
        return spread(text, group);
    const int caret = edit->cursorPosition();
    edit->setText(text);
    edit->setCursorPosition(caret);
    judge();
    if (text.size() == groupLength && caret == groupLength && group + 1 < groups) {
        m_groups[std::size_t(group) + 1]->setFocus();
        m_groups[std::size_t(group) + 1]->selectAll();
    }
}

bool EnrolPage::eventFilter(QObject *watched, QEvent *event)
{
    const auto place = std::find(m_groups.begin(), m_groups.end(), watched);
    if (event->type() == QEvent::KeyPress && place != m_groups.end()) {
        auto *key = static_cast<QKeyEvent *>(event);
        QLineEdit *edit = *place;
        if (key->matches(QKeySequence::Paste)) { // the whole code goes into the group where the caret is and those after it
            const QString text = QGuiApplication::clipboard()->text();
            spread(text, readable(text).size() > groupLength ? 0 : int(place - m_groups.begin()));
            return true;
        }
        if (key->key() == Qt::Key_Backspace && edit->text().isEmpty() && place != m_groups.begin()) {
            (*(place - 1))->setFocus();
            (*(place - 1))->end(false);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QString EnrolPage::code() const
{
    QStringList parts;
    for (const QLineEdit *edit : m_groups)
        parts += edit->text();
    return parts.join(u'-');
}

void EnrolPage::setCodeCheck(std::function<bool(const QString &code)> check)
{
    m_check = std::move(check);
    judge();
}

void EnrolPage::setLogin(const QString &login)
{
    m_login->setText(login);
    m_login->setReadOnly(!login.isEmpty());
}

bool EnrolPage::isComplete() const
{
    const bool codeIsFull = std::all_of(m_groups.begin(), m_groups.end(),
                                        [](const QLineEdit *edit) { return edit->text().size() == groupLength; });
    const bool codeFits = codeIsFull && (!m_check || m_check(code()));
    return codeFits && !m_server->text().trimmed().isEmpty() && !m_name->text().trimmed().isEmpty()
           && !m_login->text().trimmed().isEmpty() && !m_password->text().isEmpty();
}

void EnrolPage::judge()
{
    QStringList strange;
    bool full = true;
    for (QLineEdit *edit : m_groups) {
        const QString text = edit->text();
        const bool wrong = std::any_of(text.begin(), text.end(), [](QChar c) { return !alphabet.contains(c); });
        setMark(edit, "wrong", wrong ? QStringLiteral("true") : QStringLiteral("false"));
        if (wrong)
            strange += text;
        full = full && text.size() == groupLength;
    }
    const bool mistyped = strange.isEmpty() && full && m_check && !m_check(code());
    if (mistyped) {
        for (QLineEdit *edit : m_groups)
            setMark(edit, "wrong", QStringLiteral("true"));
    }
    const bool isWrong = mistyped || !strange.isEmpty();
    setMark(m_codeNote, "role", isWrong ? QStringLiteral("error") : QStringLiteral("faint"));
    if (!strange.isEmpty())
        m_codeNote->setText(
            tr("“%1” has a sign that no code has (no U, no signs but digits and letters).").arg(strange.front()));
    else if (mistyped)
        m_codeNote->setText(tr("One character is mistyped: compare group by group with the sheet."));
    else if (full)
        m_codeNote->setText(tr("✔ The code is complete."));
    else
        m_codeNote->setText(tr("Five groups of five; small letters are fine, and a copied code can be pasted whole."));
    m_join->setEnabled(!m_busy && isComplete());
}

void EnrolPage::setBusy(bool busy)
{
    m_busy = busy;
    for (QLineEdit *edit : findChildren<QLineEdit *>())
        edit->setEnabled(!busy);
    m_back->setEnabled(!busy);
    m_join->setText(busy ? tr("Joining …") : tr("Join"));
    judge();
}

void EnrolPage::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void EnrolPage::reset()
{
    for (QLineEdit *edit : m_groups)
        edit->clear();
    m_password->clear();
    m_secondFactor->clear();
    showProblem({});
    judge();
}

} // namespace yizhan
