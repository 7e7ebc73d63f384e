// SPDX-License-Identifier: GPL-3.0-or-later
// The program's log: short technical lines on standard error and in a ring, with personal data taken out.
#pragma once

#include <QString>

namespace yizhan {

// Replaces whatever looks like an identity number, a phone number or a run of Chinese characters by a mark of its kind and
// length. The last line of defence: callers pass codes, counts and ids, never values of records. Any thread.
QString redact(const QString &line);

// Routes Qt's messages through redact(); call once, first thing in main(). Messages go to standard error only.
void installRedactingLog();

} // namespace yizhan
