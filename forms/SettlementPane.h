// SPDX-License-Identifier: GPL-3.0-or-later
// Where people say which of two values is right: before, standing, late side by side; a number chooses, Enter goes on.
#pragma once

#include "models/ConflictModel.h"
#include "models/TrayModel.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QLayout;
class QPushButton;
class QScrollArea;
class QTreeView;
class QVBoxLayout;

namespace yizhan {

class FlowLayout;
class MessageBar;
class RowPanel;

// GUI thread. The keyboard is in the list: arrows walk, 1 2 3 choose, Enter confirms and goes on to the next.
class SettlementPane final : public QWidget
{
    Q_OBJECT
public:
    SettlementPane(Workspace &workspace, ConflictModel &model, QWidget *parent = nullptr);

    void showConflict(const RecordId &conflict);
    void showCase(const RecordId &root); // its first one
    const RecordId &current() const { return m_current; }
    const std::vector<ConflictWay> &ways() const { return m_ways; }
    int chosen() const { return m_chosen; } // index into ways()
    // Chooses the way with this number, counted from 1; anything else is passed over.
    void choose(int number);
    void confirm();
    QTreeView *list() { return m_list; }
    // Now, or as soon as there is something to settle.
    void takeFocus();
    MessageBar &bar() { return *m_bar; }

signals:
    void currentChanged(const yizhan::RecordId &root);
    void openWanted(const yizhan::RecordId &root);
    // A form is to open with these values; once they are saved the conflict is settled.
    void enterAnewWanted(const yizhan::EntryAnew &entry);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeList();
    QLayout *makeHead(QWidget *card);
    QWidget *makeCard();
    bool takeKey(int key, Qt::KeyboardModifiers modifiers);
    void take(const RecordId &conflict);
    void refreshed();
    void select();
    void build();
    void buildValues(const OpenConflict &conflict);
    void buildLate(const OpenConflict &conflict);
    void buildWays(const OpenConflict &conflict);
    void addValue(const QString &text, int row, int column, const char *side);
    QString standingHead(const OpenConflict &conflict) const;
    QString lateHead(const OpenConflict &conflict) const;
    void showChoice();
    void openEditor();
    void closeEditor();
    Inputs edited() const;
    std::vector<const FieldSpec *> editable(const OpenConflict &conflict) const;

    Workspace &m_workspace;
    ConflictModel &m_model;
    RecordId m_current;
    RecordId m_wanted;     // to be shown as soon as they are read
    RecordId m_wantedCase; // the same, by its case
    RecordId m_next;       // after the one that is being settled
    std::vector<ConflictWay> m_ways;
    int m_chosen = 0;
    bool m_wantsFocus = false;
    RecordDraft *m_inputs = nullptr;
    RowPanel *m_panel = nullptr;

    MessageBar *m_bar;
    QTreeView *m_list;
    QLabel *m_nothing;
    QWidget *m_work; // list and card; hidden while there is nothing to settle
    QScrollArea *m_scroll = nullptr;
    QLabel *m_case = nullptr;
    QLabel *m_heading = nullptr;
    QLabel *m_story = nullptr;
    QLabel *m_advice = nullptr;
    QLabel *m_place = nullptr;
    QGridLayout *m_values = nullptr;
    FlowLayout *m_buttons = nullptr;
    QVBoxLayout *m_editorPlace = nullptr;
    QPushButton *m_full = nullptr;
    QPushButton *m_confirm = nullptr;
};

} // namespace yizhan
