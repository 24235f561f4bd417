/* streek-command-map.c: `streek map`: the map that the window would show, in a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-output.h"
#include "streek-cli-paper.h"
#include "streek-cli-views.h"
#include "streek-cli-workspace.h"
#include "streek-map-options.h"
#include "workspace/streek-map-groups.h"
#include "workspace/streek-sites.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of all maps on the sheet. */
static void
settle_sets (StreekWorkspace *workspace, StreekFigureSpec *spec)
{
  streek_cli_settle_sets (workspace, &spec->set, &spec->within, &spec->outline_set,
                          &spec->overlay_set, NULL);

  for (guint i = 0; spec->panels.beside != NULL && i < spec->panels.beside->len; i++)
    streek_cli_settle_sets (workspace, &g_array_index (spec->panels.beside, StreekPanel, i).set,
                            NULL);
}

static StreekScene *
make_scene (StreekWorkspace *workspace,
            const StreekFigureSpec *spec,
            const StreekLayoutOptions *layout,
            GError **error)
{
  if (!streek_panels_is_single (&spec->panels))
    {
      g_autoptr (StreekMapGroup) group =
        streek_workspace_make_map_group (workspace, spec, NULL, error);

      return group != NULL ? streek_map_group_layout (group, layout, error) : NULL;
    }

  g_autoptr (StreekFigure) figure = streek_workspace_make_figure (workspace, spec, NULL, error);

  return figure != NULL ? streek_figure_layout (figure, layout, error) : NULL;
}

static gboolean
write_map (StreekWorkspace *workspace,
           const StreekFigureSpec *spec,
           StreekSize size,
           const char *path,
           GError **error)
{
  const StreekLayoutOptions layout = streek_cli_layout_options (size);
  g_autoptr (StreekScene) scene = make_scene (workspace, spec, &layout, error);

  return scene != NULL && streek_scene_write (scene, path, error);
}

/* GOption knows no option whose value may be left out. */
static GStrv
spell_places (GStrv words)
{
  GStrv spelled = g_strdupv (words);

  for (guint i = 0; spelled[i] != NULL && strcmp (spelled[i], "--") != 0; i++)
    if (strcmp (spelled[i], "--places") == 0)
      {
        g_free (spelled[i]);
        spelled[i] = g_strdup ("--places=");
      }

  return spelled;
}

/* A kind of which the file has no place would draw nothing, and say nothing. */
static gboolean
check_place_kinds (StreekWorkspace *workspace, const StreekPointLayer *layer, GError **error)
{
  g_autoptr (StreekSiteList) list =
    layer->kinds != NULL ? streek_sites_load (workspace, NULL, error) : NULL;

  if (layer->kinds == NULL || list == NULL)
    return layer->kinds == NULL;

  for (guint i = 0; layer->kinds[i] != NULL; i++)
    {
      gboolean is_there = FALSE;

      for (guint j = 0; j < list->sites->len && !is_there; j++)
        is_there =
          strcmp (((const StreekSite *) list->sites->pdata[j])->kind, layer->kinds[i]) == 0;

      if (!is_there)
        {
          g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                       /* Translators: %s is a kind of places. */
                       _ ("The file has no places of the kind “%s”."), layer->kinds[i]);
          return FALSE;
        }
    }

  return TRUE;
}

static StreekExit
draw_map (const StreekCommand *self,
          StreekWorkspace *workspace,
          StreekFigureSpec *spec,
          StreekSize size,
          const char *output)
{
  g_autoptr (GError) error = NULL;

  settle_sets (workspace, spec);

  return check_place_kinds (workspace, &spec->points, &error) &&
             write_map (workspace, spec, size, output, &error)
           ? STREEK_EXIT_DONE
           : streek_cli_fail (self, error);
}

/* What a view shows is known when the file is open. */
static StreekExit
draw_view (const StreekCommand *self,
           StreekWorkspace *workspace,
           const StreekMapOptions *options,
           StreekSize size)
{
  g_autoptr (StreekSavedView) view =
    streek_cli_find_view (self, workspace, options->view, streek_cli_view_is_map);

  if (view == NULL)
    return STREEK_EXIT_FAILED;

  g_autoptr (StreekFigureSpec) spec = streek_map_options_make_spec (options, self, view);

  return spec != NULL ? draw_map (self, workspace, spec, size, options->output) : STREEK_EXIT_USAGE;
}

static StreekExit
run_map (const StreekCommand *self, GStrv words)
{
  g_auto (StreekMapOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "view", 0, 0, G_OPTION_ARG_STRING, &options.view,
      N_ ("A map that was saved in the window; other options change it"), "NAME" },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind,
      N_ ("areas, choropleth, circles, change, bivariate or combined (default: as the indicator "
          "asks)"),
      "KIND" },
    { "set", 0, 0, G_OPTION_ARG_STRING, &options.set, N_ ("The areas to fill"), "SET" },
    { "within", 0, 0, G_OPTION_ARG_STRING, &options.within, N_ ("Only areas inside this one"),
      "SET:CODE" },
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &options.indicator, N_ ("The indicator"), "CODE" },
    { "second", 0, 0, G_OPTION_ARG_STRING, &options.second,
      N_ ("The other indicator of two, or that of the circles over classes"), "CODE" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on,
      N_ ("The areas of this date (default: those of the period)"), "DATE" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &options.period,
      N_ ("The period (default: the newest); of small maps also P..Q"), "PERIOD" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from,
      N_ ("Of a change: the period it is compared with (default: the first)"), "PERIOD" },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &options.measure,
      N_ ("Of a change: automatic, absolute or percent"), "MEASURE" },
    { "outline", 0, 0, G_OPTION_ARG_STRING, &options.outline, N_ ("The areas to outline"), "SET" },
    { "overlay", 0, 0, G_OPTION_ARG_STRING, &options.overlay,
      N_ ("Areas to hatch over it, which may lie over each other"), "SET" },
    { "method", 0, 0, G_OPTION_ARG_STRING, &options.classes.method,
      N_ ("quantile, equal, natural, pretty, deviation, geometric, manual or policy"), "METHOD" },
    { "classes", 0, 0, G_OPTION_ARG_STRING, &options.classes.n_classes,
      N_ ("How many classes, or policy: the limits that are kept with the indicator, by name "
          "where there are several"),
      "N|policy[:NAME]" },
    { "breaks", 0, 0, G_OPTION_ARG_STRING, &options.classes.breaks,
      N_ ("The limits between classes, for manual"), "A,B,…" },
    { "second-breaks", 0, 0, G_OPTION_ARG_STRING, &options.second_breaks,
      N_ ("Of two indicators: the two limits between the classes of the other one"), "A,B" },
    { "around", 0, 0, G_OPTION_ARG_STRING, &options.classes.reference,
      N_ ("Classes on both sides of this value (default: of 0, where figures are)"), "VALUE" },
    { "zero-class", 0, 0, G_OPTION_ARG_NONE, &options.classes.zero_class,
      N_ ("0 is a class of its own, one of those asked"), NULL },
    { "limits", 0, 0, G_OPTION_ARG_STRING, &options.limits,
      N_ ("Of which figures limits and circles are: own, series (all periods) or a period"),
      "WHICH" },
    { "beside", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.beside,
      N_ ("Another map beside it, up to three: set=SET, indicator=CODE, period=P, with commas"),
      "WHAT" },
    { "multiples", 0, 0, G_OPTION_ARG_STRING, &options.multiples,
      N_ ("A small map for each period, this many at most"), "N" },
    { "step", 0, 0, G_OPTION_ARG_STRING, &options.step,
      N_ ("Periods from one small map to the next (default: as even as can be)"), "N" },
    { "palette", 0, 0, G_OPTION_ARG_STRING, &options.classes.palette, N_ ("The colours"), "NAME" },
    { "grey", 0, 0, G_OPTION_ARG_NONE, &options.grey, N_ ("For printing in grey"), NULL },
    { "no-surroundings", 0, 0, G_OPTION_ARG_NONE, &options.no_surroundings,
      N_ ("No sea and no neighbouring countries behind the map"), NULL },
    { "predecessors", 0, 0, G_OPTION_ARG_NONE, &options.predecessors,
      N_ ("Dashes where municipalities met that are one now"), NULL },
    { "inset", 0, 0, G_OPTION_ARG_STRING, &options.inset,
      N_ ("A small map of the region: automatic, shown or hidden (default: automatic)"), "WHEN" },
    { "north", 0, 0, G_OPTION_ARG_NONE, &options.north, N_ ("An arrow to the north"), NULL },
    { "labels", 0, 0, G_OPTION_ARG_STRING, &options.labels,
      N_ ("What stands on the areas: names, values, both or none (default: names)"), "WHAT" },
    { "numbers", 0, 0, G_OPTION_ARG_STRING, &options.numbers,
      N_ ("Numbers with a list of names: automatic, rest (where no name fits), all or none "
          "(default: automatic)"),
      "WHICH" },
    { "places", 0, 0, G_OPTION_ARG_STRING, &options.places,
      N_ ("Places over the map: --places for all, --places=KIND,… for those of some kinds"),
      "KINDS" },
    { "place-count", 0, 0, G_OPTION_ARG_STRING, &options.place_count,
      N_ ("Circles around the places, by what is counted of them"), "NAME" },
    { "no-place-names", 0, 0, G_OPTION_ARG_NONE, &options.no_place_names,
      N_ ("The places without their names"), NULL },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size,
      N_ ("A4, A3, 16:9 or a size such as 210x297mm (default: A4, on its side)"), "SIZE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("The file to write: .pdf, .svg or .png"), "OUT" },
    { NULL },
  };
  StreekSize size;
  StreekExit status;
  g_auto (GStrv) spelled = spell_places (words);
  g_auto (GStrv) files = streek_cli_parse (self, entries, spelled, &status);

  if (files == NULL)
    return status;

  if (!streek_map_options_check_output (&options, self))
    return STREEK_EXIT_USAGE;

  g_autoptr (StreekFigureSpec) spec =
    options.view == NULL ? streek_map_options_make_spec (&options, self, NULL) : NULL;

  if ((options.view == NULL && spec == NULL) ||
      !streek_cli_parse_size (self, options.size, &size) ||
      !streek_cli_check_output (self, files[0], options.output))
    return STREEK_EXIT_USAGE;

  streek_cli_begin_fonts (options.output);

  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, files[0]);

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  return spec != NULL ? draw_map (self, workspace, spec, size, options.output)
                      : draw_view (self, workspace, &options, size);
}

const StreekCommand streek_command_map = {
  .name = "map",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Draws a map."),
  .run = run_map,
  .n_heaps = 2,
};
