// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/Migrator.h"

#include "sql/Connection.h"
#include "sql/SqlErrors.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <algorithm>

namespace yizhan {

namespace {
Error badList(const QString &what) { return {ErrorKind::Usage, sqlerrors::badMigration, {what}}; }

Outcome judgeNumbers(const std::vector<Migration> &migrations)
{
    int expected = 1;
    for (const Migration &step : migrations) {
        if (step.number != expected)
            return badList(QStringLiteral("%1, expected %2").arg(step.number).arg(expected));
        ++expected;
    }
    return {};
}

Result<QByteArray> readAll(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Io, sqlerrors::io, {QFileInfo(path).absolutePath(), file.errorString()});
    return file.readAll();
}

// The first table with a row whose parent is missing, or nothing.
Result<std::optional<QString>> brokenReference(Connection &connection)
{
    Result<Statement> check = connection.prepare("PRAGMA foreign_key_check");
    if (!check)
        return check.error();
    const Result<bool> row = check->step();
    if (!row)
        return row.error();
    return *row ? std::optional(check->text(0)) : std::nullopt;
}
} // namespace

Migrator::Migrator(qint32 applicationId, std::vector<Migration> migrations)
    : m_applicationId(applicationId), m_migrations(std::move(migrations))
{}

Result<std::vector<Migration>> Migrator::fromFolder(const QString &folder)
{
    static const QRegularExpression pattern(QStringLiteral("\\A([0-9]{4})_([a-z0-9_]+)\\.sql\\z"));
    std::vector<Migration> out;
    const QStringList files = QDir(folder).entryList(QDir::Files, QDir::Name);
    for (const QString &name : files) {
        const QRegularExpressionMatch match = pattern.match(name);
        if (!match.hasMatch())
            return badList(name);
        Result<QByteArray> sql = readAll(folder + QLatin1Char('/') + name);
        if (!sql)
            return sql.error();
        out.push_back({match.captured(1).toInt(), match.captured(2), std::move(*sql)});
    }
    if (out.empty())
        return Error(ErrorKind::NotFound, sqlerrors::missing, {folder});
    std::stable_sort(out.begin(), out.end(), [](const Migration &a, const Migration &b) { return a.number < b.number; });
    if (Outcome judged = judgeNumbers(out); !judged)
        return judged.error();
    return out;
}

int Migrator::newest() const { return m_migrations.empty() ? 0 : m_migrations.back().number; }

Result<int> Migrator::check(Connection &connection) const
{
    const Result<qint64> mark = connection.scalarInt("PRAGMA application_id");
    if (!mark)
        return mark.error();
    const Result<qint64> version = connection.scalarInt("PRAGMA user_version");
    if (!version)
        return version.error();
    const Result<qint64> tables = connection.scalarInt("SELECT count(*) FROM sqlite_master");
    if (!tables)
        return tables.error();
    const bool empty = *mark == 0 && *version == 0 && *tables == 0;
    if (!empty && *mark != m_applicationId)
        return Error(ErrorKind::Corrupt, sqlerrors::foreignFile, {QString::number(*mark), QString::number(m_applicationId)});
    if (*version > newest())
        return Error(ErrorKind::TooNew, sqlerrors::tooNew, {QString::number(*version), QString::number(newest())});
    return static_cast<int>(*version);
}

Result<int> Migrator::migrate(Connection &connection, const BeforeMigration &before) const
{
    if (Outcome judged = judgeNumbers(m_migrations); !judged)
        return judged.error();
    const Result<int> from = check(connection);
    if (!from)
        return from.error();
    if (*from == newest())
        return *from;
    if (*from > 0 && before) {
        if (Outcome ready = before(*from, newest()); !ready)
            return ready.error();
    }
    for (const Migration &step : m_migrations) {
        if (step.number <= *from)
            continue;
        if (Outcome done = apply(connection, step); !done)
            return done.error();
    }
    return newest();
}

Outcome Migrator::apply(Connection &connection, const Migration &step) const
{
    Result<Transaction> transaction = Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    const Result<int> version = check(connection); // again, now that nobody else can write
    if (!version)
        return version.error();
    if (*version >= step.number)
        return {}; // another process has just done it
    if (Outcome done = connection.execute(step.sql); !done)
        return done;
    if (!connection.inTransaction())
        return badList(QStringLiteral("%1 ends its transaction").arg(step.number));
    const Result<std::optional<QString>> broken = brokenReference(connection);
    if (!broken)
        return broken.error();
    if (*broken)
        return Error(ErrorKind::Constraint, sqlerrors::badReference, {QString::number(step.number), **broken});
    const QByteArray marks = "PRAGMA application_id=" + QByteArray::number(m_applicationId)
                             + ";PRAGMA user_version=" + QByteArray::number(step.number);
    if (Outcome done = connection.execute(marks); !done)
        return done;
    return transaction->commit();
}

} // namespace yizhan
