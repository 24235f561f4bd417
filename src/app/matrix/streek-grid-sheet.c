/* streek-grid-sheet.c: a matrix or a timeline to scroll over, its head and side always in sight */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-grid-sheet"
#include "config.h"
#include "matrix/streek-grid-sheet-private.h"

#include "map/streek-map-painter.h"

#include <math.h>

/* Of the sheet: with more than this a part scrolls along, for else nothing would be left. */
#define MOST_HEAD 0.5
#define MOST_SIDE 0.6
#define MOST_LEGEND 0.25

#define SHADOW_PX 6.0
#define SMALL_PX 24
#define LETTERS 1.12 /* on a screen, beside what they are designed for */
#define DESIGNED_DPI 96

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

enum
{
  SIGNAL_POINTED,
  SIGNAL_ACTIVATED,
  SIGNAL_SOURCE_ACTIVATED,
  SIGNAL_MENU,
  SIGNAL_CARRIED,
  SIGNAL_ROOM_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekGridSheet,
                               streek_grid_sheet,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* Places */

static double
get_width (StreekGridSheet *self, StreekGridPart part)
{
  return self->drawing != NULL
           ? streek_grid_drawing_get_size (self->drawing, part).width / STREEK_POINTS_PER_PIXEL
           : 0;
}

static double
get_height (StreekGridSheet *self, StreekGridPart part)
{
  return self->drawing != NULL
           ? streek_grid_drawing_get_size (self->drawing, part).height / STREEK_POINTS_PER_PIXEL
           : 0;
}

static double
get_scroll (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? round (gtk_adjustment_get_value (adjustment)) : 0;
}

static gboolean
is_legend_pinned (StreekGridSheet *self)
{
  return get_height (self, STREEK_GRID_LEGEND) <=
         MOST_LEGEND * gtk_widget_get_height (GTK_WIDGET (self));
}

/* What scrolls ends above the legend. */
static double
get_view_height (StreekGridSheet *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  return is_legend_pinned (self) ? height - ceil (get_height (self, STREEK_GRID_LEGEND)) : height;
}

StreekGridPlace
streek_grid_sheet_get_place (StreekGridSheet *self, StreekGridPart part)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = get_view_height (self);
  double across = get_scroll (self->hadjustment), down = get_scroll (self->vadjustment);
  double side = ceil (get_width (self, STREEK_GRID_SIDE));
  double head = ceil (get_height (self, STREEK_GRID_HEAD));
  gboolean keeps_side = side <= MOST_SIDE * width;
  gboolean keeps_head = head <= MOST_HEAD * gtk_widget_get_height (GTK_WIDGET (self));
  double left = keeps_side ? side : fmax (side - across, 0);
  double top = keeps_head ? head : fmax (head - down, 0);
  double legend_top = head + ceil (get_height (self, STREEK_GRID_BODY)) - down;
  gboolean is_head = part == STREEK_GRID_CORNER || part == STREEK_GRID_HEAD;
  gboolean is_side = part == STREEK_GRID_CORNER || part == STREEK_GRID_SIDE;
  StreekGridPlace place;

  if (part == STREEK_GRID_LEGEND || part == STREEK_GRID_FOOT)
    {
      gboolean is_pinned = is_legend_pinned (self);
      double legend = is_pinned ? 0 : get_height (self, STREEK_GRID_LEGEND);

      place = part == STREEK_GRID_LEGEND && is_pinned
                ? (StreekGridPlace){ .y = height }
                : (StreekGridPlace){ .y = part == STREEK_GRID_LEGEND ? legend_top
                                                                     : ceil (legend_top + legend) };
      graphene_rect_init (&place.clip, 0, (float) (place.y == height ? height : top), (float) width,
                          (float) (place.y == height ? get_height (self, STREEK_GRID_LEGEND)
                                                     : fmax (height - top, 0)));
      return place;
    }

  place.x = is_side ? (keeps_side ? 0 : -across) : side - across;
  place.y = is_head ? (keeps_head ? 0 : -down) : head - down;
  graphene_rect_init (&place.clip, (float) (is_side ? 0 : left), (float) (is_head ? 0 : top),
                      (float) (is_side ? left : fmax (width - left, 0)),
                      (float) (is_head ? top : fmax (height - top, 0)));

  return place;
}

static void
configure (GtkAdjustment *adjustment, double length, double page)
{
  if (adjustment == NULL)
    return;

  length = fmax (length, page);
  gtk_adjustment_configure (adjustment,
                            CLAMP (gtk_adjustment_get_value (adjustment), 0, length - page), 0,
                            length, page * 0.1, page * 0.9, page);
}

static void
update_adjustments (StreekGridSheet *self)
{
  double legend = is_legend_pinned (self) ? 0 : get_height (self, STREEK_GRID_LEGEND);

  self->is_adjusting = TRUE;
  configure (self->hadjustment,
             ceil (get_width (self, STREEK_GRID_SIDE)) + floor (get_width (self, STREEK_GRID_BODY)),
             gtk_widget_get_width (GTK_WIDGET (self)));
  configure (self->vadjustment,
             ceil (get_height (self, STREEK_GRID_HEAD)) +
               ceil (get_height (self, STREEK_GRID_BODY)) + ceil (legend) +
               ceil (get_height (self, STREEK_GRID_FOOT)),
             get_view_height (self));
  self->is_adjusting = FALSE;
}

static void
on_scrolled_cb (StreekGridSheet *self)
{
  if (!self->is_adjusting)
    streek_grid_sheet_pick_again (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (StreekGridSheet *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (*place == adjustment)
    return;

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, on_scrolled_cb, self);

  g_set_object (place, adjustment);

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled_cb), self,
                             G_CONNECT_SWAPPED);

  update_adjustments (self);
}

/* Spots */

const StreekGridSpot *
streek_grid_sheet_get_spot (StreekGridSheet *self, int spot)
{
  return self->drawing != NULL && spot >= 0 && spot < (int) self->drawing->spots->len
           ? &g_array_index (self->drawing->spots, StreekGridSpot, (guint) spot)
           : NULL;
}

static graphene_rect_t
to_pixels (const StreekGridPlace *place, StreekRect zone)
{
  return GRAPHENE_RECT_INIT ((float) (place->x + zone.x / STREEK_POINTS_PER_PIXEL),
                             (float) (place->y + zone.y / STREEK_POINTS_PER_PIXEL),
                             (float) (zone.width / STREEK_POINTS_PER_PIXEL),
                             (float) (zone.height / STREEK_POINTS_PER_PIXEL));
}

gboolean
streek_grid_sheet_get_spot_rect (StreekGridSheet *self, int spot, graphene_rect_t *rect)
{
  const StreekGridSpot *shown = streek_grid_sheet_get_spot (self, spot);

  if (shown == NULL)
    return FALSE;

  StreekGridPlace place = streek_grid_sheet_get_place (self, shown->part);

  *rect = to_pixels (&place, shown->zone);

  return graphene_rect_intersection (rect, &place.clip, NULL);
}

void
streek_grid_sheet_set_spot (StreekGridSheet *self, int spot, gboolean by_keys)
{
  self->by_keys = by_keys;

  if (spot == self->spot)
    return;

  self->spot = spot;
  g_signal_emit (self, signals[SIGNAL_POINTED], 0, spot);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
streek_grid_sheet_activate (StreekGridSheet *self)
{
  if (self->spot != STREEK_SPOT_NONE)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, self->spot);
}

void
streek_grid_sheet_activate_source (StreekGridSheet *self)
{
  if (self->spot != STREEK_SPOT_NONE)
    g_signal_emit (self, signals[SIGNAL_SOURCE_ACTIVATED], 0, self->spot);
}

void
streek_grid_sheet_ask_menu (StreekGridSheet *self)
{
  if (self->spot != STREEK_SPOT_NONE)
    g_signal_emit (self, signals[SIGNAL_MENU], 0, self->spot);
}

int
streek_grid_sheet_find_column (StreekGridSheet *self, double x, graphene_rect_t *head)
{
  for (guint i = 0; self->drawing != NULL && i < self->drawing->spots->len; i++)
    {
      const StreekGridSpot *spot = streek_grid_sheet_get_spot (self, (int) i);

      if (spot->part != STREEK_GRID_HEAD || spot->row != STREEK_GRID_HEADING || spot->column < 0)
        continue;

      StreekGridPlace place = streek_grid_sheet_get_place (self, spot->part);
      graphene_rect_t rect = to_pixels (&place, spot->zone);

      if (x < rect.origin.x || x >= rect.origin.x + rect.size.width)
        continue;

      if (head != NULL)
        *head = rect;

      return spot->column;
    }

  return STREEK_GRID_HEADING;
}

void
streek_grid_sheet_carry (StreekGridSheet *self, int index, int column)
{
  const StreekGridSpot *spot = streek_grid_sheet_get_spot (self, index);

  if (spot != NULL && column != STREEK_GRID_HEADING && column != spot->column)
    g_signal_emit (self, signals[SIGNAL_CARRIED], 0, index, column);
}

void
streek_grid_sheet_set_carries (StreekGridSheet *self, StreekGridCarriesFunc func, gpointer data)
{
  g_return_if_fail (STREEK_IS_GRID_SHEET (self));

  self->carries = func;
  self->carries_data = data;
}

/* Scrolls as little as brings @from up to @to between @start and @end. */
static void
scroll_to (GtkAdjustment *adjustment, double from, double to, double start, double end)
{
  double value = get_scroll (adjustment);

  if (adjustment == NULL)
    return;

  if (from < start || to - from > end - start)
    value += from - start;
  else if (to > end)
    value += to - end;

  gtk_adjustment_set_value (adjustment, value);
}

/**
 * streek_grid_sheet_show_spot:
 * @spot: index, -1: none
 *
 * Brings it into sight and says it, as when keys went there.
 */
void
streek_grid_sheet_show_spot (StreekGridSheet *self, int spot)
{
  const StreekGridSpot *shown = streek_grid_sheet_get_spot (self, spot);

  self->by_keys = TRUE; /* scrolling brings other spots under the pointer */

  if (shown != NULL)
    {
      StreekGridPlace place = streek_grid_sheet_get_place (self, shown->part);
      graphene_rect_t clip = streek_grid_sheet_get_place (self, STREEK_GRID_BODY).clip;
      graphene_rect_t rect = to_pixels (&place, shown->zone);

      if (shown->part != STREEK_GRID_SIDE)
        scroll_to (self->hadjustment, rect.origin.x, rect.origin.x + rect.size.width, clip.origin.x,
                   clip.origin.x + clip.size.width);
      if (shown->part != STREEK_GRID_HEAD)
        scroll_to (self->vadjustment, rect.origin.y, rect.origin.y + rect.size.height,
                   clip.origin.y, clip.origin.y + clip.size.height);
    }

  streek_grid_sheet_set_spot (self, shown != NULL ? spot : STREEK_SPOT_NONE, TRUE);
}

/* Drawing */

static const StreekGridPart drawn_parts[] = {
  STREEK_GRID_FOOT, STREEK_GRID_BODY,   STREEK_GRID_SIDE,
  STREEK_GRID_HEAD, STREEK_GRID_CORNER, STREEK_GRID_LEGEND,
};

static void
draw_part (StreekGridSheet *self, StreekGridPart part, GtkSnapshot *snapshot)
{
  StreekGridPlace place = streek_grid_sheet_get_place (self, part);

  if (self->drawing->parts[part] == NULL)
    return;

  if (self->tiles[part] == NULL)
    self->tiles[part] = streek_scene_tiles_new (self->drawing->parts[part],
                                                gtk_widget_get_scale_factor (GTK_WIDGET (self)));

  streek_scene_tiles_snapshot (self->tiles[part], snapshot, &place.clip, (float) place.x,
                               (float) place.y);
}

/* Something lies under the head or the side. */
static void
draw_shadow (GtkSnapshot *snapshot, graphene_rect_t rect, gboolean is_down)
{
  const GskColorStop stops[] = { { 0, { 0, 0, 0, 0.16f } }, { 1, { 0, 0, 0, 0 } } };
  graphene_point_t from = rect.origin, to = rect.origin;

  if (is_down)
    to.y += rect.size.height;
  else
    to.x += rect.size.width;

  gtk_snapshot_append_linear_gradient (snapshot, &rect, &from, &to, stops, G_N_ELEMENTS (stops));
}

static void
draw_shadows (StreekGridSheet *self, GtkSnapshot *snapshot)
{
  graphene_rect_t body = streek_grid_sheet_get_place (self, STREEK_GRID_BODY).clip;
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));

  if (get_scroll (self->vadjustment) > 0 && body.origin.y > 0)
    draw_shadow (snapshot, GRAPHENE_RECT_INIT (0, body.origin.y, width, SHADOW_PX), TRUE);
  if (get_scroll (self->hadjustment) > 0 && body.origin.x > 0)
    draw_shadow (snapshot,
                 GRAPHENE_RECT_INIT (body.origin.x, 0, SHADOW_PX, (float) get_view_height (self)),
                 FALSE);
}

static void
draw_frame (GtkSnapshot *snapshot, graphene_rect_t rect, float inset, float width, GdkRGBA color)
{
  GskRoundedRect outline;

  graphene_rect_inset (&rect, inset, inset);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ color, color, color, color });
}

/* Black with white on both sides: it shows on every colour. */
static void
draw_spot (StreekGridSheet *self, GtkSnapshot *snapshot)
{
  const StreekGridSpot *spot = streek_grid_sheet_get_spot (self, self->spot);
  graphene_rect_t rect;
  const GdkRGBA white = { 1, 1, 1, 1 }, ink = { 0.08f, 0.08f, 0.1f, 1 };
  gboolean is_walked = self->by_keys && gtk_widget_is_focus (GTK_WIDGET (self));

  if (spot == NULL || !streek_grid_sheet_get_spot_rect (self, self->spot, &rect))
    return;

  StreekGridPlace place = streek_grid_sheet_get_place (self, spot->part);

  /* a frame in a milestone would hide it */
  if (rect.size.width < SMALL_PX)
    graphene_rect_inset (&rect, -4, -4);

  gtk_snapshot_push_clip (snapshot, &place.clip);

  if (is_walked)
    {
      draw_frame (snapshot, rect, -1, 5, white);
      draw_frame (snapshot, rect, 0, 3, ink);
    }
  else
    draw_frame (snapshot, rect, 0.5f, 1.5f, ink);

  gtk_snapshot_pop (snapshot);
}

/* The column that it would go to, and what is carried, under the pointer. */
static void
draw_carried (StreekGridSheet *self, GtkSnapshot *snapshot)
{
  const GdkRGBA ink = { 0.08f, 0.08f, 0.1f, 1 }, veil = { 0.1f, 0.4f, 0.8f, 0.14f };
  const GdkRGBA paper = { 1, 1, 1, 1 };
  graphene_rect_t rect, head;

  if (self->carried == STREEK_SPOT_NONE ||
      !streek_grid_sheet_get_spot_rect (self, self->carried, &rect))
    return;

  if (streek_grid_sheet_find_column (self, self->pointer_x, &head) != STREEK_GRID_HEADING)
    {
      head.size.height = (float) get_view_height (self) - head.origin.y;
      gtk_snapshot_append_color (snapshot, &veil, &head);
    }

  StreekGridPlace place = streek_grid_sheet_get_place (self, STREEK_GRID_BODY);
  float across = (float) self->pointer_x - rect.size.width / 2 - rect.origin.x;
  float down = (float) self->pointer_y - rect.size.height / 2 - rect.origin.y;

  graphene_rect_offset (&rect, across, down);
  gtk_snapshot_append_color (snapshot, &paper, &rect);
  if (self->tiles[STREEK_GRID_BODY] != NULL)
    streek_scene_tiles_snapshot (self->tiles[STREEK_GRID_BODY], snapshot, &rect,
                                 (float) place.x + across, (float) place.y + down);
  draw_frame (snapshot, rect, 0, 2, ink);
}

static void
streek_grid_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StreekGridSheet *self = STREEK_GRID_SHEET (widget);

  if (self->drawing == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (drawn_parts); i++)
    draw_part (self, drawn_parts[i], snapshot);

  draw_shadows (self, snapshot);
  draw_spot (self, snapshot);
  draw_carried (self, snapshot);
}

/* Overrides */

static void
clear_tiles (StreekGridSheet *self)
{
  for (guint i = 0; i < STREEK_N_GRID_PARTS; i++)
    g_clear_pointer (&self->tiles[i], streek_scene_tiles_free);
}

static void
streek_grid_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StreekGridSheet *self = STREEK_GRID_SHEET (widget);

  update_adjustments (self);

  if (width == self->width)
    return;

  self->width = width;
  g_signal_emit (self, signals[SIGNAL_ROOM_CHANGED], 0);
}

static void
streek_grid_sheet_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 400;
}

static void
on_letters_cb (StreekGridSheet *self)
{
  g_signal_emit (self, signals[SIGNAL_ROOM_CHANGED], 0);
}

static void
on_scale_cb (StreekGridSheet *self)
{
  clear_tiles (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
streek_grid_sheet_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StreekGridSheet *self = STREEK_GRID_SHEET (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
streek_grid_sheet_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StreekGridSheet *self = STREEK_GRID_SHEET (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
streek_grid_sheet_dispose (GObject *object)
{
  StreekGridSheet *self = STREEK_GRID_SHEET (object);

  clear_tiles (self);
  g_clear_pointer (&self->drawing, streek_grid_drawing_free);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);

  G_OBJECT_CLASS (streek_grid_sheet_parent_class)->dispose (object);
}

static void
streek_grid_sheet_class_init (StreekGridSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = streek_grid_sheet_dispose;
  object_class->get_property = streek_grid_sheet_get_property;
  object_class->set_property = streek_grid_sheet_set_property;
  widget_class->snapshot = streek_grid_sheet_snapshot;
  widget_class->size_allocate = streek_grid_sheet_size_allocate;
  widget_class->measure = streek_grid_sheet_measure;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[SIGNAL_POINTED] = g_signal_new ("pointed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_SOURCE_ACTIVATED] = g_signal_new ("source-activated", type, G_SIGNAL_RUN_LAST, 0,
                                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_MENU] =
    g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_CARRIED] = g_signal_new ("carried", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[SIGNAL_ROOM_CHANGED] =
    g_signal_new ("room-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "gridsheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
streek_grid_sheet_init (StreekGridSheet *self)
{
  self->spot = STREEK_SPOT_NONE;
  self->carried = STREEK_SPOT_NONE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  streek_grid_sheet_add_controllers (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (on_scale_cb), NULL);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi",
                           G_CALLBACK (on_letters_cb), self, G_CONNECT_SWAPPED);
}

void
streek_grid_sheet_set_drawing (StreekGridSheet *self, StreekGridDrawing *drawing)
{
  g_return_if_fail (STREEK_IS_GRID_SHEET (self));

  const StreekGridSpot *spot = streek_grid_sheet_get_spot (self, self->spot);
  int kept = spot != NULL && drawing != NULL
               ? streek_grid_drawing_find (drawing, spot->row, spot->column)
               : STREEK_SPOT_NONE;

  clear_tiles (self);
  g_clear_pointer (&self->drawing, streek_grid_drawing_free);
  self->drawing = drawing;
  self->carried = STREEK_SPOT_NONE;
  self->spot = kept;
  update_adjustments (self);
  g_signal_emit (self, signals[SIGNAL_POINTED], 0, kept);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
streek_grid_sheet_get_pointer (StreekGridSheet *self, double *across, double *down)
{
  graphene_rect_t rect;
  double x = self->pointer_x, y = self->pointer_y;

  if (self->by_keys && streek_grid_sheet_get_spot_rect (self, self->spot, &rect))
    {
      x = rect.origin.x + rect.size.width / 2;
      y = rect.origin.y + rect.size.height / 2;
    }

  *across = x / MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
  *down = y / MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1);
}

void
streek_grid_sheet_get_edges (StreekGridSheet *self, int *head, int *foot)
{
  *head = (int) streek_grid_sheet_get_place (self, STREEK_GRID_HEAD).clip.size.height;
  *foot = gtk_widget_get_height (GTK_WIDGET (self)) - (int) get_view_height (self);
}

double
streek_grid_sheet_get_text_scale (StreekGridSheet *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return LETTERS * (dpi > 0 ? CLAMP (dpi / (1024.0 * DESIGNED_DPI), 0.5, 4) : 1);
}

void
streek_grid_sheet_get_rect (StreekGridSheet *self, int spot, GdkRectangle *rect)
{
  g_return_if_fail (STREEK_IS_GRID_SHEET (self));

  graphene_rect_t seen;

  *rect = (GdkRectangle){ 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                          gtk_widget_get_height (GTK_WIDGET (self)) };

  if (streek_grid_sheet_get_spot_rect (self, spot, &seen))
    *rect = (GdkRectangle){ (int) seen.origin.x, (int) seen.origin.y, (int) seen.size.width,
                            (int) seen.size.height };
}
