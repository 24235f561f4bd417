/* streek-chart-pyramid.c: groups back to back: women and men by age, or two areas */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-pen.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  guint indicator; /* first of its groups */
  guint area;
  double sum; /* of its groups, to make shares of; 1 for counts as they are */
  char *name;
} Side;

typedef struct
{
  StreekChartPen *pen;
  guint n_groups;
  gboolean is_share;
  Side sides[2];
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
get_row (const Pyramid *self, const Side *side, guint group)
{
  const StreekChart *chart = self->pen->chart;

  return streek_chart_get_index (chart, side->indicator + group, side->area, chart->n_periods - 1);
}

static double
get_value (const Pyramid *self, const Side *side, guint group)
{
  double value = self->pen->chart->cells[get_row (self, side, group)].value;

  return self->is_share ? value / side->sum * 100 : value;
}

/* What all names of a side have in common says which side it is: "Mannen: 0-4 jaar". */
static char *
dup_side_name (const Pyramid *self, guint indicator)
{
  const char *name = self->pen->chart->indicators[indicator].name;
  const char *colon = g_strstr_len (name, -1, ":");

  return colon != NULL ? g_strndup (name, colon - name) : g_strdup (name);
}

static void
choose_sides (Pyramid *self)
{
  const StreekChart *chart = self->pen->chart;
  gboolean has_two = chart->n_indicators > self->n_groups;
  guint own[2] = { 0, 0 }, n = 0;

  for (guint a = 0; a < chart->n_areas && n < 2; a++)
    if (!chart->areas[a].is_reference)
      own[n++] = a;

  self->is_share = !has_two;

  for (guint s = 0; s < 2; s++)
    {
      Side *side = &self->sides[s];

      side->indicator = has_two && s == 1 ? self->n_groups : 0;
      side->area = has_two ? own[0] : own[s];
      side->name =
        has_two ? dup_side_name (self, side->indicator) : g_strdup (chart->areas[side->area].name);
      side->sum = 0;

      for (guint g = 0; g < self->n_groups; g++)
        {
          double value = chart->cells[get_row (self, side, g)].value;

          side->sum += isnan (value) ? NAN : value; /* no share of what is not known */
        }
    }
}

static const char *
get_group_name (const Pyramid *self, guint group)
{
  const char *label = self->pen->chart->labels[group];
  const char *colon = g_strstr_len (label, -1, ": ");

  return self->pen->chart->n_indicators > self->n_groups && colon != NULL ? colon + 2 : label;
}

static char *
format_value (const Pyramid *self, const Side *side, guint group)
{
  const StreekChart *chart = self->pen->chart;
  guint row = get_row (self, side, group);

  if (!self->is_share || isnan (chart->cells[row].value))
    return streek_chart_format_cell (chart, row, self->pen->format);

  double share = get_value (self, side, group);

  return isnan (share) ? g_strdup (streek_missing_get_sign (STREEK_MISSING_UNKNOWN))
                       : streek_format_number (self->pen->format, share, 1);
}

static void
draw_row (Pyramid *self, guint group)
{
  StreekChartPen *pen = self->pen;
  const StreekChart *chart = pen->chart;
  double y = self->plot.y + (self->n_groups - 1 - group) * self->row_pt; /* youngest below */
  double center = self->plot.x + self->plot.width / 2;
  g_autoptr (StreekTextRun) name = streek_pen_set_wrapped (
    pen, MIN (self->row_pt / (pen->size_pt * 1.3), 1), STREEK_WEIGHT_NORMAL,
    get_group_name (self, group), self->middle_pt - 8, 1, STREEK_ALIGN_CENTER);

  streek_pen_add_run (pen, name, center, y + self->row_pt / 2, 0.5, 0.5, pen->theme->ink, FALSE,
                      -1);

  for (guint s = 0; s < 2; s++)
    {
      const Side *side = &self->sides[s];
      guint row = get_row (self, side, group);
      double value = get_value (self, side, group);
      double base = self->scales[s].start_pt;
      double end = isnan (value) ? base : streek_scale_to_position (&self->scales[s], value);
      StreekSeriesStyle style = streek_pen_get_style (pen, s);
      StreekStroke outline;
      StreekPaint paint = streek_pen_get_fill (pen, &style, &chart->cells[row], &outline);
      StreekRect rect = { MIN (base, end), y + self->row_pt * 0.07, fabs (end - base),
                          self->row_pt * 0.86 };
      g_autofree char *text = format_value (self, side, group);
      double factor = MIN (self->row_pt / (pen->size_pt * 1.35), 0.92);

      if (chart->spec->grey && outline.width <= 0)
        outline = (StreekStroke){ pen->theme->ink, 0.4, 0, 0 };

      if (!isnan (value))
        streek_scene_builder_add_rect (pen->builder, rect, &paint,
                                       outline.width > 0 ? &outline : NULL, row);

      streek_pen_add_text (pen, factor, STREEK_WEIGHT_NORMAL, text, end + (s == 0 ? -3 : 3),
                           y + self->row_pt / 2, s == 0 ? 1 : 0, 0.5, pen->theme->ink, row);
      streek_pen_mark_rect (pen, row, rect);
      streek_pen_add_spot (pen, row, s, self->n_groups - 1 - group,
                           (StreekPoint){ end, y + self->row_pt / 2 }, rect);
    }
}

static double
find_largest (const Pyramid *self)
{
  double largest = 0;

  for (guint s = 0; s < 2; s++)
    for (guint g = 0; g < self->n_groups; g++)
      {
        double value = get_value (self, &self->sides[s], g);

        largest = isnan (value) ? largest : MAX (largest, value);
      }

  return largest > 0 ? largest : 1;
}

void
streek_chart_draw_pyramid (StreekChartPen *pen, StreekRect frame)
{
  const StreekChart *chart = pen->chart;
  Pyramid self = { .pen = pen, .n_groups = count_groups (chart) };
  g_autoptr (GArray) keys = streek_pen_new_keys ();
  double line = streek_pen_get_line_height (pen, 1);

  choose_sides (&self);
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

  if (strcmp (self.sides[0].name, self.sides[1].name) == 0) /* that says nothing */
    for (guint s = 0; s < 2; s++)
      {
        g_free (self.sides[s].name);
        self.sides[s].name = g_strdup (chart->indicators[self.sides[s].indicator].name);
      }

  for (guint s = 0; s < 2; s++)
    {
      double direction = s == 0 ? -1 : 1;
      double start = center + direction * self.middle_pt / 2;
      double end = center + direction * (self.plot.width / 2 - values);
      g_autofree char *head =
        self.is_share ? g_strdup_printf ("%s (%%)", self.sides[s].name)
                      : g_strdup_printf ("%s (%s)", self.sides[s].name, chart->indicators[0].unit);

      self.scales[s] = streek_scale_linear (0, largest, start, end);
      streek_pen_add_text (pen, 1.05, STREEK_WEIGHT_BOLD, head, start, self.plot.y - line * 0.4,
                           s == 0 ? 1 : 0, 1, pen->theme->ink, -1);
    }

  for (guint g = 0; g < self.n_groups; g++)
    draw_row (&self, g);

  for (guint s = 0; s < 2; s++)
    g_free (self.sides[s].name);

  pen->drawing->steps_go_down = TRUE;
  pen->drawing->plot = self.plot;
}
