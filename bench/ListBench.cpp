// SPDX-License-Identifier: GPL-3.0-or-later
// Lists and search at a hundred thousand and a million cases.
#include "bench/BenchData.h"
#include "bench/Groups.h"
#include "records/kinds/Common.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"

#include <QDir>

namespace yizhan {

namespace {

Query docket()
{
    Query query;
    query.spec = specOf(Kind::Mediation);
    return query;
}

// Runs a read and adds its time; the first failure ends the group.
template <class Read>
Outcome timed(Sample &sample, Read read)
{
    Outcome outcome;
    sample.add(milliseconds([&] {
        if (const auto answer = await(read()); !answer)
            outcome = answer.error();
    }));
    return outcome;
}

Outcome benchOrders(BenchTable &table, Store &store, const QString &on)
{
    struct Case {
        const char *what;
        Query query;
        double target;
    };
    Query status = docket();
    status.where = Predicate::compare(mediation::status, Predicate::Op::Equal, Value(QStringLiteral("MEDIATING")));
    Query office = docket();
    office.where = Predicate::both(
        Predicate::compare(system::office, Predicate::Op::Equal, Value(QStringLiteral("JO05"))),
        Predicate::in(mediation::disputeType, {Value(QStringLiteral("02")), Value(QStringLiteral("04"))}));
    Query name = docket();
    name.where = Predicate::search(QStringLiteral("王伟"));
    Query amount = docket();
    amount.sort = {{&mediation::amountClaimed, true}};
    Query place = docket();
    place.sort = {{&mediation::placeText, false}};
    const Case cases[] = {
        {"filter by status, results on screen", status, 100}, {"filter by office and type, results on screen", office, 100},
        {"filter by a name, results on screen", name, 100},   {"whole order of the docket, newest first", docket(), 3000},
        {"sort by an indexed amount", amount, 3000},          {"sort by a text that has no index", place, 3000},
    };
    for (const Case &each : cases) {
        Sample first;
        Sample whole;
        for (int i = 0; i < 7; ++i) {
            if (auto outcome = timed(first, [&] { return store.firstRows(each.query); }); !outcome)
                return outcome;
        }
        for (int i = 0; i < 3; ++i) {
            if (auto outcome = timed(whole, [&] { return store.order(each.query); }); !outcome)
                return outcome;
        }
        table.addMs(QString::fromLatin1(each.what), on, first.percentile(95), each.target);
        table.addMs(QStringLiteral("... and the whole order behind it"), on, whole.percentile(95), {});
    }
    return {};
}

Outcome benchScroll(BenchTable &table, Store &store, const QString &on)
{
    const auto order = await(store.order(docket()));
    if (!order)
        return order.error();
    SystemRandom random;
    Sample jumps;
    for (int i = 0; i < 200; ++i) {
        const std::size_t at = random.below(static_cast<std::uint32_t>(order->size() - 128));
        const std::vector<std::int64_t> page(order->begin() + static_cast<std::ptrdiff_t>(at),
                                             order->begin() + static_cast<std::ptrdiff_t>(at) + 128);
        if (auto outcome = timed(jumps, [&] { return store.rowsAt(Kind::Mediation, page); }); !outcome)
            return outcome;
    }
    table.addMs(QStringLiteral("scroll to any place: a page of 128 rows, p95"), on, jumps.percentile(95), 100);
    return {};
}

// The plain scan: every party row is looked at.
Outcome benchScan(Store &store, const QString &name, double &ms, std::int64_t &found)
{
    Query query;
    query.spec = specOf(Kind::Party);
    query.where = Predicate::contains(party::name, name);
    Outcome outcome;
    ms = milliseconds([&] {
        const auto count = await(store.count(query));
        if (!count)
            outcome = count.error();
        else
            found = *count;
    });
    return outcome;
}

Outcome benchSearch(BenchTable &table, Store &store, const QString &on)
{
    const std::pair<const char *, QStringList> sorts[] = {
        {"search a two-character name, first 200, p95",
         {QStringLiteral("王伟"), QStringLiteral("李娜"), QStringLiteral("单芳"), QStringLiteral("曾强"),
          QStringLiteral("解静"), QStringLiteral("张敏")}},
        {"search one character, first 200, p95", {QStringLiteral("王"), QStringLiteral("墙"), QStringLiteral("仇")}},
        {"search pinyin initials, first 200, p95",
         {QStringLiteral("zw"), QStringLiteral("lxy"), QStringLiteral("oyh"), QStringLiteral("wjg")}},
        {"search part of a case number, first 200, p95",
         {QStringLiteral("2019 12345"), QStringLiteral("（2020）京通"), QStringLiteral("第777号")}},
        {"search a phone tail, first 200, p95", {QStringLiteral("8321"), QStringLiteral("00417"), QStringLiteral("559")}},
        {"search part of the facts, first 200, p95", {QStringLiteral("院墙排水"), QStringLiteral("协商未果")}},
    };
    for (const auto &[what, texts] : sorts) {
        Sample sample;
        for (int round = 0; round < 8; ++round) {
            for (const QString &text : texts) {
                if (auto outcome = timed(sample, [&, text = text] { return store.search(text, 200); }); !outcome)
                    return outcome;
            }
        }
        table.addMs(QString::fromLatin1(what), on, sample.percentile(95), 10);
    }
    double scanMs = 0;
    std::int64_t scanned = 0;
    if (auto outcome = benchScan(store, QStringLiteral("王伟"), scanMs, scanned); !outcome)
        return outcome;
    Sample search;
    std::size_t hits = 0;
    Outcome outcome;
    search.add(milliseconds([&] {
        const auto found = await(store.search(QStringLiteral("王伟"), 10'000'000));
        if (!found)
            outcome = found.error();
        else
            hits = found->size();
    }));
    if (!outcome)
        return outcome;
    table.add({{},
               QStringLiteral("every hit of a name against a plain scan"),
               on,
               QStringLiteral("%1 ms").arg(search.percentile(50), 0, 'f', 1),
               {},
               QStringLiteral("%1 x faster").arg(scanMs / std::max(0.01, search.percentile(50)), 0, 'f', 0),
               {}});
    table.add({{},
               QStringLiteral("cases found by search / parties by the scan"),
               on,
               QStringLiteral("%1 / %2").arg(hits).arg(scanned),
               {},
               {},
               {}});
    return {};
}

} // namespace

Outcome benchLists(BenchTable &table, const BenchWish &wish)
{
    auto rules = RuleBook::load();
    if (!rules)
        return rules.error();
    for (const std::int64_t cases : {wish.smallCases, wish.largeCases}) {
        auto store = benchStoreWith(wish.folder + QStringLiteral("/cases-%1").arg(cases), cases, *rules);
        if (!store)
            return store.error();
        const QString on = countText(cases) + QStringLiteral(" cases");
        for (const auto part : {benchOrders, benchScroll, benchSearch}) {
            if (auto outcome = part(table, **store, on); !outcome)
                return outcome;
        }
        table.add({{},
                   QStringLiteral("memory of the process with the whole order"),
                   on,
                   QStringLiteral("%1 MB").arg(residentBytes() / 1'000'000),
                   QStringLiteral("<= 350 MB"),
                   {},
                   residentBytes() <= 350'000'000});
    }
    return {};
}

std::span<const BenchGroup> benchGroups()
{
    static constexpr BenchGroup groups[] = {{"store", benchStore}, {"lists", benchLists}, {"sync", benchSync}};
    return groups;
}

} // namespace yizhan
