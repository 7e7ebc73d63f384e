// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up name goes through everything the store does; afterwards nothing that was left behind shows it.
#include "base/Log.h"
#include "records/kinds/Common.h"
#include "records/kinds/Consultation.h"
#include "records/kinds/Party.h"
#include "tests/support/Samples.h"
#include "tests/support/StoreFixture.h"

#include <QDirIterator>
#include <QTest>

using namespace yizhan;
using namespace yizhan::tests;

namespace {

const QString canary = QStringLiteral("单雄信Canary");
const QString canaryNumber = QStringLiteral("11010519491231002X");

QStringList &logged()
{
    static QStringList lines;
    return lines;
}

void keepLine(QtMsgType, const QMessageLogContext &, const QString &line) { logged().push_back(line); }

bool shows(const QByteArray &bytes)
{
    const auto utf16 = [](const QString &text) {
        return QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    };
    for (const QString &secret : {canary, QStringLiteral("Canary"), canaryNumber, StoreFixture::password()}) {
        if (bytes.contains(secret.toUtf8()) || bytes.contains(utf16(secret)))
            return true;
    }
    return false;
}

} // namespace

class StoreCanaryTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingReadableIsLeftAnywhere()
    {
        QTemporaryDir temporary;
        qputenv("TMPDIR", temporary.path().toUtf8());
        qputenv("SQLITE_TMPDIR", temporary.path().toUtf8());
        const auto before = qInstallMessageHandler(keepLine);
        StoreFixture store;
        work(store);
        int files = 0;
        qint64 bytes = 0;
        const auto search = [&](const QString &folder) {
            QDirIterator found(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (found.hasNext()) {
                QFile file(found.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray content = file.readAll();
                QVERIFY2(!shows(content) && !shows(file.fileName().toUtf8()), qPrintable(file.fileName()));
                ++files;
                bytes += content.size();
            }
        };
        search(store.folder()); // with the write-ahead log of an open store
        store.close();
        search(store.folder());
        search(temporary.path());
        qInstallMessageHandler(before);
        QVERIFY(files > 6 && bytes > 100'000);
        QVERIFY(!shows(logged().join(u'\n').toUtf8()));
    }

    void theSearchWouldHaveFoundIt()
    {
        QVERIFY(shows("..." + canary.toUtf8()));
        QVERIFY(shows(QByteArray(reinterpret_cast<const char *>(canary.utf16()), canary.size() * 2)));
        QVERIFY(!shows("nothing of the kind"));
    }

private:
    static void work(StoreFixture &store)
    {
        const RecordId root = store.create(sampleMediation(canary + QStringLiteral("诉称")));
        store.create(sampleParty(root, canary, canaryNumber));
        store.create(sampleNote(root, canary));
        for (int i = 0; i < 50; ++i)
            store.create(sampleConsultation(canary + QString::number(i)));
        Draft draft;
        draft.kind = Kind::Party;
        draft.record = root;
        draft.body = canary.toUtf8();
        QVERIFY(await(store->saveDraft(draft)));
        QVERIFY(await(store->saveSetting(QStringLiteral("filter"), canary.toUtf8())));
        QVERIFY(await(store->noteSeen(root, QStringLiteral("READ_SENS"), canary)));
        QCOMPARE(await(store->search(canary))->size(), std::size_t{51});
        // errors on the way say nothing either
        const Error refused = store.refused(Operation::set(root, {{&party::name, Value(canary)}}));
        qWarning("%s", qPrintable(refused.toLog()));
        qWarning("%s", qPrintable(store.refused(Operation::create(sampleParty(root, QString(500, u'长') + canary))).toLog()));
        QFile scan(store.folder() + QStringLiteral("/../scan.txt"));
        QVERIFY(scan.open(QIODevice::WriteOnly));
        scan.write(canary.toUtf8());
        scan.close();
        const Result<Inputs> blob = await(store->addBlob(scan.fileName()));
        QVERIFY(blob);
        QVERIFY(scan.remove());
        QVERIFY(await(store->backup(store.folder() + QStringLiteral("/copy.yzbackup"))));
    }
};

QTEST_GUILESS_MAIN(StoreCanaryTest)
#include "StoreCanaryTest.moc"
