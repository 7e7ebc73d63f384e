// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that has a key: one table for menus, shortcuts and the sheet that shows them.
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <map>

namespace yizhan {

enum class Act {
    NewHere,
    NewConsultation,
    NewMediation,
    NewLegalAid,
    NewNotary,
    NewDutyHelp,
    NewProject, // New menu
    Save,
    SaveAndNew,
    Undo,
    Redo,
    CloseTab,
    FindEverything,
    FindHere,
    FilterRow,
    Columns,
    SortColumn,
    AddSortColumn,
    Copy,
    CopyWithTitles,
    NextPane,
    PreviousPane,
    Summary,
    Exchange,
    NextTab,
    LargerText,
    SmallerText,
    NormalText,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    Chinese,
    English,
    Lock,
    Shortcuts,
    Quit
};

// GUI thread. Actions are children of the table; texts are in the language in force when it is made.
class Actions final : public QObject
{
    Q_OBJECT
public:
    explicit Actions(QWidget *window);

    QAction *get(Act act) const { return m_actions.at(act); }
    // Title and keys of everything, also of what the forms themselves listen to; for the sheet.
    struct Line {
        QString group;
        QString text;
        QString keys;
    };
    std::vector<Line> lines() const;
    // While locked only what needs no store is enabled.
    void setUnlocked(bool unlocked);

private:
    void add(Act act, const QString &group, const QString &text, const QList<QKeySequence> &keys, bool needsStore = true);

    QWidget *m_window;
    std::map<Act, QAction *> m_actions;
    std::vector<std::pair<Act, QString>> m_order;
    std::vector<Act> m_always;
};

} // namespace yizhan
