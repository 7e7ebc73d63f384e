// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoWorld.h"

#include "records/NumberTable.h"
#include "records/OfficeDirectory.h"
#include "records/RoleTable.h"
#include "records/WorkCalendar.h"
#include "records/kinds/Committee.h"
#include "records/kinds/Staff.h"
#include "records/kinds/User.h"
#include "records/kinds/Village.h"

#include <algorithm>

namespace yizhan {

namespace {

// How busy the months are, in hundredths of an average one: quiet around the Spring Festival, busy before the year ends.
constexpr int monthWeights[12] = {85, 60, 105, 100, 95, 100, 105, 95, 105, 90, 125, 135};
constexpr int busiestMonth = 135;

QStringList activeOffices(const RuleBook &rules)
{
    QStringList ids;
    for (const OfficeEntry *office : rules.offices().judicialOffices())
        ids += office->id;
    return ids;
}

Actor everybody(const RuleBook &rules, RecordId user, const QString &office)
{
    Actor actor;
    actor.user = user;
    actor.office = office;
    for (const ActorEntry &entry : rules.roles().all())
        actor.roles += entry.roles;
    actor.roles.removeDuplicates();
    return actor;
}

constexpr const char *firms[] = {"演示正和律师事务所", "演示明理律师事务所", "演示恒信律师事务所",
                                 "演示中通律师事务所", "演示崇文律师事务所", "演示法援中心"};

} // namespace

DemoWorld::DemoWorld(std::shared_ptr<const RuleBook> rules, std::uint64_t seed, Day until, RecordId user)
    : m_rules(std::move(rules)),
      m_random(seed),
      m_start(Instant::fromLocal(until.sameDateAfterMonths(-12).plus(1), 0)),
      m_end(Instant::fromLocal(until, 18 * 60)),
      m_offices(activeOffices(*m_rules)),
      m_people(m_random, demoVillages(m_offices)),
      m_actor(everybody(*m_rules, user, m_offices.value(0)))
{}

QString DemoWorld::takeNumber(const QString &seriesId, const Record &record, const QString &word, Instant at)
{
    const NumberSeries *series = m_rules->numbers().find(seriesId);
    if (!series)
        return {};
    const OfficeEntry *office = m_rules->offices().find(record.office);
    NumberFacts facts;
    facts.day = at.localDay();
    facts.city = m_rules->offices().district().cityShort;
    facts.district = m_rules->offices().district().shortName;
    facts.office = office ? office->shortName : record.office;
    facts.officeId = record.office;
    facts.word = word;
    facts.serial = ++m_serials[counterKey(*series, facts)];
    return formatNumber(*series, facts);
}

Instant DemoWorld::moment()
{
    const Day first = m_start.localDay();
    const int days = m_end.localDay().sinceEpoch - first.sinceEpoch + 1;
    for (;;) {
        const Day day = first.plus(static_cast<int>(m_random.below(static_cast<std::uint32_t>(days))));
        if (!chance(m_random, monthWeights[day.month() - 1] * 100 / busiestMonth)
            || (m_rules->calendar().isRest(day) && !chance(m_random, 4)))
            continue;
        const Instant minute = Instant::fromLocal(day, between(m_random, 8 * 60 + 30, 17 * 60 + 30));
        return Instant{minute.ms + static_cast<int>(m_random.below(60)) * 1000LL};
    }
}

Instant DemoWorld::later(Instant from, int leastDays, int mostDays)
{
    Day day = from.localDay();
    int left = between(m_random, leastDays, mostDays);
    while (left > 0) {
        day = day.plus(1);
        if (!m_rules->calendar().isRest(day))
            --left;
    }
    Instant to = day == from.localDay() ? Instant{from.ms + between(m_random, 5, 55) * 60'000LL}
                                        : Instant::fromLocal(day, between(m_random, 9 * 60, 17 * 60));
    return std::min(to, m_end);
}

QString DemoWorld::office()
{
    // Two draws and the smaller: the first offices of the list (streets of the old town) have more than the last.
    const auto count = static_cast<std::uint32_t>(m_offices.size());
    return chance(m_random, 40) ? m_offices[std::min(m_random.below(count), m_random.below(count))]
                                : m_offices[m_random.below(count)];
}

Record DemoWorld::districtRecord(Kind kind, const QString &office)
{
    Record record(kind);
    record.id = RecordId::make(m_start, m_random);
    record.root = record.id;
    record.office = office;
    record.createdAt = record.updatedAt = m_start;
    record.createdBy = record.updatedBy = m_actor.user;
    record.version = 1;
    return record;
}

Record DemoWorld::staffRecord(const QString &office, const char *kind, const QString &firm)
{
    Record person = districtRecord(Kind::Staff, office);
    const bool male = chance(m_random, 55);
    person.set(staff::name, m_people.name(male));
    person.set(staff::kind, QString::fromLatin1(kind));
    person.set(staff::gender, male ? QStringLiteral("1") : QStringLiteral("2"));
    person.set(staff::phone, m_people.phone());
    person.set(staff::firm, firm);
    person.set(staff::active, true);
    person.set(staff::sandbox, true);
    return person;
}

void DemoWorld::addVillages(std::vector<Operation> &rows)
{
    const Day today = m_start.localDay();
    for (const DemoVillage &village : m_people.villages()) {
        Record row = districtRecord(Kind::Village, village.office);
        row.set(village::code12, village.code12);
        row.set(village::name, village.name);
        row.set(village::kind, village.community ? QStringLiteral("COMMUNITY") : QStringLiteral("VILLAGE"));
        row.set(village::active, true);
        row.set(village::sandbox, true);
        m_villages[village.office].push_back(row.id);
        m_villageNames.insert(row.id, village.name);
        Record committee = districtRecord(Kind::Committee, village.office);
        committee.set(committee::name, village.name + QStringLiteral("人民调解委员会"));
        committee.set(committee::kind, village.community ? QStringLiteral("RESIDENT") : QStringLiteral("VILLAGE"));
        committee.set(committee::village, row.id);
        committee.set(committee::members, std::int64_t{between(m_random, 3, 9)});
        committee.set(committee::women, std::int64_t{1});
        committee.set(committee::electedOn, today.sameDateAfterMonths(-between(m_random, 1, 35)));
        committee.set(committee::active, true);
        committee.set(committee::sandbox, true);
        m_committees[village.office].push_back(committee.id);
        rows.push_back(Operation::create(row));
        rows.push_back(Operation::create(committee));
    }
}

void DemoWorld::addLawyers(std::vector<Operation> &rows)
{
    const Day today = m_start.localDay();
    for (int i = 0; i < 100; ++i) { // 53 at the counters and 47 with police, procuratorate and court
        Record lawyer = staffRecord(m_offices.first(), "LAWYER", QString::fromUtf8(pick(m_random, firms)));
        Lawyer entry{lawyer.id,
                     lawyer.get(staff::name),
                     lawyer.get(staff::firm),
                     QStringLiteral("1110120%1").arg(1'000'000 + i * 37),
                     between(m_random, 1, 25),
                     chance(m_random, 40),
                     lawyer.get(staff::phone)};
        lawyer.set(staff::licenceNo, entry.licence);
        lawyer.set(staff::criminalFrom, today.sameDateAfterMonths(-12 * entry.years));
        lawyer.set(staff::minorsOk, entry.minors);
        m_lawyers.push_back(entry);
        rows.push_back(Operation::create(lawyer));
    }
}

std::vector<Operation> DemoWorld::districtRows()
{
    std::vector<Operation> rows;
    addVillages(rows);
    for (const QString &office : m_offices) {
        for (int i = 0; i < 5; ++i) {
            const Record mediator = staffRecord(office, "MEDIATOR", QString());
            m_mediators[office].push_back(mediator.id);
            rows.push_back(Operation::create(mediator));
        }
        for (int i = 0; i < 2; ++i) {
            const Record clerk = staffRecord(office, "OFFICIAL", QString());
            m_clerks[office].push_back(clerk.id);
            rows.push_back(Operation::create(clerk));
        }
    }
    for (int i = 0; i < 12; ++i) {
        const Record notary = staffRecord(m_offices.first(), "NOTARY", QStringLiteral("演示公证处"));
        m_notaries.push_back(notary.id);
        rows.push_back(Operation::create(notary));
    }
    Record account = districtRecord(Kind::User, m_offices.first());
    account.set(user::login, QStringLiteral("demo-notary"));
    account.set(user::name, QStringLiteral("演示公证员"));
    account.set(user::roles, QStringList{QStringLiteral("NOTARY")});
    account.set(user::active, true);
    m_notaryUser = account.id;
    rows.push_back(Operation::create(account));
    addLawyers(rows);
    return rows;
}

RecordId DemoWorld::villageOf(const QString &office) { return pick(m_random, m_villages[office]); }
RecordId DemoWorld::committeeOf(const QString &office) { return pick(m_random, m_committees[office]); }
RecordId DemoWorld::mediatorOf(const QString &office) { return pick(m_random, m_mediators[office]); }
RecordId DemoWorld::clerk(const QString &office) { return pick(m_random, m_clerks[office]); }
RecordId DemoWorld::notary() { return pick(m_random, m_notaries); }
QString DemoWorld::villageName(const RecordId &village) const { return m_villageNames.value(village); }

const DemoWorld::Lawyer &DemoWorld::lawyer(bool seasoned)
{
    for (int attempt = 0; attempt < 200; ++attempt) {
        const Lawyer &one = pick(m_random, m_lawyers);
        if (!seasoned || (one.years >= 3 && one.minors))
            return one;
    }
    return m_lawyers.front();
}

void DemoWorld::remember(Caller caller)
{
    constexpr std::size_t mostCallers = 300;
    m_callers.push_back(std::move(caller));
    if (m_callers.size() > mostCallers)
        m_callers.pop_front();
}

const DemoWorld::Caller *DemoWorld::comesBack(Instant now)
{
    constexpr int oneIn = 25;
    if (++m_consultations % oneIn != 0)
        return nullptr;
    constexpr std::int64_t within = 29LL * 86'400'000;
    const auto isLate = [now](const Caller &caller) { return caller.at.ms < now.ms && now.ms - caller.at.ms < within; };
    const auto found = std::find_if(m_callers.rbegin(), m_callers.rend(), isLate);
    return found == m_callers.rend() ? nullptr : &*found;
}

} // namespace yizhan
