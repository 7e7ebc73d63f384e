-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many lives of the server a restore passed over in a year: a series that begins in that year leaves room for each.
CREATE TABLE number_restart (
    year INTEGER NOT NULL PRIMARY KEY,
    lives INTEGER NOT NULL
);
