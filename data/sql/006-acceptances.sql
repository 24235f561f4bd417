-- What people let stand of what the rules find, and why. Where the figures under a finding are no
-- longer those of the fingerprint, the acceptance has lapsed.
CREATE TABLE finding_acceptance (
  rule TEXT NOT NULL, -- its id, "indicator/stale"
  key TEXT NOT NULL, -- what the finding is about, in codes
  reason TEXT NOT NULL CHECK (trim (reason) <> ''),
  accepted_by TEXT NOT NULL,
  made_at INTEGER NOT NULL, -- microseconds since 1970, UTC
  fingerprint TEXT NOT NULL,
  PRIMARY KEY (rule, key)
) STRICT, WITHOUT ROWID;
