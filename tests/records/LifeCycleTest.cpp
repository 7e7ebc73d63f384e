// SPDX-License-Identifier: GPL-3.0-or-later
// The declared life cycles are those of the domain description, edge by edge: tests/data/lifecycles holds the transcript.
#include "tests/records/RuleFixtures.h"

#include "records/LifeCycle.h"
#include "records/RecordSpec.h"

#include <QFile>
#include <QObject>
#include <QSet>
#include <algorithm>

namespace yizhan {

namespace {
using Edges = QSet<QString>;

QStringList words(const char *text) { return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts); }

QString edge(const QString &from, const QString &to) { return from + QStringLiteral(" -> ") + to; }

QStringList startsOf(const Transition &transition)
{
    return *transition.from ? words(transition.from) : QStringList{QStringLiteral("(new)")};
}

bool pushesReturn(const Transition &transition)
{
    return std::any_of(transition.effects.begin(), transition.effects.end(),
                       [](const Effect &effect) { return effect.act == Effect::Act::PushReturn; });
}

// Where a record in `state` may return to: every state from which a step into it noted the way back.
QStringList returnsFrom(const LifeCycle &cycle, const QString &state)
{
    QStringList states;
    for (const Transition &transition : cycle.transitions) {
        if (pushesReturn(transition) && state == QLatin1String(transition.to))
            states += words(transition.from);
    }
    return states;
}

// Steps to "@same" answer a clock and are no edges; a step that names its own state is one.
Edges edgesOf(const LifeCycle &cycle)
{
    Edges edges;
    for (const Transition &transition : cycle.transitions) {
        const QString to = QLatin1String(transition.to);
        if (to == QLatin1String("@same"))
            continue;
        for (const QString &from : startsOf(transition)) {
            const QStringList targets = to == QLatin1String("@return") ? returnsFrom(cycle, from) : QStringList{to};
            for (const QString &target : targets)
                edges += edge(from, target);
        }
    }
    return edges;
}

Edges transcript(const QString &name)
{
    QFile file(QStringLiteral(YIZHAN_TEST_DATA "/lifecycles/") + name + QStringLiteral(".txt"));
    Edges edges;
    if (!file.open(QIODevice::ReadOnly))
        return edges;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#'))
            edges += QString::fromUtf8(line.simplified());
    }
    return edges;
}

const LifeCycle *cycleNamed(const char *kind, const char *cycle)
{
    const RecordSpec *spec = specNamed(QString::fromLatin1(kind));
    for (const LifeCycle *candidate : spec ? spec->lifeCycles : std::span<const LifeCycle *const>()) {
        if (qstrcmp(candidate->name, cycle) == 0)
            return candidate;
    }
    return nullptr;
}

QString listed(Edges edges)
{
    QStringList sorted = edges.values();
    sorted.sort();
    return sorted.join(QStringLiteral("; "));
}
} // namespace

class LifeCycleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void theDeclaredEdgesAreExactlyThoseOfTheDescription_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("cycle");
        QTest::addColumn<QString>("file");
        const auto row = [](const char *kind, const char *cycle, const char *file) {
            QTest::newRow(file) << QString::fromLatin1(kind) << QString::fromLatin1(cycle) << QString::fromLatin1(file);
        };
        row("mediation", "mediation", "mediation");
        row("agreement", "confirmation", "confirmation");
        row("agreement", "performance", "performance");
        row("legal-aid", "legal-aid", "legal-aid");
        row("legal-aid", "review", "review-track");
        row("notary", "notary", "notary");
        row("consultation", "consultation", "consultation");
        row("handover", "handover", "handover");
    }
    void theDeclaredEdgesAreExactlyThoseOfTheDescription()
    {
        QFETCH(QString, kind);
        QFETCH(QString, cycle);
        QFETCH(QString, file);
        const LifeCycle *found = cycleNamed(qPrintable(kind), qPrintable(cycle));
        QVERIFY(found);
        const Edges expected = transcript(file);
        QVERIFY(!expected.isEmpty());
        const Edges declared = edgesOf(*found);
        QVERIFY2((expected - declared).isEmpty(), qPrintable(QStringLiteral("not declared: ") + listed(expected - declared)));
        QVERIFY2((declared - expected).isEmpty(), qPrintable(QStringLiteral("not described: ") + listed(declared - expected)));
    }

    void everyStateOfTheTranscriptIsACodeOfTheStatusList()
    {
        const auto check = [](const char *list, const char *file) {
            for (const QString &line : transcript(QString::fromLatin1(file))) {
                for (const QString &state : line.split(QStringLiteral(" -> "))) {
                    QVERIFY2(state == QLatin1String("(new)")
                                 || shippedRules()->codes().isValid(QString::fromLatin1(list), state),
                             qPrintable(line));
                }
            }
        };
        check("mediation_status", "mediation");
        check("mediation_confirm_status", "confirmation");
        check("mediation_perform_status", "performance");
        check("legal_aid_status", "legal-aid");
        check("legal_aid_review_track", "review-track");
        check("notary_status", "notary");
        check("consult_status", "consultation");
        check("handover_status", "handover");
    }

    // A clock that is paused in a docket can also be let run again there, for the same ground.
    void whatIsPausedCanBeResumed()
    {
        for (const RecordSpec *spec : allSpecs()) {
            QSet<QString> paused;
            QSet<QString> resumed;
            for (const LifeCycle *cycle : spec->lifeCycles) {
                for (const Transition &transition : cycle->transitions) {
                    for (const ClockEffect &effect : transition.clocks) {
                        const QString key = QLatin1String(effect.rule) + u' ' + QLatin1String(effect.reason);
                        if (effect.act == ClockEffect::Act::Pause)
                            paused += key;
                        if (effect.act == ClockEffect::Act::Resume)
                            resumed += key;
                    }
                }
            }
            QCOMPARE(paused, resumed);
        }
    }

    // A pause for a ground that the rule does not allow would silently do nothing.
    void everyPauseIsAllowedByItsRule()
    {
        int checked = 0;
        for (const RecordSpec *spec : allSpecs()) {
            for (const LifeCycle *cycle : spec->lifeCycles) {
                for (const Transition &transition : cycle->transitions) {
                    for (const ClockEffect &effect : transition.clocks) {
                        if (effect.act != ClockEffect::Act::Pause)
                            continue;
                        const DeadlineRule *rule = shippedRules()->deadlines().find(QString::fromLatin1(effect.rule));
                        QVERIFY2(rule && rule->pauseReasons.contains(QLatin1String(effect.reason)), transition.name);
                        ++checked;
                    }
                }
            }
        }
        QVERIFY(checked >= 9);
    }

    // Every clock of the three dockets starts somewhere; those of other bodies that nothing here tells of are named.
    void everyClockOfTheDocketsIsStarted()
    {
        QSet<QString> started;
        for (const RecordSpec *spec : allSpecs()) {
            for (const LifeCycle *cycle : spec->lifeCycles) {
                for (const Transition &transition : cycle->transitions) {
                    for (const ClockEffect &effect : transition.clocks) {
                        if (effect.act == ClockEffect::Act::Start || effect.act == ClockEffect::Act::Restart)
                            started += QLatin1String(effect.rule);
                    }
                }
            }
        }
        const QSet<QString> elsewhere{QStringLiteral("MED-PETITION-REG"), QStringLiteral("MED-TENURE")};
        for (const DeadlineRule &rule : shippedRules()->deadlines().all()) {
            const bool docket = rule.docket == QLatin1String("mediation") || rule.docket == QLatin1String("legal-aid")
                                || rule.docket == QLatin1String("notary");
            QVERIFY2(!docket || elsewhere.contains(rule.id) || started.contains(rule.id), qPrintable(rule.id));
        }
    }

    void guardsOfOneStepHaveNamesOfTheirOwn()
    {
        for (const RecordSpec *spec : allSpecs()) {
            for (const LifeCycle *cycle : spec->lifeCycles) {
                for (const Transition &transition : cycle->transitions) {
                    QSet<QString> ids;
                    for (const Guard &guard : transition.guards) {
                        QVERIFY2(*guard.text, transition.name);
                        ids += QLatin1String(guard.id);
                    }
                    QCOMPARE(static_cast<std::size_t>(ids.size()), transition.guards.size());
                }
            }
        }
    }
};

} // namespace yizhan

QTEST_GUILESS_MAIN(yizhan::LifeCycleTest)
#include "LifeCycleTest.moc"
