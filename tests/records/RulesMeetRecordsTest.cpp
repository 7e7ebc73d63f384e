// SPDX-License-Identifier: GPL-3.0-or-later
// Where data and declarations name each other, both sides exist: start events, guards, actors, clocks, papers, series, lists.
#include "tests/records/RuleFixtures.h"

#include "records/LifeCycle.h"
#include "records/RecordSpec.h"

#include <QObject>

namespace yizhan {

class RulesMeetRecordsTest : public QObject
{
    Q_OBJECT

    static QString words(const char *text) { return QString::fromLatin1(text); }

    // Calls `check(spec, transition)` for every transition of every kind.
    template <class Check>
    static void forEachTransition(const Check &check)
    {
        for (const RecordSpec *spec : allSpecs()) {
            for (const LifeCycle *cycle : spec->lifeCycles) {
                for (const Transition &transition : cycle->transitions)
                    check(*spec, *cycle, transition);
            }
        }
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void clocksStartFromDeclaredFields()
    {
        int checked = 0;
        for (const DeadlineRule &rule : shippedRules()->deadlines().all()) {
            for (const QString &event : {rule.startEvent, rule.absoluteLimit.startEvent}) {
                // Visits, complaints, corrections and incidents are kinds of a later release; their clocks are shown, not run.
                const RecordSpec *spec = specNamed(event.section(QLatin1Char('.'), 0, 0));
                if (!spec)
                    continue;
                const QByteArray place = (rule.id + QLatin1Char(' ') + event).toUtf8();
                const FieldSpec *field = spec->field(event.section(QLatin1Char('.'), 1));
                QVERIFY2(field, place.constData());
                // A clock of hours needs the minute of its event.
                QVERIFY2(field->type == FieldType::Instant || (field->type == FieldType::Day && !countsHours(rule.mode)),
                         place.constData());
                ++checked;
            }
        }
        QVERIFY(checked >= 50);
    }

    void everyCodedFieldHasItsList()
    {
        for (const RecordSpec *spec : allSpecs()) {
            for (const FieldSpec *field : spec->fields) {
                const QString list = words(field->codeList);
                QVERIFY2(list.isEmpty() || list.startsWith(QLatin1Char('@')) || shippedRules()->codes().list(list),
                         field->name);
            }
        }
    }

    void statesAreCodesOfTheStatusList()
    {
        forEachTransition([](const RecordSpec &spec, const LifeCycle &cycle, const Transition &transition) {
            QStringList states = words(transition.from).split(QLatin1Char(' '), Qt::SkipEmptyParts)
                                 + words(cycle.ends).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            states += words(transition.to);
            for (const QString &state : states) {
                const bool known = state.startsWith(QLatin1Char('@'))
                                   || shippedRules()->codes().isValid(words(cycle.status->codeList), state);
                QVERIFY2(known,
                         qPrintable(words(spec.name) + QLatin1Char(' ') + words(transition.name) + QLatin1Char(' ') + state));
            }
        });
    }

    void actorsPapersClocksAndSeriesExist()
    {
        int transitions = 0;
        forEachTransition([&](const RecordSpec &spec, const LifeCycle &, const Transition &transition) {
            ++transitions;
            const QString place = words(spec.name) + QLatin1Char(' ') + words(transition.name) + QLatin1Char(' ');
            for (const QString &actor : words(transition.actors).split(QLatin1Char(' '), Qt::SkipEmptyParts))
                QVERIFY2(shippedRules()->roles().find(actor), qPrintable(place + actor));
            for (const QString &paper : words(transition.documents).split(QLatin1Char(' '), Qt::SkipEmptyParts))
                QVERIFY2(shippedRules()->codes().isValid(QStringLiteral("form_id"), paper), qPrintable(place + paper));
            for (const ClockEffect &clock : transition.clocks) {
                const QString rule = words(clock.rule);
                QVERIFY2(rule == QLatin1String("*") || shippedRules()->deadlines().find(rule), qPrintable(place + rule));
                const QString reason = words(clock.reason);
                QVERIFY2(reason.isEmpty() || shippedRules()->codes().isValid(QStringLiteral("timer_pause_reason"), reason),
                         qPrintable(place + reason));
            }
            for (const Effect &effect : transition.effects) {
                if (effect.act == Effect::Act::TakeNumber)
                    QVERIFY2(shippedRules()->numbers().find(words(effect.text)), qPrintable(place + words(effect.text)));
            }
        });
        QVERIFY(transitions > 0);
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::RulesMeetRecordsTest)
#include "RulesMeetRecordsTest.moc"
