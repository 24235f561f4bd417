/* test-example-records.c: what the people of the example keep: complete, sound, and about nobody */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "actor/streek-organisation.h"
#include "area/streek-areas.h"
#include "body/streek-body.h"
#include "indicator/streek-indicator.h"
#include "plan/streek-obligation.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-role.h"
#include "plan/streek-year-programme.h"
#include "project/streek-event.h"
#include "project/streek-fund.h"
#include "project/streek-project-follow-up.h"
#include "project/streek-project.h"
#include "project/streek-strand.h"
#include "record/streek-record-changes.h"
#include "workspace/streek-kinds.h"

#include <string.h>

/* As many as the texts in data/example have: lines that begin with "[kind " or with "kind:". A kind
 * that is not here has none; what no source tells is not there: no approvals, scores, measurements
 * or milestones. */
static const struct
{
  const char *kind;
  guint n;
} counts[] = {
  { "organisation", 45 },
  { "document", 15 },
  { "body", 37 },
  { "partnership_member", 17 },
  { "theme", 25 },
  { "body_theme", 8 },
  { "target_group", 11 },
  { "target_group_indicator", 12 },
  { "policy_frame", 3 },
  { "frame_item", 18 },
  { "pact", 9 },
  { "pact_level", 18 },
  { "plan_item", 48 },
  { "item_pillar", 5 },
  { "item_theme", 35 },
  { "item_target_group", 10 },
  { "item_frame", 12 },
  { "item_area", 5 },
  { "item_instrument", 19 },
  { "item_partner", 19 },
  { "claim", 11 },
  { "swot", 6 },
  { "criterion", 1 },
  { "role", 25 },
  { "theme_weight", 11 },
  { "obligation", 4 },
  { "obligation_accent", 1 },
  { "obligation_item", 6 },
  { "year_programme", 4 },
  { "year_action", 17 },
  { "year_action_item", 17 },
  { "year_action_obligation", 8 },
  { "progress", 3 },
  { "adjustment", 1 },
  { "target", 3 },
  { "signal", 3 },
  { "fund", 2 },
  { "programme", 6 },
  { "call", 2 },
  { "project", 15 },
  { "project_partner", 29 },
  { "project_area", 23 },
  { "project_theme", 22 },
  { "project_target_group", 3 },
  { "project_item", 9 },
  { "project_funding", 2 },
  { "project_document", 17 },
  { "strand", 8 },
  { "strand_area", 6 },
  { "strand_link", 5 },
  { "project_adjustment", 1 },
  { "event", 8 },
  { "channel", 5 },
  { "channel_count", 1 },
  { "study", 3 },
  { "recommendation", 1 },
  { "stage", 9 },
  { "good_practice", 2 },
};

typedef struct
{
  StreekDb *db;
  StreekRecords *records;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("STREEK_DATADIR"), "example.streek", NULL);
  g_autoptr (GError) error = NULL;

  streek_workspace_register_kinds ();
  fixture->db = streek_db_open (path, STREEK_DB_READ_ONLY, &error);
  g_assert_no_error (error);
  fixture->records = streek_records_load (fixture->db, NULL, 0, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  streek_records_unref (fixture->records);
  streek_db_close (fixture->db);
}

static guint
find_count (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    if (strcmp (counts[i].kind, kind) == 0)
      return counts[i].n;

  return 0;
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const StreekRecordKind *kind = kinds->pdata[i];
      guint n;

      streek_records_list (fixture->records, kind, &n);
      g_test_message ("%s", kind->id);
      g_assert_cmpuint (n, ==, find_count (kind->id));
    }
}

typedef void (*VisitFunc) (const StreekRecord *record, gpointer data);

static void
visit_all (const StreekRecords *records, VisitFunc visit, gpointer data)
{
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  for (guint i = 0; i < kinds->len; i++)
    {
      guint n;
      const StreekRecord *const *list = streek_records_list (records, kinds->pdata[i], &n);

      for (guint j = 0; j < n; j++)
        visit (list[j], data);
    }
}

static void
copy_record (const StreekRecord *record, gpointer data)
{
  streek_record_changes_copy (data, record);
}

/* Whoever typed all of it again would be let through. */
static void
test_every_check_passes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  g_autoptr (GError) error = NULL;

  visit_all (fixture->records, copy_record, changes);
  g_assert_cmpuint (streek_record_changes_count (changes), >, 500);
  streek_record_changes_check (changes, fixture->records, &error);
  g_assert_no_error (error);
}

typedef struct
{
  StreekAreas *areas;
  StreekCatalogue *catalogue;
  guint n;
} Known;

static void
find_in_known (const StreekRecord *record, gpointer data)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);
  Known *known = data;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      gboolean is_area = kind->fields[i].type == STREEK_RECORD_AREA;
      g_autoptr (GError) error = NULL;
      StreekDate used;

      if (!streek_record_has (record, i) ||
          (!is_area && kind->fields[i].type != STREEK_RECORD_INDICATOR))
        continue;

      const char *text = streek_record_get_text (record, i);

      known->n++;
      g_test_message ("%s.%s %s", kind->id, kind->fields[i].id, text);
      g_assert_true (is_area ? streek_areas_resolve_ref (known->areas, text,
                                                         streek_date_from_ymd (2019, 1, 1), &used,
                                                         &error) != NULL
                             : streek_catalogue_find (known->catalogue, text, &error) != NULL);
    }
}

static void
test_areas_and_indicators_exist (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAreas) areas = streek_areas_load_without_meshes (fixture->db, &error);
  g_autoptr (StreekCatalogue) catalogue = streek_catalogue_load (fixture->db, &error);
  Known known = { areas, catalogue, 0 };

  g_assert_no_error (error);
  visit_all (fixture->records, find_in_known, &known);
  g_assert_cmpuint (known.n, >, 80);
}

/* No mail address, no telephone number: functions and institutions only. */
static void
find_nobody (const StreekRecord *record, gpointer data)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      StreekRecordType type = kind->fields[i].type;
      const char *text = type == STREEK_RECORD_TEXT || type == STREEK_RECORD_PARAGRAPHS
                           ? streek_record_get_text (record, i)
                           : NULL;

      if (text == NULL)
        continue;

      g_test_message ("%s.%s: %s", kind->id, kind->fields[i].id, text);
      g_assert_false (strchr (text, '@') != NULL);
      g_assert_false (g_regex_match_simple ("\\b0\\d{1,3}[ /.]+\\d{2,3}([ .]\\d{2}){2}\\b", text,
                                            G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT));
    }
}

static void
test_nobody_can_be_reached (Fixture *fixture, gconstpointer data)
{
  guint n;
  const StreekRecord *const *list =
    streek_records_list (fixture->records, &streek_organisation_kind, &n);

  visit_all (fixture->records, find_nobody, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_assert_false (streek_record_has (list[i], STREEK_ORGANISATION_EMAIL));
      g_assert_false (streek_record_has (list[i], STREEK_ORGANISATION_PHONE));
    }
}

static const StreekRecord *
find_named (const Fixture *fixture, const StreekRecordKind *kind, const char *title)
{
  guint n;
  const StreekRecord *const *list = streek_records_list (fixture->records, kind, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *own = streek_record_dup_title (list[i], fixture->records);

      if (strcmp (own, title) == 0)
        return list[i];
    }

  g_error ("no %s is called %s", kind->id, title);
}

static guint
count_parts (const Fixture *fixture,
             const StreekRecordKind *kind,
             guint field,
             const StreekRecord *whole)
{
  guint n;

  streek_records_list_by (fixture->records, kind, field, streek_record_get_id (whole), &n);

  return n;
}

/* The project of the Westhoek: five strands, seventeen governments, four towns, one change. */
static void
test_strands (Fixture *fixture, gconstpointer data)
{
  const StreekRecord *esf =
    find_named (fixture, &streek_project_kind, "Versterkt Streekbeleid Westhoek");
  const StreekRecord *noise = find_named (
    fixture, &streek_project_kind, "Demographic Change – New Opportunities in Shrinking Europe");
  guint n;
  const StreekRecord *const *areas =
    streek_records_list_by (fixture->records, &streek_project_area_kind,
                            STREEK_PROJECT_AREA_PROJECT, streek_record_get_id (esf), &n);

  g_assert_cmpuint (count_parts (fixture, &streek_strand_kind, STREEK_STRAND_PROJECT, esf), ==, 5);
  g_assert_cmpuint (count_parts (fixture, &streek_strand_kind, STREEK_STRAND_PROJECT, noise), ==,
                    3);
  g_assert_cmpuint (n, ==, 3);

  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAreas) known = streek_areas_load_without_meshes (fixture->db, &error);
  static const char *const refs[] = { "project:WESTHOEK17", "project:WESTHOEK4", "project:KUST" };
  static const guint sizes[] = { 17, 4, 10 };

  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (refs); i++)
    {
      gboolean found = FALSE;
      StreekDate used;
      const StreekArea *area =
        streek_areas_resolve_ref (known, refs[i], streek_date_from_ymd (2018, 1, 1), &used, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (area->units.n, ==, sizes[i]);

      for (guint j = 0; j < n; j++)
        found |= streek_record_is (areas[j], STREEK_PROJECT_AREA_AREA, refs[i]);

      g_assert_true (found);
    }

  const StreekRecord *const *changes =
    streek_records_list (fixture->records, &streek_project_adjustment_kind, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_false (streek_record_has (changes[0], STREEK_PROJECT_ADJUSTMENT_DECIDED_ON));
  g_assert_true (streek_record_has (changes[0], STREEK_PROJECT_ADJUSTMENT_OLD_TEXT));
}

/* 22 projects announced; of its part that is in the source, one. */
static void
test_announced_and_recorded (Fixture *fixture, gconstpointer data)
{
  const StreekRecord *deal = find_named (fixture, &streek_programme_kind, "West Deal");
  const StreekRecord *part = find_named (fixture, &streek_programme_kind, "Westhoek Impulsplan");

  g_assert_cmpint (streek_record_get_integer (deal, STREEK_PROGRAMME_ANNOUNCED), ==, 22);
  g_assert_true (streek_record_follow (part, STREEK_PROGRAMME_PARENT, fixture->records) == deal);
  g_assert_cmpuint (count_parts (fixture, &streek_project_kind, STREEK_PROJECT_PROGRAMME, part), ==,
                    1);
}

/* Eight RESOCs, of one of which no role is described, and one that describes them by action. */
static void
test_roles (Fixture *fixture, gconstpointer data)
{
  const StreekRecord *none = find_named (fixture, &streek_body_kind, "RESOC Zuid-Oost-Vlaanderen");
  const StreekRecord *by_action = find_named (fixture, &streek_body_kind, "RESOC Waas en Dender");
  g_autoptr (GHashTable) bodies = g_hash_table_new (NULL, NULL);
  guint n, n_emphasis = 0;
  const StreekRecord *const *list = streek_records_list (fixture->records, &streek_role_kind, &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *body = streek_record_follow (list[i], STREEK_ROLE_BODY, fixture->records);

      g_hash_table_add (bodies, (gpointer) body);
      g_assert_true (streek_record_is (body, STREEK_BODY_KIND, "resoc"));
      g_assert_true (streek_record_has (list[i], STREEK_ROLE_DOCUMENT));
      g_assert_cmpint (streek_record_has (list[i], STREEK_ROLE_ITEM), ==, body == by_action);
      g_assert_cmpint (streek_record_is (list[i], STREEK_ROLE_ROLE, "undescribed"), ==,
                       body == none);
      n_emphasis += streek_record_is (list[i], STREEK_ROLE_MODIFIER, "emphasis");
    }

  g_assert_cmpuint (g_hash_table_size (bodies), ==, 8);
  g_assert_cmpuint (n_emphasis, ==, 2);
  g_assert_true (streek_record_is (none, STREEK_BODY_ORIENTATION, "undescribed"));
}

/* The action plan: three pillars, two obligations of every year from 2020 to 2025. */
static void
test_action_plan (Fixture *fixture, gconstpointer data)
{
  const StreekRecord *pact =
    find_named (fixture, &streek_pact_kind, "Actieplan regionale sociale economie 2020–2025");
  const StreekRecord *pillar = find_named (fixture, &streek_pact_level_kind, "Pijler");
  guint n, n_yearly = 0;
  const StreekRecord *const *obligations =
    streek_records_list_by (fixture->records, &streek_obligation_kind, STREEK_OBLIGATION_PACT,
                            streek_record_get_id (pact), &n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (streek_record_get_integer (obligations[i], STREEK_OBLIGATION_FIRST_YEAR), ==,
                       2020);
      g_assert_cmpint (streek_record_get_integer (obligations[i], STREEK_OBLIGATION_LAST_YEAR), ==,
                       2025);
      n_yearly += streek_record_is (obligations[i], STREEK_OBLIGATION_RULE, "every_year");
    }

  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (n_yearly, ==, 2);
  g_assert_cmpuint (count_parts (fixture, &streek_plan_item_kind, STREEK_PLAN_ITEM_LEVEL, pillar),
                    ==, 3);
  g_assert_true (streek_record_is (pact, STREEK_PACT_AREA, "project:ROSE_ZWVL"));
}

/* What was not done in a year goes on in the next one. */
static void
test_years_follow (Fixture *fixture, gconstpointer data)
{
  guint n, n_carried = 0;
  const StreekRecord *const *list =
    streek_records_list (fixture->records, &streek_year_action_kind, &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *former =
        streek_record_follow (list[i], STREEK_YEAR_ACTION_CARRIED_FROM, fixture->records);

      if (former == NULL)
        continue;

      const StreekRecord *year =
        streek_record_follow (list[i], STREEK_YEAR_ACTION_PROGRAMME, fixture->records);
      const StreekRecord *year_before =
        streek_record_follow (former, STREEK_YEAR_ACTION_PROGRAMME, fixture->records);

      n_carried++;
      g_assert_false (streek_record_is (former, STREEK_YEAR_ACTION_STATUS, "done"));
      g_assert_cmpint (streek_record_get_integer (year, STREEK_YEAR_PROGRAMME_YEAR), ==,
                       streek_record_get_integer (year_before, STREEK_YEAR_PROGRAMME_YEAR) + 1);
    }

  g_assert_cmpuint (n_carried, ==, 2);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/tools/example-records/counts", test_counts },
    { "/tools/example-records/checks", test_every_check_passes },
    { "/tools/example-records/areas-and-indicators", test_areas_and_indicators_exist },
    { "/tools/example-records/nobody", test_nobody_can_be_reached },
    { "/tools/example-records/strands", test_strands },
    { "/tools/example-records/announced", test_announced_and_recorded },
    { "/tools/example-records/roles", test_roles },
    { "/tools/example-records/action-plan", test_action_plan },
    { "/tools/example-records/years", test_years_follow },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
