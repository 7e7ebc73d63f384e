// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/DeadlineRule.h"

#include "records/DataFile.h"
#include "records/Deadline.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <algorithm>

namespace yizhan {

namespace {
const QStringList &modeNames()
{
    static const QStringList names{QStringLiteral("CAL_ROLL"),   QStringLiteral("CAL_STRICT"),   QStringLiteral("WORK"),
                                   QStringLiteral("MONTH_ROLL"), QStringLiteral("MONTH_STRICT"), QStringLiteral("WEEK"),
                                   QStringLiteral("HOUR"),       QStringLiteral("HOUR_OFFICE")};
    return names;
}

const QStringList &kindNames()
{
    static const QStringList names{QStringLiteral("hard"), QStringLiteral("soft"), QStringLiteral("info"),
                                   QStringLiteral("trigger")};
    return names;
}

PeriodMode modeAt(int position) { return static_cast<PeriodMode>(position); }

// "7d", "6h", "30m"
std::optional<Warning> warningFrom(const QString &text)
{
    bool isNumber = false;
    const int amount = text.chopped(qMin(text.size(), qsizetype{1})).toInt(&isNumber);
    if (!isNumber || amount < 1 || amount > 4000)
        return std::nullopt;
    switch (text.back().unicode()) {
    case 'd': return Warning{amount, 0};
    case 'h': return Warning{0, amount * 60};
    case 'm': return Warning{0, amount};
    default: return std::nullopt;
    }
}

// Reads one rule; the first fault stops it.
class RuleReader
{
public:
    RuleReader(const DataFile &file, const QString &pointer, const QJsonValue &value)
        : m_file(file), m_pointer(pointer), m_reader(file, pointer, value)
    {}

    Result<DeadlineRule> read()
    {
        DeadlineRule rule;
        rule.id = m_reader.text(QStringLiteral("id"));
        rule.docket = m_reader.text(QStringLiteral("docket"));
        rule.kind = static_cast<RuleKind>(m_reader.word(QStringLiteral("kind"), kindNames()));
        rule.nameZh = m_reader.text(QStringLiteral("zh"));
        rule.nameEn = m_reader.text(QStringLiteral("en"));
        rule.startEvent = m_reader.text(QStringLiteral("start_event"));
        rule.startText = m_reader.text(QStringLiteral("start"));
        rule.amount = m_reader.number(QStringLiteral("amount"), 0, largestAmount);
        rule.mode = modeAt(m_reader.word(QStringLiteral("mode"), modeNames()));
        if (m_reader.has(QStringLiteral("statutory_mode")))
            rule.statutoryMode = modeAt(m_reader.word(QStringLiteral("statutory_mode"), modeNames()));
        rule.showUnrolled = m_reader.flag(QStringLiteral("show_unrolled"));
        rule.daysMayBeWorking = m_reader.flag(QStringLiteral("days_may_be_working"));
        rule.actor = m_reader.text(QStringLiteral("actor"));
        rule.pauseReasons = m_reader.texts(QStringLiteral("pause_codes"));
        rule.earlierOf = m_reader.optionalText(QStringLiteral("earlier_of"));
        rule.onExpiry = m_reader.optionalText(QStringLiteral("on_expiry"));
        rule.basis = m_reader.text(QStringLiteral("basis"));
        rule.certainty = m_reader.text(QStringLiteral("certainty"));
        if (rule.statutoryMode && countsHours(*rule.statutoryMode) != countsHours(rule.mode))
            m_reader.refuse(QStringLiteral("statutory_mode"), text::wordUnknown,
                            {QStringLiteral("statutory_mode"), nameOf(*rule.statutoryMode)});
        warnings(rule);
        guard(rule);
        cap(rule);
        extension(rule);
        limit(rule);
        if (m_reader.fault())
            return *m_reader.fault();
        if (m_fault)
            return *m_fault;
        return rule;
    }

private:
    void warnings(DeadlineRule &rule)
    {
        const QStringList words = m_reader.texts(QStringLiteral("warn_before"));
        for (const QString &word : words) {
            if (const auto warning = warningFrom(word))
                rule.warnBefore.push_back(*warning);
            else
                m_reader.refuse(QStringLiteral("warn_before"), text::wordUnknown,
                                {QStringLiteral("warn_before"), word.left(20)});
        }
        const auto minutes = [](const Warning &w) { return w.days * 1440 + w.minutes; };
        std::sort(rule.warnBefore.begin(), rule.warnBefore.end(),
                  [&](const Warning &a, const Warning &b) { return minutes(a) > minutes(b); });
    }

    void guard(DeadlineRule &rule)
    {
        if (!m_reader.has(QStringLiteral("guard")))
            return;
        ObjectReader reader(m_file, m_pointer + QStringLiteral("/guard"), m_reader.object().value(QStringLiteral("guard")));
        rule.guard.text = reader.text(QStringLiteral("text"));
        rule.guard.any = reader.has(QStringLiteral("any"));
        const QString key = rule.guard.any ? QStringLiteral("any") : QStringLiteral("all");
        const QJsonArray conditions = reader.array(key);
        keep(reader);
        for (qsizetype i = 0; i < conditions.size(); ++i) {
            ObjectReader condition(m_file, QStringLiteral("%1/guard/%2/%3").arg(m_pointer, key).arg(i), conditions[i]);
            GuardCondition read;
            read.field = condition.text(QStringLiteral("field"));
            read.codeList = condition.text(QStringLiteral("enum"));
            read.negated = condition.word(QStringLiteral("op"), {QStringLiteral("in"), QStringLiteral("not_in")}) == 1;
            read.values = condition.texts(QStringLiteral("values"));
            keep(condition);
            rule.guard.conditions.push_back(read);
        }
    }

    void cap(DeadlineRule &rule)
    {
        if (!m_reader.has(QStringLiteral("pause_cap")))
            return;
        ObjectReader reader(m_file, m_pointer + QStringLiteral("/pause_cap"),
                            m_reader.object().value(QStringLiteral("pause_cap")));
        rule.pauseCap.months = reader.number(QStringLiteral("months"), 1, 1200);
        rule.pauseCap.reasons = reader.texts(QStringLiteral("codes"));
        for (const QString &reason : std::as_const(rule.pauseCap.reasons)) {
            if (!rule.pauseReasons.contains(reason))
                reader.refuse(QStringLiteral("codes"), text::referenceUnknown, {QStringLiteral("codes"), reason});
        }
        keep(reader);
    }

    void extension(DeadlineRule &rule)
    {
        if (!m_reader.has(QStringLiteral("extend")))
            return;
        ObjectReader reader(m_file, m_pointer + QStringLiteral("/extend"), m_reader.object().value(QStringLiteral("extend")));
        const QStringList words{QStringLiteral("AGREEMENT"), QStringLiteral("DECISION")};
        rule.extension.by = reader.word(QStringLiteral("by"), words) == 0 ? ExtensionBy::Agreement : ExtensionBy::Decision;
        rule.extension.who = reader.text(QStringLiteral("who"));
        rule.extension.maxAmount = reader.optionalNumber(QStringLiteral("max"), 1, largestAmount, 0);
        rule.extension.document = reader.optionalText(QStringLiteral("document"));
        const QString unit = countsHours(rule.mode)          ? QStringLiteral("hour")
                             : rule.mode == PeriodMode::Work ? QStringLiteral("work_day")
                                                             : QStringLiteral("day");
        reader.word(QStringLiteral("unit"), {unit});
        keep(reader);
    }

    void limit(DeadlineRule &rule)
    {
        if (!m_reader.has(QStringLiteral("absolute_limit")))
            return;
        ObjectReader reader(m_file, m_pointer + QStringLiteral("/absolute_limit"),
                            m_reader.object().value(QStringLiteral("absolute_limit")));
        rule.absoluteLimit.amount = reader.number(QStringLiteral("amount"), 1, largestAmount);
        rule.absoluteLimit.mode = modeAt(reader.word(QStringLiteral("mode"), modeNames()));
        rule.absoluteLimit.startEvent = reader.text(QStringLiteral("start_event"));
        rule.absoluteLimit.basis = reader.text(QStringLiteral("basis"));
        if (countsHours(rule.absoluteLimit.mode) != countsHours(rule.mode))
            reader.refuse(QStringLiteral("mode"), text::wordUnknown, {QStringLiteral("mode"), nameOf(rule.absoluteLimit.mode)});
        keep(reader);
    }

    void keep(const ObjectReader &reader)
    {
        if (!m_fault && reader.fault())
            m_fault = reader.fault();
    }

    const DataFile &m_file;
    QString m_pointer;
    ObjectReader m_reader;
    std::optional<Error> m_fault;
};
} // namespace

QString nameOf(PeriodMode mode) { return modeNames().at(static_cast<int>(mode)); }

std::optional<PeriodMode> periodModeFromName(QStringView name)
{
    for (qsizetype i = 0; i < modeNames().size(); ++i) {
        if (name.compare(modeNames().at(i), Qt::CaseInsensitive) == 0)
            return static_cast<PeriodMode>(i);
    }
    return std::nullopt;
}

bool countsHours(PeriodMode mode) { return mode == PeriodMode::Hour || mode == PeriodMode::HourOffice; }

bool RuleGuard::holds(const std::function<QStringList(const QString &)> &codesOf) const
{
    if (conditions.empty())
        return true;
    const auto met = [&](const GuardCondition &condition) {
        const QStringList held = codesOf(condition.field);
        const bool overlap = std::any_of(held.begin(), held.end(),
                                         [&](const QString &code) { return condition.values.contains(code); });
        return condition.negated ? !overlap : overlap;
    };
    return any ? std::any_of(conditions.begin(), conditions.end(), met)
               : std::all_of(conditions.begin(), conditions.end(), met);
}

namespace {
// "09:00-12:00"
std::optional<OfficeHours> officeHoursFrom(const QString &span)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{2}):([0-5][0-9])-([0-9]{2}):([0-5][0-9])$"));
    const QRegularExpressionMatch match = form.match(span);
    if (!match.hasMatch())
        return std::nullopt;
    const auto minutes = [&match](int hour) { return match.captured(hour).toInt() * 60 + match.captured(hour + 1).toInt(); };
    return OfficeHours{minutes(1), minutes(3)};
}
} // namespace

DeadlineRule withSettings(DeadlineRule rule, const DeadlineSettings &settings)
{
    if (settings.aidDaysAreWorkingDays && rule.daysMayBeWorking) {
        rule.mode = PeriodMode::Work;
        rule.statutoryMode.reset();
    }
    if (!settings.rollForward) {
        if (rule.mode == PeriodMode::CalRoll)
            rule.mode = PeriodMode::CalStrict;
        else if (rule.mode == PeriodMode::MonthRoll)
            rule.mode = PeriodMode::MonthStrict;
    }
    return rule;
}

Result<DeadlineSettings> DeadlineSettings::fromJson(const QString &fileName, const QByteArray &json)
{
    const auto file = DataFile::parse(fileName, json);
    if (!file)
        return file.error();
    ObjectReader top(*file, QString(), file->root());
    const auto flag = [&top](const QString &key) {
        if (!top.has(key))
            top.refuse(QString(), text::memberMissing, {key});
        return top.flag(key);
    };
    DeadlineSettings out;
    out.aidDaysAreWorkingDays = flag(QStringLiteral("aid_days_are_working_days"));
    out.rollForward = flag(QStringLiteral("roll_forward"));
    const QString hours = QStringLiteral("office_hours");
    if (!top.has(hours))
        top.refuse(QString(), text::memberMissing, {hours});
    for (const QString &span : top.texts(hours)) {
        const auto read = officeHoursFrom(span);
        if (read)
            out.officeHours.push_back(*read);
        else
            top.refuse(hours, text::memberWrong, {hours});
    }
    if (!WorkCalendar().setOfficeHours(out.officeHours))
        top.refuse(hours, text::memberWrong, {hours});
    if (top.fault())
        return *top.fault();
    out.fingerprint = QCryptographicHash::hash(json, QCryptographicHash::Sha256);
    return out;
}

Result<DeadlineRules> DeadlineRules::fromJson(const QString &fileName, const QByteArray &json)
{
    const auto file = DataFile::parse(fileName, json);
    if (!file)
        return file.error();
    ObjectReader top(*file, QString(), file->root());
    const QJsonArray list = top.array(QStringLiteral("rules"));
    if (top.fault())
        return *top.fault();
    DeadlineRules out;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString pointer = QStringLiteral("/rules/%1").arg(i);
        auto rule = RuleReader(*file, pointer, list[i]).read();
        if (!rule)
            return rule.error();
        if (out.m_byId.contains(rule->id))
            return file->fault(pointer + QStringLiteral("/id"), text::idTwice, {rule->id});
        out.m_byId.insert(rule->id, out.m_rules.size());
        out.m_rules.push_back(std::move(*rule));
    }
    for (std::size_t i = 0; i < out.m_rules.size(); ++i) {
        const QString &other = out.m_rules[i].earlierOf;
        if (!other.isEmpty() && !out.m_byId.contains(other))
            return file->fault(QStringLiteral("/rules/%1/earlier_of").arg(i), text::referenceUnknown,
                               {QStringLiteral("earlier_of"), other});
    }
    out.m_fingerprint = QCryptographicHash::hash(json, QCryptographicHash::Sha256);
    return out;
}

DeadlineRules DeadlineRules::withRulesOf(const DeadlineRules &other) const
{
    DeadlineRules out = *this;
    for (const DeadlineRule &rule : other.m_rules) {
        const auto known = out.m_byId.constFind(rule.id);
        if (known != out.m_byId.cend()) {
            out.m_rules[known.value()] = rule;
        } else {
            out.m_byId.insert(rule.id, out.m_rules.size());
            out.m_rules.push_back(rule);
        }
    }
    out.m_fingerprint = QCryptographicHash::hash(m_fingerprint + other.m_fingerprint, QCryptographicHash::Sha256);
    return out;
}

DeadlineRules DeadlineRules::withSettings(const DeadlineSettings &settings) const
{
    DeadlineRules out = *this;
    for (DeadlineRule &rule : out.m_rules)
        rule = yizhan::withSettings(std::move(rule), settings);
    out.m_fingerprint = QCryptographicHash::hash(m_fingerprint + settings.fingerprint, QCryptographicHash::Sha256);
    return out;
}

const DeadlineRule *DeadlineRules::find(QStringView id) const
{
    const auto found = m_byId.constFind(id.toString());
    return found == m_byId.cend() ? nullptr : &m_rules[found.value()];
}

} // namespace yizhan
