// SPDX-License-Identifier: GPL-3.0-or-later
// aside, aside show: what a confirmed removal took away, for a week.
#include "app/cli/RecordPrint.h"
#include "app/cli/SyncCommands.h"
#include "store/SyncDoor.h"

#include <QCoreApplication>

namespace yizhan {

namespace {
QString words(const char *text) { return QCoreApplication::translate("Cli", text); }
} // namespace

Result<Exit> runAside(CommandLine &line)
{
    auto store = line.openStore();
    if (!store)
        return store.error();
    const auto cases = await(SyncDoor(**store).setAside());
    if (!cases)
        return cases.error();
    QList<QStringList> rows;
    for (const SetAsideCase &each : *cases) {
        const RecordSpec *spec = specOf(each.kind);
        if (line.console().format == Format::Json) {
            line.console().printObject({{QStringLiteral("root"), each.root.toString()},
                                        {QStringLiteral("kind"), QLatin1String(spec ? spec->name : "")},
                                        {QStringLiteral("number"), each.number},
                                        {QStringLiteral("office"), each.office},
                                        {QStringLiteral("rows"), qint64{each.rows}},
                                        {QStringLiteral("removed_at"), each.removedAt.toIso()},
                                        {QStringLiteral("until"), each.until.toIso()}});
            continue;
        }
        rows += {each.root.toString(),
                 spec ? QCoreApplication::translate("Kind", spec->label) : QString(),
                 each.number,
                 each.office,
                 QString::number(each.rows),
                 each.until.toIso()};
    }
    if (line.console().format != Format::Json)
        line.console().printTable({QStringLiteral("id"), QStringLiteral("kind"), QStringLiteral("number"),
                                   QStringLiteral("office"), QStringLiteral("rows"), QStringLiteral("until")},
                                  {QStringLiteral("id"), words(QT_TRANSLATE_NOOP("Cli", "Kind")),
                                   words(QT_TRANSLATE_NOOP("Cli", "Number")), words(QT_TRANSLATE_NOOP("Cli", "Office")),
                                   words(QT_TRANSLATE_NOOP("Cli", "Rows")), words(QT_TRANSLATE_NOOP("Cli", "Kept until"))},
                                  rows);
    return Exit::Done;
}

Result<Exit> runAsideShow(CommandLine &line)
{
    const auto masked = askedMasked(line);
    if (!masked)
        return masked.error();
    const auto name = line.word(0, "ID");
    if (!name)
        return name.error();
    const RecordId root = RecordId::fromString(*name).value_or(RecordId());
    auto store = line.openStore();
    if (!store)
        return store.error();
    const auto file = await(SyncDoor(**store).readSetAside(root, line.option("reason")));
    if (!file)
        return file.error();
    std::vector<Record> records = file->children;
    if (!file->root.isNull())
        records.insert(records.begin(), file->root);
    if (auto printed = printWhole(line, **store, records, *masked); !printed)
        return printed.error();
    return Exit::Done;
}

} // namespace yizhan
