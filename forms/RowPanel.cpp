// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/RowPanel.h"

#include "forms/Widgets.h"
#include "models/Words.h"
#include "records/kinds/Common.h"

#include <QGridLayout>
#include <QResizeEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace yizhan {

namespace {
constexpr double columnCharacters = 15; // width of one column of fields, in Chinese characters
constexpr std::size_t sectionsOpenAtFirst = 3;

// The shared headings at the ends, whatever the ids of their fields are: case first, archive last.
int orderOf(const char *heading)
{
    const QLatin1String name(heading);
    if (name == QLatin1String(common::sectionCase))
        return -1;
    if (name == QLatin1String(common::sectionProgress))
        return 1;
    return name == QLatin1String(common::sectionArchive) ? 2 : 0;
}
} // namespace

RowPanel::RowPanel(RecordDraft &draft, const RecordId &row, QWidget *parent, std::vector<const FieldSpec *> only)
    : QWidget(parent), m_draft(draft), m_row(row), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    build(only);
    place();
}

bool RowPanel::isOffered(const FieldSpec &field)
{
    if (field.derived || field.type == FieldType::Blob || &field == &common::sandbox || &field == &common::returnState)
        return false;
    const RecordSpec *target = field.type == FieldType::Ref ? specOf(field.target) : nullptr;
    return field.type != FieldType::Ref || (target && target->title && (target->isRoot() || target->district));
}

void RowPanel::build(const std::vector<const FieldSpec *> &only)
{
    const Record *record = m_draft.row(m_row);
    if (!record)
        return;
    if (!only.empty()) {
        Section &section = sectionFor("");
        for (const FieldSpec *field : only)
            addCell(section, *field);
        return;
    }
    std::vector<const FieldSpec *> fields;
    for (const FieldSpec *field : record->spec().fields) {
        if (isOffered(*field))
            fields.push_back(field);
    }
    std::stable_sort(fields.begin(), fields.end(),
                     [](const FieldSpec *a, const FieldSpec *b) { return orderOf(a->section) < orderOf(b->section); });
    for (const FieldSpec *field : fields)
        addCell(sectionFor(field->section), *field);
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        const bool needed = std::any_of(m_sections[i]->cells.begin(), m_sections[i]->cells.end(), [&](FieldCell *cell) {
            return m_draft.isRequired(m_row, cell->field()) || !m_draft.value(m_row, cell->field()).isNull()
                   || !m_draft.conflictOf(m_row, cell->field()).isNull();
        });
        setOpen(*m_sections[i], i < sectionsOpenAtFirst || needed);
    }
}

RowPanel::Section &RowPanel::sectionFor(const char *heading)
{
    const QString text = words::section(heading);
    for (const auto &section : m_sections) {
        if (section->heading == text)
            return *section;
    }
    m_sections.push_back(std::make_unique<Section>());
    Section &section = *m_sections.back();
    section.heading = text;
    if (!text.isEmpty()) {
        section.fold = new QToolButton(this);
        section.fold->setText(text);
        section.fold->setProperty("flat", true);
        section.fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        QFont bold = section.fold->font();
        bold.setBold(true);
        section.fold->setFont(bold);
        connect(section.fold, &QToolButton::clicked, this, [this, place = m_sections.size() - 1] {
            setOpen(*m_sections[place], !m_sections[place]->open);
            this->place();
        });
        m_layout->addWidget(section.fold);
    }
    section.body = new QWidget(this);
    section.grid = new QGridLayout(section.body);
    section.grid->setContentsMargins(12, 0, 0, 6);
    section.grid->setHorizontalSpacing(18);
    m_layout->addWidget(section.body);
    return section;
}

void RowPanel::addCell(Section &section, const FieldSpec &field)
{
    auto *cell = new FieldCell(m_draft, m_row, field, section.body);
    section.cells.push_back(cell);
    m_cells.emplace(field.id, cell);
    const auto tell = [this, cell] { emit caretAt({m_row, cell->field().id, cell->editor().caret()}); };
    connect(&cell->editor(), &FieldEditor::caretEntered, this, tell);
    connect(&cell->editor(), &FieldEditor::caretMoved, this, tell);
    connect(cell, &FieldCell::settleWanted, this, &RowPanel::settleWanted);
}

void RowPanel::setOpen(Section &section, bool open)
{
    section.open = open;
    section.body->setVisible(open);
    if (section.fold) {
        section.fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        section.fold->setAccessibleName(open ? tr("%1, open").arg(section.heading) : tr("%1, closed").arg(section.heading));
    }
}

bool RowPanel::isVisibleNow(const FieldSpec &field) const
{
    if (!m_draft.conflictOf(m_row, field).isNull())
        return true; // also where nothing stands: that is what it is about
    if (field.byTransition && m_draft.value(m_row, field).isNull() && !m_draft.isEditable(m_row, field))
        return false; // comes with its step
    return m_draft.isShown(m_row, field);
}

int RowPanel::columnsFor(int width) const { return std::clamp(width / std::max(1, widthOf(this, columnCharacters)), 1, 4); }

void RowPanel::place()
{
    m_columns = columnsFor(width());
    for (const auto &section : m_sections) {
        while (QLayoutItem *item = section->grid->takeAt(0))
            delete item;
        int line = 0;
        int column = 0;
        bool any = false;
        for (FieldCell *cell : section->cells) {
            const bool visible = isVisibleNow(cell->field());
            cell->setVisible(visible);
            if (!visible)
                continue;
            any = true;
            const int span = cell->editor().isWide() ? m_columns : 1;
            if (column + span > m_columns) {
                ++line;
                column = 0;
            }
            section->grid->addWidget(cell, line, column, 1, span);
            column += span;
        }
        for (int i = 0; i < 4; ++i)
            section->grid->setColumnStretch(i, i < m_columns ? 1 : 0);
        if (section->fold)
            section->fold->setVisible(any);
        section->body->setVisible(any && section->open);
    }
}

void RowPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (columnsFor(event->size().width()) != m_columns)
        place();
}

void RowPanel::refreshField(const FieldSpec &field)
{
    if (FieldCell *changed = cell(field))
        changed->refresh();
    // fields that are shown or checked by this one
    bool moved = false;
    for (const auto &[id, other] : m_cells) {
        const FieldSpec &spec = other->field();
        if (spec.pair == &field)
            other->refresh();
        moved = moved || (spec.shownWhen == &field && other->isHidden() == isVisibleNow(spec));
    }
    if (moved)
        place();
}

void RowPanel::refreshAll()
{
    for (const auto &[id, cell] : m_cells)
        cell->refresh();
    place();
}

FieldCell *RowPanel::cell(const FieldSpec &field) const
{
    const auto found = m_cells.find(field.id);
    return found == m_cells.end() ? nullptr : found->second;
}

bool RowPanel::focusField(std::uint16_t fieldId, int caret)
{
    const auto found = m_cells.find(fieldId);
    if (found == m_cells.end())
        return false;
    for (const auto &section : m_sections) {
        if (std::find(section->cells.begin(), section->cells.end(), found->second) != section->cells.end() && !section->open) {
            setOpen(*section, true);
            place();
        }
    }
    found->second->editor().input()->setFocus();
    found->second->editor().setCaret(caret);
    return true;
}

void RowPanel::focusFirst()
{
    for (const auto &section : m_sections) {
        for (FieldCell *cell : section->cells) {
            if (section->open && !cell->isHidden() && m_draft.isEditable(m_row, cell->field())) {
                cell->editor().input()->setFocus();
                return;
            }
        }
    }
}

void RowPanel::insertAfterFirst(QWidget *widget)
{
    // each section is its heading and its body
    m_layout->insertWidget(std::min(2, m_layout->count()), widget);
}

} // namespace yizhan
