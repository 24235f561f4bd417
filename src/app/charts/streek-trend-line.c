/* streek-trend-line.c: the course of one figure through time, as small as a word */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "charts/streek-trend-line.h"

#include "draw/streek-output.h"
#include "figure/streek-chart-spark.h"
#include "figure/streek-count-spark.h"
#include "map/streek-map-painter.h"

#include <glib/gi18n.h>

#define PALE_ALPHA 0.8 /* of the foot */

struct _StreekTrendLine
{
  GtkWidget parent_instance;

  StreekChart *chart; /* (nullable) */
  StreekPeriod current;
  StreekCountCourse *course; /* (nullable): in its place */
};

G_DEFINE_FINAL_TYPE (StreekTrendLine, streek_trend_line, GTK_TYPE_WIDGET)

static StreekColor
get_color (GtkWidget *widget, const char *name)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA color;

  if (name == NULL || !gtk_style_context_lookup_color (style, name, &color))
    gtk_style_context_get_color (style, &color);

  return (StreekColor){ color.red, color.green, color.blue, color.alpha };
}

static StreekScene *
lay_out (StreekTrendLine *self, StreekSize size)
{
  GtkWidget *widget = GTK_WIDGET (self);
  StreekColor ink = get_color (widget, NULL), pale = ink;
  StreekSpark spark = { .size = size,
                        .line = ink,
                        .accent = get_color (widget, "accent_color"),
                        .current = self->current };

  pale.alpha *= PALE_ALPHA;
  if (self->course != NULL)
    return streek_count_spark_layout (self->course, size, ink, pale);

  return self->chart != NULL ? streek_chart_layout_spark (self->chart, &spark) : NULL;
}

static void
streek_trend_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (StreekScene) scene =
    lay_out (STREEK_TREND_LINE (widget),
             (StreekSize){ width * STREEK_POINTS_PER_PIXEL, height * STREEK_POINTS_PER_PIXEL });

  if (scene == NULL)
    return;

  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_scale (cr, 1 / STREEK_POINTS_PER_PIXEL, 1 / STREEK_POINTS_PER_PIXEL);
  streek_scene_draw (scene, cr);
  cairo_destroy (cr);
}

static void
streek_trend_line_dispose (GObject *object)
{
  StreekTrendLine *self = STREEK_TREND_LINE (object);

  g_clear_pointer (&self->chart, streek_chart_unref);
  g_clear_pointer (&self->course, streek_count_course_unref);

  G_OBJECT_CLASS (streek_trend_line_parent_class)->dispose (object);
}

static void
streek_trend_line_class_init (StreekTrendLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_trend_line_dispose;
  widget_class->snapshot = streek_trend_line_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
streek_trend_line_init (StreekTrendLine *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Course over time"), -1);
}

GtkWidget *
streek_trend_line_new (void)
{
  return g_object_new (STREEK_TYPE_TREND_LINE, NULL);
}

gboolean
streek_trend_line_set_chart (StreekTrendLine *self, StreekChart *chart, StreekPeriod current)
{
  g_return_val_if_fail (STREEK_IS_TREND_LINE (self), FALSE);

  g_autofree char *words =
    chart != NULL ? streek_chart_describe_spark (chart, streek_format_get_default ()) : NULL;

  g_clear_pointer (&self->chart, streek_chart_unref);
  self->chart = chart != NULL ? streek_chart_ref (chart) : NULL;
  self->current = current;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return words != NULL;
}

void
streek_trend_line_set_course (StreekTrendLine *self, StreekCountCourse *course)
{
  g_return_if_fail (STREEK_IS_TREND_LINE (self) && course != NULL);

  streek_count_course_ref (course);
  g_clear_pointer (&self->course, streek_count_course_unref);
  self->course = course;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
