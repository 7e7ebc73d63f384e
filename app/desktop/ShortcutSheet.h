// SPDX-License-Identifier: GPL-3.0-or-later
// All keys on one sheet over the window; Esc closes it.
#pragma once

#include "app/desktop/Actions.h"

#include <QDialog>

namespace yizhan {

class ShortcutSheet final : public QDialog
{
    Q_OBJECT
public:
    ShortcutSheet(const std::vector<Actions::Line> &lines, QWidget *parent);
};

} // namespace yizhan
