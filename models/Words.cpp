// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/Words.h"

#include <QCoreApplication>

namespace yizhan::words {

namespace {
QString translated(const char *context, const char *text)
{
    return text && *text ? QCoreApplication::translate(context, text) : QString();
}
} // namespace

QString field(const FieldSpec &field) { return translated("Field", field.label); }

QString hint(const FieldSpec &field) { return translated("Hint", field.hint); }

QString section(const char *heading) { return translated("Section", heading); }

QString kind(const RecordSpec &spec) { return translated("Kind", spec.label); }

QString docket(const RecordSpec &spec)
{
    switch (spec.kind) {
    case Kind::Mediation: return QCoreApplication::translate("Docket", "Mediation");
    case Kind::LegalAid: return QCoreApplication::translate("Docket", "Legal aid");
    case Kind::DutyHelp: return QCoreApplication::translate("Docket", "Duty lawyer help");
    case Kind::Notary: return QCoreApplication::translate("Docket", "Notary");
    case Kind::Consultation: return QCoreApplication::translate("Docket", "Consultations");
    case Kind::Project: return QCoreApplication::translate("Docket", "Key projects");
    default: return kind(spec);
    }
}

QString transition(const Transition &transition) { return translated("Transition", transition.label); }

QString guard(const char *text) { return translated("Guard", text); }

QString list(const QStringList &parts)
{
    return parts.join(QCoreApplication::translate("Words", ", ", "between the parts of a list"));
}

QString auditEvent(const QString &code)
{
    if (code == QLatin1String("CREATE"))
        return QCoreApplication::translate("History", "created");
    if (code == QLatin1String("UPDATE"))
        return QCoreApplication::translate("History", "changed");
    if (code == QLatin1String("STATE"))
        return QCoreApplication::translate("History", "moved on");
    if (code == QLatin1String("READ_SENS"))
        return QCoreApplication::translate("History", "looked at full numbers");
    if (code == QLatin1String("WITHDRAW") || code == QLatin1String("DELETE"))
        return QCoreApplication::translate("History", "withdrawn");
    if (code == QLatin1String("PRINT"))
        return QCoreApplication::translate("History", "printed");
    if (code == QLatin1String("EXPORT"))
        return QCoreApplication::translate("History", "exported");
    return code;
}

} // namespace yizhan::words
