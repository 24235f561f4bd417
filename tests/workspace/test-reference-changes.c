/* test-reference-changes.c: new reference data in words, taken over under what staff corrected */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store/store-fixture.h"

#include "area/streek-membership.h"
#include "base/streek-paths.h"
#include "indicator/streek-cell.h"
#include "rule/streek-finding.h"
#include "workspace/streek-reference-changes.h"

#include <string.h>

/* What an older program might have come with: Wervik not yet in RESOC Westhoek, Kortrijk by another
 * name, no inhabitants of 2024, and one reference version less. */
static const char older[] =
  "DELETE FROM ref_member WHERE set_code = 'RESOC' AND code = 'RESOC_WESTHOEK'"
  " AND member_code = '33029';"
  "UPDATE ref_area SET name = 'Courtrai' WHERE set_code = 'gemeente' AND code = '34022';"
  "UPDATE ref_indicator SET unit = 'koppen' WHERE code = 'pop_total';"
  "DELETE FROM ref_vector WHERE indicator = 'pop_total' AND period = '2024';"
  "UPDATE store_meta SET value = '0.9' WHERE key = 'reference_version'";

static char *
get_template (void)
{
  return g_build_filename (streek_paths_get_data_dir (), "template.streek", NULL);
}

static StreekWorkspace *
make_older_workspace (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StreekWorkspace *workspace = streek_workspace_create (fixture->path, FALSE, NULL, &error);

  g_assert_no_error (error);
  streek_workspace_close (workspace);
  g_object_unref (workspace);
  store_fixture_spoil (fixture->path, older);
  workspace = streek_workspace_open (fixture->path, STREEK_WORKSPACE_NONE, NULL, &error);
  g_assert_no_error (error);

  return workspace;
}

static StreekReferenceUpdate *
read_update (StreekWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *template = get_template ();
  StreekReferenceUpdate *update =
    streek_reference_update_read (streek_workspace_get_store (workspace), template, NULL, &error);

  g_assert_no_error (error);

  return update;
}

static char *
print_update (const StreekReferenceUpdate *update)
{
  static const char kinds[] = { '+', '-', '~' };
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s -> %s\n", update->old_version, update->new_version);

  for (guint i = 0; i < update->groups->len; i++)
    {
      const StreekReferenceGroup *group = g_ptr_array_index (update->groups, i);
      g_autofree char *summary = streek_reference_group_dup_summary (group);

      g_string_append_printf (text, "%s: %s\n", group->title, summary);

      for (guint j = 0; j < group->lines->len; j++)
        {
          const StreekReferenceLine *line = g_ptr_array_index (group->lines, j);

          g_string_append_printf (text, "%c %s | %s\n", kinds[line->kind], line->subject,
                                  line->detail != NULL ? line->detail : "");
        }
    }

  for (guint i = 0; i < update->corrections->len; i++)
    {
      const StreekReferenceLine *line = g_ptr_array_index (update->corrections, i);

      g_string_append_printf (text, "! %s | %s\n", line->subject, line->detail);
    }

  return g_string_free (text, FALSE);
}

static void
apply (StreekWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *template = get_template ();

  streek_store_update_reference (streek_workspace_get_store (workspace), template, NULL, &error);
  g_assert_no_error (error);
}

static void
test_says_what_differs (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekWorkspace) workspace = make_older_workspace (fixture);
  g_autoptr (StreekReferenceUpdate) update = read_update (workspace);
  g_autofree char *text = print_update (update);

  g_assert_cmpstr (text, ==,
                   "0.9 -> 2\n"
                   "Memberships: 1 added\n"
                   "+ Wervik in Westhoek (RESOC), from 22 October 2004 | \n"
                   "Names: 1 changed\n"
                   "~ Kortrijk (Gemeenten), from 1 January 1983 | Name: Courtrai → Kortrijk\n"
                   "Indicators: 1 changed\n"
                   "~ Inwoners | Unit: koppen → personen\n"
                   "Figures: 5 added\n"
                   "+ Inwoners, 2024 (Gemeenten of 1 January 2019) | 581 figures\n"
                   "+ Inwoners, 2024 (Gewesten of 1 January 2019) | 3 figures\n"
                   "+ Inwoners, 2024 (Provincies of 1 January 2019) | 10 figures\n"
                   "+ Inwoners, 2024 (Arrondissementen of 1 January 2019) | 43 figures\n"
                   "+ Inwoners, 2024 (Land of 1 January 2019) | 1 figure\n");
}

/* The same version, the same data: nothing to show. */
static void
test_nothing_to_do (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekWorkspace) workspace =
    streek_workspace_create (fixture->path, FALSE, NULL, &error);

  g_assert_no_error (error);

  g_autoptr (StreekReferenceUpdate) update = read_update (workspace);

  g_assert_cmpuint (update->groups->len, ==, 0);
  g_assert_cmpuint (update->corrections->len, ==, 0);
  g_assert_cmpint (streek_reference_compare_versions (update->old_version, update->new_version), ==,
                   0);
}

static gboolean
correct_memberships (StreekDb *db, gpointer data, GError **error)
{
  /* The new list has Wervik in RESOC Westhoek too; it has Heuvelland there as well, which staff
   * say it should not. */
  const StreekMembership corrections[] = {
    { (char *) "RESOC",
      (char *) "RESOC_WESTHOEK",
      (char *) "33029",
      { STREEK_DATE_NONE, STREEK_DATE_OPEN },
      TRUE,
      (char *) "westhoek.be",
      NULL },
    { (char *) "RESOC",
      (char *) "RESOC_WESTHOEK",
      (char *) "33039",
      { STREEK_DATE_NONE, STREEK_DATE_OPEN },
      FALSE,
      (char *) "verslag",
      NULL },
  };

  return streek_membership_correct (db, &corrections[0], error) &&
         streek_membership_correct (db, &corrections[1], error);
}

static void
run (StreekWorkspace *workspace, StreekCommandFunc func)
{
  g_autoptr (GError) error = NULL;

  streek_store_run_command (streek_workspace_get_store (workspace), "Correct", NULL, func, NULL,
                            NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_memberships_corrected_by_staff (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekWorkspace) workspace = make_older_workspace (fixture);

  run (workspace, correct_memberships);

  g_autoptr (StreekReferenceUpdate) update = read_update (workspace);

  g_assert_cmpuint (update->corrections->len, ==, 2);

  const StreekReferenceLine *same = g_ptr_array_index (update->corrections, 0);
  const StreekReferenceLine *other = g_ptr_array_index (update->corrections, 1);

  g_assert_cmpstr (same->subject, ==, "Wervik is in Westhoek");
  g_assert_cmpstr (same->detail, ==, "The new data say the same.");
  g_assert_cmpstr (other->subject, ==, "Heuvelland is not in Westhoek");
  g_assert_cmpstr (other->detail, ==, "Your correction stays. The new data say otherwise.");
}

/* The inhabitants of all municipalities on 1 January 2018. */
#define FIND_VECTOR                                                                                \
  "SELECT v.roster_id FROM ref_vector AS v JOIN ref_roster AS r ON r.id = v.roster_id"             \
  " WHERE v.indicator = 'pop_total' AND v.period = '2018' AND r.set_code = 'gemeente'"

static gboolean
correct_figure (StreekDb *db, gpointer data, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, FIND_VECTOR, error);
  g_auto (StreekCell)
    cell = { g_strdup ("pop_total"), g_strdup ("2018"), NULL, g_strdup ("34022") };
  const StreekCorrection correction = { .value = 76000, .reason = "eigen telling" };

  g_assert_nonnull (stmt);
  g_assert_cmpint (streek_db_step (stmt, error), ==, STREEK_STEP_ROW);
  cell.roster_id = streek_db_dup_text (stmt, 0);

  return streek_cell_correct (db, &cell, &correction, error);
}

/* The vector of a year less stands in for an older edition of the same table. */
static const char revised[] =
  "UPDATE ref_vector SET data = (SELECT data FROM ref_vector AS o WHERE o.indicator = 'pop_total'"
  " AND o.period = '2017' AND o.roster_id = ref_vector.roster_id)"
  " WHERE indicator = 'pop_total' AND period = '2018' AND roster_id IN"
  " (SELECT id FROM ref_roster WHERE set_code = 'gemeente');"
  "UPDATE store_meta SET value = '0.9' WHERE key = 'reference_version'";

static void
test_figures_corrected_by_staff (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekWorkspace) made = streek_workspace_create (fixture->path, FALSE, NULL, &error);

  g_assert_no_error (error);
  streek_workspace_close (made);
  store_fixture_spoil (fixture->path, revised);

  g_autoptr (StreekWorkspace) workspace =
    streek_workspace_open (fixture->path, STREEK_WORKSPACE_NONE, NULL, &error);

  g_assert_no_error (error);
  run (workspace, correct_figure);

  g_autoptr (StreekReferenceUpdate) update = read_update (workspace);

  g_assert_cmpuint (update->groups->len, ==, 1);

  const StreekReferenceGroup *group = g_ptr_array_index (update->groups, 0);
  const StreekReferenceLine *figures = g_ptr_array_index (group->lines, 0);
  const StreekReferenceLine *corrected = g_ptr_array_index (update->corrections, 0);

  g_assert_cmpint (group->id, ==, STREEK_REFERENCE_GROUP_FIGURES);
  g_assert_cmpuint (group->n_changed, ==, 1);
  g_assert_cmpstr (figures->subject, ==, "Inwoners, 2018 (Gemeenten of 1 January 2000)");
  /* Statbel, Bevolking per gemeente, 1 January 2017 and 2018 */
  g_assert_nonnull (strstr (figures->detail, "Aartselaar: 14,222 → 14,304"));
  g_assert_cmpuint (update->corrections->len, ==, 1);
  g_assert_cmpstr (corrected->subject, ==, "Inwoners, 2018");
  g_assert_cmpstr (corrected->detail, ==,
                   "Your figure stays. The source: Kortrijk: 75,736 → 76,265");
}

static void
test_update_keeps_corrections (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekWorkspace) workspace = make_older_workspace (fixture);
  StreekStore *store = streek_workspace_get_store (workspace);

  run (workspace, correct_memberships);
  run (workspace, correct_figure);
  guint64 generation = streek_store_get_generation (store);

  apply (workspace);

  /* Areas and indicators that were read before are read again. */
  g_assert_cmpuint (streek_store_get_generation (store), >, generation);

  g_autoptr (StreekReferenceUpdate) left = read_update (workspace);
  g_autofree char *version = streek_store_dup_reference_version (store);

  g_assert_cmpuint (left->groups->len, ==, 0);
  g_assert_cmpstr (version, ==, left->new_version);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM membership_correction"), ==,
                   2);
  g_assert_cmpint (store_fixture_query (store, "SELECT value FROM cell_correction"), ==, 76000);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM ref_area"
                                               " WHERE name = 'Courtrai'"),
                   ==, 0);

  /* What staff did before can still be taken back, and the file is whole. */
  g_assert_true (streek_store_undo (store, NULL, &error));
  g_assert_no_error (error);
  streek_workspace_close (workspace);

  g_autoptr (GPtrArray) findings = streek_workspace_verify (fixture->path, NULL, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpint (((StreekFinding *) g_ptr_array_index (findings, i))->severity, <,
                     STREEK_SEVERITY_ERROR);
}

static void
on_answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static gboolean
ask_whether_outdated (StreekWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  streek_workspace_is_outdated_async (workspace, NULL, on_answer_cb, &result);

  gboolean outdated = streek_workspace_is_outdated_finish (workspace, wait_for (&result), &error);

  g_assert_no_error (error);

  return outdated;
}

static void
test_in_a_thread (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GAsyncResult) applied = NULL;
  g_autoptr (StreekWorkspace) workspace = make_older_workspace (fixture);

  g_assert_true (ask_whether_outdated (workspace));

  streek_workspace_read_update_async (workspace, NULL, on_answer_cb, &read);

  g_autoptr (StreekReferenceUpdate) update =
    streek_workspace_read_update_finish (workspace, wait_for (&read), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (update->groups->len, ==, 4);

  streek_workspace_apply_update_async (workspace, NULL, on_answer_cb, &applied);
  g_assert_true (streek_workspace_apply_update_finish (workspace, wait_for (&applied), &error));
  g_assert_no_error (error);
  g_assert_false (ask_whether_outdated (workspace));
}

static void
test_versions (void)
{
  static const struct
  {
    const char *a, *b;
    int sign;
  } cases[] = {
    { "1", "1", 0 },          { "9", "10", -1 },          { "2026.1", "2026.1", 0 },
    { "2026", "2026.1", -1 }, { "2026.10", "2026.9", 1 }, { NULL, "1", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int order = streek_reference_compare_versions (cases[i].a, cases[i].b);

      g_assert_cmpint ((order > 0) - (order < 0), ==, cases[i].sign);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/reference-changes/versions", test_versions);
  STORE_FIXTURE_ADD ("/workspace/reference-changes/says-what-differs", test_says_what_differs);
  STORE_FIXTURE_ADD ("/workspace/reference-changes/nothing-to-do", test_nothing_to_do);
  STORE_FIXTURE_ADD ("/workspace/reference-changes/memberships-corrected-by-staff",
                     test_memberships_corrected_by_staff);
  STORE_FIXTURE_ADD ("/workspace/reference-changes/figures-corrected-by-staff",
                     test_figures_corrected_by_staff);
  STORE_FIXTURE_ADD ("/workspace/reference-changes/update-keeps-corrections",
                     test_update_keeps_corrections);
  STORE_FIXTURE_ADD ("/workspace/reference-changes/in-a-thread", test_in_a_thread);

  return g_test_run ();
}
