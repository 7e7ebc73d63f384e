// SPDX-License-Identifier: GPL-3.0-or-later
// What happened in one run, line by line: its hash proves that a seed replays, its lines tell the story of a record.
#pragma once

#include "base/Id.h"

#include <QHash>
#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

namespace yizhan::simulation {

class Trace
{
public:
    // `on`: the records that the line is about. The line must not hold anything that differs between two runs of a seed.
    void note(const QString &line, const std::vector<RecordId> &on = {});
    void beginStep(int step) { m_step = step; }
    int step() const { return m_step; }
    std::uint64_t hash() const { return m_hash; }

    // Records are named in the order in which they were met: "R17".
    QString nameOf(const RecordId &id);

    // An invariant does not hold. The first one counts.
    struct Broken {
        QString invariant; // "I3"
        QString what;
        RecordId record; // null: not about one
        int step = 0;
    };
    void broken(const QString &invariant, const QString &what, const RecordId &record = {});
    const std::optional<Broken> &verdict() const { return m_broken; }
    bool isBroken() const { return m_broken.has_value(); }
    // Lines about a record and its case; without one, the last lines.
    QStringList story(const RecordId &record) const;
    QStringList all() const;

private:
    struct Line {
        int step;
        QString text;
        std::vector<RecordId> on;
    };
    std::vector<Line> m_lines;
    QHash<RecordId, int> m_names;
    std::optional<Broken> m_broken;
    std::uint64_t m_hash = 14695981039346656037ULL; // FNV-1a
    int m_step = 0;
};

} // namespace yizhan::simulation
