/* streek-command-atlas.c: `streek atlas`: a page for each area of a set, in one file or a file each
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-atlas-files.h"
#include "streek-cli-classes.h"
#include "streek-cli-paper.h"
#include "streek-cli-views.h"
#include "streek-cli-workspace.h"
#include "workspace/streek-atlases.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *view;
  char *set;
  char *within;
  char *areas;
  char *indicators;
  char *references;
  char *period;
  char *since;
  char *on;
  char *map;
  char *map_set;
  char *map_indicator;
  StreekClassOptions classes;
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
  char **texts[] = { &options->view,       &options->set,
                     &options->within,     &options->areas,
                     &options->indicators, &options->references,
                     &options->period,     &options->since,
                     &options->on,         &options->map,
                     &options->map_set,    &options->map_indicator,
                     &options->chart,      &options->chart_indicator,
                     &options->title,      &options->size,
                     &options->each,       &options->output };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  streek_class_options_clear (&options->classes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* An option that needs a map where there is none, or %NULL. */
static const char *
find_map_option (const Options *options)
{
  return options->map_set != NULL         ? "--map-set"
         : options->map_indicator != NULL ? "--map-indicator"
                                          : streek_class_options_find (&options->classes);
}

/* Which file or folder, and what is made of it. */
static gboolean
check_output (const StreekCommand *command, const Options *options)
{
  if (options->output == NULL)
    streek_cli_miss (command, "-o");
  else if (options->each == NULL && !streek_cli_has_ending (options->output, ".pdf", NULL))
    /* Translators: %s is the name of a file; keep --each as it is. */
    streek_cli_usage (command,
                      _ ("“%s” does not end in .pdf: for a file for each area there is "
                         "--each."),
                      options->output);
  else
    return TRUE;

  return FALSE;
}

/* Once it is known which areas and key figures there are, and what stands beside them. */
static gboolean
check_combination (const StreekCommand *command,
                   const Options *options,
                   const StreekAtlasSpec *spec)
{
  const char *of_map = find_map_option (options);

  if (spec->set == NULL)
    streek_cli_miss (command, "--set");
  else if (spec->indicators == NULL)
    streek_cli_miss (command, "--indicator");
  else if (spec->view == STREEK_ATLAS_VIEW_NONE && of_map != NULL)
    streek_cli_contradict (command, options->map != NULL ? "--map none" : "--view", of_map);
  else if (spec->chart == STREEK_ATLAS_CHART_NONE && options->chart_indicator != NULL)
    streek_cli_contradict (command, options->chart != NULL ? "--chart none" : "--view",
                           "--chart-indicator");
  else
    return TRUE;

  return FALSE;
}

static gboolean
parse_map (const StreekCommand *command, const char *word, StreekAtlasSpec *spec)
{
  guint view = spec->view;

  if (!streek_cli_parse_id (command, "--map", STREEK_N_ATLAS_VIEWS,
                            (StreekCliIdFunc) streek_atlas_view_get_id, word, &view))
    return FALSE;

  spec->view = view;

  return TRUE;
}

static gboolean
parse_chart (const StreekCommand *command, const char *word, StreekAtlasSpec *spec)
{
  guint chart = spec->chart;

  if (!streek_cli_parse_id (command, "--chart", STREEK_N_ATLAS_CHARTS,
                            (StreekCliIdFunc) streek_atlas_chart_get_id, word, &chart))
    return FALSE;

  spec->chart = chart;

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

/* One map for all pages: of the areas of the atlas, or of smaller ones in them. Where it shows the
 * areas of the pages, or the first key figure, it goes on doing so when those are others. */
static gboolean
fill_map (const StreekCommand *command,
          const Options *options,
          const StreekAtlasSpec *before,
          StreekAtlasSpec *spec)
{
  if (spec->view == STREEK_ATLAS_VIEW_NONE)
    {
      g_clear_pointer (&spec->map, streek_figure_spec_free);
      return TRUE;
    }

  gboolean is_new = spec->map == NULL;

  if (is_new)
    spec->map = streek_figure_spec_new ();

  StreekFigureSpec *map = spec->map;
  gboolean follows_set = is_new || g_strcmp0 (map->set, before->set) == 0;
  gboolean follows_indicator = is_new || (before->indicators != NULL &&
                                          g_strcmp0 (map->indicator, before->indicators[0]) == 0);

  streek_cli_take_text (&map->set, options->map_set != NULL ? options->map_set
                                   : follows_set            ? spec->set
                                                            : NULL);
  streek_cli_take_text (&map->within, is_new ? spec->within : options->within);
  if (options->map_indicator != NULL || follows_indicator)
    streek_figure_spec_set_indicator (map, options->map_indicator != NULL ? options->map_indicator
                                                                          : spec->indicators[0]);
  if (options->period != NULL || is_new)
    map->period = spec->period;
  if (map->kind_is_automatic)
    streek_figure_spec_set_kind (map, STREEK_FIGURE_CHOROPLETH,
                                 streek_class_options_find (&options->classes) == NULL);

  return streek_class_options_check (&options->classes, command, map, "--view") &&
         streek_class_options_fill (&options->classes, command, map);
}

static void
fill_paper (const Options *options, StreekAtlasSpec *spec)
{
  spec->contents |= options->contents;
  spec->grey |= options->grey;
  if (options->portrait)
    spec->landscape = FALSE;
  streek_cli_take_text (&spec->title, options->title);
}

/* The atlas asked for, or NULL where the command line cannot be read or contradicts the view, which
 * has been said. */
static StreekAtlasSpec *
make_spec (const StreekCommand *command, const Options *options, const StreekSavedView *view)
{
  g_autoptr (StreekAtlasSpec) before =
    view != NULL ? streek_atlas_spec_copy (view->atlas) : streek_atlas_spec_new ();
  g_autoptr (StreekAtlasSpec) spec = streek_atlas_spec_copy (before);
  g_autoptr (GError) error = NULL;

  if (view == NULL)
    spec->view = STREEK_ATLAS_VIEW_AREA;
  streek_cli_take_text (&spec->set, options->set);
  streek_cli_take_text (&spec->within, options->within);

  if (!streek_cli_check_area_ref (command, "--within", options->within) ||
      !streek_cli_parse_areas (command, "--area", options->areas, &spec->areas) ||
      !streek_cli_parse_list (command, "--indicator", options->indicators, &spec->indicators) ||
      !streek_cli_parse_areas (command, "--reference", options->references, &spec->references) ||
      !streek_cli_parse_period (command, options->period, &spec->period) ||
      !streek_cli_parse_period (command, options->since, &spec->since) ||
      !streek_cli_parse_date (command, options->on, &spec->on) ||
      !parse_map (command, options->map, spec) || !parse_chart (command, options->chart, spec) ||
      !check_combination (command, options, spec) || !fill_map (command, options, before, spec))
    return NULL;

  streek_cli_take_text (&spec->chart_indicator, options->chart_indicator);
  fill_paper (options, spec);

  if (streek_atlas_spec_check (spec, &error))
    return g_steal_pointer (&spec);

  streek_cli_usage (command, "%s", error->message);

  return NULL;
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

/* The paper of the view, unless the command line names another; that stands or lies as it does, but
 * for one that has both its measures. */
static gboolean
find_size (const StreekCommand *command,
           const Options *options,
           const StreekAtlasSpec *spec,
           StreekSize *size)
{
  if (options->size == NULL)
    {
      *size = streek_paper_format_get_size (spec->format, spec->landscape);
      return TRUE;
    }

  if (!streek_cli_parse_size (command, options->size, size))
    return FALSE;

  gboolean has_measures = strchr (options->size, 'x') != NULL;

  if ((options->portrait || (!spec->landscape && !has_measures)) && size->width > size->height)
    *size = (StreekSize){ size->height, size->width };

  return TRUE;
}

static StreekExit
draw_atlas (const StreekCommand *self,
            StreekWorkspace *workspace,
            const Options *options,
            StreekAtlasSpec *spec)
{
  StreekSize size;
  StreekAtlasForm form;

  if (!parse_form (self, options->each, &form) || !find_size (self, options, spec, &size))
    return STREEK_EXIT_USAGE;

  streek_cli_settle_sets (workspace, &spec->set, &spec->within, NULL);
  streek_cli_settle_set_list (workspace, spec->areas);
  streek_cli_settle_set_list (workspace, spec->references);
  if (spec->map != NULL)
    streek_cli_settle_sets (workspace, &spec->map->set, &spec->map->within, &spec->map->outline_set,
                            &spec->map->overlay_set, NULL);

  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAtlas) atlas = streek_workspace_make_atlas (workspace, spec, NULL, &error);

  return atlas != NULL ? write_atlas (self, atlas, size, form, options)
                       : streek_cli_fail (self, error);
}

/* What a view shows is known when the file is open. */
static StreekExit
draw_view (const StreekCommand *self, StreekWorkspace *workspace, const Options *options)
{
  g_autoptr (StreekSavedView) view =
    streek_cli_find_view (self, workspace, options->view, streek_cli_view_is_atlas);

  if (view == NULL)
    return STREEK_EXIT_FAILED;

  g_autoptr (StreekAtlasSpec) spec = make_spec (self, options, view);

  return spec != NULL ? draw_atlas (self, workspace, options, spec) : STREEK_EXIT_USAGE;
}

static StreekExit
run_atlas (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "view", 0, 0, G_OPTION_ARG_STRING, &options.view,
      N_ ("An atlas that was saved in the window; other options change it"), "NAME" },
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
    { "map", 0, 0, G_OPTION_ARG_STRING, &options.map,
      N_ ("area (the area and what lies around it), all (with the area outlined) or none "
          "(default: area)"),
      "VIEW" },
    { "map-set", 0, 0, G_OPTION_ARG_STRING, &options.map_set,
      N_ ("The areas that the map fills (default: those of the pages)"), "SET" },
    { "map-indicator", 0, 0, G_OPTION_ARG_STRING, &options.map_indicator,
      N_ ("The indicator of the map (default: the first key figure)"), "CODE" },
    { "method", 0, 0, G_OPTION_ARG_STRING, &options.classes.method,
      N_ ("quantile, equal, natural, pretty, deviation, geometric, manual or policy"), "METHOD" },
    { "classes", 0, 0, G_OPTION_ARG_STRING, &options.classes.n_classes,
      N_ ("How many classes, or policy: the limits that are kept with the indicator, by name "
          "where there are several"),
      "N|policy[:NAME]" },
    { "breaks", 0, 0, G_OPTION_ARG_STRING, &options.classes.breaks,
      N_ ("The limits between classes, for manual"), "A,B,…" },
    { "around", 0, 0, G_OPTION_ARG_STRING, &options.classes.reference,
      N_ ("Classes on both sides of this value (default: of 0, where figures are)"), "VALUE" },
    { "zero-class", 0, 0, G_OPTION_ARG_NONE, &options.classes.zero_class,
      N_ ("0 is a class of its own, one of those asked"), NULL },
    { "palette", 0, 0, G_OPTION_ARG_STRING, &options.classes.palette, N_ ("The colours"), "NAME" },
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

  if (!check_output (self, &options) || !parse_form (self, options.each, &form) ||
      !streek_cli_parse_size (self, options.size, &size))
    return STREEK_EXIT_USAGE;

  g_autoptr (StreekAtlasSpec) spec = options.view == NULL ? make_spec (self, &options, NULL) : NULL;

  if ((options.view == NULL && spec == NULL) ||
      !streek_cli_check_output (self, files[0], options.output))
    return STREEK_EXIT_USAGE;

  streek_cli_begin_fonts (options.output);

  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, files[0]);

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  return spec != NULL ? draw_atlas (self, workspace, &options, spec)
                      : draw_view (self, workspace, &options);
}

const StreekCommand streek_command_atlas = {
  .name = "atlas",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Draws a page for each area of a set."),
  .run = run_atlas,
};
