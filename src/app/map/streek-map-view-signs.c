/* streek-map-view-signs.c: signs of places on the map sheet, for the pointer and for keys */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "map/streek-map-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_POINTS_TOLD 8 /* at one spot */
#define RING_PX 4          /* around a sign, from its edge */
#define CARD_PAD_PX 6
#define CARD_GAP_PX 6 /* between a sign and what is said of it */
#define CARD_WIDTH_PX 280

static gboolean
has_marks_of (StreekMapView *self, StreekFigure *figure, const StreekView *view)
{
  return self->marks != NULL && self->marks_figure == figure && self->marks_view.x == view->x &&
         self->marks_view.y == view->y &&
         self->marks_view.metres_per_point == view->metres_per_point;
}

/* Laid out as the painter does, once for a view. */
static const GPtrArray *
get_marks (StreekMapView *self)
{
  StreekFigure *figure = self->picture->figure;
  const StreekView *view = &self->picture->view;

  if (has_marks_of (self, figure, view))
    return self->marks;

  const StreekLayoutOptions options = {
    .size = { gtk_widget_get_width (GTK_WIDGET (self)) * STREEK_POINTS_PER_PIXEL,
              gtk_widget_get_height (GTK_WIDGET (self)) * STREEK_POINTS_PER_PIXEL },
    .theme = streek_theme_get_screen (),
    .format = streek_format_get_default (),
    .view = *view,
    .hovered = -1,
    .bare = TRUE,
  };

  g_clear_pointer (&self->marks, g_ptr_array_unref);
  self->marks = streek_figure_lay_points (figure, &options);
  self->marks_view = *view;
  g_clear_pointer (&self->marks_figure, streek_figure_unref);
  self->marks_figure = streek_figure_ref (figure);

  return self->marks;
}

const StreekPointMark *
streek_map_view_pick_mark (StreekMapView *self, double x, double y)
{
  if (self->picture == NULL || streek_figure_get_n_points (self->picture->figure) == 0)
    return NULL;

  streek_map_view_to_picture (self, &x, &y);

  const GPtrArray *marks = get_marks (self);
  const StreekPoint place = { x * STREEK_POINTS_PER_PIXEL, y * STREEK_POINTS_PER_PIXEL };
  int found = streek_point_marks_find (marks, place);

  return found >= 0 ? marks->pdata[found] : NULL;
}

char *
streek_map_view_describe_mark (StreekFigure *figure, const StreekPointMark *mark)
{
  GString *text = g_string_new (NULL);
  guint n = MIN (mark->points->len, MOST_POINTS_TOLD);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = streek_figure_describe_point (
        figure, g_array_index (mark->points, guint, i), streek_format_get_default ());

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", words);
    }

  if (mark->points->len > n)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (
        text, ngettext ("and %u more place", "and %u more places", mark->points->len - n),
        mark->points->len - n);
    }

  return g_string_free (text, FALSE);
}

static const StreekPointMark *
find_mark_of (StreekMapView *self, guint point)
{
  const GPtrArray *marks = get_marks (self);

  for (guint i = 0; i < marks->len; i++)
    {
      const StreekPointMark *mark = marks->pdata[i];

      for (guint k = 0; k < mark->points->len; k++)
        if (g_array_index (mark->points, guint, k) == point)
          return mark;
    }

  return NULL;
}

/* The places at the spot that keys walked to, (nullable): whose picture is not drawn yet. */
static const StreekPointMark *
get_walked_mark (StreekMapView *self)
{
  return find_mark_of (self, (guint) self->walked_point);
}

/* Of the figure that the picture shows, so that numbers of points mean the same. */
static gboolean
has_signs (StreekMapView *self)
{
  return self->picture != NULL &&
         self->picture->figure == streek_context_get_figure (self->context) &&
         streek_figure_get_n_points (self->picture->figure) > 0;
}

static gboolean
is_walking (StreekMapView *self)
{
  return self->walked_point >= 0 && has_signs (self);
}

static gboolean
has_point (const StreekPointMark *mark, int point)
{
  for (guint i = 0; mark != NULL && i < mark->points->len; i++)
    if ((int) g_array_index (mark->points, guint, i) == point)
      return TRUE;

  return FALSE;
}

/* The next spot by kind and name, which is the order of the points; round at the end. */
static int
find_next_point (StreekMapView *self, int steps)
{
  int n = (int) streek_figure_get_n_points (self->picture->figure);
  int from = self->walked_point;

  if (from < 0)
    return steps > 0 ? 0 : n - 1;

  const StreekPointMark *here = get_walked_mark (self);

  for (int k = 1; k < n; k++)
    {
      int point = ((from + steps * k) % n + n) % n;

      if (!has_point (here, point))
        return point;
    }

  return from;
}

static gboolean
is_in_sight (StreekMapView *self, double x, double y)
{
  return x >= 0 && y >= 0 && x < gtk_widget_get_width (GTK_WIDGET (self)) &&
         y < gtk_widget_get_height (GTK_WIDGET (self));
}

static void
show_point (StreekMapView *self, int point)
{
  double ground_x, ground_y, x, y;
  StreekView view;
  StreekRect frame;

  streek_figure_get_point_place (self->picture->figure, (guint) point, &ground_x, &ground_y);
  if (!streek_map_view_get_current (self, &view, &frame) ||
      !streek_map_view_find_place (self, ground_x, ground_y, &x, &y) || is_in_sight (self, x, y))
    return;

  view.x = ground_x;
  view.y = ground_y;
  streek_map_view_move_to (self, view);
}

gboolean
streek_map_view_walk_signs (StreekMapView *self, int steps)
{
  if (!has_signs (self))
    return FALSE;

  self->walked_point = find_next_point (self, steps);
  streek_selection_set_hovered (streek_context_get_selection (self->context), NULL);
  show_point (self, self->walked_point);
  streek_map_view_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

gboolean
streek_map_view_leave_signs (StreekMapView *self)
{
  if (self->walked_point < 0)
    return FALSE;

  self->walked_point = -1;
  streek_map_view_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

/* Of one place; of several, the list of all. */
static void
open_points (StreekMapView *self, guint first, guint n)
{
  if (n > 1)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.places", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-place", "s",
                                streek_figure_get_point_key (self->picture->figure, first));
}

gboolean
streek_map_view_open_sign (StreekMapView *self)
{
  if (!is_walking (self))
    return FALSE;

  const StreekPointMark *mark = get_walked_mark (self);

  open_points (self, (guint) self->walked_point, mark != NULL ? mark->points->len : 1);

  return TRUE;
}

gboolean
streek_map_view_open_sign_at (StreekMapView *self, double x, double y)
{
  const StreekPointMark *mark = streek_map_view_pick_mark (self, x, y);

  if (mark == NULL)
    return FALSE;

  open_points (self, g_array_index (mark->points, guint, 0), mark->points->len);

  return TRUE;
}

char *
streek_map_view_describe_sign (StreekMapView *self)
{
  if (!is_walking (self))
    return NULL;

  const StreekPointMark *mark = get_walked_mark (self);

  return mark != NULL
           ? streek_map_view_describe_mark (self->picture->figure, mark)
           : streek_figure_describe_point (self->picture->figure, (guint) self->walked_point,
                                           streek_format_get_default ());
}

/* Where the sign is drawn, which is beside its spot where it had to make room. */
static void
find_sign (StreekMapView *self, double *x, double *y, double *radius)
{
  const StreekPointMark *mark = get_walked_mark (self);
  double ground_x, ground_y;

  if (mark != NULL)
    {
      *x = mark->place.x / STREEK_POINTS_PER_PIXEL;
      *y = mark->place.y / STREEK_POINTS_PER_PIXEL;
      *radius =
        mark->radius_pt / STREEK_POINTS_PER_PIXEL * streek_map_view_from_picture (self, x, y);
      return;
    }

  streek_figure_get_point_place (self->picture->figure, (guint) self->walked_point, &ground_x,
                                 &ground_y);
  *radius = 0;
  streek_map_view_find_place (self, ground_x, ground_y, x, y);
}

/* On paper, which is white in the dark style too. */
static void
draw_ring (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius + RING_PX, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.9);
  cairo_set_line_width (cr, 5);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

/* Beside the sign, on the side with room; over or under it where a small map has none beside. */
static void
place_card (StreekMapView *self, double x, double y, double gap, StreekRect *card)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  card->x = x - card->width / 2;
  card->y = y - card->height / 2;
  if (x + gap + card->width <= width)
    card->x = x + gap;
  else if (x - gap - card->width >= 0)
    card->x = x - gap - card->width;
  else if (y + gap + card->height <= height)
    card->y = y + gap;
  else
    card->y = y - gap - card->height;

  card->x = round (CLAMP (card->x, 0, MAX (width - card->width, 0)));
  card->y = round (CLAMP (card->y, 0, MAX (height - card->height, 0)));
}

static void
draw_card (StreekMapView *self, cairo_t *cr, double x, double y, double radius)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  g_autofree char *words = streek_map_view_describe_sign (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  int text_width, text_height;

  pango_layout_set_width (layout, MIN (CARD_WIDTH_PX, width - 4 * CARD_PAD_PX) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);

  StreekRect card = { 0, 0, text_width + 2 * CARD_PAD_PX, text_height + 2 * CARD_PAD_PX };

  place_card (self, x, y, radius + RING_PX + CARD_GAP_PX, &card);
  cairo_rectangle (cr, card.x + 0.5, card.y + 0.5, card.width, card.height);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.95);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.4, 0.4, 0.4);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_move_to (cr, card.x + CARD_PAD_PX, card.y + CARD_PAD_PX);
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  pango_cairo_show_layout (cr, layout);
}

void
streek_map_view_snapshot_sign (StreekMapView *self, GtkSnapshot *snapshot)
{
  double x, y, radius;

  if (!is_walking (self))
    return;

  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                   (float) gtk_widget_get_height (GTK_WIDGET (self))));

  find_sign (self, &x, &y, &radius);
  draw_ring (cr, x, y, radius);
  draw_card (self, cr, x, y, radius);
  cairo_destroy (cr);
}
