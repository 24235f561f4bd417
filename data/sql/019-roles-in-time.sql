-- Since when and until when a body has a role, a theme weighs as it does, and a body is of another kind than now.
ALTER TABLE role ADD COLUMN starts TEXT;
ALTER TABLE role ADD COLUMN ends TEXT;
ALTER TABLE theme_weight ADD COLUMN starts TEXT;
ALTER TABLE theme_weight ADD COLUMN ends TEXT;

CREATE TABLE body_orientation (
  id INTEGER NOT NULL PRIMARY KEY,
  body INTEGER NOT NULL REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  orientation TEXT NOT NULL
    CHECK (orientation IN ('consultation', 'projects', 'combination', 'ambiguous',
      'undescribed')),
  starts TEXT,
  ends TEXT,
  document INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  page TEXT,
  quote TEXT
) STRICT;
CREATE INDEX body_orientation_by_body ON body_orientation (body);
