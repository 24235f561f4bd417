/* streek-map-points.c: points of a map on paper: their signs, their names, and what is hit */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-points.h"

#include "figure/streek-point-sign.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SIGN_PT 3.6       /* radius on A4 */
#define REACH_PT 3.0      /* a finger or a pointer need not be exact */
#define NEAR 1.7          /* in radii: closer signs hide each other */
#define MOST_SPREAD 5     /* more of them become one sign with a number */
#define RING 1.25         /* in radii: signs that were spread keep this apart */
#define CIRCLE_ALPHA 0.35 /* of circles around points: what lies below shows */

static double
get_sign_radius (const StreekMapPlan *plan)
{
  return SIGN_PT * plan->text_scale;
}

static StreekPoint
locate (const StreekMapPlan *plan, const StreekMapPoint *point)
{
  return streek_map_to_paper (plan, point->x, point->y);
}

static const StreekMapPoint *
get_point (const StreekMapPlan *plan, guint index)
{
  return &g_array_index (plan->figure->points->points, StreekMapPoint, index);
}

static void
free_mark (gpointer data)
{
  StreekPointMark *mark = data;

  g_array_unref (mark->points);
  g_free (mark);
}

static StreekPointMark *
add_mark (GPtrArray *marks, StreekPoint place, double radius_pt, guint point)
{
  StreekPointMark *mark = g_new0 (StreekPointMark, 1);

  *mark = (StreekPointMark){ place, place, radius_pt, g_array_new (FALSE, FALSE, sizeof (guint)) };
  g_array_append_val (mark->points, point);
  g_ptr_array_add (marks, mark);

  return mark;
}

/* The largest first, so that none is hidden. */
static int
compare_by_value (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const StreekMapPlan *plan = user_data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  double one = fabs (get_point (plan, first)->value),
         other = fabs (get_point (plan, second)->value);

  /* what has no value comes last, and so on top: it is small */
  if (isnan (one) != isnan (other))
    return isnan (one) ? 1 : -1;
  if (isnan (one) || one == other)
    return first < second ? -1 : 1;

  return one > other ? -1 : 1;
}

/* With circles every point stays where it is. */
static void
lay_circles (const StreekMapPlan *plan, GPtrArray *marks)
{
  const StreekPoints *points = plan->figure->points;
  guint n = points->points->len;
  g_autofree guint *order = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_by_value, (gpointer) plan);

  for (guint i = 0; i < n; i++)
    {
      const StreekMapPoint *point = get_point (plan, order[i]);
      StreekPoint place = locate (plan, point);
      double radius = streek_points_get_radius (points, point->value) * plan->text_scale;

      if (streek_map_holds (plan->map, place))
        add_mark (marks, place, MAX (radius, get_sign_radius (plan)), order[i]);
    }
}

/* The first cluster that a point is near to takes it in; its middle stays that of its first. */
static GPtrArray *
gather_clusters (const StreekMapPlan *plan)
{
  GPtrArray *clusters = g_ptr_array_new_with_free_func (free_mark);
  double near_pt = NEAR * get_sign_radius (plan);

  for (guint i = 0; i < plan->figure->points->points->len; i++)
    {
      StreekPoint place = locate (plan, get_point (plan, i));
      gboolean is_in = FALSE;

      for (guint j = 0; j < clusters->len && !is_in; j++)
        {
          StreekPointMark *cluster = clusters->pdata[j];

          is_in = hypot (cluster->place.x - place.x, cluster->place.y - place.y) < near_pt;
          if (is_in)
            g_array_append_val (cluster->points, i);
        }

      if (!is_in && streek_map_holds (plan->map, place))
        add_mark (clusters, place, get_sign_radius (plan), i);
    }

  return clusters;
}

/* Around their middle, each with a short line to where it is. */
static void
spread (const StreekMapPlan *plan, const StreekPointMark *cluster, GPtrArray *marks)
{
  guint n = cluster->points->len;
  double radius = get_sign_radius (plan), away = RING * radius / sin (G_PI / n);
  StreekPoint middle = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      StreekPoint place =
        locate (plan, get_point (plan, g_array_index (cluster->points, guint, i)));

      middle.x += place.x / n;
      middle.y += place.y / n;
    }

  for (guint i = 0; i < n; i++)
    {
      guint point = g_array_index (cluster->points, guint, i);
      double angle = 2 * G_PI * i / n - (n == 2 ? G_PI : G_PI / 2);
      StreekPoint place = { middle.x + away * cos (angle), middle.y + away * sin (angle) };
      StreekPointMark *mark = add_mark (marks, place, radius, point);

      mark->from = locate (plan, get_point (plan, point));
    }
}

static void
lay_signs (const StreekMapPlan *plan, GPtrArray *marks)
{
  g_autoptr (GPtrArray) clusters = gather_clusters (plan);

  for (guint i = 0; i < clusters->len; i++)
    {
      const StreekPointMark *cluster = clusters->pdata[i];
      guint n = cluster->points->len;

      if (n > 1 && n <= MOST_SPREAD)
        {
          spread (plan, cluster, marks);
          continue;
        }

      StreekPointMark *mark =
        add_mark (marks, cluster->place, get_sign_radius (plan) * (n > 1 ? 1.9 : 1),
                  g_array_index (cluster->points, guint, 0));

      if (n > 1)
        g_array_append_vals (mark->points, &g_array_index (cluster->points, guint, 1), n - 1);
    }
}

/* (element-type StreekPointMark) in the order in which they are drawn */
static GPtrArray *
lay_marks (const StreekMapPlan *plan)
{
  const StreekPoints *points = plan->figure->points;
  GPtrArray *marks = g_ptr_array_new_with_free_func (free_mark);

  if (points == NULL)
    return marks;

  if (points->value_column >= 0)
    lay_circles (plan, marks);
  else
    lay_signs (plan, marks);

  return marks;
}

static guint
get_symbol (const StreekMapPlan *plan, guint point)
{
  return g_array_index (plan->figure->points->kinds, StreekPointKind, get_point (plan, point)->kind)
    .symbol;
}

static void
draw_circle (const StreekMapPlan *plan, StreekSceneBuilder *builder, const StreekPointMark *mark)
{
  guint index = g_array_index (mark->points, guint, 0);
  const StreekMapPoint *point = get_point (plan, index);
  gboolean is_grey = plan->figure->spec->grey;
  StreekColor color = streek_point_sign_get_color (get_symbol (plan, index), is_grey);
  double radius = streek_points_get_radius (plan->figure->points, point->value) * plan->text_scale;
  StreekPaint paint = { .color = color };
  const StreekStroke casing = { plan->options->theme->paper, 2, 0, 0 };
  const StreekStroke line = { color, 0.9, point->value < 0 ? 2 : 0, point->value < 0 ? 1.5 : 0 };

  paint.color.alpha = point->value < 0 ? 0 : CIRCLE_ALPHA;
  if (radius > 0)
    {
      streek_scene_builder_add_symbol (builder, STREEK_SYMBOL_CIRCLE, mark->place, radius, NULL,
                                       &casing, -1);
      streek_scene_builder_add_symbol (builder, STREEK_SYMBOL_CIRCLE, mark->place, radius, &paint,
                                       &line, -1);
    }

  streek_point_sign_draw (builder, get_symbol (plan, index), is_grey, mark->place,
                          get_sign_radius (plan) * 0.7, -1);
}

static void
draw_number (const StreekMapPlan *plan, StreekSceneBuilder *builder, const StreekPointMark *mark)
{
  const StreekTheme *theme = plan->options->theme;
  const StreekPaint paper = { .color = theme->paper };
  const StreekStroke line = { theme->ink, 0.9, 0, 0 };
  const StreekFont font = { theme->label_pt * 0.85 * plan->text_scale, STREEK_WEIGHT_BOLD, FALSE };
  g_autofree char *number = g_strdup_printf ("%u", mark->points->len);
  StreekTextRun *run = streek_typesetter_set (plan->typesetter, font, number);
  StreekPoint origin = { mark->place.x - streek_text_run_get_width (run) / 2,
                         mark->place.y - streek_text_run_get_height (run) / 2 +
                           streek_text_run_get_ascent (run) };

  streek_scene_builder_add_symbol (builder, STREEK_SYMBOL_CIRCLE, mark->place, mark->radius_pt,
                                   &paper, &line, -1);
  streek_scene_builder_add_text (builder, run, origin, theme->ink, NULL, -1);
  streek_text_run_unref (run);
}

static void
draw_leader (const StreekMapPlan *plan, StreekSceneBuilder *builder, const StreekPointMark *mark)
{
  const StreekStroke line = { plan->options->theme->ink, 0.5, 0, 0 };

  if (mark->from.x != mark->place.x || mark->from.y != mark->place.y)
    streek_scene_builder_add_rule (builder, mark->from, mark->place, &line, -1);
}

gboolean
streek_map_names_points (const StreekMapPlan *plan)
{
  return streek_figure_get_n_points (plan->figure) > 0 && !plan->figure->spec->points.hides_names;
}

void
streek_map_draw_points (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  if (plan->figure->points == NULL || plan->figure->points->points->len == 0)
    return;

  g_autoptr (GPtrArray) marks = lay_marks (plan);

  streek_scene_builder_push_group (builder, "points", plan->figure->points->title);

  for (guint i = 0; i < marks->len; i++)
    draw_leader (plan, builder, marks->pdata[i]);

  for (guint i = 0; i < marks->len; i++)
    {
      const StreekPointMark *mark = marks->pdata[i];

      if (mark->points->len > 1)
        draw_number (plan, builder, mark);
      else if (plan->figure->points->value_column >= 0)
        draw_circle (plan, builder, mark);
      else
        streek_point_sign_draw (builder, get_symbol (plan, g_array_index (mark->points, guint, 0)),
                                plan->figure->spec->grey, mark->place, mark->radius_pt, -1);
    }

  streek_scene_builder_pop_group (builder);
}

void
streek_map_block_points (const StreekMapPlan *plan, StreekLabeller *labeller)
{
  g_autoptr (GPtrArray) marks = lay_marks (plan);

  for (guint i = 0; i < marks->len; i++)
    {
      const StreekPointMark *mark = marks->pdata[i];
      /* names may lie on a pale circle, not on the sign in it */
      double radius = mark->points->len > 1 ? mark->radius_pt : get_sign_radius (plan);

      streek_labeller_block (
        labeller,
        (StreekRect){ mark->place.x - radius, mark->place.y - radius, 2 * radius, 2 * radius }, -1);
    }
}

void
streek_map_place_point_names (const StreekMapPlan *plan,
                              StreekLabeller *labeller,
                              const StreekRowGrid *grid)
{
  g_autoptr (GPtrArray) marks = lay_marks (plan);
  g_autofree StreekLabelWish *wishes = g_new0 (StreekLabelWish, MAX (marks->len, 1));
  guint n = 0;

  if (!streek_map_names_points (plan))
    return;

  for (guint i = 0; i < marks->len; i++)
    {
      const StreekPointMark *mark = marks->pdata[i];
      guint index = g_array_index (mark->points, guint, 0);

      if (mark->points->len > 1)
        continue;

      wishes[n++] = (StreekLabelWish){
        .row = -1,
        .group = -1,
        .name = get_point (plan, index)->name,
        .anchor = mark->place,
        .radius_pt = get_sign_radius (plan),
        .font = { plan->options->theme->label_pt * 0.95 * plan->text_scale, STREEK_WEIGHT_BOLD,
                  FALSE },
        .circle_pt = get_sign_radius (plan) * 1.15,
        .is_point = TRUE,
      };
    }

  streek_labeller_place (labeller, wishes, n, grid);
}

/**
 * streek_figure_lay_points:
 * @options: as for the layout
 *
 * For pointing at them: the same signs at the same places as layout draws for the same options.
 *
 * Returns: (transfer full) (element-type StreekPointMark): in the order in which they are drawn
 */
GPtrArray *
streek_figure_lay_points (const StreekFigure *figure, const StreekLayoutOptions *options)
{
  g_return_val_if_fail (figure != NULL && options != NULL, NULL);

  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  StreekMapPlan plan;

  streek_map_plan (&plan, figure, options, typesetter, NULL);

  GPtrArray *marks = lay_marks (&plan);

  streek_map_plan_clear (&plan);

  return marks;
}

/**
 * streek_point_marks_find:
 * @marks: (element-type StreekPointMark): as streek_figure_lay_points() gives them
 *
 * Returns: which of them lies at @place or very near, the nearest one and of those the topmost; -1:
 *   none
 */
int
streek_point_marks_find (const GPtrArray *marks, StreekPoint place)
{
  double best = INFINITY;
  int found = -1;

  for (guint i = 0; i < marks->len; i++)
    {
      const StreekPointMark *mark = marks->pdata[i];
      double away = hypot (mark->place.x - place.x, mark->place.y - place.y);

      if (away <= mark->radius_pt + REACH_PT && away <= best)
        {
          best = away;
          found = (int) i;
        }
    }

  return found;
}

guint
streek_figure_get_n_points (const StreekFigure *figure)
{
  return figure->points != NULL ? figure->points->points->len : 0;
}

/**
 * streek_figure_get_point_key:
 * @point: from 0
 *
 * Returns: what its table knows it by, its column "id"
 */
const char *
streek_figure_get_point_key (const StreekFigure *figure, guint point)
{
  g_return_val_if_fail (point < streek_figure_get_n_points (figure), NULL);

  return g_array_index (figure->points->points, StreekMapPoint, point).key;
}

void
streek_figure_get_point_place (const StreekFigure *figure, guint point, double *x, double *y)
{
  g_return_if_fail (point < streek_figure_get_n_points (figure));

  const StreekMapPoint *found = &g_array_index (figure->points->points, StreekMapPoint, point);

  *x = found->x;
  *y = found->y;
}

const char *
streek_figure_get_point_name (const StreekFigure *figure, guint point)
{
  g_return_val_if_fail (point < streek_figure_get_n_points (figure), NULL);

  return g_array_index (figure->points->points, StreekMapPoint, point).name;
}

/* "Containers: ≈ 1.234 TEU (2023)", or why there is none */
static char *
dup_value (const StreekFigure *figure, const StreekMapPoint *point, const StreekFormat *format)
{
  const StreekPoints *points = figure->points;
  const char *name = figure->spec->points.count;

  if (points->value_column < 0)
    return NULL;
  if (isnan (point->value))
    return g_strdup_printf ("%s: %s", name, streek_missing_get_label (point->missing));

  guint column = (guint) points->value_column;
  StreekPeriod date = streek_table_get_reference (points->table, point->table_row, column);
  const char *sign = streek_qualifier_get_sign (
    streek_table_get_qualifier (points->table, point->table_row, column));
  g_autofree char *number = streek_format_number (format, point->value, points->decimals);
  GString *text = g_string_new (name);

  g_string_append_printf (text, ": %s%s%s", sign, *sign != '\0' ? "\u00a0" : "", number);
  if (points->unit != NULL && *points->unit != '\0')
    g_string_append_printf (text, " %s", points->unit);

  if (date.kind != STREEK_PERIOD_NONE)
    {
      g_autofree char *when = streek_format_period (format, date);

      g_string_append_printf (text, " (%s)", when);
    }

  return g_string_free (text, FALSE);
}

/**
 * streek_figure_describe_point:
 *
 * Returns: (transfer full): "Zeebrugge, port, in Brugge": what a screen reader hears
 */
char *
streek_figure_describe_point (const StreekFigure *figure, guint point, const StreekFormat *format)
{
  g_return_val_if_fail (point < streek_figure_get_n_points (figure), NULL);

  const StreekPoints *points = figure->points;
  const StreekMapPoint *found = &g_array_index (points->points, StreekMapPoint, point);
  const char *kind = g_array_index (points->kinds, StreekPointKind, found->kind).label;
  g_autofree char *value = dup_value (figure, found, format);
  /* Translators: %1$s is a place, %2$s what kind of place, %3$s the area in which it lies. */
  g_autofree char *where =
    g_strdup_printf (_ ("%1$s, %2$s, in %3$s"), found->name, kind, figure->names[found->row]);

  return value != NULL ? g_strdup_printf ("%s, %s", where, value) : g_steal_pointer (&where);
}
