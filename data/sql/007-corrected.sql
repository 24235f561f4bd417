-- What the source said when a figure was corrected, so that a source that was mended since is told:
-- a number, or the kind of missing; NULL where it was not kept yet.
ALTER TABLE cell_correction ADD COLUMN replaced TEXT;
