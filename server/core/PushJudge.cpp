// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/PushJudge.h"

#include "base/Planted.h"
#include "records/CaseMove.h"
#include "records/Codec.h"
#include "records/RoleTable.h"
#include "records/RuleBook.h"
#include "records/kinds/Conflict.h"
#include "server/core/NumberDesk.h"
#include "server/core/Purge.h"

#include <algorithm>

namespace yizhan {
namespace {

using wire::Act;

constexpr const char *noRight = "NO_RIGHT";
constexpr const char *gone = "GONE";
constexpr const char *formerOffice = "FORMER_OFFICE";
constexpr const char *withdrawn = "WITHDRAWN";
constexpr const char *unknownForm = "UNKNOWN_FORM";
constexpr const char *brokenRule = "RULE";

bool isCreation(const wire::Operation &operation) { return operation.act == Act::Create || operation.act == Act::Append; }

bool hangsOn(const RecordSpec &spec, Kind parent)
{
    return std::find(spec.parents.begin(), spec.parents.end(), parent) != spec.parents.end();
}

} // namespace

Outcome PushJudge::judgeTransaction(const std::vector<wire::Operation> &operations)
{
    const std::size_t begin = m_judged.size();
    std::map<std::int64_t, QString> refused;
    for (;;) {
        m_rows.mark();
        for (const wire::Operation &operation : operations) {
            Stop stop;
            if (const auto rule = refused.find(operation.n); rule != refused.end())
                stop = {brokenRule, rule->second, false};
            if (Outcome done = judgeOne(operation, stop); !done)
                return done;
        }
        Result<std::map<std::int64_t, QString>> broken = brokenRules(operations);
        if (!broken)
            return broken.error();
        const std::size_t before = refused.size();
        refused.merge(*broken);
        if (refused.size() == before)
            return {};
        m_rows.backToMark();
        m_judged.resize(begin);
    }
}

Outcome PushJudge::judgeOne(const wire::Operation &operation, const Stop &refused)
{
    Aim aim;
    Result<Stop> stop = judge(operation, aim);
    if (!stop)
        return stop.error();
    if (!*stop && refused)
        stop = refused;
    return *stop ? keepAside(operation, aim, *stop) : take(operation, aim);
}

Result<PushJudge::Stop> PushJudge::judge(const wire::Operation &operation, Aim &aim)
{
    const Stop form = judgeForm(operation, aim);
    if (Outcome found = findPlace(operation, aim); !found)
        return found.error();
    if (form)
        return form;
    if (Result<Stop> right = judgeRight(operation, aim); !right || *right)
        return right;
    return judgePlace(operation, aim);
}

PushJudge::Stop PushJudge::judgeForm(const wire::Operation &operation, Aim &aim)
{
    const Stop unknown{unknownForm, QString(), false};
    aim.spec = specOf(static_cast<Kind>(operation.kind));
    if (!aim.spec || operation.record.isNull() || operation.root.isNull())
        return unknown;
    const bool isRoot = operation.root == operation.record;
    switch (operation.act) {
    case Act::Create:
    case Act::Append:
        if (isRoot != aim.spec->isRoot() || isRoot != operation.parent.isNull())
            return unknown;
        return judgeValues(operation, aim);
    case Act::Set: return judgeValues(operation, aim);
    case Act::Withdraw:
    case Act::Restore: return {};
    case Act::Transfer: return isRoot && !aim.spec->district ? Stop() : unknown;
    }
    return unknown;
}

// A field that this release does not know would be lost on the next writing, so nothing of the operation is taken.
PushJudge::Stop PushJudge::judgeValues(const wire::Operation &operation, Aim &aim)
{
    const Stop unknown{unknownForm, QString(), false};
    if (isCreation(operation)) {
        aim.created = Record(*aim.spec);
        const bool good = decodeFields(operation.values, aim.created).has_value();
        return good && aim.created.ext.isEmpty() && encodeFields(aim.created) == operation.values ? Stop() : unknown;
    }
    Result<GroupValues> values = decodeSome(operation.values, *aim.spec);
    if (!values || values->empty() || encodeSome(*values, *aim.spec) != operation.values)
        return unknown;
    for (const auto &[id, value] : *values) {
        const FieldSpec &field = *aim.spec->fields[static_cast<std::size_t>(aim.spec->indexOfId(id))];
        if (field.derived || groupKeyOf(field) != operation.group)
            return unknown;
    }
    aim.values = std::move(*values);
    return {};
}

// A row of an office that the workstation never had is treated as if it were not there: nothing tells that it is.
Outcome PushJudge::findPlace(const wire::Operation &operation, Aim &aim)
{
    const GrantList &grants = m_context.grants;
    const bool mayName = operation.office != QLatin1String(wire::districtLog) && grants.find(operation.office);
    aim.office = mayName ? operation.office : m_context.homeOffice;
    const bool isNewChild = isCreation(operation) && operation.root != operation.record;
    const Result<ServerRow *> row = m_rows.find(operation.record);
    if (!row)
        return row.error();
    const Result<ServerRow *> root = m_rows.find(*row ? (*row)->record.root : operation.root);
    if (!root)
        return root.error();
    const ServerRow *known = *row ? *row : (isNewChild ? *root : nullptr);
    if (!known)
        return {};
    // Where the author saw it, and may write: which offices it has left makes no difference.
    const bool stands = known->record.office == operation.office && grants.mayWrite(operation.office);
    for (const DeviceGrant &grant : grants.all()) {
        if (stands)
            break;
        const Result<bool> left = hasLeft(grant.office, *known);
        if (!left)
            return left.error();
        aim.former = aim.former || *left;
        aim.moved = aim.moved || (*left && grant.office == operation.office);
    }
    if (!grants.find(known->record.office) && !aim.former)
        return {};
    aim.row = *row;
    aim.root = *root;
    aim.office = known->record.office;
    return {};
}

Result<bool> PushJudge::hasLeft(const QString &office, const ServerRow &row)
{
    if (office == row.record.office)
        return false;
    if (std::find(row.left.begin(), row.left.end(), office) != row.left.end())
        return true; // a moment ago, in this very push
    const auto what = m_context.session.number("SELECT what FROM office_log WHERE office = ? AND record = ?",
                                               {office, row.record.id});
    if (!what)
        return what.error();
    return what->value_or(0) == static_cast<qint64>(wire::EntryKind::Leave);
}

bool PushJudge::isSettlement(const wire::Operation &operation)
{
    return operation.act == Act::Set && operation.group == conflict::decisionGroup;
}

Result<PushJudge::Stop> PushJudge::judgeRight(const wire::Operation &operation, const Aim &aim)
{
    const Stop refused{noRight, QString(), false};
    const Result<PersonRights> person = m_people.find(operation.user);
    if (!person)
        return person.error();
    const Kind kind = aim.spec->kind;
    if (!isCreation(operation) && !aim.row)
        return Stop(); // nothing to have a right to: see judgePlace()
    if (kind == Kind::User || kind == Kind::Device || kind == Kind::Office)
        return refused; // by the server's own commands only
    if (aim.spec->district)
        return person->mayKeepDirectory() ? Stop() : refused;
    if (kind == Kind::Conflict && !isSettlement(operation))
        return refused;
    // A step that sends a case away names the office it goes to; the right is needed where the case is.
    const ServerRow *known = aim.row ? aim.row : (operation.root != operation.record ? aim.root : nullptr);
    const QString office = known ? known->record.office : operation.office;
    if (office == QLatin1String(wire::districtLog)) // a conflict about one of the district's own records
        return person->mayKeepDirectory() ? Stop() : refused;
    const bool left = aim.moved || (aim.former && !m_context.grants.mayWrite(office));
    if (!left && !m_context.grants.mayWrite(office))
        return refused;
    if (!person->mayWriteCases() || !person->belongsTo(left ? m_context.homeOffice : office))
        return refused;
    if (left)
        return Stop{formerOffice, QString(), true};
    if (person->isIntakeOnly() && !isCreation(operation))
        return refused;
    if (aim.root && !person->isIntakeOnly()) {
        const Result<bool> seen = maySeeRestricted(*person, aim.root->record, m_rows);
        if (!seen)
            return seen.error();
        if (!*seen)
            return refused;
    }
    return judgeStep(operation, aim, *person);
}

// Who may take a step is said by the life cycle; a step that this kind does not have belongs to another row of the case.
PushJudge::Stop PushJudge::judgeStep(const wire::Operation &operation, const Aim &aim, const PersonRights &person) const
{
    if (operation.transition.isEmpty())
        return {};
    const Transition *step = findTransition(*aim.spec, operation.transition);
    if (!step && aim.root)
        step = findTransition(aim.root->record.spec(), operation.transition);
    const bool byProgram = !step || QLatin1String(step->actors) == QLatin1String("system") || *step->actors == '\0';
    if (byProgram || m_context.rules.roles().mayAct(QString::fromLatin1(step->actors), person.roles))
        return {};
    return {noRight, operation.transition.left(60), false};
}

Result<PushJudge::Stop> PushJudge::judgePlace(const wire::Operation &operation, const Aim &aim)
{
    if (isCreation(operation)) {
        if (Result<Stop> growth = judgeGrowth(operation, aim); !growth || *growth)
            return growth;
    } else if (!aim.row || aim.row->record.kind() != aim.spec->kind || aim.row->record.root != operation.root) {
        return Stop{gone, QString(), false};
    }
    const ServerRow *known = aim.row ? aim.row : (operation.root != operation.record ? aim.root : nullptr);
    if (!known)
        return Stop();
    const bool concernsMark = operation.act == Act::Withdraw || operation.act == Act::Restore;
    if (known->record.withdrawn && !concernsMark)
        return Stop{withdrawn, QString(), true};
    if (aim.spec->appendOnly && operation.act == Act::Set)
        return Stop{brokenRule, QStringLiteral("append-only"), false};
    return Stop();
}

Result<PushJudge::Stop> PushJudge::judgeGrowth(const wire::Operation &operation, const Aim &aim)
{
    const Stop lost{gone, QString(), false};
    const Result<bool> purged = purge::hasGone(m_context.session, operation.record);
    if (!purged)
        return purged.error();
    if (*purged)
        return lost; // what retention removed does not come back
    if (!aim.row) {
        const Result<ServerRow *> hidden = m_rows.find(operation.record);
        if (!hidden)
            return hidden.error();
        if (*hidden)
            return lost; // the id is taken where this workstation has no business
    }
    if (operation.root == operation.record)
        return Stop();
    const Result<ServerRow *> parent = m_rows.find(operation.parent);
    if (!parent)
        return parent.error();
    if (!aim.root || !*parent || (*parent)->record.root != operation.root || aim.root->record.id != operation.root
        || !hangsOn(*aim.spec, (*parent)->record.kind()))
        return lost;
    return Stop();
}

std::vector<Finding> PushJudge::newFindings(const Record &after, const std::optional<ServerRow> &before, Day today) const
{
    std::vector<Finding> findings = whatBlocks(after, m_context.rules, today);
    if (findings.empty() || !before)
        return findings;
    const std::vector<Finding> old = whatBlocks(before->record, m_context.rules, today);
    std::erase_if(findings, [&old](const Finding &finding) {
        return std::any_of(old.begin(), old.end(), [&finding](const Finding &one) {
            return one.field == finding.field && one.error.text == finding.error.text;
        });
    });
    return findings;
}

bool PushJudge::isAtFault(const wire::Operation &operation, const Finding &finding)
{
    return isCreation(operation)
           || (operation.act == Act::Set && finding.field && groupKeyOf(*finding.field) == operation.group);
}

// A rule about a field that none of the authors' programs knew: it is asked for when somebody opens the row with a newer one.
bool PushJudge::isNewTo(const std::vector<const wire::Operation *> &operations, const Finding &finding)
{
    if (!finding.field || planted(Plant::NewRuleForOld))
        return false;
    return std::all_of(operations.begin(), operations.end(),
                       [&](const wire::Operation *operation) { return operation->format < finding.field->since; });
}

Result<std::map<std::int64_t, QString>> PushJudge::brokenRules(const std::vector<wire::Operation> &operations)
{
    std::map<std::int64_t, QString> broken;
    for (const auto &[id, before] : m_rows.sinceMark()) {
        const Result<ServerRow *> row = m_rows.find(id);
        if (!row)
            return row.error();
        if (!*row || (*row)->record.kind() == Kind::Conflict)
            continue;
        std::vector<const wire::Operation *> concerned;
        Day today = m_context.now.localDay();
        for (const wire::Operation &operation : operations) {
            if (operation.record != id)
                continue;
            concerned.push_back(&operation);
            // a workstation whose clock is ahead wrote no untruth: it declared its day
            today = std::max(today, declaredTime(operation, m_context.now).localDay());
        }
        std::vector<Finding> findings = newFindings((*row)->record, before, today);
        std::erase_if(findings, [&](const Finding &finding) { return isNewTo(concerned, finding); });
        Result<std::vector<Finding>> numbers = m_numbers.judge((*row)->record, before ? &before->record : nullptr, m_rows);
        if (!numbers)
            return numbers.error();
        findings.insert(findings.end(), numbers->begin(), numbers->end());
        for (const Finding &finding : findings) {
            const QString rule = QLatin1String(finding.error.text->code) + u' '
                                 + QLatin1String(finding.field ? finding.field->name : "");
            const bool isNamed = std::any_of(concerned.begin(), concerned.end(),
                                             [&](const wire::Operation *o) { return isAtFault(*o, finding); });
            for (const wire::Operation *operation : concerned) {
                if (isAtFault(*operation, finding) || (!isNamed && operation->act == Act::Set))
                    broken.emplace(operation->n, rule);
            }
        }
    }
    return broken;
}

} // namespace yizhan
