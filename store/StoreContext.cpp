// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/StoreContext.h"

namespace yizhan {

std::shared_ptr<const RuleBook> StoreContext::rules() const
{
    const std::lock_guard lock(m_mutex);
    return m_rules;
}

void StoreContext::setRules(std::shared_ptr<const RuleBook> rules)
{
    const std::lock_guard lock(m_mutex);
    m_rules = std::move(rules);
}

} // namespace yizhan
