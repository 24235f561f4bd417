/* streek-command-fit.c: `streek fit`: which areas have a total that somebody states */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-workspace.h"
#include "workspace/streek-matching.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  char *indicator;
  char *period;
  char *total;
  char *max_pct;
  char *limit;
  gboolean as_json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->indicator);
  g_free (options->period);
  g_free (options->total);
  g_free (options->max_pct);
  g_free (options->limit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* As many decimals as were typed: 21.3 is what 21.34 rounds to. */
static gboolean
parse_total (const char *text, StreekTotalMatchQuery *query)
{
  const char *mark = strchr (text, '.');
  char *end;

  query->total = g_ascii_strtod (text, &end);
  query->decimals = mark != NULL ? MIN ((int) strlen (mark + 1), 9) : 0;

  return end != text && *end == '\0' && isfinite (query->total);
}

static gboolean
parse_options (const StreekCommand *self, const Options *options, StreekTotalMatchQuery *query)
{
  StreekPeriodRange periods = { 0 };
  guint64 limit = 0;

  query->indicator = options->indicator;
  if (options->indicator == NULL || options->total == NULL)
    streek_cli_miss (self, options->indicator == NULL ? "--indicator" : "--total");
  else if (!parse_total (options->total, query))
    /* Translators: %s is what was typed. */
    streek_cli_usage (self, _ ("--total wants a number such as 319114 or 21.3, not “%s”."),
                      options->total);
  else if (options->limit != NULL &&
           !g_ascii_string_to_unsigned (options->limit, 10, 1, 10000, &limit, NULL))
    /* Translators: an option such as --seed, the least and the largest number, and what was typed.
     */
    streek_cli_usage (self, _ ("%1$s wants a whole number from %2$s to %3$s, not “%4$s”."),
                      "--limit", "1", "10000", options->limit);
  else if (streek_cli_parse_percentage (self, "--max-pct", options->max_pct, &query->max_pct) &&
           streek_cli_parse_periods (self, options->period, &periods))
    {
      query->limit = (guint) limit;
      query->period = periods.first;
      if (streek_period_equal (periods.first, periods.last))
        return TRUE;
      streek_cli_usage (self, "%s", _ ("Give one period, or none to look at all."));
    }

  return FALSE;
}

static StreekExit
run_with_query (const StreekCommand *self,
                const char *path,
                const StreekTotalMatchQuery *query,
                gboolean as_json)
{
  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, path);
  g_autoptr (GError) error = NULL;

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  g_autoptr (StreekTable) table = streek_workspace_match_total (workspace, query, NULL, &error);

  if (table == NULL)
    return streek_cli_fail (self, error);

  guint fit = (guint) streek_table_find_column (table, "fit");
  gboolean is_exact = streek_table_get_n_rows (table) > 0 &&
                      strcmp (streek_table_get_text (table, 0, fit), "exact") == 0;
  StreekExit status = streek_cli_print_table (self, table, as_json);

  if (status != STREEK_EXIT_DONE || is_exact)
    return status;

  streek_cli_remark (self, "%s", _ ("No area that is known has exactly this total."));

  return STREEK_EXIT_FINDINGS;
}

static StreekExit
run_fit (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  StreekTotalMatchQuery query = { 0 };
  const GOptionEntry entries[] = {
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &options.indicator, N_ ("The indicator"), "CODE" },
    { "total", 0, 0, G_OPTION_ARG_STRING, &options.total, N_ ("The total that is stated"),
      "NUMBER" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &options.period,
      N_ ("Of which period (default: of any)"), "PERIOD" },
    { "max-pct", 0, 0, G_OPTION_ARG_STRING, &options.max_pct,
      N_ ("How far off an area may be (default: the nearest ones)"), "PERCENT" },
    { "limit", 0, 0, G_OPTION_ARG_STRING, &options.limit,
      N_ ("How many beside those that have it exactly (default: 10)"), "N" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Write JSON instead of CSV"), NULL },
    { NULL },
  };
  StreekExit status;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;
  if (!parse_options (self, &options, &query))
    return STREEK_EXIT_USAGE;

  return run_with_query (self, files[0], &query, options.as_json);
}

const StreekCommand streek_command_fit = {
  .name = "fit",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Says which areas have a total that somebody states."),
  .run = run_fit,
};
