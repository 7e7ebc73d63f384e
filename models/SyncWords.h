// SPDX-License-Identifier: GPL-3.0-or-later
// The state of synchronisation in words: for the status line, a part each, and for the panel, line by line.
#pragma once

#include "models/Workspace.h"
#include "records/Deadline.h"
#include "store/SyncControl.h"

namespace yizhan::syncwords {

// All of them: GUI thread. Numbers are those of the status, never counted otherwise.
struct Part {
    QString text;        // symbol and words; empty = the part is not shown
    QString explanation; // a sentence or two
    ColourBand band = ColourBand::Plain;
    bool operator==(const Part &) const = default;
};

Part line(const SyncStatus &status, Day today);                // "● Exchanged 09:42"
Part unsent(const SyncStatus &status, Instant now);            // "▲ Unsent 3 (oldest 2 h)"
Part conflicts(const SyncStatus &status);                      // "◆ To settle 1"
Part returned(const SyncStatus &status, Workspace &workspace); // "↩ Came back 1"
Part clock(const SyncStatus &status);                          // "Clock differs 4 min"; empty below a minute

QString stage(const SyncStatus &status, Day today); // one sentence
// "less than a minute", "12 min", "2 h", "3 days"
QString span(std::int64_t ms);
// Everything that somebody has to know or do besides the numbers, the gravest first; empty = nothing.
QStringList troubles(const SyncStatus &status, Workspace &workspace);

// Guesses how long a first synchronisation still takes, from what has come so far.
class TimeLeft
{
public:
    // Empty text until there is something to guess from.
    QString feed(std::int64_t done, std::int64_t total, Instant now);

private:
    std::int64_t m_firstDone = -1;
    std::int64_t m_lastDone = 0;
    Instant m_since;
};

} // namespace yizhan::syncwords
