/* streek-map-view-touch.c: how fingers, touchpads and wheels move the map sheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-map-view"
#include "config.h"
#include "map/streek-map-view-private.h"

#include <math.h>

#define SMOOTH_STEP_PX 40.0 /* of a touchpad for a step of a wheel */

void
streek_map_view_pan_by (StreekMapView *self, double right, double down)
{
  StreekView view;
  StreekRect frame;

  if (streek_map_view_get_current (self, &view, &frame))
    streek_map_view_pan_from (self, view, right, down);
}

/* Whatever moves by itself ends when a hand comes back. */
void
streek_map_view_stop_gliding (StreekMapView *self)
{
  g_clear_pointer (&self->glide, streek_glide_free);
}

static void
glide_by (GtkWidget *widget, double right, double down)
{
  streek_map_view_pan_by (STREEK_MAP_VIEW (widget), right, down);
}

static void
begin_gliding (StreekMapView *self, double right, double down)
{
  streek_map_view_stop_gliding (self);
  self->glide = streek_glide_new (GTK_WIDGET (self), right, down, glide_by);
}

/* A finger that is lifted while it moves leaves the map moving. */
static void
on_swipe_cb (StreekMapView *self, double right, double down)
{
  if (!streek_map_view_is_empty (self) && self->is_dragging && !self->is_cancelled)
    begin_gliding (self, right, down);
}

/* The steps of a wheel zoom; two fingers on a touchpad move, and zoom with Ctrl. */
static gboolean
on_scroll_cb (StreekMapView *self, double right, double down, GtkEventController *controller)
{
  GtkEventControllerScroll *scroll = GTK_EVENT_CONTROLLER_SCROLL (controller);
  gboolean is_smooth = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_SURFACE;
  gboolean wants_zoom =
    (gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) != 0;

  if (streek_map_view_is_empty (self))
    return GDK_EVENT_PROPAGATE;

  streek_map_view_stop_gliding (self);
  if (is_smooth && !wants_zoom)
    streek_map_view_pan_by (self, -right, -down);
  else
    streek_map_view_zoom_at (self,
                             pow (STREEK_ZOOM_STEP, is_smooth ? -down / SMOOTH_STEP_PX : -down),
                             self->pointer_x, self->pointer_y);

  return GDK_EVENT_STOP;
}

static void
on_decelerate_cb (StreekMapView *self, double right, double down, GtkEventController *controller)
{
  GtkEventControllerScroll *scroll = GTK_EVENT_CONTROLLER_SCROLL (controller);

  if (!streek_map_view_is_empty (self) &&
      gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_SURFACE &&
      (gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) == 0)
    begin_gliding (self, -right, -down);
}

void
streek_map_view_begin_pinch (StreekMapView *self, double x, double y)
{
  StreekRect frame;

  streek_map_view_stop_gliding (self);
  streek_map_view_stop_dragging (self);
  self->is_cancelled = TRUE; /* of the first finger: what it began is no drag, and no click */
  self->is_pinching = !streek_map_view_is_empty (self) && self->lasso == NULL &&
                      streek_map_view_get_current (self, &self->drag_view, &frame);
  self->pinch_x = x;
  self->pinch_y = y;
}

void
streek_map_view_pinch (StreekMapView *self, double scale, double x, double y)
{
  StreekView now;
  StreekRect frame;

  if (!self->is_pinching || !(scale > 0) || !streek_map_view_get_current (self, &now, &frame))
    return;

  /* moved first, so that the ground that was between the fingers lies there again */
  StreekView view = self->drag_view;

  view.x -= (x - self->pinch_x) * STREEK_POINTS_PER_PIXEL * view.metres_per_point;
  view.y += (y - self->pinch_y) * STREEK_POINTS_PER_PIXEL * view.metres_per_point;

  double east_pt = x * STREEK_POINTS_PER_PIXEL - (frame.x + frame.width / 2);
  double south_pt = y * STREEK_POINTS_PER_PIXEL - (frame.y + frame.height / 2);
  double metres_per_point = view.metres_per_point / scale;

  view.x += east_pt * (view.metres_per_point - metres_per_point);
  view.y -= south_pt * (view.metres_per_point - metres_per_point);
  view.metres_per_point = metres_per_point;
  streek_map_view_move_to (self, view);
}

static void
get_middle (GtkGesture *gesture, double *x, double *y)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (gtk_gesture_get_bounding_box_center (gesture, x, y))
    return;

  *x = gtk_widget_get_width (widget) / 2.0;
  *y = gtk_widget_get_height (widget) / 2.0;
}

static void
on_pinch_begin_cb (StreekMapView *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  double x, y;

  get_middle (gesture, &x, &y);
  streek_map_view_begin_pinch (self, x, y);
}

static void
on_pinch_update_cb (StreekMapView *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  double x, y;

  get_middle (gesture, &x, &y);
  streek_map_view_pinch (self, gtk_gesture_zoom_get_scale_delta (GTK_GESTURE_ZOOM (gesture)), x, y);
}

static void
on_pinch_end_cb (StreekMapView *self)
{
  self->is_pinching = FALSE;
}

/* A finger that stays points, as a mouse does; when it is lifted nothing is chosen. */
static void
on_long_press_cb (StreekMapView *self, double x, double y)
{
  if (streek_map_view_is_empty (self) || self->wants_lasso || self->is_dragging ||
      self->is_pinching)
    return;

  self->is_cancelled = TRUE;
  streek_map_view_point_at (self, x, y);
}

void
streek_map_view_add_touch (StreekMapView *self, GtkGesture *drag)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  /* what hears one finger only would deny the second one to the pinch, which is of its group */
  gtk_gesture_single_set_exclusive (GTK_GESTURE_SINGLE (drag), TRUE);
  gtk_gesture_single_set_exclusive (GTK_GESTURE_SINGLE (swipe), TRUE);
  gtk_gesture_single_set_exclusive (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll_cb), self);
  g_signal_connect_swapped (scroll, "decelerate", G_CALLBACK (on_decelerate_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "update", G_CALLBACK (on_pinch_update_cb), self);
  g_signal_connect_swapped (pinch, "end", G_CALLBACK (on_pinch_end_cb), self);
  g_signal_connect_swapped (swipe, "swipe", G_CALLBACK (on_swipe_cb), self);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (on_long_press_cb), self);

  /* the last one added is the first to hear: a swipe asks whether the drag moved before that ends
   */
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (swipe));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));

  /* one that claims a finger leaves it to the others: a second one may come down at any time;
   * whatever its documentation says, the first argument joins the group of the second */
  gtk_gesture_group (swipe, drag);
  gtk_gesture_group (press, drag);
  gtk_gesture_group (pinch, drag);
}
