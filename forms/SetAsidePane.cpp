// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/SetAsidePane.h"

#include "forms/DocketTable.h"
#include "forms/MessageBar.h"
#include "forms/Widgets.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace yizhan {

namespace {
constexpr int longestReason = 200;
} // namespace

SetAsidePane::SetAsidePane(SetAsideModel &model, QWidget *parent)
    : QWidget(parent),
      m_model(model),
      m_bar(new MessageBar(this)),
      m_table(new DocketTable(this)),
      m_reason(new QLineEdit(this)),
      m_look(makeButton(tr("Show what is in it"), this, true)),
      m_contents(makeLabel(QString(), QStringLiteral("value"), this))
{
    setObjectName(QStringLiteral("setAside"));
    auto *explanation = makeLabel(
        tr("These cases were taken off this computer after somebody had confirmed it. They can be read "
           "here for seven days, then they are erased. If one is missed, ask the administrator: the "
           "district brings it back."),
        QStringLiteral("faint"), this);
    explanation->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("setAsideCases"));
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Cases that were removed"));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    for (const auto &[column, characters] : {std::pair{0, 30}, std::pair{1, 13}, std::pair{2, 8}})
        m_table->setColumnWidth(column, widthOf(this, characters));
    m_reason->setObjectName(QStringLiteral("reasonToLook"));
    m_reason->setMaxLength(longestReason);
    m_reason->setPlaceholderText(tr("Why you need to look: it is written to the audit"));
    m_reason->setAccessibleName(m_reason->placeholderText());
    m_look->setObjectName(QStringLiteral("look"));
    m_contents->setObjectName(QStringLiteral("contents"));
    m_contents->setTextFormat(Qt::PlainText);
    m_contents->setWordWrap(true);
    m_contents->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_contents->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_contents);
    auto *line = new QHBoxLayout;
    line->addWidget(m_reason, 1);
    line->addWidget(m_look);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    layout->addWidget(explanation);
    layout->addWidget(m_table, 3);
    layout->addLayout(line);
    layout->addWidget(scroll, 3);
    connect(m_reason, &QLineEdit::textChanged, this, &SetAsidePane::refreshButton);
    connect(m_reason, &QLineEdit::returnPressed, this, &SetAsidePane::look);
    connect(m_look, &QPushButton::clicked, this, &SetAsidePane::look);
    connect(&m_model, &SetAsideModel::refreshed, this, &SetAsidePane::refreshed);
    connect(&m_model, &SetAsideModel::refused, this, [this](const QString &message) { m_bar->showProblem(message); });
    connect(&m_model, &SetAsideModel::opened, this, [this](const RecordId &root, const QStringList &lines) {
        if (root == m_current)
            m_contents->setText(lines.join(u'\n'));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SetAsidePane::currentChanged);
    setFocusProxy(m_table);
    refreshed();
}

void SetAsidePane::takeFocus() { m_table->setFocus(); }

void SetAsidePane::refreshed()
{
    if (m_model.rowCount() > 0)
        m_table->selectRow(std::max(0, m_model.rowOf(m_current)));
    currentChanged();
}

void SetAsidePane::currentChanged()
{
    const SetAsideCase *aside = m_model.at(m_table->currentIndex().row());
    const RecordId current = aside ? aside->root : RecordId();
    if (current != m_current)
        m_contents->clear();
    m_current = current;
    refreshButton();
}

void SetAsidePane::refreshButton() { m_look->setEnabled(!m_current.isNull() && !m_reason->text().trimmed().isEmpty()); }

void SetAsidePane::look()
{
    if (!m_look->isEnabled())
        return;
    m_bar->dismiss();
    m_model.look(m_current, m_reason->text().trimmed());
}

} // namespace yizhan
