// SPDX-License-Identifier: GPL-3.0-or-later
// due, check, fields: questions that need no store.
#include "app/cli/CliErrors.h"
#include "app/cli/CommandLine.h"
#include "records/CodeList.h"
#include "records/Deadline.h"
#include "records/Identifier.h"
#include "records/WorkCalendar.h"

#include <QCoreApplication>

namespace yizhan {

namespace {

Error badValue(const QString &value, const char *what, const QString &expected)
{
    return Error{ErrorKind::Usage, cliErrors::badValue, {value, QString::fromLatin1(what), expected}};
}

Result<Day> dayOf(const QString &text, const char *option)
{
    if (const auto day = Day::fromIso(text))
        return *day;
    return badValue(text, option, QStringLiteral("YYYY-MM-DD"));
}

// A day, or an instant such as 2026-11-23T16:00.
Result<Moment> momentOf(const QString &text, const char *option)
{
    if (text.size() <= 10) {
        auto day = dayOf(text, option);
        if (!day)
            return day.error();
        return Moment::on(*day);
    }
    if (const auto instant = Instant::fromIso(text))
        return Moment::atInstant(*instant);
    return badValue(text, option, QStringLiteral("YYYY-MM-DD, YYYY-MM-DDTHH:MM"));
}

Result<Pause> pauseOf(QString text)
{
    const QString expected = QStringLiteral("A..B, REASON:A..B");
    Pause pause;
    const qsizetype colon = text.indexOf(u':');
    if (colon > 0 && text[0].isLetter()) {
        pause.reason = text.left(colon);
        text = text.mid(colon + 1);
    }
    const qsizetype dots = text.indexOf(QStringLiteral(".."));
    if (dots < 0)
        return badValue(text, "--pause", expected);
    auto from = momentOf(text.left(dots), "--pause");
    if (!from)
        return from.error();
    pause.from = *from;
    if (const QString end = text.mid(dots + 2); !end.isEmpty()) {
        auto to = momentOf(end, "--pause");
        if (!to)
            return to.error();
        pause.to = *to;
    }
    return pause;
}

Result<Extension> extensionOf(const QString &text)
{
    Extension extension;
    bool isNumber = false;
    const int amount = text.toInt(&isNumber);
    if (isNumber && amount > 0) {
        extension.amount = amount;
        return extension;
    }
    auto day = dayOf(text, "--extend");
    if (!day)
        return day.error();
    extension.newDate = *day;
    return extension;
}

Result<Moment> startOf(CommandLine &line)
{
    if (!line.has("from"))
        return Error{ErrorKind::Usage, cliErrors::missingArgument, {QStringLiteral("--from")}};
    const QString from = line.option("from");
    if (!line.has("at"))
        return momentOf(from, "--from");
    auto day = dayOf(from.left(10), "--from");
    if (!day)
        return day.error();
    const QStringList parts = line.option("at").split(u':');
    bool hourGood = false;
    bool minuteGood = false;
    const int hour = parts.value(0).toInt(&hourGood);
    const int minute = parts.value(1).toInt(&minuteGood);
    if (parts.size() != 2 || !hourGood || !minuteGood || hour < 0 || minute < 0 || minute > 59 || hour * 60 + minute > 1440)
        return badValue(line.option("at"), "--at", QStringLiteral("HH:MM"));
    return Moment::atInstant(Instant::fromLocal(*day, hour * 60 + minute));
}

Result<DueDate> computeAsked(CommandLine &line, const RuleBook &rules, const ClockFacts &facts, Day today)
{
    if (line.has("rule")) {
        const DeadlineRule *rule = rules.deadlines().find(line.option("rule"));
        if (!rule) {
            QStringList known;
            for (const DeadlineRule &each : rules.deadlines().all())
                known += each.id;
            return badValue(line.option("rule"), "--rule", known.join(QStringLiteral(", ")));
        }
        return computeDue(*rule, facts, rules.calendar(), today);
    }
    const auto mode = periodModeFromName(line.option("mode"));
    if (!mode)
        return badValue(line.option("mode"), "--mode",
                        QStringLiteral("CAL_ROLL, CAL_STRICT, WORK, MONTH_ROLL, MONTH_STRICT, WEEK, HOUR, HOUR_OFFICE"));
    if (!line.has("amount"))
        return Error{ErrorKind::Usage, cliErrors::missingArgument, {QStringLiteral("--amount")}};
    auto amount = line.number("amount", 0, 0, largestAmount);
    if (!amount)
        return amount.error();
    qint64 total = *amount;
    for (const Extension &extension : facts.extensions)
        total += extension.amount;
    return addPeriod(*mode, facts.start, static_cast<int>(std::min<qint64>(total, largestAmount + 1LL)), facts.pauses,
                     rules.calendar(), today);
}

QString iso(const std::optional<Day> &day) { return day ? day->toIso() : QString(); }

// `rule`: by which it was computed; null = only a mode was given.
void printDue(Console &console, const DueDate &due, const DeadlineRule *rule)
{
    const auto words = [](const char *text) { return QCoreApplication::translate("Cli", text); };
    const QString yes = words(QT_TRANSLATE_NOOP("Cli", "yes"));
    const QString no = words(QT_TRANSLATE_NOOP("Cli", "no"));
    if (console.format == Format::Json) {
        QJsonObject object{{QStringLiteral("provisional"), due.provisional}, {QStringLiteral("paused"), due.paused}};
        object.insert(QStringLiteral("due"), due.hours && due.dueAt ? QJsonValue(due.dueAt->toIso())
                                             : due.dueOn            ? QJsonValue(due.dueOn->toIso())
                                                                    : QJsonValue());
        object.insert(QStringLiteral("due_on"), due.dueOn ? QJsonValue(due.dueOn->toIso()) : QJsonValue());
        object.insert(QStringLiteral("due_at"), due.dueAt ? QJsonValue(due.dueAt->toIso()) : QJsonValue());
        object.insert(QStringLiteral("raw_last_day"), due.unrolledOn ? QJsonValue(due.unrolledOn->toIso()) : QJsonValue());
        object.insert(QStringLiteral("statutory"), due.statutoryOn ? QJsonValue(due.statutoryOn->toIso()) : QJsonValue());
        object.insert(QStringLiteral("limited"), due.limited);
        if (rule)
            object.insert(QStringLiteral("basis"), rule->basis);
        if (due.paused) {
            object.insert(QStringLiteral("used"), due.used);
            object.insert(QStringLiteral("left"), due.left);
            object.insert(QStringLiteral("projected"), due.projectedOn ? QJsonValue(due.projectedOn->toIso()) : QJsonValue());
        }
        console.printObject(object);
        return;
    }
    QList<QStringList> rows;
    rows += {words(QT_TRANSLATE_NOOP("Cli", "Due")), due.hours && due.dueAt ? due.dueAt->toIso() : iso(due.dueOn)};
    if (due.unrolledOn)
        rows += {words(QT_TRANSLATE_NOOP("Cli", "Last day before it moved")), iso(due.unrolledOn)};
    if (due.statutoryOn)
        rows += {words(QT_TRANSLATE_NOOP("Cli", "Date of the law")), iso(due.statutoryOn)};
    rows += {words(QT_TRANSLATE_NOOP("Cli", "Provisional")), due.provisional ? yes : no};
    if (due.limited)
        rows += {words(QT_TRANSLATE_NOOP("Cli", "Outer limit came first")), yes};
    if (due.paused) {
        rows += {words(QT_TRANSLATE_NOOP("Cli", "Paused: used")), QString::number(due.used)};
        rows += {words(QT_TRANSLATE_NOOP("Cli", "Paused: left")), QString::number(due.left)};
        rows += {words(QT_TRANSLATE_NOOP("Cli", "If the pause ended today")), iso(due.projectedOn)};
    }
    if (rule)
        rows += {words(QT_TRANSLATE_NOOP("Cli", "Basis")), rule->basis};
    console.printTable({QStringLiteral("what"), QStringLiteral("value")},
                       {words(QT_TRANSLATE_NOOP("Cli", "What")), words(QT_TRANSLATE_NOOP("Cli", "Value"))}, rows);
}

} // namespace

Result<Exit> runDue(CommandLine &line)
{
    if (line.has("rule") == line.has("mode"))
        return Error{ErrorKind::Usage, cliErrors::missingArgument, {QStringLiteral("--rule / --mode")}};
    auto rules = line.rules();
    if (!rules)
        return rules.error();
    auto start = startOf(line);
    if (!start)
        return start.error();
    ClockFacts facts;
    facts.start = *start;
    for (const QString &text : line.options("pause")) {
        auto pause = pauseOf(text);
        if (!pause)
            return pause.error();
        facts.pauses.push_back(*pause);
    }
    for (const QString &text : line.options("extend")) {
        auto extension = extensionOf(text);
        if (!extension)
            return extension.error();
        facts.extensions.push_back(*extension);
    }
    if (line.has("limit-from")) {
        auto limit = momentOf(line.option("limit-from"), "--limit-from");
        if (!limit)
            return limit.error();
        facts.limitStart = *limit;
    }
    Day today = SystemClock().today();
    if (line.has("today")) {
        auto given = dayOf(line.option("today"), "--today");
        if (!given)
            return given.error();
        today = *given;
    }
    auto due = computeAsked(line, **rules, facts, today);
    if (!due)
        return due.error();
    printDue(line.console(), *due, line.has("rule") ? (*rules)->deadlines().find(line.option("rule")) : nullptr);
    return Exit::Done;
}

Result<Exit> runCheck(CommandLine &line)
{
    auto what = line.word(0, "id-number|uscc|phone");
    auto value = line.word(1, QT_TRANSLATE_NOOP("Cli", "VALUE"));
    if (!what)
        return what.error();
    if (!value)
        return value.error();
    if (*value == QLatin1String("-"))
        value = line.console().readLine().value_or(QString());
    Day today = SystemClock().today();
    if (line.has("today")) {
        auto given = dayOf(line.option("today"), "--today");
        if (!given)
            return given.error();
        today = *given;
    }
    QJsonObject answer{{QStringLiteral("valid"), true}};
    QStringList shown;
    if (*what == QLatin1String("id-number")) {
        auto facts = checkResidentNumber(*value, today);
        if (!facts)
            return facts.error();
        answer.insert(QStringLiteral("normalized"), facts->normalised);
        answer.insert(QStringLiteral("birth_date"), iso(facts->birthDate));
        answer.insert(QStringLiteral("gender"), facts->gender);
        answer.insert(QStringLiteral("region6"), facts->region6);
        shown = {facts->normalised, iso(facts->birthDate), facts->gender, facts->region6};
    } else if (*what == QLatin1String("uscc")) {
        auto code = checkCreditCode(*value);
        if (!code)
            return code.error();
        answer.insert(QStringLiteral("normalized"), *code);
        shown = {*code};
    } else if (*what == QLatin1String("phone")) {
        auto phone = checkPhone(*value);
        if (!phone)
            return phone.error();
        answer.insert(QStringLiteral("normalized"), phone->normalised);
        shown = {phone->normalised};
    } else {
        return badValue(*what, "check", QStringLiteral("id-number, uscc, phone"));
    }
    if (line.console().format == Format::Json)
        line.console().printObject(answer);
    else
        line.console().print(QCoreApplication::translate("Cli", "valid: %1").arg(shown.join(QStringLiteral("  "))));
    return Exit::Done;
}

} // namespace yizhan
