// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Attachments.h"

#include "records/Codec.h"
#include "records/kinds/Attachment.h"
#include "server/core/AdminAudit.h"
#include "server/core/Pull.h"
#include "server/core/ServerErrors.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QSaveFile>

#include <map>
#include <set>

namespace yizhan::attachments {
namespace {

constexpr qint64 largest = 2LL << 30;
constexpr std::size_t mostAddresses = 1000;

struct Announced {
    QString office;
    QByteArray sha256;
    qint64 bytes = 0;

    int chunks() const { return static_cast<int>((bytes + chunkBytes - 1) / chunkBytes); }
    qint64 sizeOf(int chunk) const { return std::min(chunkBytes, bytes - chunk * chunkBytes); }
};

QString pathOf(const DistrictContext &context, const QString &file)
{
    return QDir(context.folder).filePath(QStringLiteral("attachments/%1/%2").arg(file.left(2), file));
}

Error noFile() { return Error(ErrorKind::Io, servererrors::files, {QStringLiteral("attachments")}); }

Outcome writeSealed(const DistrictContext &context, const QString &file, const QByteArray &plain)
{
    const QString path = pathOf(context, file);
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly))
        return noFile();
    out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const std::lock_guard<std::mutex> lock(context.randomMutex);
    const QByteArray sealed = sealWith(context.keys.content, plain, file.toLatin1(), context.random);
    return out.write(sealed) == sealed.size() && out.commit() ? Outcome() : Outcome(noFile());
}

Result<QByteArray> readSealed(const DistrictContext &context, const QString &file)
{
    QFile in(pathOf(context, file));
    if (!in.open(QIODevice::ReadOnly))
        return noFile();
    return openWith(context.keys.content, in.readAll(), file.toLatin1());
}

// What stands under the address in an office that the caller may read (and write).
Result<std::optional<Announced>> find(SqlSession &session, const Caller &caller, const QByteArray &address, bool toWrite)
{
    const Result<GrantList> grants = GrantList::of(session, caller.device);
    if (!grants)
        return grants.error();
    std::optional<Announced> announced;
    const Outcome read = session.each("SELECT office, sha256, bytes FROM attachment WHERE address = ?", {address},
                                      [&](const SqlRow &row) {
                                          const QString office = row.text(0);
                                          if (pull::mayRead(caller, *grants, office) && (!toWrite || grants->mayWrite(office)))
                                              announced = Announced{office, row.bytes(1), row.int64(2)};
                                          return Outcome();
                                      });
    return read ? Result<std::optional<Announced>>(announced) : Result<std::optional<Announced>>(read.error());
}

Result<std::vector<int>> missingOf(SqlSession &session, const QString &office, const QByteArray &address, int chunks)
{
    std::vector<bool> here(static_cast<std::size_t>(chunks), false);
    const Outcome read = session.each("SELECT chunk FROM attachment_chunk WHERE office = ? AND address = ?", {office, address},
                                      [&here](const SqlRow &row) {
                                          const auto chunk = static_cast<std::size_t>(row.int64(0));
                                          if (chunk < here.size())
                                              here[chunk] = true;
                                          return Outcome();
                                      });
    if (!read)
        return read.error();
    std::vector<int> missing;
    for (int chunk = 0; chunk < chunks; ++chunk) {
        if (!here[static_cast<std::size_t>(chunk)])
            missing.push_back(chunk);
    }
    return missing;
}

Result<std::vector<QString>> filesOf(SqlSession &session, const QString &office, const QByteArray &address)
{
    std::vector<QString> files;
    const Outcome read = session.each("SELECT file FROM attachment_chunk WHERE office = ? AND address = ? ORDER BY chunk",
                                      {office, address}, [&files](const SqlRow &row) {
                                          files.push_back(row.text(0));
                                          return Outcome();
                                      });
    return read ? Result<std::vector<QString>>(std::move(files)) : Result<std::vector<QString>>(read.error());
}

Result<bool> isWhole(const DistrictContext &context, const std::vector<QString> &files, const QByteArray &sha256)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &file : files) {
        const Result<QByteArray> plain = readSealed(context, file);
        if (!plain)
            return plain.error();
        hash.addData(*plain);
    }
    return hash.result() == sha256;
}

// Once every piece is here the whole must be what its record says; otherwise everything is asked for again.
Outcome checkWhole(const DistrictContext &context, const Announced &announced, const QByteArray &address)
{
    std::vector<QString> files;
    const Outcome read = context.database.read([&](SqlSession &session) -> Outcome {
        const Result<std::vector<int>> missing = missingOf(session, announced.office, address, announced.chunks());
        if (!missing || !missing->empty())
            return missing ? Outcome() : Outcome(missing.error());
        Result<std::vector<QString>> found = filesOf(session, announced.office, address);
        if (!found)
            return found.error();
        files = std::move(*found);
        return {};
    });
    if (!read || files.empty())
        return read;
    const Result<bool> whole = isWhole(context, files, announced.sha256);
    if (!whole || *whole)
        return whole ? Outcome() : Outcome(whole.error());
    const Outcome forgotten = context.database.write([&](SqlSession &session) {
        return session.done("DELETE FROM attachment_chunk WHERE office = ? AND address = ?", {announced.office, address});
    });
    if (!forgotten)
        return forgotten;
    for (const QString &file : files)
        QFile::remove(pathOf(context, file));
    return Error(ErrorKind::Protocol, servererrors::damaged, {QStringLiteral("sha256")});
}

// The pieces that are here already, for an office that gets a case by transfer.
Outcome takeAlong(SqlSession &session, const QString &from, const QByteArray &fromAddress, const QString &to,
                  const QByteArray &toAddress)
{
    return session.done(
        "INSERT INTO attachment_chunk (office, address, chunk, bytes, file) SELECT ?, ?, chunk, bytes, file FROM "
        "attachment_chunk WHERE office = ? AND address = ? ON CONFLICT (office, address, chunk) DO NOTHING",
        {to, toAddress, from, fromAddress});
}

Result<QByteArray> keyOf(SqlSession &session, const QString &office)
{
    Result<std::optional<QByteArray>> key = session.bytes("SELECT blob_key FROM office_head WHERE office = ?", {office});
    return key ? Result<QByteArray>(key->value_or(QByteArray())) : Result<QByteArray>(key.error());
}

Outcome announceOne(SqlSession &session, const ServerRow &row)
{
    const QByteArray sha256 = row.record.get(attachment::sha256);
    const qint64 bytes = row.record.get(attachment::size).value_or(0);
    if (sha256.size() != 32 || bytes <= 0 || bytes > largest)
        return {};
    const Result<QByteArray> key = keyOf(session, row.record.office);
    if (!key)
        return key.error();
    const QByteArray address = addressOf(*key, sha256);
    const Outcome told = session.done("INSERT INTO attachment (office, address, sha256, bytes) VALUES (?, ?, ?, ?) ON CONFLICT "
                                      "(office, address) DO UPDATE SET unreferenced_at = 0",
                                      {row.record.office, address, sha256, bytes});
    if (!told || row.isNew() || row.storedOffice == row.record.office)
        return told;
    const Result<QByteArray> formerKey = keyOf(session, row.storedOffice);
    if (!formerKey)
        return formerKey.error();
    return takeAlong(session, row.storedOffice, addressOf(*formerKey, sha256), row.record.office, address);
}

} // namespace

QByteArray addressOf(const QByteArray &officeKey, const QByteArray &sha256)
{
    return QMessageAuthenticationCode::hash(sha256, officeKey, QCryptographicHash::Sha256);
}

Outcome announce(SqlSession &session, const RowBook &rows)
{
    for (const ServerRow *row : rows.changed()) {
        if (row->record.kind() != Kind::Attachment)
            continue;
        if (Outcome done = announceOne(session, *row); !done)
            return done;
    }
    return {};
}

Result<wire::BlobStates> states(const DistrictContext &context, const WireRequest &request, const wire::BlobQuery &query)
{
    if (query.addresses.size() > mostAddresses)
        return Error(ErrorKind::Rejected, servererrors::tooLarge);
    wire::BlobStates states;
    const Outcome read = context.database.read([&](SqlSession &session) -> Outcome {
        const Result<Caller> caller = identify(session, context, request, Needs::Person);
        if (!caller)
            return caller.error();
        const Result<GrantList> grants = GrantList::of(session, caller->device);
        if (!grants)
            return grants.error();
        if (!pull::mayRead(*caller, *grants, query.office))
            return Error(ErrorKind::Forbidden, servererrors::notGranted);
        for (const QByteArray &address : query.addresses) {
            wire::BlobInfo info;
            info.address = address;
            const auto bytes = session.number("SELECT bytes FROM attachment WHERE office = ? AND address = ?",
                                              {query.office, address});
            if (!bytes)
                return bytes.error();
            info.bytes = bytes->value_or(0);
            Announced announced;
            announced.bytes = info.bytes;
            Result<std::vector<int>> missing = missingOf(session, query.office, address, announced.chunks());
            if (!missing)
                return missing.error();
            info.missing = std::move(*missing);
            states.blobs.push_back(std::move(info));
        }
        return {};
    });
    return read ? Result<wire::BlobStates>(std::move(states)) : Result<wire::BlobStates>(read.error());
}

Outcome put(const DistrictContext &context, const WireRequest &request, const QByteArray &address, int chunk)
{
    std::optional<Announced> announced;
    const Outcome known = context.database.read([&](SqlSession &session) -> Outcome {
        const Result<Caller> caller = identify(session, context, request, Needs::Person);
        if (!caller)
            return caller.error();
        Result<std::optional<Announced>> found = find(session, *caller, address, true);
        if (!found)
            return found.error();
        announced = std::move(*found);
        return {};
    });
    if (!known)
        return known;
    if (!announced || chunk < 0 || chunk >= announced->chunks())
        return Error(ErrorKind::NotFound, servererrors::noSuchThing);
    const Result<QByteArray> plain = unpack(request.body, request.contentEncoding, chunkBytes);
    if (!plain)
        return plain.error();
    if (plain->size() != announced->sizeOf(chunk))
        return Error(ErrorKind::Protocol, servererrors::malformed);
    const QString file = QString::fromLatin1(context.randomBytes(16).toHex());
    if (Outcome written = writeSealed(context, file, *plain); !written)
        return written;
    qint64 added = 0;
    const Outcome noted = context.database.write([&](SqlSession &session) -> Outcome {
        const Result<qint64> changed = session.run(
            "INSERT INTO attachment_chunk (office, address, chunk, bytes, file) VALUES (?, ?, ?, ?, ?) ON CONFLICT (office, "
            "address, chunk) DO NOTHING",
            {announced->office, address, chunk, plain->size(), file});
        added = changed.value_or(0);
        return changed ? Outcome() : Outcome(changed.error());
    });
    if (!noted || added == 0) { // another sending of the same piece was first
        QFile::remove(pathOf(context, file));
        return noted;
    }
    return checkWhole(context, *announced, address);
}

Result<QByteArray> get(const DistrictContext &context, const WireRequest &request, const QByteArray &address, int chunk)
{
    QString file;
    const Outcome read = context.database.read([&](SqlSession &session) -> Outcome {
        const Result<Caller> caller = identify(session, context, request, Needs::Person);
        if (!caller)
            return caller.error();
        const Result<std::optional<Announced>> found = find(session, *caller, address, false);
        if (!found)
            return found.error();
        if (!*found)
            return {};
        const auto name = session.text("SELECT file FROM attachment_chunk WHERE office = ? AND address = ? AND chunk = ?",
                                       {(*found)->office, address, chunk});
        if (!name)
            return name.error();
        file = name->value_or(QString());
        return {};
    });
    if (!read)
        return read.error();
    if (file.isEmpty())
        return Error(ErrorKind::NotFound, servererrors::noSuchThing);
    return readSealed(context, file);
}

namespace {

struct Content {
    QString office;
    QByteArray address;
    qint64 bytes = 0;
    Instant unnamedSince; // 0 = named, or not noted yet
    bool named = false;
};

Result<std::vector<Content>> contentsOf(SqlSession &session)
{
    std::map<QString, QByteArray> keys;
    std::set<std::pair<QString, QByteArray>> named;
    Outcome read = session.each("SELECT office, blob_key FROM office_head", {}, [&keys](const SqlRow &row) {
        keys.emplace(row.text(0), row.bytes(1));
        return Outcome();
    });
    if (read)
        read = session.each("SELECT body FROM record WHERE kind = ?", {Kind::Attachment}, [&](const SqlRow &row) -> Outcome {
            const Result<Record> record = decodeRecord(row.bytes(0));
            if (!record)
                return record.error();
            if (!record->isNull())
                named.emplace(record->office, addressOf(keys[record->office], record->get(attachment::sha256)));
            return {};
        });
    std::vector<Content> contents;
    if (read)
        read = session.each("SELECT office, address, bytes, unreferenced_at FROM attachment", {}, [&](const SqlRow &row) {
            Content content{row.text(0), row.bytes(1), row.int64(2), row.instant(3)};
            content.named = named.count({content.office, content.address}) > 0;
            contents.push_back(std::move(content));
            return Outcome();
        });
    return read ? Result<std::vector<Content>>(std::move(contents)) : Result<std::vector<Content>>(read.error());
}

bool isDue(const DistrictContext &context, const Content &content)
{
    constexpr qint64 dayMs = 86'400'000;
    return !content.named && content.unnamedSince.ms > 0
           && content.unnamedSince.ms <= context.clock.now().ms - context.options.contentDays * dayMs;
}

// Files that nothing names any more when this content is gone: after a transfer two offices may name one.
Outcome removeContent(SqlSession &session, const Content &content, std::vector<QString> &files)
{
    const Result<qint64> gone = session.run("DELETE FROM attachment WHERE office = ? AND address = ? AND unreferenced_at > 0",
                                            {content.office, content.address});
    if (!gone || *gone == 0)
        return gone ? Outcome() : Outcome(gone.error()); // a push has named it in the meantime
    const Result<std::vector<QString>> pieces = filesOf(session, content.office, content.address);
    if (!pieces)
        return pieces.error();
    Outcome removed = session.done("DELETE FROM attachment_chunk WHERE office = ? AND address = ?",
                                   {content.office, content.address});
    if (!removed)
        return removed;
    for (const QString &file : *pieces) {
        const auto others = session.number("SELECT COUNT(*) FROM attachment_chunk WHERE file = ?", {file});
        if (!others)
            return others.error();
        if (others->value_or(0) == 0)
            files.push_back(file);
    }
    return {};
}

Outcome noteNamed(SqlSession &session, const Content &content, Instant now)
{
    const bool stands = content.named == (content.unnamedSince.ms == 0);
    return stands ? Outcome()
                  : session.done("UPDATE attachment SET unreferenced_at = ? WHERE office = ? AND address = ?",
                                 {content.named ? Instant{} : now, content.office, content.address});
}

} // namespace

Result<Unnamed> unnamed(const DistrictContext &context, SqlSession &session)
{
    const Result<std::vector<Content>> contents = contentsOf(session);
    if (!contents)
        return contents.error();
    Unnamed sum;
    for (const Content &content : *contents) {
        if (isDue(context, content)) {
            ++sum.contents;
            sum.bytes += content.bytes;
        }
    }
    return sum;
}

Result<Unnamed> removeUnnamed(const DistrictContext &context)
{
    Unnamed sum;
    std::vector<QString> files;
    const Outcome removed = context.database.write([&](SqlSession &session) -> Outcome {
        sum = {};
        files.clear();
        const Result<std::vector<Content>> contents = contentsOf(session);
        if (!contents)
            return contents.error();
        const Instant now = context.clock.now();
        for (const Content &content : *contents) {
            const bool due = isDue(context, content);
            Outcome done = due ? removeContent(session, content, files) : noteNamed(session, content, now);
            if (!done)
                return done;
            sum.contents += due ? 1 : 0;
            sum.bytes += due ? content.bytes : 0;
        }
        return sum.contents == 0
                   ? Outcome()
                   : audit::add(session, now, QStringLiteral("purge contents"),
                                {{QStringLiteral("contents"), sum.contents}, {QStringLiteral("bytes"), sum.bytes}});
    });
    if (!removed)
        return removed.error();
    for (const QString &file : files) // what stays behind when the machine stops here is never asked for
        QFile::remove(pathOf(context, file));
    return sum;
}

} // namespace yizhan::attachments
