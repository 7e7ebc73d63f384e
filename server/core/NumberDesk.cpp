// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/NumberDesk.h"

#include "records/CodeList.h"
#include "records/NumberPlaces.h"
#include "records/OfficeDirectory.h"
#include "records/RuleBook.h"
#include "server/core/NumberCounter.h"
#include "server/core/ServerErrors.h"

namespace yizhan {
namespace {

const FieldSpec *fieldOfList(const Record &record, const QString &list)
{
    for (const FieldSpec *field : record.spec().fields) {
        if (field->type == FieldType::Code && list == QLatin1String(field->codeList))
            return field;
    }
    return nullptr;
}

Error noNumber(const QString &what) { return Error(ErrorKind::Constraint, servererrors::noNumber, {what}); }

} // namespace

const NumberSeries *NumberDesk::seriesOf(const RuleBook &rules, Kind kind, std::uint16_t field)
{
    const QString &series = seriesOfField(kind, field);
    return series.isEmpty() ? nullptr : rules.numbers().find(series); // asked for each field of each row: most have none
}

// The word of the number (民, 内民 ...) from the record itself, what it hangs on, or the root of its case.
Result<QString> NumberDesk::wordFor(const NumberSeries &series, const Record &record, RowBook &rows) const
{
    if (series.wordList.isEmpty())
        return QString();
    const Result<ServerRow *> parent = rows.find(record.parent);
    const Result<ServerRow *> root = rows.find(record.root);
    if (!parent || !root)
        return parent ? root.error() : parent.error();
    const Record *places[] = {&record, *parent ? &(*parent)->record : nullptr, *root ? &(*root)->record : nullptr};
    for (const Record *place : places) {
        const FieldSpec *field = place ? fieldOfList(*place, series.wordList) : nullptr;
        if (!field)
            continue;
        return m_rules.codes()
            .attribute(series.wordList, place->value(*field).text(), QStringLiteral("number_word"))
            .toString();
    }
    return QString();
}

Result<NumberFacts> NumberDesk::factsFor(const NumberSeries &series, const Record &record, RowBook &rows) const
{
    const Result<QString> word = wordFor(series, record, rows);
    if (!word)
        return word.error();
    const OfficeEntry *office = m_rules.offices().find(record.office);
    NumberFacts facts;
    facts.day = m_now.localDay();
    facts.city = m_rules.offices().district().cityShort;
    facts.district = m_rules.offices().district().shortName;
    facts.office = office ? office->shortName : record.office;
    facts.officeId = record.office;
    facts.word = *word;
    return facts;
}

Result<std::vector<Finding>> NumberDesk::judge(const Record &after, const Record *before, RowBook &rows)
{
    std::vector<Finding> findings;
    for (const FieldSpec *field : after.spec().fields) {
        const NumberSeries *series = seriesOf(m_rules, after.kind(), field->id);
        if (!series || series->source == NumberSource::Local)
            continue;
        const QString number = after.value(*field).text();
        const QString old = before ? before->value(*field).text() : QString();
        // one that was not given yet may be now: its step was taken, a word of it was filled in, the row is not withdrawn any
        // more
        if (number != old || isProvisionalNumber(number) || waitsForNumber(after, *field, m_rules))
            m_open.insert({after.id, field->id});
        if (number == old)
            continue;
        QString reason;
        if (!old.isEmpty() && !isProvisionalNumber(old)) {
            reason = QStringLiteral("final");
        } else if (!number.isEmpty() && !isProvisionalNumber(number)) {
            const Result<QString> against = whyNot(*series, after, number, rows);
            if (!against)
                return against.error();
            reason = *against;
        }
        if (!reason.isEmpty())
            findings.push_back({field, noNumber(QLatin1String(field->name) + QLatin1String(": ") + reason), true});
    }
    return findings;
}

Result<bool> NumberDesk::isAnothers(const Record &record, const QString &number)
{
    bool taken = false;
    const Outcome read = m_session.each("SELECT record FROM number WHERE number = ?", {number}, [&](const SqlRow &row) {
        taken = taken || row.id(0) != record.id;
        return Outcome();
    });
    return read ? Result<bool>(taken) : Result<bool>(read.error());
}

// A number of a block belongs to the workstation that has the block. One that nobody was given comes from an old register and
// is entered as it is.
Result<QString> NumberDesk::whyNot(const NumberSeries &series, const Record &record, const QString &number, RowBook &rows)
{
    const Result<bool> another = isAnothers(record, number);
    if (!another)
        return another.error();
    if (*another)
        return QStringLiteral("taken");
    Result<NumberFacts> facts = factsFor(series, record, rows);
    if (!facts)
        return facts.error();
    const NumberParts parts = partsOfNumber(number);
    facts->serial = parts.serial;
    if (const auto day = Day::fromYmd(parts.year, 1, 1))
        facts->day = *day;
    const QString key = counterKey(series, *facts);
    RecordId holder;
    bool given = false;
    if (series.reset == NumberReset::Year && formatNumber(series, *facts) == number) {
        const Result<bool> leased = m_session.first(
            "SELECT device FROM lease WHERE series_key = ? AND first <= ? AND last >= ?", {key, parts.serial, parts.serial},
            [&](const SqlRow &row) { holder = row.id(0); });
        if (!leased)
            return leased.error();
        given = *leased;
    }
    if (given && holder != m_device)
        return QStringLiteral("another workstation's block");
    if (!given && series.source == NumberSource::Server) {
        const auto own = m_session.number("SELECT serial FROM number WHERE record = ? AND number = ? AND state = 1",
                                          {record.id, number});
        if (!own)
            return own.error();
        if (!*own)
            return QStringLiteral("only the server gives it");
    }
    return QString();
}

Outcome NumberDesk::settle(RowBook &rows)
{
    for (const Place &place : m_open) {
        if (Outcome settled = settleOne(place, rows); !settled)
            return settled;
    }
    m_open.clear();
    if (Outcome marked = markVoid(rows); !marked)
        return marked;
    m_marked.clear();
    return {};
}

Outcome NumberDesk::settleOne(const Place &place, RowBook &rows)
{
    const Result<ServerRow *> row = rows.find(place.record);
    if (!row)
        return row.error();
    if (!*row)
        return {}; // its creation was taken back
    const RecordSpec &spec = (*row)->record.spec();
    const FieldSpec &field = *spec.fields[static_cast<std::size_t>(spec.indexOfId(place.field))];
    const NumberSeries *series = seriesOf(m_rules, spec.kind, field.id);
    const QString number = (*row)->record.value(field).text();
    const bool waitsWithout = number.isEmpty() && waitsForNumber((*row)->record, field, m_rules);
    if (!series || (number.isEmpty() && !waitsWithout))
        return {};
    if (!number.isEmpty() && !isProvisionalNumber(number))
        return enterOwn(*series, (*row)->record, field, rows);
    if ((*row)->record.withdrawn)
        return {}; // nobody is going to carry it
    const Result<QString> given = give(**row, field, rows);
    const bool waits = !given && given.error().kind == ErrorKind::Constraint; // a word is missing: it stays provisional
    return given || waits ? Outcome() : Outcome(given.error());
}

Outcome NumberDesk::enterOwn(const NumberSeries &series, const Record &record, const FieldSpec &field, RowBook &rows)
{
    Result<NumberFacts> facts = factsFor(series, record, rows);
    if (!facts)
        return facts.error();
    const QString number = record.value(field).text();
    const NumberParts parts = partsOfNumber(number);
    facts->serial = parts.serial;
    if (const auto day = Day::fromYmd(parts.year, 1, 1))
        facts->day = *day;
    if (series.reset != NumberReset::Year || formatNumber(series, *facts) != number)
        return {}; // an old register's own style: not in our series
    const QString key = counterKey(series, *facts);
    if (Outcome moved = numbercounter::moveBehind(m_session, key, parts.serial); !moved)
        return moved;
    return enter(key, parts.serial, number, record, field.id);
}

Outcome NumberDesk::enter(const QString &key, qint64 serial, const QString &number, const Record &record, std::uint16_t field)
{
    const auto mark = m_marked.find(record.id);
    const bool isVoid = record.withdrawn; // by the very push that brings it
    return m_session.done(
        "INSERT INTO number (series_key, serial, number, record, field, state, reason, taken_at) VALUES (?, ?, "
        "?, ?, ?, ?, ?, ?) ON CONFLICT (series_key, serial) DO NOTHING",
        {key, serial, number, record.id, field, isVoid ? State::Void : State::Used,
         isVoid && mark != m_marked.end() ? mark->second : QString(), m_now});
}

Result<QString> NumberDesk::give(ServerRow &row, const FieldSpec &field, RowBook &rows)
{
    const NumberSeries *series = seriesOf(m_rules, row.record.kind(), field.id);
    if (!series || series->source == NumberSource::Local)
        return Error(ErrorKind::NotFound, servererrors::noNumber, {QLatin1String(field.name)});
    const QString standing = row.record.value(field).text();
    if (!standing.isEmpty() && !isProvisionalNumber(standing))
        return standing;
    if (standing.isEmpty() && series->provisional.isEmpty() && !waitsForNumber(row.record, field, m_rules))
        return noNumber(QLatin1String(field.name)); // the step that takes it was not taken
    Result<NumberFacts> facts = factsFor(*series, row.record, rows);
    if (!facts)
        return facts.error();
    if (!series->wordList.isEmpty() && facts->word.isEmpty())
        return noNumber(series->wordList);
    const QString key = counterKey(*series, *facts);
    const Result<bool> closed = isClosed(key);
    if (!closed)
        return closed.error();
    if (*closed)
        return noNumber(key);
    for (;;) {
        const Result<qint64> serial = nextSerial(key);
        if (!serial)
            return serial.error();
        facts->serial = *serial;
        const QString number = formatNumber(*series, *facts);
        const Result<bool> taken = isAnothers(row.record, number);
        if (!taken)
            return taken.error();
        if (*taken)
            continue; // an old register brought it along
        if (Outcome entered = enter(key, *serial, number, row.record, field.id); !entered)
            return entered.error();
        if (Outcome written = write(row, field, number, rows); !written)
            return written.error();
        return number;
    }
}

// A field that is a merge group of its own gets a new version; in a group with others only the row does, so that what a
// workstation changes in that group meanwhile does not become a conflict with a number.
Outcome NumberDesk::write(ServerRow &row, const FieldSpec &field, const QString &number, RowBook &rows)
{
    const Version version = rows.change(row);
    const QString provisional = row.record.value(field).text();
    row.record.setValue(field, Value(number));
    if (field.group == 0)
        row.versions.setVersion(groupKeyOf(field), version);
    const FieldSpec *keeper = row.record.spec().field(u"provisional_no");
    if (keeper && !provisional.isEmpty() && row.record.value(*keeper).isNull()) {
        row.record.setValue(*keeper, Value(provisional));
        row.versions.setVersion(groupKeyOf(*keeper), version);
    }
    row.record.updatedAt = std::max(row.record.updatedAt, m_now);
    return {};
}

// Numbers that came back unused go first, so that the series stays without gaps.
Result<qint64> NumberDesk::nextSerial(const QString &key)
{
    const Result<std::optional<qint64>> returned = takeReturned(key);
    if (!returned)
        return returned.error();
    if (*returned)
        return **returned;
    return numbercounter::advance(m_session, key, 1);
}

Result<std::optional<qint64>> NumberDesk::takeReturned(const QString &key)
{
    const auto serial = m_session.number(
        "SELECT serial FROM number WHERE series_key = ? AND state = 3 ORDER BY serial LIMIT 1 FOR UPDATE", {key});
    if (!serial || !*serial)
        return serial;
    if (Outcome gone = m_session.done("DELETE FROM number WHERE series_key = ? AND serial = ?", {key, **serial}); !gone)
        return gone.error();
    return serial;
}

Result<bool> NumberDesk::isClosed(const QString &key)
{
    const auto closed = m_session.number("SELECT last FROM closed_year WHERE series_key = ?", {key});
    return closed ? Result<bool>(closed->has_value()) : Result<bool>(closed.error());
}

// What stands when everything is judged decides: an operation that was judged may be taken back with its transaction.
Outcome NumberDesk::markVoid(RowBook &rows)
{
    for (const auto &[record, reason] : m_marked) {
        const Result<ServerRow *> row = rows.find(record);
        if (!row)
            return row.error();
        const bool isVoid = *row && (*row)->record.withdrawn;
        Outcome marked = m_session.done("UPDATE number SET state = ?, reason = ?, taken_at = ? WHERE record = ? AND state <> ?",
                                        {isVoid ? State::Void : State::Used, isVoid ? reason : QString(), m_now, record,
                                         isVoid ? State::Void : State::Used});
        if (!marked)
            return marked;
    }
    return {};
}

} // namespace yizhan
