/* streek-field.h: the fields of an indicator's definition, as text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-indicator.h"

/* In the order in which statements name their columns. */
typedef enum
{
  STREEK_FIELD_THEME,
  STREEK_FIELD_NAME,
  STREEK_FIELD_NAME_EN,
  STREEK_FIELD_DEFINITION,
  STREEK_FIELD_UNIT,
  STREEK_FIELD_KIND,
  STREEK_FIELD_TIME_KIND,
  STREEK_FIELD_DIRECTION,
  STREEK_FIELD_DECIMALS,
  STREEK_FIELD_NUMERATOR,
  STREEK_FIELD_DENOMINATOR,
  STREEK_FIELD_MULTIPLIER,
  STREEK_FIELD_DENOMINATOR_RULE,
  STREEK_FIELD_DENOMINATOR_MAX_YEARS,
  STREEK_FIELD_DENOMINATOR_PERIOD,
  STREEK_FIELD_WEIGHT,
  STREEK_FIELD_THRESHOLD_PCT,
  STREEK_FIELD_SOURCE,
  STREEK_FIELD_LICENCE,
  STREEK_FIELD_TABLE_URL,
  STREEK_FIELD_NOTE,
  STREEK_FIELD_FORMULA,
  STREEK_N_FIELDS,
} StreekField;

/* The columns above, for a SELECT or an INSERT. */
#define STREEK_FIELD_COLUMNS                                                                       \
  "theme, name, name_en, definition, unit, kind, time_kind, direction, decimals, numerator, "      \
  "denominator, multiplier, denominator_rule, denominator_max_years, denominator_period, weight, " \
  "threshold_pct, source, licence, table_url, note, formula"

const char *streek_field_get_id (StreekField field);
gboolean streek_field_parse_id (const char *id, StreekField *field);
/* Whether a definition makes no sense without it. */
gboolean streek_field_is_needed (StreekField field);

/* @text is borrowed; empty or NULL stands for none. FALSE where it does not fit the field. */
gboolean
streek_indicator_set_field (StreekIndicator *indicator, StreekField field, const char *text);
char *streek_indicator_dup_field (const StreekIndicator *indicator, StreekField field);
/* Whether the fields fit together: a ratio has two components, and nothing else has. */
gboolean streek_indicator_is_consistent (const StreekIndicator *indicator);
