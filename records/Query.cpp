// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Query.h"

#include "records/Fold.h"

#include <algorithm>

namespace yizhan {

Predicate Predicate::compare(const FieldSpec &field, Op op, Value value)
{
    Predicate p;
    p.op = op;
    p.field = &field;
    p.values.push_back(std::move(value));
    return p;
}

Predicate Predicate::in(const FieldSpec &field, std::vector<Value> values)
{
    Predicate p;
    p.op = Op::In;
    p.field = &field;
    p.values = std::move(values);
    return p;
}

Predicate Predicate::contains(const FieldSpec &field, const QString &part) { return compare(field, Op::Contains, Value(part)); }

Predicate Predicate::empty(const FieldSpec &field)
{
    Predicate p;
    p.op = Op::Empty;
    p.field = &field;
    return p;
}

Predicate Predicate::search(const QString &text)
{
    Predicate p;
    p.op = Op::Search;
    p.values.push_back(Value(text));
    return p;
}

Predicate Predicate::both(Predicate a, Predicate b)
{
    if (a.isAll())
        return b;
    if (b.isAll())
        return a;
    Predicate p;
    p.op = Op::And;
    for (Predicate *side : {&a, &b}) {
        if (side->op == Op::And)
            std::move(side->children.begin(), side->children.end(), std::back_inserter(p.children));
        else
            p.children.push_back(std::move(*side));
    }
    return p;
}

namespace {
bool isOneOf(const Value &value, const std::vector<Value> &values)
{
    return std::any_of(values.begin(), values.end(), [&](const Value &one) { return Value::compare(value, one) == 0; });
}

bool hasCode(const QStringList &codes, const Value &wanted) { return codes.contains(wanted.text()); }

// A comparison that an empty field never fulfils; `values` may be short when the predicate is malformed: then it does not hold.
bool compares(Predicate::Op op, const Value &value, const std::vector<Value> &values)
{
    using Op = Predicate::Op;
    if (value.isNull() || values.empty())
        return false;
    switch (op) {
    case Op::Equal: return Value::compare(value, values[0]) == 0;
    case Op::Less: return Value::compare(value, values[0]) < 0;
    case Op::LessEqual: return Value::compare(value, values[0]) <= 0;
    case Op::Greater: return Value::compare(value, values[0]) > 0;
    case Op::GreaterEqual: return Value::compare(value, values[0]) >= 0;
    case Op::In: return isOneOf(value, values);
    case Op::Contains: return foldCase(value.text()).contains(foldCase(values[0].text()));
    case Op::StartsWith: return foldCase(value.text()).startsWith(foldCase(values[0].text()));
    case Op::HasAny:
    case Op::HasAll: {
        const QStringList codes = value.codes();
        const auto has = [&](const Value &wanted) { return hasCode(codes, wanted); };
        return op == Op::HasAny ? std::any_of(values.begin(), values.end(), has)
                                : std::all_of(values.begin(), values.end(), has);
    }
    default: return false;
    }
}

bool isFound(const Record &record, const QString &text)
{
    const QString wanted = foldWidth(text);
    if (wanted.isEmpty())
        return false;
    const auto &fields = record.spec().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i]->search != SearchAs::None && foldWidth(record.values()[i].text()).contains(wanted))
            return true;
    }
    return false;
}
} // namespace

bool matches(const Predicate &predicate, const Record &record)
{
    using Op = Predicate::Op;
    const auto inner = [&](const Predicate &child) { return matches(child, record); };
    const auto &children = predicate.children;
    switch (predicate.op) {
    case Op::All: return true;
    case Op::And: return std::all_of(children.begin(), children.end(), inner);
    case Op::Or: return std::any_of(children.begin(), children.end(), inner);
    case Op::Not: return !children.empty() && !inner(children.front());
    case Op::Search: return !predicate.values.empty() && isFound(record, predicate.values.front().text());
    default: break;
    }
    if (!predicate.field)
        return false;
    const Value value = record.value(*predicate.field);
    switch (predicate.op) {
    case Op::Empty: return value.isNull();
    case Op::NotEmpty: return !value.isNull();
    case Op::NotEqual: return !compares(Op::Equal, value, predicate.values);
    case Op::NotIn: return !compares(Op::In, value, predicate.values);
    default: return compares(predicate.op, value, predicate.values);
    }
}

bool lessThan(const std::vector<SortKey> &sort, const Record &a, const Record &b)
{
    for (const SortKey &key : sort) {
        const int order = Value::compare(a.value(*key.field), b.value(*key.field));
        if (order != 0)
            return key.descending ? order > 0 : order < 0;
    }
    return a.localRow != b.localRow ? a.localRow < b.localRow : a.id < b.id;
}

} // namespace yizhan
