-- Where a strand of a project takes place, where that is not simply where the project does.
CREATE TABLE strand_area (
  id INTEGER NOT NULL PRIMARY KEY,
  strand INTEGER NOT NULL REFERENCES strand (id) DEFERRABLE INITIALLY DEFERRED,
  area TEXT NOT NULL,
  surroundings INTEGER CHECK (surroundings IN (0, 1)),
  note TEXT
) STRICT;
CREATE INDEX strand_area_by_strand ON strand_area (strand);
