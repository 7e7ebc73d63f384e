// SPDX-License-Identifier: GPL-3.0-or-later
// Every input that fuzzing ever found worth keeping, and a few thousand children of them, against the same promises.
#include "base/Random.h"
#include "records/Codec.h"
#include "records/Record.h"
#include "records/kinds/Mediation.h"
#include "sync/protocol/Body.h"
#include "tests/fuzz/AllMessages.h"
#include "tests/fuzz/FuzzTargets.h"

#include <QDir>
#include <QTest>

using namespace yizhan;

namespace {

QByteArrayList corpus(const char *target)
{
    const QDir folder(QStringLiteral(YIZHAN_SOURCE_DIR "/tests/fuzz/corpus/") + QLatin1String(target));
    QByteArrayList inputs;
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            inputs += file.readAll();
    }
    return inputs;
}

// Whole inputs to begin with, so that mutation does not have to find the shape of a message.
QByteArrayList samples(const char *target)
{
    SeededRandom random(1);
    Record row(Kind::Mediation);
    row.id = row.root = RecordId::make(Instant{1000}, random);
    row.office = QStringLiteral("JO01");
    row.version = nextVersion(3, 1);
    row.set(mediation::facts, QStringLiteral("约定"));
    row.set(mediation::amountClaimed, Money{12'345});
    if (std::strcmp(target, "rows") == 0)
        return {encodeRecord(row), encodeFields(row)};
    wire::PushRequest push;
    push.epoch = 1;
    push.operations.resize(2);
    push.operations[0].n = 1;
    push.operations[0].record = row.id;
    push.operations[0].values = encodeFields(row);
    wire::PullResponse pull;
    pull.pages.resize(1);
    pull.pages[0].entries.push_back({wire::EntryKind::Put, row.id, row.version, encodeRecord(row), {}});
    if (std::strcmp(target, "messages") == 0)
        return {char(1) + toCbor(push), char(17) + toCbor(pull), char(1) + QJsonDocument(toJson(push)).toJson()};
    QByteArray encoding;
    return {pack(toCbor(pull).repeated(20), encoding), QByteArray("7K2MD-00000-00000-00000-00000")};
}

QByteArray child(QByteArray input, SeededRandom &random)
{
    const std::uint32_t changes = 1 + random.below(4);
    for (std::uint32_t i = 0; i < changes && !input.isEmpty(); ++i) {
        const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint32_t>(input.size())));
        switch (random.below(4)) {
        case 0: input[at] = static_cast<char>(random.below(256)); break;
        case 1: input.insert(at, static_cast<char>(random.below(256))); break;
        case 2: input.remove(at, 1 + static_cast<qsizetype>(random.below(8))); break;
        default: input.insert(at, input.mid(at, static_cast<qsizetype>(random.below(32)))); break;
        }
    }
    return input;
}

// Writes something into each field of a message, often the ends of what it can hold.
class Filler
{
public:
    explicit Filler(std::uint64_t seed) : m_random(seed) {}

    template <class T>
    void operator()(int, const char *, T &field)
    {
        fill(field);
    }

private:
    template <class T>
    void fill(T &field)
    {
        if constexpr (std::is_same_v<T, bool>)
            field = m_random.below(2) == 1;
        else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>)
            field = static_cast<T>(whole<std::conditional_t<std::is_enum_v<T>, std::uint8_t, T>>());
        else if constexpr (std::is_same_v<T, Instant>)
            field.ms = whole<std::int64_t>();
        else if constexpr (std::is_same_v<T, QString>)
            field = text();
        else if constexpr (std::is_same_v<T, QByteArray>)
            field = bytes(static_cast<qsizetype>(m_random.below(40)));
        else if constexpr (std::is_same_v<T, RecordId>)
            m_random.fill(field.bytes.data(), field.bytes.size());
        else if constexpr (message_detail::IsOptional<T>::value)
            fill(field.emplace());
        else if constexpr (message_detail::IsVector<T>::value) {
            field.resize(m_random.below(4));
            for (auto &item : field)
                fill(item);
        } else
            T::fields(field, *this);
    }

    template <class T>
    T whole()
    {
        switch (m_random.below(4)) {
        case 0: return std::numeric_limits<T>::min();
        case 1: return std::numeric_limits<T>::max();
        case 2: return T{0};
        default: return static_cast<T>(m_random.next());
        }
    }

    QByteArray bytes(qsizetype length)
    {
        QByteArray made(length, '\0');
        m_random.fill(reinterpret_cast<std::uint8_t *>(made.data()), static_cast<std::size_t>(length));
        return made;
    }

    // Signs that one of the forms has to write in another way.
    QString text()
    {
        const QString signs = QStringLiteral("\"\\/\u0001\u007f\u00e9\u2028约一\uffff\U0001F642 {}[]:,=\n") + QChar(0);
        QString made;
        for (std::uint32_t i = m_random.below(12); i > 0; --i) {
            const auto at = static_cast<qsizetype>(m_random.below(static_cast<std::uint32_t>(signs.size())));
            if (!signs[at].isSurrogate())
                made += signs[at];
        }
        return m_random.below(2) == 0 ? made : made + QStringLiteral("\U00020BB7");
    }

    SeededRandom m_random;
};

template <class M>
void saysTheSameInBothForms(int which)
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        M message;
        Filler filler(seed);
        M::fields(message, filler);
        const QByteArray binary = toCbor(message);
        const QByteArray text = QJsonDocument(toJson(message)).toJson();
        const Result<M> fromBinary = fromCbor<M>(binary);
        const Result<QJsonObject> object = jsonObject(text);
        QVERIFY2(fromBinary && object, qPrintable(QStringLiteral("message %1, seed %2").arg(which).arg(seed)));
        const Result<M> fromText = fromJson<M>(*object);
        QVERIFY2(fromText.has_value(), text.constData());
        QCOMPARE(toCbor(*fromBinary), binary);
        QCOMPARE(toCbor(*fromText), binary);
        QCOMPARE(QJsonDocument(toJson(*fromBinary)).toJson(), text);
    }
}

template <class... M>
void allSayTheSameInBothForms(std::tuple<M...> *)
{
    int which = 0;
    (saysTheSameInBothForms<M>(which++), ...);
}

} // namespace

class FuzzCorpusTest : public QObject
{
    Q_OBJECT
private slots:
    void everyMessageSaysTheSameInBothForms() { allSayTheSameInBothForms(static_cast<wire::AllMessages *>(nullptr)); }

    void promisesHold_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < fuzzTargets().size(); ++i)
            QTest::newRow(fuzzTargets()[i].name) << static_cast<int>(i);
    }

    void promisesHold()
    {
        QFETCH(const int, index);
        const FuzzTarget &target = fuzzTargets()[static_cast<std::size_t>(index)];
        const QByteArrayList inputs = corpus(target.name) + samples(target.name);
        QVERIFY(inputs.size() >= 2);
        SeededRandom random(static_cast<std::uint64_t>(index) + 7);
        for (const QByteArray &input : inputs) {
            target.run(input);
            for (int i = 0; i < 300; ++i)
                target.run(child(input, random)); // a broken promise ends the program
        }
    }
};

QTEST_GUILESS_MAIN(FuzzCorpusTest)
#include "FuzzCorpusTest.moc"
