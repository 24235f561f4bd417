/* streek-charts.c: from a chart's spec to the chart, with the workspace's own data */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-formula.h"
#include "workspace/streek-charts-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
subject_clear (gpointer data)
{
  StreekChartSubject *subject = data;

  g_clear_pointer (&subject->periods, g_array_unref);
  g_clear_pointer (&subject->breaks, g_ptr_array_unref);
}

static void
place_clear (gpointer data)
{
  StreekChartPlace *place = data;

  g_clear_pointer (&place->ref, g_free);
  g_clear_pointer (&place->name, g_free);
}

static void
gathering_init (StreekChartGathering *self, const StreekChartSpec *spec)
{
  *self = (StreekChartGathering){ .spec = spec, .least_coverage_pct = NAN };
  self->subjects = g_array_new (FALSE, TRUE, sizeof (StreekChartSubject));
  g_array_set_clear_func (self->subjects, subject_clear);
  self->places = g_array_new (FALSE, TRUE, sizeof (StreekChartPlace));
  g_array_set_clear_func (self->places, place_clear);
  self->periods = g_array_new (FALSE, TRUE, sizeof (StreekPeriod));
  self->cells = g_array_new (FALSE, TRUE, sizeof (StreekChartCell));
  self->notes = g_string_chunk_new (1024);
}

static void
gathering_clear (StreekChartGathering *self)
{
  g_clear_pointer (&self->target_name, g_free);
  g_clear_pointer (&self->target_note, g_free);
  g_clear_pointer (&self->areas, streek_areas_unref);
  g_clear_pointer (&self->catalogue, streek_catalogue_unref);
  g_clear_pointer (&self->subjects, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->notes, g_string_chunk_free);
  g_clear_pointer (&self->straddling, g_ptr_array_unref);
  g_clear_pointer (&self->value_notes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekChartGathering, gathering_clear)

/* Areas */

static gboolean
pick_date (const StreekChartGathering *self,
           StreekTotals *totals,
           StreekPeriod period,
           StreekDate *on,
           GError **error)
{
  *on = self->spec->on;

  return *on != STREEK_DATE_NONE ||
         streek_totals_pick_date (totals, streek_chart_gathering_get_subject (self, 0)->indicator,
                                  period, on, error);
}

static gboolean
has_place (const StreekChartGathering *self, const char *ref)
{
  for (guint i = 0; i < self->places->len; i++)
    if (strcmp (g_array_index (self->places, StreekChartPlace, i).ref, ref) == 0)
      return TRUE;

  return FALSE;
}

static void
add_place (StreekChartGathering *self, const StreekArea *area, gboolean is_reference)
{
  g_autofree char *ref = g_strdup_printf ("%s:%s", area->set->code, area->code);

  if (has_place (self, ref))
    return;

  StreekChartPlace place = { .ref = g_steal_pointer (&ref),
                             .area = area,
                             .is_reference = is_reference };

  g_array_append_val (self->places, place);
}

static gboolean
add_refs (StreekChartGathering *self, char **refs, gboolean are_references, GError **error)
{
  for (guint i = 0; refs != NULL && refs[i] != NULL; i++)
    {
      StreekDate used;
      const StreekArea *area =
        streek_areas_resolve_ref (self->areas, refs[i], self->on, &used, error);

      if (area == NULL)
        return FALSE;

      add_place (self, area, are_references);
    }

  return TRUE;
}

static gboolean
add_set (StreekChartGathering *self, GError **error)
{
  const StreekChartSpec *spec = self->spec;
  StreekDate used;
  g_autoptr (GPtrArray) list = NULL;

  if (spec->set == NULL)
    return TRUE;

  self->set = streek_areas_find_set (self->areas, spec->set, error);

  if (self->set == NULL)
    return FALSE;

  if (spec->within != NULL)
    {
      self->container =
        streek_areas_resolve_ref (self->areas, spec->within, self->on, &used, error);

      if (self->container == NULL)
        return FALSE;

      list = streek_areas_list_within (self->areas, spec->set, self->on, self->container,
                                       &self->straddling, &used, error);
    }
  else
    list = streek_areas_list (self->areas, spec->set, self->on, &used, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    add_place (self, g_ptr_array_index (list, i), FALSE);

  return list != NULL;
}

/* "Kortrijk (arrondissement)" beside "Kortrijk (gemeente)". */
static void
name_places (StreekChartGathering *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      StreekChartPlace *place = &g_array_index (self->places, StreekChartPlace, i);
      guint n_same = 0;

      for (guint j = 0; j < self->places->len; j++)
        n_same += strcmp (g_array_index (self->places, StreekChartPlace, j).area->name,
                          place->area->name) == 0;

      place->name = n_same > 1
                      ? g_strdup_printf ("%s (%s)", place->area->name, place->area->set->code)
                      : g_strdup (place->area->name);
    }
}

static gboolean
list_places (StreekChartGathering *self, StreekTotals *totals, GError **error)
{
  StreekPeriod last = g_array_index (self->periods, StreekPeriod, self->periods->len - 1);

  if (!pick_date (self, totals, last, &self->on, error) ||
      !add_refs (self, self->spec->areas, FALSE, error) || !add_set (self, error))
    return FALSE;

  if (self->places->len > 0)
    {
      if (!add_refs (self, self->spec->references, TRUE, error))
        return FALSE;

      name_places (self);
      return TRUE;
    }

  g_autofree char *sentence = self->container != NULL
                                ? streek_areas_describe_none_within (self->set, self->container)
                                : g_strdup (_ ("The chart has no areas."));

  g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA, sentence);

  return FALSE;
}

/* Values */

/* Whether a break lies after the first day of one period of a series and not after that of the
 * next.
 * @before: kind NONE: there is none */
static gboolean
is_break_of (const StreekChartSubject *subject,
             StreekPeriod before,
             StreekPeriod period,
             const char **reason)
{
  StreekDate first =
    before.kind != STREEK_PERIOD_NONE ? streek_period_get_first_day (before) : G_MAXINT32;

  for (guint i = 0; i < subject->breaks->len; i++)
    {
      const StreekBreak *found = g_ptr_array_index (subject->breaks, i);

      StreekDate begin = streek_period_get_first_day (found->period);

      if (streek_period_equal (found->period, period) ||
          (begin > first && begin <= streek_period_get_first_day (period)))
        {
          *reason = found->reason;
          return TRUE;
        }
    }

  return FALSE;
}

static void
fill_cell (StreekChartGathering *self, StreekChartCell *cell, const StreekTotal *total)
{
  *cell = (StreekChartCell){
    .value = total->missing == STREEK_MISSING_NONE ? total->value : NAN,
    .missing = total->missing,
    .status = total->status,
    .qualifier = total->qualifier,
    .at_least = total->at_least,
    .coverage_pct = total->coverage_pct,
    .note = total->note != NULL ? g_string_chunk_insert_const (self->notes, total->note) : NULL,
  };

  if (total->missing != STREEK_MISSING_NONE)
    return;

  self->n_partial += total->at_least;

  if (!isnan (total->coverage_pct) &&
      !(total->coverage_pct >= self->least_coverage_pct)) /* NAN at first */
    self->least_coverage_pct = total->coverage_pct;
}

/* One indicator of one chain of areas, period after period. */
static gboolean
read_series (StreekChartGathering *self,
             StreekTotals *totals,
             const StreekChartSubject *subject,
             const StreekChartPlace *place,
             const StreekDate *dates,
             StreekChartCell *cells,
             GError **error)
{
  const StreekArea *before = NULL;
  StreekPeriod earlier = { 0 };

  for (guint p = 0; p < self->periods->len; p++)
    {
      StreekPeriod period = g_array_index (self->periods, StreekPeriod, p);
      StreekDate used = dates[p];
      const StreekArea *area =
        streek_areas_resolve_ref (self->areas, place->ref, dates[p], &used, error);
      const char *reason = NULL;
      StreekTotal total;

      if (area == NULL)
        return FALSE;

      if (!streek_charts_have_period (subject->periods, period))
        {
          cells[p] = (StreekChartCell){
            .value = NAN, .missing = STREEK_MISSING_NOT_YET, .coverage_pct = NAN, .is_absent = TRUE
          };
          continue;
        }

      if (!streek_totals_compute (totals, subject->indicator, area, period,
                                  self->spec->min_coverage_pct, &total, error))
        return FALSE;

      fill_cell (self, &cells[p], &total);
      streek_total_clear (&total);
      cells[p].is_break =
        (before != NULL && before != area && !streek_units_equal (before->units, area->units)) ||
        is_break_of (subject, earlier, period, &reason);
      before = area;
      earlier = period;
      self->n_moved += used != dates[p];
    }

  return TRUE;
}

static StreekDate *
list_dates (const StreekChartGathering *self, StreekTotals *totals, GError **error)
{
  g_autofree StreekDate *dates = g_new (StreekDate, self->periods->len);

  for (guint p = 0; p < self->periods->len; p++)
    if (!pick_date (self, totals, g_array_index (self->periods, StreekPeriod, p), &dates[p], error))
      return NULL;

  return g_steal_pointer (&dates);
}

static void
gather_notes (StreekChartGathering *self)
{
  StreekValueNotes *notes = streek_value_notes_new ();
  guint n_per_area = self->periods->len;

  for (guint i = 0; i < self->cells->len; i++)
    streek_value_notes_add (
      notes, g_array_index (self->cells, StreekChartCell, i).note,
      g_array_index (self->places, StreekChartPlace, i / n_per_area % self->places->len)
        .area->name);

  self->value_notes = streek_value_notes_end (notes, self->places->len);
}

static gboolean
read_values (StreekChartGathering *self,
             StreekTotals *totals,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree StreekDate *dates = list_dates (self, totals, error);
  guint index = 0;

  if (dates == NULL)
    return FALSE;

  g_array_set_size (self->cells, self->subjects->len * self->places->len * self->periods->len);

  for (guint i = 0; i < self->subjects->len; i++)
    for (guint a = 0; a < self->places->len; a++)
      {
        const StreekChartPlace *place = &g_array_index (self->places, StreekChartPlace, a);

        if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
            !read_series (self, totals, streek_chart_gathering_get_subject (self, i), place, dates,
                          &g_array_index (self->cells, StreekChartCell, index), error))
          return FALSE;

        index += self->periods->len;
      }

  gather_notes (self);

  return TRUE;
}

static StreekChartIndicator
describe_subject (const StreekChartGathering *self, const StreekChartSubject *subject)
{
  const StreekIndicator *indicator = subject->indicator;
  StreekChartIndicator described = {
    .code = indicator->code,
    .name = indicator->name,
    .unit = indicator->unit,
    .decimals = indicator->decimals,
    .is_count = streek_indicator_is_count (self->catalogue, indicator),
    .is_percentage = indicator->unit != NULL && indicator->unit[0] == '%',
    .lower_is_first = indicator->direction == STREEK_DIRECTION_LOWER_IS_BETTER ||
                      indicator->direction == STREEK_DIRECTION_LOWER_IS_TIGHTER,
    .parent = subject->parent,
    .is_other_side = subject->is_other_side,
  };

  described.is_difference = streek_catalogue_is_gap (self->catalogue, indicator->code);
  if (described.is_difference)
    streek_words_get_gap (&described.direction_low, &described.direction_high);
  else
    streek_words_get_direction (indicator, &described.direction_low, &described.direction_high);

  return described;
}

static StreekChart *
build_chart (const StreekChartGathering *self, GError **error)
{
  const StreekFormat *format = streek_format_get_default ();
  g_autofree StreekChartIndicator *indicators = g_new (StreekChartIndicator, self->subjects->len);
  g_autofree StreekChartArea *areas = g_new (StreekChartArea, self->places->len);
  g_autofree char *title = streek_chart_gathering_make_title (self, format);
  g_autofree char *context = streek_chart_gathering_make_context (self, format);
  g_autofree char *source = streek_chart_gathering_make_source (self);
  g_auto (GStrv) notes = streek_chart_gathering_make_notes (self, format);

  for (guint i = 0; i < self->subjects->len; i++)
    indicators[i] = describe_subject (self, streek_chart_gathering_get_subject (self, i));

  for (guint a = 0; a < self->places->len; a++)
    {
      const StreekChartPlace *place = &g_array_index (self->places, StreekChartPlace, a);

      areas[a] = (StreekChartArea){ place->ref, place->name, place->is_reference };
    }

  const StreekChartData data = {
    .n_areas = self->places->len,
    .areas = areas,
    .n_indicators = self->subjects->len,
    .indicators = indicators,
    .n_periods = self->periods->len,
    .periods = (const StreekPeriod *) (gpointer) self->periods->data,
    .n_available_periods = self->n_available_periods,
    .cells = (const StreekChartCell *) (gpointer) self->cells->data,
    .title = title,
    .context = context,
    .source = source,
    .notes = (const char *const *) notes,
    .target_name = self->target_name,
    .target = self->target,
  };

  return streek_chart_new (self->spec, &data, error);
}

static gboolean
begin (StreekChartGathering *self, StreekWorkspace *workspace, GError **error)
{
  if (!streek_chart_spec_check (self->spec, error))
    return FALSE;

  self->areas =
    streek_workspace_dup_areas_for (workspace, self->spec->set, self->spec->within, error);

  if (self->areas == NULL)
    return FALSE;

  self->catalogue = streek_workspace_dup_catalogue (workspace, error);

  return self->catalogue != NULL && streek_chart_gathering_list_subjects (self, error) &&
         streek_chart_gathering_choose_periods (self, error);
}

static gboolean
gather_figures (StreekChartGathering *self,
                StreekWorkspace *workspace,
                GCancellable *cancellable,
                GError **error)
{
  if (!begin (self, workspace, error))
    return FALSE;

  g_autoptr (StreekReader) reader =
    streek_store_borrow_reader (streek_workspace_get_store (workspace), cancellable, error);

  if (reader == NULL)
    return FALSE;

  g_autoptr (StreekTotals) totals =
    streek_totals_new (streek_reader_get_db (reader), self->areas, self->catalogue);

  return list_places (self, totals, error) && read_values (self, totals, cancellable, error);
}

/* Everything that a chart is made of. */
static gboolean
gather (StreekChartGathering *self,
        StreekWorkspace *workspace,
        GCancellable *cancellable,
        GError **error)
{
  return gather_figures (self, workspace, cancellable, error) &&
         streek_chart_gathering_find_target (self, workspace, error);
}

StreekChart *
streek_charts_make_with_areas (StreekWorkspace *workspace,
                               const StreekChartSpec *spec,
                               StreekAreas **areas,
                               GPtrArray **own,
                               GCancellable *cancellable,
                               GError **error)
{
  g_auto (StreekChartGathering) gathering;

  gathering_init (&gathering, spec);

  StreekChart *chart =
    gather (&gathering, workspace, cancellable, error) ? build_chart (&gathering, error) : NULL;

  if (chart == NULL)
    return NULL;

  *areas = streek_areas_ref (gathering.areas);
  *own = g_ptr_array_new ();

  for (guint i = 0; i < gathering.places->len; i++)
    {
      const StreekChartPlace *place = &g_array_index (gathering.places, StreekChartPlace, i);

      if (!place->is_reference)
        g_ptr_array_add (*own, (gpointer) place->area);
    }

  return chart;
}

/**
 * streek_workspace_make_chart:
 * @workspace: the workspace
 * @spec: what is asked
 * @cancellable: (nullable): to stop
 * @error: return location for a #StreekFigureError, #StreekAreaError, #StreekIndicatorError,
 *   #StreekStatsError or #StreekStoreError
 *
 * Gathers the total of every indicator, area and period, on the areas of each period unless a date
 * is fixed, marks where a series breaks because its area or its definition changed, and makes the
 * words around it. Blocks; any thread.
 *
 * Returns: (transfer full): the chart, or %NULL with @error set
 */
StreekChart *
streek_workspace_make_chart (StreekWorkspace *workspace,
                             const StreekChartSpec *spec,
                             GCancellable *cancellable,
                             GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && spec != NULL, NULL);

  g_auto (StreekChartGathering) gathering;

  gathering_init (&gathering, spec);

  return gather (&gathering, workspace, cancellable, error) ? build_chart (&gathering, error)
                                                            : NULL;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  StreekChart *chart = streek_workspace_make_chart (source, task_data, cancellable, &error);

  if (chart == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  streek_chart_get_table (chart); /* a window shows it beside the picture, and must not wait */
  g_task_return_pointer (task, chart, (GDestroyNotify) streek_chart_unref);
}

/**
 * streek_workspace_make_chart_async:
 *
 * streek_workspace_make_chart() in a thread, from a copy of @spec.
 */
void
streek_workspace_make_chart_async (StreekWorkspace *workspace,
                                   const StreekChartSpec *spec,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && spec != NULL);

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_workspace_make_chart_async);
  g_task_set_task_data (task, streek_chart_spec_copy (spec),
                        (GDestroyNotify) streek_chart_spec_free);
  g_task_run_in_thread (task, make_in_thread);
}

StreekChart *
streek_workspace_make_chart_finish (StreekWorkspace *workspace,
                                    GAsyncResult *result,
                                    GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
