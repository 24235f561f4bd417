/* streek-indicator-target-batches.c: figures by indicator and period, and the cells they go in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-target-work.h"

#include <string.h>

#define MAX_TABLES 32

/* Cells of the areas of one batch; the next one often has the same. */
typedef struct
{
  StreekDate since; /* no area changed between this day and the one that was asked */
  guint8 *is_used;
  guint8 *is_touched; /* by cell: a figure was taken for it */
  StreekAreaTable *table;
} CachedTable;

static void
batch_free (gpointer data)
{
  StreekTargetBatch *batch = data;

  g_ptr_array_unref (batch->series);
  g_free (batch);
}

GHashTable *
streek_target_batches_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, batch_free);
}

/* "01/01/2019" of a stock of the first day is the figure of 2019. */
static StreekPeriod
settle_period (const StreekTargetMeasure *measure, StreekPeriod period)
{
  gboolean is_year =
    period.kind == STREEK_PERIOD_DAY &&
    ((measure->time_kind == STREEK_TIME_STOCK_FIRST_DAY && period.part == 1 && period.day == 1) ||
     (measure->time_kind == STREEK_TIME_STOCK_LAST_DAY && period.part == 12 && period.day == 31));

  return is_year ? streek_period_from_year (period.year) : period;
}

static StreekDate
get_area_date (const StreekTargetMeasure *measure, StreekPeriod period)
{
  const StreekIndicator like = { .time_kind = measure->time_kind };

  return streek_indicator_get_area_date (measure->indicator != NULL ? measure->indicator : &like,
                                         period);
}

static int
compare_batches (gconstpointer a, gconstpointer b)
{
  const StreekTargetBatch *first = *(StreekTargetBatch *const *) a;
  const StreekTargetBatch *second = *(StreekTargetBatch *const *) b;
  int order = streek_period_compare (first->period, second->period);

  if (order != 0)
    return order;
  if (first->measure->time_kind != second->measure->time_kind)
    return first->measure->time_kind < second->measure->time_kind ? -1 : 1;

  return strcmp (first->measure->code, second->measure->code);
}

static void
settle_series (StreekTargetWork *work, const StreekStagedSeries *series, StreekRowState state)
{
  for (guint32 fact = 0; fact < series->n; fact++)
    streek_staging_settle (work->staging, series->rows[fact], state);
}

static StreekTargetBatch *
find_batch (StreekTargetWork *work, const StreekTargetMeasure *measure, StreekPeriod period)
{
  g_autofree char *text = streek_period_to_string (period);
  g_autofree char *key = g_strdup_printf ("%s\t%s", measure->code, text);
  StreekTargetBatch *batch = g_hash_table_lookup (work->batches, key);

  if (batch != NULL)
    return batch;

  batch = g_new0 (StreekTargetBatch, 1);
  batch->measure = measure;
  batch->period = period;
  batch->series = g_ptr_array_new ();
  g_hash_table_insert (work->batches, g_steal_pointer (&key), batch);
  g_ptr_array_add (work->in_order, batch);

  return batch;
}

/* What no indicator was found for is settled here and now. */
void
streek_target_gather_batches (StreekTargetWork *work)
{
  StreekStaging *staging = work->staging;

  for (guint i = 0; i < staging->series->len; i++)
    {
      StreekStagedSeries *series = staging->series->pdata[i];
      const StreekTargetMeasure *measure =
        &g_array_index (work->measures, StreekTargetMeasure, series->measure);

      if (measure->state != STREEK_ROW_PENDING)
        {
          settle_series (work, series, (StreekRowState) measure->state);
          continue;
        }

      StreekPeriod period = g_array_index (staging->periods, StreekPeriod, series->period);
      StreekTargetBatch *batch = find_batch (work, measure, settle_period (measure, period));

      g_ptr_array_add (batch->series, series);
    }

  g_ptr_array_sort (work->in_order, compare_batches);
}

static void
cached_table_free (gpointer data)
{
  CachedTable *cached = data;

  streek_area_table_free (cached->table);
  g_free (cached->is_used);
  g_free (cached->is_touched);
  g_free (cached);
}

GPtrArray *
streek_target_tables_new (void)
{
  return g_ptr_array_new_with_free_func (cached_table_free);
}

static guint8 *
mark_used_areas (const StreekTargetWork *work, const StreekTargetBatch *batch)
{
  guint8 *is_used = g_new0 (guint8, work->resolved->len + 1);

  for (guint i = 0; i < batch->series->len; i++)
    {
      const StreekStagedSeries *series = batch->series->pdata[i];

      for (guint32 fact = 0; fact < series->n; fact++)
        is_used[series->areas[fact]] = TRUE;
    }

  return is_used;
}

/* The last day up to @on on which any area changed. */
static StreekDate
find_since (const StreekTargetWork *work, StreekDate on)
{
  StreekDate since = STREEK_DATE_NONE;

  for (guint i = 0; i < work->change_dates->len; i++)
    if (g_array_index (work->change_dates, StreekDate, i) <= on)
      since = MAX (since, g_array_index (work->change_dates, StreekDate, i));

  return since;
}

/* Once a table, as its batches mostly have the same areas. */
static void
count_touched (StreekTargetWork *work, const CachedTable *cached)
{
  const GArray *list = cached->table->list;

  for (guint32 i = 0; i < list->len; i++)
    if (cached->is_touched[i])
      g_hash_table_add (work->touched_areas,
                        (gpointer) g_array_index (list, StreekTargetCell, i).code);
}

static const CachedTable *
find_table (const StreekTargetWork *work, StreekDate since, const guint8 *is_used)
{
  for (guint i = work->tables->len; i > 0; i--)
    {
      const CachedTable *cached = work->tables->pdata[i - 1];

      if (cached->since == since && memcmp (cached->is_used, is_used, work->resolved->len) == 0)
        return cached;
    }

  return NULL;
}

static void
keep_table (StreekTargetWork *work, CachedTable *made)
{
  if (work->tables->len == MAX_TABLES)
    {
      count_touched (work, work->tables->pdata[0]);
      g_ptr_array_remove_index (work->tables, 0);
    }

  g_ptr_array_add (work->tables, made);
}

/* Which date fits is asked of the areas of each indicator and period by itself: a file may have
 * one series on old codes and another on new ones. */
void
streek_target_choose_table (StreekTargetWork *work, const StreekTargetBatch *batch)
{
  g_autofree guint8 *is_used = mark_used_areas (work, batch);
  StreekDate on = get_area_date (batch->measure, batch->period);
  StreekDate since = find_since (work, on);
  const CachedTable *cached = find_table (work, since, is_used);

  if (cached == NULL)
    {
      CachedTable *made = g_new0 (CachedTable, 1);

      made->since = since;
      made->table = streek_area_table_new (work->target->areas, work->known_rosters, work->resolved,
                                           is_used, on, work->staging, work->import);
      made->is_used = g_steal_pointer (&is_used);
      made->is_touched = g_new0 (guint8, made->table->list->len + 1);
      keep_table (work, made);
      cached = made;
    }

  work->table = cached->table;
  work->is_touched = cached->is_touched;
}

void
streek_target_count_touched (StreekTargetWork *work)
{
  for (guint i = 0; i < work->tables->len; i++)
    count_touched (work, work->tables->pdata[i]);
}
