// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/PartyCards.h"

#include "forms/RowPanel.h"
#include "forms/Widgets.h"
#include "records/kinds/Party.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace yizhan {

namespace {

std::vector<const FieldSpec *> mainFields()
{
    return {&party::role,      &party::type,  &party::name,      &party::idType,  &party::idNo,         &party::gender,
            &party::birthDate, &party::phone, &party::orgIdType, &party::orgIdNo, &party::legalRepName, &party::addressLive};
}

std::vector<const FieldSpec *> otherFields()
{
    const auto main = mainFields();
    std::vector<const FieldSpec *> out;
    for (const FieldSpec *field : party::spec.fields) {
        if (RowPanel::isOffered(*field) && std::find(main.begin(), main.end(), field) == main.end())
            out.push_back(field);
    }
    return out;
}

} // namespace

PartyCards::PartyCards(RecordDraft &draft, QWidget *parent) : QWidget(parent), m_draft(draft), m_layout(new QVBoxLayout)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(makeLabel(tr("Parties"), QStringLiteral("heading"), this));
    outer->addLayout(m_layout);
    auto *add = makeButton(tr("＋ Add a party"), this);
    add->setObjectName(QStringLiteral("addParty"));
    outer->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this] {
        const RecordId row = m_draft.addChild(Kind::Party);
        if (RowPanel *panel = panelOf(row, party::name.id))
            panel->focusField(party::name.id, 0);
    });
    refreshRows();
}

PartyCards::Card PartyCards::makeCard(const RecordId &row)
{
    Card card;
    card.row = row;
    auto *frame = new QFrame(this);
    frame->setProperty("role", QStringLiteral("card"));
    card.frame = frame;
    auto *layout = new QVBoxLayout(frame);
    auto *head = new QHBoxLayout;
    auto *title = makeLabel({}, QStringLiteral("heading"), frame);
    title->setObjectName(QStringLiteral("partyTitle"));
    auto *more = makeButton(tr("More fields"), frame);
    more->setCheckable(true);
    more->setObjectName(QStringLiteral("moreFields"));
    more->setProperty("flat", true);
    auto *remove = makeButton(tr("Remove"), frame);
    remove->setObjectName(QStringLiteral("removeParty"));
    remove->setProperty("flat", true);
    head->addWidget(title);
    head->addStretch();
    head->addWidget(more);
    head->addWidget(remove);
    layout->addLayout(head);
    card.main = new RowPanel(m_draft, row, frame, mainFields());
    layout->addWidget(card.main);
    connect(card.main, &RowPanel::caretAt, this, &PartyCards::caretAt);
    connect(card.main, &RowPanel::settleWanted, this, &PartyCards::settleWanted);
    connect(remove, &QPushButton::clicked, this, [this, row] { m_draft.removeChild(row); });
    connect(more, &QPushButton::toggled, this, [this, row](bool shown) {
        for (Card &other : m_cards) {
            if (other.row == row)
                showMore(other, shown);
        }
    });
    return card;
}

void PartyCards::showMore(Card &card, bool shown)
{
    if (shown && !card.more) {
        card.more = new RowPanel(m_draft, card.row, card.frame, otherFields());
        card.frame->layout()->addWidget(card.more);
        connect(card.more, &RowPanel::caretAt, this, &PartyCards::caretAt);
        connect(card.more, &RowPanel::settleWanted, this, &PartyCards::settleWanted);
    }
    if (card.more)
        card.more->setVisible(shown);
}

RowPanel *PartyCards::panelOf(const RecordId &row, std::uint16_t fieldId)
{
    for (Card &card : m_cards) {
        if (card.row != row)
            continue;
        const auto main = mainFields();
        if (std::any_of(main.begin(), main.end(), [&](const FieldSpec *field) { return field->id == fieldId; }))
            return card.main;
        card.frame->findChild<QPushButton *>(QStringLiteral("moreFields"))->setChecked(true);
        return card.more;
    }
    return nullptr;
}

void PartyCards::refreshCell(const RecordId &row, const FieldSpec &field)
{
    for (Card &card : m_cards) {
        if (card.row != row)
            continue;
        card.main->refreshField(field);
        if (card.more)
            card.more->refreshField(field);
    }
}

void PartyCards::refreshRows()
{
    const std::vector<RecordId> rows = m_draft.rows(Kind::Party);
    std::erase_if(m_cards, [&](const Card &card) {
        const bool gone = std::find(rows.begin(), rows.end(), card.row) == rows.end();
        if (gone) {
            card.frame->hide();
            card.frame->deleteLater();
        }
        return gone;
    });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i >= m_cards.size() || m_cards[i].row != rows[i]) {
            m_cards.insert(m_cards.begin() + std::ptrdiff_t(i), makeCard(rows[i]));
            m_layout->insertWidget(int(i), m_cards[i].frame);
        } else {
            m_cards[i].main->refreshAll();
            if (m_cards[i].more)
                m_cards[i].more->refreshAll();
        }
    }
    numberCards();
    showConflicts();
}

// The rest of a card is opened where a value waits to be settled.
void PartyCards::showConflicts()
{
    const auto others = otherFields();
    for (Card &card : m_cards) {
        const bool any = std::any_of(others.begin(), others.end(),
                                     [&](const FieldSpec *field) { return !m_draft.conflictOf(card.row, *field).isNull(); });
        if (any)
            card.frame->findChild<QPushButton *>(QStringLiteral("moreFields"))->setChecked(true);
    }
}

void PartyCards::numberCards()
{
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i].frame->findChild<QLabel *>(QStringLiteral("partyTitle"))->setText(tr("Party %1").arg(i + 1));
}

} // namespace yizhan
