-- A closed year is a small aggregate like the others. The table that the first
-- script made for it was never written to.
DROP TABLE closing;

CREATE TABLE closing (
  id     TEXT    NOT NULL PRIMARY KEY,
  rev    INTEGER NOT NULL CHECK (rev > 0),
  year   INTEGER NOT NULL,
  person TEXT    REFERENCES person (id),
  body   BLOB    NOT NULL
) STRICT;
CREATE UNIQUE INDEX closing_once ON closing (year);
