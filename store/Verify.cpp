// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Verify.h"

#include "records/kinds/Attachment.h"
#include "sql/Connection.h"
#include "sql/HashChain.h"
#include "store/AuditTrail.h"
#include "store/Blobs.h"
#include "store/CaseScan.h"
#include "store/ListIndex.h"
#include "store/ReadErrors.h"
#include "store/RowMapper.h"
#include "store/Schema.h"
#include "store/SearchIndex.h"
#include "store/SearchText.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <set>

namespace yizhan {
namespace {

Error givenUp() { return Error(ErrorKind::Cancelled, readerrors::stopped); }

class Checker
{
public:
    Checker(Connection &connection, const Blobs &blobs, const Verify::Derive &derive, const Progress &progress,
            const CancelToken &cancel)
        : m_connection(connection), m_blobs(blobs), m_derive(derive), m_progress(progress), m_cancel(cancel)
    {}

    Result<std::vector<Store::Check>> run()
    {
        using Part = Outcome (Checker::*)();
        constexpr Part parts[] = {&Checker::pages, &Checker::references, &Checker::lists, &Checker::cases,
                                  &Checker::attachments};
        if (Outcome counted = countWork(); !counted)
            return counted.error();
        for (const Part part : parts) {
            if (m_cancel.isCancelled())
                return givenUp();
            if (Outcome done = (this->*part)(); !done)
                return done.error();
        }
        return std::move(m_checks);
    }

private:
    void note(const char *part, bool good, const QString &detail)
    {
        m_checks.push_back({QString::fromLatin1(part), good, detail});
    }

    // One step of progress is a case; each is looked at twice, for what is derived and for what is searched.
    Outcome countWork()
    {
        for (const RecordSpec *spec : allSpecs()) {
            if (!spec->isRoot())
                continue;
            const Result<std::int64_t> rows = countRows(m_connection, *spec);
            if (!rows)
                return rows.error();
            m_total += *rows;
        }
        return {};
    }
    void step()
    {
        constexpr std::int64_t often = 500;
        if (m_progress && ++m_done % often == 0)
            m_progress(std::min(m_done, m_total), m_total);
    }

    Outcome pages()
    {
        const auto goOn = [this](qint64, qint64) { return !m_cancel.isCancelled(); };
        const Outcome whole = m_connection.checkIntegrity(IntegrityDepth::Full, goOn);
        if (!whole && whole.error().kind != ErrorKind::Corrupt)
            return whole;
        note("pages", whole.has_value(), whole ? QString() : whole.error().toLog());
        return {};
    }

    Result<qint64> countFaults(const QByteArray &sql) { return m_connection.scalarInt(sql); }

    // Every child has its case and its parent.
    Outcome references()
    {
        qint64 lost = 0;
        QStringList kinds;
        for (const RecordSpec *spec : allSpecs()) {
            if (spec->isRoot())
                continue;
            for (const char *column : {"root", "parent"}) {
                QByteArray known;
                for (const RecordSpec *other : allSpecs()) {
                    const bool isParent = std::find(spec->parents.begin(), spec->parents.end(), other->kind)
                                          != spec->parents.end();
                    if (column[0] == 'r' ? other->isRoot() : isParent)
                        known += " AND NOT EXISTS (SELECT 1 FROM " + layoutOf(*other).table + " AS o WHERE o.id = c." + column
                                 + ')';
                }
                const Result<qint64> faults = countFaults("SELECT count(*) FROM " + layoutOf(*spec).table + " AS c WHERE c."
                                                          + column + " IS NOT NULL" + known);
                if (!faults)
                    return faults.error();
                lost += *faults;
                if (*faults > 0)
                    kinds += QString::fromLatin1(spec->name);
            }
        }
        note("references", lost == 0,
             lost == 0
                 ? QString()
                 : QCoreApplication::translate("Check", "%1 rows without case or parent: %2").arg(lost).arg(kinds.join(u' ')));
        return {};
    }

    // That they agree with their tables is part of pages(); here: that they are there.
    Outcome lists()
    {
        QStringList missing;
        for (const RecordSpec *spec : allSpecs()) {
            for (const ListIndexLayout &layout : ListIndex::layoutsOf(*spec)) {
                const Result<qint64> there = m_connection.scalarInt(
                    "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name = '" + layout.name + '\'');
                if (!there)
                    return there.error();
                if (*there == 0)
                    missing += QString::fromLatin1(layout.name);
            }
        }
        note("lists", missing.isEmpty(), missing.join(u' '));
        return {};
    }

    Outcome cases()
    {
        m_stale = 0;
        QStringList badTables;
        for (const RecordSpec *spec : allSpecs()) {
            if (!spec->isRoot())
                continue;
            SearchSums expected;
            const auto look = [&](CaseFile &file) {
                step();
                if (SearchIndex::covers(*spec))
                    expected.add(file);
                compareDerived(file);
                return Outcome();
            };
            if (Outcome walked = forEachCase(m_connection, *spec, descendantsOf(*spec), m_cancel, look); !walked)
                return walked;
            if (!SearchIndex::covers(*spec))
                continue;
            const Result<bool> same = expected.agreesWith(m_connection, SearchIndex::tableOf(*spec));
            if (!same)
                return same.error();
            if (!*same)
                badTables += QString::fromLatin1(spec->name);
        }
        note("derived", m_stale == 0,
             m_stale == 0
                 ? QString()
                 : QCoreApplication::translate("Check", "%1 rows, first %2").arg(m_stale).arg(m_firstStale.toString()));
        note("search", badTables.isEmpty(), badTables.join(u' '));
        return {};
    }

    void compareDerived(const CaseFile &file)
    {
        if (!m_derive)
            return;
        CaseFile anew = file;
        m_derive(anew);
        const auto compare = [this](const Record &stored, const Record *computed) {
            if (computed && stored.values() == computed->values())
                return;
            if (m_stale++ == 0)
                m_firstStale = stored.id;
        };
        compare(file.root, &anew.root);
        for (const Record &child : file.children)
            compare(child, anew.find(child.id));
    }

    // What a contentless table holds cannot be read back as text, but each token can be counted: a sum over all of them, and
    // the set of rows, tell any difference.
    class SearchSums
    {
    public:
        void add(const CaseFile &file)
        {
            const SearchDocument document = SearchDocument::of(file);
            bool empty = true;
            for (int column = 0; column < SearchDocument::ColumnCount; ++column) {
                for (const QByteArray &token : document.columns[column].split(' ')) {
                    if (token.isEmpty())
                        continue;
                    m_tokens += hashOf(token, SearchDocument::columnNames[column]);
                    empty = false;
                }
            }
            if (!empty)
                m_rows += ::qHash(qint64{file.root.localRow}, seed);
        }
        Result<bool> agreesWith(Connection &connection, const QByteArray &table)
        {
            quint64 tokens = 0;
            quint64 rows = 0;
            const QByteArray vocabulary = "temp.vocabulary_of_" + table;
            if (Outcome made = connection.execute("CREATE VIRTUAL TABLE " + vocabulary + " USING fts5vocab('main', '" + table
                                                  + "', 'col')");
                !made)
                return made.error();
            Outcome summed = sum(connection, "SELECT term, col, cnt FROM " + vocabulary, [&tokens](const Statement &row) {
                tokens += static_cast<quint64>(row.int64(2)) * hashOf(row.utf8(0), row.utf8(1));
            });
            const Outcome dropped = connection.execute("DROP TABLE " + vocabulary);
            if (!summed || !dropped)
                return summed ? dropped.error() : summed.error();
            summed = sum(connection, "SELECT id FROM " + table + "_docsize",
                         [&rows](const Statement &row) { rows += ::qHash(row.int64(0), seed); });
            if (!summed)
                return summed.error();
            return tokens == m_tokens && rows == m_rows;
        }

    private:
        static constexpr std::size_t seed = 0x59A1;
        static quint64 hashOf(QByteArrayView token, QByteArrayView column) { return qHash(token, qHash(column, seed)); }
        template <class Take>
        static Outcome sum(Connection &connection, const QByteArray &sql, Take take)
        {
            Result<Statement> statement = connection.prepare(sql);
            if (!statement)
                return statement.error();
            return statement->each(take);
        }

        quint64 m_tokens = 0;
        quint64 m_rows = 0;
    };

    // Every content that a standing record names and that is not still to be fetched.
    Outcome attachments()
    {
        const TableLayout &layout = layoutOf(attachment::spec);
        Result<Statement> statement = m_connection.prepare("SELECT DISTINCT sha256 FROM " + layout.table
                                                           + " WHERE withdrawn = 0 AND sha256 IS NOT NULL AND sha256 NOT IN "
                                                             "(SELECT sha256 FROM blob_state WHERE state = 3)");
        if (!statement)
            return statement.error();
        qint64 good = 0;
        qint64 missing = 0;
        qint64 damaged = 0;
        Outcome walked = statement->each([&](const Statement &row) -> Outcome {
            Outcome checked = m_blobs.check(row.blob(0), m_cancel);
            if (!checked && checked.error().kind == ErrorKind::Cancelled)
                return checked;
            qint64 &which = checked ? good : checked.error().kind == ErrorKind::NotFound ? missing : damaged;
            ++which;
            return {};
        });
        if (!walked)
            return walked;
        note("blobs", missing + damaged == 0,
             QCoreApplication::translate("Check", "%1 good, %2 missing, %3 damaged").arg(good).arg(missing).arg(damaged));
        return {};
    }

    Connection &m_connection;
    const Blobs &m_blobs;
    const Verify::Derive &m_derive;
    const Progress &m_progress;
    const CancelToken &m_cancel;
    std::vector<Store::Check> m_checks;
    std::int64_t m_total = 0;
    std::int64_t m_done = 0;
    qint64 m_stale = 0;
    RecordId m_firstStale;
};

} // namespace

Result<std::vector<Store::Check>> Verify::everything(Connection &connection, const Blobs &blobs, const Derive &derive,
                                                     const Progress &progress, const CancelToken &cancel)
{
    return Checker(connection, blobs, derive, progress, cancel).run();
}

Result<Store::AuditCheck> Verify::audit(Connection &connection, const Progress &progress, const CancelToken &cancel)
{
    const Result<qint64> total = connection.scalarInt("SELECT count(*) FROM audit");
    if (!total)
        return total.error();
    Result<Statement> statement = connection.prepare(
        selectAudit() + ", (SELECT payload FROM audit_payload AS p WHERE p.seq = audit.seq) FROM audit ORDER BY seq");
    if (!statement)
        return statement.error();
    std::int64_t done = 0;
    const auto next = [&]() -> Result<std::optional<ChainRow>> {
        if (cancel.isCancelled())
            return givenUp();
        const Result<bool> more = statement->step();
        if (!more)
            return more.error();
        if (!*more)
            return std::optional<ChainRow>();
        constexpr std::int64_t often = 2000;
        if (progress && ++done % often == 0)
            progress(done, *total);
        const AuditRow audit = readAuditRow(*statement);
        ChainRow row{audit.seq, metaOf(audit), audit.payloadHash, std::nullopt, audit.previous, audit.hash};
        if (!statement->isNull(auditColumnCount))
            row.payload = statement->blob(auditColumnCount);
        return std::optional<ChainRow>(std::move(row));
    };
    const Result<ChainReport> report = verifyChain(next);
    if (!report)
        return report.error();
    Store::AuditCheck check;
    check.rows = report->rows;
    check.firstBroken = report->broken ? report->broken->seq : -1;
    return check;
}

} // namespace yizhan
