// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/RecordForm.h"

#include "forms/MessageBar.h"
#include "forms/PartyCards.h"
#include "forms/RowPanel.h"
#include "forms/StepPanel.h"
#include "forms/Widgets.h"
#include "models/DueText.h"
#include "models/Words.h"
#include "records/kinds/Party.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace yizhan {

namespace {
QString clockText(Instant at)
{
    const auto seconds = (at.ms + Instant::localOffsetMs) / 1000 % 86400;
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600, 2, 10, QLatin1Char('0'))
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

bool hasParties(const RecordSpec &spec)
{
    const auto &parents = party::spec.parents;
    return spec.kind != Kind::Consultation && std::find(parents.begin(), parents.end(), spec.kind) != parents.end();
}
} // namespace

RecordForm::RecordForm(RecordDraft *draft, QWidget *parent)
    : QWidget(parent),
      m_draft(draft),
      m_bar(new MessageBar(this)),
      m_steps(new StepPanel(draft->workspace(), this)),
      m_scroll(new QScrollArea(this))
{
    draft->setParent(this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeHead());
    layout->addWidget(m_bar);
    layout->addWidget(m_scroll, 1);

    auto *page = new QWidget;
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->addWidget(m_steps);
    m_root = new RowPanel(*draft, draft->root().id, page);
    pageLayout->addWidget(m_root);
    if (hasParties(draft->spec())) {
        m_parties = new PartyCards(*draft, page);
        m_root->insertAfterFirst(m_parties);
        connect(m_parties, &PartyCards::caretAt, draft, &RecordDraft::setCaret);
        connect(m_parties, &PartyCards::settleWanted, this, &RecordForm::settleWanted);
    }
    pageLayout->addStretch();
    m_steps->setTabsAfter(m_save);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    connect(m_root, &RowPanel::caretAt, draft, &RecordDraft::setCaret);
    connect(m_root, &RowPanel::settleWanted, this, &RecordForm::settleWanted);
    connect(draft, &RecordDraft::cellChanged, this, [this](const RecordId &row, const FieldSpec *field) {
        if (row == m_draft->root().id)
            m_root->refreshField(*field);
        else if (m_parties)
            m_parties->refreshCell(row, *field);
    });
    connect(draft, &RecordDraft::rowsChanged, this, [this] {
        m_root->refreshAll();
        if (m_parties)
            m_parties->refreshRows();
        if (!m_draft->isNew() && !m_draft->isDirty())
            m_steps->setRecord(m_draft->root());
    });
    connect(draft, &RecordDraft::stateChanged, this, &RecordForm::showState);
    connect(draft, &RecordDraft::refused, this, [this](const QString &message) {
        m_newAfterSave = false;
        m_bar->showProblem(message);
        goTo(m_draft->firstObstacle());
    });
    connect(draft, &RecordDraft::saved, this, &RecordForm::saved);
    connect(m_steps, &StepPanel::refused, m_bar, &MessageBar::showProblem);
    connect(m_steps, &StepPanel::taken, this, [this] { m_bar->showNews(tr("Done. The case has moved on.")); });
    connect(&draft->undoStack(), &QUndoStack::canUndoChanged, m_undo, &QWidget::setEnabled);
    connect(&draft->undoStack(), &QUndoStack::canRedoChanged, m_redo, &QWidget::setEnabled);
    if (!draft->isNew())
        m_steps->setRecord(draft->root());
    showState();
}

QWidget *RecordForm::makeHead()
{
    auto *head = new QWidget(this);
    m_title = makeLabel({}, QStringLiteral("heading"), head);
    m_status = makeLabel({}, QStringLiteral("faint"), head);
    m_draftDot = makeLabel({}, QStringLiteral("faint"), head);
    m_draftDot->setObjectName(QStringLiteral("draftDot"));
    m_undo = makeButton(tr("Undo"), head);
    m_redo = makeButton(tr("Redo"), head);
    m_discard = makeButton(tr("Discard changes"), head);
    m_saveNew = makeButton(tr("Save and new"), head);
    m_save = makeButton(tr("Save"), head, true);
    m_save->setObjectName(QStringLiteral("save"));
    m_saveNew->setObjectName(QStringLiteral("saveAndNew"));
    m_undo->setToolTip(QStringLiteral("Ctrl+Z"));
    m_redo->setToolTip(QStringLiteral("Ctrl+Y"));
    m_save->setToolTip(QStringLiteral("Ctrl+S"));
    m_saveNew->setToolTip(QStringLiteral("Ctrl+Enter"));
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
    auto *names = new QVBoxLayout;
    names->addWidget(m_title);
    names->addWidget(m_status);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(names, 1);
    layout->addWidget(m_draftDot);
    for (QPushButton *button : {m_undo, m_redo, m_discard, m_saveNew, m_save})
        layout->addWidget(button);
    connect(m_undo, &QPushButton::clicked, &m_draft->undoStack(), &QUndoStack::undo);
    connect(m_redo, &QPushButton::clicked, &m_draft->undoStack(), &QUndoStack::redo);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_draft->discard();
        m_bar->dismiss();
    });
    connect(m_save, &QPushButton::clicked, this, &RecordForm::save);
    connect(m_saveNew, &QPushButton::clicked, this, &RecordForm::saveAndNew);
    return head;
}

void RecordForm::showState()
{
    const QString title = m_draft->title();
    if (m_title->text() != title) {
        m_title->setText(title);
        emit titleChanged(title);
    }
    const Record &root = m_draft->root();
    QStringList parts;
    if (const FieldSpec *status = root.spec().field(u"status"))
        parts += m_draft->workspace().display(*status, root.value(*status));
    const DueText due = dueText(root, m_draft->workspace().today());
    if (!due.longText.isEmpty())
        parts += tr("due %1").arg(due.longText);
    parts.removeAll(QString());
    m_status->setText(parts.join(QStringLiteral("  ·  ")));
    m_status->setVisible(!parts.isEmpty());

    const bool dirty = m_draft->isDirty();
    if (dirty && !m_savedNews.isEmpty() && m_bar->text() == m_savedNews)
        m_bar->dismiss();
    m_save->setEnabled(dirty && !m_draft->isSaving());
    m_saveNew->setEnabled(m_save->isEnabled());
    m_discard->setVisible(dirty);
    m_steps->setUnsaved(dirty);
    if (m_draft->isSaving())
        m_draftDot->setText(tr("saving …"));
    else if (!dirty)
        m_draftDot->setText(m_draft->isNew() ? QString() : tr("● saved"));
    else if (m_draft->draftSavedAt().ms > 0)
        m_draftDot->setText(tr("◐ draft saved %1").arg(clockText(m_draft->draftSavedAt())));
    else
        m_draftDot->setText(tr("○ not saved yet"));
}

void RecordForm::settleFocus()
{
    QWidget *focus = focusWidget();
    if (focus && focus->hasFocus()) {
        focus->clearFocus(); // a line that is left settles its text
        focus->setFocus();
    }
}

void RecordForm::save()
{
    settleFocus();
    m_bar->dismiss();
    m_draft->save();
}

void RecordForm::saveAndNew()
{
    m_newAfterSave = true;
    save();
}

void RecordForm::saved(const ChangeSet &changes)
{
    const QStringList numbers = changes.takenNumbers.values();
    m_savedNews = numbers.isEmpty() ? tr("Saved.") : tr("Saved. Number: %1").arg(words::list(numbers));
    m_bar->showNews(m_savedNews);
    if (m_newAfterSave) {
        m_newAfterSave = false;
        emit savedAndNew(m_draft->spec().kind);
    }
}

void RecordForm::goTo(const DraftCaret &caret)
{
    if (caret.row.isNull())
        return;
    RowPanel *panel = caret.row == m_draft->root().id ? m_root
                      : m_parties                     ? m_parties->panelOf(caret.row, caret.field)
                                                      : nullptr;
    if (panel && panel->focusField(caret.field, caret.position) && focusWidget())
        m_scroll->ensureWidgetVisible(focusWidget(), 20, 80);
}

void RecordForm::restoreCaret()
{
    DraftCaret caret = m_draft->caret();
    if (caret.row.isNull())
        caret = m_draft->firstObstacle();
    if (caret.row.isNull() && m_parties && m_draft->isNew())
        caret = {m_draft->rows(Kind::Party).empty() ? RecordId() : m_draft->rows(Kind::Party).front(), party::name.id, 0};
    if (caret.row.isNull())
        m_root->focusFirst();
    else
        goTo(caret);
}

void RecordForm::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ControlModifier)
        saveAndNew();
    else if (event->matches(QKeySequence::Save))
        save();
    else if (event->key() == Qt::Key_Escape)
        emit backWanted();
    else
        QWidget::keyPressEvent(event);
}

} // namespace yizhan
