// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RecordDraft.h"

#include "base/Deliver.h"
#include "models/DraftCommands.h"
#include "models/FieldConflicts.h"
#include "models/ModelErrors.h"
#include "models/Words.h"
#include "records/CodeList.h"
#include "records/Identifier.h"
#include "records/LifeCycle.h"
#include "records/kinds/Common.h"
#include "records/kinds/Party.h"

namespace yizhan {

namespace {
constexpr int saveAfterMs = 1200; // after the first change that is not in the draft yet: never older than two seconds

// What the first creating step of the kind asks for.
std::span<const FieldSpec *const> neededAtCreation(const RecordSpec &spec)
{
    for (const LifeCycle *cycle : spec.lifeCycles) {
        for (const Transition &step : cycle->transitions) {
            if (*step.from == '\0')
                return step.needs;
        }
    }
    return {};
}

bool isParentOf(Kind parent, const RecordSpec &child)
{
    return std::find(child.parents.begin(), child.parents.end(), parent) != child.parents.end();
}
} // namespace

RecordDraft::RecordDraft(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace)
{
    m_saveSoon.setSingleShot(true);
    connect(&m_saveSoon, &QTimer::timeout, this, &RecordDraft::saveDraft);
    connect(&m_undo, &QUndoStack::cleanChanged, this, &RecordDraft::stateChanged);
    connect(&workspace.store(), &Store::changed, this, [this](const ChangeSet &changes) {
        const bool mine = std::any_of(changes.rows.begin(), changes.rows.end(),
                                      [this](const auto &row) { return row.root == root().root; });
        if (!m_inputsOnly && !isNew() && !m_saving && (mine || changes.everything))
            readAgain();
    });
}

RecordDraft::~RecordDraft() { m_undo.disconnect(this); }

RecordDraft *RecordDraft::makeNew(Workspace &workspace, const RecordSpec &spec, QObject *parent)
{
    auto *draft = new RecordDraft(workspace, parent);
    DraftRow root = draft->newRow(spec, RecordId(), RecordId());
    root.record.root = root.record.id;
    if (spec.indexOf(common::receivedAt) >= 0)
        root.record.set(common::receivedAt, workspace.now());
    for (const FieldSpec *field : neededAtCreation(spec)) { // what is counted begins with its least
        if (field->type == FieldType::Integer && field->minimum > 0 && root.record.value(*field).isNull())
            root.record.setValue(*field, Value(field->minimum));
    }
    root.base = root.record;
    draft->m_body.rows.push_back(root);
    const RecordSpec *party = specOf(Kind::Party);
    if (party && isParentOf(spec.kind, *party)) {
        const int parties = spec.kind == Kind::Mediation ? 2 : 1;
        for (int i = 0; i < parties; ++i)
            draft->m_body.rows.push_back(draft->newParty(i));
    }
    return draft;
}

// A person with an identity card, asking or being asked: what most parties are.
DraftRow RecordDraft::newParty(int place)
{
    DraftRow row = newRow(party::spec, root().id, root().id);
    row.record.set(party::type, QStringLiteral("NATURAL"));
    row.record.set(party::idType, QStringLiteral("111"));
    row.record.set(party::role, place == 0 ? QStringLiteral("APPLICANT") : QStringLiteral("RESPONDENT"));
    row.base = row.record;
    return row;
}

RecordDraft *RecordDraft::forCase(Workspace &workspace, const CaseFile &file, QObject *parent)
{
    auto *draft = new RecordDraft(workspace, parent);
    draft->m_body.rows.push_back({file.root, file.root, false, false, {}});
    for (const Record &child : file.children)
        draft->m_body.rows.push_back({child, child, false, false, {}});
    return draft;
}

RecordDraft *RecordDraft::forInputs(Workspace &workspace, const Record &record, QObject *parent)
{
    auto *draft = new RecordDraft(workspace, parent);
    draft->m_inputsOnly = true;
    draft->m_body.rows.push_back({record, record, false, false, {}});
    return draft;
}

Result<RecordDraft *> RecordDraft::resume(Workspace &workspace, const Draft &stored, const CaseFile &standing, QObject *parent)
{
    auto body = DraftBody::fromBytes(stored.body, standing);
    if (!body)
        return body.error();
    auto *draft = new RecordDraft(workspace, parent);
    draft->m_body = std::move(*body);
    draft->m_stored = stored;
    draft->m_savedAt = stored.savedAt;
    return draft;
}

DraftRow RecordDraft::newRow(const RecordSpec &spec, const RecordId &parent, const RecordId &root)
{
    DraftRow row;
    row.record = Record(spec);
    row.record.id = m_workspace.newId();
    row.record.parent = parent;
    row.record.root = root;
    row.record.office = m_workspace.session().actor.office;
    row.base = row.record;
    row.isNew = true;
    return row;
}

DraftRow *RecordDraft::find(const RecordId &id)
{
    const auto found = std::find_if(m_body.rows.begin(), m_body.rows.end(),
                                    [&](const DraftRow &row) { return row.record.id == id; });
    return found == m_body.rows.end() ? nullptr : &*found;
}

const DraftRow *RecordDraft::find(const RecordId &id) const { return const_cast<RecordDraft *>(this)->find(id); }

bool RecordDraft::isUntouched(const DraftRow &row) { return row.isNew && row.raw.empty() && row.record.sameContent(row.base); }

bool RecordDraft::isDirty() const
{
    return std::any_of(m_body.rows.begin(), m_body.rows.end(), [](const DraftRow &row) {
        if (row.isNew)
            return !row.removed && !isUntouched(row);
        return row.removed || !row.raw.empty() || !row.record.sameContent(row.base);
    });
}

QString RecordDraft::title() const
{
    for (const FieldSpec *field : {spec().title, spec().field(u"provisional_no")}) {
        if (field && !root().value(*field).isNull())
            return m_workspace.display(*field, root().value(*field), false);
    }
    return isNew() ? tr("New: %1").arg(words::kind(spec())) : words::kind(spec());
}

std::vector<RecordId> RecordDraft::rows(Kind kind) const
{
    std::vector<RecordId> out;
    for (const DraftRow &row : m_body.rows) {
        if (!row.removed && row.record.kind() == kind)
            out.push_back(row.record.id);
    }
    return out;
}

const Record *RecordDraft::row(const RecordId &id) const
{
    const DraftRow *row = find(id);
    return row && !row->removed ? &row->record : nullptr;
}

Value RecordDraft::value(const RecordId &row, const FieldSpec &field) const
{
    const DraftRow *found = find(row);
    return found ? found->record.value(field) : Value();
}

QString RecordDraft::typed(const RecordId &row, const FieldSpec &field) const
{
    const DraftRow *found = find(row);
    if (!found)
        return {};
    const auto raw = found->raw.find(field.id);
    if (raw != found->raw.end())
        return raw->second;
    return m_workspace.display(field, found->record.value(field), false);
}

bool RecordDraft::isShown(const RecordId &row, const FieldSpec &field) const
{
    if (!field.shownWhen)
        return true;
    const Value master = value(row, *field.shownWhen);
    QStringList held = master.codes();
    if (field.shownWhen->type == FieldType::Bool)
        held = {QString::number(master.number())};
    const QStringList wanted = QString::fromLatin1(field.shownCodes).split(u' ', Qt::SkipEmptyParts);
    const bool fits = wanted.isEmpty()
                          ? !master.isNull()
                          : std::any_of(held.begin(), held.end(), [&](const QString &code) { return wanted.contains(code); });
    return fits || !value(row, field).isNull(); // what stands there is never hidden
}

bool RecordDraft::isRequired(const RecordId &row, const FieldSpec &field) const
{
    if (field.required || !isNew() || row != root().id)
        return field.required;
    const auto needs = neededAtCreation(spec());
    return std::find(needs.begin(), needs.end(), &field) != needs.end();
}

bool RecordDraft::isEditable(const RecordId &row, const FieldSpec &field) const
{
    const DraftRow *found = find(row);
    if (m_inputsOnly)
        return found != nullptr;
    if (!found || field.derived || field.byTransition || m_saving || !m_workspace.session().mayWriteCases())
        return false;
    return found->isNew || !found->record.spec().appendOnly;
}

RecordDraft::Cell RecordDraft::cell(const DraftRow &row, const FieldSpec &field) const
{
    const auto raw = row.raw.find(field.id);
    return {row.record.value(field), raw == row.raw.end() ? std::nullopt : std::optional(raw->second)};
}

void RecordDraft::putCell(const RecordId &row, const FieldSpec &field, const Cell &cell)
{
    DraftRow *found = find(row);
    if (!found)
        return;
    found->record.setValue(field, cell.value);
    if (cell.raw)
        found->raw[field.id] = *cell.raw;
    else
        found->raw.erase(field.id);
    touched();
    emit cellChanged(row, &field);
}

void RecordDraft::push(const RecordId &row, const FieldSpec &field, const Cell &after)
{
    const DraftRow *found = find(row);
    if (!found || !isEditable(row, field))
        return;
    const Cell before = cell(*found, field);
    if (before.value == after.value && before.raw == after.raw)
        return;
    m_visited.emplace(row, field.id);
    m_undo.push(new CellCommand(*this, row, field, before, after, m_typing));
}

void RecordDraft::setTyped(const RecordId &row, const FieldSpec &field, const QString &text)
{
    const auto parsed = parseField(field, text, *m_workspace.rules());
    if (parsed)
        push(row, field, {*parsed, std::nullopt});
    else
        push(row, field, {value(row, field), text});
    if (parsed && field.check == Check::Identity)
        readNumber(row, field);
}

// A valid identity number says date of birth and sex: filled in where they are empty, as steps of their own.
void RecordDraft::readNumber(const RecordId &row, const FieldSpec &number)
{
    const Record *person = this->row(row);
    if (!person || !number.pair || person->kind() != Kind::Party)
        return;
    const auto facts = checkIdentifier(person->value(*number.pair).text(), person->value(number).text(), m_workspace.today(),
                                       m_workspace.rules()->codes());
    if (!facts)
        return;
    const bool noBirth = person->value(party::birthDate).isNull();
    const bool noGender = person->value(party::gender).isNull();
    if (facts->birthDate && noBirth)
        setValue(row, party::birthDate, Value(*facts->birthDate));
    if (!facts->gender.isEmpty() && noGender)
        setValue(row, party::gender, Value(facts->gender));
}

void RecordDraft::setValue(const RecordId &row, const FieldSpec &field, const Value &value)
{
    push(row, field, {value, std::nullopt});
}

void RecordDraft::endTyping() { ++m_typing; }

RecordId RecordDraft::addChild(Kind kind)
{
    const RecordSpec *spec = specOf(kind);
    if (!spec || !isParentOf(root().kind(), *spec))
        return {};
    endTyping();
    DraftRow row = kind == Kind::Party ? newParty(int(rows(kind).size())) : newRow(*spec, root().id, root().id);
    const RecordId id = row.record.id;
    m_undo.push(new RowCommand(*this, std::move(row)));
    return id;
}

RecordId RecordDraft::freeChild(Kind kind)
{
    const auto free = std::find_if(m_body.rows.begin(), m_body.rows.end(), [kind](const DraftRow &row) {
        return row.record.kind() == kind && !row.removed && isUntouched(row);
    });
    return free == m_body.rows.end() ? addChild(kind) : free->record.id;
}

void RecordDraft::removeChild(const RecordId &row)
{
    endTyping();
    if (find(row) && row != root().id)
        m_undo.push(new RowCommand(*this, row));
}

RecordDraft::Note RecordDraft::note(const RecordId &id, const FieldSpec &field) const
{
    const DraftRow *row = find(id);
    if (!row || !isShown(id, field))
        return {};
    const auto raw = row->raw.find(field.id);
    if (raw != row->raw.end()) {
        const auto parsed = parseField(field, raw->second, *m_workspace.rules());
        return {parsed ? QString() : describeBriefly(parsed.error()), true};
    }
    if (row->record.value(field).isNull()) {
        if (!isRequired(id, field) || isUntouched(*row))
            return {};
        return {m_visited.contains({id, field.id}) ? tr("Please fill this in.") : QString(), true};
    }
    for (const Finding &finding : validateField(row->record, field, *m_workspace.rules(), m_workspace.today())) {
        const QString words = describeBriefly(finding.error);
        return {finding.blocks ? words : tr("%1 It can be saved and checked later.").arg(words), finding.blocks};
    }
    return {};
}

RecordId RecordDraft::conflictOf(const RecordId &id, const FieldSpec &field) const
{
    std::vector<const Record *> conflicts;
    for (const DraftRow &row : m_body.rows) {
        if (row.record.kind() == Kind::Conflict)
            conflicts.push_back(&row.record);
    }
    return conflicts.empty() ? RecordId() : conflictAbout(openFieldConflicts(std::move(conflicts)), id, field);
}

QString RecordDraft::rowName(const DraftRow &row) const
{
    const auto same = rows(row.record.kind());
    const auto place = std::find(same.begin(), same.end(), row.record.id);
    return tr("%1 %2").arg(words::kind(row.record.spec())).arg(place - same.begin() + 1);
}

QStringList RecordDraft::obstacles() const
{
    QStringList out;
    for (const DraftRow &row : m_body.rows) {
        if (row.removed || (isUntouched(row) && row.record.id != root().id))
            continue;
        for (const FieldSpec *field : row.record.spec().fields) {
            if (!isEditable(row.record.id, *field))
                continue;
            const bool missing = isRequired(row.record.id, *field) && row.record.value(*field).isNull()
                                 && isShown(row.record.id, *field);
            if (missing || note(row.record.id, *field).blocks) {
                const QString name = words::field(*field);
                out += row.record.id == root().id ? name
                                                  : tr("%1 (%2)", "a field and the row it stands in").arg(name, rowName(row));
            }
        }
    }
    return out;
}

DraftCaret RecordDraft::firstObstacle() const
{
    for (const DraftRow &row : m_body.rows) {
        if (row.removed || (isUntouched(row) && row.record.id != root().id))
            continue;
        for (const FieldSpec *field : row.record.spec().fields) {
            const bool missing = isRequired(row.record.id, *field) && row.record.value(*field).isNull()
                                 && isShown(row.record.id, *field);
            if (isEditable(row.record.id, *field) && (missing || note(row.record.id, *field).blocks))
                return {row.record.id, field->id, 0};
        }
    }
    return {};
}

void RecordDraft::setCaret(const DraftCaret &caret)
{
    if (!m_body.caret.row.isNull() && (caret.field != m_body.caret.field || caret.row != m_body.caret.row)) {
        endTyping();
        m_visited.emplace(m_body.caret.row, m_body.caret.field);
    }
    m_body.caret = caret;
}

void RecordDraft::touched()
{
    if (!m_saveSoon.isActive() && !m_saving && !m_inputsOnly)
        m_saveSoon.start(saveAfterMs);
    emit stateChanged();
}

void RecordDraft::flush()
{
    if (!m_inputsOnly && (m_saveSoon.isActive() || isDirty()))
        saveDraft();
}

void RecordDraft::saveDraft()
{
    m_saveSoon.stop();
    if (m_saving)
        return;
    if (!isDirty()) {
        dropStored();
        return;
    }
    m_stored.kind = root().kind();
    m_stored.record = root().id;
    m_stored.basedOn = isNew() ? 0 : m_body.rows.front().base.updatedAt.ms;
    m_stored.body = m_body.toBytes();
    m_draftComing = true;
    deliver(m_workspace.store().saveDraft(m_stored), this, [this](const Result<Draft> &stored) {
        m_draftComing = false;
        if (stored) {
            m_stored.key = stored->key;
            m_savedAt = stored->savedAt;
            emit stateChanged();
        } else if (stored.error().kind != ErrorKind::Cancelled) {
            emit refused(describe(stored.error()));
        }
        if (m_submitAfterDraft)
            submit();
    });
}

void RecordDraft::dropStored()
{
    m_saveSoon.stop();
    if (!m_stored.key.isEmpty()) {
        deliver(m_workspace.store().dropDraft(m_stored.key), this, [](const Outcome &) {
            // a draft that is already gone is what was wanted
        });
    }
    m_stored = {};
    m_savedAt = {};
    emit stateChanged();
}

void RecordDraft::discard()
{
    dropStored();
    m_undo.clear();
    for (DraftRow &row : m_body.rows) {
        row.record = row.base;
        row.raw.clear();
        row.removed = false;
    }
    std::erase_if(m_body.rows, [this](const DraftRow &row) { return row.isNew && row.record.id != root().id && !isNew(); });
    emit rowsChanged();
    emit stateChanged();
}

void RecordDraft::save()
{
    if (m_saving || !isDirty())
        return;
    for (const DraftRow &row : m_body.rows) {
        for (const FieldSpec *field : row.record.spec().fields) {
            if (isRequired(row.record.id, *field))
                m_visited.emplace(row.record.id, field->id);
        }
    }
    const QStringList missing = obstacles();
    if (!missing.isEmpty()) {
        emit rowsChanged();
        emit refused(describe(Error(ErrorKind::Constraint, text::formIncomplete, {words::list(missing.mid(0, 6))})));
        return;
    }
    m_saveSoon.stop();
    m_saving = true;
    emit stateChanged();
    if (m_draftComing)
        m_submitAfterDraft = true; // its key must be known: the change ends the draft
    else
        submit();
}

Change RecordDraft::makeChange() const
{
    Change change;
    change.endsDraft = m_stored.key;
    for (const DraftRow &row : m_body.rows) {
        if (row.isNew) {
            if (!row.removed && (!isUntouched(row) || row.record.id == root().id))
                change.operations.push_back(Operation::create(row.record));
            continue;
        }
        if (row.removed) {
            change.operations.push_back(Operation::withdraw(row.record.id));
            change.reason = tr("Taken out in the form");
            continue;
        }
        Inputs values;
        for (const FieldSpec *field : row.record.spec().fields) {
            if (!field->derived && !field->byTransition && row.record.value(*field) != row.base.value(*field))
                values.emplace_back(field, row.record.value(*field));
        }
        if (!values.empty())
            change.operations.push_back(Operation::set(row.record.id, std::move(values), row.base.updatedAt.ms));
    }
    return change;
}

void RecordDraft::submit()
{
    m_submitAfterDraft = false;
    deliver(m_workspace.store().submit(makeChange()), this, [this](const Result<ChangeSet> &answer) {
        m_saving = false;
        if (!answer) {
            emit stateChanged();
            m_saveSoon.start(saveAfterMs);
            if (answer.error().kind != ErrorKind::Cancelled)
                emit refused(describe(answer.error()));
            return;
        }
        m_stored = {};
        m_savedAt = {};
        m_undo.clear();
        for (DraftRow &row : m_body.rows) {
            row.base = row.record;
            row.isNew = row.isNew && isUntouched(row);
        }
        m_body.rows.front().isNew = false;
        std::erase_if(m_body.rows, [](const DraftRow &row) { return row.removed; });
        emit stateChanged();
        emit saved(*answer);
        readAgain();
    });
}

void RecordDraft::readAgain()
{
    deliver(m_workspace.store().caseFile(root().root), this, [this](const Result<CaseFile> &file) {
        if (file)
            takeStanding(*file);
    });
}

// Nobody edits those: what came and what was settled shows at once.
void RecordDraft::takeConflicts(const CaseFile &file)
{
    const auto isConflict = [](const DraftRow &row) { return row.record.kind() == Kind::Conflict; };
    std::vector<DraftRow> standing;
    for (const Record *conflict : file.of(Kind::Conflict))
        standing.push_back({*conflict, *conflict, false, false, {}});
    std::vector<DraftRow> known;
    std::copy_if(m_body.rows.begin(), m_body.rows.end(), std::back_inserter(known), isConflict);
    const bool same = std::equal(
        known.begin(), known.end(), standing.begin(), standing.end(),
        [](const auto &a, const auto &b) { return a.record.id == b.record.id && a.record.sameContent(b.record); });
    if (same)
        return;
    std::erase_if(m_body.rows, isConflict);
    m_body.rows.insert(m_body.rows.end(), standing.begin(), standing.end());
    emit rowsChanged();
}

void RecordDraft::takeStanding(const CaseFile &file)
{
    if (m_saving)
        return;
    if (isDirty()) // the store compares with what these edits were based on
        return takeConflicts(file);
    m_undo.clear();
    m_body.rows.clear();
    m_body.rows.push_back({file.root, file.root, false, false, {}});
    for (const Record &child : file.children)
        m_body.rows.push_back({child, child, false, false, {}});
    emit rowsChanged();
    emit stateChanged();
}

} // namespace yizhan
