-- What people keep of what they looked at: set, area, date, indicator, classes. Where a window was
-- left is in view_state: that is neither undone nor exchanged.
CREATE TABLE saved_view (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  rank REAL NOT NULL, -- order in the menu; fractions come between
  spec TEXT NOT NULL -- JSON of a figure
) STRICT;
