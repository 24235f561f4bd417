/* streek-command-map.c: `streek map`: the map that the window would show, in a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-number.h"
#include "draw/streek-output.h"
#include "figure/streek-palette.h"
#include "streek-cli-paper.h"
#include "streek-cli-workspace.h"
#include "workspace/streek-map-groups.h"
#include "workspace/streek-sites.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MIN_CLASSES 2
#define POLICY "policy"

typedef struct
{
  char *kind;
  char *set;
  char *within;
  char *indicator;
  char *second;
  char *second_breaks;
  char *on;
  char *period;
  char *from;
  char *measure;
  char *outline;
  char *overlay;
  char *method;
  char *n_classes_text;
  char *breaks;
  char *reference;
  gboolean zero_class;
  char *limits;
  GStrv beside;
  char *multiples;
  char *step;
  char *palette;
  gboolean grey;
  gboolean no_surroundings;
  gboolean predecessors;
  gboolean north;
  char *inset;
  char *labels;
  char *numbers;
  char *places;
  char *place_count;
  gboolean no_place_names;
  char *size;
  char *output;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->kind);
  g_free (options->set);
  g_free (options->within);
  g_free (options->indicator);
  g_free (options->second);
  g_free (options->second_breaks);
  g_free (options->on);
  g_free (options->period);
  g_free (options->from);
  g_free (options->measure);
  g_free (options->outline);
  g_free (options->overlay);
  g_free (options->method);
  g_free (options->n_classes_text);
  g_free (options->breaks);
  g_free (options->reference);
  g_free (options->limits);
  g_strfreev (options->beside);
  g_free (options->multiples);
  g_free (options->step);
  g_free (options->palette);
  g_free (options->inset);
  g_free (options->labels);
  g_free (options->numbers);
  g_free (options->places);
  g_free (options->place_count);
  g_free (options->size);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_kind (const StreekCommand *command, const char *word, StreekFigureKind *kind)
{
  const char *words[STREEK_N_FIGURE_KINDS + 1] = { NULL };
  guint found;

  for (StreekFigureKind i = 0; i < STREEK_N_FIGURE_KINDS; i++)
    words[i] = streek_figure_kind_get_id (i);

  if (word == NULL)
    return TRUE;

  if (!streek_cli_parse_word (command, "--kind", words, word, &found))
    return FALSE;

  *kind = found;

  return TRUE;
}

static gboolean
parse_measure (const StreekCommand *command, const char *word, StreekFigureMeasure *measure)
{
  const char *words[STREEK_N_FIGURE_MEASURES + 1] = { NULL };
  guint found;

  for (StreekFigureMeasure i = 0; i < STREEK_N_FIGURE_MEASURES; i++)
    words[i] = streek_figure_measure_get_id (i);

  if (word == NULL)
    return TRUE;

  if (!streek_cli_parse_word (command, "--measure", words, word, &found))
    return FALSE;

  *measure = found;

  return TRUE;
}

static gboolean
parse_method (const StreekCommand *command, const char *word, StreekClassMethod *method)
{
  const char *words[STREEK_N_CLASS_METHODS + 1] = { NULL };
  guint found;

  for (StreekClassMethod i = 0; i < STREEK_N_CLASS_METHODS; i++)
    words[i] = streek_class_method_get_id (i);

  if (word == NULL)
    return TRUE;

  if (!streek_cli_parse_word (command, "--method", words, word, &found))
    return FALSE;

  *method = found;

  return TRUE;
}

static gboolean
parse_labels (const StreekCommand *command, const char *word, StreekFigureSpec *spec)
{
  static const char *const words[] = { "none", "names", "values", "both", NULL };
  guint found;

  if (word == NULL)
    return TRUE;

  if (!streek_cli_parse_word (command, "--labels", words, word, &found))
    return FALSE;

  spec->show_names = found == 1 || found == 3;
  spec->show_values = found >= 2;

  return TRUE;
}

static gboolean
parse_numbers (const StreekCommand *command, const char *word, StreekNumbers *numbers)
{
  const char *words[STREEK_N_NUMBERS + 1] = { NULL };
  guint found;

  for (StreekNumbers i = 0; i < STREEK_N_NUMBERS; i++)
    words[i] = streek_numbers_get_id (i);

  if (word == NULL)
    return TRUE;

  if (!streek_cli_parse_word (command, "--numbers", words, word, &found))
    return FALSE;

  *numbers = found;

  return TRUE;
}

static gboolean
parse_inset (const StreekCommand *command, const char *word, StreekInset *inset)
{
  static const char *const words[] = { "automatic", "shown", "hidden", NULL };
  guint found;

  if (word == NULL)
    return TRUE;

  if (!streek_cli_parse_word (command, "--inset", words, word, &found))
    return FALSE;

  return streek_inset_from_id (words[found], inset);
}

/* The first option given that says how areas are coloured by class, or NULL. */
static const char *
find_class_option (const Options *options)
{
  return options->method != NULL           ? "--method"
         : options->n_classes_text != NULL ? "--classes"
         : options->breaks != NULL         ? "--breaks"
         : options->reference != NULL      ? "--around"
         : options->zero_class             ? "--zero-class"
         : options->palette != NULL        ? "--palette"
                                           : NULL;
}

static const char contradict[] = N_ ("%1$s and %2$s contradict each other.");

/* "policy" or "policy:NAME" in the place of a number of classes. */
static gboolean
parse_policy (const char *text, const char **name)
{
  if (text == NULL || !g_str_has_prefix (text, POLICY))
    return FALSE;

  *name = text[strlen (POLICY)] == ':' ? text + strlen (POLICY ":") : NULL;

  return text[strlen (POLICY)] == '\0' || (*name != NULL && **name != '\0');
}

/* Options on classes and colours, which only a choropleth has. */
static gboolean
check_class_options (const StreekCommand *command, const Options *options)
{
  const char *option = find_class_option (options);
  gboolean is_manual = g_strcmp0 (options->method, "manual") == 0;
  const char *policy;
  gboolean in_classes = parse_policy (options->n_classes_text, &policy);
  gboolean is_policy = in_classes || g_strcmp0 (options->method, POLICY) == 0;

  if (option != NULL && g_strcmp0 (options->kind, "areas") == 0)
    streek_cli_usage (command, _ (contradict), "--kind areas", option);
  else if (option != NULL && g_strcmp0 (options->kind, "circles") == 0)
    streek_cli_usage (command, _ (contradict), "--kind circles", option);
  else if (option != NULL && options->indicator == NULL)
    streek_cli_usage (command, _ ("The option %s is missing."), "--indicator");
  else if (is_manual && options->breaks == NULL && options->second_breaks == NULL)
    streek_cli_usage (command, _ ("The option %s is missing."), "--breaks");
  else if (in_classes && options->method != NULL && g_strcmp0 (options->method, POLICY) != 0)
    streek_cli_usage (command, _ (contradict), "--classes policy", "--method");
  else if (is_policy && options->zero_class)
    streek_cli_usage (command, _ (contradict), POLICY, "--zero-class");
  else if (is_policy && !in_classes && options->n_classes_text != NULL)
    streek_cli_usage (command, _ (contradict), "--method policy", "--classes");
  else if (is_policy && (g_strcmp0 (options->kind, "change") == 0 ||
                         g_strcmp0 (options->kind, "bivariate") == 0))
    streek_cli_usage (command, _ (contradict), POLICY, "--kind");
  else if (options->breaks != NULL && options->method != NULL && !is_manual)
    streek_cli_usage (command, _ (contradict), "--breaks", "--method");
  else if (options->breaks != NULL && options->n_classes_text != NULL)
    streek_cli_usage (command, _ (contradict), "--breaks", "--classes");
  else
    return TRUE;

  return FALSE;
}

/* Translators: %1$s and %2$s are options, such as "--from" and "--kind change" */
static const char goes_with[] = N_ ("%1$s goes with %2$s only.");

/* Options that only one kind of map has. */
static gboolean
check_kind_options (const StreekCommand *command, const Options *options)
{
  gboolean is_change = g_strcmp0 (options->kind, "change") == 0;
  gboolean is_bivariate = g_strcmp0 (options->kind, "bivariate") == 0;
  gboolean is_combined = g_strcmp0 (options->kind, "combined") == 0;
  const char *of_change = options->from != NULL      ? "--from"
                          : options->measure != NULL ? "--measure"
                                                     : NULL;
  const char *of_classes = options->n_classes_text != NULL ? "--classes"
                           : options->reference != NULL    ? "--around"
                           : options->zero_class           ? "--zero-class"
                                                           : NULL;

  if (of_change != NULL && !is_change)
    streek_cli_usage (command, _ (goes_with), of_change, "--kind change");
  else if (options->second != NULL && !is_bivariate && !is_combined)
    streek_cli_usage (command, _ (goes_with), "--second", "--kind bivariate|combined");
  else if (options->second_breaks != NULL && !is_bivariate)
    streek_cli_usage (command, _ (goes_with), "--second-breaks", "--kind bivariate");
  else if (options->second == NULL && (is_bivariate || is_combined))
    streek_cli_usage (command, _ ("The option %s is missing."), "--second");
  else if (is_bivariate && of_classes != NULL)
    streek_cli_usage (command, _ (contradict), "--kind bivariate", of_classes);
  else
    return TRUE;

  return FALSE;
}

/* Options that exclude each other, or need each other. */
static gboolean
check_combination (const StreekCommand *command, const Options *options)
{
  gboolean is_areas = g_strcmp0 (options->kind, "areas") == 0;

  if (options->set == NULL)
    streek_cli_usage (command, _ ("The option %s is missing."), "--set");
  else if (options->output == NULL)
    streek_cli_usage (command, _ ("The option %s is missing."), "-o");
  else if (!streek_cli_has_ending (options->output, ".pdf", ".svg", ".png", NULL))
    /* Translators: %s is the name of a file. */
    streek_cli_usage (command, _ ("“%s” ends in none of .pdf, .svg and .png."), options->output);
  else if (options->indicator == NULL && options->kind != NULL && !is_areas)
    streek_cli_usage (command, _ ("The option %s is missing."), "--indicator");
  else if (options->indicator != NULL && is_areas)
    streek_cli_usage (command, _ (contradict), "--kind areas", "--indicator");
  else if (options->indicator == NULL && (options->period != NULL || options->limits != NULL))
    streek_cli_usage (command, _ ("The option %s is missing."), "--indicator");
  else if (options->places == NULL && options->place_count != NULL)
    streek_cli_usage (command, _ (goes_with), "--place-count", "--places");
  else if (options->places == NULL && options->no_place_names)
    streek_cli_usage (command, _ (goes_with), "--no-place-names", "--places");
  else
    return check_kind_options (command, options) && check_class_options (command, options);

  return FALSE;
}

static gboolean
parse_reference (const StreekCommand *command, const char *text, double *reference)
{
  if (text == NULL || streek_number_parse (text, reference))
    return TRUE;

  /* Translators: %1$s is an option, %2$s what was typed after it; keep the example. */
  streek_cli_usage (command, _ ("%1$s wants a number such as 7.5, not “%2$s”."), "--around", text);

  return FALSE;
}

/* "own", "series", or the period that is held. */
static gboolean
parse_limits (const StreekCommand *command, const char *text, StreekFigureSpec *spec)
{
  if (text == NULL ||
      (streek_limits_from_id (text, &spec->limits) && spec->limits != STREEK_LIMITS_HELD))
    return TRUE;

  spec->limits = STREEK_LIMITS_HELD;

  return streek_cli_parse_period (command, text, &spec->limits_period);
}

/* "set=SERR,indicator=pop_total,period=2001", each at most once. */
static gboolean
parse_beside (const StreekCommand *command, const char *text, StreekPanels *panels)
{
  static const char *const keys[] = { "set", "indicator", "period", NULL };
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  const char *values[G_N_ELEMENTS (keys)] = { NULL };
  StreekPanel panel = { 0 };

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *equals = strchr (parts[i], '=');
      guint found;

      if (equals == NULL || equals[1] == '\0')
        {
          /* Translators: %1$s is an option, %2$s what was typed after it; keep the example. */
          streek_cli_usage (command, _ ("%1$s wants words such as period=2001, not “%2$s”."),
                            "--beside", text);
          return FALSE;
        }

      *equals = '\0';
      if (!streek_cli_parse_word (command, "--beside", keys, parts[i], &found))
        return FALSE;
      values[found] = equals + 1;
    }

  panel.set = (char *) values[0];
  panel.indicator = (char *) values[1];
  if (!streek_cli_parse_period (command, values[2], &panel.period))
    return FALSE;

  streek_panels_add (panels, &panel);

  return TRUE;
}

static gboolean
parse_count (const StreekCommand *command,
             const char *option,
             const char *text,
             int least,
             int most,
             guint *count)
{
  guint64 n;

  if (text == NULL)
    return TRUE;

  if (g_ascii_string_to_unsigned (text, 10, (guint64) least, (guint64) most, &n, NULL))
    {
      *count = (guint) n;
      return TRUE;
    }

  /* Translators: %1$s is an option, %2$d and %3$d its smallest and largest value. */
  streek_cli_usage (command, _ ("%1$s wants a number from %2$d to %3$d."), option, least, most);
  return FALSE;
}

/* A range of periods is one of small maps. */
static gboolean
fill_period (const StreekCommand *command, const Options *options, StreekFigureSpec *spec)
{
  if (options->multiples == NULL)
    return streek_cli_parse_period (command, options->period, &spec->period);

  if (!streek_cli_parse_periods (command, options->period, &spec->panels.range))
    return FALSE;

  spec->period = spec->panels.range.last;

  return TRUE;
}

static gboolean
fill_panels (const StreekCommand *command, const Options *options, StreekFigureSpec *spec)
{
  guint n_beside = options->beside != NULL ? g_strv_length (options->beside) : 0;

  if (n_beside > 0 && options->multiples != NULL)
    streek_cli_usage (command, _ (contradict), "--beside", "--multiples");
  else if (options->step != NULL && options->multiples == NULL)
    streek_cli_usage (command, _ ("The option %s is missing."), "--multiples");
  else if (options->multiples != NULL && options->indicator == NULL)
    streek_cli_usage (command, _ ("The option %s is missing."), "--indicator");
  else if (n_beside > STREEK_PANELS_MAX_BESIDE)
    /* Translators: %1$s is an option, %2$d how often it may be given. */
    streek_cli_usage (command, _ ("%1$s may be given %2$d times at most."), "--beside",
                      STREEK_PANELS_MAX_BESIDE);
  else
    {
      for (guint i = 0; i < n_beside; i++)
        if (!parse_beside (command, options->beside[i], &spec->panels))
          return FALSE;

      return parse_count (command, "--multiples", options->multiples, 2,
                          STREEK_PANELS_MAX_MULTIPLES, &spec->panels.n_multiples) &&
             parse_count (command, "--step", options->step, 1, G_MAXINT16, &spec->panels.step);
    }

  return FALSE;
}

static void
take_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static gboolean
fill_number (const StreekCommand *command, const Options *options, StreekFigureSpec *spec)
{
  const char *policy;

  if (!parse_policy (options->n_classes_text, &policy))
    return parse_count (command, "--classes", options->n_classes_text, MIN_CLASSES,
                        STREEK_PALETTE_MAX_CLASSES, &spec->n_classes);

  spec->method = STREEK_CLASSES_POLICY;
  take_text (&spec->policy, policy);

  return TRUE;
}

static gboolean
fill_classes (const StreekCommand *command, const Options *options, StreekFigureSpec *spec)
{
  if (!parse_method (command, options->method, &spec->method) ||
      !streek_cli_parse_breaks (command, options->breaks, &spec->breaks))
    return FALSE;

  if (!streek_cli_parse_breaks (command, options->second_breaks, &spec->second_breaks))
    return FALSE;

  if (options->breaks != NULL || options->second_breaks != NULL)
    spec->method = STREEK_CLASSES_MANUAL;
  spec->zero_class = options->zero_class;

  return parse_limits (command, options->limits, spec) && fill_number (command, options, spec) &&
         parse_reference (command, options->reference, &spec->reference);
}

/* "--places=haven,station", or "--places" for all of them. */
static void
fill_points (const Options *options, StreekPointLayer *layer)
{
  if (options->places == NULL)
    return;

  layer->source = g_strdup (STREEK_POINTS_OF_PLACES);
  layer->kinds = *options->places != '\0' ? g_strsplit (options->places, ",", -1) : NULL;
  layer->count = g_strdup (options->place_count);
  layer->hides_names = options->no_place_names;
}

/* The figure asked for, or NULL where the command line cannot be read, which
 * has been said. */
static StreekFigureSpec *
make_spec (const StreekCommand *command, const Options *options)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();

  spec->kind = options->indicator != NULL ? STREEK_FIGURE_CHOROPLETH : STREEK_FIGURE_AREAS;
  if (!parse_kind (command, options->kind, &spec->kind) || !check_combination (command, options) ||
      !streek_cli_check_area_ref (command, "--within", options->within) ||
      !streek_cli_parse_date (command, options->on, &spec->on) ||
      !fill_period (command, options, spec) || !fill_panels (command, options, spec) ||
      !streek_cli_parse_period (command, options->from, &spec->from) ||
      !parse_measure (command, options->measure, &spec->measure) ||
      !fill_classes (command, options, spec) ||
      !parse_inset (command, options->inset, &spec->furniture.inset) ||
      !parse_labels (command, options->labels, spec) ||
      !parse_numbers (command, options->numbers, &spec->furniture.numbers))
    return NULL;

  /* unless it was said: circles for counts, colours for ratios; who asks for classes asks for
   * colours */
  spec->kind_is_automatic =
    options->kind == NULL && options->indicator != NULL && find_class_option (options) == NULL;
  spec->grey = options->grey;
  spec->furniture.surroundings = !options->no_surroundings;
  spec->furniture.predecessors = options->predecessors;
  spec->furniture.north = options->north;
  take_text (&spec->set, options->set);
  take_text (&spec->within, options->within);
  take_text (&spec->outline_set, options->outline);
  take_text (&spec->overlay_set, options->overlay);
  take_text (&spec->indicator, options->indicator);
  take_text (&spec->second, options->second);
  if (options->palette != NULL)
    take_text (&spec->palette, options->palette);
  fill_points (options, &spec->points);

  return g_steal_pointer (&spec);
}

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
draw_map (StreekWorkspace *workspace,
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
run_map (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
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
    { "method", 0, 0, G_OPTION_ARG_STRING, &options.method,
      N_ ("quantile, equal, natural, pretty, deviation, geometric, manual or policy"), "METHOD" },
    { "classes", 0, 0, G_OPTION_ARG_STRING, &options.n_classes_text,
      N_ ("How many classes, or policy: the limits that are kept with the indicator, by name "
          "where there are several"),
      "N|policy[:NAME]" },
    { "breaks", 0, 0, G_OPTION_ARG_STRING, &options.breaks,
      N_ ("The limits between classes, for manual"), "A,B,…" },
    { "second-breaks", 0, 0, G_OPTION_ARG_STRING, &options.second_breaks,
      N_ ("Of two indicators: the two limits between the classes of the other one"), "A,B" },
    { "around", 0, 0, G_OPTION_ARG_STRING, &options.reference,
      N_ ("Classes on both sides of this value (default: of 0, where figures are)"), "VALUE" },
    { "zero-class", 0, 0, G_OPTION_ARG_NONE, &options.zero_class,
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
    { "palette", 0, 0, G_OPTION_ARG_STRING, &options.palette, N_ ("The colours"), "NAME" },
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

  g_autoptr (StreekFigureSpec) spec = make_spec (self, &options);

  if (spec == NULL || !streek_cli_parse_size (self, options.size, &size) ||
      !streek_cli_check_output (self, files[0], options.output))
    return STREEK_EXIT_USAGE;

  streek_cli_begin_fonts (options.output);

  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, files[0]);

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  settle_sets (workspace, spec);

  g_autoptr (GError) error = NULL;

  return check_place_kinds (workspace, &spec->points, &error) &&
             draw_map (workspace, spec, size, options.output, &error)
           ? STREEK_EXIT_DONE
           : streek_cli_fail (self, error);
}

const StreekCommand streek_command_map = {
  .name = "map",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Draws a map."),
  .run = run_map,
  .n_heaps = 2,
};
