// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/SyncPanel.h"

#include "forms/Widgets.h"
#include "models/ConflictWords.h"
#include "records/OfficeDirectory.h"

#include <QFormLayout>
#include <QFrame>
#include <QLineEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QVBoxLayout>

namespace yizhan {

namespace {
constexpr int minuteMs = 60'000;

QLabel *wrapped(const QString &text, const QString &role, QWidget *parent)
{
    QLabel *label = makeLabel(text, role, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}
} // namespace

SyncPanel::SyncPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_joined(new QWidget(this)),
      m_alone(new QWidget(this)),
      m_stage(wrapped({}, QStringLiteral("heading"), m_joined)),
      m_district(wrapped({}, QStringLiteral("faint"), m_joined)),
      m_now(makeButton(tr("Exchange now (F8)"), m_joined, true))
{
    setObjectName(QStringLiteral("syncPanel"));
    m_stage->setObjectName(QStringLiteral("syncStage"));
    m_now->setObjectName(QStringLiteral("syncNow"));
    QFont large = m_stage->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    m_stage->setFont(large);
    m_troubles = new QVBoxLayout;
    auto *joined = new QVBoxLayout(m_joined);
    joined->addWidget(m_stage);
    joined->addWidget(m_district);
    joined->addWidget(makeProgress());
    joined->addLayout(m_troubles);
    joined->addWidget(makeLogin());
    joined->addWidget(makeNumbers());
    joined->addWidget(m_now, 0, Qt::AlignLeft);
    joined->addWidget(
        wrapped(tr("You need not wait for the exchange: everything can be entered and looked up without a line. What "
                   "waits goes by itself as soon as there is one."),
                QStringLiteral("faint"), m_joined));
    joined->addStretch();

    auto *alone = new QVBoxLayout(m_alone);
    alone->addWidget(wrapped(tr("This workstation works by itself."), QStringLiteral("heading"), m_alone));
    alone->addWidget(
        wrapped(tr("Everything is saved here, encrypted, and nothing is sent anywhere. If your bureau has a district server, "
                   "its administrator gives you an address and a one-time code; with them this workstation joins. What was "
                   "entered until then comes along."),
                {}, m_alone));
    auto *join = makeButton(tr("Join the district server …"), m_alone, true);
    join->setObjectName(QStringLiteral("join"));
    alone->addWidget(join, 0, Qt::AlignLeft);
    alone->addStretch();

    auto *content = new QWidget(this);
    auto *inside = new QVBoxLayout(content);
    inside->addWidget(m_joined);
    inside->addWidget(m_alone);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    connect(m_now, &QPushButton::clicked, this, &SyncPanel::syncNow);
    connect(join, &QPushButton::clicked, this, &SyncPanel::enrolWanted);
    connect(&m_eachMinute, &QTimer::timeout, this, &SyncPanel::show);
    m_eachMinute.start(minuteMs); // "oldest 2 h" grows by itself
    setFocusProxy(m_now);
    setControl(nullptr);
}

QWidget *SyncPanel::makeNumbers()
{
    auto *card = new QFrame(m_joined);
    card->setProperty("role", QStringLiteral("card"));
    auto *lines = new QFormLayout(card);
    lines->setLabelAlignment(Qt::AlignLeft);
    lines->setHorizontalSpacing(widthOf(this, 2));
    m_unsent = wrapped({}, {}, card);
    m_unsent->setObjectName(QStringLiteral("syncUnsent"));
    m_conflicts = makeButton({}, card);
    m_conflicts->setObjectName(QStringLiteral("syncConflicts"));
    m_returned = makeButton({}, card);
    m_returned->setObjectName(QStringLiteral("syncReturned"));
    m_last = wrapped({}, {}, card);
    m_last->setObjectName(QStringLiteral("syncLast"));
    m_clock = wrapped({}, {}, card);
    m_clock->setObjectName(QStringLiteral("syncClock"));
    for (QPushButton *button : {m_conflicts, m_returned})
        button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    lines->addRow(tr("Waits to be sent"), m_unsent);
    lines->addRow(tr("Changed by two at once"), m_conflicts);
    lines->addRow(tr("Not taken"), m_returned);
    lines->addRow(tr("Last complete exchange"), m_last);
    lines->addRow(tr("Clock of this computer"), m_clock);
    connect(m_conflicts, &QPushButton::clicked, this, &SyncPanel::conflictsWanted);
    connect(m_returned, &QPushButton::clicked, this, &SyncPanel::trayWanted);
    return card;
}

QWidget *SyncPanel::makeProgress()
{
    m_progress = new QWidget(m_joined);
    m_bar = new QProgressBar(m_progress);
    m_bar->setObjectName(QStringLiteral("syncProgress"));
    m_bar->setTextVisible(false);
    m_timeText = wrapped({}, {}, m_progress);
    m_timeText->setObjectName(QStringLiteral("syncTimeLeft"));
    auto *layout = new QVBoxLayout(m_progress);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    layout->addWidget(m_timeText);
    return m_progress;
}

QWidget *SyncPanel::makeLogin()
{
    m_login = new QFrame(m_joined);
    m_login->setProperty("role", QStringLiteral("card"));
    m_password = new QLineEdit(m_login);
    m_password->setObjectName(QStringLiteral("serverPassword"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_secondFactor = new QLineEdit(m_login);
    m_secondFactor->setObjectName(QStringLiteral("serverSecondFactor"));
    m_secondFactor->setMaxLength(8);
    auto *go = makeButton(tr("Log in"), m_login, true);
    go->setObjectName(QStringLiteral("serverLogin"));
    auto *form = new QFormLayout(m_login);
    form->addRow(
        wrapped(tr("The district server wants to know that it is you. Until then nothing is sent or fetched; you can go on "
                   "working."),
                {}, m_login));
    form->addRow(tr("&Password at the server"), m_password);
    form->addRow(tr("Six &digits, if you have been given a second factor"), m_secondFactor);
    form->addRow(go);
    for (QLineEdit *line : {m_password, m_secondFactor})
        connect(line, &QLineEdit::returnPressed, go, &QPushButton::click);
    connect(go, &QPushButton::clicked, this, &SyncPanel::logIn);
    return m_login;
}

void SyncPanel::setControl(SyncControl *control)
{
    if (m_control)
        m_control->disconnect(this);
    m_control = control;
    if (control)
        connect(control, &SyncControl::changed, this, &SyncPanel::show);
    m_joined->setVisible(control != nullptr);
    m_alone->setVisible(control == nullptr);
    show();
}

void SyncPanel::syncNow()
{
    if (m_control)
        m_control->syncNow();
}

void SyncPanel::logIn()
{
    if (m_control && !m_password->text().isEmpty())
        m_control->login(m_workspace.session().login, m_password->text(), m_secondFactor->text().trimmed());
    m_password->clear();
    m_secondFactor->clear();
}

void SyncPanel::show()
{
    if (!m_control)
        return;
    const SyncStatus &status = m_control->status();
    const Day today = m_workspace.today();
    m_stage->setText(syncwords::stage(status, today));
    m_district->setText(status.district);
    m_district->setVisible(!status.district.isEmpty());
    m_unsent->setText(syncwords::unsent(status, m_workspace.now()).explanation);
    m_conflicts->setText(status.outbox.openConflicts == 0 ? tr("none")
                                                          : tr("%1, settle them …").arg(status.outbox.openConflicts));
    m_conflicts->setEnabled(status.outbox.openConflicts > 0);
    m_returned->setText(status.outbox.returned == 0 ? tr("none") : tr("%1, see why …").arg(status.outbox.returned));
    m_returned->setToolTip(syncwords::returned(status, m_workspace).explanation);
    m_returned->setEnabled(status.outbox.returned > 0);
    const QString last = conflictwords::moment(status.lastComplete, today);
    m_last->setText(last.isEmpty() ? tr("none yet") : last);
    const QString clock = syncwords::clock(status).explanation;
    m_clock->setText(!status.clockDifferenceMs ? tr("not compared yet") : clock.isEmpty() ? tr("right to the minute") : clock);
    m_login->setVisible(status.stage == SyncStage::NeedsLogin);
    m_now->setEnabled(status.stage != SyncStage::Stopped);
    showProgress(status);
    showTroubles(status);
}

void SyncPanel::showProgress(const SyncStatus &status)
{
    m_progress->setVisible(status.rowsTotal > 0);
    const QString left = m_timeLeft.feed(status.rowsDone, status.rowsTotal, m_workspace.now());
    if (status.rowsTotal == 0)
        return;
    m_bar->setRange(0, 1000);
    m_bar->setValue(int(status.rowsDone * 1000 / status.rowsTotal));
    const QString rows = tr("First copy: %L1 of %L2 records.").arg(status.rowsDone).arg(status.rowsTotal);
    const QString meanwhile = tr("Open cases come first; you can work with what is here already.");
    m_timeText->setText(inOneLine(left.isEmpty() ? QStringList{rows, meanwhile}
                                                 : QStringList{rows, tr("About %1 left.").arg(left), meanwhile}));
}

// Drawn anew only when something of it changed: somebody may be about to press one of the buttons.
void SyncPanel::showTroubles(const SyncStatus &status)
{
    QStringList now = syncwords::troubles(status, m_workspace);
    for (const SyncStatus::Removal &removal : status.removals)
        now += QStringLiteral("%1 %2 %3").arg(removal.office).arg(removal.rows).arg(removal.held);
    if (now == m_shownTroubles)
        return;
    m_shownTroubles = now;
    emptyLayout(m_troubles);
    for (const QString &text : syncwords::troubles(status, m_workspace))
        addTrouble(text);
    for (const SyncStatus::Removal &removal : status.removals) {
        const QString office = m_workspace.rules()->offices().label(removal.office, m_workspace.language());
        addTrouble(
            tr("The server wants to take %L1 of the %L2 records of %3 off this computer. That is unusual, so nothing has been "
               "removed. Ask the administrator whether it is meant.")
                .arg(removal.rows)
                .arg(removal.held)
                .arg(office),
            removal.office);
    }
}

void SyncPanel::addTrouble(const QString &text, const QString &office)
{
    auto *frame = new QFrame(m_joined);
    frame->setProperty("role", QStringLiteral("bar"));
    frame->setObjectName(QStringLiteral("syncTrouble"));
    frame->setAccessibleName(text);
    auto *layout = new QVBoxLayout(frame);
    layout->addWidget(wrapped(text, {}, frame));
    if (!office.isEmpty()) {
        auto *allow = makeButton(tr("It is meant: remove them"), frame);
        allow->setObjectName(QStringLiteral("allowRemoval"));
        layout->addWidget(allow, 0, Qt::AlignLeft);
        connect(allow, &QPushButton::clicked, this, [this, allow, office] {
            if (allow->property("asked").toBool()) { // the second press, after the first was answered by a question
                allow->setEnabled(false);
                if (m_control)
                    m_control->allowRemoval(office);
                return;
            }
            allow->setProperty("asked", true);
            allow->setText(tr("The administrator has confirmed it: press again to remove"));
        });
    }
    m_troubles->addWidget(frame);
    frame->show();
}

} // namespace yizhan
