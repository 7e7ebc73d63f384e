// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/OpenCases.h"

#include "store/RowMapper.h"

namespace yizhan {

const Record *OpenCase::standing(const RecordId &id) const
{
    if (before.root.isNull())
        return nullptr;
    if (const Record *row = before.find(id))
        return row;
    for (const Record &row : restored) {
        if (row.id == id)
            return &row;
    }
    return nullptr;
}

RowDifference differenceOf(const Record &before, const Record &after)
{
    RowDifference difference;
    const std::span<const FieldSpec *const> fields = after.spec().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (before.values()[i] != after.values()[i])
            (fields[i]->derived ? difference.derived : difference.own).push_back(static_cast<int>(i));
    }
    difference.withdrawn = before.withdrawn != after.withdrawn;
    difference.office = before.office != after.office;
    return difference;
}

Result<OpenCases::Place> OpenCases::find(const RecordId &id)
{
    const Result<OpenCase *> file = findCaseOf(id);
    if (!file)
        return file.error();
    Record *record = (*file)->file.find(id);
    if (record)
        return Place{*file, record, &record->spec()};
    const Result<Record> withdrawn = findById(m_connection, id, Columns::List);
    if (!withdrawn)
        return withdrawn.error();
    return Place{*file, nullptr, &withdrawn->spec()};
}

Result<OpenCase *> OpenCases::findCaseOf(const RecordId &id)
{
    if (OpenCase *known = m_byRow.value(id))
        return known;
    const Result<Record> row = findById(m_connection, id, Columns::List);
    if (!row)
        return row.error();
    if (OpenCase *known = m_byRow.value(row->root))
        return known;
    return open(row->root);
}

Result<OpenCase *> OpenCases::open(const RecordId &root)
{
    Result<CaseFile> file = readCase(m_connection, root);
    if (!file)
        return file.error();
    OpenCase &opened = m_cases.emplace_back();
    opened.file = std::move(*file);
    opened.before = opened.file;
    noteRows(opened);
    return &opened;
}

OpenCase *OpenCases::add(Record root)
{
    OpenCase &added = m_cases.emplace_back();
    added.isNew = true;
    added.file.root = std::move(root);
    m_byRow.insert(added.file.root.id, &added);
    return &added;
}

void OpenCases::noteRow(OpenCase &file, const RecordId &id) { m_byRow.insert(id, &file); }

void OpenCases::noteRows(OpenCase &file)
{
    noteRow(file, file.file.root.id);
    for (const Record &child : file.file.children)
        noteRow(file, child.id);
}

} // namespace yizhan
