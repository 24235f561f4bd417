/* test-hostile-records.c: a file whose records make no sense opens, is told about, and hangs nobody
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "body/streek-body.h"
#include "figure/streek-figure.h"
#include "plan/streek-due.h"
#include "plan/streek-indicator-links.h"
#include "plan/streek-obligation.h"
#include "plan/streek-obligations.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-progress-report.h"
#include "plan/streek-report-periods.h"
#include "plan/streek-role-said.h"
#include "plan/streek-year-plan.h"
#include "plan/streek-year-programme.h"
#include "project/streek-project.h"
#include "record/streek-record-list.h"
#include "workspace-fixture.h"
#include "workspace/streek-checks.h"
#include "workspace/streek-kinds.h"
#include "workspace/streek-plan-matrices.h"
#include "workspace/streek-plan-timelines.h"
#include "workspace/streek-progress-edits.h"
#include "workspace/streek-project-matrices.h"
#include "workspace/streek-record-edits.h"
#include "workspace/streek-texts.h"

#include <sqlite3.h>
#include <unistd.h>

/* A machine that is busy with much else needs a few of these; a ring that nobody leaves needs all.
 */
#define MOST_SECONDS 300

/* What no form takes, by type: SQL of values. */
static const char *const bad_texts[] = {
  "CAST (x'ff80c3' AS TEXT)",
  "replace (hex (zeroblob (50000)), '00', 'é m')", /* 200 kB */
  "''",
  "'a' || char (0) || 'b'",
  "char (8238) || '<b>&%s%n' || char (10, 9, 13)",
  "' '",
};
static const char *const bad_words[] = { "'geen-woord'", "CAST (x'ff' AS TEXT)", "''" };
static const char *const bad_numbers[] = { "9e999", "-9e999", "-1e308", "1e-320" };
static const char *const bad_integers[] = { "9223372036854775807", "-9223372036854775808", "-1" };
static const char *const bad_days[] = { "'9999-12-31'",  "'0000-00-00'", "'2024-02-30'", "'-1'",
                                        "'99999-01-01'", "'gisteren'",   "'0001-01-01'" };
static const char *const bad_periods[] = { "'9999'",    "'0000'",       "'2024-Q9'",
                                           "'2024-13'", "'9999-12-31'", "''" };
static const char *const bad_areas[] = { "'gemeente:99999'", "':'", "'x'", "'gemeente:'" };
static const char *const bad_bytes[] = { "x'00'", "zeroblob (100000)", "x'89504e470d0a1a0a'" };
static const char *const bad_references[] = { "12345", "-1", "-9223372036854775808", "0" };

#define PICK(rand, array) (array)[g_rand_int_range ((rand), 0, G_N_ELEMENTS (array))]

/* SQL of a value for a field; NULL for one that no table has. */
static char *
make_value (GRand *rand, const StreekRecordField *field)
{
  switch (field->type)
    {
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
      return g_strdup (PICK (rand, bad_texts));
    case STREEK_RECORD_CHOICE:
      return g_strdup (PICK (rand, bad_words));
    case STREEK_RECORD_NUMBER:
      return g_strdup (PICK (rand, bad_numbers));
    case STREEK_RECORD_INTEGER:
    case STREEK_RECORD_FLAG:
      return g_strdup (PICK (rand, bad_integers));
    case STREEK_RECORD_DAY:
      return g_strdup (PICK (rand, bad_days));
    case STREEK_RECORD_PERIOD:
      return g_strdup (PICK (rand, bad_periods));
    case STREEK_RECORD_REFERENCE:
      return g_rand_int_range (rand, 0, 3) == 0
               ? g_strdup (PICK (rand, bad_references))
               : g_strdup_printf ("(SELECT id FROM \"%s\" ORDER BY abs (id * %d) LIMIT 1)",
                                  field->target->id, g_rand_int_range (rand, 1, 1000000));
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
      return g_strdup (PICK (rand, bad_areas));
    case STREEK_RECORD_BYTES:
      return g_strdup (PICK (rand, bad_bytes));
    case STREEK_RECORD_LIST:
    default:
      return NULL;
    }
}

/* As no program of ours writes it: without references, checks or history. What a table cannot hold
 * at all is refused by SQLite, and left. */
static void
damage_kind (sqlite3 *db, GRand *rand, const StreekRecordKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const StreekRecordField *field = &kind->fields[i];
      guint n = field->target == kind ? 8 : 2; /* rings */

      for (guint j = 0; j < n; j++)
        {
          g_autofree char *value = make_value (rand, field);
          g_autofree char *sql =
            value != NULL ? g_strdup_printf ("UPDATE OR IGNORE \"%s\" SET \"%s\" = %s WHERE id ="
                                             " (SELECT id FROM \"%s\" ORDER BY abs (id * %d)"
                                             " LIMIT 1)",
                                             kind->id, field->id, value, kind->id,
                                             g_rand_int_range (rand, 1, 1000000))
                          : NULL;

          if (sql != NULL)
            sqlite3_exec (db, sql, NULL, NULL, NULL);
        }
    }
}

static void
damage (const char *path, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) kinds = NULL;
  sqlite3 *db;

  streek_workspace_register_kinds ();
  kinds = streek_record_kinds_list ();
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
    sqlite3_exec (db, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; BEGIN",
                  NULL, NULL, NULL),
    ==, SQLITE_OK);

  for (guint i = 0; i < kinds->len; i++)
    damage_kind (db, rand, kinds->pdata[i]);

  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* Lists */

static void
read_list (StreekRecordView *view, const StreekRecordListSpec *spec)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecordList) list = streek_record_list_new (view, spec, &error);

  g_assert_no_error (error);

  for (guint row = 0; row < MIN (60, streek_record_list_get_n_rows (list)); row++)
    for (guint column = 0; column < streek_record_list_get_n_columns (list); column++)
      {
        g_autofree char *cell = streek_record_list_dup_cell (list, row, column);

        g_assert_true (g_utf8_validate (cell, -1, NULL));
      }

  g_auto (GStrv) remarks = streek_record_list_list_remarks (list);
  g_autoptr (StreekTable) table = streek_record_list_make_table (list, STREEK_RECORD_TABLE_RAW);
}

static void
read_lists (StreekRecordView *view, const StreekRecordKind *kind)
{
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (kind);
  const GPtrArray *columns = streek_record_view_get_columns (view, kind);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < columns->len; i++)
    g_strv_builder_add (ids, ((const StreekRecordListColumn *) columns->pdata[i])->id);

  g_auto (GStrv) all = g_strv_builder_end (ids);

  streek_record_list_spec_set_columns (spec, (const char *const *) all);
  read_list (view, spec);

  for (guint i = 0; i < columns->len; i++)
    {
      const StreekRecordListColumn *column = columns->pdata[i];

      streek_record_list_spec_clear_sorts (spec);
      streek_record_list_spec_add_sort (spec, column->id, i % 2 == 0);
      streek_record_list_spec_set_group (
        spec, streek_record_list_column_can_group (column) ? column->id : NULL);
      read_list (view, spec);
    }

  streek_record_list_spec_set_search (spec, "a e");
  streek_record_list_spec_set_area (spec, "provincie:30000");
  read_list (view, spec);
}

/* Plans and projects */

/* There may be nothing to show; nothing else is an error. */
static void
take_matrix (StreekMatrix *matrix, GError *error)
{
  if (matrix == NULL)
    g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA);
  else
    for (guint i = 0; i < streek_matrix_get_n_rows (matrix); i++)
      g_free (streek_matrix_describe (matrix, (int) i, 0));

  g_clear_pointer (&matrix, streek_matrix_unref);
  g_clear_error (&error);
}

static void
take_timeline (StreekTimeline *timeline, GError *error)
{
  if (timeline == NULL)
    g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA);
  else
    g_free (streek_timeline_dup_description (timeline, streek_format_get_default ()));

  g_clear_pointer (&timeline, streek_timeline_unref);
  g_clear_error (&error);
}

static void
read_plan (StreekRecordView *view, gint64 pact)
{
  static StreekMatrix *(*const boards[]) (const StreekRecordView *, gint64, GError **) = {
    streek_obligation_matrix_new, streek_concordance_matrix_new, streek_instrument_matrix_new,
    streek_swot_board_new, streek_score_matrix_new
  };
  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new (records, pact);
  GError *error = NULL;
  int first, last;

  for (guint i = 0; i < streek_plan_tree_get_n_nodes (tree); i++)
    {
      const StreekRecord *item = streek_plan_tree_get_node (tree, i)->item;

      g_free (streek_plan_item_dup_path (item, records));
      g_free (streek_plan_item_dup_label (item));
      g_free (streek_roles_dup_words_of_item (view, item));
      streek_due_of_item (item, view);
    }

  if (streek_obligations_get_years (records, pact, &first, &last))
    g_assert_cmpint (last - first, <, 1000);

  for (guint i = 0; i < G_N_ELEMENTS (boards); i++)
    {
      StreekMatrix *matrix = boards[i](view, pact, &error);

      take_matrix (matrix, g_steal_pointer (&error));
    }

  StreekMatrix *frames = streek_frame_matrix_new (view, pact, 0, &error);

  take_matrix (frames, g_steal_pointer (&error));

  StreekTimeline *timeline = streek_plan_timeline_new (view, pact, &error);

  take_timeline (timeline, g_steal_pointer (&error));
}

static void
read_reports (StreekRecordView *view)
{
  static StreekMatrix *(*const tables[]) (const StreekRecordView *, gint64, GError **) = {
    streek_frozen_progress_matrix_new,
    streek_progress_since_matrix_new,
    streek_progress_before_matrix_new,
  };
  guint n;
  const StreekRecord *const *reports =
    streek_records_list (streek_record_view_get_records (view), &streek_progress_report_kind, &n);
  GError *error = NULL;

  g_assert_cmpuint (n, >, 0);

  for (guint i = 0; i < n; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (tables); j++)
      {
        StreekMatrix *matrix = tables[j](view, streek_record_get_id (reports[i]), &error);

        take_matrix (matrix, g_steal_pointer (&error));
      }
}

/* The periods of a plan, with those of its frozen reports. */
static void
read_periods (StreekRecordView *view, const StreekRecord *pact)
{
  g_autoptr (GArray) periods =
    streek_report_periods_list (view, streek_report_of_plan (streek_record_get_id (pact)));
  GError *error = NULL;

  for (guint i = 0; i < MIN (periods->len, 5); i++)
    {
      StreekInterval period = g_array_index (periods, StreekInterval, i);
      StreekMatrix *matrix =
        streek_progress_matrix_new (view, streek_record_get_id (pact), period, &error);

      g_free (streek_report_period_dup_name (period, streek_format_get_default ()));
      take_matrix (matrix, g_steal_pointer (&error));
    }
}

static void
read_year (StreekRecordView *view, const StreekRecord *programme)
{
  StreekRecords *records = streek_record_view_get_records (view);
  gint64 id = streek_record_get_id (programme);
  g_autoptr (GPtrArray) pacts = streek_year_plan_list_pacts (view, programme);
  g_autoptr (GPtrArray) covered = streek_year_plan_list_coverage (view, programme, 0);
  g_autoptr (GPtrArray) ad_hoc = streek_year_plan_list_ad_hoc (records, id);
  g_autoptr (GPtrArray) unfinished = streek_year_plan_list_unfinished (records, programme);
  GError *error = NULL;
  StreekMatrix *board = streek_year_board_new (view, id, &error);

  take_matrix (board, g_steal_pointer (&error));

  StreekTimeline *timeline = streek_year_timeline_new (view, id, &error);

  take_timeline (timeline, g_steal_pointer (&error));
}

static void
read_projects (StreekRecordView *view)
{
  guint n;
  const StreekRecord *const *projects =
    streek_records_list (streek_record_view_get_records (view), &streek_project_kind, &n);
  g_autofree gint64 *ids = g_new (gint64, n + 1);
  GError *error = NULL;

  for (guint i = 0; i < n; i++)
    ids[i] = streek_record_get_id (projects[i]);

  StreekMatrix *partners = streek_partner_matrix_new (view, ids, n, &error);

  take_matrix (partners, g_steal_pointer (&error));

  StreekTimeline *timeline = streek_project_timeline_new (view, ids, n, &error);

  take_timeline (timeline, g_steal_pointer (&error));

  StreekMatrix *roles = streek_role_matrix_new (view, NULL, STREEK_DATE_NONE, &error);

  take_matrix (roles, g_steal_pointer (&error));
}

/* Deleting names who refers to it, and leaves nothing that names what is gone. */
static void
delete_some (StreekRecordView *view, const StreekRecordKind *kind)
{
  StreekRecords *records = streek_record_view_get_records (view);
  guint n;
  const StreekRecord *const *list = streek_records_list (records, kind, &n);

  for (guint i = 0; i < MIN (n, 3); i++)
    {
      g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
      gint64 id = streek_record_get_id (list[i]);
      g_autoptr (GArray) uses = streek_records_list_uses (records, kind, &id, 1);

      streek_record_changes_delete (changes, records, kind, id);

      g_autoptr (StreekRecords) after = streek_record_changes_preview (changes, records);

      g_assert_null (streek_records_find (after, kind, id));
    }
}

static void
read_all (StreekWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecordView) view = streek_workspace_dup_record_view (workspace, &error);

  g_assert_no_error (error);

  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();
  g_autoptr (GPtrArray) links = streek_indicator_links_list (view, "inwoners");
  guint n;

  for (guint i = 0; i < kinds->len; i++)
    {
      read_lists (view, kinds->pdata[i]);
      delete_some (view, kinds->pdata[i]);
    }

  const StreekRecord *const *pacts = streek_records_list (records, &streek_pact_kind, &n);

  for (guint i = 0; i < n; i++)
    {
      read_plan (view, streek_record_get_id (pacts[i]));
      read_periods (view, pacts[i]);
    }

  const StreekRecord *const *years = streek_records_list (records, &streek_year_programme_kind, &n);

  for (guint i = 0; i < n; i++)
    read_year (view, years[i]);

  read_projects (view);
  read_reports (view);
}

static guint
count_entries (const StreekCheckList *list, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < streek_check_list_get_n_entries (list); i++)
    n += g_str_equal (streek_check_list_get_entry (list, i)->rule->id, rule);

  return n;
}

static void
on_indexed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WorkspaceFixture *fixture = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSearchIndex) index =
    streek_texts_index_finish (STREEK_WORKSPACE (source), result, &error);

  g_assert_no_error (error);

  g_autoptr (GPtrArray) hits = streek_search_index_find (index, "actie", 50);

  g_main_loop_quit (fixture->loop);
}

/* Of every plan a report of some years, which the example has none of. */
static void
freeze_reports (StreekWorkspace *workspace)
{
  StreekInterval years = { streek_date_from_ymd (2010, 1, 1), streek_date_from_ymd (2027, 1, 1) };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecords) records = streek_workspace_dup_records (workspace, &error);
  guint n;
  const StreekRecord *const *pacts = streek_records_list (records, &streek_pact_kind, &n);

  g_assert_no_error (error);

  for (guint i = 0; i < n; i++)
    {
      streek_edits_freeze_progress (workspace,
                                    streek_report_of_plan (streek_record_get_id (pacts[i])), years,
                                    NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
test_opens (gconstpointer data)
{
  WorkspaceFixture fixture = { 0 };
  g_autoptr (GError) error = NULL;

  workspace_fixture_set_up_example (&fixture, NULL);
  freeze_reports (fixture.workspace);
  streek_workspace_close (fixture.workspace);
  g_clear_object (&fixture.workspace);
  damage (fixture.path, GPOINTER_TO_UINT (data));
  alarm (MOST_SECONDS);

  fixture.workspace = streek_workspace_open (fixture.path, STREEK_WORKSPACE_NONE, NULL, &error);
  g_assert_no_error (error);
  read_all (fixture.workspace);

  g_autoptr (StreekCheckList) findings =
    streek_checks_run (fixture.workspace, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (count_entries (findings, "record/nothing-named"), >, 0);
  g_assert_cmpuint (count_entries (findings, "record/no-such-area"), >, 0);
  g_assert_cmpuint (count_entries (findings, "record/cannot-be"), >, 20);

  streek_texts_index_async (fixture.workspace, NULL, NULL, on_indexed_cb, &fixture);
  g_main_loop_run (fixture.loop);
  alarm (0);
  workspace_fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 1; seed <= (g_test_slow () ? 100 : 2); seed++)
    {
      g_autofree char *path = g_strdup_printf ("/workspace/hostile-records/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_opens);
    }

  return g_test_run ();
}
