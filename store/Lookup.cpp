// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Lookup.h"

#include "records/Declaration.h"
#include "store/Meta.h"
#include "store/RowMapper.h"
#include "store/Schema.h"
#include "store/StoreErrors.h"

#include <QFileInfo>

#include <algorithm>
#include <map>

namespace yizhan::lookup {
namespace {

// Ways in which the same number may stand in a row: as typed, in half width, with the brackets that our patterns use.
QStringList spellingsOf(const QString &number)
{
    const QString half = number.normalized(QString::NormalizationForm_KC).simplified().remove(u' ').toUpper();
    QString round = half;
    round.replace(u'(', u'（').replace(u')', u'）');
    QString square = half;
    square.replace(u'[', u'〔').replace(u']', u'〕').replace(u'(', u'〔').replace(u')', u'〕');
    QStringList spellings{number.trimmed(), half, round, square};
    spellings.removeDuplicates();
    return spellings;
}

Outcome collect(Connection &connection, const RecordSpec &spec, const FieldSpec &field, const QString &number,
                std::map<RecordId, Record> &found)
{
    const QByteArray sql = selectFrom(spec, Columns::All) + " WHERE " + layoutOf(spec).columnOf(field) + " = ?";
    return connection.each(sql, with(number), [&](const Statement &row) {
        Record record = readRow(row, spec, Columns::All);
        found.emplace(record.id, std::move(record));
    });
}

// References mostly name staff and places, so these are looked into first.
std::vector<const RecordSpec *> titledKinds()
{
    std::vector<const RecordSpec *> kinds;
    for (const RecordSpec *spec : allSpecs()) {
        if (spec->title)
            kinds.push_back(spec);
    }
    std::stable_partition(kinds.begin(), kinds.end(), [](const RecordSpec *spec) { return spec->district; });
    return kinds;
}

Result<qint64> bytesOfDatabase(Connection &connection)
{
    const Result<qint64> pages = connection.scalarInt("PRAGMA page_count");
    if (!pages)
        return pages.error();
    const Result<qint64> size = connection.scalarInt("PRAGMA page_size");
    if (!size)
        return size.error();
    return *pages * *size;
}

} // namespace

Result<Record> byNumber(Connection &connection, const QString &number)
{
    if (const std::optional<RecordId> id = RecordId::fromString(number.trimmed()))
        return findById(connection, *id);
    std::map<RecordId, Record> found;
    for (const RecordSpec *spec : allSpecs()) {
        for (const FieldSpec *field : spec->fields) {
            if (field->search != SearchAs::CaseNumber || !isLookedUpWhole(*field))
                continue;
            for (const QString &spelling : spellingsOf(number)) {
                if (Outcome done = collect(connection, *spec, *field, spelling, found); !done)
                    return done.error();
            }
        }
    }
    if (found.empty())
        return Error(ErrorKind::NotFound, storeerrors::noSuchRecord);
    if (found.size() > 1)
        return Error(ErrorKind::Conflict, storeerrors::severalFound, {QString::number(found.size())});
    return std::move(found.begin()->second);
}

Result<QHash<RecordId, QString>> titles(Connection &connection, const std::vector<RecordId> &ids)
{
    static const PerDeclaration<std::vector<const RecordSpec *>> kinds(&titledKinds);
    QHash<RecordId, QString> titles;
    for (const RecordId &id : ids) {
        if (id.isNull() || titles.contains(id))
            continue;
        for (const RecordSpec *spec : kinds.get()) {
            const TableLayout &layout = layoutOf(*spec);
            Result<CachedStatement> statement = connection.cached("SELECT " + layout.columnOf(*spec->title) + " FROM "
                                                                  + layout.table + " WHERE id = ?");
            if (!statement)
                return statement.error();
            const Result<bool> row = (*statement)->bind(1, id).step();
            if (!row)
                return row.error();
            if (*row) {
                titles.insert(id, (*statement)->text(0));
                break;
            }
        }
    }
    return titles;
}

Result<StoreStats> stats(Connection &connection, const StoreContext &context, std::int64_t blobBytes)
{
    StoreStats stats;
    const auto number = [&](const QByteArray &sql, std::int64_t &into) -> Outcome {
        const Result<qint64> value = connection.scalarInt(sql);
        if (!value)
            return value.error();
        into = *value;
        return {};
    };
    for (const RecordSpec *spec : allSpecs()) {
        std::int64_t rows = 0;
        if (Outcome done = number("SELECT count(*) FROM " + layoutOf(*spec).table + " WHERE withdrawn = 0", rows); !done)
            return done.error();
        stats.counts.emplace_back(spec, rows);
    }
    std::int64_t version = 0;
    for (const auto &[sql, into] : std::initializer_list<std::pair<const char *, std::int64_t *>>{
             {"SELECT count(*) FROM outbox WHERE state = 0", &stats.unsent},
             {"SELECT min(client_time) FROM outbox WHERE state = 0", &stats.oldestUnsent.ms},
             {"SELECT count(*) FROM audit", &stats.auditRows},
             {"PRAGMA user_version", &version}}) {
        if (Outcome done = number(sql, *into); !done)
            return done.error();
    }
    const Result<qint64> bytes = bytesOfDatabase(connection);
    if (!bytes)
        return bytes.error();
    const Result<qint64> backup = meta::readNumber(connection, meta::lastBackup);
    if (!backup)
        return backup.error();
    const Result<QString> cipher = connection.scalarText("PRAGMA cipher_version");
    if (!cipher)
        return cipher.error();
    stats.databaseBytes = *bytes + QFileInfo(context.paths.database() + QStringLiteral("-wal")).size();
    stats.blobBytes = blobBytes;
    stats.lastBackup = Instant{*backup};
    stats.schemaVersion = static_cast<int>(version);
    stats.cipherVersion = *cipher;
    return stats;
}

Result<std::vector<Unmet>> unmet(Connection &connection, const StoreContext &context, const RecordId &target,
                                 const QString &transition, const Inputs &inputs)
{
    const Result<Record> row = findById(connection, target, Columns::List);
    if (!row)
        return row.error();
    const Result<CaseFile> file = readCase(connection, row->root);
    if (!file)
        return file.error();
    const Transition *step = findTransition(row->spec(), transition);
    if (!step)
        return Error(ErrorKind::Rejected, storeerrors::noSuchStep, {transition.left(60)});
    if (!file->find(target))
        return Error(ErrorKind::Rejected, storeerrors::withdrawnAlready);
    return unmetFor(*file, target, *step, inputs, context.session.actor, context.clock->now(), *context.rules());
}

} // namespace yizhan::lookup
