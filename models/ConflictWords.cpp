// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConflictWords.h"

#include "models/Words.h"
#include "records/OfficeDirectory.h"

#include <QCoreApplication>
#include <algorithm>

namespace yizhan::conflictwords {
namespace {

using About = OpenConflict::About;
using Act = ConflictWay::Act;

QString say(const char *text) { return QCoreApplication::translate("Conflicts", text); }

bool hasStep(const OpenConflict &conflict)
{
    return std::any_of(conflict.fields.begin(), conflict.fields.end(),
                       [](const auto &field) { return field.field->byTransition; });
}

template <class Is>
bool all(const OpenConflict &conflict, Is is)
{
    return std::all_of(conflict.fields.begin(), conflict.fields.end(), is);
}

bool isText(const FieldSpec &field) { return field.type == FieldType::Text || field.type == FieldType::LongText; }

bool contains(const Value &whole, const Value &part) { return !part.isNull() && whole.text().contains(part.text()); }

QString nameOfKind(const OpenConflict &conflict)
{
    const RecordSpec *spec = specOf(conflict.kind);
    return spec ? words::kind(*spec) : say(QT_TRANSLATE_NOOP("Conflicts", "Record of an unknown kind"));
}

// Why the server did not take it, by the code of conflict_origin.
QString cause(const OpenConflict &conflict)
{
    const QString &origin = conflict.origin;
    if (origin == QLatin1String("FORMER_OFFICE"))
        return say(QT_TRANSLATE_NOOP("Conflicts", "The entry was made in the office that had the case before; by the time it "
                                                  "arrived the case had been handed over."));
    if (origin == QLatin1String("WITHDRAWN"))
        return say(QT_TRANSLATE_NOOP("Conflicts", "By the time the entry arrived the record had been withdrawn."));
    if (origin == QLatin1String("NO_RIGHT"))
        return say(QT_TRANSLATE_NOOP("Conflicts", "The account that made the entry may not do that."));
    if (origin == QLatin1String("RULE"))
        return say(QT_TRANSLATE_NOOP("Conflicts", "With what stands by now the entry breaks a rule."));
    if (origin == QLatin1String("GONE"))
        return say(QT_TRANSLATE_NOOP("Conflicts", "The record that the entry is about is no longer there."));
    if (origin == QLatin1String("UNKNOWN_FORM"))
        return say(
            QT_TRANSLATE_NOOP("Conflicts", "The entry was made with a release of the program that the server does not know."));
    return say(QT_TRANSLATE_NOOP(
        "Conflicts", "Two people changed the same thing without knowing of each other. What reached the server first stands."));
}

} // namespace

QString heading(const OpenConflict &conflict)
{
    switch (conflict.about) {
    case About::NewRecord: return say(QT_TRANSLATE_NOOP("Conflicts", "New: %1")).arg(nameOfKind(conflict));
    case About::Withdrawal: return say(QT_TRANSLATE_NOOP("Conflicts", "Withdrawal: %1")).arg(nameOfKind(conflict));
    case About::Restoring: return say(QT_TRANSLATE_NOOP("Conflicts", "Bringing back: %1")).arg(nameOfKind(conflict));
    case About::HandOver: return say(QT_TRANSLATE_NOOP("Conflicts", "Hand-over to another office"));
    case About::Values: break;
    }
    QStringList names;
    for (const OpenConflict::Field &field : conflict.fields)
        names += words::field(*field.field);
    return names.isEmpty() ? nameOfKind(conflict) : words::list(names);
}

QString story(const OpenConflict &conflict, Workspace &workspace)
{
    QStringList sentences{cause(conflict)};
    if (!conflict.readable)
        sentences += say(QT_TRANSLATE_NOOP("Conflicts", "This release cannot show the late entry. It is kept as it came."));
    else if (conflict.isWithdrawn && conflict.about == About::Values)
        sentences += say(QT_TRANSLATE_NOOP(
            "Conflicts", "The record is withdrawn now; a value can only be entered after it has been brought back."));
    else if (conflict.about == About::NewRecord && !conflict.canTake)
        sentences += say(
            QT_TRANSLATE_NOOP("Conflicts", "Nothing of it stands in the records. You can change it and send it again."));
    else if (conflict.about == About::HandOver)
        sentences += say(QT_TRANSLATE_NOOP("Conflicts", "It was to go to %1."))
                         .arg(workspace.rules()->offices().label(conflict.toOffice, workspace.language()));
    else if (!conflict.canTake && conflict.about == About::Values && !conflict.fields.empty())
        sentences += say(QT_TRANSLATE_NOOP("Conflicts", "There is no record any more that it could be entered in; it can "
                                                        "become a new one."));
    else if (!conflict.canTake)
        sentences += say(QT_TRANSLATE_NOOP("Conflicts", "It cannot be entered any more, but it can be read and copied here."));
    return inOneLine(sentences);
}

std::vector<ConflictWay> ways(const OpenConflict &conflict, Workspace &workspace)
{
    switch (conflict.about) {
    case About::Withdrawal:
        if (conflict.canTake)
            return {{Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "Keep the record"))},
                    {Act::Late, say(QT_TRANSLATE_NOOP("Conflicts", "Withdraw it now"))}};
        return {{Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "Leave it as it is"))}};
    case About::Restoring:
        if (conflict.canTake)
            return {{Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "Leave it withdrawn"))},
                    {Act::Late, say(QT_TRANSLATE_NOOP("Conflicts", "Bring it back now"))}};
        return {{Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "Leave it as it is"))}};
    case About::HandOver:
        if (conflict.canTake)
            return {{Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "Leave the case where it is"))},
                    {Act::Late, say(QT_TRANSLATE_NOOP("Conflicts", "Hand it over to %1 now"))
                                    .arg(workspace.rules()->offices().label(conflict.toOffice, workspace.language()))}};
        return {{Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "Leave it as it is"))}};
    case About::NewRecord:
        if (!conflict.readable || conflict.fields.empty())
            return {{Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "Do without it"))}};
        return {{Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "Do without it"))},
                {Act::EnterAnew, say(QT_TRANSLATE_NOOP("Conflicts", "Change and send again"))}};
    case About::Values: break;
    }
    if (!conflict.readable || conflict.fields.empty())
        return {{Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "Keep what stands"))}};
    if (conflict.isWithdrawn)
        return {{Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "Leave it withdrawn"))},
                {Act::BringBack, say(QT_TRANSLATE_NOOP("Conflicts", "Bring the record back, then decide"))}};
    if (!conflict.canTake)
        return {{Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "Do without it"))},
                {Act::EnterAnew, say(QT_TRANSLATE_NOOP("Conflicts", "Enter it as a new record"))}};
    return {{Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "Keep the standing value"))},
            {Act::Late, conflict.ours ? say(QT_TRANSLATE_NOOP("Conflicts", "Take my value"))
                                      : say(QT_TRANSLATE_NOOP("Conflicts", "Take the late value"))},
            {Act::Edit, say(QT_TRANSLATE_NOOP("Conflicts", "Enter another value"))}};
}

Advice advice(const OpenConflict &conflict)
{
    if (!conflict.readable)
        return {Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "what came later cannot be read here"))};
    if (conflict.about == About::NewRecord && !conflict.fields.empty())
        return {Act::EnterAnew, say(QT_TRANSLATE_NOOP("Conflicts", "otherwise what was entered stands nowhere"))};
    if (conflict.about != About::Values || !conflict.canTake)
        return {Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "colleagues already work with what stands"))};
    using Field = OpenConflict::Field;
    if (all(conflict, [](const Field &field) { return field.current == field.late; }))
        return {Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "both are the same by now"))};
    if (hasStep(conflict))
        return {Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "the case has gone on to another step meanwhile"))};
    if (all(conflict, [](const Field &field) { return field.late.isNull(); }))
        return {Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "the late value is empty"))};
    if (all(conflict, [](const Field &field) { return field.current.isNull(); }))
        return {Act::Late, say(QT_TRANSLATE_NOOP("Conflicts", "nothing stands there now"))};
    if (all(conflict, [](const Field &field) { return isText(*field.field) && contains(field.late, field.current); }))
        return {Act::Late, say(QT_TRANSLATE_NOOP("Conflicts", "it contains the standing text and more"))};
    if (all(conflict, [](const Field &field) { return isText(*field.field) && contains(field.current, field.late); }))
        return {Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "it contains the late text and more"))};
    if (conflict.standingAt.ms > 0 && conflict.standingAt < conflict.declaredAt)
        return {Act::Late, say(QT_TRANSLATE_NOOP("Conflicts", "it was entered later"))};
    return {Act::Standing, say(QT_TRANSLATE_NOOP("Conflicts", "it was there first and colleagues may have worked with it"))};
}

QString moment(Instant at, Day today)
{
    if (at.ms == 0)
        return {};
    const int minute = at.localMinuteOfDay();
    const QString time =
        QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
    const Day day = at.localDay();
    if (day == today)
        return time;
    const QString date = day.toIso();
    return QStringLiteral("%1 %2").arg(day.year() == today.year() ? date.mid(5) : date, time);
}

} // namespace yizhan::conflictwords
