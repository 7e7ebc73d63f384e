// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Actions.h"

#include <QWidget>

namespace yizhan {

Actions::Actions(QWidget *window) : QObject(window), m_window(window)
{
    const QString create = tr("New");
    add(Act::NewHere, create, tr("New in this docket"), {QKeySequence(Qt::CTRL | Qt::Key_N)});
    add(Act::NewConsultation, create, tr("Register a consultation"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)});
    add(Act::NewMediation, create, tr("Mediation case"), {});
    add(Act::NewLegalAid, create, tr("Legal-aid case"), {});
    add(Act::NewNotary, create, tr("Notary matter"), {});
    add(Act::NewDutyHelp, create, tr("Duty lawyer help"), {});
    add(Act::NewProject, create, tr("Key project"), {});

    const QString edit = tr("Edit");
    add(Act::Save, edit, tr("Save"), {QKeySequence(QKeySequence::Save)});
    add(Act::SaveAndNew, edit, tr("Save and new"),
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    add(Act::Undo, edit, tr("Undo"), {QKeySequence(Qt::CTRL | Qt::Key_Z)});
    add(Act::Redo, edit, tr("Redo"), {QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    add(Act::CloseTab, edit, tr("Close the form (a draft stays)"), {QKeySequence(Qt::CTRL | Qt::Key_W)});

    const QString find = tr("Find");
    add(Act::FindEverything, find, tr("Search everything"),
        {QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::CTRL | Qt::Key_G)});
    add(Act::FindHere, find, tr("Filter this list"), {QKeySequence(Qt::CTRL | Qt::Key_F)});
    add(Act::FilterRow, find, tr("Show or hide the filter row"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)});
    add(Act::Columns, find, tr("Choose columns"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)});
    add(Act::SortColumn, find, tr("Sort by the column of the caret"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)});
    add(Act::AddSortColumn, find, tr("Sort by this column too"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)});
    add(Act::Copy, find, tr("Copy rows"), {});
    add(Act::CopyWithTitles, find, tr("Copy rows with column titles"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)});

    const QString view = tr("View");
    add(Act::NextPane, view, tr("Next part of the window"), {QKeySequence(Qt::Key_F6)});
    add(Act::PreviousPane, view, tr("Previous part of the window"), {QKeySequence(Qt::SHIFT | Qt::Key_F6)});
    add(Act::NextTab, view, tr("Next tab"), {QKeySequence(Qt::CTRL | Qt::Key_Tab)});
    add(Act::Summary, view, tr("Show or hide the summary"), {QKeySequence(Qt::CTRL | Qt::Key_I)});
    add(Act::Exchange, view, tr("Exchange with the district; again: exchange now"), {QKeySequence(Qt::Key_F8)});
    add(Act::LargerText, view, tr("Larger letters"),
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}, false);
    add(Act::SmallerText, view, tr("Smaller letters"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, false);
    add(Act::NormalText, view, tr("Usual letters"), {QKeySequence(Qt::CTRL | Qt::Key_0)}, false);
    add(Act::ThemeSystem, view, tr("Colours as the system"), {}, false);
    add(Act::ThemeLight, view, tr("Light colours"), {}, false);
    add(Act::ThemeDark, view, tr("Dark colours"), {}, false);
    add(Act::Chinese, view, QStringLiteral("中文"), {}, false);
    add(Act::English, view, QStringLiteral("English"), {}, false);

    const QString program = tr("Program");
    add(Act::Lock, program, tr("Lock now"), {QKeySequence(Qt::CTRL | Qt::Key_L)});
    add(Act::Shortcuts, program, tr("All keys"), {QKeySequence(Qt::CTRL | Qt::Key_Slash)}, false);
    add(Act::Quit, program, tr("Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}, false);
    for (const Act act : {Act::ThemeSystem, Act::ThemeLight, Act::ThemeDark, Act::Chinese, Act::English, Act::Summary})
        get(act)->setCheckable(true);
}

void Actions::add(Act act, const QString &group, const QString &text, const QList<QKeySequence> &keys, bool needsStore)
{
    auto *action = new QAction(text, this);
    action->setShortcuts(keys);
    m_window->addAction(action);
    m_actions.emplace(act, action);
    m_order.emplace_back(act, group);
    if (!needsStore)
        m_always.push_back(act);
}

std::vector<Actions::Line> Actions::lines() const
{
    std::vector<Line> out;
    for (const auto &[act, group] : m_order) {
        QStringList keys;
        for (const QKeySequence &sequence : get(act)->shortcuts())
            keys += sequence.toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            out.push_back({group, get(act)->text(), keys.first()});
    }
    out.push_back({tr("View"), tr("Places at the left"), QStringLiteral("Ctrl+1 … Ctrl+9")});
    out.push_back({tr("Lists"), tr("Open the case"), QStringLiteral("Enter")});
    out.push_back({tr("Lists"), tr("Sort by a column; Shift adds a column"), tr("click on the title")});
    out.push_back({tr("Lists"), tr("Copy rows"), QStringLiteral("Ctrl+C")});
    out.push_back({tr("Lists"), tr("List of values in the filter row"), QStringLiteral("Alt+↓")});
    out.push_back({tr("Values to settle"), tr("Choose one of the ways"), QStringLiteral("1 2 3")});
    out.push_back({tr("Values to settle"), tr("Confirm and go on"), QStringLiteral("Enter")});
    out.push_back({tr("Forms"), tr("List of values, calendar"), QStringLiteral("Alt+↓")});
    out.push_back({tr("Forms"), tr("Back to the list (a draft stays)"), QStringLiteral("Esc")});
    return out;
}

void Actions::setUnlocked(bool unlocked)
{
    for (const auto &[act, action] : m_actions)
        action->setEnabled(unlocked || std::find(m_always.begin(), m_always.end(), act) != m_always.end());
}

} // namespace yizhan
