/* streek-class-chart.c: how the values lie and where classes end, with limits that can be moved */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-class-chart"
#include "config.h"
#include "base/streek-number.h"
#include "draw/streek-output.h"
#include "map/streek-class-chart.h"
#include "map/streek-limit-handle.h"
#include "map/streek-map-painter.h"
#include "stats/streek-sort.h"

#include <glib/gi18n.h>
#include <math.h>

#define SIDE_PX 9   /* left and right of the values: half a handle */
#define VALUE_PX 17 /* over the bars: the value of the limit that has the focus */
#define BARS_PX 74
#define RUG_PX 7
#define ENDS_PX 17 /* under the rug: the least and the greatest value */
#define BIN_PX 7
#define PAGE_STEPS 10

struct _StreekClassChart
{
  GtkWidget parent_instance;

  StreekFigure *figure; /* (nullable) */
  GArray *values;       /* (element-type double) present ones, ascending */
  GArray *paints;       /* (element-type StreekPaint) of the classes */
  GArray *limits;       /* (element-type double) */
  GPtrArray *handles;   /* (element-type StreekLimitHandle) as many */
  double low;           /* what the width shows, of values and limits */
  double high;
  int dragged;        /* -1: none */
  StreekScene *scene; /* (nullable) made at the size of the widget */
};

enum
{
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekClassChart, streek_class_chart, GTK_TYPE_WIDGET)

static double
get_limit (StreekClassChart *self, guint index)
{
  return g_array_index (self->limits, double, index);
}

static double
get_value (StreekClassChart *self, guint index)
{
  return g_array_index (self->values, double, index);
}

static double
get_span_px (StreekClassChart *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * SIDE_PX, 1);
}

static double
find_place (StreekClassChart *self, double value)
{
  double range = self->high - self->low;

  return SIDE_PX +
         (range > 0 ? (value - self->low) / range * get_span_px (self) : get_span_px (self) / 2);
}

static int
get_decimals (StreekClassChart *self)
{
  StreekClasses *classes = streek_figure_get_classes (self->figure);

  return classes != NULL ? streek_classes_get_decimals (classes) : 0;
}

static char *
dup_number (StreekClassChart *self, double value)
{
  return streek_format_number (streek_format_get_default (), value, get_decimals (self));
}

/* Drawing */

static guint
count_bins (StreekClassChart *self)
{
  return self->high > self->low ? CLAMP ((guint) (get_span_px (self) / BIN_PX), 10, 80) : 1;
}

static guint
find_bin (StreekClassChart *self, double value, guint n_bins)
{
  double range = self->high - self->low;

  return range > 0 ? MIN ((guint) ((value - self->low) / range * n_bins), n_bins - 1) : 0;
}

/* A part of a bar in the colour of its class; a hatch stays a hatch. Pixels become points here. */
static void
add_bar (StreekSceneBuilder *builder,
         double left_px,
         double right_px,
         double height_px,
         const StreekPaint *paint)
{
  static const StreekStroke line = { .color = { 0.35, 0.35, 0.35, 1 }, .width = 0.4 };
  double top = (VALUE_PX + BARS_PX - height_px) * STREEK_POINTS_PER_PIXEL;
  StreekRect rect = { left_px * STREEK_POINTS_PER_PIXEL, top,
                      (right_px - left_px) * STREEK_POINTS_PER_PIXEL,
                      height_px * STREEK_POINTS_PER_PIXEL };

  streek_scene_builder_add_rect (builder, rect, paint, &line, -1);
}

/* From each class to the next within one bar. */
static void
add_parts (
  StreekClassChart *self, StreekSceneBuilder *builder, guint bin, guint n_bins, double height_px)
{
  StreekClasses *classes = streek_figure_get_classes (self->figure);
  double width = get_span_px (self) / n_bins;
  double from = SIDE_PX + bin * width, end = from + MAX (width - 1, 1);

  for (guint i = 0; i < streek_classes_get_n (classes) && i < self->paints->len; i++)
    {
      gboolean is_last = i + 1 == streek_classes_get_n (classes);
      double next = is_last ? end : find_place (self, streek_classes_get_lower (classes, i + 1));
      double to = MIN (next, end);

      if (to <= from)
        continue;

      add_bar (builder, from, to, height_px, &g_array_index (self->paints, StreekPaint, i));
      from = to;
    }
}

static void
add_bars (StreekClassChart *self, StreekSceneBuilder *builder)
{
  guint n_bins = count_bins (self), most = 1;
  g_autofree guint *counts = g_new0 (guint, n_bins);

  for (guint i = 0; i < self->values->len; i++)
    counts[find_bin (self, get_value (self, i), n_bins)]++;

  for (guint i = 0; i < n_bins; i++)
    most = MAX (most, counts[i]);

  for (guint i = 0; i < n_bins; i++)
    if (counts[i] > 0)
      add_parts (self, builder, i, n_bins, MAX ((double) counts[i] / most * BARS_PX, 2));
}

/* A stroke under the bars for each area. */
static void
add_rug (StreekClassChart *self, StreekSceneBuilder *builder)
{
  static const StreekStroke line = { .color = { 0.2, 0.2, 0.2, 0.6 }, .width = 0.5 };

  for (guint i = 0; i < self->values->len; i++)
    {
      double x = find_place (self, get_value (self, i)) * STREEK_POINTS_PER_PIXEL;

      streek_scene_builder_add_rule (
        builder, (StreekPoint){ x, (VALUE_PX + BARS_PX + 1) * STREEK_POINTS_PER_PIXEL },
        (StreekPoint){ x, (VALUE_PX + BARS_PX + RUG_PX) * STREEK_POINTS_PER_PIXEL }, &line, -1);
    }
}

static StreekScene *
make_scene (StreekClassChart *self)
{
  StreekSceneBuilder *builder = streek_scene_builder_new (
    (StreekSize){ gtk_widget_get_width (GTK_WIDGET (self)) * STREEK_POINTS_PER_PIXEL,
                  gtk_widget_get_height (GTK_WIDGET (self)) * STREEK_POINTS_PER_PIXEL });

  add_bars (self, builder);
  add_rug (self, builder);

  return streek_scene_builder_end (builder);
}

/* @share: where the text lies on @x_px: 0 begins there, 1 ends there */
static void
write_number (StreekClassChart *self,
              GtkSnapshot *snapshot,
              double value,
              double x_px,
              double y_px,
              double share)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *text = dup_number (self, value);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width, height;
  GdkRGBA color;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);

  double x = CLAMP (x_px - share * width, 2, MAX (gtk_widget_get_width (widget) - width - 2, 2));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y_px));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* The one that is dragged or has the focus; -1: none */
static int
find_active (StreekClassChart *self)
{
  for (guint i = 0; i < self->handles->len && self->dragged < 0; i++)
    if (gtk_widget_has_focus (g_ptr_array_index (self->handles, i)))
      return (int) i;

  return self->dragged;
}

static void
streek_class_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StreekClassChart *self = STREEK_CLASS_CHART (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int active = find_active (self);

  if (self->figure == NULL || self->values->len == 0)
    return;

  if (self->scene == NULL)
    self->scene = make_scene (self);

  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_scale (cr, 1 / STREEK_POINTS_PER_PIXEL, 1 / STREEK_POINTS_PER_PIXEL);
  streek_scene_draw (self->scene, cr);
  cairo_destroy (cr);

  write_number (self, snapshot, self->low, SIDE_PX, height - ENDS_PX, 0);
  if (self->high > self->low)
    write_number (self, snapshot, self->high, width - SIDE_PX, height - ENDS_PX, 1);
  if (active >= 0 && active < (int) self->limits->len)
    write_number (self, snapshot, get_limit (self, active),
                  find_place (self, get_limit (self, active)), 0, 0.5);

  for (guint i = 0; i < self->handles->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->handles, i), snapshot);
}

static void
redraw (StreekClassChart *self)
{
  g_clear_pointer (&self->scene, streek_scene_unref);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Moving */

/* A round step: about as fine as @n parts of the width, never finer than what is shown. */
static double
find_step (StreekClassChart *self, double n)
{
  double unit = pow (10, -get_decimals (self));
  double range = self->high - self->low;

  return range > 0 ? MAX (unit, pow (10, floor (log10 (range / n)))) : unit;
}

/* Limits never pass each other, and each leaves a place for a value on both sides. */
static double
keep_between (StreekClassChart *self, guint index, double wanted)
{
  double unit = pow (10, -get_decimals (self));
  double now = get_limit (self, index);
  double least = (index > 0 ? get_limit (self, index - 1) : get_value (self, 0)) + unit;
  double most = index + 1 < self->limits->len ? get_limit (self, index + 1) - unit
                                              : get_value (self, self->values->len - 1);

  return CLAMP (wanted, MIN (least, now), MAX (most, now));
}

static void
describe (StreekClassChart *self, guint index)
{
  /* Translators: %1$u and %2$u count the limits between classes, from low to high */
  g_autofree char *name = g_strdup_printf (_ ("Limit %1$u of %2$u"), index + 1, self->limits->len);
  g_autofree char *value = dup_number (self, get_limit (self, index));

  streek_limit_handle_describe (g_ptr_array_index (self->handles, index), name, value);
}

static void
move_limit (StreekClassChart *self, guint index, double wanted)
{
  double limit =
    streek_number_round (keep_between (self, index, wanted), get_decimals (self)) + 0.0;

  if (limit == get_limit (self, index))
    return;

  g_array_index (self->limits, double, index) = limit;
  describe (self, index);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

static guint
find_handle (StreekClassChart *self, GtkEventController *controller)
{
  guint index = 0;

  g_ptr_array_find (self->handles, gtk_event_controller_get_widget (controller), &index);

  return index;
}

static gboolean
on_key_cb (GtkEventControllerKey *key,
           guint keyval,
           guint keycode,
           GdkModifierType state,
           StreekClassChart *self)
{
  guint index = find_handle (self, GTK_EVENT_CONTROLLER (key));
  double step = find_step (self, 50), now = get_limit (self, index);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Left:
    case GDK_KEY_KP_Down:
      move_limit (self, index, now - step);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Right:
    case GDK_KEY_KP_Up:
      move_limit (self, index, now + step);
      return TRUE;
    case GDK_KEY_Page_Down:
      move_limit (self, index, now - PAGE_STEPS * step);
      return TRUE;
    case GDK_KEY_Page_Up:
      move_limit (self, index, now + PAGE_STEPS * step);
      return TRUE;
    case GDK_KEY_Home:
      move_limit (self, index, -INFINITY);
      return TRUE;
    case GDK_KEY_End:
      move_limit (self, index, INFINITY);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
on_drag_begin_cb (GtkGestureDrag *drag, double x, double y, StreekClassChart *self)
{
  guint index = find_handle (self, GTK_EVENT_CONTROLLER (drag));

  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (g_ptr_array_index (self->handles, index));
  self->dragged = (int) index;
}

/* Offsets are told from the handle, which moves under the pointer: places count from the chart. */
static void
on_drag_update_cb (GtkGestureDrag *drag, double dx, double dy, StreekClassChart *self)
{
  double start_x, start_y, x_px, y_px;

  if (self->dragged < 0 || !gtk_gesture_drag_get_start_point (drag, &start_x, &start_y))
    return;

  GtkWidget *handle = g_ptr_array_index (self->handles, self->dragged);

  if (!gtk_widget_translate_coordinates (handle, GTK_WIDGET (self), start_x + dx, start_y + dy,
                                         &x_px, &y_px))
    return;

  double step = find_step (self, get_span_px (self));
  double wanted = self->low + (x_px - SIDE_PX) / get_span_px (self) * (self->high - self->low);

  move_limit (self, self->dragged, round (wanted / step) * step);
}

static void
on_drag_end_cb (GtkGestureDrag *drag, double dx, double dy, StreekClassChart *self)
{
  self->dragged = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Handles */

static GtkWidget *
make_handle (StreekClassChart *self)
{
  GtkWidget *handle = streek_limit_handle_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (handle, key);
  gtk_widget_set_parent (handle, GTK_WIDGET (self));

  return handle;
}

/* Those that are there stay, so that the focus stays where it is. */
static void
fit_handles (StreekClassChart *self)
{
  while (self->handles->len > self->limits->len)
    {
      gtk_widget_unparent (g_ptr_array_index (self->handles, self->handles->len - 1));
      g_ptr_array_set_size (self->handles, (int) self->handles->len - 1);
    }

  while (self->handles->len < self->limits->len)
    g_ptr_array_add (self->handles, make_handle (self));

  for (guint i = 0; i < self->limits->len; i++)
    describe (self, i);
}

static void
take_values (StreekClassChart *self)
{
  StreekTable *table = streek_figure_get_table (self->figure);
  int column = streek_table_find_column (table, "value");

  for (guint row = 0; column >= 0 && row < streek_figure_get_n_rows (self->figure); row++)
    {
      double value = streek_table_get_number (table, row, column);

      if (isfinite (value))
        g_array_append_val (self->values, value);
    }

  streek_sort_doubles ((double *) (gpointer) self->values->data, self->values->len);

  for (guint i = 0; i < streek_figure_get_n_legend_entries (self->figure); i++)
    {
      StreekLegendEntry entry = streek_figure_get_legend_entry (self->figure, i);

      if (entry.kind == STREEK_LEGEND_CLASS)
        g_array_append_val (self->paints, entry.paint);
    }
}

static void
find_range (StreekClassChart *self)
{
  self->low = get_value (self, 0);
  self->high = get_value (self, self->values->len - 1);

  if (self->limits->len > 0)
    {
      self->low = MIN (self->low, get_limit (self, 0));
      self->high = MAX (self->high, get_limit (self, self->limits->len - 1));
    }
}

void
streek_class_chart_set_figure (StreekClassChart *self, StreekFigure *figure, const GArray *limits)
{
  g_return_if_fail (STREEK_IS_CLASS_CHART (self));

  guint n_limits = limits != NULL ? limits->len : 0;

  if (self->dragged >= 0 && n_limits != self->limits->len)
    self->dragged = -1;

  g_clear_pointer (&self->figure, streek_figure_unref);
  g_array_set_size (self->values, 0);
  g_array_set_size (self->paints, 0);
  if (figure != NULL && streek_figure_get_classes (figure) != NULL)
    {
      self->figure = streek_figure_ref (figure);
      take_values (self);
    }

  if (self->dragged < 0)
    {
      g_array_set_size (self->limits, 0);
      if (self->values->len > 0)
        g_array_append_vals (self->limits, n_limits > 0 ? limits->data : NULL, n_limits);
    }

  if (self->values->len > 0)
    {
      find_range (self);
      fit_handles (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->values->len > 0);
  redraw (self);
}

GArray *
streek_class_chart_list_limits (StreekClassChart *self)
{
  g_return_val_if_fail (STREEK_IS_CLASS_CHART (self), NULL);

  return g_array_copy (self->limits);
}

/* The widget */

static void
streek_class_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StreekClassChart *self = STREEK_CLASS_CHART (widget);

  g_clear_pointer (&self->scene, streek_scene_unref);

  for (guint i = 0; i < self->handles->len; i++)
    {
      GtkWidget *handle = g_ptr_array_index (self->handles, i);
      int least;

      gtk_widget_measure (handle, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_size_allocate (
        handle,
        &(GtkAllocation){ (int) round (find_place (self, get_limit (self, i)) - least / 2.0),
                          VALUE_PX - 2, least, BARS_PX + RUG_PX + 6 },
        -1);
    }
}

static void
streek_class_chart_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 160;
      *natural = 260;
    }
  else
    *minimum = *natural = VALUE_PX + BARS_PX + RUG_PX + ENDS_PX + 2;
}

static void
streek_class_chart_dispose (GObject *object)
{
  StreekClassChart *self = STREEK_CLASS_CHART (object);

  g_array_set_size (self->limits, 0);
  while (self->handles->len > 0)
    {
      gtk_widget_unparent (g_ptr_array_index (self->handles, self->handles->len - 1));
      g_ptr_array_set_size (self->handles, (int) self->handles->len - 1);
    }

  G_OBJECT_CLASS (streek_class_chart_parent_class)->dispose (object);
}

static void
streek_class_chart_finalize (GObject *object)
{
  StreekClassChart *self = STREEK_CLASS_CHART (object);

  g_clear_pointer (&self->figure, streek_figure_unref);
  g_clear_pointer (&self->scene, streek_scene_unref);
  g_array_unref (self->values);
  g_array_unref (self->paints);
  g_array_unref (self->limits);
  g_ptr_array_unref (self->handles);

  G_OBJECT_CLASS (streek_class_chart_parent_class)->finalize (object);
}

static void
streek_class_chart_class_init (StreekClassChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = streek_class_chart_dispose;
  object_class->finalize = streek_class_chart_finalize;
  widget_class->snapshot = streek_class_chart_snapshot;
  widget_class->size_allocate = streek_class_chart_size_allocate;
  widget_class->measure = streek_class_chart_measure;

  signals[SIGNAL_MOVED] = g_signal_new ("moved", STREEK_TYPE_CLASS_CHART, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "classchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
streek_class_chart_init (StreekClassChart *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->paints = g_array_new (FALSE, FALSE, sizeof (StreekPaint));
  self->limits = g_array_new (FALSE, FALSE, sizeof (double));
  self->handles = g_ptr_array_new ();
  self->dragged = -1;
}
