// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/RuleBook.h"

#include "records/CodeList.h"
#include "records/DeadlineRule.h"
#include "records/NumberTable.h"
#include "records/OfficeDirectory.h"
#include "records/Resources.h"
#include "records/RoleTable.h"
#include "records/RuleErrors.h"
#include "records/WorkCalendar.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace yizhan {

struct RuleBook::Parts {
    CodeCatalog codes;
    WorkCalendar calendar;
    DeadlineRules declared; // as in the data
    DeadlineSettings settings;
    DeadlineRules deadlines; // as the bureau reads them: made of the two above
    OfficeDirectory offices;
    RoleTable roles;
    NumberTable numbers;
    std::vector<Error> faults;
    QByteArray fingerprint;
};

namespace {
const QString floorDirectory = QStringLiteral(":/yizhan");

Result<QByteArray> readAll(const QString &path, const QString &shownName)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Io, text::fileUnreadable, {shownName});
    return file.readAll();
}

// Data files below `directory` in a fixed order: relative names such as "codes/notary.json".
QStringList namesBelow(const QString &directory)
{
    QStringList names;
    for (const QString &folder : {QStringLiteral("codes"), QStringLiteral("calendar"), QStringLiteral("deadlines"),
                                  QStringLiteral("places"), QString()}) {
        const QDir dir(folder.isEmpty() ? directory : directory + QLatin1Char('/') + folder);
        const QStringList files = dir.entryList({QStringLiteral("*.json"), QStringLiteral("*.csv")}, QDir::Files, QDir::Name);
        for (const QString &file : files)
            names += folder.isEmpty() ? file : folder + QLatin1Char('/') + file;
    }
    return names;
}
} // namespace

// Takes files one by one; each is either wholly in force afterwards or not at all.
class RuleBookBuilder
{
public:
    explicit RuleBookBuilder(RuleBook::Parts &parts) : m_parts(parts) {}

    // `name` is relative, as from namesBelow; `shownName` stands in faults. Files of other names are none of ours.
    Outcome take(const QString &name, const QString &shownName, const QByteArray &bytes)
    {
        if (name.startsWith(QLatin1String("codes/")) && name.endsWith(QLatin1String(".json")))
            return keep(m_parts.codes, m_parts.codes.withJson(shownName, bytes));
        if (name.startsWith(QLatin1String("calendar/"))) {
            if (name.endsWith(QLatin1String(".csv")))
                return keep(m_parts.calendar, m_parts.calendar.withCsv(shownName, bytes));
            const auto read = WorkCalendar::fromJson(shownName, bytes);
            return read ? keep(m_parts.calendar, Result<WorkCalendar>(m_parts.calendar.withYearsOf(*read)))
                        : Outcome(read.error());
        }
        if (name == QLatin1String("deadlines/rules.json")) {
            const auto read = DeadlineRules::fromJson(shownName, bytes);
            return read ? keep(m_parts.declared, Result<DeadlineRules>(m_parts.declared.withRulesOf(*read)))
                        : Outcome(read.error());
        }
        if (name == QLatin1String("deadlines/settings.json")) {
            const auto kept = keep(m_parts.settings, DeadlineSettings::fromJson(shownName, bytes));
            return kept ? m_parts.calendar.setOfficeHours(m_parts.settings.officeHours) : kept;
        }
        if (name == QLatin1String("places/offices.json"))
            return keep(m_parts.offices, OfficeDirectory::fromJson(shownName, bytes));
        if (name == QLatin1String("roles.json"))
            return keep(m_parts.roles, RoleTable::fromJson(shownName, bytes, m_parts.codes));
        if (name == QLatin1String("numbers.json"))
            return keep(m_parts.numbers, NumberTable::fromJson(shownName, bytes));
        return {};
    }

    void seal()
    {
        m_parts.deadlines = m_parts.declared.withSettings(m_parts.settings);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const QByteArray &part :
             {m_parts.codes.fingerprint(), m_parts.calendar.fingerprint(), m_parts.deadlines.fingerprint(),
              m_parts.offices.fingerprint(), m_parts.roles.fingerprint(), m_parts.numbers.fingerprint()})
            hash.addData(part);
        m_parts.fingerprint = hash.result();
    }

private:
    template <class T>
    Outcome keep(T &part, Result<T> read)
    {
        if (!read)
            return read.error();
        part = std::move(*read);
        return {};
    }

    RuleBook::Parts &m_parts;
};

RuleBook::RuleBook(std::shared_ptr<const Parts> parts) : m_parts(std::move(parts)) {}
RuleBook::~RuleBook() = default;

Result<std::shared_ptr<const RuleBook>> RuleBook::load(const QString &overrides)
{
    initResources();
    auto parts = std::make_shared<Parts>();
    RuleBookBuilder builder(*parts);
    const QStringList shipped = namesBelow(floorDirectory);
    for (const QString &name : shipped) {
        const auto bytes = readAll(floorDirectory + QLatin1Char('/') + name, name);
        if (!bytes)
            return bytes.error();
        if (const auto taken = builder.take(name, name, *bytes); !taken)
            return taken.error();
    }
    const QStringList replacements = overrides.isEmpty() ? QStringList() : namesBelow(overrides);
    for (const QString &name : replacements) {
        const QString path = overrides + QLatin1Char('/') + name;
        const auto bytes = readAll(path, name);
        const auto taken = bytes ? builder.take(name, name, *bytes) : Outcome(bytes.error());
        if (!taken)
            parts->faults.push_back(taken.error());
    }
    builder.seal();
    return std::shared_ptr<const RuleBook>(new RuleBook(std::move(parts)));
}

Result<std::shared_ptr<const RuleBook>> RuleBook::withFile(const QString &name, const QByteArray &bytes) const
{
    auto parts = std::make_shared<Parts>(*m_parts);
    RuleBookBuilder builder(*parts);
    if (const auto taken = builder.take(name, name, bytes); !taken)
        return taken.error();
    builder.seal();
    return std::shared_ptr<const RuleBook>(new RuleBook(std::move(parts)));
}

std::shared_ptr<const RuleBook> RuleBook::withCalendar(WorkCalendar calendar) const
{
    auto parts = std::make_shared<Parts>(*m_parts);
    parts->calendar = std::move(calendar);
    RuleBookBuilder(*parts).seal();
    return std::shared_ptr<const RuleBook>(new RuleBook(std::move(parts)));
}

const CodeCatalog &RuleBook::codes() const { return m_parts->codes; }
const WorkCalendar &RuleBook::calendar() const { return m_parts->calendar; }
const DeadlineRules &RuleBook::deadlines() const { return m_parts->deadlines; }
const OfficeDirectory &RuleBook::offices() const { return m_parts->offices; }
const RoleTable &RuleBook::roles() const { return m_parts->roles; }
const NumberTable &RuleBook::numbers() const { return m_parts->numbers; }
const std::vector<Error> &RuleBook::faults() const { return m_parts->faults; }
QByteArray RuleBook::fingerprint() const { return m_parts->fingerprint; }

} // namespace yizhan
