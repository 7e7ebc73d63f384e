// SPDX-License-Identifier: GPL-3.0-or-later
// All declarations as one text, a line a fact, so that every change of the schema is seen in review.
#pragma once

#include "records/CaseMove.h"
#include "records/RecordSpec.h"

#include <QStringList>

namespace yizhan {

inline const char *nameOfType(FieldType type)
{
    switch (type) {
    case FieldType::Text: return "text";
    case FieldType::LongText: return "long-text";
    case FieldType::Code: return "code";
    case FieldType::CodeSet: return "codes";
    case FieldType::Bool: return "flag";
    case FieldType::Integer: return "integer";
    case FieldType::Money: return "money";
    case FieldType::Day: return "day";
    case FieldType::Instant: return "instant";
    case FieldType::Ref: return "ref";
    case FieldType::Blob: return "bytes";
    }
    return "?";
}

inline QStringList flagsOf(const FieldSpec &field)
{
    static const char *const searches[] = {
        "", "search-name", "search-text", "search-identity", "search-phone", "search-number"};
    static const char *const merges[] = {"", "merge-union", "merge-maximum", "merge-append"};
    static const char *const masks[] = {"", "mask-identity", "mask-phone", "mask-name", "mask-address"};
    QStringList flags;
    const auto add = [&flags](const QString &flag) {
        if (!flag.isEmpty())
            flags += flag;
    };
    if (field.group != 0)
        add(QStringLiteral("group=%1").arg(field.group));
    if (field.maxLength != 0)
        add(QStringLiteral("max=%1").arg(field.maxLength));
    add(QLatin1String(merges[static_cast<int>(field.merge)]));
    add(QStringLiteral("L%1").arg(static_cast<int>(field.sensitivity)));
    add(QLatin1String(masks[static_cast<int>(field.mask)]));
    add(QLatin1String(searches[static_cast<int>(field.search)]));
    for (const auto &[set, name] : {std::pair(field.indexed, "indexed"), std::pair(field.required, "required"),
                                    std::pair(field.derived, "derived"), std::pair(field.byTransition, "by-step")})
        add(set ? QString::fromLatin1(name) : QString());
    add(field.since > 1 ? QStringLiteral("since-%1").arg(field.since) : QString());
    return flags;
}

inline QString lineOf(const FieldSpec &field)
{
    QString type = QLatin1String(nameOfType(field.type));
    if (*field.codeList)
        type += QStringLiteral("(%1)").arg(QLatin1String(field.codeList));
    if (field.target != Kind::None)
        type += QStringLiteral("(%1)").arg(specOf(field.target) ? QLatin1String(specOf(field.target)->name)
                                                                : QLatin1String("?"));
    return QStringLiteral("  %1 %2 %3 %4").arg(field.id).arg(QLatin1String(field.name), type, flagsOf(field).join(u' '));
}

inline QString lineOf(const Transition &transition)
{
    QStringList needs;
    for (const FieldSpec *field : transition.needs)
        needs += QLatin1String(field->name);
    QStringList guards;
    for (const Guard &guard : transition.guards)
        guards += QLatin1String(guard.id);
    QStringList clocks;
    for (const ClockEffect &clock : transition.clocks) {
        static const char *const acts[] = {"start", "restart", "meet", "cancel", "pause", "resume", "reopen"};
        clocks += QStringLiteral("%1:%2").arg(QLatin1String(acts[static_cast<int>(clock.act)]), QLatin1String(clock.rule));
    }
    QString line = QStringLiteral("    %1: %2 -> %3 by %4")
                       .arg(QLatin1String(transition.name), QLatin1String(*transition.from ? transition.from : "(new)"),
                            QLatin1String(transition.to), QLatin1String(transition.actors));
    for (const auto &[title, words] : {std::pair("needs", needs), std::pair("guards", guards), std::pair("clocks", clocks)}) {
        if (!words.isEmpty())
            line += QStringLiteral("; %1 %2").arg(QLatin1String(title), words.join(u' '));
    }
    return *transition.documents ? line + QStringLiteral("; papers ") + QLatin1String(transition.documents) : line;
}

inline QStringList declarationLines()
{
    QStringList lines;
    for (const RecordSpec *spec : allSpecs()) {
        QStringList parents;
        for (const Kind parent : spec->parents)
            parents += specOf(parent) ? QLatin1String(specOf(parent)->name) : QLatin1String("?");
        QString head = QStringLiteral("%1 %2 table=%3")
                           .arg(static_cast<int>(spec->kind))
                           .arg(QLatin1String(spec->name), QLatin1String(spec->table));
        for (const auto &[set, name] : {std::pair(spec->docket, "docket"), std::pair(spec->district, "district"),
                                        std::pair(spec->appendOnly, "append-only")})
            head += set ? u' ' + QLatin1String(name) : QString();
        lines += parents.isEmpty() ? head : head + QStringLiteral(" under ") + parents.join(u' ');
        for (const FieldSpec *field : spec->fields)
            lines += lineOf(*field);
        for (const LifeCycle *cycle : spec->lifeCycles) {
            lines += QStringLiteral("  life cycle %1 of %2, ends %3")
                         .arg(QLatin1String(cycle->name), QLatin1String(cycle->status->name), QLatin1String(cycle->ends));
            for (const Transition &transition : cycle->transitions)
                lines += lineOf(transition);
        }
        lines += QString();
    }
    return lines;
}

} // namespace yizhan
