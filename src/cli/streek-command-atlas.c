/* streek-command-atlas.c: `streek atlas`: a page for each area of a set, in one file or a file each
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-atlas-files.h"
#include "figure/streek-palette.h"
#include "streek-cli-paper.h"
#include "streek-cli-workspace.h"
#include "workspace/streek-atlases.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#define MIN_CLASSES 2

typedef struct
{
  char *set;
  char *within;
  char *areas;
  char *indicators;
  char *references;
  char *period;
  char *since;
  char *on;
  char *view;
  char *map_set;
  char *map_indicator;
  char *method;
  char *n_classes_text;
  char *palette;
  char *chart;
  char *chart_indicator;
  char *title;
  char *size;
  char *each;
  char *output;
  gboolean contents;
  gboolean portrait;
  gboolean grey;
  gboolean force;
} Options;

static void
options_clear (Options *options)
{
  char **texts[] = { &options->set,
                     &options->within,
                     &options->areas,
                     &options->indicators,
                     &options->references,
                     &options->period,
                     &options->since,
                     &options->on,
                     &options->view,
                     &options->map_set,
                     &options->map_indicator,
                     &options->method,
                     &options->n_classes_text,
                     &options->palette,
                     &options->chart,
                     &options->chart_indicator,
                     &options->title,
                     &options->size,
                     &options->each,
                     &options->output };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Translators: %1$s and %2$s are options, such as "--from" and "--kind change" */
static const char contradict[] = N_ ("%1$s and %2$s contradict each other.");

/* An option that needs a map where there is none, or %NULL. */
static const char *
find_map_option (const Options *options)
{
  return options->map_set != NULL          ? "--map-set"
         : options->map_indicator != NULL  ? "--map-indicator"
         : options->method != NULL         ? "--method"
         : options->n_classes_text != NULL ? "--classes"
         : options->palette != NULL        ? "--palette"
                                           : NULL;
}

static gboolean
check_combination (const StreekCommand *command, const Options *options)
{
  const char *of_map = find_map_option (options);

  if (options->set == NULL)
    streek_cli_usage (command, _ ("The option %s is missing."), "--set");
  else if (options->indicators == NULL)
    streek_cli_usage (command, _ ("The option %s is missing."), "--indicator");
  else if (options->output == NULL)
    streek_cli_usage (command, _ ("The option %s is missing."), "-o");
  else if (options->each == NULL && !streek_cli_has_ending (options->output, ".pdf", NULL))
    /* Translators: %s is the name of a file; keep --each as it is. */
    streek_cli_usage (command,
                      _ ("“%s” does not end in .pdf: for a file for each area there is "
                         "--each."),
                      options->output);
  else if (g_strcmp0 (options->view, "none") == 0 && of_map != NULL)
    streek_cli_usage (command, _ (contradict), "--map none", of_map);
  else if (g_strcmp0 (options->chart, "none") == 0 && options->chart_indicator != NULL)
    streek_cli_usage (command, _ (contradict), "--chart none", "--chart-indicator");
  else
    return TRUE;

  return FALSE;
}

static gboolean
parse_view (const StreekCommand *command, const char *word, StreekAtlasView *view)
{
  const char *words[STREEK_N_ATLAS_VIEWS + 1] = { NULL };
  guint found;

  for (StreekAtlasView i = 0; i < STREEK_N_ATLAS_VIEWS; i++)
    words[i] = streek_atlas_view_get_id (i);

  *view = STREEK_ATLAS_VIEW_AREA;
  if (word == NULL)
    return TRUE;

  if (!streek_cli_parse_word (command, "--map", words, word, &found))
    return FALSE;

  *view = found;

  return TRUE;
}

static gboolean
parse_chart (const StreekCommand *command, const char *word, StreekAtlasChart *chart)
{
  const char *words[STREEK_N_ATLAS_CHARTS + 1] = { NULL };
  guint found;

  for (StreekAtlasChart i = 0; i < STREEK_N_ATLAS_CHARTS; i++)
    words[i] = streek_atlas_chart_get_id (i);

  if (word == NULL)
    return TRUE;

  if (!streek_cli_parse_word (command, "--chart", words, word, &found))
    return FALSE;

  *chart = found;

  return TRUE;
}

static gboolean
parse_form (const StreekCommand *command, const char *word, StreekAtlasForm *form)
{
  static const char *const words[] = { "pdf", "png", NULL };
  guint found;

  *form = STREEK_ATLAS_ONE_PDF;
  if (word == NULL)
    return TRUE;

  if (!streek_cli_parse_word (command, "--each", words, word, &found))
    return FALSE;

  *form = found == 0 ? STREEK_ATLAS_PDF_EACH : STREEK_ATLAS_PNG_EACH;

  return TRUE;
}

static void
take_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static gboolean
parse_method (const StreekCommand *command, const Options *options, StreekFigureSpec *map)
{
  const char *words[STREEK_N_CLASS_METHODS + 1] = { NULL };
  guint found, n = 0;

  if (options->method == NULL)
    return TRUE;

  /* limits of one's own differ for every indicator: those are drawn in the window */
  for (StreekClassMethod i = 0; i < STREEK_N_CLASS_METHODS; i++)
    if (i != STREEK_CLASSES_MANUAL)
      words[n++] = streek_class_method_get_id (i);

  if (!streek_cli_parse_word (command, "--method", words, options->method, &found))
    return FALSE;

  return streek_class_method_from_id (words[found], &map->method);
}

static gboolean
parse_n_classes (const StreekCommand *command, const char *text, guint *n_classes)
{
  guint64 n;

  if (text == NULL)
    return TRUE;

  if (g_ascii_string_to_unsigned (text, 10, MIN_CLASSES, STREEK_PALETTE_MAX_CLASSES, &n, NULL))
    {
      *n_classes = (guint) n;
      return TRUE;
    }

  /* Translators: %1$s is an option, %2$d and %3$d its smallest and largest value. */
  streek_cli_usage (command, _ ("%1$s wants a number from %2$d to %3$d."), "--classes", MIN_CLASSES,
                    STREEK_PALETTE_MAX_CLASSES);

  return FALSE;
}

/* One map for all pages: of the areas of the atlas, or of smaller ones in them. */
static gboolean
fill_map (const StreekCommand *command, const Options *options, StreekAtlasSpec *spec)
{
  if (spec->view == STREEK_ATLAS_VIEW_NONE)
    return TRUE;

  StreekFigureSpec *map = streek_figure_spec_new ();
  gboolean has_classes =
    options->method != NULL || options->n_classes_text != NULL || options->palette != NULL;

  spec->map = map;
  map->kind = STREEK_FIGURE_CHOROPLETH;
  map->kind_is_automatic = !has_classes;
  take_text (&map->set, options->map_set != NULL ? options->map_set : options->set);
  take_text (&map->within, options->within);
  take_text (&map->indicator,
             options->map_indicator != NULL ? options->map_indicator : spec->indicators[0]);
  map->period = spec->period;
  if (options->palette != NULL)
    take_text (&map->palette, options->palette);

  return parse_method (command, options, map) &&
         parse_n_classes (command, options->n_classes_text, &map->n_classes);
}

/* The atlas asked for, or NULL where the command line cannot be read, which has been said. */
static StreekAtlasSpec *
make_spec (const StreekCommand *command, const Options *options)
{
  g_autoptr (StreekAtlasSpec) spec = streek_atlas_spec_new ();

  if (!check_combination (command, options) ||
      !streek_cli_check_area_ref (command, "--within", options->within) ||
      !streek_cli_parse_areas (command, "--area", options->areas, &spec->areas) ||
      !streek_cli_parse_list (command, "--indicator", options->indicators, &spec->indicators) ||
      !streek_cli_parse_areas (command, "--reference", options->references, &spec->references) ||
      !streek_cli_parse_period (command, options->period, &spec->period) ||
      !streek_cli_parse_period (command, options->since, &spec->since) ||
      !streek_cli_parse_date (command, options->on, &spec->on) ||
      !parse_view (command, options->view, &spec->view) ||
      !parse_chart (command, options->chart, &spec->chart) || !fill_map (command, options, spec))
    return NULL;

  take_text (&spec->set, options->set);
  take_text (&spec->within, options->within);
  take_text (&spec->chart_indicator, options->chart_indicator);
  take_text (&spec->title, options->title);
  spec->contents = options->contents;
  spec->grey = options->grey;
  spec->landscape = !options->portrait;

  return g_steal_pointer (&spec);
}

/* Only who looks at it wants to see it move. */
static void
show_progress (guint n_done, guint n, gpointer data)
{
  /* Translators: while many pages are drawn */
  g_autofree char *text = g_strdup_printf (_ ("Page %1$u of %2$u"), n_done, n);

  fprintf (stderr, "\r%s%s", text, n_done == n ? "\n" : "");
  fflush (stderr);
}

/* Nothing is written over unless that was asked. */
static gboolean
check_existing (const StreekCommand *command,
                const StreekAtlasPages *pages,
                StreekAtlasForm form,
                const Options *options)
{
  g_autoptr (GPtrArray) existing = streek_atlas_list_existing (pages, form, options->output);

  if (options->force || existing->len == 0)
    return TRUE;

  g_autofree char *name = g_filename_display_name (existing->pdata[0]);

  /* Translators: %s is a file; keep --force as it is. */
  streek_cli_remark (command, _ ("“%s” is there already; with --force it is written over."), name);

  return FALSE;
}

static StreekExit
write_atlas (const StreekCommand *command,
             StreekAtlas *atlas,
             StreekSize size,
             StreekAtlasForm form,
             const Options *options)
{
  const StreekLayoutOptions layout = streek_cli_layout_options (size);
  g_autoptr (StreekAtlasPages) pages =
    streek_atlas_paginate (atlas, &layout, form != STREEK_ATLAS_ONE_PDF);
  g_autoptr (GError) error = NULL;

  if (!check_existing (command, pages, form, options))
    return STREEK_EXIT_FAILED;

  return streek_atlas_write (pages, form, options->output, NULL,
                             isatty (STDERR_FILENO) ? show_progress : NULL, NULL, NULL, &error)
           ? STREEK_EXIT_DONE
           : streek_cli_fail (command, error);
}

static StreekExit
run_atlas (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING, &options.set, N_ ("A page for each area of this set"),
      "SET" },
    { "within", 0, 0, G_OPTION_ARG_STRING, &options.within, N_ ("Only areas inside this one"),
      "SET:CODE" },
    { "area", 0, 0, G_OPTION_ARG_STRING, &options.areas,
      N_ ("Pages for these alone; they are ranked among all"), "SET:CODE,…" },
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &options.indicators, N_ ("The key figures"),
      "CODE,…" },
    { "reference", 0, 0, G_OPTION_ARG_STRING, &options.references, N_ ("Areas to compare with"),
      "SET:CODE,…" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &options.period,
      N_ ("The period, the same on all pages (default: the newest of each indicator)"), "PERIOD" },
    { "since", 0, 0, G_OPTION_ARG_STRING, &options.since,
      N_ ("Changes since this period (default: the first of each indicator)"), "PERIOD" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on,
      N_ ("The areas of this date (default: those of each period)"), "DATE" },
    { "map", 0, 0, G_OPTION_ARG_STRING, &options.view,
      N_ ("area (the area and what lies around it), all (with the area outlined) or none "
          "(default: area)"),
      "VIEW" },
    { "map-set", 0, 0, G_OPTION_ARG_STRING, &options.map_set,
      N_ ("The areas that the map fills (default: those of the pages)"), "SET" },
    { "map-indicator", 0, 0, G_OPTION_ARG_STRING, &options.map_indicator,
      N_ ("The indicator of the map (default: the first key figure)"), "CODE" },
    { "method", 0, 0, G_OPTION_ARG_STRING, &options.method,
      N_ ("quantile, equal, natural, pretty, deviation, geometric or policy"), "METHOD" },
    { "classes", 0, 0, G_OPTION_ARG_STRING, &options.n_classes_text, N_ ("How many classes"), "N" },
    { "palette", 0, 0, G_OPTION_ARG_STRING, &options.palette, N_ ("The colours"), "NAME" },
    { "chart", 0, 0, G_OPTION_ARG_STRING, &options.chart,
      N_ ("line, ranking or none (default: line)"), "CHART" },
    { "chart-indicator", 0, 0, G_OPTION_ARG_STRING, &options.chart_indicator,
      N_ ("The indicator of the chart (default: the first key figure)"), "CODE" },
    { "contents", 0, 0, G_OPTION_ARG_NONE, &options.contents,
      N_ ("Begin with a list of the pages and a map of them all"), NULL },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_ ("The title of the atlas"), "TEXT" },
    { "grey", 0, 0, G_OPTION_ARG_NONE, &options.grey, N_ ("For printing in grey"), NULL },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size,
      N_ ("A4, A3, 16:9 or a size such as 210x297mm (default: A4, on its side)"), "SIZE" },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &options.portrait, N_ ("The paper stands"), NULL },
    { "each", 0, 0, G_OPTION_ARG_STRING, &options.each,
      N_ ("A file for each area, in the folder OUT: pdf or png"), "FORM" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.force, N_ ("Write over files that are there"),
      NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("The file to write, .pdf, or with --each the folder"), "OUT" },
    { NULL },
  };
  StreekSize size;
  StreekAtlasForm form;
  StreekExit status;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;

  g_autoptr (StreekAtlasSpec) spec = make_spec (self, &options);

  if (spec == NULL || !parse_form (self, options.each, &form) ||
      !streek_cli_parse_size (self, options.size, &size) ||
      !streek_cli_check_output (self, files[0], options.output))
    return STREEK_EXIT_USAGE;

  if (options.portrait && size.width > size.height)
    size = (StreekSize){ size.height, size.width };

  streek_cli_begin_fonts (options.output);

  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, files[0]);

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  streek_cli_settle_sets (workspace, &spec->set, &spec->within, NULL);
  streek_cli_settle_set_list (workspace, spec->areas);
  streek_cli_settle_set_list (workspace, spec->references);
  if (spec->map != NULL)
    streek_cli_settle_sets (workspace, &spec->map->set, &spec->map->within, &spec->map->outline_set,
                            &spec->map->overlay_set, NULL);

  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAtlas) atlas = streek_workspace_make_atlas (workspace, spec, NULL, &error);

  return atlas != NULL ? write_atlas (self, atlas, size, form, &options)
                       : streek_cli_fail (self, error);
}

const StreekCommand streek_command_atlas = {
  .name = "atlas",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Draws a page for each area of a set."),
  .run = run_atlas,
};
