// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DueText.h"

#include <QCoreApplication>

namespace yizhan {

namespace {
QString say(const char *text, int n = -1) { return QCoreApplication::translate("DueText", text, nullptr, n); }

bool flag(const Record &record, QStringView name)
{
    const FieldSpec *field = record.spec().field(name);
    return field && record.value(*field).number() != 0;
}
} // namespace

QString dayWithWeekday(Day day)
{
    static constexpr const char *names[] = {QT_TRANSLATE_NOOP("DueText", "Mon"), QT_TRANSLATE_NOOP("DueText", "Tue"),
                                            QT_TRANSLATE_NOOP("DueText", "Wed"), QT_TRANSLATE_NOOP("DueText", "Thu"),
                                            QT_TRANSLATE_NOOP("DueText", "Fri"), QT_TRANSLATE_NOOP("DueText", "Sat"),
                                            QT_TRANSLATE_NOOP("DueText", "Sun")};
    return QStringLiteral("%1 (%2)").arg(day.toIso(), say(names[day.weekday() - 1]));
}

DueText dueText(Day due, bool provisional, Day today)
{
    DueText out;
    const int days = due.sinceEpoch - today.sinceEpoch;
    if (days < 0) {
        out.text = say(QT_TRANSLATE_N_NOOP("DueText", "%n day(s) late"), -days);
        out.band = ColourBand::Red;
    } else if (days == 0) {
        out.text = say(QT_TRANSLATE_NOOP("DueText", "today"));
        out.band = ColourBand::Orange;
    } else {
        out.text = say(QT_TRANSLATE_N_NOOP("DueText", "%n day(s)"), days);
        out.band = days <= 3 ? ColourBand::Yellow : ColourBand::Green;
    }
    out.longText = dayWithWeekday(due) + QStringLiteral(" · ") + out.text;
    if (provisional) {
        const QString mark = say(QT_TRANSLATE_NOOP("DueText", "provisional"));
        out.text += QStringLiteral(" · ") + mark;
        out.longText += QStringLiteral(" · ") + mark;
    }
    return out;
}

DueText dueText(const Record &root, Day today)
{
    if (root.isNull())
        return {};
    const FieldSpec *field = root.spec().field(u"next_due");
    if (!field)
        return {};
    const Value value = root.value(*field);
    if (!value.isNull())
        return dueText(Day{static_cast<std::int32_t>(value.number())}, flag(root, u"due_provisional"), today);
    if (flag(root, u"due_paused")) {
        const QString paused = say(QT_TRANSLATE_NOOP("DueText", "paused"));
        return {paused, paused, ColourBand::Plain};
    }
    return {};
}

} // namespace yizhan
