/* streek-map-options.c: what `streek map` was asked, and the figure that it means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-paper.h"
#include "streek-map-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
streek_map_options_clear (StreekMapOptions *options)
{
  g_free (options->view);
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
  streek_class_options_clear (&options->classes);
  g_free (options->limits);
  g_strfreev (options->beside);
  g_free (options->multiples);
  g_free (options->step);
  g_free (options->inset);
  g_free (options->labels);
  g_free (options->numbers);
  g_free (options->places);
  g_free (options->place_count);
  g_free (options->size);
  g_free (options->output);
}

static gboolean
parse_kind (const StreekCommand *command, const char *word, StreekFigureSpec *spec)
{
  guint kind = spec->kind;

  if (!streek_cli_parse_id (command, "--kind", STREEK_N_FIGURE_KINDS,
                            (StreekCliIdFunc) streek_figure_kind_get_id, word, &kind))
    return FALSE;

  if (word != NULL)
    streek_figure_spec_set_kind (spec, kind, FALSE);

  return TRUE;
}

static gboolean
parse_measure (const StreekCommand *command, const char *word, StreekFigureSpec *spec)
{
  guint measure = spec->measure;

  if (!streek_cli_parse_id (command, "--measure", STREEK_N_FIGURE_MEASURES,
                            (StreekCliIdFunc) streek_figure_measure_get_id, word, &measure))
    return FALSE;

  spec->measure = measure;

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
parse_numbers (const StreekCommand *command, const char *word, StreekFigureSpec *spec)
{
  guint numbers = spec->furniture.numbers;

  if (!streek_cli_parse_id (command, "--numbers", STREEK_N_NUMBERS,
                            (StreekCliIdFunc) streek_numbers_get_id, word, &numbers))
    return FALSE;

  spec->furniture.numbers = numbers;

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

/* Which option says of what kind the map is: "--kind areas". */
static char *
dup_kind_option (const StreekMapOptions *options)
{
  return options->kind != NULL ? g_strdup_printf ("--kind %s", options->kind) : g_strdup ("--view");
}

/* Translators: %1$s and %2$s are options, such as "--from" and "--kind change" */
static const char goes_with[] = N_ ("%1$s goes with %2$s only.");

/* Options that only one kind of map has. */
static gboolean
check_kind_options (const StreekCommand *command,
                    const StreekMapOptions *options,
                    const StreekFigureSpec *spec)
{
  g_autofree char *kind_option = dup_kind_option (options);
  StreekFigureKind kind = spec->kind_is_automatic ? STREEK_FIGURE_AREAS : spec->kind;
  gboolean is_bivariate = kind == STREEK_FIGURE_BIVARIATE;
  const char *of_change = options->from != NULL      ? "--from"
                          : options->measure != NULL ? "--measure"
                                                     : NULL;
  const char *of_classes = options->classes.n_classes != NULL   ? "--classes"
                           : options->classes.reference != NULL ? "--around"
                           : options->classes.zero_class        ? "--zero-class"
                                                                : NULL;

  if (of_change != NULL && kind != STREEK_FIGURE_CHANGE)
    streek_cli_usage (command, _ (goes_with), of_change, "--kind change");
  else if (options->second != NULL && !streek_figure_kind_has_second (kind))
    streek_cli_usage (command, _ (goes_with), "--second", "--kind bivariate|combined");
  else if (options->second_breaks != NULL && !is_bivariate)
    streek_cli_usage (command, _ (goes_with), "--second-breaks", "--kind bivariate");
  else if (spec->second == NULL && streek_figure_kind_has_second (kind))
    streek_cli_miss (command, "--second");
  else if (is_bivariate && of_classes != NULL)
    streek_cli_contradict (command, kind_option, of_classes);
  else
    return TRUE;

  return FALSE;
}

/* Options that exclude each other, or need each other, or what a saved view shows. */
static gboolean
check_combination (const StreekCommand *command,
                   const StreekMapOptions *options,
                   const StreekFigureSpec *spec)
{
  g_autofree char *kind_option = dup_kind_option (options);
  gboolean is_areas = !spec->kind_is_automatic && spec->kind == STREEK_FIGURE_AREAS;
  gboolean has_places = options->places != NULL || spec->points.source != NULL;

  if (spec->set == NULL)
    streek_cli_miss (command, "--set");
  else if (spec->indicator == NULL && !spec->kind_is_automatic && !is_areas)
    streek_cli_miss (command, "--indicator");
  else if (spec->indicator != NULL && is_areas)
    streek_cli_contradict (command, kind_option, "--indicator");
  else if (spec->indicator == NULL && (options->period != NULL || options->limits != NULL))
    streek_cli_miss (command, "--indicator");
  else if (!has_places && options->place_count != NULL)
    streek_cli_usage (command, _ (goes_with), "--place-count", "--places");
  else if (!has_places && options->no_place_names)
    streek_cli_usage (command, _ (goes_with), "--no-place-names", "--places");
  else
    return check_kind_options (command, options, spec) &&
           streek_class_options_check (&options->classes, command, spec, kind_option);

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

/* A range of periods is one of small maps. */
static gboolean
fill_period (const StreekCommand *command, const StreekMapOptions *options, StreekFigureSpec *spec)
{
  if (spec->panels.n_multiples == 0)
    return streek_cli_parse_period (command, options->period, &spec->period);

  if (!streek_cli_parse_periods (command, options->period, &spec->panels.range))
    return FALSE;

  spec->period = spec->panels.range.last;

  return TRUE;
}

static gboolean
check_panels (const StreekCommand *command,
              const StreekMapOptions *options,
              const StreekPanels *panels)
{
  gboolean has_beside = panels->beside != NULL && panels->beside->len > 0;
  guint n_beside = options->beside != NULL ? g_strv_length (options->beside) : 0;

  if (n_beside > 0 && options->multiples != NULL)
    streek_cli_contradict (command, "--beside", "--multiples");
  else if (n_beside > 0 && panels->n_multiples > 0)
    streek_cli_contradict (command, "--view", "--beside");
  else if (options->multiples != NULL && has_beside)
    streek_cli_contradict (command, "--view", "--multiples");
  else if (options->step != NULL && options->multiples == NULL && panels->n_multiples == 0)
    streek_cli_miss (command, "--multiples");
  else if (n_beside > STREEK_PANELS_MAX_BESIDE)
    /* Translators: %1$s is an option, %2$d how often it may be given. */
    streek_cli_usage (command, _ ("%1$s may be given %2$d times at most."), "--beside",
                      STREEK_PANELS_MAX_BESIDE);
  else
    return TRUE;

  return FALSE;
}

static gboolean
fill_panels (const StreekCommand *command, const StreekMapOptions *options, StreekFigureSpec *spec)
{
  if (!check_panels (command, options, &spec->panels))
    return FALSE;

  if (options->multiples != NULL && spec->indicator == NULL)
    {
      streek_cli_miss (command, "--indicator");
      return FALSE;
    }

  if (options->beside != NULL)
    streek_panels_clear (&spec->panels);
  for (guint i = 0; options->beside != NULL && options->beside[i] != NULL; i++)
    if (!parse_beside (command, options->beside[i], &spec->panels))
      return FALSE;

  return streek_cli_parse_count (command, "--multiples", options->multiples, 2,
                                 STREEK_PANELS_MAX_MULTIPLES, &spec->panels.n_multiples) &&
         streek_cli_parse_count (command, "--step", options->step, 1, G_MAXINT16,
                                 &spec->panels.step);
}

static gboolean
fill_classes (const StreekCommand *command, const StreekMapOptions *options, StreekFigureSpec *spec)
{
  if (!streek_cli_parse_breaks (command, options->second_breaks, &spec->second_breaks) ||
      !streek_class_options_fill (&options->classes, command, spec))
    return FALSE;

  if (options->second_breaks != NULL)
    spec->method = STREEK_CLASSES_MANUAL;

  return parse_limits (command, options->limits, spec);
}

/* "--places=haven,station", or "--places" for all of them. */
static void
fill_points (const StreekMapOptions *options, StreekPointLayer *layer)
{
  if (options->places != NULL)
    {
      g_free (layer->source);
      layer->source = g_strdup (STREEK_POINTS_OF_PLACES);
      g_strfreev (layer->kinds);
      layer->kinds = *options->places != '\0' ? g_strsplit (options->places, ",", -1) : NULL;
    }

  streek_cli_take_text (&layer->count, options->place_count);
  layer->hides_names |= options->no_place_names;
}

static void
fill_furniture (const StreekMapOptions *options, StreekFurniture *furniture)
{
  furniture->surroundings &= !options->no_surroundings;
  furniture->predecessors |= options->predecessors;
  furniture->north |= options->north;
}

/* Of which areas, and of which indicator in which kind of map: what else there may be hangs on it.
 */
static gboolean
fill_subject (const StreekCommand *command, const StreekMapOptions *options, StreekFigureSpec *spec)
{
  streek_cli_take_text (&spec->set, options->set);
  streek_cli_take_text (&spec->within, options->within);
  streek_cli_take_text (&spec->outline_set, options->outline);
  streek_cli_take_text (&spec->overlay_set, options->overlay);
  if (options->indicator != NULL)
    streek_figure_spec_set_indicator (spec, options->indicator);
  streek_cli_take_text (&spec->second, options->second);

  return parse_kind (command, options->kind, spec);
}

/* Unless it was said: circles for counts, colours for ratios; who asks for classes asks for
 * colours. */
static void
settle_kind (const StreekMapOptions *options, StreekFigureSpec *spec)
{
  if (!spec->kind_is_automatic)
    return;

  streek_figure_spec_set_kind (
    spec, spec->indicator != NULL ? STREEK_FIGURE_CHOROPLETH : STREEK_FIGURE_AREAS,
    spec->indicator != NULL && streek_class_options_find (&options->classes) == NULL);
}

gboolean
streek_map_options_check_output (const StreekMapOptions *options, const StreekCommand *command)
{
  if (options->output == NULL)
    streek_cli_miss (command, "-o");
  else if (!streek_cli_has_ending (options->output, ".pdf", ".svg", ".png", NULL))
    /* Translators: %s is the name of a file. */
    streek_cli_usage (command, _ ("“%s” ends in none of .pdf, .svg and .png."), options->output);
  else
    return TRUE;

  return FALSE;
}

StreekFigureSpec *
streek_map_options_make_spec (const StreekMapOptions *options,
                              const StreekCommand *command,
                              const StreekSavedView *view)
{
  g_autoptr (StreekFigureSpec) spec =
    view != NULL ? streek_figure_spec_copy (view->map) : streek_figure_spec_new ();
  g_autoptr (GError) error = NULL;

  if (!fill_subject (command, options, spec) || !check_combination (command, options, spec) ||
      !streek_cli_check_area_ref (command, "--within", options->within) ||
      !streek_cli_parse_date (command, options->on, &spec->on) ||
      !fill_panels (command, options, spec) || !fill_period (command, options, spec) ||
      !streek_cli_parse_period (command, options->from, &spec->from) ||
      !parse_measure (command, options->measure, spec) || !fill_classes (command, options, spec) ||
      !parse_inset (command, options->inset, &spec->furniture.inset) ||
      !parse_labels (command, options->labels, spec) ||
      !parse_numbers (command, options->numbers, spec))
    return NULL;

  settle_kind (options, spec);
  spec->grey |= options->grey;
  fill_furniture (options, &spec->furniture);
  fill_points (options, &spec->points);

  if (streek_figure_spec_check (spec, &error))
    return g_steal_pointer (&spec);

  streek_cli_usage (command, "%s", error->message);

  return NULL;
}
