-- What a file called an indicator whose figures came with it: the head of a column, or a name in its
-- rows. It holds as long as a vector of the indicator refers to that import.
CREATE TABLE import_label (
  batch TEXT NOT NULL, -- import_batch.id
  indicator TEXT NOT NULL,
  label TEXT NOT NULL CHECK (trim (label) <> ''),
  PRIMARY KEY (batch, indicator, label)
) STRICT, WITHOUT ROWID;
