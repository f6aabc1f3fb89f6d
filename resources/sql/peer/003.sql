-- SPDX-License-Identifier: Apache-2.0
-- Peers that this one rents nothing from and lets nothing to.

CREATE TABLE blocked (
    peer  BLOB PRIMARY KEY CHECK (length(peer) = 32),
    since INTEGER NOT NULL
) STRICT;
