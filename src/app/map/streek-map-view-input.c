/* streek-map-view-input.c: how pointer and keys move over the map sheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-map-view"
#include "config.h"
#include "map/streek-map-view-private.h"

#include <math.h>

#define PAN_STEP_PX 60.0
#define CLICK_SLACK_PX 4.0
#define CLOSE_UP 0.4 /* of the sheet, for an area that is opened */

static StreekSelection *
get_selection (StreekMapView *self)
{
  return streek_context_get_selection (self->context);
}

gboolean
streek_map_view_is_empty (StreekMapView *self)
{
  return self->context == NULL || streek_context_get_figure (self->context) == NULL;
}

void
streek_map_view_point_at (StreekMapView *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  if (self->pick != NULL)
    {
      streek_map_view_point_pick (self, x, y, FALSE);
      return;
    }

  streek_map_view_leave_signs (self);
  streek_selection_set_hovered (get_selection (self), streek_map_view_pick (self, x, y));
}

/* Choose: alone, or with Ctrl or Shift beside what is chosen. Empty land clears. */
static void
choose (StreekMapView *self, const char *code, GdkModifierType state)
{
  gboolean adds = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;

  if (code == NULL && !adds)
    streek_selection_clear (get_selection (self));
  else if (code != NULL && adds)
    streek_selection_toggle (get_selection (self), code);
  else if (code != NULL)
    streek_selection_select_only (get_selection (self), code);
}

void
streek_map_view_pan_from (StreekMapView *self, StreekView view, double right_px, double down_px)
{
  double metres_per_pixel = view.metres_per_point * STREEK_POINTS_PER_PIXEL;

  view.x -= right_px * metres_per_pixel;
  view.y += down_px * metres_per_pixel;
  streek_map_view_move_to (self, view);
}

static StreekRowNeighbours *
get_neighbours (StreekMapView *self)
{
  StreekFigure *figure = streek_context_get_figure (self->context);

  if (self->neighbours == NULL)
    {
      self->neighbours = streek_row_neighbours_new (streek_figure_get_mesh (figure),
                                                    streek_figure_get_row_of (figure),
                                                    streek_figure_get_n_rows (figure));
    }

  return self->neighbours;
}

/* While nothing moves. */
void
streek_map_view_rest_cursor (StreekMapView *self)
{
  gboolean is_aiming = self->pick != NULL || self->wants_lasso;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_aiming ? "crosshair" : NULL);
}

/* Lasso */

void
streek_map_view_begin_lasso (StreekMapView *self)
{
  g_return_if_fail (STREEK_IS_MAP_VIEW (self));

  if (streek_map_view_is_empty (self) || self->pick != NULL)
    return;

  self->wants_lasso = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  streek_map_view_rest_cursor (self);
}

static void
end_lasso (StreekMapView *self)
{
  self->wants_lasso = FALSE;
  g_clear_pointer (&self->lasso, streek_lasso_free);
  streek_map_view_rest_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* FALSE where nothing was to be given up */
static gboolean
cancel_lasso (StreekMapView *self)
{
  if (!self->wants_lasso)
    return FALSE;

  self->is_cancelled = self->lasso != NULL;
  end_lasso (self);

  return TRUE;
}

/* Those whose middle lies in it: alone, or with Ctrl or Shift beside what is chosen. */
static void
choose_in_lasso (StreekMapView *self)
{
  StreekFigure *figure = streek_context_get_figure (self->context);
  StreekTable *table = streek_figure_get_table (figure);
  int column = streek_table_find_column (table, "code");
  gboolean adds = (self->drag_state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
  g_autoptr (GPtrArray) codes =
    adds ? streek_selection_list (get_selection (self)) : g_ptr_array_new ();

  if (column < 0)
    return;

  for (guint row = 0; row < streek_figure_get_n_rows (figure); row++)
    {
      double x;
      double y;

      streek_row_neighbours_get_middle (get_neighbours (self), (int) row, &x, &y);
      if (streek_map_view_find_place (self, x, y, &x, &y) &&
          streek_lasso_contains (self->lasso, x, y))
        g_ptr_array_add (codes, (gpointer) streek_table_get_text (table, row, (guint) column));
    }
  g_ptr_array_add (codes, NULL);
  streek_selection_set (get_selection (self), (const char *const *) codes->pdata);
}

/* Pointer */

static void
on_motion_cb (StreekMapView *self, double x, double y)
{
  /* GTK repeats the last motion after each layout; an area that keys walked to would be lost. */
  if (streek_map_view_is_empty (self) || self->is_dragging || self->lasso != NULL ||
      (x == self->motion_x && y == self->motion_y))
    return;

  self->motion_x = x;
  self->motion_y = y;
  streek_map_view_point_at (self, x, y);
}

static void
on_leave_cb (StreekMapView *self)
{
  /* The keyboard's area stays pointed at while the sheet has the focus. */
  if (!streek_map_view_is_empty (self) && !gtk_widget_is_focus (GTK_WIDGET (self)))
    streek_selection_set_hovered (get_selection (self), NULL);
}

static void
on_drag_begin_cb (StreekMapView *self, double x, double y, GtkGesture *gesture)
{
  StreekRect frame;

  streek_map_view_stop_gliding (self);
  g_clear_pointer (&self->lasso, streek_lasso_free);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->is_dragging = FALSE;
  self->is_cancelled = FALSE;
  self->drag_state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  if (streek_map_view_is_empty (self) ||
      !streek_map_view_get_current (self, &self->drag_view, &frame))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
  else if (self->wants_lasso)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      self->lasso = streek_lasso_new (x, y);
    }
}

void
streek_map_view_stop_dragging (StreekMapView *self)
{
  self->is_dragging = FALSE;
  streek_map_view_rest_cursor (self);
}

static void
on_drag_update_cb (StreekMapView *self, double right, double down, GtkGesture *gesture)
{
  double x;
  double y;

  if (self->is_cancelled)
    return;

  if (self->lasso != NULL && gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y))
    {
      streek_lasso_add (self->lasso, x + right, y + down);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }

  if (!self->is_dragging && hypot (right, down) < CLICK_SLACK_PX)
    return;

  if (!self->is_dragging)
    {
      self->is_dragging = TRUE;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      streek_selection_set_hovered (get_selection (self), NULL);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
    }
  streek_map_view_pan_from (self, self->drag_view, right, down);
}

static void
click (StreekMapView *self, double x, double y)
{
  if (self->pick == NULL && streek_map_view_open_sign_at (self, x, y))
    return;

  streek_map_view_point_at (self, x, y);
  if (self->pick != NULL)
    streek_pick_take (self->pick);
  else
    choose (self, streek_selection_get_hovered (get_selection (self)), self->drag_state);
}

static void
on_drag_end_cb (StreekMapView *self, double right, double down, GtkGestureDrag *gesture)
{
  double x;
  double y;

  if (self->is_cancelled)
    {
      streek_map_view_stop_dragging (self);
      return;
    }

  if (self->lasso != NULL)
    {
      if (!streek_map_view_is_empty (self))
        choose_in_lasso (self);
      end_lasso (self);
      return;
    }

  if (!self->is_dragging && !streek_map_view_is_empty (self) &&
      gtk_gesture_drag_get_start_point (gesture, &x, &y))
    click (self, x, y);
  streek_map_view_stop_dragging (self);
}

/* Keys */

/* Brings the area into sight, and the place of the hover card with it. */
static void
show_row (StreekMapView *self, int row)
{
  StreekView view;
  StreekRect frame;
  double x;
  double y;

  if (row < 0 || !streek_map_view_get_current (self, &view, &frame))
    return;

  streek_row_neighbours_get_middle (get_neighbours (self), row, &x, &y);

  double right_pt = (x - view.x) / view.metres_per_point;
  double down_pt = (view.y - y) / view.metres_per_point;

  if (fabs (right_pt) > frame.width / 2 || fabs (down_pt) > frame.height / 2)
    {
      view.x = x;
      view.y = y;
      streek_map_view_move_to (self, view);
      right_pt = 0;
      down_pt = 0;
    }

  self->pointer_x = (frame.x + frame.width / 2 + right_pt) / STREEK_POINTS_PER_PIXEL;
  self->pointer_y = (frame.y + frame.height / 2 + down_pt) / STREEK_POINTS_PER_PIXEL;
}

static void
go_to_row (StreekMapView *self, int row)
{
  if (row < 0)
    return;

  StreekTable *table = streek_figure_get_table (streek_context_get_figure (self->context));
  int column = streek_table_find_column (table, "code");

  streek_map_view_leave_signs (self);
  show_row (self, row);
  streek_selection_set_hovered (get_selection (self), streek_table_get_text (table, row, column));
}

static int
get_current_row (StreekMapView *self)
{
  return streek_context_find_row (self->context,
                                  streek_selection_get_hovered (get_selection (self)));
}

static void
walk (StreekMapView *self, StreekWay way)
{
  int row = get_current_row (self);
  StreekView view;
  StreekRect frame;

  if (row >= 0)
    go_to_row (self, streek_row_neighbours_find (get_neighbours (self), row, way));
  else if (streek_map_view_get_current (self, &view, &frame))
    go_to_row (self, streek_row_neighbours_find_nearest (get_neighbours (self), view.x, view.y));
}

/* The row with the lowest or the highest value; the first or last one where there are none. */
static int
find_extreme (StreekMapView *self, gboolean highest)
{
  StreekTable *table = streek_figure_get_table (streek_context_get_figure (self->context));
  int column = streek_table_find_column (table, "value");
  guint n_rows = streek_table_get_n_rows (table);
  int best = -1;

  for (guint row = 0; column >= 0 && row < n_rows; row++)
    {
      double value = streek_table_get_number (table, row, column);
      double champion = best >= 0 ? streek_table_get_number (table, best, column) : NAN;

      if (!isnan (value) && (best < 0 || (highest ? value > champion : value < champion)))
        best = (int) row;
    }

  return best >= 0 || n_rows == 0 ? best : highest ? (int) n_rows - 1 : 0;
}

/* The area fills a good part of the sheet, as large as that may be. */
static void
show_close_up (StreekMapView *self, int row)
{
  StreekFigure *figure = streek_context_get_figure (self->context);
  StreekMesh *mesh = streek_figure_get_mesh (figure);
  const gint32 *row_of = streek_figure_get_row_of (figure);
  StreekExtent all = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };
  StreekView view;
  StreekRect frame;

  if (row < 0 || !streek_map_view_get_current (self, &view, &frame))
    return;

  for (guint unit = 0; unit < streek_mesh_get_n_units (mesh); unit++)
    {
      StreekExtent one = streek_mesh_get_unit_extent (mesh, unit);

      if (row_of[unit] != row)
        continue;

      all.x_min = MIN (all.x_min, one.x_min);
      all.y_min = MIN (all.y_min, one.y_min);
      all.x_max = MAX (all.x_max, one.x_max);
      all.y_max = MAX (all.y_max, one.y_max);
    }

  double across = MAX ((double) all.x_max - all.x_min, 1);
  double along = MAX ((double) all.y_max - all.y_min, 1);

  view.metres_per_point =
    MAX (across / (frame.width * CLOSE_UP), along / (frame.height * CLOSE_UP));
  view.x = ((double) all.x_min + all.x_max) / 2;
  view.y = ((double) all.y_min + all.y_max) / 2;
  streek_map_view_move_to (self, view);
  show_row (self, row);
}

const StreekArrow *
streek_map_view_find_arrow (guint key)
{
  static const StreekArrow arrows[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, STREEK_WAY_NORTH, 0, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, STREEK_WAY_EAST, 1, 0 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, STREEK_WAY_SOUTH, 0, 1 },
    { GDK_KEY_Left, GDK_KEY_KP_Left, STREEK_WAY_WEST, -1, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (key == arrows[i].key || key == arrows[i].keypad)
      return &arrows[i];

  return NULL;
}

void
streek_map_view_pan_with (StreekMapView *self, const StreekArrow *arrow)
{
  StreekView view;
  StreekRect frame;

  if (streek_map_view_get_current (self, &view, &frame))
    streek_map_view_pan_from (self, view, -arrow->right * PAN_STEP_PX, -arrow->down * PAN_STEP_PX);
}

static gboolean
handle_arrow (StreekMapView *self, guint key, GdkModifierType state)
{
  const StreekArrow *arrow = streek_map_view_find_arrow (key);

  if (arrow == NULL)
    return FALSE;

  if ((state & GDK_CONTROL_MASK) == 0)
    walk (self, arrow->way);
  else
    streek_map_view_pan_with (self, arrow);

  return TRUE;
}

static gboolean
handle_zoom_key (StreekMapView *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      streek_map_view_zoom_by (self, STREEK_ZOOM_STEP);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      streek_map_view_zoom_by (self, 1 / STREEK_ZOOM_STEP);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      streek_map_view_zoom_to_fit (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
handle_area_key (StreekMapView *self, guint key, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      go_to_row (self, find_extreme (self, FALSE));
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      go_to_row (self, find_extreme (self, TRUE));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (streek_map_view_open_sign (self))
        return TRUE;
      show_close_up (self, get_current_row (self));
      return TRUE;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      choose (self, streek_selection_get_hovered (get_selection (self)), state);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      streek_context_step_period (self->context, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      streek_context_step_period (self->context, 1);
      return TRUE;
    case GDK_KEY_l:
    case GDK_KEY_L:
      streek_map_view_begin_lasso (self);
      return TRUE;
    case GDK_KEY_n:
    case GDK_KEY_N:
      return streek_map_view_walk_signs (self, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
    case GDK_KEY_Escape:
      if (cancel_lasso (self) || streek_map_view_leave_signs (self))
        return TRUE;
      streek_selection_clear (get_selection (self));
      streek_selection_set_hovered (get_selection (self), NULL);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_key_cb (StreekMapView *self, guint key, guint code, GdkModifierType state)
{
  if (streek_map_view_is_empty (self) || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  streek_map_view_stop_gliding (self);

  if (self->pick != NULL)
    return streek_map_view_handle_pick_key (self, key, state) ? GDK_EVENT_STOP
                                                              : GDK_EVENT_PROPAGATE;

  if (handle_arrow (self, key, state) || handle_zoom_key (self, key))
    return GDK_EVENT_STOP;

  return handle_area_key (self, key, state) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

void
streek_map_view_add_controllers (StreekMapView *self)
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
  streek_map_view_add_touch (self, drag);
}
