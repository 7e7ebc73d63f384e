// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/FieldInput.h"

#include "app/cli/CliErrors.h"
#include "base/JsonFault.h"
#include "records/Codec.h"
#include "records/Validate.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace yizhan {

namespace {
// FIELD=VALUE. What everybody on the computer can read in the list of processes must not be personal.
Result<std::pair<const FieldSpec *, Value>> assigned(const RecordSpec &spec, const QString &word, const RuleBook &rules)
{
    const qsizetype equals = word.indexOf(u'=');
    const QString name = word.left(equals);
    const FieldSpec *field = equals > 0 ? spec.field(name) : nullptr;
    if (!field || field->derived || spec.indexOf(*field) < 0)
        return Error{ErrorKind::Usage, cliErrors::unknownField, {QString::fromLatin1(spec.name), name}};
    if (field->isPersonal())
        return Error{ErrorKind::Usage, cliErrors::personalArgument, {name}};
    auto value = parseField(*field, word.mid(equals + 1), rules);
    if (!value)
        return value.error();
    return std::pair{field, *value};
}
} // namespace

Result<Inputs> assignedAll(const RecordSpec &spec, const QStringList &words, const RuleBook &rules)
{
    Inputs inputs;
    for (const QString &word : words) {
        auto one = assigned(spec, word, rules);
        if (!one)
            return one.error();
        inputs.push_back(*one);
    }
    return inputs;
}

Result<Inputs> inputsOf(const QJsonObject &object, const RecordSpec &spec, const RuleBook &rules)
{
    auto record = fromJson(object, spec, rules);
    if (!record)
        return record.error();
    Inputs inputs;
    for (const FieldSpec *field : spec.fields) {
        if (object.contains(QLatin1String(field->name)))
            inputs.emplace_back(field, record->value(*field));
    }
    return inputs;
}

Outcome forEachObject(CommandLine &line, const std::function<Outcome(const QJsonObject &)> &each)
{
    QFile file(line.option("file"));
    const bool fromFile = line.has("file") && line.option("file") != QLatin1String("-");
    if (fromFile && !file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Usage, cliErrors::unreadableFile, {file.fileName()}};
    for (int number = 1;; ++number) {
        QByteArray text;
        if (fromFile) {
            if (file.atEnd())
                return {};
            text = file.readLine();
        } else {
            const auto read = line.console().readBytes();
            if (!read)
                return {};
            text = *read;
        }
        if (text.trimmed().isEmpty())
            continue;
        QJsonParseError parse;
        const QJsonDocument document = QJsonDocument::fromJson(text, &parse);
        if (!document.isObject()) {
            const bool isJson = parse.error == QJsonParseError::NoError;
            const QString why = isJson ? QCoreApplication::translate("Json", "an object is expected") : jsonFaultText(parse);
            return Error{ErrorKind::Usage, cliErrors::badJson, {QString::number(number), why}};
        }
        if (auto outcome = each(document.object()); !outcome)
            return outcome.error();
    }
}

Result<Inputs> inputsFrom(CommandLine &line, qsizetype first, const RecordSpec &spec, const RuleBook &rules)
{
    if (line.words().size() > first)
        return assignedAll(spec, line.words().mid(first), rules);
    Inputs inputs;
    const Outcome read = forEachObject(line, [&](const QJsonObject &object) -> Outcome {
        auto more = inputsOf(object, spec, rules);
        if (!more)
            return more.error();
        inputs.insert(inputs.end(), more->begin(), more->end());
        return {};
    });
    if (!read)
        return read.error();
    return inputs;
}

} // namespace yizhan
