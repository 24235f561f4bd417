/* streek-catalogue.c: all indicators, with what staff changed of them laid over */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-catalogue-private.h"
#include "indicator/streek-indicator-field.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Columns before the fields of a definition. */
enum
{
  COLUMN_CODE,
  COLUMN_IS_OWN,
  COLUMN_FIRST_FIELD,
};

const char *
streek_catalogue_keep (StreekCatalogue *catalogue, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (catalogue->strings, text) : NULL;
}

const char *
streek_catalogue_keep_column (StreekCatalogue *catalogue, sqlite3_stmt *stmt, int column)
{
  g_autofree char *text = streek_db_dup_text (stmt, column);

  return streek_catalogue_keep (catalogue, text);
}

int
streek_catalogue_compare_periods (gconstpointer a, gconstpointer b)
{
  return streek_period_compare (*(const StreekPeriod *) a, *(const StreekPeriod *) b);
}

static gboolean
fill_fields (StreekCatalogue *catalogue, StreekIndicator *indicator, sqlite3_stmt *stmt)
{
  for (guint i = 0; i < STREEK_INDICATOR_N_FIELDS; i++)
    if (i != STREEK_INDICATOR_FIELD_MULTIPLIER &&
        !streek_indicator_set_field (
          indicator, i,
          streek_catalogue_keep_column (catalogue, stmt, COLUMN_FIRST_FIELD + (int) i)))
      return FALSE;

  /* as text it would lose digits */
  indicator->multiplier =
    sqlite3_column_double (stmt, COLUMN_FIRST_FIELD + STREEK_INDICATOR_FIELD_MULTIPLIER);

  return isfinite (indicator->multiplier) && streek_indicator_is_consistent (indicator);
}

static gboolean
add_from_row (StreekCatalogue *catalogue, sqlite3_stmt *stmt, GError **error)
{
  StreekIndicator *indicator = g_new0 (StreekIndicator, 1);

  g_ptr_array_add (catalogue->indicators, indicator);
  indicator->code = streek_catalogue_keep_column (catalogue, stmt, COLUMN_CODE);
  indicator->is_own = sqlite3_column_int (stmt, COLUMN_IS_OWN) != 0;
  g_hash_table_insert (catalogue->by_code, (gpointer) indicator->code, indicator);

  if (fill_fields (catalogue, indicator, stmt))
    return TRUE;

  g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
               _ ("The definition of the indicator %s cannot be read."), indicator->code);

  return FALSE;
}

static gboolean
load_indicators (StreekCatalogue *catalogue, StreekDb *db, GError **error)
{
  static const char sql[] =
    "SELECT code, 0 AS is_own, " STREEK_INDICATOR_FIELD_COLUMNS ", rank FROM ref_indicator "
    "WHERE code NOT IN (SELECT code FROM indicator) UNION ALL "
    "SELECT code, 1, " STREEK_INDICATOR_FIELD_COLUMNS
    ", rank FROM indicator ORDER BY is_own, rank, code";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    if (!add_from_row (catalogue, stmt, error))
      return FALSE;

  return step == STREEK_STEP_DONE;
}

/* All that is laid over one definition; where it does not fit together that stays as it was, and
 * streek_indicator_check() tells. */
static void
lay_over (StreekIndicator *indicator, const StreekIndicator *laid)
{
  if (streek_indicator_is_consistent (laid))
    *indicator = *laid;
}

static gboolean
load_overlays (StreekCatalogue *catalogue, StreekDb *db, GError **error)
{
  static const char sql[] = "SELECT code, field, value FROM indicator_overlay ORDER BY code, field";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekIndicator *indicator = NULL;
  StreekIndicator laid;
  StreekStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      StreekIndicator *next =
        g_hash_table_lookup (catalogue->by_code, streek_db_peek_text (stmt, 0));
      StreekIndicatorField field;

      if (next != indicator && indicator != NULL)
        lay_over (indicator, &laid);
      if (next != indicator && next != NULL)
        laid = *next;

      indicator = next;

      if (indicator != NULL && !indicator->is_own &&
          streek_indicator_field_parse_id (streek_db_peek_text (stmt, 1), &field))
        streek_indicator_set_field (&laid, field,
                                    streek_catalogue_keep_column (catalogue, stmt, 2));
    }

  if (indicator != NULL)
    lay_over (indicator, &laid);

  return step == STREEK_STEP_DONE;
}

/* Where a theme first comes up; within it the order is kept. */
static int
compare_themes (gconstpointer a, gconstpointer b, gpointer data)
{
  GHashTable *ranks = data;
  const StreekIndicator *first = *(StreekIndicator *const *) a;
  const StreekIndicator *second = *(StreekIndicator *const *) b;

  return GPOINTER_TO_INT (g_hash_table_lookup (ranks, first->theme)) -
         GPOINTER_TO_INT (g_hash_table_lookup (ranks, second->theme));
}

/* The office's own stand behind those of their theme, new themes at the end. */
static void
gather_themes (StreekCatalogue *catalogue)
{
  g_autoptr (GHashTable) ranks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < catalogue->indicators->len; i++)
    {
      const StreekIndicator *indicator = g_ptr_array_index (catalogue->indicators, i);

      if (!g_hash_table_contains (ranks, indicator->theme))
        g_hash_table_insert (ranks, (gpointer) indicator->theme,
                             GUINT_TO_POINTER (g_hash_table_size (ranks)));
    }

  g_ptr_array_sort_with_data (catalogue->indicators, compare_themes, ranks);
}

GArray *
streek_catalogue_ensure_periods (StreekCatalogue *catalogue, const char *code)
{
  GArray *periods = g_hash_table_lookup (catalogue->periods, code);

  if (periods == NULL)
    {
      periods = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));
      g_hash_table_insert (catalogue->periods, (gpointer) streek_catalogue_keep (catalogue, code),
                           periods);
    }

  return periods;
}

static gboolean
add_period (StreekCatalogue *catalogue, const char *code, const char *text, GError **error)
{
  StreekPeriod period;

  if (!streek_period_parse (text, &period, error))
    {
      g_prefix_error (error, "%s: ", code);
      return FALSE;
    }

  g_array_append_val (streek_catalogue_ensure_periods (catalogue, code), period);

  return TRUE;
}

static gboolean
load_periods (StreekCatalogue *catalogue, StreekDb *db, GError **error)
{
  static const char sql[] =
    "SELECT indicator, period FROM ref_vector UNION SELECT indicator, period FROM vector "
    "ORDER BY 1, 2";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    if (!add_period (catalogue, streek_db_peek_text (stmt, 0), streek_db_peek_text (stmt, 1),
                     error))
      return FALSE;

  GHashTableIter iter;
  gpointer periods;

  g_hash_table_iter_init (&iter, catalogue->periods);

  while (g_hash_table_iter_next (&iter, NULL, &periods))
    g_array_sort (periods, streek_catalogue_compare_periods);

  return step == STREEK_STEP_DONE;
}

static void
mark_those_with_data (StreekCatalogue *catalogue)
{
  for (guint i = 0; i < catalogue->indicators->len; i++)
    {
      StreekIndicator *indicator = g_ptr_array_index (catalogue->indicators, i);
      g_autoptr (GArray) periods = streek_catalogue_list_periods (catalogue, indicator);

      indicator->has_data = periods->len > 0;
    }
}

/**
 * streek_catalogue_load:
 * @db: a connection to a workspace
 * @error: return location for a #StreekStoreError or #StreekIndicatorError
 *
 * Reads every definition, lays what staff changed over it, and notes which periods have figures.
 *
 * Returns: (transfer full): the catalogue, or %NULL with @error set
 */
StreekCatalogue *
streek_catalogue_load (StreekDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (StreekCatalogue) catalogue = g_new0 (StreekCatalogue, 1);

  g_atomic_ref_count_init (&catalogue->ref_count);
  catalogue->strings = g_string_chunk_new (16384);
  catalogue->indicators = g_ptr_array_new_with_free_func (g_free);
  catalogue->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  catalogue->periods =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  catalogue->computed =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  streek_catalogue_init_links (catalogue);

  if (!load_indicators (catalogue, db, error) || !load_overlays (catalogue, db, error) ||
      !load_periods (catalogue, db, error) || !streek_catalogue_load_links (catalogue, db, error))
    return NULL;

  gather_themes (catalogue);
  streek_catalogue_chain_periods (catalogue);
  streek_catalogue_resolve_formulas (catalogue);
  mark_those_with_data (catalogue);

  return g_steal_pointer (&catalogue);
}

/**
 * streek_catalogue_ref:
 *
 * Returns: (transfer full): @catalogue
 */
StreekCatalogue *
streek_catalogue_ref (StreekCatalogue *catalogue)
{
  g_return_val_if_fail (catalogue != NULL, NULL);

  g_atomic_ref_count_inc (&catalogue->ref_count);

  return catalogue;
}

/**
 * streek_catalogue_unref:
 * @catalogue: (nullable) (transfer full): a catalogue; its indicators go with it
 */
void
streek_catalogue_unref (StreekCatalogue *catalogue)
{
  if (catalogue == NULL || !g_atomic_ref_count_dec (&catalogue->ref_count))
    return;

  streek_catalogue_clear_links (catalogue);
  g_hash_table_unref (catalogue->computed);
  g_hash_table_unref (catalogue->periods);
  g_hash_table_unref (catalogue->by_code);
  g_ptr_array_unref (catalogue->indicators);
  g_string_chunk_free (catalogue->strings);
  g_free (catalogue);
}

guint
streek_catalogue_get_n_indicators (const StreekCatalogue *catalogue)
{
  g_return_val_if_fail (catalogue != NULL, 0);

  return catalogue->indicators->len;
}

/**
 * streek_catalogue_get:
 * @index: a number below streek_catalogue_get_n_indicators()
 *
 * Returns: (transfer none): the indicator; themes stand together, in the order of their subjects
 */
const StreekIndicator *
streek_catalogue_get (const StreekCatalogue *catalogue, guint index)
{
  g_return_val_if_fail (catalogue != NULL && index < catalogue->indicators->len, NULL);

  return g_ptr_array_index (catalogue->indicators, index);
}

/**
 * streek_catalogue_find:
 * @error: (optional): return location for %STREEK_INDICATOR_ERROR_UNKNOWN
 *
 * Returns: (transfer none): the indicator of that code, or %NULL with @error set
 */
const StreekIndicator *
streek_catalogue_find (const StreekCatalogue *catalogue, const char *code, GError **error)
{
  g_return_val_if_fail (catalogue != NULL && code != NULL, NULL);

  const StreekIndicator *indicator = g_hash_table_lookup (catalogue->by_code, code);

  if (indicator == NULL)
    g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_UNKNOWN,
                 /* Translators: %s is the code that was asked for. */
                 _ ("There is no indicator “%s” in this file."), code);

  return indicator;
}
