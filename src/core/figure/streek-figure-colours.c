/* streek-figure-colours.c: the classes of a figure, and the colours that they get */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-figure-private.h"
#include "figure/streek-kept-classes.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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

  StreekClasses *classes = streek_kept_classes_find (request, series);

  if (classes == NULL)
    {
      classes = series->held != NULL && !streek_class_method_is_given (request->method)
                  ? hold_classes (request, series, error)
                  : streek_classes_make (request, series->values, series->n_values, error);
      streek_kept_classes_add (request, series, classes);
    }

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

/* The same kind has the same colour on maps, in matrices and in charts. */
static gboolean
paint_kinds (StreekFigure *self, GError **error)
{
  guint n = g_strv_length (self->categories);

  if (n > STREEK_N_CATEGORY_PAINTS)
    {
      g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
                   ngettext ("At most %u class can be told apart by its colour.",
                             "At most %u classes can be told apart by their colours.",
                             STREEK_N_CATEGORY_PAINTS),
                   STREEK_N_CATEGORY_PAINTS);
      return FALSE;
    }

  for (guint i = 0; i < n; i++)
    self->class_paints[i] = self->spec->grey
                              ? streek_palette_get_category_paint (i, TRUE)
                              : (StreekPaint){ .color = streek_palette_get_series_color (i) };

  return TRUE;
}

/* Categories keep their colours, whichever of them occur. */
static gboolean
paint_categories (StreekFigure *self, GError **error)
{
  if (self->categories_are_kinds)
    return paint_kinds (self, error);

  const StreekPalette *palette = streek_palette_find (self->spec->palette, error);

  return palette != NULL &&
         streek_palette_paint_classes (palette, g_strv_length (self->categories), self->spec->grey,
                                       self->class_paints, error);
}

/**
 * streek_figure_paint_rows:
 * @shared: (nullable): the figures that limits are found in
 *
 * Finds the classes of a figure of one indicator, or its categories, and their colours.
 *
 * Returns: %FALSE with @error set where no palette tells them apart
 */
gboolean
streek_figure_paint_rows (StreekFigure *self, const StreekFigureShared *shared, GError **error)
{
  if (!streek_figure_kind_has_classes (self->spec->kind) ||
      self->spec->kind == STREEK_FIGURE_BIVARIATE)
    return TRUE;

  return self->categories != NULL ? paint_categories (self, error)
                                  : find_classes (self, shared, error);
}
