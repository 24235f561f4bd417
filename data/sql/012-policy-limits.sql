-- Class limits that a policy fixed (a target, a threshold), kept with an indicator: people make
-- them, none come with the reference data.
CREATE TABLE indicator_limits (
  id TEXT NOT NULL PRIMARY KEY, -- drawn by chance
  code TEXT NOT NULL, -- of the indicator
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  limits TEXT NOT NULL CHECK (limits <> ''), -- between classes, ascending, one a line
  words TEXT NOT NULL DEFAULT '', -- what each class is called, lowest first, one a line; or nothing
  source TEXT NOT NULL CHECK (trim (source) <> ''),
  valid_from TEXT, -- a period; NULL: not said
  valid_to TEXT -- the last period they hold for
) STRICT, WITHOUT ROWID;
