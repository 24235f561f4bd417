/* streek-indicator-target-facts.c: lays the facts of one indicator and period in its cells */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-target-work.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Room for no area at all is room too: it is cleared like any other. */
static void
make_room (StreekTargetWork *work, guint n)
{
  n = MAX (n, 1);
  if (n <= work->n_room)
    return;

  work->n_room = n;
  work->values = g_renew (double, work->values, n);
  work->metas = g_renew (guint8, work->metas, n);
  work->filled = g_renew (guint8, work->filled, n);
  work->has_total = g_renew (guint8, work->has_total, n);
  work->conflicts = g_renew (guint8, work->conflicts, n);
  work->from_rows = g_renew (guint32, work->from_rows, n);
  work->parts = g_renew (double, work->parts, n);
  work->part_metas = g_renew (guint8, work->part_metas, n);
}

void
streek_target_cells_clear (StreekTargetWork *work)
{
  g_free (work->values);
  g_free (work->metas);
  g_free (work->filled);
  g_free (work->has_total);
  g_free (work->conflicts);
  g_free (work->from_rows);
  g_free (work->parts);
  g_free (work->part_metas);
}

static const char *
get_area_text (const StreekTargetWork *work, guint32 area)
{
  const char *text = "";

  for (guint i = 0; i < work->staging->area_columns->len; i++)
    {
      const char *cell = streek_staging_get_area_text (work->staging, area, i);

      text = cell != NULL ? cell : text;
    }

  return text;
}

static void
tell_unknown_area (StreekTargetWork *work, guint32 area, guint32 row, StreekRowState state)
{
  const char *text = get_area_text (work, area);
  StreekImportFinding *finding =
    streek_import_add_finding (work->import, STREEK_IMPORT_REJECTED,
                               state == STREEK_ROW_UNKNOWN_AREA ? "area/unknown" : "area/ambiguous",
                               work->staging, row, NULL, text);

  if (finding->message != NULL)
    return;

  if (state == STREEK_ROW_AMBIGUOUS_AREA)
    finding->message = g_strdup_printf (
      /* Translators: %s is a name in a file. */
      _ ("“%s” can be several areas."), text);
  else if (*text == '\0')
    finding->message = g_strdup (_ ("The row does not say which area it is about."));
  else
    {
      finding->message = g_strdup_printf (
        /* Translators: %s is a name or code in a file. */
        _ ("“%s” is no area that is known here."), text);
      streek_area_index_ask (work->target->index, work->staging, work->import, area);
    }
}

static void
refuse_fact (StreekTargetWork *work, const StreekStagedSeries *series, guint32 fact)
{
  guint32 area = series->areas[fact];
  guint32 row = series->rows[fact];
  StreekRowState state = (StreekRowState) work->table->states[area];

  if (STREEK_FACT_IS_BLANK (series->metas[fact]) && streek_row_state_is_rejected (state))
    {
      g_array_append_val (work->blank_rows, row);
      return;
    }

  if (work->staging->row_states->data[row] == STREEK_ROW_PENDING &&
      streek_row_state_is_rejected (state))
    tell_unknown_area (work, area, row, state);

  streek_staging_settle (work->staging, row, state);
}

static gboolean
is_same_fact (double a, guint8 meta_a, double b, guint8 meta_b)
{
  return meta_a == meta_b && (STREEK_FACT_MISSING (meta_a) != STREEK_MISSING_NONE || a == b);
}

/* Lays the facts of one series in the cells. A second fact for a cell says the same, or contradicts
 * the first; an empty one says nothing. */
static void
lay_series (StreekTargetWork *work, const StreekStagedSeries *series)
{
  for (guint32 fact = 0; fact < series->n; fact++)
    {
      guint32 cell = work->table->cells[series->areas[fact]];
      guint8 meta = series->metas[fact];

      if (G_UNLIKELY (cell == STREEK_NO_CELL))
        {
          refuse_fact (work, series, fact);
          continue;
        }

      if (G_UNLIKELY (work->filled[cell]) && !STREEK_FACT_IS_BLANK (work->part_metas[cell]))
        {
          if (!STREEK_FACT_IS_BLANK (meta) &&
              !is_same_fact (work->parts[cell], work->part_metas[cell], series->values[fact], meta))
            work->conflicts[cell] = TRUE;
          continue;
        }

      work->filled[cell] = TRUE;
      work->parts[cell] = series->values[fact];
      work->part_metas[cell] = meta;
      work->from_rows[cell] = series->rows[fact];
    }
}

static void
tell_double (StreekTargetWork *work,
             const StreekStagedSeries *series,
             guint32 fact,
             gboolean is_conflict)
{
  guint32 cell = work->table->cells[series->areas[fact]];
  const StreekTargetCell *target = &g_array_index (work->table->list, StreekTargetCell, cell);
  const char *name = target->area != NULL ? target->area->name : target->code;
  guint32 row = series->rows[fact];
  StreekImportFinding *finding = streek_import_add_finding (
    work->import, is_conflict ? STREEK_IMPORT_REJECTED : STREEK_IMPORT_NOTE,
    is_conflict ? "row/contradiction" : "row/duplicate", work->staging, row, NULL,
    is_conflict ? name : NULL);

  if (finding->message != NULL)
    return;

  if (is_conflict)
    finding->message = g_strdup_printf (
      /* Translators: %s is the name of an area. */
      _ ("Two rows say different things of %s. Neither is taken."), name);
  else
    finding->message = g_strdup (_ ("The same figure stands in the file twice. It is taken once."));
}

/* Notes which facts stand in the cells now. */
static void
mark_taken (StreekTargetWork *work, StreekStagedSeries *series)
{
  for (guint32 fact = 0; fact < series->n; fact++)
    {
      guint32 cell = work->table->cells[series->areas[fact]];

      if (cell != STREEK_NO_CELL && work->from_rows[cell] == series->rows[fact])
        series->metas[fact] |= STREEK_FACT_TAKEN;
    }
}

/* Once all parts are there: where one of them contradicts itself, none is taken. */
static void
settle_facts (StreekTargetWork *work, const StreekStagedSeries *series)
{
  for (guint32 fact = 0; fact < series->n; fact++)
    {
      guint32 cell = work->table->cells[series->areas[fact]];
      guint32 row = series->rows[fact];

      if (cell == STREEK_NO_CELL || G_UNLIKELY (STREEK_FACT_IS_REJECTED (series->metas[fact])))
        continue;

      if (G_UNLIKELY (work->conflicts[cell]))
        {
          tell_double (work, series, fact, TRUE);
          streek_staging_settle (work->staging, row, STREEK_ROW_CONTRADICTION);
        }
      else if (G_LIKELY (series->metas[fact] & STREEK_FACT_TAKEN))
        streek_staging_settle (work->staging, row, STREEK_ROW_TAKEN);
      else
        {
          if (work->staging->row_states->data[row] == STREEK_ROW_PENDING)
            tell_double (work, series, fact, FALSE);
          streek_staging_settle (work->staging, row, STREEK_ROW_DUPLICATE);
        }
    }
}

static guint8
make_meta (StreekMissing missing, StreekStatus status, gboolean is_blank)
{
  return (guint8) (missing | (status << 3) | (is_blank ? 0x20 : 0));
}

/* What is missing in a part is missing in the sum, and what is hidden hides it. */
static void
add_part (StreekTargetWork *work, guint cell)
{
  guint8 total = work->metas[cell];
  guint8 part = work->part_metas[cell];
  StreekMissing a = STREEK_FACT_MISSING (total);
  StreekMissing b = STREEK_FACT_MISSING (part);
  StreekMissing missing =
    a == STREEK_MISSING_HIDDEN || b == STREEK_MISSING_HIDDEN ? STREEK_MISSING_HIDDEN : MAX (a, b);
  StreekStatus status = missing == STREEK_MISSING_NONE
                          ? MAX (STREEK_FACT_STATUS (total), STREEK_FACT_STATUS (part))
                          : STREEK_STATUS_FINAL;

  work->values[cell] =
    missing == STREEK_MISSING_NONE ? work->values[cell] + work->parts[cell] : NAN;
  work->metas[cell] =
    make_meta (missing, status, STREEK_FACT_IS_BLANK (total) && STREEK_FACT_IS_BLANK (part));
}

/* Adds what one contribution says to the totals. */
static void
add_contribution (StreekTargetWork *work)
{
  for (guint cell = 0; cell < work->table->list->len; cell++)
    {
      if (!work->filled[cell])
        continue;

      if (work->has_total[cell])
        {
          add_part (work, cell);
          continue;
        }

      work->has_total[cell] = TRUE;
      work->values[cell] = work->parts[cell];
      work->metas[cell] = work->part_metas[cell];
    }
}

static int
compare_contributions (gconstpointer a, gconstpointer b, gpointer data)
{
  const StreekTargetWork *work = data;
  const StreekStagedSeries *first = *(StreekStagedSeries *const *) a;
  const StreekStagedSeries *second = *(StreekStagedSeries *const *) b;
  guint32 x = g_array_index (work->measures, StreekTargetMeasure, first->measure).contribution;
  guint32 y = g_array_index (work->measures, StreekTargetMeasure, second->measure).contribution;

  return x < y ? -1 : x > y;
}

void
streek_target_lay_batch (StreekTargetWork *work, const StreekTargetBatch *batch)
{
  guint n = work->table->list->len;
  GPtrArray *series = batch->series;

  make_room (work, n);
  memset (work->has_total, 0, n);
  memset (work->conflicts, 0, n);
  g_ptr_array_sort_with_data (series, compare_contributions, work);

  for (guint first = 0, end; first < series->len; first = end)
    {
      for (end = first + 1;
           end < series->len &&
           compare_contributions (&series->pdata[first], &series->pdata[end], work) == 0;
           end++)
        ;

      memset (work->filled, 0, n);
      for (guint i = first; i < end; i++)
        lay_series (work, series->pdata[i]);
      for (guint i = first; i < end; i++)
        mark_taken (work, series->pdata[i]);
      add_contribution (work);
    }

  for (guint i = 0; i < series->len; i++)
    settle_facts (work, series->pdata[i]);
}
