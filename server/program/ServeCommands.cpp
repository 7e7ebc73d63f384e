// SPDX-License-Identifier: GPL-3.0-or-later
// init and serve: making a district, and serving its workstations.
#include "app/console/ConsoleErrors.h"
#include "server/http/HttpServer.h"
#include "server/program/Process.h"
#include "server/program/ProgramErrors.h"
#include "server/program/ServerLine.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace yizhan {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds pollEvery{500}; // for what other processes on the same storage have written
constexpr std::int64_t dayMs = 86'400'000;
constexpr int filesBesideConnections = 256; // storage, attachments on their way, log

Result<HttpListen> listenOption(const ServerLine &line)
{
    const QString text = line.option("listen", QStringLiteral("0.0.0.0:8443"));
    const qsizetype colon = text.lastIndexOf(u':');
    HttpListen listen;
    bool good = false;
    listen.port = text.mid(colon + 1).toUShort(&good);
    listen.address = text.left(colon);
    if (listen.address.startsWith(u'[') && listen.address.endsWith(u']'))
        listen.address = listen.address.mid(1, listen.address.size() - 2);
    listen.proxied = line.has("proxied");
    if (colon < 1 || !good)
        return Error(ErrorKind::Usage, consoleErrors::badValue,
                     {text, QStringLiteral("--listen"), QStringLiteral("0.0.0.0:8443, [::]:8443")});
    return listen;
}

Result<HttpLimits> limitsOption(const ServerLine &line)
{
    HttpLimits limits;
    const auto workers = line.number("workers", limits.workers, 1, 256);
    const auto perAddress = line.number("per-address", limits.admission.connectionsPerAddress, 1, 100'000);
    if (!workers)
        return workers.error();
    if (!perAddress)
        return perAddress.error();
    limits.workers = static_cast<int>(*workers);
    limits.admission.connectionsPerAddress = static_cast<int>(*perAddress);
    limits.admission.connections = std::max(
        16, std::min(limits.admission.connections, process::raiseOpenFiles() - filesBesideConnections));
    return limits;
}

// What the district decides about its workstations.
Outcome takeDistrictOptions(const ServerLine &line, DistrictOptions &options)
{
    const auto days = line.number("offline-days", options.offlineDays, leastOfflineDays, mostOfflineDays);
    if (!days)
        return days.error();
    options.offlineDays = static_cast<int>(*days);
    for (const QString &series : line.options("leased"))
        options.leasedSeries.push_back(series);
    return {};
}

Outcome writePort(const QString &path, quint16 port)
{
    QSaveFile file(path); // whoever waits for the file never sees half of it
    const QByteArray text = QByteArray::number(port) + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return Error(ErrorKind::Io, programErrors::cannotWrite, {path, file.errorString()});
    return {};
}

void renew(DistrictFolder &folder, HttpServer &server)
{
    const Result<bool> renewed = folder.certificates().renewServer({}, folder.clock().now());
    Outcome used = renewed ? Outcome() : Outcome(renewed.error());
    if (renewed && *renewed) {
        const Result<TlsIdentity> identity = folder.certificates().identity();
        used = identity ? server.useIdentity(*identity) : Outcome(identity.error());
    }
    if (!used)
        qWarning("the server's certificate was not renewed: %s", qPrintable(used.error().toLog()));
}

void watch(DistrictFolder &folder, HttpServer &server)
{
    bool answered = true;
    Instant renewedAt = folder.clock().now();
    while (!process::askedToStop(pollEvery)) {
        const Outcome polled = folder.district().poll();
        if (!polled && answered) // once, not twice a second while it lasts
            qWarning("the storage does not answer: %s", qPrintable(polled.error().toLog()));
        if (polled && !answered)
            qInfo("the storage answers again");
        answered = polled.has_value();
        const Instant now = folder.clock().now();
        if (now.ms - renewedAt.ms > dayMs) {
            renewedAt = now;
            renew(folder, server);
        }
    }
}

} // namespace

Result<Exit> runInit(ServerLine &line)
{
    const Result<FolderOptions> options = line.folderOptions();
    const Result<QString> district = line.needed("district");
    const Result<QString> name = line.needed("name");
    for (const Outcome &outcome :
         {options ? Outcome() : Outcome(options.error()), district ? Outcome() : Outcome(district.error()),
          name ? Outcome() : Outcome(name.error())}) {
        if (!outcome)
            return outcome.error();
    }
    if (const Outcome created = DistrictFolder::create(*options, *district, line.options("name")); !created)
        return created.error();
    const QString folder = QDir::toNativeSeparators(options->folder);
    const QString key = QDir::toNativeSeparators(DistrictFolder::keyPath(*options));
    const QString sentence = words(QT_TRANSLATE_NOOP(
        "Server", "The district is ready in %1.\nIts key is %2: copy it to two places that are locked away, apart from the "
                  "backups. Without it no backup can be opened.\nNext: yizhan-server user add LOGIN --role SYS_ADMIN, then "
                  "yizhan-server serve."));
    return line.done(sentence.arg(folder, key),
                     {{QStringLiteral("data"), options->folder}, {QStringLiteral("key"), DistrictFolder::keyPath(*options)}});
}

Result<Exit> runServe(ServerLine &line)
{
    process::prepare();
    const Result<HttpListen> listen = listenOption(line);
    if (!listen)
        return listen.error();
    const Result<HttpLimits> limits = limitsOption(line);
    if (!limits)
        return limits.error();
    Result<FolderOptions> options = line.folderOptions();
    if (!options)
        return options.error();
    if (const Outcome taken = takeDistrictOptions(line, options->district); !taken)
        return taken.error();
    Result<std::unique_ptr<DistrictFolder>> folder = DistrictFolder::open(*options);
    if (!folder)
        return folder.error();
    const Result<std::unique_ptr<QLockFile>> lock = DistrictFolder::lock(options->folder);
    if (!lock)
        return lock.error();
    if (const Result<bool> renewed = (*folder)->certificates().renewServer(line.names(), (*folder)->clock().now()); !renewed)
        return renewed.error();
    const Result<TlsIdentity> identity = (*folder)->certificates().identity();
    if (!identity)
        return identity.error();
    Result<std::unique_ptr<HttpServer>> server = HttpServer::start((*folder)->district(), *listen, *identity, *limits);
    if (!server)
        return server.error();
    if (line.has("port-file")) {
        if (const Outcome written = writePort(line.option("port-file"), (*server)->port()); !written)
            return written.error();
    }
    line.console().print(words(QT_TRANSLATE_NOOP("Server", "listening on %1:%2")).arg(listen->address).arg((*server)->port()));
    watch(**folder, **server);
    (*server)->stop();
    line.console().print(words(QT_TRANSLATE_NOOP("Server", "stopped")));
    return Exit::Done;
}

} // namespace yizhan
