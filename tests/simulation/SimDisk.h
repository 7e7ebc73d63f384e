// SPDX-License-Identifier: GPL-3.0-or-later
// The disks of the simulated machines: a layer between SQLite and the real files that can fill up, fail, and lose what was
// written after the last sync.
#pragma once

#include <QByteArray>
#include <cstdint>
#include <vector>

namespace yizhan::simulation {

class Chance;

// One machine's databases: every file below a folder. It counts writes, truncations and syncs; at the one that was named the
// machine goes down: from then on every access to its files fails, until restart(). One thread.
class SimDisk
{
public:
    // `folder`: absolute, no trailing slash. Registers the layer with SQLite on first use, as the default.
    explicit SimDisk(QByteArray folder);
    ~SimDisk();
    SimDisk(const SimDisk &) = delete;
    SimDisk &operator=(const SimDisk &) = delete;

    // The machine goes down at the access number `accesses` from now on (0 = the next one).
    void crashAfter(std::int64_t accesses) { m_untilCrash = accesses; }
    void keepRunning() { m_untilCrash = -1; }
    // That one access goes wrong in another way: it fails once and the next ones do not, or half of what it writes arrives and
    // the machine goes down over it.
    enum class Trouble { FailsOnce, TornDown };
    void troubleAfter(std::int64_t accesses, Trouble trouble)
    {
        m_untilTrouble = accesses;
        m_trouble = trouble;
    }
    bool isDown() const { return m_isDown; }
    void goDown() { m_isDown = true; }
    // Power returns. What was not synced is there or not, each write by itself: nothing orders writes between two syncs.
    void restart(Chance &chance);
    // Only the program has died: what it wrote is there.
    void startAgain();

    // No room for anything more, from the access number `accesses` on, until makeRoom().
    void fillUpAfter(std::int64_t accesses) { m_untilFull = accesses; }
    void makeRoom() { m_untilFull = -1; }

    std::int64_t accesses() const { return m_accesses; }

    // ---- for the layer ----
    enum class Verdict { Go, Full, Down, Fails, Torn };
    Verdict judgeAccess();
    // Something that a loss of power may undo: the bytes that stood there, the file's size before.
    struct Unsynced {
        QByteArray file;
        std::int64_t at = 0;
        QByteArray before;
        QByteArray after; // nothing and cut = true: the file was cut at `at`
        std::int64_t sizeBefore = 0;
        bool cut = false;
    };
    void note(Unsynced change) { m_unsynced.push_back(std::move(change)); }
    void synced(const QByteArray &file);
    void deleted(const QByteArray &file) { synced(file); }
    const QByteArray &folder() const { return m_folder; }
    static SimDisk *diskOf(QByteArrayView file); // null: not a simulated one

private:
    QByteArray m_folder;
    std::vector<Unsynced> m_unsynced;
    std::int64_t m_untilCrash = -1;
    std::int64_t m_untilFull = -1;
    std::int64_t m_untilTrouble = -1;
    Trouble m_trouble = Trouble::FailsOnce;
    std::int64_t m_accesses = 0;
    bool m_isDown = false;
};

} // namespace yizhan::simulation
