// SPDX-License-Identifier: GPL-3.0-or-later
// Contents of attachments: only what a record announces, piece by piece, sealed on disk, along with a case that moves.
#include "tests/server/Stage.h"

#include "records/CodeList.h"
#include "records/RuleBook.h"
#include "records/kinds/Attachment.h"
#include "server/core/Attachments.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

QByteArray keyOf(const Workstation &at, const QString &office)
{
    for (const wire::Grant &grant : at.greeting.grants) {
        if (grant.office == office)
            return grant.key;
    }
    return {};
}

Record attachmentOf(Workstation &at, const Record &root, const QByteArray &content)
{
    Record record(Kind::Attachment);
    record.set(attachment::sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    record.set(attachment::name, QStringLiteral("协议.pdf"));
    record.set(attachment::size, content.size());
    record.set(attachment::fileClass, sharedRules()->codes().values(QStringLiteral("attachment_class")).front()->code);
    return at.prepared(record, {}, root.id);
}

QByteArray addressOf(const QByteArray &key, const QByteArray &content)
{
    return attachments::addressOf(key, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
}

WireResponse transfer(Workstation &at, const char *method, const QByteArray &address, int chunk, const QByteArray &body = {})
{
    WireRequest request;
    request.method = method;
    request.path = "/v1/blob/" + address.toHex() + '/' + QByteArray::number(chunk);
    request.contentType = contentTypes::bytes;
    request.body = body;
    return at.send(request);
}

wire::BlobInfo stateOf(Workstation &at, const QString &office, const QByteArray &address)
{
    wire::BlobQuery query;
    query.office = office;
    query.addresses = {address};
    return at.ask<wire::BlobStates>("/v1/blob/state", query)->blobs.at(0);
}

// Incompressible, and larger than one piece.
QByteArray largeContent()
{
    SeededRandom random(3);
    QByteArray content(attachments::chunkBytes + 12'345, '\0');
    random.fill(reinterpret_cast<std::uint8_t *>(content.data()), static_cast<std::size_t>(content.size()));
    return content;
}

} // namespace

class AttachmentTest : public QObject
{
    Q_OBJECT

private slots:
    void aContentComesInPiecesAndIsWholeAtTheEnd()
    {
        Stage stage;
        const Record root = stage.withCase();
        const QByteArray content = largeContent();
        const QByteArray address = addressOf(keyOf(stage.one, stage.officeA), content);
        const QByteArray first = content.first(attachments::chunkBytes);
        const QByteArray second = content.sliced(attachments::chunkBytes);
        QCOMPARE(transfer(stage.one, "PUT", address, 0, first).status, 404); // its record comes first
        QCOMPARE(stage.one.pushOne(stage.one.create(attachmentOf(stage.one, root, content))).code, wire::VerdictCode::Applied);
        QCOMPARE(stateOf(stage.one, stage.officeA, address).missing, (std::vector<int>{0, 1}));
        QCOMPARE(transfer(stage.one, "PUT", address, 1, second).status, 200); // in any order
        QCOMPARE(transfer(stage.one, "PUT", address, 1, second).status, 200); // as often as needed
        QCOMPARE(stateOf(stage.one, stage.officeA, address).missing, (std::vector<int>{0}));
        QCOMPARE(transfer(stage.one, "PUT", address, 0, second).status, 400); // not its length
        QCOMPARE(transfer(stage.one, "PUT", address, 7, second).status, 404);
        QCOMPARE(transfer(stage.one, "PUT", address, 0, first).status, 200);
        QCOMPARE(stateOf(stage.two, stage.officeA, address).bytes, content.size());
        QVERIFY(stateOf(stage.two, stage.officeA, address).missing.empty());
        QCOMPARE(transfer(stage.two, "GET", address, 0).body + transfer(stage.two, "GET", address, 1).body, content);
    }

    void aContentThatIsNotWhatWasAnnouncedIsThrownAway()
    {
        Stage stage;
        const Record root = stage.withCase();
        const QByteArray content(5000, 'a');
        const QByteArray address = addressOf(keyOf(stage.one, stage.officeA), content);
        stage.one.pushOne(stage.one.create(attachmentOf(stage.one, root, content)));
        QCOMPARE(transfer(stage.one, "PUT", address, 0, QByteArray(5000, 'b')).status, 400);
        QCOMPARE(stateOf(stage.one, stage.officeA, address).missing, (std::vector<int>{0}));
        QCOMPARE(transfer(stage.one, "PUT", address, 0, content).status, 200);
        QVERIFY(stateOf(stage.one, stage.officeA, address).missing.empty());
    }

    void nothingOnTheDiskCanBeRead()
    {
        Stage stage;
        const Record root = stage.withCase();
        const QByteArray content = QByteArray("CANARY-content").repeated(300);
        const QByteArray address = addressOf(keyOf(stage.one, stage.officeA), content);
        stage.one.pushOne(stage.one.create(attachmentOf(stage.one, root, content)));
        QCOMPARE(transfer(stage.one, "PUT", address, 0, content).status, 200);
        int files = 0;
        QDirIterator all(stage.fixture.folder(), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("CANARY"), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files >= 1);
    }

    void anotherOfficeCannotAskWhetherADocumentIsThere()
    {
        Stage stage;
        const Record root = stage.withCase();
        const QByteArray content(1000, 'c');
        const QByteArray address = addressOf(keyOf(stage.one, stage.officeA), content);
        stage.one.pushOne(stage.one.create(attachmentOf(stage.one, root, content)));
        transfer(stage.one, "PUT", address, 0, content);
        QCOMPARE(transfer(stage.other, "GET", address, 0).status, 404);
        const QByteArray guess = addressOf(keyOf(stage.other, stage.officeB), content);
        QCOMPARE(stateOf(stage.other, stage.officeB, guess).bytes, 0);
        // not even by announcing the same content itself
        const Record own = stage.other.prepared(sampleMediation());
        stage.other.pushOne(stage.other.create(own));
        stage.other.pushOne(stage.other.create(attachmentOf(stage.other, own, content)));
        QCOMPARE(stateOf(stage.other, stage.officeB, guess).missing, (std::vector<int>{0}));
        wire::BlobQuery query;
        query.office = stage.officeA;
        QVERIFY(!stage.other.ask<wire::BlobStates>("/v1/blob/state", query));
        QCOMPARE(stage.other.lastStatus, 403);
    }

    void aCaseThatMovesTakesItsAttachmentsAlong()
    {
        Stage stage;
        const Record root = stage.withCase();
        const QByteArray content(1000, 'd');
        stage.one.pushOne(stage.one.create(attachmentOf(stage.one, root, content)));
        transfer(stage.one, "PUT", addressOf(keyOf(stage.one, stage.officeA), content), 0, content);
        stage.one.pushOne(stage.one.transfer(root, stage.officeB));
        const QByteArray there = addressOf(keyOf(stage.other, stage.officeB), content);
        QVERIFY(stateOf(stage.other, stage.officeB, there).missing.empty());
        QCOMPARE(transfer(stage.other, "GET", there, 0).body, content);
    }

    void aBackupHasTheContentsToo()
    {
        Stage stage;
        const Record root = stage.withCase();
        const QByteArray content(1000, 'e');
        const QByteArray address = addressOf(keyOf(stage.one, stage.officeA), content);
        stage.one.pushOne(stage.one.create(attachmentOf(stage.one, root, content)));
        transfer(stage.one, "PUT", address, 0, content);
        const QString folder = stage.fixture.folder() + QStringLiteral("/backup");
        QCOMPARE(stage.fixture.admin().backup(folder)->attachments, 1);
        QVERIFY(QDir(stage.fixture.folder() + QStringLiteral("/attachments")).removeRecursively());
        QCOMPARE(transfer(stage.one, "GET", address, 0).status, 503);
        QVERIFY(stage.fixture.admin().restore(folder));
        QCOMPARE(transfer(stage.one, "GET", address, 0).body, content);
    }
};

QTEST_GUILESS_MAIN(AttachmentTest)
#include "AttachmentTest.moc"
