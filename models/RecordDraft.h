// SPDX-License-Identifier: GPL-3.0-or-later
// One open record with its parties and other children: values, what is wrong with them, undo, and a draft that is never more
// than two seconds old.
#pragma once

#include "models/DraftBody.h"
#include "models/Workspace.h"
#include "records/Validate.h"

#include <QUndoStack>
#include <set>

namespace yizhan {

// GUI thread. Every change goes through the undo stack. Rows are named by the id of their record; the root is the first.
class RecordDraft final : public QObject
{
    Q_OBJECT
public:
    // What stands under a field.
    struct Note {
        QString text; // in words; empty = fine
        bool blocks = false;
        bool operator==(const Note &) const = default;
    };

    // A record that does not exist yet; a mediation case begins with two empty parties, other cases with one.
    static RecordDraft *makeNew(Workspace &workspace, const RecordSpec &spec, QObject *parent);
    // A case as it stands.
    static RecordDraft *forCase(Workspace &workspace, const CaseFile &file, QObject *parent);
    // An unfinished one. `standing` is the case now, its root null if it was never saved. Errors: Protocol.
    static Result<RecordDraft *> resume(Workspace &workspace, const Draft &stored, const CaseFile &standing, QObject *parent);
    // The answers a step asks for: every field can be filled, nothing is kept or saved from here.
    static RecordDraft *forInputs(Workspace &workspace, const Record &record, QObject *parent);
    ~RecordDraft() override;

    Workspace &workspace() { return m_workspace; }
    const RecordSpec &spec() const { return root().spec(); }
    const Record &root() const { return m_body.rows.front().record; }
    bool isNew() const { return m_body.rows.front().isNew; }
    bool isDirty() const;
    // Number, or "New mediation case".
    QString title() const;

    std::vector<RecordId> rows(Kind kind) const; // that stand in the form, in order
    const Record *row(const RecordId &id) const; // null if removed or unknown
    Value value(const RecordId &row, const FieldSpec &field) const;
    // What the editor shows: the half-typed text, or the value as people write it, unmasked.
    QString typed(const RecordId &row, const FieldSpec &field) const;
    bool isShown(const RecordId &row, const FieldSpec &field) const; // by shownWhen
    // By the declaration, or because the step that creates the record asks for it.
    bool isRequired(const RecordId &row, const FieldSpec &field) const;
    bool isEditable(const RecordId &row, const FieldSpec &field) const;

    void setTyped(const RecordId &row, const FieldSpec &field, const QString &text);
    void setValue(const RecordId &row, const FieldSpec &field, const Value &value);
    // The caret left a field: what was typed there so far is one step of undo.
    void endTyping();
    RecordId addChild(Kind kind);
    RecordId freeChild(Kind kind); // a new row in which nobody has typed yet, or one more; null as addChild()
    void removeChild(const RecordId &row);
    QUndoStack &undoStack() { return m_undo; }

    Note note(const RecordId &row, const FieldSpec &field) const;
    // The open conflict about this field, in the case as it stands; null if there is none.
    RecordId conflictOf(const RecordId &row, const FieldSpec &field) const;
    // Fields that keep the form from being saved, "Facts, Name (2nd party)"; empty = it can be saved.
    QStringList obstacles() const;
    // The first of them, for the caret; null id if none.
    DraftCaret firstObstacle() const;

    void setCaret(const DraftCaret &caret);
    const DraftCaret &caret() const { return m_body.caret; }
    // Hands the draft to the store now. The lock calls it; a store that closes still writes it.
    void flush();
    Instant draftSavedAt() const { return m_savedAt; } // ms 0 = nothing to keep
    // Throws the unfinished edits away; the draft goes with them.
    void discard();
    // Everything into the store as one change. saved() or refused() follows.
    void save();
    bool isSaving() const { return m_saving; }
    // The case as it stands was read anew: shows it if nothing was edited.
    void takeStanding(const CaseFile &file);

signals:
    void cellChanged(const yizhan::RecordId &row, const yizhan::FieldSpec *field);
    void rowsChanged();
    void stateChanged(); // dirty, saving, draft saved
    void saved(const yizhan::ChangeSet &changes);
    void refused(const QString &message); // whole text for the bar

private:
    friend class CellCommand;
    friend class RowCommand;
    struct Cell {
        Value value;
        std::optional<QString> raw;
    };

    RecordDraft(Workspace &workspace, QObject *parent);
    DraftRow *find(const RecordId &id);
    const DraftRow *find(const RecordId &id) const;
    Cell cell(const DraftRow &row, const FieldSpec &field) const;
    void putCell(const RecordId &row, const FieldSpec &field, const Cell &cell);
    void push(const RecordId &row, const FieldSpec &field, const Cell &cell);
    DraftRow newRow(const RecordSpec &spec, const RecordId &parent, const RecordId &root);
    DraftRow newParty(int place);
    void readNumber(const RecordId &row, const FieldSpec &number);
    static bool isUntouched(const DraftRow &row);
    void touched();
    void saveDraft();
    void dropStored();
    void submit();
    void readAgain();
    void takeConflicts(const CaseFile &file);
    Change makeChange() const;
    QString rowName(const DraftRow &row) const;

    Workspace &m_workspace;
    DraftBody m_body;
    QUndoStack m_undo;
    Draft m_stored; // key and frame of the draft in the store
    QTimer m_saveSoon;
    Instant m_savedAt;
    std::set<std::pair<RecordId, std::uint16_t>> m_visited; // an empty required field is not scolded before somebody was there
    int m_typing = 1;                                       // cells edited in one go share this number
    bool m_draftComing = false;                             // a saveDraft is under way and its key not known yet
    bool m_saving = false;
    bool m_submitAfterDraft = false;
    bool m_inputsOnly = false;
};

} // namespace yizhan
