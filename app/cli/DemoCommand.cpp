// SPDX-License-Identifier: GPL-3.0-or-later
// demo: a store with an invented district in it.
#include "app/cli/CliErrors.h"
#include "app/cli/CommandLine.h"
#include "app/demo/DemoDistrict.h"

#include <QCoreApplication>

namespace yizhan {

namespace {

// An existing store is opened, so that a half-made one is never mistaken for a new one; makeDemo() refuses one with cases.
Result<std::unique_ptr<Store>> storeForDemo(CommandLine &line)
{
    auto options = line.storeOptions();
    if (!options)
        return options.error();
    const QString login = line.option("user", QStringLiteral("demo"));
    auto secret = line.password(QCoreApplication::translate("Cli", "Password of %1:").arg(login));
    if (!secret)
        return secret.error();
    if (!Store::exists(options->folder)) {
        NewStore wish;
        wish.office = line.option("office", QStringLiteral("JO01"));
        wish.login = login;
        wish.name = QStringLiteral("演示用户");
        wish.password = *secret;
        auto created = Store::create(*options, wish);
        if (!created)
            return created.error();
    }
    return Store::open(*options, login, *secret);
}

} // namespace

Result<Exit> runDemo(CommandLine &line)
{
    DemoWish wish;
    auto year = line.number("year", 2025, 2024, 2100);
    auto scale = line.number("scale", wish.cases, 10, 1'000'000);
    auto seed = line.number("seed", static_cast<qint64>(wish.seed), 0, std::numeric_limits<qint64>::max());
    for (const auto *number : {&year, &scale, &seed}) {
        if (!*number)
            return number->error();
    }
    const auto until = line.has("until") ? Day::fromIso(line.option("until")) : Day::fromYmd(static_cast<int>(*year), 12, 31);
    if (!until || until->year() < 2024 || until->year() > 2100)
        return Error{ErrorKind::Usage,
                     cliErrors::badValue,
                     {line.option("until"), QStringLiteral("--until"), QStringLiteral("YYYY-MM-DD, 2024 … 2100")}};
    wish.until = *until;
    wish.cases = *scale;
    wish.seed = static_cast<std::uint64_t>(*seed);
    auto store = storeForDemo(line);
    if (!store)
        return store.error();
    const auto counts = makeDemo(**store, wish, line.console().progress(QCoreApplication::translate("Cli", "Demo district")));
    if (!counts)
        return counts.error();
    line.console().endProgress();
    if (line.console().format == Format::Json) {
        line.console().printObject({{QStringLiteral("mediation"), jsonNumber(counts->mediations)},
                                    {QStringLiteral("legal_aid"), jsonNumber(counts->legalAid)},
                                    {QStringLiteral("duty_help"), jsonNumber(counts->dutyHelp)},
                                    {QStringLiteral("notary"), jsonNumber(counts->notary)},
                                    {QStringLiteral("consultation"), jsonNumber(counts->consultations)},
                                    {QStringLiteral("rows"), jsonNumber(counts->rows)}});
    } else {
        line.console().print(QCoreApplication::translate(
                                 "Cli", "An invented district, twelve months up to %1: %2 mediations, %3 legal-aid cases, %4 "
                                        "duty-lawyer entries, %5 notary matters, %6 consultations; %7 rows in all.")
                                 .arg(wish.until.toIso())
                                 .arg(counts->mediations)
                                 .arg(counts->legalAid)
                                 .arg(counts->dutyHelp)
                                 .arg(counts->notary)
                                 .arg(counts->consultations)
                                 .arg(counts->rows));
    }
    return Exit::Done;
}

} // namespace yizhan
