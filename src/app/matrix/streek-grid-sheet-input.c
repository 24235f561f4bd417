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
on_released_cb (StreekGridSheet *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  streek_grid_sheet_set_spot (self, streek_grid_sheet_pick (self, x, y), FALSE);

  if (n_press == 1)
    streek_grid_sheet_activate (self);
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

  if (self->drawing == NULL || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

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

  if (with_control)
    return GDK_EVENT_PROPAGATE;

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

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released_cb), self);

  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}
