// SPDX-License-Identifier: GPL-3.0-or-later
// add, set, move, withdraw: what writes records. Input is JSON lines, or FIELD=VALUE words for what is not personal.
#include "app/cli/CliErrors.h"
#include "app/cli/FieldInput.h"
#include "records/Codec.h"
#include "records/kinds/Common.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace yizhan {

namespace {

// "root" and "parent" may name a record by its number.
Outcome resolve(CommandLine &line, Store &store, QJsonObject &object, const char *key)
{
    const QString name = object.value(QLatin1String(key)).toString();
    if (name.isEmpty() || RecordId::fromString(name))
        return {};
    auto found = line.findRecord(store, name);
    if (!found)
        return found.error();
    object.insert(QLatin1String(key), found->id.toString());
    return {};
}

// What is entered without saying when it was received was received now, where the creating step asks for it.
void receiveNow(Record &record, const QString &name)
{
    for (const LifeCycle *cycle : record.spec().lifeCycles) {
        for (const Transition &step : cycle->transitions) {
            if (*step.from || (!name.isEmpty() && name != QLatin1String(step.name)))
                continue;
            const bool isAsked = std::find(step.needs.begin(), step.needs.end(), &common::receivedAt) != step.needs.end();
            if (isAsked && record.value(common::receivedAt).isNull())
                record.set(common::receivedAt, SystemClock().now());
            return;
        }
    }
}

// A record with the "children" of its object, as operations of one change.
Outcome collect(QJsonObject object, const RecordSpec &spec, const RuleBook &rules, const Record *parent,
                std::vector<Operation> &operations)
{
    const QJsonArray children = object.take(QStringLiteral("children")).toArray();
    const QString transition = object.take(QStringLiteral("transition")).toString();
    auto record = fromJson(object, spec, rules);
    if (!record)
        return record.error();
    SystemClock clock;
    SystemRandom random;
    if (record->id.isNull())
        record->id = RecordId::make(clock.now(), random);
    if (parent) {
        record->root = parent->root;
        record->parent = parent->id;
        record->office = parent->office;
    } else if (spec.isRoot()) {
        record->root = record->id;
    } else if (record->parent.isNull()) {
        record->parent = record->root;
    }
    receiveNow(*record, transition);
    operations.push_back(Operation::create(*record, transition));
    for (const QJsonValue &child : children) {
        QJsonObject childObject = child.toObject();
        auto kind = CommandLine::kindNamed(childObject.value(QStringLiteral("kind")).toString());
        if (!kind)
            return kind.error();
        if (auto outcome = collect(childObject, **kind, rules, &*record, operations); !outcome)
            return outcome.error();
    }
    return {};
}

void printChange(CommandLine &line, const RecordSpec &spec, const RecordId &id, const ChangeSet &changes)
{
    const QString number = changes.takenNumbers.value(id.toString());
    if (line.console().format == Format::Json) {
        QJsonObject object{{QStringLiteral("kind"), QLatin1String(spec.name)},
                           {QStringLiteral("id"), id.toString()},
                           {QStringLiteral("rows"), static_cast<qint64>(changes.rows.size())}};
        if (!number.isEmpty())
            object.insert(QStringLiteral("number"), number);
        if (!changes.documents.isEmpty())
            object.insert(QStringLiteral("documents"), QJsonArray::fromStringList(changes.documents));
        line.console().printObject(object);
        return;
    }
    line.console().print(number.isEmpty() ? id.toString() : id.toString() + QStringLiteral("  ") + number);
}

Result<Record> targetOf(CommandLine &line, Store &store)
{
    auto name = line.word(0, "ID");
    if (!name)
        return name.error();
    return line.findRecord(store, *name);
}

QString stepNames(const RecordSpec &spec)
{
    QStringList names;
    for (const LifeCycle *cycle : spec.lifeCycles) {
        for (const Transition &transition : cycle->transitions)
            names += QString::fromLatin1(transition.name);
    }
    return names.isEmpty() ? QStringLiteral("–") : names.join(QStringLiteral(", "));
}

Result<Inputs> moveInputs(CommandLine &line, const Record &target, const RuleBook &rules)
{
    auto inputs = assignedAll(target.spec(), line.words().mid(2), rules);
    if (!inputs || !line.has("file"))
        return inputs;
    const Outcome read = forEachObject(line, [&](const QJsonObject &object) -> Outcome {
        auto more = inputsOf(object, target.spec(), rules);
        if (!more)
            return more.error();
        inputs->insert(inputs->end(), more->begin(), more->end());
        return {};
    });
    if (!read)
        return read.error();
    return inputs;
}

} // namespace

Result<Exit> runAdd(CommandLine &line)
{
    auto kindName = line.word(0, "KIND");
    if (!kindName)
        return kindName.error();
    auto kind = CommandLine::kindNamed(*kindName);
    if (!kind)
        return kind.error();
    auto store = line.openStore();
    if (!store)
        return store.error();
    const std::shared_ptr<const RuleBook> rules = (*store)->rules();
    const auto write = [&](Change change) -> Outcome {
        const RecordId id = change.operations.front().record.id;
        const auto written = await((*store)->submit(std::move(change)));
        if (!written)
            return written.error();
        printChange(line, **kind, id, *written);
        return {};
    };
    if (line.words().size() > 1) {
        auto inputs = assignedAll(**kind, line.words().mid(1), *rules);
        if (!inputs)
            return inputs.error();
        Record record(**kind);
        for (const auto &[field, value] : *inputs)
            record.setValue(*field, value);
        SystemClock clock;
        SystemRandom random;
        record.id = RecordId::make(clock.now(), random);
        if ((*kind)->isRoot())
            record.root = record.id;
        receiveNow(record, {});
        Change change;
        change.operations.push_back(Operation::create(record));
        if (auto outcome = write(std::move(change)); !outcome)
            return outcome.error();
        return Exit::Done;
    }
    const Outcome all = forEachObject(line, [&](QJsonObject object) -> Outcome {
        for (const char *key : {"root", "parent"}) {
            if (auto outcome = resolve(line, **store, object, key); !outcome)
                return outcome.error();
        }
        Change change;
        if (auto outcome = collect(object, **kind, *rules, nullptr, change.operations); !outcome)
            return outcome.error();
        return write(std::move(change));
    });
    if (!all)
        return all.error();
    return Exit::Done;
}

Result<Exit> runSet(CommandLine &line)
{
    auto store = line.openStore();
    if (!store)
        return store.error();
    auto target = targetOf(line, **store);
    if (!target)
        return target.error();
    const std::shared_ptr<const RuleBook> rules = (*store)->rules();
    auto inputs = inputsFrom(line, 1, target->spec(), *rules);
    if (!inputs)
        return inputs.error();
    Change change;
    change.operations.push_back(Operation::set(target->id, *inputs));
    const auto written = await((*store)->submit(std::move(change)));
    if (!written)
        return written.error();
    printChange(line, target->spec(), target->id, *written);
    return Exit::Done;
}

Result<Exit> runMove(CommandLine &line)
{
    auto step = line.word(1, QT_TRANSLATE_NOOP("Cli", "TRANSITION"));
    if (!step)
        return step.error();
    auto store = line.openStore();
    if (!store)
        return store.error();
    auto target = targetOf(line, **store);
    if (!target)
        return target.error();
    const Transition *transition = findTransition(target->spec(), *step);
    if (!transition)
        return Error{ErrorKind::Usage, cliErrors::noTransition, {*step, stepNames(target->spec())}};
    auto inputs = moveInputs(line, *target, *(*store)->rules());
    if (!inputs)
        return inputs.error();
    const auto unmet = await((*store)->unmet(target->id, *step, *inputs));
    if (!unmet)
        return unmet.error();
    for (const Unmet &each : *unmet) {
        if (line.console().format == Format::Json)
            line.console().printObject({{QStringLiteral("unmet"), each.id}, {QStringLiteral("text"), each.text}});
        else
            line.console().printError(each.id + QStringLiteral(": ") + each.text);
    }
    if (!unmet->empty() || line.has("dry-run"))
        return unmet->empty() ? Exit::Done : Exit::Refused;
    Change change;
    change.operations.push_back(Operation::move(target->id, *step, *inputs));
    change.reason = line.option("reason");
    const auto written = await((*store)->submit(std::move(change)));
    if (!written)
        return written.error();
    printChange(line, target->spec(), target->id, *written);
    return Exit::Done;
}

Result<Exit> runWithdraw(CommandLine &line)
{
    auto store = line.openStore();
    if (!store)
        return store.error();
    auto target = targetOf(line, **store);
    if (!target)
        return target.error();
    Change change;
    change.operations.push_back(Operation::withdraw(target->id));
    change.reason = line.option("reason");
    const auto written = await((*store)->submit(std::move(change)));
    if (!written)
        return written.error();
    printChange(line, target->spec(), target->id, *written);
    return Exit::Done;
}

} // namespace yizhan
