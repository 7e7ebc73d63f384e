// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Repeats.h"

#include "records/Identifier.h"
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "store/RowMapper.h"
#include "store/SearchIndex.h"

namespace yizhan {
namespace {

constexpr int newestLooked = 100; // a switchboard's number may stand in many

// One way of writing for each number; what is no number stays as it was typed.
QString numberOf(const Record &consultation)
{
    const QString typed = consultation.get(consultation::phone);
    const Result<PhoneFacts> facts = checkPhone(typed);
    return facts ? facts->normalised : typed.trimmed();
}

bool isEarlier(const Record &other, const Record &consultation)
{
    const std::optional<Instant> then = other.get(common::receivedAt);
    const std::optional<Instant> now = consultation.get(common::receivedAt);
    return then && now && then->ms < now->ms && then->localDay().plus(repeats::withinDays) >= now->localDay();
}

bool isSameMatter(const Record &other, const Record &consultation)
{
    return other.id != consultation.id && !other.withdrawn
           && other.get(consultation::category) == consultation.get(consultation::category)
           && numberOf(other) == numberOf(consultation);
}

} // namespace

bool repeats::concerns(const Record &consultation, const Record *before)
{
    if (consultation.kind() != Kind::Consultation || !consultation.value(consultation::repeatOf).isNull()
        || consultation.get(consultation::phone).isEmpty() || consultation.get(consultation::category).isEmpty())
        return false;
    const auto differs = [&](const FieldSpec &field) { return consultation.value(field) != before->value(field); };
    return !before || differs(consultation::phone) || differs(consultation::category) || differs(common::receivedAt);
}

Result<RecordId> repeats::earlierOf(Connection &connection, const Record &consultation)
{
    const auto rows = SearchIndex::rowsWithTail(connection, consultation.spec(), numberOf(consultation), newestLooked);
    if (!rows)
        return rows.error();
    Result<CachedStatement> statement = connection.cached(selectFrom(consultation.spec(), Columns::All) + " WHERE rowid = ?");
    if (!statement)
        return statement.error();
    RecordId nearest;
    Instant nearestAt;
    for (const std::int64_t row : *rows) {
        const Result<bool> found = (*statement)->bind(1, row).step();
        if (!found)
            return found.error();
        if (*found) {
            const Record other = readRow(**statement, consultation.spec(), Columns::All);
            if (isSameMatter(other, consultation) && isEarlier(other, consultation)
                && (nearest.isNull() || other.get(common::receivedAt)->ms > nearestAt.ms)) {
                nearest = other.id;
                nearestAt = *other.get(common::receivedAt);
            }
        }
        (*statement)->reset();
    }
    return nearest;
}

} // namespace yizhan
