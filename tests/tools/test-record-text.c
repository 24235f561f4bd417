/* test-record-text.c: records written as text: what they become, and what is refused on which line
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "../../src/tools/streek-record-text.h"

#include "actor/streek-organisation.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "project/streek-project.h"
#include "project/streek-strand.h"
#include "store/streek-schema.h"
#include "streek-letters-db.h"
#include "workspace/streek-kinds.h"

#include <string.h>

/* One municipality, A. */
typedef struct
{
  StreekDb *db;
  StreekAreas *areas;
  StreekRecords *empty;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[] = { "A" };
  g_autoptr (GError) error = NULL;

  streek_workspace_register_kinds ();
  fixture->db = streek_letters_new_db (rows, 1);
  fixture->areas = streek_areas_load_without_meshes (fixture->db, &error);
  g_assert_no_error (error);
  fixture->empty = streek_records_load (fixture->db, NULL, 0, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  streek_records_unref (fixture->empty);
  streek_areas_unref (fixture->areas);
  streek_db_close (fixture->db);
}

static StreekRecordChanges *
read_changes (const Fixture *fixture, const char *const *texts, GError **error)
{
  g_autoptr (StreekRecordText) reader = streek_record_text_new (fixture->areas, NULL);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%u.records", i);

      if (!streek_record_text_read (reader, texts[i], path, error))
        return NULL;
    }

  return streek_record_text_make_changes (reader, error);
}

static const StreekRecord *
find_titled (const StreekRecords *records, const StreekRecordKind *kind, const char *title)
{
  guint n;
  const StreekRecord *const *list = streek_records_list (records, kind, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *own = streek_record_dup_title (list[i], records);

      if (strcmp (own, title) == 0)
        return list[i];
    }

  g_assert_not_reached ();
}

static const char *const sample[] = {
  /* The second text has what the first one refers to. */
  "# A comment\n"
  "[project noise]\n"
  "name = DC NOISE\n"
  "lead = @office\n"
  "starts = 2008-09-01\n"
  "budget = 12.5\n"
  "aim = The first line\n"
  "  goes on here.\n"
  "  | A second one.\n"
  "project_area: area = gemeente:A; surroundings = yes\n"
  "project_partner: organisation = @office; role = promotor\n"
  "project_partner: organisation = @town; role = guest\n"
  "\n"
  "[strand second]\n"
  "project = @noise\n"
  "title = Second\n"
  "actions =\n"
  "  | One\n"
  "  | Two\n"
  "rank = 2\n"
  "\n"
  "[strand first]\n"
  "project = @noise\n"
  "title = First\n"
  "rank = 1\n",
  "[organisation office]\n"
  "name = Office # not a comment\n"
  "[organisation town]\n"
  "name = Town\n"
  "[pact plan]\n"
  "title = Plan\n"
  "starts = 2020\n"
  "ends = 2025-Q4\n",
  NULL,
};

static void
test_every_type_is_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecordChanges) changes = read_changes (fixture, sample, &error);

  g_assert_no_error (error);
  streek_record_changes_check (changes, fixture->empty, &error);
  g_assert_no_error (error);

  g_autoptr (StreekRecords) records = streek_record_changes_preview (changes, fixture->empty);
  const StreekRecord *project = find_titled (records, &streek_project_kind, "DC NOISE");
  const StreekRecord *office =
    find_titled (records, &streek_organisation_kind, "Office # not a comment");
  const StreekRecord *pact = find_titled (records, &streek_pact_kind, "Plan");

  g_assert_true (streek_record_follow (project, STREEK_PROJECT_LEAD, records) == office);
  g_assert_cmpint (streek_record_get_day (project, STREEK_PROJECT_STARTS), ==,
                   streek_date_from_ymd (2008, 9, 1));
  g_assert_cmpfloat (streek_record_get_number (project, STREEK_PROJECT_BUDGET), ==, 12.5);
  g_assert_cmpstr (streek_record_get_text (project, STREEK_PROJECT_AIM), ==,
                   "The first line goes on here.\nA second one.");
  g_assert_false (streek_record_has (project, STREEK_PROJECT_ENDS));
  g_assert_cmpint (streek_record_get_period (pact, STREEK_PACT_STARTS).kind, ==,
                   STREEK_PERIOD_YEAR);
  g_assert_cmpint (streek_record_get_period (pact, STREEK_PACT_ENDS).part, ==, 4);
}

static void
test_parts_belong_and_stand_in_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecordChanges) changes = read_changes (fixture, sample, &error);

  g_assert_no_error (error);

  g_autoptr (StreekRecords) records = streek_record_changes_preview (changes, fixture->empty);
  gint64 project = streek_record_get_id (find_titled (records, &streek_project_kind, "DC NOISE"));
  guint n;
  const StreekRecord *const *partners = streek_records_list_by (
    records, &streek_project_partner_kind, STREEK_PROJECT_PARTNER_PROJECT, project, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_true (streek_record_is (partners[0], STREEK_PROJECT_PARTNER_ROLE, "promotor"));
  g_assert_true (streek_record_is (partners[1], STREEK_PROJECT_PARTNER_ROLE, "guest"));

  const StreekRecord *const *areas = streek_records_list_by (
    records, &streek_project_area_kind, STREEK_PROJECT_AREA_PROJECT, project, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (streek_record_get_text (areas[0], STREEK_PROJECT_AREA_AREA), ==, "gemeente:A");
  g_assert_true (streek_record_get_flag (areas[0], STREEK_PROJECT_AREA_SURROUNDINGS));

  const StreekRecord *const *strands =
    streek_records_list_by (records, &streek_strand_kind, STREEK_STRAND_PROJECT, project, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (streek_record_get_text (strands[0], STREEK_STRAND_TITLE), ==, "First");
  g_assert_cmpstr (streek_record_get_text (strands[1], STREEK_STRAND_ACTIONS), ==, "One\nTwo");
}

/* Whoever adds a record elsewhere in the text changes no other id. */
static void
test_ids_follow_from_keys (Fixture *fixture, gconstpointer data)
{
  static const char *const shorter[] = { "[organisation town]\nname = Another name\n", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecordChanges) changes = read_changes (fixture, sample, &error);
  g_autoptr (StreekRecordChanges) other = read_changes (fixture, shorter, &error);
  g_autoptr (StreekRecords) records = streek_record_changes_preview (changes, fixture->empty);
  g_autoptr (StreekRecords) others = streek_record_changes_preview (other, fixture->empty);
  const StreekRecord *town = find_titled (records, &streek_organisation_kind, "Town");
  const StreekRecord *renamed = find_titled (others, &streek_organisation_kind, "Another name");

  /* printf 'organisation town' | sha256sum | cut -c1-16, without the sign bit */
  g_assert_cmpint (streek_record_get_id (town), ==, G_GINT64_CONSTANT (5893672410048943347));
  g_assert_cmpint (streek_record_get_id (renamed), ==, streek_record_get_id (town));
}

static void
test_what_does_not_fit_is_refused_with_its_line (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *message; /* how it begins */
  } bad[] = {
    { "name = Nobody's\n", "0.records, line 1: expected [kind key]" },
    { "[organisation]\nname = A\n", "0.records, line 1: expected [kind key]" },
    { "[nothing a]\n", "0.records, line 1: there is no kind “nothing”" },
    { "\n[organisation a]\ncolour = red\n",
      "0.records, line 3: organisation has no field “colour”" },
    { "[organisation a]\nname = A\nname = B\n",
      "0.records, line 3: organisation has “name” twice" },
    { "[organisation a]\nname =\n", "0.records, line 2: organisation: “name” has no value" },
    { "[organisation a]\nname\n", "0.records, line 2: expected “field = value”" },
    { "[organisation a]\nkind = vzw\n", "0.records, line 1: organisation needs “name”" },
    { "[organisation a]\nname = A\n[organisation a]\nname = B\n",
      "0.records, line 3: there is a “organisation a” already" },
    { "[organisation a]\nname = A\nparent = @b\n",
      "0.records, line 3: “@b” is the key of no organisation" },
    { "[organisation a]\nname = A\nparent = a\n",
      "0.records, line 3: “a” is the key of no organisation" },
    { "[organisation a]\nname = A\n\n  goes on\n", "0.records, line 4: there is nothing" },
    { "[organisation a]\nname = A\n  | B\n", "0.records, line 2: “name” is one line" },
    { "[organisation a]\nname = A\nmunicipality = gemeente:B\n",
      "0.records, line 3: there is no area “gemeente:B”" },
    { "[organisation a]\nname = A\nvalid_from = 2019-02-30\n", "0.records, line 3: " },
    { "[organisation a]\nname = A\nproject_area: area = gemeente:A\n",
      "0.records, line 3: project_area is no part of organisation" },
    { "[project a]\nname = A\nstatus = perhaps\n",
      "0.records, line 3: “perhaps” is no word of “status”" },
    { "[project a]\nname = A\nbudget = much\n", "0.records, line 3: “much” is no number" },
    { "[project a]\nname = A\nproject_area: area = gemeente:A; surroundings = no\n",
      "0.records, line 3: “surroundings” is either “yes” or left out" },
    { "[document a]\ntitle = A\nyear = 2009.5\n",
      "0.records, line 3: “2009.5” is no whole number" },
    { "[document a]\ntitle = A\ncontent = bytes\n",
      "0.records, line 3: “content” cannot be written as text" },
    { "[pact a]\ntitle = A\nstarts = soon\n", "0.records, line 3: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const char *const texts[] = { bad[i].text, NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekRecordChanges) changes = read_changes (fixture, texts, &error);

      g_test_message ("%s", bad[i].text);
      g_assert_null (changes);
      g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, bad[i].message));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/tools/record-text/types", Fixture, NULL, set_up, test_every_type_is_read,
              tear_down);
  g_test_add ("/tools/record-text/parts", Fixture, NULL, set_up,
              test_parts_belong_and_stand_in_order, tear_down);
  g_test_add ("/tools/record-text/ids", Fixture, NULL, set_up, test_ids_follow_from_keys,
              tear_down);
  g_test_add ("/tools/record-text/refused", Fixture, NULL, set_up,
              test_what_does_not_fit_is_refused_with_its_line, tear_down);

  return g_test_run ();
}
