// SPDX-License-Identifier: GPL-3.0-or-later
// Every message between workstation and district server. docs/protocol.md says how they are used.
#pragma once

#include "base/Id.h"
#include "base/Time.h"
#include "records/Declaration.h"
#include "sync/protocol/Version.h"

#include <QByteArray>
#include <QString>
#include <vector>

// Declares the fields of a message: number in CBOR, name in JSON, member (sync/protocol/Message.h).
#define YIZHAN_MESSAGE(...)                                                                                                    \
    template <class Self, class Visit>                                                                                         \
    static void fields(Self &self, Visit &visit)                                                                               \
    {                                                                                                                          \
        __VA_ARGS__                                                                                                            \
    }

namespace yizhan::wire {

inline constexpr int protocolVersion = 1;
inline constexpr int oldestProtocol = 1;
// Of the release that writes the message: records/Declaration.h.
inline int ownSchema() { return Declaration::current().schema(); }

// Offices as codes of the directory ("JO01"). The district's own records (offices, people, workstations) have a log of
// their own under this name; every workstation is granted it.
inline constexpr const char *districtLog = "*";

// ---- hello: POST /v1/hello, signed by the workstation; needs no login, so that a locked one can be told to wipe -------------

struct OfficeMark { // how far an office's log was read; for a server that was restored to notice it
    QString office;
    std::int64_t oseq = 0;
    YIZHAN_MESSAGE(visit(1, "office", self.office); visit(2, "oseq", self.oseq);)
};

struct HelloRequest {
    int oldest = oldestProtocol;
    int newest = protocolVersion;
    int schema = ownSchema();
    QString release;
    Epoch epoch = 0;               // last one seen; 0 = none
    std::int64_t answeredUpto = 0; // highest own operation that a server ever answered
    std::vector<OfficeMark> marks;
    YIZHAN_MESSAGE(visit(1, "oldest", self.oldest); visit(2, "newest", self.newest); visit(3, "schema", self.schema);
                   visit(4, "release", self.release); visit(5, "epoch", self.epoch);
                   visit(6, "answered_upto", self.answeredUpto); visit(7, "marks", self.marks);)
};

enum class DeviceState : std::uint8_t { Good = 0, Revoked = 1, Wipe = 2 };

struct Grant {
    QString office;
    std::int64_t generation = 0; // grows when the grant is given anew: pages of an older one are thrown away
    bool write = true;
    QByteArray key; // of the office: attachments are addressed by HMAC-SHA-256(key, sha256 of the content)
    YIZHAN_MESSAGE(visit(1, "office", self.office); visit(2, "generation", self.generation); visit(3, "write", self.write);
                   visit(4, "key", self.key);)
};

struct LeaseLevel { // what the server wants kept in stock at this workstation
    QString series;
    int keep = 0; // size of a block
    int low = 0;  // ask for another one below this
    YIZHAN_MESSAGE(visit(1, "series", self.series); visit(2, "keep", self.keep); visit(3, "low", self.low);)
};

struct HelloResponse {
    int protocol = protocolVersion;
    int schema = ownSchema();
    int minimumSchema = 1; // older clients may push, not pull
    DeviceState state = DeviceState::Good;
    Epoch epoch = 0;
    std::int64_t lastN = 0;       // highest operation of this workstation that stands on the server
    std::int64_t durableUpto = 0; // operations up to here have a second copy: the workstation may forget them
    int keepDays = 30;            // ... but not before they are this old
    Instant serverTime;
    std::vector<Grant> grants;
    std::vector<LeaseLevel> leases;
    QString district;
    bool closing = false;    // the device's state is not Good: send what is unsent to /v1/salvage first, if you still can
    QByteArray certificates; // as EnrolResponse::certificates: believed from the next connection on; empty = as before
    YIZHAN_MESSAGE(visit(1, "protocol", self.protocol); visit(2, "schema", self.schema);
                   visit(3, "minimum_schema", self.minimumSchema); visit(4, "state", self.state); visit(5, "epoch", self.epoch);
                   visit(6, "last_n", self.lastN); visit(7, "durable_upto", self.durableUpto);
                   visit(8, "keep_days", self.keepDays); visit(9, "server_time", self.serverTime);
                   visit(10, "grants", self.grants); visit(11, "leases", self.leases); visit(12, "district", self.district);
                   visit(13, "closing", self.closing); visit(14, "certificates", self.certificates);)
};

// ---- push: POST /v1/push ----------------------------------------------------------------------------------------------------

enum class Act : std::uint8_t { Create = 1, Set = 2, Withdraw = 3, Restore = 4, Append = 5, Transfer = 6 };

struct Operation {
    std::int64_t n = 0;   // dense per workstation from 1: the key that makes sending again harmless
    std::int64_t txn = 0; // operations of one user transaction are taken together
    Act act = Act::Set;
    std::uint16_t kind = 0;
    RecordId record;
    RecordId root;
    RecordId parent;         // Create, Append of a child
    QString office;          // of the row as the workstation saw it
    std::uint16_t group = 0; // Set: merge group, records/FieldVersions.h
    QByteArray values;       // Create, Append: encodeFields(); Set: encodeSome(); Transfer: the new office in UTF-8
    Version base = 0;        // version of the group that the person looked at; 0 = never acknowledged
    std::int64_t prev = 0;   // the workstation's own operation that this one follows in the same group; 0 = none
    QString transition;
    QString reason;
    Instant clientTime; // as declared; never decides anything
    RecordId user;
    int format = 1;
    YIZHAN_MESSAGE(visit(1, "n", self.n); visit(2, "txn", self.txn); visit(3, "act", self.act); visit(4, "kind", self.kind);
                   visit(5, "record", self.record); visit(6, "root", self.root); visit(7, "parent", self.parent);
                   visit(8, "office", self.office); visit(9, "group", self.group); visit(10, "values", self.values);
                   visit(11, "base", self.base); visit(12, "prev", self.prev); visit(13, "transition", self.transition);
                   visit(14, "reason", self.reason); visit(15, "client_time", self.clientTime); visit(16, "user", self.user);
                   visit(17, "format", self.format);)
};

struct PushRequest {
    Epoch epoch = 0;
    int schema = ownSchema();
    std::vector<Operation> operations; // ascending, dense; at most 500, whole transactions (a larger one alone)
    YIZHAN_MESSAGE(visit(1, "epoch", self.epoch); visit(2, "schema", self.schema); visit(3, "operations", self.operations);)
};

// In the reason of a verdict: taken together with what stood, the row holds what the author has not seen.
inline constexpr const char *combined = "COMBINED";

enum class VerdictCode : std::uint8_t { Applied = 1, Same = 2, Conflict = 3, Refused = 4 };

struct Verdict {
    std::int64_t n = 0;
    VerdictCode code = VerdictCode::Applied;
    Version version = 0; // Applied, Same: of the group now, and the record's; Conflict: of the value that stands
    RecordId conflict;   // Conflict, Refused: the record that keeps the late value
    QString reason; // Conflict, Refused: code of conflict_origin; Applied, Same: nothing, or COMBINED with what others wrote
    YIZHAN_MESSAGE(visit(1, "n", self.n); visit(2, "code", self.code); visit(3, "version", self.version);
                   visit(4, "conflict", self.conflict); visit(5, "reason", self.reason);)
};

struct PushResponse {
    Epoch epoch = 0;
    std::int64_t upto = 0;         // operations up to here have a verdict, now or from an earlier sending
    std::vector<Verdict> verdicts; // for the operations of the request that are <= upto
    std::int64_t durableUpto = 0;
    YIZHAN_MESSAGE(visit(1, "epoch", self.epoch); visit(2, "upto", self.upto); visit(3, "verdicts", self.verdicts);
                   visit(4, "durable_upto", self.durableUpto);)
};

// ---- pull: POST /v1/pull ----------------------------------------------------------------------------------------------------

struct Cursor {
    QString office;
    std::int64_t generation = 0;
    std::int64_t oseq = 0; // read up to here
    bool anew = false;     // being read from its beginning: whatever does not come is removed at the head
    YIZHAN_MESSAGE(visit(1, "office", self.office); visit(2, "generation", self.generation); visit(3, "oseq", self.oseq);
                   visit(4, "anew", self.anew);)
};

struct PullRequest {
    QByteArray requestId; // 16 random bytes; an answer to any other request is thrown away
    Epoch epoch = 0;
    int schema = ownSchema();
    std::vector<Cursor> cursors;
    std::int64_t maxBytes = 1 << 20;
    YIZHAN_MESSAGE(visit(1, "request_id", self.requestId); visit(2, "epoch", self.epoch); visit(3, "schema", self.schema);
                   visit(4, "cursors", self.cursors); visit(5, "max_bytes", self.maxBytes);)
};

enum class EntryKind : std::uint8_t { Put = 1, Leave = 2, Purge = 3 };

struct Entry {
    EntryKind what = EntryKind::Put;
    RecordId id;
    Version version = 0; // of the row; for Leave and Purge of the row when it went
    QByteArray row;      // Put: encodeRecord() with the server's bookkeeping
    QByteArray versions; // Put: FieldVersions, moments left out
    YIZHAN_MESSAGE(visit(1, "what", self.what); visit(2, "id", self.id); visit(3, "version", self.version);
                   visit(4, "row", self.row); visit(5, "versions", self.versions);)
};

struct Page {
    QString office;
    std::int64_t generation = 0;
    std::int64_t from = 0;      // the cursor it follows
    std::int64_t to = 0;        // the cursor after it
    std::int64_t head = 0;      // of the office's log in the same snapshot
    std::vector<Entry> entries; // a case is never cut: rows of its later entries come along with its first
    QByteArray digest;          // 16 bytes, when to == head: of all rows of the office after this page
    std::int64_t rows = 0;      // ... and their number
    bool anew = false; // the log has forgotten entries after the cursor (purges): nothing comes, read from the beginning
    YIZHAN_MESSAGE(visit(1, "office", self.office); visit(2, "generation", self.generation); visit(3, "from", self.from);
                   visit(4, "to", self.to); visit(5, "head", self.head); visit(6, "entries", self.entries);
                   visit(7, "digest", self.digest); visit(8, "rows", self.rows); visit(9, "anew", self.anew);)
};

struct PullResponse {
    QByteArray requestId;
    Epoch epoch = 0;
    std::vector<Page> pages; // one an office that has news; all from one snapshot
    bool more = false;       // ask again at once
    Instant serverTime;
    YIZHAN_MESSAGE(visit(1, "request_id", self.requestId); visit(2, "epoch", self.epoch); visit(3, "pages", self.pages);
                   visit(4, "more", self.more); visit(5, "server_time", self.serverTime);)
};

// ---- wait: POST /v1/wait, answered when one of the offices has news, or after 55 s with none
// ---------------------------------

struct WaitRequest {
    std::vector<OfficeMark> marks;
    YIZHAN_MESSAGE(visit(1, "marks", self.marks);)
};

struct WaitResponse {
    std::vector<QString> changed;
    YIZHAN_MESSAGE(visit(1, "changed", self.changed);)
};

// ---- first synchronisation: POST /v1/snapshot, then GET /v1/snapshot/{id}/{part} (a SnapshotPart, Range allowed)
// --------------

struct SnapshotRequest {
    QString office;
    std::int64_t generation = 0;
    YIZHAN_MESSAGE(visit(1, "office", self.office); visit(2, "generation", self.generation);)
};

struct PartInfo {
    std::int64_t bytes = 0; // as transferred
    std::int64_t rows = 0;
    QByteArray sha256; // of the bytes as transferred
    YIZHAN_MESSAGE(visit(1, "bytes", self.bytes); visit(2, "rows", self.rows); visit(3, "sha256", self.sha256);)
};

struct SnapshotManifest {
    QByteArray id;
    QString office;
    Epoch epoch = 0;
    std::int64_t generation = 0;
    std::int64_t oseq = 0; // pull goes on from here once every part is in
    std::int64_t rows = 0;
    std::vector<PartInfo> parts; // open cases first, then the newest
    YIZHAN_MESSAGE(visit(1, "id", self.id); visit(2, "office", self.office); visit(3, "epoch", self.epoch);
                   visit(4, "generation", self.generation); visit(5, "oseq", self.oseq); visit(6, "rows", self.rows);
                   visit(7, "parts", self.parts);)
};

struct SnapshotPart {
    std::vector<Entry> entries;
    YIZHAN_MESSAGE(visit(1, "entries", self.entries);)
};

// ---- repair: POST /v1/digest, POST /v1/fetch
// ---------------------------------------------------------------------------------

struct DigestRequest {
    QString office;
    std::vector<int> buckets; // none: the sums of all 256; else the rows of these buckets
    YIZHAN_MESSAGE(visit(1, "office", self.office); visit(2, "buckets", self.buckets);)
};

struct RowMark {
    RecordId id;
    Version version = 0;
    QByteArray hash; // 16 bytes, Digest.h
    YIZHAN_MESSAGE(visit(1, "id", self.id); visit(2, "version", self.version); visit(3, "hash", self.hash);)
};

struct DigestResponse {
    QString office;
    Epoch epoch = 0;
    std::int64_t oseq = 0;
    QByteArray sums; // 256 x 16 bytes
    std::vector<RowMark> rows;
    YIZHAN_MESSAGE(visit(1, "office", self.office); visit(2, "epoch", self.epoch); visit(3, "oseq", self.oseq);
                   visit(4, "sums", self.sums); visit(5, "rows", self.rows);)
};

struct FetchRequest {
    QString office;
    std::vector<RecordId> ids; // at most 2,000
    YIZHAN_MESSAGE(visit(1, "office", self.office); visit(2, "ids", self.ids);)
};

struct FetchResponse {
    Epoch epoch = 0;
    std::int64_t oseq = 0;
    std::vector<Entry> entries; // Put for what is there, Purge for what is not
    YIZHAN_MESSAGE(visit(1, "epoch", self.epoch); visit(2, "oseq", self.oseq); visit(3, "entries", self.entries);)
};

// ---- numbers: POST /v1/lease, POST /v1/lease/return, POST /v1/number
// ----------------------------------------------------------

struct LeaseRequest {
    QString key; // of the series: store/NumberRegister.h and the server build it alike (records/NumberTable.h)
    QString series;
    QString office;
    int count = 20;
    std::int64_t requestN = 0; // dense per workstation and key: asking again gives the same block
    YIZHAN_MESSAGE(visit(1, "key", self.key); visit(2, "series", self.series); visit(3, "office", self.office);
                   visit(4, "count", self.count); visit(5, "request_n", self.requestN);)
};

struct LeaseBlock {
    QString key;
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::int64_t generation = 0;
    Instant expiresAt;
    YIZHAN_MESSAGE(visit(1, "key", self.key); visit(2, "first", self.first); visit(3, "last", self.last);
                   visit(4, "generation", self.generation); visit(5, "expires_at", self.expiresAt);)
};

struct LeaseReturn { // numbers of blocks of this workstation that will not be used any more
    QString key;
    std::int64_t first = 0;
    std::int64_t last = 0;
    QString reason; // empty: given back unused; else entered as void with this reason
    YIZHAN_MESSAGE(visit(1, "key", self.key); visit(2, "first", self.first); visit(3, "last", self.last);
                   visit(4, "reason", self.reason);)
};

struct NumberRequest { // a final number for a row that waits for one
    RecordId record;
    std::uint16_t field = 0;
    YIZHAN_MESSAGE(visit(1, "record", self.record); visit(2, "field", self.field);)
};

struct NumberResponse {
    QString number;
    YIZHAN_MESSAGE(visit(1, "number", self.number);)
};

// ---- attachments: POST /v1/blob/state, PUT and GET /v1/blob/{address}/{chunk}
// -------------------------------------------------

struct BlobQuery {
    QString office;
    std::vector<QByteArray> addresses; // HMAC-SHA-256(office key, sha256 of the content)
    YIZHAN_MESSAGE(visit(1, "office", self.office); visit(2, "addresses", self.addresses);)
};

struct BlobInfo {
    QByteArray address;
    std::int64_t bytes = 0;   // 0 = unknown here
    std::vector<int> missing; // chunks of 4 MiB that are not here yet; empty and bytes > 0 = whole
    YIZHAN_MESSAGE(visit(1, "address", self.address); visit(2, "bytes", self.bytes); visit(3, "missing", self.missing);)
};

struct BlobStates {
    std::vector<BlobInfo> blobs;
    YIZHAN_MESSAGE(visit(1, "blobs", self.blobs);)
};

// ---- people and workstations: POST /v1/enrol, /v1/login, /v1/token, /v1/salvage, /v1/receipt
// -----------------------------------

struct LoginRequest {
    QString login;
    QString password;
    QString secondFactor;  // six digits; empty = none
    QByteArray sealedKeys; // the store's data key sealed to the escrow key; empty = it is there already
    YIZHAN_MESSAGE(visit(1, "login", self.login); visit(2, "password", self.password);
                   visit(3, "second_factor", self.secondFactor); visit(4, "sealed_keys", self.sealedKeys);)
};

struct Person {
    RecordId user;
    QString login;
    QString name;
    std::vector<QString> roles;
    std::vector<QString> offices;
    YIZHAN_MESSAGE(visit(1, "user", self.user); visit(2, "login", self.login); visit(3, "name", self.name);
                   visit(4, "roles", self.roles); visit(5, "offices", self.offices);)
};

struct LoginResponse {
    QByteArray token; // 15 minutes, this workstation only
    Instant expiresAt;
    QByteArray refresh; // 12 hours
    Instant refreshUntil;
    Person person;
    QByteArray offlineGrant; // signed by the district key: OfflineGrant in CBOR, then 64 bytes
    QByteArray keys; // the store's data key sealed to the workstation's public key, if the store has none for this person
    YIZHAN_MESSAGE(visit(1, "token", self.token); visit(2, "expires_at", self.expiresAt); visit(3, "refresh", self.refresh);
                   visit(4, "refresh_until", self.refreshUntil); visit(5, "person", self.person);
                   visit(6, "offline_grant", self.offlineGrant); visit(7, "keys", self.keys);)
};

struct EnrolRequest {
    QByteArray secret;    // of the one-time code, EnrolmentCode.h
    QByteArray publicKey; // Ed25519 of the workstation
    RecordId device;      // made by the workstation
    QString name;
    QString platform;
    QString release;
    LoginRequest login; // who sits down there: a wrong password leaves the code as good as it was; empty = nobody yet
    YIZHAN_MESSAGE(visit(1, "secret", self.secret); visit(2, "public_key", self.publicKey); visit(3, "device", self.device);
                   visit(4, "name", self.name); visit(5, "platform", self.platform); visit(6, "release", self.release);
                   visit(7, "login", self.login);)
};

struct EnrolResponse {
    RecordId device;
    QString office;
    QString station; // short name, unique in the office: part of provisional numbers
    QString district;
    Epoch epoch = 0;
    QByteArray escrowKey;    // X25519: the data key is sealed to it, so that a second clerk can be let in
    QByteArray districtKey;  // Ed25519: signs bundles, offline grants and replaced data files
    QByteArray certificates; // DER of the district CA, and of the next one if there is any, one after the other
    Instant serverTime;
    LoginResponse person; // as for a login
    YIZHAN_MESSAGE(visit(1, "device", self.device); visit(2, "office", self.office); visit(3, "station", self.station);
                   visit(4, "district", self.district); visit(5, "epoch", self.epoch); visit(6, "escrow_key", self.escrowKey);
                   visit(7, "district_key", self.districtKey); visit(8, "certificates", self.certificates);
                   visit(9, "server_time", self.serverTime); visit(10, "person", self.person);)
};

struct OfflineGrant {
    RecordId device;
    RecordId user;
    std::vector<QString> offices;
    Instant issuedAt;
    Instant until;
    YIZHAN_MESSAGE(visit(1, "device", self.device); visit(2, "user", self.user); visit(3, "offices", self.offices);
                   visit(4, "issued_at", self.issuedAt); visit(5, "until", self.until);)
};

struct TokenRequest {
    QByteArray refresh;
    YIZHAN_MESSAGE(visit(1, "refresh", self.refresh);)
};

struct Receipt {               // signed like every request: a revoked workstation has wiped itself
    std::int64_t salvaged = 0; // operations handed in before
    std::int64_t lost = 0;     // operations that could not be
    YIZHAN_MESSAGE(visit(1, "salvaged", self.salvaged); visit(2, "lost", self.lost);)
};

// ---- refusals
// -------------------------------------------------------------------------------------------------------------------

struct Refusal {
    QString code;   // of the catalogue, e.g. "SV-04"
    QString detail; // never personal data
    Epoch epoch = 0;
    YIZHAN_MESSAGE(visit(1, "code", self.code); visit(2, "detail", self.detail); visit(3, "epoch", self.epoch);)
};

struct Empty {
    YIZHAN_MESSAGE(static_cast<void>(self); static_cast<void>(visit);)
};

} // namespace yizhan::wire
