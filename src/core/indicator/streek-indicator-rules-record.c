/* streek-indicator-rules-record.c: rules about what the catalogue says of an indicator */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-rules-private.h"

#include "base/streek-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whole years from the end of a newest period on, after which figures are called old. */
#define STALE_YEARS 5
#define STALE_YEARS_WITHIN_A_YEAR 2

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\n")] == '\0';
}

static gboolean
look_at_source (StreekRuleRun *run,
                StreekIndicatorFacts *facts,
                const StreekIndicator *indicator,
                GError **error)
{
  if (!is_blank (indicator->source))
    return TRUE;

  g_autofree char *place = streek_rule_make_indicator_place (indicator->code);
  g_autofree char *message =
    /* Translators: %s is an indicator. */
    g_strdup_printf (_ ("“%s” names no source."), indicator->name);

  streek_rule_run_report (run, indicator->code, place, message, NULL);

  return TRUE;
}

gboolean
streek_rule_look_for_missing_source (StreekRuleRun *run, GError **error)
{
  return streek_indicator_rules_for_each (run, look_at_source, error);
}

/* Indicators that one source would help at once. */
typedef struct
{
  const StreekIndicator *first;
  char *key;
  StreekTable *figures;
} Group;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_clear_pointer (&group->figures, streek_table_unref);
  g_free (group->key);
  g_free (group);
}

/* Takes @key. */
static Group *
ensure_group (GPtrArray *groups, const StreekIndicator *indicator, char *key)
{
  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = g_ptr_array_index (groups, i);

      if (strcmp (group->key, key) == 0)
        {
          g_free (key);
          return group;
        }
    }

  Group *group = g_new0 (Group, 1);

  group->first = indicator;
  group->key = key;
  group->figures = streek_table_new ();
  streek_table_add_column (group->figures, "indicator", _ ("Indicator"), STREEK_COLUMN_TEXT, NULL,
                           0);
  streek_table_add_column (group->figures, "code", _ ("Code"), STREEK_COLUMN_TEXT, NULL, 0);
  g_ptr_array_add (groups, group);

  return group;
}

static guint
add_indicator (Group *group, const StreekIndicator *indicator)
{
  guint row = streek_table_add_row (group->figures);

  streek_table_set_text (group->figures, row, 0, indicator->name);
  streek_table_set_text (group->figures, row, 1, indicator->code);

  return row;
}

/* What is computed from others has figures when they do, and is no finding of its own. */
static gboolean
has_figures_of_its_own (const StreekIndicator *indicator)
{
  return indicator->kind != STREEK_INDICATOR_RATIO && indicator->kind != STREEK_INDICATOR_FORMULA;
}

static void
report_no_data (StreekRuleRun *run, Group *group)
{
  guint n = streek_table_get_n_rows (group->figures);
  g_autofree char *place = streek_rule_make_indicator_place (group->first->code);
  g_autofree char *message =
    n == 1
      /* Translators: %1$s is an indicator, %2$s a source. */
      ? g_strdup_printf (_ ("“%1$s” has no figures yet. Source: %2$s."), group->first->name,
                         group->first->source)
      /* Translators: %1$s is an indicator, %2$s a source, %3$u how many more, 1 or above. */
      : g_strdup_printf (ngettext ("“%1$s” and %3$u more indicator of %2$s have no figures yet.",
                                   "“%1$s” and %3$u more indicators of %2$s have no figures yet.",
                                   n - 1),
                         group->first->name, group->first->source, n - 1);

  streek_rule_run_report (run, group->key, place, message, streek_table_ref (group->figures));
}

gboolean
streek_rule_look_for_no_data (StreekRuleRun *run, GError **error)
{
  StreekIndicatorFacts *facts = streek_indicator_rules_ensure_facts (run, error);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);

  if (facts == NULL)
    return FALSE;

  for (guint i = 0; i < streek_catalogue_get_n_indicators (facts->catalogue); i++)
    {
      const StreekIndicator *indicator = streek_catalogue_get (facts->catalogue, i);

      if (!indicator->has_data && has_figures_of_its_own (indicator))
        add_indicator (ensure_group (groups, indicator, g_strdup (indicator->source)), indicator);
    }

  for (guint i = 0; i < groups->len; i++)
    report_no_data (run, g_ptr_array_index (groups, i));

  return TRUE;
}

/* How often figures come, by the last two; a fourth quarter each year is yearly. */
static gboolean
is_within_a_year (const GArray *periods)
{
  if (periods->len < 2)
    return FALSE;

  StreekPeriod last = g_array_index (periods, StreekPeriod, periods->len - 1);
  StreekPeriod before = g_array_index (periods, StreekPeriod, periods->len - 2);

  return streek_period_get_last_day (last) - streek_period_get_last_day (before) < 300;
}

static gboolean
is_stale (const GArray *periods, StreekDate today)
{
  StreekPeriod newest = g_array_index (periods, StreekPeriod, periods->len - 1);
  int years = is_within_a_year (periods) ? STALE_YEARS_WITHIN_A_YEAR : STALE_YEARS;
  int year, month, day;

  streek_date_to_ymd (today, &year, &month, &day);

  return streek_period_get_last_day (newest) <
         streek_date_from_ymd (year - years, month, MIN (day, 28));
}

/* A surface of 2015 is as good as any: what ratios take of one fixed period does not age. */
static gboolean
is_fixed_denominator (const StreekCatalogue *catalogue, const char *code)
{
  for (guint i = 0; i < streek_catalogue_get_n_indicators (catalogue); i++)
    {
      const StreekIndicator *indicator = streek_catalogue_get (catalogue, i);

      if (indicator->denominator_rule == STREEK_DENOMINATOR_FIXED &&
          g_strcmp0 (indicator->denominator, code) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Who is asked for newer figures; a source names its statistic after it. */
static char *
dup_publisher (const char *source)
{
  return g_strchomp (g_strndup (source, strcspn (source, ",;:(")));
}

static void
add_stale (GPtrArray *groups, const StreekIndicator *indicator, StreekPeriod newest)
{
  Group *group = ensure_group (groups, indicator, dup_publisher (indicator->source));
  int column = streek_table_find_column (group->figures, "newest");

  if (column < 0)
    column = (int) streek_table_add_column (group->figures, "newest", _ ("Newest period"),
                                            STREEK_COLUMN_PERIOD, NULL, 0);

  streek_table_set_period (group->figures, add_indicator (group, indicator), (guint) column,
                           newest);
}

/* Of all newest periods of the group. */
static StreekPeriod
find_oldest (const Group *group)
{
  StreekPeriod oldest = streek_table_get_period (group->figures, 0, 2);

  for (guint row = 1; row < streek_table_get_n_rows (group->figures); row++)
    {
      StreekPeriod period = streek_table_get_period (group->figures, row, 2);

      if (streek_period_get_last_day (period) < streek_period_get_last_day (oldest))
        oldest = period;
    }

  return oldest;
}

static void
report_stale (StreekRuleRun *run, Group *group)
{
  guint n = streek_table_get_n_rows (group->figures);
  g_autofree char *place = streek_rule_make_indicator_place (group->first->code);
  g_autofree char *period =
    streek_format_period (streek_format_get_default (), find_oldest (group));
  g_autofree char *message =
    n == 1
      /* Translators: %1$s is an indicator, %2$s a period. */
      ? g_strdup_printf (_ ("The newest figures of “%1$s” are of %2$s."), group->first->name,
                         period)
      : g_strdup_printf (
          /* Translators: %1$s is an indicator, %2$s who publishes it, %3$u how many more, 1 or
             above, %4$s a period. */
          ngettext ("“%1$s” and %3$u more indicator of %2$s have no recent figures; the oldest end "
                    "in %4$s.",
                    "“%1$s” and %3$u more indicators of %2$s have no recent figures; the oldest "
                    "end in %4$s.",
                    n - 1),
          group->first->name, group->key, n - 1, period);

  streek_rule_run_report (run, group->key, place, message, streek_table_ref (group->figures));
}

gboolean
streek_rule_look_for_stale (StreekRuleRun *run, GError **error)
{
  StreekIndicatorFacts *facts = streek_indicator_rules_ensure_facts (run, error);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);

  if (facts == NULL)
    return FALSE;

  for (guint i = 0; i < streek_catalogue_get_n_indicators (facts->catalogue); i++)
    {
      const StreekIndicator *indicator = streek_catalogue_get (facts->catalogue, i);
      g_autoptr (GArray) periods = streek_catalogue_list_periods (facts->catalogue, indicator);

      if (periods->len == 0 || !has_figures_of_its_own (indicator) ||
          is_fixed_denominator (facts->catalogue, indicator->code))
        continue;

      if (is_stale (periods, streek_rule_run_get_today (run)))
        add_stale (groups, indicator, g_array_index (periods, StreekPeriod, periods->len - 1));
    }

  for (guint i = 0; i < groups->len; i++)
    report_stale (run, g_ptr_array_index (groups, i));

  return TRUE;
}
