// SPDX-License-Identifier: GPL-3.0-or-later
// The document that lists every message is what the code says, field by field; YIZHAN_ACCEPT_GOLDEN=1 writes it anew.
#include "sync/protocol/Messages.h"

#include "sync/protocol/Message.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace yizhan;

namespace {

template <class T>
QString typeName();

template <class M>
QString messageName(const char *name = nullptr)
{
    static const QString known = QString::fromLatin1(name);
    return known;
}

template <class T>
QString typeName()
{
    using namespace message_detail;
    if constexpr (std::is_same_v<T, bool>)
        return QStringLiteral("flag");
    else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>)
        return QStringLiteral("integer, %1 bits").arg(sizeof(T) * 8);
    else if constexpr (std::is_same_v<T, QString>)
        return QStringLiteral("text");
    else if constexpr (std::is_same_v<T, QByteArray>)
        return QStringLiteral("bytes");
    else if constexpr (std::is_same_v<T, RecordId>)
        return QStringLiteral("id");
    else if constexpr (std::is_same_v<T, Instant>)
        return QStringLiteral("instant");
    else if constexpr (IsVector<T>::value)
        return QStringLiteral("list of ") + typeName<typename T::value_type>();
    else
        return messageName<T>();
}

struct Document {
    QStringList lines;
    QStringList names;
    bool doubled = false;

    template <class M>
    void add(const char *name)
    {
        messageName<M>(name);
        names += QString::fromLatin1(name);
        lines += {QString(), QStringLiteral("## %1").arg(QLatin1String(name)), QString(),
                  QStringLiteral("| number | name | type |"), QStringLiteral("|---|---|---|")};
        QSet<int> numbers;
        QSet<QString> fieldNames;
        auto row = [&](int number, const char *field, auto &value) {
            doubled = doubled || numbers.contains(number) || fieldNames.contains(QLatin1String(field));
            numbers += number;
            fieldNames += QLatin1String(field);
            lines += QStringLiteral("| %1 | `%2` | %3 |")
                         .arg(QString::number(number), QLatin1String(field), typeName<std::decay_t<decltype(value)>>());
        };
        M message;
        M::fields(message, row);
    }
};

#define ADD(name) document.add<wire::name>(#name)

// Messages that are parts of others come before them.
Document written()
{
    Document document;
    document.lines = {
        QStringLiteral("# The messages of the protocol"), QString(),
        QStringLiteral("<!-- SPDX-License-Identifier: GPL-3.0-or-later -->"), QString(),
        QStringLiteral("Written by `tst_protocol_document` from `sync/protocol/Messages.h`, where each is explained. "
                       "What they mean together: [protocol.md](protocol.md).")};
    ADD(OfficeMark), ADD(HelloRequest), ADD(Grant), ADD(LeaseLevel), ADD(HelloResponse);
    ADD(Operation), ADD(PushRequest), ADD(Verdict), ADD(PushResponse);
    ADD(Cursor), ADD(PullRequest), ADD(Entry), ADD(Page), ADD(PullResponse);
    ADD(WaitRequest), ADD(WaitResponse);
    ADD(SnapshotRequest), ADD(PartInfo), ADD(SnapshotManifest), ADD(SnapshotPart);
    ADD(DigestRequest), ADD(RowMark), ADD(DigestResponse), ADD(FetchRequest), ADD(FetchResponse);
    ADD(LeaseRequest), ADD(LeaseBlock), ADD(LeaseReturn), ADD(NumberRequest), ADD(NumberResponse);
    ADD(BlobQuery), ADD(BlobInfo), ADD(BlobStates);
    ADD(EnrolRequest), ADD(EnrolResponse), ADD(LoginRequest), ADD(Person), ADD(LoginResponse), ADD(OfflineGrant);
    ADD(TokenRequest), ADD(Receipt), ADD(Refusal);
    return document;
}

} // namespace

class ProtocolDocumentTest : public QObject
{
    Q_OBJECT
private slots:
    void numbersAndNamesAreGivenOnce() { QVERIFY(!written().doubled); }

    void noMessageIsMissing()
    {
        QFile header(QStringLiteral(YIZHAN_SOURCE_DIR "/sync/protocol/Messages.h"));
        QVERIFY(header.open(QIODevice::ReadOnly));
        QStringList declared;
        for (const QByteArray &line : header.readAll().split('\n')) {
            if (line.startsWith("struct ") && line.contains('{'))
                declared += QString::fromLatin1(line.mid(7, line.indexOf(' ', 7) - 7));
        }
        declared.removeAll(QStringLiteral("Empty")); // says nothing
        QStringList names = written().names;
        names.sort();
        declared.sort();
        QCOMPARE(names, declared);
    }

    void theDocumentIsWhatTheCodeSays()
    {
        const QByteArray now = written().lines.join(u'\n').toUtf8() + '\n';
        QFile file(QStringLiteral(YIZHAN_SOURCE_DIR "/docs/protocol-messages.md"));
        if (qEnvironmentVariableIntValue("YIZHAN_ACCEPT_GOLDEN") == 1) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(now);
            file.close();
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(file.readAll() == now, "docs/protocol-messages.md is not what the code says: run with YIZHAN_ACCEPT_GOLDEN=1");
    }
};

QTEST_GUILESS_MAIN(ProtocolDocumentTest)
#include "ProtocolDocumentTest.moc"
