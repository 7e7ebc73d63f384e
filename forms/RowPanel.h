// SPDX-License-Identifier: GPL-3.0-or-later
// All fields of one row of a draft under their headings, in as many columns as the width allows; made from the declaration.
#pragma once

#include "forms/FieldCell.h"

#include <map>

class QGridLayout;
class QToolButton;
class QVBoxLayout;

namespace yizhan {

class RowPanel final : public QWidget
{
    Q_OBJECT
public:
    // `only`: these fields, in this order, without headings; empty = everything a form offers.
    RowPanel(RecordDraft &draft, const RecordId &row, QWidget *parent, std::vector<const FieldSpec *> only = {});

    const RecordId &row() const { return m_row; }
    void refreshField(const FieldSpec &field);
    void refreshAll();
    FieldCell *cell(const FieldSpec &field) const;     // null if the form does not offer it
    bool focusField(std::uint16_t fieldId, int caret); // opens its section; false if it is not here
    void focusFirst();
    // Puts a widget between the first section and the second.
    void insertAfterFirst(QWidget *widget);

    // What can stand in a form at all: not computed, no bytes, no reference into another case.
    static bool isOffered(const FieldSpec &field);

signals:
    void caretAt(const yizhan::DraftCaret &caret);
    void settleWanted(const yizhan::RecordId &conflict);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Section {
        QString heading;
        bool open = true;
        QToolButton *fold = nullptr;
        QWidget *body = nullptr;
        QGridLayout *grid = nullptr;
        std::vector<FieldCell *> cells;
    };

    void build(const std::vector<const FieldSpec *> &only);
    Section &sectionFor(const char *heading);
    void addCell(Section &section, const FieldSpec &field);
    bool isVisibleNow(const FieldSpec &field) const;
    void setOpen(Section &section, bool open);
    void place();
    int columnsFor(int width) const;

    RecordDraft &m_draft;
    RecordId m_row;
    QVBoxLayout *m_layout;
    std::vector<std::unique_ptr<Section>> m_sections;
    std::map<std::uint16_t, FieldCell *> m_cells;
    int m_columns = 0;
};

} // namespace yizhan
