/* streek-chart-view.c: the chart sheet: a chart as a picture to point at and walk over */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-chart-view"
#include "config.h"
#include "charts/streek-chart-view.h"

#include "charts/streek-chart-painter.h"
#include "map/streek-map-painter.h"
#include "streek-focus.h"

#include <glib/gi18n.h>
#include <math.h>

/* How near to a point the pointer must be. */
#define REACH_PT 9.0
#define NO_HANDLE (-1)

struct _StreekChartView
{
  GtkWidget parent_instance;

  StreekChartModel *model;
  StreekChartPicture *picture; /* (nullable): the last one finished */
  GCancellable *painting;      /* set while a worker paints */
  gboolean is_stale;           /* something changed since that worker began */

  int row;          /* of the chart, under the pointer or the keys, -1: none */
  double pointer_x; /* last place of the pointer */
  double pointer_y;
  int handle; /* class limit that is being moved, or NO_HANDLE */
};

enum
{
  SIGNAL_POINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekChartView, streek_chart_view, GTK_TYPE_WIDGET)

static StreekSelection *
get_selection (StreekChartView *self)
{
  return streek_context_get_selection (streek_question_get_context (STREEK_QUESTION (self->model)));
}

/* The code of a row's area where map and table show the same set; NULL for other areas. */
static const char *
get_shared_code (StreekChartView *self, int row)
{
  StreekChart *chart = streek_chart_model_get_chart (self->model);
  const char *set =
    streek_context_get_spec (streek_question_get_context (STREEK_QUESTION (self->model)))->set;
  gsize length = set != NULL ? strlen (set) : 0;

  if (chart == NULL || row < 0 || row >= (int) streek_chart_get_n_rows (chart) || length == 0)
    return NULL;

  const char *ref = streek_chart_get_row_area (chart, (guint) row);

  return ref != NULL && strncmp (ref, set, length) == 0 && ref[length] == ':' ? ref + length + 1
                                                                              : NULL;
}

static guint8 *
dup_selected (StreekChartView *self, StreekChart *chart)
{
  StreekSelection *selection = get_selection (self);
  guint n_rows = streek_chart_get_n_rows (chart);
  guint8 *selected = g_new0 (guint8, n_rows + 1);

  for (guint row = 0; row < n_rows && streek_selection_get_n_selected (selection) > 0; row++)
    {
      const char *code = get_shared_code (self, (int) row);

      selected[row] = code != NULL && streek_selection_contains (selection, code);
    }

  return selected;
}

static void queue_paint (StreekChartView *self);

static void
on_painted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekChartView) self = user_data; /* the reference taken when painting began */
  g_autoptr (GError) error = NULL;
  StreekChartPicture *picture = streek_chart_picture_paint_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->painting);

  /* A sheet too small for a chart keeps what it shows until it is larger. */
  if (picture != NULL)
    {
      g_clear_pointer (&self->picture, streek_chart_picture_unref);
      self->picture = picture;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }

  if (self->is_stale)
    queue_paint (self);
}

static void
queue_paint (StreekChartView *self)
{
  StreekChart *chart = self->model != NULL ? streek_chart_model_get_chart (self->model) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  self->is_stale = self->painting != NULL;
  if (chart == NULL || self->painting != NULL || gtk_widget_get_width (widget) <= 0 ||
      gtk_widget_get_height (widget) <= 0)
    return;

  g_autofree guint8 *selected = dup_selected (self, chart);
  StreekChartRequest request = {
    .chart = chart,
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .scale = gtk_widget_get_scale_factor (widget),
    .hovered = self->row,
    .selected = selected,
  };

  self->painting = g_cancellable_new ();
  streek_chart_picture_paint_async (&request, self->painting, on_painted_cb, g_object_ref (self));
}

/* What a screen reader says of the sheet: the figure under the keys, else the whole chart. */
static void
update_words (StreekChartView *self)
{
  StreekChart *chart = streek_chart_model_get_chart (self->model);

  if (chart == NULL)
    return;

  g_autofree char *words = self->row >= 0 ? streek_chart_describe_row (chart, (guint) self->row,
                                                                       streek_format_get_default ())
                                          : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : streek_chart_get_description (chart), -1);
  g_signal_emit (self, signals[SIGNAL_POINTED], 0, words);
}

static void
set_row (StreekChartView *self, int row)
{
  if (row == self->row)
    return;

  self->row = row;
  streek_selection_set_hovered (get_selection (self), get_shared_code (self, row));
  update_words (self);
  queue_paint (self);
}

static void
on_chart_cb (StreekChartView *self)
{
  StreekChart *chart = streek_chart_model_get_chart (self->model);

  self->row = -1;
  if (chart != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    streek_chart_get_title (chart), -1);
  update_words (self);
  queue_paint (self);
}

/* Pointer */

static int
pick_row (StreekChartView *self, double x, double y)
{
  StreekPoint place = { x * STREEK_POINTS_PER_PIXEL, y * STREEK_POINTS_PER_PIXEL };

  /* a picture of the chart before this one has other rows */
  if (self->picture == NULL || self->picture->chart != streek_chart_model_get_chart (self->model))
    return -1;

  int spot = streek_chart_drawing_pick (self->picture->drawing, place, REACH_PT);

  return spot >= 0
           ? g_array_index (self->picture->drawing->spots, StreekChartSpot, (guint) spot).row
           : -1;
}

static int
pick_handle (StreekChartView *self, double x, double y)
{
  double x_pt = x * STREEK_POINTS_PER_PIXEL;
  double y_pt = y * STREEK_POINTS_PER_PIXEL;

  for (guint i = 0; self->picture != NULL && i < self->picture->drawing->handles->len; i++)
    {
      const StreekChartHandle *handle =
        &g_array_index (self->picture->drawing->handles, StreekChartHandle, i);

      if (x_pt >= handle->zone.x && x_pt < handle->zone.x + handle->zone.width &&
          y_pt >= handle->zone.y && y_pt < handle->zone.y + handle->zone.height)
        return (int) handle->index;
    }

  return NO_HANDLE;
}

static void
on_motion_cb (StreekChartView *self, double x, double y)
{
  /* GTK repeats the last motion after each layout; a figure that keys walked to would be lost. */
  if (self->handle != NO_HANDLE || (x == self->pointer_x && y == self->pointer_y))
    return;

  self->pointer_x = x;
  self->pointer_y = y;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   pick_handle (self, x, y) != NO_HANDLE ? "ew-resize" : NULL);
  set_row (self, pick_row (self, x, y));
}

static void
on_leave_cb (StreekChartView *self)
{
  if (!gtk_widget_is_focus (GTK_WIDGET (self)))
    set_row (self, -1);
}

/* Choose the area of a figure: alone, or with Ctrl or Shift beside what is chosen. */
static void
choose (StreekChartView *self, GdkModifierType state)
{
  gboolean adds = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
  const char *code = get_shared_code (self, self->row);

  if (code == NULL && !adds)
    streek_selection_clear (get_selection (self));
  else if (code != NULL && adds)
    streek_selection_toggle (get_selection (self), code);
  else if (code != NULL)
    streek_selection_select_only (get_selection (self), code);
}

/* Class limits */

/* The value of a place, as round as the width of a pixel allows. */
static double
find_value (StreekChartView *self, double x)
{
  const StreekChartDrawing *drawing = self->picture->drawing;
  double share = (x * STREEK_POINTS_PER_PIXEL - drawing->plot.x) / drawing->plot.width;
  double span = drawing->handle_upper - drawing->handle_lower;
  double per_pixel = span * STREEK_POINTS_PER_PIXEL / drawing->plot.width;
  double unit = pow (10, ceil (log10 (per_pixel)));

  return round ((drawing->handle_lower + share * span) / unit) * unit;
}

/* Limits keep their order: one that is moved stops at its neighbours. */
static void
move_limit (StreekChartView *self, int index, double value)
{
  StreekChart *chart = streek_chart_model_get_chart (self->model);
  StreekClasses *classes = chart != NULL ? streek_chart_get_classes (chart) : NULL;

  if (classes == NULL || index < 0 || index + 1 >= (int) streek_classes_get_n (classes))
    return;

  g_autoptr (StreekChartSpec) spec =
    streek_chart_spec_copy (streek_chart_model_get_spec (self->model));
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i + 1 < streek_classes_get_n (classes); i++)
    {
      double limit = streek_classes_get_upper (classes, i);

      if ((int) i == index)
        limit = value;
      else if (((int) i < index && limit >= value) || ((int) i > index && limit <= value))
        return;
      g_array_append_val (breaks, limit);
    }

  g_clear_pointer (&spec->breaks, g_array_unref);
  spec->method = STREEK_CLASSES_MANUAL;
  spec->breaks = g_steal_pointer (&breaks);
  streek_chart_model_set_spec (self->model, spec);
}

static void
on_drag_begin_cb (StreekChartView *self, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->handle = pick_handle (self, x, y);
}

static void
on_drag_update_cb (StreekChartView *self, double right, double down, GtkGestureDrag *gesture)
{
  double x;
  double y;

  if (self->handle != NO_HANDLE && self->picture != NULL &&
      gtk_gesture_drag_get_start_point (gesture, &x, &y))
    move_limit (self, self->handle, find_value (self, x + right));
}

static void
on_drag_end_cb (StreekChartView *self, double right, double down, GtkGesture *gesture)
{
  double x;
  double y;

  if (self->handle == NO_HANDLE && hypot (right, down) < 4 &&
      gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y))
    {
      set_row (self, pick_row (self, x, y));
      choose (self, gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
    }
  self->handle = NO_HANDLE;
}

/* Keys */

static void
walk (StreekChartView *self, StreekWalk way)
{
  const StreekChartDrawing *drawing = self->picture->drawing;
  int spot = self->row >= 0 ? streek_chart_drawing_find_row (drawing, self->row) : -1;
  int next = streek_chart_drawing_walk (drawing, spot, way);

  if (next >= 0)
    set_row (self, g_array_index (drawing->spots, StreekChartSpot, (guint) next).row);
}

/* The row with the lowest or the highest value among those that are drawn. */
static int
find_extreme (StreekChartView *self, gboolean highest)
{
  StreekTable *table = streek_chart_get_table (self->picture->chart);
  GArray *spots = self->picture->drawing->spots;
  int column = streek_table_find_column (table, "value");
  int best = -1;

  for (guint i = 0; column >= 0 && i < spots->len; i++)
    {
      int row = g_array_index (spots, StreekChartSpot, i).row;
      double value = row >= 0 ? streek_table_get_number (table, (guint) row, column) : NAN;
      double champion = best >= 0 ? streek_table_get_number (table, (guint) best, column) : NAN;

      if (!isnan (value) && (best < 0 || (highest ? value > champion : value < champion)))
        best = row;
    }

  return best;
}

static gboolean
on_key_cb (StreekChartView *self, guint key, guint code, GdkModifierType state)
{
  StreekWalk way;

  if (self->picture == NULL || (state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0 ||
      self->picture->chart != streek_chart_model_get_chart (self->model))
    return GDK_EVENT_PROPAGATE;

  if (streek_focus_find_walk (key, &way))
    {
      walk (self, way);
      return GDK_EVENT_STOP;
    }

  switch (key)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      set_row (self, find_extreme (self, FALSE));
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      set_row (self, find_extreme (self, TRUE));
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      choose (self, state);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      streek_selection_clear (get_selection (self));
      set_row (self, -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
add_controllers (StreekChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self);

  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

/* Overrides */

static void
streek_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StreekChartView *self = STREEK_CHART_VIEW (widget);

  if (self->picture == NULL)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                         gtk_widget_get_height (widget)));
  gtk_snapshot_append_texture (
    snapshot, self->picture->texture,
    &GRAPHENE_RECT_INIT (0, 0, self->picture->width, self->picture->height));
  gtk_snapshot_pop (snapshot);
}

static void
streek_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  queue_paint (STREEK_CHART_VIEW (widget));
}

static void
streek_chart_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 280 : 180;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 400;
}

static void
streek_chart_view_dispose (GObject *object)
{
  StreekChartView *self = STREEK_CHART_VIEW (object);

  if (self->painting != NULL)
    g_cancellable_cancel (self->painting);
  g_clear_object (&self->painting);
  g_clear_pointer (&self->picture, streek_chart_picture_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (streek_chart_view_parent_class)->dispose (object);
}

static void
streek_chart_view_class_init (StreekChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_chart_view_dispose;
  widget_class->snapshot = streek_chart_view_snapshot;
  widget_class->size_allocate = streek_chart_view_size_allocate;
  widget_class->measure = streek_chart_view_measure;

  signals[SIGNAL_POINTED] = g_signal_new ("pointed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "mapsheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
streek_chart_view_init (StreekChartView *self)
{
  self->row = -1;
  self->handle = NO_HANDLE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessible name", "Chart"), -1);
  add_controllers (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (queue_paint), NULL);
}

void
streek_chart_view_set_model (StreekChartView *self, StreekChartModel *model)
{
  g_return_if_fail (STREEK_IS_CHART_VIEW (self));
  g_return_if_fail (self->model == NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "notify::answer", G_CALLBACK (on_chart_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_selection (self), "changed", G_CALLBACK (queue_paint), self,
                           G_CONNECT_SWAPPED);
  on_chart_cb (self);
}
