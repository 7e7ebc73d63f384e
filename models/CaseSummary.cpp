// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CaseSummary.h"

#include "base/Deliver.h"
#include "models/DueText.h"
#include "models/Words.h"
#include "records/Clocks.h"
#include "records/DeadlineRule.h"
#include "records/kinds/Conflict.h"
#include "records/kinds/Party.h"
#include "records/kinds/Timer.h"

namespace yizhan {

namespace {
constexpr int loadAfterMs = 80;
constexpr std::size_t mostLatest = 4;
constexpr std::size_t mostHistory = 6;
constexpr int longestText = 120;

QString shortened(QString text)
{
    text.replace(u'\n', u' ');
    return text.size() > longestText ? text.left(longestText) + QStringLiteral("…") : text;
}
} // namespace

CaseSummary::CaseSummary(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace)
{
    m_loadSoon.setSingleShot(true);
    connect(&m_loadSoon, &QTimer::timeout, this, &CaseSummary::load);
    connect(&workspace, &Workspace::titlesArrived, this, &CaseSummary::build);
    connect(&workspace.store(), &Store::changed, this, [this](const ChangeSet &changes) {
        const bool mine = std::any_of(changes.rows.begin(), changes.rows.end(),
                                      [this](const auto &row) { return row.root == m_id; });
        if (!m_id.isNull() && (mine || changes.everything))
            m_loadSoon.start(loadAfterMs);
    });
}

void CaseSummary::setRecord(const RecordId &root)
{
    if (root == m_id)
        return;
    m_id = root;
    m_unmasked = false;
    ++m_round;
    m_loading = !root.isNull();
    if (root.isNull()) {
        m_loadSoon.stop();
        m_file = {};
        build();
    } else {
        m_loadSoon.start(loadAfterMs);
    }
}

void CaseSummary::showFullNumbers()
{
    if (m_file.root.isNull() || m_unmasked)
        return;
    deliver(m_workspace.store().noteSeen(m_file.root.id, QStringLiteral("READ_SENS"), tr("Opened in the summary")), this,
            [this, id = m_id](const Outcome &noted) {
                if (!noted || id != m_id) // not noted = not shown
                    return;
                m_unmasked = true;
                build();
            });
}

void CaseSummary::load()
{
    const int round = ++m_round;
    deliver(m_workspace.store().caseFile(m_id), this, [this, round](const Result<CaseFile> &file) {
        if (round != m_round)
            return;
        m_loading = false;
        m_problem = file ? QString() : describe(file.error());
        m_file = file ? *file : CaseFile{};
        m_history.clear();
        build();
    });
    deliver(m_workspace.store().history(m_id), this, [this, round](const Result<std::vector<HistoryEntry>> &history) {
        if (round != m_round || !history)
            return;
        m_history = *history;
        build();
    });
}

void CaseSummary::build()
{
    m_sections.clear();
    m_title.clear();
    m_conflicts = openFieldConflicts(m_file.of(Kind::Conflict));
    if (!m_file.root.isNull()) {
        addHead();
        addParties();
        addDates();
        addLatest();
        addHistory();
    }
    emit changed();
}

int CaseSummary::openConflicts() const
{
    const std::vector<const Record *> all = m_file.of(Kind::Conflict);
    return int(std::count_if(all.begin(), all.end(), [](const Record *one) { return one->get(conflict::decision).isEmpty(); }));
}

void CaseSummary::addHead()
{
    const Record &root = m_file.root;
    const RecordSpec &spec = root.spec();
    for (const FieldSpec *field : {spec.title, spec.field(u"provisional_no")}) {
        if (field && m_title.isEmpty())
            m_title = m_workspace.display(*field, root.value(*field), false);
    }
    if (m_title.isEmpty())
        m_title = words::kind(spec);
    Section section{words::kind(spec), {}};
    for (const FieldSpec *field : spec.fields) {
        const bool elsewhere = field == spec.title || field == spec.field(u"parties") || field == spec.field(u"next_due")
                               || field == spec.field(u"due_provisional") || field == spec.field(u"due_paused");
        const RecordId conflict = conflictAbout(m_conflicts, root.id, *field);
        if (conflict.isNull() && (elsewhere || !field->columnShown))
            continue;
        const QString text = m_workspace.display(*field, root.value(*field), !m_unmasked && m_workspace.hides(root, *field));
        if (!text.isEmpty() || !conflict.isNull())
            section.lines.push_back({words::field(*field), shortened(text), ColourBand::Plain, conflict});
    }
    section.lines.push_back({words::field(system::office), m_workspace.display(system::office, root.value(system::office))});
    m_sections.push_back(std::move(section));
}

void CaseSummary::addParties()
{
    Section section{tr("Parties"), {}};
    const bool hideNames = !m_workspace.session().seesUnmasked(m_file.root);
    for (const Record *person : m_file.of(Kind::Party)) {
        QStringList parts{m_workspace.display(party::name, person->value(party::name), hideNames)};
        for (const FieldSpec *field :
             {static_cast<const FieldSpec *>(&party::idNo), static_cast<const FieldSpec *>(&party::phone)}) {
            const QString text = m_workspace.display(*field, person->value(*field), !m_unmasked);
            if (!text.isEmpty())
                parts += text;
        }
        const auto conflict = std::find_if(m_conflicts.begin(), m_conflicts.end(),
                                           [person](const FieldConflict &each) { return each.row == person->id; });
        section.lines.push_back({m_workspace.display(party::role, person->value(party::role)), parts.join(QStringLiteral("  ")),
                                 ColourBand::Plain, conflict == m_conflicts.end() ? RecordId() : conflict->conflict});
    }
    if (!section.lines.empty())
        m_sections.push_back(std::move(section));
}

// The state is today's, as the records tell it: also what is due soon or overdue.
CaseSummary::Line CaseSummary::clockLine(const Record &clock) const
{
    const RuleBook &rules = *m_workspace.rules();
    const DeadlineRule *rule = rules.deadlines().find(clock.value(timer::ruleId).text());
    const TimerState state = stateOfTimer(m_file, clock, rules, m_workspace.now());
    const QString words = m_workspace.display(timer::state, Value(codeOf(state)));
    Line line{rule ? rule->name(m_workspace.language()) : clock.value(timer::ruleId).text(), words, ColourBand::Plain};
    const auto due = dueOfTimer(m_file, clock, rules, m_workspace.today());
    if (!isOpenTimer(clock) || !rule || !due || !due->dueOn)
        return line;
    line.band = colourBand(*rule, *due, factsOfTimer(m_file, clock).start, state, m_workspace.now());
    DueText date = dueText(*due->dueOn, due->provisional, m_workspace.today());
    const bool pastTarget = *due->dueOn < m_workspace.today() && state != TimerState::Overdue; // the law's own day is later
    line.text = pastTarget ? QStringLiteral("%1 · %2").arg(date.longText, words) : date.longText;
    return line;
}

void CaseSummary::addDates()
{
    Section section{tr("Time limits"), {}};
    std::vector<Line> over;
    for (const Record *clock : m_file.of(Kind::Timer))
        (isOpenTimer(*clock) ? section.lines : over).push_back(clockLine(*clock));
    section.lines.insert(section.lines.end(), over.begin(), over.end());
    if (!section.lines.empty())
        m_sections.push_back(std::move(section));
}

void CaseSummary::addLatest()
{
    std::vector<const Record *> latest;
    for (const Record &child : m_file.children) {
        const Kind kind = child.kind();
        if (kind == Kind::Session || kind == Kind::Note || kind == Kind::Task || kind == Kind::FollowUp
            || kind == Kind::WorkLog)
            latest.push_back(&child);
    }
    std::sort(latest.begin(), latest.end(), [](const Record *a, const Record *b) { return b->createdAt < a->createdAt; });
    if (latest.size() > mostLatest)
        latest.resize(mostLatest);
    Section section{tr("Latest records"), {}};
    for (const Record *child : latest) {
        QString text;
        for (const FieldSpec *field : child->spec().fields) {
            const bool words = field->type == FieldType::Text || field->type == FieldType::LongText;
            if (words && !field->derived && text.isEmpty())
                text = child->value(*field).text();
        }
        section.lines.push_back(
            {QStringLiteral("%1 %2").arg(child->createdAt.localDay().toIso(), words::kind(child->spec())), shortened(text)});
    }
    if (!section.lines.empty())
        m_sections.push_back(std::move(section));
    const auto papers = m_file.of(Kind::Attachment).size() + m_file.of(Kind::Document).size();
    if (papers > 0)
        m_sections.push_back({tr("Papers"), {{QString(), tr("%n paper(s) in the file", nullptr, int(papers))}}});
}

void CaseSummary::addHistory()
{
    Section section{tr("History"), {}};
    for (auto entry = m_history.rbegin(); entry != m_history.rend() && section.lines.size() < mostHistory; ++entry) {
        const RecordSpec *spec = specOf(entry->kind);
        QStringList parts{words::auditEvent(entry->event)};
        if (spec && entry->record != m_id)
            parts.prepend(words::kind(*spec));
        const Transition *transition = spec && !entry->transition.isEmpty() ? findTransition(*spec, entry->transition)
                                                                            : nullptr;
        if (transition)
            parts += words::transition(*transition);
        QStringList fields;
        for (const HistoryEntry::Field &field : entry->fields) {
            if (field.field && fields.size() < 3)
                fields += words::field(*field.field);
        }
        if (!fields.isEmpty() && !transition)
            parts += words::list(fields);
        const int minute = entry->at.localMinuteOfDay();
        const QString when = QStringLiteral("%1 %2:%3")
                                 .arg(entry->at.localDay().toIso())
                                 .arg(minute / 60, 2, 10, QLatin1Char('0'))
                                 .arg(minute % 60, 2, 10, QLatin1Char('0'));
        section.lines.push_back({when, QStringLiteral("%1 · %2").arg(entry->userName, parts.join(QStringLiteral(" · ")))});
    }
    if (!section.lines.empty())
        m_sections.push_back(std::move(section));
}

} // namespace yizhan
