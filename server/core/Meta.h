// SPDX-License-Identifier: GPL-3.0-or-later
// Single values of the district: epoch, name, instance, the head of the administrators' audit.
#pragma once

#include "server/core/ServerDatabase.h"
#include "sync/protocol/Version.h"

namespace yizhan::meta {

inline constexpr const char *epoch = "epoch";
inline constexpr const char *district = "district";
inline constexpr const char *instance = "instance";

Result<QString> text(SqlSession &session, const char *key);  // empty when not set
Result<qint64> number(SqlSession &session, const char *key); // 0 when not set
Outcome setText(SqlSession &session, const char *key, const QString &value);
Outcome setNumber(SqlSession &session, const char *key, qint64 value);
// 0 before init.
Result<Epoch> epochOf(SqlSession &session);

} // namespace yizhan::meta
