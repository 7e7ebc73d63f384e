// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Ledger.h"

#include "records/Codec.h"
#include "records/Declaration.h"
#include "records/NumberTable.h"
#include "records/RecordErrors.h"
#include "records/kinds/Conflict.h"

#include <algorithm>

namespace yizhan::simulation {
namespace {

constexpr int deepest = 400;                 // of a chain of values that replaced each other
constexpr std::int64_t firstLoneGroup = 256; // from here on a group is one field

// The number of a case may be given by the server itself, in the place of nothing or of a provisional one.
bool isGivenByServer(const FieldSpec &field, const Value &before)
{
    return field.search == SearchAs::CaseNumber && field.byTransition
           && (before.isNull() || isProvisionalNumber(before.text()));
}

// Values that need no person: what came late was combined with what stood.
bool isCombined(MergePolicy policy, const Value &part, const Value &whole)
{
    switch (policy) {
    case MergePolicy::Settle: return false;
    case MergePolicy::Maximum: return whole.number() >= part.number();
    case MergePolicy::Append: return whole.text().contains(part.text());
    case MergePolicy::Union: {
        const QStringList all = whole.codes();
        const QStringList some = part.codes();
        return std::all_of(some.begin(), some.end(), [&](const QString &code) { return all.contains(code); });
    }
    }
    return false;
}

// Of a row that was read by a program which does not know the field: nobody changed it since.
Value valueIn(const Record &row, const FieldSpec &field, const Value &otherwise)
{
    const int at = row.spec().indexOfId(field.id);
    return at < 0 ? otherwise : row.values()[static_cast<std::size_t>(at)];
}

} // namespace

QString Ledger::text(const Value &value)
{
    if (value.isNumber())
        return QStringLiteral("n") + QString::number(value.number());
    if (value.isText())
        return QStringLiteral("t") + value.text();
    return value.isNull() ? QString() : QStringLiteral("b") + QString::fromLatin1(value.bytes().toHex());
}

QString Ledger::newText(int workstation, int step)
{
    QString made = QStringLiteral("w%1s%2n%3").arg(workstation).arg(step).arg(++m_texts);
    m_made.insert(text(Value(made)));
    return made;
}

std::int64_t Ledger::newAmount()
{
    m_made.insert(text(Value(++m_amounts)));
    return m_amounts;
}

// Nobody else has typed the same, there or anywhere.
bool Ledger::isTelling(const Typed &typed) const
{
    const QString value = text(typed.value);
    return m_made.contains(value) && m_byValue.at({typed.record, typed.field, value}).size() == 1;
}

void Ledger::saved(int workstation, const std::vector<std::pair<std::optional<Record>, Record>> &rows)
{
    ++m_lastSaving;
    for (const auto &[before, after] : rows) {
        const RecordSpec &spec = after.spec();
        if (!before)
            m_madeAt.emplace(after.id, workstation);
        for (std::size_t i = 0; i < spec.fields.size(); ++i) {
            const FieldSpec &field = *spec.fields[i];
            const Value seen = before ? valueIn(*before, field, after.values()[i]) : Value();
            if (field.derived || seen == after.values()[i])
                continue;
            if (field.search == SearchAs::CaseNumber && field.byTransition)
                takeNumber(after.values()[i].text(), after.id);
            const std::size_t index = m_typed.size();
            m_typed.push_back({workstation, m_trace.step(), m_lastSaving, after.id, after.root, field.id, field.merge,
                               after.values()[i], seen, false});
            m_byValue[{after.id, field.id, text(after.values()[i])}].push_back(index);
            m_byCell[{after.id, field.id}].push_back(index);
            m_savings[m_lastSaving].push_back(index);
        }
    }
}

// What was printed on a paper cannot be taken back: it must not be on another one already, here or at any other workstation.
void Ledger::takeNumber(const QString &number, const RecordId &record)
{
    if (number.isEmpty())
        return;
    const auto [place, isNew] = m_numbers.emplace(number, record);
    if (!isNew && place->second != record)
        m_trace.broken(
            QStringLiteral("I5"),
            QStringLiteral("%1 is given to %2 and to %3").arg(number, m_trace.nameOf(place->second), m_trace.nameOf(record)),
            record);
}

const Typed *Ledger::find(const RecordId &record, std::uint16_t field, const Value &value) const
{
    const auto found = m_byValue.find({record, field, text(value)});
    return found == m_byValue.end() ? nullptr : &m_typed[found->second.back()];
}

const Typed *Ledger::findBefore(const Typed &late, const Value &value) const
{
    const auto found = m_byValue.find({late.record, late.field, text(value)});
    if (found == m_byValue.end())
        return nullptr;
    for (auto index = found->second.rbegin(); index != found->second.rend(); ++index) {
        const Typed &typed = m_typed[*index];
        if (&typed < &late && typed.workstation == late.workstation)
            return &typed;
    }
    return nullptr;
}

bool Ledger::hadSeen(const Typed &late, const Value &value) const
{
    const auto cell = m_byCell.find({late.record, late.field});
    return cell != m_byCell.end() && std::any_of(cell->second.begin(), cell->second.end(), [&](std::size_t index) {
               const Typed &typed = m_typed[index];
               return &typed < &late && typed.workstation == late.workstation && typed.seen == value;
           });
}

// Somebody typed `late` while `standing` was on the screen, or on top of what was typed on that same workstation while it was.
bool Ledger::mayReplace(const Observer::Row &before, const FieldSpec &field, const Value &standing, const Value &late) const
{
    const RecordId &record = before.record.id;
    const auto found = m_byValue.find({record, field.id, text(late)});
    if (found == m_byValue.end())
        return false;
    // Nothing stands there since the row was made; after a restore that is what its maker left there, and so their own, too.
    const auto &changed = before.versions.entries();
    const bool isFirst = standing.isNull() && std::none_of(changed.begin(), changed.end(), [&](const auto &entry) {
                             return entry.group == groupKeyOf(field) && entry.version != 0;
                         });
    const auto maker = m_madeAt.find(record);
    for (const std::size_t start : found->second) {
        const Typed *at = &m_typed[start];
        if (isFirst && maker != m_madeAt.end() && maker->second == at->workstation)
            return true;
        // their own, or what they had replaced already: whatever they saw in between a restore took away
        if (findBefore(*at, standing) || (m_wasRestored && hadSeen(*at, standing)))
            return true;
        for (int depth = 0; at && depth < deepest; ++depth) {
            if (at->seen == standing)
                return true;
            at = findBefore(*at, at->seen);
        }
    }
    return false;
}

void Ledger::noteStanding(const RecordId &record, const FieldSpec &field, const Value &value)
{
    if (m_stood.insert({record, field.id, text(value)}).second)
        m_stoodIn[{record, field.id}].push_back(value);
}

void Ledger::noteAll(const Observer::Row &row)
{
    const RecordSpec &spec = row.record.spec();
    for (std::size_t i = 0; i < spec.fields.size(); ++i) {
        const FieldSpec &field = *spec.fields[i];
        // nothing stands in it although it was written to: somebody emptied it
        const bool isWritten = row.versions.versionOf(groupKeyOf(field), row.record.version) > 1;
        if (!row.record.values()[i].isNull() || isWritten)
            noteStanding(row.record.id, field, row.record.values()[i]);
    }
}

void Ledger::checkReplaced(const Observer::Row &before, const Observer::Row &after)
{
    const RecordSpec &spec = after.record.spec();
    for (std::size_t i = 0; i < spec.fields.size(); ++i) {
        const FieldSpec &field = *spec.fields[i];
        const Value &stood = before.record.values()[i];
        const Value &stands = after.record.values()[i];
        if (field.derived || stood == stands)
            continue;
        noteStanding(after.record.id, field, stands);
        if (isGivenByServer(field, stood) || isCombined(field.merge, stood, stands))
            continue;
        // What is seen now may be the work of several who came one after the other: each part that was typed counts.
        const std::vector<std::size_t> &cell = m_byCell[{after.record.id, field.id}];
        const bool byPart = std::any_of(cell.begin(), cell.end(), [&](std::size_t index) {
            const Value &part = m_typed[index].value;
            return !part.isNull() && isCombined(field.merge, part, stands) && mayReplace(before, field, stood, part);
        });
        if (!byPart && !mayReplace(before, field, stood, stands))
            m_trace.broken(m_watchesReleases && !find(after.record.id, field.id, stands) ? QStringLiteral("I13")
                                                                                         : QStringLiteral("I3"),
                           QStringLiteral("%1.%2 of %3 was replaced unseen: \"%4\" by \"%5\"")
                               .arg(QLatin1String(spec.name), QLatin1String(field.name), m_trace.nameOf(after.record.id),
                                    text(stood), text(stands)),
                           after.record.id);
    }
}

// Nobody is asked to decide between what they typed and what they had typed at the same place before and saw there.
void Ledger::checkNotOwn(const Record &row, const Typed &late, const RecordSpec &spec)
{
    const bool isAlone = row.get(conflict::mergeGroup).value_or(0) > firstLoneGroup;
    if (!isAlone || row.get(conflict::origin) != QLatin1String("LATE") || !isTelling(late))
        return;
    const auto standing = decodeSome(row.get(conflict::standing), spec).value_or(std::map<std::uint16_t, Value>());
    const auto value = standing.find(late.field);
    const Typed *own = value == standing.end() ? nullptr : findBefore(late, value->second);
    if (own && isTelling(*own) && late.seen == own->value)
        m_trace.broken(QStringLiteral("I4"),
                       QStringLiteral("w%1 has a conflict about %2 between \"%3\" and its own \"%4\"")
                           .arg(late.workstation)
                           .arg(m_trace.nameOf(late.record), text(late.value), text(own->value)),
                       late.record);
}

// What a server does not know yet waits at the workstation; what a workstation does not know yet is not asked of it.
void Ledger::checkRelease(const Record &conflict, const RecordSpec &spec)
{
    const QStringList rule = conflict.get(conflict::refusal).split(u' ');
    const FieldSpec *field = rule.size() == 2 ? spec.field(rule[1]) : nullptr;
    const bool isOfLater = field && field->since > schemaVersion && rule[0] == QLatin1String(text::valueMissing.code);
    if (isOfLater || conflict.get(conflict::origin) == QLatin1String("UNKNOWN_FORM"))
        m_trace.broken(QStringLiteral("I13"),
                       QStringLiteral("an operation was refused for the release of its author's program: %1 %2")
                           .arg(conflict.get(conflict::origin), conflict.get(conflict::refusal)),
                       conflict.id);
}

void Ledger::takeConflict(const Record &row)
{
    const RecordId device = row.get(conflict::device).value_or(RecordId());
    const std::int64_t operation = row.get(conflict::operation).value_or(0);
    const auto [place, isNew] = m_conflictOf.emplace(std::pair(device, operation), row.id);
    if (!isNew && place->second != row.id)
        m_trace.broken(QStringLiteral("I2"), QStringLiteral("operation %1 lies in the conflict list twice").arg(operation),
                       row.id);
    const RecordId target = RecordId::fromBytes(row.get(conflict::record)).value_or(RecordId());
    const RecordSpec *spec = specOf(static_cast<Kind>(row.get(conflict::recordKind).value_or(0)));
    if (!spec || target.isNull()) {
        m_trace.broken(QStringLiteral("I4"), QStringLiteral("a conflict does not say which record it is about"), row.id);
        return;
    }
    if (m_watchesReleases)
        checkRelease(row, *spec);
    if (spec->district)
        return; // accounts are the administrator's; nobody in a simulation types them
    const Result<std::map<std::uint16_t, Value>> late = decodeSome(row.get(conflict::late), *spec);
    const std::int64_t group = row.get(conflict::mergeGroup).value_or(0);
    if (group == withdrawnGroup || group == officeGroup)
        return;
    if (!late || late->empty()) {
        m_trace.broken(QStringLiteral("I4"),
                       QStringLiteral("a conflict about %1 does not hold the late value").arg(m_trace.nameOf(target)), target);
        return;
    }
    const QByteArray beforeBytes = row.get(conflict::before);
    const auto before = beforeBytes.isEmpty() ? std::map<std::uint16_t, Value>()
                                              : decodeSome(beforeBytes, *spec).value_or(std::map<std::uint16_t, Value>());
    for (const auto &[field, value] : *late) {
        m_inConflict.insert({target, field, text(value)});
        const Typed *typed = find(target, field, value);
        const auto cell = m_byCell.find({target, field});
        if (!typed) {
            m_trace.broken(
                QStringLiteral("I4"),
                QStringLiteral("a conflict about %1 holds \"%2\", which nobody typed").arg(m_trace.nameOf(target), text(value)),
                target);
            continue;
        }
        checkNotOwn(row, *typed, *spec);
        const auto shown = before.find(field);
        if (shown == before.end() || shown->second.isNull())
            continue;
        const bool wasSeen = std::any_of(cell->second.begin(), cell->second.end(),
                                         [&](std::size_t index) { return m_typed[index].seen == shown->second; });
        if (!wasSeen)
            m_trace.broken(QStringLiteral("I4"),
                           QStringLiteral("a conflict about %1 names \"%2\" as the value before, which was on nobody's screen")
                               .arg(m_trace.nameOf(target), text(shown->second)),
                           target);
    }
}

void Ledger::serverChanged(const RecordId &id, const Observer::Row *before, const Observer::Row *after, bool anew)
{
    static_cast<void>(id);
    if (!after)
        return;
    const Record &record = after->record;
    if (record.kind() == Kind::Conflict) {
        takeConflict(record);
        noteAll(*after); // what was decided, and may be decided anew by somebody who saw it
        return;
    }
    if (record.isNull() || record.spec().district)
        return; // the administrator's
    if (before && !anew && before->record.kind() == record.kind()) {
        if (after->version < before->version)
            m_trace.broken(QStringLiteral("I3"), QStringLiteral("the version of a row went back"), record.id);
        checkReplaced(*before, *after);
        return;
    }
    noteAll(*after);
}

void Ledger::serverRestored()
{
    m_wasRestored = true;
    m_inConflict.clear();
    m_conflictOf.clear();
    m_stood.clear();
    m_stoodIn.clear();
    m_arrivals.clear();
    // What was under way when the backup was made may be there in part of its replacements: only new savings are watched.
    m_open.clear();
    m_watchFrom = m_lastSaving + 1;
    // What stood and has gone with the newer state of the server is sent again, but not by those that have no store any more.
    for (Typed &typed : m_typed)
        typed.lost = typed.lost || m_wiped.contains(typed.workstation);
}

// A saving is on the server whole or not at all, whatever became of its parts.
void Ledger::serverLooked(const Observer &observer)
{
    for (auto saving = m_savings.lower_bound(m_watchFrom); saving != m_savings.end(); ++saving)
        m_open.insert(saving->first);
    m_watchFrom = m_lastSaving + 1;
    for (auto open = m_open.begin(); open != m_open.end();) {
        std::size_t there = 0;          // for certain
        const Typed *missing = nullptr; // for certain
        const std::vector<std::size_t> &parts = m_savings.at(*open);
        for (const std::size_t index : parts) {
            if (!isTelling(m_typed[index]))
                continue;
            if (hasArrived(index, observer, Doubt::No))
                ++there;
            else if (!hasArrived(index, observer, Doubt::Yes))
                missing = &m_typed[index];
        }
        if (there == 0) {
            ++open;
            continue;
        }
        if (missing) {
            m_trace.broken(QStringLiteral("I6"),
                           QStringLiteral("saving %1 is on the server in part: not \"%2\" of %3")
                               .arg(*open)
                               .arg(text(missing->value), m_trace.nameOf(missing->record)),
                           missing->record);
            return;
        }
        std::map<RecordId, Version> &versions = m_arrivals[*open];
        for (const std::size_t index : parts) {
            const Typed &typed = m_typed[index];
            const Observer::Row *row = observer.find(typed.record);
            if (row && isTelling(typed) && !m_inConflict.contains({typed.record, typed.field, text(typed.value)}))
                versions[typed.record] = row->version;
        }
        open = m_open.erase(open);
    }
}

// It stands or stood, waits in a conflict, or the same workstation has already handed in what it typed over it.
bool Ledger::hasArrived(std::size_t index, const Observer &observer, Doubt doubt, int depth) const
{
    const Typed &typed = m_typed[index];
    if (!isTelling(typed)) // "nothing" stood there before, too
        return doubt == Doubt::Yes;
    const Key key{typed.record, typed.field, text(typed.value)};
    if (m_stood.contains(key) || m_inConflict.contains(key))
        return true;
    const Observer::Row *row = observer.find(typed.record);
    if (row && !row->record.isNull()) {
        const int at = row->record.spec().indexOfId(typed.field);
        const Value &stands = row->record.values()[static_cast<std::size_t>(at)];
        if (stands == typed.value || (!stands.isNull() && isCombined(typed.policy, typed.value, stands)))
            return true;
    }
    const auto cell = m_byCell.find({typed.record, typed.field});
    for (const std::size_t later : cell->second) {
        const Typed &over = m_typed[later];
        if (later > index && depth < deepest && over.workstation == typed.workstation && over.seen == typed.value
            && hasArrived(later, observer, doubt, depth + 1))
            return true;
    }
    return false;
}

// Seen there, or typed over by what came to stand: at the same workstation, the two may have arrived together; at another one,
// it was on a screen there, so it stood (before the server was restored, maybe).
bool Ledger::tookPlace(std::size_t index, int depth) const
{
    const Typed &typed = m_typed[index];
    const Key key{typed.record, typed.field, text(typed.value)};
    if (m_stood.contains(key))
        return true;
    const auto stood = m_stoodIn.find({typed.record, typed.field});
    if (stood != m_stoodIn.end() && !typed.value.isNull()
        && std::any_of(stood->second.begin(), stood->second.end(),
                       [&](const Value &whole) { return !whole.isNull() && isCombined(typed.policy, typed.value, whole); }))
        return true;
    if (depth >= deepest)
        return false;
    // In a conflict: that of somebody else, who typed the same before it was settled so; or its own, and what was typed over it
    // there was taken all the same, as made on what stood (I3 watches that).
    const bool isInConflict = m_inConflict.contains(key);
    const std::vector<std::size_t> &cell = m_byCell.at({typed.record, typed.field});
    return std::any_of(cell.begin(), cell.end(), [&](std::size_t later) {
        const Typed &over = m_typed[later];
        const bool hadIt = over.seen == typed.value
                           || (!over.seen.isNull() && !typed.value.isNull()
                               && isCombined(typed.policy, typed.value, over.seen));
        const bool isOwn = over.workstation == typed.workstation;
        const bool sawIt = hadIt && (!isInConflict || isOwn);
        // after a restore a workstation hands in its own once more, one after the other, whatever it saw in between
        return later > index && (sawIt || (isOwn && m_wasRestored)) && tookPlace(later, depth + 1);
    });
}

bool Ledger::isAccountedFor(std::size_t index, const Observer &observer, int depth) const
{
    const Typed &typed = m_typed[index];
    const Key key{typed.record, typed.field, text(typed.value)};
    if (typed.lost || m_inConflict.contains(key))
        return true;
    const Observer::Row *row = observer.find(typed.record);
    if (!row || row->record.isNull())
        return false;
    const auto at = static_cast<std::size_t>(row->record.spec().indexOfId(typed.field));
    const Value &stands = row->record.values()[at];
    if (stands == typed.value || (!stands.isNull() && isCombined(typed.policy, typed.value, stands)))
        return true;
    // a provisional number has done its duty when the case has its own
    if (!stands.isNull() && !typed.value.isNull() && isGivenByServer(*row->record.spec().fields[at], typed.value))
        return true;
    for (const std::size_t later : m_byCell.at({typed.record, typed.field})) {
        const Typed &over = m_typed[later];
        const Key overKey{over.record, over.field, text(over.value)};
        const bool isOwnLater = over.workstation == typed.workstation && !m_inConflict.contains(overKey) && !over.lost;
        const bool isOwn = over.workstation == typed.workstation && later > index;
        const bool sawIt = isOwn || over.seen == typed.value
                           || (!over.seen.isNull() && isCombined(typed.policy, typed.value, over.seen));
        if (later != index && depth < deepest && sawIt && (isOwnLater || tookPlace(later, 0))
            && isAccountedFor(later, observer, depth + 1))
            return true;
    }
    return false;
}

void Ledger::workstationWiped(int workstation, const std::vector<OutboxRow> &unsent)
{
    m_wiped.insert(workstation);
    for (const OutboxRow &operation : unsent) {
        const RecordSpec *spec = specOf(static_cast<Kind>(operation.kind));
        if (!spec)
            continue;
        const Result<std::map<std::uint16_t, Value>> values = decodeSome(operation.fields, *spec);
        if (!values)
            continue; // a hand-over names an office, a withdrawal nothing
        for (const auto &[field, value] : *values) {
            const auto found = m_byValue.find({operation.record, field, text(value)});
            if (found == m_byValue.end())
                continue;
            for (const std::size_t index : found->second)
                m_typed[index].lost = m_typed[index].lost || m_typed[index].workstation == workstation;
        }
    }
}

void Ledger::judgeEnd(const Observer &observer)
{
    for (std::size_t index = 0; index < m_typed.size(); ++index) {
        const Typed &typed = m_typed[index];
        if (isAccountedFor(index, observer, 0))
            continue;
        const Observer::Row *row = observer.find(typed.record);
        const bool isThere = row && !row->record.isNull();
        const int at = isThere ? row->record.spec().indexOfId(typed.field) : -1;
        const QString stands = at < 0 ? QStringLiteral("no row")
                                      : QStringLiteral("\"%1\"").arg(text(row->record.values()[static_cast<std::size_t>(at)]));
        m_trace.broken(QStringLiteral("I2"),
                       QStringLiteral("\"%1\", typed into field %2 of %3 at workstation %4 in step %5, is nowhere (there: %6)")
                           .arg(text(typed.value))
                           .arg(typed.field)
                           .arg(m_trace.nameOf(typed.record))
                           .arg(typed.workstation)
                           .arg(typed.step)
                           .arg(stands),
                       typed.record);
        return;
    }
}

} // namespace yizhan::simulation
