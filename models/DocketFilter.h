// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the filter row and the search box of a docket, and the question it makes.
#pragma once

#include "models/Workspace.h"

#include <map>

namespace yizhan {

// A value; GUI thread (labels of codes are read in the language of the workspace).
class DocketFilter
{
public:
    struct Chip {
        const FieldSpec *field = nullptr; // null = the search box
        QString text;                     // "Dispute type: neighbours"
        bool understood = true;
    };

    void setTyped(const FieldSpec &field, const QString &text); // empty text = no condition
    QString typed(const FieldSpec &field) const;
    void setSearch(const QString &text) { m_search = text.trimmed(); }
    const QString &search() const { return m_search; }
    void clear();
    bool isEmpty() const { return m_typed.empty() && m_search.isEmpty(); }
    std::vector<const FieldSpec *> fields() const; // with a condition, by field id

    // Everything that is understood, combined. A field whose text is not understood makes no condition.
    Predicate predicate(Workspace &workspace) const;
    std::vector<Chip> chips(Workspace &workspace) const;
    // This filter without one of its conditions (null = without the search text).
    DocketFilter without(const FieldSpec *field) const;

    bool operator==(const DocketFilter &other) const = default;

private:
    std::map<std::uint16_t, std::pair<const FieldSpec *, QString>> m_typed;
    QString m_search;
};

// The condition one cell of the filter row stands for; nothing if the text is not understood. All types: 空 / empty, 非空 / not
// empty. Text: a part, in Latin letters also pinyin. Codes: labels, their parts or initials, several separated by commas.
// Numbers and sums: 100, 100-200, >100, <=5万. Days and instants: as readDaySpan.
std::optional<Predicate> cellPredicate(const FieldSpec &field, const QString &typed, Workspace &workspace);
// What may be typed into the cell, for the tooltip and the message when it was not understood.
QString cellHelp(const FieldSpec &field);

} // namespace yizhan
