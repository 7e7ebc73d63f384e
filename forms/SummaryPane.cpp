// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/SummaryPane.h"

#include "forms/Theme.h"
#include "forms/Widgets.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace yizhan {

SummaryPane::SummaryPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent),
      m_summary(workspace),
      m_text(new QTextBrowser(this)),
      m_open(makeButton(tr("Open"), this, true)),
      m_numbers(makeButton(tr("Show full numbers"), this)),
      m_settle(makeButton({}, this, true))
{
    setObjectName(QStringLiteral("summary"));
    m_text->setObjectName(QStringLiteral("summaryText"));
    m_text->setOpenLinks(false);
    m_text->setAccessibleName(tr("Summary of the selected case"));
    m_numbers->setToolTip(tr("Identity and telephone numbers in full; that you looked is recorded"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_numbers);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 4);
    layout->addWidget(m_settle);
    layout->addWidget(m_text, 1);
    layout->addLayout(buttons);
    connect(m_open, &QPushButton::clicked, this, [this] { emit openWanted(m_summary.record()); });
    m_settle->setObjectName(QStringLiteral("settleCase"));
    connect(m_settle, &QPushButton::clicked, this, [this] { emit settleWanted(m_summary.record()); });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (const auto conflict = RecordId::fromString(link.path()))
            emit settleOneWanted(*conflict);
    });
    connect(m_numbers, &QPushButton::clicked, &m_summary, &CaseSummary::showFullNumbers);
    connect(&m_summary, &CaseSummary::changed, this, &SummaryPane::show);
    connect(&Theme::instance(), &Theme::changed, this, &SummaryPane::show);
    show();
}

void SummaryPane::setRecord(const RecordId &root) { m_summary.setRecord(root); }

void SummaryPane::show()
{
    const int place = m_text->verticalScrollBar() ? m_text->verticalScrollBar()->value() : 0;
    m_text->setHtml(page());
    m_text->verticalScrollBar()->setValue(place);
    const bool some = !m_summary.sections().empty();
    m_open->setEnabled(some);
    m_settle->setVisible(m_summary.openConflicts() > 0);
    m_settle->setText(tr("◆ %n value(s) to settle", nullptr, m_summary.openConflicts()));
    m_numbers->setVisible(some && !m_summary.showsFullNumbers());
}

QString SummaryPane::page() const
{
    if (!m_summary.problem().isEmpty())
        return QStringLiteral("<p>%1</p>").arg(m_summary.problem().toHtmlEscaped());
    if (m_summary.sections().empty())
        return QStringLiteral("<p style='color:%1'>%2</p>")
            .arg(Theme::instance().colour(QStringLiteral("faint")).name(),
                 m_summary.record().isNull() ? tr("Select a case to see it here.").toHtmlEscaped() : tr("loading …"));
    const QString faint = Theme::instance().colour(QStringLiteral("faint")).name();
    QString html = QStringLiteral("<h3 style='margin:0 0 6px 0'>%1</h3>").arg(m_summary.title().toHtmlEscaped());
    for (const CaseSummary::Section &section : m_summary.sections()) {
        html += QStringLiteral(
                    "<p style='margin:8px 0 2px 0'><b>%1</b></p><table cellspacing='0' cellpadding='1' width='100%'>")
                    .arg(section.heading.toHtmlEscaped());
        for (const CaseSummary::Line &line : section.lines) {
            QString text = line.text.toHtmlEscaped();
            if (!line.conflict.isNull())
                text +=
                    QStringLiteral(" <a href='settle:%1'>%2</a>").arg(line.conflict.toString(), tr("◆ Settle").toHtmlEscaped());
            html += line.label.isEmpty()
                        ? QStringLiteral("<tr><td colspan='2'>%1</td></tr>").arg(text)
                        : QStringLiteral(
                              "<tr><td width='36%' style='color:%1;padding-right:6px'>%2</td><td style='color:%3'>%4</td></tr>")
                              .arg(faint, line.label.toHtmlEscaped(), Theme::instance().textOf(line.band).name(), text);
        }
        html += QStringLiteral("</table>");
    }
    return html;
}

} // namespace yizhan
