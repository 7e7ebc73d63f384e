// SPDX-License-Identifier: GPL-3.0-or-later
// Says in the language of the program why a text is not JSON.
#pragma once

#include <QJsonParseError>
#include <QString>

namespace yizhan {

// A few words without a full stop ("a text is not closed"); empty if the text is JSON. Any thread.
QString jsonFaultText(const QJsonParseError &error);

} // namespace yizhan
