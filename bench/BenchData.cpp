// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/BenchData.h"

#include "records/OfficeDirectory.h"
#include "records/kinds/Common.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"

#include <QDir>
#include <cstdio>

namespace yizhan {

namespace {

constexpr const char *states[] = {"REGISTERED", "ACCEPTED", "MEDIATING", "AGREED",   "CLOSED",
                                  "CLOSED",     "ARCHIVED", "ARCHIVED",  "ARCHIVED", "FAILED"};
constexpr const char *disputes[] = {"01", "02", "03", "04", "05", "06", "10", "14", "16", "17"};
constexpr std::size_t rowsAChange = 4'000;

std::vector<QString> officeIds(const RuleBook &rules)
{
    std::vector<QString> ids;
    for (const OfficeEntry *office : rules.offices().judicialOffices())
        ids.push_back(office->id);
    return ids;
}

} // namespace

BenchData::BenchData(std::shared_ptr<const RuleBook> rules, std::uint64_t seed)
    : m_rules(std::move(rules)),
      m_random(seed),
      m_offices(officeIds(*m_rules)),
      m_people(m_random, demoVillages(QStringList(m_offices.begin(), m_offices.end())))
{}

CaseFile BenchData::next()
{
    ++m_serial;
    const Day day = Day::fromYmd(2012, 1, 1)->plus(static_cast<int>(m_random.below(14 * 365)));
    const Instant at = Instant::fromLocal(day, between(m_random, 500, 1050));
    CaseFile file;
    const auto made = [&](Kind kind, const QString &office) {
        Record record(kind);
        record.id = RecordId::make(at, m_random);
        record.office = office;
        record.createdAt = record.updatedAt = at;
        record.version = 1;
        return record;
    };
    Record root = made(Kind::Mediation, pick(m_random, m_offices));
    root.root = root.id;
    root.set(common::caseNo,
             QStringLiteral("（%1）京通%2人调字第%3号").arg(day.year()).arg(root.office.right(2)).arg(m_serial));
    root.set(common::receivedAt, at);
    root.set(mediation::status, QString::fromLatin1(pick(m_random, states)));
    root.set(mediation::disputeType, QString::fromLatin1(pick(m_random, disputes)));
    root.set(mediation::source, QStringLiteral("10"));
    root.set(mediation::acceptedOn, day);
    root.set(mediation::peopleInvolved, std::int64_t{between(m_random, 2, 9)});
    root.set(mediation::amountClaimed, Money{between(m_random, 100, 500'000) * std::int64_t{100}});
    root.set(mediation::placeText, pick(m_random, m_people.villages()).name);
    root.set(mediation::facts,
             QStringLiteral("双方因相邻院墙排水问题发生争执，多次协商未果，申请调解。第%1件。").arg(m_serial));
    const int parties = m_serial % 5 == 0 ? 3 : 2;
    for (int i = 0; i < parties; ++i) {
        Record party = made(Kind::Party, root.office);
        party.root = party.parent = root.id;
        const DemoPerson person = m_people.person(day);
        party.set(party::type, QStringLiteral("NATURAL"));
        party.set(party::role, i == 0 ? QStringLiteral("APPLICANT") : QStringLiteral("RESPONDENT"));
        party.set(party::name, person.name);
        party.set(party::gender, person.gender);
        party.set(party::birthDate, person.birth);
        party.set(party::idType, person.idType);
        party.set(party::idNo, person.idNo);
        party.set(party::phone, person.phone);
        party.set(party::addressLive, person.address);
        file.children.push_back(std::move(party));
    }
    file.root = std::move(root);
    return file;
}

CaseFile asTyped(CaseFile file, Instant now, Random &random)
{
    for (const FieldSpec *field : file.root.spec().fields) {
        if (field->byTransition || field->derived)
            file.root.clear(*field);
    }
    file.root.id = file.root.root = RecordId::make(now, random);
    for (Record &child : file.children) {
        child.id = RecordId::make(now, random);
        child.root = child.parent = file.root.id;
    }
    return file;
}

Result<std::unique_ptr<Store>> openBenchStore(const QString &folder, std::shared_ptr<const RuleBook> rules)
{
    StoreOptions options;
    options.folder = folder;
    options.rules = std::move(rules);
    if (!Store::exists(folder)) {
        QDir().mkpath(QFileInfo(folder).path());
        NewStore wish;
        wish.office = QStringLiteral("JO01");
        wish.login = benchLogin;
        wish.password = benchPassword;
        auto created = Store::create(options, wish);
        if (!created)
            return created.error();
    }
    return Store::open(options, benchLogin, benchPassword);
}

Result<std::unique_ptr<Store>> benchStoreWith(const QString &folder, std::int64_t cases, std::shared_ptr<const RuleBook> rules)
{
    auto store = openBenchStore(folder, rules);
    if (!store)
        return store;
    Query all;
    all.spec = specOf(Kind::Mediation);
    const auto standing = await((*store)->count(all));
    if (!standing)
        return standing.error();
    if (*standing >= cases)
        return store;
    std::fprintf(stderr, "making a store of %lld cases in %s\n", static_cast<long long>(cases), qPrintable(folder));
    BenchData data(rules);
    for (std::int64_t i = 0; i < *standing; ++i)
        (void)data.next();
    Change change;
    for (std::int64_t i = *standing; i < cases; ++i) {
        CaseFile file = data.next();
        change.operations.push_back(Operation::create(std::move(file.root)));
        for (Record &child : file.children)
            change.operations.push_back(Operation::create(std::move(child)));
        if (change.operations.size() >= rowsAChange || i + 1 == cases) {
            change.asServer = true;
            const auto written = await((*store)->submit(std::move(change)));
            if (!written)
                return written.error();
            change = {};
        }
    }
    return store;
}

QString countText(std::int64_t count)
{
    if (count >= 1'000'000 && count % 1'000'000 == 0)
        return QStringLiteral("%1 M").arg(count / 1'000'000);
    if (count >= 1000 && count % 1000 == 0)
        return QStringLiteral("%1 k").arg(count / 1000);
    return QString::number(count);
}

} // namespace yizhan
