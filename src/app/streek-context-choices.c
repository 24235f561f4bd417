/* streek-context-choices.c: what may be chosen of a figure one by one, and what that comes down to
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-context"
#include "config.h"
#include "streek-context-private.h"
#include "workspace/streek-figures.h"

void
streek_context_set_set (StreekContext *self, const char *set)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_copy (self->spec);

  streek_context_replace_string (&spec->set, set);
  streek_context_set_spec (self, spec);
}

void
streek_context_set_within (StreekContext *self, const char *ref)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  if (streek_context_replace_string (&self->spec->within, ref))
    streek_context_spec_changed (self);
}

void
streek_context_set_outline_set (StreekContext *self, const char *set)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  if (streek_context_replace_string (&self->spec->outline_set, set))
    streek_context_spec_changed (self);
}

void
streek_context_set_overlay_set (StreekContext *self, const char *set)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  if (streek_context_replace_string (&self->spec->overlay_set, set))
    streek_context_spec_changed (self);
}

void
streek_context_set_on (StreekContext *self, StreekDate on)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  if (self->spec->on == on)
    return;

  self->spec->on = on;
  streek_context_spec_changed (self);
}

/* The other one of two may not be the same, nor be no count where it has circles. */
static void
follow_second (StreekContext *self, StreekFigureSpec *spec)
{
  g_clear_pointer (&spec->second_breaks, g_array_unref);

  if (self->catalogue == NULL || !streek_figure_kind_has_second (spec->kind) ||
      (spec->kind == STREEK_FIGURE_BIVARIATE && g_strcmp0 (spec->second, spec->indicator) != 0))
    return;

  g_autofree char *second =
    g_strdup (streek_figure_kind_suggest_second (spec->kind, spec, self->catalogue));

  g_free (spec->second);
  spec->second = g_steal_pointer (&second);
}

/* Who compares periods or indicators goes on doing so with another indicator, where that can be. */
static gboolean
keeps_kind (StreekContext *self, const StreekFigureSpec *spec)
{
  if (self->catalogue == NULL || spec->kind <= STREEK_FIGURE_CIRCLES)
    return FALSE;

  g_autofree char *why_not = streek_figure_kind_explain_unfit (spec->kind, spec, self->catalogue);

  return why_not == NULL;
}

static int
find_period (GArray *periods, StreekPeriod period)
{
  for (guint i = 0; i < periods->len; i++)
    if (streek_period_equal (g_array_index (periods, StreekPeriod, i), period))
      return (int) i;

  return -1;
}

static gboolean
has_figures (StreekContext *self, const char *code, StreekPeriod period)
{
  const StreekIndicator *indicator =
    self->catalogue != NULL ? streek_catalogue_find (self->catalogue, code, NULL) : NULL;
  g_autoptr (GArray) periods =
    indicator != NULL ? streek_catalogue_list_periods (self->catalogue, indicator) : NULL;

  return periods == NULL || find_period (periods, period) >= 0;
}

/* Maps beside the first that show the same indicator as it: of periods that the new one has, and
 * small maps of periods not without figures. */
static void
fit_panels (StreekContext *self, StreekFigureSpec *spec)
{
  GArray *beside = spec->panels.beside;

  if (spec->indicator == NULL && spec->panels.n_multiples > 0)
    streek_panels_clear (&spec->panels);

  for (guint i = 0; spec->indicator != NULL && beside != NULL && i < beside->len; i++)
    {
      StreekPanel *panel = &g_array_index (beside, StreekPanel, i);

      if (panel->indicator == NULL && !has_figures (self, spec->indicator, panel->period))
        panel->period = (StreekPeriod){ 0 };
    }
}

/**
 * streek_context_set_indicator:
 * @self: a context
 * @code: (nullable): code of an indicator, %NULL to show areas only
 *
 * The period shown stays where the indicator has figures for it, else it is the newest.
 */
void
streek_context_set_indicator (StreekContext *self, const char *code)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_copy (self->spec);

  if (g_strcmp0 (spec->indicator, code) == 0)
    return;

  streek_figure_spec_set_indicator (spec, code);
  if (code == NULL)
    spec->period = (StreekPeriod){ 0 };
  follow_second (self, spec);
  if (!spec->kind_is_automatic && !keeps_kind (self, spec))
    {
      /* colours for two indicators are none for one */
      if (spec->kind == STREEK_FIGURE_BIVARIATE)
        g_clear_pointer (&spec->palette, g_free);
      spec->kind_is_automatic = TRUE;
    }
  fit_panels (self, spec);

  streek_context_set_spec (self, spec);
  streek_context_step_period (self, 0);
}

void
streek_context_set_period (StreekContext *self, StreekPeriod period)
{
  g_return_if_fail (STREEK_IS_CONTEXT (self));

  if (streek_period_equal (self->spec->period, period))
    return;

  self->spec->period = period;
  streek_context_spec_changed (self);
}

/**
 * streek_context_step_period:
 * @self: a context
 * @steps: how many periods later, negative for earlier; 0 only makes sure the period has figures
 *
 * Returns: whether another period is shown now
 */
gboolean
streek_context_step_period (StreekContext *self, int steps)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), FALSE);

  g_autoptr (GArray) periods = streek_context_list_periods (self);
  int now = find_period (periods, streek_context_get_period (self));
  int wanted = now < 0 ? (int) periods->len - 1 : now + steps;

  if (wanted < 0 || wanted >= (int) periods->len || wanted == now)
    return FALSE;

  streek_context_set_period (self, g_array_index (periods, StreekPeriod, wanted));
  return TRUE;
}

const StreekIndicator *
streek_context_get_indicator (StreekContext *self)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), NULL);

  if (self->catalogue == NULL || self->spec->indicator == NULL)
    return NULL;

  return streek_catalogue_find (self->catalogue, self->spec->indicator, NULL);
}

/**
 * streek_context_get_period:
 * @self: a context
 *
 * Returns: the period shown: that of the spec, else the newest of the indicator; of kind NONE
 *   where there is no indicator or it has no figures
 */
StreekPeriod
streek_context_get_period (StreekContext *self)
{
  StreekPeriod none = { 0 };

  g_return_val_if_fail (STREEK_IS_CONTEXT (self), none);

  if (self->spec->period.kind != STREEK_PERIOD_NONE)
    return self->spec->period;

  g_autoptr (GArray) periods = streek_context_list_periods (self);

  return periods->len > 0 ? g_array_index (periods, StreekPeriod, periods->len - 1) : none;
}

/**
 * streek_context_list_periods:
 * @self: a context
 *
 * Returns: (transfer full) (element-type StreekPeriod): periods of the indicator that have
 *   figures, ascending; empty without an indicator
 */
GArray *
streek_context_list_periods (StreekContext *self)
{
  const StreekIndicator *indicator = streek_context_get_indicator (self);

  if (indicator == NULL)
    return g_array_new (FALSE, FALSE, sizeof (StreekPeriod));

  return streek_catalogue_list_periods (self->catalogue, indicator);
}

StreekDate
streek_context_get_area_date (StreekContext *self)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), STREEK_DATE_NONE);

  if (self->spec->on != STREEK_DATE_NONE || self->areas == NULL)
    return self->spec->on;

  const StreekIndicator *indicator = streek_context_get_indicator (self);
  StreekPeriod period = streek_context_get_period (self);

  if (indicator != NULL && period.kind != STREEK_PERIOD_NONE)
    return streek_indicator_get_area_date (indicator, period);

  return streek_areas_get_newest_date (self->areas);
}

const StreekArea *
streek_context_get_within_area (StreekContext *self)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (self), NULL);

  if (self->areas == NULL || self->spec->within == NULL)
    return NULL;

  return streek_areas_resolve_ref (self->areas, self->spec->within,
                                   streek_context_get_area_date (self), NULL, NULL);
}
