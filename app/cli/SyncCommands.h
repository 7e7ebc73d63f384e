// SPDX-License-Identifier: GPL-3.0-or-later
// The commands around synchronisation; each entry of the table of commands names one of these.
#pragma once

#include "app/cli/CommandLine.h"
#include "store/Workstation.h"

namespace yizhan {

// Rejected if the store was never enrolled; those of workstation::read().
Result<std::shared_ptr<const Workstation>> workstationOf(const QString &folder);

Result<Exit> runEnrol(CommandLine &line);
Result<Exit> runSync(CommandLine &line);
Result<Exit> runStatus(CommandLine &line);
Result<Exit> runBundleWrite(CommandLine &line);
Result<Exit> runBundleRead(CommandLine &line);
Result<Exit> runConflicts(CommandLine &line);
Result<Exit> runConflictsShow(CommandLine &line);
Result<Exit> runSettle(CommandLine &line);
Result<Exit> runAside(CommandLine &line);
Result<Exit> runAsideShow(CommandLine &line);

} // namespace yizhan
