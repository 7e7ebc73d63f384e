// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/FindPalette.h"

#include "forms/Widgets.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace yizhan {

namespace {
constexpr int debounceMs = 150;
}

FindPalette::FindPalette(Workspace &workspace, QWidget *parent)
    : QFrame(parent),
      m_model(workspace),
      m_line(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_state(makeLabel({}, QStringLiteral("faint"), this))
{
    setObjectName(QStringLiteral("findPalette"));
    setProperty("role", QStringLiteral("card"));
    setAutoFillBackground(true);
    m_line->setPlaceholderText(tr("Name, pinyin initials, case number, end of an identity or phone number"));
    m_line->setClearButtonEnabled(true);
    m_line->setAccessibleName(tr("Search everything"));
    m_line->setObjectName(QStringLiteral("findLine"));
    m_list->setModel(&m_model);
    m_list->setObjectName(QStringLiteral("findHits"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_line);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);
    m_line->installEventFilter(this);
    m_debounce.setSingleShot(true);
    connect(m_line, &QLineEdit::textEdited, this, [this] { m_debounce.start(debounceMs); });
    connect(&m_debounce, &QTimer::timeout, this, [this] {
        m_model.setText(m_line->text());
        showState();
    });
    connect(&m_model, &SearchModel::searched, this, &FindPalette::showState);
    connect(m_list, &QListView::activated, this, &FindPalette::openCurrent);
    connect(m_list, &QListView::clicked, this, &FindPalette::openCurrent);
    hide();
}

void FindPalette::popUp()
{
    const QSize area = parentWidget()->size();
    resize(area.width() * 7 / 10, area.height() * 6 / 10);
    move((area.width() - width()) / 2, area.height() / 10);
    show();
    raise();
    m_line->selectAll();
    m_line->setFocus();
    showState();
}

void FindPalette::showState()
{
    if (!m_list->currentIndex().isValid() && m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(0));
    if (m_model.text().isEmpty())
        m_state->setText(tr("Type to search all dockets. Enter opens, Esc closes."));
    else if (m_model.isSearching())
        m_state->setText(tr("searching …"));
    else if (m_model.rowCount() == 0)
        m_state->setText(tr("Nothing found for “%1”. Try fewer characters, or pinyin initials.").arg(m_model.text()));
    else
        m_state->setText(tr("%n case(s). Enter opens, arrow keys choose.", nullptr, m_model.rowCount()));
}

void FindPalette::openCurrent()
{
    const RecordId id = m_model.recordAt(m_list->currentIndex().row());
    if (id.isNull())
        return;
    hide();
    emit openWanted(id);
}

bool FindPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const int row = m_list->currentIndex().row();
    switch (key->key()) {
    case Qt::Key_Escape: hide(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: openCurrent(); return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        m_list->setCurrentIndex(
            m_model.index(std::clamp(row + (key->key() == Qt::Key_Down ? 1 : -1), 0, std::max(0, m_model.rowCount() - 1))));
        return true;
    default: return QFrame::eventFilter(watched, event);
    }
}

} // namespace yizhan
