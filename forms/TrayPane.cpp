// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/TrayPane.h"

#include "forms/DocketTable.h"
#include "forms/FlowLayout.h"
#include "forms/MessageBar.h"
#include "forms/Widgets.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace yizhan {

TrayPane::TrayPane(TrayModel &model, QWidget *parent)
    : QWidget(parent),
      m_model(model),
      m_bar(new MessageBar(this)),
      m_table(new DocketTable(this)),
      m_nothing(makeLabel(
          tr("Nothing came back. What the server does not take, or passes on to another office, appears here with the "
             "reason and a way out; nothing is thrown away."),
          QStringLiteral("faint"), this)),
      m_details(new QWidget(this)),
      m_story(makeLabel(QString(), QString(), m_details)),
      m_values(makeLabel(QString(), QStringLiteral("value"), m_details))
{
    setObjectName(QStringLiteral("tray"));
    m_table->setObjectName(QStringLiteral("returned"));
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Entries that came back"));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    for (const auto &[column, characters] : {std::pair{0, 22}, std::pair{1, 13}, std::pair{2, 12}})
        m_table->setColumnWidth(column, widthOf(this, characters));
    m_table->installEventFilter(this);
    m_nothing->setObjectName(QStringLiteral("nothingCameBack"));
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(widthOf(this, 2));
    m_story->setObjectName(QStringLiteral("storyOfReturn"));
    for (QLabel *label : {m_story, m_values}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_values->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *scroll = new QScrollArea(m_details);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_values);
    auto *line = new QWidget(m_details);
    m_ways = new FlowLayout(line);
    m_ways->setContentsMargins(0, 0, 0, 0);
    auto *inside = new QVBoxLayout(m_details);
    inside->addWidget(m_story);
    inside->addWidget(scroll, 1);
    inside->addWidget(line);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_table, 3);
    layout->addWidget(m_details, 2);
    connect(&m_model, &TrayModel::refreshed, this, &TrayPane::refreshed);
    connect(&m_model, &TrayModel::refused, this, [this](const QString &message) { m_bar->showProblem(message); });
    connect(&m_model, &TrayModel::takenBack, this,
            [this] { m_bar->showNews(tr("Taken back. What it was stays in the history of exchange at the district.")); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TrayPane::show);
    setFocusProxy(m_table);
    refreshed();
}

void TrayPane::takeFocus()
{
    m_table->setFocus();
    m_wantsFocus = m_table->isHidden();
}

void TrayPane::refreshed()
{
    const bool some = m_model.rowCount() > 0;
    m_table->setVisible(some);
    m_details->setVisible(some);
    m_nothing->setVisible(!some && m_model.isRead());
    const int row = std::max(0, m_model.rowOf(m_current));
    if (some && m_table->currentIndex().row() != row)
        m_table->selectRow(row);
    if (some && std::exchange(m_wantsFocus, false))
        m_table->setFocus();
    show();
}

QString TrayPane::labelOf(TrayModel::Way way)
{
    switch (way) {
    case TrayModel::Way::Settle: return tr("Settle it (Enter)");
    case TrayModel::Way::EnterAnew: return tr("Change and send again");
    case TrayModel::Way::EnterElsewhere: return tr("Enter it in another case …");
    case TrayModel::Way::OpenCase: return tr("Open the case");
    case TrayModel::Way::TakeBack: return tr("Do without it");
    case TrayModel::Way::Noted: return tr("Read; take it off the list");
    }
    return {};
}

void TrayPane::show()
{
    emptyLayout(m_ways);
    const ReturnedWork *work = m_model.at(m_table->currentIndex().row());
    if (!work)
        return;
    m_current = work->n;
    m_story->setText(m_model.story(*work));
    const QStringList values = m_model.values(*work);
    m_values->setText(values.join(u'\n'));
    bool first = true;
    for (const TrayModel::Way way : m_model.ways(*work)) {
        auto *button = makeButton(labelOf(way), m_details, first);
        button->setObjectName(QStringLiteral("way.%1").arg(int(way)));
        m_ways->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, way] { go(way); });
        button->show();
        first = false;
    }
    m_ways->invalidate();
}

void TrayPane::go(TrayModel::Way way)
{
    const ReturnedWork *work = m_model.at(m_model.rowOf(m_current));
    if (!work)
        return;
    m_bar->dismiss();
    switch (way) {
    case TrayModel::Way::Settle: emit settleWanted(work->conflict); break;
    case TrayModel::Way::EnterAnew:
    case TrayModel::Way::EnterElsewhere: emit enterAnewWanted(m_model.entry(*work)); break;
    case TrayModel::Way::OpenCase: emit openWanted(work->root); break;
    case TrayModel::Way::TakeBack:
    case TrayModel::Way::Noted: m_model.takeBack(work->n); break;
    }
}

bool TrayPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const ReturnedWork *work = m_model.at(m_table->currentIndex().row());
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && work) {
            const TrayModel::Way way = m_model.ways(*work).front();
            if (way != TrayModel::Way::TakeBack) // that one wants a press of its own
                go(way);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace yizhan
