// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Leases.h"

#include "base/Planted.h"
#include "records/NumberTable.h"
#include "records/RuleBook.h"
#include "server/core/Epochs.h"
#include "server/core/Meta.h"
#include "server/core/NumberCounter.h"
#include "server/core/NumberDesk.h"
#include "server/core/OfficeBook.h"
#include "server/core/ServerErrors.h"

#include <algorithm>

namespace yizhan::leases {
namespace {

constexpr int mostNumbers = 200; // of one block

Error refused(const QString &what) { return Error(ErrorKind::Constraint, servererrors::noNumber, {what}); }
Error notGranted() { return Error(ErrorKind::Forbidden, servererrors::notGranted); }

// The key names series, year and what else the series counts by; the office in it must be the one that asks.
Outcome judgeKey(const NumberSeries &series, const wire::LeaseRequest &message, Instant now)
{
    const QStringList parts = message.key.split(u'/');
    bool good = parts.size() == 2 + series.scope.size() && parts[0] == series.id && series.reset == NumberReset::Year;
    const int year = good ? parts[1].toInt(&good) : 0;
    good = good && std::abs(year - now.localDay().year()) <= 1; // the turn of a year may lie in between
    const qsizetype office = series.scope.indexOf(QLatin1String("office"));
    if (good && office >= 0)
        good = parts[2 + office] == message.office;
    return good ? Outcome() : Outcome(refused(message.key.left(60)));
}

Result<std::optional<wire::LeaseBlock>> standing(SqlSession &session, const RecordId &device, const wire::LeaseRequest &message)
{
    std::optional<wire::LeaseBlock> block;
    const Result<bool> found = session.first(
        "SELECT first, last, generation, expires_at FROM lease WHERE device = ? AND series_key = ? AND request_n = ?",
        {device, message.key, message.requestN}, [&](const SqlRow &row) {
            block.emplace();
            block->key = message.key;
            block->first = row.int64(0);
            block->last = row.int64(1);
            block->generation = row.int64(2);
            block->expiresAt = row.instant(3);
        });
    return found ? Result<std::optional<wire::LeaseBlock>>(block) : Result<std::optional<wire::LeaseBlock>>(found.error());
}

// 60 days or the end of the year that the key names, whatever comes first.
Instant expiryOf(const DistrictContext &context, const QString &key)
{
    const Instant later{context.clock.now().ms + context.options.leaseDays * 86'400'000LL};
    const auto newYear = Day::fromYmd(key.section(u'/', 1, 1).toInt() + 1, 1, 1);
    return newYear ? std::min(later, Instant::fromLocal(*newYear, 0)) : later;
}

Result<wire::LeaseBlock> makeBlock(SqlSession &session, const DistrictContext &context, const Caller &caller,
                                   const DeviceGrant &grant, const wire::LeaseRequest &message)
{
    const auto closed = session.number("SELECT last FROM closed_year WHERE series_key = ?", {message.key});
    if (!closed || *closed)
        return closed ? refused(message.key) : closed.error();
    const int count = std::clamp(message.count, 1, mostNumbers);
    const Result<qint64> last = numbercounter::advanceClear(session, message.key, count);
    if (!last)
        return last.error();
    wire::LeaseBlock block;
    block.key = message.key;
    block.last = *last;
    block.first = block.last - count + 1;
    if (planted(Plant::LeaseNotUnique) && block.first > count)
        block.first -= count / 2;
    block.generation = grant.generation;
    block.expiresAt = expiryOf(context, message.key);
    Outcome kept = session.done("INSERT INTO lease (series_key, first, last, device, request_n, generation, series, office, "
                                "expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                {block.key, block.first, block.last, caller.device, message.requestN, block.generation,
                                 message.series, message.office, block.expiresAt});
    return kept ? Result<wire::LeaseBlock>(std::move(block)) : Result<wire::LeaseBlock>(kept.error());
}

struct Gap {
    qint64 count = 0;
    qint64 first = 0;

    void add(qint64 from, qint64 to)
    {
        if (to < from)
            return;
        first = count == 0 ? from : first;
        count += to - from + 1;
    }
};

struct Stretch {
    qint64 first = 0;
    qint64 last = 0;
};

Result<std::vector<Stretch>> explainedOf(SqlSession &session, const QString &key)
{
    std::vector<Stretch> stretches;
    const auto take = [&stretches](const SqlRow &row) {
        stretches.push_back({row.int64(0), row.int64(1)});
        return Outcome();
    };
    Outcome read = session.each("SELECT serial, serial FROM number WHERE series_key = ? ORDER BY serial", {key}, take);
    if (read)
        read = session.each("SELECT first, last FROM number_jump WHERE series_key = ? ORDER BY first", {key}, take);
    if (!read)
        return read.error();
    std::sort(stretches.begin(), stretches.end(), [](const Stretch &a, const Stretch &b) { return a.first < b.first; });
    return stretches;
}

} // namespace

Result<wire::LeaseBlock> take(const DistrictContext &context, const WireRequest &request, const wire::LeaseRequest &message)
{
    const NumberSeries *series = context.rules->numbers().find(message.series);
    if (!series || series->source != NumberSource::Lease)
        return Error(ErrorKind::NotFound, servererrors::noNumber, {message.series.left(60)});
    if (Outcome good = judgeKey(*series, message, context.clock.now()); !good)
        return good.error();
    wire::LeaseBlock block;
    const Outcome done = context.database.write([&](SqlSession &session) -> Outcome {
        const Result<Caller> caller = identify(session, context, request, Needs::Person);
        if (!caller)
            return caller.error();
        const Result<GrantList> grants = GrantList::of(session, caller->device);
        if (!grants)
            return grants.error();
        const DeviceGrant *grant = grants->find(message.office);
        if (!grant || !grant->mayWrite || !caller->person.mayWriteCases())
            return notGranted();
        Result<std::optional<wire::LeaseBlock>> there = standing(session, caller->device, message);
        if (!there)
            return there.error();
        if (*there) {
            block = std::move(**there);
            return {};
        }
        Result<wire::LeaseBlock> made = makeBlock(session, context, *caller, *grant, message);
        if (!made)
            return made.error();
        block = std::move(*made);
        return {};
    });
    // Papers will carry them: a storage that is put back must not give them out again before anybody tells that it was.
    if (done) {
        if (Outcome noted = epochs::noteMark(context); !noted)
            return noted.error();
    }
    return done ? Result<wire::LeaseBlock>(std::move(block)) : Result<wire::LeaseBlock>(done.error());
}

Outcome giveBack(const DistrictContext &context, const WireRequest &request, const wire::LeaseReturn &message)
{
    if (message.last < message.first || message.last - message.first >= mostNumbers)
        return refused(message.key.left(60));
    return context.database.write([&](SqlSession &session) -> Outcome {
        const Result<Caller> caller = identify(session, context, request, Needs::GoodDevice);
        if (!caller)
            return caller.error();
        const auto own = session.number(
            "SELECT first FROM lease WHERE series_key = ? AND device = ? AND first <= ? AND last >= ? FOR UPDATE",
            {message.key, caller->device, message.first, message.last});
        if (!own)
            return own.error();
        if (!*own)
            return notGranted();
        const bool isVoid = !message.reason.isEmpty();
        for (qint64 serial = message.first; serial <= message.last; ++serial) {
            Outcome entered = session.done("INSERT INTO number (series_key, serial, number, field, state, reason, taken_at) "
                                           "VALUES (?, ?, ?, 0, ?, ?, ?) ON "
                                           "CONFLICT (series_key, serial) DO NOTHING",
                                           {message.key, serial, QString(),
                                            isVoid ? NumberDesk::State::Void : NumberDesk::State::Returned,
                                            message.reason.left(200), context.clock.now()});
            if (!entered)
                return entered;
        }
        return {};
    });
}

namespace {

Outcome giveNumber(SqlSession &session, const DistrictContext &context, const Caller &caller,
                   const wire::NumberRequest &message, wire::NumberResponse &response, std::vector<QString> &grown)
{
    const Error missing(ErrorKind::NotFound, servererrors::noSuchThing);
    const Result<GrantList> grants = GrantList::of(session, caller.device);
    const Result<Epoch> epoch = meta::epochOf(session);
    if (!grants || !epoch)
        return grants ? epoch.error() : grants.error();
    RowBook rows(session, *epoch);
    const Result<ServerRow *> peek = rows.find(message.record);
    if (!peek)
        return peek.error();
    if (!*peek)
        return missing;
    if (Outcome locked = rows.lockCases({(*peek)->record.root, message.record}); !locked)
        return locked;
    RowBook fresh(session, *epoch);
    const Result<ServerRow *> row = fresh.find(message.record);
    if (!row)
        return row.error();
    if (!*row || !grants->find((*row)->record.office))
        return missing;
    const QString office = (*row)->record.office;
    if (!grants->mayWrite(office) || !caller.person.mayWriteCases() || !caller.person.belongsTo(office))
        return notGranted();
    const RecordSpec &spec = (*row)->record.spec();
    const int at = spec.indexOfId(message.field);
    if (at < 0 || (*row)->record.withdrawn)
        return missing;
    const Result<ServerRow *> root = fresh.find((*row)->record.root);
    const Result<bool> seen = root && *root ? maySeeRestricted(caller.person, (*root)->record, fresh) : Result<bool>(true);
    if (!root || !seen)
        return root ? seen.error() : root.error();
    if (!*seen)
        return notGranted();
    NumberDesk desk(session, *context.rules, caller.device, context.clock.now());
    Result<QString> given = desk.give(**row, *spec.fields[static_cast<std::size_t>(at)], fresh);
    if (!given)
        return given.error();
    response.number = std::move(*given);
    OfficeBook offices;
    if (Outcome written = fresh.write(offices); !written)
        return written;
    grown = offices.grown();
    return offices.finish(session, caller.device, context.clock.now());
}

} // namespace

Result<wire::NumberResponse> number(const DistrictContext &context, const WireRequest &request,
                                    const wire::NumberRequest &message)
{
    wire::NumberResponse response;
    std::vector<QString> grown;
    const Outcome done = context.database.write([&](SqlSession &session) -> Outcome {
        const Result<Caller> caller = identify(session, context, request, Needs::Person);
        return caller ? giveNumber(session, context, *caller, message, response, grown) : Outcome(caller.error());
    });
    if (!done)
        return done.error();
    context.hints.tell(grown);
    return response;
}

Outcome closeYear(SqlSession &session, const QString &seriesKey, Instant now)
{
    const auto last = session.number("SELECT last FROM number_counter WHERE series_key = ? FOR UPDATE", {seriesKey});
    if (!last)
        return last.error();
    if (!*last)
        return Error(ErrorKind::NotFound, servererrors::noNumber, {seriesKey});
    const Result<std::vector<Stretch>> explained = explainedOf(session, seriesKey);
    if (!explained)
        return explained.error();
    Gap gap;
    qint64 next = 1;
    for (const Stretch &stretch : *explained) {
        gap.add(next, std::min(stretch.first - 1, **last));
        next = std::max(next, stretch.last + 1);
    }
    gap.add(next, **last);
    if (gap.count > 0)
        return Error(ErrorKind::Constraint, servererrors::numberGap,
                     {QString::number(gap.count), seriesKey, QString::number(gap.first)});
    return session.done(
        "INSERT INTO closed_year (series_key, last, closed_at) VALUES (?, ?, ?) ON CONFLICT (series_key) DO NOTHING",
        {seriesKey, **last, now});
}

} // namespace yizhan::leases
