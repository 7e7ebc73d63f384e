// SPDX-License-Identifier: GPL-3.0-or-later
// Looks into a workstation's database past the product's own code: which rows lie there, whose they are, what waits.
#pragma once

#include "base/Id.h"
#include "records/Kind.h"
#include "records/Value.h"
#include "sql/Connection.h"
#include "store/SyncTypes.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace yizhan {
class Record;
struct RecordSpec;
} // namespace yizhan

namespace yizhan::simulation {

class Inspector
{
public:
    struct Row {
        Kind kind = Kind::None;
        RecordId id;
        RecordId root;
        QString office;
        std::int64_t version = 0;
        int unsent = 0;
        bool withdrawn = false;
    };

    // Opens with the password of a user of that store; an error ends the process, for nothing could be checked then.
    Inspector(const QString &folder, const QString &login, const QString &password);

    // All rows, cases with their children, in the order of their ids.
    std::vector<Row> rows() const;
    // Rows of kinds that the program there does not know; the ones of this process must.
    std::vector<Row> rawRows() const;
    std::vector<OutboxRow> unsent() const;

    // What lies there of a row of a case, by field, in columns or as it came.
    using Values = std::map<std::uint16_t, Value>;
    struct Held {
        Kind kind = Kind::None;
        RecordId id;
        std::int64_t version = 0; // of the server's copy
        bool isRaw = false;
        Values shown;
        std::optional<Values> copy;   // the server's, where it is kept apart
        bool isMadeHere = false;      // the server has not answered yet
        std::set<std::uint16_t> open; // fields with a value that is on its way
    };
    std::vector<Held> held() const;
    static Values valuesOf(const Record &record); // those that travel
    std::int64_t number(const QByteArray &sql) const;
    std::vector<RecordId> ids(const QByteArray &sql) const;

private:
    void addOpen(std::map<RecordId, Held> &rows) const;

    std::unique_ptr<Connection> m_connection;
    std::vector<std::pair<const RecordSpec *, QByteArray>> m_contents; // of each kind that the program there knows
    QByteArray m_everyRow;
};

} // namespace yizhan::simulation
