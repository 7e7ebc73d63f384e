// SPDX-License-Identifier: GPL-3.0-or-later
// The order of synchronisation: what is asked next and what follows from an answer. No thread, no network, no clock of its own.
#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "store/SyncDoor.h"
#include "store/SyncStatus.h"
#include "sync/engine/Transport.h"
#include "sync/protocol/Digest.h"
#include "sync/protocol/Messages.h"

#include <QFuture>

#include <deque>
#include <map>
#include <memory>
#include <set>

namespace yizhan {

// Driven by its owner: next() says what to do; the answer, or that there is none, is fed back, then next() is asked again. Work
// on the store happens inside these calls, which wait for it; so the owner's thread may not be the one that people look at. The
// same answers at the same times with the same randomness give the same requests. Everything that must survive is in the store:
// a core that is thrown away at any point and made anew goes on where the store stands.
class SyncCore
{
public:
    // `door` may be null: a locked workstation only says hello, so that it can be told to wipe. Pulling `cancel` (any thread)
    // makes a running call come back soon.
    SyncCore(SyncDoor *door, std::shared_ptr<const Workstation> workstation, Clock &clock, Random &random, QString release,
             CancelToken cancel = {});
    ~SyncCore();

    struct Step {
        enum class Kind : std::uint8_t {
            Send, // `request`, and feed the answer back
            Wait, // nothing to do until `until`, or until syncNow() or login()
            Wipe, // close the store, destroy it (Store::wipe, workstation::destroy), then call wiped()
            Stop  // never again: revoked
        };
        Kind kind = Kind::Wait;
        WireRequest request;
        int timeoutMs = 0;
        bool interruptible = false; // a request that only waits for news: abandon it with fail() when there is work
        Instant until;
    };
    Step next();
    void take(const WireResponse &response);
    void fail(const TransportFailure &failure);
    // The owner has given the outstanding request up (stop, work to do): no answer will come, nothing went wrong.
    void abandon();
    bool isOutstanding() const { return m_outstanding != Ask::Nothing; }
    // Operations are on their way; when they are answered the queue is looked at again, whatever is in it by then.
    bool isSending() const { return m_outstanding == Ask::Push || m_writingVerdicts; }

    void login(const QString &login, const QString &password, const QString &secondFactor = {});
    // There is work, or somebody asks: begins a round at once, whatever was waited for.
    void syncNow();
    // A person says that the removal is meant.
    void allowRemoval(const QString &office);
    // After Step::Wipe; the door is not used any more.
    void wiped();

    // Without a line (sync/protocol/Bundle.h): everything unsent and how far was read, as a file for the district; and its
    // answer, which is taken once and only if it answers the newest file. Errors: those of the store; Protocol, Rejected,
    // Forbidden. A file that was taken in part because the store failed may be taken again.
    Result<QByteArray> writeBundle();
    Outcome takeBundle(const QByteArray &file);

    const SyncStatus &status() const { return m_status; }
    // The authorities to believe at the next connection: as the district named them last.
    const QByteArray &certificates() const { return m_certificates; }
    // Reads the queue again: after changes that did not come from here.
    void refreshStatus();

private:
    enum class Ask : std::uint8_t {
        Nothing,
        Hello,
        Login,
        Token,
        Push,
        Pull,
        Manifest,
        Part,
        Sums,
        Marks,
        Fetch,
        Confirm,
        Lease,
        BlobStates,
        BlobPut,
        BlobGet,
        Wait,
        Salvage,
        Receipt
    };
    struct Repair { // of one office, see SyncRepair.cpp
        QString office;
        std::vector<int> buckets;
        std::vector<RecordId> rows;
        int pulls = 0;
    };
    struct FirstCopy { // of one office by snapshot
        wire::SnapshotManifest manifest;
        std::size_t part = 0;  // the first that is not in the store
        std::size_t asked = 0; // on its way
        QByteArray received;
    };
    struct BlobSending { // one content on its way
        BlobTask task;
        QByteArray address;
        QByteArray content; // to be sent, or what has come
        std::vector<int> missing;
        int chunks = 0;
        int chunk = 0;
    };

    // SyncCore.cpp: order and failures
    std::optional<Step> step();
    Step waitStep(Instant until) const;
    void followClock();
    Instant serverTime() const { return Instant{m_clock.now().ms - m_status.clockDifferenceMs.value_or(0)}; }
    template <class M>
    Step ask(Ask what, const char *path, const M &message);
    Step sendNow(Ask what, WireRequest request, int timeoutMs);
    void fallBack(Ask what, const Error &error, std::int64_t atLeastMs = 0);
    void storeFailed(const Error &error);
    Error errorOf(const WireResponse &response) const;
    void notLoggedIn(Ask what, const Error &error, std::int64_t atLeast);
    void refused(Ask what, const WireResponse &response);
    void takeAnswer(Ask what, const WireResponse &response);
    Step finishRound();
    void tell(SyncStage stage) { m_status.stage = stage; }
    template <class T>
    bool stored(const Result<T> &answer);
    template <class M>
    std::optional<M> read(const WireResponse &response);
    QString keptText(const QString &key);
    bool keep(const QString &key, const QByteArray &value);
    bool leaveRepair(Ask what);
    bool hasSpentRung(const QString &office, QChar rung, bool spend);

    // SyncHello.cpp: hello, login, grants, epoch, revocation
    Step helloStep();
    Result<wire::HelloRequest> helloRequest();
    bool learn(const wire::HelloResponse &hello);
    int serverSchema(); // as last heard
    void tookHello(const WireResponse &response);
    bool followEpoch(const wire::HelloResponse &hello);
    bool reopenLost(const wire::HelloResponse &hello);
    bool followOutbox(const wire::HelloResponse &hello);
    bool follow(const wire::HelloResponse &hello);
    bool followCertificates(const wire::HelloResponse &hello);
    Step loginStep();
    void tookLogin(const WireResponse &response);
    void tookToken(const WireResponse &response);
    Step closingStep();
    void tookSalvage(const WireResponse &response);

    // SyncExchange.cpp: push, pull, first copies
    std::optional<Step> pushStep();
    Result<OutboxBatch> batchAfter(std::int64_t answered);
    void tookPush(const WireResponse &response);
    std::optional<Step> pullStep();
    void tookPull(const WireResponse &response);
    bool takePage(wire::Page &&page, Epoch epoch);
    bool startAnew(const wire::Page &page, Epoch epoch);
    std::optional<Step> copyStep(const OfficeCursor &cursor);
    void tookManifest(const WireResponse &response);
    void readPart(const WireResponse &response);
    void tookPart();
    bool writtenDown();
    bool verdictsWritten();
    bool partWritten();
    Step waitForNews();
    void tookWait(const WireResponse &response);

    // SyncRepair.cpp: digests
    bool verify(const QString &office, const AppliedPage &applied, const QByteArray &digest);
    bool countAnew(const QString &office);
    std::optional<Step> repairStep();
    void tookSums(const WireResponse &response);
    void tookMarks(const WireResponse &response);
    void tookFetch(const WireResponse &response);
    void beginRepair(const QString &office);
    void nextRung(const QString &office);
    bool lookWeekly();
    std::optional<Step> confirmStep();
    void tookConfirm(const WireResponse &response);

    // SyncFiles.cpp: numbers and attachments
    std::optional<Step> leaseStep();
    void tookLease(const WireResponse &response);
    void leaveLease();
    std::optional<Step> blobStep();
    void tookBlobStates(const WireResponse &response);
    void tookBlobPut(const WireResponse &response);
    void tookBlobGet(const WireResponse &response);

    SyncDoor *m_door;
    std::shared_ptr<const Workstation> m_workstation;
    Clock &m_clock;
    Random &m_random;
    QString m_release;
    CancelToken m_cancel;
    SyncStatus m_status;
    QByteArray m_certificates;

    Ask m_outstanding = Ask::Nothing;
    Instant m_askedAt;
    bool m_stopped = false;
    bool m_wiped = false;
    bool m_wantHello = true;
    bool m_wantPush = true;
    bool m_wantPull = true;
    bool m_wantFiles = true;
    Instant m_lastSeen;     // by the clock, when it was last asked: a clock that was set back is noticed by it
    Instant m_countedAt;    // status().outbox
    Instant m_completeKept; // status().lastComplete as the store has it
    Instant m_helloDue;
    Instant m_notBefore;
    Instant m_pushNotBefore;
    int m_failures = 0;
    int m_pushFailures = 0;

    // the server as it said hello
    wire::HelloResponse m_server;
    bool m_knowsServer = false;
    std::int64_t m_salvaged = 0;
    std::int64_t m_salvagedUpto = 0;
    std::int64_t m_lost = 0;

    QString m_login;
    QString m_password;
    QString m_secondFactor;
    QByteArray m_token;
    Instant m_tokenUntil;
    QByteArray m_refresh;
    Instant m_refreshUntil;
    int m_tokenRefusals = 0;
    bool m_sendsKeys = false; // with the login on its way

    int m_pushRows;
    qint64 m_pushBytes;
    qint64 m_pullBytes;
    std::vector<std::int64_t> m_pushed; // numbers of the batch on its way
    struct NextBatch {                  // read while the one before is judged; what is queued does not change but by hello()
        QFuture<Result<OutboxBatch>> rows;
        std::int64_t after = 0;
    };
    std::optional<NextBatch> m_nextBatch;
    // What an answer says is written down while the next request is under way; see writtenDown().
    struct WritingVerdicts {
        QFuture<Outcome> done;
        std::int64_t upto = 0;
    };
    struct WritingPart {
        QFuture<Result<AppliedPage>> done;
        QString office;
    };
    std::optional<WritingVerdicts> m_writingVerdicts;
    std::optional<WritingPart> m_writingPart;
    struct ReadPart { // one that has come, until the one before is written
        Result<SyncDoor::Part> rows;
        std::int64_t pauseMs = 0; // if it could not be read
    };
    std::optional<ReadPart> m_readPart;
    QByteArray m_requestId;
    std::map<QString, OfficeDigest> m_digests; // kept up with what is applied
    std::map<QString, FirstCopy> m_copies;
    bool m_noCopies = false; // the server makes none: pages from the beginning
    QString m_copying;       // office whose manifest or part is on its way
    std::deque<Repair> m_repairs;
    std::map<QString, bool> m_allowed; // removals; false: asked, not answered
    std::deque<QString> m_confirming;
    std::deque<wire::LeaseRequest> m_leases;
    std::set<QString> m_withoutBlock; // keys of which the server gives none
    std::deque<BlobSending> m_blobs;
    std::set<QByteArray> m_blobsTried; // in this round
};

} // namespace yizhan
