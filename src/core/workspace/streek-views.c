/* streek-views.c: the views that people saved, and the one a window was left with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-views"
#include "config.h"
#include "workspace/streek-views.h"

#include "workspace/streek-analysis-spec.h"

#include <glib/gi18n-lib.h>

StreekSavedView *
streek_saved_view_new (gint64 id, const char *name)
{
  StreekSavedView *view = g_new0 (StreekSavedView, 1);

  view->id = id;
  view->name = g_strdup (name);

  return view;
}

StreekSavedView *
streek_saved_view_new_map (const char *name, const StreekFigureSpec *spec)
{
  g_return_val_if_fail (spec != NULL, NULL);

  StreekSavedView *view = streek_saved_view_new (0, name);

  view->map = streek_figure_spec_copy (spec);

  return view;
}

StreekSavedView *
streek_saved_view_new_chart (const char *name, const StreekChartSpec *spec)
{
  g_return_val_if_fail (spec != NULL, NULL);

  StreekSavedView *view = streek_saved_view_new (0, name);

  view->chart = streek_chart_spec_copy (spec);

  return view;
}

StreekSavedView *
streek_saved_view_new_analysis (const char *name, const StreekAnalysisQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  StreekSavedView *view = streek_saved_view_new (0, name);

  view->analysis = streek_analysis_query_copy (query);

  return view;
}

StreekSavedView *
streek_saved_view_new_atlas (const char *name, const StreekAtlasSpec *spec)
{
  g_return_val_if_fail (spec != NULL, NULL);

  StreekSavedView *view = streek_saved_view_new (0, name);

  view->atlas = streek_atlas_spec_copy (spec);

  return view;
}

/* @view shows from now on what @shown does. */
static void
show_same (StreekSavedView *view, const StreekSavedView *shown)
{
  view->map = shown->map != NULL ? streek_figure_spec_copy (shown->map) : NULL;
  view->chart = shown->chart != NULL ? streek_chart_spec_copy (shown->chart) : NULL;
  view->analysis = shown->analysis != NULL ? streek_analysis_query_copy (shown->analysis) : NULL;
  view->atlas = shown->atlas != NULL ? streek_atlas_spec_copy (shown->atlas) : NULL;
}

StreekSavedView *
streek_saved_view_copy (const StreekSavedView *view)
{
  g_return_val_if_fail (view != NULL, NULL);

  StreekSavedView *copy = streek_saved_view_new (view->id, view->name);

  show_same (copy, view);

  return copy;
}

void
streek_saved_view_free (StreekSavedView *view)
{
  g_clear_pointer (&view->map, streek_figure_spec_free);
  g_clear_pointer (&view->chart, streek_chart_spec_free);
  g_clear_pointer (&view->analysis, streek_analysis_query_free);
  g_clear_pointer (&view->atlas, streek_atlas_spec_free);
  g_free (view->name);
  g_free (view);
}

gboolean
streek_saved_view_is_readable (const StreekSavedView *view)
{
  g_return_val_if_fail (view != NULL, FALSE);

  return view->map != NULL || view->chart != NULL || view->analysis != NULL || view->atlas != NULL;
}

gboolean
streek_saved_view_shows_same (const StreekSavedView *a, const StreekSavedView *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->map != NULL && b->map != NULL)
    return streek_figure_spec_equal (a->map, b->map);

  if (a->chart != NULL && b->chart != NULL)
    return streek_chart_spec_equal (a->chart, b->chart);

  if (a->atlas != NULL && b->atlas != NULL)
    return streek_atlas_spec_equal (a->atlas, b->atlas);

  return a->analysis != NULL && b->analysis != NULL &&
         streek_analysis_query_equal (a->analysis, b->analysis);
}

/**
 * streek_saved_view_read_json:
 * @view: a view that shows nothing yet
 * @json: (nullable): the JSON of a map, a chart, an analysis or an atlas: its kind tells
 *   which
 * @error: return location for an error of the spec
 *
 * Returns: whether @view shows it now
 */
gboolean
streek_saved_view_read_json (StreekSavedView *view, const char *json, GError **error)
{
  g_return_val_if_fail (view != NULL && !streek_saved_view_is_readable (view), FALSE);

  if (streek_chart_spec_is_json (json))
    view->chart = streek_chart_spec_from_json (json, error);
  else if (streek_analysis_spec_is_json (json))
    view->analysis = streek_analysis_spec_from_json (json, error);
  else if (streek_atlas_spec_is_json (json))
    view->atlas = streek_atlas_spec_from_json (json, error);
  else
    view->map = streek_figure_spec_from_json (json, error);

  return streek_saved_view_is_readable (view);
}

static char *
make_json (const StreekSavedView *view)
{
  return view->map != NULL     ? streek_figure_spec_to_json (view->map)
         : view->chart != NULL ? streek_chart_spec_to_json (view->chart)
         : view->atlas != NULL ? streek_atlas_spec_to_json (view->atlas)
                               : streek_analysis_spec_to_json (view->analysis);
}

/**
 * streek_views_list:
 * @db: a connection
 * @error: return location for an error of the store
 *
 * A view whose JSON cannot be read is listed all the same, and shows nothing: one bad row must not
 * take the others away.
 *
 * Returns: (transfer full) (element-type StreekSavedView): in the order of the menu
 */
GPtrArray *
streek_views_list (StreekDb *db, GError **error)
{
  static const char sql[] = "SELECT id, name, spec FROM saved_view ORDER BY rank, id";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  g_autoptr (GPtrArray) views =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_saved_view_free);
  StreekStep step;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      StreekSavedView *view =
        streek_saved_view_new (sqlite3_column_int64 (stmt, 0), streek_db_peek_text (stmt, 1));

      streek_saved_view_read_json (view, streek_db_peek_text (stmt, 2), NULL);
      g_ptr_array_add (views, view);
    }

  return step == STREEK_STEP_DONE ? g_steal_pointer (&views) : NULL;
}

/**
 * streek_views_insert:
 * @db: a writable connection
 * @view: a view that shows something, with its key as streek_store_random_id() draws them
 * @error: return location for an error of the store
 *
 * Puts a view at the end of the menu.
 *
 * Returns: whether it is there
 */
gboolean
streek_views_insert (StreekDb *db, const StreekSavedView *view, GError **error)
{
  static const char sql[] = "INSERT INTO saved_view (id, name, rank, spec) VALUES "
                            "(?1, ?2, (SELECT coalesce (max (rank), 0) + 1 FROM saved_view), ?3)";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  g_autofree char *json = make_json (view);

  sqlite3_bind_int64 (stmt, 1, view->id);
  streek_db_bind_text (stmt, 2, view->name);
  streek_db_bind_text (stmt, 3, json);

  return streek_db_finish (stmt, error);
}

static gboolean
update_name (StreekDb *db, gint64 id, const char *name, GError **error)
{
  static const char sql[] = "UPDATE saved_view SET name = ?2 WHERE id = ?1";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, id);
  streek_db_bind_text (stmt, 2, name);

  return streek_db_finish (stmt, error);
}

static gboolean
update_spec (StreekDb *db, gint64 id, const char *json, GError **error)
{
  static const char sql[] = "UPDATE saved_view SET spec = ?2 WHERE id = ?1";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, id);
  streek_db_bind_text (stmt, 2, json);

  return streek_db_finish (stmt, error);
}

static gboolean
delete_view (StreekDb *db, gint64 id, GError **error)
{
  static const char sql[] = "DELETE FROM saved_view WHERE id = ?1";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, id);

  return streek_db_finish (stmt, error);
}

/* The spec kept under "figure", NULL without error where nothing was kept. */
static char *
read_state (StreekDb *db, GError **error)
{
  static const char sql[] = "SELECT value FROM view_state WHERE key = 'figure'";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  return streek_db_step (stmt, error) == STREEK_STEP_ROW ? streek_db_dup_text (stmt, 0) : NULL;
}

static gboolean
write_state (StreekDb *db, gpointer data, GError **error)
{
  static const char sql[] = "INSERT INTO view_state (key, value) VALUES ('figure', ?1) "
                            "ON CONFLICT (key) DO UPDATE SET value = excluded.value";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, data);

  return streek_db_finish (stmt, error);
}

/**
 * streek_views_read_current:
 * @db: a connection
 * @error: return location for an error of the store
 *
 * A kept state that cannot be read any more is as none: the person only loses a place.
 *
 * Returns: (transfer full): what the file shows when it is opened: where it was left, else its
 *   first saved map, else the municipalities of Flanders
 */
StreekFigureSpec *
streek_views_read_current (StreekDb *db, GError **error)
{
  GError *local_error = NULL;
  g_autofree char *json = read_state (db, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  StreekFigureSpec *spec = json != NULL ? streek_figure_spec_from_json (json, NULL) : NULL;

  if (spec != NULL)
    return spec;

  g_autoptr (GPtrArray) views = streek_views_list (db, error);

  if (views == NULL)
    return NULL;

  for (guint i = 0; i < views->len; i++)
    {
      const StreekSavedView *view = views->pdata[i];

      if (view->map != NULL)
        return streek_figure_spec_copy (view->map);
    }

  spec = streek_figure_spec_new ();
  g_free (spec->set);
  spec->set = g_strdup ("gemeente");
  g_free (spec->within);
  spec->within = g_strdup ("gewest:02000");
  spec->kind = STREEK_FIGURE_AREAS;

  return spec;
}

/* Reading in a worker */

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  StreekStore *store = streek_workspace_get_store (STREEK_WORKSPACE (source));
  GError *error = NULL;
  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, cancellable, &error);
  GPtrArray *views =
    reader != NULL ? streek_views_list (streek_reader_get_db (reader), &error) : NULL;

  if (views != NULL)
    g_task_return_pointer (task, views, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
streek_views_load_async (StreekWorkspace *workspace,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_views_load_async);
  g_task_run_in_thread (task, load_in_thread);
}

GPtrArray *
streek_views_load_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
streek_views_save_current (StreekWorkspace *workspace, const StreekFigureSpec *spec)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));
  g_return_if_fail (spec != NULL);

  StreekStore *store = streek_workspace_get_store (workspace);

  if (!streek_store_is_read_only (store))
    streek_store_run_unrecorded_async (store, write_state, streek_figure_spec_to_json (spec),
                                       g_free, NULL, NULL, NULL);
}

/* Commands */

static gboolean
run_add (StreekDb *db, gpointer data, GError **error)
{
  return streek_views_insert (db, data, error);
}

static gboolean
run_rename (StreekDb *db, gpointer data, GError **error)
{
  const StreekSavedView *view = data;

  return update_name (db, view->id, view->name, error);
}

static gboolean
run_replace (StreekDb *db, gpointer data, GError **error)
{
  const StreekSavedView *view = data;

  g_autofree char *json = make_json (view);

  return update_spec (db, view->id, json, error);
}

static gboolean
run_delete (StreekDb *db, gpointer data, GError **error)
{
  const StreekSavedView *view = data;

  return delete_view (db, view->id, error);
}

/* Takes @view; its name, or @old_name where it changes, is what the command is called by. */
static void
run_command (StreekWorkspace *workspace,
             const char *message_id,
             StreekCommandFunc func,
             StreekSavedView *view,
             const char *old_name,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  GVariant *args = g_variant_new ("(s)", old_name != NULL ? old_name : view->name);

  streek_store_run_command_async (streek_workspace_get_store (workspace), message_id, args, func,
                                  view, (GDestroyNotify) streek_saved_view_free, NULL, callback,
                                  user_data);
}

void
streek_views_add_async (StreekWorkspace *workspace,
                        const StreekSavedView *view,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));
  g_return_if_fail (view != NULL && view->name != NULL && streek_saved_view_is_readable (view));

  StreekSavedView *added = streek_saved_view_copy (view);

  added->id = streek_store_random_id ();
  /* Translators: a command as undo names it; %s is the name of a saved view */
  run_command (workspace, N_ ("Save view “%s”"), run_add, added, NULL, callback, user_data);
}

void
streek_views_rename_async (StreekWorkspace *workspace,
                           const StreekSavedView *view,
                           const char *name,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));
  g_return_if_fail (view != NULL && name != NULL);

  run_command (workspace, N_ ("Rename view “%s”"), run_rename,
               streek_saved_view_new (view->id, name), view->name, callback, user_data);
}

void
streek_views_replace_async (StreekWorkspace *workspace,
                            const StreekSavedView *view,
                            const StreekSavedView *shown,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));
  g_return_if_fail (view != NULL && shown != NULL && streek_saved_view_is_readable (shown));

  StreekSavedView *replaced = streek_saved_view_new (view->id, view->name);

  show_same (replaced, shown);
  run_command (workspace, N_ ("Update view “%s”"), run_replace, replaced, NULL, callback,
               user_data);
}

void
streek_views_delete_async (StreekWorkspace *workspace,
                           const StreekSavedView *view,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));
  g_return_if_fail (view != NULL);

  run_command (workspace, N_ ("Delete view “%s”"), run_delete,
               streek_saved_view_new (view->id, view->name), NULL, callback, user_data);
}

gboolean
streek_views_command_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace), FALSE);

  return streek_store_run_command_finish (streek_workspace_get_store (workspace), result, error);
}
