// SPDX-License-Identifier: GPL-3.0-or-later
// The key screens, as a walk through the program.
#include "app/desktop/Desk.h"
#include "app/desktop/FindPalette.h"
#include "app/desktop/MainWindow.h"
#include "app/desktop/Program.h"
#include "app/desktop/ShotExchange.h"
#include "app/desktop/Shots.h"
#include "forms/DocketPane.h"
#include "forms/MessageBar.h"
#include "forms/RecordForm.h"
#include "forms/SummaryPane.h"
#include "forms/UnlockPage.h"
#include "records/kinds/Common.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

namespace yizhan {

namespace {

class Walk
{
public:
    Walk(Program &program, QString login, QString password)
        : m_program(program), m_login(std::move(login)), m_password(std::move(password))
    {}

    Scene wrongPassword() const
    {
        return {QStringLiteral("02-wrong-password"), [this] { m_program.unlock(m_login, m_password + u'?'); },
                [this] {
                    const auto *problem = m_program.window()->findChild<QLabel *>(QStringLiteral("unlockProblem"));
                    return problem && problem->isVisible();
                }};
    }

    Scene today() const
    {
        return {QStringLiteral("03-today"), [this] { m_program.unlock(m_login, m_password); },
                [this] {
                    if (desk() && desk()->place() != Kind::None)
                        desk()->goTo(Kind::None);
                    return desk() && desk()->navigation().places().back().count >= 0;
                }};
    }

    Scene docket(const QString &name, Kind kind) const
    {
        return {name,
                [this, kind] {
                    desk()->goTo(kind);
                    pane()->docket().standardView();
                    pane()->docket().clearFilter();
                },
                [this] {
                    if (!rowsAreThere())
                        return false;
                    if (!pane()->table()->currentIndex().isValid())
                        pane()->table()->selectRow(0);
                    return !desk()->summary()->summary().isLoading();
                }};
    }

    Scene filtered() const
    {
        return {QStringLiteral("10-filter"),
                [this] {
                    desk()->goTo(Kind::Mediation);
                    pane()->docket().clearFilter();
                    pane()->docket().setFilterCell(mediation::disputeType, QStringLiteral("邻里"));
                    pane()->docket().setFilterCell(common::receivedAt, QStringLiteral("2025-01-01..2025-12-31"));
                    pane()->docket().sortBy(mediation::disputeType, false);
                    pane()->docket().sortBy(common::receivedAt, true);
                },
                [this] { return rowsAreThere(); }};
    }

    Scene nothingFits() const
    {
        return {QStringLiteral("11-nothing-fits"), [this] { pane()->docket().setSearch(QStringLiteral("查无此人")); },
                [this] { return rowsAreThere() && pane()->docket().culprit().known; }};
    }

    Scene columns() const
    {
        return {QStringLiteral("12-columns"),
                [this] {
                    pane()->docket().clearFilter();
                    pane()->showColumnChooser(pane()->mapToGlobal(QPoint(200, 60)));
                },
                [this] { return rowsAreThere(); }, true};
    }

    Scene newMediation() const
    {
        return {QStringLiteral("13-form-new"), [this] { desk()->newRecord(Kind::Mediation); },
                [this] { return desk()->form() != nullptr; }};
    }

    Scene faults() const
    {
        return {QStringLiteral("14-form-faults"),
                [this] {
                    RecordDraft &draft = desk()->form()->draft();
                    const RecordId person = draft.rows(Kind::Party).front();
                    draft.setTyped(person, party::idNo, QStringLiteral("110112199002301234"));
                    draft.setTyped(person, party::phone, QStringLiteral("1381234"));
                    draft.setTyped(draft.root().id, mediation::amountClaimed, QStringLiteral("一些钱"));
                    draft.setTyped(draft.root().id, mediation::occurredOn, QStringLiteral("2026-02-30"));
                    desk()->form()->save();
                },
                [this] { return desk()->form() && !desk()->form()->draft().obstacles().isEmpty(); }};
    }

    Scene edit() const
    {
        return {QStringLiteral("15-form-edit"),
                [this] {
                    desk()->form()->draft().discard();
                    desk()->closeTab();
                    desk()->goTo(Kind::Mediation);
                    desk()->open(pane()->currentRecord());
                },
                [this] { return desk()->form() && !desk()->form()->draft().isNew(); }};
    }

    // A step that still asks for something; the case with the first such step among those in work.
    Scene step() const
    {
        return {
            QStringLiteral("16-step"),
            [this] {
                desk()->closeTab();
                pane()->docket().setFilterCell(*pane()->docket().spec().field(u"status"), QStringLiteral("已登记"));
            },
            [this] {
                if (!desk()->form()) {
                    if (rowsAreThere() && !pane()->docket().view().filter.isEmpty() && pane()->docket().rows().rowCount() > 0)
                        desk()->open(RecordId::fromBytes(
                                         pane()->docket().rows().index(0, 0).data(RecordTableModel::RecordIdRole).toByteArray())
                                         .value_or(RecordId()));
                    return false;
                }
                if (desk()->form()->findChild<QWidget *>(QStringLiteral("takeStep")))
                    return true;
                for (auto *button : desk()->form()->findChildren<QPushButton *>()) {
                    if (button->objectName().startsWith(QLatin1String("step.")) && button->text().endsWith(u'…')) {
                        button->click();
                        break;
                    }
                }
                return false;
            }};
    }

    Scene find() const
    {
        return {QStringLiteral("17-find"),
                [this] {
                    desk()->findEverything();
                    auto *line = desk()->findChild<QLineEdit *>(QStringLiteral("findLine"));
                    line->setText(QStringLiteral("zw"));
                    emit line->textEdited(line->text());
                },
                [this] {
                    const auto *palette = desk()->findChild<FindPalette *>();
                    return palette && palette->isVisible();
                }};
    }

    Scene keys() const
    {
        return {QStringLiteral("18-keys"),
                [this] {
                    desk()->findChild<FindPalette *>()->hide();
                    desk()->closeTab();
                    m_program.window()->actions().get(Act::Shortcuts)->trigger();
                },
                [] { return true; }, true};
    }

    Scene unfinished() const
    {
        return {QStringLiteral("19-unfinished"),
                [this] {
                    desk()->newRecord(Kind::Mediation);
                    RecordDraft &draft = desk()->form()->draft();
                    draft.setTyped(draft.root().id, mediation::facts, QStringLiteral("楼上漏水，两家商量未果（演示）"));
                    desk()->closeTab();
                    desk()->goTo(Kind::None);
                },
                [this] { return desk()->findChild<QPushButton *>(QStringLiteral("continueDraft")) != nullptr; }};
    }

    // What the walk began goes again: the store is used for the next pictures too.
    Scene tidied() const
    {
        return {QStringLiteral("20-today-tidy"),
                [this] {
                    for (auto *drop : desk()->findChildren<QPushButton *>(QStringLiteral("dropDraft")))
                        drop->click();
                    desk()->bar().dismiss();
                },
                [this] { return desk()->findChild<QPushButton *>(QStringLiteral("continueDraft")) == nullptr; }};
    }

    Scene locked(const QString &name) const
    {
        return {name, [this] { m_program.lock(); }, [this] { return m_program.workspace() == nullptr; }};
    }

private:
    Desk *desk() const { return m_program.window()->desk(); }
    DocketPane *pane() const { return desk()->docket(); }
    bool rowsAreThere() const { return desk() && pane() && pane()->docket().rows().state() == RecordTableModel::State::Ready; }

    Program &m_program;
    QString m_login;
    QString m_password;
};

} // namespace

std::vector<Scene> keyScenes(Program &program, const QString &login, const QString &password)
{
    const auto walk = std::make_shared<Walk>(program, login, password);
    std::vector<Scene> scenes{walk->locked(QStringLiteral("01-unlock")),
                              walk->wrongPassword(),
                              walk->today(),
                              walk->docket(QStringLiteral("04-consultations"), Kind::Consultation),
                              walk->docket(QStringLiteral("05-mediation"), Kind::Mediation),
                              walk->docket(QStringLiteral("06-legal-aid"), Kind::LegalAid),
                              walk->docket(QStringLiteral("07-notary"), Kind::Notary),
                              walk->docket(QStringLiteral("08-duty-help"), Kind::DutyHelp),
                              walk->docket(QStringLiteral("09-projects"), Kind::Project),
                              walk->filtered(),
                              walk->nothingFits(),
                              walk->columns(),
                              walk->newMediation(),
                              walk->faults(),
                              walk->edit(),
                              walk->step(),
                              walk->find(),
                              walk->keys(),
                              walk->unfinished(),
                              walk->tidied()};
    for (Scene &scene : scenes)
        scene.prepare = [walk, prepare = scene.prepare] { prepare(); }; // the walk lives as long as its scenes
    std::vector<Scene> exchange = exchangeScenes(program);
    for (Scene &scene : exchange)
        scenes.push_back(std::move(scene));
    Scene last = walk->locked(QStringLiteral("21-locked"));
    last.prepare = [walk, prepare = last.prepare] { prepare(); };
    scenes.push_back(std::move(last));
    return scenes;
}

} // namespace yizhan
