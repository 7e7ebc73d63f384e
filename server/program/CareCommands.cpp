// SPDX-License-Identifier: GPL-3.0-or-later
// certificate ..., audit list, backup, restore, verify, export, year close: what keeps a district whole over the years.
#include "app/console/ConsoleErrors.h"
#include "server/program/Handover.h"
#include "server/program/ProgramErrors.h"
#include "server/program/ServerLine.h"
#include "server/program/VoidNumbers.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace yizhan {

namespace {

QJsonObject objectOf(const audit::Entry &entry)
{
    return {{QStringLiteral("entry"), entry.seq},
            {QStringLiteral("at"), entry.at.toIso()},
            {QStringLiteral("act"), entry.act},
            {QStringLiteral("details"), entry.details}};
}

Result<Exit> report(ServerLine &line, const VerifyReport &found)
{
    QList<QStringList> rows{
        {words(QT_TRANSLATE_NOOP("Server", "records")), QString::number(found.rows)},
        {words(QT_TRANSLATE_NOOP("Server", "operations")), QString::number(found.operations)},
    };
    for (const QString &fault : found.faults)
        rows += {words(QT_TRANSLATE_NOOP("Server", "FAULT")), fault};
    line.console().printTable({QStringLiteral("what"), QStringLiteral("found")},
                              {words(QT_TRANSLATE_NOOP("Server", "What")), words(QT_TRANSLATE_NOOP("Server", "Found"))}, rows);
    if (!found.faults.isEmpty())
        return Error(ErrorKind::Corrupt, programErrors::checkFailed, {QString::number(found.faults.size())});
    return Exit::Done;
}

Result<qint64> serialWord(ServerLine &line, int index, const char *called)
{
    const Result<QString> text = line.word(index, called);
    if (!text)
        return text.error();
    bool good = false;
    const qint64 serial = text->toLongLong(&good);
    if (!good)
        return Error(ErrorKind::Usage, consoleErrors::badValue,
                     {*text, QString::fromLatin1(called), QStringLiteral("1, 2, 3 …")});
    return serial;
}

} // namespace

Result<Exit> runCertificateShow(ServerLine &line)
{
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    CertificateFolder &certificates = (*folder)->certificates();
    const auto row = [](const QString &what, const CertificateFacts &facts) {
        return QStringList{what, facts.names.join(QStringLiteral(", ")), shown(facts.until),
                           QString::fromLatin1(facts.keyHash.toHex())};
    };
    QList<QStringList> rows{row(words(QT_TRANSLATE_NOOP("Server", "authority")), certificates.authority()),
                            row(words(QT_TRANSLATE_NOOP("Server", "server")), certificates.server())};
    if (certificates.hasNext())
        rows += {words(QT_TRANSLATE_NOOP("Server", "next authority")), QString(), QString(), QString()};
    line.console().printTable(
        {QStringLiteral("what"), QStringLiteral("names"), QStringLiteral("until"), QStringLiteral("key_sha256")},
        {words(QT_TRANSLATE_NOOP("Server", "What")), words(QT_TRANSLATE_NOOP("Server", "Names")),
         words(QT_TRANSLATE_NOOP("Server", "Until")), words(QT_TRANSLATE_NOOP("Server", "SHA-256 of the key"))},
        rows);
    return Exit::Done;
}

Result<Exit> runCertificateRenew(ServerLine &line)
{
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    const Result<bool> renewed = (*folder)->certificates().renewServer(line.names(), (*folder)->clock().now());
    if (!renewed)
        return renewed.error();
    return line.done(*renewed
                         ? words(QT_TRANSLATE_NOOP("Server", "The server has a new certificate; it is shown after a restart."))
                         : words(QT_TRANSLATE_NOOP("Server", "The server's certificate is still good.")),
                     {{QStringLiteral("renewed"), *renewed}});
}

Result<Exit> runCertificateNext(ServerLine &line)
{
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    const Result<QString> district = (*folder)->districtName();
    if (!district)
        return district.error();
    return line.done(
        (*folder)->certificates().makeNext(*district, (*folder)->clock().now()),
        words(QT_TRANSLATE_NOOP("Server", "There is a next authority. Restart the server: workstations that enrol from then "
                                          "on trust both.")));
}

Result<Exit> runCertificateSwitch(ServerLine &line)
{
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    return line.done((*folder)->certificates().useNext((*folder)->clock().now()),
                     words(QT_TRANSLATE_NOOP("Server", "The next authority is in use after a restart.")));
}

Result<Exit> runAuditList(ServerLine &line)
{
    const Result<qint64> after = line.number("after", 0, 0, std::numeric_limits<qint64>::max());
    const Result<qint64> limit = line.number("limit", 200, 1, 100'000);
    if (!after || !limit)
        return after ? limit.error() : after.error();
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    const auto entries = (*folder)->administration().auditEntries(*after, static_cast<int>(*limit));
    if (!entries)
        return entries.error();
    if (line.console().format == Format::Json) {
        for (const audit::Entry &entry : *entries)
            line.console().printObject(objectOf(entry));
        return Exit::Done;
    }
    QList<QStringList> rows;
    for (const audit::Entry &entry : *entries)
        rows += {QString::number(entry.seq), shown(entry.at), entry.act,
                 QString::fromUtf8(QJsonDocument(entry.details).toJson(QJsonDocument::Compact))};
    line.console().printTable({QStringLiteral("entry"), QStringLiteral("at"), QStringLiteral("act"), QStringLiteral("details")},
                              {words(QT_TRANSLATE_NOOP("Server", "Entry")), words(QT_TRANSLATE_NOOP("Server", "When")),
                               words(QT_TRANSLATE_NOOP("Server", "Act")), words(QT_TRANSLATE_NOOP("Server", "Details"))},
                              rows);
    return Exit::Done;
}

Result<Exit> runBackup(ServerLine &line)
{
    const Result<QString> to = line.word(0, "DIR");
    if (!to)
        return to.error();
    const Result<FolderOptions> options = line.folderOptions();
    if (!options)
        return options.error();
    const Result<std::unique_ptr<DistrictFolder>> folder = DistrictFolder::open(*options);
    if (!folder)
        return folder.error();
    // The certificates first: the rest says that the backup is whole.
    if (const Outcome copied = CertificateFolder::copy(DistrictFolder::tlsPath(options->folder), DistrictFolder::tlsPath(*to));
        !copied)
        return copied.error();
    const Result<BackupInfo> made = (*folder)->administration().backup(*to);
    if (!made)
        return made.error();
    return line.done(
        words(QT_TRANSLATE_NOOP("Server", "The backup was written and checked: %1 (%2 records, %3 attachment files)."))
            .arg(QDir::toNativeSeparators(*to))
            .arg(made->rows)
            .arg(made->attachments),
        {{QStringLiteral("folder"), *to},
         {QStringLiteral("records"), made->rows},
         {QStringLiteral("attachments"), made->attachments},
         {QStringLiteral("epoch"), made->epoch}});
}

Result<Exit> runRestore(ServerLine &line)
{
    const Result<QString> from = line.word(0, "DIR");
    if (!from)
        return from.error();
    const Result<FolderOptions> options = line.folderOptions();
    if (!options)
        return options.error();
    return line.done(
        DistrictFolder::restore(*options, *from),
        words(QT_TRANSLATE_NOOP("Server", "The backup stands in %1. Workstations send again what it does not know."))
            .arg(QDir::toNativeSeparators(options->folder)));
}

Result<Exit> runVerify(ServerLine &line)
{
    Result<FolderOptions> options = line.folderOptions();
    if (!options)
        return options.error();
    // A backup is tried as it would be needed: put back into an empty folder, opened, and everything worked out anew.
    std::optional<QTemporaryDir> drill;
    if (const Result<QString> from = line.word(0, "DIR")) {
        drill.emplace(QDir::cleanPath(*from) + QStringLiteral(".drill-XXXXXX"));
        options->keyFile = DistrictFolder::keyPath(*options);
        options->folder = drill->path();
        if (!options->postgresUrl.isEmpty())
            return Error(ErrorKind::Usage, programErrors::drillNeedsDatabase);
        if (const Outcome restored = DistrictFolder::restore(*options, *from); !restored)
            return restored.error();
    }
    const Result<std::unique_ptr<DistrictFolder>> folder = DistrictFolder::open(*options);
    if (!folder)
        return folder.error();
    const Result<VerifyReport> found = (*folder)->administration().verify();
    return found ? report(line, *found) : found.error();
}

Result<Exit> runExport(ServerLine &line)
{
    const Result<QString> to = line.word(0, "FILE");
    const Result<QString> recipient = line.needed("recipient");
    if (!to || !recipient)
        return to ? recipient.error() : to.error();
    const Result<QByteArray> key = handover::publicKeyFrom(*recipient);
    if (!key)
        return key.error();
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    const Result<qint64> count = (*folder)->administration().exportAll(*to, *key);
    if (!count)
        return count.error();
    return line.done(
        words(QT_TRANSLATE_NOOP("Server", "%1 records were written for the recipient. Hand over “%2” and “%2.key” together."))
            .arg(QString::number(*count), QDir::toNativeSeparators(*to)),
        {{QStringLiteral("records"), *count}});
}

Result<Exit> runExportKey(ServerLine &line)
{
    const Result<QString> file = line.word(0, "SECRET");
    if (!file)
        return file.error();
    const Result<QString> key = handover::makeKey(*file);
    if (!key)
        return key.error();
    return line.done(words(QT_TRANSLATE_NOOP("Server", "Keep “%1” secret. For --recipient:\n\n    %2\n"))
                         .arg(QDir::toNativeSeparators(*file), *key),
                     {{QStringLiteral("recipient"), *key}});
}

Result<Exit> runExportOpen(ServerLine &line)
{
    const Result<QString> file = line.word(0, "FILE");
    const Result<QString> secret = line.word(1, "SECRET");
    const Result<QString> to = line.word(2, "TO");
    if (!file || !secret || !to)
        return Error(!file ? file.error() : (!secret ? secret.error() : to.error()));
    const Result<qint64> lines = handover::open(*file, *secret, *to);
    if (!lines)
        return lines.error();
    return line.done(words(QT_TRANSLATE_NOOP("Server", "%1 lines were written.")).arg(*lines),
                     {{QStringLiteral("lines"), *lines}});
}

Result<Exit> runYearClose(ServerLine &line)
{
    const Result<QString> key = line.word(0, "KEY");
    if (!key)
        return key.error();
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    return line.done((*folder)->administration().closeYear(*key),
                     words(QT_TRANSLATE_NOOP("Server", "%1 is closed: every number is accounted for.")).arg(*key));
}

Result<Exit> runVoidNumbers(ServerLine &line)
{
    const Result<QString> key = line.word(0, "KEY");
    if (!key)
        return key.error();
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    if (line.word(1, "FIRST")) {
        const Result<qint64> first = serialWord(line, 1, "FIRST");
        const Result<qint64> last = serialWord(line, 2, "LAST");
        const Result<QString> reason = line.needed("reason");
        if (!first || !last || !reason)
            return Error(!first ? first.error() : (!last ? last.error() : reason.error()));
        return line.done(voidNumbers::enter((*folder)->database(), (*folder)->clock().now(), *key, *first, *last, *reason),
                         words(QT_TRANSLATE_NOOP("Server", "Numbers %1 to %2 of %3 are void."))
                             .arg(QString::number(*first), QString::number(*last), *key));
    }
    const Result<std::vector<voidNumbers::Entry>> entries = voidNumbers::list((*folder)->database(), *key);
    if (!entries)
        return entries.error();
    QList<QStringList> rows;
    for (const voidNumbers::Entry &entry : *entries)
        rows += {QString::number(entry.serial), entry.reason, shown(entry.at)};
    line.console().printTable({QStringLiteral("serial"), QStringLiteral("reason"), QStringLiteral("at")},
                              {words(QT_TRANSLATE_NOOP("Server", "Number")), words(QT_TRANSLATE_NOOP("Server", "Reason")),
                               words(QT_TRANSLATE_NOOP("Server", "When"))},
                              rows);
    return Exit::Done;
}

} // namespace yizhan
