/* streek-chart-pyramid.c: groups back to back, women and men by age or two areas, with outlines */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-pen.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The bars, or an outline over them: groups of both sides, of one moment. */
typedef struct
{
  guint areas[2];
  guint period;
  double sums[2]; /* what shares are of */
  char *name;     /* of an outline */
} Shape;

typedef struct
{
  StreekChartPen *pen;
  guint n_groups;
  gboolean has_two; /* the sides are two groups of one area, not two areas */
  gboolean is_share;
  guint indicators[2]; /* first of the groups of each side */
  char *names[2];
  Shape bars;
  Shape outlines[STREEK_PYRAMID_MAX_OUTLINES];
  guint n_outlines;
  double middle_pt; /* room for the names between the sides */
  StreekRect plot;
  double row_pt;
  StreekScale scales[2];
} Pyramid;

static guint
count_groups (const StreekChart *chart)
{
  guint n = 0;

  for (guint i = 0; i < chart->n_indicators; i++)
    n += !chart->indicators[i].is_other_side && chart->indicators[i].parent < 0;

  return n;
}

static guint
get_row (const Pyramid *self, const Shape *shape, guint side, guint group)
{
  return streek_chart_get_index (self->pen->chart, self->indicators[side] + group,
                                 shape->areas[side], shape->period);
}

static double
get_value (const Pyramid *self, const Shape *shape, guint side, guint group)
{
  double value = self->pen->chart->cells[get_row (self, shape, side, group)].value;

  return self->is_share ? value / shape->sums[side] * 100 : value;
}

/* What all names of a side have in common says which side it is: "Mannen: 0-4 jaar". */
static char *
dup_side_name (const Pyramid *self, guint indicator)
{
  const char *name = self->pen->chart->indicators[indicator].name;
  const char *colon = g_strstr_len (name, -1, ":");

  return colon != NULL ? g_strndup (name, colon - name) : g_strdup (name);
}

/* A share is of one's own side where the sides are areas, of both where they are groups of one. No
 * share of what is not known. */
static void
add_up (const Pyramid *self, Shape *shape)
{
  double sums[2] = { 0, 0 };

  for (guint s = 0; s < 2; s++)
    for (guint g = 0; g < self->n_groups; g++)
      sums[s] += self->pen->chart->cells[get_row (self, shape, s, g)].value;

  for (guint s = 0; s < 2; s++)
    shape->sums[s] = self->has_two ? sums[0] + sums[1] : sums[s];
}

static void
add_outline (Pyramid *self, Shape shape, char *name)
{
  if (self->n_outlines == STREEK_PYRAMID_MAX_OUTLINES)
    {
      g_free (name);
      return;
    }

  shape.name = name;
  add_up (self, &shape);
  self->outlines[self->n_outlines++] = shape;
}

/* The same area in the first period, then areas to compare with. */
static void
choose_outlines (Pyramid *self)
{
  const StreekChart *chart = self->pen->chart;

  if (chart->n_periods > 1)
    add_outline (self, (Shape){ .areas = { self->bars.areas[0], self->bars.areas[1] } },
                 streek_format_period (self->pen->format, chart->periods[0]));

  for (guint a = 0; a < chart->n_areas; a++)
    if (chart->areas[a].is_reference)
      {
        /* areas of another size are compared by what part a group is of all */
        self->is_share = TRUE;
        add_outline (self, (Shape){ .areas = { a, a }, .period = self->bars.period },
                     g_strdup (chart->areas[a].name));
      }
}

static void
choose_sides (Pyramid *self)
{
  const StreekChart *chart = self->pen->chart;
  guint own[2] = { 0, 0 }, n = 0;

  for (guint a = 0; a < chart->n_areas && n < 2; a++)
    if (!chart->areas[a].is_reference)
      own[n++] = a;

  self->has_two = chart->n_indicators > self->n_groups;
  self->is_share = !self->has_two;
  self->indicators[1] = self->has_two ? self->n_groups : 0;
  self->bars =
    (Shape){ .areas = { own[0], self->has_two ? own[0] : own[1] }, .period = chart->n_periods - 1 };
  add_up (self, &self->bars);

  for (guint s = 0; s < 2; s++)
    self->names[s] = self->has_two ? dup_side_name (self, self->indicators[s])
                                   : g_strdup (chart->areas[own[s]].name);

  if (strcmp (self->names[0], self->names[1]) == 0) /* that says nothing */
    for (guint s = 0; s < 2; s++)
      {
        g_free (self->names[s]);
        self->names[s] = g_strdup (chart->indicators[self->indicators[s]].name);
      }

  choose_outlines (self);
}

static const char *
get_group_name (const Pyramid *self, guint group)
{
  const char *label = self->pen->chart->labels[group];
  const char *colon = g_strstr_len (label, -1, ": ");

  return self->pen->chart->n_indicators > self->n_groups && colon != NULL ? colon + 2 : label;
}

static char *
format_value (const Pyramid *self, guint side, guint group)
{
  const StreekChart *chart = self->pen->chart;
  guint row = get_row (self, &self->bars, side, group);

  if (!self->is_share || isnan (chart->cells[row].value))
    return streek_chart_format_cell (chart, row, self->pen->format);

  double share = get_value (self, &self->bars, side, group);

  return isnan (share) ? g_strdup (streek_missing_get_sign (STREEK_MISSING_UNKNOWN))
                       : streek_format_number (self->pen->format, share, 1);
}

static double
get_row_y (const Pyramid *self, guint group)
{
  return self->plot.y + (self->n_groups - 1 - group) * self->row_pt; /* youngest below */
}

/* Where the number of a bar begins: behind the bar and what outlines it. */
static double
find_reach (const Pyramid *self, guint side, guint group)
{
  double value = get_value (self, &self->bars, side, group);
  double reach = isnan (value) ? 0 : value;

  for (guint o = 0; o < self->n_outlines; o++)
    {
      double outline = get_value (self, &self->outlines[o], side, group);

      reach = isnan (outline) ? reach : MAX (reach, outline);
    }

  return streek_scale_to_position (&self->scales[side], reach);
}

static void
draw_row (Pyramid *self, guint group)
{
  StreekChartPen *pen = self->pen;
  const StreekChart *chart = pen->chart;
  double y = get_row_y (self, group);
  double center = self->plot.x + self->plot.width / 2;
  g_autoptr (StreekTextRun) name = streek_pen_set_wrapped (
    pen, MIN (self->row_pt / (pen->size_pt * 1.3), 1), STREEK_WEIGHT_NORMAL,
    get_group_name (self, group), self->middle_pt - 8, 1, STREEK_ALIGN_CENTER);

  streek_pen_add_run (pen, name, center, y + self->row_pt / 2, 0.5, 0.5, pen->theme->ink, FALSE,
                      -1);

  for (guint s = 0; s < 2; s++)
    {
      guint row = get_row (self, &self->bars, s, group);
      double value = get_value (self, &self->bars, s, group);
      double base = self->scales[s].start_pt;
      double end = isnan (value) ? base : streek_scale_to_position (&self->scales[s], value);
      StreekSeriesStyle style = streek_pen_get_style (pen, s);
      StreekStroke outline;
      StreekPaint paint = streek_pen_get_fill (pen, &style, &chart->cells[row], &outline);
      StreekRect rect = { MIN (base, end), y + self->row_pt * 0.07, fabs (end - base),
                          self->row_pt * 0.86 };
      g_autofree char *text = format_value (self, s, group);
      double factor = MIN (self->row_pt / (pen->size_pt * 1.35), 0.92);

      if (chart->spec->grey && outline.width <= 0)
        outline = (StreekStroke){ pen->theme->ink, 0.4, 0, 0 };

      if (!isnan (value))
        streek_scene_builder_add_rect (pen->builder, rect, &paint,
                                       outline.width > 0 ? &outline : NULL, row);

      streek_pen_add_text (pen, factor, STREEK_WEIGHT_NORMAL, text,
                           find_reach (self, s, group) + (s == 0 ? -3 : 3), y + self->row_pt / 2,
                           s == 0 ? 1 : 0, 0.5, pen->theme->ink, row);
      streek_pen_mark_rect (pen, row, rect);
      streek_pen_add_spot (pen, row, s, self->n_groups - 1 - group,
                           (StreekPoint){ end, y + self->row_pt / 2 }, rect);
    }
}

/* One side of an outline: along the ends of its groups, open where one is not known. */
static void
draw_outline_side (Pyramid *self, guint outline, guint side, const StreekStroke *stroke)
{
  const Shape *shape = &self->outlines[outline];
  double before = NAN;

  for (guint g = 0; g < self->n_groups; g++)
    {
      double value = get_value (self, shape, side, g);
      double x = streek_scale_to_position (&self->scales[side], isnan (value) ? 0 : value);
      double y = get_row_y (self, g);

      if (!isnan (value))
        {
          streek_pen_add_line (self->pen, x, y, x, y + self->row_pt, stroke);
          if (!isnan (before))
            streek_pen_add_line (self->pen, before, y + self->row_pt, x, y + self->row_pt, stroke);
        }
      before = isnan (value) ? NAN : x;
    }
}

static StreekSeriesStyle
get_outline_style (const Pyramid *self, guint outline)
{
  StreekSeriesStyle style = streek_pen_get_reference_style (self->pen, outline);

  style.line = (StreekStroke){ self->pen->theme->ink, 1.1 * self->pen->text_scale, 0, 0 };
  if (outline > 0)
    style.line.dash = style.line.gap = 3 * self->pen->text_scale;

  return style;
}

static void
add_outline_spots (Pyramid *self, guint outline, guint side)
{
  const Shape *shape = &self->outlines[outline];

  for (guint g = 0; g < self->n_groups; g++)
    {
      double value = get_value (self, shape, side, g);
      StreekPoint at = { streek_scale_to_position (&self->scales[side], isnan (value) ? 0 : value),
                         get_row_y (self, g) + self->row_pt / 2 };
      guint row = get_row (self, shape, side, g);

      if (isnan (value))
        continue;

      streek_pen_add_spot (self->pen, row, 2 + outline * 2 + side, self->n_groups - 1 - g, at,
                           (StreekRect){ 0 });
      streek_pen_mark_point (self->pen, row, at, 2.5 * self->pen->text_scale);
    }
}

/* Thin and dark, on a pale edge that keeps it apart from bars of any colour. */
static void
draw_outlines (Pyramid *self)
{
  for (guint o = self->n_outlines; o-- > 0;)
    for (guint s = 0; s < 2; s++)
      {
        StreekSeriesStyle style = get_outline_style (self, o);
        StreekStroke edge = { self->pen->theme->paper, style.line.width * 2.6, 0, 0 };

        draw_outline_side (self, o, s, &edge);
        draw_outline_side (self, o, s, &style.line);
        add_outline_spots (self, o, s);
      }
}

static void
add_outline_keys (const Pyramid *self, GArray *keys)
{
  for (guint o = 0; o < self->n_outlines; o++)
    {
      StreekSeriesStyle style = get_outline_style (self, o);

      streek_pen_add_key (keys, STREEK_KEY_LINE, &style, NULL,
                          /* Translators: in a legend; %s is an area or a period */
                          g_strdup_printf (_ ("Outline: %s"), self->outlines[o].name));
    }
}

static double
find_largest_of (const Pyramid *self, const Shape *shape, double largest)
{
  for (guint s = 0; s < 2; s++)
    for (guint g = 0; g < self->n_groups; g++)
      {
        double value = get_value (self, shape, s, g);

        largest = isnan (value) ? largest : MAX (largest, value);
      }

  return largest;
}

static double
find_largest (const Pyramid *self)
{
  double largest = find_largest_of (self, &self->bars, 0);

  for (guint o = 0; o < self->n_outlines; o++)
    largest = find_largest_of (self, &self->outlines[o], largest);

  return largest > 0 ? largest : 1;
}

static char *
dup_heading (const Pyramid *self, guint side)
{
  if (!self->is_share)
    return g_strdup_printf ("%s (%s)", self->names[side], self->pen->chart->indicators[0].unit);

  /* Translators: over one side of a pyramid: its groups as percentages of both sides together */
  return self->has_two ? g_strdup_printf (_ ("%s (%% of both sides)"), self->names[side])
                       : g_strdup_printf ("%s (%%)", self->names[side]);
}

void
streek_chart_draw_pyramid (StreekChartPen *pen, StreekRect frame)
{
  Pyramid self = { .pen = pen, .n_groups = count_groups (pen->chart) };
  g_autoptr (GArray) keys = streek_pen_new_keys ();
  double line = streek_pen_get_line_height (pen, 1);

  choose_sides (&self);
  add_outline_keys (&self, keys);
  streek_pen_add_sign_keys (pen, keys, FALSE);

  double top = streek_pen_draw_keys (pen, keys, frame, TRUE) + line * 1.8;

  for (guint g = 0; g < self.n_groups; g++)
    self.middle_pt = MAX (self.middle_pt, streek_pen_measure (pen, 1, get_group_name (&self, g)));

  self.middle_pt = MIN (self.middle_pt, frame.width * 0.3) + 12;

  double width = MIN (frame.width, frame.height * 1.7 + self.middle_pt);

  self.plot = (StreekRect){ frame.x + (frame.width - width) / 2, frame.y + top, width,
                            frame.height - top - line * 0.5 };
  self.row_pt = MIN (self.plot.height / self.n_groups, line * 3.4);

  double values = streek_pen_measure (pen, 0.92, "99.999") + 6;
  double center = self.plot.x + self.plot.width / 2, largest = find_largest (&self);

  for (guint s = 0; s < 2; s++)
    {
      double direction = s == 0 ? -1 : 1;
      double start = center + direction * self.middle_pt / 2;
      double end = center + direction * (self.plot.width / 2 - values);
      g_autofree char *head = dup_heading (&self, s);

      self.scales[s] = streek_scale_linear (0, largest, start, end);
      streek_pen_add_text (pen, 1.05, STREEK_WEIGHT_BOLD, head, start, self.plot.y - line * 0.4,
                           s == 0 ? 1 : 0, 1, pen->theme->ink, -1);
    }

  for (guint g = 0; g < self.n_groups; g++)
    draw_row (&self, g);

  draw_outlines (&self);

  for (guint s = 0; s < 2; s++)
    g_free (self.names[s]);
  for (guint o = 0; o < self.n_outlines; o++)
    g_free (self.outlines[o].name);

  pen->drawing->steps_go_down = TRUE;
  pen->drawing->plot = self.plot;
}
