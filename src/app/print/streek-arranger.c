/* streek-arranger.c: over a sheet: its furniture, to be dragged or moved with keys */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-arranger"
#include "config.h"
#include "print/streek-arranger.h"

#include "base/streek-format.h"
#include "figure/streek-furniture.h"

#include <glib/gi18n.h>

#define STEP_PT 6.0
#define FINE_STEP_PT 1.0
#define POINTS_PER_CM (72 / 2.54)
#define REACH_PT 6.0 /* around what is small */

struct _StreekArranger
{
  GtkWidget parent_instance;

  StreekPageView *view; /* lives as long as we do */
  StreekScene *scene;   /* (nullable) */
  int selected;         /* an item, -1: none */
  StreekRect ghost;     /* where the selected one shall stand, until the sheet is laid out anew */
  gboolean has_ghost;
  gboolean is_dragging;
};

enum
{
  MOVED,
  PUT_BACK,
  LEFT,
  DESCRIBED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekArranger, streek_arranger, GTK_TYPE_WIDGET)

static guint
count (StreekArranger *self)
{
  return self->scene != NULL ? streek_scene_get_n_movables (self->scene) : 0;
}

/* The place of an item among those of the sheet, -1: it is not there. */
static int
find_index (StreekArranger *self, int item)
{
  for (guint i = 0; i < count (self); i++)
    if (streek_scene_get_movable (self->scene, i)->item == item)
      return (int) i;

  return -1;
}

/* (nullable) */
static const StreekMovable *
get_selected (StreekArranger *self)
{
  int index = find_index (self, self->selected);

  return index >= 0 ? streek_scene_get_movable (self->scene, (guint) index) : NULL;
}

static StreekRect
get_box (StreekArranger *self, const StreekMovable *movable)
{
  return self->has_ghost && movable->item == self->selected ? self->ghost : movable->box;
}

/* In words: which one, and where it stands. */
static void
describe (StreekArranger *self)
{
  const StreekMovable *movable = get_selected (self);
  g_autofree char *text = NULL;

  if (movable != NULL)
    {
      const StreekFormat *format = streek_format_get_default ();
      StreekRect box = get_box (self, movable);
      g_autofree char *left = streek_format_number (format, box.x / POINTS_PER_CM, 1);
      g_autofree char *top = streek_format_number (format, box.y / POINTS_PER_CM, 1);

      /* Translators: %1$s is a part of a printed map, such as Legend */
      text = g_strdup_printf (_ ("%1$s: %2$s cm from the left, %3$s cm from the top"),
                              streek_furniture_item_get_label (movable->item), left, top);
    }

  if (text == NULL)
    text = g_strdup (_ ("Drag, or Tab and arrow keys"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  g_signal_emit (self, signals[DESCRIBED], 0, text);
}

static void
select_item (StreekArranger *self, int item)
{
  if (item != self->selected)
    self->has_ghost = FALSE;

  self->selected = item;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static double
clamp_between (double value, double least, double most)
{
  return most > least ? CLAMP (value, least, most) : least;
}

/* Shows it where it shall stand, inside its room, and tells. */
static void
move_to (StreekArranger *self, const StreekMovable *movable, double x, double y, gboolean is_final)
{
  StreekRect room = movable->room, box = movable->box;

  self->ghost = (StreekRect){ clamp_between (x, room.x, room.x + room.width - box.width),
                              clamp_between (y, room.y, room.y + room.height - box.height),
                              box.width, box.height };
  self->has_ghost = TRUE;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  if (is_final)
    g_signal_emit (self, signals[MOVED], 0, movable, self->ghost.x, self->ghost.y);
}

/* The topmost one at a place of the widget, -1 for none. */
static int
pick (StreekArranger *self, double x, double y)
{
  graphene_point_t origin;
  double scale = streek_page_view_get_place (self->view, &origin);
  int found = -1;

  for (guint i = 0; i < count (self) && scale > 0; i++)
    {
      const StreekMovable *movable = streek_scene_get_movable (self->scene, i);
      StreekRect box = get_box (self, movable);
      double across = (x - origin.x) / scale, along = (y - origin.y) / scale;

      if (across >= box.x - REACH_PT && across <= box.x + box.width + REACH_PT &&
          along >= box.y - REACH_PT && along <= box.y + box.height + REACH_PT)
        found = movable->item;
    }

  return found;
}

static void
on_drag_begin_cb (StreekArranger *self, double x, double y, GtkGesture *gesture)
{
  int item = pick (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  select_item (self, item);
  self->is_dragging = item >= 0;
  gtk_gesture_set_state (gesture,
                         item >= 0 ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag (StreekArranger *self, double dx, double dy, gboolean is_final)
{
  const StreekMovable *movable = self->is_dragging ? get_selected (self) : NULL;
  double scale = streek_page_view_get_place (self->view, NULL);

  if (movable != NULL && scale > 0 && (dx != 0 || dy != 0))
    move_to (self, movable, movable->box.x + dx / scale, movable->box.y + dy / scale, is_final);
}

static void
on_drag_update_cb (StreekArranger *self, double dx, double dy)
{
  drag (self, dx, dy, FALSE);
}

static void
on_drag_end_cb (StreekArranger *self, double dx, double dy)
{
  drag (self, dx, dy, TRUE);
  self->is_dragging = FALSE;
}

/* Past the last one the focus goes on as ever. */
static gboolean
select_next (StreekArranger *self, int step)
{
  int next = find_index (self, self->selected) + step;

  if (self->selected < 0)
    next = step > 0 ? 0 : (int) count (self) - 1;
  if (next < 0 || next >= (int) count (self))
    return FALSE;

  select_item (self, streek_scene_get_movable (self->scene, (guint) next)->item);

  return TRUE;
}

static gboolean
move_by (StreekArranger *self, guint key, double step)
{
  const StreekMovable *movable = get_selected (self);
  double dx = key == GDK_KEY_Left ? -step : key == GDK_KEY_Right ? step : 0;
  double dy = key == GDK_KEY_Up ? -step : key == GDK_KEY_Down ? step : 0;

  if (movable == NULL)
    return FALSE;

  StreekRect box = get_box (self, movable);

  move_to (self, movable, box.x + dx, box.y + dy, TRUE);

  return TRUE;
}

static gboolean
put_back (StreekArranger *self)
{
  const StreekMovable *movable = get_selected (self);

  if (movable == NULL)
    return FALSE;

  self->has_ghost = FALSE;
  g_signal_emit (self, signals[PUT_BACK], 0, movable);

  return TRUE;
}

static gboolean
on_key_cb (StreekArranger *self, guint key, guint code, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return select_next (self, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      return move_by (self, key, (state & GDK_SHIFT_MASK) != 0 ? FINE_STEP_PT : STEP_PT);
    case GDK_KEY_Delete:
    case GDK_KEY_BackSpace:
      return put_back (self);
    case GDK_KEY_Escape:
      g_signal_emit (self, signals[LEFT], 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
append_frame (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color, float width)
{
  const float widths[4] = { width, width, width, width };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, rect, 2);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

static void
streek_arranger_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StreekArranger *self = STREEK_ARRANGER (widget);
  GdkRGBA color;
  graphene_point_t origin;
  double scale = streek_page_view_get_place (self->view, &origin);

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);

  for (guint i = 0; i < count (self); i++)
    {
      const StreekMovable *movable = streek_scene_get_movable (self->scene, i);
      gboolean is_selected = movable->item == self->selected;
      StreekRect box = get_box (self, movable);
      graphene_rect_t rect = GRAPHENE_RECT_INIT (
        (float) (origin.x + box.x * scale - 3), (float) (origin.y + box.y * scale - 3),
        (float) (box.width * scale + 6), (float) (box.height * scale + 6));
      GdkRGBA fill = color;

      fill.alpha = is_selected ? 0.16f : 0.04f;
      gtk_snapshot_append_color (snapshot, &fill, &rect);
      append_frame (snapshot, &rect, &color, is_selected ? 2.5f : 1.0f);
    }
}

static void
streek_arranger_dispose (GObject *object)
{
  g_clear_pointer (&STREEK_ARRANGER (object)->scene, streek_scene_unref);

  G_OBJECT_CLASS (streek_arranger_parent_class)->dispose (object);
}

static void
streek_arranger_class_init (StreekArrangerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_arranger_dispose;
  widget_class->snapshot = streek_arranger_snapshot;
  gtk_widget_class_set_css_name (widget_class, "arranger");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 3, G_TYPE_POINTER, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[PUT_BACK] = g_signal_new ("put-back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[LEFT] =
    g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DESCRIBED] = g_signal_new ("described", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
streek_arranger_init (StreekArranger *self)
{
  GtkGesture *gesture = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->selected = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "move");
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
    _ ("Parts of the map: Tab selects, arrows move, Delete puts back"), -1);
  g_signal_connect_swapped (gesture, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect_swapped (gesture, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect_swapped (gesture, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  describe (self);
}

void
streek_arranger_set_view (StreekArranger *self, StreekPageView *view)
{
  g_return_if_fail (STREEK_IS_ARRANGER (self) && self->view == NULL);

  self->view = view;
}

void
streek_arranger_set_scene (StreekArranger *self, StreekScene *scene)
{
  g_return_if_fail (STREEK_IS_ARRANGER (self));

  g_clear_pointer (&self->scene, streek_scene_unref);
  self->scene = scene != NULL ? streek_scene_ref (scene) : NULL;
  self->has_ghost = FALSE;
  if (find_index (self, self->selected) < 0)
    self->selected = -1;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
