// SPDX-License-Identifier: GPL-3.0-or-later
// The encrypted local store of one workstation: the only door to records, for window, command line, synchronisation.
#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "base/Result.h"
#include "records/Query.h"
#include "records/RuleBook.h"
#include "store/Cancel.h"
#include "store/Change.h"
#include "store/Session.h"

#include <QFuture>
#include <QObject>
#include <functional>
#include <memory>

namespace yizhan {

class SecureBytes;

struct StoreOptions {
    QString folder; // holds vault, database, blobs, backups, lock
    std::shared_ptr<const RuleBook> rules;
    std::shared_ptr<Clock> clock;    // null = system
    std::shared_ptr<Random> random;  // null = system
    bool fastKeys = false;           // tests only: the smallest Argon2id cost
    bool oneThread = false;          // every task runs on the caller's thread before the call returns: simulations
    bool beyondOfflineGrant = false; // opens although the time without the district has ended (Auth otherwise): for what
                                     // shows nothing before the district has let the person in
    QString migrations;              // tests only: a folder of numbered SQL files instead of the shipped ones
};

struct NewStore {
    QString office;    // "JO01"; must be in the directory
    QString login;     // first user
    QString name;      // as shown; empty = login
    QString password;  // at least 10 characters, 3 of 4 classes
    QStringList roles; // empty = OFFICE_HEAD, OFFICE_STAFF, MEDIATOR, AID_CLERK, NOTARY_CLERK (an office that runs alone)
    QString station;   // short name of this workstation, part of provisional numbers; empty = "01"
    RecordId user;     // of the first user's account at the district, whose name their work will bear; null = made here
};

struct CreatedStore {
    QString recoveryKey; // shown once, kept nowhere; groups of letters and digits to be written down
    RecordId user;
};

// Progress of something long: done and total in the same unit, total 0 = unknown. Called on a worker thread.
using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

// Rows of a docket in display order, as ids of this workstation's file: 8 bytes a row.
using RowOrder = std::vector<std::int64_t>;

struct SearchHit {
    Kind kind = Kind::None; // kind of the root
    RecordId root;
    std::int64_t localRow = 0;
    int rank = 0; // 0 exact, 1 initials, 2 part; lower first
};

struct Draft {
    QByteArray key; // user + record + base version, made by the store
    Kind kind = Kind::None;
    RecordId record; // null: a record that does not exist yet
    RecordId parent; // for a new child
    std::int64_t basedOn = 0;
    QByteArray body; // what the form wants back: values and caret, CBOR of the models layer
    Instant savedAt;
};

struct HistoryEntry {
    std::int64_t sequence = 0;
    Instant at;
    RecordId user;
    QString userName;
    QString event; // code of audit_event: CREATE, UPDATE, STATE, READ_SENS ...
    Kind kind = Kind::None;
    RecordId record;
    QString transition; // name, for STATE
    QString reason;
    struct Field {
        const FieldSpec *field = nullptr;
        Value before;
        Value after;
    };
    std::vector<Field> fields;
};

struct StoreStats {
    std::vector<std::pair<const RecordSpec *, std::int64_t>> counts; // rows a kind, withdrawn ones left out
    std::int64_t unsent = 0;                                         // operations in the outbox
    Instant oldestUnsent;                                            // meaningful if unsent > 0
    std::int64_t auditRows = 0;
    std::int64_t databaseBytes = 0;
    std::int64_t blobBytes = 0;
    Instant lastBackup; // ms 0 = never
    int schemaVersion = 0;
    QString cipherVersion;
};

class Store : public QObject
{
    Q_OBJECT
public:
    // Makes folder, vault, database and first user. Errors: Constraint (weak password, unknown office), Busy, Io, DiskFull,
    // Rejected (the folder already holds a store). Blocks for the key derivation (about a second).
    static Result<CreatedStore> create(const StoreOptions &options, const NewStore &wish);
    // Errors: WrongKey (also for an unknown login: the answer does not tell which), Auth (too many wrong passwords: the seconds
    // to wait; or the account was closed; or the time without the district has ended, see offlineEnded), Busy (the holder is
    // named), NotFound (no store there), Corrupt, TooNew, Io. Blocks like create().
    static Result<std::unique_ptr<Store>> open(const StoreOptions &options, const QString &login, const QString &password);
    // With the recovery key: the slot of `login` gets the new password, then as open().
    static Result<std::unique_ptr<Store>> recover(const StoreOptions &options, const QString &recoveryKey, const QString &login,
                                                  const QString &newPassword);
    // Lets a person in whom the district has let in: a slot for `login`, or a new password for the one there is, by the data
    // key that the district has kept (workstation::openSealed()). `user` is the district's account, whose record has to be here
    // by the next opening. Errors: WrongKey (another store's key), Constraint (weak password, unfit login), Busy, NotFound, Io.
    static Outcome admit(const StoreOptions &options, const SecureBytes &dataKey, const QString &login, const RecordId &user,
                         const QString &password);
    // Logins that have a slot, for the unlock window; readable without a key.
    static QStringList logins(const QString &folder);
    static bool exists(const QString &folder);
    // Destroys the vault's slots, then the files: what a revoked workstation does. Errors: Io.
    static Outcome wipe(const QString &folder);

    // Closes: running reads are interrupted, queued writes are finished, no checkpoint, keys wiped. At most 0.3 s of work.
    ~Store() override;

    const Session &session() const;
    const StoreOptions &options() const;
    std::shared_ptr<const RuleBook> rules() const;
    // Another snapshot of the data files: derived dates are computed anew in the background; changed() tells.
    QFuture<Outcome> setRules(std::shared_ptr<const RuleBook> rules);

    // What the program does by itself each day: steps that are due without a person, dates that depend on today. Runs after
    // opening and at midnight; here for programs that must know it done. Background of the writer thread.
    QFuture<Outcome> runDueWork(Progress progress = {});

    // One transaction on the writer thread: rows, derived columns, search, audit, outbox, draft's end; all or nothing.
    // Errors: Constraint (validation, names the field), Rejected (guards), Forbidden, Conflict, NotFound, DiskFull, Io, Busy.
    QFuture<Result<ChangeSet>> submit(Change change);
    // A dry run of one operation: what would stand against it. Look-up thread.
    QFuture<Result<std::vector<Unmet>>> unmet(const RecordId &target, const QString &transition, const Inputs &inputs = {});

    // Reads. Each sees one committed state. A cancelled token answers Error::Cancelled.
    // First rows of a docket by keyset, never counted first: at most query.limit (default 200) rows with their list columns.
    QFuture<Result<std::vector<Record>>> firstRows(const Query &query, CancelToken cancel = {});
    QFuture<Result<RowOrder>> order(const Query &query, CancelToken cancel = {});
    // Rows by id with their list columns, in the order asked for; rows gone meanwhile are null Records.
    QFuture<Result<std::vector<Record>>> rowsAt(Kind kind, std::vector<std::int64_t> localRows, CancelToken cancel = {});
    QFuture<Result<std::int64_t>> count(const Query &query, CancelToken cancel = {});
    QFuture<Result<Record>> record(const RecordId &id);       // NotFound; any kind
    QFuture<Result<CaseFile>> caseFile(const RecordId &root); // whole case; NotFound
    QFuture<Result<std::vector<Record>>> list(const Query &query,
                                              CancelToken cancel = {}); // whole rows, for scripts and exports
    QFuture<Result<std::vector<SearchHit>>> search(const QString &text, int limit = 200, CancelToken cancel = {});
    QFuture<Result<std::vector<HistoryEntry>>> history(const RecordId &id); // newest last; a root's includes its children's
    QFuture<Result<StoreStats>> stats();
    // Find a record by its case number or provisional number (half or full width), or by id text. NotFound, Conflict (several).
    QFuture<Result<Record>> byNumber(const QString &number);
    // Names for references (staff, users, projects, villages): id -> title. Missing ids are left out.
    QFuture<Result<QHash<RecordId, QString>>> titles(std::vector<RecordId> ids);

    // Somebody looked at unmasked data, printed or exported: goes to the audit. `event` is a code of audit_event.
    QFuture<Outcome> noteSeen(const RecordId &record, const QString &event, const QString &reason);

    // Drafts: sealed with the user's draft key inside the store, no audit, no outbox.
    QFuture<Result<Draft>> saveDraft(Draft draft);
    QFuture<Result<std::vector<Draft>>> drafts(); // of this user, newest first
    QFuture<Outcome> dropDraft(const QByteArray &key);

    // Small settings of this user on this workstation (columns, filters, language); encrypted like everything else.
    QFuture<Outcome> saveSetting(const QString &key, const QByteArray &value);
    QFuture<Result<QByteArray>> setting(const QString &key); // empty if never saved

    // Attachments. add: reads the file, encrypts it in chunks outside the database, answers the fields for an Attachment
    // record (sha256, size, name); the record itself is created by a Change. read: the whole content, hash verified.
    QFuture<Result<Inputs>> addBlob(const QString &file, Progress progress = {});
    QFuture<Result<QByteArray>> readBlob(const QByteArray &sha256);

    // Users of this store. A new slot needs the current user's right to manage users.
    QFuture<Outcome> addUser(const QString &login, const QString &name, const QString &password, const QStringList &roles);
    QFuture<Outcome> changePassword(const QString &oldPassword, const QString &newPassword);

    // One container: vault header, database, blobs, manifest; written beside its name, opened and checked with this store's
    // key, and only then renamed. Errors: Corrupt (the check failed; nothing is left that calls itself a backup), Rejected
    // (there is a file of that name), DiskFull, Io.
    QFuture<Outcome> backup(const QString &file, Progress progress = {}, CancelToken cancel = {});
    // Unpacks a backup into an empty or absent folder after checking it with the password. Static: no store is open.
    static Outcome restore(const QString &file, const StoreOptions &into, const QString &login, const QString &password,
                           Progress progress = {});

    struct Check {
        QString part;
        bool good = true;
        QString detail;
    };
    // Pages, indexes, search tables, blobs, derived columns against what stands. Minutes on a large store.
    QFuture<Result<std::vector<Check>>> verify(Progress progress = {}, CancelToken cancel = {});
    struct AuditCheck {
        std::int64_t rows = 0;
        std::int64_t firstBroken = -1;
    }; // -1 = the chain holds
    QFuture<Result<AuditCheck>> verifyAudit(Progress progress = {}, CancelToken cancel = {});
    // Computes derived columns, list indexes and search tables anew, in slices of at most 50 ms on the writer thread: what is
    // saved meanwhile goes first. Until it is done, searches find only a part; given up or cut short, it goes on in the
    // background after the next opening.
    QFuture<Outcome> rebuild(Progress progress = {}, CancelToken cancel = {});

signals:
    // After each committed transaction, on the thread the store lives in.
    void changed(const yizhan::ChangeSet &changes);

private:
    struct Private;
    friend struct StoreOpening;
    friend class SyncDoor;
    explicit Store(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

// Waits for a future and answers its result; for programs without an event loop and for tests, never on the GUI thread.
template <class T>
T await(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace yizhan

Q_DECLARE_METATYPE(yizhan::ChangeSet)
