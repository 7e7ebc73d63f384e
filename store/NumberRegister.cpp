// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/NumberRegister.h"

#include "records/CodeList.h"
#include "records/NumberTable.h"
#include "records/OfficeDirectory.h"
#include "store/Schema.h"
#include "store/StoreContext.h"
#include "store/StoreErrors.h"

namespace yizhan {
namespace {

constexpr const char *usualProvisional = "P-{office_id}-{station}-{n}";

const FieldSpec *fieldOfList(const Record &record, const QString &list)
{
    if (record.isNull())
        return nullptr;
    for (const FieldSpec *field : record.spec().fields) {
        if (field->type == FieldType::Code && list == QLatin1String(field->codeList))
            return field;
    }
    return nullptr;
}

// The word of the number (民, 内民 ...) from the record itself, what it hangs on, or the root of its case.
Result<QString> wordFor(const NumberSeries &series, const CaseFile &file, const Record &record, const RuleBook &rules)
{
    if (series.wordList.isEmpty())
        return QString();
    for (const Record *place : {&record, file.find(record.parent), &file.root}) {
        const FieldSpec *field = place ? fieldOfList(*place, series.wordList) : nullptr;
        if (!field)
            continue;
        const QString word =
            rules.codes().attribute(series.wordList, place->value(*field).text(), QStringLiteral("number_word")).toString();
        if (!word.isEmpty())
            return word;
        return Error(ErrorKind::Constraint, storeerrors::wordMissing, {QString::fromLatin1(field->name)});
    }
    return Error(ErrorKind::Constraint, storeerrors::wordMissing, {series.wordList});
}

} // namespace

Result<QString> NumberRegister::take(const NumberWish &wish, const CaseFile &file, Record &record, Instant now)
{
    const std::shared_ptr<const RuleBook> rules = m_context.rules();
    const NumberSeries *series = rules->numbers().find(wish.series);
    if (!series)
        return Error(ErrorKind::NotFound, storeerrors::seriesUnknown, {wish.series});
    if (m_enrolled && series->source == NumberSource::Server && series->provisional.isEmpty())
        return QString();
    const Result<QString> word = wordFor(*series, file, record, *rules);
    if (!word)
        return word.error();
    const OfficeEntry *office = rules->offices().find(record.office);
    NumberFacts facts;
    facts.day = now.localDay();
    facts.city = rules->offices().district().cityShort;
    facts.district = rules->offices().district().shortName;
    facts.office = office ? office->shortName : record.office;
    facts.officeId = record.office;
    facts.station = m_context.station;
    facts.word = *word;
    const Result<Taken> taken = takeNext(*series, facts, record, *wish.field, now);
    if (!taken)
        return taken.error();
    record.setValue(*wish.field, Value(taken->number));
    const FieldSpec *provisionalField = record.spec().field(u"provisional_no");
    if (taken->provisional && provisionalField && record.value(*provisionalField).isNull())
        record.setValue(*provisionalField, Value(taken->number));

    Result<CachedStatement> entry = m_connection.cached("INSERT INTO number VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)");
    if (!entry)
        return entry.error();
    (*entry)->bindAll(taken->key, taken->serial, taken->number, series->id, static_cast<int>(record.kind()), record.id,
                      int{wish.field->id}, taken->provisional ? 0 : 1, now);
    if (Outcome done = (*entry)->run(); !done)
        return done.error();
    return taken->number;
}

Result<NumberRegister::Taken> NumberRegister::takeNext(const NumberSeries &series, NumberFacts facts, const Record &record,
                                                       const FieldSpec &field, Instant now)
{
    Taken taken;
    taken.key = counterKey(series, facts);
    std::optional<qint64> leased;
    if (series.source != NumberSource::Local) {
        const Result<std::optional<qint64>> found = nextLeased(taken.key, now);
        if (!found)
            return found.error();
        leased = *found;
    }
    NumberSeries pattern = series;
    taken.provisional = series.source != NumberSource::Local && !leased;
    if (taken.provisional) {
        if (pattern.provisional.isEmpty())
            pattern.provisional = QLatin1String(usualProvisional);
        pattern.width = 0;
        // all series share one run of provisional numbers: the text does not name the series
        taken.key = QStringLiteral("P/%1/%2").arg(facts.officeId).arg(facts.station);
    }
    for (;;) {
        if (leased) {
            facts.serial = *leased;
        } else {
            const Result<qint64> next = nextOf(taken.key);
            if (!next)
                return next.error();
            facts.serial = *next;
        }
        taken.serial = facts.serial;
        taken.number = taken.provisional ? formatProvisionalNumber(pattern, facts) : formatNumber(pattern, facts);
        // rows that came from elsewhere (an old register) may carry the next number already
        const Result<bool> used = isUsed(record, field, taken.number);
        if (!used)
            return used.error();
        if (!*used)
            return taken;
        if (leased) {
            const Result<std::optional<qint64>> another = nextLeased(taken.key, now);
            if (!another)
                return another.error();
            if (!*another)
                return takeNext(series, facts, record, field, now);
            leased = *another;
        }
    }
}

Result<qint64> NumberRegister::nextOf(const QString &key)
{
    Result<CachedStatement> statement = m_connection.cached(
        "INSERT INTO counter VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET last = last + 1 RETURNING last");
    if (!statement)
        return statement.error();
    const Result<bool> row = (*statement)->bind(1, key).step();
    if (!row)
        return row.error();
    const qint64 serial = (*statement)->int64(0);
    const Result<bool> end = (*statement)->step(); // the row is only written for good when the statement ends
    if (!end)
        return end.error();
    return serial;
}

Result<std::optional<qint64>> NumberRegister::nextLeased(const QString &key, Instant now)
{
    Result<CachedStatement> statement = m_connection.cached(
        "UPDATE lease SET next = next + 1 WHERE key = ?1 AND first = (SELECT first FROM lease WHERE key = ?1 AND next <= last "
        "AND expires_at > ?2 ORDER BY first LIMIT 1) RETURNING next - 1");
    if (!statement)
        return statement.error();
    const Result<bool> row = (*statement)->bindAll(key, now).step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<qint64>();
    const qint64 serial = (*statement)->int64(0);
    const Result<bool> end = (*statement)->step();
    if (!end)
        return end.error();
    return std::optional<qint64>(serial);
}

Result<bool> NumberRegister::isUsed(const Record &record, const FieldSpec &field, const QString &number)
{
    if (!isLookedUpWhole(field))
        return false;
    const TableLayout &layout = layoutOf(record.spec());
    Result<CachedStatement> statement = m_connection.cached("SELECT 1 FROM " + layout.table + " WHERE " + layout.columnOf(field)
                                                            + " = ? LIMIT 1");
    if (!statement)
        return statement.error();
    return (*statement)->bind(1, number).step();
}

Outcome NumberRegister::setVoid(const RecordId &record, bool isVoid, const QString &reason, Instant now)
{
    const QByteArray sql = isVoid
                               ? "UPDATE number SET state = 2, void_at = ?2, void_reason = ?3 WHERE record = ?1"
                               : "UPDATE number SET state = iif(number LIKE 'P-%', 0, 1), void_at = NULL, void_reason = NULL "
                                 "WHERE record = ?1";
    Result<CachedStatement> statement = m_connection.cached(sql);
    if (!statement)
        return statement.error();
    (*statement)->bind(1, record);
    if (isVoid)
        (*statement)->bind(2, now).bind(3, reason);
    return (*statement)->run();
}

} // namespace yizhan
