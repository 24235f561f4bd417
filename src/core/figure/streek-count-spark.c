/* streek-count-spark.c: the course of a count, as small as a word */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-count-spark.h"

#include "draw/streek-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of a box of STREEK_COUNT_SPARK_HEIGHT_PT. */
#define LINE_PT 1.2
#define OPEN_LINE_PT 0.9
#define FOOT_PT 0.5
#define RADIUS_PT 1.8
#define LEAST_RADIUS_PT 0.9
#define MARGIN_PT 3.0

typedef struct
{
  const StreekCountCourse *course;
  StreekSceneBuilder *builder;
  StreekScale x;
  StreekScale y;
  StreekColor ink;
  double scale;
  double radius;
} Spark;

static StreekPoint
get_place (const Spark *self, guint i)
{
  const StreekCountPoint *point = streek_count_course_get_point (self->course, i);

  return (
    StreekPoint){ streek_scale_to_position (&self->x, streek_period_get_first_day (point->period)),
                  streek_scale_to_position (&self->y, point->value) };
}

static gboolean
is_open (const Spark *self, guint i)
{
  return streek_count_course_get_point (self->course, i)->qualifier != STREEK_QUALIFIER_NONE;
}

/* It ends at the edge of a dot: the inside of an open one shows the ground. */
static void
draw_line (const Spark *self, guint i)
{
  StreekPoint from = get_place (self, i - 1), to = get_place (self, i);
  double length = hypot (to.x - from.x, to.y - from.y);
  StreekStroke stroke = { self->ink, LINE_PT * self->scale, 0, 0 };

  if (length <= 2 * self->radius)
    return;

  double dx = (to.x - from.x) / length * self->radius, dy = (to.y - from.y) / length * self->radius;
  const StreekPoint points[] = { { from.x + dx, from.y + dy }, { to.x - dx, to.y - dy } };

  streek_scene_builder_add_polygon (self->builder, points, 2, FALSE, NULL, &stroke, -1);
}

static void
draw_dot (const Spark *self, guint i)
{
  StreekPaint paint = { .color = self->ink };
  StreekStroke outline = { self->ink, OPEN_LINE_PT * self->scale, 0, 0 };
  gboolean open = is_open (self, i);

  streek_scene_builder_add_symbol (self->builder, STREEK_SYMBOL_CIRCLE, get_place (self, i),
                                   self->radius, open ? NULL : &paint, open ? &outline : NULL, -1);
}

void
streek_count_spark_draw (const StreekCountCourse *course,
                         StreekSceneBuilder *builder,
                         StreekRect box,
                         StreekColor ink,
                         StreekColor pale)
{
  g_return_if_fail (course != NULL && builder != NULL);

  guint n = streek_count_course_get_n_points (course);

  if (n == 0)
    return;

  double scale = box.height / STREEK_COUNT_SPARK_HEIGHT_PT, margin = MARGIN_PT * scale;
  double highest =
    streek_count_course_get_point (course, streek_count_course_find_highest (course))->value;
  double foot = box.y + box.height - margin;
  StreekStroke rule = { pale, FOOT_PT * scale, 0, 0 };
  /* many dots are smaller, so that they stay apart */
  Spark self = {
    course,
    builder,
    streek_scale_time (streek_count_course_get_point (course, 0)->period,
                       streek_count_course_get_point (course, n - 1)->period, box.x + margin,
                       box.x + box.width - margin),
    streek_scale_linear (0, highest > 0 ? highest : 1, foot, box.y + margin),
    ink,
    scale,
    CLAMP (box.width / n / 3, LEAST_RADIUS_PT * scale, RADIUS_PT * scale),
  };

  streek_scene_builder_add_rule (builder, (StreekPoint){ box.x, foot },
                                 (StreekPoint){ box.x + box.width, foot }, &rule, -1);

  for (guint i = 1; i < n; i++)
    if (streek_count_course_is_joined (course, i))
      draw_line (&self, i);

  for (guint i = 0; i < n; i++)
    draw_dot (&self, i);
}

StreekScene *
streek_count_spark_layout (const StreekCountCourse *course,
                           StreekSize size,
                           StreekColor ink,
                           StreekColor pale)
{
  StreekSceneBuilder *builder = streek_scene_builder_new (size);

  streek_count_spark_draw (course, builder, (StreekRect){ 0, 0, size.width, size.height }, ink,
                           pale);

  return streek_scene_builder_end (builder);
}

const char *
streek_count_spark_get_key (const StreekCountCourse *course)
{
  return streek_count_course_is_exact (course) ? NULL : _ ("Open dots are not exact.");
}
