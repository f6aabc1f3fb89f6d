-- SPDX-License-Identifier: Apache-2.0
-- A job that its user has cancelled stays open until its contract is left, and is begun nowhere else meanwhile.

ALTER TABLE jobs ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1));
