// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a code list to choose from: those in force today, found by label, pinyin initials or code.
#pragma once

#include "models/ChoiceModel.h"
#include "models/Workspace.h"

namespace yizhan {

class CodeChoiceModel final : public ChoiceModel
{
    Q_OBJECT
public:
    struct Choice {
        QString code;
        QString label;
        QString other; // the label in the other language: found by it too
        QString initials;
        QString group;
    };

    // `listId` as in FieldSpec::codeList; "@office" is the office directory.
    CodeChoiceModel(Workspace &workspace, const QString &listId, QObject *parent = nullptr);

    void setFilter(const QString &typed) override;
    Value valueAt(int row) const override;
    QString labelOf(const Value &value) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const std::vector<Choice> &all() const { return m_all; }
    // Codes that the text means: an exact label or code alone, otherwise everything that setFilter would show.
    QStringList codesFor(const QString &typed) const;

private:
    Workspace &m_workspace;
    QString m_listId;
    std::vector<Choice> m_all;
    std::vector<int> m_shown; // positions in m_all
};

} // namespace yizhan
