-- SPDX-License-Identifier: GPL-3.0-or-later
-- Retention. What the history chain covers stays when a payload is erased: its hash.
ALTER TABLE operation ADD COLUMN payload_hash BLOB;
CREATE INDEX operation_conflict ON operation (conflict) WHERE conflict IS NOT NULL;
-- A cursor below this one missed entries that the log has forgotten: it reads the office anew.
ALTER TABLE office_head ADD COLUMN purged_before INTEGER NOT NULL DEFAULT 0;
-- 0 = a record names it. Contents that nobody has named for a while are removed.
ALTER TABLE attachment ADD COLUMN unreferenced_at INTEGER NOT NULL DEFAULT 0;
-- Ids of rows that retention removed: they never come back. office: in whose log the purge stands, for a time.
CREATE TABLE purged (
    record BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    office TEXT NOT NULL,
    kind INTEGER NOT NULL,
    purged_at INTEGER NOT NULL
);
CREATE INDEX purged_time ON purged (purged_at);
