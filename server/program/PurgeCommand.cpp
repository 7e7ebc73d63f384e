// SPDX-License-Identifier: GPL-3.0-or-later
// purge: what the end of retention removes from the district; counted first, done only when that is said.
#include "app/console/ConsoleErrors.h"
#include "records/RecordSpec.h"
#include "server/core/Purge.h"
#include "server/program/ServerLine.h"

#include <QCoreApplication>
#include <QFile>

namespace yizhan {

namespace {

constexpr qint64 largestFile = 1 << 20;

// No file, no rule: nothing is over then, but contents that no record names go all the same.
Result<RetentionTable> readRules(const ServerLine &line)
{
    const QString name = line.option("retention");
    if (name.isEmpty())
        return RetentionTable();
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Usage, consoleErrors::unreadableFile, {name, file.errorString()});
    return RetentionTable::fromJson(name, file.read(largestFile));
}

void print(ServerLine &line, const purge::Report &report)
{
    QList<QStringList> rows;
    for (const purge::Line &one : report.lines)
        rows += {one.office,
                 QCoreApplication::translate("Kind", specOf(one.kind)->label),
                 one.period.isEmpty() ? QStringLiteral("-") : one.period,
                 QString::number(one.cases),
                 QString::number(one.rows),
                 QString::number(one.held)};
    line.console().printTable({QStringLiteral("office"), QStringLiteral("kind"), QStringLiteral("period"),
                               QStringLiteral("cases"), QStringLiteral("rows"), QStringLiteral("held")},
                              {words(QT_TRANSLATE_NOOP("Server", "Office")), words(QT_TRANSLATE_NOOP("Server", "Kind")),
                               words(QT_TRANSLATE_NOOP("Server", "Period")), words(QT_TRANSLATE_NOOP("Server", "Cases")),
                               words(QT_TRANSLATE_NOOP("Server", "Records")),
                               words(QT_TRANSLATE_NOOP("Server", "Kept for an open conflict"))},
                              rows);
}

} // namespace

Result<Exit> runPurge(ServerLine &line)
{
    const Result<RetentionTable> rules = readRules(line);
    if (!rules)
        return rules.error();
    const bool isMeant = line.has("yes");
    const Result<QString> approval = isMeant && !rules->rules().empty() ? line.needed("approved-by")
                                                                        : Result<QString>(QString());
    if (!approval)
        return approval.error();
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    const DistrictContext &context = (*folder)->district().context();
    const Result<purge::Report> report = isMeant ? purge::carryOut(context, *rules, *approval) : purge::plan(context, *rules);
    if (!report)
        return report.error();
    if (line.console().format != Format::Json)
        print(line, *report);
    qint64 rows = 0;
    for (const purge::Line &one : report->lines)
        rows += one.rows;
    const QString sentence =
        isMeant
            ? words(QT_TRANSLATE_NOOP("Server",
                                      "Removed for good: %1 cases with %2 records; %3 contents of attachments. Backups "
                                      "made before still hold them."))
            : words(QT_TRANSLATE_NOOP("Server", "Only counted, nothing was removed: %1 cases with %2 records; %3 contents of "
                                                "attachments. With --yes they are removed."));
    return line.done(sentence.arg(QString::number(report->cases()), QString::number(rows), QString::number(report->contents)),
                     {{QStringLiteral("removed"), isMeant},
                      {QStringLiteral("cases"), report->cases()},
                      {QStringLiteral("rows"), rows},
                      {QStringLiteral("contents"), report->contents},
                      {QStringLiteral("bytes"), report->bytes},
                      {QStringLiteral("log_entries"), report->forgotten}});
}

} // namespace yizhan
