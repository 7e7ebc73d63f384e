// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DocketView.h"

#include <QCborArray>
#include <QCborMap>

namespace yizhan {

namespace {

constexpr int narrowest = 0;
constexpr int widest = 1200;

DocketView::Column columnOf(const FieldSpec &field) { return {&field, 0}; }

QString nameOf(const FieldSpec &field) { return QLatin1String(field.name); }

QCborArray columnsToCbor(const std::vector<DocketView::Column> &columns)
{
    QCborArray out;
    for (const auto &column : columns)
        out.append(QCborArray{nameOf(*column.field), column.width});
    return out;
}

std::vector<DocketView::Column> columnsFromCbor(const RecordSpec &spec, const QCborArray &array)
{
    std::vector<DocketView::Column> out;
    for (const QCborValue entry : array) {
        const QCborArray pair = entry.toArray();
        const FieldSpec *field = spec.field(pair.at(0).toString());
        const bool twice = std::any_of(out.begin(), out.end(), [&](const auto &column) { return column.field == field; });
        if (field && field->columnWidth > 0 && !twice)
            out.push_back({field, int(std::clamp<qint64>(pair.at(1).toInteger(), narrowest, widest))});
    }
    return out;
}

} // namespace

std::vector<const FieldSpec *> DocketView::offered(const RecordSpec &spec)
{
    std::vector<const FieldSpec *> out;
    for (const FieldSpec *field : spec.fields) {
        if (field->columnWidth > 0)
            out.push_back(field);
    }
    for (const FieldSpec *field : system::fields) {
        if (field->columnWidth > 0)
            out.push_back(field);
    }
    return out;
}

DocketView DocketView::standard(const RecordSpec &spec)
{
    DocketView view;
    // number, people and due date are what a clerk looks for first, whatever their ids are
    static constexpr const char16_t *first[] = {u"case_no", u"name", u"parties", u"next_due", u"status"};
    const auto offeredFields = offered(spec);
    const auto add = [&](const FieldSpec *field) {
        const bool there = std::any_of(view.columns.begin(), view.columns.end(),
                                       [&](const Column &c) { return c.field == field; });
        if (field && field->columnWidth > 0 && field->columnShown && !there)
            view.columns.push_back(columnOf(*field));
    };
    for (const char16_t *name : first)
        add(spec.field(QStringView(name)));
    for (const FieldSpec *field : offeredFields)
        add(field);
    if (view.columns.empty() && spec.title)
        view.columns.push_back({spec.title, 0});
    return view;
}

QByteArray DocketView::toBytes() const
{
    QCborArray sorts;
    for (const SortKey &key : sort)
        sorts.append(QCborArray{nameOf(*key.field), key.descending});
    QCborMap typed;
    for (const FieldSpec *field : filter.fields())
        typed.insert(nameOf(*field), filter.typed(*field));
    const QCborMap body{
        {QStringLiteral("columns"), columnsToCbor(columns)},
        {QStringLiteral("sort"), sorts},
        {QStringLiteral("filter"), typed},
        {QStringLiteral("search"), filter.search()},
        {QStringLiteral("frozen"), frozen},
        {QStringLiteral("top"), qint64(topRow)},
        {QStringLiteral("filter-row"), filterRowShown},
    };
    return QCborValue(body).toCbor();
}

DocketView DocketView::fromBytes(const RecordSpec &spec, const QByteArray &body)
{
    DocketView view = standard(spec);
    const QCborMap map = QCborValue::fromCbor(body).toMap();
    if (map.isEmpty())
        return view;
    if (auto columns = columnsFromCbor(spec, map[QStringLiteral("columns")].toArray()); !columns.empty())
        view.columns = std::move(columns);
    for (const QCborValue entry : map[QStringLiteral("sort")].toArray()) {
        const QCborArray pair = entry.toArray();
        if (const FieldSpec *field = spec.field(pair.at(0).toString()))
            view.sort.push_back({field, pair.at(1).toBool()});
    }
    const QCborMap typed = map[QStringLiteral("filter")].toMap();
    for (auto it = typed.constBegin(); it != typed.constEnd(); ++it) {
        if (const FieldSpec *field = spec.field(it.key().toString()))
            view.filter.setTyped(*field, it.value().toString());
    }
    view.filter.setSearch(map[QStringLiteral("search")].toString());
    view.frozen = int(std::clamp<qint64>(map[QStringLiteral("frozen")].toInteger(), 0, qint64(view.columns.size())));
    view.topRow = map[QStringLiteral("top")].toInteger();
    view.filterRowShown = map[QStringLiteral("filter-row")].toBool(true);
    return view;
}

} // namespace yizhan
