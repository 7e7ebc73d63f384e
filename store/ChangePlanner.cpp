// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ChangePlanner.h"

#include "records/Clocks.h"
#include "records/OfficeDirectory.h"
#include "records/Validate.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Party.h"
#include "store/Derivation.h"
#include "store/Judge.h"
#include "store/Repeats.h"
#include "store/RowMapper.h"
#include "store/StoreErrors.h"

#include <algorithm>

namespace yizhan {
namespace {

constexpr int mostDueSteps = 16;

Error nameOfField(ErrorKind kind, const ErrorText &text, const FieldSpec &field)
{
    return Error(kind, text, {QString::fromLatin1(field.name)});
}

bool isLifeCycleStart(const Transition &transition) { return *transition.from == '\0'; }

const Transition *firstStart(const RecordSpec &spec)
{
    for (const LifeCycle *lifeCycle : spec.lifeCycles) {
        for (const Transition &transition : lifeCycle->transitions) {
            if (isLifeCycleStart(transition))
                return &transition;
        }
    }
    return nullptr;
}

// Findings of records/Validate name the field; should one not, the name goes first.
Error errorOf(const Finding &finding)
{
    Error error = finding.error;
    const QString name = QString::fromLatin1(finding.field ? finding.field->name : "");
    if (!name.isEmpty() && !error.details.contains(name))
        error.details.append(name);
    return error;
}

} // namespace

ChangePlanner::ChangePlanner(Connection &connection, const StoreContext &context, NumberRegister &numbers, Change &change,
                             const Actor &actor, Instant now)
    : m_connection(connection),
      m_context(context),
      m_numbers(numbers),
      m_change(change),
      m_actor(actor),
      m_now(now),
      m_rules(context.rules()),
      m_cases(connection)
{}

Outcome ChangePlanner::run()
{
    for (Operation &operation : m_change.operations) {
        if (Outcome done = apply(operation); !done)
            return done;
    }
    for (OpenCase &file : m_cases.all()) {
        if (Outcome done = finish(file); !done)
            return done;
    }
    return {};
}

Outcome ChangePlanner::runDue(const RecordId &root)
{
    const Result<OpenCase *> file = m_cases.findCaseOf(root);
    if (!file)
        return file.error();
    return finish(**file);
}

Outcome ChangePlanner::apply(Operation &operation)
{
    const bool needsReason = operation.act == Operation::Act::Withdraw || operation.act == Operation::Act::Restore
                             || operation.act == Operation::Act::Transfer;
    if (needsReason && m_change.reason.trimmed().isEmpty())
        return Error(ErrorKind::Constraint, storeerrors::reasonMissing);
    switch (operation.act) {
    case Operation::Act::Create: return create(operation);
    case Operation::Act::Set: return set(operation);
    case Operation::Act::Withdraw: return withdraw(operation);
    case Operation::Act::Restore: return restore(operation);
    case Operation::Act::Move: return move(operation);
    case Operation::Act::Transfer: return transfer(operation);
    }
    return Error(ErrorKind::Usage, storeerrors::nothingToDo);
}

Outcome ChangePlanner::create(Operation &operation)
{
    if (operation.record.isNull())
        return Error(ErrorKind::Usage, storeerrors::nothingToDo);
    Record record = std::move(operation.record);
    const RecordSpec &spec = record.spec();
    record.localRow = 0;
    record.withdrawn = record.withdrawn && m_change.asServer;
    if (record.id.isNull())
        record.id = RecordId::make(m_now, *m_context.random);
    const bool hasSteps = !spec.lifeCycles.empty();
    for (std::size_t i = 0; i < spec.fields.size() && !m_change.asServer; ++i) {
        const FieldSpec &field = *spec.fields[i];
        if (field.derived)
            record.clear(field);
        else if (hasSteps && field.byTransition && !record.values()[i].isNull())
            return nameOfField(ErrorKind::Constraint, storeerrors::setByStepsOnly, field);
    }
    return spec.isRoot() ? createRoot(std::move(record), operation) : createChild(std::move(record), operation);
}

Outcome ChangePlanner::createRoot(Record record, const Operation &operation)
{
    if (Outcome allowed = judge::mayWrite(m_context.session, operation.act, record.spec(), Record()); !allowed)
        return allowed;
    record.root = record.id;
    record.parent = RecordId();
    if (Outcome filled = fillIn(record); !filled)
        return filled;
    const RecordId id = record.id;
    return begin(*m_cases.add(std::move(record)), id, operation.transition);
}

Outcome ChangePlanner::createChild(Record record, const Operation &operation)
{
    const RecordId hook = record.parent.isNull() ? record.root : record.parent;
    const Result<OpenCases::Place> place = m_cases.find(hook);
    if (!place)
        return place.error();
    OpenCase &file = *place->file;
    const std::span<const Kind> parents = record.spec().parents;
    const bool fits = place->record && std::find(parents.begin(), parents.end(), place->spec->kind) != parents.end();
    if (!fits)
        return Error(ErrorKind::Constraint, storeerrors::wrongPlace, {QString::fromLatin1(record.spec().name)});
    if (Outcome allowed = judge::mayWrite(m_context.session, operation.act, record.spec(),
                                          file.isNew ? Record() : file.file.root);
        !allowed)
        return allowed;
    record.parent = hook;
    record.root = file.file.root.id;
    record.office = file.file.root.office;
    if (Outcome filled = fillIn(record); !filled)
        return filled;
    const RecordId id = record.id;
    m_cases.noteRow(file, id);
    file.file.children.push_back(std::move(record));
    return begin(file, id, operation.transition);
}

// What the store knows better than the caller; a server's row keeps what it brings.
Outcome ChangePlanner::fillIn(Record &record) const
{
    const bool given = m_change.asServer;
    // what comes from the server has been accepted there once at least
    record.version = given ? std::max<std::int64_t>(record.version, 1) : 0;
    if (record.office.isEmpty())
        record.office = m_context.session.actor.office.isEmpty() ? m_context.office : m_context.session.actor.office;
    if (!given && !m_rules->offices().find(record.office))
        return Error(ErrorKind::Constraint, storeerrors::officeUnknown, {record.office.left(40)});
    if (!given || record.createdAt.ms == 0)
        record.createdAt = m_now;
    if (!given || record.createdBy.isNull())
        record.createdBy = m_actor.user;
    if (!given || record.updatedAt.ms == 0)
        record.updatedAt = record.createdAt;
    if (!given || record.updatedBy.isNull())
        record.updatedBy = record.createdBy;
    return {};
}

// A new record enters its life by the named step, or by the first one there is.
Outcome ChangePlanner::begin(OpenCase &file, const RecordId &record, const QString &name)
{
    if (m_change.asServer)
        return {};
    const RecordSpec &spec = file.file.find(record)->spec();
    const Transition *start = name.isEmpty() ? firstStart(spec) : findTransition(spec, name);
    if (!start && name.isEmpty())
        return {};
    if (!start || !isLifeCycleStart(*start))
        return Error(ErrorKind::Rejected, storeerrors::noSuchStep, {name.left(60)});
    return step(file, record, *start, {}, m_actor);
}

Outcome ChangePlanner::step(OpenCase &file, const RecordId &record, const Transition &transition, const Inputs &inputs,
                            const Actor &actor)
{
    // a failed step ends the whole change, so the case may be moved out of its place meanwhile
    Result<MovePlan> plan = planMove(std::move(file.file), record, transition, inputs, actor, m_now, *m_rules,
                                     *m_context.random);
    if (!plan)
        return plan.error();
    file.file = std::move(plan->after);
    file.step = QString::fromLatin1(transition.name);
    file.stepOn = record;
    for (const RecordId &id : plan->created) {
        Record *made = file.file.find(id);
        made->root = file.file.root.id;
        made->office = file.file.root.office;
        if (Outcome filled = fillIn(*made); !filled)
            return filled;
    }
    m_cases.noteRows(file);
    for (const NumberWish &wish : plan->numbers) {
        Record *taker = file.file.find(wish.record);
        if (!taker)
            continue;
        const Result<QString> number = m_numbers.take(wish, file.file, *taker, m_now);
        if (!number)
            return number.error();
        if (!number->isEmpty())
            m_takenNumbers.insert(taker->id.toString(), *number);
    }
    m_documents += plan->documents;
    return {};
}

Outcome ChangePlanner::judgeValues(const RecordSpec &spec, const Operation &operation) const
{
    for (const auto &[field, value] : operation.values) {
        if (!field || spec.indexOf(*field) < 0)
            return Error(ErrorKind::Constraint, storeerrors::foreignField, {QString::fromLatin1(field ? field->name : "")});
        if (field->derived || (field->byTransition && operation.act == Operation::Act::Set && !m_change.asServer))
            return nameOfField(ErrorKind::Constraint, storeerrors::setByStepsOnly, *field);
    }
    return {};
}

// Two windows, or two clerks: what was changed here after the caller looked must not be overwritten unseen.
Outcome ChangePlanner::judgeBase(const Record &record, const Operation &operation) const
{
    if (operation.basedOn == 0 || record.localRow == 0 || record.updatedAt.ms <= operation.basedOn)
        return {};
    const Result<RowState> state = readState(m_connection, record);
    if (!state)
        return state.error();
    for (const auto &[field, value] : operation.values) {
        const bool isNew = record.value(*field) != value;
        if (isNew && state->versions.changedHere(groupKeyOf(*field)).ms > operation.basedOn)
            return nameOfField(ErrorKind::Conflict, storeerrors::changedMeanwhile, *field);
    }
    return {};
}

Outcome ChangePlanner::set(const Operation &operation)
{
    const Result<OpenCases::Place> place = m_cases.find(operation.target);
    if (!place)
        return place.error();
    if (Outcome allowed = judge::mayWrite(m_context.session, operation.act, *place->spec, place->file->file.root); !allowed)
        return allowed;
    if (!place->record || place->record->withdrawn)
        return Error(ErrorKind::Rejected, storeerrors::withdrawnAlready);
    if (place->spec->appendOnly && place->record->localRow != 0)
        return Error(ErrorKind::Rejected, storeerrors::appendOnly);
    if (Outcome fine = judgeValues(*place->spec, operation); !fine)
        return fine;
    if (Outcome fine = judgeBase(*place->record, operation); !fine)
        return fine;
    for (const auto &[field, value] : operation.values)
        place->record->setValue(*field, value);
    return {};
}

Outcome ChangePlanner::move(const Operation &operation)
{
    const Result<OpenCases::Place> place = m_cases.find(operation.target);
    if (!place)
        return place.error();
    if (Outcome allowed = judge::mayWrite(m_context.session, operation.act, *place->spec, place->file->file.root); !allowed)
        return allowed;
    if (!place->record || place->record->withdrawn)
        return Error(ErrorKind::Rejected, storeerrors::withdrawnAlready);
    const Transition *transition = findTransition(*place->spec, operation.transition);
    if (!transition || isLifeCycleStart(*transition))
        return Error(ErrorKind::Rejected, storeerrors::noSuchStep, {operation.transition.left(60)});
    if (Outcome fine = judgeValues(*place->spec, operation); !fine)
        return fine;
    if (Outcome fine = judgeBase(*place->record, operation); !fine)
        return fine;
    return step(*place->file, operation.target, *transition, operation.values, m_actor);
}

Outcome ChangePlanner::withdraw(const Operation &operation)
{
    const Result<OpenCases::Place> place = m_cases.find(operation.target);
    if (!place)
        return place.error();
    OpenCase &file = *place->file;
    if (Outcome allowed = judge::mayWrite(m_context.session, operation.act, *place->spec, file.file.root); !allowed)
        return allowed;
    if (!place->record || place->record->withdrawn)
        return Error(ErrorKind::Rejected, storeerrors::withdrawnAlready);
    if (Outcome noted = m_numbers.setVoid(operation.target, true, m_change.reason, m_now); !noted)
        return noted;
    if (operation.target == file.file.root.id)
        place->record->withdrawn = true;
    else
        takeOut(file, operation.target);
    return {};
}

// The row and what hangs on it.
void ChangePlanner::takeOut(OpenCase &file, const RecordId &id)
{
    std::vector<Record> &children = file.file.children;
    std::vector<RecordId> below;
    for (const Record &child : children) {
        if (child.parent == id)
            below.push_back(child.id);
    }
    for (const RecordId &child : below)
        takeOut(file, child);
    const auto place = std::find_if(children.begin(), children.end(), [&](const Record &child) { return child.id == id; });
    place->withdrawn = true;
    if (place->localRow != 0)
        file.withdrawn.push_back(std::move(*place));
    children.erase(place);
}

Outcome ChangePlanner::restore(const Operation &operation)
{
    const Result<OpenCases::Place> place = m_cases.find(operation.target);
    if (!place)
        return place.error();
    OpenCase &file = *place->file;
    if (Outcome allowed = judge::mayWrite(m_context.session, operation.act, *place->spec, file.file.root); !allowed)
        return allowed;
    if (Outcome noted = m_numbers.setVoid(operation.target, false, {}, m_now); !noted)
        return noted;
    if (place->record) {
        place->record->withdrawn = false;
        return {};
    }
    Result<Record> row = readById(m_connection, *place->spec, operation.target);
    if (!row)
        return row.error();
    return bringBack(file, std::move(*row));
}

// The row and what was taken out together with it.
Outcome ChangePlanner::bringBack(OpenCase &file, Record row)
{
    for (const RecordSpec *spec : descendantsOf(row.spec())) {
        const QByteArray sql = selectFrom(*spec, Columns::All)
                               + " WHERE root = ? AND parent = ? AND withdrawn = 1 AND updated_at = ?";
        std::vector<Record> below;
        Outcome read = m_connection.each(sql, with(row.root, row.id, row.updatedAt),
                                         [&](const Statement &found) { below.push_back(readRow(found, *spec, Columns::All)); });
        if (!read)
            return read;
        for (Record &child : below) {
            if (Outcome done = bringBack(file, std::move(child)); !done)
                return done;
        }
    }
    file.restored.push_back(row);
    row.withdrawn = false;
    m_cases.noteRow(file, row.id);
    file.file.children.push_back(std::move(row));
    return {};
}

Outcome ChangePlanner::transfer(const Operation &operation)
{
    const Result<OpenCases::Place> place = m_cases.find(operation.target);
    if (!place)
        return place.error();
    CaseFile &file = place->file->file;
    if (Outcome allowed = judge::mayWrite(m_context.session, operation.act, *place->spec, file.root); !allowed)
        return allowed;
    if (!m_rules->offices().find(operation.office))
        return Error(ErrorKind::Constraint, storeerrors::officeUnknown, {operation.office.left(40)});
    if (file.root.office == operation.office)
        return {};
    place->file->transferred = true;
    file.root.office = operation.office;
    for (Record &child : file.children)
        child.office = operation.office;
    return {};
}

// What nobody has to decide happens as soon as it can; the limit only guards against rules that lead in a circle.
Result<bool> ChangePlanner::takeDueSteps(OpenCase &file)
{
    for (int taken = 0; taken < mostDueSteps; ++taken) {
        const auto due = dueSystemMoves(file.file, *m_rules, m_now);
        if (due.empty())
            return taken > 0;
        if (Outcome done = step(file, due.front().first, *due.front().second, {}, programActor()); !done)
            return done.error();
    }
    return true;
}

Outcome ChangePlanner::finish(OpenCase &file)
{
    for (Record &child : file.file.children) {
        if (child.kind() == Kind::Party && !m_change.asServer && !file.standing(child.id))
            party::fillFromNumber(child, *m_rules, m_now.localDay());
    }
    deriveWhole(file.file, m_context, m_now);
    if (m_change.asServer)
        return {};
    if (Outcome noted = noteRepeat(file); !noted)
        return noted;
    if (!file.file.root.withdrawn) {
        const Result<bool> taken = takeDueSteps(file);
        if (!taken)
            return taken.error();
        if (*taken)
            deriveWhole(file.file, m_context, m_now);
    }
    if (Outcome fine = judgeRow(file.file.root, file.standing(file.file.root.id)); !fine)
        return fine;
    for (const Record &child : file.file.children) {
        const Record *before = file.standing(child.id);
        if (Outcome fine = judgeRow(child, before); !fine)
            return fine;
        const bool touchesClock = child.kind() == Kind::TimerPause || child.kind() == Kind::TimerExtension;
        const bool isAsItWas = before && differenceOf(*before, child).own.empty();
        if (!touchesClock || isAsItWas)
            continue;
        if (Outcome fine = checkClockChild(file.file, child, *m_rules, m_now.localDay()); !fine)
            return fine;
    }
    return {};
}

// A suggestion: whoever knows better may clear it or name another one.
Outcome ChangePlanner::noteRepeat(OpenCase &file)
{
    Record &root = file.file.root;
    if (root.withdrawn || !repeats::concerns(root, file.standing(root.id)))
        return {};
    const Result<RecordId> earlier = repeats::earlierOf(m_connection, root);
    if (!earlier)
        return earlier.error();
    if (!earlier->isNull())
        root.set(consultation::repeatOf, *earlier);
    return {};
}

// Old rows may hold what today's rules refuse: only what the change touches is judged.
Outcome ChangePlanner::judgeRow(const Record &after, const Record *before) const
{
    RowDifference difference;
    if (before) {
        difference = differenceOf(*before, after);
        if (difference.own.empty())
            return {};
    }
    for (const Finding &finding : whatBlocks(after, *m_rules, m_now.localDay())) {
        const int position = finding.field ? after.spec().indexOf(*finding.field) : -1;
        const bool touched = !before
                             || std::find(difference.own.begin(), difference.own.end(), position) != difference.own.end();
        if (touched)
            return errorOf(finding);
    }
    return {};
}

} // namespace yizhan
