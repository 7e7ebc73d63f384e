// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/CaseFacts.h"

#include "records/DeadlineRule.h"
#include "records/RuleBook.h"
#include "records/kinds/Attachment.h"
#include "records/kinds/Common.h"
#include "records/kinds/Document.h"
#include "records/kinds/Party.h"
#include "records/kinds/Referral.h"
#include "records/kinds/Timer.h"

#include <algorithm>

namespace yizhan::caseFacts {

bool isTicked(const Record &record, const Field<bool> &field)
{
    return record.get(field).value_or(false);
}

const Record *newest(const CaseFile &file, Kind kind)
{
    const auto rows = file.of(kind);
    return rows.empty() ? nullptr : rows.back();
}

const Record *newestUnder(const CaseFile &file, const RecordId &parent, Kind kind)
{
    const auto rows = file.under(parent, kind);
    return rows.empty() ? nullptr : rows.back();
}

bool hasParty(const CaseFile &file, std::initializer_list<const char *> roles)
{
    const auto rows = file.of(Kind::Party);
    return std::any_of(rows.begin(), rows.end(), [roles](const Record *row) {
        const QString role = row->get(party::role);
        return std::any_of(roles.begin(), roles.end(), [&role](const char *wanted) { return role == QLatin1String(wanted); });
    });
}

bool hasMinor(const CaseFile &file)
{
    const auto rows = file.of(Kind::Party);
    return std::any_of(rows.begin(), rows.end(), [](const Record *row) { return isTicked(*row, party::isMinor); });
}

bool hasPaper(const CaseFile &file, const Field<QStringList> &ticked, const char *form)
{
    const QLatin1String wanted(form);
    if (file.root.get(ticked).contains(wanted))
        return true;
    for (const Record &row : file.children) {
        if (row.kind() == Kind::Document && row.get(document::form) == wanted && row.get(document::status) == QLatin1String("FINAL"))
            return true;
        if (row.kind() == Kind::Attachment && row.get(attachment::form) == wanted)
            return true;
    }
    return false;
}

bool hasAttachment(const CaseFile &file, const char *fileClass)
{
    const auto rows = file.of(Kind::Attachment);
    return std::any_of(rows.begin(), rows.end(),
                       [fileClass](const Record *row) { return row->get(attachment::fileClass) == QLatin1String(fileClass); });
}

bool hasAnyPaper(const CaseFile &file, const Field<QStringList> &ticked)
{
    return !file.root.get(ticked).isEmpty() || newest(file, Kind::Document) || newest(file, Kind::Attachment);
}

Day today(const GuardContext &context)
{
    return context.now.localDay();
}

const Record *timerOf(const CaseFile &file, const RecordId &owner, const char *rule)
{
    const auto rows = file.under(owner, Kind::Timer);
    const auto at = std::find_if(rows.rbegin(), rows.rend(),
                                 [rule](const Record *row) { return row->get(timer::ruleId) == QLatin1String(rule); });
    return at == rows.rend() ? nullptr : *at;
}

bool isOver(const GuardContext &context, const RecordId &owner, const char *rule)
{
    const Record *clock = timerOf(context.file, owner, rule);
    const auto due = clock ? clock->get(timer::dueOn) : std::nullopt;
    return due && *due < today(context);
}

QString returnsTo(const Record &record)
{
    return record.get(common::returnState).section(QLatin1Char(' '), -1, -1, QString::SectionSkipEmpty);
}

void answerReferral(CaseFile &file, const GuardContext &context, const char *result)
{
    for (Record &row : file.children) {
        if (row.kind() != Kind::Referral || row.get(referral::direction) != QLatin1String("IN") || row.get(referral::repliedOn))
            continue;
        row.set(referral::repliedOn, today(context));
        row.set(referral::result, QString::fromLatin1(result));
    }
}

bool ruleHolds(const GuardContext &context, const char *rule)
{
    const DeadlineRule *found = context.rules.deadlines().find(QString::fromLatin1(rule));
    if (!found)
        return true;
    return found->guard.holds([&context](const QString &name) {
        for (const Record *row : {&context.record, &context.file.root}) {
            const FieldSpec *field = row->spec().field(name);
            if (field && row->spec().indexOf(*field) >= 0)
                return row->value(*field).codes();
        }
        return QStringList();
    });
}

} // namespace yizhan::caseFacts
