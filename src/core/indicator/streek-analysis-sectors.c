/* streek-analysis-sectors.c: what the sectors of a region explain: shift-share, location quotients
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-analysis-private.h"

#include "stats/streek-shift-share.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Every sector of one area in one period, in the order of the indicators. */
typedef struct
{
  GArray *totals; /* (element-type StreekTotal) */
  double *values; /* NAN where missing, or where a part of the sum is */
} Sectors;

static void
sectors_clear (Sectors *sectors)
{
  g_clear_pointer (&sectors->totals, g_array_unref);
  g_clear_pointer (&sectors->values, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sectors, sectors_clear)

static gboolean
sectors_read (Sectors *sectors,
              StreekAnalysing *self,
              const StreekArea *area,
              StreekPeriod period,
              GError **error)
{
  guint n = self->indicators->len;

  *sectors = (Sectors){ g_array_new (FALSE, FALSE, sizeof (StreekTotal)), g_new (double, n) };
  g_array_set_clear_func (sectors->totals, (GDestroyNotify) streek_total_clear);

  for (guint i = 0; i < n; i++)
    {
      StreekTotal total;

      if (!streek_analysing_compute (self, g_ptr_array_index (self->indicators, i), area, period,
                                     &total, error))
        return FALSE;

      g_array_append_val (sectors->totals, total);
      sectors->values[i] = streek_analysing_get_whole (&total);
    }

  return TRUE;
}

static const StreekTotal *
sectors_get (const Sectors *sectors, guint index)
{
  return &g_array_index (sectors->totals, StreekTotal, index);
}

/* NAN where one of them is: a whole of which a part is unknown is unknown. */
static double
sectors_sum (const Sectors *sectors)
{
  double sum = 0;

  for (guint i = 0; i < sectors->totals->len; i++)
    sum += sectors->values[i];

  return sum;
}

/* Why a sector is not whole; its note comes along. */
static StreekMissing
explain_sector (StreekAnalysing *self, guint row, const Sectors *sectors, guint index)
{
  const StreekTotal *total = sectors_get (sectors, index);

  if (!isnan (sectors->values[index]))
    return STREEK_MISSING_NONE;

  streek_analysing_set_note (self, row, total->note);

  return total->missing != STREEK_MISSING_NONE ? total->missing : STREEK_MISSING_UNKNOWN;
}

/* Only counts of one thing add up to a whole. */
gboolean
streek_analysing_check_sectors (StreekAnalysing *self, GError **error)
{
  const StreekIndicator *first = g_ptr_array_index (self->indicators, 0);

  for (guint i = 0; i < self->indicators->len; i++)
    {
      const StreekIndicator *indicator = g_ptr_array_index (self->indicators, i);

      if (indicator->kind != STREEK_INDICATOR_COUNT)
        {
          g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                       /* Translators: %s is the name of an indicator. */
                       _ ("“%s” is not a count, and only counts add up to a whole."),
                       indicator->name);
          return FALSE;
        }

      if (g_strcmp0 (indicator->unit, first->unit) != 0)
        {
          g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                       /* Translators: the names of two indicators. */
                       _ ("“%1$s” and “%2$s” have different units, so they do not add up."),
                       first->name, indicator->name);
          return FALSE;
        }
    }

  return TRUE;
}

/* A period that all sectors have figures of; all of them or none. */
static gboolean
find_common_periods (StreekAnalysing *self, GArray **common, GError **error)
{
  g_autoptr (GArray) periods =
    streek_analysing_list_periods (self, g_ptr_array_index (self->indicators, 0), error);

  for (guint i = 1; periods != NULL && i < self->indicators->len; i++)
    {
      g_autoptr (GArray) others =
        streek_analysing_list_periods (self, g_ptr_array_index (self->indicators, i), error);

      if (others == NULL)
        return FALSE;

      for (guint p = periods->len; p > 0; p--)
        {
          StreekPeriod period = g_array_index (periods, StreekPeriod, p - 1);
          gboolean found = FALSE;

          for (guint o = 0; o < others->len && !found; o++)
            found = streek_period_equal (period, g_array_index (others, StreekPeriod, o));

          if (!found)
            g_array_remove_index (periods, p - 1);
        }
    }

  if (periods == NULL)
    return FALSE;

  *common = g_steal_pointer (&periods);

  return TRUE;
}

gboolean
streek_analysing_pick_common_ends (
  StreekAnalysing *self, guint n_needed, StreekPeriod *from, StreekPeriod *to, GError **error)
{
  g_autoptr (GArray) periods = NULL;

  if (!find_common_periods (self, &periods, error))
    return FALSE;

  if (periods->len < n_needed)
    {
      g_set_error_literal (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_NO_PERIOD,
                           n_needed > 1
                             ? _ ("The sectors have no two periods in common to compare.")
                             : _ ("There is no period that all of the sectors have figures of."));
      return FALSE;
    }

  *from = g_array_index (periods, StreekPeriod, 0);
  *to = g_array_index (periods, StreekPeriod, periods->len - 1);

  return TRUE;
}

enum
{
  SHIFT_LEVEL = STREEK_N_LEADS,
  SHIFT_INDICATOR,
  SHIFT_INDICATOR_NAME,
  SHIFT_UNIT,
  SHIFT_PERIOD_FROM,
  SHIFT_PERIOD_TO,
  SHIFT_FROM,
  SHIFT_TO,
  SHIFT_CHANGE,
  SHIFT_NATIONAL,
  SHIFT_MIX,
  SHIFT_REGIONAL,
  SHIFT_REFERENCE,
};

typedef struct
{
  StreekAnalysing *self;
  StreekPeriod from;
  StreekPeriod to;
  const StreekArea *reference;
  Sectors reference_from;
  Sectors reference_to;
} Shifting;

static void
begin_shift (Shifting *shifting)
{
  StreekAnalysing *self = shifting->self;
  int decimals = streek_analysing_get_decimals (self);
  g_autofree char *first = streek_analysis_format_period (shifting->from);
  g_autofree char *last = streek_analysis_format_period (shifting->to);
  g_autofree char *in_first = g_strdup_printf (_ ("In %s"), first);
  g_autofree char *in_last = g_strdup_printf (_ ("In %s"), last);
  const StreekAnalysisColumn columns[] = {
    { "level", _ ("Level"), STREEK_COLUMN_TEXT, 0 },
    { "indicator", _ ("Indicator"), STREEK_COLUMN_TEXT, 0 },
    { "indicator_name", _ ("Sector"), STREEK_COLUMN_TEXT, 0 },
    { "unit", _ ("Unit"), STREEK_COLUMN_TEXT, 0 },
    { "period_from", _ ("From"), STREEK_COLUMN_PERIOD, 0 },
    { "period_to", _ ("To"), STREEK_COLUMN_PERIOD, 0 },
    { "from", in_first, STREEK_COLUMN_NUMBER, decimals },
    { "to", in_last, STREEK_COLUMN_NUMBER, decimals },
    { "change", _ ("Change"), STREEK_COLUMN_NUMBER, decimals },
    { "national", _ ("Share of the reference"), STREEK_COLUMN_NUMBER, decimals + 1 },
    { "mix", _ ("Sector mix"), STREEK_COLUMN_NUMBER, decimals + 1 },
    { "regional", _ ("Regional shift"), STREEK_COLUMN_NUMBER, decimals + 1 },
    { "reference", _ ("Compared with"), STREEK_COLUMN_TEXT, 0 },
  };

  streek_analysing_begin_table (self, columns, G_N_ELEMENTS (columns));
  /* Translators: an area or areas, two periods and the area they are compared with. */
  self->result->title = g_strdup_printf (_ ("%1$s: shift-share from %2$s to %3$s against %4$s"),
                                         self->where, first, last, shifting->reference->name);
  streek_analysing_take_note (
    self, g_strdup (_ ("Change = share of the reference (had all grown as its sectors together) + "
                       "sector mix (because a sector grew faster or slower there) + regional shift "
                       "(because it grew faster or slower here than there).")));
}

static guint
add_shift_row (Shifting *shifting,
               const StreekArea *area,
               const StreekIndicator *sector,
               const StreekShift *shift,
               StreekMissing missing)
{
  StreekAnalysing *self = shifting->self;
  StreekTable *table = self->result->table;
  const StreekIndicator *any = g_ptr_array_index (self->indicators, 0);
  guint row = streek_analysing_add_row (self, area);

  streek_table_set_text (table, row, SHIFT_LEVEL, sector != NULL ? "sector" : "total");
  streek_table_set_text (table, row, SHIFT_INDICATOR, sector != NULL ? sector->code : NULL);
  streek_table_set_text (table, row, SHIFT_INDICATOR_NAME,
                         sector != NULL ? sector->name : _ ("All sectors"));
  streek_table_set_text (table, row, SHIFT_UNIT, any->unit);
  streek_table_set_period (table, row, SHIFT_PERIOD_FROM, shifting->from);
  streek_table_set_period (table, row, SHIFT_PERIOD_TO, shifting->to);
  streek_table_set_text (table, row, SHIFT_REFERENCE, shifting->reference->name);
  streek_analysing_set_number (self, row, SHIFT_CHANGE, shift->change, missing);
  streek_analysing_set_number (self, row, SHIFT_NATIONAL, shift->national, missing);
  streek_analysing_set_number (self, row, SHIFT_MIX, shift->mix, missing);
  streek_analysing_set_number (self, row, SHIFT_REGIONAL, shift->regional, missing);

  return row;
}

static void
add_shift_sector (Shifting *shifting,
                  const StreekArea *area,
                  guint index,
                  const Sectors *from,
                  const Sectors *to,
                  const StreekShift *shift)
{
  StreekAnalysing *self = shifting->self;
  const Sectors *all[] = { from, to, &shifting->reference_from, &shifting->reference_to };
  guint row = add_shift_row (shifting, area, g_ptr_array_index (self->indicators, index), shift,
                             STREEK_MISSING_UNKNOWN);
  StreekMissing missing = STREEK_MISSING_NONE;

  streek_analysing_set_total (self, row, SHIFT_FROM, sectors_get (from, index));
  streek_analysing_set_total (self, row, SHIFT_TO, sectors_get (to, index));

  for (guint i = 0; i < G_N_ELEMENTS (all) && isnan (shift->change); i++)
    {
      StreekMissing reason = explain_sector (self, row, all[i], index);

      missing = missing != STREEK_MISSING_NONE ? missing : reason;
    }

  if (isnan (shift->change) && missing == STREEK_MISSING_NONE)
    {
      missing = STREEK_MISSING_NOT_APPLICABLE;
      streek_analysing_set_note (self, row,
                                 _ ("The reference had nothing of this sector at first."));
    }

  streek_analysing_set_kind (self, row, missing);
  streek_analysing_note_breaks (self, row, g_ptr_array_index (self->indicators, index),
                                shifting->from, shifting->to);
}

static void
add_shift_total (Shifting *shifting,
                 const StreekArea *area,
                 const Sectors *from,
                 const Sectors *to,
                 const StreekShift *shifts,
                 const StreekShift *total,
                 guint n_known)
{
  StreekAnalysing *self = shifting->self;
  guint n = self->indicators->len;
  double first = 0, second = 0;
  guint row = add_shift_row (shifting, area, NULL, total, STREEK_MISSING_UNKNOWN);

  for (guint i = 0; i < n; i++)
    if (!isnan (shifts[i].change))
      {
        first += from->values[i];
        second += to->values[i];
      }

  streek_analysing_set_number (self, row, SHIFT_FROM, n_known > 0 ? first : NAN,
                               STREEK_MISSING_UNKNOWN);
  streek_analysing_set_number (self, row, SHIFT_TO, n_known > 0 ? second : NAN,
                               STREEK_MISSING_UNKNOWN);
  streek_analysing_set_kind (self, row, n_known > 0 ? STREEK_MISSING_NONE : STREEK_MISSING_UNKNOWN);

  if (n_known == n)
    return;

  /* Translators: how many of how many sectors. */
  g_autofree char *note = g_strdup_printf (_ ("Over %1$u of %2$u sectors."), n_known, n);

  streek_analysing_set_note (self, row, note);
}

static gboolean
shift_area (Shifting *shifting, const StreekArea *area, GError **error)
{
  StreekAnalysing *self = shifting->self;
  guint n = self->indicators->len;
  g_auto (Sectors) from = { 0 };
  g_auto (Sectors) to = { 0 };
  g_autofree StreekShift *shifts = g_new (StreekShift, n);
  StreekShift total;

  if (!sectors_read (&from, self, area, shifting->from, error) ||
      !sectors_read (&to, self, area, shifting->to, error))
    return FALSE;

  guint n_known = streek_shift_share (from.values, to.values, shifting->reference_from.values,
                                      shifting->reference_to.values, n, shifts, &total);

  for (guint i = 0; i < n; i++)
    add_shift_sector (shifting, area, i, &from, &to, &shifts[i]);

  add_shift_total (shifting, area, &from, &to, shifts, &total, n_known);

  return TRUE;
}

static gboolean
run_shift (Shifting *shifting, GError **error)
{
  StreekAnalysing *self = shifting->self;

  if (!streek_analysing_check_sectors (self, error) ||
      !streek_analysing_pick_common_ends (self, 2, &shifting->from, &shifting->to, error) ||
      !streek_analysing_list_areas (self, shifting->to, error))
    return FALSE;

  shifting->reference = streek_analysing_find_reference (self, STREEK_FLANDERS, error);

  if (shifting->reference == NULL ||
      !sectors_read (&shifting->reference_from, self, shifting->reference, shifting->from, error) ||
      !sectors_read (&shifting->reference_to, self, shifting->reference, shifting->to, error))
    return FALSE;

  begin_shift (shifting);

  for (guint i = 0; i < self->rows->len; i++)
    if (!shift_area (shifting, g_ptr_array_index (self->rows, i), error))
      return FALSE;

  return TRUE;
}

/**
 * streek_analysing_run_shift_share:
 *
 * A row per area and sector, and one for all sectors of the area that are known.
 */
gboolean
streek_analysing_run_shift_share (StreekAnalysing *self, GError **error)
{
  Shifting shifting = { .self = self };
  gboolean done = run_shift (&shifting, error);

  sectors_clear (&shifting.reference_from);
  sectors_clear (&shifting.reference_to);

  return done;
}

enum
{
  QUOTIENT_INDICATOR = STREEK_N_LEADS,
  QUOTIENT_INDICATOR_NAME,
  QUOTIENT_PERIOD,
  QUOTIENT_VALUE,
  QUOTIENT_UNIT,
  QUOTIENT_SHARE,
  QUOTIENT_REFERENCE,
  QUOTIENT_REFERENCE_SHARE,
  QUOTIENT_QUOTIENT,
};

static void
begin_quotient (StreekAnalysing *self, StreekPeriod period, const StreekArea *reference)
{
  g_autofree char *when = streek_analysis_format_period (period);
  const StreekAnalysisColumn columns[] = {
    { "indicator", _ ("Indicator"), STREEK_COLUMN_TEXT, 0 },
    { "indicator_name", _ ("Sector"), STREEK_COLUMN_TEXT, 0 },
    { "period", _ ("Period"), STREEK_COLUMN_PERIOD, 0 },
    { "value", _ ("Value"), STREEK_COLUMN_NUMBER, streek_analysing_get_decimals (self) },
    { "unit", _ ("Unit"), STREEK_COLUMN_TEXT, 0 },
    { "share_pct", _ ("Share, %"), STREEK_COLUMN_NUMBER, 1 },
    { "reference", _ ("Compared with"), STREEK_COLUMN_TEXT, 0 },
    { "reference_share_pct", _ ("Share in the reference, %"), STREEK_COLUMN_NUMBER, 1 },
    { "quotient", _ ("Location quotient"), STREEK_COLUMN_NUMBER, 2 },
  };

  streek_analysing_begin_table (self, columns, G_N_ELEMENTS (columns));
  /* Translators: an area or areas, a period and the area they are compared with. */
  self->result->title = g_strdup_printf (_ ("%1$s, %2$s: location quotients against %3$s"),
                                         self->where, when, reference->name);
  streek_analysing_take_note (
    self, g_strdup (_ ("A location quotient is the share of a sector in the area over its share in "
                       "the reference: above 1 the area has more of it.")));
}

/* What a share needs is every sector: an unknown one is no zero. */
static StreekMissing
explain_quotient (
  StreekAnalysing *self, guint row, guint index, const Sectors *sectors, const Sectors *reference)
{
  StreekMissing missing = explain_sector (self, row, sectors, index);

  if (missing == STREEK_MISSING_NONE)
    missing = explain_sector (self, row, reference, index);
  if (missing != STREEK_MISSING_NONE)
    return missing;

  if (!isnan (sectors_sum (sectors)) && !isnan (sectors_sum (reference)))
    {
      streek_analysing_set_note (self, row,
                                 _ ("There is nothing of this sector, or of all of them, to divide "
                                    "by."));
      return STREEK_MISSING_NOT_APPLICABLE;
    }

  streek_analysing_set_note (self, row,
                             _ ("A share needs all sectors, and one of them is not known."));

  return STREEK_MISSING_UNKNOWN;
}

static void
add_quotient (StreekAnalysing *self,
              const StreekArea *area,
              StreekPeriod period,
              guint index,
              const Sectors *sectors,
              const StreekArea *reference,
              const Sectors *reference_sectors)
{
  StreekTable *table = self->result->table;
  const StreekIndicator *sector = g_ptr_array_index (self->indicators, index);
  double value = sectors->values[index], sum = sectors_sum (sectors);
  double other = reference_sectors->values[index], other_sum = sectors_sum (reference_sectors);
  double quotient = streek_location_quotient (value, sum, other, other_sum);
  guint row = streek_analysing_add_row (self, area);
  StreekMissing missing = isnan (quotient)
                            ? explain_quotient (self, row, index, sectors, reference_sectors)
                            : STREEK_MISSING_NONE;

  streek_table_set_text (table, row, QUOTIENT_INDICATOR, sector->code);
  streek_table_set_text (table, row, QUOTIENT_INDICATOR_NAME, sector->name);
  streek_table_set_period (table, row, QUOTIENT_PERIOD, period);
  streek_analysing_set_total (self, row, QUOTIENT_VALUE, sectors_get (sectors, index));
  streek_table_set_text (table, row, QUOTIENT_UNIT, sector->unit);
  streek_analysing_set_number (self, row, QUOTIENT_SHARE, sum > 0 ? 100 * (value / sum) : NAN,
                               missing);
  streek_table_set_text (table, row, QUOTIENT_REFERENCE, reference->name);
  streek_analysing_set_number (self, row, QUOTIENT_REFERENCE_SHARE,
                               other_sum > 0 ? 100 * (other / other_sum) : NAN, missing);
  streek_analysing_set_number (self, row, QUOTIENT_QUOTIENT, quotient, missing);
  streek_analysing_set_kind (self, row, missing);
}

static gboolean
add_quotients (StreekAnalysing *self,
               StreekPeriod period,
               const StreekArea *reference,
               GError **error)
{
  g_auto (Sectors) reference_sectors = { 0 };

  if (!sectors_read (&reference_sectors, self, reference, period, error))
    return FALSE;

  for (guint a = 0; a < self->rows->len; a++)
    {
      const StreekArea *area = g_ptr_array_index (self->rows, a);
      g_auto (Sectors) sectors = { 0 };

      if (!sectors_read (&sectors, self, area, period, error))
        return FALSE;

      for (guint i = 0; i < self->indicators->len; i++)
        add_quotient (self, area, period, i, &sectors, reference, &reference_sectors);
    }

  return TRUE;
}

/**
 * streek_analysing_run_quotient:
 *
 * A row per area and sector, in the newest period that all sectors have.
 */
gboolean
streek_analysing_run_quotient (StreekAnalysing *self, GError **error)
{
  StreekPeriod first, period;

  if (!streek_analysing_check_sectors (self, error) ||
      !streek_analysing_pick_common_ends (self, 1, &first, &period, error) ||
      !streek_analysing_list_areas (self, period, error))
    return FALSE;

  const StreekArea *reference = streek_analysing_find_reference (self, STREEK_FLANDERS, error);

  if (reference == NULL)
    return FALSE;

  begin_quotient (self, period, reference);

  return add_quotients (self, period, reference, error);
}
