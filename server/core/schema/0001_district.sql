-- SPDX-License-Identifier: GPL-3.0-or-later
-- The district's storage. One text for both engines: INTEGER, BLOB, TEXT and WITHOUT ROWID are spelt anew for PostgreSQL
-- (server/core/Schema.cpp). Statements end with a semicolon at the end of a line.

-- Rows as they stand. body = encodeRecord(); hash as in sync/protocol/Digest.h.
CREATE TABLE record (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    office TEXT NOT NULL,
    kind INTEGER NOT NULL,
    version INTEGER NOT NULL,
    hash BLOB NOT NULL,
    versions BLOB NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX record_root ON record (root);

-- Every operation that was ever answered, with its verdict: what makes sending again harmless, the history of rows, and a hash
-- chain an office (hseq, chain).
CREATE TABLE operation (
    device BLOB NOT NULL,
    n INTEGER NOT NULL,
    act INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    record BLOB,
    grp INTEGER NOT NULL,
    office TEXT NOT NULL,
    payload BLOB NOT NULL,
    verdict INTEGER NOT NULL,
    version INTEGER NOT NULL,
    conflict BLOB,
    reason TEXT NOT NULL,
    author BLOB,
    received_at INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    chain BLOB NOT NULL,
    PRIMARY KEY (device, n)
);
CREATE INDEX operation_record ON operation (record, version);
CREATE INDEX operation_office ON operation (office, hseq);

-- The counter row of an office is the last one that a writing transaction takes.
CREATE TABLE office_head (
    office TEXT NOT NULL PRIMARY KEY,
    oseq INTEGER NOT NULL,
    hseq INTEGER NOT NULL,
    chain BLOB NOT NULL,
    digest BLOB NOT NULL,
    row_count INTEGER NOT NULL,
    blob_key BLOB NOT NULL,
    name TEXT NOT NULL
);

-- Only the newest entry of a row. what: 1 put, 2 leave, 3 purge.
CREATE TABLE office_log (
    office TEXT NOT NULL,
    record BLOB NOT NULL,
    oseq INTEGER NOT NULL,
    root BLOB NOT NULL,
    what INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (office, record)
) WITHOUT ROWID;
CREATE INDEX office_log_seq ON office_log (office, oseq);
CREATE INDEX office_log_root ON office_log (office, root, oseq);

CREATE TABLE account (
    id BLOB NOT NULL PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password TEXT NOT NULL,
    second_factor BLOB,
    factor_step INTEGER NOT NULL,
    roles TEXT NOT NULL,
    disabled INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
);
CREATE TABLE account_office (
    account BLOB NOT NULL,
    office TEXT NOT NULL,
    PRIMARY KEY (account, office)
) WITHOUT ROWID;
-- Wrong attempts in a row: scope "login:..." or "address:...".
CREATE TABLE attempt (
    scope TEXT NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at INTEGER NOT NULL
);
-- kind: 1 access, 2 refresh. Only the hash is kept.
CREATE TABLE token (
    hash BLOB NOT NULL PRIMARY KEY,
    account BLOB NOT NULL,
    device BLOB NOT NULL,
    kind INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
);
CREATE INDEX token_account ON token (account);

-- state as wire::DeviceState. stock: generation of the blocks of numbers that it may hold.
CREATE TABLE device (
    id BLOB NOT NULL PRIMARY KEY,
    office TEXT NOT NULL,
    station INTEGER NOT NULL,
    name TEXT NOT NULL,
    platform TEXT NOT NULL,
    program TEXT NOT NULL,
    public_key BLOB NOT NULL,
    state INTEGER NOT NULL,
    enrolled_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    revoked_at INTEGER NOT NULL,
    last_n INTEGER NOT NULL,
    durable_n INTEGER NOT NULL,
    sealed_keys BLOB,
    UNIQUE (office, station)
);
-- A grant that was taken away keeps its row, so that its generation goes on growing.
CREATE TABLE device_grant (
    device BLOB NOT NULL,
    office TEXT NOT NULL,
    generation INTEGER NOT NULL,
    may_write INTEGER NOT NULL,
    in_force INTEGER NOT NULL,
    PRIMARY KEY (device, office)
) WITHOUT ROWID;
CREATE TABLE enrolment_code (
    hash BLOB NOT NULL PRIMARY KEY,
    office TEXT NOT NULL,
    offices TEXT NOT NULL,
    may_write INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    device BLOB
);

CREATE TABLE number_counter (
    series_key TEXT NOT NULL PRIMARY KEY,
    last INTEGER NOT NULL
);
-- The register. state: 1 used, 2 void, 3 returned.
CREATE TABLE number (
    series_key TEXT NOT NULL,
    serial INTEGER NOT NULL,
    number TEXT NOT NULL,
    record BLOB,
    field INTEGER NOT NULL,
    state INTEGER NOT NULL,
    reason TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    PRIMARY KEY (series_key, serial)
);
CREATE INDEX number_record ON number (record);
CREATE INDEX number_text ON number (number);
CREATE INDEX number_returned ON number (series_key, serial) WHERE state = 3;
-- request_n makes asking again harmless.
CREATE TABLE lease (
    series_key TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    device BLOB NOT NULL,
    request_n INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    series TEXT NOT NULL,
    office TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (series_key, first),
    UNIQUE (device, series_key, request_n)
);
CREATE TABLE closed_year (
    series_key TEXT NOT NULL PRIMARY KEY,
    last INTEGER NOT NULL,
    closed_at INTEGER NOT NULL
);
-- Serials that a restore jumped over: handed out maybe in the life that was cut off.
CREATE TABLE number_jump (
    series_key TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (series_key, first)
);

-- What attachments announce, and which pieces of it are here. A piece is a sealed file; after a transfer two offices name it.
CREATE TABLE attachment (
    office TEXT NOT NULL,
    address BLOB NOT NULL,
    sha256 BLOB NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (office, address)
) WITHOUT ROWID;
CREATE TABLE attachment_chunk (
    office TEXT NOT NULL,
    address BLOB NOT NULL,
    chunk INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    file TEXT NOT NULL,
    PRIMARY KEY (office, address, chunk)
) WITHOUT ROWID;

CREATE TABLE snapshot (
    id BLOB NOT NULL PRIMARY KEY,
    office TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    oseq INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    made_at INTEGER NOT NULL
);
CREATE TABLE snapshot_part (
    id BLOB NOT NULL,
    part INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (id, part)
);

CREATE TABLE quarantine (
    device BLOB NOT NULL,
    n INTEGER NOT NULL,
    payload BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (device, n)
);
CREATE TABLE receipt (
    device BLOB NOT NULL PRIMARY KEY,
    salvaged INTEGER NOT NULL,
    lost INTEGER NOT NULL,
    received_at INTEGER NOT NULL
);
CREATE TABLE admin_audit (
    seq INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    act TEXT NOT NULL,
    payload BLOB NOT NULL,
    payload_hash BLOB NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL
);
