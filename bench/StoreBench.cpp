// SPDX-License-Identifier: GPL-3.0-or-later
// Writing, unlocking, locking: the store against the bare C API in the same run.
#include "bench/BareStore.h"
#include "bench/BenchData.h"
#include "bench/Groups.h"
#include "records/kinds/Mediation.h"
#include "store/StoreContext.h"
#include "store/Vault.h"

#include <QDir>

namespace yizhan {

namespace {

constexpr std::size_t casesATransaction = 300;
constexpr std::int64_t insertRows = 100'000;

QString percent(double share) { return QStringLiteral("%1 %").arg(share * 100, 0, 'f', 0); }

Outcome benchInsert(BenchTable &table, const BenchWish &wish, const std::shared_ptr<const RuleBook> &rules)
{
    BenchData data(rules, 11);
    std::vector<CaseFile> cases;
    std::int64_t rows = 0;
    SeededRandom random(12);
    Instant now = SystemClock().now();
    while (rows < insertRows) {
        cases.push_back(asTyped(data.next(), now, random));
        ++now.ms;
        rows += 1 + static_cast<std::int64_t>(cases.back().children.size());
    }
    auto bare = bareInsert(wish.folder + QStringLiteral("/bare.db"), cases, casesATransaction);
    if (!bare)
        return bare.error();

    const QString folder = wish.folder + QStringLiteral("/insert");
    QDir(folder).removeRecursively();
    auto store = openBenchStore(folder, rules);
    if (!store)
        return store.error();
    Outcome outcome;
    const double ms = milliseconds([&] {
        Change change;
        std::size_t inChange = 0;
        for (std::size_t i = 0; i < cases.size() && outcome; ++i) {
            change.operations.push_back(Operation::create(cases[i].root));
            for (const Record &child : cases[i].children)
                change.operations.push_back(Operation::create(child));
            if (++inChange == casesATransaction || i + 1 == cases.size()) {
                const auto written = await((*store)->submit(std::move(change)));
                if (!written)
                    outcome = written.error();
                change = {};
                inChange = 0;
            }
        }
    });
    if (!outcome)
        return outcome;
    const double ours = static_cast<double>(rows) / (ms / 1000);
    const double theirs = static_cast<double>(bare->rows) / bare->seconds;
    table.add({{},
               QStringLiteral("insert through the store, rows a second"),
               countText(insertRows) + QStringLiteral(" rows"),
               QString::number(ours, 'f', 0),
               QStringLiteral(">= 35 %"),
               percent(ours / theirs),
               ours >= 0.35 * theirs});
    table.add({{},
               QStringLiteral("insert by the bare C API, rows a second"),
               countText(insertRows) + QStringLiteral(" rows"),
               QString::number(theirs, 'f', 0),
               {},
               {},
               {}});
    store->reset();
    QDir(folder).removeRecursively();
    return {};
}

Outcome benchSave(BenchTable &table, const QString &folder, std::int64_t cases, const std::shared_ptr<const RuleBook> &rules)
{
    auto store = benchStoreWith(folder, cases, rules);
    if (!store)
        return store.error();
    Query query;
    query.spec = specOf(Kind::Mediation);
    const auto order = await((*store)->order(query));
    if (!order)
        return order.error();
    SystemRandom random;
    std::vector<std::int64_t> picked;
    for (int i = 0; i < 300; ++i)
        picked.push_back((*order)[random.below(static_cast<std::uint32_t>(order->size()))]);
    const auto rows = await((*store)->rowsAt(Kind::Mediation, picked));
    if (!rows)
        return rows.error();
    Sample saves;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        Change change;
        change.operations.push_back(
            Operation::set((*rows)[i].id, {{&mediation::facts, Value(QStringLiteral("补充事实第%1条").arg(i))}}));
        Outcome outcome;
        saves.add(milliseconds([&] {
            if (const auto written = await((*store)->submit(std::move(change))); !written)
                outcome = written.error();
        }));
        if (!outcome)
            return outcome;
    }
    const double lock = milliseconds([&] { store->reset(); });
    const auto vault = Vault::read(StorePaths{folder}.vault());
    if (!vault)
        return vault.error();
    const auto keys = vault->unlock(benchLogin, benchPassword);
    if (!keys)
        return keys.error();
    const SecureBytes key = deriveKey(keys->data, KeyPurpose::Database);
    const auto bare = bareSaves(StorePaths{folder}.database(), QByteArray(key.view().data(), key.view().size()), picked);
    if (!bare)
        return bare.error();
    Sample bareSample;
    for (const double ms : *bare)
        bareSample.add(ms);
    const QString on = countText(cases) + QStringLiteral(" cases");
    const double ratio = saves.percentile(95) / bareSample.percentile(95);
    table.addMs(QStringLiteral("one save, durable, p95"), on, saves.percentile(95), 10);
    table.add({{},
               QStringLiteral("one save against the same statements, p95"),
               on,
               QStringLiteral("%1 ms").arg(bareSample.percentile(95), 0, 'f', 2),
               QStringLiteral("<= 2 x"),
               QStringLiteral("%1 x").arg(ratio, 0, 'f', 2),
               ratio <= 2});
    table.addMs(QStringLiteral("lock: connections closed, keys wiped"), on, lock, 300);
    return {};
}

Outcome benchUnlock(BenchTable &table, const QString &folder, std::int64_t cases, const std::shared_ptr<const RuleBook> &rules)
{
    const QString on = countText(cases) + QStringLiteral(" cases");
    Result<std::unique_ptr<Store>> store = std::unique_ptr<Store>();
    const double unlock = milliseconds([&] { store = openBenchStore(folder, rules); });
    if (!store)
        return store.error();
    Query query;
    query.spec = specOf(Kind::Mediation);
    Outcome outcome;
    const double first = milliseconds([&] {
        if (const auto rows = await((*store)->firstRows(query)); !rows)
            outcome = rows.error();
    });
    if (!outcome)
        return outcome;
    table.addMs(QStringLiteral("unlock, with key derivation"), on, unlock, 1500);
    table.addMs(QStringLiteral("first rows of the docket after it"), on, first, 50);
    const auto stats = await((*store)->stats());
    if (!stats)
        return stats.error();
    table.add({{},
               QStringLiteral("size of the store file"),
               on,
               QStringLiteral("%1 MB").arg(stats->databaseBytes / 1'000'000),
               {},
               {},
               {}});
    return {};
}

} // namespace

Outcome benchStore(BenchTable &table, const BenchWish &wish)
{
    auto rules = RuleBook::load();
    if (!rules)
        return rules.error();
    QDir().mkpath(wish.folder);
    if (auto outcome = benchInsert(table, wish, *rules); !outcome)
        return outcome;
    for (const std::int64_t cases : {wish.smallCases, wish.largeCases}) {
        const QString folder = wish.folder + QStringLiteral("/cases-%1").arg(cases);
        if (auto outcome = benchSave(table, folder, cases, *rules); !outcome)
            return outcome;
        if (auto outcome = benchUnlock(table, folder, cases, *rules); !outcome)
            return outcome;
    }
    return {};
}

} // namespace yizhan
