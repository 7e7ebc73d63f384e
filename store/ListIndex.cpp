// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ListIndex.h"

#include "records/Declaration.h"
#include "store/Schema.h"

#include <algorithm>
#include <map>

namespace yizhan {
namespace {

using Role = ListIndexLayout::Role;
using Fields = std::vector<const FieldSpec *>;

const FieldSpec *defaultSortOf(const RecordSpec &spec) { return spec.defaultSort ? spec.defaultSort : &system::createdAt; }

bool has(const Fields &fields, const FieldSpec *field)
{
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

void addOnce(Fields &fields, const FieldSpec *field)
{
    if (field && !has(fields, field))
        fields.push_back(field);
}

Fields together(std::initializer_list<const FieldSpec *> wanted)
{
    Fields fields;
    for (const FieldSpec *field : wanted)
        addOnce(fields, field);
    return fields;
}

std::vector<ListIndexLayout> makeLayouts(const RecordSpec &spec)
{
    if (!spec.docket)
        return {};
    const QByteArray name = "list_" + QByteArray(spec.table);
    const FieldSpec *sort = defaultSortOf(spec);
    const FieldSpec *status = spec.field(u"status");
    const FieldSpec *due = spec.field(u"next_due");
    const FieldSpec *handler = spec.field(u"handler_id");
    const FieldSpec *withdrawn = &system::withdrawn;
    const FieldSpec *office = &system::office;

    std::vector<ListIndexLayout> layouts;
    layouts.push_back({Role::Order, name + "_order", together({sort, withdrawn, status, office, due})});
    if (status)
        layouts.push_back({Role::Status, name + "_status", together({status, sort, withdrawn, office, due})});
    if (handler)
        layouts.push_back({Role::Handler, name + "_handler", together({handler, sort, withdrawn, status, office, due})});
    if (due)
        layouts.push_back({Role::Due, name + "_due", together({due, withdrawn, status, office})});
    Fields wide = together({sort, withdrawn, status, office, due});
    for (const FieldSpec *field : spec.fields) {
        if (field->indexed)
            addOnce(wide, field);
    }
    for (const FieldSpec *field : system::fields) {
        if (field->indexed)
            addOnce(wide, field);
    }
    layouts.push_back({Role::Wide, name, std::move(wide)});
    return layouts;
}

QByteArray createStatement(const RecordSpec &spec, const ListIndexLayout &layout)
{
    const TableLayout &table = layoutOf(spec);
    const FieldSpec *sort = defaultSortOf(spec);
    // The column that is read in order: the first, or the second behind the one that is held fast.
    const std::size_t ordered = layout.role == Role::Status || layout.role == Role::Handler ? 1 : 0;
    QByteArray columns;
    for (std::size_t i = 0; i < layout.fields.size(); ++i) {
        columns += (columns.isEmpty() ? "" : ", ") + table.columnOf(*layout.fields[i]);
        if (i == ordered)
            columns += layout.fields[i] == sort ? ", rowid DESC" : ", rowid"; // read backwards, or forwards
    }
    return "CREATE INDEX IF NOT EXISTS " + layout.name + " ON " + table.table + " (" + columns + ')';
}

void collectFields(const Predicate &predicate, Fields &fields)
{
    addOnce(fields, predicate.field);
    for (const Predicate &child : predicate.children)
        collectFields(child, fields);
}

// Is there a condition on `field` of one of the operators that every row has to meet?
template <class Wanted>
bool demands(const Predicate &predicate, const Wanted &wanted)
{
    if (predicate.op == Predicate::Op::And)
        return std::any_of(predicate.children.begin(), predicate.children.end(),
                           [&](const Predicate &child) { return demands(child, wanted); });
    return predicate.field && wanted(predicate);
}

bool demandsOne(const Query &query, QStringView name)
{
    const FieldSpec *field = query.spec->field(name);
    return field
           && demands(query.where, [field](const Predicate &p) { return p.field == field && p.op == Predicate::Op::Equal; });
}

// Numbers and links have indexes of their own that name a handful of rows at once.
bool demandsFewRows(const Query &query)
{
    return demands(query.where, [](const Predicate &p) {
        const bool ownIndex = p.field->search == SearchAs::CaseNumber || (p.field->type == FieldType::Blob && p.field->indexed);
        return ownIndex && (p.op == Predicate::Op::Equal || p.op == Predicate::Op::In);
    });
}

const ListIndexLayout *find(const Query &query, Role role, const Fields &used)
{
    for (const ListIndexLayout &layout : ListIndex::layoutsOf(*query.spec)) {
        if (layout.role == role && layout.covers(used))
            return &layout;
    }
    return nullptr;
}

const ListIndexLayout *firstOf(const Query &query, std::initializer_list<Role> roles)
{
    if (demandsFewRows(query))
        return nullptr;
    const Fields used = ListIndex::fieldsUsed(query);
    for (const Role role : roles) {
        if (const ListIndexLayout *layout = find(query, role, used))
            return layout;
    }
    return nullptr;
}

} // namespace

bool ListIndexLayout::covers(const std::vector<const FieldSpec *> &used) const
{
    return std::all_of(used.begin(), used.end(), [this](const FieldSpec *field) { return has(fields, field); });
}

const std::vector<ListIndexLayout> &ListIndex::layoutsOf(const RecordSpec &spec)
{
    static const PerDeclaration<std::map<Kind, std::vector<ListIndexLayout>>> all([] {
        std::map<Kind, std::vector<ListIndexLayout>> made;
        for (const RecordSpec *known : allSpecs())
            made[known->kind] = makeLayouts(*known);
        return made;
    });
    return all.get().at(spec.kind);
}

std::vector<QByteArray> ListIndex::createStatements(const RecordSpec &spec)
{
    std::vector<QByteArray> statements;
    for (const ListIndexLayout &layout : layoutsOf(spec))
        statements.push_back(createStatement(spec, layout));
    return statements;
}

std::vector<QByteArray> ListIndex::dropStatements(const RecordSpec &spec)
{
    std::vector<QByteArray> statements;
    for (const ListIndexLayout &layout : layoutsOf(spec))
        statements.push_back("DROP INDEX IF EXISTS " + layout.name);
    return statements;
}

std::vector<const FieldSpec *> ListIndex::fieldsUsed(const Query &query)
{
    Fields fields;
    collectFields(query.where, fields);
    for (const SortKey &key : query.sort)
        addOnce(fields, key.field);
    if (query.sort.empty())
        addOnce(fields, defaultSortOf(*query.spec));
    if (!query.withWithdrawn)
        addOnce(fields, &system::withdrawn);
    return fields;
}

const ListIndexLayout *ListIndex::bestForOrder(const Query &query)
{
    const FieldSpec *first = query.sort.empty() ? defaultSortOf(*query.spec) : query.sort.front().field;
    if (first == query.spec->field(u"next_due"))
        return firstOf(query, {Role::Due, Role::Order, Role::Wide});
    if (demandsOne(query, u"handler_id"))
        return firstOf(query, {Role::Handler, Role::Wide});
    if (demandsOne(query, u"status"))
        return firstOf(query, {Role::Status, Role::Order, Role::Wide});
    return firstOf(query, {Role::Order, Role::Wide});
}

const ListIndexLayout *ListIndex::bestForCount(const Query &query)
{
    Query unsorted = query;
    unsorted.sort = {{&system::withdrawn, false}}; // in every index
    if (demandsOne(query, u"handler_id"))
        return firstOf(unsorted, {Role::Handler, Role::Wide});
    if (demandsOne(query, u"status"))
        return firstOf(unsorted, {Role::Status, Role::Order, Role::Wide});
    return firstOf(unsorted, {Role::Due, Role::Order, Role::Wide});
}

} // namespace yizhan
