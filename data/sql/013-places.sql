-- Places with a point: a port, a business park, a regional house, later the seat of an organisation.
-- In which municipality a place lies follows from its point; what a source says of that is kept
-- beside it and held against it.
CREATE TABLE place (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  kind TEXT NOT NULL CHECK (trim (kind) <> ''), -- a word of the program, or people's own
  x REAL NOT NULL CHECK (x BETWEEN -1e8 AND 1e8), -- metres of Belgian Lambert 2008 (EPSG:3812)
  y REAL NOT NULL CHECK (y BETWEEN -1e8 AND 1e8),
  municipality TEXT, -- name or code, as the source states it
  address TEXT,
  source TEXT,
  date TEXT, -- a period: of when the source is; NULL: not known
  note TEXT
) STRICT;
