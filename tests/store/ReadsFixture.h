// SPDX-License-Identifier: GPL-3.0-or-later
// An encrypted database with all tables but without a store around it: for tests of what reads.
#pragma once

#include "base/Random.h"
#include "records/Record.h"
#include "sql/Connection.h"

#include <QTemporaryDir>
#include <memory>
#include <vector>

namespace yizhan::tests {

class ReadsFixture
{
public:
    ReadsFixture();

    Connection &connection() { return *m_connection; }
    QString folder() const { return m_folder.path(); }
    QString file() const { return m_folder.path() + QStringLiteral("/test.db"); }
    static QByteArray key() { return QByteArray(32, '\x5A'); }
    std::unique_ptr<Connection> another(OpenOptions::Access access = OpenOptions::Access::ReadOnly);

    // A mediation case with parties of these names, written and indexed. Its number is made if none is given.
    CaseFile addCase(const QStringList &names, const QString &facts = {}, const QString &caseNo = {});
    CaseFile add(CaseFile file);
    // Rows by localRow, search table too.
    void rewrite(const CaseFile &file);
    // One more row of the case, not written yet.
    Record childOf(const CaseFile &file, Kind kind);
    Record rootOf(Kind kind);

    RecordId newId();
    SeededRandom &random() { return m_random; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Connection> m_connection;
    SeededRandom m_random{20260302};
    Instant m_now{1'772'413'200'000};
};

// Ends the process when something failed that must not.
void must(const Outcome &outcome);
template <class T>
T must(Result<T> result)
{
    if (!result)
        must(Outcome(result.error()));
    return std::move(*result);
}

// "张" + "晓伟": invented names of two to four characters, rare ones among them.
QString someName(Random &random);
// A text of a few sentences with numbers, dates and Latin letters in it.
QString someFacts(Random &random);

} // namespace yizhan::tests
