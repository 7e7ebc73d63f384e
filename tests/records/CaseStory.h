// SPDX-License-Identifier: GPL-3.0-or-later
// Tells a case step by step through the move engine: who does what on which day, and what then stands in the case.
#pragma once

#include "tests/records/RuleFixtures.h"

#include "base/Random.h"
#include "records/CaseMove.h"
#include "records/RecordSpec.h"

namespace yizhan {

class CaseStory
{
public:
    // A new root of the kind on that day; `creation` is the transition it begins with.
    CaseStory(Kind kind, const char *today) : CaseStory(kind, today, [](Record &) {}) {}
    template <class Fill>
    CaseStory(Kind kind, const char *today, const Fill &fill) : m_random(7)
    {
        on(today);
        file.root = Record(kind);
        file.root.id = RecordId::make(now, m_random);
        file.root.root = file.root.id;
        file.root.office = QStringLiteral("JO01");
        file.root.createdAt = now;
        fill(file.root);
    }

    CaseFile file;
    Instant now;
    QStringList documents; // papers of the last step

    Record &root() { return file.root; }
    // From here on it is ten o'clock of that day.
    CaseStory &on(const char *isoDay);
    // From here on somebody with that role acts; each role is one person.
    CaseStory &as(const char *role);
    CaseStory &asPerson(const RecordId &user, const char *role);
    static RecordId personOf(const char *role);

    // Adds a child of the root, or of `parent`; a kind with life cycles begins with its first creation step.
    template <class Fill>
    RecordId add(Kind kind, const Fill &fill)
    {
        return add(kind, file.root.id, fill);
    }
    template <class Fill>
    RecordId add(Kind kind, const RecordId &parent, const Fill &fill)
    {
        Record child = makeChild(kind, parent);
        fill(child);
        const RecordId id = child.id;
        file.children.push_back(std::move(child));
        begin(id);
        return id;
    }
    Record &row(const RecordId &id) { return *file.find(id); }
    Record *newest(Kind kind);

    // Takes the step on the root or on `record`: "" if it was taken, otherwise the ids of what stands against it.
    QString move(const char *transition) { return move(file.root.id, transition, {}); }
    QString move(const char *transition, const Inputs &inputs) { return move(file.root.id, transition, inputs); }
    QString move(const RecordId &record, const char *transition, const Inputs &inputs = {});
    // What the program does by itself: at once after a step, and every morning.
    void letTheProgramWork();

    QString status() const;
    QString status(const RecordId &record, std::size_t lifeCycle = 0) const;
    // "2026-04-02" of the newest clock of the rule; "-" without a date; "none" if it never started.
    QString due(const char *rule) const;
    QString clock(const char *rule) const; // RUNNING, PAUSED, MET, CANCELLED (by the stored column), "none"
    int countOf(Kind kind) const { return static_cast<int>(file.of(kind).size()); }

private:
    Record makeChild(Kind kind, const RecordId &parent);
    void begin(const RecordId &id);
    const Record *newestTimer(const char *rule) const;

    SeededRandom m_random;
    Actor m_actor;
    int m_serial = 0;
};

} // namespace yizhan
