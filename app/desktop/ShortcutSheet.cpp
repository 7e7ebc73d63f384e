// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/ShortcutSheet.h"

#include "forms/Widgets.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace yizhan {

ShortcutSheet::ShortcutSheet(const std::vector<Actions::Line> &lines, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("All keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *page = new QWidget;
    auto *columns = new QGridLayout(page);
    columns->setHorizontalSpacing(widthOf(this, 2));
    QStringList groups;
    for (const Actions::Line &line : lines) {
        if (!groups.contains(line.group))
            groups += line.group;
    }
    // groups go down the left column, then the right one
    int row[2] = {0, 0};
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const int side = row[0] <= row[1] ? 0 : 1;
        columns->addWidget(makeLabel(groups[i], QStringLiteral("heading"), page), row[side]++, side * 2, 1, 2);
        for (const Actions::Line &line : lines) {
            if (line.group != groups[i])
                continue;
            columns->addWidget(new QLabel(line.text, page), row[side], side * 2);
            columns->addWidget(makeLabel(line.keys, QStringLiteral("faint"), page), row[side]++, side * 2 + 1);
        }
    }
    columns->setRowStretch(std::max(row[0], row[1]), 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    auto *close = makeButton(tr("Close"), this, true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    close->setFocus();
    const QSize wanted = page->sizeHint() + QSize(widthOf(this, 4), widthOf(this, 6));
    resize(wanted.boundedTo(parent->size() * 0.95));
}

} // namespace yizhan
