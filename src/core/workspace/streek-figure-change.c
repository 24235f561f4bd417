/* streek-figure-change.c: the values of a map of change, and what lies between both periods */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-figures-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

gboolean
streek_gathering_is_change (const StreekGathering *self)
{
  return self->spec->kind == STREEK_FIGURE_CHANGE && !self->spec->kind_is_automatic;
}

static gboolean
pick_measure (StreekGathering *self, GError **error)
{
  gboolean is_percentage = streek_indicator_is_percentage (self->indicator);

  self->measure = streek_indicator_pick_measure (self->indicator);

  if (self->spec->measure == STREEK_FIGURE_MEASURE_ABSOLUTE && !is_percentage)
    self->measure = STREEK_CHANGE_ABSOLUTE;

  if (self->spec->measure != STREEK_FIGURE_MEASURE_PERCENT || !is_percentage)
    return TRUE;

  g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
               /* Translators: %s is the name of an indicator. */
               _ ("“%s” is a percentage already: its change is shown in percentage points, not in "
                  "percent."),
               self->indicator->name);

  return FALSE;
}

/* The first period there is that compares with the one shown. */
static StreekPeriod
find_first (const StreekGathering *self, const GArray *periods)
{
  for (guint i = 0; i < periods->len; i++)
    {
      StreekPeriod period = g_array_index (periods, StreekPeriod, i);

      if (streek_indicator_has_one_length (self->indicator, period, self->period))
        return period;
    }

  return self->period;
}

/**
 * streek_gathering_get_base:
 * @self: with its indicator, and a period that is as long
 *
 * Returns: the period that a change is held against: what was asked, else the first there is
 */
StreekPeriod
streek_gathering_get_base (const StreekGathering *self, StreekCatalogue *catalogue)
{
  if (self->spec->from.kind != STREEK_PERIOD_NONE)
    return self->spec->from;

  g_autoptr (GArray) periods = streek_catalogue_list_periods (catalogue, self->indicator);

  return find_first (self, periods);
}

/**
 * streek_gathering_leave_lonely_period:
 *
 * Where nobody asked for a period, a change goes to the newest one that there is another one as
 * long as to compare with: the newest of all may be the first quarter that there is.
 */
void
streek_gathering_leave_lonely_period (StreekGathering *self, StreekCatalogue *catalogue)
{
  g_autoptr (GArray) periods = streek_catalogue_list_periods (catalogue, self->indicator);
  int newest = self->spec->period.kind == STREEK_PERIOD_NONE
                 ? streek_indicator_find_comparable (self->indicator, periods, self->spec->from)
                 : -1;

  if (newest < 0 ||
      streek_period_equal (g_array_index (periods, StreekPeriod, newest), self->period))
    return;

  self->left_period = self->period;
  self->period = g_array_index (periods, StreekPeriod, newest);
}

/* What was asked, else the first period there is. */
static gboolean
pick_from (StreekGathering *self, StreekCatalogue *catalogue, GError **error)
{
  g_autoptr (GArray) periods = streek_catalogue_list_periods (catalogue, self->indicator);

  if (periods->len < 2)
    {
      g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_NO_PERIOD,
                   /* Translators: %s is the name of an indicator. */
                   _ ("“%s” needs figures of two periods to compare."), self->indicator->name);
      return FALSE;
    }

  return streek_gathering_pick_period (
    catalogue, self->indicator, streek_gathering_get_base (self, catalogue), &self->from, error);
}

/**
 * streek_gathering_pick_change:
 *
 * Chooses both periods and the measure, and finds the breaks between them. Changes go from the
 * earlier period to the later one, in whatever order they were asked.
 */
gboolean
streek_gathering_pick_change (StreekGathering *self, StreekCatalogue *catalogue, GError **error)
{
  if (!pick_from (self, catalogue, error) || !pick_measure (self, error))
    return FALSE;

  if (streek_period_equal (self->from, self->period))
    {
      g_autofree char *period = streek_format_period (streek_format_get_default (), self->period);

      g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_NO_PERIOD,
                   /* Translators: %s is a period such as 2019. */
                   _ ("A change lies between two periods. Choose another one than %s to compare "
                      "with."),
                   period);
      return FALSE;
    }

  if (streek_period_compare (self->from, self->period) > 0)
    {
      StreekPeriod later = self->from;

      self->from = self->period;
      self->period = later;
    }

  if (!streek_indicator_check_lengths (self->indicator, self->from, self->period, error))
    return FALSE;

  self->breaks = streek_catalogue_list_breaks_between (catalogue, self->indicator->code, self->from,
                                                       self->period);

  return TRUE;
}

/**
 * streek_gathering_get_change_unit:
 *
 * Returns: (transfer none): of the change
 */
const char *
streek_gathering_get_change_unit (const StreekGathering *self)
{
  switch (self->measure)
    {
    case STREEK_CHANGE_PERCENT:
      return "%";
    case STREEK_CHANGE_PERCENTAGE_POINTS:
      return C_ ("unit", "percentage points");
    case STREEK_CHANGE_ABSOLUTE:
    default:
      return self->indicator->unit;
    }
}

int
streek_gathering_get_change_decimals (const StreekGathering *self)
{
  return self->measure == STREEK_CHANGE_PERCENT ? 1 : self->indicator->decimals;
}

char *
streek_gathering_dup_change_name (const StreekGathering *self)
{
  const StreekFormat *format = streek_format_get_default ();
  g_autofree char *from = streek_format_short_period (format, self->from);
  g_autofree char *to = streek_format_short_period (format, self->period);

  /* Translators: heading of a legend: an indicator and two periods */
  return g_strdup_printf (_ ("%1$s, change %2$s–%3$s"), self->indicator->name, from, to);
}

/**
 * streek_gathering_get_change_ends:
 * @low: (out) (transfer full): what is below 0
 * @high: (out) (transfer full): what is not
 */
void
streek_gathering_get_change_ends (const StreekGathering *self, char **low, char **high)
{
  const char *falls = C_ ("end of a legend", "decrease");
  const char *rises = self->spec->zero_class ? C_ ("end of a legend", "increase")
                                             : C_ ("end of a legend", "the same or an increase");
  const char *below, *above;

  streek_words_get_direction (self->indicator, &below, &above);
  *low = below != NULL ? g_strdup_printf ("%s, %s", falls, below) : g_strdup (falls);
  *high = above != NULL ? g_strdup_printf ("%s, %s", rises, above) : g_strdup (rises);
}

/* "In 2010: …", or the sentence alone where it is the same of both. */
static char *
dup_notes_of_both (const StreekGathering *self, const StreekTotal *from, const StreekTotal *to)
{
  const StreekFormat *format = streek_format_get_default ();
  g_autofree char *first = streek_format_period (format, self->from);
  g_autofree char *last = streek_format_period (format, self->period);

  if (g_strcmp0 (from->note, to->note) == 0)
    return g_strdup (from->note);

  g_autofree char *before =
    from->note != NULL ? g_strdup_printf ("%s: %s", first, from->note) : NULL;
  g_autofree char *after = to->note != NULL ? g_strdup_printf ("%s: %s", last, to->note) : NULL;

  return streek_notes_join (before, after);
}

/* Which of both less is known of. */
static const StreekTotal *
choose_weaker (const StreekTotal *from, const StreekTotal *to)
{
  if (isnan (from->coverage_pct) || isnan (to->coverage_pct))
    return isnan (from->coverage_pct) ? to : from;

  return from->coverage_pct < to->coverage_pct ? from : to;
}

/* Behind the code and the name. */
enum
{
  COLUMN_FROM = 2,
  COLUMN_TO,
  COLUMN_VALUE,
};

static void
fill_change (StreekGathering *self, guint row, const StreekTotal *from, const StreekTotal *to)
{
  g_autofree char *pair = NULL;
  StreekTotal change = { .status = MAX (from->status, to->status) };

  change.missing = streek_totals_compare (self->measure, from, to, &change.value, &pair);
  if (from->qualifier != STREEK_QUALIFIER_NONE || to->qualifier != STREEK_QUALIFIER_NONE)
    change.qualifier = STREEK_QUALIFIER_ABOUT;

  g_autofree char *both = dup_notes_of_both (self, from, to);
  gboolean is_said =
    from->missing != STREEK_MISSING_NONE || to->missing != STREEK_MISSING_NONE; /* by the pair */
  g_autofree char *note = streek_notes_join (both, is_said ? NULL : pair);

  change.note = note;
  streek_gathering_set_number (self, row, COLUMN_FROM, from);
  streek_gathering_set_number (self, row, COLUMN_TO, to);
  streek_gathering_set_number (self, row, COLUMN_VALUE, &change);
  streek_gathering_set_coverage (self, row, choose_weaker (from, to));
  streek_gathering_set_note (self, row, note);
  self->n_provisional +=
    change.missing == STREEK_MISSING_NONE && change.status != STREEK_STATUS_FINAL;
}

static void
begin_table (StreekGathering *self)
{
  const StreekFormat *format = streek_format_get_default ();
  const StreekIndicator *indicator = self->indicator;
  g_autofree char *from = streek_format_period (format, self->from);
  g_autofree char *to = streek_format_period (format, self->period);
  g_autofree char *in_first = g_strdup_printf (_ ("In %s"), from);
  g_autofree char *in_last = g_strdup_printf (_ ("In %s"), to);
  g_autofree char *name = streek_gathering_dup_change_name (self);

  streek_gathering_begin_table (self);
  streek_gathering_add_column (self, "from", in_first, indicator->unit, indicator->decimals);
  streek_gathering_add_column (self, "to", in_last, indicator->unit, indicator->decimals);
  streek_gathering_add_column (self, "value", name, streek_gathering_get_change_unit (self),
                               streek_gathering_get_change_decimals (self));
  streek_gathering_add_coverage_columns (self);
  streek_gathering_add_rows (self);
}

static gboolean
had_these_borders (const StreekGathering *self, const StreekArea *area, StreekDate on)
{
  g_autoptr (GPtrArray) same =
    streek_areas_list_equal_units (self->areas, area->set->mesh, area->units, on);

  for (guint i = 0; i < same->len; i++)
    if (((const StreekArea *) same->pdata[i])->set == area->set)
      return TRUE;

  return FALSE;
}

/* Areas that had other borders in @period: their figure of it is that of the land they have here.
 */
static void
note_other_borders (StreekGathering *self, StreekPeriod period)
{
  const StreekFormat *format = streek_format_get_default ();
  StreekDate then = streek_indicator_get_area_date (self->indicator, period), used;
  g_autofree char *when = streek_format_period (format, period);
  g_autofree char *day = streek_format_date (format, self->used);
  g_autoptr (GPtrArray) all = streek_areas_list (self->areas, self->set->code, then, &used, NULL);
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  /* Translators: of one area in a table; %s is a period */
  g_autofree char *sentence =
    g_strdup_printf (_ ("It had other borders in %s; both figures are of the same land."), when);

  if (all == NULL || then == self->used)
    return;

  if (used != then)
    {
      g_ptr_array_add (
        self->other_borders,
        /* Translators: %1$s is a kind of areas, %2$s a period, %3$s a date */
        g_strdup_printf (_ ("%1$s did not exist in %2$s: both figures are of the areas of %3$s."),
                         self->set->name, when, day));
      return;
    }

  for (guint row = 0; row < self->rows->len; row++)
    {
      const StreekArea *area = self->rows->pdata[row];

      if (had_these_borders (self, area, then))
        continue;

      guint column = (guint) streek_table_find_column (self->table, "note");
      g_autofree char *note =
        streek_notes_join (streek_table_get_text (self->table, row, column), sentence);

      g_ptr_array_add (moved, (gpointer) area);
      streek_table_set_text (self->table, row, column, note);
    }

  if (moved->len == 0)
    return;

  g_autofree char *names = streek_words_dup_names (moved);

  g_ptr_array_add (
    self->other_borders,
    /* Translators: %1$s is a period, %2$s a list of areas, %3$s a date */
    g_strdup_printf (_ ("Other borders in %1$s: %2$s. Both figures are of the areas of %3$s."),
                     when, names, day));
}

/**
 * streek_gathering_read_change:
 *
 * Both figures of each area on one day, and the change between them.
 */
gboolean
streek_gathering_read_change (StreekGathering *self,
                              StreekTotals *totals,
                              GCancellable *cancellable,
                              GError **error)
{
  begin_table (self);
  self->other_borders = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const StreekArea *area = g_ptr_array_index (self->rows, i);
      StreekTotal from = { 0 }, to = { 0 };
      gboolean done = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
                      streek_totals_compute (totals, self->indicator, area, self->from,
                                             self->spec->min_coverage_pct, &from, error) &&
                      streek_totals_compute (totals, self->indicator, area, self->period,
                                             self->spec->min_coverage_pct, &to, error);

      if (done)
        fill_change (self, i, &from, &to);

      streek_total_clear (&from);
      streek_total_clear (&to);
      if (!done)
        return FALSE;
    }

  streek_gathering_collect_notes (self);
  note_other_borders (self, self->from);
  note_other_borders (self, self->period);

  return TRUE;
}
