/* streek-import-map.c: what an import would change, as a map of the areas it touches */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-import-map.h"

#include "indicator/streek-indicator-target.h"
#include "workspace/streek-figures-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_DECIMALS 6

enum
{
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_VALUE,
  COLUMN_WORDS,
};

/* While one map is made. */
typedef struct
{
  const StreekImport *import;
  const StreekImportSeries *series;
  guint index; /* of that series */
  GArray *cells;
  StreekAreas *areas;
  GPtrArray *rows;         /* (element-type StreekArea) */
  GHashTable *seen;        /* (element-type utf8): codes of the rows */
  GHashTable *old_changes; /* SET:CODE -> StreekImportChange */
  StreekTable *table;
  StreekDate on; /* the latest of the rows */
} Making;

static void
making_clear (Making *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->areas, streek_areas_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->old_changes, g_hash_table_unref);
  g_clear_pointer (&self->table, streek_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

static void
set_free (gpointer data)
{
  StreekImportMapSet *set = data;

  g_free (set->code);
  g_free (set->name);
  g_free (set);
}

void
streek_import_map_free (StreekImportMap *map)
{
  if (map == NULL)
    return;

  g_clear_pointer (&map->figure, streek_figure_unref);
  g_clear_pointer (&map->sets, g_ptr_array_unref);
  g_free (map->set);
  g_free (map);
}

static int
count_decimals (double value)
{
  int decimals = 0;

  for (double scaled = value; decimals < MAX_DECIMALS && fabs (scaled - rint (scaled)) > 1e-7;
       scaled *= 10)
    decimals++;

  return decimals;
}

char *
streek_import_dup_value (double value, StreekMissing missing)
{
  return missing == STREEK_MISSING_NONE
           ? streek_format_number (streek_format_get_default (), value, count_decimals (value))
           : g_strdup (streek_missing_get_label (missing));
}

static int
compare_sets (gconstpointer a, gconstpointer b)
{
  const StreekImportMapSet *first = *(StreekImportMapSet *const *) a;
  const StreekImportMapSet *second = *(StreekImportMapSet *const *) b;

  if (first->n_cells != second->n_cells)
    return first->n_cells > second->n_cells ? -1 : 1;

  return strcmp (first->code, second->code);
}

static GPtrArray *
list_sets (const Making *self)
{
  GPtrArray *sets = g_ptr_array_new_with_free_func (set_free);
  StreekImportMapSet *last = NULL;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const StreekImportCell *cell = &g_array_index (self->cells, StreekImportCell, i);

      if (last == NULL || strcmp (last->code, cell->set) != 0)
        {
          last = NULL;
          for (guint j = 0; j < sets->len && last == NULL; j++)
            if (strcmp (((StreekImportMapSet *) sets->pdata[j])->code, cell->set) == 0)
              last = sets->pdata[j];
        }

      if (last == NULL)
        {
          const StreekAreaSet *set = streek_areas_find_set (self->areas, cell->set, NULL);

          last = g_new0 (StreekImportMapSet, 1);
          last->code = g_strdup (cell->set);
          last->name = g_strdup (set != NULL ? set->name : cell->set);
          g_ptr_array_add (sets, last);
        }
      last->n_cells++;
    }

  g_ptr_array_sort (sets, compare_sets);

  return sets;
}

/* Those listed one by one; beyond them only the new figure is said. */
static void
index_changes (Making *self)
{
  self->old_changes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->import->changes->len; i++)
    {
      StreekImportChange *change = self->import->changes->pdata[i];

      if (change->series == self->index)
        g_hash_table_insert (self->old_changes, change->area, change);
    }
}

/* "17.228 → 17.300", "17.300", or nothing where nothing is said. */
static char *
dup_words (const Making *self, const StreekImportCell *cell)
{
  g_autofree char *ref = g_strconcat (cell->set, ":", cell->code, NULL);
  const StreekImportChange *change =
    cell->effect == STREEK_IMPORT_CHANGED ? g_hash_table_lookup (self->old_changes, ref) : NULL;

  if (cell->effect == STREEK_IMPORT_SAME)
    return NULL;

  g_autofree char *becomes = streek_import_dup_value (cell->value, cell->missing);

  if (change == NULL)
    return g_steal_pointer (&becomes);

  g_autofree char *was = streek_import_dup_value (change->old_value, change->old_missing);

  return g_strdup_printf ("%s → %s", was, becomes);
}

/* A first figure that is missing is a hatch, with its reason. */
static void
add_row (Making *self, const StreekImportCell *cell, const StreekArea *area)
{
  guint row = streek_table_add_row (self->table);
  g_autofree char *words = dup_words (self, cell);

  streek_table_set_text (self->table, row, COLUMN_CODE, area->code);
  streek_table_set_text (self->table, row, COLUMN_NAME, area->name);
  streek_table_set_text (self->table, row, COLUMN_WORDS, words);
  if (cell->effect == STREEK_IMPORT_NEW && cell->missing != STREEK_MISSING_NONE)
    streek_table_set_missing (self->table, row, COLUMN_VALUE, cell->missing);
  else
    streek_table_set_number (self->table, row, COLUMN_VALUE, cell->effect, STREEK_STATUS_FINAL);

  g_ptr_array_add (self->rows, (gpointer) area);
  g_hash_table_add (self->seen, (gpointer) area->code);
  self->on = MAX (self->on, cell->on);
}

/* What is written comes first in the cells, so that it is what is shown of an area that stands in
 * two rosters. */
static guint
add_rows (Making *self, const char *set)
{
  guint n_off_map = 0;

  self->rows = g_ptr_array_new ();
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->table = streek_table_new ();
  streek_table_add_column (self->table, "code", _ ("Code"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (self->table, "name", _ ("Area"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (self->table, "value", _ ("Change"), STREEK_COLUMN_NUMBER, NULL, 0);
  streek_table_add_column (self->table, "words", _ ("Figure"), STREEK_COLUMN_TEXT, NULL, 0);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const StreekImportCell *cell = &g_array_index (self->cells, StreekImportCell, i);

      if (strcmp (cell->set, set) != 0)
        continue;

      const StreekArea *area = streek_areas_find (self->areas, cell->set, cell->code, cell->on);

      if (area == NULL)
        n_off_map++;
      else if (!g_hash_table_contains (self->seen, area->code))
        add_row (self, cell, area);
    }

  return n_off_map;
}

static StreekFigure *
build_figure (const Making *self, const char *set_code, GError **error)
{
  const char *const categories[STREEK_IMPORT_N_EFFECTS + 1] = {
    /* Translators: of an area whose figure is in the file */
    [STREEK_IMPORT_SAME] = C_ ("import map", "Stays the same"),
    [STREEK_IMPORT_NEW] = C_ ("import map", "New"),
    [STREEK_IMPORT_CHANGED] = C_ ("import map", "Changes"),
  };
  const StreekAreaSet *set = streek_areas_find_set (self->areas, set_code, error);

  if (set == NULL)
    return NULL;

  StreekMesh *mesh = streek_areas_get_mesh (self->areas, set->mesh);
  guint n_units = streek_mesh_get_n_units (mesh);
  g_autofree gint32 *row_of = streek_figures_group_units (self->rows, n_units);
  StreekMesh *context_mesh;
  g_autofree gint32 *context_of = streek_figures_group_context (self->areas, set, self->on, row_of,
                                                                n_units, FALSE, &context_mesh);
  g_autofree char *period =
    streek_format_period (streek_format_get_default (), self->series->period);
  g_autofree char *title = g_strdup_printf ("%s, %s", self->series->name, period);
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();
  const StreekFigureData data = {
    .mesh = mesh,
    .n_rows = self->rows->len,
    .row_of = row_of,
    .context_mesh = context_mesh,
    .context_of = context_of,
    .table = self->table,
    .categories = categories,
    .indicator_name = self->series->name,
    .is_ratio = TRUE,
    .title = title,
    .set_name = set->name,
  };

  spec->kind = STREEK_FIGURE_CHOROPLETH;
  spec->kind_is_automatic = FALSE;
  spec->set = g_strdup (set_code);
  spec->indicator = g_strdup (self->series->indicator);
  spec->period = self->series->period;
  spec->on = self->on;

  return streek_figure_new (spec, &data, error);
}

static const char *
choose_set (const GPtrArray *sets, const char *wanted)
{
  for (guint i = 0; wanted != NULL && i < sets->len; i++)
    {
      const StreekImportMapSet *set = sets->pdata[i];

      if (strcmp (set->code, wanted) == 0)
        return set->code;
    }

  return sets->len > 0 ? ((const StreekImportMapSet *) sets->pdata[0])->code : NULL;
}

/**
 * streek_import_map_make:
 * @series: a number of StreekImport.series
 * @set: (nullable): code of the areas to show; those with the most figures where it has none
 * @cancellable: (nullable): to stop
 * @error: return location for a #StreekStoreError, #StreekAreaError or #StreekFigureError
 *
 * Shows of every area that the file has a figure of whether it stays the same, is new or changes;
 * the other areas are pale surroundings. Each area lies as it was on the day its figure is about.
 *
 * Returns: (transfer full): the map, or %NULL with @error set
 */
StreekImportMap *
streek_import_map_make (StreekWorkspace *workspace,
                        const StreekImport *import,
                        guint series,
                        const char *set,
                        GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && import != NULL, NULL);
  g_return_val_if_fail (series < import->series->len, NULL);

  g_auto (Making)
    making = { .import = import, .series = import->series->pdata[series], .index = series };

  making.areas = streek_workspace_dup_areas (workspace, error);
  if (making.areas == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  g_autoptr (StreekImportMap) map = g_new0 (StreekImportMap, 1);

  making.cells = streek_indicator_target_list_cells (import, series);
  map->series = series;
  map->sets = list_sets (&making);
  map->set = g_strdup (choose_set (map->sets, set));
  if (map->set == NULL)
    return g_steal_pointer (&map);

  index_changes (&making);
  map->n_off_map = add_rows (&making, map->set);
  if (making.rows->len > 0)
    {
      map->figure = build_figure (&making, map->set, error);
      if (map->figure == NULL)
        return NULL;
    }

  return g_steal_pointer (&map);
}

typedef struct
{
  StreekImport *import;
  guint series;
  char *set;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  streek_import_unref (job->import);
  g_free (job->set);
  g_free (job);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  StreekImportMap *map =
    streek_import_map_make (source, job->import, job->series, job->set, cancellable, &error);

  if (map != NULL)
    g_task_return_pointer (task, map, (GDestroyNotify) streek_import_map_free);
  else
    g_task_return_error (task, error);
}

void
streek_import_map_make_async (StreekWorkspace *workspace,
                              StreekImport *import,
                              guint series,
                              const char *set,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && import != NULL);

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->import = streek_import_ref (import);
  job->series = series;
  job->set = g_strdup (set);
  g_task_set_source_tag (task, streek_import_map_make_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, make_in_thread);
}

StreekImportMap *
streek_import_map_make_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Of one indicator the later period wins where both are alike: it is what people look at first. */
static gboolean
is_better (const StreekImportSeries *series, const StreekImportSeries *champion)
{
  gboolean is_later = g_strcmp0 (series->indicator, champion->indicator) == 0;

  if (series->n_changed != champion->n_changed)
    return series->n_changed > champion->n_changed;
  if (series->n_new != champion->n_new)
    return series->n_new > champion->n_new;

  return is_later;
}

guint
streek_import_map_find_series (const StreekImport *import)
{
  guint best = 0;

  for (guint i = 1; i < import->series->len; i++)
    if (is_better (import->series->pdata[i], import->series->pdata[best]))
      best = i;

  return best;
}
