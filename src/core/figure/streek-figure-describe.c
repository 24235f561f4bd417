/* streek-figure-describe.c: a figure and each of its areas in words, as seen and as heard */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-figure-private.h"

#include "base/streek-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static guint
count_missing (const StreekFigure *self)
{
  guint n = 0;

  for (guint row = 0; row < self->n_rows; row++)
    n += isnan (self->values[row]);

  return n;
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

/**
 * streek_figure_make_description:
 *
 * Returns: (transfer full): what a screen reader hears of the whole map
 */
char *
streek_figure_make_description (const StreekFigure *self)
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
  const char *label = category >= 0
                        ? figure->categories[category]
                        : streek_figure_get_missing_words (figure, figure->missing[row]);

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
