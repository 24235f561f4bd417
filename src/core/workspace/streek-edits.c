/* streek-edits.c: what staff change of figures, definitions and areas, as commands that can be
 * undone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-edits.h"

#include "base/streek-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  char *indicator;
  char *area;
  StreekDate on;
  StreekPeriod period;
  gboolean restore;
  StreekCorrection correction;
  char *reason; /* the correction lends both */
  char *source;
} ValueEdit;

typedef struct
{
  char *indicator;
  double threshold_pct;
} ThresholdEdit;

static void
value_edit_free (gpointer data)
{
  ValueEdit *edit = data;

  g_free (edit->indicator);
  g_free (edit->area);
  g_free (edit->reason);
  g_free (edit->source);
  g_free (edit);
}

static void
threshold_edit_free (gpointer data)
{
  ThresholdEdit *edit = data;

  g_free (edit->indicator);
  g_free (edit);
}

/* The cell is looked up inside the command: what another command did just before counts. */
static gboolean
locate_cell (StreekDb *db, const ValueEdit *edit, StreekCell *cell, GError **error)
{
  g_autoptr (StreekAreas) areas = streek_areas_load (db, error);
  g_autoptr (StreekCatalogue) catalogue = areas != NULL ? streek_catalogue_load (db, error) : NULL;

  if (catalogue == NULL)
    return FALSE;

  StreekDate used;
  const StreekArea *area = streek_areas_resolve_ref (areas, edit->area, edit->on, &used, error);
  const StreekIndicator *indicator =
    area != NULL ? streek_catalogue_find (catalogue, edit->indicator, error) : NULL;

  if (indicator == NULL)
    return FALSE;

  g_autoptr (StreekTotals) totals = streek_totals_new (db, areas, catalogue);

  return streek_totals_locate_cell (totals, indicator, area, edit->period, cell, error);
}

static gboolean
run_value_edit (StreekDb *db, gpointer data, GError **error)
{
  ValueEdit *edit = data;
  g_auto (StreekCell) cell = { 0 };

  if (!locate_cell (db, edit, &cell, error))
    return FALSE;

  return edit->restore ? streek_cell_restore (db, &cell, error)
                       : streek_cell_correct (db, &cell, &edit->correction, error);
}

static gboolean
run_threshold_edit (StreekDb *db, gpointer data, GError **error)
{
  ThresholdEdit *edit = data;
  g_autofree char *value =
    isnan (edit->threshold_pct) ? NULL : streek_number_to_string (edit->threshold_pct);

  return streek_indicator_overlay_set (db, edit->indicator, "threshold_pct", value, error);
}

static ValueEdit *
value_edit_new (const StreekValueRef *ref)
{
  ValueEdit *edit = g_new0 (ValueEdit, 1);

  edit->indicator = g_strdup (ref->indicator);
  edit->area = g_strdup (ref->area);
  edit->on = ref->on;
  edit->period = ref->period;

  return edit;
}

static void
run_value_command (StreekWorkspace *workspace,
                   const char *message_id,
                   const StreekValueRef *ref,
                   ValueEdit *edit,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autofree char *period = streek_period_to_string (ref->period);

  streek_store_run_command_async (
    streek_workspace_get_store (workspace), message_id,
    g_variant_new ("(sss)", ref->indicator_name, ref->area_name, period), run_value_edit, edit,
    value_edit_free, NULL, callback, user_data);
}

/**
 * streek_edits_correct_value_async:
 * @correction: what is typed in place of the figure; a reason is needed
 */
void
streek_edits_correct_value_async (StreekWorkspace *workspace,
                                  const StreekValueRef *ref,
                                  const StreekCorrection *correction,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));
  g_return_if_fail (ref != NULL && correction != NULL);

  ValueEdit *edit = value_edit_new (ref);

  edit->reason = g_strdup (correction->reason);
  edit->source = g_strdup (correction->source);
  edit->correction = *correction;
  edit->correction.reason = edit->reason;
  edit->correction.source = edit->source;

  /* Translators: a command as undo names it: indicator, area and period. */
  run_value_command (workspace, N_ ("Correct %1$s of %2$s in %3$s"), ref, edit, callback,
                     user_data);
}

void
streek_edits_restore_value_async (StreekWorkspace *workspace,
                                  const StreekValueRef *ref,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && ref != NULL);

  ValueEdit *edit = value_edit_new (ref);

  edit->restore = TRUE;
  /* Translators: a command as undo names it: indicator, area and period. */
  run_value_command (workspace, N_ ("Restore %1$s of %2$s in %3$s"), ref, edit, callback,
                     user_data);
}

void
streek_edits_set_threshold_async (StreekWorkspace *workspace,
                                  const char *indicator,
                                  const char *indicator_name,
                                  double threshold_pct,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && indicator != NULL);

  ThresholdEdit *edit = g_new0 (ThresholdEdit, 1);

  edit->indicator = g_strdup (indicator);
  edit->threshold_pct = threshold_pct;
  /* Translators: a command as undo names it; %s is an indicator. */
  streek_store_run_command_async (streek_workspace_get_store (workspace),
                                  N_ ("Change the threshold of %s"),
                                  g_variant_new ("(s)", indicator_name), run_threshold_edit, edit,
                                  threshold_edit_free, NULL, callback, user_data);
}

static gboolean
run_membership_edit (StreekDb *db, gpointer data, GError **error)
{
  GPtrArray *corrections = data;

  for (guint i = 0; i < corrections->len; i++)
    if (!streek_membership_correct (db, g_ptr_array_index (corrections, i), error))
      return FALSE;

  return TRUE;
}

/**
 * streek_edits_correct_membership_async:
 * @corrections: (element-type StreekMembership): not to be changed afterwards
 * @member_name: the municipality, for the name of the command
 */
void
streek_edits_correct_membership_async (StreekWorkspace *workspace,
                                       GPtrArray *corrections,
                                       const char *member_name,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));
  g_return_if_fail (corrections != NULL && corrections->len > 0 && member_name != NULL);

  /* Translators: a command as undo names it; %s is a municipality. */
  streek_store_run_command_async (
    streek_workspace_get_store (workspace), N_ ("Correct the areas of %s"),
    g_variant_new ("(s)", member_name), run_membership_edit, g_ptr_array_ref (corrections),
    (GDestroyNotify) g_ptr_array_unref, NULL, callback, user_data);
}

gboolean
streek_edits_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace), FALSE);

  return streek_store_run_command_finish (streek_workspace_get_store (workspace), result, error);
}
