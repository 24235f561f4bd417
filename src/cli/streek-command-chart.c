/* streek-command-chart.c: `streek chart`: the chart that the window would show, in a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-file.h"
#include "base/streek-number.h"
#include "draw/streek-output.h"
#include "streek-cli-paper.h"
#include "streek-cli-workspace.h"
#include "workspace/streek-charts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *kind;
  char *indicators;
  char *against;
  char *areas;
  char *set;
  char *within;
  char *references;
  char *on;
  char *periods;
  char *base;
  char *sort;
  char *breaks;
  char *min_coverage;
  gboolean horizontal;
  gboolean vertical;
  gboolean free_scale;
  gboolean logarithmic;
  gboolean from_zero;
  gboolean values;
  gboolean grey;
  gboolean table;
  char *size;
  char *output;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->kind);
  g_free (options->indicators);
  g_free (options->against);
  g_free (options->areas);
  g_free (options->set);
  g_free (options->within);
  g_free (options->references);
  g_free (options->on);
  g_free (options->periods);
  g_free (options->base);
  g_free (options->sort);
  g_free (options->breaks);
  g_free (options->min_coverage);
  g_free (options->size);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char contradict[] = N_ ("%1$s and %2$s contradict each other.");

static gboolean
parse_kind (const StreekCommand *command, const char *word, StreekChartKind *kind)
{
  const char *ids[STREEK_N_CHART_KINDS + 1] = { NULL };
  guint found = *kind;

  for (guint i = 0; i < STREEK_N_CHART_KINDS; i++)
    ids[i] = streek_chart_kind_get_id (i);

  if (!streek_cli_parse_word (command, "--kind", ids, word, &found))
    return FALSE;

  *kind = found;

  return TRUE;
}

static gboolean
parse_sort (const StreekCommand *command, const char *word, StreekChartSort *sort)
{
  static const char *const words[] = { "down", "up", "name", "given", NULL };
  guint found = *sort;

  if (!streek_cli_parse_word (command, "--sort", words, word, &found))
    return FALSE;

  *sort = found;

  return TRUE;
}

/* Options that need each other, or exclude each other. */
static gboolean
check_combination (const StreekCommand *command, const Options *options)
{
  gboolean is_pdf =
    options->output != NULL && streek_cli_has_ending (options->output, ".pdf", NULL);

  if (options->kind == NULL)
    streek_cli_usage (command, _ ("The option %s is missing."), "--kind");
  else if (options->indicators == NULL)
    streek_cli_usage (command, _ ("The option %s is missing."), "--indicator");
  else if (options->areas == NULL && options->set == NULL)
    streek_cli_usage (command, _ ("The option %s is missing."), "--area");
  else if (options->within != NULL && options->set == NULL)
    streek_cli_usage (command, _ ("The option %s is missing."), "--set");
  else if (options->output == NULL)
    streek_cli_usage (command, _ ("The option %s is missing."), "-o");
  else if (!streek_cli_has_ending (options->output, ".pdf", ".svg", ".png", ".csv", NULL))
    /* Translators: %s is the name of a file. */
    streek_cli_usage (command, _ ("“%s” ends in none of .pdf, .svg, .png and .csv."),
                      options->output);
  else if (options->horizontal && options->vertical)
    streek_cli_usage (command, _ (contradict), "--horizontal", "--vertical");
  else if (options->from_zero && options->logarithmic)
    streek_cli_usage (command, _ (contradict), "--zero", "--log");
  else if (options->table && !is_pdf)
    /* Translators: %s is an option */
    streek_cli_usage (command, _ ("%s needs pages: write a .pdf."), "--table");
  else if (options->breaks != NULL && strcmp (options->kind, "histogram") != 0)
    streek_cli_usage (command, _ (contradict), "--breaks", "--kind");
  else
    return TRUE;

  return FALSE;
}

/* The chart asked for, or NULL where the command line cannot be read, which has been said. */
static StreekChartSpec *
make_spec (const StreekCommand *command, const Options *options)
{
  g_autoptr (StreekChartSpec) spec = streek_chart_spec_new ();
  g_autoptr (GError) error = NULL;

  if (!parse_kind (command, options->kind, &spec->kind) || !check_combination (command, options) ||
      !streek_cli_parse_list (command, "--indicator", options->indicators, &spec->indicators) ||
      !streek_cli_parse_list (command, "--against", options->against, &spec->against) ||
      !streek_cli_parse_areas (command, "--area", options->areas, &spec->areas) ||
      !streek_cli_parse_areas (command, "--reference", options->references, &spec->references) ||
      !streek_cli_check_area_ref (command, "--within", options->within) ||
      !streek_cli_parse_date (command, options->on, &spec->on) ||
      (options->periods != NULL &&
       !streek_cli_parse_periods (command, options->periods, &spec->periods)) ||
      !streek_cli_parse_period (command, options->base, &spec->base) ||
      !parse_sort (command, options->sort, &spec->sort) ||
      !streek_cli_parse_breaks (command, options->breaks, &spec->breaks) ||
      (options->min_coverage != NULL &&
       !streek_cli_parse_percentage (command, "--min-coverage", options->min_coverage,
                                     &spec->min_coverage_pct)))
    return NULL;

  if (spec->breaks != NULL)
    spec->method = STREEK_CLASSES_MANUAL;
  spec->set = g_strdup (options->set);
  spec->within = g_strdup (options->within);
  spec->turn = options->horizontal ? STREEK_CHART_TURN_HORIZONTAL
               : options->vertical ? STREEK_CHART_TURN_VERTICAL
                                   : STREEK_CHART_TURN_AUTOMATIC;
  spec->free_scale = options->free_scale;
  spec->logarithmic = options->logarithmic;
  spec->from_zero = options->from_zero;
  spec->show_values = options->values;
  spec->grey = options->grey;
  spec->with_table = options->table;

  if (streek_chart_spec_check (spec, &error))
    return g_steal_pointer (&spec);

  streek_cli_usage (command, "%s", error->message);

  return NULL;
}

static gboolean
write_table (const StreekChart *chart, const char *path, GError **error)
{
  char *text = streek_table_to_csv (streek_chart_get_table (chart), NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return streek_file_write_atomically (path, bytes, error);
}

static gboolean
write_chart (const StreekChart *chart, StreekSize size, const char *path, GError **error)
{
  const StreekLayoutOptions layout = streek_cli_layout_options (size);

  if (streek_cli_has_ending (path, ".csv", NULL))
    return write_table (chart, path, error);

  g_autoptr (GPtrArray) pages = streek_chart_layout_pages (chart, &layout, error);

  if (pages == NULL)
    return FALSE;

  if (pages->len > 1)
    return streek_scene_write_pdf ((StreekScene *const *) pages->pdata, pages->len, path, error);

  return streek_scene_write (g_ptr_array_index (pages, 0), path, error);
}

static gpointer
find_fonts (gpointer data)
{
  const StreekSize *size = data;
  const StreekLayoutOptions layout = streek_cli_layout_options (*size);

  streek_chart_find_fonts (&layout);

  return NULL;
}

static StreekExit
make_and_write (const StreekCommand *self,
                const char *file,
                StreekChartSpec *spec,
                StreekSize size,
                const char *output)
{
  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, file);

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  streek_cli_settle_sets (workspace, &spec->set, &spec->within, NULL);
  streek_cli_settle_set_list (workspace, spec->areas);

  g_autoptr (GError) error = NULL;
  g_autoptr (StreekChart) chart = streek_workspace_make_chart (workspace, spec, NULL, &error);

  return chart != NULL && write_chart (chart, size, output, &error) ? STREEK_EXIT_DONE
                                                                    : streek_cli_fail (self, error);
}

/* Fonts are found while the figures are read. */
static StreekExit
draw_chart (const StreekCommand *self,
            const char *file,
            StreekChartSpec *spec,
            StreekSize size,
            const char *output)
{
  GThread *fonts = streek_cli_has_ending (output, ".csv", NULL)
                     ? NULL
                     : g_thread_try_new ("streek-fonts", find_fonts, &size, NULL);
  StreekExit status = make_and_write (self, file, spec, size, output);

  if (fonts != NULL)
    g_thread_join (fonts);

  return status;
}

static StreekExit
run_chart (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind,
      N_ ("line, bar, grouped, stacked, shares, ranking, dumbbell, slope, scatter, histogram, "
          "pyramid, ladder, snake, multiples or monitor"),
      "KIND" },
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &options.indicators,
      N_ ("The indicators; CODE=A+B is a total with its parts"), "CODE,…" },
    { "against", 0, 0, G_OPTION_ARG_STRING, &options.against,
      N_ ("The groups of the other side of a pyramid"), "CODE,…" },
    { "area", 0, 0, G_OPTION_ARG_STRING, &options.areas, N_ ("The areas"), "SET:CODE,…" },
    { "set", 0, 0, G_OPTION_ARG_STRING, &options.set, N_ ("All areas of a set"), "SET" },
    { "within", 0, 0, G_OPTION_ARG_STRING, &options.within, N_ ("Only areas inside this one"),
      "SET:CODE" },
    { "reference", 0, 0, G_OPTION_ARG_STRING, &options.references,
      N_ ("Areas to compare with, outside the ranking"), "SET:CODE,…" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on,
      N_ ("The areas of this date (default: those of each period)"), "DATE" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &options.periods,
      N_ ("A period, or two with “..” between them (default: all there are)"), "PERIOD" },
    { "base", 0, 0, G_OPTION_ARG_STRING, &options.base,
      N_ ("Lines as an index, 100 in this period"), "PERIOD" },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &options.sort, N_ ("down, up, name or given"), "ORDER" },
    { "breaks", 0, 0, G_OPTION_ARG_STRING, &options.breaks,
      N_ ("The limits between the classes of a histogram"), "A,B,…" },
    { "min-coverage", 0, 0, G_OPTION_ARG_STRING, &options.min_coverage,
      N_ ("How much must be known (default: as the indicator asks)"), "PCT" },
    { "horizontal", 0, 0, G_OPTION_ARG_NONE, &options.horizontal, N_ ("Bars lie"), NULL },
    { "vertical", 0, 0, G_OPTION_ARG_NONE, &options.vertical, N_ ("Bars stand"), NULL },
    { "free-scale", 0, 0, G_OPTION_ARG_NONE, &options.free_scale,
      N_ ("Each small chart has its own scale"), NULL },
    { "log", 0, 0, G_OPTION_ARG_NONE, &options.logarithmic, N_ ("A logarithmic axis"), NULL },
    { "zero", 0, 0, G_OPTION_ARG_NONE, &options.from_zero, N_ ("Lines from zero"), NULL },
    { "values", 0, 0, G_OPTION_ARG_NONE, &options.values, N_ ("Numbers at the lines"), NULL },
    { "grey", 0, 0, G_OPTION_ARG_NONE, &options.grey, N_ ("For printing in grey"), NULL },
    { "table", 0, 0, G_OPTION_ARG_NONE, &options.table, N_ ("With the figures behind it"), NULL },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size,
      N_ ("A4, A3, 16:9 or a size such as 210x297mm (default: A4, on its side)"), "SIZE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("The file to write: .pdf, .svg, .png or .csv"), "OUT" },
    { NULL },
  };
  StreekSize size;
  StreekExit status;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;

  g_autoptr (StreekChartSpec) spec = make_spec (self, &options);

  if (spec == NULL || !streek_cli_parse_size (self, options.size, &size) ||
      !streek_cli_check_output (self, files[0], options.output))
    return STREEK_EXIT_USAGE;

  return draw_chart (self, files[0], spec, size, options.output);
}

const StreekCommand streek_command_chart = {
  .name = "chart",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Draws a chart."),
  .run = run_chart,
  .n_heaps = 3,
};
