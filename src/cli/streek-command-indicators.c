/* streek-command-indicators.c: `streek indicators`: the catalogue, with the periods it has */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-workspace.h"
#include "workspace/streek-figures.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_CODE,
  COLUMN_THEME,
  COLUMN_NAME,
  COLUMN_UNIT,
  COLUMN_KIND,
  COLUMN_TIME,
  COLUMN_DIRECTION,
  COLUMN_DECIMALS,
  COLUMN_NUMERATOR,
  COLUMN_DENOMINATOR,
  COLUMN_MULTIPLIER,
  COLUMN_WEIGHT,
  COLUMN_THRESHOLD,
  COLUMN_PERIODS,
  COLUMN_FIRST,
  COLUMN_LAST,
  COLUMN_SOURCE,
  COLUMN_LICENCE,
  COLUMN_FORMULA,
};

static StreekTable *
make_table (void)
{
  static const struct
  {
    const char *id;
    StreekColumnType type;
  } columns[] = {
    [COLUMN_CODE] = { "code", STREEK_COLUMN_TEXT },
    [COLUMN_THEME] = { "theme", STREEK_COLUMN_TEXT },
    [COLUMN_NAME] = { "name", STREEK_COLUMN_TEXT },
    [COLUMN_UNIT] = { "unit", STREEK_COLUMN_TEXT },
    [COLUMN_KIND] = { "kind", STREEK_COLUMN_TEXT },
    [COLUMN_TIME] = { "time", STREEK_COLUMN_TEXT },
    [COLUMN_DIRECTION] = { "direction", STREEK_COLUMN_TEXT },
    [COLUMN_DECIMALS] = { "decimals", STREEK_COLUMN_INTEGER },
    [COLUMN_NUMERATOR] = { "numerator", STREEK_COLUMN_TEXT },
    [COLUMN_DENOMINATOR] = { "denominator", STREEK_COLUMN_TEXT },
    [COLUMN_MULTIPLIER] = { "multiplier", STREEK_COLUMN_NUMBER },
    [COLUMN_WEIGHT] = { "weight", STREEK_COLUMN_TEXT },
    [COLUMN_THRESHOLD] = { "threshold_pct", STREEK_COLUMN_NUMBER },
    [COLUMN_PERIODS] = { "periods", STREEK_COLUMN_INTEGER },
    [COLUMN_FIRST] = { "first_period", STREEK_COLUMN_PERIOD },
    [COLUMN_LAST] = { "last_period", STREEK_COLUMN_PERIOD },
    [COLUMN_SOURCE] = { "source", STREEK_COLUMN_TEXT },
    [COLUMN_LICENCE] = { "licence", STREEK_COLUMN_TEXT },
    [COLUMN_FORMULA] = { "formula", STREEK_COLUMN_TEXT },
  };
  StreekTable *table = streek_table_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    streek_cli_add_column (table, columns[i].id, columns[i].type);

  return table;
}

static void
add_indicator (StreekTable *table,
               const StreekCatalogue *catalogue,
               const StreekIndicator *indicator)
{
  g_autoptr (GArray) periods = streek_catalogue_list_periods (catalogue, indicator);
  guint row = streek_table_add_row (table);

  streek_table_set_text (table, row, COLUMN_CODE, indicator->code);
  streek_table_set_text (table, row, COLUMN_THEME, indicator->theme);
  streek_table_set_text (table, row, COLUMN_NAME, indicator->name);
  streek_table_set_text (table, row, COLUMN_UNIT, indicator->unit);
  streek_table_set_text (table, row, COLUMN_KIND, streek_indicator_get_kind_id (indicator->kind));
  streek_table_set_text (table, row, COLUMN_TIME,
                         streek_indicator_get_time_kind_id (indicator->time_kind));
  streek_table_set_text (table, row, COLUMN_DIRECTION,
                         streek_indicator_get_direction_id (indicator->direction));
  streek_table_set_integer (table, row, COLUMN_DECIMALS, indicator->decimals);
  streek_table_set_text (table, row, COLUMN_WEIGHT, indicator->weight);
  streek_table_set_number (table, row, COLUMN_THRESHOLD, indicator->threshold_pct,
                           STREEK_STATUS_FINAL);
  streek_table_set_text (table, row, COLUMN_SOURCE, indicator->source);
  streek_table_set_text (table, row, COLUMN_LICENCE, indicator->licence);
  streek_table_set_integer (table, row, COLUMN_PERIODS, periods->len);
  streek_table_set_text (table, row, COLUMN_FORMULA, indicator->formula);

  if (indicator->kind == STREEK_INDICATOR_RATIO)
    {
      streek_table_set_text (table, row, COLUMN_NUMERATOR, indicator->numerator);
      streek_table_set_text (table, row, COLUMN_DENOMINATOR, indicator->denominator);
      streek_table_set_number (table, row, COLUMN_MULTIPLIER, indicator->multiplier,
                               STREEK_STATUS_FINAL);
    }

  if (periods->len > 0)
    {
      streek_table_set_period (table, row, COLUMN_FIRST, g_array_index (periods, StreekPeriod, 0));
      streek_table_set_period (table, row, COLUMN_LAST,
                               g_array_index (periods, StreekPeriod, periods->len - 1));
    }
}

/* Class limits that a policy fixed, in the columns of the file. */
static StreekTable *
list_limits (const StreekCatalogue *catalogue)
{
  static const char *const ids[] = { "indicator", "id",     "name",       "limits",
                                     "words",     "source", "valid_from", "valid_to" };
  StreekTable *table = streek_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    streek_cli_add_column (table, ids[i], STREEK_COLUMN_TEXT);

  for (guint i = 0; i < streek_catalogue_get_n_indicators (catalogue); i++)
    {
      g_autoptr (GPtrArray) all =
        streek_catalogue_list_policy_limits (catalogue, streek_catalogue_get (catalogue, i)->code);

      for (guint l = 0; l < all->len; l++)
        {
          const StreekPolicyLimits *limits = all->pdata[l];
          guint row = streek_table_add_row (table);

          streek_table_set_text (table, row, 0, limits->code);
          for (guint c = 0; c < STREEK_POLICY_N_TEXTS; c++)
            {
              g_autofree char *text = g_strdelimit (g_strdup (limits->texts[c]), "\n", ';');

              streek_table_set_text (table, row, c + 1, text);
            }
        }
    }

  return table;
}

static StreekExit
show (const StreekCommand *self,
      StreekWorkspace *workspace,
      const char *path,
      gboolean as_json,
      gconstpointer data)
{
  const gboolean *limits = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekCatalogue) catalogue = streek_workspace_dup_catalogue (workspace, &error);

  if (catalogue == NULL)
    return streek_cli_fail_at (self, path, error);

  g_autoptr (StreekTable) table = *limits ? list_limits (catalogue) : make_table ();

  for (guint i = 0; !*limits && i < streek_catalogue_get_n_indicators (catalogue); i++)
    add_indicator (table, catalogue, streek_catalogue_get (catalogue, i));

  return streek_cli_print_table (self, table, as_json);
}

static StreekExit
run_indicators (const StreekCommand *self, GStrv words)
{
  gboolean limits = FALSE;
  const GOptionEntry entries[] = {
    { "limits", 0, 0, G_OPTION_ARG_NONE, &limits,
      N_ ("List the class limits of policies that are kept with them"), NULL },
    { NULL },
  };

  return streek_cli_show_workspace (self, words, entries, show, &limits);
}

const StreekCommand streek_command_indicators = {
  .name = "indicators",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Lists the indicators."),
  .run = run_indicators,
};
