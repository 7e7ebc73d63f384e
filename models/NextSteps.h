// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done next with a case: its open transitions, what stands against each, what each still wants to know.
#pragma once

#include "models/Workspace.h"

namespace yizhan {

// GUI thread.
class NextSteps final : public QObject
{
    Q_OBJECT
public:
    struct Step {
        const Transition *transition = nullptr;
        RecordId target;
        QString label;
        std::vector<const FieldSpec *> needs; // fields the step wants to know: empty ones, and those that a condition asks for
        QStringList conditions;               // what those of the latter kind must say, in words
        QStringList obstacles;                // other things that stand against it, in words
        bool checked = false;                 // the store has answered
        bool isOpen() const { return checked && needs.empty() && obstacles.isEmpty(); }
    };

    explicit NextSteps(Workspace &workspace, QObject *parent = nullptr);

    // Steps of this root and the tracks of its children; a null record empties the list.
    void setRecord(const Record &record);
    const std::vector<Step> &steps() const { return m_steps; }
    void take(const Step &step, const Inputs &inputs);
    bool isBusy() const { return m_busy; }

signals:
    void changed();
    void taken(const yizhan::ChangeSet &changes);
    void refused(const QString &message);

private:
    void check(std::size_t position);
    static bool ask(Step &step, const QString &guardId);
    void settle(const RecordId &target, const Transition *transition, const std::vector<Unmet> &unmet);

    Workspace &m_workspace;
    Record m_record;
    std::vector<Step> m_steps;
    int m_round = 0; // answers of an earlier record are not listened to
    bool m_busy = false;
};

} // namespace yizhan
