/* streek-arranger.c: over a sheet: its furniture, to be dragged or moved with keys */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-arranger"
#include "config.h"
#include "print/streek-arranger.h"

#include "base/streek-format.h"
#include "figure/streek-furniture.h"

#include <glib/gi18n.h>
#include <math.h>

#define STEP_PT 6.0
#define FINE_STEP_PT 1.0
#define POINTS_PER_CM (72 / 2.54)
#define REACH_PT 6.0 /* around what is small */
#define MOST_EDGES 24
#define SNAP_PX 8.0 /* from an edge that a dragged part is drawn to */

struct _StreekArranger
{
  GtkWidget parent_instance;

  StreekSheetPlaceFunc place;
  gpointer sheet;   /* lives as long as we do */
  GArray *parts;    /* (element-type StreekMovable) */
  int selected;     /* an item, -1: none */
  int pointed;      /* the same of what the pointer is over */
  StreekRect ghost; /* where the selected one shall stand, until the sheet is laid out anew */
  gboolean has_ghost;
  gboolean is_dragging;
  gboolean is_modest;
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
  return self->parts->len;
}

static const StreekMovable *
get_part (StreekArranger *self, guint index)
{
  return &g_array_index (self->parts, StreekMovable, index);
}

/* Application pixels in a point, 0 while there is no sheet. */
static double
get_place (StreekArranger *self, graphene_point_t *origin)
{
  return self->place != NULL ? self->place (self->sheet, origin) : 0;
}

/* The place of an item among those of the sheet, -1: it is not there. */
static int
find_index (StreekArranger *self, int item)
{
  for (guint i = 0; i < count (self); i++)
    if (get_part (self, i)->item == item)
      return (int) i;

  return -1;
}

/* (nullable) */
static const StreekMovable *
get_selected (StreekArranger *self)
{
  int index = find_index (self, self->selected);

  return index >= 0 ? get_part (self, (guint) index) : NULL;
}

static StreekRect
get_box (StreekArranger *self, const StreekMovable *movable)
{
  return self->has_ghost && movable->item == self->selected ? self->ghost : movable->box;
}

static char *
describe_on_paper (const StreekMovable *movable, StreekRect box)
{
  const StreekFormat *format = streek_format_get_default ();
  g_autofree char *left = streek_format_number (format, box.x / POINTS_PER_CM, 1);
  g_autofree char *top = streek_format_number (format, box.y / POINTS_PER_CM, 1);

  /* Translators: %1$s is a part of a printed map, such as Legend */
  return g_strdup_printf (_ ("%1$s: %2$s cm from the left, %3$s cm from the top"),
                          streek_furniture_item_get_label (movable->item), left, top);
}

static double
get_percentage (double length, double room)
{
  return room > 0 ? CLAMP (100 * length / room, 0, 100) : 0;
}

/* A window has no size that means anything. */
static char *
describe_on_screen (const StreekMovable *movable, StreekRect box)
{
  const StreekFormat *format = streek_format_get_default ();
  StreekRect room = movable->room;
  g_autofree char *across =
    streek_format_number (format, get_percentage (box.x - room.x, room.width - box.width), 0);
  g_autofree char *along =
    streek_format_number (format, get_percentage (box.y - room.y, room.height - box.height), 0);

  /* Translators: %1$s is a part of a map, such as Scale bar; 0 % is the left edge, 100 % the right
   * one */
  return g_strdup_printf (_ ("%1$s: at %2$s %% from left to right, %3$s %% from top to bottom"),
                          streek_furniture_item_get_label (movable->item), across, along);
}

/* In words: which one, and where it stands. */
static void
describe (StreekArranger *self)
{
  const StreekMovable *movable = get_selected (self);
  g_autofree char *text = NULL;

  if (movable != NULL)
    {
      StreekRect box = get_box (self, movable);

      text = self->is_modest ? describe_on_screen (movable, box) : describe_on_paper (movable, box);
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

/* The lines that an end of a part may lie on, in one direction: those of its room, and the ends of
 * the others. */
static guint
list_edges (StreekArranger *self, const StreekMovable *movable, gboolean is_along, double *edges)
{
  const StreekRect *room = &movable->room;
  guint n = 0;

  edges[n++] = is_along ? room->y : room->x;
  edges[n++] = is_along ? room->y + room->height : room->x + room->width;

  for (guint i = 0; i < count (self) && n + 2 <= MOST_EDGES; i++)
    {
      const StreekRect *box = &get_part (self, i)->box;

      if (get_part (self, i)->item == movable->item)
        continue;

      edges[n++] = is_along ? box->y : box->x;
      edges[n++] = is_along ? box->y + box->height : box->x + box->width;
    }

  return n;
}

/* Where something of that length at @from goes when its nearer end is drawn to a line. */
static double
snap (
  StreekArranger *self, const StreekMovable *movable, gboolean is_along, double from, double reach)
{
  double edges[MOST_EDGES];
  guint n = list_edges (self, movable, is_along, edges);
  double length = is_along ? movable->box.height : movable->box.width;
  double best = from, least = reach;

  for (guint i = 0; i < n; i++)
    for (guint end = 0; end < 2; end++)
      {
        double to = end == 0 ? edges[i] : edges[i] - length;

        if (fabs (to - from) >= least)
          continue;

        least = fabs (to - from);
        best = to;
      }

  return best;
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
  double scale = get_place (self, &origin);
  int found = -1;

  for (guint i = 0; i < count (self) && scale > 0; i++)
    {
      const StreekMovable *movable = get_part (self, i);
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
  double scale = get_place (self, NULL);

  if (movable == NULL || scale <= 0 || (dx == 0 && dy == 0))
    return;

  double reach = SNAP_PX / scale;

  move_to (self, movable, snap (self, movable, FALSE, movable->box.x + dx / scale, reach),
           snap (self, movable, TRUE, movable->box.y + dy / scale, reach), is_final);
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

  select_item (self, get_part (self, (guint) next)->item);

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
point_at (StreekArranger *self, int item)
{
  if (item == self->pointed)
    return;

  self->pointed = item;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion_cb (StreekArranger *self, double x, double y)
{
  point_at (self, pick (self, x, y));
}

static void
on_leave_cb (StreekArranger *self)
{
  point_at (self, -1);
}

/* Who comes with Tab to a modest one finds a part selected. */
static void
on_focus_cb (StreekArranger *self)
{
  if (self->is_modest && self->selected < 0 && count (self) > 0)
    select_item (self, get_part (self, 0)->item);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
shows_part (StreekArranger *self, const StreekMovable *movable)
{
  return !self->is_modest || gtk_widget_has_focus (GTK_WIDGET (self)) || self->is_dragging ||
         movable->item == self->pointed;
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
  double scale = get_place (self, &origin);

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);

  for (guint i = 0; i < count (self); i++)
    {
      const StreekMovable *movable = get_part (self, i);
      gboolean is_selected = movable->item == self->selected;
      StreekRect box = get_box (self, movable);
      graphene_rect_t rect = GRAPHENE_RECT_INIT (
        (float) (origin.x + box.x * scale - 3), (float) (origin.y + box.y * scale - 3),
        (float) (box.width * scale + 6), (float) (box.height * scale + 6));
      GdkRGBA fill = color;

      if (!shows_part (self, movable))
        continue;

      fill.alpha = is_selected ? 0.16f : 0.04f;
      gtk_snapshot_append_color (snapshot, &fill, &rect);
      append_frame (snapshot, &rect, &color, is_selected ? 2.5f : 1.0f);
    }
}

/* A modest one leaves everything between its parts to what lies below. */
static gboolean
streek_arranger_contains (GtkWidget *widget, double x, double y)
{
  StreekArranger *self = STREEK_ARRANGER (widget);

  return self->is_modest ? self->is_dragging || pick (self, x, y) >= 0
                         : GTK_WIDGET_CLASS (streek_arranger_parent_class)->contains (widget, x, y);
}

static void
streek_arranger_dispose (GObject *object)
{
  g_clear_pointer (&STREEK_ARRANGER (object)->parts, g_array_unref);

  G_OBJECT_CLASS (streek_arranger_parent_class)->dispose (object);
}

static void
streek_arranger_class_init (StreekArrangerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_arranger_dispose;
  widget_class->snapshot = streek_arranger_snapshot;
  widget_class->contains = streek_arranger_contains;
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
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->parts = g_array_new (FALSE, FALSE, sizeof (StreekMovable));
  self->selected = -1;
  self->pointed = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "move");
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
    _ ("Parts of the map: Tab selects, arrows move, Delete puts back"), -1);
  g_signal_connect_swapped (gesture, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect_swapped (gesture, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect_swapped (gesture, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  describe (self);
}

void
streek_arranger_set_sheet (StreekArranger *self, StreekSheetPlaceFunc place, gpointer sheet)
{
  g_return_if_fail (STREEK_IS_ARRANGER (self) && self->place == NULL);

  self->place = place;
  self->sheet = sheet;
}

void
streek_arranger_set_parts (StreekArranger *self, const StreekMovable *parts, guint n_parts)
{
  g_return_if_fail (STREEK_IS_ARRANGER (self));

  g_array_set_size (self->parts, 0);
  g_array_append_vals (self->parts, parts, n_parts);
  if (!self->is_dragging)
    self->has_ghost = FALSE;
  if (find_index (self, self->selected) < 0)
    self->selected = -1;
  if (self->is_modest)
    gtk_widget_set_focusable (GTK_WIDGET (self), n_parts > 0);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
streek_arranger_set_modest (StreekArranger *self, gboolean is_modest)
{
  g_return_if_fail (STREEK_IS_ARRANGER (self));

  self->is_modest = is_modest;
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
    is_modest ? _ ("What stands on the map: Tab selects, arrows move, Delete puts back")
              : _ ("Parts of the map: Tab selects, arrows move, Delete puts back"),
    -1);
  gtk_widget_set_focusable (GTK_WIDGET (self), !is_modest || count (self) > 0);
}
