/* streek-indicator-target.c: takes figures of a file in as vectors of indicators */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-target-work.h"

#include "indicator/streek-indicator-target-seek.h"
#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static StreekTextKinds
recognise (StreekImportTarget *self, const char *text)
{
  StreekIndicatorTarget *target = (StreekIndicatorTarget *) self;
  StreekTextKinds kinds = streek_area_index_recognise (target->index, text);

  return streek_target_find_indicator (target, text) != NULL ? kinds | STREEK_TEXT_INDICATOR
                                                             : kinds;
}

static const char *
get_level (StreekImportTarget *self, const char *text)
{
  return streek_area_index_get_level (((StreekIndicatorTarget *) self)->index, text);
}

static const char *
get_set (StreekImportTarget *self, const char *text)
{
  StreekDate hint;

  return streek_area_index_find_level (((StreekIndicatorTarget *) self)->index, text, &hint);
}

static gboolean
process_batches (StreekTargetWork *work, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < work->in_order->len; i++)
    {
      const StreekTargetBatch *batch = work->in_order->pdata[i];

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      streek_target_choose_table (work, batch);
      streek_target_lay_batch (work, batch);
      if (!streek_target_merge_batch (work, batch, error))
        return FALSE;

      for (guint j = 0; j < batch->series->len; j++)
        streek_staged_series_drop_facts (batch->series->pdata[j]);
    }

  return TRUE;
}

/* What was no fact of any area is text after all. */
static void
settle_blank_rows (StreekTargetWork *work)
{
  for (guint i = 0; i < work->blank_rows->len; i++)
    streek_staging_settle (work->staging, g_array_index (work->blank_rows, guint32, i),
                           STREEK_ROW_FOOTER);
}

static int
compare_series (gconstpointer a, gconstpointer b, gpointer data)
{
  const GPtrArray *series = data;
  const StreekImportSeries *first = series->pdata[*(const guint *) a];
  const StreekImportSeries *second = series->pdata[*(const guint *) b];
  int order = strcmp (first->indicator, second->indicator);

  return order != 0 ? order : streek_period_compare (first->period, second->period);
}

/* What points at a series follows it to its new place. */
static void
follow_series (StreekTargetWork *work, const guint *place)
{
  for (guint i = 0; i < work->import->changes->len; i++)
    {
      StreekImportChange *change = work->import->changes->pdata[i];

      change->series = place[change->series];
    }

  for (guint i = 0; i < work->prepared->vectors->len; i++)
    {
      StreekPreparedVector *vector = work->prepared->vectors->pdata[i];

      vector->series = place[vector->series];
    }

  for (guint i = 0; i < work->prepared->same->len; i++)
    {
      StreekPreparedSame *same = work->prepared->same->pdata[i];

      same->series = place[same->series];
    }
}

/* By indicator, then period. */
static void
sort_series (StreekTargetWork *work)
{
  GPtrArray *series = work->import->series;
  g_autofree guint *order = g_new (guint, series->len + 1);
  g_autofree guint *place = g_new (guint, series->len + 1);
  g_autofree gpointer *old = g_memdup2 (series->pdata, series->len * sizeof (gpointer));

  for (guint i = 0; i < series->len; i++)
    order[i] = i;

  g_qsort_with_data (order, (gint) series->len, sizeof order[0], compare_series, series);

  for (guint i = 0; i < series->len; i++)
    {
      series->pdata[i] = old[order[i]];
      place[order[i]] = i;
    }

  follow_series (work, place);
}

static void
ask_whole_area (StreekTargetWork *work)
{
  const StreekMapping *mapping = work->import->mapping;

  if (work->staging->area_columns->len == 0 && mapping->area == NULL)
    streek_import_ask (work->import, STREEK_ANSWER_WHOLE_AREA, TRUE, NULL, NULL,
                       _ ("No column says which area a figure is about. Are all of them about one "
                          "area, and which?"));
}

static void
init_work (StreekTargetWork *work,
           StreekIndicatorTarget *target,
           StreekStaging *staging,
           StreekImport *import)
{
  *work = (StreekTargetWork){
    .target = target,
    .staging = staging,
    .import = import,
    .prepared = streek_prepared_import_new (),
    .claimed_codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .batches = streek_target_batches_new (),
    .in_order = g_ptr_array_new (),
    .known_rosters = streek_target_known_rosters_new (),
    .roster_places = streek_target_roster_places_new (),
    .contributions = streek_dictionary_new (),
    .touched_areas = g_hash_table_new (g_str_hash, g_str_equal),
    .blank_rows = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .change_dates = streek_areas_list_change_dates (target->areas, NULL),
    .tables = streek_target_tables_new (),
  };

  import->prepared = work->prepared;
  import->free_prepared = streek_prepared_import_free;
}

static void
clear_work (StreekTargetWork *work)
{
  g_clear_pointer (&work->resolved, g_array_unref);
  g_clear_pointer (&work->measures, g_array_unref);
  g_hash_table_unref (work->claimed_codes);
  g_hash_table_unref (work->batches);
  g_ptr_array_unref (work->in_order);
  g_array_unref (work->known_rosters);
  g_hash_table_unref (work->roster_places);
  g_clear_pointer (&work->select, sqlite3_finalize);
  streek_dictionary_free (work->contributions);
  g_hash_table_unref (work->touched_areas);
  g_array_unref (work->blank_rows);
  g_array_unref (work->change_dates);
  g_ptr_array_unref (work->tables);
  streek_target_cells_clear (work);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekTargetWork, clear_work)

static gboolean
resolve (StreekImportTarget *self,
         StreekStaging *staging,
         StreekImport *import,
         GCancellable *cancellable,
         GError **error)
{
  g_auto (StreekTargetWork) work;

  init_work (&work, (StreekIndicatorTarget *) self, staging, import);
  ask_whole_area (&work);
  if (!streek_target_open_existing (&work, error))
    return FALSE;

  work.resolved = streek_area_index_resolve (work.target->index, staging, import);
  streek_target_resolve_measures (&work);
  streek_target_gather_batches (&work);
  if (!process_batches (&work, cancellable, error))
    return FALSE;

  streek_target_prepare_labels (&work);
  streek_target_count_touched (&work);
  settle_blank_rows (&work);
  sort_series (&work);
  import->n_areas = g_hash_table_size (work.touched_areas);

  return TRUE;
}

/**
 * streek_indicator_target_new:
 * @db: to read figures that are there already; lent
 *
 * Returns: (transfer full): takes a file in as figures of indicators
 */
StreekImportTarget *
streek_indicator_target_new (StreekDb *db, StreekAreas *areas, StreekCatalogue *catalogue)
{
  StreekIndicatorTarget *target = g_new0 (StreekIndicatorTarget, 1);

  target->parent.recognise = recognise;
  target->parent.get_level = get_level;
  target->parent.get_set = get_set;
  target->parent.resolve = resolve;
  target->db = db;
  target->areas = streek_areas_ref (areas);
  target->catalogue = streek_catalogue_ref (catalogue);
  target->index = streek_area_index_new (areas);
  target->indicators_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < streek_catalogue_get_n_indicators (catalogue); i++)
    {
      const StreekIndicator *indicator = streek_catalogue_get (catalogue, i);

      g_hash_table_insert (target->indicators_by_name, streek_fold (indicator->name, NULL),
                           (gpointer) indicator);
    }

  return &target->parent;
}

void
streek_indicator_target_free (StreekImportTarget *self)
{
  StreekIndicatorTarget *target = (StreekIndicatorTarget *) self;

  if (target == NULL)
    return;

  g_hash_table_unref (target->indicators_by_name);
  streek_area_index_free (target->index);
  streek_catalogue_unref (target->catalogue);
  streek_areas_unref (target->areas);
  g_free (target);
}
