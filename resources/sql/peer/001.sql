-- SPDX-License-Identifier: Apache-2.0
-- The file of a renter and host. session_log and commands are the truth; statement and balances repeat what a hub said.
-- A statement ends with a semicolon at the end of a line (core/storage/migration.cpp).

CREATE TABLE jobs (
    id        INTEGER PRIMARY KEY,
    created   INTEGER NOT NULL,                  -- ms since 1970, as all times here
    options   BLOB NOT NULL,                     -- canonical CBOR
    directory TEXT NOT NULL,                     -- where the result goes
    state     TEXT NOT NULL CHECK (state IN ('new', 'running', 'finished', 'failed', 'cancelled'))
) STRICT;

CREATE TABLE sessions (
    contract   BLOB PRIMARY KEY,
    role       TEXT NOT NULL CHECK (role IN ('renter', 'provider')),
    parameters BLOB NOT NULL,
    created    INTEGER NOT NULL,
    done       INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
    outcome    TEXT NOT NULL DEFAULT '',
    directory  TEXT NOT NULL,
    job        INTEGER REFERENCES jobs(id)
) STRICT;

CREATE TABLE session_log (
    contract BLOB NOT NULL REFERENCES sessions(contract),
    seq      INTEGER NOT NULL CHECK (seq >= 0),  -- consecutive from 0 within the contract
    time     INTEGER NOT NULL,
    event    BLOB NOT NULL,                      -- canonical CBOR
    PRIMARY KEY (contract, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE commands (
    number INTEGER PRIMARY KEY,                  -- in the order in which they were made
    id     BLOB NOT NULL UNIQUE,
    hub    TEXT NOT NULL,                        -- for whom it is meant: never sent to another
    kind   TEXT NOT NULL,
    body   BLOB NOT NULL,                        -- canonical CBOR
    done   INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))
) STRICT;

CREATE TABLE statement (
    hub     TEXT NOT NULL,
    number  INTEGER NOT NULL,
    time    INTEGER NOT NULL,
    memo    TEXT NOT NULL,
    gain    INTEGER NOT NULL,                    -- micro-credits, as all amounts here
    balance INTEGER NOT NULL,
    PRIMARY KEY (hub, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE balances (
    hub     TEXT PRIMARY KEY,
    balance INTEGER NOT NULL,
    locked  INTEGER NOT NULL,
    as_of   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE usage (
    contract BLOB NOT NULL REFERENCES sessions(contract),
    phase    TEXT NOT NULL,
    cpu_ns   INTEGER NOT NULL CHECK (cpu_ns >= 0),
    PRIMARY KEY (contract, phase)
) STRICT, WITHOUT ROWID;
