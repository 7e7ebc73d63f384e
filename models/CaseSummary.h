// SPDX-License-Identifier: GPL-3.0-or-later
// What the pane beside the list says about one case: head, people, dates, latest records, history.
#pragma once

#include "models/FieldConflicts.h"
#include "models/Workspace.h"
#include "records/Deadline.h"

namespace yizhan {

// GUI thread.
class CaseSummary final : public QObject
{
    Q_OBJECT
public:
    struct Line {
        QString label; // may be empty
        QString text;
        ColourBand band = ColourBand::Plain;
        RecordId conflict = {}; // about what the line says; null = none is open
    };
    struct Section {
        QString heading;
        std::vector<Line> lines;
    };

    explicit CaseSummary(Workspace &workspace, QObject *parent = nullptr);

    // Reads the case a moment later, so that walking through a list with the arrow keys does not read each one on the way.
    void setRecord(const RecordId &root); // a null id empties it
    const RecordId &record() const { return m_id; }
    // Numbers of people in full; the store notes who looked. Goes back to masked with the next record.
    void showFullNumbers();
    bool showsFullNumbers() const { return m_unmasked; }

    bool isLoading() const { return m_loading; }
    const QString &title() const { return m_title; }
    const QString &problem() const { return m_problem; }
    const std::vector<Section> &sections() const { return m_sections; }
    int openConflicts() const; // values of the case that wait to be settled

signals:
    void changed();

private:
    void load();
    void build();
    void addHead();
    void addParties();
    void addDates();
    Line clockLine(const Record &clock) const;
    void addLatest();
    void addHistory();

    Workspace &m_workspace;
    RecordId m_id;
    CaseFile m_file;
    std::vector<FieldConflict> m_conflicts;
    std::vector<HistoryEntry> m_history;
    QString m_title;
    QString m_problem;
    std::vector<Section> m_sections;
    QTimer m_loadSoon;
    int m_round = 0;
    bool m_loading = false;
    bool m_unmasked = false;
};

} // namespace yizhan
