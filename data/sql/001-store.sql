-- What the store keeps for itself. A migration is never edited after a release.
CREATE TABLE store_meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row per user action: the changeset of SQLite's session extension, and what it is called.
CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  office INTEGER NOT NULL,
  office_sequence INTEGER NOT NULL,
  schema_version INTEGER NOT NULL,
  made_at INTEGER NOT NULL, -- microseconds since 1970, UTC
  message_id TEXT NOT NULL, -- untranslated, so that its name follows the language
  arguments TEXT, -- a GVariant tuple in text form
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  changeset BLOB NOT NULL,
  UNIQUE (office, office_sequence)
) STRICT;

-- Where the person was looking: neither undone nor exchanged.
CREATE TABLE view_state (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Half-typed forms, kept until they are saved or thrown away.
CREATE TABLE draft (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  changed_at INTEGER NOT NULL -- microseconds since 1970, UTC
) STRICT, WITHOUT ROWID;
