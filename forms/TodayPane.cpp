// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/TodayPane.h"

#include "forms/BandDelegate.h"
#include "forms/DocketTable.h"
#include "forms/Widgets.h"
#include "models/DueText.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace yizhan {

TodayPane::TodayPane(Workspace &workspace, RecordOpener &opener, QWidget *parent)
    : QWidget(parent),
      m_opener(opener),
      m_model(workspace),
      m_workspace(workspace),
      m_head(makeLabel({}, QStringLiteral("heading"), this)),
      m_draftsHead(makeLabel(tr("Begun and not finished"), QStringLiteral("heading"), this)),
      m_drafts(new QVBoxLayout),
      m_table(new DocketTable(this)),
      m_nothing(makeLabel(tr("Nothing is due in the next seven days."), QStringLiteral("faint"), this))
{
    setObjectName(QStringLiteral("today"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeLabel(dayWithWeekday(workspace.today()), {}, this));
    auto *ways = new QHBoxLayout;
    for (const auto &[kind, label] :
         {std::pair{Kind::Consultation, tr("Register a consultation")}, std::pair{Kind::Mediation, tr("New mediation case")}}) {
        auto *button = makeButton(label, this, kind == Kind::Consultation);
        ways->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, kind = kind] { emit newWanted(kind); });
    }
    ways->addStretch();
    layout->addLayout(ways);
    layout->addWidget(m_draftsHead);
    layout->addLayout(m_drafts);
    layout->addWidget(m_head);
    layout->addWidget(m_nothing);
    layout->addWidget(m_table, 1);
    layout->addStretch();
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new BandDelegate(TodayModel::BandRole, TodayModel::NumberRole, m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Cases that are due"));
    m_table->installEventFilter(this);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    for (const auto &[column, characters] : {std::pair{0, 9}, std::pair{1, 7}, std::pair{2, 15}})
        m_table->setColumnWidth(column, widthOf(this, characters));
    connect(&m_model, &TodayModel::refreshed, this, &TodayPane::showHead);
    connect(&m_opener, &RecordOpener::unfinishedRead, this, &TodayPane::showDrafts);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { emit currentChanged(current()); });
    connect(m_table, &QTableView::doubleClicked, this, [this] { emit openWanted(current()); });
    setFocusProxy(m_table);
    showHead();
    showDrafts();
}

RecordId TodayPane::current() const { return m_model.recordAt(m_table->currentIndex().row()); }

void TodayPane::showHead()
{
    const bool some = m_model.rowCount() > 0;
    m_head->setText(tr("Due: %1 overdue, %2 in the next seven days").arg(m_model.overdue()).arg(m_model.soon()));
    m_head->setVisible(some);
    m_table->setVisible(some);
    m_nothing->setVisible(!some && !m_model.isLoading());
}

void TodayPane::showDrafts()
{
    emptyLayout(m_drafts);
    for (const RecordOpener::Unfinished &entry : m_opener.unfinished()) {
        auto *line = new QWidget(this);
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 0, 0, 0);
        const int minute = entry.draft.savedAt.localMinuteOfDay();
        const QString when = QStringLiteral("%1 %2:%3")
                                 .arg(entry.draft.savedAt.localDay().toIso())
                                 .arg(minute / 60, 2, 10, QLatin1Char('0'))
                                 .arg(minute % 60, 2, 10, QLatin1Char('0'));
        layout->addWidget(new QLabel(QStringLiteral("◐ %1  ·  %2").arg(entry.title, when), line));
        auto *open = makeButton(tr("Continue"), line);
        open->setObjectName(QStringLiteral("continueDraft"));
        auto *drop = makeButton(tr("Throw away"), line);
        drop->setObjectName(QStringLiteral("dropDraft"));
        drop->setProperty("flat", true);
        layout->addWidget(open);
        layout->addWidget(drop);
        layout->addStretch();
        connect(open, &QPushButton::clicked, this, [this, draft = entry.draft] { m_opener.openDraft(draft); });
        connect(drop, &QPushButton::clicked, this, [this, draft = entry.draft] { m_opener.dropUnfinished(draft); });
        m_drafts->addWidget(line);
    }
    m_draftsHead->setVisible(!m_opener.unfinished().empty());
}

bool TodayPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !current().isNull()) {
            emit openWanted(current());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TodayPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_opener.readUnfinished();
}

} // namespace yizhan
