/* streek-figure-pair.c: another indicator beside the first: its circles, or its classes by those of
 * the first */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A palette has three places for each indicator. */
#define N_PLACES 3

static void
copy_second (StreekFigure *self, const StreekFigureData *data, guint column)
{
  self->second_name = g_strdup (data->second_name);
  self->second_unit = g_strdup (data->second_unit);
  self->second_decimals = data->second_decimals;
  self->second_values = g_new (double, self->n_rows);
  self->second_missing = g_new0 (StreekMissing, self->n_rows);
  self->second_is_at_least = g_new0 (gboolean, self->n_rows);

  for (guint row = 0; row < self->n_rows; row++)
    {
      self->second_values[row] = streek_table_get_number (self->table, row, column);
      self->second_missing[row] = streek_table_get_missing (self->table, row, column);
      self->second_is_at_least[row] = streek_table_is_at_least (self->table, row, column);
    }
}

/* Circles are of the other indicator alone. */
static gboolean
take_circles (StreekFigure *self, const StreekFigureData *data, GError **error)
{
  if (data->second_is_ratio)
    {
      g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
                   /* Translators: %s is the name of an indicator. */
                   _ ("Circles add up to a whole, and “%s” does not: choose a count for them."),
                   self->second_name);
      return FALSE;
    }

  self->circles = self->second_values;
  self->circle_decimals = self->second_decimals;
  self->largest = self->largest_sum = 0;

  for (guint row = 0; row < self->n_rows; row++)
    if (!isnan (self->circles[row]))
      {
        self->largest = MAX (self->largest, fabs (self->circles[row]));
        self->largest_sum += fabs (self->circles[row]);
      }

  if (data->shared != NULL)
    streek_figure_share_circles (self, &data->shared->second);

  return TRUE;
}

static gboolean
make_axis (StreekFigure *self,
           guint axis,
           const double *values,
           int decimals,
           const GArray *breaks,
           const StreekFigureSeries *series,
           GError **error)
{
  gboolean is_manual =
    self->spec->method == STREEK_CLASSES_MANUAL && breaks != NULL && breaks->len > 0;
  const StreekClassRequest request = {
    .method = is_manual                                     ? STREEK_CLASSES_MANUAL
              : self->spec->method == STREEK_CLASSES_MANUAL ? STREEK_CLASSES_QUANTILE
                                                            : self->spec->method,
    .n_asked = N_PLACES,
    .decimals = decimals,
    .manual = is_manual ? (const double *) (gpointer) breaks->data : NULL,
    .n_manual = is_manual ? breaks->len : 0,
    .reference = NAN,
  };
  g_autoptr (GError) none = NULL;

  self->pair_classes[axis] =
    streek_figure_make_classes (&request, series, values, self->n_rows, &none);

  /* then all are hatched */
  if (self->pair_classes[axis] != NULL ||
      g_error_matches (none, STREEK_STATS_ERROR, STREEK_STATS_ERROR_NO_VALUES))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&none));

  return FALSE;
}

/* The place of a class in the palette: two classes are far apart, one is in the middle. */
static guint
get_place (const StreekClasses *classes, int class)
{
  switch (streek_classes_get_n (classes))
    {
    case 1:
      return 1;
    case 2:
      return class * 2;
    default:
      return MIN (class, N_PLACES - 1);
    }
}

/* Areas without one of both figures are in no class, for the reason of that one. */
static void
place_rows (StreekFigure *self)
{
  self->pair_cells = g_new (int, self->n_rows);

  for (guint row = 0; row < self->n_rows; row++)
    {
      gboolean has_first = !isnan (self->values[row]);
      gboolean has_both = has_first && !isnan (self->second_values[row]);

      self->pair_cells[row] = -1;
      if (has_both)
        {
          int first = streek_classes_find (self->pair_classes[0], self->values[row]);
          int second = streek_classes_find (self->pair_classes[1], self->second_values[row]);

          /* limits are found in all that is shown, so each value lies in a class */
          g_warn_if_fail (first >= 0 && second >= 0);
          self->pair_cells[row] =
            (int) (get_place (self->pair_classes[1], MAX (second, 0)) * N_PLACES +
                   get_place (self->pair_classes[0], MAX (first, 0)));
          continue;
        }

      if (has_first)
        self->missing[row] = self->second_missing[row];
      self->values[row] = NAN;
    }
}

static gboolean
take_pair (StreekFigure *self, const StreekFigureShared *shared, GError **error)
{
  const StreekFigureSeries *first = shared != NULL ? &shared->first : NULL;
  const StreekFigureSeries *second = shared != NULL ? &shared->second : NULL;
  const StreekFigureSpec *spec = self->spec;
  guint palette;

  if (!streek_pair_palette_find (spec->palette, &palette, error) ||
      !make_axis (self, 0, self->values, self->decimals, spec->breaks, first, error) ||
      !make_axis (self, 1, self->second_values, self->second_decimals, spec->second_breaks, second,
                  error))
    return FALSE;

  for (guint i = 0; i < STREEK_N_PAIR_PAINTS; i++)
    self->class_paints[i] =
      streek_pair_palette_get_paint (palette, i % N_PLACES, i / N_PLACES, spec->grey);

  self->reference = NAN;
  place_rows (self);

  return TRUE;
}

/**
 * streek_figure_take_second:
 * @data: with the column "second" in its table where the kind shows another indicator
 * @error: return location for a #StreekFigureError or #StreekStatsError
 *
 * Says what circles are in proportion to, and makes the classes of two indicators.
 *
 * Returns: %FALSE with @error set for circles of what does not add up, or limits in no order
 */
gboolean
streek_figure_take_second (StreekFigure *self, const StreekFigureData *data, GError **error)
{
  int column = streek_table_find_column (self->table, "second");

  if (self->spec->kind == STREEK_FIGURE_CIRCLES)
    {
      self->circles = self->values;
      self->circle_decimals = self->decimals;
    }

  if (!streek_figure_kind_has_second (self->spec->kind))
    return TRUE;

  g_return_val_if_fail (column >= 0, FALSE);

  copy_second (self, data, (guint) column);

  return self->spec->kind == STREEK_FIGURE_COMBINED ? take_circles (self, data, error)
                                                    : take_pair (self, data->shared, error);
}

/**
 * streek_figure_has_circles:
 *
 * Returns: whether it has circles in proportion to a figure, alone or over classes
 */
gboolean
streek_figure_has_circles (const StreekFigure *figure)
{
  return figure->circles != NULL;
}

void
streek_figure_clear_second (StreekFigure *self)
{
  g_free (self->second_name);
  g_free (self->second_unit);
  g_free (self->second_values);
  g_free (self->second_missing);
  g_free (self->second_is_at_least);
  g_free (self->pair_cells);
  g_clear_pointer (&self->pair_classes[0], streek_classes_free);
  g_clear_pointer (&self->pair_classes[1], streek_classes_free);
}

/**
 * streek_figure_get_axis_classes:
 * @axis: 0 for the first indicator of a map of two, 1 for the other
 *
 * Returns: (transfer none) (nullable): its classes; %NULL where it has no figures, and on any other
 *   kind of map
 */
StreekClasses *
streek_figure_get_axis_classes (const StreekFigure *figure, guint axis)
{
  g_return_val_if_fail (axis < 2, NULL);

  return figure->pair_classes[axis];
}

static char *
join_unit (const char *name, const char *unit)
{
  return unit != NULL && *unit != '\0' ? g_strdup_printf ("%s (%s)", name, unit) : g_strdup (name);
}

/**
 * streek_figure_dup_axis_name:
 * @axis: 0 for the first indicator, 1 for the other
 *
 * Returns: (transfer full): "Aandeel 65-plussers (%)"
 */
char *
streek_figure_dup_axis_name (const StreekFigure *figure, guint axis)
{
  return axis == 0 ? join_unit (figure->indicator_name, figure->unit)
                   : join_unit (figure->second_name, figure->second_unit);
}

/**
 * streek_figure_get_cell:
 * @first: class of the first indicator, from 0
 * @second: class of the other
 *
 * Returns: the place of both in the palette and among the classes of the legend
 */
guint
streek_figure_get_cell (const StreekFigure *figure, guint first, guint second)
{
  return get_place (figure->pair_classes[1], (int) second) * N_PLACES +
         get_place (figure->pair_classes[0], (int) first);
}

/**
 * streek_figure_dup_cell_label:
 * @cell: a place in the palette
 * @format: how numbers look
 *
 * Returns: (transfer full): "Aandeel 65-plussers: 20,1 tot < 22,3; Grijze druk: 38,0 tot 51,2"
 */
char *
streek_figure_dup_cell_label (const StreekFigure *figure, guint cell, const StreekFormat *format)
{
  for (guint second = 0; second < streek_classes_get_n (figure->pair_classes[1]); second++)
    for (guint first = 0; first < streek_classes_get_n (figure->pair_classes[0]); first++)
      {
        if (streek_figure_get_cell (figure, first, second) != cell)
          continue;

        g_autofree char *one = streek_classes_format_label (figure->pair_classes[0], first, format);
        g_autofree char *other =
          streek_classes_format_label (figure->pair_classes[1], second, format);

        /* Translators: a class of a map of two indicators: each with its limits */
        return g_strdup_printf (_ ("%1$s: %2$s; %3$s: %4$s"), figure->indicator_name, one,
                                figure->second_name, other);
      }

  return g_strdup ("");
}

/**
 * streek_figure_skip_sign:
 * @number: "≥ 1.234"
 *
 * Returns: (transfer none): "1.234", to follow words that say as much
 */
const char *
streek_figure_skip_sign (const char *number)
{
  return g_str_has_prefix (number, "≥\u00a0") ? number + strlen ("≥\u00a0") : number;
}

/* "21,3 %", "at least 1.234 personen", or why there is none. */
static char *
dup_figure (const StreekFigure *figure,
            guint row,
            const char *column_id,
            const char *unit,
            gboolean is_at_least,
            const StreekFormat *format)
{
  guint column = (guint) streek_table_find_column (figure->table, column_id);
  StreekMissing missing = streek_table_get_missing (figure->table, row, column);

  if (missing != STREEK_MISSING_NONE)
    return g_strdup (streek_missing_get_label (missing));

  g_autofree char *cell = streek_table_format_cell (figure->table, row, column, format);
  const char *bare = streek_figure_skip_sign (cell);
  g_autofree char *number =
    unit != NULL && *unit != '\0' ? g_strdup_printf ("%s %s", bare, unit) : g_strdup (bare);

  return is_at_least ? g_strdup_printf (_ ("at least %s"), number) : g_steal_pointer (&number);
}

/* (transfer full): "Aandeel 65-plussers: 21,3 %, class 2 of 3" */
static char *
dup_axis_line (const StreekFigure *figure,
               guint row,
               const char *name,
               const char *column,
               const char *value,
               const StreekClasses *classes)
{
  double number = streek_table_get_number (
    figure->table, row, (guint) streek_table_find_column (figure->table, column));

  if (classes == NULL || isnan (number))
    return g_strdup_printf ("%s: %s", name, value);

  if (classes == figure->classes)
    {
      g_autofree char *place = streek_figure_dup_class_place (figure, row);

      /* Translators: %1$s is an indicator, %2$s a figure with its unit, %3$s "class 2 of 3" */
      return g_strdup_printf (_ ("%1$s: %2$s, %3$s"), name, value, place);
    }

  /* Translators: %1$s is an indicator, %2$s a figure with its unit */
  return g_strdup_printf (_ ("%1$s: %2$s, class %3$d of %4$u"), name, value,
                          streek_classes_find (classes, number) + 1,
                          streek_classes_get_n (classes));
}

/**
 * streek_figure_dup_pair_lines:
 * @row: an area
 * @format: how numbers look
 *
 * Returns: (transfer full): the figures of both indicators, each with its class where there are
 *   classes of it, a line each
 */
char *
streek_figure_dup_pair_lines (const StreekFigure *figure, guint row, const StreekFormat *format)
{
  gboolean has_axes = figure->spec->kind == STREEK_FIGURE_BIVARIATE;
  g_autofree char *value =
    dup_figure (figure, row, "value", figure->unit, figure->is_at_least[row], format);
  g_autofree char *second = dup_figure (figure, row, "second", figure->second_unit,
                                        figure->second_is_at_least[row], format);
  g_autofree char *one = dup_axis_line (figure, row, figure->indicator_name, "value", value,
                                        has_axes ? figure->pair_classes[0] : figure->classes);
  g_autofree char *other = dup_axis_line (figure, row, figure->second_name, "second", second,
                                          has_axes ? figure->pair_classes[1] : NULL);

  return g_strdup_printf ("%s\n%s", one, other);
}

guint
streek_figure_count_without_circle (const StreekFigure *figure)
{
  guint n = 0;

  for (guint row = 0; figure->circles != NULL && row < figure->n_rows; row++)
    n += isnan (figure->circles[row]);

  return n;
}

static guint
count_cell (const StreekFigure *figure, int cell)
{
  guint n = 0;

  for (guint row = 0; row < figure->n_rows; row++)
    n += figure->pair_cells[row] == cell;

  return n;
}

/**
 * streek_figure_describe_pair:
 * @areas: "12 areas"
 * @n_missing: how many of them are in no class
 *
 * Returns: (transfer full): what the map shows, in a few sentences
 */
char *
streek_figure_describe_pair (const StreekFigure *figure, const char *areas, guint n_missing)
{
  g_autofree char *without =
    g_strdup_printf (ngettext ("%u area is without one of both figures.",
                               "%u areas are without one of both figures.", n_missing),
                     n_missing);

  return g_strdup_printf (
    /* Translators: %1$s is the title of a map, %2$s is "12 areas", %3$s and %6$s are indicators,
     * %4$u and %5$u numbers of areas, %7$s a sentence on areas without figures */
    _ ("Map of two indicators: %1$s. %2$s. In the highest class of both %3$s and %6$s: %4$u. In "
       "the lowest class of both: %5$u. %7$s"),
    figure->title, areas, figure->indicator_name, count_cell (figure, STREEK_N_PAIR_PAINTS - 1),
    count_cell (figure, 0), figure->second_name, without);
}

/**
 * streek_figure_describe_combined:
 *
 * Returns: (transfer full): what the circles over a map are, to follow what its colours are
 */
char *
streek_figure_describe_combined (const StreekFigure *figure)
{
  guint n = streek_figure_count_without_circle (figure);

  return g_strdup_printf (
    /* Translators: over a map in colours; %1$s is an indicator, %2$u a number of areas */
    ngettext ("Circles over it: %1$s; %2$u area has none, for it has no figure.",
              "Circles over it: %1$s; %2$u areas have none, for they have no figure.", n),
    figure->second_name, n);
}
