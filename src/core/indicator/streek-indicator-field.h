/* streek-indicator-field.h: the fields of an indicator's definition, as text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-indicator.h"

/* In the order in which statements name their columns. */
typedef enum
{
  STREEK_INDICATOR_FIELD_THEME,
  STREEK_INDICATOR_FIELD_NAME,
  STREEK_INDICATOR_FIELD_NAME_EN,
  STREEK_INDICATOR_FIELD_DEFINITION,
  STREEK_INDICATOR_FIELD_UNIT,
  STREEK_INDICATOR_FIELD_KIND,
  STREEK_INDICATOR_FIELD_TIME_KIND,
  STREEK_INDICATOR_FIELD_DIRECTION,
  STREEK_INDICATOR_FIELD_DECIMALS,
  STREEK_INDICATOR_FIELD_NUMERATOR,
  STREEK_INDICATOR_FIELD_DENOMINATOR,
  STREEK_INDICATOR_FIELD_MULTIPLIER,
  STREEK_INDICATOR_FIELD_DENOMINATOR_RULE,
  STREEK_INDICATOR_FIELD_DENOMINATOR_MAX_YEARS,
  STREEK_INDICATOR_FIELD_DENOMINATOR_PERIOD,
  STREEK_INDICATOR_FIELD_WEIGHT,
  STREEK_INDICATOR_FIELD_THRESHOLD_PCT,
  STREEK_INDICATOR_FIELD_SOURCE,
  STREEK_INDICATOR_FIELD_LICENCE,
  STREEK_INDICATOR_FIELD_TABLE_URL,
  STREEK_INDICATOR_FIELD_NOTE,
  STREEK_INDICATOR_FIELD_FORMULA,
  STREEK_INDICATOR_N_FIELDS,
} StreekIndicatorField;

/* The columns above, for a SELECT or an INSERT. */
#define STREEK_INDICATOR_FIELD_COLUMNS                                                             \
  "theme, name, name_en, definition, unit, kind, time_kind, direction, decimals, numerator, "      \
  "denominator, multiplier, denominator_rule, denominator_max_years, denominator_period, weight, " \
  "threshold_pct, source, licence, table_url, note, formula"

const char *streek_indicator_field_get_id (StreekIndicatorField field);
gboolean streek_indicator_field_parse_id (const char *id, StreekIndicatorField *field);
/* Whether a definition makes no sense without it. */
gboolean streek_indicator_field_is_needed (StreekIndicatorField field);

/* @text is borrowed; empty or NULL stands for none. FALSE where it does not fit the field. */
gboolean streek_indicator_set_field (StreekIndicator *indicator,
                                     StreekIndicatorField field,
                                     const char *text);
char *streek_indicator_dup_field (const StreekIndicator *indicator, StreekIndicatorField field);
/* Whether the fields fit together: a ratio has two components, and nothing else has. */
gboolean streek_indicator_is_consistent (const StreekIndicator *indicator);
