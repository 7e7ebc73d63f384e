// SPDX-License-Identifier: GPL-3.0-or-later
// POST /v1/snapshot and GET /v1/snapshot/{id}/{part}: an office whole, in packed parts, for a first synchronisation.
#pragma once

#include "server/core/DistrictContext.h"

namespace yizhan::snapshots {

// One that was made within the hour (DistrictOptions::snapshotMs) serves again; pull brings what is newer. Errors: Forbidden.
Result<wire::SnapshotManifest> manifest(const DistrictContext &context, const WireRequest &request,
                                        const wire::SnapshotRequest &message);
// As transferred: zstd. NotFound when it is gone or another office's.
Result<QByteArray> part(const DistrictContext &context, const WireRequest &request, const QByteArray &id, int part);

} // namespace yizhan::snapshots
