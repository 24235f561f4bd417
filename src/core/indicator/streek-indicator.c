/* streek-indicator.c: the words of an indicator's definition, and the day a period stands for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *label;
} Words;

static const Words kinds[] = {
  [STREEK_INDICATOR_COUNT] = { "count", NC_ ("kind of indicator", "count") },
  [STREEK_INDICATOR_RATIO] = { "ratio", NC_ ("kind of indicator", "ratio") },
  [STREEK_INDICATOR_OTHER] = { "other", NC_ ("kind of indicator", "not additive") },
  [STREEK_INDICATOR_FORMULA] = { "formula", NC_ ("kind of indicator", "formula") },
};

static const Words time_kinds[] = {
  [STREEK_TIME_STOCK_FIRST_DAY] = { .id = "stock_first_day" },
  [STREEK_TIME_STOCK_LAST_DAY] = { .id = "stock_last_day" },
  [STREEK_TIME_FLOW] = { .id = "flow" },
  [STREEK_TIME_AVERAGE] = { .id = "average" },
  [STREEK_TIME_CUMULATIVE] = { .id = "cumulative" },
};

static const Words directions[] = {
  [STREEK_DIRECTION_NEUTRAL] = { "neutral",
                                 NC_ ("direction of an indicator", "neither is better") },
  [STREEK_DIRECTION_HIGHER_IS_BETTER] = { "higher_is_better",
                                          NC_ ("direction of an indicator", "higher is better") },
  [STREEK_DIRECTION_LOWER_IS_BETTER] = { "lower_is_better",
                                         NC_ ("direction of an indicator", "lower is better") },
  [STREEK_DIRECTION_LOWER_IS_TIGHTER] = { "lower_is_tighter", NC_ ("direction of an indicator",
                                                                   "lower is a tighter market") },
};

static const Words denominator_rules[] = {
  [STREEK_DENOMINATOR_SAME_PERIOD] = { "same", NULL },
  [STREEK_DENOMINATOR_LATEST_BEFORE] = { "latest_before", NULL },
  [STREEK_DENOMINATOR_FIXED] = { "fixed", NULL },
};

G_DEFINE_QUARK (streek_indicator_error, streek_indicator_error)

static int
find_word (const Words *words, gsize n, const char *id)
{
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (words[i].id, id) == 0)
      return (int) i;

  return -1;
}

/**
 * streek_indicator_parse_kind:
 * @text: "count", "ratio", "other" or "formula"
 * @kind: (out): what it means
 *
 * Returns: %FALSE where @text is none of these
 */
gboolean
streek_indicator_parse_kind (const char *text, StreekIndicatorKind *kind)
{
  int found = find_word (kinds, G_N_ELEMENTS (kinds), text);

  if (found >= 0)
    *kind = found;

  return found >= 0;
}

/**
 * streek_indicator_parse_time_kind:
 * @text: "stock_first_day", "stock_last_day", "flow", "average" or "cumulative"
 * @time_kind: (out): what it means
 *
 * Returns: %FALSE where @text is none of these
 */
gboolean
streek_indicator_parse_time_kind (const char *text, StreekTimeKind *time_kind)
{
  int found = find_word (time_kinds, G_N_ELEMENTS (time_kinds), text);

  if (found >= 0)
    *time_kind = found;

  return found >= 0;
}

/**
 * streek_indicator_parse_direction:
 * @text: a word that streek_indicator_get_direction_id() gives
 * @direction: (out): what it means
 *
 * Returns: %FALSE where @text is none of these
 */
gboolean
streek_indicator_parse_direction (const char *text, StreekDirection *direction)
{
  int found = find_word (directions, G_N_ELEMENTS (directions), text);

  if (found >= 0)
    *direction = found;

  return found >= 0;
}

/**
 * streek_indicator_parse_denominator_rule:
 * @text: "same", "latest_before" or "fixed"
 * @rule: (out): what it means
 *
 * Returns: %FALSE where @text is none of these
 */
gboolean
streek_indicator_parse_denominator_rule (const char *text, StreekDenominatorRule *rule)
{
  int found = find_word (denominator_rules, G_N_ELEMENTS (denominator_rules), text);

  if (found >= 0)
    *rule = found;

  return found >= 0;
}

/**
 * streek_indicator_get_kind_id:
 *
 * Returns: the stable, untranslated word for files
 */
const char *
streek_indicator_get_kind_id (StreekIndicatorKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), "");

  return kinds[kind].id;
}

/**
 * streek_indicator_get_time_kind_id:
 *
 * Returns: the stable, untranslated word for files
 */
const char *
streek_indicator_get_time_kind_id (StreekTimeKind time_kind)
{
  g_return_val_if_fail (time_kind < G_N_ELEMENTS (time_kinds), "");

  return time_kinds[time_kind].id;
}

/**
 * streek_indicator_get_denominator_rule_id:
 *
 * Returns: the stable, untranslated word for files
 */
const char *
streek_indicator_get_denominator_rule_id (StreekDenominatorRule rule)
{
  g_return_val_if_fail (rule < G_N_ELEMENTS (denominator_rules), "");

  return denominator_rules[rule].id;
}

/**
 * streek_indicator_get_kind_label:
 *
 * Returns: the kind in the reader's language
 */
const char *
streek_indicator_get_kind_label (StreekIndicatorKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "kind of indicator", kinds[kind].label);
}

/**
 * streek_indicator_get_direction_label:
 *
 * Returns: which way is better, in the reader's language
 */
const char *
streek_indicator_get_direction_label (StreekDirection direction)
{
  g_return_val_if_fail (direction < G_N_ELEMENTS (directions), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "direction of an indicator", directions[direction].label);
}

/**
 * streek_indicator_get_direction_id:
 *
 * Returns: the stable, untranslated word for files
 */
const char *
streek_indicator_get_direction_id (StreekDirection direction)
{
  g_return_val_if_fail (direction < G_N_ELEMENTS (directions), "");

  return directions[direction].id;
}

/**
 * streek_indicator_get_area_date:
 * @period: a period of the indicator
 *
 * Which date's areas a figure is about: a stock of the last day and a cumulative figure stand on
 * the last day's areas, everything else on the first day's.
 *
 * Returns: that day
 */
StreekDate
streek_indicator_get_area_date (const StreekIndicator *indicator, StreekPeriod period)
{
  g_return_val_if_fail (indicator != NULL, STREEK_DATE_NONE);

  return indicator->time_kind == STREEK_TIME_STOCK_LAST_DAY ||
             indicator->time_kind == STREEK_TIME_CUMULATIVE
           ? streek_period_get_last_day (period)
           : streek_period_get_first_day (period);
}

/**
 * streek_indicator_read_extraction:
 * @code: of an indicator
 * @extracted_on: (out): the latest day on which figures of it were taken from their source,
 *   %STREEK_DATE_NONE where none says so
 *
 * Returns: %FALSE with @error where the file cannot be read
 */
gboolean
streek_indicator_read_extraction (StreekDb *db,
                                  const char *code,
                                  StreekDate *extracted_on,
                                  GError **error)
{
  static const char sql[] =
    "SELECT max (extracted_on) FROM (SELECT extracted_on FROM vector WHERE indicator = ?1 "
    "UNION ALL SELECT extracted_on FROM ref_vector WHERE indicator = ?1)";

  g_return_val_if_fail (db != NULL && code != NULL && extracted_on != NULL, FALSE);

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  *extracted_on = STREEK_DATE_NONE;

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, code);

  if (streek_db_step (stmt, error) != STREEK_STEP_ROW)
    return FALSE;

  const char *text = streek_db_peek_text (stmt, 0);

  if (text != NULL && !streek_date_parse (text, extracted_on, NULL))
    *extracted_on = STREEK_DATE_NONE;

  return TRUE;
}
