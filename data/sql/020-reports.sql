-- A progress report is of a plan, or of a body with all plans that its year programmes draw from. What came in
-- when the report of its days was frozen already stands in the next one, under a head of its own; and where the
-- targets stood on the day a report was frozen is kept in it. Numbers of targets are text, with as many decimals
-- as people saw.
CREATE TEMP TABLE kept_report AS SELECT * FROM progress_report;
CREATE TEMP TABLE kept_row AS SELECT * FROM progress_report_row;
DROP TABLE progress_report_row;
DROP TABLE progress_report;

CREATE TABLE progress_report (
  id INTEGER NOT NULL PRIMARY KEY,
  pact INTEGER REFERENCES pact (id) DEFERRABLE INITIALLY DEFERRED,
  plan_title TEXT NOT NULL CHECK (trim (plan_title) <> ''),
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9999),
  frozen_on TEXT NOT NULL,
  frozen_by TEXT,
  note TEXT,
  with_targets INTEGER CHECK (with_targets IN (0, 1)),
  body INTEGER REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX progress_report_by_pact ON progress_report (pact);
CREATE INDEX progress_report_by_body ON progress_report (body);
INSERT INTO progress_report (id, pact, plan_title, starts, ends, version, frozen_on, frozen_by, note)
  SELECT * FROM temp.kept_report;

CREATE TABLE progress_report_row (
  id INTEGER NOT NULL PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES progress_report (id) DEFERRABLE INITIALLY DEFERRED,
  section TEXT NOT NULL
    CHECK (section IN ('plan', 'item', 'ad_hoc', 'project', 'event', 'silent', 'target')),
  chapter TEXT,
  subject TEXT NOT NULL CHECK (trim (subject) <> ''),
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  what TEXT NOT NULL CHECK (
    what IN ('update', 'change', 'milestone', 'event', 'elsewhere', 'state', 'nothing', 'target')
  ),
  said_on TEXT,
  part TEXT,
  text TEXT,
  old_text TEXT,
  reason TEXT,
  status TEXT,
  percent REAL CHECK (percent BETWEEN 0 AND 100),
  attendance REAL CHECK (attendance BETWEEN 0 AND 1e+12),
  rank REAL,
  late INTEGER CHECK (late IN (0, 1)),
  unit TEXT,
  baseline TEXT,
  baseline_period TEXT,
  target TEXT,
  target_period TEXT,
  actual TEXT,
  actual_period TEXT,
  actual_sign TEXT,
  way REAL,
  way_sign TEXT,
  obstacle TEXT CHECK (
    obstacle IN ('no_baseline', 'no_aim', 'no_way', 'due_before', 'older_actual', 'other_length', 'broken',
      'no_figure', 'not_in_time', 'no_area', 'no_measurement')
  )
) STRICT;
CREATE INDEX progress_report_row_by_report ON progress_report_row (report);
INSERT INTO progress_report_row (id, report, section, chapter, subject, title, what, said_on, part, text, old_text,
    reason, status, percent, attendance, rank)
  SELECT * FROM temp.kept_row;

DROP TABLE temp.kept_row;
DROP TABLE temp.kept_report;
