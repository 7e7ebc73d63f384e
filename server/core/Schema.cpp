// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Schema.h"

#include "server/core/Meta.h"
#include "server/core/ServerErrors.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

static void initServerSchema() { Q_INIT_RESOURCE(serverschema); }

namespace yizhan::schema {
namespace {

constexpr const char *versionKey = "schema";

QStringList steps()
{
    initServerSchema();
    return QDir(QStringLiteral(":/yizhan/server/schema")).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

Result<QByteArray> textOf(const QString &step)
{
    QFile file(QStringLiteral(":/yizhan/server/schema/") + step);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Io, servererrors::files, {step});
    return file.readAll();
}

} // namespace

QByteArray spelt(QByteArray sql, Engine engine)
{
    if (engine == Engine::Sqlite)
        return sql;
    QString text = QString::fromUtf8(sql);
    // Texts are keys and are compared by bytes, as SQLite does, whatever language the cluster was made for.
    text.replace(QRegularExpression(QStringLiteral("\\bTEXT\\b")), QStringLiteral("TEXT COLLATE \"C\""));
    text.replace(QRegularExpression(QStringLiteral("\\bINTEGER\\b")), QStringLiteral("BIGINT"));
    text.replace(QRegularExpression(QStringLiteral("\\bBLOB\\b")), QStringLiteral("BYTEA"));
    text.replace(QLatin1String(") WITHOUT ROWID;"), QLatin1String(");"));
    return text.toUtf8();
}

std::vector<QByteArray> statementsOf(const QByteArray &sql)
{
    std::vector<QByteArray> statements;
    QByteArray current;
    for (const QByteArray &line : sql.split('\n')) {
        if (line.trimmed().startsWith("--"))
            continue;
        current += line + '\n';
        if (line.trimmed().endsWith(';')) {
            statements.push_back(current.trimmed());
            current.clear();
        }
    }
    return statements;
}

int newest() { return static_cast<int>(steps().size()); }

Outcome prepare(SqlSession &session, Engine engine)
{
    const QByteArray metaTable = spelt("CREATE TABLE IF NOT EXISTS meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
                                       engine);
    if (Outcome made = session.done(metaTable.constData(), {}); !made)
        return made;
    const Result<qint64> version = meta::number(session, versionKey);
    if (!version)
        return version.error();
    const QStringList all = steps();
    if (*version > all.size())
        return Error(ErrorKind::TooNew, servererrors::tooNew, {QString::number(*version), QString::number(all.size())});
    for (qsizetype step = *version; step < all.size(); ++step) {
        const Result<QByteArray> text = textOf(all[step]);
        if (!text)
            return text.error();
        for (const QByteArray &statement : statementsOf(spelt(*text, engine))) {
            if (Outcome done = session.done(statement.constData(), {}); !done)
                return done;
        }
    }
    return meta::setNumber(session, versionKey, all.size());
}

} // namespace yizhan::schema
