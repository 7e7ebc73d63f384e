// SPDX-License-Identifier: GPL-3.0-or-later
// A short list to choose one value from while typing: codes, staff, villages; the form's type-ahead field shows any of them.
#pragma once

#include "records/Value.h"

#include <QAbstractListModel>

namespace yizhan {

class ChoiceModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    // Narrows the list to what fits the text: part of the label, its pinyin initials, the code. Empty = everything.
    virtual void setFilter(const QString &typed) = 0;
    virtual Value valueAt(int row) const = 0;
    // What stands in the field for a value; empty for none.
    virtual QString labelOf(const Value &value) const = 0;

signals:
    // A label that labelOf() did not know before is known now.
    void labelsChanged();
};

} // namespace yizhan
