/* streek-map-view-pick.c: a point of the ground, taken from the map sheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "map/streek-map-view-private.h"

#include <math.h>

#define STEP_PX 10.0 /* of a cross-hair that a key moves … */
#define FINE_PX 1.0  /* … with Shift */
#define MARGIN_PX 24.0
#define ARM_PX 14.0
#define GAP_PX 4.0

static void
on_pointed_cb (StreekMapView *self)
{
  streek_map_view_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_ended_cb (StreekMapView *self)
{
  streek_map_view_set_pick (self, NULL);
}

static gboolean
is_covered (StreekMapView *self, double x, double y)
{
  streek_map_view_to_picture (self, &x, &y);

  return streek_picture_is_covered (self->picture, x, y);
}

void
streek_map_view_point_pick (StreekMapView *self, double x, double y, gboolean is_by_keys)
{
  double ground_x, ground_y;

  if (streek_map_view_find_ground (self, x, y, &ground_x, &ground_y))
    streek_pick_point (self->pick, ground_x, ground_y, is_covered (self, x, y), is_by_keys);
}

static void
get_middle (StreekMapView *self, double *x, double *y)
{
  *x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  *y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

/* In pixels of the widget: where it was left, in the middle where that is out of sight. */
static void
find_cross (StreekMapView *self, double *x, double *y)
{
  double ground_x, ground_y;

  if (!streek_pick_get_cross (self->pick, &ground_x, &ground_y) ||
      !streek_map_view_find_place (self, ground_x, ground_y, x, y) || *x < 0 || *y < 0 ||
      *x > gtk_widget_get_width (GTK_WIDGET (self)) ||
      *y > gtk_widget_get_height (GTK_WIDGET (self)))
    get_middle (self, x, y);
}

/* How far something lies outside what is left of @size between margins. */
static double
find_excess (double place, double size)
{
  double margin = MIN (MARGIN_PX, size / 2);

  return place - CLAMP (place, margin, size - margin);
}

/* The map follows at its edges. */
static void
move_cross (StreekMapView *self, double right, double down)
{
  double x, y;

  find_cross (self, &x, &y);
  x += right;
  y += down;

  double past_x = find_excess (x, gtk_widget_get_width (GTK_WIDGET (self)));
  double past_y = find_excess (y, gtk_widget_get_height (GTK_WIDGET (self)));

  if (past_x != 0 || past_y != 0)
    streek_map_view_pan_by (self, -past_x, -past_y);
  streek_map_view_point_pick (self, x - past_x, y - past_y, TRUE);
}

static void
zoom (StreekMapView *self, double factor)
{
  double x, y;

  find_cross (self, &x, &y);
  streek_map_view_zoom_at (self, factor, x, y);
}

static gboolean
handle_arrow (StreekMapView *self, guint key, GdkModifierType state)
{
  const StreekArrow *arrow = streek_map_view_find_arrow (key);
  double step = (state & GDK_SHIFT_MASK) != 0 ? FINE_PX : STEP_PX;

  if (arrow == NULL)
    return FALSE;

  if ((state & GDK_CONTROL_MASK) != 0)
    streek_map_view_pan_with (self, arrow);
  else
    move_cross (self, arrow->right * step, arrow->down * step);

  return TRUE;
}

gboolean
streek_map_view_handle_pick_key (StreekMapView *self, guint key, GdkModifierType state)
{
  if (handle_arrow (self, key, state))
    return TRUE;

  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      zoom (self, STREEK_ZOOM_STEP);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      zoom (self, 1 / STREEK_ZOOM_STEP);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      streek_map_view_zoom_to_fit (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      streek_pick_take (self->pick);
      return TRUE;
    case GDK_KEY_Escape:
      streek_pick_cancel (self->pick);
      return TRUE;
    default:
      return FALSE;
    }
}

char *
streek_map_view_describe_pick (StreekMapView *self)
{
  const char *words = streek_pick_get_words (self->pick);

  return g_strdup (*words != '\0' ? words : streek_pick_get_question (self->pick));
}

static void
trace_cross (cairo_t *cr, double x, double y)
{
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (cr, x + side * GAP_PX, y);
      cairo_line_to (cr, x + side * ARM_PX, y);
      cairo_move_to (cr, x, y + side * GAP_PX);
      cairo_line_to (cr, x, y + side * ARM_PX);
    }
}

/* On every map beside each other. The pointer needs none: it is a cross-hair itself. */
void
streek_map_view_snapshot_cross (StreekMapView *self, GtkSnapshot *snapshot)
{
  double ground_x, ground_y, x, y;

  if (self->pick == NULL || !streek_pick_is_by_keys (self->pick) ||
      !streek_pick_get_cross (self->pick, &ground_x, &ground_y) ||
      !streek_map_view_find_place (self, ground_x, ground_y, &x, &y))
    return;

  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                   (float) gtk_widget_get_height (GTK_WIDGET (self))));

  trace_cross (cr, round (x) + 0.5, round (y) + 0.5);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.9);
  cairo_set_line_width (cr, 5);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 0.75, 0, 0.1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
streek_map_view_set_pick (StreekMapView *self, StreekPick *pick)
{
  g_return_if_fail (STREEK_IS_MAP_VIEW (self));

  if (self->pick == pick)
    return;

  if (self->pick != NULL)
    g_signal_handlers_disconnect_by_data (self->pick, self);
  g_set_object (&self->pick, pick);

  if (pick != NULL)
    {
      streek_map_view_leave_signs (self);
      streek_selection_set_hovered (streek_context_get_selection (self->context), NULL);
      g_signal_connect_object (pick, "pointed", G_CALLBACK (on_pointed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (pick, "ended", G_CALLBACK (on_ended_cb), self, G_CONNECT_SWAPPED);
    }

  /* what stands on the map is not moved meanwhile */
  if (self->arranger != NULL)
    gtk_widget_set_can_target (GTK_WIDGET (self->arranger), pick == NULL);
  streek_map_view_rest_cursor (self);
  on_pointed_cb (self);
}

void
streek_map_view_begin_picking (StreekMapView *self)
{
  double x, y;

  g_return_if_fail (STREEK_IS_MAP_VIEW (self));
  g_return_if_fail (self->pick != NULL);

  get_middle (self, &x, &y);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  streek_map_view_point_pick (self, x, y, TRUE);
}
