// SPDX-License-Identifier: GPL-3.0-or-later
// The declarations' labels in the language of the program: fields, kinds, headings, transitions, guards.
#pragma once

#include "records/LifeCycle.h"
#include "records/RecordSpec.h"

#include <QString>

namespace yizhan::words {

// All of them: GUI thread, empty text for an empty label.
QString field(const FieldSpec &field);
QString hint(const FieldSpec &field);
QString section(const char *heading);
QString kind(const RecordSpec &spec);   // singular: "Mediation case"
QString docket(const RecordSpec &spec); // what the navigation calls it: "Mediation"
QString transition(const Transition &transition);
QString guard(const char *text);
// "a, b, c" with the signs of the language.
QString list(const QStringList &parts);
QString auditEvent(const QString &code);

} // namespace yizhan::words
