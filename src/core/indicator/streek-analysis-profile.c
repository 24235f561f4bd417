/* streek-analysis-profile.c: how far several figures of an area lie off those of a named group */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-analysis-private.h"

#include "base/streek-format.h"
#include "indicator/streek-totals-private.h"
#include "stats/streek-spread.h"
#include "stats/streek-stats-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

enum
{
  PROFILE_INDICATOR = STREEK_N_LEADS,
  PROFILE_INDICATOR_NAME,
  PROFILE_PERIOD,
  PROFILE_VALUE,
  PROFILE_UNIT,
  PROFILE_DIRECTION,
  PROFILE_REFERENCE,
  PROFILE_MEMBERS,
  PROFILE_KNOWN,
  PROFILE_WEIGHT,
  PROFILE_MEAN,
  PROFILE_DEVIATION,
  PROFILE_Z,
};

/* The areas to compare with, all of one set and day, and what they are called together. */
typedef struct
{
  StreekAnalysing *self;
  GPtrArray *members; /* (element-type StreekArea) */
  char *name;
} Group;

static gboolean
find_group (Group *group, GError **error)
{
  StreekAnalysing *self = group->self;
  StreekDate used;

  if (self->query->reference == NULL)
    {
      group->members = streek_areas_list (self->areas, self->set->code, self->on, &used, error);
      group->name =
        group->members != NULL
          /* Translators: a kind of areas, and how many there are. */
          ? g_strdup_printf (_ ("%1$s (all %2$u)"), self->set->name, group->members->len)
          : NULL;
      return group->members != NULL;
    }

  const StreekArea *around = streek_analysing_find_reference (self, NULL, error);

  if (around == NULL)
    return FALSE;

  group->members =
    streek_areas_list_within (self->areas, self->set->code, self->on, around, NULL, &used, error);

  if (group->members == NULL)
    return FALSE;

  /* Translators: a kind of areas, an area that they lie in, and how many there are. */
  group->name =
    g_strdup_printf (_ ("%1$s in %2$s (%3$u)"), self->set->name, around->name, group->members->len);

  return TRUE;
}

/* The denominator of a ratio, the named weight of anything else; NULL where every area counts
 * alike. */
static const StreekIndicator *
find_weight (StreekAnalysing *self,
             const StreekIndicator *indicator,
             StreekPeriod period,
             StreekPeriod *weight_period)
{
  gboolean is_ratio = indicator->kind == STREEK_INDICATOR_RATIO;
  const char *code = is_ratio ? indicator->denominator : indicator->weight;
  const StreekIndicator *weight =
    code != NULL ? streek_catalogue_find (self->catalogue, code, NULL) : NULL;

  if (weight == NULL)
    return NULL;

  gboolean found =
    is_ratio
      ? streek_catalogue_pick_denominator_period (self->catalogue, indicator, period, weight_period)
      : streek_totals_find_weight_period (self->totals, weight, period, weight_period);

  return found ? weight : NULL;
}

static double *
read_values (StreekAnalysing *self,
             const StreekIndicator *indicator,
             const GPtrArray *areas,
             StreekPeriod period,
             GError **error)
{
  g_autoptr (GArray) totals = streek_analysing_compute_all (self, indicator, areas, period, error);

  if (totals == NULL)
    return NULL;

  double *values = g_new (double, MAX (areas->len, 1));

  for (guint i = 0; i < areas->len; i++)
    values[i] = g_array_index (totals, StreekTotal, i).value;

  return values;
}

/* A group that is too small is no error but a reason beside every figure. */
static gboolean
measure_group (const Group *group,
               const StreekIndicator *indicator,
               StreekPeriod period,
               StreekSpread *spread,
               char **reason,
               GError **error)
{
  StreekAnalysing *self = group->self;
  StreekPeriod weight_period;
  const StreekIndicator *weight = find_weight (self, indicator, period, &weight_period);
  g_autofree double *values = read_values (self, indicator, group->members, period, error);
  g_autofree double *weights = NULL;
  g_autoptr (GError) refusal = NULL;

  if (values == NULL)
    return FALSE;

  if (weight != NULL)
    {
      weights = read_values (self, weight, group->members, weight_period, error);

      if (weights == NULL)
        return FALSE;
    }

  if (!streek_spread_compute (group->name, values, weight != NULL ? weight->name : NULL, weights,
                              group->members->len, spread, &refusal))
    *reason = g_strdup (refusal->message);

  return TRUE;
}

static char *
explain_score (const StreekIndicator *indicator,
               const StreekSpread *spread,
               double value,
               double score)
{
  const StreekFormat *format = streek_format_get_default ();
  g_autofree char *z = streek_format_signed (format, score, 2);
  g_autofree char *of = streek_format_number (format, value, indicator->decimals);
  g_autofree char *mean = streek_format_number (format, spread->mean, indicator->decimals);
  g_autofree char *deviation =
    streek_format_number (format, spread->deviation, indicator->decimals + 1);

  if (spread->weight == NULL)
    /* Translators: a score, a figure, a mean, a standard deviation, and a group of areas. */
    return g_strdup_printf (_ ("%1$s = (%2$s − %3$s) / %4$s, the mean and standard deviation of "
                               "%5$s, every area alike."),
                            z, of, mean, deviation, spread->name);

  /* Translators: a score, a figure, a mean, a standard deviation, a group of areas, and the
   * indicator that they are weighted by. */
  return g_strdup_printf (_ ("%1$s = (%2$s − %3$s) / %4$s, the mean and standard deviation of "
                             "%5$s, weighted by %6$s."),
                          z, of, mean, deviation, spread->name, spread->weight);
}

static void
fill_score (StreekAnalysing *self,
            guint row,
            const StreekIndicator *indicator,
            const StreekTotal *total,
            const StreekSpread *spread,
            const char *reason)
{
  StreekMissing missing = total->missing;

  if (missing == STREEK_MISSING_NONE && reason != NULL)
    missing = STREEK_MISSING_NOT_APPLICABLE;

  if (reason == NULL)
    {
      streek_analysing_set_number (self, row, PROFILE_MEAN, spread->mean, STREEK_MISSING_NONE);
      streek_analysing_set_number (self, row, PROFILE_DEVIATION, spread->deviation,
                                   STREEK_MISSING_NONE);
    }

  if (missing == STREEK_MISSING_NONE)
    {
      double score = streek_spread_get_score (spread, total->value);
      g_autofree char *sentence = explain_score (indicator, spread, total->value, score);

      streek_analysing_set_number (self, row, PROFILE_Z, score, STREEK_MISSING_NONE);
      streek_analysing_set_note (self, row, sentence);
    }
  else
    {
      streek_analysing_set_number (self, row, PROFILE_Z, NAN, missing);
      streek_analysing_set_note (self, row, reason);
    }

  streek_analysing_set_kind (self, row, missing);
  streek_analysing_set_note (self, row, total->note);
}

static gboolean
add_score (StreekAnalysing *self,
           const StreekIndicator *indicator,
           const StreekArea *area,
           StreekPeriod period,
           const StreekSpread *spread,
           const char *reason,
           GError **error)
{
  StreekTable *table = self->result->table;
  StreekTotal total;

  if (!streek_analysing_compute (self, indicator, area, period, &total, error))
    return FALSE;

  guint row = streek_analysing_add_row (self, area);

  streek_table_set_text (table, row, PROFILE_INDICATOR, indicator->code);
  streek_table_set_text (table, row, PROFILE_INDICATOR_NAME, indicator->name);
  streek_table_set_period (table, row, PROFILE_PERIOD, period);
  streek_analysing_set_total (self, row, PROFILE_VALUE, &total);
  streek_table_set_text (table, row, PROFILE_UNIT, indicator->unit);
  streek_table_set_text (table, row, PROFILE_DIRECTION,
                         streek_indicator_get_direction_id (indicator->direction));
  streek_table_set_text (table, row, PROFILE_REFERENCE, spread->name);
  streek_table_set_integer (table, row, PROFILE_MEMBERS, (gint64) spread->n_members);
  streek_table_set_integer (table, row, PROFILE_KNOWN, (gint64) spread->n_known);
  streek_table_set_text (table, row, PROFILE_WEIGHT, spread->weight);
  fill_score (self, row, indicator, &total, spread, reason);
  streek_total_clear (&total);

  return TRUE;
}

static gboolean
add_indicator (const Group *group, const StreekIndicator *indicator, GError **error)
{
  StreekAnalysing *self = group->self;
  StreekPeriod period;
  StreekSpread spread;
  g_autofree char *reason = NULL;

  if (!streek_analysing_pick_newest (self, indicator, &period, error) ||
      !measure_group (group, indicator, period, &spread, &reason, error))
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    if (!add_score (self, indicator, g_ptr_array_index (self->rows, i), period, &spread, reason,
                    error))
      return FALSE;

  return TRUE;
}

static void
begin (const Group *group)
{
  StreekAnalysing *self = group->self;
  int decimals = streek_analysing_get_decimals (self);
  const StreekAnalysisColumn columns[] = {
    { "indicator", _ ("Indicator"), STREEK_COLUMN_TEXT, 0 },
    { "indicator_name", _ ("Name of the indicator"), STREEK_COLUMN_TEXT, 0 },
    { "period", _ ("Period"), STREEK_COLUMN_PERIOD, 0 },
    { "value", _ ("Value"), STREEK_COLUMN_NUMBER, decimals },
    { "unit", _ ("Unit"), STREEK_COLUMN_TEXT, 0 },
    { "direction", _ ("Direction"), STREEK_COLUMN_TEXT, 0 },
    { "reference", _ ("Compared with"), STREEK_COLUMN_TEXT, 0 },
    { "members", _ ("Members"), STREEK_COLUMN_INTEGER, 0 },
    { "known", _ ("Known"), STREEK_COLUMN_INTEGER, 0 },
    { "weight", _ ("Weighted by"), STREEK_COLUMN_TEXT, 0 },
    { "mean", _ ("Mean"), STREEK_COLUMN_NUMBER, decimals },
    { "deviation", _ ("Standard deviation"), STREEK_COLUMN_NUMBER, decimals + 1 },
    { "z", _ ("Standard deviations above the mean"), STREEK_COLUMN_NUMBER, 2 },
  };

  streek_analysing_begin_table (self, columns, G_N_ELEMENTS (columns));
  /* Translators: an area or areas, and the group that they are compared with. */
  self->result->title =
    g_strdup_printf (_ ("%1$s: profile against %2$s"), self->where, group->name);
  streek_analysing_take_note (
    self, g_strdup (_ ("A score says how many standard deviations a figure lies above the mean of "
                       "the group. Ratios are weighted by their denominator, so their mean is the "
                       "ratio of the whole group.")));
}

static gboolean
run (Group *group, GError **error)
{
  StreekAnalysing *self = group->self;

  if (!find_group (group, error))
    return FALSE;

  begin (group);

  for (guint i = 0; i < self->indicators->len; i++)
    if (!add_indicator (group, g_ptr_array_index (self->indicators, i), error))
      return FALSE;

  return TRUE;
}

/**
 * streek_analysing_run_profile:
 *
 * Each indicator of each area against the areas of the same set in the reference, which has a name
 * and at least three known members.
 */
gboolean
streek_analysing_run_profile (StreekAnalysing *self, GError **error)
{
  StreekPeriod last;
  Group group = { .self = self };

  if (!streek_analysing_find_last_period (self, &last, error) ||
      !streek_analysing_list_areas (self, last, error))
    return FALSE;

  gboolean done = run (&group, error);

  g_clear_pointer (&group.members, g_ptr_array_unref);
  g_free (group.name);

  return done;
}
