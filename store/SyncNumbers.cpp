// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SyncNumbers.h"

#include "records/CodeList.h"
#include "records/NumberTable.h"
#include "store/StoreContext.h"
#include "store/SyncErrors.h"

#include <set>

namespace yizhan::syncnumbers {
namespace {

std::set<QString> wordsOf(const NumberSeries &series, const RuleBook &rules)
{
    if (!series.scope.contains(QStringLiteral("word")))
        return {QString()};
    std::set<QString> words;
    for (const CodeValue *value : rules.codes().values(series.wordList)) {
        const QString word = value->attributes.value(QStringLiteral("number_word")).toString();
        if (!word.isEmpty())
            words.insert(word);
    }
    return words;
}

Outcome countLeft(Connection &connection, LeaseLevelState &level, Instant now)
{
    Result<CachedStatement> statement = connection.cached(
        "SELECT coalesce(sum(iif(expires_at > ?2, last - next + 1, 0)), 0), count(*) FROM lease WHERE key = ?1");
    if (!statement)
        return statement.error();
    if (const Result<bool> row = (*statement)->bindAll(level.key, now).step(); !row)
        return row.error();
    level.left = (*statement)->int64(0);
    level.blocks = (*statement)->int64(1);
    return {};
}

} // namespace

Result<std::vector<LeaseLevelState>> levels(Connection &connection, const StoreContext &context, const QStringList &series,
                                            Instant now)
{
    const std::shared_ptr<const RuleBook> rules = context.rules();
    std::vector<LeaseLevelState> levels;
    for (const QString &id : series) {
        const NumberSeries *known = rules->numbers().find(id);
        if (!known || known->source != NumberSource::Lease)
            continue;
        for (const QString &word : wordsOf(*known, *rules)) {
            NumberFacts facts;
            facts.day = now.localDay();
            facts.officeId = context.office;
            facts.station = context.station;
            facts.word = word;
            LeaseLevelState level;
            level.series = id;
            level.key = counterKey(*known, facts);
            level.office = context.office;
            if (Outcome counted = countLeft(connection, level, now); !counted)
                return counted.error();
            levels.push_back(std::move(level));
        }
    }
    return levels;
}

Outcome addBlock(Connection &connection, const NumberBlock &block)
{
    Result<CachedStatement> standing = connection.cached(
        "SELECT first, last FROM lease WHERE key = ?1 AND first <= ?3 AND last >= ?2");
    if (!standing)
        return standing.error();
    const Result<bool> found = (*standing)->bindAll(block.key, block.first, block.last).step();
    if (!found)
        return found.error();
    if (*found) {
        const bool isSame = (*standing)->int64(0) == block.first && (*standing)->int64(1) == block.last;
        return isSame ? Outcome() : Outcome(Error(ErrorKind::Protocol, storesyncerrors::blockOverlaps, {block.key}));
    }
    Result<CachedStatement> statement = connection.cached("INSERT INTO lease VALUES (?, ?, ?, ?, ?, ?)");
    if (!statement)
        return statement.error();
    (*statement)->bindAll(block.key, block.first, block.last, block.first, block.generation, block.expiresAt);
    return (*statement)->run();
}

} // namespace yizhan::syncnumbers
