/* streek-charts-asked.c: what a chart asks for: its indicators, their parts, and the periods */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-charts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

StreekChartSubject *
streek_chart_gathering_get_subject (const StreekChartGathering *self, guint index)
{
  return &g_array_index (self->subjects, StreekChartSubject, index);
}

/* Indicators */

static gboolean
add_subject (
  StreekChartGathering *self, const char *code, int parent, gboolean is_other_side, GError **error)
{
  StreekChartSubject subject = { .parent = parent, .is_other_side = is_other_side };

  subject.indicator = streek_catalogue_find (self->catalogue, code, error);

  if (subject.indicator == NULL)
    return FALSE;

  subject.periods = streek_catalogue_list_periods (self->catalogue, subject.indicator);
  subject.breaks = streek_catalogue_list_breaks (self->catalogue, code);
  g_array_append_val (self->subjects, subject);

  return TRUE;
}

static gboolean
add_parts (StreekChartGathering *self, const char *const *parts, int parent, GError **error)
{
  for (guint i = 0; parts[i] != NULL; i++)
    if (!add_subject (self, parts[i], parent, FALSE, error))
      return FALSE;

  return TRUE;
}

/* Parts that the catalogue knows, where the kind shows parts and none were said. */
static gboolean
add_known_parts (StreekChartGathering *self, const char *code, int parent, GError **error)
{
  StreekChartKind kind = self->spec->kind;
  gboolean is_stack = (kind == STREEK_CHART_STACKED || kind == STREEK_CHART_SHARES) &&
                      self->spec->indicators[1] == NULL;

  if (!is_stack && kind != STREEK_CHART_LADDER)
    return TRUE;

  g_autoptr (GPtrArray) known = streek_catalogue_list_breakdowns (self->catalogue, code);

  if (known->len == 0)
    return TRUE;

  const StreekBreakdown *breakdown = g_ptr_array_index (known, 0);

  for (guint i = 0; i < breakdown->n_parts; i++)
    if (!add_subject (self, breakdown->parts[i], parent, FALSE, error))
      return FALSE;

  return TRUE;
}

/* "T5" or "T5=SINE+LDE". */
static gboolean
add_indicator (StreekChartGathering *self, const char *text, gboolean is_other_side, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *code = equals != NULL ? g_strndup (text, equals - text) : g_strdup (text);
  int index = self->subjects->len;

  if (!add_subject (self, code, -1, is_other_side, error))
    return FALSE;

  if (equals == NULL)
    return add_known_parts (self, code, index, error);

  g_auto (GStrv) parts = g_strsplit (equals + 1, "+", -1);

  return add_parts (self, (const char *const *) parts, index, error);
}

gboolean
streek_chart_gathering_list_subjects (StreekChartGathering *self, GError **error)
{
  const StreekChartSpec *spec = self->spec;

  for (guint i = 0; spec->indicators[i] != NULL; i++)
    if (!add_indicator (self, spec->indicators[i], FALSE, error))
      return FALSE;

  for (guint i = 0; spec->against != NULL && spec->against[i] != NULL; i++)
    if (!add_indicator (self, spec->against[i], TRUE, error))
      return FALSE;

  return TRUE;
}

/* Periods */

gboolean
streek_charts_have_period (const GArray *periods, StreekPeriod period)
{
  for (guint i = 0; i < periods->len; i++)
    if (streek_period_equal (g_array_index (periods, StreekPeriod, i), period))
      return TRUE;

  return FALSE;
}

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  return streek_period_compare (*(const StreekPeriod *) a, *(const StreekPeriod *) b);
}

/* Months and years of one indicator would count everything twice: the kind that was asked, else
 * the one there is most of. */
static StreekPeriodKind
choose_kind (const StreekChartGathering *self, const GArray *periods)
{
  guint counts[STREEK_PERIOD_DAY + 1] = { 0 };
  StreekPeriodKind best = STREEK_PERIOD_YEAR;

  if (self->spec->periods.first.kind != STREEK_PERIOD_NONE &&
      self->spec->periods.first.kind == self->spec->periods.last.kind)
    return self->spec->periods.first.kind;

  for (guint i = 0; i < periods->len; i++)
    counts[g_array_index (periods, StreekPeriod, i).kind]++;

  if (counts[STREEK_PERIOD_YEAR] > 1)
    return STREEK_PERIOD_YEAR;

  for (StreekPeriodKind kind = STREEK_PERIOD_YEAR; kind <= STREEK_PERIOD_DAY; kind++)
    if (counts[kind] > counts[best])
      best = kind;

  return best;
}

/* All periods of an indicator in the range that was asked. */
static GArray *
list_own_periods (const StreekChartGathering *self, const StreekChartSubject *subject)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));
  StreekPeriodKind kind = choose_kind (self, subject->periods);

  for (guint i = 0; i < subject->periods->len; i++)
    {
      StreekPeriod period = g_array_index (subject->periods, StreekPeriod, i);

      if (period.kind == kind && streek_period_range_contains (self->spec->periods, period))
        g_array_append_val (periods, period);
    }

  return periods;
}

static void
keep_common (GArray *periods, const GArray *own)
{
  for (guint p = periods->len; p > 0; p--)
    if (!streek_charts_have_period (own, g_array_index (periods, StreekPeriod, p - 1)))
      g_array_remove_index (periods, p - 1);
}

static void
add_new (GArray *periods, const GArray *own)
{
  for (guint p = 0; p < own->len; p++)
    if (!streek_charts_have_period (periods, g_array_index (own, StreekPeriod, p)))
      g_array_append_val (periods, g_array_index (own, StreekPeriod, p));
}

/* Those of any total, or only those that all have. A part without a single figure ("no
 * information") takes no period away from the others. */
static GArray *
list_periods (const StreekChartGathering *self, gboolean in_common, gboolean with_parts)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));

  for (guint i = 0; i < self->subjects->len; i++)
    {
      const StreekChartSubject *subject = streek_chart_gathering_get_subject (self, i);
      gboolean is_part = subject->parent >= 0;
      g_autoptr (GArray) own = list_own_periods (self, subject);

      if (is_part && (!with_parts || subject->periods->len == 0))
        continue;

      if (in_common && i > 0)
        keep_common (all, own);
      else
        add_new (all, own);
    }

  g_array_sort (all, compare_periods);

  return all;
}

/* A bar for each moment, where there is one area and nothing else to compare it with. */
static gboolean
wants_bars_over_time (const StreekChartSpec *spec)
{
  gboolean is_bar = spec->kind == STREEK_CHART_BAR || spec->kind == STREEK_CHART_GROUPED ||
                    spec->kind == STREEK_CHART_STACKED || spec->kind == STREEK_CHART_SHARES;
  gboolean is_one = spec->set == NULL && spec->areas != NULL && spec->areas[1] == NULL;
  gboolean is_one_moment = spec->periods.first.kind != STREEK_PERIOD_NONE &&
                           streek_period_equal (spec->periods.first, spec->periods.last);

  return is_bar && is_one && !is_one_moment &&
         (spec->references == NULL || spec->references[0] == NULL);
}

/* Besides the last; of a pyramid as an outline, where a person asks it. */
static gboolean
wants_first_moment (const StreekChartSpec *spec)
{
  return streek_chart_kind_has_two_moments (spec->kind) ||
         (spec->kind == STREEK_CHART_PYRAMID && spec->periods.first.kind != STREEK_PERIOD_NONE);
}

gboolean
streek_chart_gathering_choose_periods (StreekChartGathering *self, GError **error)
{
  StreekChartKind kind = self->spec->kind;
  gboolean over_time = streek_chart_kind_is_over_time (kind);
  g_autoptr (GArray) all = list_periods (self, !over_time, TRUE);

  if (all->len == 0) /* the parts have no period in common, but the totals may */
    {
      g_array_unref (all);
      all = list_periods (self, !over_time, FALSE);
    }

  if (all->len == 0)
    {
      const char *name = streek_chart_gathering_get_subject (self, 0)->indicator->name;

      g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_NO_PERIOD,
                   self->subjects->len > 1
                     ? _ ("There is no period with figures of all these indicators: “%s” …")
                     : _ ("There are no figures of “%s” in these periods."),
                   name);
      return FALSE;
    }

  self->n_available_periods = all->len;

  if (over_time || wants_bars_over_time (self->spec))
    g_array_append_vals (self->periods, all->data, all->len);
  else
    {
      if (wants_first_moment (self->spec) && all->len > 1)
        g_array_append_val (self->periods, g_array_index (all, StreekPeriod, 0));

      g_array_append_val (self->periods, g_array_index (all, StreekPeriod, all->len - 1));
    }

  return TRUE;
}
