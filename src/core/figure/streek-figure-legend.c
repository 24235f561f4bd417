/* streek-figure-legend.c: the legend of a figure, entry by entry, from its class table only */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What the words among the entries of points are. */
enum
{
  POINT_TEXT_TITLE,
  POINT_TEXT_VALUE,
  POINT_TEXT_MISSING,
};

static void
append_item (StreekFigure *self, StreekLegendItem item)
{
  g_array_append_val (self->legend, item);
}

static guint
count_missing_of (const StreekFigure *self, StreekMissing missing)
{
  guint n = 0;

  for (guint row = 0; row < self->n_rows; row++)
    n += isnan (self->values[row]) && self->missing[row] == missing;

  return n;
}

/* Words come over the first class of each side. */
static void
append_side (StreekFigure *self, guint class)
{
  int step = streek_classes_get_step (self->classes, class);
  int before = class > 0 ? streek_classes_get_step (self->classes, class - 1) : G_MININT;
  int side = CLAMP (step, -1, 1);

  if (isnan (self->reference) || (class > 0 && CLAMP (before, -1, 1) == side))
    return;

  append_item (self, (StreekLegendItem){ .entry = { .kind = STREEK_LEGEND_SIDE }, .index = side });
}

static void
append_classes (StreekFigure *self)
{
  guint n = self->classes != NULL ? streek_classes_get_n (self->classes) : 0;

  for (guint i = 0; i < n; i++)
    {
      append_side (self, i);
      append_item (self, (StreekLegendItem){
                           .entry = { .kind = STREEK_LEGEND_CLASS,
                                      .paint = self->class_paints[i],
                                      .stroke = streek_theme_get_print ()->border,
                                      .n_rows = streek_classes_get_count (self->classes, i) },
                           .index = i,
                         });
    }
}

/* Where a side begins: the reference; where a class holds that inside, the limit of that class. */
static double
find_side_limit (const StreekFigure *self, int side)
{
  for (guint i = 0; i < streek_classes_get_n (self->classes); i++)
    if (side != 0 && streek_classes_get_step (self->classes, i) == 0)
      return side < 0 ? streek_classes_get_lower (self->classes, i)
                      : streek_classes_get_upper (self->classes, i);

  return self->reference;
}

/* Whether the middle of the classes holds 0 and nothing else. */
static gboolean
parts_at_zero_class (const StreekFigure *self)
{
  for (guint i = 0; i < streek_classes_get_n (self->classes); i++)
    if (streek_classes_is_zero (self->classes, i) &&
        streek_classes_get_step (self->classes, i) == 0)
      return TRUE;

  return FALSE;
}

/* "Below 0: less than is needed" */
static char *
dup_side_label (const StreekFigure *self, int side, const StreekFormat *format)
{
  int decimals = streek_classes_get_decimals (self->classes);
  g_autofree char *limit = streek_format_number (format, find_side_limit (self, side), decimals);
  const char *words = side < 0 ? self->direction_low : side > 0 ? self->direction_high : NULL;
  gboolean has_zero = parts_at_zero_class (self);
  g_autofree char *where =
    /* Translators: in a legend; %s is the value at which its colours part, such as 0 */
    side < 0               ? g_strdup_printf (C_ ("legend", "Below %s"), limit)
    : side > 0 && has_zero ? g_strdup_printf (C_ ("legend", "Above %s"), limit)
    : side > 0             ? g_strdup_printf (C_ ("legend", "%s and above"), limit)
    : has_zero             ? g_strdup_printf (C_ ("legend", "Exactly %s"), limit)
                           : g_strdup_printf (C_ ("legend", "Around %s"), limit);

  return words != NULL ? g_strdup_printf ("%s: %s", where, words) : g_steal_pointer (&where);
}

static guint
count_rows_of (const StreekFigure *self, guint category)
{
  guint n = 0;

  for (guint row = 0; row < self->n_rows; row++)
    n += streek_figure_get_class (self, row) == (int) category;

  return n;
}

/* Those that occur. */
static void
append_named_categories (StreekFigure *self)
{
  for (guint i = 0; self->categories[i] != NULL; i++)
    {
      guint n_rows = count_rows_of (self, i);

      if (n_rows > 0)
        append_item (self, (StreekLegendItem){
                             .entry = { .kind = STREEK_LEGEND_CLASS,
                                        .paint = self->class_paints[i],
                                        .stroke = streek_theme_get_print ()->border,
                                        .n_rows = n_rows },
                             .index = (int) i,
                           });
    }
}

/* Row after row as they are read, the highest classes of the second indicator first. */
static void
append_pairs (StreekFigure *self)
{
  if (self->pair_classes[0] == NULL || self->pair_classes[1] == NULL)
    return;

  for (guint second = streek_classes_get_n (self->pair_classes[1]); second-- > 0;)
    for (guint first = 0; first < streek_classes_get_n (self->pair_classes[0]); first++)
      {
        guint cell = streek_figure_get_cell (self, first, second);

        append_item (self, (StreekLegendItem){
                             .entry = { .kind = STREEK_LEGEND_CLASS,
                                        .paint = self->class_paints[cell],
                                        .stroke = streek_theme_get_print ()->border,
                                        .n_rows = count_rows_of (self, cell) },
                             .index = (int) cell,
                           });
      }
}

/* Over the classes of the one, and the circles of the other. */
static void
append_heading (StreekFigure *self, int axis)
{
  append_item (self,
               (StreekLegendItem){ .entry = { .kind = STREEK_LEGEND_HEADING }, .index = axis });
}

static void
append_missing (StreekFigure *self)
{
  for (StreekMissing missing = STREEK_MISSING_UNKNOWN; missing <= STREEK_MISSING_BELOW_COVERAGE;
       missing++)
    {
      guint n_rows = count_missing_of (self, missing);

      if (n_rows == 0)
        continue;

      append_item (self, (StreekLegendItem){
                           .entry = { .kind = STREEK_LEGEND_MISSING,
                                      .paint = streek_figure_get_missing_paint (self, missing),
                                      .stroke = streek_theme_get_print ()->border,
                                      .n_rows = n_rows },
                           .missing = missing,
                           .index = -1,
                         });
    }
}

/* Where colours repeat they mean nothing, and the names stand on the map only. */
static void
append_categories (StreekFigure *self)
{
  if (!self->ground->has_own_colors)
    return;

  for (guint row = 0; row < self->n_rows; row++)
    append_item (self, (StreekLegendItem){
                         .entry = { .kind = STREEK_LEGEND_CATEGORY,
                                    .paint = streek_figure_get_row_paint (self, row),
                                    .stroke = streek_theme_get_print ()->border,
                                    .n_rows = 1 },
                         .index = row,
                       });
}

static void
append_outline (StreekFigure *self)
{
  if (self->ground->n_outlines == 0)
    return;

  append_item (self, (StreekLegendItem){
                       .entry = { .kind = STREEK_LEGEND_OUTLINE,
                                  .stroke = *streek_theme_get_outline (streek_theme_get_print (),
                                                                       self->spec->grey) },
                       .index = -1,
                     });
}

StreekPaint
streek_figure_get_overlay_paint (const StreekFigure *figure, guint area)
{
  const StreekStroke *stroke =
    streek_theme_get_overlay (streek_theme_get_print (), figure->spec->grey);

  return (StreekPaint){ .hatch = figure->ground->overlay->hatches[area],
                        .hatch_color = stroke->color };
}

/* On paper, also in a window that is dark. */
static StreekPaint
get_overlay_sign (const StreekFigure *self, guint area)
{
  StreekPaint paint = streek_figure_get_overlay_paint (self, area);

  paint.color = streek_theme_get_print ()->paper;

  return paint;
}

/* Each area where it has a hatch of its own, else the set: then the names stand on the map. */
static void
append_overlay (StreekFigure *self)
{
  const StreekOverlay *overlay = self->ground->overlay;
  guint n = overlay == NULL ? 0 : overlay->has_own_hatches ? overlay->n_areas : 1;

  for (guint area = 0; area < n; area++)
    append_item (self, (StreekLegendItem){
                         .entry = { .kind = STREEK_LEGEND_OVERLAY,
                                    .paint = get_overlay_sign (self, area),
                                    .stroke = *streek_theme_get_overlay (streek_theme_get_print (),
                                                                         self->spec->grey) },
                         .index = overlay->has_own_hatches ? (int) area : -1,
                       });
}

static void
append_predecessors (StreekFigure *self)
{
  const GArray *arcs = self->ground->predecessor_arcs;

  if (arcs != NULL && arcs->len > 0)
    append_item (self, (StreekLegendItem){
                         .entry = { .kind = STREEK_LEGEND_PREDECESSORS,
                                    .stroke = streek_theme_get_print ()->predecessor },
                         .index = -1,
                       });
}

/* The largest of 1, 2 and 5 times a power of ten that is not above @value. */
static double
round_down (double value)
{
  double power = pow (10, floor (log10 (value)));

  if (value >= 5 * power)
    return 5 * power;

  return value >= 2 * power ? 2 * power : power;
}

static void
append_circles (StreekFigure *self)
{
  const double shares[STREEK_N_LEGEND_CIRCLES] = { 1, 1 / 4.0, 1 / 20.0 };
  double unit = pow (10, -self->circle_decimals), last = INFINITY;
  const StreekStroke *line = NULL;
  const StreekPaint *paint =
    streek_theme_get_circle (streek_theme_get_print (), self->spec->grey, &line);
  /* over classes they are rings */
  const StreekStroke ring = { streek_theme_get_print ()->ink, 1.1, 0, 0 };
  const StreekPaint nothing = { 0 };

  if (self->spec->kind == STREEK_FIGURE_COMBINED)
    {
      paint = &nothing;
      line = &ring;
    }

  for (guint i = 0; i < STREEK_N_LEGEND_CIRCLES && self->largest > 0; i++)
    {
      double value = round_down (self->largest * shares[i]);

      if (value < unit || value >= last)
        continue;

      append_item (self, (StreekLegendItem){
                           .entry = { .kind = STREEK_LEGEND_CIRCLE,
                                      .paint = *paint,
                                      .stroke = *line,
                                      .radius_pt = streek_figure_get_circle_radius (
                                        self, value, STREEK_NOMINAL_RADIUS_PT) },
                           .index = -1,
                           .value = value,
                         });
      last = value;
    }
}

static void
append_point_text (StreekFigure *self, int index)
{
  append_item (self,
               (StreekLegendItem){ .entry = { .kind = STREEK_LEGEND_POINT_TEXT }, .index = index });
}

/* Sizes of the circles around points: round numbers down from the largest. */
static void
append_point_circles (StreekFigure *self)
{
  const double shares[STREEK_N_LEGEND_CIRCLES] = { 1, 1 / 4.0, 1 / 20.0 };
  const StreekPoints *points = self->points;
  double unit = pow (10, -points->decimals), last = INFINITY;

  gboolean has_circles = points->n_missing < points->points->len;

  append_point_text (self, POINT_TEXT_VALUE);

  for (guint i = 0; i < STREEK_N_LEGEND_CIRCLES && has_circles && points->largest > 0; i++)
    {
      double value = round_down (points->largest * shares[i]);

      if (value < unit || value >= last)
        continue;

      append_item (self, (StreekLegendItem){
                           .entry = { .kind = STREEK_LEGEND_POINT_CIRCLE,
                                      .stroke = { streek_theme_get_print ()->ink, 0.9, 0, 0 },
                                      .radius_pt = streek_points_get_radius (points, value) },
                           .index = -1,
                           .value = value,
                         });
      last = value;
    }

  if (points->n_missing > 0)
    append_point_text (self, POINT_TEXT_MISSING);
}

/* The kinds that occur on the map, with how many there are of each. */
static void
append_points (StreekFigure *self)
{
  const StreekPoints *points = self->points;

  if (points == NULL || points->points->len == 0)
    return;

  append_point_text (self, POINT_TEXT_TITLE);

  for (guint i = 0; i < points->kinds->len; i++)
    {
      const StreekPointKind *kind = &g_array_index (points->kinds, StreekPointKind, i);

      append_item (self, (StreekLegendItem){
                           .entry = { .kind = STREEK_LEGEND_POINT,
                                      .symbol = kind->symbol,
                                      .is_grey = self->spec->grey,
                                      .n_rows = kind->n },
                           .index = (int) i,
                         });
    }

  if (points->value_column >= 0)
    append_point_circles (self);
}

static char *
dup_point_text (const StreekPoints *points, int index)
{
  switch (index)
    {
    case POINT_TEXT_VALUE:
      return points->unit != NULL && *points->unit != '\0'
               ? g_strdup_printf ("%s (%s)", points->value_name, points->unit)
               : g_strdup (points->value_name);
    case POINT_TEXT_MISSING:
      /* Translators: in a legend, of places without a figure for a circle */
      return g_strdup_printf (
        ngettext ("No circle: no figure (%u)", "No circle: no figure (%u)", points->n_missing),
        points->n_missing);
    case POINT_TEXT_TITLE:
    default:
      return g_strdup (points->title);
    }
}

/**
 * streek_figure_fill_legend:
 *
 * Makes the entries in the order they are read in; called once, before anybody else sees @figure.
 */
void
streek_figure_fill_legend (StreekFigure *figure)
{
  switch (figure->spec->kind)
    {
    case STREEK_FIGURE_CHOROPLETH:
    case STREEK_FIGURE_CHANGE:
      if (figure->categories != NULL)
        append_named_categories (figure);
      else
        append_classes (figure);
      append_missing (figure);
      break;
    case STREEK_FIGURE_BIVARIATE:
      append_pairs (figure);
      append_missing (figure);
      break;
    case STREEK_FIGURE_COMBINED:
      append_heading (figure, 0);
      append_classes (figure);
      append_missing (figure);
      append_heading (figure, 1);
      append_circles (figure);
      break;
    case STREEK_FIGURE_CIRCLES:
      append_circles (figure);
      append_missing (figure);
      break;
    case STREEK_FIGURE_AREAS:
    default:
      append_categories (figure);
      break;
    }

  append_outline (figure);
  append_overlay (figure);
  append_predecessors (figure);
  append_points (figure);
}

/**
 * streek_figure_get_circle_radius:
 * @value: a value
 * @largest_pt: radius of the largest circle of the figure
 *
 * Returns: the radius whose circle has an area in proportion to the size of @value
 */
double
streek_figure_get_circle_radius (const StreekFigure *figure, double value, double largest_pt)
{
  return figure->largest > 0 ? largest_pt * sqrt (fabs (value) / figure->largest) : 0;
}

/**
 * streek_figure_dup_legend_heading:
 * @format: how numbers look
 *
 * Returns: (transfer full) (nullable): what the entries are about: "Aandeel 65-plussers (%)"
 */
char *
streek_figure_dup_legend_heading (const StreekFigure *figure, const StreekFormat *format)
{
  if (figure->spec->kind == STREEK_FIGURE_AREAS)
    return g_strdup (figure->set_name);

  /* the axes have their own names */
  return figure->spec->kind != STREEK_FIGURE_BIVARIATE ? streek_figure_dup_axis_name (figure, 0)
                                                       : NULL;
}

/**
 * streek_figure_find_pair_entry:
 * @first: class of the first indicator, from 0
 * @second: class of the other
 *
 * Returns: the entry for areas that are in both, -1 where the figure is not of two indicators
 */
int
streek_figure_find_pair_entry (const StreekFigure *figure, guint first, guint second)
{
  if (figure->pair_classes[0] == NULL || figure->pair_classes[1] == NULL)
    return -1;

  guint cell = streek_figure_get_cell (figure, first, second);

  for (guint i = 0; i < figure->legend->len; i++)
    {
      const StreekLegendItem *item = &g_array_index (figure->legend, StreekLegendItem, i);

      if (item->entry.kind == STREEK_LEGEND_CLASS && item->index == (int) cell)
        return (int) i;
    }

  return -1;
}

/**
 * streek_figure_get_n_legend_entries:
 *
 * Returns: number of entries
 */
guint
streek_figure_get_n_legend_entries (const StreekFigure *figure)
{
  return figure->legend->len;
}

/**
 * streek_figure_get_legend_entry:
 * @index: from 0, in reading order
 *
 * The radius of a circle holds for a map whose largest circle is 18 points; multiply it by
 * streek_figure_get_circle_factor() to lay it beside a map of another size.
 *
 * Returns: the entry
 */
StreekLegendEntry
streek_figure_get_legend_entry (const StreekFigure *figure, guint index)
{
  g_return_val_if_fail (index < figure->legend->len, (StreekLegendEntry){ 0 });

  return g_array_index (figure->legend, StreekLegendItem, index).entry;
}

/**
 * streek_figure_dup_class_label:
 * @class: from 0, the lowest
 * @format: how numbers look
 *
 * Returns: (transfer full): its limits, after what a policy calls it: "hoog: ≥ 20,0"
 */
char *
streek_figure_dup_class_label (const StreekFigure *figure, guint class, const StreekFormat *format)
{
  g_autofree char *limits = streek_classes_format_label (figure->classes, class, format);

  return figure->class_words != NULL
           ? g_strdup_printf ("%s: %s", figure->class_words[class], limits)
           : g_steal_pointer (&limits);
}

/**
 * streek_figure_dup_method:
 *
 * Returns: (transfer full): how its limits were found, as a legend says it: "Quantiles", "Policy
 *   limits: Armoede 2030"
 */
char *
streek_figure_dup_method (const StreekFigure *figure)
{
  if (figure->policy_name == NULL)
    return g_strdup (streek_class_method_get_label (figure->spec->method));

  /* Translators: in a legend, under its classes; %s is what the limits are called */
  return g_strdup_printf (_ ("Policy limits: %s"), figure->policy_name);
}

/**
 * streek_figure_dup_legend_label:
 * @index: from 0, in reading order
 * @format: how numbers look
 *
 * Returns: (transfer full): what stands beside the entry
 */
char *
streek_figure_dup_legend_label (const StreekFigure *figure, guint index, const StreekFormat *format)
{
  g_return_val_if_fail (index < figure->legend->len, NULL);

  const StreekLegendItem *item = &g_array_index (figure->legend, StreekLegendItem, index);

  switch (item->entry.kind)
    {
    case STREEK_LEGEND_HEADING:
      return streek_figure_dup_axis_name (figure, (guint) item->index);
    case STREEK_LEGEND_CLASS:
      if (figure->pair_cells != NULL)
        return streek_figure_dup_cell_label (figure, (guint) item->index, format);
      return figure->categories != NULL
               ? g_strdup (figure->categories[item->index])
               : streek_figure_dup_class_label (figure, (guint) item->index, format);
    case STREEK_LEGEND_MISSING:
      if (figure->categories != NULL && figure->missing_words[item->missing] != NULL)
        return g_strdup (figure->missing_words[item->missing]);
      /* Translators: in a legend; %s says why: unknown, confidential … */
      return g_strdup_printf (_ ("No figure: %s"), streek_missing_get_label (item->missing));
    case STREEK_LEGEND_SIDE:
      return dup_side_label (figure, item->index, format);
    case STREEK_LEGEND_CATEGORY:
      return g_strdup (figure->names[item->index]);
    case STREEK_LEGEND_CIRCLE:
      return streek_format_number (format, item->value, figure->circle_decimals);
    case STREEK_LEGEND_OVERLAY:
      return g_strdup (item->index >= 0 ? figure->overlay_names[item->index]
                                        : figure->overlay_set_name);
    case STREEK_LEGEND_POINT:
      return g_strdup (g_array_index (figure->points->kinds, StreekPointKind, item->index).label);
    case STREEK_LEGEND_POINT_CIRCLE:
      return streek_format_number (format, item->value, figure->points->decimals);
    case STREEK_LEGEND_POINT_TEXT:
      return dup_point_text (figure->points, item->index);
    case STREEK_LEGEND_PREDECESSORS:
      return g_strdup (C_ ("legend", "Border before a merger"));
    case STREEK_LEGEND_OUTLINE:
    default:
      return g_strdup (figure->outline_set_name);
    }
}

/**
 * streek_figure_find_legend_entry:
 * @row: an area
 *
 * Returns: the entry the area belongs to, -1 for none
 */
int
streek_figure_find_legend_entry (const StreekFigure *figure, guint row)
{
  g_return_val_if_fail (row < figure->n_rows, -1);

  int class = streek_figure_get_class (figure, row);
  gboolean is_missing = isnan (figure->values[row]);

  for (guint i = 0; i < figure->legend->len; i++)
    {
      const StreekLegendItem *item = &g_array_index (figure->legend, StreekLegendItem, i);
      StreekLegendKind kind = item->entry.kind;

      if ((kind == STREEK_LEGEND_CLASS && item->index == class) ||
          (kind == STREEK_LEGEND_CATEGORY && item->index == (int) row) ||
          (kind == STREEK_LEGEND_MISSING && is_missing && item->missing == figure->missing[row]))
        return i;
    }

  return -1;
}
