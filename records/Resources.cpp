// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Resources.h"

#include <QDir>

// Outside of any namespace, as Q_INIT_RESOURCE wants it.
static void registerRuleFiles() { Q_INIT_RESOURCE(rules); }

namespace yizhan {

void initResources()
{
    // A static library's resources are not registered by themselves.
    static const bool done = [] {
        registerRuleFiles();
        return true;
    }();
    Q_UNUSED(done)
}

} // namespace yizhan
