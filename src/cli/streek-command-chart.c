/* streek-command-chart.c: `streek chart`: the chart that the window would show, in a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-file.h"
#include "base/streek-number.h"
#include "draw/streek-output.h"
#include "streek-cli-paper.h"
#include "streek-cli-views.h"
#include "streek-cli-workspace.h"
#include "workspace/streek-charts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *view;
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
  g_free (options->view);
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

static gboolean
parse_kind (const StreekCommand *command, const char *word, StreekChartSpec *spec)
{
  guint kind = spec->kind;

  if (!streek_cli_parse_id (command, "--kind", STREEK_N_CHART_KINDS,
                            (StreekCliIdFunc) streek_chart_kind_get_id, word, &kind))
    return FALSE;

  spec->kind = kind;

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

/* Which file, and what fits in one of its kind. */
static gboolean
check_output (const StreekCommand *command, const Options *options)
{
  if (options->output == NULL)
    streek_cli_miss (command, "-o");
  else if (!streek_cli_has_ending (options->output, ".pdf", ".svg", ".png", ".csv", NULL))
    /* Translators: %s is the name of a file. */
    streek_cli_usage (command, _ ("“%s” ends in none of .pdf, .svg, .png and .csv."),
                      options->output);
  else if (options->table && !streek_cli_has_ending (options->output, ".pdf", NULL))
    /* Translators: %s is an option */
    streek_cli_usage (command, _ ("%s needs pages: write a .pdf."), "--table");
  else
    return TRUE;

  return FALSE;
}

/* Options that need each other or exclude each other, or what a saved view shows. */
static gboolean
check_combination (const StreekCommand *command,
                   const Options *options,
                   const StreekChartSpec *spec)
{
  if (options->kind == NULL && options->view == NULL)
    streek_cli_miss (command, "--kind");
  else if (spec->indicators == NULL)
    streek_cli_miss (command, "--indicator");
  else if (spec->areas == NULL && spec->set == NULL)
    streek_cli_miss (command, "--area");
  else if (options->within != NULL && spec->set == NULL)
    streek_cli_miss (command, "--set");
  else if (options->horizontal && options->vertical)
    streek_cli_contradict (command, "--horizontal", "--vertical");
  else if (options->from_zero && options->logarithmic)
    streek_cli_contradict (command, "--zero", "--log");
  else if (spec->from_zero && spec->logarithmic)
    streek_cli_contradict (command, "--view", options->from_zero ? "--zero" : "--log");
  else if (options->breaks != NULL && spec->kind != STREEK_CHART_HISTOGRAM)
    streek_cli_contradict (command, "--breaks", options->kind != NULL ? "--kind" : "--view");
  else
    return TRUE;

  return FALSE;
}

/* Areas that are named take the place of all those of a view, be they named there or of a set. */
static void
leave_areas (const Options *options, StreekChartSpec *spec)
{
  if (options->areas == NULL && options->set == NULL)
    return;

  g_clear_pointer (&spec->areas, g_strfreev);
  g_clear_pointer (&spec->set, g_free);
  g_clear_pointer (&spec->within, g_free);
}

/* Of other indicators, what was chosen for those of a view means nothing. */
static gboolean
fill_indicators (const StreekCommand *command, const Options *options, StreekChartSpec *spec)
{
  if (options->indicators != NULL)
    {
      g_clear_pointer (&spec->against, g_strfreev);
      g_clear_pointer (&spec->breaks, g_array_unref);
      g_clear_pointer (&spec->title, g_free);
      spec->base = (StreekPeriod){ 0 };
      spec->periods = (StreekPeriodRange){ 0 };
      if (streek_class_method_is_given (spec->method))
        spec->method = STREEK_CLASSES_PRETTY;
    }

  return streek_cli_parse_list (command, "--indicator", options->indicators, &spec->indicators) &&
         streek_cli_parse_list (command, "--against", options->against, &spec->against);
}

static void
fill_look (const Options *options, StreekChartSpec *spec)
{
  if (options->horizontal || options->vertical)
    spec->turn = options->horizontal ? STREEK_CHART_TURN_HORIZONTAL : STREEK_CHART_TURN_VERTICAL;
  spec->free_scale |= options->free_scale;
  spec->logarithmic |= options->logarithmic;
  spec->from_zero |= options->from_zero;
  spec->show_values |= options->values;
  spec->grey |= options->grey;
  spec->with_table |= options->table;

  /* one picture has room for the chart alone */
  if (!streek_cli_has_ending (options->output, ".pdf", NULL))
    spec->with_table = FALSE;
}

/* The chart asked for, or NULL where the command line cannot be read or contradicts the view, which
 * has been said. */
static StreekChartSpec *
make_spec (const StreekCommand *command, const Options *options, const StreekSavedView *view)
{
  g_autoptr (StreekChartSpec) spec =
    view != NULL ? streek_chart_spec_copy (view->chart) : streek_chart_spec_new ();
  g_autoptr (GError) error = NULL;

  leave_areas (options, spec);
  streek_cli_take_text (&spec->set, options->set);
  streek_cli_take_text (&spec->within, options->within);
  fill_look (options, spec);

  if (!parse_kind (command, options->kind, spec) || !fill_indicators (command, options, spec) ||
      !streek_cli_parse_areas (command, "--area", options->areas, &spec->areas) ||
      !streek_cli_parse_areas (command, "--reference", options->references, &spec->references) ||
      !streek_cli_check_area_ref (command, "--within", options->within) ||
      !check_combination (command, options, spec) ||
      !streek_cli_parse_date (command, options->on, &spec->on) ||
      !streek_cli_parse_periods (command, options->periods, &spec->periods) ||
      !streek_cli_parse_period (command, options->base, &spec->base) ||
      !parse_sort (command, options->sort, &spec->sort) ||
      !streek_cli_parse_breaks (command, options->breaks, &spec->breaks) ||
      (options->min_coverage != NULL &&
       !streek_cli_parse_percentage (command, "--min-coverage", options->min_coverage,
                                     &spec->min_coverage_pct)))
    return NULL;

  if (options->breaks != NULL)
    spec->method = STREEK_CLASSES_MANUAL;

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
                StreekWorkspace *workspace,
                StreekChartSpec *spec,
                StreekSize size,
                const char *output)
{
  streek_cli_settle_sets (workspace, &spec->set, &spec->within, NULL);
  streek_cli_settle_set_list (workspace, spec->areas);
  streek_cli_settle_set_list (workspace, spec->references);

  g_autoptr (GError) error = NULL;
  g_autoptr (StreekChart) chart = streek_workspace_make_chart (workspace, spec, NULL, &error);

  return chart != NULL && write_chart (chart, size, output, &error) ? STREEK_EXIT_DONE
                                                                    : streek_cli_fail (self, error);
}

/* What a view shows is known when the file is open. */
static StreekExit
draw_view (const StreekCommand *self,
           StreekWorkspace *workspace,
           const Options *options,
           StreekSize size)
{
  g_autoptr (StreekSavedView) view =
    streek_cli_find_view (self, workspace, options->view, streek_cli_view_is_chart);

  if (view == NULL)
    return STREEK_EXIT_FAILED;

  g_autoptr (StreekChartSpec) spec = make_spec (self, options, view);

  return spec != NULL ? make_and_write (self, workspace, spec, size, options->output)
                      : STREEK_EXIT_USAGE;
}

/* @spec: (nullable): of a view, where there is none */
static StreekExit
open_and_draw (const StreekCommand *self,
               const char *file,
               const Options *options,
               StreekChartSpec *spec,
               StreekSize size)
{
  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, file);

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  return spec != NULL ? make_and_write (self, workspace, spec, size, options->output)
                      : draw_view (self, workspace, options, size);
}

/* Fonts are found while the figures are read. */
static StreekExit
draw_chart (const StreekCommand *self,
            const char *file,
            const Options *options,
            StreekChartSpec *spec,
            StreekSize size)
{
  GThread *fonts = streek_cli_has_ending (options->output, ".csv", NULL)
                     ? NULL
                     : g_thread_try_new ("streek-fonts", find_fonts, &size, NULL);
  StreekExit status = open_and_draw (self, file, options, spec, size);

  if (fonts != NULL)
    g_thread_join (fonts);

  return status;
}

static StreekExit
run_chart (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "view", 0, 0, G_OPTION_ARG_STRING, &options.view,
      N_ ("A chart that was saved in the window; other options change it"), "NAME" },
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

  if (!check_output (self, &options))
    return STREEK_EXIT_USAGE;

  g_autoptr (StreekChartSpec) spec = options.view == NULL ? make_spec (self, &options, NULL) : NULL;

  if ((options.view == NULL && spec == NULL) ||
      !streek_cli_parse_size (self, options.size, &size) ||
      !streek_cli_check_output (self, files[0], options.output))
    return STREEK_EXIT_USAGE;

  return draw_chart (self, files[0], &options, spec, size);
}

const StreekCommand streek_command_chart = {
  .name = "chart",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Draws a chart."),
  .run = run_chart,
  .n_heaps = 3,
};
