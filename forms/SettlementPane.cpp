// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/SettlementPane.h"

#include "forms/FlowLayout.h"
#include "forms/MessageBar.h"
#include "forms/RowPanel.h"
#include "forms/Widgets.h"
#include "models/Words.h"

#include <QApplication>
#include <QFrame>
#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace yizhan {

using Act = ConflictWay::Act;

SettlementPane::SettlementPane(Workspace &workspace, ConflictModel &model, QWidget *parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_model(model),
      m_bar(new MessageBar(this)),
      m_list(new QTreeView(this)),
      m_nothing(
          makeLabel(tr("Nothing to settle. When two people change the same thing without knowing of each other, both values "
                       "appear here side by side and you say which is right."),
                    QStringLiteral("faint"), this)),
      m_work(new QWidget(this))
{
    setObjectName(QStringLiteral("settlement"));
    m_nothing->setObjectName(QStringLiteral("nothingToSettle"));
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(widthOf(this, 2));
    auto *splitter = new QSplitter(Qt::Horizontal, m_work);
    splitter->addWidget(makeList());
    splitter->addWidget(makeCard());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({widthOf(this, 21), widthOf(this, 43)});
    splitter->setChildrenCollapsible(false);
    auto *inWork = new QVBoxLayout(m_work);
    inWork->setContentsMargins(0, 0, 0, 0);
    inWork->addWidget(splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_work, 1);
    connect(&m_model, &ConflictModel::refreshed, this, &SettlementPane::refreshed);
    connect(&m_model, &ConflictModel::settled, this, [this](const RecordId &conflict) {
        m_bar->dismiss();
        if (conflict == m_current)
            take(m_next);
    });
    connect(&m_model, &ConflictModel::refused, this, [this](const RecordId &, const QString &message) {
        m_bar->showProblem(message);
        showChoice();
    });
    setFocusProxy(m_list);
    refreshed();
}

QWidget *SettlementPane::makeList()
{
    m_list->setObjectName(QStringLiteral("conflicts"));
    m_list->setAccessibleName(tr("Values to settle, by case"));
    m_list->setModel(&m_model);
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    m_list->setIndentation(widthOf(this, 1));
    m_list->header()->setStretchLastSection(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle); // both ends of a case number tell one from the next
    m_list->header()->setSectionResizeMode(ConflictModel::What, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(ConflictModel::Entered, QHeaderView::ResizeToContents);
    m_list->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        const OpenConflict *conflict = m_model.at(
            index.isValid() && !index.parent().isValid() ? m_model.index(0, 0, index.siblingAtColumn(0)) : index);
        if (conflict && conflict->id != m_current)
            take(conflict->id);
    });
    return m_list;
}

QLayout *SettlementPane::makeHead(QWidget *card)
{
    auto *head = new QHBoxLayout;
    m_case = makeLabel({}, QStringLiteral("heading"), card);
    m_case->setObjectName(QStringLiteral("caseOfConflict"));
    m_case->setTextFormat(Qt::PlainText);
    m_place = makeLabel({}, QStringLiteral("faint"), card);
    m_place->setObjectName(QStringLiteral("placeOfConflict"));
    auto *open = makeButton(tr("Open the case"), card);
    open->setObjectName(QStringLiteral("openCase"));
    head->addWidget(m_case, 1);
    head->addWidget(m_place);
    head->addWidget(open);
    connect(open, &QPushButton::clicked, this, [this] {
        if (const OpenConflict *conflict = m_model.find(m_current))
            emit openWanted(conflict->root);
    });
    return head;
}

QWidget *SettlementPane::makeCard()
{
    auto *page = new QWidget(this);
    auto *card = new QWidget(page);
    auto *layout = new QVBoxLayout(card);
    m_heading = makeLabel({}, QStringLiteral("heading"), card);
    m_heading->setWordWrap(true);
    QFont large = m_heading->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    m_heading->setFont(large);
    m_story = makeLabel({}, {}, card);
    m_story->setObjectName(QStringLiteral("storyOfConflict"));
    m_story->setWordWrap(true);
    auto *values = new QWidget(card);
    m_values = new QGridLayout(values);
    m_values->setContentsMargins(0, 6, 0, 6);
    m_full = makeButton(tr("Show full numbers"), card);
    m_full->setObjectName(QStringLiteral("fullNumbers"));
    m_full->setToolTip(tr("Identity and telephone numbers in full; that you looked is recorded"));
    auto *line = new QWidget(card);
    m_buttons = new FlowLayout(line);
    m_buttons->setContentsMargins(0, 0, 0, 0);
    m_advice = makeLabel({}, QStringLiteral("faint"), card);
    m_advice->setObjectName(QStringLiteral("advice"));
    m_advice->setWordWrap(true);
    m_editorPlace = new QVBoxLayout;
    layout->addLayout(makeHead(card));
    layout->addWidget(m_heading);
    layout->addWidget(m_story);
    layout->addWidget(values);
    layout->addWidget(m_full, 0, Qt::AlignLeft);
    layout->addWidget(line);
    layout->addLayout(m_editorPlace);
    layout->addWidget(m_advice);
    layout->addStretch();
    m_scroll = new QScrollArea(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(card);

    m_confirm = makeButton(tr("Confirm and next (Enter)"), page, true);
    m_confirm->setObjectName(QStringLiteral("confirm"));
    auto *kept = makeLabel(tr("Both values stay in the history of the case."), QStringLiteral("faint"), page);
    kept->setWordWrap(true);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(9, 4, 9, 6);
    foot->addWidget(m_confirm);
    foot->addWidget(kept, 1);
    auto *all = new QVBoxLayout(page);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_scroll, 1);
    all->addLayout(foot);
    connect(m_full, &QPushButton::clicked, this, [this] {
        if (const OpenConflict *conflict = m_model.find(m_current))
            m_model.showFull(conflict->root);
    });
    connect(m_confirm, &QPushButton::clicked, this, &SettlementPane::confirm);
    return page;
}

void SettlementPane::showConflict(const RecordId &conflict)
{
    m_wanted = m_model.isRead() ? RecordId() : conflict;
    m_wantedCase = {};
    if (m_model.find(conflict))
        take(conflict);
}

void SettlementPane::showCase(const RecordId &root)
{
    showConflict(m_model.firstOf(root));
    m_wantedCase = m_model.isRead() ? RecordId() : root;
}

void SettlementPane::take(const RecordId &conflict)
{
    closeEditor();
    m_current = conflict;
    if (const OpenConflict *open = m_model.find(conflict)) {
        m_ways = conflictwords::ways(*open, m_workspace);
        if (editable(*open).empty())
            std::erase_if(m_ways, [](const ConflictWay &way) { return way.act == Act::Edit; });
        const Act advised = conflictwords::advice(*open).act;
        const auto place = std::find_if(m_ways.begin(), m_ways.end(),
                                        [&](const ConflictWay &way) { return way.act == advised; });
        m_chosen = place == m_ways.end() ? 0 : int(place - m_ways.begin());
    }
    if (const OpenConflict *open = m_model.find(conflict))
        emit currentChanged(open->root);
    select();
    build();
    m_scroll->verticalScrollBar()->setValue(0);
    const QWidget *focus = QApplication::focusWidget();
    if (!conflict.isNull() && (std::exchange(m_wantsFocus, false) || (focus && isAncestorOf(focus))))
        m_list->setFocus();
}

void SettlementPane::takeFocus()
{
    m_list->setFocus();
    m_wantsFocus = m_work->isHidden();
}

void SettlementPane::refreshed()
{
    m_list->expandAll();
    for (int row = 0; row < m_model.rowCount(); ++row)
        m_list->setFirstColumnSpanned(row, {}, true);
    const bool some = m_model.count() > 0;
    m_work->setVisible(some);
    m_nothing->setVisible(!some && m_model.isRead());
    if (m_model.isRead() && !m_wantedCase.isNull())
        m_wanted = m_model.firstOf(std::exchange(m_wantedCase, {}));
    const RecordId wanted = m_model.isRead() ? std::exchange(m_wanted, {}) : RecordId();
    if (m_model.find(wanted))
        return take(wanted);
    if (!m_model.find(m_current))
        return take(m_model.first());
    select();
    if (m_inputs)
        return; // somebody is typing
    const std::vector<ConflictWay> ways = conflictwords::ways(*m_model.find(m_current), m_workspace);
    if (ways.front() != m_ways.front() || (ways.size() > 1 && m_ways.size() > 1 && ways[1] != m_ways[1]))
        return take(m_current); // brought back, withdrawn: other ways are open now
    build();
}

void SettlementPane::select()
{
    const QModelIndex place = m_model.indexOf(m_current);
    if (place.isValid() && m_list->currentIndex() != place)
        m_list->setCurrentIndex(place);
}

QString SettlementPane::standingHead(const OpenConflict &conflict) const
{
    const QString when = conflictwords::moment(conflict.standingAt, m_workspace.today());
    return inOneLine(
        {tr("Standing now"), QStringLiteral("%1 %2").arg(m_model.author(conflict.standingAuthor), when).trimmed()});
}

QString SettlementPane::lateHead(const OpenConflict &conflict) const
{
    const QString when = conflictwords::moment(conflict.declaredAt, m_workspace.today());
    const QString head = conflict.ours ? tr("Entered on this computer") : tr("Arrived late");
    return inOneLine({head, QStringLiteral("%1 %2").arg(m_model.author(conflict.author), when).trimmed()});
}

void SettlementPane::addValue(const QString &text, int row, int column, const char *side)
{
    QLabel *label = makeLabel(text, QStringLiteral("value"), m_values->parentWidget());
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setProperty("side", QLatin1String(side));
    label->setObjectName(QLatin1String(side));
    m_values->addWidget(label, row, column);
}

void SettlementPane::buildValues(const OpenConflict &conflict)
{
    QWidget *on = m_values->parentWidget();
    int column = 1;
    for (const QString &head : {tr("Before"), standingHead(conflict), lateHead(conflict)}) {
        QLabel *label = makeLabel(head, QStringLiteral("faint"), on);
        label->setWordWrap(true);
        m_values->addWidget(label, 0, column);
        m_values->setColumnStretch(column, column == 1 ? 2 : 3);
        ++column;
    }
    int row = 1;
    for (const OpenConflict::Field &field : conflict.fields) {
        QLabel *name = makeLabel(words::field(*field.field), {}, on);
        name->setWordWrap(true);
        name->setMinimumWidth(widthOf(this, 5));
        m_values->addWidget(name, row, 0, Qt::AlignTop);
        addValue(m_model.text(conflict, *field.field, field.before), row, 1, "before");
        addValue(m_model.text(conflict, *field.field, field.current), row, 2, "standing");
        addValue(m_model.text(conflict, *field.field, field.late), row, 3, "late");
        ++row;
    }
}

// What was refused as a whole: its values, one below the other.
void SettlementPane::buildLate(const OpenConflict &conflict)
{
    QWidget *on = m_values->parentWidget();
    QLabel *head = makeLabel(lateHead(conflict), QStringLiteral("faint"), on);
    m_values->addWidget(head, 0, 0, 1, 2);
    m_values->setColumnStretch(1, 1);
    int row = 1;
    for (const OpenConflict::Field &field : conflict.fields) {
        if (field.late.isNull() || field.field->derived)
            continue;
        QLabel *name = makeLabel(words::field(*field.field), {}, on);
        name->setWordWrap(true);
        m_values->addWidget(name, row, 0, Qt::AlignTop);
        addValue(m_model.text(conflict, *field.field, field.late), row, 1, "late");
        ++row;
    }
}

void SettlementPane::buildWays(const OpenConflict &conflict)
{
    emptyLayout(m_buttons);
    for (std::size_t i = 0; i < m_ways.size(); ++i) {
        auto *button = makeButton(QStringLiteral("%1  %2").arg(i + 1).arg(m_ways[i].label), this);
        button->setObjectName(QStringLiteral("way.%1").arg(i + 1));
        button->setCheckable(true);
        m_buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, i] { choose(int(i) + 1); });
        button->show();
    }
    m_buttons->invalidate();
    const conflictwords::Advice advice = conflictwords::advice(conflict);
    const auto place = std::find_if(m_ways.begin(), m_ways.end(),
                                    [&](const ConflictWay &way) { return way.act == advice.act; });
    m_advice->setText(place == m_ways.end()
                          ? QString()
                          : tr("Suggested: %1, because %2.").arg(int(place - m_ways.begin()) + 1).arg(advice.reason));
}

void SettlementPane::build()
{
    emptyLayout(m_values);
    for (int column = 0; column < 4; ++column)
        m_values->setColumnStretch(column, 0);
    const OpenConflict *conflict = m_model.find(m_current);
    if (!conflict)
        return;
    m_case->setText(m_model.caseTitle(conflict->root));
    m_place->setText(tr("%1 of %2").arg(m_model.placeOf(m_current)).arg(m_model.count()));
    m_heading->setText(conflictwords::heading(*conflict));
    m_story->setText(conflictwords::story(*conflict, m_workspace));
    if (conflict->about == OpenConflict::About::Values && !conflict->fields.empty())
        buildValues(*conflict);
    else
        buildLate(*conflict);
    m_full->setVisible(m_model.hasMasked(*conflict));
    buildWays(*conflict);
    showChoice();
}

void SettlementPane::showChoice()
{
    const Act act = m_ways.empty() ? Act::Standing : m_ways[std::size_t(m_chosen)].act;
    for (int i = 0; i < m_buttons->count(); ++i) {
        if (auto *button = qobject_cast<QPushButton *>(m_buttons->itemAt(i)->widget())) {
            button->setChecked(i == m_chosen);
            button->setText(QStringLiteral("%1%2  %3")
                                .arg(i == m_chosen ? QStringLiteral("✔ ") : QString())
                                .arg(i + 1)
                                .arg(m_ways[std::size_t(i)].label));
        }
    }
    const QLatin1String side(act == Act::Standing ? "standing" : act == Act::Late ? "late" : "");
    for (QLabel *label : m_values->parentWidget()->findChildren<QLabel *>()) {
        if (label->property("side").isValid())
            setMark(label, "chosen", label->property("side").toString() == side);
    }
    m_confirm->setEnabled(!m_model.isBusy() && !m_ways.empty());
    m_confirm->setText(act == Act::EnterAnew ? tr("Open the form (Enter)") : tr("Confirm and next (Enter)"));
    m_buttons->invalidate();
}

std::vector<const FieldSpec *> SettlementPane::editable(const OpenConflict &conflict) const
{
    std::vector<const FieldSpec *> fields;
    for (const OpenConflict::Field &field : conflict.fields) {
        if (RowPanel::isOffered(*field.field))
            fields.push_back(field.field);
    }
    return fields;
}

void SettlementPane::choose(int number)
{
    if (number < 1 || number > int(m_ways.size()) || m_model.isBusy())
        return;
    m_chosen = number - 1;
    if (m_ways[std::size_t(m_chosen)].act == Act::Edit)
        openEditor();
    else
        closeEditor();
    showChoice();
}

// Begins with the late value: whoever edits mostly adds to it, and what stands is in sight above.
void SettlementPane::openEditor()
{
    const OpenConflict *conflict = m_model.find(m_current);
    if (m_inputs || !conflict)
        return;
    Record record(conflict->kind);
    record.id = conflict->record;
    record.root = conflict->root;
    for (const OpenConflict::Field &field : conflict->fields)
        record.setValue(*field.field, field.late);
    m_inputs = RecordDraft::forInputs(m_workspace, record, this);
    m_panel = new RowPanel(*m_inputs, record.id, this, editable(*conflict));
    connect(m_inputs, &RecordDraft::cellChanged, m_panel,
            [panel = m_panel](const RecordId &, const FieldSpec *field) { panel->refreshField(*field); });
    m_editorPlace->addWidget(m_panel);
    m_panel->show();
    m_panel->focusFirst();
    m_scroll->ensureWidgetVisible(m_panel);
}

void SettlementPane::closeEditor()
{
    if (!m_inputs)
        return;
    const bool hadFocus = m_panel->isAncestorOf(focusWidget());
    m_panel->hide();
    m_panel->deleteLater();
    m_panel = nullptr;
    m_inputs->deleteLater();
    m_inputs = nullptr;
    if (hadFocus)
        m_list->setFocus();
}

Inputs SettlementPane::edited() const
{
    Inputs values;
    if (const OpenConflict *conflict = m_model.find(m_current)) {
        for (const FieldSpec *field : editable(*conflict))
            values.emplace_back(field, m_inputs->value(conflict->record, *field));
    }
    return values;
}

void SettlementPane::confirm()
{
    const OpenConflict *conflict = m_model.find(m_current);
    if (!conflict || m_ways.empty() || m_model.isBusy())
        return;
    const Act act = m_ways[std::size_t(m_chosen)].act;
    m_next = m_model.following(m_current);
    switch (act) {
    case Act::Standing: m_model.settle(m_current, Settlement::Standing); break;
    case Act::Late: m_model.settle(m_current, Settlement::Late); break;
    case Act::Edit: {
        if (QWidget *focus = m_panel->focusWidget())
            focus->clearFocus(); // a line that is left settles its text
        for (const FieldSpec *field : editable(*conflict)) {
            if (m_inputs->note(conflict->record, *field).blocks) {
                m_bar->showProblem(
                    tr("“%1” cannot be saved like this; see the note under the field.").arg(words::field(*field)));
                m_panel->focusFirst();
                return;
            }
        }
        m_model.settle(m_current, Settlement::Edited, edited());
        break;
    }
    case Act::BringBack: m_model.bringBack(m_current); break;
    case Act::EnterAnew: {
        EntryAnew::Row row{conflict->kind, conflict->record, true, {}};
        for (const OpenConflict::Field &field : conflict->fields) {
            if (!field.late.isNull())
                row.values.emplace_back(field.field, field.late);
        }
        // one that no case carries stands for itself
        EntryAnew entry = synctray::entryOf(row, conflict->root, conflict->root != conflict->id);
        entry.settles.push_back({conflict->id, 0});
        emit enterAnewWanted(entry);
        return;
    }
    }
    m_confirm->setEnabled(!m_model.isBusy());
}

bool SettlementPane::takeKey(int key, Qt::KeyboardModifiers modifiers)
{
    const auto plain = modifiers & ~(Qt::KeypadModifier | Qt::ControlModifier);
    if (plain != Qt::NoModifier)
        return false;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        confirm();
        return true;
    }
    if (modifiers & Qt::ControlModifier)
        return false;
    if (key >= Qt::Key_1 && key <= Qt::Key_9) {
        choose(key - Qt::Key_0);
        return true;
    }
    if (key == Qt::Key_Escape && m_inputs) { // back out of the editor: the suggestion stands again
        take(m_current);
        m_list->setFocus();
        return true;
    }
    return false;
}

bool SettlementPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (takeKey(key->key(), key->modifiers()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SettlementPane::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(event->key(), event->modifiers()))
        QWidget::keyPressEvent(event);
}

} // namespace yizhan
