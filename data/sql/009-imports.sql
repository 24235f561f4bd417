-- Files that were taken in: which one, with which meaning of its columns, and how many rows.
CREATE TABLE import_batch (
  id TEXT NOT NULL PRIMARY KEY,
  file_name TEXT NOT NULL,
  sha256 TEXT, -- of the file; NULL: it came from no file
  profile TEXT NOT NULL, -- JSON: what its columns meant
  made_at INTEGER NOT NULL, -- microseconds since 1970, UTC
  n_read INTEGER NOT NULL,
  n_taken INTEGER NOT NULL,
  n_ignored INTEGER NOT NULL,
  n_rejected INTEGER NOT NULL,
  source TEXT NOT NULL,
  licence TEXT NOT NULL,
  extracted_on TEXT, -- ISO 8601
  CHECK (n_read = n_taken + n_ignored + n_rejected)
) STRICT, WITHOUT ROWID;

-- What people keep of what the columns of a file mean.
CREATE TABLE import_profile (
  name TEXT NOT NULL PRIMARY KEY CHECK (trim (name) <> ''),
  profile TEXT NOT NULL, -- JSON
  changed_at INTEGER NOT NULL -- microseconds since 1970, UTC
) STRICT, WITHOUT ROWID;
