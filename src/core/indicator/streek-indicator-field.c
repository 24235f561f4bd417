/* streek-indicator-field.c: the fields of an indicator's definition, as text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-field.h"

#include "base/streek-number.h"

#include <math.h>
#include <string.h>

static const char *const ids[STREEK_INDICATOR_N_FIELDS] = {
  [STREEK_INDICATOR_FIELD_THEME] = "theme",
  [STREEK_INDICATOR_FIELD_NAME] = "name",
  [STREEK_INDICATOR_FIELD_NAME_EN] = "name_en",
  [STREEK_INDICATOR_FIELD_DEFINITION] = "definition",
  [STREEK_INDICATOR_FIELD_UNIT] = "unit",
  [STREEK_INDICATOR_FIELD_KIND] = "kind",
  [STREEK_INDICATOR_FIELD_TIME_KIND] = "time_kind",
  [STREEK_INDICATOR_FIELD_DIRECTION] = "direction",
  [STREEK_INDICATOR_FIELD_DECIMALS] = "decimals",
  [STREEK_INDICATOR_FIELD_NUMERATOR] = "numerator",
  [STREEK_INDICATOR_FIELD_DENOMINATOR] = "denominator",
  [STREEK_INDICATOR_FIELD_MULTIPLIER] = "multiplier",
  [STREEK_INDICATOR_FIELD_DENOMINATOR_RULE] = "denominator_rule",
  [STREEK_INDICATOR_FIELD_DENOMINATOR_MAX_YEARS] = "denominator_max_years",
  [STREEK_INDICATOR_FIELD_DENOMINATOR_PERIOD] = "denominator_period",
  [STREEK_INDICATOR_FIELD_WEIGHT] = "weight",
  [STREEK_INDICATOR_FIELD_THRESHOLD_PCT] = "threshold_pct",
  [STREEK_INDICATOR_FIELD_SOURCE] = "source",
  [STREEK_INDICATOR_FIELD_LICENCE] = "licence",
  [STREEK_INDICATOR_FIELD_TABLE_URL] = "table_url",
  [STREEK_INDICATOR_FIELD_NOTE] = "note",
  [STREEK_INDICATOR_FIELD_FORMULA] = "formula",
};

/**
 * streek_indicator_field_get_id:
 *
 * Returns: the name of its column
 */
const char *
streek_indicator_field_get_id (StreekIndicatorField field)
{
  g_return_val_if_fail (field < STREEK_INDICATOR_N_FIELDS, NULL);

  return ids[field];
}

/**
 * streek_indicator_field_parse_id:
 * @field: (out): the field of that name
 *
 * Returns: %FALSE where there is none
 */
gboolean
streek_indicator_field_parse_id (const char *id, StreekIndicatorField *field)
{
  for (guint i = 0; i < STREEK_INDICATOR_N_FIELDS; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      {
        *field = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
streek_indicator_field_is_needed (StreekIndicatorField field)
{
  return field == STREEK_INDICATOR_FIELD_THEME || field == STREEK_INDICATOR_FIELD_NAME ||
         field == STREEK_INDICATOR_FIELD_DEFINITION || field == STREEK_INDICATOR_FIELD_UNIT;
}

/* Where a field that is text stands; NULL for the others. */
static const char **
get_text_place (StreekIndicator *indicator, StreekIndicatorField field)
{
  switch (field)
    {
    case STREEK_INDICATOR_FIELD_THEME:
      return &indicator->theme;
    case STREEK_INDICATOR_FIELD_NAME:
      return &indicator->name;
    case STREEK_INDICATOR_FIELD_NAME_EN:
      return &indicator->name_en;
    case STREEK_INDICATOR_FIELD_DEFINITION:
      return &indicator->definition;
    case STREEK_INDICATOR_FIELD_UNIT:
      return &indicator->unit;
    case STREEK_INDICATOR_FIELD_NUMERATOR:
      return &indicator->numerator;
    case STREEK_INDICATOR_FIELD_DENOMINATOR:
      return &indicator->denominator;
    case STREEK_INDICATOR_FIELD_WEIGHT:
      return &indicator->weight;
    case STREEK_INDICATOR_FIELD_SOURCE:
      return &indicator->source;
    case STREEK_INDICATOR_FIELD_LICENCE:
      return &indicator->licence;
    case STREEK_INDICATOR_FIELD_TABLE_URL:
      return &indicator->table_url;
    case STREEK_INDICATOR_FIELD_NOTE:
      return &indicator->note;
    case STREEK_INDICATOR_FIELD_FORMULA:
      return &indicator->formula;
    default:
      return NULL;
    }
}

/* Texts that are never NULL, only empty. */
static gboolean
is_always_there (StreekIndicatorField field)
{
  return field <= STREEK_INDICATOR_FIELD_UNIT || field == STREEK_INDICATOR_FIELD_SOURCE ||
         field == STREEK_INDICATOR_FIELD_LICENCE;
}

static gboolean
set_whole_number (const char *text, int least, int most, int *value)
{
  double number;

  if (!streek_number_parse (text, &number) || number != floor (number) || number < least ||
      number > most)
    return FALSE;

  *value = (int) number;

  return TRUE;
}

static gboolean
set_threshold (StreekIndicator *indicator, const char *text)
{
  double number;

  if (!streek_number_parse (text, &number) || number < 0 || number > 100)
    return FALSE;

  indicator->threshold_pct = number;

  return TRUE;
}

static gboolean
set_multiplier (StreekIndicator *indicator, const char *text)
{
  double number;

  if (!streek_number_parse (text, &number) || !isfinite (number) || number == 0)
    return FALSE;

  indicator->multiplier = number;

  return TRUE;
}

static gboolean
set_denominator_period (StreekIndicator *indicator, const char *text)
{
  if (text[0] != '\0')
    return streek_period_parse (text, &indicator->denominator_fixed_period, NULL);

  indicator->denominator_fixed_period = (StreekPeriod){ 0 };

  return TRUE;
}

/**
 * streek_indicator_set_field:
 * @text: (nullable): borrowed: it must live as long as the indicator; empty stands for none
 *
 * Returns: %FALSE where @text does not fit the field, which then stays as it was
 */
gboolean
streek_indicator_set_field (StreekIndicator *indicator,
                            StreekIndicatorField field,
                            const char *text)
{
  g_return_val_if_fail (indicator != NULL && field < STREEK_INDICATOR_N_FIELDS, FALSE);

  const char **place = get_text_place (indicator, field);

  if (text == NULL)
    text = "";

  if (place != NULL)
    {
      *place = text[0] != '\0' || is_always_there (field) ? text : NULL;
      return TRUE;
    }

  switch (field)
    {
    case STREEK_INDICATOR_FIELD_KIND:
      return streek_indicator_parse_kind (text, &indicator->kind);
    case STREEK_INDICATOR_FIELD_TIME_KIND:
      return streek_indicator_parse_time_kind (text, &indicator->time_kind);
    case STREEK_INDICATOR_FIELD_DIRECTION:
      return streek_indicator_parse_direction (text, &indicator->direction);
    case STREEK_INDICATOR_FIELD_DENOMINATOR_RULE:
      return streek_indicator_parse_denominator_rule (text, &indicator->denominator_rule);
    case STREEK_INDICATOR_FIELD_DECIMALS:
      return set_whole_number (text, 0, 15, &indicator->decimals);
    case STREEK_INDICATOR_FIELD_DENOMINATOR_MAX_YEARS:
      return set_whole_number (text, 0, 1000, &indicator->denominator_max_years);
    case STREEK_INDICATOR_FIELD_MULTIPLIER:
      return set_multiplier (indicator, text);
    case STREEK_INDICATOR_FIELD_THRESHOLD_PCT:
      return set_threshold (indicator, text);
    default:
      return set_denominator_period (indicator, text);
    }
}

/**
 * streek_indicator_dup_field:
 *
 * Returns: (transfer full): what streek_indicator_set_field() takes; empty where there is none
 */
char *
streek_indicator_dup_field (const StreekIndicator *indicator, StreekIndicatorField field)
{
  g_return_val_if_fail (indicator != NULL && field < STREEK_INDICATOR_N_FIELDS, NULL);

  const char **place = get_text_place ((StreekIndicator *) indicator, field);

  if (place != NULL)
    return g_strdup (*place != NULL ? *place : "");

  switch (field)
    {
    case STREEK_INDICATOR_FIELD_KIND:
      return g_strdup (streek_indicator_get_kind_id (indicator->kind));
    case STREEK_INDICATOR_FIELD_TIME_KIND:
      return g_strdup (streek_indicator_get_time_kind_id (indicator->time_kind));
    case STREEK_INDICATOR_FIELD_DIRECTION:
      return g_strdup (streek_indicator_get_direction_id (indicator->direction));
    case STREEK_INDICATOR_FIELD_DENOMINATOR_RULE:
      return g_strdup (streek_indicator_get_denominator_rule_id (indicator->denominator_rule));
    case STREEK_INDICATOR_FIELD_DECIMALS:
      return g_strdup_printf ("%d", indicator->decimals);
    case STREEK_INDICATOR_FIELD_DENOMINATOR_MAX_YEARS:
      return g_strdup_printf ("%d", indicator->denominator_max_years);
    case STREEK_INDICATOR_FIELD_MULTIPLIER:
      return streek_number_to_string (indicator->multiplier);
    case STREEK_INDICATOR_FIELD_THRESHOLD_PCT:
      return streek_number_to_string (indicator->threshold_pct);
    default:
      return indicator->denominator_fixed_period.kind != STREEK_PERIOD_NONE
               ? streek_period_to_string (indicator->denominator_fixed_period)
               : g_strdup ("");
    }
}

/**
 * streek_indicator_is_consistent:
 *
 * Returns: whether kind, components, formula and the rule of the denominator fit together
 */
gboolean
streek_indicator_is_consistent (const StreekIndicator *indicator)
{
  g_return_val_if_fail (indicator != NULL, FALSE);

  gboolean is_ratio = indicator->kind == STREEK_INDICATOR_RATIO;
  gboolean is_formula = indicator->kind == STREEK_INDICATOR_FORMULA;
  gboolean is_fixed = indicator->denominator_rule == STREEK_DENOMINATOR_FIXED;

  return is_ratio == (indicator->numerator != NULL) &&
         is_ratio == (indicator->denominator != NULL) &&
         is_formula == (indicator->formula != NULL) &&
         is_fixed == (indicator->denominator_fixed_period.kind != STREEK_PERIOD_NONE);
}
