// SPDX-License-Identifier: GPL-3.0-or-later
// The data files that are compiled into the program, under ":/yizhan/".
#pragma once

namespace yizhan {

// Makes ":/yizhan/..." readable. RuleBook::load calls it; others that read resources do so first. Any thread, any number of
// times.
void initResources();

} // namespace yizhan
