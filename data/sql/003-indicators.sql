-- Indicators, their figures as vectors over rosters, and what staff lay over both.
-- Vectors are ordinary rowid tables: their blobs are larger than what WITHOUT ROWID is good for.

CREATE TABLE ref_indicator (
  code TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL, -- the order of lists; the indicators of a theme stand together
  theme TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  definition TEXT NOT NULL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('count', 'ratio', 'other')),
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
  CHECK ((kind = 'ratio') = (numerator IS NOT NULL AND denominator IS NOT NULL)),
  CHECK ((denominator_rule = 'fixed') = (denominator_period IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- A frozen ordered list of areas; the id is derived from set, date and codes.
CREATE TABLE ref_roster (
  id TEXT NOT NULL PRIMARY KEY,
  set_code TEXT NOT NULL,
  on_date TEXT NOT NULL, -- ISO 8601: the day whose areas the codes name
  n INTEGER NOT NULL CHECK (n > 0),
  codes TEXT NOT NULL -- one a line
) STRICT, WITHOUT ROWID;

CREATE TABLE ref_vector (
  indicator TEXT NOT NULL,
  period TEXT NOT NULL,
  roster_id TEXT NOT NULL,
  source TEXT NOT NULL,
  licence TEXT NOT NULL,
  extracted_on TEXT, -- ISO 8601; NULL: not known
  batch TEXT, -- the import it came with
  data BLOB NOT NULL,
  PRIMARY KEY (indicator, period, roster_id)
) STRICT;

CREATE TABLE roster (
  id TEXT NOT NULL PRIMARY KEY,
  set_code TEXT NOT NULL,
  on_date TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n > 0),
  codes TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE vector (
  indicator TEXT NOT NULL,
  period TEXT NOT NULL,
  roster_id TEXT NOT NULL,
  source TEXT NOT NULL,
  licence TEXT NOT NULL,
  extracted_on TEXT,
  batch TEXT,
  data BLOB NOT NULL,
  PRIMARY KEY (indicator, period, roster_id)
) STRICT;

-- One value typed in by staff over a cell of a vector; it survives new reference data.
CREATE TABLE cell_correction (
  indicator TEXT NOT NULL,
  period TEXT NOT NULL,
  roster_id TEXT NOT NULL,
  area_code TEXT NOT NULL,
  value REAL,
  missing TEXT NOT NULL DEFAULT 'value'
    CHECK (missing IN ('value', 'unknown', 'hidden', 'not_applicable', 'not_yet')),
  status TEXT NOT NULL DEFAULT 'final'
    CHECK (status IN ('final', 'provisional', 'estimate', 'projection')),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  source TEXT,
  made_at INTEGER NOT NULL, -- microseconds since 1970, UTC
  PRIMARY KEY (indicator, period, roster_id, area_code),
  CHECK ((value IS NOT NULL) = (missing = 'value'))
) STRICT, WITHOUT ROWID;

-- What staff changed of a definition, field by field.
CREATE TABLE indicator_overlay (
  code TEXT NOT NULL,
  field TEXT NOT NULL
    CHECK (field IN ('name', 'definition', 'direction', 'decimals', 'threshold_pct', 'weight', 'note')),
  value TEXT NOT NULL,
  PRIMARY KEY (code, field)
) STRICT, WITHOUT ROWID;

-- What holds for one cell of a vector only.
CREATE TABLE cell_note (
  indicator TEXT NOT NULL,
  period TEXT NOT NULL,
  roster_id TEXT NOT NULL,
  area_code TEXT NOT NULL,
  qualifier TEXT, -- "ongeveer", "meer dan"
  reference_date TEXT, -- where it differs from the vector's period
  footnote TEXT,
  PRIMARY KEY (indicator, period, roster_id, area_code)
) STRICT, WITHOUT ROWID;
