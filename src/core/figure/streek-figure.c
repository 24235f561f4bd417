/* streek-figure.c: a figure: a spec with its data, classes and words, ready for layout */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-figure-private.h"

#include "base/streek-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_QUARK (streek_figure_error, streek_figure_error)

/* Some have none. */
static void
free_region_names (StreekFigure *self)
{
  for (guint i = 0; self->region_names != NULL && i < self->ground->n_regions; i++)
    g_free (self->region_names[i]);

  g_free (self->region_names);
}

static void
streek_figure_free (StreekFigure *self)
{
  g_clear_pointer (&self->points, streek_points_free);
  g_clear_pointer (&self->spec, streek_figure_spec_free);
  free_region_names (self);
  g_clear_pointer (&self->ground, streek_ground_unref);
  g_clear_pointer (&self->table, streek_table_unref);
  g_clear_pointer (&self->classes, streek_classes_free);
  g_clear_pointer (&self->legend, g_array_unref);
  g_clear_pointer (&self->policy_limits, g_array_unref);
  g_strfreev (self->class_words);
  g_free (self->policy_name);
  g_strfreev (self->categories);
  g_strfreev (self->names);
  g_free (self->values);
  g_free (self->missing);
  g_free (self->is_at_least);
  g_free (self->limits_words);
  g_free (self->circles_words);
  g_free (self->title);
  g_free (self->description);
  g_free (self->context);
  g_free (self->source);
  g_strfreev (self->notes);
  g_free (self->indicator_name);
  g_free (self->unit);
  g_free (self->direction_low);
  g_free (self->direction_high);
  g_free (self->set_name);
  g_free (self->outline_set_name);
  g_strfreev (self->outline_names);
  g_free (self->overlay_set_name);
  g_strfreev (self->overlay_names);
  streek_figure_clear_second (self);
  g_free (self);
}

static char **
copy_names (const char *const *names, guint n)
{
  char **copy = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    copy[i] = g_strdup (names[i]);

  return copy;
}

static void
copy_words (StreekFigure *self, const StreekFigureData *data)
{
  self->title = g_strdup (self->spec->title != NULL ? self->spec->title : data->title);
  self->context = g_strdup (data->context);
  self->source = g_strdup (data->source);
  self->notes = data->notes != NULL ? g_strdupv ((char **) data->notes) : g_new0 (char *, 1);
  self->indicator_name = g_strdup (data->indicator_name);
  self->unit = g_strdup (data->unit);
  self->decimals = data->decimals;
  self->is_ratio = data->is_ratio;
  self->limits_words = g_strdup (data->shared != NULL ? data->shared->limits_words : NULL);
  self->circles_words = g_strdup (data->shared != NULL ? data->shared->circles_words : NULL);
  self->direction_low = g_strdup (data->direction_low);
  self->direction_high = g_strdup (data->direction_high);
  self->set_name = g_strdup (data->set_name);
  self->outline_set_name = g_strdup (data->outline_set_name);
  self->outline_names = copy_names (data->outline_names, self->ground->n_outlines);
  self->overlay_set_name = g_strdup (data->overlay_set_name);
  self->overlay_names = copy_names (
    data->overlay_names, self->ground->overlay != NULL ? self->ground->overlay->n_areas : 0);
  self->region_names = copy_names (data->region_names, self->ground->n_regions);
}

static void
copy_policy (StreekFigure *self, const StreekFigurePolicy *policy)
{
  if (policy == NULL || !streek_figure_spec_has_policy (self->spec))
    return;

  self->policy_limits = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (self->policy_limits, policy->limits, policy->n_limits);
  self->class_words = g_strdupv ((char **) policy->words);
  self->policy_name = g_strdup (policy->name);
}

static void
copy_rows (StreekFigure *self)
{
  int name = streek_table_find_column (self->table, "name");
  int value = streek_table_find_column (self->table, "value");

  self->names = g_new0 (char *, self->n_rows + 1);
  self->values = g_new (double, self->n_rows);
  self->missing = g_new0 (StreekMissing, self->n_rows);
  self->is_at_least = g_new0 (gboolean, self->n_rows);

  for (guint row = 0; row < self->n_rows; row++)
    {
      self->names[row] = g_strdup (name >= 0 ? streek_table_get_text (self->table, row, name) : "");
      self->values[row] = value >= 0 ? streek_table_get_number (self->table, row, value) : NAN;

      if (isnan (self->values[row]))
        {
          self->missing[row] =
            value >= 0 ? streek_table_get_missing (self->table, row, value) : STREEK_MISSING_NONE;
          continue;
        }

      self->is_at_least[row] = streek_table_is_at_least (self->table, row, (guint) value);
      self->largest = MAX (self->largest, fabs (self->values[row]));
      self->largest_sum += fabs (self->values[row]);
    }
}

void
streek_figure_share_circles (StreekFigure *self, const StreekFigureSeries *series)
{
  self->largest_sum = MAX (self->largest_sum, series->largest_sum);

  for (gsize i = 0; i < series->n_values; i++)
    if (!isnan (series->values[i]))
      self->largest = MAX (self->largest, fabs (series->values[i]));
}

/* FNV-1a, with an end mark after each name. */
static guint64
hash_names (guint64 hash, char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    for (const char *c = names[i];; c++)
      {
        hash = (hash ^ (guint8) *c) * G_GUINT64_CONSTANT (1099511628211);

        if (*c == '\0')
          break;
      }

  return hash;
}

/* What was asked; else 0, where figures are a difference or lie on both sides of it. */
static double
choose_reference (const StreekFigure *self, const StreekFigureData *data)
{
  gboolean has_low = data->is_difference, has_high = data->is_difference;
  const StreekFigureShared *shared = data->shared;

  if (self->categories != NULL)
    return NAN;

  if (!isnan (self->spec->reference))
    return self->spec->reference;

  for (guint row = 0; row < self->n_rows; row++)
    {
      has_low |= self->values[row] < 0;
      has_high |= self->values[row] > 0;
    }

  for (gsize i = 0; shared != NULL && i < shared->first.n_values; i++)
    {
      has_low |= shared->first.values[i] < 0;
      has_high |= shared->first.values[i] > 0;
    }

  return has_low && has_high ? 0 : NAN;
}

static gboolean
choose_kind (StreekFigure *self, GError **error)
{
  StreekFigureSpec *spec = self->spec;

  if (spec->kind_is_automatic && spec->indicator == NULL)
    spec->kind = STREEK_FIGURE_AREAS;
  else if (spec->kind_is_automatic)
    spec->kind = self->is_ratio || !isnan (self->reference) || spec->method == STREEK_CLASSES_POLICY
                   ? STREEK_FIGURE_CHOROPLETH
                   : STREEK_FIGURE_CIRCLES;

  if (spec->kind != STREEK_FIGURE_CIRCLES || !self->is_ratio)
    return TRUE;

  g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
               _ ("Circles add up to a whole, and “%s” does not: choose a choropleth."),
               self->indicator_name);

  return FALSE;
}

/* Classes on either side of the reference, and one that holds it inside. */
typedef struct
{
  int n_below;
  int n_above;
  gboolean has_middle;
} Arms;

static Arms
count_arms (const StreekFigure *self)
{
  Arms arms = { 0 };

  for (guint i = 0; i < streek_classes_get_n (self->classes); i++)
    {
      int step = streek_classes_get_step (self->classes, i);

      arms.n_below += step < 0;
      arms.n_above += step > 0;
      arms.has_middle |= step == 0;
    }

  return arms;
}

static int
find_longest_step (const StreekFigure *self)
{
  int longest = 0;

  for (guint i = 0; i < streek_classes_get_n (self->classes); i++)
    longest = MAX (longest, ABS (streek_classes_get_step (self->classes, i)));

  return longest;
}

/* How far each class is from the reference: with a colour for every step the same distance has the
 * same strength on both sides; where there are too few, class after class has the next one. */
static int
list_strengths (const StreekFigure *self, Arms arms, int *strengths)
{
  int longest = find_longest_step (self);
  int above = 0;

  if (2 * longest + arms.has_middle <= STREEK_PALETTE_MAX_CLASSES)
    {
      for (guint i = 0; i < streek_classes_get_n (self->classes); i++)
        strengths[i] = streek_classes_get_step (self->classes, i);
      return longest;
    }

  for (guint i = 0; i < streek_classes_get_n (self->classes); i++)
    {
      int step = streek_classes_get_step (self->classes, i);

      strengths[i] = step < 0 ? (int) i - arms.n_below : step > 0 ? ++above : 0;
    }

  return MAX (arms.n_below, arms.n_above);
}

/* A place in the scheme of a diverging palette for each class, so that no class has the hue of the
 * other side. Both arms are equally long; a side with one class more than they have begins in the
 * pale middle. FALSE: too many on one side for any scheme. */
static gboolean
place_on_arms (const StreekFigure *self, guint *places, guint *n_places, int *side_in_middle)
{
  Arms arms = count_arms (self);
  int strengths[STREEK_PALETTE_MAX_CLASSES];
  int longest = list_strengths (self, arms, strengths);
  int most = STREEK_PALETTE_MAX_CLASSES / 2;

  *n_places = 2 * longest + arms.has_middle;
  *side_in_middle = 0;

  if (*n_places > STREEK_PALETTE_MAX_CLASSES)
    {
      if (arms.has_middle || longest != most + 1)
        return FALSE;

      *side_in_middle = arms.n_below > arms.n_above ? -1 : 1;
      *n_places = STREEK_PALETTE_MAX_CLASSES;
      longest = most;
    }

  for (guint i = 0; i < streek_classes_get_n (self->classes); i++)
    {
      int strength = strengths[i];
      gboolean shifts = *side_in_middle != 0 && strength * *side_in_middle > 0;

      if (shifts)
        strength -= *side_in_middle;
      places[i] =
        longest + strength - (strengths[i] > 0 && !arms.has_middle && *side_in_middle == 0);
    }

  return TRUE;
}

static gboolean
refuse_long_arm (const StreekFigure *self, GError **error)
{
  g_autofree char *reference = streek_format_number (streek_format_get_default (), self->reference,
                                                     streek_classes_get_decimals (self->classes));

  g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
               /* Translators: %1$s is a value such as 0, %2$d a number of classes */
               _ ("Colours on both sides of %1$s tell at most %2$d classes of one side apart. Give "
                  "fewer limits, or choose a sequential palette."),
               reference, STREEK_PALETTE_MAX_CLASSES / 2 + 1);

  return FALSE;
}

static gboolean
paint_in_order (StreekFigure *self, const StreekPalette *palette, GError **error)
{
  return streek_palette_paint_classes (palette, streek_classes_get_n (self->classes),
                                       self->spec->grey, self->class_paints, error);
}

static gboolean
paint_arms (StreekFigure *self, const StreekPalette *palette, GError **error)
{
  StreekPaint scheme[STREEK_PALETTE_MAX_CLASSES];
  guint places[STREEK_PALETTE_MAX_CLASSES];
  guint n_places, middle = STREEK_PALETTE_MAX_CLASSES / 2;
  int side_in_middle;

  if (!place_on_arms (self, places, &n_places, &side_in_middle))
    return self->spec->palette != NULL
             ? refuse_long_arm (self, error)
             : paint_in_order (self, streek_palette_get_default (STREEK_PALETTE_SEQUENTIAL), error);

  if (!streek_palette_paint_classes (palette, n_places, self->spec->grey, scheme, error))
    return FALSE;

  if (side_in_middle < 0) /* in grey the lower side is told by its hatch */
    {
      scheme[middle].hatch = scheme[middle - 1].hatch;
      scheme[middle].hatch_color = scheme[middle - 1].hatch_color;
    }

  for (guint i = 0; i < streek_classes_get_n (self->classes); i++)
    self->class_paints[i] = scheme[places[i]];
  self->colors_part = TRUE;

  return TRUE;
}

static gboolean
paint_classes (StreekFigure *self, const StreekPalette *palette, GError **error)
{
  gboolean parts = streek_classes_get_n (self->classes) <= STREEK_PALETTE_MAX_CLASSES &&
                   !isnan (self->reference) &&
                   streek_palette_get_kind (palette) == STREEK_PALETTE_DIVERGING;

  return parts ? paint_arms (self, palette, error) : paint_in_order (self, palette, error);
}

/* Where it belongs, unless it is there. */
static void
insert_limit (GArray *limits, double limit)
{
  guint place = 0;

  while (place < limits->len && g_array_index (limits, double, place) < limit)
    place++;

  if (place == limits->len || g_array_index (limits, double, place) != limit)
    g_array_insert_val (limits, place, limit);
}

/* The limits found in one period, as limits of one's own over all of them: where another period
 * goes further, so do the classes at the ends. */
static StreekClasses *
hold_classes (const StreekClassRequest *request, const StreekFigureSeries *series, GError **error)
{
  g_autoptr (StreekClasses) held =
    streek_classes_make (request, series->held, series->n_held, error);
  g_autoptr (GArray) limits = held != NULL ? streek_classes_list_limits (held) : NULL;

  if (limits == NULL)
    return NULL;

  if (!isnan (request->reference))
    insert_limit (limits, request->reference);

  StreekClassRequest all = *request;

  if (limits->len == 0) /* one class, which then holds everything */
    {
      all.method = STREEK_CLASSES_EQUAL;
      all.n_asked = 1;

      return streek_classes_make (&all, series->values, series->n_values, error);
    }

  all.method = STREEK_CLASSES_MANUAL;
  all.manual = (const double *) (gpointer) limits->data;
  all.n_manual = limits->len;

  return streek_classes_make (&all, series->values, series->n_values, error);
}

/**
 * streek_figure_make_classes:
 * @series: (nullable): what limits are found in; %NULL for @shown itself
 * @shown: (array length=n_shown): values of the map
 * @error: return location for a #StreekStatsError
 *
 * Limits of a policy are the same whatever they are seen beside.
 *
 * Returns: (transfer full): the classes, or %NULL with @error set
 */
StreekClasses *
streek_figure_make_classes (const StreekClassRequest *request,
                            const StreekFigureSeries *series,
                            const double *shown,
                            guint n_shown,
                            GError **error)
{
  if (series == NULL || request->method == STREEK_CLASSES_POLICY)
    return streek_classes_make (request, shown, n_shown, error);

  StreekClasses *classes =
    series->held != NULL && !streek_class_method_is_given (request->method)
      ? hold_classes (request, series, error)
      : streek_classes_make (request, series->values, series->n_values, error);

  if (classes != NULL)
    streek_classes_recount (classes, shown, n_shown);

  return classes;
}

static StreekClasses *
make_classes (const StreekFigure *self, const StreekFigureShared *shared, GError **error)
{
  const StreekFigureSpec *spec = self->spec;
  gboolean is_policy = spec->method == STREEK_CLASSES_POLICY;
  const GArray *breaks = is_policy ? self->policy_limits : spec->breaks;
  /* around a reference an odd number is rounded up, and a palette has no more than six around a
   * limit */
  guint most =
    isnan (self->reference) ? STREEK_PALETTE_MAX_CLASSES : STREEK_PALETTE_MAX_CLASSES - 1;
  const StreekClassRequest request = {
    .method = spec->method,
    .n_asked = spec->n_classes,
    .n_most = most,
    .decimals = self->decimals,
    .manual = breaks != NULL ? (const double *) (gpointer) breaks->data : NULL,
    .n_manual = breaks != NULL ? breaks->len : 0,
    .reference = self->reference,
    .zero_class = spec->zero_class,
  };

  return streek_figure_make_classes (&request, shared != NULL ? &shared->first : NULL, self->values,
                                     self->n_rows, error);
}

static gboolean
find_classes (StreekFigure *self, const StreekFigureShared *shared, GError **error)
{
  const StreekFigureSpec *spec = self->spec;
  StreekPaletteKind wanted =
    isnan (self->reference) ? STREEK_PALETTE_SEQUENTIAL : STREEK_PALETTE_DIVERGING;
  const StreekPalette *palette = spec->palette != NULL ? streek_palette_find (spec->palette, error)
                                                       : streek_palette_get_default (wanted);
  g_autoptr (GError) none = NULL;

  if (palette == NULL)
    return FALSE;

  self->classes = make_classes (self, shared, &none);

  if (g_error_matches (none, STREEK_STATS_ERROR, STREEK_STATS_ERROR_NO_VALUES))
    return TRUE; /* a map of nothing but hatches says honestly what is missing */

  if (self->classes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&none));
      return FALSE;
    }

  return paint_classes (self, palette, error);
}

/* By what is shown, as classes are: −0,02 is shown as 0,0. */
static void
count_sides (const StreekFigure *self, guint *n_below, guint *n_above)
{
  int decimals = streek_classes_get_decimals (self->classes);

  *n_below = 0;
  *n_above = 0;

  for (guint row = 0; row < self->n_rows; row++)
    {
      double shown = streek_number_round (self->values[row], decimals);

      *n_below += shown < self->reference;
      *n_above += shown >= self->reference;
    }
}

/* (transfer full): "Colours part at 0: 12 areas lie below it, 3 do not." */
static char *
describe_sides (const StreekFigure *self)
{
  const StreekFormat *format = streek_format_get_default ();
  g_autofree char *reference =
    streek_format_number (format, self->reference, streek_classes_get_decimals (self->classes));
  guint n_below, n_above;

  count_sides (self, &n_below, &n_above);

  g_autofree char *below = streek_format_number (format, n_below, 0);
  g_autofree char *above = streek_format_number (format, n_above, 0);

  /* Translators: %1$s is a value such as 0; %2$s and %3$s are numbers of areas */
  return g_strdup_printf (_ ("Colours part at %1$s. Below it: %2$s. At it or above: %3$s."),
                          reference, below, above);
}

/* Categories keep their colours, whichever of them occur. */
static gboolean
paint_categories (StreekFigure *self, GError **error)
{
  const StreekPalette *palette = streek_palette_find (self->spec->palette, error);

  return palette != NULL &&
         streek_palette_paint_classes (palette, g_strv_length (self->categories), self->spec->grey,
                                       self->class_paints, error);
}

static gboolean
paint_rows (StreekFigure *self, const StreekFigureShared *shared, GError **error)
{
  if (!streek_figure_kind_has_classes (self->spec->kind) ||
      self->spec->kind == STREEK_FIGURE_BIVARIATE)
    return TRUE;

  return self->categories != NULL ? paint_categories (self, error)
                                  : find_classes (self, shared, error);
}

static guint
count_missing (const StreekFigure *self)
{
  guint n = 0;

  for (guint row = 0; row < self->n_rows; row++)
    n += isnan (self->values[row]);

  return n;
}

/* "Map: Inhabitants, 2024. 12 areas. Changes: 3. Stays the same: 9." */
static char *
describe_categories (const StreekFigure *self, const char *areas)
{
  /* Translators: %1$s is the title of a map, %2$s is "12 areas" */
  g_autofree char *map = g_strdup_printf (_ ("Map: %1$s. %2$s."), self->title, areas);
  GString *description = g_string_new (map);

  for (guint i = self->legend->len; i > 0; i--)
    {
      const StreekLegendItem *item = &g_array_index (self->legend, StreekLegendItem, i - 1);
      g_autofree char *label =
        streek_figure_dup_legend_label (self, i - 1, streek_format_get_default ());

      if (item->entry.n_rows > 0)
        g_string_append_printf (description, " %s: %u.", label, item->entry.n_rows);
    }

  return g_string_free (description, FALSE);
}

static char *
describe_map (const StreekFigure *self)
{
  guint n_missing = count_missing (self);
  g_autofree char *areas =
    g_strdup_printf (ngettext ("%u area", "%u areas", self->n_rows), self->n_rows);

  if (self->spec->kind == STREEK_FIGURE_AREAS)
    /* Translators: %1$s is the title of a map, %2$s is "12 areas" */
    return g_strdup_printf (_ ("Map: %1$s. %2$s, each with its name."), self->title, areas);

  if (self->spec->kind == STREEK_FIGURE_CIRCLES)
    /* Translators: %1$s is the title of a map, %2$s is "12 areas" */
    return g_strdup_printf (
      ngettext ("Map with circles: %1$s. %2$s, %3$u of them without a figure.",
                "Map with circles: %1$s. %2$s, %3$u of them without a figure.", n_missing),
      self->title, areas, n_missing);

  if (self->categories != NULL)
    return describe_categories (self, areas);
  if (self->spec->kind == STREEK_FIGURE_BIVARIATE)
    return streek_figure_describe_pair (self, areas, n_missing);

  guint n_classes = self->classes != NULL ? streek_classes_get_n (self->classes) : 0;
  g_autofree char *classes =
    g_strdup_printf (ngettext ("%u class", "%u classes", n_classes), n_classes);

  /* Translators: %1$s is the title of a map, %2$s is "12 areas", %3$s is "5 classes" */
  g_autofree char *sentence = g_strdup_printf (
    ngettext ("Map in colours: %1$s. %2$s in %3$s, %4$u of them without a figure.",
              "Map in colours: %1$s. %2$s in %3$s, %4$u of them without a figure.", n_missing),
    self->title, areas, classes, n_missing);

  if (!self->colors_part)
    return g_steal_pointer (&sentence);

  g_autofree char *sides = describe_sides (self);

  return g_strdup_printf ("%s %s", sentence, sides);
}

static char *
make_description (const StreekFigure *self)
{
  g_autofree char *colours = describe_map (self);
  g_autofree char *circles =
    self->spec->kind == STREEK_FIGURE_COMBINED ? streek_figure_describe_combined (self) : NULL;
  g_autofree char *map =
    circles != NULL ? g_strdup_printf ("%s %s", colours, circles) : g_steal_pointer (&colours);

  if (self->ground->overlay == NULL)
    return g_steal_pointer (&map);

  guint n = self->ground->overlay->n_areas;
  /* Translators: what lies over a map: %1$s is a kind of areas, %2$u how many of them, %3$s their
   * names */
  const char *sentence =
    ngettext ("Hatched over it: %1$s (%2$u): %3$s.", "Hatched over it: %1$s (%2$u): %3$s.", n);
  g_autofree char *names = g_strjoinv (", ", self->overlay_names);
  g_autofree char *overlay = g_strdup_printf (sentence, self->overlay_set_name, n, names);

  return g_strdup_printf ("%s %s", map, overlay);
}

/* @words: (transfer full) (nullable) */
static void
append_words (char **text, const char *between, char *words)
{
  if (words == NULL)
    return;

  char *joined =
    *text != NULL && **text != '\0' ? g_strconcat (*text, between, words, NULL) : g_strdup (words);

  g_free (words);
  g_free (*text);
  *text = joined;
}

/* Places, with what is to be said of them. */
static void
take_points (StreekFigure *self, const StreekFigureData *data)
{
  self->points = streek_points_new (self->spec, data);

  if (self->points == NULL)
    return;

  char *note = streek_points_dup_note (self->points);

  if (note != NULL)
    {
      guint n = g_strv_length (self->notes);

      self->notes = g_renew (char *, self->notes, n + 2);
      self->notes[n] = note;
      self->notes[n + 1] = NULL;
    }

  append_words (&self->source, " ", streek_points_dup_source (self->points));
}

/**
 * streek_figure_new:
 * @spec: what is asked
 * @data: what it is drawn from; copied as far as needed
 * @error: return location for a #StreekFigureError or #StreekStatsError
 *
 * Makes everything of a figure that needs no paper: its kind, its one class table, its legend and
 * its words, in the language of the moment. Rows without a value keep their kind of missing; where
 * no row has one, the map is all hatches.
 *
 * Returns: (transfer full): the figure; %NULL with @error set for a spec that contradicts itself,
 *   a palette that cannot be read apart, or no areas at all
 */
StreekFigure *
streek_figure_new (const StreekFigureSpec *spec, const StreekFigureData *data, GError **error)
{
  g_return_val_if_fail (spec != NULL && data != NULL && data->table != NULL, NULL);
  g_return_val_if_fail (streek_table_get_n_rows (data->table) == data->n_rows, NULL);

  if (!streek_figure_spec_check (spec, error))
    return NULL;

  if (data->n_rows == 0)
    {
      g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                           _ ("There is no area to draw."));
      return NULL;
    }

  StreekFigure *self = g_new0 (StreekFigure, 1);

  g_atomic_ref_count_init (&self->refs);
  self->spec = streek_figure_spec_copy (spec);
  self->ground = streek_ground_get (data);
  self->table = streek_table_ref (data->table);
  self->categories = g_strdupv ((char **) data->categories);
  self->n_rows = data->n_rows;
  copy_words (self, data);
  copy_policy (self, data->policy);
  copy_rows (self);
  if (data->shared != NULL)
    streek_figure_share_circles (self, &data->shared->first);
  self->names_hash = hash_names (G_GUINT64_CONSTANT (14695981039346656037), self->names);
  self->names_hash = hash_names (self->names_hash, self->outline_names);
  self->names_hash = hash_names (self->names_hash, self->overlay_names);
  for (guint i = 0; i < self->ground->n_regions; i++)
    {
      char *const names[] = { self->region_names[i] != NULL ? self->region_names[i] : "", NULL };

      self->names_hash = hash_names (self->names_hash, names);
    }

  take_points (self, data);
  self->reference = choose_reference (self, data);

  if (!choose_kind (self, error) || !streek_figure_take_second (self, data, error) ||
      !paint_rows (self, data->shared, error))
    {
      streek_figure_free (self);
      return NULL;
    }

  self->legend = g_array_new (FALSE, TRUE, sizeof (StreekLegendItem));
  streek_figure_fill_legend (self);
  self->description = make_description (self);
  if (self->points != NULL)
    append_words (&self->description, " ", streek_points_dup_description (self->points));

  return self;
}

/**
 * streek_figure_ref:
 *
 * Returns: (transfer full): @figure
 */
StreekFigure *
streek_figure_ref (StreekFigure *figure)
{
  g_atomic_ref_count_inc (&figure->refs);

  return figure;
}

/**
 * streek_figure_unref:
 * @figure: (transfer full): a figure
 */
void
streek_figure_unref (StreekFigure *figure)
{
  if (g_atomic_ref_count_dec (&figure->refs))
    streek_figure_free (figure);
}

/**
 * streek_figure_get_spec:
 *
 * Returns: (transfer none): what was asked, with the kind that was chosen
 */
const StreekFigureSpec *
streek_figure_get_spec (const StreekFigure *figure)
{
  return figure->spec;
}

/**
 * streek_figure_get_table:
 *
 * Returns: (transfer none): the table twin: one row per area, in the order of the figure's rows
 */
StreekTable *
streek_figure_get_table (const StreekFigure *figure)
{
  return figure->table;
}

/**
 * streek_figure_get_classes:
 *
 * Returns: (transfer none) (nullable): the class table of a choropleth
 */
StreekClasses *
streek_figure_get_classes (const StreekFigure *figure)
{
  return figure->classes;
}

/**
 * streek_figure_get_mesh:
 *
 * Returns: (transfer none): the mesh its areas are unions of
 */
StreekMesh *
streek_figure_get_mesh (const StreekFigure *figure)
{
  return figure->ground->mesh;
}

/**
 * streek_figure_get_title:
 *
 * Returns: (transfer none): the spec's own title, or the one made from it
 */
const char *
streek_figure_get_title (const StreekFigure *figure)
{
  return figure->title;
}

/**
 * streek_figure_get_description:
 *
 * Returns: (transfer none): one sentence for screen readers and the metadata of files
 */
const char *
streek_figure_get_description (const StreekFigure *figure)
{
  return figure->description;
}

/**
 * streek_figure_get_context:
 *
 * Returns: (transfer none): the set, the area, the date and the number of members
 */
const char *
streek_figure_get_context (const StreekFigure *figure)
{
  return figure->context;
}

/**
 * streek_figure_get_source:
 *
 * Returns: (transfer none): where figures and boundaries come from
 */
const char *
streek_figure_get_source (const StreekFigure *figure)
{
  return figure->source;
}

/**
 * streek_figure_get_notes:
 *
 * Returns: (transfer none) (array zero-terminated=1): what a reader must know; may be empty
 */
const char *const *
streek_figure_get_notes (const StreekFigure *figure)
{
  return (const char *const *) figure->notes;
}

/* Of two indicators both may have limits of one's own, or one of them. */
static gboolean
has_given_limits (const StreekFigure *self)
{
  const StreekFigureSpec *spec = self->spec;

  if (!streek_class_method_is_given (spec->method) || spec->kind != STREEK_FIGURE_BIVARIATE)
    return streek_class_method_is_given (spec->method);

  return spec->breaks != NULL && spec->breaks->len > 0 && spec->second_breaks != NULL &&
         spec->second_breaks->len > 0;
}

/**
 * streek_figure_get_limits_words:
 *
 * Returns: (transfer none) (nullable): in what figures limits and circles were found, in words;
 * %NULL where they were given
 */
const char *
streek_figure_get_limits_words (const StreekFigure *figure)
{
  if (figure->spec->kind == STREEK_FIGURE_CIRCLES)
    return figure->circles_words;

  return has_given_limits (figure) ? NULL : figure->limits_words;
}

/**
 * streek_figure_get_circles_words:
 *
 * Returns: (transfer none) (nullable): in what figures the size of circles over classes was found
 */
const char *
streek_figure_get_circles_words (const StreekFigure *figure)
{
  return figure->spec->kind == STREEK_FIGURE_COMBINED ? figure->circles_words : NULL;
}

/**
 * streek_figure_get_policy_name:
 *
 * Returns: (transfer none) (nullable): %NULL where its classes are none of a policy
 */
const char *
streek_figure_get_policy_name (const StreekFigure *figure)
{
  return figure->policy_name;
}

/**
 * streek_figure_get_row_of:
 *
 * Returns: (transfer none) (array): row of each unit of the mesh, negative for none
 */
const gint32 *
streek_figure_get_row_of (const StreekFigure *figure)
{
  return figure->ground->row_of;
}

/**
 * streek_figure_get_n_rows:
 *
 * Returns: number of areas
 */
guint
streek_figure_get_n_rows (const StreekFigure *figure)
{
  return figure->n_rows;
}

/**
 * streek_figure_get_class:
 * @row: an area
 *
 * Returns: its class or category, from 0; of two indicators, 3 times the place of the class of the
 *   second plus that of the first; -1 where it has no value or the figure has no classes
 */
int
streek_figure_get_class (const StreekFigure *figure, guint row)
{
  g_return_val_if_fail (row < figure->n_rows, -1);

  if (figure->categories != NULL)
    return isnan (figure->values[row]) ? -1 : (int) figure->values[row];
  if (figure->pair_cells != NULL)
    return figure->pair_cells[row];

  return figure->classes != NULL ? streek_classes_find (figure->classes, figure->values[row]) : -1;
}

/**
 * streek_figure_get_row_paint:
 * @row: an area
 *
 * Returns: how the area itself is filled; circles stand on a pale ground
 */
StreekPaint
streek_figure_get_row_paint (const StreekFigure *figure, guint row)
{
  int class = streek_figure_get_class (figure, row);

  if (figure->spec->kind == STREEK_FIGURE_AREAS)
    return streek_palette_get_category_paint (figure->ground->colors[row], figure->spec->grey);

  if (isnan (figure->values[row]))
    return streek_palette_get_missing_paint (figure->missing[row]);

  if (class >= 0)
    return figure->class_paints[class];

  return streek_theme_get_print ()->ground;
}

/**
 * streek_figure_format_value:
 * @row: an area
 * @format: how numbers look
 *
 * Returns: (transfer full): its value, "≥ 1.234" for a partial sum, or why there is none
 */
char *
streek_figure_format_value (const StreekFigure *figure, guint row, const StreekFormat *format)
{
  if (isnan (figure->values[row]))
    return g_strdup (streek_missing_get_label (figure->missing[row]));

  guint column = (guint) streek_table_find_column (figure->table, "value");

  if (figure->spec->kind == STREEK_FIGURE_CHANGE &&
      streek_table_get_qualifier (figure->table, row, column) == STREEK_QUALIFIER_NONE)
    return streek_format_signed (format, figure->values[row], figure->decimals);

  return streek_table_format_cell (figure->table, row, column, format);
}

/**
 * streek_figure_find_place:
 * @row: an area
 * @place: (out): its place from the highest value; equal values share the best
 * @n: (out): among how many
 *
 * Of a sum with a gap nobody knows the place, and it takes none.
 *
 * Returns: whether it has a place
 */
gboolean
streek_figure_find_place (const StreekFigure *figure, guint row, guint *place, guint *n)
{
  g_return_val_if_fail (row < figure->n_rows, FALSE);

  *place = 1;
  *n = 0;

  if (isnan (figure->values[row]) || figure->is_at_least[row])
    return FALSE;

  for (guint other = 0; other < figure->n_rows; other++)
    if (!isnan (figure->values[other]) && !figure->is_at_least[other])
      {
        *n += 1;
        *place += figure->values[other] > figure->values[row];
      }

  return TRUE;
}

/* "Diksmuide: 17.228 → 17.300 (changes)" */
static char *
describe_category (const StreekFigure *figure, guint row)
{
  int column = streek_table_find_column (figure->table, "words");
  const char *words =
    column >= 0 ? streek_table_get_text (figure->table, row, (guint) column) : NULL;
  int category = streek_figure_get_class (figure, row);
  const char *label =
    category >= 0 ? figure->categories[category] : streek_missing_get_label (figure->missing[row]);

  if (words == NULL)
    return g_strdup_printf ("%s: %s", figure->names[row], label);

  return g_strdup_printf ("%s: %s (%s)", figure->names[row], words, label);
}

/* "In 2010: 17.228" */
static char *
dup_named_cell (const StreekFigure *figure, guint row, const char *id, const StreekFormat *format)
{
  int column = streek_table_find_column (figure->table, id);

  if (column < 0)
    return NULL;

  StreekMissing missing = streek_table_get_missing (figure->table, row, (guint) column);
  g_autofree char *cell = streek_table_format_cell (figure->table, row, (guint) column, format);

  const char *unit = streek_table_get_column_unit (figure->table, (guint) column);
  const char *title = streek_table_get_column_title (figure->table, (guint) column);

  if (missing != STREEK_MISSING_NONE)
    return g_strdup_printf ("%s: %s", title, streek_missing_get_label (missing));

  return unit != NULL && *unit != '\0' ? g_strdup_printf ("%s: %s %s", title, cell, unit)
                                       : g_strdup_printf ("%s: %s", title, cell);
}

/**
 * streek_figure_dup_details:
 * @row: an area
 * @format: how numbers look
 *
 * Returns: (transfer full) (nullable): what is known of it, a line each: both figures that a change
 *   lies between, besides its value; of two indicators the figures of both, instead of it
 */
char *
streek_figure_dup_details (const StreekFigure *figure, guint row, const StreekFormat *format)
{
  g_return_val_if_fail (row < figure->n_rows, NULL);

  if (streek_figure_kind_has_second (figure->spec->kind))
    return streek_figure_dup_pair_lines (figure, row, format);
  if (figure->spec->kind != STREEK_FIGURE_CHANGE)
    return NULL;

  g_autofree char *from = dup_named_cell (figure, row, "from", format);
  g_autofree char *to = dup_named_cell (figure, row, "to", format);

  return from != NULL && to != NULL ? g_strdup_printf ("%s\n%s", from, to) : NULL;
}

/**
 * streek_figure_dup_class_place:
 * @row: an area
 *
 * Returns: (transfer full) (nullable): "class 3 of 5", and what a policy calls the class; %NULL
 * where it has no value, or the figure no classes of one indicator
 */
char *
streek_figure_dup_class_place (const StreekFigure *figure, guint row)
{
  int class = figure->classes != NULL ? streek_figure_get_class (figure, row) : -1;

  if (class < 0)
    return NULL;

  guint n = streek_classes_get_n (figure->classes);

  if (figure->class_words == NULL)
    /* Translators: after the figure of an area on a map; the lowest class is the first */
    return g_strdup_printf (_ ("class %1$d of %2$u"), class + 1, n);

  /* Translators: after the figure of an area on a map; %3$s is what a policy calls the class */
  return g_strdup_printf (_ ("class %1$d of %2$u (%3$s)"), class + 1, n,
                          figure->class_words[class]);
}

/* Its value and its class, or why it has neither. */
static char *
describe_value (const StreekFigure *figure, guint row, const StreekFormat *format)
{
  const char *name = figure->names[row];
  g_autofree char *value = streek_figure_format_value (figure, row, format);
  const char *unit = figure->unit != NULL ? figure->unit : "";
  g_autofree char *place = streek_figure_dup_class_place (figure, row);

  if (isnan (figure->values[row]))
    /* Translators: %1$s is an area, %2$s says why it has no figure */
    return g_strdup_printf (_ ("%1$s: no figure, %2$s"), name, value);

  g_autofree char *shown = figure->is_at_least[row]
                             /* Translators: a sum of which some parts are unknown */
                             ? g_strdup_printf (_ ("at least %s"), streek_figure_skip_sign (value))
                             : g_strdup (value);

  if (place == NULL)
    /* Translators: %1$s is an area, %2$s its figure, %3$s the unit */
    return g_strdup_printf (_ ("%1$s: %2$s %3$s"), name, shown, unit);

  /* Translators: %1$s is an area, %2$s its figure, %3$s the unit, %4$s is "class 3 of 5" */
  return g_strdup_printf (_ ("%1$s: %2$s %3$s, %4$s"), name, shown, unit, place);
}

/**
 * streek_figure_describe_row:
 * @row: an area
 * @format: how numbers look
 *
 * Returns: (transfer full): what a screen reader hears of it: "Diksmuide: 16,2 %, class 3 of 5"
 */
char *
streek_figure_describe_row (const StreekFigure *figure, guint row, const StreekFormat *format)
{
  g_return_val_if_fail (row < figure->n_rows, NULL);

  if (figure->spec->kind == STREEK_FIGURE_AREAS)
    return g_strdup (figure->names[row]);
  if (figure->categories != NULL)
    return describe_category (figure, row);

  g_autofree char *details = streek_figure_dup_details (figure, row, format);
  g_auto (GStrv) lines = details != NULL ? g_strsplit (details, "\n", -1) : NULL;
  g_autofree char *line = lines != NULL ? g_strjoinv ("; ", lines) : NULL;

  if (streek_figure_kind_has_second (figure->spec->kind))
    return g_strdup_printf ("%s: %s", figure->names[row], line);

  g_autofree char *value = describe_value (figure, row, format);

  return line != NULL ? g_strdup_printf ("%s (%s)", value, line) : g_steal_pointer (&value);
}
