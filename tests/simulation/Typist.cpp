// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Typist.h"

#include "records/CodeList.h"
#include "records/Codec.h"
#include "records/FieldVersions.h"
#include "records/kinds/Common.h"
#include "records/kinds/Conflict.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"

#include <algorithm>
#include <set>

namespace yizhan::simulation {
namespace {

constexpr Kind dockets[] = {Kind::Mediation, Kind::Consultation, Kind::LegalAid, Kind::Notary};
// What people add to a case; the rest comes by steps, from the program or from the server.
constexpr Kind additions[] = {Kind::Party, Kind::Note,     Kind::Session,    Kind::Party,     Kind::Note,
                              Kind::Task,  Kind::FollowUp, Kind::NotaryItem, Kind::Agreement, Kind::WorkLog};

bool isText(const FieldSpec &field) { return field.type == FieldType::Text || field.type == FieldType::LongText; }

// Fields that a person may type freely; what is checked by its form (telephones, identity numbers) is left out.
bool isTypable(const FieldSpec &field)
{
    const bool plain = field.check == Check::None || field.check == Check::NotFuture;
    const bool longEnough = !isText(field) || field.maxLength == 0 || field.maxLength >= 30;
    return plain && longEnough && !field.derived && !field.byTransition && field.type != FieldType::Ref
           && field.type != FieldType::Blob && field.id != common::restricted.id;
}

std::vector<const FieldSpec *> typableFields(const RecordSpec &spec)
{
    std::vector<const FieldSpec *> fields;
    for (const FieldSpec *field : spec.fields) {
        if (!isTypable(*field))
            continue;
        // texts and amounts more often: their values tell whose they are
        const int weight = isText(*field) || field->type == FieldType::Money ? 4 : 1;
        fields.insert(fields.end(), static_cast<std::size_t>(weight), field);
    }
    return fields;
}

bool hangsOn(const RecordSpec &spec, Kind parent)
{
    return std::find(spec.parents.begin(), spec.parents.end(), parent) != spec.parents.end();
}

// What a later release brings is for people, too (tests/support/Releases.h).
bool isOfLaterRelease(const RecordSpec &spec) { return spec.since > schemaVersion; }

bool isPeoplesOwn(Kind kind)
{
    const auto is = [kind](Kind other) { return kind == other; };
    return std::any_of(std::begin(dockets), std::end(dockets), is)
           || std::any_of(std::begin(additions), std::end(additions), is) || isOfLaterRelease(*specOf(kind));
}

// As the settlement screen asks: whether this release knows all that the late value names.
bool isReadable(const Record &row, const RecordSpec &spec)
{
    const std::int64_t group = row.get(conflict::mergeGroup).value_or(0);
    const QByteArray late = row.get(conflict::late);
    const auto values = decodeSome(late, spec);
    return group == withdrawnGroup || group == officeGroup || (values && encodeSome(*values, spec) == late);
}

std::vector<Kind> withLater(std::span<const Kind> known, bool roots)
{
    std::vector<Kind> kinds(known.begin(), known.end());
    for (const RecordSpec *spec : allSpecs()) {
        if (isOfLaterRelease(*spec) && spec->isRoot() == roots)
            kinds.push_back(spec->kind);
    }
    return kinds;
}

} // namespace

void Typist::act(const Desk &desk)
{
    const Declaration::InForce here(desk.program);
    std::vector<Row> rows = desk.rows.rows();
    std::erase_if(rows, [](const Row &row) { return row.kind >= Kind::Office; });
    const int dice = m_chance.between(0, 99);
    if (dice < 20 || rows.empty())
        create(desk, rows);
    else if (dice < 26)
        transfer(desk, rows);
    else if (dice < 31)
        copy(desk, rows);
    else if (dice < 37)
        withdraw(desk, rows);
    else if (dice < 43)
        settle(desk, rows);
    else if (dice < 52)
        step(desk, rows);
    else if (dice < 65)
        setSeveral(desk, rows);
    else
        set(desk, rows, m_chance.between(1, 3));
}

// Old cases more often: there people meet.
const Typist::Row *Typist::anyRow(const std::vector<Row> &rows)
{
    std::vector<const Row *> fit;
    for (const Row &row : rows) {
        if (!row.withdrawn && isPeoplesOwn(row.kind))
            fit.push_back(&row);
    }
    return fit.empty() ? nullptr : fit[m_chance.below(m_chance.below(fit.size()) + 1)];
}

Value Typist::anyValue(const Desk &desk, const FieldSpec &field)
{
    const std::int64_t low = std::max<std::int64_t>(field.minimum, 0);
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText: return Value(m_ledger.newText(desk.workstation, m_trace.step()));
    case FieldType::Money: return Value(Money{m_ledger.newAmount()});
    case FieldType::Integer:
        return Value(low + m_chance.below(static_cast<std::size_t>(std::clamp<std::int64_t>(field.maximum - low, 1, 50))));
    case FieldType::Bool: return Value(m_chance.percent(50));
    case FieldType::Day: return Value(desk.clock.today().plus(-m_chance.between(0, 300)));
    case FieldType::Instant: return Value(Instant{desk.clock.now().ms - m_chance.between(0, 300'000) * 1000LL});
    case FieldType::Code: {
        const auto values = desk.rules.codes().values(QString::fromLatin1(field.codeList), desk.clock.today());
        return values.empty() ? Value() : Value(m_chance.any(values)->code);
    }
    case FieldType::CodeSet: {
        const auto values = desk.rules.codes().values(QString::fromLatin1(field.codeList), desk.clock.today());
        if (values.empty())
            return {};
        return Value(QStringList{m_chance.any(values)->code, m_chance.any(values)->code});
    }
    case FieldType::Ref:
    case FieldType::Blob: break;
    }
    return {};
}

Inputs Typist::anyValues(const Desk &desk, const RecordSpec &spec, int cells)
{
    auto [known, isNew] = m_typable.try_emplace(&spec);
    if (isNew)
        known->second = typableFields(spec);
    Inputs inputs;
    for (int i = 0; i < cells && !known->second.empty(); ++i) {
        const FieldSpec *field = m_chance.any(known->second);
        const bool given = std::any_of(inputs.begin(), inputs.end(), [&](const auto &input) { return input.first == field; });
        const bool cleared = !field->required && m_chance.percent(6);
        if (!given)
            inputs.emplace_back(field, cleared ? Value() : anyValue(desk, *field));
    }
    return inputs;
}

Record Typist::newRecord(const Desk &desk, const RecordSpec &spec)
{
    Record record(spec);
    record.id = RecordId::make(desk.clock.now(), m_chance.source());
    for (const FieldSpec *field : spec.fields) {
        if (field->required && !field->derived && !field->byTransition)
            record.setValue(*field, anyValue(desk, *field));
    }
    for (const auto &[field, value] : anyValues(desk, spec, 4))
        record.setValue(*field, value);
    return record;
}

void Typist::createUnder(const Desk &desk, const Row &row, Change &change)
{
    std::vector<const RecordSpec *> fit;
    for (const Kind kind : withLater(additions, false)) {
        if (hangsOn(*specOf(kind), row.kind))
            fit.push_back(specOf(kind));
    }
    if (fit.empty())
        return;
    Record child = newRecord(desk, *m_chance.any(fit));
    child.root = row.root;
    child.parent = row.id;
    change.operations.push_back(Operation::create(std::move(child)));
}

void Typist::create(const Desk &desk, const std::vector<Row> &rows)
{
    Change change;
    const Row *row = anyRow(rows);
    if (row && m_chance.percent(50)) {
        for (int i = m_chance.between(1, 3); i > 0; --i)
            createUnder(desk, *row, change);
        if (!change.operations.empty())
            save(desk, QStringLiteral("adds to"), std::move(change), {row->root});
        return;
    }
    Record root = newRecord(desk, *specOf(m_chance.any(withLater(dockets, true))));
    const Row made{root.kind(), root.id, root.id, {}, 0, 0, false};
    change.operations.push_back(Operation::create(std::move(root)));
    for (int i = m_chance.between(0, 3); i > 0; --i)
        createUnder(desk, made, change);
    save(desk, QStringLiteral("opens"), std::move(change), {made.id});
}

void Typist::set(const Desk &desk, const std::vector<Row> &rows, int cells)
{
    const Row *row = anyRow(rows);
    if (!row)
        return;
    Change change;
    change.operations.push_back(Operation::set(row->id, anyValues(desk, *specOf(row->kind), cells)));
    save(desk, QStringLiteral("edits"), std::move(change), {row->root});
}

void Typist::setSeveral(const Desk &desk, const std::vector<Row> &rows)
{
    Change change;
    std::set<RecordId> roots;
    for (int i = m_chance.between(2, 4); i > 0; --i) {
        const Row *row = anyRow(rows);
        if (!row)
            return;
        // mostly rows of one case
        if (!roots.empty() && m_chance.percent(70)) {
            std::vector<const Row *> beside;
            for (const Row &other : rows) {
                if (roots.contains(other.root) && !other.withdrawn && isPeoplesOwn(other.kind))
                    beside.push_back(&other);
            }
            if (!beside.empty())
                row = m_chance.any(beside);
        }
        roots.insert(row->root);
        if (m_chance.percent(25))
            createUnder(desk, *row, change);
        else
            change.operations.push_back(Operation::set(row->id, anyValues(desk, *specOf(row->kind), 1)));
    }
    save(desk, QStringLiteral("edits together"), std::move(change), {roots.begin(), roots.end()});
}

// The same value as somebody else's: nothing for a person to settle.
void Typist::copy(const Desk &desk, const std::vector<Row> &rows)
{
    const std::vector<Typed> &typed = m_ledger.typed();
    if (typed.empty())
        return;
    const std::size_t recent = std::min<std::size_t>(typed.size(), 200);
    const Typed source = typed[typed.size() - 1 - m_chance.below(recent)]; // a copy: saving adds to the list
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const Row &candidate) { return candidate.id == source.record; });
    if (row == rows.end() || row->withdrawn)
        return;
    const RecordSpec &spec = *specOf(row->kind);
    const int at = spec.indexOfId(source.field);
    if (at < 0 || !isTypable(*spec.fields[static_cast<std::size_t>(at)]))
        return; // typed with a newer release
    const FieldSpec &field = *spec.fields[static_cast<std::size_t>(at)];
    Change change;
    change.operations.push_back(Operation::set(row->id, {{&field, source.value}}));
    save(desk, QStringLiteral("copies into"), std::move(change), {row->root});
}

void Typist::transfer(const Desk &desk, const std::vector<Row> &rows)
{
    if (const Row *row = anyRow(rows))
        handOver(desk, row->root, m_chance.any(m_offices));
}

bool Typist::registerCase(const Desk &desk)
{
    const Declaration::InForce here(desk.program);
    Record root = newRecord(desk, *specOf(Kind::Mediation));
    for (const FieldSpec *field : findTransition(root.spec(), QStringLiteral("register"))->needs)
        root.setValue(*field, anyValue(desk, *field));
    root.set(mediation::committee, RecordId::make(desk.clock.now(), m_chance.source()));
    root.set(mediation::source, QStringLiteral("10"));
    root.set(mediation::channel, QString());
    root.set(mediation::disputeType, QStringLiteral("01"));
    root.set(mediation::placeText, m_ledger.newText(desk.workstation, m_trace.step()));
    const RecordId id = root.id;
    Change change;
    change.reason = QStringLiteral("as it came");
    change.operations.push_back(Operation::create(std::move(root)));
    for (const char *role : {"APPLICANT", "RESPONDENT"}) {
        Record side = newRecord(desk, *specOf(Kind::Party));
        side.root = id;
        side.parent = id;
        side.set(party::role, QString::fromLatin1(role));
        change.operations.push_back(Operation::create(std::move(side)));
    }
    change.operations.push_back(Operation::move(id, QStringLiteral("register"), {}));
    return save(desk, QStringLiteral("registers"), std::move(change), {id});
}

bool Typist::handOver(const Desk &desk, const RecordId &root, const QString &office)
{
    const Declaration::InForce here(desk.program);
    Change change;
    change.reason = QStringLiteral("hand-over");
    Operation operation;
    operation.act = Operation::Act::Transfer;
    operation.target = root;
    operation.office = office;
    change.operations.push_back(std::move(operation));
    return save(desk, QStringLiteral("hands over to %1").arg(office), std::move(change), {root});
}

void Typist::withdraw(const Desk &desk, const std::vector<Row> &rows)
{
    std::vector<const Row *> gone;
    for (const Row &row : rows) {
        if (row.withdrawn && isPeoplesOwn(row.kind))
            gone.push_back(&row);
    }
    Change change;
    change.reason = QStringLiteral("by mistake");
    Operation operation;
    const bool back = !gone.empty() && m_chance.percent(50);
    const Row *row = back ? m_chance.any(gone) : anyRow(rows);
    if (!row)
        return;
    operation.act = back ? Operation::Act::Restore : Operation::Act::Withdraw;
    operation.target = row->id;
    change.operations.push_back(std::move(operation));
    save(desk, back ? QStringLiteral("restores") : QStringLiteral("withdraws"), std::move(change), {row->root});
}

// Keys 1, 2 and 3 of the settlement screen.
void Typist::settle(const Desk &desk, const std::vector<Row> &rows)
{
    std::vector<const Row *> open;
    for (const Row &row : rows) {
        if (row.kind == Kind::Conflict && !row.withdrawn)
            open.push_back(&row);
    }
    if (open.empty())
        return;
    const Row &chosen = *m_chance.any(open);
    const Result<Record> record = await(desk.store.record(chosen.id));
    if (!record || !record->get(conflict::decision).isEmpty())
        return;
    const RecordId target = RecordId::fromBytes(record->get(conflict::record)).value_or(RecordId());
    const RecordSpec *spec = specOf(static_cast<Kind>(record->get(conflict::recordKind).value_or(0)));
    const int key = m_chance.between(1, 3);
    Change change;
    Inputs values;
    if (spec && key > 1) {
        if (!isReadable(*record, *spec))
            return; // written by a newer release: only what stands can be kept
        for (const auto &[field, value] :
             decodeSome(record->get(conflict::late), *spec).value_or(std::map<std::uint16_t, Value>())) {
            const int at = spec->indexOfId(field);
            if (at >= 0 && isTypable(*spec->fields[static_cast<std::size_t>(at)]))
                values.emplace_back(spec->fields[static_cast<std::size_t>(at)],
                                    key == 2 ? value : anyValue(desk, *spec->fields[static_cast<std::size_t>(at)]));
        }
        if (!values.empty())
            change.operations.push_back(Operation::set(target, values));
    }
    const QString decision = key == 1   ? QStringLiteral("STANDING")
                             : key == 2 ? QStringLiteral("LATE_VALUE")
                                        : QStringLiteral("EDITED");
    change.operations.push_back(Operation::set(chosen.id, {{&conflict::decision, Value(decision)},
                                                           {&conflict::decidedBy, Value(desk.store.session().actor.user)},
                                                           {&conflict::decidedAt, Value(desk.clock.now())}}));
    save(desk, QStringLiteral("settles (%1)").arg(decision), std::move(change), {chosen.root});
}

void Typist::step(const Desk &desk, const std::vector<Row> &rows)
{
    const Row *row = anyRow(rows);
    if (!row)
        return;
    const Result<Record> record = await(desk.store.record(row->id));
    if (!record)
        return;
    const std::vector<const Transition *> open = transitionsFrom(*record);
    if (open.empty())
        return;
    const Transition &transition = *m_chance.any(open);
    Inputs inputs;
    for (const FieldSpec *field : transition.needs) {
        if (record->value(*field).isNull())
            inputs.emplace_back(field, anyValue(desk, *field));
    }
    Change change;
    change.reason = QStringLiteral("as it came");
    change.operations.push_back(Operation::move(row->id, QString::fromLatin1(transition.name), inputs));
    save(desk, QStringLiteral("takes the step %1 of").arg(QLatin1String(transition.name)), std::move(change), {row->root});
}

std::map<RecordId, Record> Typist::shown(const Desk &desk, const std::vector<RecordId> &roots)
{
    std::map<RecordId, Record> all;
    for (const RecordId &root : roots) {
        Result<CaseFile> file = await(desk.store.caseFile(root));
        if (!file)
            continue;
        for (Record &child : file->children)
            all.emplace(child.id, std::move(child));
        all.emplace(root, std::move(file->root));
    }
    return all;
}

bool Typist::save(const Desk &desk, const QString &what, Change change, const std::vector<RecordId> &roots)
{
    std::map<RecordId, Record> before = shown(desk, roots);
    for (const Operation &operation : change.operations) {
        // a row that is brought back was not typed by who brings it back
        if (operation.act != Operation::Act::Restore)
            continue;
        if (Result<Record> hidden = await(desk.store.record(operation.target)))
            before.emplace(operation.target, std::move(*hidden));
    }
    const Result<ChangeSet> written = await(desk.store.submit(std::move(change)));
    const QString line = QStringLiteral("w%1 %2 %3").arg(desk.workstation).arg(what, m_trace.nameOf(roots.front()));
    if (!written) {
        ++m_refusals;
        m_trace.note(line + QStringLiteral(": ") + QLatin1String(written.error().text->code), roots);
        if (written.error().kind == ErrorKind::Usage
            && QLatin1String(written.error().text->code).startsWith(QLatin1String("SQ-")))
            m_trace.broken(QStringLiteral("I0"),
                           line + QStringLiteral(": ") + written.error().toLog()); // nobody's fault but ours
        if (written.error().kind == ErrorKind::Io || written.error().kind == ErrorKind::Corrupt)
            m_unsure.insert_or_assign(desk.workstation, Unsure{line, roots, before});
        return false;
    }
    enter(desk, line, roots, before);
    return true;
}

void Typist::lookAgain(const Desk &desk)
{
    const Declaration::InForce here(desk.program);
    const auto unsure = m_unsure.find(desk.workstation);
    if (unsure == m_unsure.end())
        return;
    const Unsure saving = std::move(unsure->second);
    m_unsure.erase(unsure);
    enter(desk, saving.line + QStringLiteral(" (seen after the restart)"), saving.roots, saving.before);
}

// Tells the ledger what the screen showed before and shows now.
void Typist::enter(const Desk &desk, QString line, const std::vector<RecordId> &roots, const std::map<RecordId, Record> &before)
{
    std::vector<std::pair<std::optional<Record>, Record>> rows;
    for (const auto &[id, record] : shown(desk, roots)) {
        const auto old = before.find(id);
        rows.emplace_back(old == before.end() ? std::nullopt : std::optional(old->second), record);
    }
    std::vector<RecordId> on = roots;
    const std::size_t from = m_ledger.typed().size();
    m_ledger.saved(desk.workstation, rows);
    ++m_savings;
    for (std::size_t i = from; i < m_ledger.typed().size(); ++i) {
        const Typed &typed = m_ledger.typed()[i];
        line += QStringLiteral("; %1.%2 \"%3\" for \"%4\"")
                    .arg(m_trace.nameOf(typed.record))
                    .arg(typed.field)
                    .arg(Ledger::text(typed.value), Ledger::text(typed.seen));
        on.push_back(typed.record);
    }
    m_trace.note(line, on);
}

} // namespace yizhan::simulation
