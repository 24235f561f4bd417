-- Indicators that people made, what belongs to any definition (versions, aliases, breaks, parts,
-- supply and need), cells typed in where a source has none, and counts that are about no area.

-- A kind more and a formula: both tables are made anew, because a CHECK cannot be widened.
CREATE TEMP TABLE kept_indicator AS SELECT * FROM ref_indicator;
DROP TABLE ref_indicator;

CREATE TABLE ref_indicator (
  code TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL, -- the order of lists; the indicators of a theme stand together
  theme TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  definition TEXT NOT NULL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('count', 'ratio', 'other', 'formula')),
  time_kind TEXT NOT NULL
    CHECK (time_kind IN ('stock_first_day', 'stock_last_day', 'flow', 'average', 'cumulative')),
  direction TEXT NOT NULL
    CHECK (direction IN ('neutral', 'higher_is_better', 'lower_is_better', 'lower_is_tighter')),
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 15),
  numerator TEXT,
  denominator TEXT,
  multiplier REAL NOT NULL DEFAULT 1,
  denominator_rule TEXT NOT NULL DEFAULT 'same'
    CHECK (denominator_rule IN ('same', 'latest_before', 'fixed')),
  denominator_max_years INTEGER NOT NULL DEFAULT 0 CHECK (denominator_max_years >= 0),
  denominator_period TEXT,
  weight TEXT,
  threshold_pct REAL NOT NULL DEFAULT 90 CHECK (threshold_pct BETWEEN 0 AND 100),
  source TEXT NOT NULL,
  licence TEXT NOT NULL,
  table_url TEXT,
  note TEXT,
  has_data INTEGER NOT NULL CHECK (has_data IN (0, 1)),
  formula TEXT,
  CHECK ((kind = 'ratio') = (numerator IS NOT NULL AND denominator IS NOT NULL)),
  CHECK ((denominator_rule = 'fixed') = (denominator_period IS NOT NULL)),
  CHECK ((kind = 'formula') = (formula IS NOT NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO ref_indicator SELECT *, NULL FROM temp.kept_indicator;
DROP TABLE temp.kept_indicator;

-- An indicator of the office's own; its code never is one of the reference data at birth, and
-- where new reference data take that code the office's own wins.
CREATE TABLE indicator (
  code TEXT NOT NULL PRIMARY KEY,
  rank REAL NOT NULL, -- order within its theme, after the reference indicators
  theme TEXT NOT NULL CHECK (theme <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  name_en TEXT NOT NULL DEFAULT '',
  definition TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('count', 'ratio', 'other', 'formula')),
  time_kind TEXT NOT NULL
    CHECK (time_kind IN ('stock_first_day', 'stock_last_day', 'flow', 'average', 'cumulative')),
  direction TEXT NOT NULL
    CHECK (direction IN ('neutral', 'higher_is_better', 'lower_is_better', 'lower_is_tighter')),
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 15),
  numerator TEXT,
  denominator TEXT,
  multiplier REAL NOT NULL DEFAULT 1,
  denominator_rule TEXT NOT NULL DEFAULT 'same'
    CHECK (denominator_rule IN ('same', 'latest_before', 'fixed')),
  denominator_max_years INTEGER NOT NULL DEFAULT 0 CHECK (denominator_max_years >= 0),
  denominator_period TEXT,
  weight TEXT,
  threshold_pct REAL NOT NULL DEFAULT 90 CHECK (threshold_pct BETWEEN 0 AND 100),
  source TEXT NOT NULL DEFAULT '',
  licence TEXT NOT NULL DEFAULT '',
  table_url TEXT,
  note TEXT,
  formula TEXT
) STRICT, WITHOUT ROWID;

CREATE TEMP TABLE kept_overlay AS SELECT * FROM indicator_overlay;
DROP TABLE indicator_overlay;

-- What staff changed of a reference definition, field by field; empty text stands for none.
CREATE TABLE indicator_overlay (
  code TEXT NOT NULL,
  field TEXT NOT NULL
    CHECK (field IN ('theme', 'name', 'name_en', 'definition', 'unit', 'kind', 'time_kind',
      'direction', 'decimals', 'numerator', 'denominator', 'multiplier', 'denominator_rule',
      'denominator_max_years', 'denominator_period', 'weight', 'threshold_pct', 'source',
      'licence', 'table_url', 'note', 'formula')),
  value TEXT NOT NULL,
  PRIMARY KEY (code, field)
) STRICT, WITHOUT ROWID;

INSERT INTO indicator_overlay SELECT * FROM temp.kept_overlay;
DROP TABLE temp.kept_overlay;

-- What an indicator means from some period on. Where it took the place of another code, the
-- figures of that one stand before it, with a break between them.
CREATE TABLE ref_indicator_version (
  code TEXT NOT NULL,
  valid_from TEXT NOT NULL, -- a period
  follows TEXT, -- code of the indicator that was published before
  definition TEXT NOT NULL,
  note TEXT,
  PRIMARY KEY (code, valid_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_version (
  code TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  follows TEXT,
  definition TEXT NOT NULL,
  note TEXT,
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)), -- the reference row of that key
  PRIMARY KEY (code, valid_from)
) STRICT, WITHOUT ROWID;

-- Other names under which people look for it.
CREATE TABLE ref_indicator_alias (
  code TEXT NOT NULL,
  alias TEXT NOT NULL,
  PRIMARY KEY (code, alias)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_alias (
  code TEXT NOT NULL,
  alias TEXT NOT NULL CHECK (trim (alias) <> ''),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  PRIMARY KEY (code, alias)
) STRICT, WITHOUT ROWID;

-- The first period that cannot be compared with the ones before it. Breaks of a new definition
-- follow from its versions, breaks of areas from the areas; these are the source's own.
CREATE TABLE ref_indicator_break (
  code TEXT NOT NULL,
  period TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (code, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_break (
  code TEXT NOT NULL,
  period TEXT NOT NULL,
  reason TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  PRIMARY KEY (code, period)
) STRICT, WITHOUT ROWID;

-- The parts of a total, in the order of the list; parts is one code a line.
CREATE TABLE ref_indicator_breakdown (
  id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL, -- of the total
  label TEXT NOT NULL,
  is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1)), -- the parts add up to the total
  parts TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_breakdown (
  id TEXT NOT NULL PRIMARY KEY, -- of the reference row that it replaces, else drawn by chance
  code TEXT NOT NULL,
  label TEXT NOT NULL CHECK (label <> ''),
  is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1)),
  parts TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Three indicators that belong together: what there is, what is needed, and the difference.
CREATE TABLE ref_indicator_gap (
  id TEXT NOT NULL PRIMARY KEY,
  label TEXT NOT NULL,
  supply TEXT NOT NULL,
  need TEXT NOT NULL,
  gap TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_gap (
  id TEXT NOT NULL PRIMARY KEY,
  label TEXT NOT NULL CHECK (label <> ''),
  supply TEXT NOT NULL,
  need TEXT NOT NULL,
  gap TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT, WITHOUT ROWID;

-- 1: no correction but a figure that its source published and that was typed in where the file
-- had none.
ALTER TABLE cell_correction ADD COLUMN entered INTEGER NOT NULL DEFAULT 0 CHECK (entered IN (0, 1));

-- A difference between two areas that a source states without the figures themselves.
CREATE TABLE area_gap (
  id INTEGER NOT NULL PRIMARY KEY,
  indicator TEXT NOT NULL,
  area TEXT NOT NULL, -- SET:CODE
  other_area TEXT, -- SET:CODE, where it is an area of ours …
  other_name TEXT, -- … else as the source calls it
  period TEXT NOT NULL,
  value REAL, -- the other less this one; NULL: not said
  missing TEXT NOT NULL DEFAULT 'value'
    CHECK (missing IN ('value', 'unknown', 'hidden', 'not_applicable', 'not_yet')),
  qualifier TEXT CHECK (qualifier IN ('about', 'below', 'above')),
  unit TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT,
  CHECK ((value IS NOT NULL) = (missing = 'value'))
) STRICT;

-- A count of the office's own, about a place, an organisation, a body, a project or an action:
-- never a statistic of an area, so it stands apart and is never summed into one.
CREATE TABLE own_count (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  unit TEXT NOT NULL,
  subject_kind TEXT NOT NULL
    CHECK (subject_kind IN ('place', 'organisation', 'body', 'project', 'action', 'other')),
  subject_key TEXT, -- of the row it hangs on, where the file has one
  subject_name TEXT NOT NULL CHECK (trim (subject_name) <> ''),
  note TEXT
) STRICT;

CREATE TABLE own_count_value (
  id INTEGER NOT NULL PRIMARY KEY,
  count_id INTEGER NOT NULL,
  date TEXT, -- a period: a day, a month, a year; NULL: not known
  value REAL,
  qualifier TEXT CHECK (qualifier IN ('about', 'below', 'above')),
  missing TEXT NOT NULL DEFAULT 'value'
    CHECK (missing IN ('value', 'unknown', 'hidden', 'not_applicable', 'not_yet')),
  source TEXT,
  note TEXT,
  CHECK ((value IS NOT NULL) = (missing = 'value'))
) STRICT;
