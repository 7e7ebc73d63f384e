// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/MessageBar.h"

#include "forms/Widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace yizhan {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_text(new QLabel(this)), m_action(new QPushButton(this)), m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    setProperty("role", QStringLiteral("bar"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setText(QStringLiteral("×"));
    m_close->setProperty("flat", true);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(m_close->accessibleName());
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto act = m_act;
        dismiss();
        if (act)
            act();
    });
    hide();
}

void MessageBar::showProblem(const QString &text) { show(text, "problem"); }

void MessageBar::showNews(const QString &text) { show(text, "plain"); }

void MessageBar::show(const QString &text, const char *tone)
{
    m_text->setText(text);
    setAccessibleName(text);
    m_act = nullptr;
    m_action->hide();
    setMark(this, "tone", QLatin1String(tone));
    QFrame::show();
}

void MessageBar::offer(const QString &label, std::function<void()> act)
{
    m_act = std::move(act);
    m_action->setText(label);
    m_action->show();
}

void MessageBar::dismiss()
{
    m_act = nullptr;
    hide();
}

QString MessageBar::text() const { return isHidden() ? QString() : m_text->text(); }

} // namespace yizhan
