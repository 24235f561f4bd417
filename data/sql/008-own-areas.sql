-- Area sets that people bring themselves. They are recorded, so that one undo takes a set away
-- again, and live through a new version of the reference data.
CREATE TABLE own_area_set (
  code TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  overlaps INTEGER NOT NULL CHECK (overlaps IN (0, 1)),
  source TEXT NOT NULL, -- name of the file; '' for a set that was made by hand
  note TEXT NOT NULL,
  digest TEXT NOT NULL -- of all its rows: the same file again changes nothing
) STRICT, WITHOUT ROWID;

-- Borders of its own, in the form of core/geo, where the set is not made of municipalities.
CREATE TABLE own_mesh (
  set_code TEXT NOT NULL PRIMARY KEY,
  data BLOB NOT NULL
) STRICT;

CREATE TABLE own_area (
  set_code TEXT NOT NULL,
  code TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT CHECK (valid_to > valid_from),
  name TEXT NOT NULL CHECK (name <> ''),
  unit INTEGER CHECK (unit >= 0), -- its number in the mesh of the set; NULL: it has members
  PRIMARY KEY (set_code, code, valid_from)
) STRICT, WITHOUT ROWID;

-- What an area is made of: codes of units of the shipped mesh. Their numbers may change.
CREATE TABLE own_area_unit (
  set_code TEXT NOT NULL,
  code TEXT NOT NULL,
  unit_code TEXT NOT NULL,
  PRIMARY KEY (set_code, code, unit_code)
) STRICT, WITHOUT ROWID;
