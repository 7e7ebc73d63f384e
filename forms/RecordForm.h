// SPDX-License-Identifier: GPL-3.0-or-later
// The form of any record, made from its declaration: sections, parties, next steps, draft and undo.
#pragma once

#include "models/RecordDraft.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace yizhan {

class MessageBar;
class PartyCards;
class RowPanel;
class StepPanel;

class RecordForm final : public QWidget
{
    Q_OBJECT
public:
    // The draft becomes a child.
    RecordForm(RecordDraft *draft, QWidget *parent = nullptr);

    RecordDraft &draft() { return *m_draft; }
    // Puts the caret where it was when the draft was saved, or into the first empty required field.
    void restoreCaret();
    void save();
    void saveAndNew();
    MessageBar &bar() { return *m_bar; }

signals:
    void titleChanged(const QString &title);
    void backWanted();
    void settleWanted(const yizhan::RecordId &conflict);
    void savedAndNew(yizhan::Kind kind);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHead();
    void showState();
    void settleFocus();
    void goTo(const DraftCaret &caret);
    void saved(const ChangeSet &changes);

    RecordDraft *m_draft;
    QLabel *m_title;
    QLabel *m_status;
    QLabel *m_draftDot;
    QPushButton *m_save;
    QPushButton *m_saveNew;
    QPushButton *m_undo;
    QPushButton *m_redo;
    QPushButton *m_discard;
    MessageBar *m_bar;
    StepPanel *m_steps;
    QScrollArea *m_scroll;
    RowPanel *m_root;
    PartyCards *m_parties = nullptr;
    QString m_savedNews; // goes with the next edit
    bool m_newAfterSave = false;
};

} // namespace yizhan
