// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/Retention.h"

#include "records/DataFile.h"
#include "records/RecordSpec.h"

#include <algorithm>

namespace yizhan {
namespace {

constexpr int mostYears = 200;
const QString form = QStringLiteral("yizhan-retention/1");
const QString permanent = QStringLiteral("PERM");

QString periodOf(const Record &root)
{
    const FieldSpec *field = root.spec().field(u"retention");
    return field ? root.value(*field).text() : QString();
}

RetentionRule read(ObjectReader &reader)
{
    RetentionRule rule;
    const QString kind = reader.text(QStringLiteral("kind"));
    rule.spec = specNamed(kind);
    if (!rule.spec || !rule.spec->isRoot() || rule.spec->district) {
        reader.refuse(QStringLiteral("kind"), text::referenceUnknown, {QStringLiteral("kind"), kind.left(40)});
        return rule;
    }
    rule.period = reader.optionalText(QStringLiteral("period"));
    if (rule.period == permanent)
        reader.refuse(QStringLiteral("period"), text::wordUnknown, {QStringLiteral("period"), rule.period});
    const QString day = reader.text(QStringLiteral("counted_from"));
    rule.counted = rule.spec->field(day);
    if (!rule.counted || rule.counted->type != FieldType::Day)
        reader.refuse(QStringLiteral("counted_from"), text::referenceUnknown, {QStringLiteral("counted_from"), day.left(40)});
    rule.years = reader.number(QStringLiteral("years"), 1, mostYears);
    rule.basis = reader.text(QStringLiteral("basis"));
    return rule;
}

} // namespace

Result<RetentionTable> RetentionTable::fromJson(const QString &fileName, const QByteArray &json)
{
    const auto file = DataFile::parse(fileName, json);
    if (!file)
        return file.error();
    ObjectReader top(*file, QString(), file->root());
    top.word(QStringLiteral("format"), {form});
    const QJsonArray rules = top.array(QStringLiteral("rules"));
    if (top.fault())
        return *top.fault();
    RetentionTable table;
    for (qsizetype i = 0; i < rules.size(); ++i) {
        ObjectReader reader(*file, QStringLiteral("/rules/%1").arg(i), rules[i]);
        RetentionRule rule = read(reader);
        const bool isSecond = std::any_of(table.m_rules.begin(), table.m_rules.end(), [&rule](const RetentionRule &one) {
            return one.spec == rule.spec && one.period == rule.period;
        });
        if (isSecond)
            reader.refuse(QStringLiteral("kind"), text::idTwice, {QString::fromLatin1(rule.spec->name)});
        if (reader.fault())
            return *reader.fault();
        table.m_rules.push_back(std::move(rule));
    }
    return table;
}

const RetentionRule *RetentionTable::overFor(const Record &root, Day today) const
{
    const QString period = periodOf(root);
    const auto rule = std::find_if(m_rules.begin(), m_rules.end(), [&](const RetentionRule &one) {
        return one.spec->kind == root.kind() && one.period == period;
    });
    if (rule == m_rules.end() || root.value(*rule->counted).isNull())
        return nullptr;
    const Day from{static_cast<std::int32_t>(root.value(*rule->counted).number())};
    return today.year() > from.year() + rule->years ? &*rule : nullptr;
}

} // namespace yizhan
