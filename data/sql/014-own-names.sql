-- Names that people give areas themselves: villages and postal names that no published list has.
-- One name may be given to two areas; then it means neither by itself.
CREATE TABLE own_name (
  set_code TEXT NOT NULL,
  code TEXT NOT NULL, -- of the area, as its chain is called
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  source TEXT NOT NULL, -- where this is known from; '' where nobody said
  PRIMARY KEY (set_code, code, name)
) STRICT, WITHOUT ROWID;
