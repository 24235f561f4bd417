/* streek-command-values.c: `streek values`: what an indicator says of areas, and how sure that is
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-workspace.h"
#include "workspace/streek-figures.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *indicator;
  char *set;
  char *within;
  char *area;
  char *on;
  char *period;
  char *min_coverage;
  gboolean as_json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->indicator);
  g_free (options->set);
  g_free (options->within);
  g_free (options->area);
  g_free (options->on);
  g_free (options->period);
  g_free (options->min_coverage);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What is asked must be said, and only once. */
static gboolean
check_combination (const StreekCommand *command, const Options *options)
{
  if (options->indicator == NULL)
    /* Translators: %s is an option such as --indicator. */
    streek_cli_miss (command, "--indicator");
  else if (options->set == NULL && options->area == NULL)
    /* Translators: %1$s and %2$s are options. */
    streek_cli_usage (command, _ ("Either %1$s or %2$s is needed."), "--set", "--area");
  else if (options->set != NULL && options->area != NULL)
    streek_cli_contradict (command, "--set", "--area");
  else if (options->within != NULL && options->area != NULL)
    streek_cli_contradict (command, "--within", "--area");
  else
    return TRUE;

  return FALSE;
}

static gboolean
make_query (const StreekCommand *command, const Options *options, StreekValuesQuery *query)
{
  *query = (StreekValuesQuery){
    .indicator = options->indicator,
    .set = options->set,
    .within = options->within,
    .area = options->area,
  };

  return check_combination (command, options) &&
         streek_cli_check_area_ref (command, "--within", options->within) &&
         streek_cli_check_area_ref (command, "--area", options->area) &&
         streek_cli_parse_date (command, options->on, &query->on) &&
         streek_cli_parse_periods (command, options->period, &query->periods) &&
         streek_cli_parse_percentage (command, "--min-coverage", options->min_coverage,
                                      &query->min_coverage_pct);
}

static StreekExit
run_values (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &options.indicator, N_ ("The indicator"), "CODE" },
    { "set", 0, 0, G_OPTION_ARG_STRING, &options.set, N_ ("All areas of this set"), "SET" },
    { "within", 0, 0, G_OPTION_ARG_STRING, &options.within, N_ ("Only areas inside this one"),
      "SET:CODE" },
    { "area", 0, 0, G_OPTION_ARG_STRING, &options.area, N_ ("One area"), "SET:CODE" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on,
      N_ ("The areas of this date (default: those of each period)"), "DATE" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &options.period,
      N_ ("A period or a range P..Q (default: the newest)"), "PERIOD" },
    { "min-coverage", 0, 0, G_OPTION_ARG_STRING, &options.min_coverage,
      N_ ("How much of a total must be known (default: as the indicator says)"), "PCT" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Write JSON instead of CSV"), NULL },
    { NULL },
  };
  StreekValuesQuery query;
  StreekExit status;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;

  if (!make_query (self, &options, &query))
    return STREEK_EXIT_USAGE;

  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, files[0]);

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  streek_cli_settle_sets (workspace, &options.set, &options.within, &options.area, NULL);
  query.set = options.set;
  query.within = options.within;
  query.area = options.area;

  g_autoptr (GError) error = NULL;
  g_autoptr (StreekTable) table = streek_workspace_read_values (workspace, &query, NULL, &error);

  return table != NULL ? streek_cli_print_table (self, table, options.as_json)
                       : streek_cli_fail (self, error);
}

const StreekCommand streek_command_values = {
  .name = "values",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Prints the values of an indicator."),
  .run = run_values,
};
