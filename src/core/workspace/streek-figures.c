/* streek-figures.c: from a figure's spec to the figure, with the workspace's own data */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-figures-private.h"
#include "workspace/streek-kept-totals.h"

void
streek_gathering_clear (StreekGathering *self)
{
  g_clear_pointer (&self->areas, streek_areas_unref);
  g_clear_pointer (&self->catalogue, streek_catalogue_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->straddling, g_ptr_array_unref);
  g_clear_pointer (&self->outlines, g_ptr_array_unref);
  g_clear_pointer (&self->overlays, g_ptr_array_unref);
  streek_gathering_clear_points (self);
  g_clear_pointer (&self->table, streek_table_unref);
  g_clear_pointer (&self->value_notes, g_ptr_array_unref);
  g_clear_pointer (&self->shared_values, g_array_unref);
  g_clear_pointer (&self->shared_seconds, g_array_unref);
  g_clear_pointer (&self->held_seconds, g_array_unref);
  g_clear_pointer (&self->held_values, g_array_unref);
  g_clear_pointer (&self->limits_words, g_free);
  g_clear_pointer (&self->circles_words, g_free);
  g_clear_pointer (&self->breaks, g_ptr_array_unref);
  g_clear_pointer (&self->other_borders, g_ptr_array_unref);
}

static gboolean
pick_indicator (StreekGathering *self, StreekCatalogue *catalogue, GError **error)
{
  self->indicator = streek_catalogue_find (catalogue, self->spec->indicator, error);

  if (self->indicator == NULL ||
      !streek_gathering_pick_period (catalogue, self->indicator, self->spec->period, &self->period,
                                     error))
    return FALSE;

  if (streek_gathering_is_change (self))
    streek_gathering_leave_lonely_period (self, catalogue);

  if ((streek_gathering_is_change (self) &&
       !streek_gathering_pick_change (self, catalogue, error)) ||
      (streek_gathering_has_second (self) &&
       !streek_gathering_pick_second (self, catalogue, error)))
    return FALSE;

  if (streek_figure_spec_has_policy (self->spec))
    {
      self->policy =
        streek_catalogue_find_policy_limits (catalogue, self->indicator, self->spec->policy, error);
      if (self->policy == NULL)
        return FALSE;
    }

  self->is_old = streek_catalogue_is_old (catalogue, self->indicator, self->period);
  self->is_gap = streek_catalogue_is_gap (catalogue, self->indicator->code);

  return TRUE;
}

static gboolean
read_figures (StreekGathering *self,
              StreekWorkspace *workspace,
              StreekTotals *totals,
              GCancellable *cancellable,
              GError **error)
{
  gboolean done = streek_gathering_is_change (self)
                    ? streek_gathering_read_change (self, totals, cancellable, error)
                  : streek_gathering_has_second (self)
                    ? streek_gathering_read_second (self, totals, cancellable, error)
                    : streek_gathering_read_values (self, totals, cancellable, error);

  return done &&
         streek_gathering_share (self, workspace, self->catalogue, totals, cancellable, error);
}

static gboolean
gather (StreekGathering *self,
        StreekWorkspace *workspace,
        StreekDb *db,
        StreekCatalogue *catalogue,
        GCancellable *cancellable,
        GError **error)
{
  if (self->spec->indicator == NULL)
    {
      if (!streek_gathering_choose_areas (self, NULL, error))
        return FALSE;

      streek_gathering_list_areas (self);
      return TRUE;
    }

  if (!pick_indicator (self, catalogue, error))
    return FALSE;

  StreekTotals *totals =
    streek_workspace_take_totals (workspace, self->generation, db, self->areas, catalogue);
  gboolean done = streek_gathering_choose_areas (self, totals, error) &&
                  read_figures (self, workspace, totals, cancellable, error);

  streek_workspace_give_totals_back (workspace, self->generation, totals);

  return done;
}

/* With everything that lives as long as the workspace is read. */
static gboolean
gather_from (StreekGathering *self,
             StreekWorkspace *workspace,
             GCancellable *cancellable,
             GError **error)
{
  if (!streek_figure_spec_check (self->spec, error))
    return FALSE;

  StreekStore *store = streek_workspace_get_store (workspace);

  self->generation = streek_store_get_generation (store);
  self->areas = streek_workspace_dup_areas (workspace, error);
  self->catalogue = self->areas != NULL ? streek_workspace_dup_catalogue (workspace, error) : NULL;

  if (self->catalogue == NULL)
    return FALSE;

  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, cancellable, error);

  return reader != NULL &&
         gather (self, workspace, streek_reader_get_db (reader), self->catalogue, cancellable,
                 error) &&
         streek_gathering_read_points (self, streek_reader_get_db (reader), error);
}

StreekFigure *
streek_figures_make_beside (StreekWorkspace *workspace,
                            const StreekFigureSpec *spec,
                            const GPtrArray *peers,
                            GCancellable *cancellable,
                            GError **error)
{
  g_auto (StreekGathering) gathering = { .spec = spec, .peers = peers };

  return gather_from (&gathering, workspace, cancellable, error)
           ? streek_gathering_build_figure (&gathering, error)
           : NULL;
}

StreekFigure *
streek_figures_make_on_ground (StreekWorkspace *workspace,
                               const StreekFigureSpec *spec,
                               const GPtrArray *ground,
                               GCancellable *cancellable,
                               GError **error)
{
  g_auto (StreekGathering) gathering = { .spec = spec, .ground = ground };

  return gather_from (&gathering, workspace, cancellable, error)
           ? streek_gathering_build_figure (&gathering, error)
           : NULL;
}

/**
 * streek_workspace_make_figure:
 * @workspace: the workspace
 * @spec: what is asked
 * @cancellable: (nullable): to stop
 * @error: return location for a #StreekFigureError, #StreekAreaError, #StreekIndicatorError,
 *   #StreekStatsError or #StreekStoreError
 *
 * Gathers areas and values for a figure, at the date that belongs to its period, and the words
 * around it: title, context with the number of members, sources, and notes on what is partial,
 * inferred, moved in time or left out. Where other maps stand beside it, it shares its limits with
 * those of the same indicator. Blocks; any thread.
 *
 * Returns: (transfer full): the figure, or %NULL with @error set
 */
StreekFigure *
streek_workspace_make_figure (StreekWorkspace *workspace,
                              const StreekFigureSpec *spec,
                              GCancellable *cancellable,
                              GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && spec != NULL, NULL);

  return streek_panels_is_single (&spec->panels)
           ? streek_figures_make_beside (workspace, spec, NULL, cancellable, error)
           : streek_figures_make_with_others (workspace, spec, cancellable, error);
}

/**
 * streek_workspace_read_shown_values:
 * @spec: a figure
 * @set: whose areas are asked, whatever those of the figure
 * @within: (nullable): SET:CODE: only what lies in it
 * @error: as of streek_workspace_make_figure()
 *
 * To hold the areas of a figure against others: the same indicator, periods and measure.
 *
 * Returns: (transfer full): columns as of the figure's own table, or %NULL with @error set
 */
StreekTable *
streek_workspace_read_shown_values (StreekWorkspace *workspace,
                                    const StreekFigureSpec *spec,
                                    const char *set,
                                    const char *within,
                                    GCancellable *cancellable,
                                    GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && spec != NULL && set != NULL, NULL);

  g_autoptr (StreekFigureSpec) other = streek_figure_spec_copy (spec);

  g_free (other->set);
  other->set = g_strdup (set);
  g_free (other->within);
  other->within = g_strdup (within);
  g_clear_pointer (&other->outline_set, g_free);
  g_clear_pointer (&other->overlay_set, g_free);
  other->limits = STREEK_LIMITS_OWN; /* values alone are asked */

  g_auto (StreekGathering) gathering = { .spec = other };

  return gather_from (&gathering, workspace, cancellable, error)
           ? g_steal_pointer (&gathering.table)
           : NULL;
}

static StreekTotals *
open_totals (StreekWorkspace *workspace,
             StreekAreas *areas,
             StreekReader **reader,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (StreekCatalogue) catalogue = streek_workspace_dup_catalogue (workspace, error);

  if (catalogue == NULL)
    return NULL;

  *reader = streek_store_borrow_reader (streek_workspace_get_store (workspace), cancellable, error);

  return *reader != NULL ? streek_totals_new (streek_reader_get_db (*reader), areas, catalogue)
                         : NULL;
}

/**
 * streek_workspace_open_totals:
 * @workspace: the workspace
 * @reader: (out) (transfer full): what the totals read through; it must outlive them
 * @cancellable: (nullable): to stop
 * @error: return location for a #StreekStoreError, #StreekAreaError or #StreekIndicatorError
 *
 * Blocks; any thread, but the totals belong to the one that opens them.
 *
 * Returns: (transfer full): totals, or %NULL with @error set
 */
StreekTotals *
streek_workspace_open_totals (StreekWorkspace *workspace,
                              StreekReader **reader,
                              GCancellable *cancellable,
                              GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && reader != NULL, NULL);

  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas (workspace, error);

  return areas != NULL ? open_totals (workspace, areas, reader, cancellable, error) : NULL;
}

/**
 * streek_workspace_read_values:
 * @workspace: the workspace
 * @query: what is asked
 * @cancellable: (nullable): to stop
 * @error: return location for an error as of streek_values_read()
 *
 * Blocks; any thread.
 *
 * Returns: (transfer full): the table of streek_values_read(), or %NULL with @error set
 */
StreekTable *
streek_workspace_read_values (StreekWorkspace *workspace,
                              const StreekValuesQuery *query,
                              GCancellable *cancellable,
                              GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && query != NULL, NULL);

  StreekStore *store = streek_workspace_get_store (workspace);
  guint64 generation = streek_store_get_generation (store);
  g_autoptr (StreekAreas) areas =
    streek_workspace_dup_areas_for (workspace, query->set, query->within, error);

  if (areas == NULL)
    return NULL;

  g_autoptr (StreekCatalogue) catalogue = streek_workspace_dup_catalogue (workspace, error);

  if (catalogue == NULL)
    return NULL;

  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, cancellable, error);

  if (reader == NULL)
    return NULL;

  StreekTotals *totals = streek_workspace_take_totals (
    workspace, generation, streek_reader_get_db (reader), areas, catalogue);
  StreekTable *table = streek_values_read (totals, query, error);

  streek_workspace_give_totals_back (workspace, generation, totals);

  return table;
}
