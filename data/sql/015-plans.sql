-- What plans and projects consist of. Each table is a kind of record of core/record: its columns are the
-- fields of the kind, and a test holds both against each other. Days and periods are ISO 8601, areas
-- SET:CODE, indicators their code; ranks order siblings. References are looked at when a command ends.


-- A list as somebody left it: its columns, order, groups and filters as JSON.
CREATE TABLE saved_list (
  id INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (trim (kind) <> ''),
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  spec TEXT NOT NULL CHECK (trim (spec) <> ''),
  rank REAL
) STRICT;

-- Organisations: partners, leads, members of partnerships, publishers.
CREATE TABLE organisation (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  short_name TEXT,
  kind TEXT,
  legal_form TEXT,
  kbo TEXT,
  address TEXT,
  municipality TEXT,
  parent INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  website TEXT,
  email TEXT,
  phone TEXT,
  valid_from TEXT,
  valid_to TEXT,
  successor INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT
) STRICT;

-- What is cited, or belongs to a project: a file beside the workspace, one inside it, or an address.
CREATE TABLE document (
  id INTEGER NOT NULL PRIMARY KEY,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  author TEXT,
  year INTEGER CHECK (year BETWEEN 1900 AND 2200),
  kind TEXT,
  url TEXT,
  path TEXT,
  content BLOB,
  content_name TEXT,
  note TEXT
) STRICT;

-- Consultation bodies, of an area, under one another, since when and until when.
CREATE TABLE body (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  short_name TEXT,
  kind TEXT,
  area TEXT,
  parent INTEGER REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  organisation INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  valid_from TEXT,
  valid_to TEXT,
  successor INTEGER REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  cadence TEXT
    CHECK (cadence IN ('monthly', 'bimonthly', 'quarterly', 'half_yearly', 'yearly', 'ad_hoc',
      'undetermined')),
  secretary TEXT,
  orientation TEXT
    CHECK (orientation IN ('consultation', 'projects', 'combination', 'ambiguous',
      'undescribed')),
  orientation_document INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  orientation_page TEXT,
  orientation_quote TEXT,
  note TEXT
) STRICT;

-- Themes, of all plans and projects.
CREATE TABLE theme (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  description TEXT,
  rank REAL
) STRICT;

-- The themes that a body has chosen.
CREATE TABLE body_theme (
  id INTEGER NOT NULL PRIMARY KEY,
  body INTEGER NOT NULL REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  theme INTEGER NOT NULL REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED,
  rank REAL
) STRICT;

-- Whom plans and projects are for.
CREATE TABLE target_group (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  description TEXT,
  rank REAL
) STRICT;

-- What shows how a target group fares.
CREATE TABLE target_group_indicator (
  id INTEGER NOT NULL PRIMARY KEY,
  target_group INTEGER NOT NULL REFERENCES target_group (id) DEFERRABLE INITIALLY DEFERRED,
  indicator TEXT NOT NULL,
  rank REAL
) STRICT;

-- Frames that others lay down: fields of action, objectives, codes of another plan.
CREATE TABLE policy_frame (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('terrains', 'objectives', 'plan')),
  version TEXT,
  document INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT
) STRICT;

-- What a frame consists of.
CREATE TABLE frame_item (
  id INTEGER NOT NULL PRIMARY KEY,
  frame INTEGER NOT NULL REFERENCES policy_frame (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  rank REAL
) STRICT;

-- Regional pacts and other plans for several years.
CREATE TABLE pact (
  id INTEGER NOT NULL PRIMARY KEY,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  kind TEXT,
  area TEXT,
  body INTEGER REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  starts TEXT,
  ends TEXT,
  status TEXT
   
    CHECK (status IN ('draft', 'consultation', 'approved', 'running', 'closed', 'replaced')),
  programme_name TEXT,
  report_months INTEGER CHECK (report_months BETWEEN 1 AND 60),
  analysis TEXT,
  vision TEXT,
  mission TEXT,
  core_values TEXT,
  strategy TEXT,
  touchstone TEXT,
  document INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT
) STRICT;

-- What each level of the tree of a plan is called, from the top.
CREATE TABLE pact_level (
  id INTEGER NOT NULL PRIMARY KEY,
  pact INTEGER NOT NULL REFERENCES pact (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  is_action INTEGER CHECK (is_action IN (0, 1)),
  rank REAL
) STRICT;

-- Who approves a plan, round by round, and with which remarks.
CREATE TABLE approval (
  id INTEGER NOT NULL PRIMARY KEY,
  pact INTEGER NOT NULL REFERENCES pact (id) DEFERRABLE INITIALLY DEFERRED,
  round INTEGER CHECK (round BETWEEN 1 AND 99),
  given_by TEXT NOT NULL CHECK (trim (given_by) <> ''),
  asked_on TEXT,
  decided_on TEXT,
  outcome TEXT NOT NULL
   
    CHECK (outcome IN ('waiting', 'approved', 'approved_with_remarks', 'rejected')),
  remarks TEXT
) STRICT;

-- Chapters, pillars, themes, goals and actions of a plan: one tree.
CREATE TABLE plan_item (
  id INTEGER NOT NULL PRIMARY KEY,
  pact INTEGER NOT NULL REFERENCES pact (id) DEFERRABLE INITIALLY DEFERRED,
  parent INTEGER REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  level INTEGER REFERENCES pact_level (id) DEFERRABLE INITIALLY DEFERRED,
  rank REAL,
  code TEXT,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  description TEXT,
  status TEXT CHECK (status IN ('not_started', 'running', 'done', 'postponed', 'dropped')),
  percent REAL CHECK (percent BETWEEN 0 AND 100),
  owner TEXT,
  organisation INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  starts TEXT,
  ends TEXT,
  budget REAL CHECK (budget BETWEEN 0 AND 1e+12),
  document INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  page TEXT,
  note TEXT
) STRICT;
CREATE INDEX plan_item_by_pact ON plan_item (pact);
CREATE INDEX plan_item_by_parent ON plan_item (parent);

-- Where an item stands beside its own place; it counts once.
CREATE TABLE item_pillar (
  id INTEGER NOT NULL PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  pillar INTEGER NOT NULL REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX item_pillar_by_item ON item_pillar (item);

CREATE TABLE item_theme (
  id INTEGER NOT NULL PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  theme INTEGER NOT NULL REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX item_theme_by_item ON item_theme (item);

CREATE TABLE item_target_group (
  id INTEGER NOT NULL PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  target_group INTEGER NOT NULL REFERENCES target_group (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX item_target_group_by_item ON item_target_group (item);

CREATE TABLE item_frame (
  id INTEGER NOT NULL PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  frame_item INTEGER NOT NULL REFERENCES frame_item (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT
) STRICT;
CREATE INDEX item_frame_by_item ON item_frame (item);

CREATE TABLE item_area (
  id INTEGER NOT NULL PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  area TEXT NOT NULL,
  surroundings INTEGER CHECK (surroundings IN (0, 1))
) STRICT;
CREATE INDEX item_area_by_item ON item_area (item);

CREATE TABLE item_instrument (
  id INTEGER NOT NULL PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  instrument TEXT NOT NULL
) STRICT;
CREATE INDEX item_instrument_by_item ON item_instrument (item);

CREATE TABLE item_partner (
  id INTEGER NOT NULL PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  organisation INTEGER NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT
) STRICT;
CREATE INDEX item_partner_by_item ON item_partner (item);

-- What a plan says, and the document and page it rests on.
CREATE TABLE claim (
  id INTEGER NOT NULL PRIMARY KEY,
  pact INTEGER REFERENCES pact (id) DEFERRABLE INITIALLY DEFERRED,
  item INTEGER REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  claim_text TEXT NOT NULL CHECK (trim (claim_text) <> ''),
  document INTEGER NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  page TEXT
) STRICT;
CREATE INDEX claim_by_item ON claim (item);

-- Strengths, weaknesses, opportunities and threats, with the figure and the goal behind each.
CREATE TABLE swot (
  id INTEGER NOT NULL PRIMARY KEY,
  pact INTEGER NOT NULL REFERENCES pact (id) DEFERRABLE INITIALLY DEFERRED,
  quadrant TEXT NOT NULL CHECK (quadrant IN ('strength', 'weakness', 'opportunity', 'threat')),
  line TEXT NOT NULL CHECK (trim (line) <> ''),
  indicator TEXT,
  item INTEGER REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  rank REAL
) STRICT;

-- What the touchstone of a plan asks of each action.
CREATE TABLE criterion (
  id INTEGER NOT NULL PRIMARY KEY,
  pact INTEGER NOT NULL REFERENCES pact (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  weight REAL CHECK (weight BETWEEN 0 AND 100),
  rank REAL
) STRICT;

CREATE TABLE score (
  id INTEGER NOT NULL PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  criterion INTEGER NOT NULL REFERENCES criterion (id) DEFERRABLE INITIALLY DEFERRED,
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 5),
  note TEXT
) STRICT;
CREATE INDEX score_by_item ON score (item);

-- What a body does: in general, in a theme, in an action. The nearest that is said counts.
CREATE TABLE role (
  id INTEGER NOT NULL PRIMARY KEY,
  body INTEGER NOT NULL REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  theme INTEGER REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED,
  item INTEGER REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL
    CHECK (role IN ('bring_together', 'organise_consultation', 'align', 'advise', 'pact',
      'initiate', 'co_finance', 'seek_funding', 'prepare_files', 'coordinate', 'lead', 'partner',
      'no_core_task', 'undescribed')),
  modifier TEXT CHECK (modifier IN ('emphasis', 'in_some_cases', 'by_theme')),
  document INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  page TEXT,
  quote TEXT,
  rank REAL
) STRICT;
CREATE INDEX role_by_body ON role (body);

-- How heavily a theme weighs in a region.
CREATE TABLE theme_weight (
  id INTEGER NOT NULL PRIMARY KEY,
  body INTEGER NOT NULL REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  theme INTEGER NOT NULL REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED,
  weight TEXT NOT NULL CHECK (weight IN ('mentioned', 'agenda', 'priority', 'core_task')),
  document INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  page TEXT,
  quote TEXT
) STRICT;
CREATE INDEX theme_weight_by_body ON theme_weight (body);

-- What has to happen every year, or at least once.
CREATE TABLE obligation (
  id INTEGER NOT NULL PRIMARY KEY,
  pact INTEGER NOT NULL REFERENCES pact (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  item INTEGER REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  first_year INTEGER NOT NULL CHECK (first_year BETWEEN 1900 AND 2200),
  last_year INTEGER NOT NULL CHECK (last_year BETWEEN 1900 AND 2200),
  rule TEXT NOT NULL CHECK (rule IN ('every_year', 'once', 'every_two_years')),
  document INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  page TEXT,
  note TEXT,
  rank REAL
) STRICT;

CREATE TABLE obligation_accent (
  id INTEGER NOT NULL PRIMARY KEY,
  obligation INTEGER NOT NULL REFERENCES obligation (id) DEFERRABLE INITIALLY DEFERRED,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  accent TEXT NOT NULL CHECK (trim (accent) <> '')
) STRICT;

CREATE TABLE obligation_item (
  id INTEGER NOT NULL PRIMARY KEY,
  obligation INTEGER NOT NULL REFERENCES obligation (id) DEFERRABLE INITIALLY DEFERRED,
  item INTEGER NOT NULL REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- What a body will do in a year.
CREATE TABLE year_programme (
  id INTEGER NOT NULL PRIMARY KEY,
  body INTEGER NOT NULL REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  status TEXT CHECK (status IN ('draft', 'approved', 'running', 'closed')),
  note TEXT
) STRICT;

CREATE TABLE year_action (
  id INTEGER NOT NULL PRIMARY KEY,
  programme INTEGER NOT NULL REFERENCES year_programme (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  description TEXT,
  owner TEXT,
  organisation INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  starts TEXT,
  ends TEXT,
  status TEXT CHECK (status IN ('not_started', 'running', 'done', 'postponed', 'dropped')),
  percent REAL CHECK (percent BETWEEN 0 AND 100),
  budget REAL CHECK (budget BETWEEN 0 AND 1e+12),
  carried_from INTEGER REFERENCES year_action (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT,
  rank REAL
) STRICT;
CREATE INDEX year_action_by_programme ON year_action (programme);

-- What of the plan an action of a year carries out.
CREATE TABLE year_action_item (
  id INTEGER NOT NULL PRIMARY KEY,
  year_action INTEGER NOT NULL REFERENCES year_action (id) DEFERRABLE INITIALLY DEFERRED,
  item INTEGER NOT NULL REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX year_action_item_by_year_action ON year_action_item (year_action);
CREATE INDEX year_action_item_by_item ON year_action_item (item);

CREATE TABLE year_action_obligation (
  id INTEGER NOT NULL PRIMARY KEY,
  year_action INTEGER NOT NULL REFERENCES year_action (id) DEFERRABLE INITIALLY DEFERRED,
  obligation INTEGER NOT NULL REFERENCES obligation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- What was reported: only added to, never changed.
CREATE TABLE progress (
  id INTEGER NOT NULL PRIMARY KEY,
  item INTEGER REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  year_action INTEGER REFERENCES year_action (id) DEFERRABLE INITIALLY DEFERRED,
  reported_on TEXT NOT NULL,
  status TEXT CHECK (status IN ('not_started', 'running', 'done', 'postponed', 'dropped')),
  percent REAL CHECK (percent BETWEEN 0 AND 100),
  what TEXT NOT NULL CHECK (trim (what) <> ''),
  author TEXT
) STRICT;
CREATE INDEX progress_by_item ON progress (item);
CREATE INDEX progress_by_year_action ON progress (year_action);

-- What was changed in a plan: the old words, the new ones, why, and who decided.
CREATE TABLE adjustment (
  id INTEGER NOT NULL PRIMARY KEY,
  pact INTEGER REFERENCES pact (id) DEFERRABLE INITIALLY DEFERRED,
  item INTEGER REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  year_action INTEGER REFERENCES year_action (id) DEFERRABLE INITIALLY DEFERRED,
  decided_on TEXT,
  old_text TEXT,
  new_text TEXT NOT NULL CHECK (trim (new_text) <> ''),
  reason TEXT,
  decided_by TEXT,
  body INTEGER REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX adjustment_by_item ON adjustment (item);

-- What an action should bring about: from a baseline to a target, followed by an indicator or by own counts.
CREATE TABLE target (
  id INTEGER NOT NULL PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  indicator TEXT,
  area TEXT,
  unit TEXT,
  decimals INTEGER CHECK (decimals BETWEEN 0 AND 6),
  baseline REAL,
  baseline_period TEXT,
  target REAL,
  target_period TEXT,
  note TEXT,
  rank REAL
) STRICT;
CREATE INDEX target_by_item ON target (item);

-- Own counts of a target.
CREATE TABLE measurement (
  id INTEGER NOT NULL PRIMARY KEY,
  target INTEGER NOT NULL REFERENCES target (id) DEFERRABLE INITIALLY DEFERRED,
  measured_in TEXT NOT NULL,
  value REAL NOT NULL,
  qualifier TEXT CHECK (qualifier IN ('about', 'below', 'above')),
  source TEXT,
  note TEXT
) STRICT;
CREATE INDEX measurement_by_target ON measurement (target);

-- What a region has put to other levels, and what they answered.
CREATE TABLE signal (
  id INTEGER NOT NULL PRIMARY KEY,
  topic TEXT NOT NULL CHECK (trim (topic) <> ''),
  level TEXT NOT NULL CHECK (level IN ('europe', 'federal', 'flanders', 'province', 'local')),
  addressee TEXT,
  sent_on TEXT,
  body INTEGER REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  item INTEGER REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  message TEXT,
  answered_on TEXT,
  answer TEXT,
  note TEXT
) STRICT;

-- Who pays, and what must then be said.
CREATE TABLE fund (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  short_name TEXT,
  acknowledgement TEXT,
  logo BLOB,
  note TEXT
) STRICT;

-- Programmes, part of one another, with how many projects they announced.
CREATE TABLE programme (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  fund INTEGER REFERENCES fund (id) DEFERRABLE INITIALLY DEFERRED,
  parent INTEGER REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
  starts TEXT,
  ends TEXT,
  announced INTEGER CHECK (announced BETWEEN 0 AND 100000),
  document INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  page TEXT,
  note TEXT
) STRICT;

CREATE TABLE call (
  id INTEGER NOT NULL PRIMARY KEY,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  programme INTEGER REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
  opens_on TEXT,
  closes_on TEXT,
  starts TEXT,
  ends TEXT,
  conditions TEXT,
  url TEXT,
  note TEXT
) STRICT;

CREATE TABLE project (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  acronym TEXT,
  programme INTEGER REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
  call INTEGER REFERENCES call (id) DEFERRABLE INITIALLY DEFERRED,
  fund INTEGER REFERENCES fund (id) DEFERRABLE INITIALLY DEFERRED,
  body INTEGER REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  starts TEXT,
  ends TEXT,
  lead INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  owner TEXT,
  status TEXT
    CHECK (status IN ('idea', 'submitted', 'approved', 'running', 'done', 'rejected',
      'stopped')),
  percent REAL CHECK (percent BETWEEN 0 AND 100),
  budget REAL CHECK (budget BETWEEN 0 AND 1e+12),
  aim TEXT,
  description TEXT,
  website TEXT,
  note TEXT
) STRICT;

CREATE TABLE project_partner (
  id INTEGER NOT NULL PRIMARY KEY,
  project INTEGER NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  organisation INTEGER NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  starts TEXT,
  ends TEXT,
  amount REAL CHECK (amount BETWEEN 0 AND 1e+12),
  note TEXT,
  rank REAL
) STRICT;
CREATE INDEX project_partner_by_project ON project_partner (project);
CREATE INDEX project_partner_by_organisation ON project_partner (organisation);

CREATE TABLE project_area (
  id INTEGER NOT NULL PRIMARY KEY,
  project INTEGER NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  area TEXT NOT NULL,
  surroundings INTEGER CHECK (surroundings IN (0, 1)),
  note TEXT
) STRICT;
CREATE INDEX project_area_by_project ON project_area (project);

CREATE TABLE project_theme (
  id INTEGER NOT NULL PRIMARY KEY,
  project INTEGER NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  theme INTEGER NOT NULL REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX project_theme_by_project ON project_theme (project);

CREATE TABLE project_target_group (
  id INTEGER NOT NULL PRIMARY KEY,
  project INTEGER NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  target_group INTEGER NOT NULL REFERENCES target_group (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX project_target_group_by_project ON project_target_group (project);

CREATE TABLE project_item (
  id INTEGER NOT NULL PRIMARY KEY,
  project INTEGER NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  item INTEGER NOT NULL REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX project_item_by_project ON project_item (project);
CREATE INDEX project_item_by_item ON project_item (item);

-- Who pays how much.
CREATE TABLE project_funding (
  id INTEGER NOT NULL PRIMARY KEY,
  project INTEGER NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  fund INTEGER REFERENCES fund (id) DEFERRABLE INITIALLY DEFERRED,
  organisation INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  amount REAL CHECK (amount BETWEEN 0 AND 1e+12),
  note TEXT,
  rank REAL
) STRICT;
CREATE INDEX project_funding_by_project ON project_funding (project);

CREATE TABLE project_document (
  id INTEGER NOT NULL PRIMARY KEY,
  project INTEGER NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  document INTEGER NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  page TEXT,
  note TEXT
) STRICT;
CREATE INDEX project_document_by_project ON project_document (project);

CREATE TABLE milestone (
  id INTEGER NOT NULL PRIMARY KEY,
  project INTEGER NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  due_on TEXT,
  done_on TEXT,
  note TEXT,
  rank REAL
) STRICT;
CREATE INDEX milestone_by_project ON milestone (project);

-- The parts of a project, with approach, actions and results of their own.
CREATE TABLE strand (
  id INTEGER NOT NULL PRIMARY KEY,
  project INTEGER NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  description TEXT,
  approach TEXT,
  actions TEXT,
  results TEXT,
  rank REAL
) STRICT;
CREATE INDEX strand_by_project ON strand (project);

CREATE TABLE strand_link (
  id INTEGER NOT NULL PRIMARY KEY,
  strand INTEGER NOT NULL REFERENCES strand (id) DEFERRABLE INITIALLY DEFERRED,
  other INTEGER NOT NULL REFERENCES strand (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT
) STRICT;

-- What was reported of projects: only added to, never changed.
CREATE TABLE project_progress (
  id INTEGER NOT NULL PRIMARY KEY,
  project INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  strand INTEGER REFERENCES strand (id) DEFERRABLE INITIALLY DEFERRED,
  reported_on TEXT NOT NULL,
  status TEXT
    CHECK (status IN ('idea', 'submitted', 'approved', 'running', 'done', 'rejected',
      'stopped')),
  percent REAL CHECK (percent BETWEEN 0 AND 100),
  what TEXT NOT NULL CHECK (trim (what) <> ''),
  author TEXT
) STRICT;
CREATE INDEX project_progress_by_project ON project_progress (project);
CREATE INDEX project_progress_by_strand ON project_progress (strand);

CREATE TABLE project_adjustment (
  id INTEGER NOT NULL PRIMARY KEY,
  project INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  strand INTEGER REFERENCES strand (id) DEFERRABLE INITIALLY DEFERRED,
  decided_on TEXT,
  old_text TEXT,
  new_text TEXT NOT NULL CHECK (trim (new_text) <> ''),
  reason TEXT,
  decided_by TEXT,
  body INTEGER REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX project_adjustment_by_project ON project_adjustment (project);
CREATE INDEX project_adjustment_by_strand ON project_adjustment (strand);

CREATE TABLE event (
  id INTEGER NOT NULL PRIMARY KEY,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  kind TEXT,
  held_on TEXT,
  until TEXT,
  project INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  strand INTEGER REFERENCES strand (id) DEFERRABLE INITIALLY DEFERRED,
  body INTEGER REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  item INTEGER REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  theme INTEGER REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED,
  place TEXT,
  municipality TEXT,
  audience TEXT,
  attendance INTEGER CHECK (attendance BETWEEN 0 AND 10000000),
  attendance_is TEXT CHECK (attendance_is IN ('about', 'below', 'above')),
  note TEXT
) STRICT;
CREATE INDEX event_by_project ON event (project);

-- Newsletters, websites and other ways of telling.
CREATE TABLE channel (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  kind TEXT,
  project INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  body INTEGER REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  url TEXT,
  note TEXT
) STRICT;

CREATE TABLE channel_count (
  id INTEGER NOT NULL PRIMARY KEY,
  channel INTEGER NOT NULL REFERENCES channel (id) DEFERRABLE INITIALLY DEFERRED,
  counted_in TEXT,
  number REAL NOT NULL CHECK (number BETWEEN 0 AND 1e+12),
  qualifier TEXT CHECK (qualifier IN ('about', 'below', 'above')),
  source TEXT,
  note TEXT
) STRICT;
CREATE INDEX channel_count_by_channel ON channel_count (channel);

CREATE TABLE study (
  id INTEGER NOT NULL PRIMARY KEY,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  commissioner INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  contractor INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  year INTEGER CHECK (year BETWEEN 1900 AND 2200),
  project INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  document INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  findings TEXT,
  note TEXT
) STRICT;

CREATE TABLE recommendation (
  id INTEGER NOT NULL PRIMARY KEY,
  study INTEGER NOT NULL REFERENCES study (id) DEFERRABLE INITIALLY DEFERRED,
  line TEXT NOT NULL CHECK (trim (line) <> ''),
  outcome TEXT NOT NULL CHECK (outcome IN ('open', 'action', 'project', 'none')),
  item INTEGER REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  project INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT,
  rank REAL
) STRICT;
CREATE INDEX recommendation_by_study ON recommendation (study);

-- From audit over strategy to an implementation plan.
CREATE TABLE stage (
  id INTEGER NOT NULL PRIMARY KEY,
  project INTEGER NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  starts TEXT,
  ends TEXT,
  status TEXT CHECK (status IN ('not_started', 'running', 'done', 'postponed', 'dropped')),
  follows INTEGER REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
  study INTEGER REFERENCES study (id) DEFERRABLE INITIALLY DEFERRED,
  rank REAL
) STRICT;
CREATE INDEX stage_by_project ON stage (project);

-- What was taken over from another region, and what had to be different here.
CREATE TABLE good_practice (
  id INTEGER NOT NULL PRIMARY KEY,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  taken_from TEXT,
  area TEXT,
  project INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  item INTEGER REFERENCES plan_item (id) DEFERRABLE INITIALLY DEFERRED,
  study INTEGER REFERENCES study (id) DEFERRABLE INITIALLY DEFERRED,
  taken_on TEXT,
  adaptation TEXT,
  note TEXT
) STRICT;
