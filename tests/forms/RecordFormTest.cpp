// SPDX-License-Identifier: GPL-3.0-or-later
// The form, worked with as a clerk does: keys and clicks on the real widgets.
#include "forms/RecordForm.h"
#include "forms/ChoiceEdit.h"
#include "forms/FieldCell.h"
#include "forms/MessageBar.h"
#include "forms/Theme.h"
#include "models/CodeChoiceModel.h"
#include "models/NextSteps.h"
#include "models/Words.h"
#include "records/kinds/Committee.h"
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "store/SyncDoor.h"
#include "tests/support/ConflictSamples.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

// The cell of a field in the form, of the n-th row that has it.
FieldCell *cellOf(RecordForm &form, const FieldSpec &field, int place = 0)
{
    for (FieldCell *cell : form.findChildren<FieldCell *>()) {
        if (&cell->field() == &field && place-- == 0)
            return cell;
    }
    return nullptr;
}

template <class Input>
Input *inputOf(RecordForm &form, const FieldSpec &field, int place = 0)
{
    FieldCell *cell = cellOf(form, field, place);
    return cell ? qobject_cast<Input *>(cell->editor().input()) : nullptr;
}

// As an input method hands it over: Chinese has no keys.
void commit(QWidget *input, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(input, &event);
}

} // namespace

class RecordFormTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<Workspace> m_workspace;

    std::unique_ptr<RecordForm> newForm(Kind kind)
    {
        auto form = std::make_unique<RecordForm>(RecordDraft::makeNew(*m_workspace, *specOf(kind), nullptr));
        form->resize(1000, 700);
        form->show();
        QApplication::setActiveWindow(form.get());
        form->restoreCaret();
        return form;
    }

    QStringList codesOf(const FieldSpec &field) const
    {
        const CodeChoiceModel choices(*m_workspace, QLatin1String(field.codeList));
        QStringList codes;
        for (const auto &choice : choices.all())
            codes += choice.code;
        return codes;
    }

private slots:
    void aFieldThatTwoPeopleChangedAtOnceSaysSoAndLeadsToWhereItIsSettled()
    {
        StoreFixture store;
        const RecordId root = serverCase(store);
        const RecordId conflict = lateValue(store, root, mediation::facts, Value(), Value(QStringLiteral("后到")));
        Workspace workspace(store.store(), QStringLiteral("en"));
        RecordForm form(RecordDraft::forCase(workspace, store.caseFile(root), nullptr));
        form.resize(900, 700);
        form.show();
        auto *badge = form.findChild<QPushButton *>(QStringLiteral("facts.settle"));
        QVERIFY(badge && badge->isVisible());
        QVERIFY(badge->accessibleName().contains(words::field(mediation::facts)));
        QVERIFY(badge->focusPolicy() & Qt::TabFocus);
        QVERIFY(!form.findChild<QPushButton *>(QStringLiteral("amount_claimed.settle"))->isVisible());
        QSignalSpy wanted(&form, &RecordForm::settleWanted);
        badge->setFocus();
        QTest::keyClick(badge, Qt::Key_Space);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().front().value<RecordId>(), conflict);

        // settled elsewhere while somebody types here: the mark goes, what is typed stays
        form.draft().setValue(root, mediation::amountClaimed, Value(Money{5}));
        QVERIFY(await(SyncDoor(store.store()).settle(conflict, Settlement::Standing)));
        QTRY_VERIFY(!badge->isVisible());
        QCOMPARE(form.draft().value(root, mediation::amountClaimed), Value(Money{5}));
    }

    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init()
    {
        m_store = std::make_unique<StoreFixture>();
        m_workspace = std::make_unique<Workspace>(m_store->store(), QStringLiteral("zh"));
    }
    void cleanup()
    {
        m_workspace.reset();
        m_store.reset();
    }

    void aFaultIsSaidUnderTheFieldAsItIsTyped()
    {
        const auto form = newForm(Kind::Mediation);
        auto *number = inputOf<QLineEdit>(*form, party::idNo);
        QTest::keyClicks(number, QStringLiteral("110105194912310021"));
        QVERIFY(!cellOf(*form, party::idNo)->message().isEmpty());
        QVERIFY(number->property("wrong").toString().size() > 0);
        number->clear();
        QTest::keyClicks(number, QStringLiteral("11010519491231002x"));
        QCOMPARE(cellOf(*form, party::idNo)->message(), QString());
        QCOMPARE(inputOf<QLineEdit>(*form, party::birthDate)->text(), QStringLiteral("1949-12-31"));
    }

    void aDayIsTypedAsPeopleSayItAndShownInFull()
    {
        const auto form = newForm(Kind::Mediation);
        auto *line = inputOf<QLineEdit>(*form, mediation::occurredOn);
        line->setFocus();
        QTest::keyClicks(line, QStringLiteral("-3d"));
        QCOMPARE(readValue<Day>(form->draft().value(form->draft().root().id, mediation::occurredOn)),
                 Day::fromYmd(2026, 2, 27));
        QVERIFY(cellOf(*form, mediation::occurredOn)->message().contains(QStringLiteral("2026-02-27")));
        inputOf<QPlainTextEdit>(*form, mediation::facts)->setFocus();
        QCOMPARE(line->text(), QStringLiteral("2026-02-27"));
    }

    void aFormIsNeverWiderThanItsTab()
    {
        for (const RecordSpec *spec : allSpecs()) {
            if (!spec->docket)
                continue;
            const auto form = newForm(spec->kind);
            for (const FieldSpec *field : spec->fields) { // everything there is to tick
                if (field->type == FieldType::CodeSet)
                    form->draft().setValue(form->draft().root().id, *field, Value(codesOf(*field)));
            }
            form->resize(600, 500);
            const auto *scroll = form->findChild<QScrollArea *>();
            QTRY_VERIFY2(
                scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width(),
                qPrintable(
                    QStringLiteral("%1: %2").arg(QLatin1String(spec->name)).arg(scroll->widget()->minimumSizeHint().width())));
        }
    }

    void theNewsOfASaveGoesWithTheNextEdit()
    {
        const auto form = newForm(Kind::Consultation);
        RecordDraft &draft = form->draft();
        const RecordId id = draft.root().id;
        draft.setValue(id, consultation::channel, Value(QStringLiteral("WINDOW_T")));
        draft.setValue(id, consultation::category, Value(QStringLiteral("01")));
        draft.setTyped(id, consultation::question, QStringLiteral("工资"));
        form->save();
        QTRY_VERIFY2(!draft.isDirty() && !form->bar().text().isEmpty(), qPrintable(form->bar().text()));
        draft.setTyped(id, consultation::question, QStringLiteral("工资拖欠"));
        QCOMPARE(form->bar().text(), QString());
    }

    void aSumShowsItsCapitals()
    {
        const auto form = newForm(Kind::Mediation);
        auto *line = inputOf<QLineEdit>(*form, mediation::amountClaimed);
        line->setFocus();
        QTest::keyClicks(line, QStringLiteral("12000"));
        QVERIFY(cellOf(*form, mediation::amountClaimed)->message().contains(QStringLiteral("壹万贰仟元整")));
        inputOf<QPlainTextEdit>(*form, mediation::facts)->setFocus();
        QCOMPARE(line->text(), QStringLiteral("12,000.00"));
    }

    void aCodeIsChosenByInitialsAndEnter()
    {
        const auto form = newForm(Kind::Mediation);
        auto *line = inputOf<ChoiceEdit>(*form, mediation::disputeType);
        line->setFocus();
        QTest::keyClicks(line, QStringLiteral("lljf"));
        line->completer()->popup()->hide();
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(line->text(), QStringLiteral("邻里纠纷"));
        QVERIFY(!form->draft().value(form->draft().root().id, mediation::disputeType).isNull());
    }

    void aLongChoiceIsReadFromItsBeginning()
    {
        const auto form = newForm(Kind::Mediation);
        auto *line = inputOf<ChoiceEdit>(*form, mediation::disputeType);
        line->setFocus();
        QTest::keyClicks(line, QStringLiteral("lljf"));
        line->completer()->popup()->hide();
        QTest::keyClick(line, Qt::Key_Return);
        inputOf<QPlainTextEdit>(*form, mediation::facts)->setFocus();
        QCOMPARE(line->cursorPosition(), 0);
        line->setValue(Value(QStringLiteral("08")));
        QVERIFY(!line->text().isEmpty());
        QCOMPARE(line->cursorPosition(), 0);
    }

    void anUnknownWordInACodedFieldIsKeptAndNamed()
    {
        const auto form = newForm(Kind::Mediation);
        auto *line = inputOf<ChoiceEdit>(*form, mediation::disputeType);
        line->setFocus();
        commit(line, QStringLiteral("没有这样的"));
        line->completer()->popup()->hide();
        inputOf<QPlainTextEdit>(*form, mediation::facts)->setFocus();
        QVERIFY(form->draft().note(form->draft().root().id, mediation::disputeType).blocks);
        QCOMPARE(line->text(), QStringLiteral("没有这样的"));
    }

    void ctrlZTakesBackAcrossFields()
    {
        const auto form = newForm(Kind::Mediation);
        auto *facts = inputOf<QPlainTextEdit>(*form, mediation::facts);
        auto *more = inputOf<QLineEdit>(*form, mediation::disputeSubtype);
        facts->setFocus();
        QTest::keyClicks(facts, QStringLiteral("abc"));
        more->setFocus();
        QTest::keyClicks(more, QStringLiteral("xyz"));
        QTest::keyClick(more, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(more->text(), QString());
        QCOMPARE(facts->toPlainText(), QStringLiteral("abc"));
        QTest::keyClick(more, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(facts->toPlainText(), QString());
        QTest::keyClick(more, Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(facts->toPlainText(), QStringLiteral("abc"));
    }

    void partiesComeAndGoInTheForm()
    {
        const auto form = newForm(Kind::Mediation);
        QTest::mouseClick(form->findChild<QPushButton *>(QStringLiteral("addParty")), Qt::LeftButton);
        QCOMPARE(form->draft().rows(Kind::Party).size(), std::size_t(3));
        auto *third = inputOf<QLineEdit>(*form, party::name, 2);
        QVERIFY(third && third->hasFocus());
        const auto removers = form->findChildren<QPushButton *>(QStringLiteral("removeParty"));
        QTest::mouseClick(removers.last(), Qt::LeftButton);
        QCOMPARE(form->draft().rows(Kind::Party).size(), std::size_t(2));
    }

    void aFormThatIsNotCompleteSaysWhatIsMissingAndGoesThere()
    {
        const auto form = newForm(Kind::Consultation);
        auto *question = inputOf<QPlainTextEdit>(*form, consultation::question);
        QTest::keyClicks(question, QStringLiteral("q"));
        QTest::keyClick(form.get(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(form->bar().text().contains(QStringLiteral("FO-02")));
        QVERIFY(inputOf<ChoiceEdit>(*form, consultation::channel)->hasFocus());
        QCOMPARE(inputOf<ChoiceEdit>(*form, consultation::channel)->property("wanted").toString(), QStringLiteral("true"));
    }

    void escNeverThrowsAnythingAway()
    {
        const auto form = newForm(Kind::Mediation);
        QSignalSpy back(form.get(), &RecordForm::backWanted);
        QTest::keyClicks(inputOf<QPlainTextEdit>(*form, mediation::facts), QStringLiteral("abc"));
        QTest::keyClick(form.get(), Qt::Key_Escape);
        QCOMPARE(back.size(), 1);
        QVERIFY(form->draft().isDirty());
    }

    void theDotTellsWhenTheDraftWasSaved()
    {
        const auto form = newForm(Kind::Mediation);
        auto *dot = form->findChild<QLabel *>(QStringLiteral("draftDot"));
        QTest::keyClicks(inputOf<QPlainTextEdit>(*form, mediation::facts), QStringLiteral("abc"));
        QTRY_VERIFY(dot->text().contains(QStringLiteral("09:00")));
    }

    void aStepAsksForWhatItNeedsAndIsTaken()
    {
        Record committee(Kind::Committee);
        committee.set(committee::name, QStringLiteral("测试村人民调解委员会"));
        committee.set(committee::kind, QStringLiteral("VILLAGE"));
        Record unregistered = sampleMediation();
        unregistered.set(mediation::committee, m_store->create(committee));
        unregistered.set(mediation::placeText, QStringLiteral("永顺镇"));
        const RecordId root = m_store->create(unregistered);
        m_store->create(sampleParty(root, QStringLiteral("张伟")));
        m_store->create(sampleParty(root, QStringLiteral("李四"), {}, QStringLiteral("RESPONDENT")));
        RecordForm form(RecordDraft::forCase(*m_workspace, m_store->caseFile(root), nullptr));
        form.resize(1000, 700);
        form.show();
        QApplication::setActiveWindow(&form);
        QTRY_VERIFY(form.findChild<QPushButton *>(QStringLiteral("step.register")));
        QTest::mouseClick(form.findChild<QPushButton *>(QStringLiteral("step.register")), Qt::LeftButton);
        auto *take = form.findChild<QPushButton *>(QStringLiteral("takeStep")); // the day is asked for
        QVERIFY(take && take->isEnabled());
        FieldCell *asked = nullptr;
        for (FieldCell *cell : form.findChildren<FieldCell *>()) {
            if (&cell->field() == &mediation::occurredOn && take->parentWidget()->isAncestorOf(cell))
                asked = cell;
        }
        QVERIFY(asked);
        QTRY_VERIFY(asked->editor().input()->hasFocus());
        QTest::keyClicks(asked->editor().input(), QStringLiteral("-1d"));
        QTest::mouseClick(take, Qt::LeftButton);
        QTRY_COMPARE(m_store->record(root).get(mediation::status), QStringLiteral("REGISTERED"));
        QTRY_VERIFY(form.draft().root().get(mediation::status) == QLatin1String("REGISTERED"));
    }

    void tabGoesFromSaveToTheStepsAndThenToTheFields()
    {
        const auto file = await(m_store->store().caseFile(m_store->create(sampleMediation())));
        QVERIFY(file);
        RecordForm form(RecordDraft::forCase(*m_workspace, *file, nullptr));
        form.show();
        const auto steps = [&form] {
            QList<QWidget *> out;
            for (QPushButton *button : form.findChildren<QPushButton *>()) {
                if (button->objectName().startsWith(QLatin1String("step.")))
                    out += button;
            }
            return out;
        };
        const auto areShown = [&steps] {
            const QList<QWidget *> all = steps();
            return !all.isEmpty() && std::all_of(all.begin(), all.end(), [](const QWidget *step) { return step->isVisible(); });
        };
        QTRY_VERIFY(areShown());
        const auto next = [](QWidget *from) {
            do {
                from = from->nextInFocusChain();
            } while (!(from->focusPolicy() & Qt::TabFocus) || !from->isVisible());
            return from;
        };
        QWidget *at = next(form.findChild<QPushButton *>(QStringLiteral("save")));
        int passed = 0;
        for (; at->objectName().startsWith(QLatin1String("step.")); at = next(at))
            ++passed;
        QCOMPARE(passed, int(steps().size()));
        QVERIFY(form.findChild<QScrollArea *>()->isAncestorOf(at)); // the first of the fields
    }

    void everyDocketKindCanBeCreatedAndChanged_data()
    {
        QTest::addColumn<int>("kind");
        for (const RecordSpec *spec : allSpecs()) {
            if (spec->docket)
                QTest::newRow(spec->name) << int(spec->kind);
        }
    }
    void everyDocketKindCanBeCreatedAndChanged()
    {
        QFETCH(int, kind);
        const auto form = newForm(Kind(kind));
        RecordDraft &draft = form->draft();
        const RecordId root = draft.root().id;
        // fill what the declaration wants, through the editors that stand there
        for (const FieldSpec *field : draft.spec().fields) {
            if (!draft.isRequired(root, *field) || !draft.isEditable(root, *field) || !draft.value(root, *field).isNull())
                continue;
            QWidget *input = cellOf(*form, *field)->editor().input();
            if (auto *choice = qobject_cast<ChoiceEdit *>(input)) {
                choice->showAll();
                choice->completer()->popup()->hide();
                QTest::keyClick(choice, Qt::Key_Return);
            } else {
                QTest::keyClicks(input, field->type == FieldType::Day ? QStringLiteral("-1d") : QStringLiteral("1"));
            }
        }
        // and one free text, so that there is something to change
        const FieldSpec *text = nullptr;
        for (const FieldSpec *field : draft.spec().fields) {
            const bool fits = (field->type == FieldType::LongText || field->type == FieldType::Text)
                              && field->check == Check::None;
            if (!text && fits && draft.isEditable(root, *field) && cellOf(*form, *field) && draft.isShown(root, *field))
                text = field;
        }
        QVERIFY(text);
        QTest::keyClicks(cellOf(*form, *text)->editor().input(), QStringLiteral("first"));
        QSignalSpy saved(&draft, &RecordDraft::saved);
        form->save();
        QVERIFY2(saved.wait(), qPrintable(form->bar().text()));
        QTRY_VERIFY(!draft.isDirty() && !draft.isNew());
        QTest::keyClicks(cellOf(*form, *text)->editor().input(), QStringLiteral("x"));
        form->save();
        QVERIFY2(saved.wait(), qPrintable(form->bar().text()));
        QVERIFY(m_store->record(root).value(*text).text().contains(u'x'));
    }
};

QTEST_MAIN(RecordFormTest)
#include "RecordFormTest.moc"
