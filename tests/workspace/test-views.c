/* test-views.c: saved views: the example's own, and what people save, undo and leave behind */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store/store-fixture.h"

#include "workspace/streek-views.h"

static StreekWorkspace *
create (StoreFixture *fixture, gboolean example)
{
  g_autoptr (GError) error = NULL;
  StreekWorkspace *workspace = streek_workspace_create (fixture->path, example, NULL, &error);

  g_assert_no_error (error);
  return workspace;
}

static GPtrArray *
list (StreekWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekReader) reader =
    streek_store_borrow_reader (streek_workspace_get_store (workspace), NULL, &error);
  GPtrArray *views = streek_views_list (streek_reader_get_db (reader), &error);

  g_assert_no_error (error);
  return views;
}

static StreekFigureSpec *
read_current (StreekWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekReader) reader =
    streek_store_borrow_reader (streek_workspace_get_store (workspace), NULL, &error);
  StreekFigureSpec *spec = streek_views_read_current (streek_reader_get_db (reader), &error);

  g_assert_no_error (error);
  return spec;
}

/* Names in the order of the menu, joined by "|". */
static void
assert_names (StreekWorkspace *workspace, const char *wanted)
{
  g_autoptr (GPtrArray) views = list (workspace);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < views->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "",
                            ((StreekSavedView *) views->pdata[i])->name);
  g_assert_cmpstr (names->str, ==, wanted);
}

typedef struct
{
  StreekWorkspace *workspace;
  gboolean is_done;
} Wait;

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wait *wait = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (streek_views_command_finish (wait->workspace, result, &error));
  g_assert_no_error (error);
  wait->is_done = TRUE;
}

static void
wait_for (Wait *wait)
{
  while (!wait->is_done)
    g_main_context_iteration (NULL, TRUE);
  wait->is_done = FALSE;
}

static void
add_map (Wait *wait, const char *name, const StreekFigureSpec *spec)
{
  g_autoptr (StreekSavedView) view = streek_saved_view_new_map (name, spec);

  streek_views_add_async (wait->workspace, view, on_done_cb, wait);
  wait_for (wait);
}

/* The issue asks for the first and names the second. */
static void
test_example (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekWorkspace) workspace = create (fixture, TRUE);
  g_autoptr (GPtrArray) views = list (workspace);
  g_autoptr (StreekFigureSpec) spec = read_current (workspace);

  g_assert_cmpuint (views->len, >=, 2);
  g_assert_cmpstr (((StreekSavedView *) views->pdata[0])->name, ==, "RESOC en SERR 2009");
  g_assert_cmpstr (((StreekSavedView *) views->pdata[1])->name, ==, "Referentieregio's vandaag");
  g_assert_cmpstr (spec->set, ==, "RESOC");
  g_assert_cmpstr (spec->outline_set, ==, "SERR");
  g_assert_cmpstr (spec->within, ==, "provincie:30000");
  g_assert_cmpint (spec->on, ==, streek_date_from_ymd (2009, 1, 1));
  streek_workspace_close (workspace);
}

static void
test_empty_shows_flanders (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekWorkspace) workspace = create (fixture, FALSE);
  g_autoptr (StreekFigureSpec) spec = read_current (workspace);

  assert_names (workspace, "");
  g_assert_cmpstr (spec->set, ==, "gemeente");
  g_assert_cmpstr (spec->within, ==, "gewest:02000");
  streek_workspace_close (workspace);
}

static void
test_commands (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekWorkspace) workspace = create (fixture, FALSE);
  StreekStore *store = streek_workspace_get_store (workspace);
  g_autoptr (StreekFigureSpec) spec = read_current (workspace);
  g_autoptr (GError) error = NULL;
  Wait wait = { workspace, FALSE };

  add_map (&wait, "Een", spec);
  add_map (&wait, "Twee", spec);
  assert_names (workspace, "Een|Twee");

  g_autoptr (GPtrArray) views = list (workspace);

  streek_views_rename_async (workspace, views->pdata[0], "Eerste", on_done_cb, &wait);
  wait_for (&wait);
  spec->grey = TRUE;

  g_autoptr (StreekSavedView) shown = streek_saved_view_new_map (NULL, spec);

  streek_views_replace_async (workspace, views->pdata[1], shown, on_done_cb, &wait);
  wait_for (&wait);
  streek_views_delete_async (workspace, views->pdata[0], on_done_cb, &wait);
  wait_for (&wait);
  assert_names (workspace, "Twee");

  g_autoptr (GPtrArray) after = list (workspace);

  g_assert_true (((StreekSavedView *) after->pdata[0])->map->grey);
  g_assert_true (streek_store_undo (store, NULL, &error));
  assert_names (workspace, "Eerste|Twee");
  g_assert_true (streek_store_undo (store, NULL, &error));
  g_assert_true (streek_store_undo (store, NULL, &error));
  assert_names (workspace, "Een|Twee");
  streek_workspace_close (workspace);
}

static StreekChartSpec *
make_chart (void)
{
  StreekChartSpec *spec = streek_chart_spec_new ();

  spec->kind = STREEK_CHART_RANKING;
  spec->indicators = g_strsplit ("share_65plus", ",", -1);
  spec->areas = g_strsplit ("gemeente:34022,gemeente:31005", ",", -1);
  spec->references = g_strsplit ("provincie:30000", ",", -1);

  return spec;
}

/* A chart is saved, put in the place of a map and taken back like a map; what a file opens with is
 * a map all the same. */
static void
test_charts (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekWorkspace) workspace = create (fixture, FALSE);
  StreekStore *store = streek_workspace_get_store (workspace);
  g_autoptr (StreekChartSpec) spec = make_chart ();
  g_autoptr (StreekSavedView) chart = streek_saved_view_new_chart ("Grijs", spec);
  g_autoptr (StreekFigureSpec) current = read_current (workspace);
  g_autoptr (GError) error = NULL;
  Wait wait = { workspace, FALSE };

  streek_views_add_async (workspace, chart, on_done_cb, &wait);
  wait_for (&wait);
  current->grey = TRUE;
  add_map (&wait, "Kaart", current);

  g_autoptr (GPtrArray) views = list (workspace);
  g_autoptr (StreekFigureSpec) opened = read_current (workspace);

  assert_names (workspace, "Grijs|Kaart");
  g_assert_true (streek_saved_view_shows_same (views->pdata[0], chart));
  g_assert_false (streek_saved_view_shows_same (views->pdata[1], chart));
  g_assert_true (opened->grey);

  streek_views_replace_async (workspace, views->pdata[1], chart, on_done_cb, &wait);
  wait_for (&wait);

  g_autoptr (GPtrArray) replaced = list (workspace);

  assert_names (workspace, "Grijs|Kaart");
  g_assert_true (streek_saved_view_shows_same (replaced->pdata[1], chart));
  g_assert_true (streek_store_undo (store, NULL, &error));
  g_assert_true (streek_store_undo (store, NULL, &error));
  g_assert_true (streek_store_undo (store, NULL, &error));
  assert_names (workspace, "");
  g_assert_true (streek_store_redo (store, NULL, &error));

  g_autoptr (GPtrArray) again = list (workspace);

  g_assert_true (streek_saved_view_shows_same (again->pdata[0], chart));
  streek_workspace_close (workspace);
}

/* So is an analysis; what is the same in words but not what it is of is another view. */
static void
test_analyses (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekWorkspace) workspace = create (fixture, FALSE);
  StreekStore *store = streek_workspace_get_store (workspace);
  g_autoptr (StreekAnalysisQuery) query = streek_analysis_query_new ();
  g_autoptr (StreekChartSpec) spec = make_chart ();
  g_autoptr (StreekSavedView) chart = streek_saved_view_new_chart ("Grafiek", spec);
  g_autoptr (GError) error = NULL;
  Wait wait = { workspace, FALSE };

  query->kind = STREEK_ANALYSIS_RANKING;
  query->indicators = g_strsplit ("share_65plus", ",", -1);
  query->set = g_strdup ("gemeente");
  query->periods.last = (StreekPeriod){ .kind = STREEK_PERIOD_YEAR, .year = 2019 };

  g_autoptr (StreekSavedView) analysis = streek_saved_view_new_analysis ("Rangorde", query);

  query->periods.last.year = 2020;

  g_autoptr (StreekSavedView) later = streek_saved_view_new_analysis ("Rangorde", query);

  streek_views_add_async (workspace, analysis, on_done_cb, &wait);
  wait_for (&wait);
  streek_views_add_async (workspace, chart, on_done_cb, &wait);
  wait_for (&wait);

  g_autoptr (GPtrArray) views = list (workspace);

  assert_names (workspace, "Rangorde|Grafiek");
  g_assert_true (streek_saved_view_is_readable (views->pdata[0]));
  g_assert_true (streek_saved_view_shows_same (views->pdata[0], analysis));
  g_assert_false (streek_saved_view_shows_same (views->pdata[0], later));
  g_assert_false (streek_saved_view_shows_same (views->pdata[0], chart));
  g_assert_false (streek_saved_view_shows_same (views->pdata[1], analysis));

  streek_views_replace_async (workspace, views->pdata[1], later, on_done_cb, &wait);
  wait_for (&wait);
  streek_views_rename_async (workspace, views->pdata[1], "Later", on_done_cb, &wait);
  wait_for (&wait);

  g_autoptr (GPtrArray) replaced = list (workspace);

  assert_names (workspace, "Rangorde|Later");
  g_assert_true (streek_saved_view_shows_same (replaced->pdata[1], later));
  g_assert_true (streek_store_undo (store, NULL, &error));
  g_assert_true (streek_store_undo (store, NULL, &error));

  g_autoptr (GPtrArray) undone = list (workspace);

  g_assert_true (streek_saved_view_shows_same (undone->pdata[1], chart));
  streek_views_delete_async (workspace, undone->pdata[0], on_done_cb, &wait);
  wait_for (&wait);
  assert_names (workspace, "Grafiek");
  streek_workspace_close (workspace);
}

/* And so is an atlas, with the map in it. */
static void
test_atlases (StoreFixture *fixture, gconstpointer data)
{
  static char *figures[] = { "pop_total", NULL };
  g_autoptr (StreekWorkspace) workspace = create (fixture, FALSE);
  g_autoptr (StreekAtlasSpec) spec = streek_atlas_spec_new ();
  Wait wait = { workspace, FALSE };

  spec->set = g_strdup ("gemeente");
  spec->indicators = g_strdupv (figures);
  spec->view = STREEK_ATLAS_VIEW_ALL;
  spec->map = read_current (workspace);

  g_autoptr (StreekSavedView) atlas = streek_saved_view_new_atlas ("Atlas", spec);
  g_autoptr (StreekSavedView) map = streek_saved_view_new_map ("Kaart", spec->map);

  spec->map->grey = TRUE;

  g_autoptr (StreekSavedView) other = streek_saved_view_new_atlas ("Atlas", spec);

  streek_views_add_async (workspace, atlas, on_done_cb, &wait);
  wait_for (&wait);

  g_autoptr (GPtrArray) views = list (workspace);

  assert_names (workspace, "Atlas");
  g_assert_true (streek_saved_view_is_readable (views->pdata[0]));
  g_assert_true (streek_saved_view_shows_same (views->pdata[0], atlas));
  g_assert_false (streek_saved_view_shows_same (views->pdata[0], other));
  g_assert_false (streek_saved_view_shows_same (views->pdata[0], map));
  streek_workspace_close (workspace);
}

static gboolean
write_bad_views (StreekDb *db, gpointer data, GError **error)
{
  static const char sql[] =
    "INSERT INTO saved_view (id, name, rank, spec) VALUES (1, 'a', 1, '{['), (2, 'b', 2, ''), "
    "(3, 'c', 3, '{\"kind\":\"line\",\"areas\":7}'), (4, 'd', 4, '{\"kind\":\"hologram\"}'), "
    "(5, 'e', 5, '{\"kind\":\"analysis\",\"analysis\":\"horoscope\"}'), "
    "(6, 'f', 6, '{\"kind\":\"atlas\",\"view\":\"moon\"}')";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  return stmt != NULL && streek_db_finish (stmt, error);
}

/* They take nothing else away, and can be named and deleted. */
static void
test_unreadable (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekWorkspace) workspace = create (fixture, FALSE);
  g_autoptr (GError) error = NULL;
  Wait wait = { workspace, FALSE };

  streek_store_run_command_async (streek_workspace_get_store (workspace), "Bad views",
                                  g_variant_new ("()"), write_bad_views, NULL, NULL, NULL,
                                  on_done_cb, &wait);
  wait_for (&wait);

  g_autoptr (StreekFigureSpec) spec = read_current (workspace);

  add_map (&wait, "g", spec);
  assert_names (workspace, "a|b|c|d|e|f|g");

  g_autoptr (GPtrArray) views = list (workspace);

  for (guint i = 0; i < views->len; i++)
    g_assert_cmpint (streek_saved_view_is_readable (views->pdata[i]), ==, i == 6);

  streek_views_rename_async (workspace, views->pdata[0], "z", on_done_cb, &wait);
  wait_for (&wait);
  streek_views_delete_async (workspace, views->pdata[1], on_done_cb, &wait);
  wait_for (&wait);
  assert_names (workspace, "z|c|d|e|f|g");
  streek_workspace_close (workspace);
}

/* Where the window was left is there again, and is nothing that undo would take away. */
static void
test_current_is_kept (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekWorkspace) workspace = create (fixture, FALSE);
  g_autoptr (StreekFigureSpec) spec = read_current (workspace);
  g_autoptr (GError) error = NULL;

  g_free (spec->set);
  spec->set = g_strdup ("referentieregio");
  streek_views_save_current (workspace, spec);
  g_assert_false (streek_store_can_undo (streek_workspace_get_store (workspace)));
  streek_workspace_close (workspace);

  g_autoptr (StreekWorkspace) again =
    streek_workspace_open (fixture->path, STREEK_WORKSPACE_NONE, NULL, &error);

  g_assert_no_error (error);

  g_autoptr (StreekFigureSpec) kept = read_current (again);

  g_assert_true (streek_figure_spec_equal (kept, spec));
  streek_workspace_close (again);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/workspace/views/" name, StoreFixture, NULL, store_fixture_set_up, func,            \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("example", test_example);
  ADD ("empty-shows-flanders", test_empty_shows_flanders);
  ADD ("commands", test_commands);
  ADD ("charts", test_charts);
  ADD ("analyses", test_analyses);
  ADD ("atlases", test_atlases);
  ADD ("unreadable", test_unreadable);
  ADD ("current-is-kept", test_current_is_kept);

  return g_test_run ();
}
