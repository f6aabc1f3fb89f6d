-- SPDX-License-Identifier: Apache-2.0
-- The hub's file. `log` is the truth; transactions, postings and accounts are projections of what its events posted,
-- written in the same commit. A statement ends with a semicolon at the end of a line (core/storage/migration.cpp).

CREATE TABLE log (
    seq   INTEGER PRIMARY KEY CHECK (seq >= 0),  -- consecutive from 0
    time  INTEGER NOT NULL,                      -- ms of hub time
    event BLOB NOT NULL                          -- canonical CBOR
) STRICT;

CREATE TABLE transactions (
    number  INTEGER PRIMARY KEY,                 -- in the order of the log, from 1
    seq     INTEGER NOT NULL REFERENCES log(seq),
    ordinal INTEGER NOT NULL,                    -- within the event, from 0
    id      BLOB NOT NULL UNIQUE,
    memo    TEXT NOT NULL,
    UNIQUE (seq, ordinal)
) STRICT;

-- balance in micro-credits; minus the issuance account is what circulates.
CREATE TABLE accounts (
    name    TEXT PRIMARY KEY,
    balance INTEGER NOT NULL CHECK (balance >= 0 OR name = 'issuance')
) STRICT, WITHOUT ROWID;

CREATE TABLE postings (
    number  INTEGER NOT NULL REFERENCES transactions(number),
    account TEXT NOT NULL REFERENCES accounts(name),
    gain    INTEGER NOT NULL CHECK (gain <> 0),  -- micro-credits
    PRIMARY KEY (number, account)
) STRICT, WITHOUT ROWID;

CREATE INDEX postings_by_account ON postings (account, number, gain);

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
