-- The whole vocabulary of package org, the journal, and what this file knows
-- of itself.

-- One row: what this file is.
CREATE TABLE file (
  one        INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  id         TEXT    NOT NULL,            -- of this file, for ever
  created_at INTEGER NOT NULL             -- Unix seconds
) STRICT;

-- The data key, wrapped once per way of opening the file.
CREATE TABLE slot (
  n       INTEGER NOT NULL PRIMARY KEY,
  kind    TEXT    NOT NULL CHECK (kind IN ('open', 'password', 'recovery')),
  label   BLOB,                           -- sealed: whose slot it is
  salt    BLOB,
  passes  INTEGER,
  memory  INTEGER,                        -- KiB
  lanes   INTEGER,
  wrapped BLOB    NOT NULL
) STRICT;

-- The devices that this file has lived on; the last one is the active one.
CREATE TABLE device (
  n        INTEGER NOT NULL PRIMARY KEY,
  id       TEXT    NOT NULL UNIQUE,
  since    INTEGER NOT NULL,              -- Unix seconds
  machine  BLOB    NOT NULL,              -- keyed digest of the machine and the folder
  secrets  BLOB    NOT NULL               -- sealed: signing key, identity for receipts
) STRICT;

-- Bundles written, by device and sequence.
CREATE TABLE sent (
  device   TEXT    NOT NULL REFERENCES device (id),
  sequence INTEGER NOT NULL,
  made_at  INTEGER NOT NULL,              -- Unix seconds
  digest   BLOB,                          -- NULL until the file stands verified
  receipt  BLOB,                          -- digest of the receipt, when it came
  body     BLOB    NOT NULL,              -- sealed: content digests, recipient
  PRIMARY KEY (device, sequence)
) STRICT, WITHOUT ROWID;

-- One row: the branch.
CREATE TABLE branch (
  id         TEXT    NOT NULL PRIMARY KEY,
  rev        INTEGER NOT NULL CHECK (rev > 0),
  kind       TEXT    NOT NULL,
  term_start TEXT    NOT NULL,
  term_years INTEGER NOT NULL,
  demo       INTEGER NOT NULL CHECK (demo IN (0, 1)),
  body       BLOB    NOT NULL
) STRICT;

CREATE TABLE person (
  no   INTEGER NOT NULL PRIMARY KEY,      -- roster order; short key for attendance
  id   TEXT    NOT NULL UNIQUE,
  rev  INTEGER NOT NULL CHECK (rev > 0),
  body BLOB    NOT NULL
) STRICT;

-- Dated facts about a person, [from_day, to_day); '' is open. Partial dates
-- keep their precision.
CREATE TABLE spell (
  person   INTEGER NOT NULL REFERENCES person (no),
  n        INTEGER NOT NULL,
  kind     TEXT    NOT NULL CHECK (kind IN ('belonging', 'category', 'group', 'standing', 'post', 'exemption', 'floating', 'lost', 'leader', 'reserve', 'extension')),
  value    TEXT    NOT NULL,
  party_group TEXT NOT NULL,
  from_day TEXT    NOT NULL,
  to_day   TEXT    NOT NULL,
  began    TEXT    NOT NULL,
  ended    TEXT    NOT NULL,
  body     BLOB,
  PRIMARY KEY (person, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
  no           INTEGER NOT NULL PRIMARY KEY,
  id           TEXT    NOT NULL UNIQUE,
  rev          INTEGER NOT NULL CHECK (rev > 0),
  state        TEXT    NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
  level        TEXT    NOT NULL,
  season       TEXT    NOT NULL,
  entered      TEXT    NOT NULL,
  for_activity TEXT    REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
  first_day    TEXT    NOT NULL,
  last_day     TEXT    NOT NULL,
  body         BLOB    NOT NULL
) STRICT;
CREATE INDEX activity_by_day ON activity (last_day, first_day);
CREATE INDEX activity_by_for ON activity (for_activity) WHERE for_activity IS NOT NULL;

CREATE TABLE part (
  activity  INTEGER NOT NULL REFERENCES activity (no),
  n         INTEGER NOT NULL CHECK (n > 0),
  kind      TEXT    NOT NULL,
  form      TEXT    NOT NULL,
  content   TEXT    NOT NULL,
  method    TEXT    NOT NULL,
  day       TEXT    NOT NULL,
  starts    INTEGER NOT NULL CHECK (starts BETWEEN 0 AND 1441), -- minute of the day + 1, 0 unknown
  ends      INTEGER NOT NULL CHECK (ends BETWEEN 0 AND 1441),
  length    TEXT    NOT NULL,
  pause     INTEGER NOT NULL CHECK (pause >= 0),
  minutes   INTEGER NOT NULL CHECK (minutes >= 0),
  certified INTEGER NOT NULL CHECK (certified >= 0), -- 1/1800 学时
  audience  TEXT    NOT NULL CHECK (audience IN ('all', 'committee', 'groups', 'named')),
  chair     INTEGER REFERENCES person (no),
  recorder  INTEGER REFERENCES person (no),
  lecturer  INTEGER REFERENCES person (no),
  body      BLOB    NOT NULL,
  PRIMARY KEY (activity, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX part_by_chair    ON part (chair)    WHERE chair IS NOT NULL;
CREATE INDEX part_by_recorder ON part (recorder) WHERE recorder IS NOT NULL;
CREATE INDEX part_by_lecturer ON part (lecturer) WHERE lecturer IS NOT NULL;

CREATE TABLE resolution (
  activity INTEGER NOT NULL,
  part     INTEGER NOT NULL,
  n        INTEGER NOT NULL,
  kind     TEXT    NOT NULL,
  entitled INTEGER NOT NULL CHECK (entitled >= 0),
  present  INTEGER NOT NULL CHECK (present >= 0),
  yes      INTEGER NOT NULL CHECK (yes >= 0),
  nays     INTEGER NOT NULL CHECK (nays >= 0),
  abstain  INTEGER NOT NULL CHECK (abstain >= 0),
  written  INTEGER NOT NULL CHECK (written >= 0),
  secret   INTEGER NOT NULL CHECK (secret IN (0, 1)),
  body     BLOB    NOT NULL,
  PRIMARY KEY (activity, part, n),
  FOREIGN KEY (activity, part) REFERENCES part (activity, n)
) STRICT, WITHOUT ROWID;

-- part 0 holds for the whole activity.
CREATE TABLE attendance (
  activity INTEGER NOT NULL REFERENCES activity (no),
  person   INTEGER NOT NULL REFERENCES person (no),
  part     INTEGER NOT NULL CHECK (part >= 0),
  due      INTEGER NOT NULL CHECK (due IN (0, 1)),
  may_vote INTEGER NOT NULL CHECK (may_vote IN (0, 1)),
  as_what  TEXT    NOT NULL,
  status   TEXT    NOT NULL CHECK (status IN ('present', 'leave', 'absent', 'late', 'left_early', 'online', 'none')),
  reason   TEXT    NOT NULL,
  minutes  INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
  body     BLOB,
  PRIMARY KEY (activity, person, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_by_person ON attendance (person);

-- The small aggregates, all of one shape: year is 0 and person NULL where the
-- kind has none.
CREATE TABLE plan (
  id     TEXT    NOT NULL PRIMARY KEY,
  rev    INTEGER NOT NULL CHECK (rev > 0),
  year   INTEGER NOT NULL,
  person TEXT    REFERENCES person (id),
  body   BLOB    NOT NULL
) STRICT;

CREATE TABLE reading (
  id     TEXT    NOT NULL PRIMARY KEY,
  rev    INTEGER NOT NULL CHECK (rev > 0),
  year   INTEGER NOT NULL,
  person TEXT    REFERENCES person (id),
  body   BLOB    NOT NULL
) STRICT;

CREATE TABLE review (
  id     TEXT    NOT NULL PRIMARY KEY,
  rev    INTEGER NOT NULL CHECK (rev > 0),
  year   INTEGER NOT NULL,
  person TEXT    REFERENCES person (id),
  body   BLOB    NOT NULL
) STRICT;
CREATE INDEX review_by_person ON review (person) WHERE person IS NOT NULL;
CREATE UNIQUE INDEX review_once ON review (year, person);

CREATE TABLE register (
  id     TEXT    NOT NULL PRIMARY KEY,
  rev    INTEGER NOT NULL CHECK (rev > 0),
  year   INTEGER NOT NULL,
  person TEXT    REFERENCES person (id),
  body   BLOB    NOT NULL
) STRICT;
CREATE INDEX register_by_person ON register (person) WHERE person IS NOT NULL;

CREATE TABLE waiver (
  id     TEXT    NOT NULL PRIMARY KEY,
  rev    INTEGER NOT NULL CHECK (rev > 0),
  year   INTEGER NOT NULL,
  person TEXT    REFERENCES person (id),
  body   BLOB    NOT NULL
) STRICT;
CREATE INDEX waiver_by_person ON waiver (person) WHERE person IS NOT NULL;

CREATE TABLE pack (
  id     TEXT    NOT NULL PRIMARY KEY,
  rev    INTEGER NOT NULL CHECK (rev > 0),
  year   INTEGER NOT NULL,
  person TEXT    REFERENCES person (id),
  body   BLOB    NOT NULL
) STRICT;

-- A closed year's totals, frozen with the digest of the pack they came from.
CREATE TABLE closing (
  year      INTEGER NOT NULL PRIMARY KEY,
  closed_at INTEGER NOT NULL,
  pack      TEXT    NOT NULL,
  body      BLOB    NOT NULL
) STRICT;

-- One row per intention. digest chains over everything but the images
-- themselves, whose digests it covers, so that images can be purged.
CREATE TABLE journal (
  seq    INTEGER NOT NULL PRIMARY KEY,
  at     INTEGER NOT NULL,                -- Unix milliseconds
  op     TEXT    NOT NULL,
  undoes INTEGER REFERENCES journal (seq),
  note   BLOB,                            -- sealed: what it was about, in words
  digest BLOB    NOT NULL CHECK (length(digest) = 32)
) STRICT;
CREATE INDEX journal_by_undoes ON journal (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE change (
  seq      INTEGER NOT NULL REFERENCES journal (seq),
  n        INTEGER NOT NULL,
  kind     TEXT    NOT NULL,
  id       TEXT    NOT NULL,
  rev_from INTEGER NOT NULL,              -- 0: it did not exist
  rev_to   INTEGER NOT NULL,              -- 0: it no longer exists
  before   BLOB,                          -- sealed before-image; NULL when purged or none
  before_digest BLOB,                     -- SHA-256 of the sealed image
  after_mac     BLOB,                     -- keyed digest of the new state
  place    INTEGER NOT NULL DEFAULT 0,    -- roster place of a person that the step took away
  PRIMARY KEY (seq, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_by_id ON change (kind, id, seq);
