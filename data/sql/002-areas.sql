-- Areas through time. Reference tables come with the program and are never recorded; what staff
-- correct is a row on top of them and survives a new version of the reference data.
-- Days are ISO 8601; valid_to is the first day that no longer counts, NULL where it goes on.

-- A set of units on shared boundaries: one block of bytes, in the form of core/geo.
CREATE TABLE ref_mesh (
  code TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  crs TEXT NOT NULL, -- "EPSG:3812"
  data BLOB NOT NULL
) STRICT;

CREATE TABLE ref_unit (
  mesh TEXT NOT NULL REFERENCES ref_mesh (code) DEFERRABLE INITIALLY DEFERRED,
  unit INTEGER NOT NULL CHECK (unit >= 0), -- its number in the mesh
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (mesh, unit),
  UNIQUE (mesh, code)
) STRICT, WITHOUT ROWID;

-- The lines that every map of a mesh must show.
CREATE TABLE ref_attribution (
  mesh TEXT NOT NULL REFERENCES ref_mesh (code) DEFERRABLE INITIALLY DEFERRED,
  rank INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (mesh, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE ref_area_set (
  code TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  mesh TEXT NOT NULL REFERENCES ref_mesh (code) DEFERRABLE INITIALLY DEFERRED,
  partition_of TEXT, -- areas it covers once, as SET:CODE joined by "+"; NULL: none
  partition_from TEXT, -- since when; NULL: since the set exists
  overlaps INTEGER NOT NULL CHECK (overlaps IN (0, 1)),
  rank INTEGER NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  legal_basis TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A code and what it was called, by date.
CREATE TABLE ref_area (
  set_code TEXT NOT NULL REFERENCES ref_area_set (code) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT CHECK (valid_to > valid_from),
  name TEXT NOT NULL,
  name_fr TEXT,
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (set_code, code, valid_from)
) STRICT, WITHOUT ROWID;

-- Areas of the set that all others are made of ("gemeente"), as units of its mesh.
CREATE TABLE ref_area_unit (
  set_code TEXT NOT NULL REFERENCES ref_area_set (code) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  unit INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT CHECK (valid_to > valid_from),
  PRIMARY KEY (set_code, code, unit, valid_from)
) STRICT, WITHOUT ROWID;

-- Areas of all other sets, as areas of that one.
CREATE TABLE ref_member (
  set_code TEXT NOT NULL REFERENCES ref_area_set (code) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  member_code TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT CHECK (valid_to > valid_from),
  certainty TEXT NOT NULL CHECK (certainty IN ('documented', 'inferred')),
  PRIMARY KEY (set_code, code, member_code, valid_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE ref_succession (
  set_code TEXT NOT NULL REFERENCES ref_area_set (code) DEFERRABLE INITIALLY DEFERRED,
  old_code TEXT NOT NULL,
  new_code TEXT NOT NULL,
  on_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('merge', 'move')),
  note TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (set_code, old_code, new_code, on_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE ref_alias (
  set_code TEXT NOT NULL REFERENCES ref_area_set (code) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  alias TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('former', 'also', 'french')),
  valid_from TEXT,
  valid_to TEXT,
  source TEXT NOT NULL,
  PRIMARY KEY (set_code, code, alias)
) STRICT, WITHOUT ROWID;

-- What a member of staff knows better: from valid_from to valid_to the municipality is (present 1)
-- or is not (present 0) in the area, whatever ref_member says. Where two of them hold on one day,
-- the one that begins later does.
CREATE TABLE membership_correction (
  set_code TEXT NOT NULL,
  area_code TEXT NOT NULL,
  member_code TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT CHECK (valid_to > valid_from),
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (set_code, area_code, member_code, valid_from)
) STRICT, WITHOUT ROWID;
