-- Who is a member of a partnership, a body or an organisation, as what, and since when: another thing than where
-- it works. A member that stands for an area (a municipality) may name it.
CREATE TABLE partnership_member (
  id INTEGER NOT NULL PRIMARY KEY,
  body INTEGER REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  partnership INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  member INTEGER NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  area TEXT,
  role TEXT,
  starts TEXT,
  ends TEXT,
  document INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  page TEXT,
  note TEXT,
  rank REAL
) STRICT;
CREATE INDEX partnership_member_by_body ON partnership_member (body);
CREATE INDEX partnership_member_by_partnership ON partnership_member (partnership);

-- How many members it says it has, and where that is said.
ALTER TABLE organisation ADD COLUMN members_announced INTEGER CHECK (members_announced BETWEEN 0 AND 100000);
ALTER TABLE organisation ADD COLUMN members_document INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisation ADD COLUMN members_page TEXT;
ALTER TABLE body ADD COLUMN members_announced INTEGER CHECK (members_announced BETWEEN 0 AND 100000);
ALTER TABLE body ADD COLUMN members_document INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE body ADD COLUMN members_page TEXT;
