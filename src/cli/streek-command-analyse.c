/* streek-command-analyse.c: `streek analyse`: figures held against each other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-workspace.h"
#include "workspace/streek-analyses.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  char *kind;
  char *indicator;
  char *set;
  char *within;
  char *area;
  char *on;
  char *period;
  char *base;
  char *reference;
  char *min_coverage;
  char *significance;
  char *permutations;
  char *seed;
  gboolean as_json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->kind);
  g_free (options->indicator);
  g_free (options->set);
  g_free (options->within);
  g_free (options->area);
  g_free (options->on);
  g_free (options->period);
  g_free (options->base);
  g_free (options->reference);
  g_free (options->min_coverage);
  g_free (options->significance);
  g_free (options->permutations);
  g_free (options->seed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_kind (const StreekCommand *command, const char *text, StreekAnalysisKind *kind)
{
  if (text == NULL)
    streek_cli_miss (command, "--kind");
  else if (streek_analysis_kind_parse_id (text, kind))
    return TRUE;
  else
    /* Translators: %s is what was typed; the words after it stay as they are. */
    streek_cli_usage (command,
                      _ ("There is no analysis “%s”. There are change, index, ranking, "
                         "profile, shift-share, quotient and moran."),
                      text);

  return FALSE;
}

static gboolean
parse_whole (const StreekCommand *command,
             const char *option,
             const char *text,
             guint64 min,
             guint64 max,
             guint64 *number)
{
  if (text == NULL || g_ascii_string_to_unsigned (text, 10, min, max, number, NULL))
    return TRUE;

  g_autofree char *first = g_strdup_printf ("%" G_GUINT64_FORMAT, min);
  g_autofree char *last = g_strdup_printf ("%" G_GUINT64_FORMAT, max);

  /* Translators: an option such as --seed, the least and the largest number, and what was typed. */
  streek_cli_usage (command, _ ("%1$s wants a whole number from %2$s to %3$s, not “%4$s”."), option,
                    first, last, text);

  return FALSE;
}

static gboolean
parse_permutations (const StreekCommand *command,
                    const Options *options,
                    StreekAnalysisQuery *query)
{
  guint64 n = 0;

  if (!parse_whole (command, "--permutations", options->permutations, 1,
                    STREEK_ANALYSIS_MAX_PERMUTATIONS, &n) ||
      !parse_whole (command, "--seed", options->seed, 0, G_MAXUINT64, &query->seed))
    return FALSE;

  query->n_permutations = (guint) n;

  return TRUE;
}

/* In percent on the command line, as people say it. */
static gboolean
parse_significance (const StreekCommand *command, const char *text, double *significance)
{
  double pct;

  if (!streek_cli_parse_percentage (command, "--significance", text, &pct))
    return FALSE;

  /* 0 would be the default of the query; here it is a limit that nothing reaches */
  *significance = isnan (pct) ? 0 : MAX (pct / 100, DBL_MIN);

  return TRUE;
}

/* An option that says nothing about this kind of analysis was meant for another. */
static gboolean
check_options (const StreekCommand *command, const Options *options, StreekAnalysisKind kind)
{
  const struct
  {
    const char *option;
    const char *value;
    gboolean fits;
  } cases[] = {
    { "--base", options->base, kind == STREEK_ANALYSIS_INDEX },
    { "--permutations", options->permutations, kind == STREEK_ANALYSIS_MORAN },
    { "--seed", options->seed, kind == STREEK_ANALYSIS_MORAN },
    { "--significance", options->significance, kind == STREEK_ANALYSIS_MORAN },
    { "--reference", options->reference,
      kind != STREEK_ANALYSIS_CHANGE && kind != STREEK_ANALYSIS_INDEX &&
        kind != STREEK_ANALYSIS_MORAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].value != NULL && !cases[i].fits)
      {
        g_autofree char *analysis = g_strdup_printf ("--kind %s", options->kind);

        streek_cli_contradict (command, cases[i].option, analysis);
        return FALSE;
      }

  return TRUE;
}

static gboolean
make_query (const StreekCommand *command, const Options *options, StreekAnalysisQuery *query)
{
  g_autoptr (GError) error = NULL;

  query->set = g_strdup (options->set);
  query->within = g_strdup (options->within);
  query->area = g_strdup (options->area);
  query->reference = g_strdup (options->reference);

  if (options->indicator != NULL)
    query->indicators = g_strsplit (options->indicator, ",", -1);

  if (!parse_kind (command, options->kind, &query->kind) ||
      !streek_cli_check_area_ref (command, "--within", options->within) ||
      !streek_cli_check_area_ref (command, "--area", options->area) ||
      !streek_cli_check_area_ref (command, "--reference", options->reference) ||
      !streek_cli_parse_date (command, options->on, &query->on) ||
      !streek_cli_parse_periods (command, options->period, &query->periods) ||
      !streek_cli_parse_period (command, options->base, &query->base) ||
      !streek_cli_parse_percentage (command, "--min-coverage", options->min_coverage,
                                    &query->min_coverage_pct) ||
      !parse_significance (command, options->significance, &query->significance) ||
      !parse_permutations (command, options, query) ||
      !check_options (command, options, query->kind))
    return FALSE;

  if (streek_analysis_query_check (query, &error))
    return TRUE;

  streek_cli_usage (command, "%s", error->message);

  return FALSE;
}

static StreekExit
print_analysis (const StreekCommand *command, const StreekAnalysis *analysis, gboolean as_json)
{
  StreekExit status = streek_cli_print_table (command, analysis->table, as_json);

  streek_cli_remark (command, "%s", analysis->title);

  for (guint i = 0; i < analysis->notes->len; i++)
    streek_cli_remark (command, "%s", (const char *) g_ptr_array_index (analysis->notes, i));

  return status;
}

static StreekExit
run_analyse (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind,
      N_ ("change, index, ranking, profile, shift-share, quotient or moran"), "KIND" },
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &options.indicator,
      N_ ("The indicators, separated by commas"), "CODE,…" },
    { "set", 0, 0, G_OPTION_ARG_STRING, &options.set, N_ ("All areas of this set"), "SET" },
    { "within", 0, 0, G_OPTION_ARG_STRING, &options.within, N_ ("Only areas inside this one"),
      "SET:CODE" },
    { "area", 0, 0, G_OPTION_ARG_STRING, &options.area, N_ ("One area"), "SET:CODE" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on,
      N_ ("The areas of this date (default: those of the last period)"), "DATE" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &options.period,
      N_ ("A period, or from P to Q (default: as far as there are figures)"), "P[..Q]" },
    { "base", 0, 0, G_OPTION_ARG_STRING, &options.base,
      N_ ("The period that is 100 in an index (default: the first)"), "PERIOD" },
    { "reference", 0, 0, G_OPTION_ARG_STRING, &options.reference, N_ ("The area to compare with"),
      "SET:CODE" },
    { "min-coverage", 0, 0, G_OPTION_ARG_STRING, &options.min_coverage,
      N_ ("How much of a total must be known (default: as the indicator says)"), "PCT" },
    { "permutations", 0, 0, G_OPTION_ARG_STRING, &options.permutations,
      N_ ("Random permutations of Moran's I (default: 999)"), "N" },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &options.seed,
      N_ ("What the random numbers begin with (default: 0)"), "N" },
    { "significance", 0, 0, G_OPTION_ARG_STRING, &options.significance,
      N_ ("Up to which p a cluster counts (default: 5)"), "PCT" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Write JSON instead of CSV"), NULL },
    { NULL },
  };
  g_autoptr (StreekAnalysisQuery) query = g_new0 (StreekAnalysisQuery, 1);
  StreekExit status;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;

  if (!make_query (self, &options, query))
    return STREEK_EXIT_USAGE;

  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, files[0]);

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  streek_cli_settle_sets (workspace, &query->set, &query->within, &query->area, &query->reference,
                          NULL);

  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAnalysis) analysis = streek_workspace_analyse (workspace, query, NULL, &error);

  return analysis != NULL ? print_analysis (self, analysis, options.as_json)
                          : streek_cli_fail (self, error);
}

const StreekCommand streek_command_analyse = {
  .name = "analyse",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Holds figures against each other: change, rank, profile, sectors, clusters."),
  .run = run_analyse,
};
