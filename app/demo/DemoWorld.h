// SPDX-License-Identifier: GPL-3.0-or-later
// What all cases of the demo district share: rules, people, staff, villages, the series of numbers.
#pragma once

#include "app/demo/DemoPeople.h"
#include "base/Result.h"
#include "records/LifeCycle.h"
#include "records/RuleBook.h"
#include "store/Change.h"

#include <QHash>
#include <deque>
#include <memory>

namespace yizhan {

class DemoWorld
{
public:
    DemoWorld(std::shared_ptr<const RuleBook> rules, std::uint64_t seed, Day until, RecordId user);

    const RuleBook &rules() const { return *m_rules; }
    Random &random() { return m_random; }
    DemoPeople &people() { return m_people; }
    const QStringList &offices() const { return m_offices; }
    // 18:00 of the last day. Nothing happens after it.
    Instant end() const { return m_end; }

    // Somebody who may take every step; the store does not see who acted in the demo district but this user.
    const Actor &actor() const { return m_actor; }

    // The final number of a series for a record at a time.
    QString takeNumber(const QString &series, const Record &record, const QString &word, Instant at);
    // A moment between 08:30 and 17:30 of the year, more of them in busy months; rarely on a rest day.
    Instant moment();
    // `days` working days on and some hours later, never after end().
    Instant later(Instant from, int leastDays, int mostDays);
    // Offices have different sizes, as in life.
    QString office();

    // Rows of the district itself: villages, committees, staff. Made once, then named by the cases.
    std::vector<Operation> districtRows();
    RecordId villageOf(const QString &office);
    RecordId committeeOf(const QString &office);
    RecordId mediatorOf(const QString &office);
    RecordId notary();
    // The account of the notary in charge; the demo's own user approves and rechecks.
    RecordId notaryUser() const { return m_notaryUser; }
    RecordId clerk(const QString &office);
    struct Lawyer {
        RecordId id;
        QString name;
        QString firm;
        QString licence;
        int years = 0;
        bool minors = false;
        QString phone;
    };
    const Lawyer &lawyer(bool seasoned);
    // Who asked what lately: some come back with the same question.
    struct Caller {
        RecordId consultation;
        DemoPerson person;
        QString category;
        Instant at;
    };
    void remember(Caller caller);
    // One consultation in 25 is somebody's who asked within the 30 days before `now`; null for the others.
    const Caller *comesBack(Instant now);
    QString villageName(const RecordId &village) const;

private:
    Record districtRecord(Kind kind, const QString &office);
    Record staffRecord(const QString &office, const char *kind, const QString &firm);
    void addVillages(std::vector<Operation> &rows);
    void addLawyers(std::vector<Operation> &rows);

    std::shared_ptr<const RuleBook> m_rules;
    SeededRandom m_random;
    Instant m_start;
    Instant m_end;
    QStringList m_offices;
    DemoPeople m_people;
    Actor m_actor;
    QHash<QString, qint64> m_serials;
    QHash<QString, std::vector<RecordId>> m_villages;
    QHash<QString, std::vector<RecordId>> m_committees;
    QHash<QString, std::vector<RecordId>> m_mediators;
    QHash<QString, std::vector<RecordId>> m_clerks;
    QHash<RecordId, QString> m_villageNames;
    std::vector<RecordId> m_notaries;
    RecordId m_notaryUser;
    std::vector<Lawyer> m_lawyers;
    std::deque<Caller> m_callers;
    int m_consultations = 0;
};

} // namespace yizhan
