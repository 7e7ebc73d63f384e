// SPDX-License-Identifier: GPL-3.0-or-later
// A question about the rows of one kind: predicate tree, order, limit. The same value serves the filter row, --where, saved
// views, guards and figures; the store turns it into SQL, matches() answers it in memory.
#pragma once

#include "base/Result.h"
#include "records/Record.h"

#include <vector>

namespace yizhan {

class CodeCatalog;

struct Predicate {
    enum class Op : std::uint8_t {
        All, // every row
        And,
        Or,
        Not, // children
        Equal,
        NotEqual,
        Less,
        LessEqual,
        Greater,
        GreaterEqual, // one value; an empty field matches none of them but NotEqual
        In,
        NotIn, // several values; NotIn matches an empty field
        Contains,
        StartsWith, // part of a text, letter case ignored for ASCII
        HasAny,
        HasAll, // code sets
        Empty,
        NotEmpty,
        Search // values[0] = what was typed: the search table decides (names, numbers, pinyin)
    };
    Op op = Op::All;
    const FieldSpec *field = nullptr;
    std::vector<Value> values;
    std::vector<Predicate> children;

    static Predicate all() { return {}; }
    static Predicate compare(const FieldSpec &field, Op op, Value value);
    static Predicate in(const FieldSpec &field, std::vector<Value> values);
    static Predicate contains(const FieldSpec &field, const QString &part);
    static Predicate empty(const FieldSpec &field);
    static Predicate search(const QString &text);
    static Predicate both(Predicate a, Predicate b); // And, flattened; All is neutral
    bool isAll() const { return op == Op::All; }
    bool operator==(const Predicate &other) const = default;
};

struct SortKey {
    const FieldSpec *field = nullptr;
    bool descending = false;
    bool operator==(const SortKey &other) const = default;
};

struct Query {
    const RecordSpec *spec = nullptr;
    Predicate where;
    std::vector<SortKey> sort;  // empty = the kind's default; the row id always decides last
    std::int64_t limit = -1;    // -1 = no limit
    bool withWithdrawn = false; // rows that were withdrawn are left out otherwise
    bool operator==(const Query &other) const = default;
};

// Any thread. Search predicates match when any searched field contains the text: the plain scan the search table is tested
// against. One or two Latin letters or digits are the exception, see store/SearchQuery.h.
bool matches(const Predicate &predicate, const Record &record);
bool lessThan(const std::vector<SortKey> &sort, const Record &a, const Record &b);

// "status in (ACCEPTED, MEDIATING) and received_on >= 2026-01-01 and not party ~ '张'"; operators = != < <= > >= ~ (contains)
// starts, in, not in, is empty, is not empty, has, has all; and/or/not, brackets; search 'text'; all. Dates as YYYY-MM-DD,
// money as yuan, codes as codes; a day compared with an instant is the whole local day. The empty text is every row. Errors:
// Usage with position and what was expected (RC-20 .. RC-23).
Result<Predicate> parseWhere(const RecordSpec &spec, const QString &text);
// "received_on desc, case_no"
Result<std::vector<SortKey>> parseSort(const RecordSpec &spec, const QString &text);
// Inverse of parseWhere for saved views; parseWhere(toText(p)) == p for every p that parseWhere could have made: And and Or
// have at least two children, values are not empty. A condition that lacks its value, field or children is written as what it
// answers for every row: "all" or "not all".
QString toText(const Predicate &predicate);

} // namespace yizhan
