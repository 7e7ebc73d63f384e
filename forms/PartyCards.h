// SPDX-License-Identifier: GPL-3.0-or-later
// The parties of a case inside its form: one card each, the important fields first, more on request.
#pragma once

#include "models/RecordDraft.h"

#include <QWidget>

class QVBoxLayout;

namespace yizhan {

class RowPanel;

class PartyCards final : public QWidget
{
    Q_OBJECT
public:
    PartyCards(RecordDraft &draft, QWidget *parent);

    RowPanel *panelOf(const RecordId &row, std::uint16_t fieldId); // opens the rest of the card if the field is there
    void refreshCell(const RecordId &row, const FieldSpec &field);
    void refreshRows(); // rows came or went

signals:
    void caretAt(const yizhan::DraftCaret &caret);
    void settleWanted(const yizhan::RecordId &conflict);

private:
    struct Card {
        RecordId row;
        QWidget *frame = nullptr;
        RowPanel *main = nullptr;
        RowPanel *more = nullptr; // made when asked for
    };

    Card makeCard(const RecordId &row);
    void showMore(Card &card, bool shown);
    void numberCards();
    void showConflicts();

    RecordDraft &m_draft;
    QVBoxLayout *m_layout;
    std::vector<Card> m_cards;
};

} // namespace yizhan
