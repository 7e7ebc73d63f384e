// SPDX-License-Identifier: GPL-3.0-or-later
// How one user looks at one docket: columns, their widths and order, sorting, filter, place in the list.
#pragma once

#include "models/DocketFilter.h"

#include <QByteArray>
#include <vector>

namespace yizhan {

struct DocketView {
    struct Column {
        const FieldSpec *field = nullptr;
        int width = 0; // tenths of a Chinese character, so that it survives another font size; 0 = what title and content want
        bool operator==(const Column &other) const = default;
    };
    std::vector<Column> columns; // shown ones, left to right
    std::vector<SortKey> sort;
    DocketFilter filter;
    int frozen = 0;          // columns at the left that do not scroll away
    std::int64_t topRow = 0; // local row shown at the top; 0 = none
    bool filterRowShown = true;

    // Columns the kind shows until the user chooses otherwise.
    static DocketView standard(const RecordSpec &spec);
    // Every field that can be a column, in the order of the declaration, system fields last.
    static std::vector<const FieldSpec *> offered(const RecordSpec &spec);

    // CBOR by names of fields; what a newer release wrote and this one does not know is left out. A body that cannot be read
    // gives the standard view.
    QByteArray toBytes() const;
    static DocketView fromBytes(const RecordSpec &spec, const QByteArray &body);

    bool operator==(const DocketView &other) const = default;
};

} // namespace yizhan
