-- SPDX-License-Identifier: GPL-3.0-or-later
-- The newest exchange file of each workstation that was taken: none is taken twice, and none after a newer one.
CREATE TABLE bundle (
    device BLOB NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL,
    hash BLOB NOT NULL,
    taken_at INTEGER NOT NULL
);
