/* streek-grid-sheet-input.c: how pointer and keys go over a matrix or a timeline */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-grid-sheet"
#include "config.h"
#include "matrix/streek-grid-sheet-private.h"

#include "map/streek-map-painter.h"
#include "streek-focus.h"

/* The parts that hold spots, the one on top first. */
static const StreekGridPart picked_parts[] = { STREEK_GRID_HEAD, STREEK_GRID_SIDE,
                                               STREEK_GRID_BODY };

int
streek_grid_sheet_pick (StreekGridSheet *self, double x, double y)
{
  for (gsize i = 0; i < G_N_ELEMENTS (picked_parts) && self->drawing != NULL; i++)
    {
      StreekGridPlace place = streek_grid_sheet_get_place (self, picked_parts[i]);

      if (graphene_rect_contains_point (&place.clip, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        return streek_grid_drawing_pick (self->drawing, picked_parts[i],
                                         (StreekPoint){ (x - place.x) * STREEK_POINTS_PER_PIXEL,
                                                        (y - place.y) * STREEK_POINTS_PER_PIXEL });
    }

  return STREEK_SPOT_NONE;
}

void
streek_grid_sheet_pick_again (StreekGridSheet *self)
{
  if (self->has_pointer && !self->by_keys)
    streek_grid_sheet_set_spot (
      self, streek_grid_sheet_pick (self, self->pointer_x, self->pointer_y), FALSE);
}

static void
on_motion_cb (StreekGridSheet *self, double x, double y)
{
  gboolean is_still = self->has_pointer && x == self->pointer_x && y == self->pointer_y;

  self->has_pointer = TRUE;
  self->pointer_x = x;
  self->pointer_y = y;

  /* GTK repeats the last motion after each layout; what keys walked to would be lost. */
  if (!is_still)
    streek_grid_sheet_set_spot (self, streek_grid_sheet_pick (self, x, y), FALSE);
}

static void
on_leave_cb (StreekGridSheet *self)
{
  self->has_pointer = FALSE;

  if (!self->by_keys)
    streek_grid_sheet_set_spot (self, STREEK_SPOT_NONE, FALSE);
}

static void
on_released_cb (StreekGridSheet *self, int n_press, double x, double y, GtkGesture *click)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  streek_grid_sheet_set_spot (self, streek_grid_sheet_pick (self, x, y), FALSE);

  if (n_press == 1 && (state & GDK_CONTROL_MASK) != 0)
    streek_grid_sheet_activate_source (self);
  else if (n_press == 1)
    streek_grid_sheet_activate (self);
}

static void
on_asked_cb (StreekGridSheet *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  streek_grid_sheet_set_spot (self, streek_grid_sheet_pick (self, x, y), FALSE);
  streek_grid_sheet_ask_menu (self);
}

/* Carrying */

static gboolean
can_carry (StreekGridSheet *self, int index)
{
  const StreekGridSpot *spot = streek_grid_sheet_get_spot (self, index);

  return self->carries != NULL && spot != NULL && spot->part == STREEK_GRID_BODY &&
         self->carries (spot, self->carries_data);
}

static void
on_drag_update_cb (GtkGestureDrag *drag, double x, double y, StreekGridSheet *self)
{
  double start_x, start_y;

  gtk_gesture_drag_get_start_point (drag, &start_x, &start_y);

  if (self->carried == STREEK_SPOT_NONE)
    {
      int spot = streek_grid_sheet_pick (self, start_x, start_y);

      if (!can_carry (self, spot) ||
          !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y))
        return;

      self->carried = spot;
      gtk_widget_grab_focus (GTK_WIDGET (self));
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
    }

  self->pointer_x = start_x + x;
  self->pointer_y = start_y + y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stop_carrying (StreekGridSheet *self)
{
  self->carried = STREEK_SPOT_NONE;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_end_cb (GtkGestureDrag *drag, double x, double y, StreekGridSheet *self)
{
  int carried = self->carried;
  double start_x, start_y;

  if (carried == STREEK_SPOT_NONE)
    return;

  gtk_gesture_drag_get_start_point (drag, &start_x, &start_y);
  stop_carrying (self);
  streek_grid_sheet_carry (self, carried, streek_grid_sheet_find_column (self, start_x + x, NULL));
}

static void
on_drag_cancel_cb (StreekGridSheet *self)
{
  if (self->carried != STREEK_SPOT_NONE)
    stop_carrying (self);
}

/* Alt and an arrow, as rows of a plan are moved. */
static gboolean
carry_by_keys (StreekGridSheet *self, guint key)
{
  int step = key == GDK_KEY_Left || key == GDK_KEY_KP_Left     ? -1
             : key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1
                                                               : 0;

  if (step == 0 || !can_carry (self, self->spot))
    return FALSE;

  int column = streek_grid_sheet_get_spot (self, self->spot)->column + step;

  if (streek_grid_drawing_find (self->drawing, STREEK_GRID_HEADING, column) >= 0)
    streek_grid_sheet_carry (self, self->spot, column);

  return TRUE;
}

/* Keys */

static void
go (StreekGridSheet *self, int spot)
{
  if (spot >= 0)
    streek_grid_sheet_show_spot (self, spot);
}

/* As many rows as are in sight. */
static void
walk_page (StreekGridSheet *self, StreekWalk way)
{
  StreekGridPlace body = streek_grid_sheet_get_place (self, STREEK_GRID_BODY);
  double room = body.clip.size.height * STREEK_POINTS_PER_PIXEL * 0.9;
  int spot = self->spot >= 0 ? self->spot : streek_grid_drawing_walk (self->drawing, -1, way);

  if (spot < 0)
    return;

  double start = streek_grid_sheet_get_spot (self, spot)->zone.y;

  for (;;)
    {
      int next = streek_grid_drawing_walk (self->drawing, spot, way);

      if (next == spot || streek_grid_sheet_get_spot (self, next)->part == STREEK_GRID_HEAD ||
          ABS (streek_grid_sheet_get_spot (self, next)->zone.y - start) > room)
        break;

      spot = next;
    }

  go (self, spot);
}

/* The end of the row, or with Ctrl of everything. */
static void
walk_to_end (StreekGridSheet *self, gboolean last, gboolean everything)
{
  int n = (int) self->drawing->spots->len;

  if (everything && n > 0)
    go (self, last ? n - 1 : streek_grid_drawing_walk (self->drawing, -1, STREEK_WALK_DOWN));
  else if (self->spot >= 0)
    go (self, streek_grid_drawing_walk_to_end (self->drawing, self->spot, last));
}

static gboolean
handle_walk (StreekGridSheet *self, guint key)
{
  StreekWalk way;

  if (streek_focus_find_walk (key, &way))
    go (self, streek_grid_drawing_walk (self->drawing, self->spot, way));
  else if (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up)
    walk_page (self, STREEK_WALK_UP);
  else if (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)
    walk_page (self, STREEK_WALK_DOWN);
  else
    return FALSE;

  return TRUE;
}

static gboolean
on_key_cb (StreekGridSheet *self, guint key, guint code, GdkModifierType state)
{
  gboolean with_control = (state & GDK_CONTROL_MASK) != 0;

  if (self->drawing == NULL)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_ALT_MASK) != 0)
    return carry_by_keys (self, key) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      walk_to_end (self, FALSE, with_control);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      walk_to_end (self, TRUE, with_control);
      return GDK_EVENT_STOP;
    default:
      break;
    }

  if (with_control && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      streek_grid_sheet_activate_source (self);
      return GDK_EVENT_STOP;
    }

  if (with_control)
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    {
      streek_grid_sheet_ask_menu (self);
      return GDK_EVENT_STOP;
    }

  if (handle_walk (self, key))
    return GDK_EVENT_STOP;

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      streek_grid_sheet_activate (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->carried != STREEK_SPOT_NONE)
        {
          stop_carrying (self);
          return GDK_EVENT_STOP;
        }
      if (self->spot == STREEK_SPOT_NONE)
        return GDK_EVENT_PROPAGATE;
      streek_grid_sheet_set_spot (self, STREEK_SPOT_NONE, TRUE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

void
streek_grid_sheet_add_controllers (StreekGridSheet *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *asking = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (asking), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (asking, "pressed", G_CALLBACK (on_asked_cb), self);

  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (on_drag_cancel_cb), self);

  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (asking));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}
