// SPDX-License-Identifier: GPL-3.0-or-later
// Every declaration keeps the rules that the rest of the program relies on; a golden text shows what changed.
#include "records/Declaration.h"
#include "tests/records/DeclarationText.h"
#include "tests/records/RuleFixtures.h"

#include <QFile>
#include <QObject>
#include <QRegularExpression>
#include <QSet>

namespace yizhan {

class DeclarationTest : public QObject
{
    Q_OBJECT

    static QString at(const RecordSpec &spec, const char *what)
    {
        return QLatin1String(spec.name) + u'.' + QLatin1String(what);
    }
    static QStringList words(const char *text) { return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts); }

    template <class Check>
    static void eachField(const Check &check)
    {
        for (const RecordSpec *spec : allSpecs()) {
            for (const FieldSpec *field : spec->fields)
                check(*spec, *field);
        }
    }
    template <class Check>
    static void eachLifeCycle(const Check &check)
    {
        for (const RecordSpec *spec : allSpecs()) {
            for (const LifeCycle *cycle : spec->lifeCycles)
                check(*spec, *cycle);
        }
    }
    static QSet<QString> statesIn(const LifeCycle &cycle)
    {
        QSet<QString> states;
        for (const CodeValue *value : shippedRules()->codes().values(QLatin1String(cycle.status->codeList)))
            states += value->code;
        return states;
    }

    // What a recheck of the matter makes of a certificate is written by that step, not by one of the certificate's own.
    static QSet<QString> setFromOutside(const LifeCycle &cycle)
    {
        if (qstrcmp(cycle.name, "certificate") != 0)
            return {};
        return {QStringLiteral("CORRECTED"), QStringLiteral("SUPPLEMENTED"), QStringLiteral("REVOKED")};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(shippedRules()); }

    void everyKindIsRegisteredOnceInOrder()
    {
        QSet<QString> names;
        QSet<QString> tables;
        int last = 0;
        for (const RecordSpec *spec : allSpecs()) {
            QVERIFY2(static_cast<int>(spec->kind) > last, spec->name);
            last = static_cast<int>(spec->kind);
            names += QLatin1String(spec->name);
            tables += QLatin1String(spec->table);
            QCOMPARE(specOf(spec->kind), spec);
            QCOMPARE(specNamed(QString::fromLatin1(spec->name)), spec);
            QVERIFY2(*spec->label, spec->name);
        }
        QCOMPARE(static_cast<std::size_t>(names.size()), allSpecs().size());
        QCOMPARE(static_cast<std::size_t>(tables.size()), allSpecs().size());
        for (const Kind kind :
             {Kind::Mediation,   Kind::LegalAid,     Kind::DutyHelp,   Kind::Notary,         Kind::Consultation,
              Kind::Project,     Kind::Party,        Kind::Session,    Kind::Agreement,      Kind::AgreementTerm,
              Kind::FollowUp,    Kind::Task,         Kind::Note,       Kind::Attachment,     Kind::Referral,
              Kind::Assignment,  Kind::Timer,        Kind::TimerPause, Kind::TimerExtension, Kind::NotaryItem,
              Kind::Certificate, Kind::Objection,    Kind::Recheck,    Kind::Hearing,        Kind::WorkLog,
              Kind::Handover,    Kind::ProjectEvent, Kind::Document,   Kind::Office,         Kind::Village,
              Kind::Staff,       Kind::User,         Kind::Device,     Kind::Committee})
            QVERIFY2(specOf(kind), qPrintable(QString::number(static_cast<int>(kind))));
        QVERIFY(!specOf(Kind::None));
        QVERIFY(!specOf(static_cast<Kind>(127)));
        QVERIFY(!specOf(static_cast<Kind>(60000)));
        QVERIFY(!specNamed(u"nothing"));
    }

    // What comes with a further schema counts it up; a field is not older than its kind.
    void everythingCameWithASchemaThatThisReleaseHas()
    {
        QCOMPARE(Declaration::own().schema(), schemaVersion);
        for (const RecordSpec *spec : allSpecs())
            QVERIFY2(spec->since >= 1 && spec->since <= schemaVersion, spec->name);
        eachField([](const RecordSpec &spec, const FieldSpec &field) {
            QVERIFY2(field.since >= 1 && field.since <= schemaVersion, qPrintable(at(spec, field.name)));
        });
    }

    void fieldsAscendByNumberWithinTheirRange()
    {
        for (const RecordSpec *spec : allSpecs()) {
            int last = 0;
            for (std::size_t i = 0; i < spec->fields.size(); ++i) {
                const FieldSpec &field = *spec->fields[i];
                QVERIFY2(field.id > last && field.id < system::firstId, qPrintable(at(*spec, field.name)));
                last = field.id;
                QCOMPARE(spec->indexOf(field), static_cast<int>(i));
                QCOMPARE(spec->indexOfId(field.id), static_cast<int>(i));
                QCOMPARE(spec->field(QString::fromLatin1(field.name)), &field);
            }
        }
    }

    void sharedNumbersMeanTheSameEverywhere()
    {
        QHash<int, const FieldSpec *> shared;
        eachField([&shared](const RecordSpec &spec, const FieldSpec &field) {
            if (field.id >= 900)
                QVERIFY2(shared.value(field.id, &field) == &field, qPrintable(at(spec, field.name)));
            if (field.id >= 900)
                shared.insert(field.id, &field);
        });
        QVERIFY(!shared.isEmpty());
    }

    void namesAreSnakeCaseUniqueAndKeepClearOfTheRow()
    {
        static const QRegularExpression snake(QStringLiteral("^[a-z][a-z0-9]*(_[a-z0-9]+)*$"));
        // What JSON and the tables use for the row itself, and words of conditions.
        QSet<QString> taken{
            QStringLiteral("id"),    QStringLiteral("kind"),    QStringLiteral("root"),           QStringLiteral("parent"),
            QStringLiteral("rowid"), QStringLiteral("version"), QStringLiteral("field_versions"), QStringLiteral("ext"),
            QStringLiteral("not"),   QStringLiteral("all"),     QStringLiteral("search")};
        for (const FieldSpec *field : system::fields)
            taken += QLatin1String(field->name);
        for (const RecordSpec *spec : allSpecs()) {
            QSet<QString> names = taken;
            for (const FieldSpec *field : spec->fields) {
                const QString name = QLatin1String(field->name);
                QVERIFY2(snake.match(name).hasMatch(), qPrintable(at(*spec, field->name)));
                QVERIFY2(!names.contains(name), qPrintable(at(*spec, field->name)));
                QVERIFY2(*field->label, qPrintable(at(*spec, field->name)));
                names += name;
            }
        }
    }

    void typesHaveWhatTheyNeed()
    {
        eachField([](const RecordSpec &spec, const FieldSpec &field) {
            const QByteArray place = at(spec, field.name).toUtf8();
            const bool coded = field.type == FieldType::Code || field.type == FieldType::CodeSet;
            QVERIFY2(coded == (*field.codeList != '\0'), place.constData());
            QVERIFY2((field.type == FieldType::Ref) == (field.target != Kind::None), place.constData());
            QVERIFY2(field.type != FieldType::Ref || specOf(field.target), place.constData());
            QVERIFY2(field.minimum <= field.maximum, place.constData());
            QVERIFY2(!field.derived || !field.required, place.constData());
            const bool needsKind = field.check == Check::Identity || field.check == Check::Organisation;
            QVERIFY2(needsKind == (field.pair != nullptr), place.constData());
            QVERIFY2(!field.pair || (spec.indexOf(*field.pair) >= 0 && field.pair->group == field.group), place.constData());
            QVERIFY2(!field.shownWhen || (spec.indexOf(*field.shownWhen) >= 0 && *field.shownCodes), place.constData());
        });
    }

    void conditionsOfTheFormNameCodesThatExist()
    {
        eachField([](const RecordSpec &spec, const FieldSpec &field) {
            if (!field.shownWhen || field.shownWhen->type == FieldType::Bool)
                return;
            for (const QString &code : words(field.shownCodes))
                QVERIFY2(shippedRules()->codes().isValid(QLatin1String(field.shownWhen->codeList), code),
                         qPrintable(at(spec, field.name) + u' ' + code));
        });
    }

    void personalTextsAreMaskedInLists()
    {
        // Long texts of a case have no mask, sensitive ones are hidden whole.
        eachField([](const RecordSpec &spec, const FieldSpec &field) {
            if (field.type == FieldType::Text && field.sensitivity == Sensitivity::Personal)
                QVERIFY2(field.mask != Mask::None, qPrintable(at(spec, field.name)));
            if (field.mask != Mask::None)
                QVERIFY2(field.isPersonal(), qPrintable(at(spec, field.name)));
        });
    }

    void membersOfAMergeGroupAreSettledTogether()
    {
        for (const RecordSpec *spec : allSpecs()) {
            QHash<int, MergePolicy> policies;
            for (const FieldSpec *field : spec->fields) {
                if (field->group == 0 || field->derived)
                    continue;
                QVERIFY2(field->merge == MergePolicy::Settle, qPrintable(at(*spec, field->name)));
                QVERIFY2(field->group < 255, qPrintable(at(*spec, field->name))); // 255 is the mark of withdrawal
            }
        }
        eachField([](const RecordSpec &spec, const FieldSpec &field) {
            const bool fits = field.merge == MergePolicy::Settle
                              || (field.merge == MergePolicy::Union && field.type == FieldType::CodeSet)
                              || (field.merge == MergePolicy::Append && field.type == FieldType::LongText)
                              || (field.merge == MergePolicy::Maximum
                                  && (field.type == FieldType::Integer || field.type == FieldType::Instant
                                      || field.type == FieldType::Day));
            QVERIFY2(fits, qPrintable(at(spec, field.name)));
        });
    }

    void kindsAreNamedSortedAndHungConsistently()
    {
        for (const RecordSpec *spec : allSpecs()) {
            QVERIFY2(spec->title && spec->indexOf(*spec->title) >= 0, spec->name);
            QVERIFY2(!spec->defaultSort || spec->indexOf(*spec->defaultSort) >= 0, spec->name);
            QVERIFY2(!spec->docket || spec->isRoot(), spec->name);
            QVERIFY2(!spec->district || spec->isRoot(), spec->name);
            for (const Kind parent : spec->parents) {
                QVERIFY2(specOf(parent), spec->name);
                // the one child of the district's own records: what two people changed at once there
                QVERIFY2(!specOf(parent)->district || spec->kind == Kind::Conflict, spec->name);
            }
        }
    }

    void statusFieldsAreSetBySteps()
    {
        eachLifeCycle([](const RecordSpec &spec, const LifeCycle &cycle) {
            QVERIFY2(spec.indexOf(*cycle.status) >= 0, cycle.name);
            QVERIFY2(cycle.status->byTransition && cycle.status->type == FieldType::Code,
                     qPrintable(at(spec, cycle.status->name)));
            QVERIFY2(shippedRules()->codes().list(QLatin1String(cycle.status->codeList))->closed, cycle.status->codeList);
        });
    }

    void stepsHaveTheirOwnNamesWithinAKind()
    {
        for (const RecordSpec *spec : allSpecs()) {
            QSet<QString> names;
            for (const LifeCycle *cycle : spec->lifeCycles) {
                for (const Transition &transition : cycle->transitions) {
                    const QString name = QLatin1String(transition.name);
                    QVERIFY2(!name.isEmpty() && !names.contains(name), qPrintable(at(*spec, transition.name)));
                    QVERIFY2(*transition.label && *transition.actors && *transition.to, qPrintable(at(*spec, transition.name)));
                    names += name;
                    const LifeCycle *found = nullptr;
                    QCOMPARE(findTransition(*spec, name, &found), &transition);
                    QCOMPARE(found, cycle);
                }
            }
        }
    }

    void whatStepsNeedBelongsToTheKind()
    {
        eachLifeCycle([](const RecordSpec &spec, const LifeCycle &cycle) {
            for (const Transition &transition : cycle.transitions) {
                for (const FieldSpec *field : transition.needs)
                    QVERIFY2(spec.indexOf(*field) >= 0, qPrintable(at(spec, transition.name)));
                QSet<QString> guards;
                for (const Guard &guard : transition.guards) {
                    QVERIFY2(guard.holds && *guard.id && *guard.text, qPrintable(at(spec, transition.name)));
                    QVERIFY2(!guards.contains(QLatin1String(guard.id)), guard.id);
                    guards += QLatin1String(guard.id);
                }
            }
        });
    }

    void whatTheProgramTakesByItselfHasACondition()
    {
        eachLifeCycle([](const RecordSpec &spec, const LifeCycle &cycle) {
            for (const Transition &transition : cycle.transitions) {
                if (qstrcmp(transition.actors, "system") == 0 && *transition.from)
                    QVERIFY2(!transition.guards.empty(), qPrintable(at(spec, transition.name)));
            }
        });
    }

    void takenAlongStepsExist()
    {
        eachLifeCycle([](const RecordSpec &spec, const LifeCycle &cycle) {
            for (const Transition &transition : cycle.transitions) {
                for (const Effect &effect : transition.effects) {
                    const QByteArray place = at(spec, transition.name).toUtf8();
                    QVERIFY2(effect.act != Effect::Act::Run || effect.run, place.constData());
                    if (effect.act != Effect::Act::Take && effect.act != Effect::Act::TakeEach)
                        continue;
                    const RecordSpec *other = specOf(effect.kind);
                    QVERIFY2(other, place.constData());
                    for (const QString &name : words(effect.text))
                        QVERIFY2(findTransition(*other, name), qPrintable(at(spec, transition.name) + u' ' + name));
                }
            }
        });
    }

    void everyStateIsReachedAndLeftUnlessItIsAnEnd()
    {
        eachLifeCycle([](const RecordSpec &spec, const LifeCycle &cycle) {
            QSet<QString> reached;
            QSet<QString> left;
            for (const Transition &transition : cycle.transitions) {
                const QString to = QLatin1String(transition.to);
                if (to.startsWith(u'@'))
                    continue;
                reached += to;
                for (const QString &from : words(transition.from)) {
                    if (from != to)
                        left += from;
                }
            }
            for (const Transition &transition : cycle.transitions) {
                if (qstrcmp(transition.to, "@return") == 0) {
                    for (const QString &from : words(transition.from))
                        left += from;
                }
            }
            const QStringList ends = words(cycle.ends);
            QVERIFY2(!ends.isEmpty(), cycle.name);
            for (const QString &state : statesIn(cycle) - setFromOutside(cycle)) {
                QVERIFY2(reached.contains(state), qPrintable(at(spec, cycle.name) + QStringLiteral(" never reaches ") + state));
                QVERIFY2(left.contains(state) || ends.contains(state),
                         qPrintable(at(spec, cycle.name) + QStringLiteral(" is stuck in ") + state));
            }
        });
    }

    void everyStateCanBeReachedFromTheBeginning()
    {
        eachLifeCycle([](const RecordSpec &spec, const LifeCycle &cycle) {
            QSet<QString> known;
            for (bool grown = true; grown;) {
                grown = false;
                for (const Transition &transition : cycle.transitions) {
                    const QStringList from = words(transition.from);
                    const bool open = from.isEmpty() || std::any_of(from.begin(), from.end(), [&](const QString &state) {
                                          return known.contains(state);
                                      });
                    const QString to = QLatin1String(transition.to);
                    if (open && !to.startsWith(u'@') && !known.contains(to)) {
                        known += to;
                        grown = true;
                    }
                }
            }
            QVERIFY2(known == statesIn(cycle) - setFromOutside(cycle), qPrintable(at(spec, cycle.name)));
        });
    }

    // A change here is a change of the stored and sent schema: look at it line by line before accepting it.
    void nothingChangedUnseen()
    {
        const QString path = QStringLiteral(YIZHAN_SOURCE_DIR "/tests/records/golden/declarations.txt");
        const QStringList now = declarationLines();
        QFile file(path);
        if (qEnvironmentVariableIsSet("YIZHAN_ACCEPT_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(now.join(u'\n').toUtf8());
            file.close();
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), "tests/records/golden/declarations.txt is missing");
        const QStringList before = QString::fromUtf8(file.readAll()).split(u'\n');
        const QSet<QString> nowLines(now.begin(), now.end());
        const QSet<QString> beforeLines(before.begin(), before.end());
        for (const QString &line : before) {
            if (!nowLines.contains(line))
                qInfo("- %s", qPrintable(line));
        }
        for (const QString &line : now) {
            if (!beforeLines.contains(line))
                qInfo("+ %s", qPrintable(line));
        }
        QVERIFY2(
            now == before,
            "The declarations differ from the golden text. If the change is meant, run this test with YIZHAN_ACCEPT_GOLDEN=1.");
    }
};

} // namespace yizhan

QTEST_APPLESS_MAIN(yizhan::DeclarationTest)
#include "DeclarationTest.moc"
