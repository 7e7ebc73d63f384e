// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/ShotExchange.h"

#include "app/desktop/Desk.h"
#include "app/desktop/MainWindow.h"
#include "app/desktop/Program.h"
#include "base/Deliver.h"
#include "forms/ExchangePane.h"
#include "forms/SettlementPane.h"
#include "forms/SyncPanel.h"
#include "models/NavigationModel.h"
#include "records/Codec.h"
#include "records/FieldVersions.h"
#include "records/kinds/Common.h"
#include "records/kinds/Conflict.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "records/kinds/User.h"
#include "store/SyncDoor.h"
#include "sync/protocol/Version.h"

#include <QLineEdit>
#include <functional>

namespace yizhan {

namespace {

constexpr std::int64_t minuteMs = 60'000;
constexpr int removedCases = 60; // more than go without asking

class PlayedExchange final : public SyncControl
{
public:
    explicit PlayedExchange(Store &store) : m_door(store)
    {
        const auto &given = store.options().clock;
        const Instant now = given ? given->now() : SystemClock().now();
        m_status.stage = SyncStage::Idle;
        m_status.online = true;
        m_status.lastComplete = Instant{now.ms - 25 * minuteMs};
        m_status.clockDifferenceMs = 4 * minuteMs;
        m_status.outbox.unsent = 3;
        m_status.outbox.oldestUnsent = Instant{now.ms - 130 * minuteMs};
        connect(&store, &Store::changed, this, &PlayedExchange::count);
        count();
    }
    const SyncStatus &status() const override { return m_status; }
    void syncNow() override {}
    void login(const QString &, const QString &, const QString &) override {}
    void allowRemoval(const QString &) override {}

private:
    // What is to settle and what came back is really in the store.
    void count()
    {
        deliver(m_door.outbox(), this, [this](const Result<OutboxSummary> &queue) {
            if (!queue)
                return;
            m_status.outbox.openConflicts = queue->openConflicts;
            m_status.outbox.refused = queue->refused;
            m_status.outbox.returned = queue->returned;
            emit changed();
        });
    }

    SyncDoor m_door;
    SyncStatus m_status;
};

struct LateText {
    const FieldSpec &field;
    Value before;
    Value late;
};

Record conflictOf(const Record &root, const LateText &text, const RecordId &colleague, const Instant &now)
{
    const FieldSpec &field = text.field;
    const RecordSpec &spec = root.spec();
    Record record(Kind::Conflict);
    record.root = root.id;
    record.parent = root.id;
    record.set(conflict::record, root.id.toBytes());
    record.set(conflict::recordKind, std::int64_t(root.kind()));
    record.set(conflict::mergeGroup, std::int64_t(groupKeyOf(field)));
    record.set(conflict::before, encodeSome({{field.id, text.before}}, spec));
    record.set(conflict::standing, encodeSome({{field.id, root.value(field)}}, spec));
    record.set(conflict::late, encodeSome({{field.id, text.late}}, spec));
    record.set(conflict::origin, QStringLiteral("LATE"));
    record.set(conflict::author, root.createdBy);
    record.set(conflict::declaredAt, Instant{now.ms - 95 * minuteMs});
    record.set(conflict::standingAuthor, colleague);
    record.set(conflict::standingAt, Instant{now.ms - 60 * minuteMs});
    return record;
}

class ExchangeWalk
{
public:
    explicit ExchangeWalk(Program &program) : m_program(program) {}

    Scene settlement() const
    {
        return {QStringLiteral("31-settlement"),
                [this] {
                    desk().showConflicts();
                    addConflicts();
                },
                [this] {
                    return desk().exchange().conflicts().count() >= 3 && !desk().exchange().settlement().current().isNull();
                }};
    }

    Scene editing() const
    {
        return {QStringLiteral("32-settlement-edit"), [this] { desk().exchange().settlement().choose(3); },
                [] { return true; }};
    }

    Scene state() const
    {
        return {QStringLiteral("33-exchange"), [this] { desk().showExchange(); },
                [this] { return desk().exchangeIsInFront(); }};
    }

    Scene joining() const
    {
        return {QStringLiteral("34-join"),
                [this] {
                    emit desk().exchange().panel().enrolWanted();
                    EnrolPage &page = desk().exchange().enrolPage();
                    page.findChild<QLineEdit *>(QStringLiteral("server"))->setText(QStringLiteral("server.example:8443"));
                    page.findChild<QLineEdit *>(QStringLiteral("code.1"))->setText(QStringLiteral("7K2MD"));
                    page.findChild<QLineEdit *>(QStringLiteral("code.2"))->setText(QStringLiteral("4QU81"));
                    page.findChild<QLineEdit *>(QStringLiteral("workstationName"))->setText(QStringLiteral("一号窗口"));
                },
                [this] { return desk().exchange().enrolPage().isVisible(); }};
    }

    // The form of a case in which two values wait to be settled.
    Scene marks() const
    {
        return {QStringLiteral("35-form-to-settle"),
                [this] {
                    const ConflictModel &conflicts = desk().exchange().conflicts();
                    desk().open(conflicts.find(conflicts.first())->root);
                },
                [this] { return desk().form() != nullptr; }};
    }

    Scene tray() const
    {
        return {QStringLiteral("36-came-back"),
                [this] {
                    desk().showTray();
                    if (desk().exchange().tray().rowCount() == 0)
                        addReturned();
                },
                [this] { return desk().exchange().tray().rowCount() >= 2; }};
    }

    Scene removed() const
    {
        return {QStringLiteral("37-removed"),
                [this] {
                    desk().exchange().showSetAside();
                    if (desk().exchange().setAside().rowCount() == 0)
                        addRemoved();
                },
                [this] {
                    auto *reason = desk().exchange().findChild<QLineEdit *>(QStringLiteral("reasonToLook"));
                    const bool isThere = desk().exchange().setAside().rowCount() > 0 && reason->isEnabled();
                    if (isThere)
                        reason->setText(QStringLiteral("核对移交时间"));
                    return isThere;
                }};
    }

private:
    Desk &desk() const { return *m_program.window()->desk(); }

    // So many cases of an office come and go again that it needed a person's word; once a store.
    void addRemoved() const
    {
        Workspace &workspace = *m_program.workspace();
        OfficePage come;
        come.office = workspace.store().session().actor.office;
        come.generation = come.epoch = 1;
        come.to = removedCases;
        come.atHead = true;
        OfficePage go = come;
        go.from = removedCases;
        go.to = std::int64_t{2} * removedCases;
        for (int i = 0; i < removedCases; ++i) {
            Record row(Kind::Mediation);
            row.id = row.root = workspace.newId();
            row.office = come.office;
            row.version = nextVersion(0, come.epoch);
            row.createdAt = row.updatedAt = workspace.now();
            row.set(common::receivedAt, workspace.now());
            row.set(common::caseNo, QStringLiteral("（2025）京通北苑人调字第%1号").arg(101 + i));
            row.set(mediation::source, QStringLiteral("10"));
            row.set(mediation::disputeType, QStringLiteral("02"));
            row.set(mediation::facts, QStringLiteral("邻里共用通道堆放杂物，影响通行，双方要求调解。"));
            come.entries.push_back({PageEntry::What::Put, row.id, row.version, encodeRecord(row), {}});
            go.entries.push_back({PageEntry::What::Leave, row.id, row.version, {}, {}});
        }
        const auto next = [&workspace](const QFuture<Result<AppliedPage>> &page, std::function<void()> then) {
            deliver(page, &workspace, [then = std::move(then)](const Result<AppliedPage> &applied) {
                if (applied) // without them the scene never becomes ready, and that is told
                    then();
            });
        };
        deliver(SyncDoor(workspace.store()).setGrants({{come.office, 1, true}}, 1), &workspace,
                [next, &workspace, come, go](const Result<QStringList> &granted) {
                    if (!granted)
                        return;
                    next(SyncDoor(workspace.store()).applyPage(come, false),
                         [next, &workspace, go] { next(SyncDoor(workspace.store()).applyPage(go, true), [] {}); });
                });
    }

    // A new case with its party that the district refused; once a store.
    void addReturned() const
    {
        Workspace &workspace = *m_program.workspace();
        Record root(Kind::Mediation);
        root.id = root.root = workspace.newId();
        root.set(common::receivedAt, workspace.now());
        root.set(mediation::source, QStringLiteral("10"));
        root.set(mediation::disputeType, QStringLiteral("02"));
        root.set(mediation::facts, QStringLiteral("楼上住户装修漏水，致楼下客厅吊顶受损，双方对赔偿数额有分歧。"));
        root.set(mediation::amountClaimed, Money{860'000});
        Record person(Kind::Party);
        person.root = person.parent = root.id;
        person.set(party::type, QStringLiteral("NATURAL"));
        person.set(party::role, QStringLiteral("APPLICANT"));
        person.set(party::name, QStringLiteral("赵秀兰"));
        Change change;
        change.operations = {Operation::create(root), Operation::create(person)};
        deliver(workspace.store().submit(std::move(change)), &workspace, [&workspace, id = root.id](const Result<ChangeSet> &) {
            deliver(SyncDoor(workspace.store()).nextBatch(), &workspace, [&workspace, id](const Result<OutboxBatch> &batch) {
                std::vector<OutboxVerdict> verdicts;
                for (const OutboxRow &row : batch ? batch->rows : std::vector<OutboxRow>()) {
                    if (row.root == id)
                        verdicts.push_back({row.n, int(OutboxState::Refused), 0, {}, QStringLiteral("NO_RIGHT")});
                }
                deliver(SyncDoor(workspace.store()).applyVerdicts(std::move(verdicts)), &workspace, [](const Outcome &) {
                    // without them the scene never becomes ready, and that is told
                });
            });
        });
    }

    // Once a store: the next language finds them there.
    void addConflicts() const
    {
        Query query;
        query.spec = &mediation::spec;
        query.where = openOnly(mediation::spec);
        query.limit = 2;
        Workspace &workspace = *m_program.workspace();
        deliver(workspace.store().firstRows(query), &workspace, [this, &workspace](const Result<std::vector<Record>> &rows) {
            if (!rows || rows->size() < 2 || desk().exchange().conflicts().count() > 0)
                return;
            deliver(workspace.store().record(rows->at(0).id), &workspace, [&workspace](const Result<Record> &root) {
                if (root)
                    submit(workspace, *root);
            });
            deliver(workspace.store().record(rows->at(1).id), &workspace, [&workspace](const Result<Record> &root) {
                if (root)
                    submit(workspace, *root, true);
            });
        });
    }

    static void submit(Workspace &workspace, const Record &root, bool amountOnly = false)
    {
        Change change;
        change.asServer = true;
        const Value amount(Money{3'860'000});
        Record colleague(Kind::User);
        colleague.id = workspace.newId();
        colleague.set(user::login, QStringLiteral("demo.") + colleague.id.toString().right(6));
        colleague.set(user::name, QStringLiteral("李敏"));
        colleague.set(user::roles, QStringList{QStringLiteral("MEDIATOR")});
        change.operations.push_back(Operation::create(colleague));
        change.operations.push_back(
            Operation::create(conflictOf(root, {mediation::amountClaimed, Value(), amount}, colleague.id, workspace.now())));
        if (!amountOnly) {
            const Value facts(root.get(mediation::facts) + QStringLiteral("双方曾于上月自行协商，未能达成一致。"));
            change.operations.push_back(Operation::create(
                conflictOf(root, {mediation::facts, Value(QStringLiteral("待补充")), facts}, colleague.id, workspace.now())));
        }
        deliver(workspace.store().submit(std::move(change)), &workspace, [](const Result<ChangeSet> &) {
            // without them the scene never becomes ready, and that is told
        });
    }

    Program &m_program;
};

} // namespace

SyncHost::Parts playedExchange()
{
    SyncHost::Parts parts;
    parts.control = [](Store &store) -> std::unique_ptr<SyncControl> { return std::make_unique<PlayedExchange>(store); };
    return parts;
}

std::vector<Scene> exchangeScenes(Program &program)
{
    const auto walk = std::make_shared<ExchangeWalk>(program);
    std::vector<Scene> scenes{walk->settlement(), walk->editing(), walk->marks(),  walk->tray(),
                              walk->removed(),    walk->state(),   walk->joining()};
    for (Scene &scene : scenes) {
        scene.prepare = [walk, prepare = scene.prepare] { prepare(); }; // the walk lives as long as its scenes
        scene.isReady = [walk, isReady = scene.isReady] { return isReady(); };
    }
    return scenes;
}

} // namespace yizhan
