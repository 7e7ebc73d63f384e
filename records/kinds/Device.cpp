// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/Device.h"

namespace yizhan::device {

namespace {
constexpr const FieldSpec *fields[] = {&name, &station, &status, &platform, &release, &publicKey, &enrolledAt, &lastSeenAt, &revokedAt};
} // namespace

const constinit RecordSpec spec{
    .kind = Kind::Device,
    .name = "device",
    .table = "device",
    .label = QT_TRANSLATE_NOOP("Kind", "Workstation"),
    .fields = fields,
    .title = &name,
    .defaultSort = &name,
    .district = true,
};

} // namespace yizhan::device
