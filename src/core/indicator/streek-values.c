/* streek-values.c: the table of values that lists, maps, charts and the command line ask for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-totals.h"

#include "base/streek-number.h"
#include "indicator/streek-formula-private.h"
#include "indicator/streek-totals-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

enum
{
  COLUMN_INDICATOR,
  COLUMN_SET,
  COLUMN_AREA,
  COLUMN_AREA_NAME,
  COLUMN_ON,
  COLUMN_PERIOD,
  COLUMN_VALUE,
  COLUMN_UNIT,
  COLUMN_KIND,
  COLUMN_BASIS,
  COLUMN_KNOWN,
  COLUMN_MEMBERS,
  COLUMN_COVERAGE_PCT,
  COLUMN_NOTE,
};

/* One period's areas. */
typedef struct
{
  StreekTotals *totals;
  const StreekValuesQuery *query;
  const StreekIndicator *indicator;
  StreekPeriod period;
  StreekTable *table;
} Reading;

/* The first day of the areas that @code has figures of @period on, where that is after @natural. */
static gboolean
find_recast_date (
  StreekTotals *totals, const char *code, StreekPeriod period, StreekDate *on, GError **error)
{
  StreekFigureSet figures;
  const StreekVintage *finest = NULL;
  StreekDate first = STREEK_DATE_OPEN;

  if (!streek_totals_find_figures (totals, code, period, &figures, error))
    return FALSE;

  for (guint i = 0; i < figures.n_slices; i++)
    if (finest == NULL || figures.slices[i]->vintage->roster->n > finest->roster->n)
      finest = figures.slices[i]->vintage;

  for (guint i = 0; i < figures.n_slices; i++)
    if (strcmp (figures.slices[i]->vintage->roster->set_code, finest->roster->set_code) == 0)
      first = MIN (first, figures.slices[i]->vintage->valid.from);

  if (finest != NULL)
    *on = MAX (*on, first);

  return TRUE;
}

static gboolean
find_recast_date_of_operands (StreekTotals *totals,
                              const StreekIndicator *indicator,
                              StreekPeriod period,
                              StreekDate *on,
                              GError **error)
{
  g_autoptr (StreekExpansion) expansion =
    streek_expansion_new (totals->catalogue, indicator, &period, NULL);

  for (guint i = 0; expansion != NULL && i < expansion->codes->len; i++)
    if (!find_recast_date (totals, g_ptr_array_index (expansion->codes, i),
                           g_array_index (expansion->periods, StreekPeriod, i), on, error))
      return FALSE;

  return TRUE;
}

/**
 * streek_totals_pick_date:
 * @on: (out): the day
 * @error: return location for a #StreekStoreError or #StreekIndicatorError
 *
 * A series that a source recast on later areas is shown on those, because earlier ones would cut
 * through its cells.
 */
gboolean
streek_totals_pick_date (StreekTotals *totals,
                         const StreekIndicator *indicator,
                         StreekPeriod period,
                         StreekDate *on,
                         GError **error)
{
  g_return_val_if_fail (totals != NULL && indicator != NULL && on != NULL, FALSE);

  StreekPeriod denominator;

  *on = streek_indicator_get_area_date (indicator, period);

  if (!find_recast_date (totals, indicator->code, period, on, error))
    return FALSE;
  if (indicator->kind == STREEK_INDICATOR_FORMULA)
    return find_recast_date_of_operands (totals, indicator, period, on, error);
  if (indicator->kind != STREEK_INDICATOR_RATIO ||
      !streek_catalogue_pick_denominator_period (totals->catalogue, indicator, period,
                                                 &denominator))
    return TRUE;

  return find_recast_date (totals, indicator->numerator, period, on, error) &&
         find_recast_date (totals, indicator->denominator, denominator, on, error);
}

static StreekTable *
make_table (const StreekIndicator *indicator)
{
  static const struct
  {
    const char *id;
    const char *title;
    StreekColumnType type;
  } columns[] = {
    [COLUMN_INDICATOR] = { "indicator", N_ ("Indicator"), STREEK_COLUMN_TEXT },
    [COLUMN_SET] = { "set", N_ ("Area set"), STREEK_COLUMN_TEXT },
    [COLUMN_AREA] = { "area", N_ ("Code"), STREEK_COLUMN_TEXT },
    [COLUMN_AREA_NAME] = { "area_name", N_ ("Area"), STREEK_COLUMN_TEXT },
    [COLUMN_ON] = { "on", N_ ("Reference date"), STREEK_COLUMN_DATE },
    [COLUMN_PERIOD] = { "period", N_ ("Period"), STREEK_COLUMN_PERIOD },
    [COLUMN_VALUE] = { "value", N_ ("Value"), STREEK_COLUMN_NUMBER },
    [COLUMN_UNIT] = { "unit", N_ ("Unit"), STREEK_COLUMN_TEXT },
    [COLUMN_KIND] = { "kind", N_ ("Missing because"), STREEK_COLUMN_TEXT },
    [COLUMN_BASIS] = { "basis", N_ ("Basis"), STREEK_COLUMN_TEXT },
    [COLUMN_KNOWN] = { "known", N_ ("Known"), STREEK_COLUMN_INTEGER },
    [COLUMN_MEMBERS] = { "members", N_ ("Members"), STREEK_COLUMN_INTEGER },
    [COLUMN_COVERAGE_PCT] = { "coverage_pct", N_ ("Coverage"), STREEK_COLUMN_NUMBER },
    [COLUMN_NOTE] = { "note", N_ ("Note"), STREEK_COLUMN_TEXT },
  };
  StreekTable *table = streek_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *unit = i == COLUMN_VALUE          ? indicator->unit
                         : i == COLUMN_COVERAGE_PCT ? "%"
                                                    : NULL;
      int decimals = i == COLUMN_VALUE ? indicator->decimals : i == COLUMN_COVERAGE_PCT ? 1 : 0;

      streek_table_add_column (table, columns[i].id, _ (columns[i].title), columns[i].type, unit,
                               decimals);
    }

  return table;
}

static void
fill_value (StreekTable *table, guint row, const StreekTotal *total)
{
  if (total->missing == STREEK_MISSING_NONE)
    {
      streek_table_set_number (table, row, COLUMN_VALUE, total->value, total->status);
      streek_table_set_qualifier (table, row, COLUMN_VALUE, total->qualifier);
      if (total->at_least)
        streek_table_set_at_least (table, row, COLUMN_VALUE);
      streek_table_set_reference (table, row, COLUMN_VALUE, total->reference);
    }
  else
    {
      streek_table_set_missing (table, row, COLUMN_VALUE, total->missing);
      streek_table_set_text (table, row, COLUMN_KIND, streek_missing_get_id (total->missing));
    }

  streek_table_set_text (table, row, COLUMN_BASIS,
                         total->basis != STREEK_BASIS_NONE ? streek_basis_get_id (total->basis)
                                                           : NULL);
}

static void
fill_coverage (StreekTable *table, guint row, const StreekTotal *total)
{
  if (total->n_members > 0)
    {
      streek_table_set_integer (table, row, COLUMN_KNOWN, total->n_known);
      streek_table_set_integer (table, row, COLUMN_MEMBERS, total->n_members);
    }
  else
    {
      streek_table_set_missing (table, row, COLUMN_KNOWN, STREEK_MISSING_NOT_APPLICABLE);
      streek_table_set_missing (table, row, COLUMN_MEMBERS, STREEK_MISSING_NOT_APPLICABLE);
    }

  if (!isnan (total->coverage_pct))
    streek_table_set_number (table, row, COLUMN_COVERAGE_PCT,
                             streek_number_round (total->coverage_pct, 2), STREEK_STATUS_FINAL);
  else
    streek_table_set_missing (table, row, COLUMN_COVERAGE_PCT, STREEK_MISSING_NOT_APPLICABLE);
}

/* "At least" goes before all else that is to be said. */
static char *
make_note (const StreekTotal *total, StreekDate asked, StreekDate used)
{
  GString *note = g_string_new (total->at_least ? _ ("At least.") : NULL);

  if (total->note != NULL)
    g_string_append_printf (note, "%s%s", note->len > 0 ? " " : "", total->note);

  if (asked != used)
    {
      g_autofree char *date = streek_format_date (streek_format_get_default (), used);

      g_string_append (note, note->len > 0 ? " " : "");
      /* Translators: %s is a date. */
      g_string_append_printf (note, _ ("Areas of %s, the nearest date there were any."), date);
    }

  return g_string_free (note, FALSE);
}

static gboolean
add_area (
  const Reading *reading, const StreekArea *area, StreekDate asked, StreekDate used, GError **error)
{
  StreekTable *table = reading->table;
  StreekTotal total;

  if (!streek_totals_compute (reading->totals, reading->indicator, area, reading->period,
                              reading->query->min_coverage_pct, &total, error))
    return FALSE;

  guint row = streek_table_add_row (table);
  g_autofree char *note = make_note (&total, asked, used);

  streek_table_set_text (table, row, COLUMN_INDICATOR, reading->indicator->code);
  streek_table_set_text (table, row, COLUMN_SET, area->set->code);
  streek_table_set_text (table, row, COLUMN_AREA, area->code);
  streek_table_set_text (table, row, COLUMN_AREA_NAME, area->name);
  streek_table_set_date (table, row, COLUMN_ON, used);
  streek_table_set_period (table, row, COLUMN_PERIOD, reading->period);
  streek_table_set_text (table, row, COLUMN_UNIT, reading->indicator->unit);
  streek_table_set_text (table, row, COLUMN_KIND, NULL);
  fill_value (table, row, &total);
  fill_coverage (table, row, &total);
  streek_table_set_text (table, row, COLUMN_NOTE, *note != '\0' ? note : NULL);
  streek_table_set_note (table, row, COLUMN_VALUE, *note != '\0' ? note : NULL);
  streek_total_clear (&total);

  return TRUE;
}

static void
add_remark (const Reading *reading, char *remark)
{
  if (remark != NULL)
    streek_table_add_remark (reading->table, remark);

  g_free (remark);
}

/* The areas wholly inside the one asked; which ones are not, and of when it is, stands beside
 * them. */
static GPtrArray *
list_areas_within (const Reading *reading, StreekDate on, StreekDate *used, GError **error)
{
  const StreekValuesQuery *query = reading->query;
  StreekAreas *areas = reading->totals->areas;
  StreekDate container_used = on;
  const StreekArea *container =
    streek_areas_resolve_ref (areas, query->within, on, &container_used, error);
  g_autoptr (GPtrArray) straddling = NULL;

  if (container == NULL)
    return NULL;

  GPtrArray *list =
    streek_areas_list_within (areas, query->set, on, container, &straddling, used, error);

  if (list == NULL)
    return NULL;

  add_remark (reading, streek_areas_describe_moved (container->name, on, container_used));
  add_remark (reading, streek_areas_describe_left_out (container, straddling));

  if (list->len == 0 && straddling->len == 0)
    add_remark (reading, streek_areas_describe_none_within (
                           streek_areas_find_set (areas, query->set, NULL), container));

  return list;
}

static GPtrArray *
list_areas (const Reading *reading, StreekDate on, StreekDate *used, GError **error)
{
  const StreekValuesQuery *query = reading->query;

  return query->within != NULL
           ? list_areas_within (reading, on, used, error)
           : streek_areas_list (reading->totals->areas, query->set, on, used, error);
}

/**
 * streek_totals_compute_ref:
 * @area: SET:CODE
 * @total: (out): as of streek_totals_compute(); its note says all that a reader must know
 * @error: return location for a #StreekAreaError, #StreekIndicatorError or #StreekStoreError
 *
 * As lists show it: on the areas that show @period best, or the nearest there were.
 */
gboolean
streek_totals_compute_ref (StreekTotals *totals,
                           const StreekIndicator *indicator,
                           const char *area,
                           StreekPeriod period,
                           StreekTotal *total,
                           GError **error)
{
  g_return_val_if_fail (totals != NULL && indicator != NULL && area != NULL, FALSE);
  g_return_val_if_fail (total != NULL, FALSE);

  StreekDate on, used;
  const StreekArea *found = NULL;

  *total = (StreekTotal){ .value = NAN, .missing = STREEK_MISSING_UNKNOWN, .coverage_pct = NAN };

  if (streek_totals_pick_date (totals, indicator, period, &on, error))
    found = streek_areas_resolve_ref (totals->areas, area, on, &used, error);
  if (found == NULL || !streek_totals_compute (totals, indicator, found, period, NAN, total, error))
    return FALSE;

  g_autofree char *note = make_note (total, on, used);

  g_free (total->note);
  total->note = *note != '\0' ? g_steal_pointer (&note) : NULL;

  return TRUE;
}

static gboolean
read_one_area (const Reading *reading, StreekDate on, GError **error)
{
  StreekDate used = on;
  const StreekArea *area =
    streek_areas_resolve_ref (reading->totals->areas, reading->query->area, on, &used, error);

  return area != NULL && add_area (reading, area, on, used, error);
}

static gboolean
read_period (const Reading *reading, GError **error)
{
  StreekDate on = reading->query->on;
  StreekDate used;

  if (on == STREEK_DATE_NONE &&
      !streek_totals_pick_date (reading->totals, reading->indicator, reading->period, &on, error))
    return FALSE;

  if (reading->query->area != NULL)
    return read_one_area (reading, on, error);

  used = on;

  g_autoptr (GPtrArray) list = list_areas (reading, on, &used, error);

  if (list == NULL)
    return FALSE;

  for (guint i = 0; i < list->len; i++)
    if (!add_area (reading, g_ptr_array_index (list, i), on, used, error))
      return FALSE;

  return TRUE;
}

/**
 * streek_indicator_refuse_period:
 * @all: (element-type StreekPeriod): the periods that it has
 * @error: return location for a #StreekIndicatorError
 *
 * Returns: %FALSE, with @error saying what there is
 */
gboolean
streek_indicator_refuse_period (const StreekIndicator *indicator, const GArray *all, GError **error)
{
  if (all->len == 0)
    {
      g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_NO_PERIOD,
                   /* Translators: %s is the name of an indicator. */
                   _ ("There are no figures of “%s” in this file; only its definition."),
                   indicator->name);
      return FALSE;
    }

  g_autofree char *first = streek_period_to_string (g_array_index (all, StreekPeriod, 0));
  g_autofree char *last = streek_period_to_string (g_array_index (all, StreekPeriod, all->len - 1));

  g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_NO_PERIOD,
               /* Translators: the name of an indicator, its first and its last period. */
               _ ("There are no figures of “%1$s” for that period; they run from %2$s to %3$s."),
               indicator->name, first, last);

  return FALSE;
}

/* The periods of the query that have figures: all of a range, or the newest. */
static GArray *
pick_periods (StreekTotals *totals,
              const StreekIndicator *indicator,
              StreekPeriodRange range,
              GError **error)
{
  g_autoptr (GArray) all = streek_catalogue_list_periods (totals->catalogue, indicator);
  g_autoptr (GArray) picked = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));
  gboolean newest_only =
    range.first.kind == STREEK_PERIOD_NONE && range.last.kind == STREEK_PERIOD_NONE;

  for (guint i = newest_only && all->len > 0 ? all->len - 1 : 0; i < all->len; i++)
    {
      StreekPeriod period = g_array_index (all, StreekPeriod, i);

      if (newest_only || streek_period_range_contains (range, period))
        g_array_append_val (picked, period);
    }

  if (picked->len > 0)
    return g_steal_pointer (&picked);

  streek_indicator_refuse_period (indicator, all, error);

  return NULL;
}

/**
 * streek_values_read:
 * @query: what is asked
 * @error: return location for a #StreekIndicatorError, #StreekAreaError or #StreekStoreError
 *
 * One row per period and area, ordered so. An empty value always has a word in the column "kind",
 * and a value never has. Known, members and coverage_pct are empty where a published value needs
 * none. Areas that lie only partly in the one asked are named in the remarks of the table.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 */
StreekTable *
streek_values_read (StreekTotals *totals, const StreekValuesQuery *query, GError **error)
{
  g_return_val_if_fail (totals != NULL && query != NULL, NULL);
  g_return_val_if_fail (query->indicator != NULL, NULL);
  g_return_val_if_fail ((query->set != NULL) != (query->area != NULL), NULL);

  const StreekIndicator *indicator =
    streek_catalogue_find (totals->catalogue, query->indicator, error);

  if (indicator == NULL)
    return NULL;

  g_autoptr (GArray) periods = pick_periods (totals, indicator, query->periods, error);

  if (periods == NULL)
    return NULL;

  g_autoptr (StreekTable) table = make_table (indicator);

  for (guint i = 0; i < periods->len; i++)
    {
      Reading reading = { totals, query, indicator, g_array_index (periods, StreekPeriod, i),
                          table };

      if (!read_period (&reading, error))
        return NULL;
    }

  return g_steal_pointer (&table);
}
