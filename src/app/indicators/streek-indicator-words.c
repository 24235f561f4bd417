/* streek-indicator-words.c: what an indicator is, in words for people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-indicator-words.h"

#include "base/streek-format.h"

#include <glib/gi18n.h>

const char *
streek_indicator_get_shown_name (const StreekIndicator *indicator)
{
  gboolean is_english = g_str_equal (C_ ("language code", "en"), "en");

  return is_english && indicator->name_en != NULL && indicator->name_en[0] != '\0'
           ? indicator->name_en
           : indicator->name;
}

const char *
streek_direction_get_words (StreekDirection direction)
{
  switch (direction)
    {
    case STREEK_DIRECTION_HIGHER_IS_BETTER:
      return _ ("Higher is better");
    case STREEK_DIRECTION_LOWER_IS_BETTER:
      return _ ("Lower is better");
    case STREEK_DIRECTION_LOWER_IS_TIGHTER:
      return _ ("Lower means a tighter market");
    default:
      return _ ("Neither higher nor lower is better");
    }
}

const char *
streek_time_kind_get_words (StreekTimeKind kind)
{
  switch (kind)
    {
    case STREEK_TIME_STOCK_FIRST_DAY:
      return _ ("On the first day of the period");
    case STREEK_TIME_STOCK_LAST_DAY:
      return _ ("On the last day of the period");
    case STREEK_TIME_FLOW:
      return _ ("All that happened in the period");
    case STREEK_TIME_AVERAGE:
      return _ ("Average over the period");
    default:
      return _ ("All that happened up to the end of the period");
    }
}

static char *
dup_name_of (const StreekCatalogue *catalogue, const char *code)
{
  const StreekIndicator *indicator = streek_catalogue_find (catalogue, code, NULL);

  return g_strdup (indicator != NULL ? streek_indicator_get_shown_name (indicator) : code);
}

char *
streek_indicator_dup_formula (const StreekCatalogue *catalogue, const StreekIndicator *indicator)
{
  if (indicator->kind == STREEK_INDICATOR_FORMULA)
    return g_strdup (indicator->formula);
  if (indicator->kind != STREEK_INDICATOR_RATIO)
    return NULL;

  g_autofree char *numerator = dup_name_of (catalogue, indicator->numerator);
  g_autofree char *denominator = dup_name_of (catalogue, indicator->denominator);

  if (indicator->multiplier == 1)
    /* Translators: a fraction of two figures. */
    return g_strdup_printf (_ ("%1$s / %2$s"), numerator, denominator);

  g_autofree char *multiplier =
    streek_format_number (streek_format_get_default (), indicator->multiplier, 0);

  /* Translators: %1$s is a number such as 1 000, then a fraction of two figures. */
  return g_strdup_printf (_ ("%1$s × %2$s / %3$s"), multiplier, numerator, denominator);
}

const char *
streek_indicator_get_total_words (const StreekIndicator *indicator)
{
  switch (indicator->kind)
    {
    case STREEK_INDICATOR_COUNT:
      return _ ("The sum of the areas");
    case STREEK_INDICATOR_RATIO:
      return _ ("Sum of the numerators divided by the sum of the denominators");
    case STREEK_INDICATOR_FORMULA:
      return _ ("The formula over the totals of its indicators");
    default:
      return indicator->weight != NULL ? _ ("Weighted mean")
                                       : _ ("None: this figure cannot be added up");
    }
}

char *
streek_indicator_dup_span (const StreekCatalogue *catalogue, const StreekIndicator *indicator)
{
  g_autoptr (GArray) periods = streek_catalogue_list_periods (catalogue, indicator);

  if (periods == NULL || periods->len == 0)
    return NULL;

  const StreekFormat *format = streek_format_get_default ();
  g_autofree char *first = streek_format_period (format, g_array_index (periods, StreekPeriod, 0));
  g_autofree char *last =
    streek_format_period (format, g_array_index (periods, StreekPeriod, periods->len - 1));

  return periods->len == 1 ? g_steal_pointer (&last) : g_strdup_printf ("%s–%s", first, last);
}
