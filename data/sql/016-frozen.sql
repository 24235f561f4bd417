-- What was reported of a plan over a period, frozen as it was known that day. What stands in a report is text
-- and numbers of its own: it refers to nothing but the plan, so that nothing that changes later changes it.

CREATE TABLE progress_report (
  id INTEGER NOT NULL PRIMARY KEY,
  pact INTEGER NOT NULL REFERENCES pact (id) DEFERRABLE INITIALLY DEFERRED,
  plan_title TEXT NOT NULL CHECK (trim (plan_title) <> ''),
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9999),
  frozen_on TEXT NOT NULL,
  frozen_by TEXT,
  note TEXT
) STRICT;
CREATE INDEX progress_report_by_pact ON progress_report (pact);

-- Its lines, in order: what they are about, as it was called and by its kind and id ("plan_item:12"), and one
-- thing that was said of it.
CREATE TABLE progress_report_row (
  id INTEGER NOT NULL PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES progress_report (id) DEFERRABLE INITIALLY DEFERRED,
  section TEXT NOT NULL CHECK (section IN ('plan', 'item', 'ad_hoc', 'project', 'event', 'silent')),
  chapter TEXT,
  subject TEXT NOT NULL CHECK (trim (subject) <> ''),
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  what TEXT NOT NULL CHECK (
    what IN ('update', 'change', 'milestone', 'event', 'elsewhere', 'state', 'nothing')
  ),
  said_on TEXT,
  part TEXT,
  text TEXT,
  old_text TEXT,
  reason TEXT,
  status TEXT,
  percent REAL CHECK (percent BETWEEN 0 AND 100),
  attendance REAL CHECK (attendance BETWEEN 0 AND 1e+12),
  rank REAL
) STRICT;
CREATE INDEX progress_report_row_by_report ON progress_report_row (report);
