// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Office.h"

namespace yizhan::office {

namespace {
constexpr const FieldSpec *fields[] = {&code, &kind, &name, &fullName, &shortName, &divisionCode, &address, &phone, &postcode, &head, &hours, &active};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Office,
    .name = "office",
    .table = "office",
    .label = QT_TRANSLATE_NOOP("Kind", "Office"),
    .fields = fields,
    .title = &name,
    .defaultSort = &name,
    .district = true,
};

} // namespace yizhan::office
