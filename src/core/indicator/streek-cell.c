/* streek-cell.c: one cell of a vector, and what staff change of figures and definitions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-cell.h"

#include "indicator/streek-indicator-field.h"
#include "base/streek-number.h"
#include "exchange/streek-number-format.h"
#include "indicator/streek-totals-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

void
streek_cell_clear (StreekCell *cell)
{
  g_clear_pointer (&cell->indicator, g_free);
  g_clear_pointer (&cell->period, g_free);
  g_clear_pointer (&cell->roster_id, g_free);
  g_clear_pointer (&cell->area_code, g_free);
}

/**
 * streek_totals_locate_cell:
 * @cell: (out): the cell; clear with streek_cell_clear()
 * @error: return location for %STREEK_INDICATOR_ERROR_INVALID: the value is a sum, a ratio or a
 *   mean, and its parts must be corrected instead
 *
 * An unknown cell can be located too: that is how a missing figure is filled in.
 */
gboolean
streek_totals_locate_cell (StreekTotals *totals,
                           const StreekIndicator *indicator,
                           const StreekArea *area,
                           StreekPeriod period,
                           StreekCell *cell,
                           GError **error)
{
  g_return_val_if_fail (totals != NULL && indicator != NULL, FALSE);
  g_return_val_if_fail (area != NULL && cell != NULL, FALSE);

  StreekFigureSet figures;
  StreekPart part;

  if (!streek_totals_find_figures (totals, indicator->code, period, &figures, error))
    return FALSE;

  if (!streek_cover_find_exact (figures.slices, figures.n_slices, area,
                                streek_indicator_get_area_date (indicator, period), &part))
    {
      g_set_error_literal (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                           _ ("This figure is computed from others. Correct those instead."));
      return FALSE;
    }

  const StreekRoster *roster = part.slice->vintage->roster;

  *cell = (StreekCell){ g_strdup (figures.series->indicator), streek_period_to_string (period),
                        g_strdup (roster->id), g_strdup (roster->codes[part.entry]) };

  return TRUE;
}

static void
bind_cell (sqlite3_stmt *stmt, const StreekCell *cell)
{
  streek_db_bind_text (stmt, 1, cell->indicator);
  streek_db_bind_text (stmt, 2, cell->period);
  streek_db_bind_text (stmt, 3, cell->roster_id);
  streek_db_bind_text (stmt, 4, cell->area_code);
}

static gboolean
check_correction (const StreekCorrection *correction, GError **error)
{
  g_autofree char *reason = g_strdup (correction->reason != NULL ? correction->reason : "");

  if (*g_strstrip (reason) == '\0')
    {
      g_set_error_literal (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                           _ ("Say why this figure is corrected."));
      return FALSE;
    }

  if (correction->missing > STREEK_MISSING_NOT_YET ||
      correction->status > STREEK_STATUS_PROJECTION ||
      (correction->missing == STREEK_MISSING_NONE && !isfinite (correction->value)))
    {
      g_set_error_literal (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                           _ ("Give a number, or say why there is none."));
      return FALSE;
    }

  return TRUE;
}

static char *
describe_cell (const StreekVector *vector, const StreekRoster *roster, const char *area_code)
{
  int entry = streek_roster_find (roster, area_code);

  if (entry < 0 || (guint) entry >= vector->n)
    return NULL;

  return vector->kinds[entry] == STREEK_MISSING_NONE
           ? streek_number_to_string (vector->values[entry])
           : g_strdup (streek_missing_get_id (vector->kinds[entry]));
}

/**
 * streek_cell_read_source:
 * @text: (out) (transfer full) (nullable): what the source says, corrections aside: "12.5", or the
 *   id of a kind of missing; %NULL where there is no such cell
 * @error: return location for a #StreekStoreError, or of a damaged vector
 *
 * Returns: %FALSE with @error set where it cannot be read
 */
gboolean
streek_cell_read_source (StreekDb *db, const StreekCell *cell, char **text, GError **error)
{
  static const char sql[] =
    "SELECT data FROM vector WHERE indicator = ?1 AND period = ?2 AND roster_id = ?3 UNION ALL "
    "SELECT data FROM ref_vector WHERE indicator = ?1 AND period = ?2 AND roster_id = ?3 LIMIT 1";

  g_return_val_if_fail (db != NULL && cell != NULL && text != NULL, FALSE);

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  *text = NULL;

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, cell->indicator);
  streek_db_bind_text (stmt, 2, cell->period);
  streek_db_bind_text (stmt, 3, cell->roster_id);

  StreekStep step = streek_db_step (stmt, error);

  if (step != STREEK_STEP_ROW)
    return step == STREEK_STEP_DONE;

  g_autoptr (StreekRoster) roster = streek_roster_read (db, cell->roster_id, error);
  g_autoptr (StreekVector) vector =
    roster != NULL ? streek_vector_new_from_data (sqlite3_column_blob (stmt, 0),
                                                  (gsize) sqlite3_column_bytes (stmt, 0), error)
                   : NULL;

  if (vector == NULL)
    return FALSE;

  *text = describe_cell (vector, roster, cell->area_code);

  return TRUE;
}

/**
 * streek_cell_correct:
 * @db: the writer's connection, inside a command
 * @cell: which cell
 * @correction: what stands in its place, and why
 * @error: return location for a #StreekIndicatorError or #StreekStoreError
 *
 * Lays a value over a cell; one that lay there already is replaced. The vector stays as it is, so
 * the correction survives new reference data and streek_cell_restore() brings the figure back.
 */
gboolean
streek_cell_correct (StreekDb *db,
                     const StreekCell *cell,
                     const StreekCorrection *correction,
                     GError **error)
{
  static const char sql[] =
    "INSERT INTO cell_correction (indicator, period, roster_id, area_code, value, missing, status, "
    "reason, source, made_at, replaced, entered) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
    "ON CONFLICT DO UPDATE SET value = excluded.value, missing = excluded.missing, "
    "status = excluded.status, reason = excluded.reason, source = excluded.source, "
    "made_at = excluded.made_at, replaced = excluded.replaced, "
    "entered = excluded.entered";

  g_return_val_if_fail (db != NULL && cell != NULL && correction != NULL, FALSE);

  g_autofree char *replaced = NULL;

  if (!check_correction (correction, error) ||
      !streek_cell_read_source (db, cell, &replaced, error))
    return FALSE;

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  bind_cell (stmt, cell);

  if (correction->missing == STREEK_MISSING_NONE)
    sqlite3_bind_double (stmt, 5, correction->value);

  streek_db_bind_text (stmt, 6, streek_missing_get_id (correction->missing));
  streek_db_bind_text (stmt, 7, streek_status_get_id (correction->status));
  streek_db_bind_text (stmt, 8, correction->reason);
  streek_db_bind_text (stmt, 9, correction->source);
  sqlite3_bind_int64 (stmt, 10, correction->made_at);
  streek_db_bind_text (stmt, 11, replaced);
  sqlite3_bind_int (stmt, 12, correction->entered);

  return streek_db_finish (stmt, error);
}

static gboolean
delete_note (StreekDb *db, const StreekCell *cell, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (db,
                       "DELETE FROM cell_note WHERE indicator = ?1 AND period = ?2 "
                       "AND roster_id = ?3 AND area_code = ?4",
                       error);

  if (stmt == NULL)
    return FALSE;

  bind_cell (stmt, cell);

  return streek_db_finish (stmt, error);
}

/**
 * streek_cell_annotate:
 * @db: the writer's connection, inside a command
 * @note: what holds for this cell only; where it says nothing the note goes
 *
 * Says how exactly a figure is meant and of when it is, in place of what was said before.
 */
gboolean
streek_cell_annotate (StreekDb *db,
                      const StreekCell *cell,
                      const StreekCellNote *note,
                      GError **error)
{
  static const char sql[] =
    "INSERT INTO cell_note (indicator, period, roster_id, area_code, qualifier, reference_date, "
    "footnote) VALUES (?1, ?2, ?3, ?4, nullif (?5, ''), ?6, nullif (?7, '')) "
    "ON CONFLICT DO UPDATE SET qualifier = excluded.qualifier, "
    "reference_date = excluded.reference_date, footnote = excluded.footnote";

  g_return_val_if_fail (db != NULL && cell != NULL && note != NULL, FALSE);

  gboolean has_footnote = note->footnote != NULL && *note->footnote != '\0';
  gboolean has_reference = note->reference.kind != STREEK_PERIOD_NONE;

  if (note->qualifier == STREEK_QUALIFIER_NONE && !has_reference && !has_footnote)
    return delete_note (db, cell, error);

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  g_autofree char *reference = has_reference ? streek_period_to_string (note->reference) : NULL;

  if (stmt == NULL)
    return FALSE;

  bind_cell (stmt, cell);
  streek_db_bind_text (stmt, 5, streek_qualifier_get_id (note->qualifier));
  streek_db_bind_text (stmt, 6, reference);
  streek_db_bind_text (stmt, 7, note->footnote);

  return streek_db_finish (stmt, error);
}

/* Codes of the areas of a vector of which an import noted something, and nobody else. */
static GPtrArray *
list_noted (StreekDb *db, const StreekCell *vector, GError **error)
{
  /* what a person adds has a date, or is a sentence, or stands at a correction */
  static const char sql[] =
    "SELECT n.area_code FROM cell_note AS n WHERE n.indicator = ?1 AND n.period = ?2 "
    "AND n.roster_id = ?3 AND n.reference_date IS NULL AND length (coalesce (n.footnote, '')) <= "
    "?4 "
    "AND NOT EXISTS (SELECT 1 FROM cell_correction AS c WHERE c.indicator = n.indicator "
    "AND c.period = n.period AND c.roster_id = n.roster_id AND c.area_code = n.area_code) "
    "ORDER BY n.area_code";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  StreekStep step;

  if (stmt == NULL)
    return NULL;

  streek_db_bind_text (stmt, 1, vector->indicator);
  streek_db_bind_text (stmt, 2, vector->period);
  streek_db_bind_text (stmt, 3, vector->roster_id);
  sqlite3_bind_int (stmt, 4, STREEK_NUMBER_MAX_FLAG);

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    g_ptr_array_add (codes, streek_db_dup_text (stmt, 0));

  return step == STREEK_STEP_DONE ? g_steal_pointer (&codes) : NULL;
}

/**
 * streek_cell_drop_old_notes:
 * @vector: which vector; its area does not count
 * @codes: (element-type utf8): a set of areas whose figure is another one now
 *
 * What an import said of the former figures goes with them: "<" before 5 is none before 7. To be
 * run inside a command. What a person wrote stays.
 */
gboolean
streek_cell_drop_old_notes (StreekDb *db,
                            const StreekCell *vector,
                            GHashTable *codes,
                            GError **error)
{
  g_return_val_if_fail (db != NULL && vector != NULL && codes != NULL, FALSE);

  g_autoptr (GPtrArray) noted = list_noted (db, vector, error);

  for (guint i = 0; noted != NULL && i < noted->len; i++)
    {
      const StreekCell cell = { vector->indicator, vector->period, vector->roster_id,
                                noted->pdata[i] };

      if (g_hash_table_contains (codes, cell.area_code) && !delete_note (db, &cell, error))
        return FALSE;
    }

  return noted != NULL;
}

/**
 * streek_cell_restore:
 *
 * Takes a correction away, inside a command; without one it changes nothing.
 */
gboolean
streek_cell_restore (StreekDb *db, const StreekCell *cell, GError **error)
{
  g_return_val_if_fail (db != NULL && cell != NULL, FALSE);

  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (db,
                       "DELETE FROM cell_correction WHERE indicator = ?1 AND period = ?2 "
                       "AND roster_id = ?3 AND area_code = ?4",
                       error);

  if (stmt == NULL)
    return FALSE;

  bind_cell (stmt, cell);

  return streek_db_finish (stmt, error);
}

/**
 * streek_cell_is_corrected:
 * @is_corrected: (out): whether a correction lies over the cell
 */
gboolean
streek_cell_is_corrected (StreekDb *db,
                          const StreekCell *cell,
                          gboolean *is_corrected,
                          GError **error)
{
  g_return_val_if_fail (db != NULL && cell != NULL && is_corrected != NULL, FALSE);

  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (db,
                       "SELECT 1 FROM cell_correction WHERE indicator = ?1 AND period = ?2 "
                       "AND roster_id = ?3 AND area_code = ?4",
                       error);

  if (stmt == NULL)
    return FALSE;

  bind_cell (stmt, cell);

  StreekStep step = streek_db_step (stmt, error);

  *is_corrected = step == STREEK_STEP_ROW;

  return step != STREEK_STEP_ERROR;
}

/* Fields that only make sense together with others; streek_definition_update() writes those. */
static gboolean
is_of_the_computation (StreekIndicatorField field)
{
  switch (field)
    {
    case STREEK_INDICATOR_FIELD_KIND:
    case STREEK_INDICATOR_FIELD_NUMERATOR:
    case STREEK_INDICATOR_FIELD_DENOMINATOR:
    case STREEK_INDICATOR_FIELD_DENOMINATOR_RULE:
    case STREEK_INDICATOR_FIELD_DENOMINATOR_PERIOD:
    case STREEK_INDICATOR_FIELD_FORMULA:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether a field of a definition may hold that value; an empty weight means none. */
static gboolean
is_valid_overlay (const char *id, const char *value)
{
  StreekIndicator scratch = { 0 };
  StreekIndicatorField field;

  return streek_indicator_field_parse_id (id, &field) && !is_of_the_computation (field) &&
         streek_indicator_set_field (&scratch, field, value) &&
         (*value != '\0' || !streek_indicator_field_is_needed (field));
}

static gboolean
write_overlay (StreekDb *db, const char *code, const char *field, const char *value, GError **error)
{
  const char *sql = value != NULL ? "INSERT INTO indicator_overlay (code, field, value) "
                                    "VALUES (?1, ?2, ?3) "
                                    "ON CONFLICT DO UPDATE SET value = excluded.value"
                                  : "DELETE FROM indicator_overlay WHERE code = ?1 AND field = ?2";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, code);
  streek_db_bind_text (stmt, 2, field);

  if (value != NULL)
    streek_db_bind_text (stmt, 3, value);

  return streek_db_finish (stmt, error);
}

/**
 * streek_indicator_overlay_set:
 * @code: an indicator
 * @field: the name of a field, but not of one that says how the figure is computed
 * @value: (nullable): as text with a decimal point; %NULL brings the definition's own back
 * @error: return location for %STREEK_INDICATOR_ERROR_INVALID or a #StreekStoreError
 *
 * Changes a definition for this workspace, inside a command; it survives new reference data.
 */
gboolean
streek_indicator_overlay_set (
  StreekDb *db, const char *code, const char *field, const char *value, GError **error)
{
  g_return_val_if_fail (db != NULL && code != NULL && field != NULL, FALSE);

  if (value != NULL && !is_valid_overlay (field, value))
    {
      g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                   /* Translators: %s is what was typed. */
                   _ ("“%s” does not fit there."), value);
      return FALSE;
    }

  return write_overlay (db, code, field, value, error);
}
