/* streek-indicator-check.c: whether every figure in a file is whole, for `streek verify` */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-check.h"

#include "indicator/streek-formula.h"
#include "indicator/streek-indicator.h"
#include "indicator/streek-roster.h"
#include "indicator/streek-vector.h"
#include "rule/streek-finding.h"

#include <glib/gi18n-lib.h>

static void
take_error (GPtrArray *findings, const char *id, const char *place, GError *error)
{
  g_ptr_array_add (findings, streek_finding_new (STREEK_SEVERITY_ERROR, id, place, error->message));
  g_error_free (error);
}

/* roster id -> how many areas it has; damaged ones are findings and stay out */
static gboolean
check_rosters (StreekDb *db, GHashTable *sizes, GPtrArray *findings, GError **error)
{
  static const char sql[] = "SELECT id FROM ref_roster UNION SELECT id FROM roster ORDER BY 1";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      const char *id = streek_db_peek_text (stmt, 0);
      GError *fault = NULL;
      g_autoptr (StreekRoster) roster = streek_roster_read (db, id, &fault);

      if (roster != NULL)
        g_hash_table_insert (sizes, g_strdup (id), GUINT_TO_POINTER (roster->n));
      else
        take_error (findings, "indicator/roster-damaged", id, fault);
    }

  return step == STREEK_STEP_DONE;
}

static void
check_vector (sqlite3_stmt *stmt, GHashTable *sizes, GPtrArray *findings)
{
  const char *roster_id = streek_db_peek_text (stmt, 2);
  g_autofree char *place = g_strdup_printf ("%s %s %s", streek_db_peek_text (stmt, 0),
                                            streek_db_peek_text (stmt, 1), roster_id);
  GError *fault = NULL;
  g_autoptr (StreekVector) vector = streek_vector_new_from_data (
    sqlite3_column_blob (stmt, 3), (gsize) sqlite3_column_bytes (stmt, 3), &fault);

  if (vector == NULL)
    take_error (findings, "indicator/vector-damaged", place, fault);
  else if (vector->n != GPOINTER_TO_UINT (g_hash_table_lookup (sizes, roster_id)))
    g_ptr_array_add (findings, streek_finding_new (
                                 STREEK_SEVERITY_ERROR, "indicator/vector-without-roster", place,
                                 _ ("There are more or fewer figures than areas they are about.")));
}

static gboolean
check_vectors (StreekDb *db, GHashTable *sizes, GPtrArray *findings, GError **error)
{
  static const char sql[] = "SELECT indicator, period, roster_id, data FROM ref_vector UNION ALL "
                            "SELECT indicator, period, roster_id, data FROM vector "
                            "ORDER BY 1, 2, 3";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    check_vector (stmt, sizes, findings);

  return step == STREEK_STEP_DONE;
}

/* What staff laid over something that is no longer there has no effect, and they should know. */
static gboolean
check_corrections (StreekDb *db, GPtrArray *findings, GError **error)
{
  static const char sql[] =
    "SELECT indicator, period, area_code FROM cell_correction AS c "
    "WHERE NOT EXISTS (SELECT 1 FROM ref_vector AS v WHERE v.indicator = c.indicator "
    "AND v.period = c.period AND v.roster_id = c.roster_id) "
    "AND NOT EXISTS (SELECT 1 FROM vector AS v WHERE v.indicator = c.indicator "
    "AND v.period = c.period AND v.roster_id = c.roster_id) ORDER BY 1, 2, 3";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      g_autofree char *place =
        g_strdup_printf ("%s %s %s", streek_db_peek_text (stmt, 0), streek_db_peek_text (stmt, 1),
                         streek_db_peek_text (stmt, 2));

      g_ptr_array_add (
        findings,
        streek_finding_new (STREEK_SEVERITY_WARNING, "indicator/correction-without-figure", place,
                            _ ("The figure that was corrected by hand is no longer in "
                               "the file, so the correction has no effect.")));
    }

  return step == STREEK_STEP_DONE;
}

/* What was checked when it was written can have lost an indicator since. */
static void
check_formulas (const StreekCatalogue *catalogue, GPtrArray *findings)
{
  for (guint i = 0; i < streek_catalogue_get_n_indicators (catalogue); i++)
    {
      const StreekIndicator *indicator = streek_catalogue_get (catalogue, i);
      g_auto (StreekFormulaProblem) problem = { 0 };

      if (indicator->kind == STREEK_INDICATOR_FORMULA &&
          !streek_indicator_check_formula (catalogue, indicator, &problem))
        g_ptr_array_add (findings,
                         streek_finding_new (STREEK_SEVERITY_WARNING, "indicator/formula-broken",
                                             indicator->code, problem.message));
    }
}

/* Every other command reads all definitions, periods and overlays at once; what stops it is said
 * here. */
static gboolean
check_definitions (StreekDb *db, GPtrArray *findings, GError **error)
{
  GError *fault = NULL;
  g_autoptr (StreekCatalogue) catalogue = streek_catalogue_load (db, &fault);

  if (catalogue != NULL)
    {
      check_formulas (catalogue, findings);
      return TRUE;
    }

  if (fault->domain == STREEK_STORE_ERROR || fault->domain == G_IO_ERROR)
    {
      g_propagate_error (error, fault);
      return FALSE;
    }

  take_error (findings, "indicator/definition-unreadable", NULL, fault);

  return TRUE;
}

/**
 * streek_indicator_check:
 * @findings: (element-type StreekFinding): what is wrong is added to it
 * @error: return location for a #StreekStoreError: the file itself cannot be read
 *
 * Reads every roster and every vector of a file and holds them against their ids, checksums and
 * sizes, and reads every definition. A damaged vector is a finding, and the walk goes on.
 *
 * Returns: %FALSE with @error set where the walk could not be ended
 */
gboolean
streek_indicator_check (StreekDb *db, GPtrArray *findings, GError **error)
{
  g_return_val_if_fail (db != NULL && findings != NULL, FALSE);

  g_autoptr (GHashTable) sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return check_rosters (db, sizes, findings, error) && check_vectors (db, sizes, findings, error) &&
         check_corrections (db, findings, error) && check_definitions (db, findings, error);
}
