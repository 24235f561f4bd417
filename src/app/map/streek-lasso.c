/* streek-lasso.c: a line drawn by hand around places on the map */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "map/streek-lasso.h"

#define HALO_PX 4
#define LINE_PX 1.5

struct _StreekLasso
{
  GArray *points; /* of graphene_point_t */
};

StreekLasso *
streek_lasso_new (double x, double y)
{
  StreekLasso *self = g_new0 (StreekLasso, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (graphene_point_t));
  streek_lasso_add (self, x, y);

  return self;
}

void
streek_lasso_free (StreekLasso *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->points);
  g_free (self);
}

void
streek_lasso_add (StreekLasso *self, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  g_array_append_val (self->points, point);
}

static const graphene_point_t *
get_point (const StreekLasso *self, guint index)
{
  return &g_array_index (self->points, graphene_point_t, index);
}

gboolean
streek_lasso_contains (const StreekLasso *self, double x, double y)
{
  gboolean inside = FALSE;

  for (guint i = 0; i < self->points->len; i++)
    {
      const graphene_point_t *a = get_point (self, i);
      const graphene_point_t *b = get_point (self, (i + 1) % self->points->len);

      if ((a->y > y) != (b->y > y) &&
          x < a->x + (b->x - a->x) * (y - a->y) / ((double) b->y - a->y))
        inside = !inside;
    }

  return inside;
}

/* On paper, which is white in the dark style too: a dark line with a halo shows on every colour. */
void
streek_lasso_snapshot (const StreekLasso *self, GtkSnapshot *snapshot, int width, int height)
{
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  for (guint i = 0; i < self->points->len; i++)
    cairo_line_to (cr, get_point (self, i)->x, get_point (self, i)->y);
  cairo_close_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.9);
  cairo_set_line_width (cr, HALO_PX);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  cairo_set_line_width (cr, LINE_PX);
  cairo_stroke (cr);
  cairo_destroy (cr);
}
