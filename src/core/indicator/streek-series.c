/* streek-series.c: all vectors of one indicator, with what staff corrected in them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-series.h"

#include "base/streek-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
free_slice (gpointer data)
{
  StreekSlice *slice = data;

  streek_vector_free (slice->vector);
  g_free (slice->source);
  g_clear_pointer (&slice->corrections, g_hash_table_unref);
  g_clear_pointer (&slice->entered, g_hash_table_unref);
  g_clear_pointer (&slice->marks, g_hash_table_unref);
  g_free (slice);
}

void
streek_series_free (StreekSeries *series)
{
  if (series == NULL)
    return;

  g_ptr_array_unref (series->slices);
  g_free (series->indicator);
  g_free (series);
}

static const StreekVintage *
ensure_vintage (
  StreekDb *db, StreekAreas *areas, GHashTable *vintages, const char *roster_id, GError **error)
{
  StreekVintage *vintage = g_hash_table_lookup (vintages, roster_id);

  if (vintage != NULL)
    return vintage;

  StreekRoster *roster = streek_roster_read (db, roster_id, error);

  if (roster == NULL)
    return NULL;

  vintage = streek_vintage_new (roster, areas);
  g_hash_table_insert (vintages, roster->id, vintage);

  return vintage;
}

static gboolean
add_slice (StreekSeries *series, sqlite3_stmt *stmt, const StreekVintage *vintage, GError **error)
{
  StreekSlice *slice = g_new0 (StreekSlice, 1);

  g_ptr_array_add (series->slices, slice);
  slice->vintage = vintage;
  slice->source = streek_db_dup_text (stmt, 3);

  if (!streek_period_parse (streek_db_peek_text (stmt, 0), &slice->period, error))
    return FALSE;

  slice->vector = streek_vector_read_column (stmt, 2, vintage->roster->n, error);

  if (slice->vector == NULL)
    g_prefix_error (error, "%s %s: ", series->indicator, streek_db_peek_text (stmt, 0));

  return slice->vector != NULL;
}

/* A vector of the workspace's own stands in the place of the reference vector of that key. */
static gboolean
load_slices (
  StreekSeries *series, StreekDb *db, StreekAreas *areas, GHashTable *vintages, GError **error)
{
  static const char sql[] =
    "SELECT period, roster_id, data, source FROM vector WHERE indicator = ?1 UNION ALL "
    "SELECT period, roster_id, data, source FROM ref_vector AS r WHERE indicator = ?1 "
    "AND NOT EXISTS (SELECT 1 FROM vector AS v WHERE v.indicator = r.indicator "
    "AND v.period = r.period AND v.roster_id = r.roster_id) ORDER BY 1, 2";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekStep step;

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, series->indicator);

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      const StreekVintage *vintage =
        ensure_vintage (db, areas, vintages, streek_db_peek_text (stmt, 1), error);

      if (vintage == NULL || !add_slice (series, stmt, vintage, error))
        return FALSE;
    }

  return step == STREEK_STEP_DONE;
}

static StreekSlice *
find_slice (const StreekSeries *series, const char *period_text, const char *roster_id)
{
  StreekPeriod period;

  if (!streek_period_parse (period_text, &period, NULL))
    return NULL;

  for (guint i = 0; i < series->slices->len; i++)
    {
      StreekSlice *slice = g_ptr_array_index (series->slices, i);

      if (streek_period_equal (slice->period, period) &&
          strcmp (slice->vintage->roster->id, roster_id) == 0)
        return slice;
    }

  return NULL;
}

/* The cell that a row of corrections or notes is about; FALSE where its vector went away. */
static gboolean
find_cell (const StreekSeries *series, sqlite3_stmt *stmt, StreekSlice **slice, int *entry)
{
  *slice = find_slice (series, streek_db_peek_text (stmt, 0), streek_db_peek_text (stmt, 1));
  *entry = *slice != NULL
             ? streek_roster_find ((*slice)->vintage->roster, streek_db_peek_text (stmt, 2))
             : -1;

  return *entry >= 0;
}

static void
correct_cell (StreekSlice *slice, guint entry, sqlite3_stmt *stmt)
{
  StreekMissing missing;
  StreekStatus status;
  double value = sqlite3_column_double (stmt, 3);

  if (!streek_missing_parse_id (streek_db_peek_text (stmt, 4), &missing) ||
      !streek_status_parse_id (streek_db_peek_text (stmt, 5), &status))
    return;

  if (missing == STREEK_MISSING_NONE && isfinite (value))
    streek_vector_set_value (slice->vector, entry, value, status);
  else if (missing != STREEK_MISSING_NONE && missing <= STREEK_MISSING_NOT_YET)
    streek_vector_set_missing (slice->vector, entry, missing);
  else
    return;

  GHashTable **said = sqlite3_column_int (stmt, 7) != 0 ? &slice->entered : &slice->corrections;

  if (*said == NULL)
    *said = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  g_hash_table_insert (*said, GUINT_TO_POINTER (entry),
                       g_strdup (streek_db_peek_text (stmt, *said == slice->entered ? 8 : 6)));
}

static gboolean
load_corrections (StreekSeries *series, StreekDb *db, GError **error)
{
  static const char sql[] =
    "SELECT period, roster_id, area_code, value, missing, status, reason, entered, source "
    "FROM cell_correction "
    "WHERE indicator = ?1 ORDER BY period, roster_id, area_code";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekStep step;
  StreekSlice *slice;
  int entry;

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, series->indicator);

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    if (find_cell (series, stmt, &slice, &entry))
      correct_cell (slice, (guint) entry, stmt);

  return step == STREEK_STEP_DONE;
}

static void
free_mark (gpointer data)
{
  StreekCellMark *mark = data;

  g_free (mark->note);
  g_free (mark);
}

/* Words that people wrote with or without a capital and a full stop, as a sentence of its own. */
static void
add_sentence (GString *note, const char *words)
{
  if (*words == '\0')
    return;

  if (note->len > 0)
    g_string_append_c (note, ' ');

  g_string_append_unichar (note, g_unichar_totitle (g_utf8_get_char (words)));
  g_string_append (note, g_utf8_next_char (words));

  if (strchr (".?!", note->str[note->len - 1]) == NULL)
    g_string_append_c (note, '.');
}

/* A qualifier of which no word is known is shown as it is. */
static char *
make_cell_note (const StreekCellMark *mark, const char *qualifier, const char *footnote)
{
  GString *note = g_string_new (NULL);

  add_sentence (note, mark->qualifier != STREEK_QUALIFIER_NONE
                        ? streek_qualifier_get_label (mark->qualifier)
                        : qualifier);

  if (mark->reference.kind != STREEK_PERIOD_NONE)
    {
      g_autofree char *date = streek_format_period (streek_format_get_default (), mark->reference);
      /* Translators: %s is a day or a month: when a single figure is about. */
      g_autofree char *sentence = g_strdup_printf (_ ("Figure of %s."), date);

      add_sentence (note, sentence);
    }

  add_sentence (note, footnote);

  return g_string_free (note, FALSE);
}

static void
mark_cell (StreekSlice *slice, int entry, sqlite3_stmt *stmt)
{
  StreekCellMark *mark = g_new0 (StreekCellMark, 1);
  const char *qualifier = streek_db_peek_text (stmt, 3);

  streek_qualifier_parse_id (qualifier, &mark->qualifier);

  if (!streek_period_parse (streek_db_peek_text (stmt, 4), &mark->reference, NULL))
    mark->reference = (StreekPeriod){ 0 };

  mark->note = make_cell_note (mark, qualifier, streek_db_peek_text (stmt, 5));

  if (slice->marks == NULL)
    slice->marks = g_hash_table_new_full (NULL, NULL, NULL, free_mark);

  g_hash_table_insert (slice->marks, GINT_TO_POINTER (entry), mark);
}

static gboolean
load_notes (StreekSeries *series, StreekDb *db, GError **error)
{
  static const char sql[] =
    "SELECT period, roster_id, area_code, qualifier, reference_date, footnote FROM cell_note "
    "WHERE indicator = ?1 ORDER BY period, roster_id, area_code";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekStep step;
  StreekSlice *slice;
  int entry;

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, series->indicator);

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    if (find_cell (series, stmt, &slice, &entry))
      mark_cell (slice, entry, stmt);

  return step == STREEK_STEP_DONE;
}

static int
compare_slices (gconstpointer a, gconstpointer b)
{
  const StreekSlice *slice_a = *(StreekSlice *const *) a;
  const StreekSlice *slice_b = *(StreekSlice *const *) b;
  int by_period = streek_period_compare (slice_a->period, slice_b->period);

  return by_period != 0 ? by_period
                        : strcmp (slice_a->vintage->roster->id, slice_b->vintage->roster->id);
}

/**
 * streek_series_load:
 * @db: a connection to the workspace
 * @areas: its areas, which must outlive the series
 * @vintages: (element-type utf8 StreekVintage): those known so far; new ones are added
 * @indicator: code
 * @error: return location for a #StreekStoreError or #StreekIndicatorError
 *
 * Reads every vector of an indicator and lays corrections and notes over its cells. A damaged
 * vector fails the whole, because a total that silently lacks a year would be a lie.
 *
 * Returns: (transfer full): the series, empty where the indicator has no figures of its own
 */
StreekSeries *
streek_series_load (
  StreekDb *db, StreekAreas *areas, GHashTable *vintages, const char *indicator, GError **error)
{
  g_autoptr (StreekSeries) series = g_new0 (StreekSeries, 1);

  series->indicator = g_strdup (indicator);
  series->slices = g_ptr_array_new_with_free_func (free_slice);

  if (!load_slices (series, db, areas, vintages, error) || !load_corrections (series, db, error) ||
      !load_notes (series, db, error))
    return NULL;

  g_ptr_array_sort (series->slices, compare_slices);

  return g_steal_pointer (&series);
}

const StreekCellMark *
streek_slice_find_mark (const StreekSlice *slice, guint entry)
{
  return slice->marks != NULL ? g_hash_table_lookup (slice->marks, GUINT_TO_POINTER (entry)) : NULL;
}

/**
 * streek_series_find:
 * @n_slices: (out): how many vectors that period has
 *
 * Returns: (transfer none) (nullable): the first of them
 */
StreekSlice *const *
streek_series_find (const StreekSeries *series, StreekPeriod period, guint *n_slices)
{
  guint first = 0;

  while (first < series->slices->len &&
         !streek_period_equal (((StreekSlice *) series->slices->pdata[first])->period, period))
    first++;

  guint end = first;

  while (end < series->slices->len &&
         streek_period_equal (((StreekSlice *) series->slices->pdata[end])->period, period))
    end++;

  *n_slices = end - first;

  return end > first ? (StreekSlice *const *) series->slices->pdata + first : NULL;
}
